"""Which pages count as chapters, and what the frame is told about them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import progress
import pytest
import yaml
from docutils import nodes

QUESTION = {
    "id": "one",
    "objective": 1,
    "kind": "one",
    "question": "Which line opens?",
    "options": [
        {"text": text, "right": right, "feedback": "This is why it is so.", "misconception": "x"}
        for text, right in (("Hello", False), ("03:40", True), ("We", False))
    ],
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for name, content in {
        "book/quizzes/hook.yml": [QUESTION, {**QUESTION, "id": "two"}],
        "book/_id/quizzes/hook.yml": [QUESTION],
        "book/quizzes/empty.yml": [],
        "book/quizzes/later.yml": [QUESTION],
        "book/quizzes/programme.yml": [QUESTION],
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return tmp_path


PAGES = ("book/hook", "book/empty", "book/about", "exercises/hook")


def test_a_chapter_is_a_page_with_questions(source: Path) -> None:
    assert progress.chapters(source, "en", PAGES) == {"book/hook": 2}
    assert progress.chapters(source, "id", PAGES) == {"book/hook": 1}


def test_a_page_for_trainers_can_be_a_chapter(source: Path) -> None:
    pages = ("book/trainers/index", "book/trainers/programme")
    assert progress.chapters(source, "en", pages) == {"book/trainers/programme": 1}


def test_a_page_that_a_language_lacks_is_no_chapter_there(source: Path) -> None:
    assert "book/later" not in progress.chapters(source, "en", PAGES)


def test_the_first_page_gets_the_titles_of_the_others(source: Path) -> None:
    titles = {name: nodes.title("", f"Title of {name}") for name in ("book/index", *PAGES)}
    env = SimpleNamespace(found_docs=set(PAGES), titles=titles)
    app: Any = SimpleNamespace(
        srcdir=source, config=SimpleNamespace(language="en", root_doc="book/index"), env=env
    )
    progress.count_questions(app, env)  # type: ignore[arg-type]
    for page, number in (("book/index", len(PAGES)), ("book/hook", 0), ("search", 0)):
        context: dict[str, Any] = {}
        progress.add_context(app, page, "page.html", context, None)
        assert context["course_chapters"] == {"book/hook": 2}
        assert len(context["course_titles"]) == number
        assert "book/index" not in context["course_titles"]
