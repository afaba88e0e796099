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
from .wordlists import Entry, entry, raw, searched

_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_BENT = (*_CLITICS, "2")
"""Ends of a word that may hide a plainer form: a clitic, or the 2 of a doubled word."""

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


_new = tuple.__new__
"""Makes a Term from its five parts without a call in between: there are a hundred in a post."""

_NOTHING: Mapping[str, tuple[Term, ...]] = MappingProxyType({})


def _head(entries: Iterable[Entry]) -> Head:
    """Return the head of terms that begin with the same word."""
    alone: list[Entry] = []
    longer: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for each in entries:
        _, *rest = _words_of(each.term)
        if rest:
            longer.setdefault(rest[0], []).append((tuple(rest), each))
        else:
            alone.append(each)
    return Head(
        tuple(alone),
        {
            second: tuple(sorted(found, key=lambda pair: -len(pair[0])))
            for second, found in longer.items()
        },
    )


Line = tuple[str, str]
"""The name of a list and a line of it that nobody has read yet."""


@dataclass(frozen=True, slots=True)
class TermBook:
    """Terms by their first and second word, so that the time does not grow with the lists.

    A word list is read line by line at the first meeting with a line's first word: most of its
    25,000 terms never stand in a post, and the start of the program would wait for them.
    """

    by_first: dict[str, Head | list[Line]]
    clitics: bool

    @classmethod
    def of(cls, entries: Iterable[Entry], *, clitics: bool) -> TermBook:
        """Build a book from entries, such as those of a policy."""
        found: dict[str, list[Entry]] = {}
        for each in entries:
            found.setdefault(_words_of(each.term)[0], []).append(each)
        return cls({first: _head(each) for first, each in found.items()}, clitics)

    @classmethod
    def of_lines(cls, lists: Mapping[str, Iterable[str]], *, clitics: bool) -> TermBook:
        """Build a book from the unread lines of word lists."""
        found: dict[str, list[Line]] = {}
        for name, lines in lists.items():
            for line in lines:
                first = line.partition("\t")[0].partition(" ")[0]
                if not (first.isalpha() and first.isascii() and first.islower()):
                    first = _words_of(entry(name, line).term)[0]
                found.setdefault(first, []).append((name, line))
        return cls({**found}, clitics)

    def _head(self, first: str) -> Head | None:
        """Return the terms that begin with a word, reading their lines the first time."""
        head = self.by_first.get(first)
        return self._ready(first, head) if isinstance(head, list) else head

    def _ready(self, first: str, lines: Iterable[Line]) -> Head:
        """Read the lines of a head and keep it; two threads that do so make the same."""
        head = self.by_first[first] = _head(entry(name, line) for name, line in lines)
        return head

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
        norms = tuple([token.norm for token in tokens])
        clitics = self.clitics
        for index, token in enumerate(tokens):
            kind, _, _, norm = token
            if kind not in _COMPARED:
                continue
            head = heads.get(norm)
            if head is not None:
                if isinstance(head, list):
                    head = self._ready(norm, head)
                self._match(tokens, norms, index, head, False, found)
            if (clitics and norm.endswith(_BENT)) or drawn:
                for form in self._forms(norm, drawn):
                    head = self._head(form)
                    if head is not None:
                        self._match(tokens, norms, index, head, True, found)
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
        norms: tuple[str, ...],
        index: int,
        head: Head,
        bent: bool,
        found: dict[str, list[Term]],
    ) -> None:
        """Add the terms of one head that stand at ``index``; ``bent`` words are no exact match."""
        alone, longer = head
        second = index + 1
        if longer and second < len(norms):
            following = norms[second]
            for rest, entry in longer.get(following, ()):
                last = index + len(rest)
                if norms[second : last + 1] == rest or (
                    self.clitics and self._bent_end(norms, second, rest, entry)
                ):
                    _add(tokens, index, last, entry, found)
            if self.clitics and following.endswith(_BENT):
                for form in self._forms(following, False):
                    for rest, entry in longer.get(form, ()):
                        if len(rest) == 1 and not entry.exact:
                            _add(tokens, index, second, entry, found)
        if alone:
            _, start, end, _ = tokens[index]
            for entry in alone:
                if bent and entry.exact:
                    continue
                name = entry[0]
                here = found.get(name)
                if here is None:
                    found[name] = [_new(Term, (entry, start, end, index, index))]
                elif here[-1][4] < index:
                    here.append(_new(Term, (entry, start, end, index, index)))

    def _bent_end(
        self, norms: tuple[str, ...], second: int, rest: tuple[str, ...], entry: Entry
    ) -> bool:
        """True where the words from the second on follow, the last of them with a clitic."""
        last = second + len(rest) - 1
        return (
            second < last < len(norms)
            and not entry.exact
            and norms[last].endswith(_BENT)
            and norms[second:last] == rest[:-1]
            and rest[-1] in self._forms(norms[last], False)
        )


def _add(
    tokens: Sequence[Token],
    first: int,
    last: int,
    entry: Entry,
    found: dict[str, list[Term]],
) -> None:
    """Add a term unless a longer or earlier one of the same list holds its first word."""
    here = found.setdefault(entry.list, [])
    if not here or here[-1].last < first:
        here.append(Term(entry, tokens[first].start, tokens[last].end, first, last))


INFORMAL_NOT = ("gak", "nggak", "ga", "enggak", "ngga", "gk", "tdk", "tak", "ndak")
"""Everyday spellings of «tidak», which stand in for it in every phrase."""


def _spelled(line: str) -> Iterable[str]:
    """Yield a line, and the same with every everyday spelling of «tidak» inside a phrase."""
    yield line
    if "tidak" in line:
        term, tab, columns = line.partition("\t")
        words = term.split(" ")
        if "tidak" in words and len(words) > 1:
            for other in INFORMAL_NOT:
                spelled = " ".join(other if word == "tidak" else word for word in words)
                yield f"{spelled}{tab}{columns}"


@cache
def book(lang: str) -> TermBook:
    """Return the book of all word lists of a language that are no sets. Built once."""
    lists: Mapping[str, Iterable[str]] = {name: raw(lang)[name] for name in searched(lang)}
    if lang == "id":
        lists = {
            name: [spelled for line in lines for spelled in _spelled(line)]
            for name, lines in lists.items()
        }
    return TermBook.of_lines(lists, clitics=lang == "id")
