"""What a review finds: spans, findings, strengths and where each rule comes from.

The shapes are frozen: a report can be shared between threads and compared by value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

EMPTY: Mapping[str, str] = MappingProxyType({})


class Outcome(str, Enum):
    """What a finding asks of the writer."""

    INFO = "info"
    """Something to know; nothing has to change."""
    REVISE = "revise"
    """Mend it before you post."""
    ASK = "ask"
    """A machine cannot judge this: ask a human before you post."""

    @property
    def weight(self) -> int:
        """Order of urgency: 0 for INFO, 1 for REVISE, 2 for ASK."""
        return ("info", "revise", "ask").index(self.value)


class Span(NamedTuple):
    """A stretch of a draft in code points: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]

    def utf16(self, text: str) -> tuple[int, int]:
        """Return the same stretch in UTF-16 units, as JavaScript counts them."""
        before = len(text[: self.start].encode("utf-16-le", "surrogatepass")) // 2
        inside = len(text[self.start : self.end].encode("utf-16-le", "surrogatepass")) // 2
        return before, before + inside


class Hit(NamedTuple):
    """What a rule's ``find`` yields: where, a better wording if there is one, and values
    that fill the ``{braces}`` of the rule's message.

    An empty string as suggestion means «take these words out».
    """

    span: Span
    suggestion: str | None = None
    values: Mapping[str, str] = EMPTY


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a rule comes from and when we last checked it."""

    title: str
    checked: str
    """ISO date of the last check."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at in a draft."""

    rule: str
    outcome: Outcome
    span: Span
    matched: str
    title: str
    message: str
    why: str
    suggestion: str | None
    chapter: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Strength:
    """One thing that works in a draft, with the words that do it."""

    rule: str
    span: Span
    matched: str
    title: str
    message: str
    chapter: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A measured value: a thermometer, not a mark.

    ``value`` is None where the text is too short to measure; ``needs`` then says how much
    more it takes.
    """

    id: str
    title: str
    display: str
    rests_on: str
    limits: str
    value: float | None = None
    band: str | None = None
    needs: str | None = None

    @property
    def shown(self) -> bool:
        """True where there is a value to show."""
        return self.value is not None


@dataclass(frozen=True, slots=True)
class Score:
    """One figure from 0 to 100 and the points that each rule took; see ``checks.score``."""

    value: int
    parts: tuple[tuple[str, int], ...] = field(default=())
