"""Add up scorn that no single word carries: for readers, for a person, for a group.

«The man counts on his fingers. And he sits on the council.» holds no insult, and yet it is one. The
words of the list ``respect_parts`` become one sign each; people and groups that the draft names are
signs too. Clues over the signs are worth points, warmth and distance take points away, and the sum
decides. Quoted words carry no sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .draft import Draft
from .findings import Span
from .persons import Person
from .policy import Policy
from .signs import Clue, Signs, clues, has, read, weigh
from .tone import tone as read_tone

ENOUGH: Final = 6
"""Points from which scorn counts."""

GROUP_ENOUGH: Final = 5
"""Points from which scorn for a group counts: a group is seldom named by chance."""

TONE_POINTS: Final = 2
"""Points that a negative tone adds."""

DARK: Final = -0.3
"""Tone of a sentence from which it is negative enough to add points."""

MOST_SIGNS: Final = 800
"""Signs that are weighed: more than a long post has, so that the time stays bounded."""

LIST: Final = "respect_parts"
"""The word list of the signs."""

_PERSON: Final = clues(
    (5, r"P[^.ND\"]{0,8}[vj]"),
    (4, r"p[^.ND\",]{0,8}[vj]"),
    (4, r"m[^.ND\"]{0,10}[vjV]"),
    (3, r"[Pph][^.ND\",]{0,5}V"),
    (3, r"[vV][^.ND\"]{0,3}[Pm]"),
    (4, r"h[^.NDi\"]{0,6}[vjV] & [Ppm]"),
    (4, r"y[^.iND]{0,5}[vjV] & [Pp]"),
    (4, r"\.[^.NDiW]{0,4}[vzV][^.W]{0,3}\."),
    (2, r"[vz]"),
    (2, r"[vV].*[vV]"),
    (2, r"j"),
    (2, r"[Pph][^.iW]{0,8}f"),
    (1, r"[Pph][^.iW]{0,8}[fr].*[fr]"),
    (3, r"[Nl][^.i]?Z"),
    (3, r"z"),
    (1, r"z.*z"),
    (2, r"h[^.i]{0,4}[uz]"),
    (2, r"p[^.i]{0,4}z"),
    (2, r"u"),
    (3, r"[Pph][^.i]{0,6}[Nl][^.i]{0,2}U"),
    (4, r"X"),
    (2, r"k"),
    (1, r"k.*k"),
    (1, r"e"),
    (2, r"c"),
    (1, r"c.*c"),
    (1, r"w"),
    (1, r"g"),
    (1, r"s"),
)
_GROUP: Final = clues(
    (5, r"G[^.ND\"]{0,6}[vf]"),
    (3, r"G[^.ND\"]{0,8}[vfV]"),
    (2, r"G[^.ND\"]{0,5}[rV]"),
    (4, r"G[^.ND\"]{0,8}j"),
    (3, r"J[^.ND\"]{0,6}[vfjz]"),
    (3, r"[qe][^.]{0,3}J|J[^.]{0,6}[qe]"),
    (3, r"t[^.NDi\"]{0,5}[vfujV] & G"),
    (3, r"[qe][^.]{0,6}[vf]|[vf][^.]{0,4}[qe]"),
    (2, r"[Nl][^.i]?[ZU]"),
    (3, r"G[^.]{0,12}[Nl][^.i]?[ZUS]"),
    (2, r"G[^.N]{0,5}[uzs]"),
    (2, r"s[^.]{0,3}G"),
    (3, r"z"),
    (3, r"u"),
    (3, r"e"),
    (1, r"e.*e"),
    (4, r"s"),
    (2, r"s.*s"),
    (4, r"N[^.]{0,2}S"),
    (3, r"X"),
    (2, r"k"),
    (1, r"k.*k"),
    (2, r"c"),
    (1, r"w"),
    (2, r"\.[^.NDiW]{0,3}[vf][^.W]{0,3}\."),
    (4, r"E[^.]{0,2}G"),
    (3, r"G[^.]{0,6}b"),
    (2, r"G[^.]{0,6}[qN]"),
    (1, r"G & t"),
    (3, r"G[^.]?K"),
    (2, r"[NS][^.]{0,2}G"),
    (2, r"\.G[^.NDi]{0,2}[vf]"),
)
_READER: Final = clues(
    (3, r"o"),
    (2, r"o.*o"),
    (3, r"a[^.]{0,9}o"),
    (3, r"c"),
    (2, r"c.*c"),
    (1, r"c.*c.*c"),
    (1, r"w"),
    (1, r"w.*w"),
    (4, r"[ya][^.iND\"]{0,5}[vz]"),
    (2, r"[ya][^.iND\"]{0,5}[fr]"),
    (2, r"[ya][^.i]{0,6}(?:u|[Nl][^.i]?[UZ])"),
    (2, r"z"),
    (1, r"u"),
    (1, r"g"),
    (1, r"k"),
    (1, r"\?"),
    (1, r"y"),
    (1, r"[am]"),
    (2, r"X"),
    (2, r"\.[^.NDiW]{0,2}[vfz][^.W]{0,2}\."),
    (3, r"w[^.]?y|y[^.]?w"),
    (3, r"[vf][^.iN]?a|w[^.iN]?v"),
)
_QUIET: Final = clues(
    (-4, r"D"),
    (-2, r"D.*D"),
    (-4, r"W"),
    (-2, r"W.*W"),
    (-3, r"i[^.,]{0,3}[vVfrzuo]"),
    (-3, r"[iG][Gi]"),
    (-2, r"\""),
    (-6, r"I[^.]?[Pp]"),
    (-6, r"D[^.]{0,6}[GJ]"),
)


def overlaid(signs: Signs, marked: Iterable[tuple[Span, str]]) -> Signs:
    """Return the signs with others in their place where they stand: people and groups."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(sign: str, start: int, end: int) -> None:
        out.append(sign)
        starts.append(start)
        ends.append(end)

    waiting = sorted(marked, reverse=True)
    until = -1
    for sign, start, end in zip(signs.text, signs.starts, signs.ends, strict=True):
        if len(out) >= MOST_SIGNS:
            break
        while waiting and (waiting[-1][0].start <= start) and sign != ".":
            span, other = waiting.pop()
            if span.start >= until:
                put(other, span.start, span.end)
                until = span.end
        if sign == "." or start >= until:
            put(sign, start, end)
    return Signs("".join(out), tuple(starts), tuple(ends))


def _base(draft: Draft, policy: Policy) -> Signs:
    return draft.once(LIST, lambda: read(draft, policy, LIST), of=policy)


def person_scorned(draft: Draft, policy: Policy, who: Iterable[Person]) -> Span | None:
    """Return the words that weigh most where a draft scorns somebody, or None."""
    if not has(draft, LIST, "vVjzuXkfZUc"):
        return None
    marked = [
        (person.span(draft), "P" if _sure(person) else "p")
        for person in who
        if not draft.in_quote(person.span(draft))
        and (person.kind != "opening" or _goes_on(draft, person))
    ]
    if not marked and not has(draft, LIST, "PpmjX"):
        return None
    signs = overlaid(_base(draft, policy), marked)
    if not _SOMEBODY.search(signs.text):
        return None
    return _weighed(draft, signs, _PERSON, ENOUGH, tone=TONE_POINTS)


_SOMEBODY: Final = re.compile(r"[Pm]|p.*h|h.*p|p[^.,]{0,8}[vVjzX]|[vVjX][^.,]{0,3}p")


_AFTER_NAME: Final = frozenset(
    "from is was has had at of who , itu tuh ini mah emang memang bagian yang dari lagi".split()
)


def _goes_on(draft: Draft, person: Person) -> bool:
    """True for «Yusuf from purchasing», «Sukarman itu»: a first word that is surely a name."""
    following = draft.tokens[person.last + 1 : person.last + 2]
    return any(token.norm in _AFTER_NAME for token in following)


def _sure(person: Person) -> bool:
    """True for an account, a role and a name with a title or a second word."""
    if person.kind == "opening":
        return False
    return person.kind != "name" or person.last > person.first


def group_scorned(draft: Draft, policy: Policy, groups: Iterable[tuple[Span, str]]) -> Span | None:
    """Return the words that weigh most where a draft scorns a group, or None."""
    if not has(draft, LIST, "vVfzuesXkSUZ"):
        return None
    told = [(span, sign) for span, sign in groups if not draft.in_quote(span)]
    if not told and not has(draft, LIST, "GJes"):
        return None
    signs = overlaid(_base(draft, policy), told)
    if not _GROUPS.search(signs.text):
        return None
    return _weighed(draft, signs, _GROUP, GROUP_ENOUGH, tone=TONE_POINTS)


_GROUPS: Final = re.compile(r"[GJe]|s[^s]*s")


def reader_scorned(draft: Draft, policy: Policy, known: int) -> Span | None:
    """Return the words that weigh most where a draft talks down to readers, or None.

    ``known`` are points that the words of other lists have already.
    """
    if not has(draft, LIST, "oczvfrwX"):
        return None
    return _weighed(draft, overlaid(_base(draft, policy), ()), _READER, ENOUGH, known)


def _weighed(
    draft: Draft, signs: Signs, known: Iterable[Clue], enough: int, more: int = 0, tone: int = 0
) -> Span | None:
    """Return the words that weigh most where the points suffice.

    ``more`` are points from elsewhere; ``tone`` those of a negative tone.
    """
    found = weigh(signs, known)
    points = found.points + more
    if found.span is None or points < enough - tone:
        return None
    quiet = weigh(signs, _QUIET).points
    points += quiet
    if not quiet and enough - tone <= points < enough and _dark(draft):
        points += tone
    return _trimmed(draft, found.span) if points >= enough else None


def _trimmed(draft: Draft, span: Span) -> Span | None:
    """Return a span without the end of the sentence before; None where nothing else is in it."""
    words = span.of(draft.text).lstrip(" \t\r\n.,!?\u2026")
    return Span(span.end - len(words), span.end) if words.strip() else None


def _dark(draft: Draft) -> bool:
    """True where a sentence has a negative tone: read only where the points nearly suffice."""
    return any(sentence.value <= DARK for sentence in read_tone(draft).sentences)
