"""Health data of people who can be found: an illness, a treatment or a pregnancy beside a person.

How it reads. A person is a name, a title with a name or an initial, a handle, or a relative or
colleague whose relation the post tells («my aunt», «ibuku», «anak Bu R.»). A pupil or a patient
counts where a school, initials or an address stand beside. From every word of illness the rule
looks back for the one who has it: a person, «she», or the writer. Words such as «explains»,
«vaccine» or «ward» on the way say that the illness is a topic and nobody's state.

What it cannot know: whether the person agreed, and who can be found from a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, NamedTuple

from ..claim_signs import asks, known_terms
from ..draft import Draft, Sentence
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..terms import Term
from ..tokens import MARK, MENTION, NUMBER, WORD, Token
from ..wordlists import entries, terms

BACK: Final = 2
"""Sentences before «she has …» in which the person may be named."""
FAR: Final = 18
"""Words and marks between a person and an illness in one sentence."""
CLOSE: Final = 4
"""Words between them where nothing like «has» stands there."""
TOPIC: Final = 4
"""Words between «talks about» and an illness up to which the illness is its topic."""
MOST_TOKENS: Final = 200
"""Tokens of one sentence that are searched for a place or a time."""
DEEP: Final = 2
"""Relations in a row: «anak teman adik saya»."""
SHORT_CALL: Final = 7
"""Words of a sentence that calls out to a reader: «Your little boy!»"""
FRAGMENT: Final = 16
"""Words of a sentence without a subject that goes on about the person before it."""

_OLD: Final = re.compile(r"1[0-8]\d\d|19[0-5]\d")
"""Years of which no person in a post of today can be found."""
_SCHOOLS: Final = frozenset(
    (
        "sd sdn smp smpn sma sman smk smkn mi mts tk paud primary elementary school kindergarten "
        "grade class kelas"
    ).split()
)
_PLACES: Final = frozenset(
    "rt rw kampung desa dusun village hamlet bed ranjang kamar gang nomor house seat kursi row "
    "baris gerbong coach room ward bangsal".split()
)
_CALLED: Final = frozenset(
    "named called friend colleague si namanya bernama teman temen rekan sama anaknya adiknya".split()
)
_SEATS: Final = frozenset(
    "seat row class desk kursi gerbong baris kelas meja bagian divisi from di dari umur usia".split()
)
_NOT_FOUND: Final = frozenset(
    "para semua banyak setiap tiap untuk buat bagi kepada seorang many some all every most".split()
)
_SHORT_TITLES: Final = frozenset("mr mrs ms pak bu mbak mas mbah dek bang kak".split())
_ROLES: Final = frozenset(
    "guru sopir supir satpam kasir kantin perawat yang kalau nanti lagi mau boleh tolong".split()
)
_SOON: Final = frozenset(("besok", "nanti", "lusa"))
_HEALTH: Final = frozenset("DsZ")
_DATED: Final = frozenset("last this next every all one two three for since in until".split())
_COLONS: Final = frozenset(":(-\u2013\u2014")
_CHILDREN: Final = frozenset(
    "son daughter child kid kids children boy girl baby toddler anak anak-anak bayi balita".split()
)
_OWN_CHILDREN: Final = frozenset("anakku bayiku balitaku".split())
_OURS: Final = frozenset("our kita kami".split())
_AT: Final = frozenset("at in from to near of on di ke dari kota desa kampung stasiun".split())


class _Person(NamedTuple):
    """A person who can be found: tokens ``first`` to ``last``; ``owns`` for «Rina's»."""

    first: int
    last: int
    owns: bool = False


@cache
def _names(lang: str) -> Mapping[str, bool]:
    """Return the given names; True for those that count only with a capital letter."""
    return {
        entry.term: entry.columns[:1] == ("caps",) for entry in entries(lang, "health_data_names")
    }


@cache
def _not_names(lang: str) -> frozenset[str]:
    """Return words with a capital that name nobody."""
    return frozenset(
        entry.term
        for name in ("health_data_not_names", "not_names")
        for entry in entries(lang, name)
    )


@cache
def _kinds_of_people(lang: str) -> Mapping[str, str]:
    return {entry.term: entry.columns[0] for entry in entries(lang, "health_data_people")}


def _stem(token: Token) -> str:
    """Return a word without «'s»."""
    norm = token.norm
    return norm[:-2] if norm.endswith("'s") else norm.removesuffix("'")


@dataclass(frozen=True)
class _People:
    """The people of one draft."""

    draft: Draft

    @cached_property
    def _kinds(self) -> Mapping[int, tuple[Term, str]]:
        return {
            term.first: (term, term.entry.columns[0])
            for term in self.draft.terms("health_data_people")
        }

    def _capital(self, index: int) -> bool:
        return (
            0 <= index < len(self.draft.tokens)
            and self.draft.tokens[index].kind == WORD
            and self.draft.text[self.draft.tokens[index].start].isupper()
        )

    def _is_name(self, index: int) -> bool:
        if not 0 <= index < len(self.draft.tokens):
            return False
        token = self.draft.tokens[index]
        caps = _names(self.draft.lang).get(_stem(token))
        return token.kind == WORD and caps is not None and (not caps or self._capital(index))

    def find(self) -> Iterator[_Person]:
        """Yield the people in the order of the text."""
        index = 0
        tokens = self.draft.tokens
        while index < len(tokens):
            person = self._at(index)
            if person is None:
                index += 1
            else:
                yield person
                index = person.last + 1

    def _at(self, index: int, depth: int = 0) -> _Person | None:
        token = self.draft.tokens[index]
        if token.kind == MENTION:
            return _Person(index, index)
        if token.kind != WORD:
            return None
        term, kind = self._kinds.get(index, (None, ""))
        if kind == "history":
            return None
        if kind == "title" and (named := self._titled(index)) is not None:
            return named
        if term is not None and kind in ("kin", "bare", "title"):
            return self._relative(term, kind, depth)
        if term is not None and kind == "role" and self._is_addressed(term):
            return _Person(term.first, term.last)
        if (kin := self._kin_that_owns(index)) is not None:
            return kin
        if self._is_name(index) and kind not in ("generic", "owner"):
            return self._full(index, index)
        if self._called(index):
            return self._full(index, index)
        return None

    def _titled(self, index: int) -> _Person | None:
        """Return «Bu Siti», «Pak D.», «nurse Ani»; None for a title alone."""
        after = index + 1
        if after < len(self.draft.tokens) and self.draft.tokens[after].norm == ".":
            after += 1  # «Dr. Sari», «Mrs. S.»
        if after >= len(self.draft.tokens):
            return None
        kind = self._kinds.get(after, (None, ""))[1]
        if kind in ("owner", "generic", "pron") or not self._may_be_called(index, after):
            return None
        if self.draft.text[self.draft.tokens[index].start : self.draft.tokens[after].start].count(
            "\n"
        ):
            return None
        return self._full(index, after)

    def _may_be_called(self, title: int, index: int) -> bool:
        """True for «Pak Joyo», and for «pak joyo» where the title is short."""
        if self._capital(index) or self._is_name(index):
            return True
        token = self.draft.tokens[index]
        return (
            self.draft.tokens[title].norm in _SHORT_TITLES
            and token.kind == WORD
            and len(token.norm) > 3
            and token.norm not in _not_names(self.draft.lang) | _ROLES
            and not self._is_condition(index)
            and index not in self._kinds
        )

    def _full(self, first: int, last: int) -> _Person:
        """Stretch a name over a second name or an initial."""
        tokens = self.draft.tokens
        owns = tokens[last].norm.endswith("'s")
        while (
            not owns
            and last + 1 < len(tokens)
            and last - first < 3
            and self._capital(last + 1)
            and tokens[last + 1].start == tokens[last].end + 1
            and last + 1 not in self._kinds
            and (self._is_name(last + 1) or tokens[last + 1].end - tokens[last + 1].start > 2)
            and not self._is_condition(last + 1)
        ):
            last += 1
            owns = tokens[last].norm.endswith("'s")
        return _Person(first, last, owns)

    @cached_property
    def _conditions(self) -> frozenset[int]:
        return frozenset(
            index
            for name in ("health_data_conditions", "health_data_signs")
            for term in self.draft.terms(name)
            for index in range(term.first, term.last + 1)
        )

    def _is_condition(self, index: int) -> bool:
        return index in self._conditions

    def _called(self, index: int) -> bool:
        """True for a name that the list lacks: «our colleague Meirani», «Rafael, seat 14C»."""
        token = self.draft.tokens[index]
        if not self._capital(index) or self._is_condition(index) or index in self._kinds:
            return False
        if self._has_age(index):
            return True
        written = self.draft.text[token.start : token.end]
        if (
            _stem(token) in _not_names(self.draft.lang)
            or len(written) < 3
            or not written[1:].islower()
        ):
            return False
        before = self.draft.tokens[index - 1] if index else None
        if before is not None and (
            before.norm in _CALLED or self._kinds.get(index - 1, (None, ""))[1] == "owner"
        ):
            return True
        sentence = self.draft.sentence_of(index)
        after = self.draft.tokens[index + 1] if index + 1 < len(self.draft.tokens) else None
        if sentence is None or sentence.first == index:
            return after is not None and after.norm == "," and self._describes(index + 2)
        if before is None or before.kind != WORD or before.norm in _AT:
            return False
        if self._capital(index - 1) and sentence.first != index - 1:
            return False
        return after is None or not self._capital(index + 1)

    def _has_age(self, index: int) -> bool:
        """True for «Lintang, 6, …»."""
        tokens = self.draft.tokens
        return (
            index + 2 < len(tokens)
            and tokens[index + 1].norm == ","
            and tokens[index + 2].kind == NUMBER
            and tokens[index + 2].norm.isdigit()
            and len(tokens[index + 2].norm) <= 2
        )

    def _describes(self, index: int) -> bool:
        """True where a relation, a seat or a class follows the comma: «Keisha, daughter of …»."""
        if index >= len(self.draft.tokens):
            return False
        kind = self._kinds.get(index, (None, ""))[1]
        return kind in ("kin", "bare", "title", "owner") or self.draft.tokens[index].norm in _SEATS

    def _kin_that_owns(self, index: int) -> _Person | None:
        """Return «my mother's»: the list holds «mother»."""
        token = self.draft.tokens[index]
        if not token.norm.endswith("'s") or self.draft.lang != "en":
            return None
        kind = _kinds_of_people("en").get(_stem(token))
        if kind == "bare" or (kind == "kin" and self._owner_before(index) is not None):
            return _Person(index, index, owns=True)
        return None

    def _owner_before(self, index: int) -> int | None:
        """Return the token of «my», «her» or «Rina's» up to three words before."""
        for place in range(index - 1, max(-1, index - 5), -1):
            token = self.draft.tokens[place]
            if token.kind not in (WORD, NUMBER):
                return None
            if self._kinds.get(place, (None, ""))[1] == "owner" or (
                token.norm.endswith("'s") and (self._capital(place) or place == index - 1)
            ):
                return place
        return None

    def _is_addressed(self, term: Term) -> bool:
        """True for «Your son!», which speaks to one reader."""
        sentence = self.draft.sentence_of(term.first)
        if sentence is None or sentence.words > SHORT_CALL:
            return False
        opens = self.draft.tokens[sentence.first : sentence.first + 3]
        if not any(token.norm == "your" for token in opens):
            return False
        return self.draft.tokens[sentence.last].norm.startswith("!")

    def _relative(self, term: Term, kind: str, depth: int) -> _Person | None:
        if self.draft.lang == "en":
            if self._owner_before(term.first) is not None or self._is_addressed(term):
                return _Person(term.first, term.last)
            if kind == "bare" and self._is_free(term):
                return _Person(term.first, term.last)
            # «baby Alya», «technician Darto»
            after = term.last + 1
            return self._full(term.first, after) if self._is_name(after) else None
        return self._relative_id(term, kind, depth)

    def _is_free(self, term: Term) -> bool:
        """False behind «every», «para», «untuk» and the like."""
        before = self.draft.tokens[term.first - 1] if term.first else None
        return before is None or before.norm not in _NOT_FOUND | {"a", "the", "your", "seorang"}

    def _relative_id(self, term: Term, kind: str, depth: int) -> _Person | None:
        tokens = self.draft.tokens
        written = tokens[term.last].norm
        plain = term.entry.term.split(" ")[-1]
        clitic = written[len(plain) :] if written.startswith(plain) else ""
        after = term.last + 1
        if clitic == "mu":
            return None
        if clitic == "ku":
            return _Person(term.first, term.last)
        if clitic == "nya":
            before = tokens[term.first - 1].norm if term.first else ""
            return None if before == "yang" else _Person(term.first, term.last)
        if self._kinds.get(after, (None, ""))[1] == "owner":
            return None if tokens[after].norm == "kita" else _Person(term.first, after)
        if after < len(tokens) and kind != "title" and depth < DEEP:
            owner = self._at(after, depth + 1)  # «anak tetangga saya», «suami Bu Siti»
            if owner is not None:
                return _Person(term.first, owner.last)
        if kind == "bare" and self._is_free(term):
            return _Person(term.first, term.last)
        sentence = self.draft.sentence_of(term.first)
        if kind == "title" and plain in ("ibu", "bapak") and sentence is not None:
            opens = sentence.first == term.first
            goes_on = self._sign(after) in ("b", "Z", "V")
            return _Person(term.first, term.last) if opens and goes_on else None
        return None

    @cached_property
    def _signs(self) -> Mapping[int, str]:
        return {term.first: term.entry.columns[0] for term in self.draft.terms("health_data_signs")}

    def _sign(self, index: int) -> str:
        if index in self._signs:
            return self._signs[index]
        soon = index < len(self.draft.tokens) and self.draft.tokens[index].norm in _SOON
        return "b" if soon or index in self._times else ""

    @cached_property
    def _times(self) -> frozenset[int]:
        return frozenset(term.first for term in self.draft.terms("time"))


_SIGN_OF: Final = {
    "pron": "h",
    "role": "r",
    "generic": "y",
    "pet": "j",
    "machine": "q",
    "history": "j",
    "own": "I",
    "who": "w",
}


_SIGN_OF_CONDITION: Final = {"disease": "D", "symptom": "s", "minor": "x"}


class _Item(NamedTuple):
    """A word or a term of a sentence with its sign; ``x`` for a word of no list."""

    sign: str
    first: int
    last: int


def _person(draft: Draft, policy: Policy) -> Iterator[Hit]:
    signs = draft.terms("health_data_signs")
    if not draft.terms("health_data_conditions") and not any(
        term.entry.columns[0] in "ZB" for term in signs
    ):
        return
    reading = _Reading(draft, tuple(_People(draft).find()))
    end = -1
    for span in sorted(reading.found()):
        if span.first > end:
            end = span.last
            yield Hit(Span(draft.tokens[span.first].start, draft.tokens[span.last].end))


class _Found(NamedTuple):
    """Tokens from the person to the illness, or the illness alone."""

    first: int
    last: int


def _joined(items: list[_Item]) -> Iterator[_Item]:
    """Yield the items; a part of the body that is broken or gone becomes one illness."""
    at = 0
    while at < len(items):
        item = items[at]
        after = next(
            (
                place
                for place in range(at + 1, min(at + 4, len(items)))
                if items[place].sign not in "bx"
            ),
            None,
        )
        if item.sign == "B" and at + 1 < len(items) and items[at + 1].sign == "N":
            # «Lutut Bima berair»
            behind = next(
                (i for i in range(at + 2, min(at + 5, len(items))) if items[i].sign in "KZD"), None
            )
            if behind is not None:
                yield _Item("N", item.first, items[at + 1].last)
                yield _Item("Z", items[behind].first, items[behind].last)
                at = behind + 1
                continue
        if item.sign == "B" and after is not None and items[after].sign in "KZD":
            yield _Item("Z", item.first, items[after].last)
            at = after + 1
            continue
        yield item._replace(sign="x") if item.sign in "BK" else item
        at += 1


_NOBODY: Final = _Found(-1, -1)
_OWNERS: Final = {
    "his": "H",
    "her": "H",
    "their": "H",
    "saya": "I",
    "aku": "I",
    "gue": "I",
    "gua": "I",
    "gw": "I",
    "kami": "I",
}
_AHEAD: Final = {
    "en": re.compile(r"t[x]?[NM]|b?[x]?t[NM]"),
    "id": re.compile(r"[xb]?N|tN"),
}


@dataclass(frozen=True)
class _Reading:
    """Find whose illness a draft tells."""

    draft: Draft
    people: tuple[_Person, ...]

    @cached_property
    def _known(self) -> Mapping[int, tuple[int, str]]:
        """Return the last token and the sign of every term, people among them."""
        known = known_terms(
            ((term, term.entry.columns[0]) for term in self.draft.terms("health_data_signs")),
            (
                (term, _SIGN_OF_CONDITION[term.entry.columns[0]])
                for term in self.draft.terms("health_data_conditions")
            ),
            (
                (term, _SIGN_OF[term.entry.columns[0]])
                for term in self.draft.terms("health_data_people")
                if term.entry.columns[0] in _SIGN_OF
            ),
        )
        for person in self.people:
            known[person.first] = (person.last, "M" if person.owns else "N")
        for term in self.draft.terms("health_data_people"):
            # «his», «her» before an illness; «saya» where it belongs to nobody else.
            if term.entry.columns[0] == "owner" and term.first not in known:
                norm = self.draft.tokens[term.first].norm
                known[term.first] = (term.last, _OWNERS.get(norm, "x"))
        return known

    @cached_property
    def _sentences(self) -> tuple[tuple[_Item, ...], ...]:
        return tuple(
            tuple(_joined(list(self._items(sentence)))) for sentence in self.draft.sentences
        )

    @cached_property
    def _signs_of(self) -> tuple[frozenset[str], ...]:
        """The signs that each sentence holds."""
        return tuple(frozenset(item.sign for item in items) for items in self._sentences)

    @cached_property
    def _first_people(self) -> tuple[int, ...]:
        """For each sentence the place of the first person among its items, or its length."""
        return tuple(
            next((at for at, item in enumerate(items) if item.sign in "NMh"), len(items))
            for items in self._sentences
        )

    def _items(self, sentence: Sentence) -> Iterator[_Item]:
        tokens = self.draft.tokens
        at = sentence.first
        while at <= sentence.last:
            token = tokens[at]
            last, sign = self._known.get(at, (at, ""))
            if sign == "r":
                sign = "N" if self._can_be_found(sentence) else "x"
            if not sign and token.kind == WORD:
                sign = "x"
            elif not sign and token.kind == NUMBER:
                sign = "d"
            elif not sign and token.kind == MARK:
                sign = ":" if token.norm in _COLONS else ","
            if sign:
                yield _Item(sign, at, last)
            at = last + 1

    def found(self) -> Iterator[_Found]:
        """Yield the illnesses of people who can be found."""
        for place, items in enumerate(self._sentences):
            if self._is_old(place):
                continue
            for index, item in enumerate(items):
                if item.sign == "j":
                    break  # an animal, a machine, somebody of the past
                if item.sign in _HEALTH and not self._is_topic(items, index):
                    found = self._owner(place, items, index)
                    if found is not None and not (item.sign == "s" and self._is_own_child(found)):
                        yield found

    def _is_own_child(self, found: _Found) -> bool:
        """True for a fever of the writer's own child: «my son had a fever», «anakku batuk»."""
        tokens = self.draft.tokens
        first = tokens[found.first].norm
        if first in _OWN_CHILDREN:
            return True
        before = tokens[found.first - 1].norm if found.first else ""
        after = tokens[found.first + 1].norm if found.first + 1 < len(tokens) else ""
        mine = before in ("my", "our") or after in ("saya", "aku", "gue", "kami")
        return first in _CHILDREN and mine

    def _is_old(self, place: int) -> bool:
        """True for a sentence with a year of the past."""
        sentence = self.draft.sentences[place]
        return any(
            token.kind == NUMBER and _OLD.fullmatch(token.norm)
            for token in self.draft.tokens[sentence.first : sentence.last + 1]
        )

    def _is_topic(self, items: tuple[_Item, ...], index: int) -> bool:
        """True for «measles vaccine», «fever of the crowd»: a word behind makes it a thing."""
        after = items[index + 1 : index + 3]
        signs = "".join(item.sign for item in after)
        dated = bool(after) and self.draft.tokens[after[0].first].norm in _DATED
        return signs[:1] == "a" or (signs == "xa" and items[index].sign != "Z" and not dated)

    def _owner(self, place: int, items: tuple[_Item, ...], index: int) -> _Found | None:
        """Look back, then ahead, then to the sentences before for the one who is ill."""
        back = self._look_back(place, items, index)
        if back is not None:
            return back if back.first >= 0 else None
        ahead = self._look_ahead(items, index)
        if ahead is not None:
            return ahead
        return self._look_around(place, items, index)

    def _look_back(self, place: int, items: tuple[_Item, ...], index: int) -> _Found | None:
        """Return the person, _NOBODY where the illness is nobody's or the writer's, or None."""
        kind = items[index].sign
        opens = self._first_people[place]
        first, last = items[index].first, items[index].last
        owned = {token.norm for token in self.draft.tokens[first : last + 1]}
        if self.draft.tokens[first].norm in ("his", "her") or (
            kind == "Z" and first != last and any(norm.endswith("nya") for norm in owned)
        ):
            # «his liver is gone», «kaki kirinya lumpuh»: a part of somebody who was named
            named = opens < index or self._named_before(place)
            named = named or (index <= 2 and self._follows(place, items[index]))
            return _Found(first, last) if named else _NOBODY
        verb = self.draft.lang == "id" and self._has_clitic(items[index])
        colon = False
        # «…, kidney stones, …»; «…: bipolar»
        before = items[index - 1].sign if index else ""
        rest = "".join(item.sign for item in items[index + 1 : index + 6])
        ends = rest[:1] in ("", ",", ":") or (len(rest) <= 5 and set(rest) <= set("xbd,"))
        bare = before == ":" or (before == "," and ends)
        words = gap = 0
        for at in range(index - 1, -1, -1):
            sign, first, _ = items[at]
            if sign in "NM":
                near = words <= CLOSE // 2 and (sign == "M" or self.draft.lang == "id" or colon)
                near = near or bare
                if kind == "Z" or verb or near:
                    return _Found(first, items[index].last)
                return None
            if sign in "hH":
                if kind == "Z" or verb or (sign == "H" and gap <= 2):
                    named = opens < at or self._named_before(place)
                    return _Found(first, items[index].last) if named else _NOBODY
                if sign == "h":
                    return None
            elif sign == "q":
                return _NOBODY  # the train that had a breakdown
            elif sign == "I":
                if opens >= at:
                    return _NOBODY
            elif (
                (sign == "g" and not colon and gap <= TOPIC and not self._is_count(items[at]))
                or (sign == "y" and opens >= at)
                or (sign == "c" and not colon and not verb and (kind != "Z" or words > 1))
            ):
                return _NOBODY
            elif sign == ":":
                colon = True
            verb = verb or sign == "V" or (sign == "Z" and kind != "Z")
            words += sign == "x"
            gap += 1
            if gap > FAR:
                return None
        return None

    def _is_count(self, item: _Item) -> bool:
        """True for «tiga hari», where «hari» heads no campaign."""
        if self.draft.tokens[item.first].norm != "hari" or not item.first:
            return False
        before = self.draft.tokens[item.first - 1]
        return before.kind == NUMBER or before.norm in terms(self.draft.lang, "number_words")

    def _has_clitic(self, item: _Item) -> bool:
        norm = self.draft.tokens[item.last].norm
        return norm.endswith("nya") or (norm.endswith("ne") and item.sign == "Z")

    def _look_ahead(self, items: tuple[_Item, ...], index: int) -> _Found | None:
        """Return the person behind the illness: «hasil lab Bu Siti», «chemo for Bu Ani»."""
        signs = "".join(item.sign for item in items[index + 1 : index + 4])
        before = items[index - 1].sign if index else ""
        if before == "g":
            return None
        shape = _AHEAD[self.draft.lang].match(signs)
        if shape is None:
            return None
        return _Found(items[index].first, items[index + shape.end()].last)

    def _look_around(self, place: int, items: tuple[_Item, ...], index: int) -> _Found | None:
        """Return an illness that goes on about the person of the sentence before or behind."""
        item = items[index]
        before = items[max(0, index - 3 * FAR) : index]
        if any(other.sign == "w" for other in before):
            follows = self._sentences[place + 1] if place + 1 < len(self._sentences) else ()
            if any(other.sign in "NM" for other in follows[:3]):
                return _Found(item.first, item.last)
        if item.sign == "Z" and len(before) <= 2 and self._follows(place, item):
            return _Found(item.first, item.last)
        if item.sign == "s" or any(other.sign in "gy" for other in before):
            return None
        if any(other.sign == "I" for other in items[: index + 3]):
            return None
        if asks(self.draft, self.draft.sentences[place]):
            return None
        clitic = self.draft.lang == "id" and any(
            self.draft.tokens[other.last].norm.endswith(("nya", "ne"))
            for other in items[max(0, index - 3) : index + 1]
        )
        short = self.draft.sentences[place].words <= FRAGMENT and all(
            other.sign in "bVxd,:DZ" for other in before
        )
        strong = item.sign == "Z" or any(other.sign in "VZ" for other in before)
        opens = sum(other.sign in "xd" for other in before) <= 2
        # «Anorexia, for the second time.»
        after = items[index + 1].sign if index + 1 < len(items) else ","
        strong = strong or (item.sign == "D" and not before and after in ",b")
        if (clitic or (short and strong and opens)) and self._named_before(place):
            return _Found(item.first, item.last)
        return None

    def _follows(self, place: int, item: _Item) -> bool:
        """True for «Her test was positive. Poor Mbak Yuni …»: the name comes after."""
        norms = {token.norm for token in self.draft.tokens[item.first : item.last + 1]}
        if not norms & {"her", "his"} and not any(norm.endswith("nya") for norm in norms):
            return False
        follows = self._sentences[place + 1] if place + 1 < len(self._sentences) else ()
        return any(other.sign in "NM" for other in follows[:3])

    def _named_before(self, place: int) -> bool:
        """True where a person stands at most BACK sentences before."""
        for there in range(place - 1, max(-1, place - 1 - BACK), -1):
            signs = self._signs_of[there]
            if "j" in signs or self._is_joke(there) or (there and self._is_joke(there - 1)):
                return False  # an animal, or a machine that is «ill»
            if signs & {"N", "M"}:
                return True
        return False

    def _is_joke(self, place: int) -> bool:
        """True where a machine is ill: «pump 4 has a fever»."""
        if "q" not in self._signs_of[place]:
            return False
        row = "".join(item.sign for item in self._sentences[place])
        return any(sign in _HEALTH for sign in row[row.index("q") :])

    @cached_property
    def _named(self) -> frozenset[int]:
        return frozenset(person.first for person in self.people)

    def _can_be_found(self, sentence: Sentence) -> bool:
        """True where a school, an address, initials or a place and time make somebody known."""
        first = sentence.first
        found: bool = self.draft.once(
            ("health_data.found", first),
            lambda: any(self._gives_away(sentence, at) for at in range(first, sentence.last + 1)),
        )
        return found

    def _gives_away(self, sentence: Sentence, index: int) -> bool:
        tokens, text = self.draft.tokens, self.draft.text
        token = tokens[index]
        after = tokens[index + 1] if index < sentence.last else None
        before = tokens[index - 1] if index > sentence.first else None
        if index in self._named:
            return True
        if token.norm in _SCHOOLS | _PLACES:
            beside = [other for other in (before, after) if other is not None]
            return any(
                other.kind == NUMBER or text[other.start].isupper() or text[other.start].isdigit()
                for other in beside
            )
        if token.norm in _OURS and before is not None and self._is_known_by_work(sentence, index):
            return True
        if after is None:
            return False
        if token.norm in _AT and after.kind == WORD and text[after.start].isupper():
            return self._names_a_time(sentence)
        letter = token.kind == WORD and token.end - token.start == 1 and token.norm != "i"
        return letter and text[token.start].isupper() and after.norm == "."

    def _is_known_by_work(self, sentence: Sentence, index: int) -> bool:
        """True for «the lady who cleans our floor», «ibu yang ngepel lantai kita»."""
        before = self.draft.tokens[max(sentence.first, index - 4) : index]
        return any(token.norm in ("who", "that", "yang", "yg") for token in before)

    def _names_a_time(self, sentence: Sentence) -> bool:
        """True where a clock time, a seat or «every» makes a traveller known."""
        return any(
            token.kind == NUMBER or token.norm in ("every", "tiap", "setiap")
            for token in self.draft.tokens[sentence.first : sentence.last + 1][:MOST_TOKENS]
        )


_LAW: Final = Reference(
    title="Indonesia, Law 27/2022 on Personal Data Protection, article 4: health data are specific data",
    url="https://dailysocial.id/amp/post/uu-perlindungan-data-pribadi-disahkan-ini-poin-pentingnya",
    checked="2026-11-22",
)

RULES = (
    Rule(
        id="health_data.person",
        outcome=Outcome.ASK,
        find=_person,
        words={
            "en": Words(
                title="Leave out the health of a person",
                message=(
                    "«{matched}» tells about the health of somebody who can be found. Leave it out, or "
                    "ask the person and a human at work first. Did the person say yes? Then keep that "
                    "yes in writing."
                ),
                why="Health is among the best protected data, and a post cannot be called back.",
            ),
            "id": Words(
                title="Jangan ceritakan kesehatan seseorang",
                message=(
                    "«{matched}» bercerita soal kesehatan orang yang bisa dikenali. Hapus, atau tanya "
                    "orangnya dan seseorang di kantor dulu. Orangnya sudah setuju? Simpan izinnya "
                    "secara tertulis."
                ),
                why="Data kesehatan paling dilindungi, dan unggahan tidak bisa ditarik kembali.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Prayers for our guard Pak Surip, who is in intensive care after a stroke.",
                    "My colleague Meirani did the year-end closing while going through chemotherapy.",
                    "Little Faris (grade 2, SD Kapuk) got his insulin from me and didn't cry.",
                    "Guess who's pregnant? Dina from the front desk!",
                    "@lia.kusuma our trainee is off with depression again, send her memes",
                    "With his permission: Yosef has lived with diabetes for nine years.",
                    "My sister-in-law finally told us: bipolar.",
                    "Met @rudi_sopir at the clinic today, kidney stones, poor guy.",
                    "The mayor's son was at our clinic on Tuesday. Tested positive.",
                    "A little girl from class 1B has had a fever of 40 since Sunday.",
                    "Your son! I carried the medicine for his pneumonia myself. He can breathe again!",
                    "Her test was positive. Poor Mbak Yuni, and she sat next to all of us.",
                ),
                good=(
                    "Our guard Pak Surip is away for a while. Flowers stand in his hut.",
                    "My colleague Meirani did the year-end closing in three days.",
                    "Joko is off until the 20th. I take his calls.",
                ),
                near_miss=(
                    "I've had asthma since I was six.",
                    "I have ADHD, and Ratih never sighs when I label the wrong tube.",
                    "Nurse Ani talks about diabetes every Thursday at the health post.",
                    "In 1796 Edward Jenner gave James Phipps cowpox.",
                    "Ratih tested the measles vaccine until 2 am.",
                    "If your child has a fever, drink, rest, and ask the clinic.",
                    "My cat Miko has a cold.",
                    "My son had a fever, so I swapped shifts with Rudi. Thank you!",
                    "Pump 4 has a fever: 81 degrees at the bearing. Dr. Yosef brought grease.",
                    "The test was positive: there is chlorine in the tank again.",
                    "My boss is sick of my puns.",
                    "Our dengue team visits Kapuk on Monday. Sari brings the poster.",
                    "Dr. Lim gives a talk on anorexia on Friday.",
                    "Patients come with fever and cough. I keep their names to myself.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Mohon doa buat Pak Surip, satpam kita, masuk ICU karena stroke.",
                    "Rekan saya Yosef minum obat antidepresan tiap pagi, dan tidak satu rapat terlewat.",
                    "Anak Bu R., SD 2 Tirtagiri, demam sejak imunisasi.",
                    "Tebak siapa yang hamil? Dina resepsionis!",
                    "@lia.kusuma anak magang kita libur lagi gara-gara depresi",
                    "Atas izin beliau: Yosef sembilan tahun hidup dengan diabetes.",
                    "Iparku akhirnya cerita: bipolar.",
                    "mentor gue di lab ternyata positif HIV, namanya gausah disebut",
                    "Mohon doanya untuk Bima. Hasil lab keluar, ternyata gagal ginjal.",
                    "Lutut Bima bernanah, kata dokter nggak boleh nyetir sampai Juni.",
                    "Hasilnya positif. Kasihan Mbak Yuni, padahal makan siang bareng kita semua.",
                ),
                good=(
                    "Pak Surip, satpam kita, absen dulu. Kembang ditaruh di posnya.",
                    "Rekan saya Yosef menyelesaikan laporan tiga hari lebih cepat.",
                    "Bima izin seminggu, jadi saya nyetir sendirian.",
                ),
                near_miss=(
                    "Aku asma dari umur enam tahun.",
                    "Dua tahun saya minum antidepresan setiap pagi. Ini cerita saya sendiri.",
                    "Suster Ani tiap Kamis bahas diabetes di posyandu.",
                    "Tahun 1796 Edward Jenner menyuntik James Phipps dengan cacar sapi.",
                    "Ratih menguji vaksin campak sampai jam dua.",
                    "Kalau anakmu demam, banyak minum, istirahat, tanya puskesmas.",
                    "Kucingku Miko pilek.",
                    "Anakku demam, jadi aku tukar sif sama Rudi. Makasih!",
                    "Pompa 4 demam: bantalannya 81 derajat. Dokternya Yosef, obatnya gemuk.",
                    "Bosku alergi rapat, aku alergi Senin.",
                    "Tim DBD kami ke Kapuk hari Senin. Sari bawa poster jentik.",
                    "Ibu hamil dan balita boleh lewat pintu 2, ya.",
                    "Pasien datang dengan demam dan batuk. Namanya saya simpan sendiri.",
                ),
            ),
        },
        reference=_LAW,
        chapter="find-the-story",
    ),
)
