"""Statements that need a source: «research shows», shares, comparisons, «the largest in Asia»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from .claim_context import EMPTY, Context, Row, apart, context_of, rows_of, span_of
from .claim_signs import PERCENT, Match, Shapes, has_percent, known_terms, read_signs
from .draft import Draft
from .findings import Hit
from .policy import Policy
from .tokens import NUMBER, WORD

_ANY_SHARE: Final = (
    r"F[x]{0,2}G|[YQp][x]{0,2}Z[x]{0,4}d|W[x]{0,3}d?k",
    r"d%",  # any other share
    r"[MF][x]{0,2}E(?!I)",  # «most accidents at work»
    r"M[x]{0,2}[YQ][xb]{0,4}[Zc]",  # «almost all drivers skip …»
    r"[YQp][xWbv]{0,5}l",  # «coffee drinkers live longer»
    # «save five lives every minute»
    r"[YJ][x]{0,2}W[x]{0,3}d[xW]{0,3}[yDG]|W[x]{0,2}d[x]{0,2}D",
    r"Y[x]{0,1}N[x]{0,1}d[xvy]{0,2}R",  # «a plastic bottle takes 450 years to rot»
    r"c[xJYQ]{0,4}n|[xJ]{0,1}[B1][xJ]{0,4}J?[x]{0,2}G(?=[.,])",  # «less than any other»
    r"V[^.?]{0,8}dk?|dk?[^.?]{0,4}V",  # «a media value of 2.4 billion»
    r"D[x,]{0,3}[YQJEpcGZ]",
)
"""Shares that both languages tell in the same signs."""

_SOURCE: Final[Mapping[str, Shapes]] = {
    "en": {
        "study": (
            r"(?<![Ioe])s[xs]{0,3}w|w[x]?s(?=[.,])",  # «studies have shown», «says research»
            r"(?<=[.,])r[x]?w|(?<=[x])r[w](?=x)",
            r"(?<=[.,])a[x]?w",
            r"m[xsb]{0,2}[s]",
            r"(?<=[.])s[xsJ]{0,7}w",  # «scientists at a famous university just showed»
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
            *_ANY_SHARE,
        ),
        "told": (r"![?.,]?[xIbsJYQpWcd,]{0,8}(?:d%|D|dk|[2tl]|d[x]{0,2}(?:[YQ]|[x]{0,2}y))",),
        "change": (
            r"t[x]{0,1}c|2[x]{0,2}[czY]|z[x]{0,2}F",
            r"n[xJYQ]{0,6}c|n[x]{0,2}[JG]",
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
            r"J[xbo,]{0,5}[BL1][xJ]{0,4}G",
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
            *_ANY_SHARE,
        ),
        "told": (r"![?.,]?[xIbsJYQWcd,]{0,8}(?:d%|D|dk|[2tl]|d[x]{0,2}(?:[YQ]|[x]{0,2}y))",),
        "change": (
            r"2c?|t[x]?c|z[x]{0,2}F",
            r"n[xJYQ]{0,6}c|n",
            r"z[xJYQc]{0,6}d%",
            r"d%[x]{0,1}c|c[x]{0,2}d%",
        ),
        "best": (
            r"J[xJboI,]{0,6}[BL1][x]{0,2}G",
            r"I[x]{0,3}[BL1][xJ]{0,3}G",
            r"[BL1][xJ]{0,3}J[xJ]{0,3}G",
            r"1[x]{0,2}G|J[x]{0,1}1|J[x]{0,1}L",
        ),
    },
}
_SOURCE_TRIGGERS: Final = frozenset("swarmPDFKktL12BcGvWZn!MlVR")
_GENERAL: Final = frozenset("MElD")
"""Signs of what everybody does: a day of the week beside them is no own count."""
_NO_CLITIC: Final = frozenset("pelaku perilaku berlaku selaku mengaku terpaku".split())
_TIMES = re.compile(r"\d+x")
"""«5x», five times."""
_EMPHASIS: Final = frozenset("0 100 110 200 1000".split())
"""Numbers before «%» that mostly stress a word: «100 % sure»."""


def source(draft: Draft, policy: Policy) -> Iterator[Hit]:
    """Yield the statements of a draft that lack a source."""
    if draft.links:
        return
    terms = draft.terms("claims_source")
    if not any(term.entry.columns[0] in _SOURCE_TRIGGERS for term in terms) and not has_percent(
        draft
    ):
        return
    known = known_terms(
        ((term, term.entry.columns[0]) for term in terms),
        ((term, "d") for term in draft.terms("number_words")),
    )
    for index, token in enumerate(draft.tokens):
        if token.norm in PERCENT:
            known[index] = (index, "%")
        elif token.norm.endswith("x") and token.kind == WORD and _TIMES.fullmatch(token.norm):
            known.setdefault(index, (index, "t"))
    for term in draft.terms_of(policy.book).get("company", ()):
        known[term.first] = (term.last, "J")
    found = list(read_signs(draft, known).find(_SOURCE[draft.lang]))
    if not found:
        return
    reading = _Source(draft, context_of(draft))
    for match in apart(match for match in found if reading.counts(match)):
        yield Hit(span_of(draft, match.first, match.last))


@dataclass(frozen=True)
class _Source:
    """Decide which shapes of a draft lack a source."""

    draft: Draft
    context: Context

    @cached_property
    def _rows(self) -> Mapping[str, Row]:
        return rows_of(self.draft.terms("claims_source"))

    def _has(self, signs: str, match: Match) -> bool:
        """True where a word with one of the signs stands in the sentence."""
        window = self.context.window(match.first)
        return any(self._rows.get(sign, EMPTY).any(*window) for sign in signs)

    def counts(self, match: Match) -> bool:
        """True for a claim of the post that names no source and is not the writer's own count."""
        if self._is_own(match) or self.draft.in_quote(span_of(self.draft, match.first, match.last)):
            return False
        # «…, did you know?» asks nothing.
        if self.context.asked(match) and not self._has("!", match):
            return False
        if self.context.place(match.first) in self.context.told_myths:
            return False
        # «No study shows it», «we do not know whether we are the largest»
        if self.context.negated(match.first, reach=5) or self._is_doubted(match):
            return False
        return not self.context.sourced(match, strict=match.kind == "study")

    def _is_doubted(self, match: Match) -> bool:
        """True where the sentence, or the next one, looks for the source itself."""
        low, _ = self.context.window(match.first)
        _, high = self.context.window(match.first, 1)
        row = self.context.row
        return row("doubt").any(low, high) or row("asked").any(*self.context.window(match.first))

    def _is_own(self, match: Match) -> bool:
        if match.kind == "study":
            # «my daughter's survey»
            return match.first > 0 and self.draft.tokens[match.first - 1].norm.endswith("'s")
        if match.kind == "best" or "V" in match.signs:
            return False
        if "%" in match.signs and self._is_no_statistic(match):
            return True
        general = match.kind == "share" and "Y" in match.signs and match.signs[-1] in "YxW"
        if match.kind == "told" or general:
            return False
        if not _GENERAL.isdisjoint(match.signs):
            return self._has("Io", match) or self._clitics.any(*self.context.window(match.first))
        return (
            self._times.any(*self.context.window(match.first))
            or self._has("Io", match)
            or (self._clitics.any(*self.context.window(match.first)))
        )

    @cached_property
    def _times(self) -> Row:
        return Row.of(self.draft.terms("time"))

    @cached_property
    def _clitics(self) -> Row:
        """Words that end in «-ku»: «anakku»."""
        if self.draft.lang != "id":
            return EMPTY
        return Row(
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
        if self._rows.get("O", EMPTY).any(match.last - 5, match.last + 4):
            return True
        numbers = [
            token.norm
            for token in self.draft.tokens[match.first : match.last + 1]
            if token.kind == NUMBER
        ]
        return numbers[:1] != [] and numbers[0] in _EMPHASIS and match.signs[-1] not in "YQJ"
