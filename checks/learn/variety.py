"""How posts of one set begin and end, and which of them begin or end alike.

Craft wisdom, not measured science: readers who meet the same opening for the third time know
what follows. Only words and signs are compared; two openings can mean the same in other words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Final

from .. import Policy, Report
from ..details import details
from ..draft import Sentence
from .spotting import keys

ALIKE: Final = 0.6
"""Share of common words from which two sentences count as one."""
LEAST: Final = 3
"""Words of a sentence that can be compared; «Thank you» alone says nothing about variety."""

_SPEAKER: Final = frozenset(("i", "i'm", "i've", "we", "saya", "aku", "kami", "kita"))
_QUOTES: Final = "\"\u201c\u00ab\u2018'"
_CLOCK: Final = re.compile(r"\W*(?:(?:at|pukul|jam) )?[0-2]?\d[.:][0-5]\d(?!\d)", re.IGNORECASE)


def shape(report: Report, policy: Policy) -> str:
    """Return how a post begins: a quote, a question, a time, a number, the speaker, or its word."""
    sentence = first(report)
    if sentence is None:
        return ""
    said = _text(report, sentence)
    if said.startswith(tuple(_QUOTES)):
        return "quote"
    if said.rstrip().endswith("?"):
        return "question"
    if _CLOCK.match(said):
        return "time"
    if any(
        one.kind == "number" and one.token == sentence.first
        for one in details(report.draft, policy)
    ):
        return "number"
    head = keys(said)[0]
    return "speaker" if head in _SPEAKER else f"word {head}"


def first(report: Report) -> Sentence | None:
    """Return the first sentence that holds words."""
    return next((one for one in report.draft.sentences if one.words), None)


def last(report: Report) -> Sentence | None:
    """Return the last sentence that holds words."""
    return next((one for one in reversed(report.draft.sentences) if one.words), None)


def same_words(
    reports: Mapping[str, Report], place: Callable[[Report], Sentence | None]
) -> tuple[str, str] | None:
    """Return two posts whose sentence at a place has mostly the same words, or None."""
    words = {name: _keys(report, place(report)) for name, report in reports.items()}
    for one, other in combinations(words, 2):
        here, there = set(words[one]), set(words[other])
        if min(len(here), len(there)) < LEAST:
            continue
        if len(here & there) >= ALIKE * len(here | there):
            return one, other
    return None


def same_shape(reports: Mapping[str, Report], policy: Policy) -> tuple[str, str, str] | None:
    """Return two posts that begin in the same way, and the way; None where all differ."""
    seen: dict[str, str] = {}
    for name, report in reports.items():
        how = shape(report, policy)
        if how in seen:
            return seen[how], name, how
        seen[how] = name
    return None


def _keys(report: Report, sentence: Sentence | None) -> tuple[str, ...]:
    return keys(_text(report, sentence)) if sentence is not None else ()


def _text(report: Report, sentence: Sentence) -> str:
    return report.draft.text[sentence.span.start : sentence.span.end].strip()
