"""What one language of the course is made of: its name, its version, its pages in order."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml
from bs4 import BeautifulSoup
from bs4.element import Tag

from publishing.build import published_at
from publishing.failures import CourseError
from publishing.language import Language

AGAIN: Final = "run `python course.py build`, then start again."


@dataclass(frozen=True)
class Part:
    """A part of the course: its caption, empty for the first page, and the names of its pages."""

    caption: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Edition:
    """The course in one language."""

    lang: str
    title: str
    author: str
    version: str
    released: date
    parts: tuple[Part, ...]
    folder: Path
    """The finished pages of the language."""
    address: str
    """Where these pages are published, with the last slash; empty when nobody said."""

    @property
    def pages(self) -> tuple[str, ...]:
        """The names of all pages, in order."""
        return tuple(name for part in self.parts for name in part.pages)

    @property
    def file_name(self) -> str:
        """The name of the files, without its ending."""
        words = re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")
        return f"{words or 'course'}-{self.lang}"


@dataclass(frozen=True)
class Page:
    """One page of the site: its name, its title, and its text, which the next steps rewrite."""

    name: str
    title: str
    article: Tag


def key(name: str) -> str:
    """Return a page's name as an id: `book/trainers/index` -> `book-trainers-index`."""
    return name.replace("/", "-")


def read_edition(root: Path, code: str) -> Edition:
    """Read what an edition is made of from the settings and the contents of one language."""
    language = Language(code, root)
    config = _yaml(language.config)
    toc = _yaml(language.toc)
    with (root / "pyproject.toml").open("rb") as file:
        version = str(tomllib.load(file)["project"]["version"])
    above = published_at(root / "_config.yml")
    return Edition(
        lang=code,
        title=str(config["title"]),
        author=str(config["author"]),
        version=version,
        released=_yaml(root / "CITATION.cff")["date-released"],
        parts=tuple(_parts(toc)),
        folder=language.site,
        address=f"{above}{code}/" if above else "",
    )


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _parts(toc: Any) -> Iterator[Part]:
    """Yield the parts of a contents file; pages that stand in no part form one without caption."""
    yield Part("", (str(toc["root"]), *_names(toc.get("chapters", ()))))
    for part in toc.get("parts", ()):
        yield Part(str(part.get("caption") or ""), tuple(_names(part.get("chapters", ()))))


def _names(chapters: Iterable[Any]) -> Iterator[str]:
    for chapter in chapters:
        if "file" in chapter:
            yield str(chapter["file"])
        yield from _names(chapter.get("sections", ()))


def read_page(edition: Edition, name: str) -> Page:
    """Read the text of one finished page. Raises `CourseError` when it is not there."""
    path = edition.folder / f"{name}.html"
    if not path.is_file():
        raise CourseError(f"The page {name} of the language {edition.lang} is not built: {AGAIN}")
    article = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").article
    heading = article.h1 if article else None
    if article is None or heading is None:
        raise CourseError(f"The page {name} has no text or no title: give it one, and {AGAIN}")
    return Page(name, heading.get_text(" ", strip=True), article)
