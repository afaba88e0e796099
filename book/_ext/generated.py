"""Fill the places of pages that are written from data.

A page says where with a comment of its own line, such as ``<!-- all terms -->``. Each kind of list
is made by a module of its own; this one only finds the places. ``checks_page.py`` does the same for
the checks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import ages
import bibliography
import exercise_table
import glossary
import objectives
import reading_paths
from chapters import chapters, exercises
from questions import quiz_path
from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)


class Listing(Protocol):
    """Return Markdown for a place on the page named ``source``."""

    def __call__(self, root: Path, lang: str, source: str) -> str: ...


LISTINGS: Final[Mapping[str, Listing]] = {
    "all exercises": exercise_table.listing,
    "all terms": glossary.listing,
    "all sources": bibliography.listing,
    "all ages": ages.listing,
    "oldest dates": ages.oldest,
    "all objectives": objectives.listing,
    "shelf": reading_paths.shelf,
}
_PLACE: Final = re.compile(
    rf"^<!-- (?:({'|'.join(LISTINGS)})|(described )?path: ([^>]+?)) -->$", re.MULTILINE
)


def filled(text: str, root: Path, lang: str, source: str) -> str:
    """Return the text of a page with its places filled. Raises ValueError for a wrong path."""

    def one(found: re.Match[str]) -> str:
        if found[3]:
            return reading_paths.path(root, lang, source, found[3], described=bool(found[2]))
        return LISTINGS[found[1]](root, lang, source)

    return _PLACE.sub(one, text)


def fill(app: Sphinx, docname: str, source: list[str]) -> None:
    """Fill the places of a page, and let it be read again when what it shows has changed."""
    if not _PLACE.search(source[0]):
        return
    root, lang = Path(app.srcdir), app.config.language
    try:
        source[0] = filled(source[0], root, lang, docname)
    except ValueError as wrong:
        logger.warning("%s", wrong, location=docname)
    taught = chapters(root, lang)
    files = [
        *(page.path for page in (*taught, *exercises(root, lang))),
        *(quiz_path(root, lang, page.slug) for page in taught),
        *sorted((root / "checks" / "rules").glob("*.py")),
        root / "checks" / "platforms.toml",
        root / glossary.SOURCE,
    ]
    for path in files:
        app.env.note_dependency(str(path))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the places. They come after the language swap, which has the usual priority."""
    app.connect("source-read", fill, priority=600)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
