"""The page of the templates and the pocket guide: what is on them, and that its links lead on."""

from __future__ import annotations

import posixpath
import re
import statistics
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import forms_page
import pytest
import yaml

from publishing.forms.source import names

ROOT = Path(__file__).resolve().parents[2]
DOCNAME = "book/trainers/templates"
PLACES = {"en": ROOT / "book", "id": ROOT / "book" / "_id"}
LANGUAGES = [code for code, place in PLACES.items() if (place / "trainers/templates.md").is_file()]
GUIDES = [code for code, place in PLACES.items() if (place / "pocket-guide.md").is_file()]
FIGURES = {"replies-tree": 6, "crisis-lights": 4}
"""Figure of the guide -> how many points say the same in words."""


def app(language: str, out: Path) -> Any:
    """Stand in for the parts of Sphinx that the extension touches."""
    noted: list[str] = []
    return SimpleNamespace(
        srcdir=ROOT,
        outdir=out,
        builder=SimpleNamespace(name="html"),
        config=SimpleNamespace(language=language),
        env=SimpleNamespace(note_dependency=noted.append, noted=noted),
    )


def text(language: str, page: str) -> str:
    return (PLACES[language] / f"{page}.md").read_text(encoding="utf-8")


def filled(language: str, out: Path) -> str:
    source = [text(language, "trainers/templates")]
    forms_page.fill(app(language, out), DOCNAME, source)
    return source[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_every_template_once(language: str) -> None:
    found = forms_page.MARKER.findall(text(language, "trainers/templates"))
    assert sorted(found) == names(ROOT, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_file_that_is_written(language: str, tmp_path: Path) -> None:
    forms_page.write_files(app(language, tmp_path), None)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    addresses = re.findall(r'href="([^"]+)" download', filled(language, tmp_path))
    linked = [posixpath.normpath(posixpath.join("book/trainers", each)) for each in addresses]
    assert len(linked) == len(set(linked)) == 7
    assert set(linked) == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_link_says_what_it_leads_to(language: str, tmp_path: Path) -> None:
    words = re.findall(r" download>([^<]+)</a>", filled(language, tmp_path))
    assert len(set(words)) == 7
    kinds = forms_page.WORDS[language].kinds.values()
    for each in words:
        assert re.search(rf"(?:{'|'.join(kinds)}), \d+ KB$", each), each


@pytest.mark.parametrize("language", LANGUAGES)
def test_previews_are_folded_and_their_sources_watched(language: str, tmp_path: Path) -> None:
    stand_in, source = app(language, tmp_path), [text(language, "trainers/templates")]
    forms_page.fill(stand_in, DOCNAME, source)
    assert source[0].count(":class: dropdown form-preview") == 5
    assert "<!-- template" not in source[0]
    assert len(stand_in.env.noted) == 5
    assert not re.search(r"(?m)^#", source[0].split("\n:::{admonition}", 1)[1].split("\n:::")[0])


def test_other_pages_are_left_alone(tmp_path: Path) -> None:
    stand_in, source = app("en", tmp_path), ["# Other"]
    forms_page.fill(stand_in, "book/other", source)
    assert source == ["# Other"]
    assert stand_in.env.noted == []


def test_an_unknown_template_is_a_warning_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        forms_page.logger, "warning", lambda message, *values, **_: said.append(message % values)
    )
    forms_page.fill(app("en", tmp_path), DOCNAME, ["<!-- template gone -->"])
    assert said == ["There is no template 'gone': write gone.yml or change its name."]


def test_a_build_that_failed_writes_nothing(tmp_path: Path) -> None:
    forms_page.write_files(app("en", tmp_path), ValueError("no"))
    assert list(tmp_path.iterdir()) == []


# --- the pocket guide -----------------------------------------------------------------------------


def prose(language: str, page: str) -> str:
    """Return the words of a page without its head, its figures and its marks."""
    body = text(language, page).split("---", 2)[2]
    body = re.sub(r"(?ms)^:::\{figure\}.*?^:::$", "", body)
    body = re.sub(r"(?m)^(?:\(.*\)=|\{\..*\}|<!--.*-->)$", "", body)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", body).replace("**", "")


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_fits_on_one_sheet(language: str) -> None:
    words = re.findall(r"\w[\w’'-]*", prose(language, "pocket-guide"))
    assert 250 <= len(words) <= 450


@pytest.mark.parametrize("language", GUIDES)
def test_each_figure_of_the_guide_is_described_and_said_in_words(language: str) -> None:
    sections = text(language, "pocket-guide").split("\n## ")[1:]
    assert len(sections) == 6
    for name, points in FIGURES.items():
        (section,) = (each for each in sections if f"/{name}." in each)
        (file,) = re.findall(r"\{figure\} (?:\.\./)?_static/(\S+)", section)
        assert (ROOT / "book" / "_static" / file).is_file()
        (alt,) = re.findall(r":alt: (.+)", section)
        assert len(alt.split()) >= 20
        assert len(re.findall(r"(?m)^\d\. \*\*", section)) == points


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_has_five_questions_and_lines_to_write_on(language: str) -> None:
    sections = text(language, "pocket-guide").split("\n## ")
    assert len(re.findall(r"(?m)^\d\. \*\*", sections[2])) == 5
    assert "{.blanks}" in sections[3]
    assert len(re.findall(r"(?m)^- ", sections[3])) == 7


@pytest.mark.parametrize(
    ("language", "page"),
    [(code, "pocket-guide") for code in GUIDES] + [(c, "trainers/templates") for c in LANGUAGES],
)
def test_sentences_are_short(language: str, page: str) -> None:
    sentences = re.split(r"(?<=[.!?:])[\"”]?\s+|\n\s*\n|\n(?=[-\d#>])", prose(language, page))
    lengths = [len(each.split()) for each in sentences if each.strip()]
    assert max(lengths) <= 25
    assert statistics.median(lengths) <= 16


def test_both_pages_are_in_the_contents() -> None:
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    parts = {part["caption"]: [c["file"] for c in part["chapters"]] for part in contents["parts"]}
    assert DOCNAME in parts["For trainers and managers"]
    assert parts["In conversation"][-1] == "book/pocket-guide"
