"""Pages are read as they are written: front matter, objectives, sources, place, links."""

from __future__ import annotations

from pathlib import Path

import pytest
from chapters import chapters, exercises, link, moved, pages

ROOT = Path(__file__).resolve().parents[2]


def test_pages_come_in_the_order_of_the_contents_with_their_part(book: Path) -> None:
    assert [(page.name, page.part) for page in pages(book)] == [
        ("book/index", ""),
        ("book/pipe", "First part"),
        ("book/ferry", "First part"),
        ("book/trainers/plan", "For trainers"),
        ("book/about", "For trainers"),
    ]


def test_a_chapter_is_a_page_that_names_its_checks_even_if_none(book: Path) -> None:
    assert [page.slug for page in chapters(book)] == ["pipe", "ferry", "plan"]


def test_a_chapter_is_read_whole(book: Path) -> None:
    pipe = chapters(book)[0]
    assert (pipe.title, pipe.minutes, pipe.terms) == ("Tell the pipe", 4, ("fold",))
    assert pipe.description == "How a pipe is told."
    assert pipe.objectives == ("Find the pipe.", "Count the turns.")
    assert [source[:7] for source in pipe.sources] == ["Ann Ode", "Ben Oed"]


def test_exercises_are_read_from_their_sources(book: Path) -> None:
    (exercise,) = exercises(book)
    assert (exercise.title, exercise.minutes) == ("Practise the pipe", 20)
    assert link(exercise, "book/paths") == "[Practise the pipe](<../exercises/pipe.ipynb>)"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("ferry.md", "../ferry.md"),
        ("trainers/plan.md", "plan.md"),
        ("../exercises/pipe.ipynb", "../../exercises/pipe.ipynb"),
        ("https://a.example/x", None),
        ("#place", None),
    ],
)
def test_links_still_work_on_another_page(book: Path, address: str, expected: str | None) -> None:
    text = f"See [it]({address})."
    wanted = text if expected is None else f"See [it](<{expected}>)."
    assert moved(text, chapters(book)[0], "book/trainers/objectives") == wanted


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_chapter_of_the_course_has_what_the_lists_need(language: str) -> None:
    found = chapters(ROOT, language)
    assert len(found) >= 2
    for chapter in found:
        assert chapter.description, chapter.name
        assert 2 <= len(chapter.objectives) <= 4, chapter.name
        assert len(chapter.sources) >= 2, chapter.name
        assert len(chapter.terms) <= 7, chapter.name


def test_a_chapter_and_its_twin_introduce_the_same_terms() -> None:
    english = {page.name: page.terms for page in chapters(ROOT)}
    assert all(english[page.name] == page.terms for page in chapters(ROOT, "id"))
