"""Compare two versions of one text: what got better, what got worse.

Readability formulas judge a single text poorly and order versions of one text well (96 to 99 of
100 pairs on OneStopEnglish, measured 2026-11); so this is where they are worth reading.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from .findings import Finding
from .report import Report


@dataclass(frozen=True, slots=True)
class Change:
    """A reading in both versions; ``easier`` is None where the change is too small to say."""

    id: str
    title: str
    before: str
    after: str
    easier: bool | None


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed from one report to the next."""

    mended: tuple[Finding, ...]
    """Findings of the first version that are gone."""
    new: tuple[Finding, ...]
    """Findings that the first version did not have."""
    gained: tuple[str, ...]
    """Titles of strengths that came."""
    lost: tuple[str, ...]
    """Titles of strengths that went."""
    readings: tuple[Change, ...]
    score: tuple[int | None, int | None]


SMALLEST = {"sentence_length": 0.5, "longest_sentence": 1.0, "grade": 0.3, "long_words": 0.01}
"""Change of a reading from which we call it easier or harder."""


def diff(before: Report, after: Report) -> Diff:
    """Compare the reports of two versions of one text."""
    titles_before = {each.rule: each.title for each in before.strengths}
    titles_after = {each.rule: each.title for each in after.strengths}
    return Diff(
        mended=_only(before.findings, after.findings),
        new=_only(after.findings, before.findings),
        gained=tuple(t for rule, t in titles_after.items() if rule not in titles_before),
        lost=tuple(t for rule, t in titles_before.items() if rule not in titles_after),
        readings=tuple(_changes(before, after)),
        score=(
            before.score.value if before.score else None,
            after.score.value if after.score else None,
        ),
    )


def _only(these: tuple[Finding, ...], those: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that the others lack, by rule and words, counted."""
    left = Counter((each.rule, each.matched) for each in those)
    out = []
    for each in these:
        key = (each.rule, each.matched)
        if left[key]:
            left[key] -= 1
        else:
            out.append(each)
    return tuple(out)


def _changes(before: Report, after: Report) -> list[Change]:
    first = {reading.id: reading for reading in before.readings}
    changes = []
    for reading in after.readings:
        old = first.get(reading.id)
        if old is None or old.value is None or reading.value is None:
            continue
        step = reading.value - old.value
        smallest = SMALLEST.get(reading.id)
        easier = None if smallest is None or abs(step) < smallest else step < 0
        changes.append(Change(reading.id, reading.title, old.display, reading.display, easier))
    return changes
