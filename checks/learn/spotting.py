"""Find marked words in a draft: lenient in form, strict in substance.

Case, curly quotes, spaces, punctuation, a slip of the pen and a missing small word are forgiven.
Half of a phrase counts as the phrase. A mark that is far longer than what it hits does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from functools import cache
from typing import Final

from ..tokens import BREAK, MARK, NUMBER, tokenize
from .steps import Spot

WHOLE: Final = 0.8
"""Share of a draft beyond which marks together count as the whole post."""
LONG: Final = 2 / 3
"""Share of a draft beyond which one mark alone counts as the whole post."""
AIM: Final = 1 / 3
"""Least share of a mark that has to lie on faults."""
ALIKE: Final = 0.8
"""Least likeness of two words (difflib ratio) to count as one with a slip of the pen."""
MOST_MARKS: Final = 60
"""Marks that are read; a draft of a hundred words has far fewer places to mark."""

Cover = frozenset[int]
"""Places of words in a draft, counted in words."""


class Verdict(str, Enum):
    """What one mark turned out to be."""

    HIT = "hit"
    DECOY = "decoy"
    WIDE = "wide"
    WHOLE = "whole"
    OTHER = "other"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Mark:
    """One phrase of an answer and what it turned out to be."""

    words: str
    verdict: Verdict
    decoy: int | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """An answer, read: each mark, the faults that were found, and whether all was marked."""

    marks: tuple[Mark, ...]
    found: tuple[int, ...]
    whole: bool


@cache
def keys(text: str) -> tuple[str, ...]:
    """Return the words of a text in the form to compare; its signs where it has no words."""
    tokens = [token for token in tokenize(text) if token.kind != BREAK]
    words = [token for token in tokens if token.kind != MARK]
    return tuple(
        _bare(token.norm.replace(",", ".") if token.kind == NUMBER else token.norm)
        for token in (words or tokens)
    )


def _bare(norm: str) -> str:
    return norm.lstrip("#\uff03@").replace("'", "") or norm


def is_blank(text: str) -> bool:
    """True where a text holds nothing that can be seen."""
    return not any(sign.isprintable() and not sign.isspace() for sign in text)


def places(phrase: str, draft: str) -> tuple[Cover, ...]:
    """Return where the words of a phrase stand in a draft: the best places, all as good.

    A phrase without words, such as «!!!», is looked for among the signs.
    """
    wanted = keys(phrase)
    if not wanted:
        return ()
    if all(token.kind in (MARK, BREAK) for token in tokenize(phrase)):
        return _signs(phrase, draft)
    text = keys(draft)
    slips = len(wanted) // 4
    best: list[Cover] = []
    rank = (slips, 2 * len(wanted) + 1)
    for start in range(len(text)):
        if not _alike(wanted[0], text[start]):
            continue
        cover, missed = _walk(wanted, text, start)
        this = (missed, max(cover) - min(cover))
        if this < rank:
            best, rank = [cover], this
        elif this == rank:
            best.append(cover)
    return tuple(best)


def _walk(wanted: Sequence[str], text: Sequence[str], start: int) -> tuple[Cover, int]:
    """Follow the words from ``start``; return the places that fit and how many words did not."""
    cover = [start]
    at = start + 1
    end = start + 2 * len(wanted) + 1
    missed = 0
    for word in wanted[1:]:
        hit = next((i for i in range(at, min(end, len(text))) if _alike(word, text[i])), None)
        if hit is None:
            missed += 1
        else:
            cover.append(hit)
            at = hit + 1
    return frozenset(cover), missed


@cache
def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or one.isdigit() or other.isdigit():
        return False
    return SequenceMatcher(None, one, other).ratio() >= ALIKE


def _signs(phrase: str, draft: str) -> tuple[Cover, ...]:
    """Return a place below zero for each run of signs: signs never count as words."""
    sign = "".join(phrase.split())
    return tuple(frozenset((-1 - match.start(),)) for match in re.finditer(re.escape(sign), draft))


_BULLET = re.compile(r"^\s*(?:[-*\u2022\u2013]|\d{1,2}[.)])\s+")
_PARTS = re.compile(r"\s*[;,/|]\s*|\s+(?:and|dan)\s+")


def phrases(answer: str | Iterable[str], draft: str) -> Iterator[str]:
    """Yield the phrases of an answer: its lines, without bullets, cut at commas where needed."""
    lines = answer if isinstance(answer, str) else "\n".join(answer)
    for line in lines.splitlines():
        line = line.strip()
        if is_blank(line):
            continue
        bare = _BULLET.sub("", line)
        for candidate in (line, bare):
            if places(candidate, draft):
                yield candidate
                break
        else:
            parts = [part for part in _PARTS.split(bare) if part]
            found = any(places(part, draft) for part in parts)
            yield from parts if found else [bare]


def read(task: Spot, answer: str | Iterable[str]) -> Marked:
    """Read an answer to a spot step. An answer without words gives no marks."""
    size = len(keys(task.draft))
    faults = [places(fault.words, task.draft) for fault in task.faults]
    decoys = [places(decoy.words, task.draft) for decoy in task.decoys]
    bad: Cover = frozenset().union(*(cover for spots in faults for cover in spots))
    marks: list[Mark] = []
    aimed: set[int] = set()
    everything: set[int] = set()
    for number, words in enumerate(phrases(answer, task.draft)):
        if number >= MOST_MARKS:
            break
        spots = places(words, task.draft)
        if not spots:
            marks.append(Mark(words, Verdict.MISSING))
            continue
        cover = max(spots, key=lambda spot: len(spot & bad))
        everything |= cover
        verdict, decoy = _judge(cover, bad, decoys, size)
        if verdict is Verdict.HIT:
            aimed |= cover
        marks.append(Mark(words, verdict, decoy))
    whole = any(mark.verdict is Verdict.WHOLE for mark in marks) or (
        len({place for place in everything if place >= 0}) >= WHOLE * size
    )
    found = tuple(
        number
        for number, spots in enumerate(faults)
        if any(2 * len(aimed & spot) >= len(spot) for spot in spots)
    )
    return Marked(tuple(marks), found, whole)


def _judge(
    cover: Cover, bad: Cover, decoys: Sequence[Sequence[Cover]], size: int
) -> tuple[Verdict, int | None]:
    if len(cover) > max(LONG * size, 3):
        return Verdict.WHOLE, None
    hit = len(cover & bad)
    for number, spots in enumerate(decoys):
        overlap = max((len(cover & spot) for spot in spots), default=0)
        half = any(2 * len(cover & spot) >= len(spot) for spot in spots)
        if half and overlap > hit:
            return Verdict.DECOY, number
    if not hit:
        return Verdict.OTHER, None
    return (Verdict.HIT if hit >= AIM * len(cover) else Verdict.WIDE), None
