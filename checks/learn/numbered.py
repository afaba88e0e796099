"""Read an answer that goes by numbers: «1 = mine», a list, or a mapping."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from .texts import Texts

MOST: Final = 200
"""Lines of an answer that are read."""

_LINE = re.compile(r"^\s*[-*\u2022]?\s*(\d{1,3})\s*[=:.)\-\u2013\u2014>]*\s*(.*?)\s*$")


def by_number(answer: object, most: int = MOST) -> dict[int, str] | None:
    """Return what stands behind each number up to ``most``; None for an answer of another type.

    A list is numbered from 1. What stands behind a number twice counts as written last. Empty
    places are left out.
    """
    if answer is None:
        return {}
    if isinstance(answer, Mapping):
        pairs = [(_number(key), str(value)) for key, value in list(answer.items())[:MOST]]
    elif isinstance(answer, list | tuple):
        pairs = [(place, str(value)) for place, value in enumerate(answer[:MOST], 1)]
    elif isinstance(answer, str):
        found = (_LINE.match(line) for line in answer.splitlines()[:MOST])
        pairs = [(int(match[1]), match[2]) for match in found if match]
    else:
        return None
    return {number: text.strip() for number, text in pairs if 0 < number <= most and text.strip()}


def right_ones(say: Texts, right: Sequence[int], total: int) -> str:
    """Return the sentence that says which numbers are right."""
    return say("sort.right", count=len(right), total=total, numbers=", ".join(map(str, right)))


def _number(key: object) -> int:
    try:
        return int(str(key).strip())
    except ValueError:
        return 0
