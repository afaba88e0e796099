"""Tell the frame which pages are chapters, so that it can show a learner's own progress.

A chapter is a page of `book/` with a quiz of its name: `book/hook` with `quizzes/hook.yml`. What a
learner opened and answered stays in the browser; `progress.js` compares it with these numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from questions import quiz_path, read_quiz

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def chapters(source_dir: Path, language: str, pages: Iterable[str]) -> dict[str, int]:
    """Return chapter -> number of questions in its quiz, for the pages that have one."""
    found = {}
    for page in sorted(pages):
        path = quiz_path(source_dir, language, page.rpartition("/")[2])
        if page.startswith("book/") and path.is_file():
            found[page] = len(read_quiz(path, path.name).questions)
    return {page: number for page, number in found.items() if number}


def count_questions(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Count the questions of all chapters once a build."""
    env.course_chapters = chapters(  # type: ignore[attr-defined]
        Path(app.srcdir), app.config.language, env.found_docs
    )
    return []


def add_context(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Hand the templates the chapters, and the first page the titles of all pages."""
    env = app.env
    context["course_chapters"] = getattr(env, "course_chapters", {})
    context["course_titles"] = (
        {name: title.astext() for name, title in sorted(env.titles.items()) if name != page}
        if page == app.config.root_doc
        else {}
    )


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the numbers with Sphinx."""
    app.connect("env-updated", count_questions)
    app.connect("html-page-context", add_context)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
