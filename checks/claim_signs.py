"""Shapes of claims: a draft becomes a string of signs, and a claim is a pattern over that string.

Every word of a list stands for one sign: «no» + «side effects», «100 %» + «safe», «research» +
«shows».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from .draft import Draft, Sentence
from .terms import Term
from .tokens import MARK, NUMBER, WORD

PERCENT: Final = frozenset(("%", "percent", "persen", "pct", "prosen"))


class Match(NamedTuple):
    """A shape that was found: tokens ``first`` to ``last``, inclusive, and its kind."""

    first: int
    last: int
    kind: str
    signs: str


Shapes = Mapping[str, tuple[str, ...]]
"""Patterns over signs, by the kind of the claim."""


@cache
def _compiled(shapes: tuple[str, ...]) -> re.Pattern[str]:
    """Compile patterns at their first use: few posts need those of both languages."""
    return re.compile("|".join(shapes))


@dataclass(frozen=True, slots=True)
class Signs:
    """A draft as a string of signs; ``first`` and ``last`` hold the tokens of every sign."""

    text: str
    first: tuple[int, ...]
    last: tuple[int, ...]

    def find(self, shapes: Shapes) -> Iterator[Match]:
        """Yield where the shapes stand, kind by kind."""
        for kind, shape in shapes.items():
            for match in _compiled(shape).finditer(self.text):
                yield Match(
                    self.first[match.start()], self.last[match.end() - 1], kind, match.group()
                )


def read_signs(draft: Draft, known: Mapping[int, tuple[int, str]]) -> Signs:
    """Turn a draft into signs.

    ``known`` gives for a token the last token of its term and the sign. Other words are ``x``,
    numbers ``d``, marks inside a sentence ``,``; a sentence ends with ``.`` or ``?``.
    """
    out: list[str] = ["."]
    firsts: list[int] = [0]
    lasts: list[int] = [0]
    text, tokens = draft.text, draft.tokens

    for sentence in draft.sentences:
        at = sentence.first
        while at <= sentence.last:
            kind, start, _, norm = tokens[at]
            last, sign = at, ""
            if at in known:
                last, sign = known[at]
            elif kind == WORD:
                sign = "x"
            elif kind == NUMBER:
                sign = "d"
            elif kind == MARK and text[start] in ",:;/()[]\u2013\u2014-%=+":
                sign = "%" if norm == "%" else ","
            if sign:
                out.append(sign)
                firsts.append(at)
                lasts.append(last)
            at = last + 1
        out.append("?" if asks(draft, sentence) else ".")
        firsts.append(sentence.last)
        lasts.append(sentence.last)
    return Signs("".join(out), tuple(firsts), tuple(lasts))


def known_terms(*groups: Iterable[tuple[Term, str]]) -> dict[int, tuple[int, str]]:
    """Return the terms by their first token; the longest wins, then that of the earlier group."""
    found: dict[int, tuple[int, str]] = {}
    for group in groups:
        for term, sign in group:
            if term.first not in found or found[term.first][0] < term.last:
                found[term.first] = (term.last, sign)
    return found


def asks(draft: Draft, sentence: Sentence) -> bool:
    """True for a sentence that ends with a question mark."""
    for index in range(sentence.last, max(sentence.first, sentence.last - 3) - 1, -1):
        token = draft.tokens[index]
        if token.kind == MARK and "?" in token.norm:
            return True
        if token.kind in (WORD, NUMBER):
            return False
    return False


def has_percent(draft: Draft) -> bool:
    """True where a percent sign or its word stands in the draft."""
    if not PERCENT.isdisjoint(draft.norms):
        return True
    return "%" in draft.text and any(token.norm == "%" for token in draft.tokens)
