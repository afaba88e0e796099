"""Claims: absolute words about health, promotion of medicines, and statements without a source.

How it reads. Every word of a list stands for one sign, a sentence becomes a short string of signs,
and a claim is a shape in that string: «no» + «side effects», «100 %» + «safe», «research» + «shows».
A shape counts where nothing near it takes it back: a negation («no vaccine is 100 % safe»), a
myth that is named as one, words that somebody else is said to have used, a wish, a question.

What it cannot know: whether a claim is true, what a picture promises, and whether a source says
what it is quoted for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, NamedTuple

from ..draft import Draft, Sentence, negators
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..terms import Term
from ..tokens import BREAK, LINK, MARK, MENTION, NUMBER, TAG, WORD

REACH: Final = 8
"""Words before a claim in which a negation turns it round, inside the same clause."""
ZONE: Final = 3
"""Sentences after the word «myth» that belong to the myth, up to a blank line or «fact»."""
NEAR: Final = 8
"""Words between the name of a product and the word that praises it."""
SHORT: Final = 12
"""Words of a sentence up to which its praise also counts for the product in the one beside it."""
WIDE: Final = 120
"""Tokens on either side that are looked at, also in a sentence without end."""
LEAST_LETTERS: Final = 6
"""Letters from which the name of a product is looked for inside tags and accounts."""
MOST_HANDLES: Final = 200
"""Tags and accounts that are searched for names; no post has more."""

_CLAUSE_ENDS: Final = frozenset(
    "but so because and plus tapi tetapi namun jadi karena dan serta malah justru yet".split()
)
"""Words after which a negation reaches no further."""
_CLAUSE_MARKS: Final = ",;:()\u2013\u2014!?."
_PERCENT: Final = frozenset(("%", "percent", "persen", "pct", "prosen"))
_WANTS: Final = frozenset("want need looking tired mau ingin cari butuh pengen pingin".split())
"""Words that open a question of an advert: «Want a syrup without side effects?»"""


# -- signs -------------------------------------------------------------------------------------


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


# -- what stands around a claim ----------------------------------------------------------------


@dataclass(frozen=True)
class _Row:
    """Tokens in the order of the text, to ask which of them lie between two places."""

    firsts: tuple[int, ...]

    @classmethod
    def of(cls, terms: Iterable[Term | _Product | _Cue]) -> _Row:
        """Make a row of the tokens on which terms begin."""
        return cls(tuple(sorted(term.first for term in terms)))

    def between(self, low: int, high: int) -> tuple[int, ...]:
        """Return the tokens from ``low`` to ``high``, inclusive."""
        return self.firsts[bisect_left(self.firsts, low) : bisect_right(self.firsts, high)]

    def any(self, low: int, high: int) -> bool:
        """True where a token lies from ``low`` to ``high``, inclusive."""
        place = bisect_left(self.firsts, low)
        return place < len(self.firsts) and self.firsts[place] <= high


_EMPTY: Final = _Row(())


def _rows(terms: Iterable[Term]) -> Mapping[str, _Row]:
    """Return the terms of a list by their first column."""
    found: dict[str, list[Term]] = {}
    for term in terms:
        found.setdefault(term.entry.columns[0] if term.entry.columns else "", []).append(term)
    return {kind: _Row.of(terms) for kind, terms in found.items()}


@dataclass(frozen=True)
class _Context:
    """What stands around the claims of one draft; each part is worked out once."""

    draft: Draft

    @cached_property
    def _distance(self) -> Mapping[str, _Row]:
        return _rows(self.draft.terms("claims_distance"))

    def row(self, kind: str) -> _Row:
        """Return where the words of claims_distance of one kind stand."""
        return self._distance.get(kind, _EMPTY)

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
        terms = self.draft.terms("claims_distance")
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
    def _sources(self) -> _Row:
        """Tokens of bodies, years and names that can be a source."""
        tokens, text = self.draft.tokens, self.draft.text
        found = [
            term.first
            for term in self.draft.terms("claims_bodies")
            if term.entry.columns[:1] != ("no",)
            and (term.entry.columns[:1] != ("caps",) or term.span.of(text).isupper())
        ]
        for index, token in enumerate(tokens):
            year = token.kind == NUMBER and _YEAR.fullmatch(token.norm)
            # «according to Nurse Ani's ward»
            named = token.kind == WORD and index and tokens[index - 1].norm in _BEFORE_SOURCE
            if year or (named and text[token.start].isupper() and index not in self._empty_sources):
                found.append(index)
        return _Row(tuple(sorted(found)))

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

    def sourced(self, match: Match) -> bool:
        """True where a source stands in the post, or a body, a name or a year beside the claim."""
        return self._source_named or self._sources.any(*self.window(match.first, 1))


_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_SOURCE: Final = frozenset(("to", "by", "menurut", "oleh"))
_SOURCE_WORDS: Final = frozenset(("source", "sources", "sumber", "sumbernya", "ref", "referensi"))


def _context(draft: Draft) -> _Context:
    return draft.once("claims.context", lambda: _Context(draft))


def _apart(matches: Iterable[Match]) -> Iterator[Match]:
    """Yield matches in the order of the text; where two share a word, the first and longest."""
    end = -1
    for match in sorted(matches, key=lambda match: (match.first, -match.last)):
        if match.first > end:
            end = match.last
            yield match


def _span(draft: Draft, first: int, last: int) -> Span:
    return Span(draft.tokens[first].start, draft.tokens[last].end)


def _tokens_of(draft: Draft, *names: str) -> frozenset[int]:
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


# -- products ----------------------------------------------------------------------------------


class _Product(NamedTuple):
    """A medicine, vaccine or supplement where it stands.

    ``kind``: named (of the policy, or a brand beside a word such as «syrup»), own («our vaccine»),
    known («paracetamol»), kind («syrup»), folk (a home remedy), context (words on health).
    """

    first: int
    last: int
    kind: str


_NO_LETTER = re.compile(r"[\W_]+")
_GLUE = re.compile("['-]")
_OURS: Final = frozenset("our my kami kantorku perusahaanku kita".split())
_THIS: Final = frozenset("this these ini iki".split())
_BY: Final = frozenset("by from new made dari buatan produksi baru gawean".split())
_TITLES: Final = frozenset(
    "pak bu bapak ibu mas mbak kak dr dokter suster bidan mr mrs ms miss nurse doctor".split()
)
_BRAND_WORDS: Final = frozenset("brand brands merek merk mereknya merknya".split())
_ONLY: Final = frozenset("only saja aja please wae".split())


def _products(draft: Draft, policy: Policy) -> tuple[_Product, ...]:
    """Return the products in the order of the text, the plain word «vaccine» among them."""
    return draft.once("claims.products", lambda: tuple(_find_products(draft, policy)), of=policy)


def _find_products(draft: Draft, policy: Policy) -> Iterator[_Product]:
    found: dict[int, _Product] = {}
    own = _named(draft, policy)
    for name in ("medicine", "remedy"):
        for term in own.get(name, ()):
            found.setdefault(term.first, _Product(term.first, term.last, "named"))
    for product in _in_handles(draft, policy):
        found.setdefault(product.first, product)
    brands = not _BRAND_WORDS.isdisjoint(draft.norms)
    firms: set[int] = set()
    for term in own.get("company", ()):
        firms.update(range(term.first, term.last + 1))
        if brands and _is_used_as_brand(draft, term):
            found.setdefault(term.first, _Product(term.first, term.last, "named"))
    taken = {token for each in found.values() for token in range(each.first, each.last + 1)}
    for term in draft.terms("claims_medicines"):
        kind = term.entry.columns[0]
        if kind != "idiom" and taken.isdisjoint(range(term.first, term.last + 1)):
            product = _of_term(draft, term, kind, firms)
            found.setdefault(product.first, product)
    yield from (found[first] for first in sorted(found))


def _is_used_as_brand(draft: Draft, term: Term) -> bool:
    """True for «Wanasehat only» in a post on brands: the firm stands for its product."""
    after = draft.tokens[term.last + 1] if term.last + 1 < len(draft.tokens) else None
    before = draft.tokens[term.first - 1] if term.first else None
    return (after is not None and after.norm in _ONLY) or (
        before is not None and before.norm == "only"
    )


def _named(draft: Draft, policy: Policy) -> Mapping[str, tuple[Term, ...]]:
    """Return the policy's names, also where something is glued to one: «VitaRandu's»."""
    whole = draft.terms_of(policy.book)
    if not policy.book.by_first or not any(
        token.kind == WORD and _GLUE.search(token.norm) for token in draft.tokens
    ):
        return whole
    bare = policy.book.find(
        [
            token._replace(norm=_GLUE.split(token.norm)[0] or token.norm)
            if token.kind == WORD
            else token
            for token in draft.tokens
        ]
    )
    return {name: (*whole.get(name, ()), *bare.get(name, ())) for name in {*whole, *bare}}


def _in_handles(draft: Draft, policy: Policy) -> Iterator[_Product]:
    """Yield the products of the policy that stand inside tags and accounts."""
    keys = {_NO_LETTER.sub("", name).lower() for name in (*policy.medicines, *policy.remedies)}
    keys = {key for key in keys if len(key) >= LEAST_LETTERS}
    if not keys:
        return
    handles = 0
    for index, token in enumerate(draft.tokens):
        if token.kind in (TAG, MENTION, LINK):
            handles += 1
            if handles > MOST_HANDLES:
                return
            flat = _NO_LETTER.sub("", token.norm)
            if any(key in flat for key in keys):
                yield _Product(index, index, "named")


def _of_term(draft: Draft, term: Term, kind: str, firms: set[int]) -> _Product:
    """Look at the words beside «vaccine»: a brand, the name of the firm, «our»."""
    tokens = draft.tokens
    before, after = term.first - 1, term.last + 1
    if kind == "kind":
        # «the Wanasehat flu vaccine», «vaksin flu dari Wanasehat»
        for index in (*range(before, before - 3, -1), *range(after, after + 3)):
            if index in firms and _joined(draft, index, term):
                return _Product(min(term.first, index), max(term.last, index), "named")
        brand = after if draft.lang == "id" else before
        if 0 <= brand < len(tokens) and _is_brand(draft, brand):
            return _Product(min(term.first, brand), max(term.last, brand), "named")
    if kind in ("folk", "context"):
        return _Product(term.first, term.last, kind)
    # «our new vaccine», «vaksin baru kami»
    step, stop = (-1, term.first - 5) if draft.lang == "en" else (1, term.last + 4)
    for index in range(before if step < 0 else after, stop, step):
        if not 0 <= index < len(tokens) or tokens[index].kind not in (WORD, NUMBER):
            break
        if tokens[index].norm in _OURS:
            return _Product(min(index, term.first), max(index, term.last), "own")
    return _Product(term.first, term.last, kind)


def _joined(draft: Draft, index: int, term: Term) -> bool:
    """True where only names of illnesses and small words stand between a firm and «vaccine»."""
    if draft.lang == "id" and index < term.first:
        return False
    low, high = (index, term.first) if index < term.first else (term.last, index)
    conditions = _tokens_of(draft, "health_data_conditions")
    return all(
        place in conditions or draft.tokens[place].norm in _BY for place in range(low + 1, high)
    )


def _is_brand(draft: Draft, index: int) -> bool:
    """True for a word with a capital that is no place, person, illness or start of a sentence."""
    token = draft.tokens[index]
    written = draft.text[token.start : token.end]
    if token.kind != WORD or not written[0].isupper() or len(written) < 4 or token.norm in _TITLES:
        return False
    inner = any(letter.isupper() for letter in written[1:])
    sentence = draft.sentence_of(index)
    opens = sentence is not None and sentence.first == index
    if written.isupper() or (opens and not inner):
        return False
    return index not in _tokens_of(
        draft,
        "health_data_conditions",
        "not_names",
        "claims_medicines",
        "time",
        "claims_not_brands",
    )


# -- absolute ----------------------------------------------------------------------------------


_ABSOLUTE: Final[Mapping[str, Shapes]] = {
    "en": {
        # A claim wherever it stands.
        "always": (
            r"X",
            r"[N!0][mve]{0,4}S",  # «no known side effects», «does not have any side effects»
            r"N[xm]{1,2},?o?N?[mo]?oS",  # «no pain or side effects»
            r"S[x,?]{0,2}[?]?[zN](?=[.,?!xo]|$)",  # «side effects? None.»
            r"C[xmaAqv]{0,4}[DsY](?!r)",  # «cures diabetes»
            r"C[xm]{0,2}E",
            r"c[xmq]{0,2}[DE]",  # «a cure for asthma»
        ),
        "safety": (
            r"A[xon,]{0,3}[Ff]",  # «100 % natural and safe»
            r"F,?[xo]{0,2}A",
        ),
        # A claim where the post speaks of a product, a home remedy or drinking water.
        "draft": (
            r"R",
            r"![xmvqUeN0]{0,4}h",  # «cannot harm anybody»
            r"0[xmvqUn]{0,5}[e!][xmvqUe]{0,4}h",  # «nothing natural has ever hurt anyone»
            r"[!N0][xmve]{0,2}(?:D|h)[xmu]{0,3}e(?=[.,?!]|$)",  # «never catches flu again»
            r"N[mxaq]{0,2}[Y]",  # «free of germs»
            r"G[x]{0,2}D",  # «bye-bye flu»
            r"k[xmv]{0,2}[qAaU][xqUA]{0,3}[DsYU]",  # «stops every cough»
            r"k[xmq]{0,2}[DsY][x]{0,2}T",  # «stops coughs in one night»
            r"k[xmasotD,YqnF3]{0,12}U",
            r"K[xu,omnT]{0,8}[kC][xmq]{0,3}[DsY]",  # «ginger kills the virus»
            r"[iF][x,oiUDsYb]{0,5}[LU]|U[x]{0,2}[F]",
            r"A[xqoU]{0,4}[iYU]|i[xU]{0,2}A",
            r"w[x]{0,2}L|a[x]{0,1}[kC][x]{0,2}[DsY]|D[x]{0,3}!(?=[.,])",
            r"kq(?![x]?r)[xa]{0,2}",
        ),
        # Looser: an absolute word and a word of health, in a sentence that hedges nothing.
        "loose": (
            r"[qUaA0!LN][^.?,r]{0,8}[tDsiwh]",
            r"[tDsiwC][^.?,r]{0,6}[qUAaL]",
            r"[Ft][^.?,r]{0,5}[bU]|[MK][^.?,]{0,4}C(?=[.,?!])",
            r"[N!0][xmve]{0,5}S|S[x,]{0,3}z",
        ),
        # A product of the post and what it does away with: «our syrup stops coughs».
        "treats": (r"[MK][^.?,]{0,4}[kC][^.?,]{0,3}[DsY3]",),
        # A claim where a product, or an illness, stands beside.
        "health": (
            r"a[xon]{0,2}[Ff]",
            r"g",
            r"B[xn]{0,2}M(?![rx]?r)",  # «the best vaccine»
            r"1[xn]{0,2}M[x]{0,2}[FfCRik]",
            r"n[x,]{0,2}j[xa]{0,2}F|J[xm]{0,2}n[x,]{0,2}j?[xa]{0,2}F",
            r"F[,x]{0,1}L",
        ),
        # A result that a product or a home remedy brought.
        "result": (
            r"d?[D][xa]{0,3}w",  # «his diabetes is gone»
            r"[Ds][x]{0,3}w[x,]{0,2}T",
        ),
        "proven": (r"P", r"d%[x]{0,2}F|F[x]{0,2}d%"),
    },
    "id": {
        "always": (
            r"X",
            r"[N!][mxe]?m?S",  # «tanpa efek samping»
            r"N[xm]{1,2},?o?oS",
            r"S[mx,e]{0,2}[?]?m?[N!]e?(?=m?[.,?!]|m?$)",  # «efek samping? Nggak ada.»
            r"C[xmaAqT]{0,3}[DsY]",
            r"[Ck][xm]{0,2}E",
        ),
        "safety": (r"A[xon,]{0,3}[Ff]", r"[Ff][xom]{0,2}A"),
        "draft": (
            r"R",
            r"![xmeqUa]{0,3}h",
            r"0[xme]{0,2}h[xe]{0,2}e",
            r"N[mxaqe]{0,2}[Y]",
            r"N[mxe]{0,2}h",
            r"G[x]{0,2}D",
            r"k[xm]{0,2}[qAaU][xqUA]{0,2}[DsYU]",
            r"k[xm]{0,2}[DsY][x]{0,2}[TqA]",
            r"k[xmasotD,YqnF3]{0,12}U",
            r"K[xu,omnTK]{0,8}[kC][xmq]{0,3}[DsY]",
            r"[iF][x,oiqDsYb]{0,5}[LU]|i[x]{0,2}[EqY]",
            r"A[xqo]{0,3}[iYw]|[iw][x]{0,2}A|a[xo]{0,2}i",
            r"[YD][x]{0,2}w(?=[.,?!])|q[xDY]{1,3}w",
            r"w[x]{0,2}L|a[x]{0,1}[kC][x]{0,2}[DsY]|D[x]{0,3}!(?=[.,])",
            r"k[x]?q(?![x]?r)[xa]{0,2}",
        ),
        "loose": (
            r"[qUaA0!LN][^.?,r]{0,8}[tDsiwh]",
            r"[tDsiwC][^.?,r]{0,6}[qUAaL]",
            r"[Ft][^.?,r]{0,5}[bU]|[MK][^.?,]{0,4}C(?=[.,?!])",
            r"[N!0][xmve]{0,5}S|S[x,]{0,3}z",
        ),
        # A product of the post and what it does away with: «our syrup stops coughs».
        "treats": (r"[MK][^.?,]{0,4}[kC][^.?,]{0,3}[DsY3]",),
        "health": (
            r"a[xon]{0,2}[Ffw]",
            r"g",
            r"M[xD]{0,4}B|B[x]{0,1}M(?!r)",
            r"1[x]{0,1}M[xD]{0,3}[FfCRiwk]",
            r"n[x,]{0,2}j[xa]{0,2}F|J[xm]{0,2}n[x,]{0,2}j?[xa]{0,2}F",
            r"f",
        ),
        "result": (
            r"[Ds][xe]{0,2}w|D[x]{0,2}T[x]?w",
            r"[DsY][x]{0,3}w[x]{0,1},?[x]{0,2}T|[DsY][x]{0,2}T[x]{0,1}w|w[x]{0,2}[TL]|Tw",
        ),
        "proven": (r"P", r"[Ffi][x]{0,4}d%|d%[x]{0,2}[Ff]"),
    },
}


_TRIGGERS: Final = frozenset("AaSXPRCcBfwi1gkGh!0NFULq")
_WRITERS: Final = frozenset("i i'm i've we we've me saya aku kami gue gua gw ku".split())
_SIGN_OF_PRODUCT: Final = {"named": "M", "own": "M", "known": "M", "kind": "M", "folk": "K"}


def _absolute(draft: Draft, policy: Policy) -> Iterator[Hit]:
    terms = draft.terms("claims_absolute")
    if not any(term.entry.columns[0] in _TRIGGERS for term in terms) and not _percent(draft):
        return
    products = _products(draft, policy)
    found = list(_absolute_signs(draft, products).find(_ABSOLUTE[draft.lang]))
    if not found:
        return
    own = frozenset(
        index
        for match in found
        if match.kind in ("always", "draft", "health")
        for index in range(match.first, match.last + 1)
    )
    reading = _Absolute(draft, _context(draft), products, own)
    for match in _apart(match for match in found if reading.counts(match)):
        yield Hit(_span(draft, match.first, match.last))


def _absolute_signs(draft: Draft, products: Iterable[_Product]) -> Signs:
    known = known_terms(
        ((term, term.entry.columns[0]) for term in draft.terms("claims_absolute")),
        (
            (term, "D" if term.entry.columns[0] == "disease" else "s")
            for term in draft.terms("health_data_conditions")
        ),
    )
    for product in products:
        sign = _SIGN_OF_PRODUCT.get(product.kind)
        # A claim's own words win over a product that begins with them («herbal», «magic pill»).
        if sign and (product.first not in known or known[product.first][1] in "xnu"):
            known[product.first] = (product.last, sign)
    return read_signs(draft, known)


def _percent(draft: Draft) -> bool:
    if not _PERCENT.isdisjoint(draft.norms):
        return True
    return "%" in draft.text and any(token.norm == "%" for token in draft.tokens)


@dataclass(frozen=True)
class _Absolute:
    """Decide which shapes of a draft are claims."""

    draft: Draft
    context: _Context
    products: tuple[_Product, ...]
    own: frozenset[int]

    def counts(self, match: Match) -> bool:
        """True where the shape is a claim of the post itself."""
        decide: Mapping[str, Callable[[Match], bool]] = {
            "always": self._always,
            "safety": self._safety,
            "draft": self._draft,
            "loose": self._loose,
            "treats": self._treats,
            "health": self._health,
            "result": self._result,
            "proven": self._proven,
        }
        if not decide[match.kind](match) or self.context.taken_back(match, self.own):
            return False
        # A quoted line is a claim only in a post that names a product.
        return self._names_product or not self.draft.in_quote(
            _span(self.draft, match.first, match.last)
        )

    @cached_property
    def _names_product(self) -> bool:
        return any(product.kind == "named" for product in self.products)

    @cached_property
    def _rows(self) -> Mapping[str, _Row]:
        return _rows(self.draft.terms("claims_absolute"))

    @cached_property
    def _product_row(self) -> _Row:
        return _Row.of(self.products)

    @cached_property
    def _offered(self) -> _Row:
        """Products and home remedies; not substances that everybody knows."""
        kinds = ("named", "own", "folk", "kind")
        return _Row.of(product for product in self.products if product.kind in kinds)

    @cached_property
    def _illnesses(self) -> _Row:
        return _Row.of(self.draft.terms("health_data_conditions"))

    def _has(self, match: Match, sign: str) -> bool:
        """True where a word with this sign stands in the sentence, outside the match."""
        low, high = self.context.window(match.first)
        row = self._rows.get(sign, _EMPTY)
        return row.any(low, match.first - 1) or row.any(match.last + 1, high)

    def _near(self, match: Match, row: _Row, reach: int = 1) -> bool:
        low, high = self.context.window(match.first, reach)
        return row.any(low, match.first - 1) or row.any(match.last + 1, high)

    def _arrived(self, match: Match) -> bool:
        """True for «all boxes arrived 100 % safe»."""
        return self._rows.get("V", _EMPTY).any(match.last - 5, match.last + 3)

    def _in_earnest(self, match: Match) -> bool:
        """False for hopes, and for «laughter heals»."""
        return not self.context.wished(match.first) and not self._has(match, "l")

    def _always(self, match: Match) -> bool:
        return match.signs[0] not in "Cc" or self._in_earnest(match)

    def _safety(self, match: Match) -> bool:
        """«100 % safe» counts in every post but for data, money and parcels that arrived."""
        return not self._has(match, "O") and not self._arrived(match)

    def _draft(self, match: Match) -> bool:
        speaks = bool(self.products) or self._near(match, self._illnesses, 0) or "D" in match.signs
        return speaks and self._in_earnest(match) and not self._arrived(match)

    def _loose(self, match: Match) -> bool:
        """«Saves every victim» counts; «we read every report», «most babies» do not."""
        low, high = self.context.clause(match.first, match.last)
        if any(self.context.row(kind).any(low, high) for kind in ("routine", "hedge", "report")):
            return False
        if any(token.norm in _WRITERS for token in self.draft.tokens[low : match.first]):
            return False
        return self._draft(match) and self._product_row.any(*self.context.window(match.first, 2))

    def _treats(self, match: Match) -> bool:
        """«Our syrup stops coughs» counts; «antibiotics kill bacteria» is knowledge."""
        near = self.draft.tokens[max(0, match.first - 2) : match.first + 3]
        if not self._brought.any(match.first, match.first) and not any(
            token.norm in _THIS for token in near
        ):
            return False
        return self._loose(match)

    @cached_property
    def _brought(self) -> _Row:
        kinds = ("named", "own", "folk")
        return _Row.of(product for product in self.products if product.kind in kinds)

    def _health(self, match: Match) -> bool:
        if self._arrived(match) or not self._in_earnest(match):
            return False
        if "M" in match.signs:
            return True
        products = 0 if match.signs == "f" else 2
        illnesses = 0 if match.signs == "f" else 1
        return self._near(match, self._product_row, products) or self._near(
            match, self._illnesses, illnesses
        )

    def _result(self, match: Match) -> bool:
        """«His diabetes is gone» counts beside a product or a home remedy."""
        return self._in_earnest(match) and self._offered.any(*self.context.window(match.first, 1))

    def _proven(self, match: Match) -> bool:
        near = self._near(match, self._product_row) or self._near(match, self._illnesses)
        return near and not self.context.sourced(match)


# -- promotion ---------------------------------------------------------------------------------

_PRICE: Final = re.compile(
    r"(?:(?<!\w)(?:Rp|IDR|USD|EUR)\.?\s?|[$\u20ac\u00a3])\d[\d.,]*"
    r"|(?<![\w.,])\d[\d.,]*\s?"
    r"(?:ribu|ribuan|rb|rban|ewu|perak|juta|jt|rupiah|dollars|euros|k)(?!\w)",
    re.IGNORECASE,
)
_SELLS: Final = frozenset(("buy", "ask", "price"))
_CUES: Final = frozenset(("praise", "dose", "amount", "launch", "advice", *_SELLS))
_COUNTS: Final = frozenset(
    "1 2 3 one two three of a satu dua tiga sesendok sebutir sekapsul segelas minum".split()
)
_GOODS: Final = frozenset(
    "label labels box boxes crate crates pallet pallets batch batches line lines vial vials carton "
    "cartons shipment sample samples strip truck van kotak kardus palet bets batch lini vial karton "
    "kiriman sampel contoh truk mobil botol".split()
)
"""Words beside a product that speak of goods on their way."""


class _Cue(NamedTuple):
    """Words that promote what stands near them."""

    first: int
    last: int
    kind: str


@dataclass(frozen=True)
class _Promotion:
    """Find the products that a post promotes."""

    draft: Draft
    products: tuple[_Product, ...]
    context: _Context

    @cached_property
    def _cues(self) -> tuple[_Cue, ...]:
        """The words that promote, in the order of the text; «not cheap» promotes nothing."""
        found = [
            _Cue(term.first, term.last, term.entry.columns[0])
            for term in self.draft.terms("claims_promotion")
            if term.entry.columns[0] in _CUES and not self.context.negated(term.first, reach=3)
        ]
        return tuple(sorted((*found, *self._prices())))

    def _prices(self) -> Iterator[_Cue]:
        if not any(token.kind == NUMBER or token.norm[-1:].isalnum() for token in self.draft.words):
            return
        starts = [token.start for token in self.draft.tokens]
        for match in _PRICE.finditer(self.draft.text, 0, self.draft.tokens[-1].end):
            first = max(0, bisect_right(starts, match.start()) - 1)
            last = max(first, bisect_right(starts, match.end() - 1) - 1)
            yield _Cue(first, last, "price")

    @cached_property
    def _cue_row(self) -> _Row:
        return _Row.of(self._cues)

    @cached_property
    def _rows(self) -> Mapping[str, _Row]:
        return _rows(self.draft.terms("claims_promotion"))

    def _has(self, kind: str, token: int, reach: int = 0) -> bool:
        return self._rows.get(kind, _EMPTY).any(*self.context.window(token, reach))

    def _cues_between(self, low: int, high: int) -> tuple[_Cue, ...]:
        firsts = self._cue_row.firsts
        return self._cues[bisect_left(firsts, low) : bisect_right(firsts, high)]

    def found(self) -> Iterator[_Product]:
        """Yield the promoted products.

        A name of the policy is promoted unless the sentence speaks of work on the goods; other
        products only beside words that sell, or that praise and dose.
        """
        for product in self.products:
            kind = self._kind(product)
            if kind == "kind" or self._is_warned_of(product, kind):
                continue
            if self._is_promoted(product, kind):
                yield product

    def _is_promoted(self, product: _Product, kind: str) -> bool:
        cues = self._cues_between(*self.context.window(product.first, 3))
        kinds = {cue.kind for cue in cues if self._is_meant(product, cue, kind)}
        if kind == "named":
            return bool(kinds) or self._is_swallowed(product) or not self._is_work(product)
        if kind == "own":
            return bool(kinds & (_SELLS | {"launch"}))
        return bool(kinds & _SELLS) or kinds >= {"praise", "dose"}

    def _kind(self, product: _Product) -> str:
        """Return the kind, with «this» for «this syrup», «sirup ini»."""
        near = self.draft.tokens[max(0, product.first - 2) : product.last + 2]
        if product.kind == "kind" and any(token.norm in _THIS for token in near):
            return "this"
        return product.kind

    def _is_warned_of(self, product: _Product, kind: str) -> bool:
        """True near «fake», «recall»; for what no policy names also near «report», «don't buy»."""
        if self._has("warn", product.first, 1):
            return True
        if self.context.place(product.first) in self.context.myths:
            return True
        return kind != "named" and self._has("care", product.first, 1)

    def _is_meant(self, product: _Product, cue: _Cue, kind: str) -> bool:
        """True where a cue speaks of the product."""
        if product.first <= cue.first <= product.last:
            return False
        here, there = self.context.place(product.first), self.context.place(cue.first)
        sells = cue.kind in _SELLS
        if not sells and (self._is_handled(product) or self._is_asked(product)):
            return False
        if abs(here - there) > 1:
            return sells and kind == "named"
        if cue.kind == "advice" and kind != "named":
            return False
        if cue.kind in ("dose", "amount") and not self._is_taken(cue, product):
            return False
        told = kind == "known" and self._has("past", cue.first)
        if told and cue.kind not in ("buy", "price"):
            return False
        if here == there:
            return cue.kind != "praise" or self._words_between(product, cue) <= NEAR
        close = self.context.gap(*sorted((here, there))).count("\n") < 2
        return sells or (close and self.draft.sentences[there].words <= SHORT)

    def _is_work(self, product: _Product) -> bool:
        """True where the sentence speaks of goods, of the job, or of what somebody asked."""
        return (
            self._is_asked(product) or self._is_handled(product) or self._has("work", product.first)
        )

    def _is_asked(self, product: _Product) -> bool:
        """True for «somebody asked whether VitaRandu is good», not for «ask your doctor»."""
        low, high = self.context.clause(product.first, product.last)
        if any(cue.kind in ("ask", "advice") for cue in self._cues_between(low, high)):
            return False
        before = product.first - 1
        return self.context.row("report").any(low, before) or self.context.row("whether").any(
            low, before
        )

    def _is_swallowed(self, product: _Product) -> bool:
        """True for «three of us take VitaRandu», «minum VitaRandu»."""
        return not self._is_handled(product) and self._rows.get("take", _EMPTY).any(
            product.first - 2, product.first - 1
        )

    def _is_handled(self, product: _Product) -> bool:
        """True for «VitaRandu boxes», «label VitaRandu»: goods on their way, not to be taken."""
        at = product.last + 1 if self.draft.lang == "en" else product.first - 1
        return 0 <= at < len(self.draft.tokens) and self.draft.tokens[at].norm in _GOODS

    def _is_taken(self, cue: _Cue, product: _Product) -> bool:
        """True where a dose is one to take: «take», a count of the product, two words of dosage."""
        if self._has("take", cue.first):
            return True
        if cue.kind == "amount":
            return False
        before = self.draft.tokens[product.first - 1].norm if product.first else ""
        if before in _COUNTS and self.context.place(cue.first) == self.context.place(product.first):
            return True
        return any(
            other is not cue and other.kind in ("dose", "amount")
            for other in self._cues_between(*self.context.window(cue.first))
        )

    def _words_between(self, product: _Product, cue: _Cue) -> int:
        low, high = sorted(((product.first, product.last), (cue.first, cue.last)))
        return sum(
            token.kind in (WORD, NUMBER) for token in self.draft.tokens[low[1] + 1 : high[0]]
        )


def _promotion(draft: Draft, policy: Policy) -> Iterator[Hit]:
    products = tuple(
        product for product in _products(draft, policy) if product.kind not in ("folk", "context")
    )
    if not products:
        return
    seen: set[str] = set()
    for product in _Promotion(draft, products, _context(draft)).found():
        span = _span(draft, product.first, product.last)
        name = span.of(draft.text).lower()
        if name in seen or (product.kind != "named" and draft.in_quote(span)):
            continue
        seen.add(name)
        yield Hit(span)


# -- source ------------------------------------------------------------------------------------

_SOURCE: Final[Mapping[str, Shapes]] = {
    "en": {
        "study": (
            r"(?<![Ioe])s[xs]{0,3}w|w[x]?s(?=[.,])",  # «studies have shown», «says research»
            r"(?<=[.,])r[x]?w|(?<=[x])r[w](?=x)",
            r"(?<=[.,])a[x]?w",
            r"m[xsb]{0,2}[s]",
            r"P",
        ),
        "share": (
            r"d%[x]{0,3}[YQJ]",  # «80 % of people»
            r"D[x]{0,3}[YQJp]",
            r"F[x]{0,2}Y|F[x]{0,1}[QJ][x]{0,2}G",
            r"dk?[x]{0,2}[YQ][xw]{0,3}Z|dk[x]{0,2}[YQ][xw]{0,2}[Wx]",
            r"K[x]{0,2}[YQ][xw]{0,4}[yZG]",
            r"v[x]{0,2}[pYQ][xW]{0,4}d",  # «the average worker spends 28 %»
            r"W[x]{0,4}dk?[x%]{0,3}y",  # «wastes up to 11,000 litres a year»
            r"F[x]{0,2}G|[YQp][x]{0,2}Z[x]{0,4}d|W[x]{0,3}d?k",
            r"d%",  # any other share
        ),
        "told": (r"![?.,]?[xIbsJYQpWc,]{0,8}(?:d%|D|dk|d[x]{0,2}(?:[YQ]|[x]{0,2}y))",),
        "change": (
            r"t[x]{0,1}c|2[x]{0,2}[czY]|z[x]{0,2}F",
            r"n[xJYQ]{0,6}c|n[x]{0,2}J",
            r"z[xJYc]{0,8}d%",
            r"d%[x]{0,1}c",
        ),
        "best": (
            r"[BL1][xJ]{0,4}J[xJ]{0,4}G",
            r"g[x]{0,2}[BL1][x]{0,3}J",
            r"J[xb,]{0,5}[BL1][x]{0,2}G",
            r"I[xb]{0,3}[BL1][x]{0,2}G",
            r"1[x]{0,2}[JG]|L[x]{0,2}J",
            r"J[xbI]{0,6}g[x]{0,1}[BL1]|I[xb]{0,4}[BL1][xJ]{0,3}G",
            r"I[xb]{0,3}g[x]{0,1}[BL1]",
        ),
    },
    "id": {
        "study": (
            r"s[xs]{0,4}w|w[x]?s(?=[.,])",
            r"m[xs]{0,2}s(?!I)",
            r"(?<=[.,])aw",
            r"P",
        ),
        "share": (
            r"d%[x]{0,3}[YQJ]",
            r"D[x]{0,3}[YQJ]",
            r"F[x]{0,1}Y(?=[xc]{0,4}[ZWG])|F[x]{0,1}[QJY][x]{0,2}G",
            r"dk?[x]{0,2}[YQ][xw]{0,3}Z|dk[x]{0,2}[YQ][xw]{0,2}[Wx]",
            r"K[x]{0,2}[YQ][xw]{0,4}[yZG]",
            r"v[x]{0,2}[YQ][xW]{0,4}d",
            r"W[x]{0,4}dk?[x%]{0,3}y",
            r"F[x]{0,2}G|[YQp][x]{0,2}Z[x]{0,4}d|W[x]{0,3}d?k",
            r"d%",  # any other share
        ),
        "told": (r"![?.,]?[xIbsJYQWc,]{0,8}(?:d%|D|dk|d[x]{0,2}(?:[YQ]|[x]{0,2}y))",),
        "change": (
            r"2c?|t[x]?c|z[x]{0,2}F",
            r"n[xJYQ]{0,6}c|n",
            r"z[xJYQc]{0,6}d%",
            r"d%[x]{0,1}c|c[x]{0,2}d%",
        ),
        "best": (
            r"J[xJb,]{0,4}[BL1][x]{0,2}G",
            r"I[x]{0,3}[BL1][xJ]{0,3}G",
            r"[BL1][xJ]{0,3}J[xJ]{0,3}G",
            r"1[x]{0,2}G|J[x]{0,1}1|J[x]{0,1}L",
        ),
    },
}
_SOURCE_TRIGGERS: Final = frozenset("swarmPDFKktL12BcGvWZn!")
_NO_CLITIC: Final = frozenset("pelaku perilaku berlaku selaku mengaku terpaku".split())
_TIMES = re.compile(r"\d+x")
"""«5x», five times."""
_EMPHASIS: Final = frozenset("0 100 110 200 1000".split())
"""Numbers before «%» that mostly stress a word: «100 % sure»."""


def _source(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if draft.links:
        return
    terms = draft.terms("claims_source")
    if not any(term.entry.columns[0] in _SOURCE_TRIGGERS for term in terms) and not _percent(draft):
        return
    known = known_terms(
        ((term, term.entry.columns[0]) for term in terms),
        ((term, "d") for term in draft.terms("number_words")),
    )
    for index, token in enumerate(draft.tokens):
        if token.norm in _PERCENT:
            known[index] = (index, "%")
        elif token.norm.endswith("x") and token.kind == WORD and _TIMES.fullmatch(token.norm):
            known.setdefault(index, (index, "t"))
    for term in draft.terms_of(policy.book).get("company", ()):
        known[term.first] = (term.last, "J")
    found = list(read_signs(draft, known).find(_SOURCE[draft.lang]))
    if not found:
        return
    reading = _Source(draft, _context(draft))
    for match in _apart(match for match in found if reading.counts(match)):
        yield Hit(_span(draft, match.first, match.last))


@dataclass(frozen=True)
class _Source:
    """Decide which shapes of a draft lack a source."""

    draft: Draft
    context: _Context

    @cached_property
    def _rows(self) -> Mapping[str, _Row]:
        return _rows(self.draft.terms("claims_source"))

    def _has(self, signs: str, match: Match) -> bool:
        """True where a word with one of the signs stands in the sentence."""
        window = self.context.window(match.first)
        return any(self._rows.get(sign, _EMPTY).any(*window) for sign in signs)

    def counts(self, match: Match) -> bool:
        """True for a claim of the post that names no source and is not the writer's own count."""
        if self._is_own(match) or self.draft.in_quote(_span(self.draft, match.first, match.last)):
            return False
        # «…, did you know?» asks nothing.
        if self.context.asked(match) and not self._has("!", match):
            return False
        if self.context.place(match.first) in self.context.myths:
            return False
        # «No study shows it», «we do not know whether we are the largest»
        if self.context.negated(match.first, reach=5) or self._is_doubted(match):
            return False
        return not self.context.sourced(match)

    def _is_doubted(self, match: Match) -> bool:
        """True where the sentence, or the next one, looks for the source itself."""
        low, _ = self.context.window(match.first)
        _, high = self.context.window(match.first, 1)
        return self.context.row("doubt").any(low, high)

    def _is_own(self, match: Match) -> bool:
        if match.kind == "study":
            # «my daughter's survey»
            return match.first > 0 and self.draft.tokens[match.first - 1].norm.endswith("'s")
        if match.kind == "best":
            return False
        if "%" in match.signs and self._is_no_statistic(match):
            return True
        general = match.kind == "share" and "Y" in match.signs and match.signs[-1] in "YxW"
        if match.kind == "told" or general:
            return False
        return (
            self._times.any(*self.context.window(match.first))
            or self._has("Io", match)
            or (self._clitics.any(*self.context.window(match.first)))
        )

    @cached_property
    def _times(self) -> _Row:
        return _Row.of(self.draft.terms("time"))

    @cached_property
    def _clitics(self) -> _Row:
        """Words that end in «-ku»: «anakku»."""
        if self.draft.lang != "id":
            return _EMPTY
        return _Row(
            tuple(
                index
                for index, token in enumerate(self.draft.tokens)
                if token.kind == WORD
                and token.norm.endswith("ku")
                and len(token.norm) > 4
                and token.norm not in _NO_CLITIC
            )
        )

    def _is_no_statistic(self, match: Match) -> bool:
        """True for «battery 5 %», «0 % interest», «100 % sure»."""
        if self._rows.get("O", _EMPTY).any(match.last - 5, match.last + 4):
            return True
        numbers = [
            token.norm
            for token in self.draft.tokens[match.first : match.last + 1]
            if token.kind == NUMBER
        ]
        return numbers[:1] != [] and numbers[0] in _EMPHASIS and match.signs[-1] not in "YQJ"


_BPOM: Final = Reference(
    title="Indonesia, BPOM Regulation 2/2021 on the supervision of medicine advertising, in a summary",
    url=(
        "https://smartlegal.id/galeri-hukum/perlindungan-konsumen/2021/09/21/"
        "ini-dia-peraturan-terbaru-dalam-melakukan-iklan-obat"
    ),
    checked="2026-11-22",
)
_KEPMENKES: Final = Reference(
    title="Indonesia, Kepmenkes 386/1994, words that adverts for medicines may not use, in a textbook",
    url="https://text-id.123dok.com/document/7q0x79g9q-obat-pereda-sakit-dan-penurus-panas.html",
    checked="2026-11-22",
)
_EPI: Final = Reference(
    title="Etika Pariwara Indonesia (amended 2020), superlatives need independent proof, in a summary",
    url="https://dikamaraja.my.id/2021/01/etika-pariwara-indonesia-pedoman-bagi.html",
    checked="2026-11-22",
)

RULES = (
    Rule(
        id="claims.absolute",
        outcome=Outcome.ASK,
        find=_absolute,
        words={
            "en": Words(
                title="Have this health claim checked first",
                message=(
                    "«{matched}» promises more about health or safety than anybody can keep. Say what "
                    "was tested and by whom, what can happen, and whom to ask. Then let your firm's "
                    "medical or legal colleague read it."
                ),
                why="Bodies differ, and one reader who trusts an absolute promise can come to harm.",
            ),
            "id": Words(
                title="Minta klaim kesehatan ini dicek dulu",
                message=(
                    "«{matched}» menjanjikan kesehatan atau keamanan lebih dari yang bisa ditepati. "
                    "Sebutkan apa yang diuji, siapa yang menguji, apa yang bisa terjadi, dan harus "
                    "tanya siapa. Lalu minta rekan medis atau hukum membacanya."
                ),
                why="Tubuh orang berbeda-beda, dan pembaca yang percaya janji mutlak bisa celaka.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Our new vaccine is 100 % safe. Bring the whole class on Tuesday.",
                    "Nine years in quality control, and I say it openly: no side effects whatsoever.",
                    "My neighbour drank this herbal tea for two weeks, and it cures diabetes.",
                    "after this jab you can't catch covid anymore, period 💪",
                    "Our water is absolutely free of germs. Give it to your newborn.",
                    "Say goodbye to asthma: one capsule and it never comes back.",
                    "This serum saves every single victim, whatever the snake.",
                    "No fever, no soreness: our vaccine is totally harmless.",
                ),
                good=(
                    "The vaccine was tested with 400 children. Most got a sore arm, few got a fever. "
                    "Ask your clinic.",
                    "We tested the water on Monday: all 40 samples were within the limit.",
                    "If you notice anything after the jab, tell the nurse. She writes it down.",
                ),
                near_miss=(
                    "No vaccine is 100 % safe for everybody. Ask your clinic.",
                    "There is no medicine without side effects. Read the leaflet.",
                    "MYTH: a vaccine without side effects exists. FACT: each can cause some.",
                    "We never write “risk-free” on a box of serum.",
                    "Is the vaccine 100 % safe? Mothers ask me that at the door.",
                    "A man on the ferry told me that garlic cures everything. I asked for the study.",
                    "The boxes arrived completely safe, all 14, at 4.1 °C.",
                    "Our cured beef sandwich is the only miracle in this canteen.",
                    "My password is 100 % safe: nobody can read my handwriting.",
                    "I hope that one day we cure malaria. For now we count mosquitoes.",
                    "We report every side effect that reaches us, the small ones too.",
                    "Nothing heals like a long weekend.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Vaksin baru kami 100 % aman. Bawa satu kelas hari Selasa.",
                    "Sembilan tahun di bagian mutu, saya berani bilang: tanpa efek samping sama sekali.",
                    "Tetanggaku minum jamu ini dua minggu, pasti sembuh semua penyakitnya.",
                    "abis divaksin gak bakal ketularan lagi, udah kebal permanen 💪",
                    "Air kami bebas kuman, aman buat siapa pun, bayi juga.",
                    "Bye-bye asma! Satu kapsul dan nggak bakal kambuh lagi.",
                    "Jahe campur madu ini manjur, batuk apa pun langsung hilang malam itu juga.",
                    "Efek samping? Nggak ada. Vaksin kami memang beda.",
                ),
                good=(
                    "Vaksin ini diuji pada 400 anak. Kebanyakan cuma pegal, sedikit yang demam. Tanya "
                    "puskesmas, ya.",
                    "Air kami uji hari Senin: 40 contoh, semuanya di bawah ambang batas.",
                    "Kalau ada keluhan habis disuntik, bilang ke bidan. Dicatat.",
                ),
                near_miss=(
                    "Tidak ada vaksin yang 100 % aman untuk semua orang. Tanyakan ke puskesmas.",
                    "Mana ada obat tanpa efek samping. Baca brosurnya.",
                    "MITOS: yang alami pasti tidak berbahaya. FAKTA: singkong mentah juga alami.",
                    "Kami tidak pernah menulis “bebas risiko” di kotak serum.",
                    "“Vaksinnya seratus persen aman, Bang?” tanya tetangga. Saya antar ke bidan.",
                    "Hati-hati pesan berantai yang bilang rebusan ini pasti sembuh.",
                    "Kotaknya tiba dengan aman, 14 biji, 4,1 °C.",
                    "Halaman kantor ini nyaman, pengalaman pertama saya.",
                    "Obat paling manjur buat hari Senin: tidur siang.",
                    "Parkirannya aman 100 %, ada kucing yang jaga.",
                    "Semoga Pak Darto cepat sembuh dan bisa ngopi lagi.",
                    "Setiap efek samping yang sampai ke kami, sekecil apa pun, kami laporkan.",
                ),
            ),
        },
        reference=_KEPMENKES,
        chapter="claims",
    ),
    Rule(
        id="claims.promotion",
        outcome=Outcome.ASK,
        find=_promotion,
        words={
            "en": Words(
                title="Ask before you post about a medicine by name",
                message=(
                    "«{matched}» stands here as something to take, buy or ask for. Medicines, vaccines "
                    "and supplements have rules of their own, also when you say where you work. Leave "
                    "the name out, or ask your firm first."
                ),
                why="Praise, price or dose of a medicine in a private post can count as advertising.",
            ),
            "id": Words(
                title="Tanya dulu sebelum menyebut nama obat",
                message=(
                    "«{matched}» di sini tampil sebagai sesuatu untuk diminum, dibeli, atau diminta. "
                    "Obat, vaksin, dan suplemen punya aturan sendiri, juga kalau tempat kerja sudah "
                    "disebut. Hapus namanya, atau tanya kantor dulu."
                ),
                why="Pujian, harga, atau dosis obat di akun pribadi bisa dihitung sebagai iklan.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "My morning starts with one VitaRandu in a big glass of water.",
                    "I work at Wanasehat, so I'm biased: #VitaRandu is the tastiest vitamin you can buy.",
                    "Moms, ask your doctor for the Wanasehat flu vaccine, not for any other.",
                    "Biovita Wana now in 1000 mg, 45,000 rupiah a tube at the shop next to our gate.",
                    "For all drivers on night shift: two tablets of Biovita Wana before you start.",
                    "Our new vaccine is here! Ask your doctor for it today.",
                    "I sell fish oil, ready stock, DM me for the price.",
                ),
                good=(
                    "My morning starts with a big glass of water and ten minutes without a phone.",
                    "Moms, the vaccination schedule hangs at every health post. Bring the booklet.",
                    "We moved 400 boxes of vaccine through the storm tonight.",
                ),
                near_miss=(
                    "The label line stopped at 02:10 because one VitaRandu label stood on its head.",
                    "Biovita Wana stands on the third shelf, left of the soap.",
                    "Beware: somebody sells fake VitaRandu on a marketplace. Report it to BPOM.",
                    "Somebody asked me whether VitaRandu is good. I gave him the number of the clinic.",
                    "Paracetamol and a lot of tea, that was my weekend. Back on Monday.",
                    "Please don't order antibiotics online. Without a test nobody knows if they help.",
                    "Vaccination day in Kapuk is Tuesday at 8, free of charge.",
                    "Measles still comes to our village. Ask your clinic which vaccines your child needs.",
                    "The canteen price for soup went up. I survive on two spoons of sambal a day.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Pagiku mulai dengan satu VitaRandu di segelas air.",
                    "Aku kerja di Wanasehat, jadi tidak netral: #VitaRandu vitamin paling enak sedunia.",
                    "Bunda, minta ke dokter vaksin flu Wanasehat, jangan yang lain.",
                    "Biovita Wana kini dalam 1000 mg, cuma 48 ribuan di apotek sebelah depo.",
                    "Buat sopir malam: dua VitaRandu sebelum narik, melek sampai pagi.",
                    "Vaksin baru kami sudah tersedia! Minta ke dokter, ya.",
                    "Aku jual minyak ikan, ready stok, japri buat harga.",
                ),
                good=(
                    "Pagiku mulai dengan segelas air dan sepuluh menit tanpa HP.",
                    "Bunda, jadwal imunisasi ada di papan posyandu. Bawa bukunya, kita baca bareng.",
                    "Malam ini 400 kotak vaksin kami antar lewat badai.",
                ),
                near_miss=(
                    "Mesin label berhenti jam 02.10 karena satu label VitaRandu terbalik.",
                    "Biovita Wana ada di rak ketiga, di kiri sabun.",
                    "Hati-hati, ada yang jual VitaRandu palsu. Laporkan ke BPOM.",
                    "Ada orang nanya VitaRandu bagus nggak. Kukasih nomor puskesmas.",
                    "Parasetamol dan teh panas, begitulah akhir pekanku.",
                    "Tolong jangan beli antibiotik online. Tanpa tes nggak ada yang tahu gunanya.",
                    "Imunisasi di Kapuk hari Selasa jam 8, gratis.",
                    "Campak masih datang ke desa kami. Tanya puskesmas, vaksin apa yang masih kurang.",
                    "Harga soto kantin naik 2 ribu. Sambalnya cukup dua sendok sehari.",
                ),
            ),
        },
        reference=_BPOM,
        chapter="claims",
    ),
    Rule(
        id="claims.source",
        outcome=Outcome.REVISE,
        find=_source,
        words={
            "en": Words(
                title="Say where this comes from",
                message=(
                    "«{matched}» needs a source: a link, or the name of the body and the year. Your own "
                    "count is fine too, if you say that you counted."
                ),
                why="A figure without a source cannot be checked, and it travels faster than the truth.",
            ),
            "id": Words(
                title="Sebutkan ini dari mana",
                message=(
                    "«{matched}» butuh sumber: tautan, atau nama lembaga dan tahunnya. Hitungan sendiri "
                    "juga boleh, asal bilang kamu yang menghitung."
                ),
                why="Angka tanpa sumber tidak bisa dicek, dan menyebar lebih cepat daripada faktanya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "73 % of employees would leave their job for a kinder boss.",
                    "Studies have shown that night shift workers drink more coffee.",
                    "Fun fact: nine out of ten accidents happen at home. So take the train.",
                    "trains cause 20 times less co2 than cars. fact. take the 06:40",
                    "We are the cleanest water company in Southeast Asia.",
                    "A dripping tap wastes up to 11,000 litres a year. Fix yours tonight.",
                    "It's scientifically proven that green calms passengers.",
                ),
                good=(
                    "I asked 41 colleagues in packing why they stay. 29 named their shift leader.",
                    "The WHO guideline of 2019 says that babies sleep 12 to 16 hours a day.",
                    "Nine out of ten trains were on time in May: https://keretaselaras.example/may",
                ),
                near_miss=(
                    "I timed my shift: 41 % standing, 30 % walking, the rest looking for my pen.",
                    "The display said 7.6 °C at 03:40 and 7.4 °C at 03:55.",
                    "My phone was at 3 % when the call came.",
                    "“Posts by staff get eight times more clicks.” I looked for the study. Nothing.",
                    "I study at night, research my thesis at noon and sleep never.",
                    "The best noodles in the world are at the ferry, ask Bima.",
                    "Number one on my list: gloves.",
                    "Water loss in our district was 31 percent in 2025, page 14 of our report.",
                ),
            ),
            "id": Examples(
                bad=(
                    "73 % karyawan mau pindah kerja demi bos yang lebih ramah.",
                    "Banyak penelitian menunjukkan pekerja sif malam lebih sering ngopi.",
                    "Tahukah kamu? 8 dari 10 ibu muda salah menyimpan ASI perah.",
                    "Riset membuktikan karyawan yang bercerita 5 kali lebih produktif.",
                    "Kami perusahaan air paling bersih se-Asia Tenggara.",
                    "Satu keran netes membuang sampai 11.000 liter setahun. Benerin malam ini, ya.",
                    "Sudah terbukti secara ilmiah, warna hijau bikin penumpang tenang.",
                ),
                good=(
                    "Aku nanya 41 teman di bagian kemas kenapa betah. 29 menyebut ketua regunya.",
                    "Pedoman WHO tahun 2019 bilang bayi tidur 12 sampai 16 jam sehari.",
                    "Sembilan dari sepuluh kereta tepat waktu bulan Mei: https://keretaselaras.example/mei",
                ),
                near_miss=(
                    "Aku catat sif-ku: 41 % berdiri, 30 % jalan, sisanya nyari pulpen.",
                    "Layarnya 7,6 °C jam 03.40 dan 7,4 °C jam 03.55.",
                    "Bateraiku tinggal 3 % waktu telepon itu masuk.",
                    "“Lima kali lebih produktif” tertulis di salindia. Kucari penelitiannya. Tidak ketemu.",
                    "Malam kuliah, siang penelitian buat skripsi, tidurnya entah kapan.",
                    "Mi terenak sedunia ada di dermaga, tanya Bima.",
                    "Nomor satu di daftarku: sarung tangan.",
                    "Kehilangan air di wilayah kami 31 persen tahun 2025, laporan tahunan halaman 14.",
                ),
            ),
        },
        reference=_EPI,
        chapter="facts",
    ),
)
