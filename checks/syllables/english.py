"""English syllables: a table of 126,000 words, and textstat for the words that it lacks.

The table counts the vowels of the first pronunciation of each word in the Carnegie Mellon
Pronouncing Dictionary (read 2026-11-22; its notice is in ``english.dat.LICENSE``). textstat would
fetch the same dictionary from the network at the first call: our table takes its place, so that
nothing is fetched. It is searched where it lies, which keeps 50 MB of memory free.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import Final

LONGEST: Final = 40
"""Letters up to which we count a word; longer strings are no words."""


@cache
def _table() -> bytes:
    return (Path(__file__).parent / "english.dat").read_bytes()


def looked_up(word: str) -> int | None:
    """Return the syllables of a lower-case word from the table, or None where it is not there."""
    try:
        wanted = word.encode("ascii") + b" "
    except UnicodeEncodeError:
        return None
    table = _table()
    low, high = 0, len(table) - 1
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", low, middle) + 1
        if start == 0:
            start = low if table[low : low + 1] != b"\n" else low + 1
        end = table.find(b"\n", start)
        line = table[start:end]
        if line.startswith(wanted):
            return int(line[len(wanted) :])
        if line < wanted:
            low = end
        else:
            high = start - 1
    return None


class _Pronunciations:
    """The table in the shape that textstat asks for: word -> pronunciations -> phones."""

    def __getitem__(self, word: str) -> list[list[str]]:
        count = looked_up(word)
        if count is None:
            raise KeyError(word)
        return [["0"] * count]


def _get_cmudict(lang: str) -> _Pronunciations | None:
    return _Pronunciations() if lang.split("_")[0] == "en" else None


DOOR: Final = "textstat.backend.utils._get_cmudict"
"""The one module of textstat 0.7.13 that loads the pronouncing dictionary."""


@cache
def engine() -> Callable[[str, str], int]:
    """Return textstat's ``count_syllables`` with our table behind it.

    Puts the table at the one door through which textstat asks for the dictionary, so that
    neither nltk nor its corpus is loaded. Raises RuntimeError where a new release of textstat
    has moved that door: the pin in ``requirements.txt`` then has to go back.
    """
    if "textstat" not in sys.modules:
        door = ModuleType(DOOR)
        door.__dict__["get_cmudict"] = _get_cmudict
        sys.modules[DOOR] = door
    from textstat.backend.counts import _count_syllables

    if not hasattr(_count_syllables, "get_cmudict"):
        raise RuntimeError("textstat has changed: install the version in requirements.txt.")
    _count_syllables.get_cmudict = _get_cmudict
    count: Callable[[str, str], int] = _count_syllables.count_syllables
    return count


@lru_cache(maxsize=4096)
def syllables(word: str) -> int:
    """Count the syllables of one lower-case English word, at least 1."""
    word = word[:LONGEST]
    count = looked_up(word)
    if count is None and word.endswith("'s"):
        count = looked_up(word[:-2])
    if count is None:
        count = engine()(word, "en_US")
    return max(1, count)
