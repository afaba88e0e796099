"""The three kinds of step, as frozen data read from the package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """Words of a draft that a good editor would mark, and why."""

    words: str
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Decoy:
    """Words of a draft that look like a fault and are none. The message answers the mistake."""

    words: str
    message: str


@dataclass(frozen=True, slots=True)
class Length:
    """The least and the most words that an answer may have, both inclusive."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What every step has."""

    id: str
    title: str
    lang: str
    platform: str
    hints: tuple[str, ...]
    """From a pointer to nearly the answer; the first does not hold it."""
    reason: str
    """Why the good answer is good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(Base):
    """Mark the faults of a post. ``find`` faults make the step done."""

    draft: str
    faults: tuple[Fault, ...]
    decoys: tuple[Decoy, ...]
    find: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Own(Base):
    """What the two steps share in which the learner writes.

    ``clear`` are rules that may not fire, ``keep`` words that must be there, ``show`` strengths
    that must be there.
    """

    clear: tuple[str, ...]
    keep: tuple[str, ...]
    show: tuple[str, ...]
    words: Length
    solution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair(Own):
    """Change a draft until its faults are gone and its facts are still there."""

    draft: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Write(Own):
    """Write a post from a brief, with facts that may be used."""

    brief: str
    facts: tuple[str, ...]


Task = Spot | Repair | Write
KINDS: Mapping[str, type[Spot | Repair | Write]] = {
    "spot": Spot,
    "repair": Repair,
    "write": Write,
}


def to_data(task: Task) -> dict[str, Any]:
    """Return a step as JSON data, without what the exercise says once for all steps."""
    data = asdict(task)
    del data["lang"], data["platform"]
    return data


def from_data(data: Mapping[str, Any], *, lang: str, platform: str) -> Task:
    """Return the step that ``to_data`` wrote. Raises KeyError or TypeError for other data."""
    values: dict[str, Any] = dict(data)
    for key in ("hints", "clear", "keep", "show", "facts"):
        if key in values:
            values[key] = tuple(values[key])
    if "faults" in values:
        values["faults"] = tuple(Fault(**fault) for fault in values["faults"])
        values["decoys"] = tuple(Decoy(**decoy) for decoy in values["decoys"])
    if "words" in values:
        values["words"] = Length(**values["words"])
    return KINDS[values["id"]](lang=lang, platform=platform, **values)
