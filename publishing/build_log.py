"""Say why a book was not built: the places to mend, taken from the builder's log."""

import itertools
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from publishing import failures, steps
from publishing.language import Language

SHOWN: Final = 5
"""Lines of a failed build that are shown; the log has all of them."""

_MESSAGE = re.compile(
    r"^(?P<path>.*?)(?::(?P<line>\d+))?: (?P<level>WARNING|ERROR|CRITICAL|SEVERE): (?P<text>.*)$"
)


def messages(log: str, language: Language) -> list[str]:
    """Return the warnings and errors of a build log as `file:line: text`, without doubles.

    The builder names the English page also for a translated one; here the file that holds the
    text is named.
    """
    found: dict[str, None] = {}
    for line in log.splitlines():
        match = _MESSAGE.match(line)
        if match:
            place = _place(match["path"], language)
            at = f"{place}:{match['line']}" if match["line"] else place
            found[f"{at}: {match['text']}"] = None
        elif line.startswith(("WARNING: ", "ERROR: ")):
            found[line] = None
    return list(found)


def _place(path: str, language: Language) -> str:
    """Return a path below the project, and the translation's own where there is one."""
    try:
        relative = Path(path).relative_to(language.root)
    except ValueError:
        return path
    if len(relative.parts) > 1:
        own = Path(relative.parts[0], f"_{language.code}", *relative.parts[1:])
        if (language.root / own).is_file():
            relative = own
    return relative.as_posix()


_FRAME = re.compile(r'^\s+File "(?P<path>[^"]+)", line (?P<line>\d+)')
_EXCEPTION = re.compile(r"^(?:\w+\.)*\w*(?:Error|Exception|Interrupt|Exit)(?:: .*)?$")


def crash(log: str, language: Language) -> list[str]:
    """Return what ended a build that has no messages: the first exception and our line in it."""
    lines = log.splitlines()
    begin = next((n for n, line in enumerate(lines) if line.startswith("Traceback ")), None)
    if begin is None:
        return steps.last_lines(log, SHOWN)
    place = ""
    for number, line in enumerate(lines[begin:], begin):
        frame = _FRAME.match(line)
        if frame and Path(frame["path"]).is_relative_to(language.root):
            relative = Path(frame["path"]).relative_to(language.root)
            if not relative.parts[0].startswith("."):
                place = f"{relative.as_posix()}:{frame['line']}: "
        elif _EXCEPTION.match(line):
            more = itertools.takewhile(str.strip, lines[number + 1 : number + SHOWN])
            return [place + line, *more]
    return steps.last_lines(log, SHOWN)


def first_of(lines: Sequence[str], log: Path) -> list[str]:
    """Return the first lines, how many more there are, and where all of them are."""
    shown = ["  " + line for line in lines[:SHOWN]]
    if len(lines) > SHOWN:
        shown.append(f"  and {len(lines) - SHOWN} more")
    return [*shown, f"  The full log is {log}."]


def explain_failure(failed: Iterable[Language]) -> failures.CourseError:
    """Say in one sentence why languages were not built, with the first places to look at."""
    details: list[str] = []
    names = []
    for language in failed:
        log = steps.read_log(language.log)
        cause = failures.known_cause(log, language.root)
        if cause == failures.DISK_FULL:
            return failures.CourseError(cause, [f"The full log is {language.log}."])
        names.append(language.name)
        found = messages(log, language) or crash(log, language)
        details += [f"{language.name}:", *first_of(found, language.log)]
    book = "book was" if len(names) == 1 else "books were"
    return failures.CourseError(
        f"The {' and '.join(names)} {book} not built: mend the places below, then start again.",
        details,
    )
