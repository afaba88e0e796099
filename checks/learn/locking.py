"""A lock between programs. It is the operating system's own: it is gone when its holder ends."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PAUSE: Final = 0.002
"""Seconds between two tries: shorter than a save, so that nobody is always too late."""


class BusyError(Exception):
    """Somebody else held the lock for the whole time."""


@contextmanager
def locked(path: Path, wait: float) -> Iterator[None]:
    """Hold a lock file for a block. Raises BusyError after ``wait`` seconds, or OSError."""
    end = time.monotonic() + wait
    with path.open("ab") as file:
        while not _take(file):
            if time.monotonic() > end:
                raise BusyError
            time.sleep(PAUSE)
        yield


def _take(file: BinaryIO) -> bool:
    """Try to get the lock; closing the file gives it back."""
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
