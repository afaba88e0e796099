"""The kinds of step, as frozen data read from the package.

An exercise begins with a step in which nothing is written yet (spot, sort, order, compute), goes
on with a draft to repair or another of these, and ends with a post of the learner's own.
"""

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


@dataclass(frozen=True, slots=True)
class Item:
    """Something to sort, the class where it belongs, and why."""

    text: str
    into: str
    because: str


@dataclass(frozen=True, slots=True)
class SortTrap:
    """A plausible wrong class for an item, numbered from 1. The message answers the mistake."""

    item: int
    into: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort(Base):
    """Put each item into one of a few classes. ``right`` items in their class make it done."""

    classes: tuple[str, ...]
    items: tuple[Item, ...]
    traps: tuple[SortTrap, ...]
    right: int


@dataclass(frozen=True, slots=True)
class OrderTrap:
    """A line that has to stand before another, by numbers from 1, and what to say if not."""

    first: int
    then: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Base):
    """Bring the lines of a story into order.

    ``lines`` stand in a good order, ``shown`` holds their numbers in the order in which the
    learner meets them, ``also`` other good orders.
    """

    lines: tuple[str, ...]
    shown: tuple[int, ...]
    also: tuple[tuple[int, ...], ...]
    traps: tuple[OrderTrap, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something to compute or to score: the value, how far off an answer may be, and the way."""

    ask: str
    value: float
    within: float
    unit: str
    because: str


@dataclass(frozen=True, slots=True)
class ComputeTrap:
    """A plausible wrong value of a quantity, numbered from 1. The message answers the mistake.

    ``within`` says how far around the value the trap reaches: a score can be too high by much or
    by little for the same reason.
    """

    item: int
    value: float
    message: str
    within: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Compute(Base):
    """Compute or score each quantity. ``right`` of them within their range make it done."""

    quantities: tuple[Quantity, ...]
    traps: tuple[ComputeTrap, ...]
    right: int


Task = Spot | Repair | Write | Sort | Order | Compute
KINDS: Mapping[str, type[Task]] = {
    "spot": Spot,
    "sort": Sort,
    "order": Order,
    "compute": Compute,
    "repair": Repair,
    "write": Write,
}
_TRAPS: Mapping[str, type[SortTrap | OrderTrap | ComputeTrap]] = {
    "sort": SortTrap,
    "order": OrderTrap,
    "compute": ComputeTrap,
}


def to_data(task: Task) -> dict[str, Any]:
    """Return a step as JSON data, without what the exercise says once for all steps."""
    data = asdict(task)
    del data["lang"], data["platform"]
    return data


def from_data(data: Mapping[str, Any], *, lang: str, platform: str) -> Task:
    """Return the step that ``to_data`` wrote. Raises KeyError or TypeError for other data."""
    values: dict[str, Any] = dict(data)
    for key in ("hints", "clear", "keep", "show", "facts", "classes", "lines", "shown"):
        if key in values:
            values[key] = tuple(values[key])
    if "faults" in values:
        values["faults"] = tuple(Fault(**fault) for fault in values["faults"])
        values["decoys"] = tuple(Decoy(**decoy) for decoy in values["decoys"])
    if "items" in values:
        values["items"] = tuple(Item(**item) for item in values["items"])
    if "also" in values:
        values["also"] = tuple(tuple(order) for order in values["also"])
    if "quantities" in values:
        values["quantities"] = tuple(Quantity(**one) for one in values["quantities"])
    if "traps" in values:
        trap = _TRAPS[values["id"]]
        values["traps"] = tuple(trap(**one) for one in values["traps"])
    if "words" in values:
        values["words"] = Length(**values["words"])
    return KINDS[values["id"]](lang=lang, platform=platform, **values)
