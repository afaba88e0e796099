"""Pictures of a report as inline SVG: the tone by sentence, readings on their bands, the fold.

A picture says nothing that words do not: each carries the same facts as a caption, and shape and
words tell what colour tells. Colours come from the report's stylesheet, so that both themes fit.
The same report gives the same picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Final

from ..findings import Reading
from ..messages import text
from ..readability import SCALES
from ..tone import CLEAR, SentenceTone

if TYPE_CHECKING:
    from . import Report

WIDTH: Final = 320
"""Width of every picture in its own units; it scales with the page."""

LETTER: Final = 6.5
"""Room that a letter of a label takes; a label that does not fit is left to the caption."""

MOST_SENTENCES: Final = 40
"""Sentences that the tone picture shows; longer texts show the first."""

_LINE: Final = 'stroke="var(--r-line)" stroke-width="1"'


def pictures(report: Report, key: str) -> str:
    """Return all pictures that the report has data for; ``key`` begins their ids."""
    parts = (_tone(report, key), *_scales(report, key), _fold(report, key))
    return "".join(part for part in parts if part)


def _figure(key: str, name: str, title: str, height: int, body: str, words: str) -> str:
    label = f"{key}-{name}"
    return (
        f'<figure class="is-picture"><svg viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="{label}" focusable="false"><title id="{label}">{escape(title)}: '
        f"{escape(words)}</title>{body}</svg>"
        f"<figcaption><strong>{escape(title)}.</strong> {escape(words)}</figcaption></figure>"
    )


def _tone(report: Report, key: str) -> str:
    sentences = report.tone.sentences[:MOST_SENTENCES]
    if len(sentences) < 2 or not report.tone.counted:
        return ""
    reader = report.reader
    height, middle, half = 90, 45, 36
    step = WIDTH / len(sentences)
    bars = "".join(_bar(one, place, step, middle, half) for place, one in enumerate(sentences))
    axis = f'<line x1="0" y1="{middle}" x2="{WIDTH}" y2="{middle}" {_LINE}/>'
    signs = (
        '<text x="0" y="10" class="is-sign">+</text>'
        f'<text x="0" y="{height - 3}" class="is-sign">\u2212</text>'
    )
    warm = [str(place) for place, one in enumerate(sentences, 1) if one.value > CLEAR]
    cold = [str(place) for place, one in enumerate(sentences, 1) if one.value < -CLEAR]
    words = text(
        reader,
        "pictures.tone_words",
        warm=", ".join(warm) or text(reader, "pictures.none"),
        cold=", ".join(cold) or text(reader, "pictures.none"),
        count=len(sentences),
    )
    title = text(reader, "pictures.tone")
    return _figure(key, "tone", title, height, axis + bars + signs, words)


def _bar(one: SentenceTone, place: int, step: float, middle: int, half: int) -> str:
    """Return a bar up for a warm sentence, down and hatched for a negative one, a dot for plain."""
    left = place * step + step * 0.15
    width = step * 0.7
    if abs(one.value) <= CLEAR:
        return f'<circle cx="{left + width / 2:.1f}" cy="{middle}" r="2.5" fill="var(--r-muted)"/>'
    size = abs(one.value) * half
    top = middle - size if one.value > 0 else middle
    kind = "is-works" if one.value > 0 else "is-ask"
    outline = "" if one.value > 0 else ' stroke="var(--r-kind)" stroke-dasharray="3 2"'
    fill = "var(--r-kind)" if one.value > 0 else "var(--r-soft)"
    return (
        f'<g class="{kind}"><rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" '
        f'height="{size:.1f}" fill="{fill}"{outline}/></g>'
    )


def _scales(report: Report, key: str) -> Iterator[str]:
    for reading in report.readings:
        if reading.shown and reading.id in SCALES:
            yield _scale(report.reader, reading, key)


def _scale(reader: str, reading: Reading, key: str) -> str:
    lowest, highest, bands = SCALES[reading.id]
    value = min(highest, max(lowest, reading.value or 0.0))
    height, top, thick = 44, 8, 12

    def at(number: float) -> float:
        return WIDTH * (min(number, highest) - lowest) / (highest - lowest)

    body = []
    left = lowest
    for place, (upper, name) in enumerate(bands):
        start, end = at(left), at(upper)
        shade = 0.12 + 0.16 * place
        body.append(
            f'<rect x="{start:.1f}" y="{top}" width="{max(0.0, end - start):.1f}" '
            f'height="{thick}" fill="var(--r-accent)" fill-opacity="{shade:.2f}"/>'
        )
        label = text(reader, f"bands.{name}")
        if end - start > LETTER * len(label):
            body.append(f'<text x="{start + 2:.1f}" y="{top + thick + 14}">{escape(label)}</text>')
        left = min(upper, highest)
    mark = at(value)
    body.append(f'<path d="M{mark:.1f} {top + thick} l-5 -{thick + 6} h10 z" fill="var(--r-ink)"/>')
    words = f"{reading.display} ({reading.band})" if reading.band else reading.display
    return _figure(key, reading.id.replace("_", "-"), reading.title, height, "".join(body), words)


def _fold(report: Report, key: str) -> str:
    platform = report.draft.platform
    written = report.draft.text.rstrip()
    if platform is None or not platform.fold or not report.draft.words:
        return ""
    reader = report.reader
    length = platform.length(written)
    first = next((one for one in report.draft.sentences if one.words), None)
    if first is None or not length:
        return ""
    ends = platform.length(written[: first.span.end])
    total = max(length, platform.fold)
    height, top, thick = 46, 10, 10

    def at(number: int) -> float:
        return WIDTH * number / total

    body = (
        f'<rect x="0" y="{top}" width="{at(length):.1f}" height="{thick}" '
        'fill="var(--r-accent)" fill-opacity="0.25"/>'
        f'<rect x="0" y="{top}" width="{at(ends):.1f}" height="{thick}" '
        'fill="var(--r-accent)" fill-opacity="0.75"/>'
        f'<line x1="{at(platform.fold):.1f}" y1="2" x2="{at(platform.fold):.1f}" '
        f'y2="{top + thick + 8}" stroke="var(--r-ink)" stroke-width="1.5" '
        'stroke-dasharray="4 2"/>'
        f'<text x="{min(at(platform.fold) + 4, WIDTH - 60):.1f}" y="{top + thick + 18}">'
        f"{platform.fold}</text>"
    )
    where = "inside" if ends <= platform.fold else "outside"
    words = text(
        reader,
        f"pictures.fold_{where}",
        platform=platform.name,
        fold=platform.fold,
        ends=ends,
        length=length,
    )
    return _figure(key, "fold", text(reader, "pictures.fold"), height, body, words)
