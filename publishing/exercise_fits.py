"""Find steps that no learner could solve, and hints that give the answer away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from checks.learn.computing import fits
from checks.learn.spotting import keys, places
from checks.learn.steps import Compute, ComputeTrap, Order, Quantity, Repair, Sort, Spot, Write
from checks.learn.writing import count_words, holds
from publishing.lined_yaml import Tell

MOST_FAULTY: Final = 0.6
"""Share of a draft that its faults may cover: where all is wrong there is nothing to find."""
OPENING: Final = 6
"""Words of the solution that the first hint may not hold in a row."""

LineOf = Callable[..., int]
"""Gives the line of a key: ``line("faults", 0, "words")``."""


def spot_fits(task: Spot, line: LineOf, tell: Tell) -> None:
    """Report faults and decoys that are not in the draft, and a first hint that names a fault."""
    bad: set[int] = set()
    for number, fault in enumerate(task.faults):
        if _in_draft(fault.words, task.draft, line("faults", number, "words"), tell):
            bad |= set().union(*places(fault.words, task.draft))
        if holds(task.hints[0], fault.words):
            tell(line("hints", 0), f"The first hint holds an answer: take out «{fault.words}».")
    if len({place for place in bad if place >= 0}) > MOST_FAULTY * len(keys(task.draft)):
        tell(
            line("faults"),
            "The faults cover most of the draft: add clean sentences, so there is something to "
            "find.",
        )
    for number, decoy in enumerate(task.decoys):
        at = line("decoys", number, "words")
        if _in_draft(decoy.words, task.draft, at, tell) and any(
            2 * len(spot & bad) >= len(spot) for spot in places(decoy.words, task.draft)
        ):
            tell(at, f"«{decoy.words}» is also a fault: choose words that are fine.")


def own_fits(task: Repair | Write, wrong: Sequence[str], line: LineOf, tell: Tell) -> None:
    """Report a solution that breaks the step's own rules, and answers that prove nothing."""
    number, most = count_words(task.solution), task.words.most
    if not task.words.least <= number <= most:
        tell(
            line("solution"),
            f"The solution has {number} words: make it {task.words.least} to {most}, or change "
            "`words`.",
        )
    given = task.draft if isinstance(task, Repair) else task.brief
    for place, kept in enumerate(task.keep):
        if not holds(task.solution, kept):
            tell(line("keep", place), f"«{kept}» is not in the solution: add it there or drop it.")
        if isinstance(task, Repair) and not holds(given, kept):
            tell(line("keep", place), f"«{kept}» is not in the draft: add it there or drop it.")
    opening = keys(task.solution)[:OPENING]
    hint = keys(task.hints[0])
    if len(opening) == OPENING and any(
        hint[at : at + OPENING] == opening for at in range(len(hint))
    ):
        tell(
            line("hints", 0),
            "The first hint holds the beginning of the solution: point at the place instead.",
        )
    for place, answer in enumerate(wrong):
        if keys(answer) in (keys(given), keys(task.solution)):
            tell(line("wrong", place), "This wrong answer is the draft or the solution: change it.")


def sort_fits(task: Sort, line: LineOf, tell: Tell) -> None:
    """Report classes that nobody named, and traps that are no mistake."""
    for number, item in enumerate(task.items):
        if item.into not in task.classes:
            at = line("items", number, "class")
            tell(at, f"«{item.into}» is no class: use one of {', '.join(task.classes)}.")
    for number, trap in enumerate(task.traps):
        if not 1 <= trap.item <= len(task.items) or trap.into not in task.classes:
            tell(
                line("traps", number),
                f"Name an item from 1 to {len(task.items)} and one of {', '.join(task.classes)}.",
            )
        elif task.items[trap.item - 1].into == trap.into:
            tell(line("traps", number), "This trap is the right class: name another one.")
    for name in task.classes:
        if all(item.into != name for item in task.items):
            tell(line("classes"), f"Nothing belongs to «{name}»: add an item or drop the class.")


def order_fits(task: Order, line: LineOf, tell: Tell) -> None:
    """Report orders that do not hold each line once, and traps that a good order falls into."""
    numbers = list(range(1, len(task.lines) + 1))
    good = [tuple(numbers), *task.also]
    if sorted(task.shown) != numbers or tuple(task.shown) in good:
        tell(line("shown"), "Name each line once, by its number, in an order that is not good yet.")
    for place, order in enumerate(task.also):
        if sorted(order) != numbers:
            tell(line("also", place), "Name each line once, by its number.")
    for place, trap in enumerate(task.traps):
        if trap.first not in numbers or trap.then not in numbers:
            tell(line("traps", place), f"Name two lines from 1 to {len(numbers)}.")
        elif any(order.index(trap.first) > order.index(trap.then) for order in good):
            tell(line("traps", place), "A good order falls into this trap: turn it round.")


def compute_fits(task: Compute, line: LineOf, tell: Tell) -> None:
    """Report traps that are right, and numbers that nobody asked for."""
    for place, trap in enumerate(task.traps):
        if not 1 <= trap.item <= len(task.quantities):
            tell(line("traps", place), f"Name a quantity from 1 to {len(task.quantities)}.")
        elif fits(task.quantities[trap.item - 1], trap.value):
            tell(line("traps", place), "This value is right: name a wrong one.")
        elif _touch(task.quantities[trap.item - 1], trap):
            tell(line("traps", place), "This range holds right values: make it narrower.")


def _touch(quantity: Quantity, trap: ComputeTrap) -> bool:
    """True where a range of wrong values reaches into the range of the right ones."""
    apart = abs(trap.value - quantity.value)
    return trap.within > 0 and apart <= quantity.within + trap.within + 1e-9


def _in_draft(words: str, draft: str, line: int, tell: Tell) -> bool:
    if " ".join(words.split()) in " ".join(draft.split()):
        return True
    tell(line, f"«{words}» is not in the draft: copy the words letter for letter.")
    return False
