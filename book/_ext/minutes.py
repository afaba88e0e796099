"""Compute how long a chapter takes, so that the minutes at its head are honest.

    minutes = words / 200 + 1 for each question + 1 for each post

Adults read about 200 words of plain text a minute when they want to learn from it; a question or a
post asks for a decision, which we count as one minute. These are working figures of ours, and no
measurement. The list of sources, the notes for trainers, links and settings of directives are not
counted, because a learner does not read them. The task at the end has minutes of its own.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from chapters import Page
from questions import quiz_path, read_quiz

WORDS_A_MINUTE: Final = 200
TOLERANCE: Final = 0.3
"""Share of the computed minutes by which the promised ones may differ."""

_NOT_READ: Final = (
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"^## (?:Sources|Sumber)\n.*?(?=^## |^:::|\Z)", re.DOTALL | re.MULTILINE),
    re.compile(
        r"^:::\{admonition\}[^\n]*\n:class: dropdown trainer\n.*?^:::$", re.DOTALL | re.MULTILINE
    ),
    re.compile(r"^:{3,}.*$|^:[a-z]+:.*$|^\([a-z-]+\)=$", re.MULTILINE),
    re.compile(r"\]\([^)]*\)"),
    re.compile(r"<[^>]*>"),
)
_WORD: Final = re.compile(r"\w[\w'’.,:%-]*")
_POST: Final = re.compile(r"^:{3,}\{post\}", re.MULTILINE)
_QUIZ: Final = re.compile(r"^:{3,}\{quiz\} +(\S+)[ \t]*\n(?::questions: *([^\n]+))?", re.MULTILINE)


def words(page: Page) -> int:
    """Return the number of words that a learner reads on the page, without the questions."""
    text = page.body
    for part in _NOT_READ:
        text = part.sub("\n", text)
    return len(_WORD.findall(text))


def questions(page: Page, root: Path, lang: str) -> int:
    """Return the number of questions that the page shows, those of other chapters included."""
    shown: set[tuple[str, str]] = set()
    for slug, named in _QUIZ.findall(page.body):
        every = [question.id for question in read_quiz(quiz_path(root, lang, slug), slug).questions]
        shown |= {(slug, ident) for ident in named.split() or every}
    return len(shown)


def minutes(page: Page, root: Path, lang: str) -> float:
    """Return the minutes that the page takes by the formula above."""
    posts = len(_POST.findall(page.body))
    return words(page) / WORDS_A_MINUTE + questions(page, root, lang) + posts
