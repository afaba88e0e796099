"""Write the page of terms from ``book/glossary.yml``.

The page ``book/glossary.md`` says where they go with a line ``<!-- all terms -->``. Each entry
shows the word in the other language, and the chapter that introduces it. Sphinx finds a term that
a text writes with another capital letter: {term}`Consent` leads to "consent".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml
from chapters import Page, chapters
from languages import LANGUAGES

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MARKER: Final = "<!-- all terms -->"
SOURCE: Final = "book/glossary.yml"
OTHER: Final = {"en": "In Indonesian", "id": "Dalam bahasa Inggris"}
OFFICIAL: Final = {"en": "Listed in KBBI", "id": "Ada di KBBI"}
CHAPTER: Final = {"en": "Chapter", "id": "Bab"}


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its form and its meaning by language, and whether KBBI has the Indonesian form."""

    forms: Mapping[str, str]
    means: Mapping[str, str]
    official: bool

    @property
    def key(self) -> str:
        """The English form, by which chapters name the term."""
        return self.forms["en"]


def read_terms(root: Path) -> tuple[Term, ...]:
    """Read the terms in the order of the file."""
    data = yaml.safe_load((root / SOURCE).read_text(encoding="utf-8"))
    codes = [language.code for language in LANGUAGES]
    return tuple(
        Term(
            {code: str(each[code]) for code in codes},
            {code: str(each["means"][code]) for code in codes},
            each.get("official") is True,
        )
        for each in data
    )


def entry(term: Term, lang: str, taught: Sequence[Page]) -> str:
    """Return one entry: the term, its meaning, its other form and where it is taught."""
    (other,) = (language.code for language in LANGUAGES if language.code != lang)
    facts = [f'{OTHER[lang]}: <span lang="{other}">{term.forms[other]}</span>']
    if term.official:
        facts.append(OFFICIAL[lang])
    links = [f"[{page.title}](<{relpath(page.name, 'book')}.md>)" for page in taught]
    if links:
        facts.append(f"{CHAPTER[lang]}: {', '.join(links)}")
    return f"{term.forms[lang]}\n    {term.means[lang]}\n\n    {'. '.join(facts)}.\n"


def page(root: Path, lang: str) -> str:
    """Return the list of terms as Markdown, sorted in the language of the page."""
    written = chapters(root, lang)
    terms = sorted(read_terms(root), key=lambda term: term.forms[lang].casefold())
    entries = [
        entry(term, lang, [page for page in written if term.key in page.terms]) for term in terms
    ]
    return "````{glossary}\n" + "\n".join(entries) + "````\n"


def fill(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put the terms in the place of the marker."""
    if MARKER in source[0]:
        root, lang = Path(app.srcdir), app.config.language
        source[0] = source[0].replace(MARKER, page(root, lang))
        app.env.note_dependency(str(root / SOURCE))
        for chapter in chapters(root, lang):
            app.env.note_dependency(str(chapter.path))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the page. It comes after the language swap, which has the usual priority."""
    app.connect("source-read", fill, priority=600)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
