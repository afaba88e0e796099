"""YAML whose keys know their line, so that a problem can be shown where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

Tell = Callable[[int, str], None]
"""Takes a line and the problem on it, with its remedy."""
Path = tuple[str | int, ...]
"""Keys and list places from the top: ``("faults", 0, "words")``."""


class Lined:
    """A YAML mapping. What is wrong in it goes to ``tell``; what is read is always of its type.

    ``first`` is the line of the file on which the text begins; ``above`` the line to name where
    something is missing.
    """

    def __init__(self, text: str, first: int, above: int, tell: Tell) -> None:
        self.tell = tell
        self._above = above
        self._lines: dict[Path, int] = {}
        self.data: dict[str, Any] = {}
        self.usable = False
        try:
            node = yaml.compose(text, Loader=yaml.SafeLoader)
            data = yaml.safe_load(text)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            tell(
                first + (mark.line if mark else 0),
                "This line cannot be read: check the indent, and put text that holds a colon, "
                "a # or a quote between double quotes.",
            )
            return
        if not isinstance(data, dict) or node is None:
            tell(above, "Write one `key: value` on each line here.")
            return
        self.data = data
        self.usable = True
        self._note(node, (), first)

    def _note(self, node: Node, path: Path, first: int) -> None:
        """Remember the line of every key and entry, and find keys that stand twice."""
        if isinstance(node, MappingNode):
            for key, value in node.value:
                here = (*path, str(key.value))
                line = first + key.start_mark.line
                if here in self._lines:
                    self.tell(line, f"`{key.value}` stands here twice: keep one.")
                self._lines[here] = line
                self._note(value, here, first)
        elif isinstance(node, SequenceNode):
            for number, value in enumerate(node.value):
                self._lines[(*path, number)] = first + value.start_mark.line
                self._note(value, (*path, number), first)

    def line(self, *path: str | int) -> int:
        """Return the line of a key or entry; where it is missing, that of what holds it."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[:-1]
        return self._above

    def _at(self, path: Path) -> Any:
        value: Any = self.data
        for key in path:
            value = value[key]
        return value

    def known(self, names: Sequence[str], *path: str | int, optional: Sequence[str] = ()) -> bool:
        """Find keys that are unknown or missing. False where there is no mapping at all."""
        data = self._at(path)
        if not isinstance(data, dict):
            self.tell(self.line(*path), f"Write {', '.join(names)} in this entry.")
            return False
        for key in data:
            if key not in names:
                close = get_close_matches(str(key), names, n=1)
                hint = f"did you mean `{close[0]}`?" if close else f"use {', '.join(names)}."
                self.tell(self.line(*path, str(key)), f"`{key}` is not known here: {hint}")
        for key in names:
            if key not in data and key not in optional:
                self.tell(self.line(*path), f"`{key}` is missing: add it.")
        return True

    def text(self, *path: str | int) -> str:
        """Return a text without space around it. A missing key is the business of ``known``."""
        holder, key = self._at(path[:-1]), path[-1]
        if isinstance(holder, dict) and key not in holder:
            return ""
        value = holder[key]
        if not isinstance(value, str):
            self.tell(
                self.line(*path), f"Put the value of `{key}` between double quotes: it is text."
            )
            return ""
        if not value.strip():
            self.tell(self.line(*path), f"`{key}` is empty: write something.")
        return value.strip()

    def number(self, key: str, least: int, most: int) -> int:
        """Return a whole number between two others; the least one where it is none."""
        value = self.data.get(key, least)
        if type(value) is int and least <= value <= most:
            return value
        self.tell(self.line(key), f"Write a whole number from {least} to {most}: `{key}: {least}`.")
        return least

    def count(self, key: str, least: int = 0) -> int:
        """Return how many entries a list has."""
        value = self.data.get(key, [])
        if not isinstance(value, list):
            self.tell(self.line(key), f"Write `{key}` as a list: each entry begins with a dash.")
            return 0
        if key in self.data and len(value) < least:
            self.tell(self.line(key), f"Write at least {least} `{key}`: there are {len(value)}.")
        return len(value)

    def texts(self, key: str, least: int = 0) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(self.text(key, number) for number in range(self.count(key, least)))

    def entries(
        self,
        key: str,
        names: Sequence[str],
        least: int,
        *,
        numbers: Sequence[str] = (),
        optional: Sequence[str] = (),
    ) -> list[dict[str, Any]]:
        """Return a list of mappings with these texts; entries that are none are left out.

        The values of ``numbers`` are numbers; those of ``optional`` may be missing and are empty.
        """
        return [
            {
                name: self.value(key, number, name)
                if name in numbers
                else self.text(key, number, name)
                for name in names
            }
            for number in range(self.count(key, least))
            if self.known(names, key, number, optional=optional)
        ]

    def value(self, *path: str | int) -> float:
        """Return a number, whole or not; 0 where there is none."""
        holder, key = self._at(path[:-1]), path[-1]
        if isinstance(holder, dict) and key not in holder:
            return 0
        value = holder[key]
        if type(value) in (int, float):
            number: float = value
            return number
        self.tell(self.line(*path), f"Write a number without quotes: `{key}: 4.5`.")
        return 0

    def wholes(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers."""
        out = []
        for number in range(self.count(key)):
            value = self.data[key][number]
            if type(value) is int:
                out.append(value)
            else:
                self.tell(self.line(key, number), f"Write whole numbers: `{key}: [2, 1, 3]`.")
        return tuple(out)
