"""Check the answer to an order step."""

from __future__ import annotations

import re
from typing import Final

from ..messages import text
from .results import Result, Status, not_attempted
from .steps import Order
from .texts import texts

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The names of the lines, in the order in which they are shown."""


def check_order(task: Order, answer: object) -> Result:
    """Say how far an answer is: the letters of the lines in order, «C A B», or a list of them."""
    say = texts(task.lang)
    if answer is not None and not isinstance(answer, str | list | tuple):
        return not_attempted(task, say("answer.type_order"))
    written = " ".join(map(str, answer)) if isinstance(answer, list | tuple) else (answer or "")
    order = lines_of(task, written)
    if order is None:
        return not_attempted(task, say("answer.blank_order", last=LETTERS[len(task.lines) - 1]))
    twice = next((one for one in order if order.count(one) > 1), None)
    if twice is not None:
        step: str | None = say("order.twice", letter=letter_of(task, twice))
    elif len(order) < len(task.lines):
        missing = next(letter for letter in letters(task) if _line(task, letter) not in order)
        step = say("order.missing", letter=missing)
    else:
        step = _next_step(task, order)
    works = _works(task, order)
    if step is not None:
        return Result(task.id, task.lang, Status.NOT_YET, works, step)
    return Result(task.id, task.lang, Status.DONE, works, notes=(text(task.lang, "report.limits"),))


def letters(task: Order) -> str:
    """Return the letters of the lines, in the order in which they are shown."""
    return LETTERS[: len(task.lines)]


def letter_of(task: Order, line: int) -> str:
    """Return the letter under which a line, numbered from 1, is shown."""
    return LETTERS[task.shown.index(line)]


def _line(task: Order, letter: str) -> int:
    return task.shown[LETTERS.index(letter)]


def lines_of(task: Order, written: str) -> list[int] | None:
    """Return the numbers of the lines that an answer names, or None where it names none.

    Letters may stand alone, with commas, or in one word; other words make it no answer.
    """
    known = letters(task)
    pieces = re.findall(r"[^\W\d_]+", written.upper())
    if len(pieces) == 1 and set(pieces[0]) <= set(known):
        pieces = list(pieces[0])
    if not pieces or any(len(piece) != 1 or piece not in known for piece in pieces):
        return None
    return [_line(task, piece) for piece in pieces[: 2 * len(known)]]


def _works(task: Order, order: list[int]) -> tuple[str, ...]:
    say = texts(task.lang)
    good = min(
        (tuple(range(1, len(task.lines) + 1)), *task.also),
        key=lambda known: -_alike(order, known),
    )
    begin = _alike(order, good)
    if not begin:
        return (say("order.started"),)
    return (say("order.begin", letters=" ".join(letter_of(task, line) for line in good[:begin])),)


def _alike(order: list[int], known: tuple[int, ...]) -> int:
    """Return how many lines at the beginning agree."""
    count = 0
    for one, other in zip(order, known, strict=False):
        if one != other:
            break
        count += 1
    return count


def _next_step(task: Order, order: list[int]) -> str | None:
    say = texts(task.lang)
    if tuple(order) == tuple(range(1, len(task.lines) + 1)) or tuple(order) in task.also:
        return None
    for trap in task.traps:
        if order.index(trap.first) > order.index(trap.then):
            return trap.message
    wrong = next(place for place, line in enumerate(order, 1) if line != place)
    return say("order.wrong", letter=letter_of(task, order[wrong - 1]))
