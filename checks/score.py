"""One figure for a draft, from one small table.

100 points; every rule that fires takes its points once, however often it fires: REVISE 12,
INFO 5. Nothing below 0. A finding that asks for a human gives no figure at all, because no number
can stand for it; neither does a draft of fewer than LEAST_WORDS words. The points are house
rules of ours, 2026-11: they order versions of one text and compare nobody with anybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from .findings import Finding, Outcome, Score

LEAST_WORDS: Final = 20
"""Words below which there is no score."""

POINTS: Final = {Outcome.REVISE: 12, Outcome.INFO: 5}
"""Points that a rule takes, by its outcome."""


def score(findings: Iterable[Finding], words: int) -> Score | None:
    """Return the score, or None where a human must look first or there is too little text."""
    outcomes = {finding.rule: finding.outcome for finding in findings}
    if words < LEAST_WORDS or Outcome.ASK in outcomes.values():
        return None
    parts = tuple((rule, POINTS[outcome]) for rule, outcome in sorted(outcomes.items()))
    return Score(max(0, 100 - sum(points for _, points in parts)), parts)
