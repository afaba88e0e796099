"""Read a post as a short string of signs, and weigh clues that stand in it.

Several families cannot judge by one word: «contract» is harmless, «contract … not yet announced» is
not. Each has a list of words that stand for one sign each, and clues: patterns over the string of
signs, each worth points for or against. The sum decides, and the clue that is worth most is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from .draft import Draft, negators
from .findings import Span
from .policy import Policy
from .tokens import EMOJI, LINK, MARK, MENTION, NUMBER, TAG, WORD

WHOLE: Final = 0.8
"""Share of a post from which quotation marks are no quotation but a frame round all of it."""

PAST: Final = 2024
"""A year up to this one is history; a post of today seldom names its own year."""

_OTHER_SIGNS: Final = {TAG: "T", MENTION: "@", LINK: "/", EMOJI: "*"}
_KEPT_MARKS: Final = frozenset(":=%$?!+&")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_GAP: Final = re.compile(r"~(\d+)")


class Signs(NamedTuple):
    """A post with one sign for each word: ``text[i]`` stands for ``starts[i]`` to ``ends[i]``.

    Beside the signs of the word list: x other word, d number or word with a digit, 0 year of the
    past, N negator, C name of the policy, T tag, @ mention, / link, * emoji, " anything quoted,
    «.» the end of a sentence, «,» other marks.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, match: re.Match[str]) -> Span:
        """Return the stretch of the post that a match over the signs covers."""
        return Span(self.starts[match.start()], self.ends[match.end() - 1])


class Clue(NamedTuple):
    """Patterns over signs that all stand in a post, and the points that they are worth, once."""

    points: int
    patterns: tuple[str, ...]


class Weight(NamedTuple):
    """The points of all clues found, and the words of the one that is worth most."""

    points: int
    span: Span | None


def clues(*pairs: tuple[int, str]) -> tuple[Clue, ...]:
    """Return clues; «~5» stands for up to five signs of the same sentence.

    « & » joins patterns that may stand anywhere in the post, in any order.
    """
    return tuple(Clue(points, tuple(pattern.split(" & "))) for points, pattern in pairs)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern at its first use: most posts need few of them."""
    return re.compile(_GAP.sub(r"[^.]{0,\1}", pattern))


def weigh(signs: Signs, known: Iterable[Clue]) -> Weight:
    """Add up the points of the clues that a post holds."""
    total, best, span = 0, 0, None
    for points, (first, *others) in known:
        found = _compiled(first).search(signs.text)
        if found is None or not all(_compiled(each).search(signs.text) for each in others):
            continue
        total += points
        if points > best:
            best, span = points, signs.span(found)
    return Weight(total, span)


def has(draft: Draft, name: str, wanted: str) -> bool:
    """True where a term of the list with one of these signs stands in the draft."""
    for term in draft.terms(name):
        for sign in term.entry.columns[0]:
            if sign in wanted:
                return True
    return False


def read(draft: Draft, policy: Policy, name: str, *, quotes: bool = False) -> Signs:
    """Return a post as signs of the word list ``name``, whose column 2 holds them.

    With ``quotes`` the words inside quotation marks keep their signs.
    """
    known: dict[int, tuple[str, int]] = {}
    own = draft.terms_of(policy.book)
    for kind in ("company", "product"):
        for term in own.get(kind, ()):
            known[term.first] = ("C", term.last)
    for term in draft.terms(name):
        known[term.first] = (term.entry.columns[0], term.last)
    quoted = frozenset[int]() if quotes else draft.once("signs quoted", lambda: _quoted(draft))
    plain = draft.once("signs", lambda: _plain_signs(draft))
    tokens = draft.tokens
    out: list[str] = ["."]
    starts: list[int] = [0]
    ends: list[int] = [0]
    for sentence in draft.sentences:
        at = sentence.first
        while at <= sentence.last:
            sign, last = plain[at], at
            if at in quoted:
                sign = '"'
            elif at in known:
                sign, last = known[at]
                last = min(last, sentence.last)
            out.append(sign)
            for _ in sign:
                starts.append(tokens[at].start)
                ends.append(tokens[last].end)
            at = last + 1
        out.append(".")
        starts.append(sentence.span.end - 1)
        ends.append(sentence.span.end)
    return Signs("".join(out), tuple(starts), tuple(ends))


def _quoted(draft: Draft) -> frozenset[int]:
    """Return the tokens inside quotation marks, but not those of a post that is one quotation."""
    most = WHOLE * len(draft.text.strip())
    found: set[int] = set()
    at = 0
    for quote in draft.quotes:
        if quote.end - quote.start >= most:
            continue
        while at < len(draft.tokens) and draft.tokens[at].start < quote.start:
            at += 1
        while at < len(draft.tokens) and draft.tokens[at].start < quote.end:
            found.add(at)
            at += 1
    return frozenset(found)


def _plain_signs(draft: Draft) -> tuple[str, ...]:
    """Return the sign of every token as if it stood in no list; the same for all lists."""
    nots = negators(draft.lang)
    firsts = {sentence.first for sentence in draft.sentences}
    return tuple(_plain(draft, at, at in firsts, nots) for at in range(len(draft.tokens)))


def _plain(draft: Draft, at: int, first: bool, nots: frozenset[str]) -> str:
    """Return the sign of a token that stands in no list, or nothing for a full stop."""
    token = draft.tokens[at]
    if token.kind == WORD:
        if token.norm in nots:
            return "N"
        if not token.norm.isalpha() and any(letter.isdigit() for letter in token.norm):
            return "d"
        return "^" if draft.text[token.start].isupper() and not first else "x"
    if token.kind == NUMBER:
        return "0" if _YEAR.fullmatch(token.norm) and int(token.norm) <= PAST else "d"
    if token.kind == MARK:
        mark = draft.text[token.start]
        return mark if mark in _KEPT_MARKS else "" if mark in ".\u2026" else ","
    return _OTHER_SIGNS.get(token.kind, "")
