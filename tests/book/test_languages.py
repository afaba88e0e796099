"""The second language: sidecar sources, twin settings, words of the frame, addresses, search."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from docutils.utils.smartquotes import smartchars
from sphinx.search import languages as search_languages

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "book" / "_ext"))

import languages  # noqa: E402

CATALOGUE = ROOT / "book" / "_locale" / "id" / "LC_MESSAGES" / "sphinx.po"

# The only places in which the Indonesian settings may differ from the English ones.
MAY_DIFFER = {
    ("title",), ("author",), ("html", "baseurl"), ("sphinx", "local_extensions"),
    ("sphinx", "config", "language"), ("sphinx", "config", "project"),
}  # fmt: skip


def settings(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def leaves(value: Any, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Any]:
    """Flatten nested settings; a path in MAY_DIFFER is kept whole."""
    if not isinstance(value, dict) or path in MAY_DIFFER:
        return {path: value}
    found: dict[tuple[str, ...], Any] = {}
    for key, inner in value.items():
        found |= leaves(inner, (*path, key))
    return found


def pages(toc: Any) -> list[str]:
    return [toc["root"], *(c["file"] for part in toc["parts"] for c in part["chapters"])]


# ----- settings and pages ------------------------------------------------------------------------


def test_settings_differ_only_where_they_may() -> None:
    english, indonesian = leaves(settings("_config.yml")), leaves(settings("book/_id/_config.yml"))
    assert english.keys() == indonesian.keys()
    differing = {path for path in english if english[path] != indonesian[path]}
    assert differing <= MAY_DIFFER
    assert ("sphinx", "config", "language") in differing


def test_both_settings_name_the_same_local_extensions() -> None:
    english = settings("_config.yml")["sphinx"]["local_extensions"]
    indonesian = settings("book/_id/_config.yml")["sphinx"]["local_extensions"]
    assert english.keys() == indonesian.keys()
    for name in english:
        assert (ROOT / english[name] / f"{name}.py").is_file()
        assert (ROOT / "book" / "_id" / indonesian[name] / f"{name}.py").is_file()


def test_the_indonesian_contents_hold_what_is_written_in_the_english_order() -> None:
    english, indonesian = settings("_toc.yml"), settings("book/_id/_toc.yml")
    assert pages(indonesian) == [
        page for page in pages(english) if languages.sidecar(ROOT, page, "id") is not None
    ]


@pytest.mark.parametrize("page", pages(settings("_toc.yml")))
def test_every_page_has_an_english_text(page: str) -> None:
    assert languages.sidecar(ROOT, page, "en") is not None


def test_every_page_of_the_book_is_in_the_contents() -> None:
    for folder, contents in (("book", "_toc.yml"), ("book/_id", "book/_id/_toc.yml")):
        written = {
            f"book/{path.relative_to(ROOT / folder).with_suffix('').as_posix()}"
            for inside in ("", "trainers")
            for path in (ROOT / folder / inside).glob("*.md")
        }
        assert written <= set(pages(settings(contents)))


# ----- sidecars ----------------------------------------------------------------------------------


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for name, text in {
        "book/hook.md": "# Open",
        "book/_id/hook.md": "# Buka",
        "book/trainers/index.md": "# Train",
        "book/_id/trainers/index.md": "# Latih",
        "exercises/hook.ipynb": "{}",
        "exercises/_id/hook.ipynb": '{"id": 1}',
        "book/alone.md": "# Alone",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("page", "language", "file"),
    [
        ("book/hook", "en", "book/hook.md"),
        ("book/hook", "id", "book/_id/hook.md"),
        ("book/trainers/index", "id", "book/_id/trainers/index.md"),
        ("exercises/hook", "id", "exercises/_id/hook.ipynb"),
    ],
)
def test_sidecar_is_found(source: Path, page: str, language: str, file: str) -> None:
    assert languages.sidecar(source, page, language) == source / file


def test_no_sidecar_is_none(source: Path) -> None:
    assert languages.sidecar(source, "book/alone", "id") is None


def sphinx(source: Path, language: str) -> Any:
    """Stand in for the parts of Sphinx that the module touches."""
    noted: list[str] = []
    return SimpleNamespace(
        srcdir=source,
        outdir=source / "out",
        builder=SimpleNamespace(name="html"),
        config=SimpleNamespace(language=language, html_baseurl=""),
        env=SimpleNamespace(note_dependency=noted.append, found_docs=set(), noted=noted),
    )


def test_the_text_is_swapped_and_watched(source: Path) -> None:
    app, text = sphinx(source, "id"), ["# Open"]
    languages.swap_source(app, "book/hook", text)
    assert text == ["# Buka"]
    assert app.env.noted == [str(source / "book/_id/hook.md")]


def test_english_stays_as_it_is(source: Path) -> None:
    app, text = sphinx(source, "en"), ["# Open"]
    languages.swap_source(app, "book/hook", text)
    assert text == ["# Open"]
    assert app.env.noted == []


def test_a_missing_text_is_a_warning_with_the_place(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        languages.logger, "warning", lambda message, *values, **_: said.append(message % values)
    )
    text = ["# Alone"]
    languages.swap_source(sphinx(source, "id"), "book/alone", text)
    assert text == ["# Alone"]
    assert said == ["The page has no text in the language 'id'. Add it under book/_id/."]


def test_the_download_of_a_notebook_has_the_language_of_the_page(source: Path) -> None:
    app = sphinx(source, "id")
    app.env.found_docs = {"exercises/hook", "book/alone"}
    copied = source / "out" / "_sources" / "exercises" / "hook.ipynb"
    copied.parent.mkdir(parents=True)
    copied.write_text("{}", encoding="utf-8")
    languages.copy_sidecars(app, None)
    assert copied.read_text(encoding="utf-8") == '{"id": 1}'


# ----- addresses ---------------------------------------------------------------------------------


def test_the_switch_keeps_the_page_and_is_relative() -> None:
    (other,) = languages.language_links("book/trainers/index", "en", "book/index")
    assert other["href"] == "../../../id/book/trainers/index.html"
    assert (other["code"], other["name"], other["short"]) == ("id", "Bahasa Indonesia", "ID")
    (other,) = languages.language_links("search", "id", "book/index")
    assert other["href"] == "../en/search.html"


def test_the_switch_leads_to_the_first_page_where_a_language_lacks_the_page(source: Path) -> None:
    assert languages.has_page(source, "book/hook", "id")
    assert languages.has_page(source, "search", "id")
    assert not languages.has_page(source, "book/alone", "id")
    (other,) = languages.language_links("book/alone", "en", "book/index", ["id"])
    assert other["href"] == "../../id/book/index.html#not-yet"
    assert "belum ada" in other["absent"]
    found = languages.alternates("book/alone", "https://example.org/course/en/", ["id"])
    assert [entry["hreflang"] for entry in found] == ["en", "x-default"]


def test_alternates_are_absolute_or_absent() -> None:
    assert languages.alternates("book/hook", "") == []
    found = languages.alternates("book/hook", "https://example.org/course/id/")
    assert [(entry["hreflang"], entry["href"]) for entry in found] == [
        ("en", "https://example.org/course/en/book/hook.html"),
        ("id", "https://example.org/course/id/book/hook.html"),
        ("x-default", "https://example.org/course/en/book/hook.html"),
    ]


def test_pages_without_a_text_have_no_alternates() -> None:
    app = SimpleNamespace(
        srcdir=ROOT,
        config=SimpleNamespace(
            language="en", html_baseurl="https://e.org/en/", root_doc="book/index"
        ),
    )
    context: dict[str, Any] = {}
    languages.add_context(app, "search", "search.html", context, None)  # type: ignore[arg-type]
    assert context["course_alternates"] == []
    assert context["course_languages"][0]["code"] == "id"


# ----- search ------------------------------------------------------------------------------------


def test_indonesian_words_are_indexed_whole() -> None:
    languages.setup(SimpleNamespace(connect=lambda *_: None))  # type: ignore[arg-type]
    search = search_languages["id"]({})  # type: ignore[operator]
    assert search.stem("penting") == "penting"
    assert search.word_filter("cerita")
    assert not search.word_filter("yang")


def test_indonesian_quotation_marks_are_known() -> None:
    languages.setup(SimpleNamespace(connect=lambda *_: None))  # type: ignore[arg-type]
    assert smartchars.quotes["id"] == "“”‘’"


def test_no_word_that_readers_look_for_is_left_out() -> None:
    wanted = {"cerita", "kata", "detail", "skor", "nama", "jujur", "gambar"}
    assert not wanted & languages.SearchIndonesian.stopwords


# ----- words of the frame ------------------------------------------------------------------------


def words_of_the_templates() -> set[str]:
    marked = re.compile(r"""_\('((?:[^'\\]|\\.)*)'\)""")
    templates = (ROOT / "book" / "_templates").glob("*.html")
    return {found for file in templates for found in marked.findall(file.read_text("utf-8"))}


def test_every_word_of_the_frame_is_translated_and_none_is_left_over() -> None:
    with CATALOGUE.open("rb") as file:
        catalogue = {entry.id: entry.string for entry in read_po(file) if entry.id}
    assert words_of_the_templates() == catalogue.keys()
    assert all(catalogue.values())


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    with CATALOGUE.open("rb") as file:
        source = {entry.id: entry.string for entry in read_po(file) if entry.id}
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = {entry.id: entry.string for entry in read_mo(file) if entry.id}
    assert compiled == source


def test_placeholders_survive_translation() -> None:
    placeholder = re.compile(r"%\(\w+\)s")
    with CATALOGUE.open("rb") as file:
        for entry in read_po(file):
            assert set(placeholder.findall(entry.id)) == set(placeholder.findall(entry.string))


def test_templates_hold_no_words_outside_the_catalogue() -> None:
    """Text between tags, outside ``{{ }}`` and ``{% %}``, would stay English in every language."""
    for file in (ROOT / "book" / "_templates").glob("*.html"):
        text = file.read_text(encoding="utf-8")
        for part in (r"\{#.*?#\}", r"\{\{.*?\}\}", r"\{%.*?%\}", r"<script>.*?</script>"):
            text = re.sub(part, "", text, flags=re.DOTALL)
        visible = re.sub(r"<[^>]*>", " ", text)
        assert not re.search(r"[A-Za-z]{2,}", visible), (file.name, visible.split())
