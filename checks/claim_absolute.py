"""Absolute claims about health and safety: «100 % safe», «cures everything», «no side effects»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from .claim_context import EMPTY, Context, Row, apart, context_of, rows_of, span_of
from .claim_products import THIS, Product, products_of
from .claim_promise import promises
from .claim_signs import Match, Shapes, Signs, has_percent, known_terms, read_signs
from .draft import Draft
from .findings import Hit
from .policy import Policy

_LOOSE: Final = (
    r"[qUaA0!LN][^.?,r]{0,8}[tDsiwh]",
    r"[tDsiwC][^.?,r]{0,6}[qUAaL]",
    r"[Ft][^.?,r]{0,5}[bU]|[MK][^.?,]{0,4}C(?=[.,?!])",
    r"[N!0][xmve]{0,5}S|S[x,]{0,3}z",
)
_TREATS: Final = (r"[MK][^.?,]{0,4}[kC][^.?,]{0,3}[DsY3]",)

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
        "loose": _LOOSE,
        # A product of the post and what it does away with: «our syrup stops coughs».
        "treats": _TREATS,
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
        "loose": _LOOSE,
        # A product of the post and what it does away with: «our syrup stops coughs».
        "treats": _TREATS,
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
_DENIALS: Final = re.compile(r"[N!][xmve]{0,2}[CkcH]|[N!][xmve]{0,5}w|[N!][xmve]?w|^Nx[xm]?Y")
_DENIERS: Final = frozenset(
    "not don't doesn't didn't won't isn't will cannot can't couldn't doesnt dont wont cant tidak "
    "nggak gak ga enggak ngga tak bukan belum tdk".split()
)
_SIGN_OF_PRODUCT: Final = {
    "named": "M",
    "product": "M",
    "brand": "M",
    "own": "M",
    "known": "M",
    "kind": "M",
    "folk": "K",
}


def absolute(draft: Draft, policy: Policy) -> Iterator[Hit]:
    """Yield the absolute claims of a draft."""
    context = context_of(draft)
    found = list(_shapes(draft, policy, context))
    places = {context.place(match.first) for match in found}
    yield from (Hit(span_of(draft, match.first, match.last)) for match in found)
    for promise in promises(draft, context):
        span = span_of(draft, promise.first, promise.last)
        here = range(context.place(promise.first), context.place(promise.last) + 1)
        if places.isdisjoint(here) and not draft.in_quote(span):
            yield Hit(span)


def _shapes(draft: Draft, policy: Policy, context: Context) -> Iterator[Match]:
    """Yield the claims that one shape holds, in the order of the text."""
    terms = draft.terms("claims_absolute")
    if not any(term.entry.columns[0] in _TRIGGERS for term in terms) and not has_percent(draft):
        return
    products = products_of(draft, policy)
    found = list(_absolute_signs(draft, products).find(_ABSOLUTE[draft.lang]))
    if not found:
        return
    own = frozenset(
        index
        for match in found
        if match.kind in ("always", "draft", "health")
        for index in range(match.first, match.last + 1)
    )
    reading = _Absolute(draft, context, products, own)
    yield from apart(match for match in found if reading.counts(match))


def _absolute_signs(draft: Draft, products: Iterable[Product]) -> Signs:
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


@dataclass(frozen=True)
class _Absolute:
    """Decide which shapes of a draft are claims."""

    draft: Draft
    context: Context
    products: tuple[Product, ...]
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
        if self._is_denied(match):
            return False
        if not decide[match.kind](match) or self.context.taken_back(match, self.own):
            return False
        # A quoted line is a claim only in a post that names a product.
        return self._names_product or not self.draft.in_quote(
            span_of(self.draft, match.first, match.last)
        )

    @cached_property
    def _names_product(self) -> bool:
        return any(product.kind == "named" for product in self.products)

    @cached_property
    def _rows(self) -> Mapping[str, Row]:
        return rows_of(self.draft.terms("claims_absolute"))

    @cached_property
    def _product_row(self) -> Row:
        return Row.of(self.products)

    @cached_property
    def _offered(self) -> Row:
        """Products and home remedies; not substances that everybody knows."""
        kinds = ("named", "product", "brand", "own", "folk", "kind")
        return Row.of(product for product in self.products if product.kind in kinds)

    @cached_property
    def _illnesses(self) -> Row:
        return Row.of(self.draft.terms("health_data_conditions"))

    def _has(self, match: Match, sign: str) -> bool:
        """True where a word with this sign stands in the sentence, outside the match."""
        low, high = self.context.window(match.first)
        row = self._rows.get(sign, EMPTY)
        return row.any(low, match.first - 1) or row.any(match.last + 1, high)

    def _near(self, match: Match, row: Row, reach: int = 1) -> bool:
        low, high = self.context.window(match.first, reach)
        return row.any(low, match.first - 1) or row.any(match.last + 1, high)

    def _arrived(self, match: Match) -> bool:
        """True for «all boxes arrived 100 % safe»."""
        return self._rows.get("V", EMPTY).any(match.last - 5, match.last + 3)

    def _is_denied(self, match: Match) -> bool:
        """True for «does not cure flu», «doesn't bring it down to zero», «asma nggak sembuh»."""
        if match.kind != "result" and not _DENIALS.search(match.signs):
            return False
        tokens = self.draft.tokens[match.first : match.last + 1]
        return any(token.norm in _DENIERS for token in tokens)

    def _in_earnest(self, match: Match) -> bool:
        """False for hopes, and for «laughter heals»."""
        return not self.context.wished(match.first) and not self._has(match, "l")

    def _always(self, match: Match) -> bool:
        if match.signs[0] == "X":
            return not self._has(match, "O")
        if match.signs[0] not in "Cc":
            return True
        if "E" in match.signs and not self.products:
            return False  # «this playlist heals everything»
        mine = any(
            token.norm in ("my", "our") for token in self.draft.tokens[match.first : match.last]
        )
        if mine and not self._offered.any(*self.context.window(match.first, 1)):
            return False  # «the new filter cured my insomnia: it no longer beeps»
        return self._in_earnest(match) and not self._has(match, "O")

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
            token.norm in THIS for token in near
        ):
            return False
        return self._loose(match)

    @cached_property
    def _brought(self) -> Row:
        kinds = ("named", "product", "brand", "own", "folk")
        return Row.of(product for product in self.products if product.kind in kinds)

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
