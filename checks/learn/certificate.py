"""A page that says what somebody did, and when, and that nobody but this person vouches for it.

Plain HTML for paper and screen: it runs no script, makes no request and holds none of the posts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Final

from .intentions import INTENTIONS
from .panel import Items, Panel, Para, Part
from .texts import Texts, texts
from .writing import count_words

FILE: Final = "certificate.html"
LONGEST_NAME: Final = 80

_STYLE: Final = (
    ":root{color-scheme:light}body{font:1.125rem/1.6 Georgia,serif;max-width:38rem;"
    "margin:3rem auto;padding:2rem;border:2px solid;color:#111;background:#fff}"
    "h1{line-height:1.2;margin-top:0}"
    "ul{padding-inline-start:1.5rem}.line{border-bottom:1px solid;margin-top:3rem}"
    "@media print{body{margin:0 auto;border-width:1pt}@page{margin:2cm}}"
)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was done, by whom by their own word, and on which day."""

    lang: str
    name: str
    day: date
    words: tuple[tuple[str, int], ...]
    """Each intention with the number of words of its post."""

    @classmethod
    def of(
        cls, posts: Mapping[str, str], name: object, lang: str, day: date | None = None
    ) -> Certificate:
        """Return the certificate of a set that is done; today is the day unless one is given."""
        known = " ".join(str(name or "").split())[:LONGEST_NAME]
        counted = tuple((one, count_words(posts[one])) for one in INTENTIONS if one in posts)
        return cls(lang, known, day or date.today(), counted)

    def lines(self) -> tuple[str, ...]:
        """Return what was done, one line for each post."""
        say = texts(self.lang)
        return tuple(
            say.count("certificate.post", number, name=say(f"intention.{one}"))
            for one, number in self.words
        )

    def paragraphs(self) -> tuple[str, ...]:
        """Return the sentences of the page: who, what, and what it is no proof of."""
        say = texts(self.lang)
        known = self.name or say("certificate.nobody")
        return (
            say("certificate.done", name=known, day=self._day(say)),
            say("certificate.set"),
            say("certificate.self"),
            say("certificate.limits"),
        )

    def panel(self, saved: str | None = None) -> Panel:
        """Return the page as parts to show, with a sentence on the file where it was written."""
        say = texts(self.lang)
        done, read, *rest = self.paragraphs()
        parts: list[Part] = [
            Para("", lead=say("certificate.title")),
            Para(done),
            Items(say("certificate.posts"), self.lines()),
            *(Para(one) for one in (read, *rest)),
            Para(saved or say("certificate.save")),
        ]
        return Panel(self.lang, tuple(parts))

    def to_html(self) -> str:
        """Return the whole page."""
        say = texts(self.lang)
        done, read, *rest = (escape(one) for one in self.paragraphs())
        title = escape(say("certificate.title"))
        items = "".join(f"<li>{escape(line)}</li>" for line in self.lines())
        more = "".join(f"<p>{one}</p>\n" for one in rest)
        return (
            f'<!doctype html>\n<html lang="{escape(self.lang, quote=True)}">\n<head>\n'
            '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            "style-src 'unsafe-inline'\">\n"
            f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
            f"<h1>{title}</h1>\n<p>{done}</p>\n<p>{escape(say('certificate.posts'))}</p>\n"
            f"<ul>{items}</ul>\n<p>{read}</p>\n{more}"
            f'<p class="line"></p>\n<p>{escape(say("certificate.signed"))}</p>\n'
            "</main>\n</body>\n</html>\n"
        )

    def saved(self, folder: Path | None = None) -> str:
        """Write the page and return one sentence about it, also where it could not be written."""
        say = texts(self.lang)
        path = (folder or Path()) / FILE
        beside = path.with_name(f".{FILE}.tmp")
        try:
            beside.write_text(self.to_html(), "utf-8", newline="\n")
            beside.replace(path)
        except OSError as error:
            beside.unlink(missing_ok=True)
            reason = error.strerror or type(error).__name__
            return say("certificate.not_saved", name=FILE, reason=reason)
        return say("certificate.saved", name=FILE)

    def _day(self, say: Texts) -> str:
        month = say("certificate.months").split()[self.day.month - 1]
        return f"{self.day.day} {month} {self.day.year}"
