"""What stands around a claim and takes it back: a negation, a myth, a report, a wish, a source.

«No vaccine is 100 % safe», «A man told me that garlic cures everything», «I hope that we cure
malaria» claim nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Protocol

from .claim_signs import PERCENT, Match, asks
from .draft import Draft, negators
from .findings import Span
from .terms import Term
from .tokens import BREAK, MARK, MENTION, NUMBER, WORD

REACH: Final = 8
"""Words before a claim in which a negation turns it round, inside the same clause."""
ZONE: Final = 3
"""Sentences after the word «myth» that belong to the myth, up to a blank line or «fact»."""
WIDE: Final = 120
"""Tokens on either side that are looked at, also in a sentence without end."""

_CLAUSE_ENDS: Final = frozenset(
    "but so because and plus tapi tetapi namun jadi karena dan serta malah justru yet".split()
)
"""Words after which a negation reaches no further."""
_CLAUSE_MARKS: Final = ",;:()\u2013\u2014!?."
_WANTS: Final = frozenset("want need looking tired mau ingin cari butuh pengen pingin".split())
"""Words that open a question of an advert: «Want a syrup without side effects?»"""


class Placed(Protocol):
    """Anything that begins on a token."""

    @property
    def first(self) -> int:
        """Return the token."""


@dataclass(frozen=True)
class Row:
    """Tokens in the order of the text, to ask which of them lie between two places."""

    firsts: tuple[int, ...]

    @classmethod
    def of(cls, terms: Iterable[Placed]) -> Row:
        """Make a row of the tokens on which terms begin."""
        return cls(tuple(sorted(term.first for term in terms)))

    def between(self, low: int, high: int) -> tuple[int, ...]:
        """Return the tokens from ``low`` to ``high``, inclusive."""
        return self.firsts[bisect_left(self.firsts, low) : bisect_right(self.firsts, high)]

    def any(self, low: int, high: int) -> bool:
        """True where a token lies from ``low`` to ``high``, inclusive."""
        place = bisect_left(self.firsts, low)
        return place < len(self.firsts) and self.firsts[place] <= high


EMPTY: Final = Row(())


def rows_of(terms: Iterable[Term]) -> Mapping[str, Row]:
    """Return the terms of a list by their first column."""
    found: dict[str, list[Term]] = {}
    for term in terms:
        found.setdefault(term.entry.columns[0] if term.entry.columns else "", []).append(term)
    return {kind: Row.of(terms) for kind, terms in found.items()}


@dataclass(frozen=True)
class Context:
    """What stands around the claims of one draft; each part is worked out once."""

    draft: Draft

    @cached_property
    def _distance(self) -> Mapping[str, Row]:
        return rows_of(self.draft.terms("claims_distance"))

    def row(self, kind: str) -> Row:
        """Return where the words of claims_distance of one kind stand."""
        return self._distance.get(kind, EMPTY)

    @cached_property
    def _firsts(self) -> list[int]:
        return [sentence.first for sentence in self.draft.sentences]

    def place(self, token: int) -> int:
        """Return the number of the sentence that holds a token."""
        return max(0, bisect_right(self._firsts, token) - 1)

    def window(self, token: int, reach: int = 0) -> tuple[int, int]:
        """Return the first and last token of the sentence of a token and ``reach`` beside it."""
        sentences = self.draft.sentences
        if not sentences:
            return token, token
        here = self.place(token)
        low = sentences[max(0, here - reach)].first
        high = sentences[min(len(sentences) - 1, here + reach)].last
        return max(low, token - WIDE), min(max(high, token), token + WIDE)

    def clause(self, first: int, last: int) -> tuple[int, int]:
        """Return the first and last token between the marks around some tokens."""
        low, high = self.window(first)
        while first > low and not self._parts(first - 1):
            first -= 1
        while last < high and not self._parts(last + 1):
            last += 1
        return first, last

    def _parts(self, index: int) -> bool:
        token = self.draft.tokens[index]
        return token.kind in (MARK, BREAK) and token.norm not in ("'", '"', "%", "&", "/")

    def gap(self, low: int, high: int) -> str:
        """Return the text between two sentences."""
        sentences = self.draft.sentences
        return self.draft.text[sentences[low].span.end : sentences[high].span.start]

    @cached_property
    def _calm(self) -> frozenset[int]:
        """Tokens of set phrases whose negator turns nothing round: «don't worry»."""
        return frozenset(
            token
            for term in self.draft.terms("claims_distance")
            if term.entry.columns[0] == "calm"
            for token in range(term.first, term.last + 1)
        )

    @cached_property
    def myths(self) -> frozenset[int]:
        """Sentences that tell a myth: the one that names it and those that follow it."""
        return self._myths(self.draft.terms("claims_distance"))

    @cached_property
    def told_myths(self) -> frozenset[int]:
        """The same without myths that are counted: «87 % of all rumours»."""
        terms = self.draft.terms("claims_distance")
        return self._myths(tuple(term for term in terms if not self._is_counted(term)))

    def _is_counted(self, term: Term) -> bool:
        before = self.draft.tokens[max(0, term.first - 4) : term.first]
        return any(token.norm in PERCENT for token in before)

    def _myths(self, terms: tuple[Term, ...]) -> frozenset[int]:
        ends = {self.place(term.first) for term in terms if term.entry.columns[0] == "fact"}
        out: set[int] = set()
        for term in terms:
            if term.entry.columns[0] != "myth":
                continue
            here = self.place(term.first)
            out.add(here)
            if not self._heads(term):
                continue
            for there in range(here + 1, min(here + 1 + ZONE, len(self.draft.sentences))):
                if there in ends or self.gap(there - 1, there).count("\n") > 1:
                    break
                out.add(there)
        return frozenset(out)

    def _heads(self, term: Term) -> bool:
        """True where the word «myth» is a heading: alone, or before a colon, dash or number."""
        sentence = self.draft.sentence_of(term.first)
        if sentence is None or sentence.words <= 4:
            return True
        return any(
            token.kind == NUMBER or (token.kind == MARK and token.norm in ":-\u2013\u2014#")
            for token in self.draft.tokens[term.last + 1 : term.last + 2]
        )

    def taken_back(self, match: Match, own: frozenset[int]) -> bool:
        """True where the words around a match say that the claim is not the writer's.

        ``own`` are the tokens of the claims themselves: their «no» and «without» negate nothing.
        """
        return (
            self.place(match.first) in self.myths
            or self.negated(match.first, own)
            or self._refuted(match)
            or self.reported(match.first)
            or self.asked(match)
        )

    def negated(self, token: int, own: frozenset[int] = frozenset(), reach: int = REACH) -> bool:
        """True where a negator stands before a token, in its clause."""
        sentence = self.draft.sentence_of(token)
        words = 0
        stop = max(sentence.first, token - WIDE) if sentence else token
        for index in range(token - 1, stop - 1, -1):
            other = self.draft.tokens[index]
            if other.norm in _CLAUSE_ENDS or (
                other.kind == MARK and self.draft.text[other.start] in _CLAUSE_MARKS
            ):
                return False
            if other.kind not in (WORD, NUMBER) or index in own or index in self._calm:
                continue
            if other.norm in negators(self.draft.lang):
                return True
            words += 1
            if words == reach:
                return False
        return False

    def _refuted(self, match: Match) -> bool:
        """True for «it is wrong that …» and for «It is 100 % safe. Wrong!»"""
        here = self.place(match.first)
        low, high = self.window(match.first, 1)
        for term in self.row("refute").between(low, high):
            if match.first <= term <= match.last:
                continue
            there = self.place(term)
            sentence = self.draft.sentences[there]
            begins = there == here + 1 and (term - sentence.first <= 3 or sentence.words <= 4)
            if (there == here or begins) and not self.negated(term, reach=2):
                return True
        return False

    def reported(self, token: int) -> bool:
        """True where the sentence says before a token that somebody else said it."""
        low, _ = self.window(token)
        return self.row("report").any(low, token - 1)

    def asked(self, match: Match) -> bool:
        """True inside a question, unless it is one of an advert."""
        sentence = self.draft.sentence_of(match.first)
        if sentence is None:
            return False
        if self.row("whether").any(match.first - 5, match.first - 1):
            return True
        if not asks(self.draft, sentence) or match.last > sentence.last:
            return False
        opens = self.draft.tokens[sentence.first : sentence.first + 4]
        return not any(token.norm in _WANTS for token in opens)

    def wished(self, token: int) -> bool:
        """True where the sentence hopes, prays or searches before a token."""
        low, _ = self.window(token)
        return self.row("wish").any(low, token - 1)

    # Sources.

    @cached_property
    def _empty_sources(self) -> frozenset[int]:
        return frozenset(
            token
            for term in self.draft.terms("claims_bodies")
            if term.entry.columns[:1] == ("no",)
            for token in range(term.first, term.last + 1)
        )

    @cached_property
    def _sources(self) -> Row:
        """Tokens of bodies, years and names that can be a source."""
        tokens, text = self.draft.tokens, self.draft.text
        found = [
            term.first
            for term in self.draft.terms("claims_bodies")
            if term.entry.columns[:1] != ("no",)
            and (term.entry.columns[:1] != ("caps",) or term.span.of(text).isupper())
            and (term.entry.columns[:1] != ("name",) or self._has_name(term))
        ]
        for index, token in enumerate(tokens):
            # «according to Nurse Ani's ward»
            named = token.kind == WORD and index and tokens[index - 1].norm in _BEFORE_SOURCE
            if named and text[token.start].isupper() and index not in self._empty_sources:
                found.append(index)
        return Row(tuple(sorted(found)))

    def _has_name(self, term: Term) -> bool:
        """True for «University of Tirtagiri», not for «a famous university»."""
        tokens = self.draft.tokens
        beside = (
            *tokens[max(0, term.first - 1) : term.first],
            *tokens[term.last + 1 : term.last + 3],
        )
        return any(
            token.kind == WORD and self.draft.text[token.start].isupper() for token in beside
        )

    @cached_property
    def _years(self) -> Row:
        return Row(
            tuple(
                index
                for index, token in enumerate(self.draft.tokens)
                if token.kind == NUMBER and _YEAR.fullmatch(token.norm)
            )
        )

    @cached_property
    def _source_named(self) -> bool:
        """True for a link, and for «Source: …» with more behind it than «Google»."""
        if self.draft.links:
            return True
        tokens = self.draft.tokens
        for index, token in enumerate(tokens[:-2]):
            if token.norm in _SOURCE_WORDS and tokens[index + 1].norm in (":", "=", "-", "\u2013"):
                after = tokens[index + 2]
                if after.kind in (WORD, MENTION) and index + 2 not in self._empty_sources:
                    return True
        return False

    def sourced(self, match: Match, *, strict: bool = False) -> bool:
        """True where a source stands in the post, or a body, a name or a year beside the claim.

        With ``strict`` a year counts only in the sentence of the claim.
        """
        return (
            self._source_named
            or self._sources.any(*self.window(match.first, 1))
            or self._years.any(*self.window(match.first, 0 if strict else 1))
        )


_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_SOURCE: Final = frozenset(("to", "by", "menurut", "oleh"))
_SOURCE_WORDS: Final = frozenset(("source", "sources", "sumber", "sumbernya", "ref", "referensi"))


def context_of(draft: Draft) -> Context:
    """Return what stands around the claims of a draft, made once."""
    return draft.once("claims.context", lambda: Context(draft))


def apart(matches: Iterable[Match]) -> Iterator[Match]:
    """Yield matches in the order of the text; where two share a word, the first and longest."""
    end = -1
    for match in sorted(matches, key=lambda match: (match.first, -match.last)):
        if match.first > end:
            end = match.last
            yield match


def span_of(draft: Draft, first: int, last: int) -> Span:
    """Return the stretch from one token to another."""
    return Span(draft.tokens[first].start, draft.tokens[last].end)


def tokens_of(draft: Draft, *names: str) -> frozenset[int]:
    """Return all tokens on which terms of some lists stand."""
    return draft.once(
        ("claims.tokens", names),
        lambda: frozenset(
            token
            for name in names
            for term in draft.terms(name)
            for token in range(term.first, term.last + 1)
        ),
    )
