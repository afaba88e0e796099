"""The minutes at the head of a chapter are honest."""

from __future__ import annotations

from pathlib import Path

import pytest
from chapters import Page, chapters
from minutes import TOLERANCE, minutes, questions, words

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = [(language, page) for language in ("en", "id") for page in chapters(ROOT, language)]


@pytest.mark.parametrize(
    ("language", "page"), CHAPTERS, ids=[f"{lang}-{page.slug}" for lang, page in CHAPTERS]
)
def test_a_chapter_promises_honest_minutes(language: str, page: Page) -> None:
    computed = minutes(page, ROOT, language)
    assert abs(page.minutes - computed) <= TOLERANCE * computed, (
        f"{page.name} promises {page.minutes} minutes and takes about {computed:.0f}: "
        "change `minutes:` in its front matter."
    )
    assert 8 <= page.minutes <= 25


def test_only_what_a_learner_reads_is_counted(book: Path) -> None:
    pipe = chapters(book)[0]
    read = "Tell the pipe 1 Find the pipe 2 Count the turns One two three term Fold Four five"
    assert words(pipe) == len(read.split())


def test_questions_of_other_chapters_count_and_none_counts_twice(book: Path) -> None:
    assert questions(chapters(book)[0], book, "en") == 3


def test_questions_and_posts_take_a_minute_each(book: Path) -> None:
    pipe = chapters(book)[0]
    assert minutes(pipe, book, "en") == words(pipe) / 200 + 3 + 1
