"""Give learners their own copies of the exercises, in `my-work/`.

Nothing in there is ever written over or removed.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from publishing import LANGUAGES, steps
from publishing.failures import CourseError
from publishing.steps import write_whole

SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Copy:
    """A learner's notebook, and the course's newer version if it was put beside it now."""

    notebook: Path
    newer: Path | None = None


def exercise(root: Path, lang: str, slug: str) -> Path | None:
    """Return the course's own notebook of an exercise, or None when there is none."""
    if lang not in LANGUAGES or not SLUG.fullmatch(slug):
        return None
    folder = root / "exercises" if lang == "en" else root / "exercises" / f"_{lang}"
    path = folder / f"{slug}.ipynb"
    return path if path.is_file() else None


def exercises(root: Path, lang: str) -> list[str]:
    """Return the slugs of all exercises in one language."""
    folder = root / "exercises" if lang == "en" else root / "exercises" / f"_{lang}"
    return sorted(path.stem for path in folder.glob("*.ipynb") if SLUG.fullmatch(path.stem))


def copy_exercise(source: Path, work: Path, lang: str, today: date) -> Copy:
    """Give the learner a copy of an exercise and never write over what is there.

    When the course has a newer version than the one that was given, it is put beside the
    learner's notebook under a name with the date, once.
    """
    target = work / lang / source.name
    record = work / ".course" / "given.json"
    given = _read_record(record)
    key = f"{lang}/{source.stem}"
    content = source.read_bytes()
    version = hashlib.sha256(content).hexdigest()
    newer = None
    is_new = _write_new(target, content)
    if not is_new and given.get(key) != version and target.read_bytes() != content:
        newer = _put_beside(target, content, today)
    if given.get(key) != version:
        write_whole(record, json.dumps({**given, key: version}, indent=2, sort_keys=True) + "\n")
    return Copy(target, newer)


def _write_new(path: Path, content: bytes) -> bool:
    """Write a file only if nothing has its name; tell whether it was written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = path.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(content)
    except BaseException:
        # Half a notebook would look like the learner's own, and stay for ever.
        path.unlink()
        raise
    return True


def _put_beside(target: Path, content: bytes, today: date) -> Path:
    """Write a version under a name that is free: with the date, then with a number."""
    number = 1
    while True:
        end = f"-{today.isoformat()}" + (f"-{number}" if number > 1 else "")
        path = target.with_name(f"{target.stem}{end}.ipynb")
        if _write_new(path, content) or path.read_bytes() == content:
            return path
        number += 1


def _read_record(path: Path) -> dict[str, str]:
    """Return which version of each exercise was given; nothing when the record is unreadable."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return {str(k): str(v) for k, v in data.items()} if isinstance(data, dict) else {}


def copy_all(root: Path, work: Path, lang: str, today: date) -> None:
    """Give the learner every exercise of a language and say where a newer version was put."""
    slugs = exercises(root, lang)
    if not slugs:
        raise CourseError(
            f"There are no exercises in {LANGUAGES[lang]} yet: run `python course.py build`, "
            "then start again."
        )
    for slug in slugs:
        source = exercise(root, lang, slug)
        if source is not None:
            copy = copy_exercise(source, work, lang, today)
            if copy.newer is not None:
                steps.say("  " + newer_line(copy.newer, copy.notebook))


def newer_line(newer: Path, notebook: Path) -> str:
    """Return the line that tells about a newer version of an exercise."""
    return (
        f"There is a newer version of this exercise: {newer.name}. "
        f"Your own work, {notebook.name}, is unchanged."
    )
