"""A Report as HTML: one look for the book, the notebook and the browser.

The draft is data from a stranger. Every piece of it is escaped, characters that turn the
reading direction are shown by their code, and nothing of it enters an attribute or an address.
The same report gives the same text, character for character.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2s
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..findings import Finding, Outcome, Reading, Span, Strength
from ..messages import plural, text, words
from .pictures import pictures
from .text import score_line

if TYPE_CHECKING:
    from . import Report

SHOWN: Final = 5
"""Places of one rule that a list shows before it folds the rest away."""
QUOTED: Final = 90
"""Code points of the draft that a list quotes before it shortens them."""
WORKS: Final = "works"
ALL_CHECKS: Final = "checks"
"""The page that describes every rule, for rules without a chapter of their own. A rule stands there
under its id with hyphens."""
_ORDER: Final = (Outcome.ASK, Outcome.REVISE, Outcome.INFO)
_SIGNS: Final = {"ask": "?", "revise": "!", "info": "i", WORKS: "\u2713"}

Link = Callable[[str], str | None]
"""Gives the address of a chapter by its slug, or None where there is no such page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the draft that the reader can find again in the list."""

    number: int
    kind: str
    """An outcome's value, or ``works``."""
    title: str
    span: Span
    """What is underlined; empty where the mark is about the whole draft."""
    source: Finding | Strength


@dataclass(frozen=True, slots=True)
class View:
    """A report with all that its HTML depends on."""

    report: Report
    marks: tuple[Mark, ...]
    key: str
    """Begins every id, so that several reports can stand on one page."""
    say: Mapping[str, str]
    """The words of the interface, in the reader's language."""
    link: Link
    level: int
    """Of the first heading; 0 for paragraphs that look like headings."""

    @property
    def lang(self) -> str:
        """Language of the draft."""
        return self.report.draft.lang


def view(
    report: Report, *, link: Link | None = None, heading_level: int = 0, salt: str = ""
) -> View:
    """Prepare a report. The ``salt`` tells equal reports on one page apart."""
    marks = _marks(report)
    content = (
        salt,
        report.draft.text,
        report.reader,
        [(mark.kind, mark.source.rule, mark.source.span, mark.source.title) for mark in marks],
    )
    digest = blake2s(repr(content).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    return View(
        report=report,
        marks=marks,
        key=f"is-{digest}",
        say=words(report.reader),
        link=link or (lambda chapter: None),
        level=heading_level,
    )


def only(shown: View, kinds: Iterable[str]) -> View:
    """Return the same view with marks of some kinds alone; with none, the bare draft."""
    kept = frozenset(kinds)
    return replace(shown, marks=tuple(mark for mark in shown.marks if mark.kind in kept))


def to_html(
    report: Report,
    *,
    chapter_url: str | None = None,
    heading_level: int = 3,
    with_css: bool = True,
    salt: str = "",
) -> str:
    """Return a report as one HTML section.

    ``chapter_url`` is an address with ``{chapter}`` in it, such as ``../book/{chapter}.html``.
    ``heading_level`` is 1 to 6; 0 makes headings plain paragraphs, for a place that must not
    add to an outline. ``with_css`` puts the styles in front.
    """

    def link(chapter: str) -> str | None:
        return chapter_url.replace("{chapter}", chapter) if chapter_url else None

    shown = view(report, link=link, heading_level=heading_level, salt=salt)
    opening = (
        f'<section class="is-report" id="{shown.key}" lang="{attribute(report.reader)}"'
        f' aria-labelledby="{shown.key}-title">'
    )
    parts = [
        opening,
        heading(
            shown,
            0,
            shown.say["report.title"],
            ident=f"{shown.key}-title",
            # The first words tell this review from others on the page.
            hidden=quoted(shown, report.draft.text) if report.draft.text.strip() else "",
        ),
        summary(shown),
        draft(shown),
        strengths(shown),
        findings(shown),
        ignored(shown),
        readings(shown),
        score(shown),
        notes(shown),
        "</section>",
    ]
    style = f"<style>{css()}</style>" if with_css else ""
    return style + "".join(parts)


@cache
def css() -> str:
    """Return the styles of a report without their comments."""
    raw = (Path(__file__).parent / "report.css").read_text("utf-8")
    bare = re.sub(r"/\*.*?\*/", "", raw, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", bare).strip()


# --- what a stranger wrote -----------------------------------------------------------------

_BREAKS: Final = "\n\r\v\f\x85\u2028\u2029"
_TURNS: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SPECIAL: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


_NOTHING: Final = "\x00"
"""Stands in for the first half of a line break of two characters. A draft never holds it."""


def attribute(value: str) -> str:
    """Return a text that is safe inside a quoted attribute."""
    return escape(_SPECIAL.sub("\ufffd", value), quote=True)


def plain(value: str) -> str:
    """Return a text that is safe between tags, on one line."""
    return escape_with(value, " ")


def lines(value: str) -> str:
    """Return a text that is safe between tags, with its line breaks kept."""
    return escape_with(value, "<br/>")


def escape_with(value: str, line_break: str) -> str:
    """Escape a text, put ``line_break`` for each break and a sign for what cannot be shown."""
    out: list[str] = []
    at = 0
    for hit in _SPECIAL.finditer(value):
        out += escape(value[at : hit.start()], quote=False), _shown(hit[0], line_break)
        at = hit.end()
    out.append(escape(value[at:], quote=False))
    return "".join(out)


def _shown(char: str, line_break: str) -> str:
    if char in _BREAKS:
        return line_break
    if char == "\t":
        return char
    if char == _NOTHING:
        return ""
    if char in _TURNS:
        # Such a character can turn round what stands after it: show that it is there instead.
        return f"[U+{ord(char):04X}]"
    return "\ufffd"


def quoted(shown: View, value: str) -> str:
    """Return words of the draft as a quotation in their own language and direction."""
    flat = " ".join(value[: 10 * QUOTED].split())
    if len(flat) > QUOTED:
        cut = flat.rfind(" ", QUOTED // 2, QUOTED)
        flat = flat[: cut if cut > 0 else QUOTED] + " \u2026"
    return f'<q class="is-words" lang="{attribute(shown.lang)}"><bdi>{plain(flat)}</bdi></q>'


# --- the draft with its marks --------------------------------------------------------------


def _marks(report: Report) -> tuple[Mark, ...]:
    """Number findings and strengths, each from 1, in the order in which a reader meets them."""
    written = report.draft.text
    bare = written.strip()
    first = written.find(bare) if bare else 0
    inked = Span(first, first + len(bare))
    made: list[Mark] = []
    groups: tuple[Sequence[Finding | Strength], ...] = (report.findings, report.strengths)
    for group in groups:
        ordered = sorted(group, key=lambda one: (one.span.start, one.span.end, one.rule))
        for number, one in enumerate(ordered, 1):
            kind = one.outcome.value if isinstance(one, Finding) else WORKS
            made.append(Mark(number, kind, one.title, _visible(written, one.span, inked), one))
    return tuple(made)


def _visible(written: str, span: Span, inked: Span) -> Span:
    """Return the span without spaces at its ends; empty where it covers all that is written."""
    start, end = max(span.start, inked.start), min(span.end, inked.end)
    while start < end and written[start].isspace():
        start += 1
    while end > start and written[end - 1].isspace():
        end -= 1
    # To underline everything would hide every other mark.
    return Span(0, 0) if start >= end or (start, end) == inked else Span(start, end)


def draft(shown: View, fold: int | None = None, fold_label: str = "") -> str:
    """Return the draft as its writer wrote it, with marks and the line where a feed cuts it.

    ``fold`` is the code point after which the platform hides the text.
    """
    wide = [mark for mark in shown.marks if not mark.span.end]
    about_all = ""
    if wide:
        tags = " ".join(_pill(shown, mark) for mark in wide)
        about_all = f'<p class="is-all">{plain(shown.say["html.whole"])} {tags}</p>'
    body = "".join(_pieces(shown, fold, fold_label))
    return (
        f'<div class="is-draft" lang="{attribute(shown.lang)}" dir="auto">{body}</div>{about_all}'
    )


def _pieces(shown: View, fold: int | None, fold_label: str) -> Iterator[str]:
    """Yield the draft piece by piece: a change of the marks begins a new piece.

    Marks may nest and overlap. A piece takes the look of the most urgent mark over it, and each
    mark has its label where it ends, so the work grows with the number of marks and no faster.
    """
    written = re.sub("\r(?=\n)", _NOTHING, shown.report.draft.text)
    opens: dict[int, list[Mark]] = {}
    closes: dict[int, list[Mark]] = {}
    for mark in shown.marks:
        if mark.span.end:
            opens.setdefault(mark.span.start, []).append(mark)
            closes.setdefault(mark.span.end, []).append(mark)
    cut = fold_place(written, fold) if fold is not None else None
    places = sorted({0, len(written), *opens, *closes, *(() if cut is None else (cut,))})
    active: Counter[str] = Counter()
    for place, following in zip(places, [*places[1:], len(written)], strict=True):
        for mark in closes.get(place, ()):
            active[mark.kind] -= 1
            yield _pill(shown, mark)
        if place == cut:
            yield (
                f'<span class="is-fold" lang="{attribute(shown.report.reader)}">'
                f"<span>{plain(fold_label)}</span></span>"
            )
        for mark in opens.get(place, ()):
            active[mark.kind] += 1
            yield f'<span class="is-sr">[{mark.number}\u00a0</span>'
        piece = written[place:following]
        if not piece:
            continue
        kind = next((kind for kind in ("ask", "revise", "info", WORKS) if active[kind]), None)
        yield f'<mark class="is-mark is-{kind}">{lines(piece)}</mark>' if kind else lines(piece)


def fold_place(written: str, fold: int) -> int:
    """Return the place for the line of the fold: the last gap between words before it."""
    end = min(fold, len(written))
    for place in range(end, max(end - 30, 0), -1):
        if written[place - 1].isspace():
            return place
    # No gap near: do not part an accent or a joined emoji from what it belongs to.
    while end < len(written) and (
        unicodedata.category(written[end]) in ("Mn", "Me", "Mc", "Sk")
        or "\u200d" in (written[end], written[end - 1])
    ):
        end += 1
    return end


def name_of(shown: View, kind: str) -> str:
    """Return an outcome, or ``works``, in the reader's words."""
    return shown.say["html.works" if kind == WORKS else f"outcomes.{kind}"]


def _label(mark: Mark) -> str:
    return f"\u2713\u00a0{mark.number}" if mark.kind == WORKS else str(mark.number)


def _pill(shown: View, mark: Mark) -> str:
    """Return the label at the end of a mark: number, outcome in words, a way to the list."""
    kind = plain(name_of(shown, mark.kind))
    kind = f'<span class="is-sr"> {kind}</span>' if mark.kind == WORKS else f" {kind}"
    return (
        f'<a class="is-pill is-{mark.kind}" id="{shown.key}-m{_code(mark)}"'
        f' href="#{shown.key}-f{_code(mark)}" lang="{attribute(shown.report.reader)}">'
        f"{_label(mark)}{kind}"
        f'<span class="is-sr">: {plain(mark.title)}]</span></a>'
    )


def _code(mark: Mark) -> str:
    return f"s{mark.number}" if mark.kind == WORKS else str(mark.number)


# --- the lists -----------------------------------------------------------------------------


def heading(
    shown: View,
    depth: int,
    title: str,
    *,
    ident: str = "",
    sign: str = "",
    rest: str = "",
    hidden: str = "",
) -> str:
    """Return a heading ``depth`` levels below the first, or a paragraph for level 0.

    A ``sign`` stands before the title and ``rest`` less loudly after it. ``hidden`` is HTML that
    a screen reader says and nobody sees.
    """
    tag = f"h{min(shown.level + depth, 6)}" if shown.level else "p"
    named = f' id="{ident}"' if ident else ""
    before = f'<span class="is-sign" aria-hidden="true">{sign}</span> ' if sign else ""
    after = f'<span class="is-rest">: {plain(rest)}</span>' if rest else ""
    silent = f'<span class="is-sr">: {hidden}</span>' if hidden else ""
    inside = f"{before}{plain(title)}{after}{silent}"
    return f'<{tag} class="is-title is-depth-{depth}"{named}>{inside}</{tag}>'


def summary(shown: View) -> str:
    """Return one line: how many findings of each outcome, and how many strengths."""
    counts = Counter(mark.kind for mark in shown.marks)
    chips = "".join(
        f'<li class="is-chip is-{kind}"><span class="is-sign" aria-hidden="true">{_SIGNS[kind]}'
        f"</span> {plain(name_of(shown, kind))}: {counts[kind]}</li>"
        for kind in (WORKS, "ask", "revise", "info")
        if counts[kind]
    )
    return f'<ul class="is-chips">{chips}</ul>' if chips else ""


def strengths(shown: View, *, titled: bool = True) -> str:
    """Return what works in the draft, with the words that do it."""
    found = [mark for mark in shown.marks if mark.kind == WORKS]
    if not found:
        return ""
    title = shown.say["report.works"]
    above = heading(shown, 1, title) if titled else ""
    inside = "" if titled else heading(shown, 2, title, sign=_SIGNS[WORKS])
    listed = _listed(shown, found, full=False)
    return f'{above}<div class="is-group is-works">{inside}{listed}</div>'


def findings(shown: View, *, titled: bool = True, full: bool = True) -> str:
    """Return the findings, the most urgent outcome first.

    ``full`` adds why, chapter and source to each. Without a finding the answer says so, and
    says what a machine cannot know.
    """
    out: list[str] = []
    for outcome in _ORDER:
        kind = outcome.value
        found = [mark for mark in shown.marks if mark.kind == kind]
        if found:
            title = heading(
                shown,
                2,
                name_of(shown, kind),
                sign=_SIGNS[kind],
                rest=shown.say[f"outcomes_mean.{kind}"] if full else "",
            )
            listed = _listed(shown, found, full=full)
            out.append(f'<div class="is-group is-{kind}">{title}{listed}</div>')
    if not out:
        if not shown.report.draft.words:
            return ""
        out.append(f'<p class="is-none">{plain(shown.say["report.nothing"])}</p>')
    head = heading(shown, 1, shown.say["report.look"]) if titled else ""
    return head + "".join(out)


def ignored(shown: View) -> str:
    """Return the findings that somebody decided to leave, with the reason."""
    if not shown.report.ignored:
        return ""
    items = "".join(
        f"<li>{plain(each.finding.title)} {quoted(shown, each.finding.matched)}: "
        f"{plain(each.reason)}</li>"
        for each in shown.report.ignored
    )
    head = heading(shown, 1, shown.say["report.ignored"])
    return f'{head}<ul class="is-ignored">{items}</ul>'


def _listed(shown: View, marks: Iterable[Mark], *, full: bool) -> str:
    items = "".join(_item(shown, group, full=full) for group in _by_rule(marks))
    return f'<ul class="is-list">{items}</ul>'


def _by_rule(marks: Iterable[Mark]) -> Iterable[list[Mark]]:
    groups: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        groups.setdefault((mark.source.rule, mark.title), []).append(mark)
    return groups.values()


def _item(shown: View, group: Sequence[Mark], *, full: bool) -> str:
    """Return one rule with all the places where it speaks."""
    source = group[0].source
    above, beside = _messages(group)
    places = [_place(shown, mark, message) for mark, message in zip(group, beside, strict=True)]
    listed = f'<ul class="is-places">{"".join(places[:SHOWN])}</ul>'
    if len(places) > SHOWN:
        more = plural(shown.report.reader, "html.more", len(places) - SHOWN)
        listed += (
            f'<details class="is-fold-away"><summary>{plain(more)}</summary>'
            f'<ul class="is-places">{"".join(places[SHOWN:])}</ul></details>'
        )
    message = f'<p class="is-message">{plain(above)}</p>' if above else ""
    background = _background(shown, source) if full and isinstance(source, Finding) else ""
    return (
        f'<li class="is-item"><p class="is-name">{plain(source.title)}</p>'
        f"{message}{listed}{background}</li>"
    )


def _messages(group: Sequence[Mark]) -> tuple[str, list[str]]:
    """Return the message for all places of a rule, and those for each; empty for none.

    A message that names the words stands at its place. Where the messages differ in those words
    only, the first says enough.
    """
    messages = [mark.source.message for mark in group]
    if len(set(messages)) == 1 and not _names_words(group[0]):
        return messages[0], [""] * len(group)
    alike = {mark.source.message.replace(mark.source.matched, "") for mark in group}
    if len(alike) == 1:
        return "", [messages[0], *[""] * (len(group) - 1)]
    return "", messages


def _names_words(mark: Mark) -> bool:
    words_of_draft = mark.source.matched.strip()
    return bool(words_of_draft) and words_of_draft in mark.source.message


def _place(shown: View, mark: Mark, message: str) -> str:
    source = mark.source
    back = f'<span class="is-sr"> {plain(shown.say["html.back"])}</span>'
    goal = f"{shown.key}-m{_code(mark)}"
    parts = [f'<a class="is-pill is-{mark.kind}" href="#{goal}">{_label(mark)}{back}</a>']
    if not message or not _names_words(mark):
        whole = f'<span class="is-words">{plain(shown.say["html.whole"])}</span>'
        parts.append(quoted(shown, source.matched) if mark.span.end else whole)
    if message:
        parts.append(f'<span class="is-message">{plain(message)}</span>')
    if isinstance(source, Finding) and source.suggestion is not None:
        parts.append(_try(shown, source.suggestion))
    return f'<li id="{shown.key}-f{_code(mark)}">{" ".join(parts)}</li>'


def _try(shown: View, suggestion: str) -> str:
    if suggestion:
        advice = f"{plain(shown.say['report.try'])}: {quoted(shown, suggestion)}"
    else:
        advice = plain(shown.say["report.take_out"])
    return f'<span class="is-try">{advice}</span>'


def _background(shown: View, finding: Finding) -> str:
    """Return why a rule exists, the chapter that teaches it and its source with a date."""
    reference = finding.reference
    title = plain(reference.title)
    if reference.url and re.match(r"https?://[^\s/]", reference.url):
        title = f'<a href="{attribute(reference.url)}" rel="external noreferrer">{title}</a>'
    date = long_date(reference.checked, shown.say)
    checked = f"{plain(shown.say['report.checked'])} {plain(date)}"
    why = f'<p class="is-why">{plain(finding.why)}</p>' if finding.why else ""
    return (
        f"{why}{_chapter(shown, finding)}"
        f'<p class="is-source">{plain(shown.say["report.source"])}: {title} ({checked})</p>'
    )


def _chapter(shown: View, finding: Finding) -> str:
    """Return where to learn more: the chapter, or the page of all checks where this language of
    the course lacks the chapter.
    """
    known = f"html.chapters.{finding.chapter}" in shown.say
    chapter = finding.chapter if known else ALL_CHECKS
    name = shown.say[f"html.chapters.{chapter}"]
    address = shown.link(chapter)
    if address and chapter == ALL_CHECKS:
        address += "#" + finding.rule.replace(".", "-").replace("_", "-")
    title = f'<a href="{attribute(address)}">{plain(name)}</a>' if address else plain(name)
    return f'<p class="is-source">{plain(shown.say["report.learn"])}: {title}</p>'


def long_date(iso: str, say: Mapping[str, str]) -> str:
    """Return an ISO date in words; what is no ISO date comes back unchanged."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", iso)
    months = say["html.months"].split()
    if not match or not 1 <= int(match[2]) <= len(months):
        return iso
    return f"{int(match[3])} {months[int(match[2]) - 1]} {match[1]}"


# --- the numbers ---------------------------------------------------------------------------


def readings(shown: View) -> str:
    """Return the measured values, folded, with what each rests on and what it cannot know."""
    inside = measures(shown)
    if not inside:
        return ""
    return (
        f'<details class="is-numbers"><summary>{plain(shown.say["html.measured"])}</summary>'
        f"{inside}</details>"
    )


def measures(shown: View) -> str:
    """Return the measured values with their pictures, without a fold; nothing without values."""
    rows = "".join(_reading(one) for one in shown.report.readings)
    if not rows:
        return ""
    return (
        f"<p>{plain(shown.say['html.thermometer'])}</p>"
        f'<dl class="is-readings">{rows}</dl>{pictures(shown.report, shown.key)}'
    )


def _reading(one: Reading) -> str:
    value = f"<b>{plain(one.display)}</b>"
    if one.shown and one.band and one.band not in one.display:
        value += f" ({plain(one.band)})"
    small = [one.needs if one.needs and not one.shown else one.rests_on, one.limits]
    below = " ".join(plain(_sentence(part)) for part in small if part)
    return (
        f'<div><dt>{plain(one.title)}</dt><dd>{value}</dd><dd class="is-small">{below}</dd></div>'
    )


def _sentence(part: str) -> str:
    part = part[:1].upper() + part[1:]
    return part if part.endswith((".", "!", "?")) else f"{part}."


def score(shown: View) -> str:
    """Return the score with the points that each rule took, or why there is none."""
    found = shown.report.score
    if found is None:
        reason = score_line(shown.report) if shown.report.readings else ""
        return f'<p class="is-no-score">{plain(reason)}</p>' if reason else ""
    titles = {mark.source.rule: mark.title for mark in shown.marks}
    value = text(shown.report.reader, "score.shown", value=found.value)
    parts = ", ".join(f"{points} ({titles.get(rule, rule)})" for rule, points in found.parts)
    how = text(shown.report.reader, "score.parts", parts=parts) if parts else None
    return (
        f'<details class="is-numbers"><summary>{plain(shown.say["report.score"])}: {plain(value)}'
        f"</summary><p>{plain(how or shown.say['score.full'])}</p>"
        f"<p>{plain(shown.say['score.means'])}</p></details>"
    )


def notes(shown: View) -> str:
    """Return what could not be judged, and what no machine can judge."""
    limits = plain(shown.say["report.limits"])
    return f'{remarks(shown)}<p class="is-human">{limits}</p>'


def remarks(shown: View) -> str:
    """Return what could not be judged in this draft; nothing where all could."""
    items = "".join(f"<li>{plain(note)}</li>" for note in shown.report.notes)
    return f'<ul class="is-notes">{items}</ul>' if items else ""
