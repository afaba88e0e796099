"""Where drafts come from on the command line: files, folders, the keyboard, columns of a table.

Everything that is read is data: it is capped, decoded, and never executed.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from .draft import CAP
from .errors import InputError

MOST_BYTES: Final = 4 * CAP
"""Bytes of one draft that are read: enough for CAP characters of UTF-8."""

MOST_TABLE_BYTES: Final = 50_000_000
"""Bytes of a table of drafts."""

MOST_FILES: Final = 10_000
"""Files of one folder."""

ENDINGS: Final = (".txt", ".md", ".text")
"""Files of a folder that are read as drafts."""


class Source(NamedTuple):
    """A draft that can be read, or the reason why it cannot."""

    name: str
    text: str
    problem: str = ""


def sources(names: Iterable[str], column: str | None = None) -> Iterator[Source]:
    """Yield every draft of the named files, folders and tables; ``-`` is the keyboard.

    A draft that cannot be read comes with its ``problem``: one bad file never stops the others.
    """
    for name in names:
        try:
            path = Path(name)
            if name != "-" and path.is_dir():
                yield from _folder(path)
            elif name != "-" and path.suffix.lower() in (".csv", ".tsv"):
                yield from _table(path, column)
            else:
                yield Source(name, read_draft(name))
        except InputError as error:
            yield Source(name, "", str(error))
        except ValueError:
            yield Source(name, "", f"{name!r} is no name of a file: check it.")


def _folder(folder: Path) -> Iterator[Source]:
    found = 0
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or path.suffix.lower() not in ENDINGS or path.is_symlink():
            continue
        if not path.is_file():
            continue
        found += 1
        if found > MOST_FILES:
            yield Source(
                str(folder), "", f"{folder} has more than {MOST_FILES:,} drafts: name its parts."
            )
            return
        try:
            yield Source(str(path), read_draft(str(path)))
        except InputError as error:
            yield Source(str(path), "", str(error))
    if not found:
        endings = ", ".join(ENDINGS)
        yield Source(str(folder), "", f"{folder} holds no drafts: their names end in {endings}.")


def _table(path: Path, column: str | None) -> Iterator[Source]:
    raw = _bytes(path, MOST_TABLE_BYTES)
    text = decode(raw, str(path))
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    csv.field_size_limit(MOST_BYTES)
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        names = [name for name in rows.fieldnames or () if name]
        wanted = column or next((n for n in names if n.lower() in ("text", "draft", "post")), None)
        if wanted is None or wanted not in names:
            shown = ", ".join(names)[:200]
            raise InputError(
                f"{path} has the columns {shown}: say which one holds the drafts with --column."
            )
        for number, row in enumerate(rows, 2):
            yield Source(f"{path}:{number}", row.get(wanted) or "")
    except csv.Error as error:
        raise InputError(
            f"{path} is no table that can be read ({error}): save it as CSV again."
        ) from None


def _bytes(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except FileNotFoundError:
        raise InputError(f"{path} is not there: check the name and the folder.") from None
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise InputError(f"{path}: {reason}. Check that you may open it.") from None
    if len(raw) > most:
        raise InputError(
            f"{path} is larger than {most:,} bytes, which is no post: "
            "split it, or name one draft at a time."
        )
    return raw


def read_draft(name: str) -> str:
    """Read a draft from a file, or from standard input for ``-``.

    Raises InputError, with the remedy, for a file that is missing, a folder, not text, or not
    UTF-8 or UTF-16.
    """
    if name == "-":
        if sys.stdin is None:
            raise InputError("There is nothing to read from: give a file name instead of «-».")
        raw = sys.stdin.buffer.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise InputError(f"More than {MOST_BYTES:,} bytes came in, which is no post: split it.")
        return decode(raw, "what came in")
    path = Path(name)
    if path.is_dir():
        raise InputError(f"{name} is a folder: name the files in it.")
    return decode(_bytes(path, MOST_BYTES), name)


def decode(raw: bytes, name: str) -> str:
    """Turn bytes into text: UTF-8, or UTF-16 with its mark. Raises InputError."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\x00" in raw:
        raise InputError(
            f"{name} is no text file: save the draft as plain text (.txt) and try again."
        )
    else:
        encoding = "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} is not UTF-8 (byte {error.start + 1}): save it as UTF-8 text and try again."
        ) from None
