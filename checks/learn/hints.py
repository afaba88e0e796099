"""What a step shows: its draft or brief, its hints, one good answer and the reason."""

from __future__ import annotations

from ..platforms import platforms
from .panel import Fold, Items, Panel, Para, Part, Post
from .steps import Base, Spot, Task, Write
from .texts import texts


def card(task: Task) -> Panel:
    """Return what the learner works on: the draft as a post, or the brief with its facts."""
    say = texts(task.lang)
    if isinstance(task, Write):
        return Panel(
            task.lang,
            (
                Para(task.brief, lead=say("card.brief")),
                Items(say("card.facts"), task.facts),
                Para(say("card.length", least=task.words.least, most=task.words.most)),
            ),
        )
    title = say("card.draft", platform=platforms()[task.platform].name)
    return Panel(task.lang, (Post(title, task.draft.strip()),))


def one_hint(task: Base, number: int) -> Panel:
    """Return one hint, open. ``number`` counts from 1."""
    say = texts(task.lang)
    last = number >= len(task.hints)
    parts: list[Part] = [Para(task.hints[number - 1], lead=_title(task, number))]
    if last:
        parts.append(Para(say("hint.last")))
    return Panel(task.lang, tuple(parts))


def all_hints(task: Base) -> Panel:
    """Return all hints, each closed until the reader opens it."""
    say = texts(task.lang)
    closed = say("hint.closed", step=task.id)
    folds = tuple(
        Fold(_title(task, number), (Para(text),), f"{_title(task, number)} {closed}")
        for number, text in enumerate(task.hints, 1)
    )
    return Panel(task.lang, folds)


def solution(task: Task) -> Panel:
    """Return one good answer and why it is good, closed until the reader opens it."""
    say = texts(task.lang)
    return Panel(
        task.lang,
        (Fold(say("solution.title"), answer(task), say("solution.closed", step=task.id)),),
    )


def answer(task: Task) -> tuple[Part, ...]:
    """Return one good answer and why it is good."""
    say = texts(task.lang)
    if isinstance(task, Spot):
        faults = tuple(
            say("spot.found", words=fault.words, because=fault.because) for fault in task.faults
        )
        good: Part = Items(say("solution.spot"), faults)
    else:
        good = Post(say("solution.own"), task.solution.strip())
    return (good, Para(task.reason, lead=say("solution.why")), Para(say("solution.other")))


def _title(task: Base, number: int) -> str:
    return texts(task.lang)("hint.title", number=number, total=len(task.hints))
