"""Every sentence of the exercises, in the language of the reader.

The sentences stand in ``messages/<language>.toml``, with ``{braces}`` for values.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

LANGUAGES: Final = ("en", "id")


@dataclass(frozen=True, slots=True)
class Texts:
    """The sentences of one language by dotted key."""

    lang: str
    entries: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return a sentence with its values filled in. Raises KeyError for an unknown key."""
        sentence = self.entries[key]
        return sentence.format(**values) if values else sentence

    def count(self, key: str, number: int, /, **values: object) -> str:
        """Return the sentence for one thing or for another number of things."""
        form = "one" if number == 1 else "many"
        return self(f"{key}.{form}", number=number, **values)

    def has(self, key: str) -> bool:
        """True where there is such a sentence."""
        return key in self.entries


@cache
def texts(lang: str) -> Texts:
    """Return the sentences of ``en`` or ``id``. Raises KeyError for another language."""
    if lang not in LANGUAGES:
        raise KeyError(lang)
    raw = (files("checks.learn") / "messages" / f"{lang}.toml").read_text("utf-8")
    return Texts(lang, MappingProxyType(dict(_flat(tomllib.loads(raw), ""))))


def _flat(table: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", str(value)
