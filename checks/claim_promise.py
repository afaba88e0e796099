"""Promises about health that no single shape holds: words that add up in one sentence or two.

«Our filters take out every germ there is, so diarrhoea is a thing of the past»: a thing that
treats, a word for every case, a good result, an illness. Each word of ``claims_promise`` belongs to
a class; the classes of a sentence are worth points, and enough of them are a promise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from .claim_context import Context
from .draft import Draft, Sentence
from .terms import Term

ENOUGH: Final = 4
"""Points of one sentence that make a promise of it; one fewer where it names the product."""
ENOUGH_OF_TWO: Final = 5
"""Points of two neighbouring sentences that do."""
MOST_OF_TWO: Final = 3
"""Points that one of the two holds at least."""
BESIDE: Final = 2
"""Sentences on either side in which the product may be named."""

_POINTS: Final[Mapping[str, int]] = {"A": 1, "G": 2, "H": 1, "B": 1, "T": 1, "D": 2, "S": 3, "W": 1}
_MOST: Final[Mapping[str, int]] = {"A": 2, "H": 2, "W": 2, "B": 2}
"""How many different words of a class count; one of the others."""
_KINDS_THAT_DOUBT: Final = ("hedge", "report", "refute", "wish", "whether", "routine", "doubt")
_BARE_NO: Final = frozenset(
    "not don't doesn't didn't won't isn't aren't wasn't does do tidak nggak gak ga enggak bukan "
    "belum".split()
)
_REACTIONS: Final = frozenset(("reaction", "reactions", "side effect", "side effects", "reaksi"))
_TWICE_NO: Final = (frozenset(("no", "ada", "none")), frozenset(("without", "tanpa")))
"""«There is no medicine without side effects», «mana ada obat tanpa efek samping»."""


class Promise(NamedTuple):
    """Tokens from the first to the last word that counts."""

    first: int
    last: int


class _Sum(NamedTuple):
    points: int
    classes: frozenset[str]
    first: int
    last: int


_NONE: Final = _Sum(0, frozenset(), -1, -1)


def promises(draft: Draft, context: Context) -> Iterator[Promise]:
    """Yield the sentences of a draft whose words add up to a promise about health."""
    terms = draft.terms("claims_promise")
    found = {term.entry.columns[0] for term in terms}
    if found.isdisjoint("HDS") and not found >= {"A", "B"}:
        return
    things = {context.place(term.first) for term in terms if term.entry.columns[0] == "P"}
    things |= {context.place(term.first) for term in terms if term.entry.term in _REACTIONS} | {
        context.place(term.first)
        for term in draft.terms("claims_medicines")
        if term.entry.columns[0] != "idiom"
    }
    if not things:
        return
    by_place: dict[int, list[Term]] = {}
    for term in terms:
        by_place.setdefault(context.place(term.first), []).append(term)
    sums = {
        place: _add(draft, context, place, each)
        for place, each in by_place.items()
        if any(abs(place - thing) <= BESIDE for thing in things)
    }
    end = -1
    for place in sorted(sums):
        one, two = sums[place], sums.get(place + 1, _NONE)
        enough = ENOUGH - 1 if place in things else ENOUGH
        if one.points >= enough and _is_promise(one.classes):
            end = place
            yield Promise(one.first, one.last)
        elif (
            end < place
            and max(one.points, two.points) >= MOST_OF_TWO
            and min(one.points, two.points) >= 1
            and one.points + two.points >= ENOUGH_OF_TWO
            and _is_promise(one.classes | two.classes)
        ):
            end = place + 1
            yield Promise(one.first, two.last)


def _is_promise(classes: frozenset[str]) -> bool:
    """True where something is said of every case, or with weight, and of a body or a result."""
    absolute = not classes.isdisjoint("AGTDS")
    return absolute and (classes >= {"H", "B"} or classes >= {"A", "B", "W"} or _strong(classes))


def _strong(classes: frozenset[str]) -> bool:
    return not classes.isdisjoint("GDWS") and not classes.isdisjoint("HB")


def _add(draft: Draft, context: Context, place: int, terms: list[Term]) -> _Sum:
    """Add up the words of a sentence; nothing where it hedges, reports, asks or denies."""
    sentence = draft.sentences[place]
    if place in context.myths or _doubts(context, sentence) or _asks(draft, sentence):
        return _NONE
    norms = {token.norm for token in draft.tokens[sentence.first : sentence.last + 1]}
    if all(norms & each for each in _TWICE_NO):
        return _NONE
    seen: dict[str, set[str]] = {}
    counted: list[Term] = []
    for term in terms:
        sign = term.entry.columns[0]
        if sign == "P" or draft.in_quote(term.span):
            continue
        if sign == "H" and _denied(draft, term):
            return _NONE
        words = seen.setdefault(sign, set())
        if len(words) < _MOST.get(sign, 1):
            words.add(term.entry.term)
            counted.append(term)
    illness = draft.terms("health_data_conditions")
    if "B" not in seen and any(sentence.first <= term.first <= sentence.last for term in illness):
        seen["B"] = {"illness"}
    if not counted:
        return _NONE
    points = sum(_POINTS[sign] * len(words) for sign, words in seen.items())
    return _Sum(points, frozenset(seen), counted[0].first, counted[-1].last)


def _doubts(context: Context, sentence: Sentence) -> bool:
    return any(context.row(kind).any(sentence.first, sentence.last) for kind in _KINDS_THAT_DOUBT)


def _asks(draft: Draft, sentence: Sentence) -> bool:
    return draft.text[sentence.span.start : sentence.span.end].rstrip(' \n"\u201d)').endswith("?")


def _denied(draft: Draft, term: Term) -> bool:
    """True for «does not cure», not for «nobody falls ill»."""
    before = draft.before(term.first, 3)
    return any(token.norm in _BARE_NO for token in before)
