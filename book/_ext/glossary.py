"""Write the list of terms from ``book/glossary.yml``: ``<!-- all terms -->``.

Each entry shows the word in the other language, and the chapters that introduce it. Sphinx itself
finds a term that a text writes with other capital letters: {term}`Consent` leads to "consent".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml
from chapters import Page, chapters, link
from languages import LANGUAGES

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


def entry(term: Term, lang: str, taught: Sequence[Page], source: str) -> str:
    """Return one entry: the term, its meaning, its other form and where it is taught."""
    (other,) = (language.code for language in LANGUAGES if language.code != lang)
    facts = [f'{OTHER[lang]}: <span lang="{other}">{term.forms[other]}</span>']
    if term.official:
        facts.append(OFFICIAL[lang])
    if taught:
        facts.append(f"{CHAPTER[lang]}: {', '.join(link(page, source) for page in taught)}")
    return f"{term.forms[lang]}\n    {term.means[lang]}\n\n    {'. '.join(facts)}.\n"


def listing(root: Path, lang: str, source: str) -> str:
    """Return the list of terms as Markdown, sorted in the language of the page ``source``."""
    written = chapters(root, lang)
    terms = sorted(read_terms(root), key=lambda term: term.forms[lang].casefold())
    entries = [
        entry(term, lang, [page for page in written if term.key in page.terms], source)
        for term in terms
    ]
    return "````{glossary}\n" + "\n".join(entries) + "````\n"
