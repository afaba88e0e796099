"""Read the pages of the book as they are written: front matter, objectives, sources, place.

Every generated page and the tests read the book through this module. It needs nothing of Sphinx. A
chapter is a page of the contents whose front matter has ``checks:``.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from languages import SOURCE_LANGUAGE, sidecar

_FRONT: Final = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_TITLE: Final = re.compile(r"^# (.+)$", re.MULTILINE)
_OBJECTIVES: Final = re.compile(r":class: objectives\n(.*?)^:::", re.DOTALL | re.MULTILINE)
_NUMBERED: Final = re.compile(r"^\d+\. +(.+)$", re.MULTILINE)
_SOURCES: Final = re.compile(
    r"^## (?:Sources|Sumber)\n(.*?)(?=^## |^:::|\Z)", re.DOTALL | re.MULTILINE
)
_LINK: Final = re.compile(r"\]\(<?([^)>\s]+)>?\)")
_ITEM: Final = re.compile(r"^- +(.+?)(?=^- |\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the contents in one language, as it is written."""

    name: str
    """The name without ending, as in the contents: ``book/hook``."""
    part: str
    """The caption of its part of the contents; empty for the first page."""
    path: Path
    front: Mapping[str, Any]
    body: str

    @property
    def slug(self) -> str:
        """The last part of the name, which a chapter shares with its questions."""
        return self.name.rpartition("/")[2]

    @property
    def title(self) -> str:
        """The first heading."""
        found = _TITLE.search(self.body)
        return found[1].strip() if found else self.slug

    @property
    def minutes(self) -> int:
        """The minutes that the page promises; 0 where it promises none."""
        return int(self.front.get("minutes") or 0)

    @property
    def description(self) -> str:
        """What the page holds, in one sentence."""
        return str(self.front.get("myst", {}).get("html_meta", {}).get("description", ""))

    @property
    def is_chapter(self) -> bool:
        """True where the page names the checks that it teaches, and be it none."""
        return "checks" in self.front

    @property
    def terms(self) -> tuple[str, ...]:
        """The glossary terms that the page introduces, by their English form."""
        return tuple(str(term) for term in self.front.get("terms") or ())

    @property
    def objectives(self) -> tuple[str, ...]:
        """What a reader can do afterwards, in order; objective 1 comes first."""
        found = _OBJECTIVES.search(self.body)
        return tuple(line.strip() for line in _NUMBERED.findall(found[1])) if found else ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The entries of the list of sources as Markdown, one line each."""
        found = _SOURCES.search(self.body)
        return tuple(" ".join(item.split()) for item in _ITEM.findall(found[1])) if found else ()


def toc_path(root: Path, language: str) -> Path:
    """Return where the contents of a language are written."""
    return root / ("_toc.yml" if language == SOURCE_LANGUAGE else f"book/_{language}/_toc.yml")


def read_page(path: Path, name: str, part: str = "") -> Page:
    """Read a page. A page without front matter has an empty one."""
    text = path.read_text(encoding="utf-8")
    found = _FRONT.match(text)
    front = (yaml.safe_load(found[1]) or {}) if found else {}
    return Page(name, part, path, front, text[found.end() :] if found else text)


def contents(root: Path, language: str = SOURCE_LANGUAGE) -> tuple[tuple[str, str], ...]:
    """Return the name and the part of every page, in the order of the contents."""
    found = yaml.safe_load(toc_path(root, language).read_text(encoding="utf-8"))
    return (
        (found["root"], ""),
        *(
            (entry["file"], part["caption"])
            for part in found["parts"]
            for entry in part["chapters"]
        ),
    )


def pages(root: Path, language: str = SOURCE_LANGUAGE) -> tuple[Page, ...]:
    """Return the written pages in the order of the contents; exercises are no pages here."""
    found = [(name, part, sidecar(root, name, language)) for name, part in contents(root, language)]
    return tuple(
        read_page(path, name, part)
        for name, part, path in found
        if path is not None and path.suffix == ".md"
    )


def chapters(root: Path, language: str = SOURCE_LANGUAGE) -> tuple[Page, ...]:
    """Return the chapters of a language in their order."""
    return tuple(page for page in pages(root, language) if page.is_chapter)


def exercises(root: Path, language: str = SOURCE_LANGUAGE) -> tuple[Page, ...]:
    """Return the exercises of the contents, read from what their authors write."""
    folder = "" if language == SOURCE_LANGUAGE else f"_{language}/"
    return tuple(
        read_page(root / f"exercises/{folder}source/{slug}.md", name, part)
        for name, part in contents(root, language)
        for top, _, slug in [name.partition("/")]
        if top == "exercises"
    )


def link(page: Page, source: str) -> str:
    """Return the Markdown link to a page on the page named ``source``."""
    ending = "ipynb" if page.name.startswith("exercises/") else "md"
    return f"[{page.title}](<{posixpath.relpath(page.name, posixpath.dirname(source))}.{ending}>)"


def moved(markdown: str, page: Page, source: str) -> str:
    """Return Markdown of a page so that its links work on the page named ``source``."""

    def target(found: re.Match[str]) -> str:
        address = found[1]
        if "://" in address or address.startswith(("#", "mailto:")):
            return found[0]
        whole = posixpath.join(posixpath.dirname(page.name), address)
        return f"](<{posixpath.relpath(whole, posixpath.dirname(source))}>)"

    return _LINK.sub(target, markdown)
