"""The tone of a draft, sentence by sentence, with the words that were counted.

English: VADER 3.3.2 (C. J. Hutto and E. Gilbert, 2014, MIT) for one sentence at a time, after
curly apostrophes and emoji selectors are made plain, with a short list of corrections for posts
from work (``words/en/tone_overrides.txt``). Indonesian: our own word list with negators and
boosters, because VADER reads Indonesian as silence or worse.

A list of words does not understand irony, quotes or a reader's mood. On posts that people
labelled, agreement is measured in ``benchmarks/agreement.py``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from .draft import Draft, Sentence, negators
from .findings import Reading, Span
from .messages import text
from .terms import Term
from .tokens import EMOJI, LINK, MENTION, NUMBER, TAG, WORD
from .wordlists import entries

if TYPE_CHECKING:
    from .vader import Analyzer

CLEAR: Final = 0.2
"""Tone of a sentence from which it counts as warm (above) or negative (below), on -1 to 1."""

CLEAR_WHOLE: Final = {"en": 0.2, "id": 0.3}
"""The same for a whole draft. Indonesian: one mild word alone (weight 1) is no clear tone."""

SURE: Final = {"en": (0.85, 0.65), "id": (0.6, 0.5)}
"""Values from which the whole is called sure, positive and negative (right for 94 to 98 of 100 on
500 labelled posts a language, opposite for 0 to 2; measured 2026-11-23). VADER calls too much
positive, so English asks for more there."""

LEAST_WORDS: Final = 8
"""Words below which the tone is not shown."""

HALF: Final = 15.0
"""VADER's own constant: a sum s of word weights becomes s / sqrt(s² + 15)."""

NEGATION_REACH: Final = 3
"""Words after a negator whose weight it turns round (measured best for Indonesian, 2026-11)."""

CLAUSE_ENDS: Final = frozenset(
    "tapi tetapi namun karena sebab meski meskipun walau walaupun sedangkan padahal supaya".split()
)
"""Indonesian words at which the reach of a negator ends."""

MOST_TONE_TOKENS: Final = 400
"""Tokens of one sentence that VADER gets: its time grows with the square of the length."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A word or phrase that was counted, and its weight on VADER's scale of -4 to 4."""

    span: Span
    weight: float


@dataclass(frozen=True, slots=True)
class SentenceTone:
    """The tone of one sentence, from -1 (negative) to 1 (warm), and what it rests on."""

    span: Span
    value: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Tone:
    """The tone of a draft."""

    sentences: tuple[SentenceTone, ...]
    clear: float = 0.2
    """Value from which the whole counts as positive or negative."""
    sure_from: tuple[float, float] = (0.85, 0.65)
    """Values from which a positive and a negative whole are shown as sure."""

    @property
    def value(self) -> float:
        """The tone of the whole, from -1 to 1: the sentences' weights added up, as VADER adds
        the words of one sentence. Plain sentences between do not thin it out.
        """
        total = sum(_weights(sentence.value) for sentence in self.sentences)
        return _bounded(total)

    @property
    def counted(self) -> int:
        """Words that were counted."""
        return sum(len(sentence.evidence) for sentence in self.sentences)

    @property
    def sure(self) -> bool:
        """True where the words point so strongly one way, and none the other, that people who
        labelled posts agreed in more than 9 of 10.
        """
        value = self.value
        if abs(value) <= self.sure_from[0 if value > 0 else 1]:
            return False
        weights = (each.weight for sentence in self.sentences for each in sentence.evidence)
        return not any(weight * value < 0 for weight in weights)

    @property
    def label(self) -> str:
        """``positive``, ``negative`` or ``neutral``, as a person would label the whole."""
        value = self.value
        if abs(value) <= self.clear:
            return "neutral"
        return "positive" if value > 0 else "negative"

    def parts(self) -> tuple[int, int, int]:
        """Return the number of warm, negative and plain sentences."""
        values = [sentence.value for sentence in self.sentences]
        warm = len([value for value in values if value > CLEAR])
        negative = len([value for value in values if value < -CLEAR])
        return warm, negative, len(values) - warm - negative


def tone(draft: Draft) -> Tone:
    """Read the tone of every sentence that holds a word or an emoji."""
    read = _vader if draft.lang == "en" else _word_list
    return Tone(tuple(read(draft)), CLEAR_WHOLE[draft.lang], SURE[draft.lang])


def _bounded(total: float) -> float:
    """Bring a sum of word weights to -1 to 1."""
    return total / math.sqrt(total * total + HALF)


def _weights(value: float) -> float:
    """Return the sum of weights behind a bounded value; the reverse of ``_bounded``."""
    return value * math.sqrt(HALF / max(1e-6, 1 - value * value))


@cache
def _analyzer() -> Analyzer:
    from .vader import Analyzer

    analyzer = Analyzer()
    for entry in entries("en", "tone_overrides"):
        analyzer.lexicon[entry.term.replace(" ", "_")] = float(entry.columns[0])
        # VADER spells emoji out before it counts; ours have a weight of their own.
        analyzer.emojis.pop(entry.term, None)
    return analyzer


def _vader(draft: Draft) -> Iterator[SentenceTone]:
    analyzer = _analyzer()
    lexicon = analyzer.lexicon
    text, tokens = draft.text, draft.tokens
    phrases = {term.first: term for term in draft.terms("tone_overrides") if term.last > term.first}
    for sentence in draft.sentences:
        pieces: list[str] = []
        evidence: list[Evidence] = []
        index = sentence.first
        while index <= sentence.last and len(pieces) < MOST_TONE_TOKENS:
            kind, start, end, norm = tokens[index]
            if index in phrases:
                term = phrases[index]
                key = term.entry.term.replace(" ", "_")
                pieces.append(key)
                evidence.append(Evidence(term.span, lexicon[key]))
                index = term.last + 1
                continue
            index += 1
            if kind == WORD:
                # VADER counts words in capitals as louder: keep the case.
                word = text[start:end] if norm.isascii() else norm
                pieces.append(word.replace("\u2019", "'"))
                if norm in lexicon:
                    evidence.append(Evidence(Span(start, end), lexicon[norm]))
            elif kind == EMOJI:
                pieces.append(norm)
                if norm in lexicon:
                    evidence.append(Evidence(Span(start, end), lexicon[norm]))
                elif norm in analyzer.emojis:
                    evidence.append(Evidence(Span(start, end), 0.0))
            elif kind not in _UNTONED and pieces and text[start] in "!?":
                pieces[-1] += text[start:end][:4]
        if evidence or _has_words(draft, sentence):
            value = analyzer.compound(" ".join(pieces)) if evidence else 0.0
            yield SentenceTone(sentence.span, value, tuple(evidence))


_UNTONED: Final = frozenset((LINK, MENTION, TAG))


def _has_words(draft: Draft, sentence: Sentence) -> bool:
    tokens = draft.tokens[sentence.first : sentence.last + 1]
    return any(token.kind == WORD for token in tokens)


def _word_list(draft: Draft) -> Iterator[SentenceTone]:
    terms = tuple(
        sorted(
            (*draft.terms("tone"), *draft.terms("boosters"), *draft.terms("negators")),
            key=lambda term: term.first,
        )
    )
    at = 0
    for sentence in draft.sentences:
        inside = []
        while at < len(terms) and terms[at].first <= sentence.last:
            inside.append(terms[at])
            at += 1
        evidence = tuple(_evidence(draft, inside)) if inside else ()
        if not evidence and not _has_words(draft, sentence):
            continue
        yield SentenceTone(sentence.span, _bounded(sum(e.weight for e in evidence)), evidence)


def _evidence(draft: Draft, terms: list[Term]) -> Iterator[Evidence]:
    """Yield the tone words of one sentence with the boosters and negators that act on them.

    The header of ``words/id/tone.txt`` says how the list is meant to be read.
    """
    words = [term for term in terms if term.entry.list == "tone"]
    boosters = [term for term in terms if term.entry.list == "boosters"]
    turners = [term for term in terms if term.entry.list == "negators"]
    acting = {
        booster: target
        for booster in boosters
        if (target := _boosted(draft, booster, words)) is not None
    }
    # A booster that acts on another word is no tone word itself: «rusak parah».
    used = {(booster.first, booster.last) for booster in acting}
    left = [word for word in words if (word.first, word.last) not in used]
    taken = {index for word in left for index in range(word.first, word.last + 1)}
    turned: dict[Term, float] = {}
    for negator in turners:
        # A negator inside a phrase («tidak hanya») has done its work there.
        if negator.first in taken:
            continue
        target = _negated(draft, negator, left)
        if target is not None:
            turned.setdefault(target, float(negator.entry.columns[0]))
    for word in left:
        weight = float(word.entry.columns[0]) * turned.get(word, 1.0)
        for booster, target in acting.items():
            if target is word:
                weight *= float(booster.entry.columns[0])
        if weight:
            yield Evidence(word.span, weight)


def _boosted(draft: Draft, booster: Term, words: list[Term]) -> Term | None:
    """Return the tone word that a booster touches on the side on which it works."""
    side = booster.entry.columns[1]
    for word in words:
        if (word.first, word.last) == (booster.first, booster.last):
            continue
        if draft.tokens[word.first].kind == EMOJI or not float(word.entry.columns[0]):
            continue
        if side != "after" and word.first - 1 == booster.last:
            return word
        # A negator may stand between: «sangat tidak nyaman».
        between = draft.tokens[word.first - 1].norm if word.first else ""
        if side != "after" and word.first - 2 == booster.last and between in negators("id"):
            return word
        if side != "before" and word.last + 1 == booster.first:
            return word
    return None


def _negated(draft: Draft, negator: Term, words: list[Term]) -> Term | None:
    """Return the first tone word within reach of a negator and in its own clause."""
    starts = {word.first: word for word in words}
    reach = range(negator.last + 1, min(len(draft.tokens), negator.last + 1 + NEGATION_REACH))
    for index in reach:
        token = draft.tokens[index]
        if token.kind not in (WORD, NUMBER) or token.norm in CLAUSE_ENDS:
            return None
        if index in starts:
            return starts[index]
    return None


def reading(draft: Draft, found: Tone, reader: str) -> Reading:
    """Return the tone as a reading in words of the reader's language."""
    warm, negative, plain = found.parts()
    enough = len(draft.words) >= LEAST_WORDS
    if not found.counted or not enough:
        key = "readings.tone.none" if enough else "readings.too_short"
        band, display, value = None, text(reader, key), None
    else:
        if warm and negative:
            key = "mixed"
        elif warm > plain:
            key = "warm"
        elif negative > plain:
            key = "negative"
        else:
            key = "plain"
        band, value = text(reader, f"tone.{key}"), round(found.value, 3)
        display = text(
            reader,
            "readings.tone.display",
            band=band,
            positive=warm,
            negative=negative,
            neutral=plain,
        )
        display += text(reader, "readings.tone.sure" if found.sure else "readings.tone.unsure")
    return Reading(
        id="tone",
        title=text(reader, "readings.tone.title"),
        display=display,
        rests_on=text(
            reader,
            "readings.tone.rests_on",
            words=found.counted,
            sentences=len(found.sentences),
        ),
        limits=text(reader, "readings.tone.limits"),
        value=value,
        band=band,
        needs=None
        if enough
        else text(reader, "readings.tone.needs", words=LEAST_WORDS, has=len(draft.words)),
    )
