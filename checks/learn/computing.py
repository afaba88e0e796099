"""Check the answer to a compute step."""

from __future__ import annotations

import re
from typing import Final

from ..messages import text
from .numbered import by_number, right_ones
from .results import Result, Status, not_attempted
from .steps import Compute, ComputeTrap, Quantity
from .texts import texts

SCORED: Final = 1.0
"""From this range on, a value is a judgement that people share and no result of a division."""

_NUMBER = re.compile(r"[-\u2212]?\d[\d.,]*")


def check_compute(task: Compute, answer: object) -> Result:
    """Say how far an answer is: a line «number = value» for each quantity, or a mapping.

    A unit behind the value is welcome and not read. Both decimal signs are understood.
    """
    say = texts(task.lang)
    given = by_number(answer, len(task.quantities))
    if given is None:
        return not_attempted(task, say("answer.type_numbered"))
    if not given:
        return not_attempted(task, say("answer.blank_compute"))
    values = {number: value_of(words, task.lang) for number, words in given.items()}
    right = [
        number
        for number, quantity in enumerate(task.quantities, 1)
        if fits(quantity, values.get(number))
    ]
    total = len(task.quantities)
    works = (right_ones(say, right, total) if right else say("compute.started"),)
    step = _next_step(task, given, values, right)
    if step is not None:
        return Result(task.id, task.lang, Status.NOT_YET, works, step)
    rest = tuple(
        say("compute.because", number=number, value=shown(one, task.lang), because=one.because)
        for number, one in enumerate(task.quantities, 1)
        if number not in right
    )
    return Result(
        task.id, task.lang, Status.DONE, works, notes=(*rest, text(task.lang, "report.limits"))
    )


def value_of(words: str, lang: str) -> float | None:
    """Return the number in an answer, or None where there is none.

    «3,000» is three thousand in English and three in Indonesian, «4,5» is four and a half in both.
    """
    match = _NUMBER.search(words)
    if match is None:
        return None
    raw = match[0].replace("\u2212", "-").rstrip(".,")
    thousands, decimal = (",", ".") if lang == "en" else (".", ",")
    if re.fullmatch(rf"-?\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{decimal}\d+)?", raw):
        raw = raw.replace(thousands, "").replace(decimal, ".")
    else:
        raw = raw.replace(",", ".")
    try:
        return float(raw)
    except ValueError:
        return None


def fits(quantity: Quantity, value: float | None) -> bool:
    """True for a value within the range of a quantity."""
    return value is not None and abs(value - quantity.value) <= quantity.within + 1e-9


def reach(trap: ComputeTrap) -> float:
    """Return how far from its value a trap catches: a thousandth of it, or what its author says."""
    return max(trap.within, abs(trap.value) * 1e-3) + 1e-9


def shown(quantity: Quantity, lang: str) -> str:
    """Return the value of a quantity as people of a language write it, with its unit."""
    number = f"{quantity.value:,.6f}".rstrip("0").rstrip(".")
    if lang == "id":
        number = number.translate(str.maketrans(",.", ".,"))
    return f"{number} {quantity.unit}".strip()


def _next_step(
    task: Compute, given: dict[int, str], values: dict[int, float | None], right: list[int]
) -> str | None:
    say = texts(task.lang)
    if len(right) >= task.right and len(given) >= len(task.quantities):
        return None
    for number in sorted(given):
        value = values[number]
        if value is None:
            return say("compute.no_number", number=number, words=given[number][:40])
        if number in right:
            continue
        for trap in task.traps:
            if trap.item == number and abs(trap.value - value) <= reach(trap):
                return say("sort.trap", number=number, message=trap.message)
    open_items = [n for n in range(1, len(task.quantities) + 1) if n not in given]
    if open_items:
        return say("sort.more", number=open_items[0])
    wrong = next(number for number in sorted(given) if number not in right)
    scored = task.quantities[wrong - 1].within >= SCORED
    return say("compute.outside" if scored else "compute.wrong", number=wrong)
