"""Concrete details of a draft: numbers, moments, names, quoted lines and words of the senses.

A detail is something a reader could see, hear or count. Names of the policy's own company are no
detail, and neither are percentages and years: slogans are full of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from .draft import Draft
from .findings import Span
from .language import small_words
from .policy import Policy
from .tokens import LINK, MARK, NUMBER, WORD
from .wordlists import terms

LONGEST_NAME: Final = 2
"""Words with capitals in a row that count as a name; longer rows are titles and slogans."""

LONGEST_QUOTE: Final = 200
"""Code points of a quoted line; longer ones are borrowed text."""


CLOCK: Final = frozenset(("at", "jam", "pukul"))
"""Words before which a number word is a time of day: «at five», «jam enam»."""


class Detail(NamedTuple):
    """A concrete detail: ``number``, ``time``, ``name``, ``quote`` or ``sense``."""

    kind: str
    span: Span
    token: int
    """Index of its first token."""


def details(draft: Draft, policy: Policy) -> tuple[Detail, ...]:
    """Return the details in the order of the text; found once for a draft and a policy."""
    return draft.once("details", lambda: _details(draft, policy), of=policy)


def _details(draft: Draft, policy: Policy) -> tuple[Detail, ...]:
    own = draft.terms_of(policy.book)
    company = {
        index
        for name in ("company", "product")
        for term in own.get(name, ())
        for index in range(term.first, term.last + 1)
    }
    found = [
        *_numbers(draft),
        *_names(draft, company),
        *_quotes(draft),
        *_counted(draft),
        *(Detail("time", term.span, term.first) for term in draft.terms("time")),
        *(Detail("sense", term.span, term.first) for term in draft.terms("sense")),
    ]
    return tuple(sorted(set(found), key=lambda detail: (detail.span, detail.kind)))


def _numbers(draft: Draft) -> Iterator[Detail]:
    text, tokens = draft.text, draft.tokens
    for index, token in enumerate(tokens):
        if token.kind != NUMBER:
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is not None and (
            text[following.start] == "%" or following.norm in ("percent", "persen")
        ):
            continue
        year = token.norm.isdigit() and len(token.norm) == 4 and token.norm[:2] in ("19", "20")
        if year or _numbers_a_list(draft, index) or _dialled(draft, index):
            continue
        end = token.end
        if (
            following is not None
            and following.kind == WORD
            and following.start <= end + 1
            and ":" not in token.norm
            and following.norm not in small_words(draft.lang)
        ):
            end = following.end
        elif following is not None and text[following.start] == "°" and index + 2 < len(tokens):
            end = tokens[index + 2].end
        yield Detail("number", Span(token.start, end), index)


def _numbers_a_list(draft: Draft, index: int) -> bool:
    """True for «1.» or «2)» at the head of a line."""
    sentence = draft.sentence_of(index)
    following = draft.tokens[index + 1] if index + 1 < len(draft.tokens) else None
    return (
        sentence is not None
        and index == sentence.first
        and index < sentence.last
        and following is not None
        and following.norm in (".", ")")
        and len(draft.tokens[index].norm) <= 2
    )


def _dialled(draft: Draft, index: int) -> bool:
    """True for a part of a telephone number or of another long code: nobody pictures those."""
    token = draft.tokens[index]
    if len(token.norm) > 6 and token.norm.isdigit():
        return True
    for step in (-1, 1):
        mark, other = index + step, index + 2 * step
        if 0 <= other < len(draft.tokens) and draft.tokens[other].kind == NUMBER:
            glued = draft.tokens[mark].norm in "-\u2013/" and (
                draft.tokens[mark].start == token.end or draft.tokens[mark].end == token.start
            )
            if glued and min(len(token.norm), len(draft.tokens[other].norm)) >= 3:
                return True
    return token.norm.startswith("0") and len(token.norm) > 3 and token.norm.isdigit()


def _counted(draft: Draft) -> Iterator[Detail]:
    """Yield number words with what they count, «six hours», «jam enam»; «two» alone is none."""
    for term in draft.terms("number_words"):
        before = draft.tokens[term.first - 1] if term.first else None
        after = draft.tokens[term.last + 1] if term.last + 1 < len(draft.tokens) else None
        if before is not None and before.norm in CLOCK:
            yield Detail("time", Span(before.start, term.span.end), term.first - 1)
        elif (
            after is not None
            and after.kind == WORD
            and len(after.norm) > 2
            and after.norm not in small_words(draft.lang)
        ):
            yield Detail("number", Span(term.span.start, after.end), term.first)


def _names(draft: Draft, company: set[int]) -> Iterator[Detail]:
    text, tokens = draft.text, draft.tokens
    common = terms(draft.lang, "not_names")
    for sentence in draft.sentences:
        index = sentence.first + 1
        while index <= sentence.last:
            if not text[tokens[index].start].isupper():
                index += 1
                continue
            last = index
            while (
                last <= sentence.last
                and tokens[last].kind == WORD
                and text[tokens[last].start].isupper()
            ):
                last += 1
            row = range(index, last)
            before = tokens[index - 1]
            begins = before.kind == MARK and text[before.start] in '\u201c"\u2018(:\u00ab'
            if (
                0 < len(row) <= LONGEST_NAME
                and not begins
                and not any(place in company or tokens[place].norm in common for place in row)
                and not all(text[tokens[p].start : tokens[p].end].isupper() for p in row)
            ):
                yield Detail("name", Span(tokens[index].start, tokens[last - 1].end), index)
            index = max(last, index + 1)


def _quotes(draft: Draft) -> Iterator[Detail]:
    place = 0
    tokens = draft.tokens
    for quote in draft.quotes:
        while place < len(tokens) and tokens[place].start < quote.start:
            place += 1
        inside = [
            index
            for index in range(place, min(place + LONGEST_QUOTE, len(tokens)))
            if tokens[index].end <= quote.end and tokens[index].kind in (WORD, NUMBER, LINK)
        ]
        # One or two words in quotes are a title or a doubt, three are speech.
        if len(inside) >= 3 and quote.end - quote.start <= LONGEST_QUOTE:
            yield Detail("quote", quote, inside[0])
