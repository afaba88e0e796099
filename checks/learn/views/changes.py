"""What got better since a kept version, and what is new to look at, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...diff import Change, Diff
from ...findings import Finding
from ...report.text import quoted
from ..panel import Items, Panel, Para, Part
from ..texts import Texts, texts

MOST: Final = 10
"""Lines of one list; the rest is counted."""


def changes(change: Diff, number: int, lang: str) -> Panel:
    """Return the way from version ``number`` to the draft, in the language ``lang``."""
    say = texts(lang)
    better = [
        *(say("clinic.changes.gained", title=title) for title in change.gained),
        # Titles give advice: in this list it has to be clear that it was taken.
        *(say("clinic.changes.mended", line=line) for line in _findings(change.mended, say)),
        *_readings(change.readings, True, say),
    ]
    worse = [
        *_findings(change.new, say),
        *(say("clinic.changes.lost", title=title) for title in change.lost),
        *_readings(change.readings, False, say),
    ]
    if not better and not worse:
        return Panel(lang, (Para(say("clinic.changes.nothing", number=number)),))
    # Readings and strengths have a line each; places of one rule share theirs.
    more = len(better) - len(_titles(change.mended)) + len(change.mended)
    less = len(worse) - len(_titles(change.new)) + len(change.new)
    parts: list[Part] = [Para(_sum(more, less, number, say))]
    for key, entries in (("better", better), ("worse", worse)):
        if entries:
            parts.append(Items(say(f"clinic.changes.{key}", number=number), _some(entries, say)))
    return Panel(lang, tuple(parts))


def unchanged(number: int, lang: str) -> Panel:
    """Say that the draft is what version ``number`` holds."""
    return Panel(lang, (Para(texts(lang)("clinic.changes.same", number=number)),))


def _sum(better: int, worse: int, number: int, say: Texts) -> str:
    return say(
        "clinic.changes.sum",
        number=number,
        better=say.count("clinic.changes.better_count", better),
        worse=say.count("clinic.changes.worse_count", worse),
    )


def _titles(found: Iterable[Finding]) -> dict[str, list[str]]:
    """Return the words of all places by the title of their rule."""
    places: dict[str, list[str]] = {}
    for one in found:
        places.setdefault(one.title, []).append(quoted(one.matched))
    return places


def _findings(found: Iterable[Finding], say: Texts) -> Iterator[str]:
    for title, places in _titles(found).items():
        if len(places) > 1:
            yield say("clinic.changes.places", title=title, count=len(places), words=places[0])
        elif places[0]:
            yield say("clinic.changes.finding", title=title, words=places[0])
        else:
            yield title


def _readings(found: Iterable[Change], easier: bool, say: Texts) -> Iterator[str]:
    key = "easier" if easier else "harder"
    for one in found:
        if one.easier is easier:
            yield say(f"clinic.changes.{key}", title=one.title, before=one.before, after=one.after)


def _some(entries: list[str], say: Texts) -> tuple[str, ...]:
    rest = len(entries) - MOST
    if rest <= 0:
        return tuple(entries)
    return (*entries[:MOST], say.count("clinic.changes.rest", rest))
