"""The word lists in ``checks/words/<language>/``: one term a line, columns after a tab.

Every list begins with a comment that gives its meaning, its columns, its source and its date.
A new list needs no registration: its name is its file name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

LANGUAGES = ("en", "id")
"""Languages that the reviewer reads, as ISO 639-1 codes."""


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
def raw(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of all lists of a language by name, comments left out. Reads the files once.

    A line is ``term`` or ``=term``, then a tab and the columns, if any.
    """
    files = sorted((Path(__file__).parent / "words" / lang).glob("*.txt"))
    return {file.stem: _lines(file.read_text("utf-8")) for file in files}


@cache
def entries(lang: str, name: str) -> tuple[Entry, ...]:
    """Return one list of a language. Raises KeyError for no such list."""
    return tuple(entry(name, line) for line in raw(lang)[name])


@cache
def terms(lang: str, name: str) -> frozenset[str]:
    """Return the terms of one list of a language as a set. Raises KeyError for no such list."""
    return frozenset(each.term for each in entries(lang, name))
