"""What a rule is: data, words for the reader, examples, and one pure function.

A family of rules is one file in ``checks/rules``. It holds ``RULES`` and, where something can
be praised, ``MERITS``. Nothing else has to be registered: ``checks.registry`` reads the folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .draft import Draft
from .findings import Hit, Outcome, Reference
from .policy import Policy

Find = Callable[[Draft, Policy], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader sees of a rule, in one language.

    ``title`` is a command of at most 60 characters; ``message`` is about the text, never about
    the writer, and may hold ``{matched}`` and the values of a Hit; ``why`` gives the reason in
    one sentence. A merit needs no ``why``.
    """

    title: str
    message: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """An example draft that needs more than its text: a platform, alt text, house rules."""

    text: str
    platform: str | None = None
    alt_text: str | None = None
    paid: bool = False
    status: str = "green"
    today: date | None = None
    policy: Policy | None = None
    """House rules that the example needs; None for those of the course."""

    def options(self) -> dict[str, Any]:
        """Return the options for ``review`` and ``Draft.of``."""
        return {
            "platform": self.platform,
            "alt_text": self.alt_text,
            "paid": self.paid,
            "status": self.status,
            "today": self.today,
        }


@dataclass(frozen=True, slots=True)
class Examples:
    """Drafts in one language that prove a rule.

    ``bad`` must raise it; ``good`` and ``near_miss`` must not. Near misses look like a fault
    and are none: they are the false alarms that the rule must not raise.
    """

    bad: tuple[str | Sample, ...]
    good: tuple[str | Sample, ...]
    near_miss: tuple[str | Sample, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A fault that the reviewer looks for."""

    id: str
    outcome: Outcome
    find: Find
    words: Mapping[str, Words]
    examples: Mapping[str, Examples]
    reference: Reference
    chapter: str

    def draft_languages(self) -> tuple[str, ...]:
        """Return the languages of drafts that the rule can read."""
        return tuple(self.examples)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merit:
    """A strength that the reviewer names. ``bad`` examples are drafts without it."""

    id: str
    find: Find
    words: Mapping[str, Words]
    examples: Mapping[str, Examples]
    chapter: str
