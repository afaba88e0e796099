"""Find the terms of word lists in a text, longest match first, in one pass.

Terms are looked up by their first word, so that the time does not grow with the lists. In
Indonesian a term also matches with a clitic behind it (``-nya``, ``-lah``, ``-kah``, ``-pun``,
``-ku``, ``-mu``): «kantor» finds «kantornya», and «aman» never finds «nyaman».
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .findings import Span
from .tokens import EMOJI, NUMBER, TAG, WORD, Token, squeezed, tokenize
from .wordlists import Entry, load

_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_COMPARED = frozenset((WORD, NUMBER, TAG, EMOJI))


class Term(NamedTuple):
    """A term of a word list where it stands in a text: tokens ``first`` to ``last``, inclusive."""

    entry: Entry
    span: Span
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TermBook:
    """Terms by their first word; the longest stand first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    clitics: bool

    @classmethod
    def of(cls, entries: Iterable[Entry], *, clitics: bool) -> TermBook:
        """Build a book from word-list entries."""
        by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for entry in entries:
            first, *rest = (token.norm for token in tokenize(entry.term))
            by_first.setdefault(first, []).append((tuple(rest), entry))
        ordered = {
            first: tuple(sorted(found, key=lambda pair: -len(pair[0])))
            for first, found in by_first.items()
        }
        return cls(ordered, clitics)

    def _forms(self, norm: str) -> Iterable[str]:
        """Yield the plainer forms under which a list may hold a word."""
        if self.clitics and norm.endswith(_CLITICS):
            for clitic in _CLITICS:
                if norm.endswith(clitic) and len(norm) > len(clitic) + 2:
                    yield norm[: -len(clitic)]
        if self.clitics and norm.endswith("2") and len(norm) > 3:
            yield norm[:-1]  # «bagus2» for «bagus-bagus»
        if len(norm) > 3:
            # Letters drawn out for effect: «mantaaap».
            yield from squeezed(norm)

    def _candidates(self, norm: str) -> Iterable[tuple[tuple[str, ...], Entry]]:
        exact = self.by_first.get(norm, ())
        yield from exact
        for form in self._forms(norm):
            for rest, entry in self.by_first.get(form, ()):
                if rest or not entry.exact:
                    yield rest, entry

    def find(self, tokens: Sequence[Token]) -> Mapping[str, tuple[Term, ...]]:
        """Return the terms found, by the name of their list, in the order of the text.

        Within one list the longest term wins and terms do not overlap; two lists may claim the
        same words.
        """
        found: dict[str, list[Term]] = {}
        taken: dict[str, int] = {}
        count = len(tokens)
        for index, token in enumerate(tokens):
            if token.kind not in _COMPARED:
                continue
            for rest, entry in self._candidates(token.norm):
                last = index + len(rest)
                if last >= count or taken.get(entry.list, -1) >= index:
                    continue
                if not rest or self._follows(tokens, index, rest, entry):
                    span = Span(token.start, tokens[last].end)
                    found.setdefault(entry.list, []).append(Term(entry, span, index, last))
                    taken[entry.list] = last
        return {name: tuple(terms) for name, terms in found.items()}

    def _follows(
        self, tokens: Sequence[Token], index: int, rest: tuple[str, ...], entry: Entry
    ) -> bool:
        for step, wanted in enumerate(rest, 1):
            norm = tokens[index + step].norm
            if norm != wanted and not (
                step == len(rest) and not entry.exact and wanted in self._forms(norm)
            ):
                return False
        return True


INFORMAL_NOT = ("gak", "nggak", "ga", "enggak", "ngga", "gk", "tdk", "tak", "ndak")
"""Everyday spellings of «tidak», which stand in for it in every phrase."""


def _spelled(entry: Entry) -> Iterable[Entry]:
    yield entry
    words = entry.term.split(" ")
    if "tidak" in words and len(words) > 1:
        for other in INFORMAL_NOT:
            term = " ".join(other if word == "tidak" else word for word in words)
            yield entry._replace(term=term)


@cache
def book(lang: str) -> TermBook:
    """Return the book of all word lists of a language. Built once."""
    entries = [entry for entries in load(lang).values() for entry in entries]
    if lang == "id":
        entries = [spelled for entry in entries for spelled in _spelled(entry)]
    return TermBook.of(entries, clitics=lang == "id")
