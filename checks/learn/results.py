"""What a check says: how far an answer is, what works, and one next step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from .panel import Items, Panel, Para, Part
from .steps import Base
from .texts import texts


class Status(str, Enum):
    """How far an answer is."""

    NOT_ATTEMPTED = "not_attempted"
    NOT_YET = "not_yet"
    DONE = "done"


_SIGNS: Final = {Status.NOT_ATTEMPTED: "\u25cb", Status.NOT_YET: "\u2192", Status.DONE: "\u2713"}


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """The outcome of one check. It shows itself: HTML in a notebook, text in a terminal.

    ``works`` comes first, then the one ``next`` step. ``notes`` say what else a reader should
    know; a result that is done says there what a machine cannot judge.
    """

    step: str
    lang: str
    status: Status
    works: tuple[str, ...] = ()
    next: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def done(self) -> bool:
        """True where the step is done."""
        return self.status is Status.DONE

    def panel(self) -> Panel:
        """Return the result as parts to show."""
        say = texts(self.lang)
        parts: list[Part] = [
            Para(lead=f"{say(f'status.{self.status.value}')}.", text="", sign=_SIGNS[self.status])
        ]
        if self.works:
            parts.append(Items(say("result.works"), self.works))
        if self.next:
            parts.append(Para(lead=say("result.next"), text=self.next))
        parts.extend(Para(note) for note in self.notes)
        return Panel(self.lang, tuple(parts))

    def to_text(self) -> str:
        """Return the result as plain text."""
        return self.panel().to_text()

    def to_html(self) -> str:
        """Return the result as one HTML element."""
        return self.panel().to_html()

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return self.to_html()


def not_attempted(task: Base, sentence: str) -> Result:
    """Return the result of an answer that says nothing yet; the sentence says what to do."""
    return Result(task.id, task.lang, Status.NOT_ATTEMPTED, next=sentence)
