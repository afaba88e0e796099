"""Set each objective beside what assesses it: ``<!-- all objectives -->``.

Objectives are numbered in the box at the head of a chapter. Each question of ``quizzes/<slug>.yml``
names the one that it tests with ``objective: 2``.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Final

from chapters import Page, chapters, exercises, link
from checks_page import plain
from questions import Question, quiz_path, read_quiz

EXERCISE: Final = {"en": "To practise all of it", "id": "Untuk melatih semuanya"}


def assessed(root: Path, lang: str, page: Page) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    """Return each objective of a chapter with the questions that test it."""
    found = read_quiz(quiz_path(root, lang, page.slug), page.slug).questions
    return tuple(
        (objective, tuple(question for question in found if question.objective == number))
        for number, objective in enumerate(page.objectives, 1)
    )


def listing(root: Path, lang: str, source: str) -> str:
    """Return objectives and questions of all chapters as Markdown, by part."""
    practice = {page.slug: page for page in exercises(root, lang)}
    lines: list[str] = []
    for part, group in groupby(chapters(root, lang), key=lambda page: page.part):
        lines += [f"## {plain(part)}", ""]
        for page in group:
            lines += [f"### {link(page, source)}", ""]
            for number, (objective, found) in enumerate(assessed(root, lang, page), 1):
                lines.append(f"{number}. **{objective}**")
                lines += [f"   - {plain(question.question)}" for question in found]
            if page.slug in practice:
                lines += ["", f"{EXERCISE[lang]}: {link(practice[page.slug], source)}."]
            lines.append("")
    return "\n".join(lines)
