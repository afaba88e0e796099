"""How hostile a draft may read, from 0 to 1, with the words that were counted.

Additive, so that the words are the explanation. Each term of ``words/<language>/hostility.txt``,
``hostility_phrases.txt`` and ``hostility_sneers.txt`` has a weight. It grows where the word is
aimed at the reader, at an account or at a person. It shrinks to almost nothing inside quotation
marks, after a negator, where the writer means the writer («how silly of me», «bego amat aku»),
where a swear word only adds force («damn good», «gila keren»), and where abuse is reported («he
called me an idiot»). Shapes of sneering (``checks.sneer``) and a negative tone add a little. A
total t becomes t / (0.7 + t).

Names of groups carry no weight at all, neither as words nor through the tone. That is why there is
no learnt model: one that learnt from labelled tweets marked 25 to 40 % of harmless sentences that
name a minority, and 90 % of quoted abuse (validity.md of this project, sections 3, 4 and 6,
2026-11-22). Word lists marked none of the former. Hostility without a hostile word is out of reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .aim import Aim, aim, circle, negated, others_of, reader_near, reported, words_before
from .draft import Draft
from .findings import Reading, Span
from .messages import text
from .sneer import sneers
from .terms import Term
from .tokens import EMOJI, MARK, WORD
from .tone import CLEAR, Tone, tone

FULL: Final = 0.7
"""Total from which a draft may read as hostile: the weight of one clear insult."""

MARKED: Final = 0.5
"""Value from which a draft may read as hostile: a total of ``FULL``."""

DAMPED: Final = 0.05
"""What stays of a word in quotes, in a report, after a negator, or about the writer."""

SWEARING_CAP: Final = 0.5
"""Most that swearing and traits aimed at nobody add: they alone do not reach the mark."""

TONE_CAP: Final = 0.3
"""Most that a negative tone adds; alone it does not reach the mark."""

TONE_WEIGHT: Final = 0.25
"""What one fully negative sentence adds."""

MOST_SHOWN: Final = 3
"""Words and phrases that the reading shows, the heaviest ones."""

SHORT: Final = 3
"""Words of a sentence of its own that counts as said to the reader: «Idiots.»"""

# Factors by kind: aimed at the reader, at others, near a reader, at nobody.
_FACTORS: Final = {
    "name": (1.25, 1.1, 1.0, 0.6),
    "trait": (1.15, 1.0, 0.35, 0.12),
    "thing": (1.15, 1.0, 0.25, 0.05),
    "swear": (1.1, 0.9, 0.55, 0.3),
}
_OPENERS: Final = {
    "en": frozenset(
        "just please so and then now seriously oh honestly or maybe why you should can better go "
        "people kindly hey ok okay well dear don't won't can't".split()
    ),
    "id": frozenset(
        "ya udah sudah mending tolong coba makanya woi woy oi eh heh ayo udh dah "
        "mbok sana hei hey lo lu kamu kalian kau anda".split()
    ),
}


@dataclass(frozen=True, slots=True)
class Attack:
    """A word or phrase that was counted, and at whom it is aimed."""

    term: Term
    weight: float
    aim: Aim


@dataclass(frozen=True, slots=True)
class Hostility:
    """How hostile a draft may read, and what it rests on."""

    value: float
    """From 0 to 1; ``MARKED`` and more may read as hostile."""
    evidence: tuple[tuple[Span, float], ...]
    """The words that were counted, with their share of the total."""


def hostility(draft: Draft, found: Tone | None = None) -> Hostility:
    """Read how hostile a draft may sound.

    ``found`` is its tone, where somebody has read it already.
    """
    evidence = [(span, round(weight, 3)) for span, weight in weighed(draft)]
    known = [span for span, _ in evidence]
    evidence += _negative_tone(draft, found or tone(draft), known)
    total = sum(weight for _, weight in evidence)
    return Hostility(round(total / (FULL + total), 4), tuple(sorted(evidence)))


def reading(draft: Draft, found: Tone, reader: str) -> Reading | None:
    """Return the hostility as a reading, or None where it does not reach the mark.

    Below the mark the report says nothing: a list of words misses too much to call a draft calm.
    """
    counted = weighed(draft)
    if not counted:  # a negative tone alone does not reach the mark
        return None
    value = hostility(draft, found).value
    if value < MARKED:
        return None
    heaviest = sorted(sorted(counted, key=lambda each: -each[1])[:MOST_SHOWN])
    words = dict.fromkeys(f"«{span.of(draft.text)}»" for span, _ in heaviest)
    return Reading(
        id="hostility",
        title=text(reader, "readings.hostility.title"),
        display=", ".join(words),
        rests_on=text(reader, "readings.hostility.rests_on"),
        limits=text(reader, "readings.hostility.limits"),
        value=round(value, 3),
        band=text(reader, "readings.hostility.band"),
    )


def weighed(draft: Draft) -> tuple[tuple[Span, float], ...]:
    """Return the hostile words and the sneering shapes of a draft with what each of them weighs.

    Where a shape holds words that were counted, the heavier one stays.
    """
    return draft.once("hostility", lambda: _weighed_all(draft))


def _weighed_all(draft: Draft) -> tuple[tuple[Span, float], ...]:
    words = [(attack.term.span, attack.weight) for attack in attacks(draft)]
    found = list(words)
    for span, weight in sneers(draft):
        inside = sum(w for s, w in words if _overlaps(s, [span]))
        if inside < weight:
            found = [each for each in found if not _overlaps(each[0], [span])]
            found.append((span, weight))
    return tuple(sorted(found))


def attacks(draft: Draft) -> tuple[Attack, ...]:
    """Return the hostile words and phrases of a draft, in order, with what each of them weighs."""
    return draft.once("attacks", lambda: _attacks(draft))


def _attacks(draft: Draft) -> tuple[Attack, ...]:
    terms = _terms(draft)
    if not terms:
        return ()
    words = others_of([term for term in terms if term.entry.list == "hostility"])
    found = [_weighed(draft, term, words) for term in terms]
    total = sum(attack.weight for attack in found if _loose(attack))
    if total <= SWEARING_CAP:
        return tuple(found)
    share = SWEARING_CAP / total
    return tuple(Attack(a.term, a.weight * share, a.aim) if _loose(a) else a for a in found)


def _loose(attack: Attack) -> bool:
    """True for swearing and traits that are aimed at nobody."""
    return attack.aim is Aim.NOBODY and attack.term.entry.columns[1] in _LOOSE


_LOOSE: Final = frozenset(("trait", "thing", "swear"))


def _terms(draft: Draft) -> list[Term]:
    """Return the terms of the lists; where two claim the same words, the heavier one."""
    words = draft.terms("hostility")
    phrases = (*draft.terms("hostility_phrases"), *draft.terms("hostility_sneers"))
    if not phrases:
        return list(words)
    both = sorted((*phrases, *words), key=lambda term: (term.first, -term.last))
    out: list[Term] = []
    for term in both:
        if out and term.first <= out[-1].last:
            if float(term.entry.columns[0]) > float(out[-1].entry.columns[0]):
                out[-1] = term
            continue
        out.append(term)
    return out


def _weighed(draft: Draft, term: Term, others: frozenset[int]) -> Attack:
    weight, kind = float(term.entry.columns[0]), term.entry.columns[1]
    if draft.in_quote(term.span) or reported(draft, term):
        return Attack(term, weight * DAMPED, Aim.NOBODY)
    if kind in _FACTORS:
        if negated(draft, term) or _only_force(draft, term, kind):
            return Attack(term, weight * DAMPED, Aim.NOBODY)
        whom = aim(draft, term, others, trait=kind in ("trait", "swear"), thing=kind == "thing")
        if whom is Aim.SELF:
            return Attack(term, weight * DAMPED, whom)
        reader, they, near, nobody = _FACTORS[kind]
        if whom is Aim.NOBODY and _stands_alone(draft, term, kind):
            whom = Aim.READER
        if whom is Aim.READER:
            return Attack(term, weight * reader, whom)
        if whom is Aim.OTHERS:
            return Attack(term, weight * they, whom)
        return Attack(term, weight * (near if reader_near(draft, term) else nobody), whom)
    if kind == "order":
        return Attack(term, weight * _ordered(draft, term), Aim.READER)
    if kind in _SNEERS:
        if _of_the_writer(draft, term):
            return Attack(term, weight * DAMPED, Aim.SELF)
        # A dig is aimed at a person: for the readers it counts half.
        return Attack(term, weight * _SNEERS[kind], Aim.READER if kind == "sneer" else Aim.OTHERS)
    return Attack(term, weight, Aim.READER)


def _of_the_writer(draft: Draft, term: Term) -> bool:
    """True for «aku cuma bisa nangis», «I have the brain of a goldfish»."""
    own = circle(draft.lang).own
    near = [token.norm for token in words_before(draft, term.first, 3)]
    you = circle(draft.lang).you
    return any(norm in own and norm not in _GROUP_OWN for norm in near) and not (
        any(norm in you for norm in near)
    )


_GROUP_OWN: Final = frozenset("we us our we're kami kita my me".split())
_SNEERS: Final = {"sneer": 1.0, "dig": 0.5}


def _stands_alone(draft: Draft, term: Term, kind: str) -> bool:
    """True for a sentence that is hardly more than an insult: «Idiots!»"""
    sentence = draft.sentence_of(term.first)
    return kind == "name" and sentence is not None and sentence.words <= SHORT


def _only_force(draft: Draft, term: Term, kind: str) -> bool:
    """True for a word that only adds force to what follows: «damn good», «gila keren»."""
    if kind == "name" and draft.lang == "en":
        return False
    following = draft.tokens[term.last + 1 : term.last + 3]
    if not following or following[0].kind != WORD:
        return False
    words = circle(draft.lang)
    if following[0].norm in words.calm:
        return True
    if draft.lang == "en":
        return False
    warm = any(
        liked.first == term.last + 1 and float(liked.entry.columns[0]) > 0
        for liked in draft.terms("tone")
    )
    # «anjir ini enak», «gila sih keren»: one small word may stand between.
    small = len(following) > 1 and following[0].norm in ("ini", "itu", "sih", "ya", "emang")
    return warm or (small and following[1].norm in words.calm)


def _ordered(draft: Draft, term: Term) -> float:
    """Return how much an order counts: whole where it opens a sentence, little inside one."""
    sentence = draft.sentence_of(term.first)
    first = sentence.first if sentence else term.first
    before = draft.tokens[max(first, term.first - 12) : term.first]
    openers = _OPENERS[draft.lang]
    for token in reversed(before):
        if token.kind == MARK and draft.text[token.start] in ",;:":
            break
        if token.kind in (MARK, EMOJI) or token.norm in openers or token.norm.startswith("@"):
            continue
        return 0.1
    return 1.0


def _negative_tone(draft: Draft, found: Tone, known: list[Span]) -> list[tuple[Span, float]]:
    """Return what the negative sentences add.

    Words that were weighed already, names of groups and words in quotes add nothing by their tone.
    """
    passed = [*known, *(term.span for term in draft.terms("respect_groups")), *draft.quotes]
    out: list[tuple[Span, float]] = []
    for sentence in found.sentences:
        if sentence.value >= -CLEAR:
            continue
        if any(e.weight < 0 and not _overlaps(e.span, passed) for e in sentence.evidence):
            out.append((sentence.span, -sentence.value * TONE_WEIGHT))
    total = sum(weight for _, weight in out)
    share = min(1.0, TONE_CAP / total) if total else 1.0
    return [(span, round(weight * share, 3)) for span, weight in out]


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
