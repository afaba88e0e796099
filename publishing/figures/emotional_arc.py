"""Draw the tone along a novel: book/_static/figures/arc-novel.{en,id}.svg, for the chapter `arc`.

    python -m publishing.figures.emotional_arc prideprejudice.txt     reads, writes CSV and drawings
    python -m publishing.figures.emotional_arc                        draws again from the CSV

The text is Jane Austen, *Pride and Prejudice* (1813, in the public domain), as the R package
janeaustenr 1.0.0 by Julia Silge ships it (MIT licence; Debian: r-cran-janeaustenr 1.0.0-1):

    apt-get install r-cran-janeaustenr
    Rscript -e 'writeLines(janeaustenr::prideprejudice, "prideprejudice.txt", useBytes = TRUE)'

The method follows A. J. Reagan and others, "The emotional arcs of stories are dominated by six
basic shapes", EPJ Data Science 5:31 (2016): a window of 10,000 words slides along the text, and
each place gets the mean of its window. They averaged the happiness that people gave to single
words; we average the tone of sentences, as the reviewer reads it (``checks.tone``: VADER with our
corrections). Nothing else is smoothed. Building the book needs neither the text nor this program.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import statistics
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from checks.draft import Draft
from checks.tone import tone
from publishing.failures import CourseError

FIGURES: Final = Path(__file__).parents[2] / "book" / "_static" / "figures"
NAME: Final = "arc-novel"

WINDOW: Final = 10_000
"""Words of one window, as in the study."""

PLACES: Final = 100
"""Windows along the text, at equal distances."""

GROUP: Final = 8
"""Sentences of a short post of about 80 words."""

SOURCE: Final = (
    "Jane Austen, Pride and Prejudice (1813, public domain), from janeaustenr 1.0.0 (MIT licence)",
    "Tone of sentences: vaderSentiment 3.3.2 with checks/words/en/tone_overrides.txt, -1 to 1",
    "window: mean of the sentences that begin in 10,000 words round a place (percent of the words)",
    "low, high: between them lie nine of ten means of eight sentences in a row",
)

HEADING: Final = re.compile(r"chapter \d+", re.IGNORECASE)
FIRST: Final = "It is a truth universally acknowledged"


class Sentence(NamedTuple):
    """The tone of a sentence, from -1 to 1, and the number of words before it."""

    at: int
    tone: float


class Place(NamedTuple):
    """The mean tone round one place of a text; the place in percent of its words."""

    percent: float
    tone: float


@dataclass(frozen=True)
class Arc:
    """What the drawing shows: the curve, and between which means nine of ten short groups lie."""

    places: tuple[Place, ...]
    low: float
    high: float


# --- from the text to numbers --------------------------------------------------------------


def story(text: str) -> str:
    """Return a text without what stands before its first sentence and without chapter headings."""
    start = text.find(FIRST)
    paragraphs = re.split(r"\n\s*\n", text[max(0, start) :])
    kept = (" ".join(each.replace("_", "").split()) for each in paragraphs)
    return "\n\n".join(each for each in kept if each and not HEADING.fullmatch(each))


def sentences(text: str) -> tuple[tuple[Sentence, ...], int]:
    """Return every sentence with its tone, and the number of words of the text."""
    found: list[Sentence] = []
    at = 0
    for paragraph in text.split("\n\n"):
        draft = Draft.of(paragraph, "en")
        tones = {each.span.start: each.value for each in tone(draft).sentences}
        for sentence in draft.sentences:
            if sentence.words:
                found.append(Sentence(at, tones.get(sentence.span.start, 0.0)))
                at += sentence.words
    return tuple(found), at


def arc(found: Sequence[Sentence], words: int) -> Arc:
    """Slide the window along the sentences of a text of so many words.

    Raises CourseError for a text that is shorter than two windows: it has no arc to show.
    """
    if words < 2 * WINDOW:
        raise CourseError(
            f"The text has {words} words, and its arc needs at least {2 * WINDOW}: "
            "give the path of a whole novel."
        )
    starts = [each.at for each in found]
    places = []
    for number in range(PLACES):
        begin = (words - WINDOW) * number / (PLACES - 1)
        inside = found[bisect_left(starts, begin) : bisect_left(starts, begin + WINDOW)]
        mean = statistics.fmean(each.tone for each in inside)
        places.append(Place(round(100 * (begin + WINDOW / 2) / words, 2), round(mean, 4)))
    groups = [
        statistics.fmean(each.tone for each in found[first : first + GROUP])
        for first in range(0, len(found) - GROUP + 1, GROUP)
    ]
    cuts = statistics.quantiles(groups, n=20)
    return Arc(tuple(places), round(cuts[0], 4), round(cuts[-1], 4))


# --- the numbers as a file -----------------------------------------------------------------


def to_csv(shown: Arc) -> str:
    """Return the numbers as CSV, with their source in lines that begin with #."""
    out = io.StringIO()
    out.writelines(f"# {line}\n" for line in SOURCE)
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(("what", "percent", "tone"))
    rows.writerow(("low", "", f"{shown.low:.4f}"))
    rows.writerow(("high", "", f"{shown.high:.4f}"))
    rows.writerows(("window", f"{p.percent:.2f}", f"{p.tone:.4f}") for p in shown.places)
    return out.getvalue()


def from_csv(text: str) -> Arc:
    """Read what ``to_csv`` wrote."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines))
    ends = {row["what"]: float(row["tone"]) for row in rows if row["what"] != "window"}
    places = (
        Place(float(row["percent"]), float(row["tone"])) for row in rows if row["what"] == "window"
    )
    return Arc(tuple(places), ends["low"], ends["high"])


# --- the drawing ---------------------------------------------------------------------------


class Words(NamedTuple):
    """What the drawing says in one language."""

    title: str
    desc: str
    axis: str
    place: str
    point: str
    refuses: str
    runs: str
    wedding: str
    line: tuple[str, str]
    bar: tuple[str, str]


WORDS: Final[Mapping[str, Words]] = {
    "en": Words(
        title="The tone along one novel",
        desc=(
            "A curve of the mean tone of a sentence along Pride and Prejudice. It stays between "
            "{top} and {bottom} on a scale from -1 to 1, dips where Elizabeth refuses Darcy, is "
            "lowest at {deep} per cent, where her sister runs away, and rises to the wedding. A "
            "bar beside it shows that means of eight sentences lie between {low} and {high}: "
            "wider than the whole curve is high."
        ),
        axis="mean tone of a sentence, −1 to 1",
        place="place in the novel",
        point=".",
        refuses="she says no",
        runs="sister runs away",
        wedding="wedding",
        line=("10,000 words, about", "500 sentences a point"),
        bar=("8 sentences, as in a post:", "9 of 10 means lie here"),
    ),
    "id": Words(
        title="Nada sepanjang satu novel",
        desc=(
            "Kurva rata-rata nada kalimat sepanjang Pride and Prejudice. Nilainya antara {bottom} "
            "dan {top} pada skala -1 sampai 1, turun saat Elizabeth menolak Darcy, paling rendah "
            "di {deep} persen saat adiknya kabur, lalu naik sampai pernikahan. Batang di "
            "sampingnya menunjukkan rata-rata delapan kalimat: antara {low} dan {high}, lebih "
            "lebar daripada tinggi seluruh kurva."
        ),
        axis="rata-rata nada kalimat, −1 sampai 1",
        place="letak dalam novel",
        point=",",
        refuses="ia menolak",
        runs="adiknya kabur",
        wedding="menikah",
        line=("10.000 kata, kira-kira", "500 kalimat per titik"),
        bar=("8 kalimat, seperti unggahan:", "9 dari 10 rata-rata di sini"),
    ),
}

LEFT, RIGHT, TOP, BOTTOM = 44.0, 272.0, 70.0, 280.0
LEAST, MOST = -0.2, 0.5
BAR: Final = 297
TICKS: Final = (-0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
REFUSAL: Final = (46.0, 56.0)
"""Percent between which the dip after the refused proposal (chapter 34 of 61) is looked for."""

STYLE: Final = """\
    .arc-novel {
      --an-ground: var(--pst-color-background, #ffffff);
      --an-text: var(--pst-color-text-base, #1b1f24);
      --an-quiet: var(--pst-color-text-muted, #57606a);
      --an-accent: var(--pst-color-primary, #0b5d6b);
      font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      .arc-novel {
        --an-ground: var(--pst-color-background, #14181d);
        --an-text: var(--pst-color-text-base, #e6eaef);
        --an-quiet: var(--pst-color-text-muted, #a9b4c0);
        --an-accent: var(--pst-color-primary, #6fd0e0);
      }
    }
    .arc-novel text { fill: var(--an-text); font-size: 14px; }
    .arc-novel .an-head { font-size: 16px; font-weight: 700; }
    .arc-novel .an-note { paint-order: stroke; stroke: var(--an-ground); stroke-width: 5px; }
    .arc-novel .an-tick { text-anchor: end; }
    .arc-novel .an-mid { text-anchor: middle; }
    .arc-novel .an-end { text-anchor: end; }
    .arc-novel .an-ground { fill: var(--an-ground); }
    .arc-novel .an-grid { stroke: var(--an-quiet); opacity: 0.35; }
    .arc-novel .an-zero { stroke: var(--an-quiet); }
    .arc-novel .an-curve { fill: none; stroke: var(--an-accent); stroke-width: 3; }
    .arc-novel .an-dot { fill: var(--an-ground); stroke: var(--an-text); stroke-width: 2; }
    .arc-novel .an-bar { fill: none; stroke: var(--an-text); stroke-width: 2; }
"""


def number(value: float, digits: int, point: str) -> str:
    """Return a number as a language writes it, with a true minus sign."""
    return f"{value:.{digits}f}".replace(".", point).replace("-", "−")


def across(percent: float) -> float:
    """Return where a place of the text stands in the drawing."""
    return LEFT + (RIGHT - LEFT) * percent / 100


def down(value: float) -> float:
    """Return at which height a tone stands in the drawing."""
    return BOTTOM - (BOTTOM - TOP) * (value - LEAST) / (MOST - LEAST)


def svg(shown: Arc, lang: str) -> str:
    """Draw the curve. The same numbers give the same bytes."""
    say = WORDS[lang]
    deep = min(shown.places, key=lambda place: place.tone)
    top = max(shown.places, key=lambda place: place.tone)
    refusal = min(
        (place for place in shown.places if REFUSAL[0] <= place.percent <= REFUSAL[1]),
        key=lambda place: place.tone,
    )
    last = shown.places[-1]
    desc = say.desc.format(
        top=number(top.tone, 2, say.point),
        bottom=number(deep.tone, 2, say.point),
        deep=round(deep.percent),
        low=number(shown.low, 2, say.point),
        high=number(shown.high, 2, say.point),
    )
    name = f"{NAME}-{lang}"
    out = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 418" role="img"'
        f' aria-labelledby="{name}-title {name}-desc" xml:lang="{lang}" lang="{lang}">',
        f'  <title id="{name}-title">{say.title}</title>',
        f'  <desc id="{name}-desc">{desc}</desc>',
        f"  <style>\n{STYLE}  </style>",
        '  <g class="arc-novel">',
        '    <rect class="an-ground" width="320" height="418" rx="10"/>',
        f'    <text class="an-head" x="10" y="24">{say.title}</text>',
        f'    <text x="10" y="48">{say.axis}</text>',
    ]
    for tick in TICKS:
        y = down(tick)
        kind = "an-zero" if tick == 0 else "an-grid"
        out.append(
            f'    <text class="an-tick" x="38" y="{y + 5:.1f}">{number(tick, 1, say.point)}</text>'
        )
        out.append(f'    <path class="{kind}" d="M{LEFT:.0f} {y:.1f}H{BAR + 13}"/>')
    for percent in (0, 50, 100):
        out.append(
            f'    <text class="an-mid" x="{across(percent):.1f}" y="{BOTTOM + 20:.0f}">'
            f"{percent} %</text>"
        )
    out.append(
        f'    <text class="an-mid" x="{across(50):.1f}" y="{BOTTOM + 40:.0f}">{say.place}</text>'
    )
    line = "L".join(f"{across(p.percent):.1f} {down(p.tone):.1f}" for p in shown.places)
    out.append(f'    <path class="an-curve" d="M{line}"/>')
    for place in (refusal, deep, last):
        out.append(
            f'    <circle class="an-dot" cx="{across(place.percent):.1f}"'
            f' cy="{down(place.tone):.1f}" r="4"/>'
        )
    out += [
        f'    <text class="an-note an-end" x="{across(refusal.percent) - 2:.1f}"'
        f' y="{down(refusal.tone) + 20:.1f}">{say.refuses}</text>',
        f'    <text class="an-note an-mid" x="{across(deep.percent):.1f}"'
        f' y="{down(deep.tone) + 37:.1f}">{say.runs}</text>',
        f'    <text class="an-note an-end" x="{across(last.percent) + 8:.1f}"'
        f' y="{down(last.tone) - 14:.1f}">{say.wedding}</text>',
        bar(BAR, down(shown.high), down(shown.low)),
        '    <path class="an-curve" d="M14 345H40"/>',
        f'    <text x="52" y="343">{say.line[0]}</text>',
        f'    <text x="52" y="360">{say.line[1]}</text>',
        bar(27, 376, 404),
        f'    <text x="52" y="388">{say.bar[0]}</text>',
        f'    <text x="52" y="405">{say.bar[1]}</text>',
        "  </g>",
        "</svg>",
    ]
    return "\n".join(out) + "\n"


def bar(x: float, high: float, low: float) -> str:
    """Return an upright bar with a foot at each end."""
    return (
        f'    <path class="an-bar" d="M{x - 7:.0f} {high:.1f}H{x + 7:.0f}M{x:.0f} {high:.1f}'
        f'V{low:.1f}M{x - 7:.0f} {low:.1f}H{x + 7:.0f}"/>'
    )


def draw(folder: Path) -> list[Path]:
    """Draw from the numbers in a folder, in every language; return the files."""
    shown = from_csv((folder / f"{NAME}.csv").read_text(encoding="utf-8"))
    files = []
    for lang in WORDS:
        file = folder / f"{NAME}.{lang}.svg"
        file.write_text(svg(shown, lang), encoding="utf-8", newline="\n")
        files.append(file)
    return files


def main(arguments: Sequence[str] | None = None) -> int:
    """Read a novel where one is given, then draw."""
    parser = argparse.ArgumentParser(description="Draw the tone along a novel.")
    parser.add_argument("text", nargs="?", type=Path, help="a novel as plain text, UTF-8")
    parser.add_argument("--folder", type=Path, default=FIGURES, help="where the files go")
    given = parser.parse_args(arguments)
    try:
        if given.text is not None:
            numbers = to_csv(arc(*sentences(story(given.text.read_text(encoding="utf-8")))))
            (given.folder / f"{NAME}.csv").write_text(numbers, encoding="utf-8", newline="\n")
        for file in draw(given.folder):
            print(file.name)
    except (CourseError, OSError) as wrong:
        parser.error(str(wrong))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
