"""Every objective of every chapter is tested by a question, and the page shows which."""

from __future__ import annotations

from pathlib import Path

import pytest
from chapters import Page, chapters
from objectives import assessed, listing
from questions import quiz_path, read_quiz

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = [(language, page) for language in ("en", "id") for page in chapters(ROOT, language)]


@pytest.mark.parametrize(
    ("language", "page"), CHAPTERS, ids=[f"{lang}-{page.slug}" for lang, page in CHAPTERS]
)
def test_every_objective_has_a_question_and_every_question_an_objective(
    language: str, page: Page
) -> None:
    found = assessed(ROOT, language, page)
    assert [objective for objective, questions in found if not questions] == []
    every = read_quiz(quiz_path(ROOT, language, page.slug), page.slug).questions
    assert sum(len(questions) for _, questions in found) == len(every)


def test_the_page_sets_questions_below_their_objective(book: Path) -> None:
    text = listing(book, "en", "book/trainers/objectives")
    assert "## First part" in text
    assert (
        "### [Tell the pipe](<../pipe.md>)\n\n"
        "1. **Find the pipe.**\n"
        "   - Where is it?\n"
        "2. **Count the turns.**\n"
        "   - How many \\#turns?\n" in text
    )


def test_the_page_names_the_exercise_of_a_chapter(book: Path) -> None:
    text = listing(book, "en", "book/trainers/objectives")
    assert text.count("To practise all of it") == 1
    assert "[Practise the pipe](<../../exercises/pipe.ipynb>)" in text
