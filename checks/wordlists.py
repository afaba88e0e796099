"""The word lists in ``checks/words/<language>/``: one term a line, columns after a tab.

Every list begins with a comment that gives its meaning, its columns, its source and its date.
A new list needs no registration: its name is its file name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
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


def parse(name: str, text: str) -> tuple[Entry, ...]:
    """Read the lines of one list; blank lines and lines that begin with ``# `` are comments."""
    entries = []
    for line in text.splitlines():
        if line.startswith("# ") or line == "#" or not line.strip():
            continue
        term, *columns = line.split("\t")
        exact = term.startswith("=")
        entries.append(Entry(name, term.removeprefix("="), tuple(columns), exact))
    return tuple(entries)


@cache
def load(lang: str) -> Mapping[str, tuple[Entry, ...]]:
    """Return all lists of a language by name. Reads the files once."""
    folder = files("checks") / "words" / lang
    lists = sorted((item for item in folder.iterdir() if item.name.endswith(".txt")), key=str)
    return {
        item.name.removesuffix(".txt"): parse(
            item.name.removesuffix(".txt"), item.read_text("utf-8")
        )
        for item in lists
    }


@cache
def terms(lang: str, name: str) -> frozenset[str]:
    """Return the terms of one list of a language as a set. Raises KeyError for no such list."""
    return frozenset(entry.term for entry in load(lang)[name])
