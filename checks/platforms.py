"""The platforms that a draft can be written for, with their limits and folds.

The numbers stand in ``platforms.toml`` with source and the date on which we checked them.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .errors import InputError
from .tokens import EMOJI, LINK, count_characters, tokenize


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform. A limit, fold or tag count of 0 means that none is known."""

    id: str
    name: str
    limit: int
    fold: int
    tags: int
    checked: str
    source: str
    note: str
    weighted: bool = False

    def length(self, text: str) -> int:
        """Return the length of a text as this platform counts it."""
        return weighted_length(text) if self.weighted else count_characters(text)

    def fold_at(self, text: str) -> int | None:
        """Return the code point at which the feed cuts the text, or None where it does not."""
        if not self.fold or self.length(text) <= self.fold:
            return None
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (
                (middle, high) if self.length(text[:middle]) <= self.fold else (low, middle - 1)
            )
        return low


@cache
def platforms() -> Mapping[str, Platform]:
    """Return all platforms by id."""
    data = tomllib.loads((Path(__file__).parent / "platforms.toml").read_text("utf-8"))
    return {key: Platform(id=key, **value) for key, value in data.items()}


def platform_named(name: str) -> Platform:
    """Return the platform with this id. Raises InputError."""
    known = platforms()
    found = known.get(name) if isinstance(name, str) else None
    if found is None:
        raise InputError(
            f"I do not know the platform {str(name)[:40]!r}: use one of {', '.join(known)}."
        )
    return found


_LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))


def weighted_length(text: str) -> int:
    """Return the length as X counts it, in weighted characters.

    A link counts 23, an emoji 2, characters of the light ranges 1, all others 2. Source:
    docs.x.com/fundamentals/counting-characters, checked 2026-11-22.
    """
    text = unicodedata.normalize("NFC", text)
    total = 0
    at = 0
    for token in tokenize(text):
        if token.kind not in (LINK, EMOJI):
            continue
        total += _weigh(text[at : token.start]) + (23 if token.kind == LINK else 2)
        at = token.end
    return total + _weigh(text[at:])


def _weigh(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(1 if any(a <= ord(c) <= b for a, b in _LIGHT) else 2 for c in text)
