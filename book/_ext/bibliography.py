"""Gather the sources of all chapters into one list: ``<!-- all sources -->``.

The lists at the ends of the chapters are the only place where a source is written. Entries of
several chapters for the same work become one: they share an address, or a title in quotation
marks. The entry with the most links stands for all, and the links that it lacks follow it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from chapters import Page, chapters, link, moved

CHAPTER: Final = {"en": "Chapter", "id": "Bab"}
MORE: Final = {"en": "See also", "id": "Lihat juga"}
LEAST_WORDS: Final = 4
"""Words below which a quoted text may be a phrase and no title."""
TITLE_WORDS: Final = 6
"""Words of a title that are compared; some chapters leave out what follows."""
_LINK: Final = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(<?(https?://[^)>\s]+)>?\)")
_QUOTED: Final = re.compile(r"[\"“]([^\"”]+)[\"”]")
_MARKUP: Final = re.compile(r"<[^>]*>|\]\(<?[^)]*\)|[\[\]*_\"“”']")


@dataclass(frozen=True, slots=True)
class Source:
    """One work, and the chapters that rest on it."""

    text: str
    pages: tuple[Page, ...]

    @property
    def sorted_as(self) -> str:
        """The letters that the reader sees first, without marks."""
        return _MARKUP.sub("", self.text).strip().casefold()


def address_key(url: str) -> str:
    """Return what makes an address the same: not the protocol, not ``www.``, not the last slash."""
    return re.sub(r"^https?://(www\.)?", "", url).partition("#")[0].rstrip("/").casefold()


def keys(text: str) -> set[str]:
    """Return what two entries for the same work have in common."""
    found = {address_key(url) for _, url in _LINK.findall(text)}
    for title in _QUOTED.findall(text):
        words = re.findall(r"[\w'’-]+", title.partition(":")[0].casefold())
        if len(words) >= LEAST_WORDS:
            found.add(" ".join(words[:TITLE_WORDS]))
    return found


def merged(texts: Sequence[str], lang: str) -> str:
    """Return one entry that holds every link of the given entries."""
    best = max(texts, key=lambda text: (len(_LINK.findall(text)), len(text)))
    known = keys(best)
    extra: dict[str, str] = {}
    for text in texts:
        for name, url in _LINK.findall(text):
            if address_key(url) not in known:
                extra.setdefault(address_key(url), f"[{name}]({url})")
    return f"{best} {MORE[lang]}: {', '.join(extra.values())}." if extra else best


def sources(root: Path, lang: str, source: str) -> tuple[Source, ...]:
    """Return every work once, sorted by its first letters."""
    groups: list[tuple[set[str], list[tuple[str, Page]]]] = []
    for chapter in chapters(root, lang):
        for text in chapter.sources:
            found, entries = keys(text), [(moved(text, chapter, source), chapter)]
            same = [group for group in groups if group[0] & found]
            for group in same:
                found |= group[0]
                entries = [*group[1], *entries]
            groups = [group for group in groups if group not in same]
            groups.append((found, entries))
    works = [
        Source(
            merged([text for text, _ in entries], lang),
            tuple({page.name: page for _, page in entries}.values()),
        )
        for _, entries in groups
    ]
    return tuple(sorted(works, key=lambda work: work.sorted_as))


def listing(root: Path, lang: str, source: str) -> str:
    """Return the list as Markdown, with a heading for each letter."""
    lines: list[str] = []
    works = sources(root, lang, source)
    for letter, group in groupby(works, key=lambda work: work.sorted_as[:1].upper()):
        lines += [f"## {letter}", ""]
        for work in group:
            found = ", ".join(link(page, source) for page in work.pages)
            lines += [f"- {work.text} **{CHAPTER[lang]}:** {found}"]
        lines.append("")
    return "\n".join(lines)
