"""Let one command at a time write below `_build` and `.venv`.

The lock is the operating system's own: it is gone when its holder ends, however that happens.
Standard library only.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from publishing.failures import CourseError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def only_one(
    path: Path, wait: float = 600.0, waiting: Callable[[], None] = lambda: None
) -> Iterator[None]:
    """Hold the lock file `path` while the block runs.

    `waiting` is called once when somebody else holds it. Raises `CourseError` after `wait` seconds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + wait
    with path.open("ab") as file:
        told = False
        while not _take(file):
            if not told:
                waiting()
                told = True
            if time.monotonic() > end:
                raise CourseError(
                    "Another course.py is still working in this folder: let it finish or stop it "
                    "with Ctrl-C, then start again."
                )
            time.sleep(0.2)
        yield


def _take(file: BinaryIO) -> bool:
    """Try to get the lock; closing the file gives it back."""
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
