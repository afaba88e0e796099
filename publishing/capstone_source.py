"""Read the capstone: `exercises/source/capstone.md`, in four sections.

The first holds a ```{step} set block with the month, the third a ```{step} moment block with the
short task; the second is the rubric and the fourth tells of the page to print, both in Markdown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from checks.learn.intentions import INTENTIONS
from publishing import ROOT
from publishing.exercise_source import (
    CAPSTONE,
    LEAST_HINTS,
    LEAST_WRONG,
    Problem,
    Reader,
    Section,
    SourceError,
    folder,
)

MOST_MINUTES: Final = 180
PARTS: Final = ("set", None, "moment", None)
"""What the sections hold, in their order; None is Markdown alone."""


@dataclass(frozen=True)
class WrongSet:
    """A plausible wrong set: the good one with other posts, and words of its message."""

    change: Mapping[str, str]
    says: str


@dataclass(frozen=True)
class CapstoneSource:
    """The capstone in one language. ``data`` is what the package needs of it."""

    lang: str
    title: str
    intro: str
    minutes: int
    platform: str
    sections: tuple[tuple[str, str], ...]
    """Title and Markdown of each part."""
    set: Mapping[str, Any]
    moment: Mapping[str, Any]
    wrong: tuple[WrongSet, ...]


def path_of(lang: str, root: Path = ROOT) -> Path:
    """Return where the source of a language stands."""
    return folder(lang, root) / f"{CAPSTONE}.md"


def read_capstone(lang: str, root: Path = ROOT) -> CapstoneSource | None:
    """Return the capstone of a language, None where there is none. Raises SourceError."""
    path = path_of(lang, root)
    if not path.is_file():
        return None
    file = path.relative_to(root).as_posix()
    reader = Reader(file, lang, CAPSTONE)
    page = reader.page(path.read_text("utf-8").split("\n"), MOST_MINUTES)
    if page is None or reader.problems:
        raise SourceError(reader.problems)
    kinds = tuple(one.fences[0].kind if one.fences else None for one in page.sections)
    if kinds != PARTS or any(len(one.fences) > 1 for one in page.sections):
        message = "Write four sections: with a set block, without, with a moment block, without."
        raise SourceError([Problem(file, page.line, message)])
    blocks = [_block(one, file) for one in page.sections if one.fences]
    problems = [*_set_fits(blocks[0], file, page.sections[0].fences[0].line)]
    if set(blocks[1]) != {"brief", "exercise", "step", "least", "most"}:
        line = page.sections[2].fences[0].line
        problems.append(Problem(file, line, "Write brief, exercise, step, least and most."))
    if problems:
        raise SourceError(problems)
    wrong = tuple(WrongSet(one["change"], one["says"]) for one in blocks[0].pop("wrong"))
    return CapstoneSource(
        lang=lang,
        title=page.top.title,
        intro="\n".join(page.top.before).strip(),
        minutes=page.minutes,
        platform=page.platform,
        sections=tuple((one.title, _markdown(one)) for one in page.sections),
        set=blocks[0],
        moment=blocks[1],
        wrong=wrong,
    )


def _markdown(section: Section) -> str:
    return "\n".join([*section.before, *section.after]).strip()


def _block(section: Section, file: str) -> dict[str, Any]:
    fence = section.fences[0]
    try:
        data = yaml.safe_load(fence.text)
    except yaml.YAMLError as error:
        raise SourceError([Problem(file, fence.line, f"Mend this YAML: {error}.")]) from None
    if not isinstance(data, dict):
        raise SourceError([Problem(file, fence.line, "Write keys and values in this block.")])
    return data


def _set_fits(data: Mapping[str, Any], file: str, line: int) -> Sequence[Problem]:
    """Return what is missing in the block of the month."""
    names = {"brief", "posts", "hints", "solution", "reason", "wrong"}
    if set(data) != names:
        return [Problem(file, line, f"Write {', '.join(sorted(names))} in this block.")]
    out = []
    ids = tuple(one.get("id") for one in data["posts"])
    if ids != INTENTIONS or any(not one.get("facts") for one in data["posts"]):
        known = ", ".join(INTENTIONS)
        out.append(Problem(file, line, f"Give facts to each post, in this order: {known}."))
    if tuple(data["solution"]) != INTENTIONS:
        out.append(Problem(file, line, "Write one good post for each, in the same order."))
    if len(data["hints"]) < LEAST_HINTS or len(data["wrong"]) < LEAST_WRONG:
        out.append(
            Problem(file, line, f"Write {LEAST_HINTS} hints and {LEAST_WRONG} wrong sets or more.")
        )
    return out
