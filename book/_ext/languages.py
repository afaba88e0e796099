"""Build the book in a language other than English from sidecar sources.

A page ``book/hook.md`` has its Indonesian text in ``book/_id/hook.md``; an exercise
``exercises/hook.ipynb`` has it in ``exercises/_id/hook.ipynb``. One build makes one language. The
page names stay the same, so the switch keeps the reader's page. A language may lack pages while it
is being written: its contents list leaves them out, and the switch leads to its first page.

The module also gives Sphinx an Indonesian search and Indonesian quotation marks, and the templates
the addresses of the other languages.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from docutils.utils.smartquotes import smartchars
from sphinx.search import SearchLanguage
from sphinx.search import languages as search_languages
from sphinx.util import logging

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

SOURCE_LANGUAGE = "en"
SOURCE_SUFFIXES = (".md", ".ipynb")


class Language(NamedTuple):
    """A language of the book: its code, its own name, a short form for narrow screens, and what
    the switch says on a page that this language lacks."""

    code: str
    name: str
    short: str
    absent: str


LANGUAGES = (
    Language("en", "English", "EN", "This page is not there in English yet; to the first page."),
    Language(
        "id",
        "Bahasa Indonesia",
        "ID",
        "Halaman ini belum ada dalam Bahasa Indonesia; ke halaman depan.",
    ),
)

NOT_YET = "not-yet"
"""The place on a first page that greets readers whose page this language lacks."""


class SearchIndonesian(SearchLanguage):
    """Index Indonesian words as they are written.

    Sphinx has no Indonesian and would fall back to English, whose stemmer turns "penting" into
    "pent". The search page compares parts of words, so "cerita" also finds "bercerita".
    """

    lang = "id"
    language_name = "Indonesian"
    stopwords: ClassVar[set[str]] = set(
        """ada adalah akan atau bagi bahwa bisa dalam dan dapat dari dengan di harus hingga ia ini
        itu jika juga kamu karena ke lagi lain lalu lebih mereka namun oleh pada para saat
        saja saya sebagai sebuah sehingga serta setelah sudah supaya tapi telah tentang tetapi
        tidak untuk yaitu yang""".split()
    )


def sidecar(source_dir: Path, docname: str, language: str) -> Path | None:
    """Return the file that holds a page in a language, or None where there is none.

    For English that is the page itself.
    """
    folder, _, rest = docname.partition("/")
    inside = "" if language == SOURCE_LANGUAGE else f"_{language}"
    base = Path(source_dir, folder, inside)
    candidates = (base / f"{rest}{suffix}" for suffix in SOURCE_SUFFIXES)
    return next((path for path in candidates if path.is_file()), None)


def swap_source(app: Sphinx, docname: str, source: list[str]) -> None:
    """Replace the text of a page with its sidecar; warn where there is none.

    A strict build fails on the warning.
    """
    language = app.config.language
    if language == SOURCE_LANGUAGE:
        return
    path = sidecar(Path(app.srcdir), docname, language)
    if path is None:
        logger.warning(
            "The page has no text in the language %r. Add it under %s/_%s/.",
            language,
            docname.partition("/")[0],
            language,
            location=docname,
        )
        return
    source[0] = path.read_text(encoding="utf-8")
    app.env.note_dependency(str(path))


def has_page(source_dir: Path, page: str, language: str) -> bool:
    """True where a language has this page; pages without a source, as the search, are in all."""
    return (
        sidecar(source_dir, page, SOURCE_LANGUAGE) is None
        or sidecar(source_dir, page, language) is not None
    )


def language_links(
    page: str, language: str, root: str, absent: Collection[str] = ()
) -> list[dict[str, str]]:
    """Return the switch to every other language, as relative links that keep the reader's page.

    The site has one folder a language, so the way up is one step for each part of the page name.
    For a language in ``absent``, which lacks the page, the switch leads to the first page ``root``.
    """
    up = "../" * (page.count("/") + 1)
    return [
        {
            **other._asdict(),
            "href": f"{up}{other.code}/"
            + (f"{root}.html#{NOT_YET}" if other.code in absent else f"{page}.html"),
            "absent": other.absent if other.code in absent else "",
        }
        for other in LANGUAGES
        if other.code != language
    ]


def alternates(page: str, base_url: str, absent: Collection[str] = ()) -> list[dict[str, str]]:
    """Return the hreflang entries of a page, English also as ``x-default``.

    Search engines accept absolute addresses only, so without a base address there are none.
    ``base_url`` is the address of one language's folder and ends in ``/<language>/``.
    """
    if not base_url:
        return []
    site = base_url.rstrip("/").rpartition("/")[0]
    codes = [
        (language.code, language.code) for language in LANGUAGES if language.code not in absent
    ]
    return [
        {"hreflang": name, "href": f"{site}/{code}/{page}.html"}
        for name, code in [*codes, ("x-default", SOURCE_LANGUAGE)]
    ]


def add_context(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Hand the templates the language switch and, for pages with a text, the hreflang entries."""
    absent = [other.code for other in LANGUAGES if not has_page(Path(app.srcdir), page, other.code)]
    context["course_languages"] = language_links(
        page, app.config.language, app.config.root_doc, absent
    )
    context["course_alternates"] = (
        alternates(page, app.config.html_baseurl, absent) if doctree is not None else []
    )


def copy_sidecars(app: Sphinx, exception: Exception | None) -> None:
    """Let the download of a notebook deliver the language of the page.

    Sphinx copies the files it found, which are the English ones.
    """
    if (
        exception is not None
        or app.builder.name != "html"
        or app.config.language == SOURCE_LANGUAGE
    ):
        return
    for docname in app.env.found_docs:
        path = sidecar(Path(app.srcdir), docname, app.config.language)
        copied = Path(app.outdir, "_sources", f"{docname}{path.suffix}") if path else None
        if path and copied and copied.is_file():
            shutil.copyfile(path, copied)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the language support with Sphinx."""
    search_languages["id"] = SearchIndonesian
    smartchars.quotes["id"] = "“”‘’"  # docutils knows no Indonesian; PUEBI has them as in English
    app.connect("source-read", swap_source)
    app.connect("html-page-context", add_context)
    app.connect("build-finished", copy_sidecars)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
