"""Find the terms of word lists in a text, longest match first, in one pass.

Terms are looked up by their first word, so that the time does not grow with the lists. In
Indonesian a term also matches with a clitic behind it (``-nya``, ``-lah``, ``-kah``, ``-pun``,
``-ku``, ``-mu``): «kantor» finds «kantornya», and «aman» never finds «nyaman».
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from .findings import Span
from .tokens import EMOJI, NUMBER, TAG, WORD, Token, drawn_out, squeezed, tokenize
from .wordlists import Entry, load

_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_CLITIC_ENDS = frozenset("ahnu2")
"""Last letters of the clitics, and the 2 of a doubled word: a quick look before a slow one."""

_COMPARED = frozenset((WORD, NUMBER, TAG, EMOJI))


class Term(NamedTuple):
    """A term of a word list where it stands in a text: tokens ``first`` to ``last``, inclusive."""

    entry: Entry
    start: int
    end: int
    first: int
    last: int

    @property
    def span(self) -> Span:
        """Return where the term stands."""
        return Span(self.start, self.end)


def _words_of(term: str) -> list[str]:
    """Return the words of a term as the tokenizer would; most terms are plain and need no more."""
    bare = term.replace(" ", "")
    if bare.isascii() and bare.isalpha() and bare.islower() and not drawn_out(bare):
        return term.split(" ")
    return [token.norm for token in tokenize(term)]


class Head(NamedTuple):
    """The terms that begin with one word: alone, and by their second word, longest first."""

    alone: tuple[Entry, ...]
    longer: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]


_NOTHING: Mapping[str, tuple[Term, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TermBook:
    """Terms by their first and second word, so that the time does not grow with the lists."""

    by_first: Mapping[str, Head]
    clitics: bool

    @classmethod
    def of(cls, entries: Iterable[Entry], *, clitics: bool) -> TermBook:
        """Build a book from word-list entries."""
        alone: dict[str, list[Entry]] = {}
        longer: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}
        for entry in entries:
            first, *rest = _words_of(entry.term)
            if rest:
                seconds = longer.setdefault(first, {})
                seconds.setdefault(rest[0], []).append((tuple(rest), entry))
            else:
                alone.setdefault(first, []).append(entry)
        heads = {
            first: Head(
                tuple(alone.get(first, ())),
                {
                    second: tuple(sorted(found, key=lambda pair: -len(pair[0])))
                    for second, found in longer.get(first, {}).items()
                },
            )
            for first in {**alone, **longer}
        }
        return cls(heads, clitics)

    def find(
        self, tokens: Sequence[Token], *, drawn: bool = False
    ) -> Mapping[str, tuple[Term, ...]]:
        """Return the terms found, by the name of their list, in the order of the text.

        Within one list the longest term wins and terms do not overlap; two lists may claim the
        same words. ``drawn`` says that the text holds drawn-out letters («mantaaap»).
        """
        heads = self.by_first
        if not heads:
            return _NOTHING
        found: dict[str, list[Term]] = {}
        taken: dict[str, int] = {}
        clitics = self.clitics
        for index, token in enumerate(tokens):
            kind, _, _, norm = token
            if kind not in _COMPARED:
                continue
            head = heads.get(norm)
            if head is not None:
                self._match(tokens, index, head, False, found, taken)
            if (clitics and norm[-1:] in _CLITIC_ENDS) or drawn:
                for form in self._forms(norm, drawn):
                    head = heads.get(form)
                    if head is not None:
                        self._match(tokens, index, head, True, found, taken)
        return {name: tuple(terms) for name, terms in found.items()}

    def _forms(self, norm: str, drawn: bool) -> Iterable[str]:
        """Yield the plainer forms under which a list may hold a word."""
        if self.clitics:
            if norm.endswith(_CLITICS):
                for clitic in _CLITICS:
                    if norm.endswith(clitic) and len(norm) > len(clitic) + 2:
                        yield norm[: -len(clitic)]
            elif norm.endswith("2") and len(norm) > 3:
                yield norm[:-1]  # «bagus2» for «bagus-bagus»
        if drawn and len(norm) > 3:
            yield from squeezed(norm)

    def _match(
        self,
        tokens: Sequence[Token],
        index: int,
        head: Head,
        bent: bool,
        found: dict[str, list[Term]],
        taken: dict[str, int],
    ) -> None:
        """Add the terms of one head that stand at ``index``; ``bent`` words are no exact match."""
        if head.longer and index + 1 < len(tokens):
            following = tokens[index + 1].norm
            pairs = head.longer.get(following, ())
            for rest, entry in pairs:
                if self._follows(tokens, index, rest, entry):
                    _add(tokens, index, index + len(rest), entry, found, taken)
            if self.clitics and following[-1:] in _CLITIC_ENDS:
                for form in self._forms(following, False):
                    for rest, entry in head.longer.get(form, ()):
                        if len(rest) == 1 and not entry.exact:
                            _add(tokens, index, index + 1, entry, found, taken)
        for entry in head.alone:
            if not (bent and entry.exact):
                _add(tokens, index, index, entry, found, taken)

    def _follows(
        self, tokens: Sequence[Token], index: int, rest: tuple[str, ...], entry: Entry
    ) -> bool:
        """True where the words after the second follow too; the second is known to."""
        last = len(rest)
        if index + last >= len(tokens):
            return False
        for step in range(2, last + 1):
            norm = tokens[index + step].norm
            if norm != rest[step - 1] and not (
                step == last and not entry.exact and rest[step - 1] in self._forms(norm, False)
            ):
                return False
        return True


def _add(
    tokens: Sequence[Token],
    first: int,
    last: int,
    entry: Entry,
    found: dict[str, list[Term]],
    taken: dict[str, int],
) -> None:
    """Add a term unless a longer or earlier one of the same list holds its first word."""
    if taken.get(entry.list, -1) >= first:
        return
    term = Term(entry, tokens[first].start, tokens[last].end, first, last)
    found.setdefault(entry.list, []).append(term)
    taken[entry.list] = last


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
