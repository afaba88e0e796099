"""Tell what changed since a language was last built, and how much must be built anew."""

import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Final

from publishing import LANGUAGES
from publishing.steps import write_whole

INPUT_FOLDERS: Final = ("book", "exercises", "checks", "publishing")
INPUT_FILES: Final = (
    "_config.yml",
    "_toc.yml",
    "policy.yml",
    "requirements.txt",
    "pyproject.toml",
    "CITATION.cff",
    "CHANGELOG.md",
    "LICENSE",
)
IGNORED: Final = ("__pycache__", ".ipynb_checkpoints", ".DS_Store", "Thumbs.db")
READ_BY_SPHINX: Final = ("publishing/build.py", "publishing/forms/")
"""Our own code that decides what Sphinx writes; the rest comes after it."""
PICTURES: Final = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif")


class Scope(IntEnum):
    """How much of one language is built anew; each level includes the ones below."""

    NOTHING = 0
    FINISH = 1  # only the last touches on pages that are already built
    PAGES = 2  # Sphinx reads the changed pages, and writes all of them
    BOOK = 3  # every page is read again
    NOTEBOOKS = 4  # every page, and every notebook runs again


def inputs(root: Path) -> dict[str, str]:
    """Return path -> content hash of every file that can change a page."""
    files = [root / name for name in INPUT_FILES if (root / name).is_file()]
    for folder in INPUT_FOLDERS:
        files += [path for path in (root / folder).rglob("*") if path.is_file()]
    hashes = {"python": sys.version, "root": str(root)}
    for path in sorted(files):
        relative = path.relative_to(root)
        if not any(part in IGNORED for part in relative.parts):
            hashes[relative.as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
    return hashes


def inputs_for(code: str, everything: Mapping[str, str]) -> dict[str, str]:
    """Return the inputs of one language: English pages do not depend on the translations."""
    others = tuple(
        f"{folder}/_{other}/"
        for folder in ("book", "exercises")
        for other in LANGUAGES
        if other != code
    )
    return {path: value for path, value in everything.items() if not path.startswith(others)}


def scope_of(before: Mapping[str, str], after: Mapping[str, str]) -> Scope:
    """Return how much must be built when the inputs went from `before` to `after`."""
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    if not changed:
        return Scope.NOTHING
    return max(_scope_of_path(path, path in before and path in after) for path in changed)


def _scope_of_path(path: str, edited: bool) -> Scope:
    """Return what one changed file asks for; `edited` is false for a new or removed file."""
    top, name = path.split("/")[0], path.rsplit("/", 1)[-1]
    if path.startswith(READ_BY_SPHINX):
        return Scope.BOOK
    if top == "publishing":
        return Scope.FINISH
    # Notebooks are cached by their code alone: what that code reads must empty the cache.
    if top != "book" and path not in ("_config.yml", "_toc.yml"):
        return Scope.NOTEBOOKS
    is_page = top == "book" and name.endswith((".md", *PICTURES))
    if is_page and edited and not path.startswith(("book/_static/", "book/_templates/")):
        return Scope.PAGES
    return Scope.BOOK


@dataclass(frozen=True)
class State:
    """What a language was last built from, and whether that build was finished."""

    inputs: Mapping[str, str]
    finished: bool

    @staticmethod
    def read(path: Path) -> "State | None":
        """Return the stored state, or None when there is none that can be used."""
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            return State(dict(data["inputs"]), data["finished"] is True)
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None

    def write(self, path: Path) -> None:
        """Store the state in one piece."""
        write_whole(path, json.dumps({"finished": self.finished, "inputs": dict(self.inputs)}))
