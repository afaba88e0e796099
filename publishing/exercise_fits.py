"""Find steps that no learner could solve, and hints that give the answer away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from checks.learn.spotting import keys, places
from checks.learn.steps import Repair, Spot, Write
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


def _in_draft(words: str, draft: str, line: int, tell: Tell) -> bool:
    if " ".join(words.split()) in " ".join(draft.split()):
        return True
    tell(line, f"«{words}» is not in the draft: copy the words letter for letter.")
    return False
