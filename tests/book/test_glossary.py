"""The terms: one source, both pages, and every term linked where a chapter introduces it."""

from __future__ import annotations

import io
import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from chapters import Page, chapters
from glossary import Term, listing, read_terms
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

ROOT = Path(__file__).resolve().parents[2]
TERMS = read_terms(ROOT)
BY_KEY = {term.key: term for term in TERMS}
LEAST_TERMS = 70
MOST_WORDS = 20
LANGUAGES = ("en", "id")
ROLE = re.compile(r"\{term\}`([^`]+)`")
CHAPTERS = [(language, page) for language in LANGUAGES for page in chapters(ROOT, language)]
CHAPTER_IDS = [f"{language}-{page.slug}" for language, page in CHAPTERS]


def target(role: str) -> str:
    """Return the term that a role names: {term}`folds <fold>` names "fold"."""
    found = re.search(r"<([^>]+)>$", role)
    return (found[1] if found else role).casefold()


# ----- the source --------------------------------------------------------------------------------


def test_there_are_enough_terms_and_none_twice() -> None:
    assert len(TERMS) >= LEAST_TERMS
    for language in LANGUAGES:
        counts = Counter(term.forms[language].casefold() for term in TERMS)
        assert [form for form, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.key)
def test_a_meaning_is_one_short_sentence_in_both_languages(term: Term) -> None:
    for language in LANGUAGES:
        meaning = term.means[language]
        assert len(meaning.split()) <= MOST_WORDS, meaning
        assert meaning.endswith("."), meaning
        assert not re.search(r"[.!?]\s", meaning), meaning
        assert meaning[0].isupper(), meaning


def test_the_terms_stand_in_the_order_of_their_english_forms() -> None:
    keys = [term.key.casefold() for term in TERMS]
    assert keys == sorted(keys)


# ----- chapters ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "page"), CHAPTERS, ids=CHAPTER_IDS)
def test_a_chapter_links_each_term_that_it_introduces_once(language: str, page: Page) -> None:
    assert page.terms, f"{page.name} introduces no term: add `terms:` to its front matter."
    linked = Counter(target(role) for role in ROLE.findall(page.body))
    wanted = {}
    for key in page.terms:
        assert key in BY_KEY, f"{page.name}: «{key}» is not in book/glossary.yml."
        wanted[BY_KEY[key].forms[language].casefold()] = 1
    assert linked == wanted, page.name


def plain_text() -> str:
    """Return what learners and trainers read in English, apart from the glossary."""
    book = ROOT / "book"
    files = chain(
        (path for path in book.glob("*.md") if path.name != "glossary.md"),
        (book / "trainers").glob("*.md"),
        (book / "quizzes").glob("*.yml"),
        (ROOT / "exercises" / "source").glob("*.md"),
    )
    return "\n".join(path.read_text(encoding="utf-8") for path in files).casefold()


def test_a_term_that_no_chapter_introduces_is_used_somewhere() -> None:
    introduced = {key for page in chapters(ROOT) for key in page.terms}
    text = plain_text()
    useless = [
        term.key
        for term in TERMS
        if term.key not in introduced
        and not re.search(rf"(?<!\w){re.escape(term.key.casefold())}(s|es)?(?!\w)", text)
    ]
    assert useless == []


# ----- the pages ---------------------------------------------------------------------------------


def test_an_entry_shows_the_other_form_and_its_chapters(book: Path) -> None:
    text = listing(book, "en", "book/glossary")
    assert text.index("\nfold\n") < text.index("\nhook\n")
    assert (
        'In Indonesian: <span lang="id">batas lipat</span>. Listed in KBBI. '
        "Chapter: [Tell the pipe](<pipe.md>)." in text
    )
    hook = text[text.index("\nhook\n") :]
    assert "KBBI" not in hook
    assert "Chapter" not in hook


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_sorted_in_its_own_language(language: str) -> None:
    text = listing(ROOT, language, "book/glossary")
    shown = re.findall(r"^(\S.*)$", text, re.MULTILINE)[1:-1]
    assert len(shown) == len(TERMS)
    assert shown == sorted(shown, key=str.casefold)


@pytest.mark.parametrize(
    ("role", "warned"),
    [("Fold", False), ("FOLD", False), ("many folds <fold>", False), ("crease", True)],
)
def test_a_term_is_found_whatever_its_capital_letters(book: Path, role: str, warned: bool) -> None:
    source = book / "site"
    source.mkdir()
    entries = re.sub(r" Chapter: .*", "", listing(book, "en", "glossary"))
    (source / "glossary.md").write_text(f"# Terms\n\n{entries}", "utf-8")
    (source / "index.md").write_text(f"---\norphan: true\n---\n# A\n\n{{term}}`{role}`\n", "utf-8")
    warnings = io.StringIO()
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            srcdir=source,
            confdir=None,
            outdir=book / "out",
            doctreedir=book / "trees",
            buildername="html",
            confoverrides={
                "extensions": ["myst_parser"],
                "nitpicky": True,
                "html_theme": "basic",
                "root_doc": "glossary",
            },
            status=None,
            warning=warnings,
        )
        app.build()
    assert ("term not in glossary" in warnings.getvalue()) == warned
    html = (book / "out" / "index.html").read_text("utf-8")
    assert ("glossary.html#term-fold" in html) == (not warned)
