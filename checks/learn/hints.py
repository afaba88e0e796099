"""What a step shows: its draft or brief, its hints, one good answer and the reason."""

from __future__ import annotations

from collections.abc import Iterable

from ..platforms import platforms
from .computing import shown
from .ordering import letters
from .panel import Fold, Items, Panel, Para, Part, Post
from .steps import Base, Compute, Order, Sort, Spot, Task, Write
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
    if isinstance(task, Sort):
        items = _numbered(item.text for item in task.items)
        return Panel(task.lang, (Items(say("card.sort", classes=", ".join(task.classes)), items),))
    if isinstance(task, Compute):
        items = _numbered(_asked(one.ask, one.unit) for one in task.quantities)
        return Panel(task.lang, (Items(say("card.compute"), items),))
    if isinstance(task, Order):
        lines = tuple(
            f"{letter}: {task.lines[line - 1]}"
            for letter, line in zip(letters(task), task.shown, strict=True)
        )
        return Panel(task.lang, (Items(say("card.order"), lines),))
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


def folded(lang: str, entries: Iterable[str], say_closed: str) -> Panel:
    """Return hints that belong to no step, each closed until the reader opens it."""
    say, hints = texts(lang), tuple(entries)
    titles = (
        say("hint.title", number=number, total=len(hints)) for number in range(1, len(hints) + 1)
    )
    return Panel(
        lang,
        tuple(
            Fold(title, (Para(hint),), f"{title} {say(say_closed)}")
            for title, hint in zip(titles, hints, strict=True)
        ),
    )


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
    elif isinstance(task, Sort):
        items = _numbered(f"{item.into}. {item.because}" for item in task.items)
        good = Items(say("solution.sort"), items)
    elif isinstance(task, Order):
        good = Items(say("solution.order"), task.lines)
    elif isinstance(task, Compute):
        values = _numbered(f"{shown(one, task.lang)}. {one.because}" for one in task.quantities)
        good = Items(say("solution.sort"), values)
    else:
        good = Post(say("solution.own"), task.solution.strip())
    return (good, Para(task.reason, lead=say("solution.why")), Para(say("solution.other")))


def _title(task: Base, number: int) -> str:
    return texts(task.lang)("hint.title", number=number, total=len(task.hints))


def _numbered(entries: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{number}: {entry}" for number, entry in enumerate(entries, 1))


def _asked(ask: str, unit: str) -> str:
    return f"{ask} ({unit})" if unit else ask
