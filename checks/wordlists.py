"""The word lists in ``checks/words/<language>/``: one term a line, columns after a tab.

Every list begins with a comment that gives its meaning, its columns, its source and its date.
A new list needs no registration: its name is its file name. A list whose comment holds the line
``# A set: …`` is asked for with ``terms`` or ``entries``; no post is searched for its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

LANGUAGES = ("en", "id")
"""Languages that the reviewer reads, as ISO 639-1 codes."""

_SET: Final = "\n# A set:"


class Entry(NamedTuple):
    """One line of a word list: the term and what stands in the columns after it."""

    list: str
    term: str
    columns: tuple[str, ...]
    exact: bool = False
    """True for a term written with «=» before it: no clitic may follow it."""


def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of one list; blank lines and lines that begin with ``# `` are comments."""
    return tuple(
        line
        for line in text.splitlines()
        if line and not line.startswith("# ") and line != "#" and not line.isspace()
    )


def entry(name: str, line: str) -> Entry:
    """Read one line of a list."""
    term, *columns = line.split("\t")
    exact = term.startswith("=")
    return Entry(name, term.removeprefix("="), tuple(columns), exact)


@cache
def _read(lang: str) -> Mapping[str, tuple[tuple[str, ...], bool]]:
    """Return the lines of every list of a language, and whether it is a set. Reads them once."""
    found = {}
    for file in sorted((Path(__file__).parent / "words" / lang).glob("*.txt")):
        text = file.read_text("utf-8")
        found[file.stem] = (_lines(text), _SET in text)
    return found


@cache
def raw(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of all lists of a language by name, comments left out.

    A line is ``term`` or ``=term``, then a tab and the columns, if any.
    """
    return {name: lines for name, (lines, _) in _read(lang).items()}


@cache
def searched(lang: str) -> tuple[str, ...]:
    """Return the names of the lists for whose terms posts are searched: all that are no set."""
    return tuple(name for name, (_, is_set) in _read(lang).items() if not is_set)


@cache
def entries(lang: str, name: str) -> tuple[Entry, ...]:
    """Return one list of a language. Raises KeyError for no such list."""
    return tuple(entry(name, line) for line in raw(lang)[name])


@cache
def terms(lang: str, name: str) -> frozenset[str]:
    """Return the terms of one list of a language as a set. Raises KeyError for no such list."""
    return frozenset(each.term for each in entries(lang, name))
