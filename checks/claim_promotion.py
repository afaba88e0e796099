"""Promotion of a medicine, vaccine or supplement: to take, to buy, to ask for, what it costs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from .claim_context import EMPTY, Context, Row, context_of, rows_of, span_of
from .claim_products import THIS, Product, products_of
from .draft import Draft
from .findings import Hit
from .policy import Policy
from .tokens import NUMBER, WORD

NEAR: Final = 8
"""Words between the name of a product and the word that praises it."""
SHORT: Final = 12
"""Words of a sentence up to which its praise also counts for the product in the one beside it."""

_PRICE: Final = re.compile(
    r"(?:(?<!\w)(?:Rp|IDR|USD|EUR)\.?\s?|[$\u20ac\u00a3])\d[\d.,]*"
    r"|(?<![\w.,])\d[\d.,]*\s?"
    r"(?:ribu|ribuan|rb|rban|ewu|perak|juta|jt|rupiah|dollars|euros|k)(?!\w)",
    re.IGNORECASE,
)
_SELLS: Final = frozenset(("buy", "ask", "price"))
_CUES: Final = frozenset(("praise", "dose", "amount", "launch", "advice", *_SELLS))
_MAKERS: Final = frozenset("maker makers producer manufacturer pembuat produsen".split())
_BRANDS: Final = frozenset(("named", "product", "brand", "coined"))
_STRICT: Final = frozenset(("known", "this"))
"""Kinds that nobody coined: they are promoted only by words that sell them."""
_COUNTS: Final = frozenset(
    "1 2 3 one two three of a satu dua tiga sesendok sebutir sekapsul segelas minum".split()
)
_GOODS: Final = frozenset(
    "label labels box boxes crate crates pallet pallets batch batches line lines vial vials "
    "carton cartons shipment sample samples strip truck van kotak kardus palet bets batch lini "
    "vial karton kiriman sampel contoh truk mobil botol".split()
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
    products: tuple[Product, ...]
    context: Context

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
    def _cue_row(self) -> Row:
        return Row.of(self._cues)

    @cached_property
    def _rows(self) -> Mapping[str, Row]:
        return rows_of(self.draft.terms("claims_promotion"))

    def _has(self, kind: str, token: int, reach: int = 0) -> bool:
        return self._rows.get(kind, EMPTY).any(*self.context.window(token, reach))

    def _cues_between(self, low: int, high: int) -> tuple[_Cue, ...]:
        firsts = self._cue_row.firsts
        return self._cues[bisect_left(firsts, low) : bisect_right(firsts, high)]

    def found(self) -> Iterator[Product]:
        """Yield the promoted products.

        A name of the policy is promoted unless the sentence speaks of work on the goods; other
        products only beside words that sell, or that praise and dose.
        """
        for product in self.products:
            kind = self._kind(product)
            if kind == "kind" or self._is_warned_of(product, kind) or self._is_made(product):
                continue
            if self._is_promoted(product, kind):
                yield product

    def _is_promoted(self, product: Product, kind: str) -> bool:
        cues = self._cues_between(*self.context.window(product.first, 3))
        kinds = {cue.kind for cue in cues if self._is_meant(product, cue, kind)}
        if kind == "named":
            return bool(kinds) or self._is_swallowed(product) or not self._is_work(product)
        if kind == "brand":
            return bool(kinds) or self._is_swallowed(product)
        if kind == "product":
            return bool(kinds & _SELLS) or "dose" in kinds or self._is_swallowed(product)
        if kind == "coined":
            return bool(kinds & _SELLS)
        if kind == "own":
            return bool(kinds & (_SELLS | {"launch"}))
        return bool(kinds & _SELLS) or kinds >= {"praise", "dose"}

    def _is_made(self, product: Product) -> bool:
        """True for «Wana Nutrisi, maker of Biovita Wana», which says where somebody works."""
        before = self.draft.tokens[max(0, product.first - 2) : product.first]
        return any(token.norm in _MAKERS for token in before)

    def _kind(self, product: Product) -> str:
        """Return the kind, with «this» for «this syrup», «sirup ini»."""
        near = self.draft.tokens[max(0, product.first - 2) : product.last + 2]
        if product.kind == "kind" and any(token.norm in THIS for token in near):
            return "this"
        return product.kind

    def _is_warned_of(self, product: Product, kind: str) -> bool:
        """True near «fake», «recall»; for what no policy names also near «report», «don't buy»."""
        if self._has("warn", product.first, 1):
            return True
        if self.context.place(product.first) in self.context.myths:
            return True
        return kind not in _BRANDS and self._has("care", product.first, 1)

    @cached_property
    def _is_campaign(self) -> bool:
        """True where a health post gives something away free: the state's own programme."""
        return "public" in self._rows and "free" in self._rows

    def _is_meant(self, product: Product, cue: _Cue, kind: str) -> bool:
        """True where a cue speaks of the product."""
        if kind in _STRICT and self._is_campaign:
            return False
        if product.first <= cue.first <= product.last:
            return False
        here, there = self.context.place(product.first), self.context.place(cue.first)
        sells = cue.kind in _SELLS
        if not sells and (self._is_handled(product) or self._is_asked(product)):
            return False
        if abs(here - there) > 1:
            return sells and kind in _BRANDS
        if cue.kind == "advice" and kind not in _BRANDS:
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

    def _is_work(self, product: Product) -> bool:
        """True where the sentence speaks of goods, of the job, or of what somebody asked."""
        return (
            self._is_asked(product) or self._is_handled(product) or self._has("work", product.first)
        )

    def _is_asked(self, product: Product) -> bool:
        """True for «somebody asked whether VitaRandu is good», not for «ask your doctor»."""
        low, high = self.context.clause(product.first, product.last)
        if any(cue.kind in ("ask", "advice") for cue in self._cues_between(low, high)):
            return False
        before = product.first - 1
        return self.context.row("report").any(low, before) or self.context.row("whether").any(
            low, before
        )

    def _is_swallowed(self, product: Product) -> bool:
        """True for «three of us take VitaRandu», «minum VitaRandu»."""
        return not self._is_handled(product) and self._rows.get("take", EMPTY).any(
            product.first - 2, product.first - 1
        )

    def _is_handled(self, product: Product) -> bool:
        """True for «VitaRandu boxes», «label VitaRandu»: goods on their way, not to be taken."""
        at = product.last + 1 if self.draft.lang == "en" else product.first - 1
        return 0 <= at < len(self.draft.tokens) and self.draft.tokens[at].norm in _GOODS

    def _is_taken(self, cue: _Cue, product: Product) -> bool:
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

    def _words_between(self, product: Product, cue: _Cue) -> int:
        low, high = sorted(((product.first, product.last), (cue.first, cue.last)))
        return sum(
            token.kind in (WORD, NUMBER) for token in self.draft.tokens[low[1] + 1 : high[0]]
        )


def promoted(draft: Draft, policy: Policy) -> tuple[Product, ...]:
    """Return the products that a draft promotes; found once."""
    return draft.once("claims.promoted", lambda: tuple(_find_promoted(draft, policy)), of=policy)


def _find_promoted(draft: Draft, policy: Policy) -> Iterator[Product]:
    products = tuple(
        product for product in products_of(draft, policy) if product.kind not in ("folk", "context")
    )
    if products:
        yield from _Promotion(draft, products, context_of(draft)).found()


def promotion(draft: Draft, policy: Policy) -> Iterator[Hit]:
    """Yield the products that a draft promotes, each name once."""
    seen: set[str] = set()
    for product in promoted(draft, policy):
        span = span_of(draft, product.first, product.last)
        name = span.of(draft.text).lower()
        if name in seen or (product.kind != "named" and draft.in_quote(span)):
            continue
        seen.add(name)
        yield Hit(span)
