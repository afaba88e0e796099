"""Every sentence of the reviewer that belongs to no single rule, in the reader's language.

The sentences stand in ``<language>.toml``. A rule's own words stand in its file, so that a rule
is one file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words(lang: str) -> Mapping[str, str]:
    """Return all sentences of a language by dotted key: ``report.title``."""
    data = tomllib.loads((Path(__file__).parent / f"{lang}.toml").read_text("utf-8"))
    flat: dict[str, str] = {}

    def walk(part: Mapping[str, Any], path: str) -> None:
        for key, value in part.items():
            if isinstance(value, dict):
                walk(value, f"{path}{key}.")
            else:
                flat[f"{path}{key}"] = str(value)

    walk(data, "")
    return flat


def text(lang: str, key: str, /, **values: object) -> str:
    """Return one sentence with its ``{values}`` filled in. Raises KeyError for an unknown key."""
    sentence = words(lang)[key]
    return sentence.format(**values) if values else sentence


def plural(lang: str, key: str, count: int) -> str:
    """Return ``key.one`` or ``key.many`` with ``{count}``; Indonesian has one form for both."""
    return text(lang, f"{key}.{'one' if count == 1 else 'many'}", count=count)
