"""A panel: what the exercises show, as one model with a plain-text and an HTML face.

HTML uses words, borders and the colours of the page, so it holds in light, dark and
high-contrast themes. Folded parts are native ``details``: they open by keyboard, and running
all cells of a notebook gives nothing away.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final

_BOX: Final = (
    "border:1px solid currentColor;border-radius:.5rem;padding:.75rem 1rem;"
    "margin:.5rem 0;max-width:44rem;line-height:1.5;font-size:1rem"
)
_LINE: Final = "margin:.35rem 0"
_POST: Final = (
    "margin:.5rem 0;padding:.75rem 1rem;border:1px solid currentColor;"
    "border-inline-start-width:.35rem;border-radius:.5rem;white-space:pre-wrap;"
    "overflow-wrap:anywhere;color:inherit;background:none"
)
_SUMMARY: Final = "cursor:pointer;font-weight:600;padding:.25rem 0"


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. The lead stands in bold; the sign is for the eye only, the words repeat it."""

    text: str
    lead: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list with the line above it."""

    title: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """The words of a post with the line above them."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Fold:
    """Something that stays closed until the reader opens it.

    As plain text it shows ``closed``, a line that says how to see the rest.
    """

    title: str
    parts: tuple[Part, ...]
    closed: str


Part = Para | Items | Post | Fold


@dataclass(frozen=True, slots=True, repr=False)
class Panel:
    """What a notebook or a terminal shows. ``lang`` is the language of its words."""

    lang: str
    parts: tuple[Part, ...]

    def to_text(self) -> str:
        """Return plain text without signs."""
        return "\n".join(line for part in self.parts for line in _text(part))

    def to_html(self) -> str:
        """Return one HTML element without headings, scripts or ids."""
        inside = "".join(_html(part) for part in self.parts)
        return f'<div class="learn-panel" lang="{escape(self.lang)}" style="{_BOX}">{inside}</div>'

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return self.to_html()


def _text(part: Part) -> list[str]:
    match part:
        case Para(text, lead, _):
            return [f"{lead} {text}".strip()]
        case Items(title, entries):
            return [title, *(f"- {entry}" for entry in entries)]
        case Post(title, text):
            return [title, *(f"  {line}".rstrip() for line in text.split("\n"))]
        case Fold(_, _, closed):
            return [closed]


def _html(part: Part) -> str:
    match part:
        case Para(text, lead, sign):
            mark = f'<span aria-hidden="true">{escape(sign)} </span>' if sign else ""
            bold = f"<strong>{mark}{escape(lead)}</strong> " if lead else mark
            return f'<p style="{_LINE}">{bold}{escape(text)}</p>'
        case Items(title, entries):
            items = "".join(f"<li>{escape(entry)}</li>" for entry in entries)
            return (
                f'<p style="{_LINE}"><strong>{escape(title)}</strong></p>'
                f'<ul style="{_LINE};padding-inline-start:1.5rem">{items}</ul>'
            )
        case Post(title, text):
            return (
                f'<p style="{_LINE}"><strong>{escape(title)}</strong></p>'
                f'<blockquote style="{_POST}">{escape(text)}</blockquote>'
            )
        case Fold(title, parts, _):
            inside = "".join(_html(one) for one in parts)
            return (
                f'<details><summary style="{_SUMMARY}">{escape(title)}</summary>{inside}</details>'
            )
