"""Check the answer to a spot step."""

from __future__ import annotations

from collections.abc import Iterable

from ..messages import text
from .results import Result, Status, not_attempted
from .spotting import Marked, Verdict, read
from .steps import Spot
from .texts import texts


def check_spot(task: Spot, answer: object) -> Result:
    """Say how far an answer is: a string with a phrase on each line, or a list of phrases.

    Any other type, and an answer without words, is «not attempted» with one clear sentence.
    """
    say = texts(task.lang)
    if answer is not None and not _is_text(answer):
        return not_attempted(task, say("answer.type_spot"))
    words: str | Iterable[str] = answer  # type: ignore[assignment]
    marked = read(task, words or "")
    if not marked.marks:
        return not_attempted(task, say("answer.blank_spot"))
    works = tuple(
        say("spot.found", words=task.faults[number].words, because=task.faults[number].because)
        for number in marked.found
    )
    step = _next_step(task, marked)
    if step is None:
        return Result(
            task.id, task.lang, Status.DONE, works, notes=(text(task.lang, "report.limits"),)
        )
    if marked.whole:
        works = ()
    elif not works and any(mark.verdict is not Verdict.MISSING for mark in marked.marks):
        works = (say("spot.started"),)
    return Result(task.id, task.lang, Status.NOT_YET, works, step)


def _is_text(answer: object) -> bool:
    if isinstance(answer, str):
        return True
    return isinstance(answer, list | tuple | set | frozenset) and all(
        isinstance(one, str) for one in answer
    )


def _next_step(task: Spot, marked: Marked) -> str | None:
    """Return the one thing to do next, or None where the step is done."""
    say = texts(task.lang)
    if marked.whole:
        return say("spot.whole")
    by_verdict = {mark.verdict: mark for mark in reversed(marked.marks)}
    if decoy := by_verdict.get(Verdict.DECOY):
        assert decoy.decoy is not None
        return say("spot.decoy", words=decoy.words, message=task.decoys[decoy.decoy].message)
    if wide := by_verdict.get(Verdict.WIDE):
        return say("spot.wide", words=_short(wide.words))
    missing = by_verdict.get(Verdict.MISSING)
    if missing and not marked.found:
        return say("spot.missing", words=_short(missing.words))
    others = [mark for mark in marked.marks if mark.verdict is Verdict.OTHER]
    if others and (not marked.found or len(others) > len(marked.found)):
        return say("spot.other", words=_short(others[0].words))
    if len(marked.found) < task.find:
        return say.count("spot.more", len(marked.found), find=task.find)
    return None


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "\u2026"
