"""Read the source of a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

KINDS: Final = ("heading", "text", "points", "steps", "boxes", "fields", "lines", "table", "page")
"""What a block of a template can be. `lines` leaves room for handwriting; `page` is a new heading
that begins a new page on paper."""


class FormError(ValueError):
    """A source that cannot be used; the sentence names the file and the remedy."""


@dataclass(frozen=True)
class Table:
    """A table with a header row. An empty cell is one to fill in; widths are shares of the page."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Block:
    """One part of a template: its kind, its text or items, or its table."""

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()
    table: Table | None = None
    count: int = 0


@dataclass(frozen=True)
class Form:
    """A template in one language.

    `file` is the name of its files without the ending, `updated` the day that they carry, and
    `formats` the endings to make. `blocks` are the preview and the Word file. `readme` is the first
    sheet of the workbook, `words` its short labels, `data` what only one kind of it needs.
    """

    name: str
    language: str
    file: str
    title: str
    subject: str
    updated: date
    formats: tuple[str, ...]
    landscape: bool
    blocks: tuple[Block, ...]
    readme: tuple[Block, ...]
    words: Mapping[str, str]
    data: Mapping[str, Any]


def folder(root: Path, language: str) -> Path:
    """Return where the sources of a language lie."""
    return root / "book" / ("forms" if language == "en" else f"_{language}/forms")


def names(root: Path, language: str) -> list[str]:
    """Return the templates of a language in order of their names."""
    return sorted(path.stem for path in folder(root, language).glob("*.yml"))


def read(root: Path, language: str, name: str) -> Form:
    """Read one template. Raises FormError where something is missing or unknown."""
    path = folder(root, language) / f"{name}.yml"
    if not path.is_file():
        raise FormError(f"There is no template {name!r}: write {path.name} or change its name.")
    return parse(yaml.safe_load(path.read_text(encoding="utf-8")), name, language)


def parse(raw: Mapping[str, Any], name: str, language: str) -> Form:
    """Return the template that a source describes. Raises FormError as `read` does."""
    try:
        return Form(
            name=name,
            language=language,
            file=raw["file"],
            title=raw["title"],
            subject=raw["subject"],
            updated=raw["updated"],
            formats=tuple(raw["formats"]),
            landscape=raw.get("landscape", False),
            blocks=tuple(_block(each, name) for each in raw["blocks"]),
            readme=tuple(_block(each, name) for each in raw.get("readme", ())),
            words=raw.get("words", {}),
            data=raw.get("data", {}),
        )
    except KeyError as error:
        raise FormError(f"{name}.yml has no {error}: add that line.") from error


def _block(raw: Mapping[str, Any], name: str) -> Block:
    kind = next(iter(raw))
    if kind not in KINDS:
        raise FormError(f"{name}.yml has a block {kind!r}: use one of {', '.join(KINDS)}.")
    value = raw[kind]
    if kind == "table":
        return Block(kind, table=_table(value, name))
    if isinstance(value, str):
        return Block(kind, text=value.strip(), count=raw.get("count", 0))
    return Block(kind, items=tuple(str(item).strip() for item in value))


def _table(raw: Mapping[str, Any], name: str) -> Table:
    head = tuple(raw["head"])
    rows = tuple(tuple(str(cell) for cell in row) for row in raw["rows"])
    widths = tuple(raw.get("widths", (1,) * len(head)))
    if any(len(row) != len(head) for row in (*rows, widths)):
        raise FormError(f"{name}.yml has a table with uneven rows: give each {len(head)} cells.")
    return Table(head, rows, widths)
