"""Check the answer to a sort step."""

from __future__ import annotations

from difflib import get_close_matches

from ..messages import text
from .numbered import by_number, right_ones
from .results import Result, Status, not_attempted
from .steps import Sort
from .texts import texts


def check_sort(task: Sort, answer: object) -> Result:
    """Say how far an answer is: a line «number = class» for each item, or a mapping.

    A class may be cut short or hold a slip of the pen, as long as it can mean only one.
    """
    say = texts(task.lang)
    given = by_number(answer, len(task.items))
    if given is None:
        return not_attempted(task, say("answer.type_numbered"))
    if not given:
        return not_attempted(task, say("answer.blank_sort", classes=", ".join(task.classes)))
    sorted_into = {number: class_of(task, words) for number, words in given.items()}
    right = [
        number for number, item in enumerate(task.items, 1) if sorted_into.get(number) == item.into
    ]
    works = _works(task, right)
    step = _next_step(task, given, sorted_into, right)
    if step is not None:
        return Result(task.id, task.lang, Status.NOT_YET, works, step)
    rest = tuple(
        say("sort.because", number=number, into=item.into, because=item.because)
        for number, item in enumerate(task.items, 1)
        if number not in right
    )
    notes = (*rest, text(task.lang, "report.limits"))
    return Result(task.id, task.lang, Status.DONE, works, notes=notes)


def class_of(task: Sort, words: str) -> str | None:
    """Return the class that somebody means, or None where it could be none or several."""
    wanted = " ".join(words.casefold().strip(" .\"'").split())
    known = {name.casefold(): name for name in task.classes}
    if wanted in known:
        return known[wanted]
    begin = [name for key, name in known.items() if wanted and key.startswith(wanted)]
    if len(begin) == 1:
        return begin[0]
    close = get_close_matches(wanted, known, n=2, cutoff=0.75)
    return known[close[0]] if len(close) == 1 else None


def _works(task: Sort, right: list[int]) -> tuple[str, ...]:
    say = texts(task.lang)
    if not right:
        return (say("sort.started"),)
    return (right_ones(say, right, len(task.items)),)


def _next_step(
    task: Sort, given: dict[int, str], into: dict[int, str | None], right: list[int]
) -> str | None:
    """Return the one thing to do next, or None where the step is done."""
    say = texts(task.lang)
    if len(right) >= task.right and len(set(given)) >= len(task.items):
        return None
    for number in sorted(given):
        if into[number] is None:
            classes = ", ".join(task.classes)
            return say("sort.unknown", number=number, words=given[number][:40], classes=classes)
    wrong = [number for number in sorted(given) if number not in right]
    for number in wrong:
        for trap in task.traps:
            if trap.item == number and trap.into == into[number]:
                return say("sort.trap", number=number, message=trap.message)
    open_items = [n for n in range(1, len(task.items) + 1) if n not in given]
    if open_items:
        return say("sort.more", number=open_items[0])
    return say("sort.wrong", number=wrong[0], into=into[wrong[0]])
