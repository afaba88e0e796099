"""Show a template on a page, as Markdown that a phone can hold."""

from __future__ import annotations

from collections.abc import Iterator

from publishing.forms.source import Block, Form, Table
from publishing.forms.word import BOX

BLANK = "…"


def preview(form: Form, to_fill_in: str) -> str:
    """Return the whole template; `to_fill_in` is the words before the names of empty columns."""
    return "\n\n".join(part for block in form.blocks for part in _block(block, to_fill_in)) + "\n"


def _block(block: Block, to_fill_in: str) -> Iterator[str]:
    match block.kind:
        case "heading" | "page":
            yield f"**{block.text}**"
        case "text":
            yield block.text
        case "points":
            yield "\n".join(f"- {item}" for item in block.items)
        case "steps":
            yield "\n".join(f"{at}. {item}" for at, item in enumerate(block.items, 1))
        case "boxes":
            yield "\n".join(f"- {BOX}{item}" for item in block.items)
        case "fields":
            yield "\n".join(f"- {item}: {BLANK}" for item in block.items)
        case "lines":
            yield f"{block.text} {BLANK}"
        case "table" if block.table:
            yield from _table(block.table, to_fill_in)


def _table(table: Table, to_fill_in: str) -> Iterator[str]:
    """Yield a table without its empty columns, and then their names."""
    full = [at for at in range(len(table.head)) if any(row[at] for row in table.rows)]
    lines = [[row[at] for at in full] for row in (table.head, *table.rows)]
    lines.insert(1, ["---"] * len(full))
    yield "\n".join(f"| {' | '.join(line)} |" for line in lines)
    empty = [name for at, name in enumerate(table.head) if at not in full]
    if empty:
        yield f"{to_fill_in} {', '.join(empty)}."
