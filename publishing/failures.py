"""Turn whatever goes wrong into one sentence that holds the remedy.

Standard library only: `course.py` uses this module before anything is installed.
"""

import contextlib
import errno
import os
import re
import shutil
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

STOPPED: Final = "Stopped. Start the same command again to go on."

DISK_FULL: Final = "The disk is full: free about 2 GB, then start the same command again."

_ALMOST_NOTHING: Final = 10_000_000  # bytes

_DISK_FULL_CODES: Final = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_WINDOWS_DISK_FULL: Final = (39, 112)
_NO_ACCESS_CODES: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


class CourseError(Exception):
    """A problem that the person at the keyboard can solve.

    The text is one sentence that holds the remedy. `details` are lines shown below it.
    """

    def __init__(self, text: str, details: Sequence[str] = ()) -> None:
        super().__init__(text)
        self.details = tuple(details)


def complain(trouble: CourseError) -> None:
    """Print a problem and the lines that belong to it to standard error."""
    print(trouble, file=sys.stderr, flush=True)
    for line in trouble.details:
        print("  " + line, file=sys.stderr, flush=True)


def guarded(action: Callable[[], int], logs: Path) -> int:
    """Run `action`; turn whatever goes wrong into one sentence and exit code 1."""
    try:
        return action()
    except CourseError as trouble:
        complain(trouble)
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr, flush=True)
    except BrokenPipeError:
        # The reader of our output is gone: nobody is left to tell, and the exit must stay silent.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError as error:
        complain(explain_os_error(error, logs))
    except Exception as error:  # the last resort: even then a person reads a sentence
        complain(_unexpected(error, logs))
    return 1


def explain_os_error(error: OSError, logs: Path) -> CourseError:
    """Say what an error of the operating system means for the reader, and what to do."""
    windows = getattr(error, "winerror", None)
    if error.errno in _DISK_FULL_CODES or windows in _WINDOWS_DISK_FULL:
        return CourseError(DISK_FULL)
    if error.errno in _NO_ACCESS_CODES:
        place = f"{error.filename}" if error.filename else "a file of the course"
        return CourseError(
            f"No permission to write {place}: move the course to a folder of your own, "
            "close programs that use its files, and start again."
        )
    return _unexpected(error, logs)


def _unexpected(error: Exception, logs: Path) -> CourseError:
    log = logs / "crash.log"
    where = ""
    with contextlib.suppress(OSError):
        logs.mkdir(parents=True, exist_ok=True)
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        where = f" and send the file {log} to the people who look after the course"
    text = " ".join(f"{type(error).__name__}: {error}".split())
    return CourseError(
        f"The course met a problem that it does not know ({text}): start the same command again; "
        f"if it comes back, run `python course.py clean --all`{where}."
    )


_CAUSES: Final = {
    "No space left on device|Errno 28|not enough space on the disk|Errno 122": DISK_FULL,
    "CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError": (
        "The package index was not trusted: check the date and time of this computer, or ask your "
        "network team for its certificate and set PIP_CERT to that file, then start again."
    ),
    "ProxyError|Tunnel connection failed|407 Proxy": (
        "The company proxy refused the connection: ask your network team for the address and set "
        "HTTPS_PROXY to it, then start again."
    ),
    (
        "NewConnectionError|ConnectTimeout|ReadTimeout|Read timed out|[Nn]ame resolution"
        "|getaddrinfo|Name or service not known|nodename nor servname|Network is unreachable"
        "|Connection (refused|aborted|broken)|ConnectionResetError|RemoteDisconnected"
        "|IncompleteRead|NameResolutionError|Max retries exceeded"
    ): (
        "The package index was not reached: check the network connection, then start the same "
        "command again; it goes on where it stopped."
    ),
    "Long Path support": (
        "A path is too long for Windows: move the course to a short folder such as C:\\course, "
        "then start again."
    ),
    "DO NOT MATCH THE HASHES|BadZipFile|invalid wheel": (
        "A downloaded package was damaged: start the same command again to fetch it once more."
    ),
    r"Permission denied|Errno 13|WinError 5\b|Read-only file system|Access is denied": (
        "No permission to write in the course folder: move the course to a folder of your own, "
        "close programs that use its files, and start again."
    ),
}
"""Pattern in a log -> what it means and what to do. The first that fits counts."""


def known_cause(log: str, folder: Path) -> str | None:
    """Return the sentence for a cause that a log names (disk, network, permission), if any.

    On a full disk the log may be empty, so the disk of `folder` is asked too.
    """
    if shutil.disk_usage(folder).free < _ALMOST_NOTHING:
        return DISK_FULL
    return next((text for pattern, text in _CAUSES.items() if re.search(pattern, log)), None)
