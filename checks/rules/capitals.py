"""Capitals that shout."""

from __future__ import annotations

from collections.abc import Iterator

from ..draft import Draft
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..tokens import WORD, Token
from ..wordlists import terms

LEAST_LETTERS = 4
"""Letters from which a word in capitals is a word and no abbreviation."""

LEAST_WORDS = 2
"""Words in capitals in one sentence from which it shouts; one alone is an accent."""


def _loud(draft: Draft, token: Token, names: frozenset[str]) -> bool:
    word = draft.text[token.start : token.end]
    return (
        token.kind == WORD
        and len(word) >= LEAST_LETTERS
        and word.isupper()
        and word.isalpha()
        and any(letter in "aeiou" for letter in token.norm)
        and token.norm not in names
    )


def _shouting(draft: Draft, policy: Policy) -> Iterator[Hit]:
    own = {word for name in (*policy.names, *policy.products) for word in name.lower().split()}
    names = terms(draft.lang, "capitals_ok") | own if own else terms(draft.lang, "capitals_ok")
    for sentence in draft.sentences:
        tokens = draft.tokens[sentence.first : sentence.last + 1]
        loud = [token for token in tokens if _loud(draft, token, names)]
        if len(loud) < LEAST_WORDS or draft.in_quote(sentence.span):
            continue
        span = Span(loud[0].start, loud[-1].end)
        if draft.in_quote(span):
            continue
        inside = span.of(draft.text)
        quiet = " ".join(
            word if word.lower().strip(".,!?") in names or not word.isupper() else word.lower()
            for word in inside.split(" ")
        )
        if span.start == sentence.span.start:
            quiet = quiet[:1].upper() + quiet[1:]
        yield Hit(span, quiet)


RULES = (
    Rule(
        id="capitals.shouting",
        outcome=Outcome.INFO,
        find=_shouting,
        words={
            "en": Words(
                title="Write it without shouting",
                message="«{matched}» stands in capitals. Let the fact be loud, not the letters.",
                why="Capitals read as shouting and are hard for readers with dyslexia.",
            ),
            "id": Words(
                title="Tulis tanpa berteriak",
                message="«{matched}» memakai huruf besar semua. Biar faktanya yang kuat.",
                why="Huruf besar terbaca seperti teriakan dan sulit bagi pembaca dengan disleksia.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "PLEASE READ this before you come.",
                    "The box is cold. THANK GOODNESS we had ice.",
                ),
                good=(
                    "Please read this before you come.",
                    "The box is cold. We had ice.",
                ),
                near_miss=(
                    "BPOM and WHO published the leaflet.",
                    "It was VERY cold in there.",
                    "She wrote “DO NOT OPEN THIS DOOR” on the box.",
                    "Batch A12B and form QX77 are ready.",
                    "UNICEF sent ASEAN colleagues to us.",
                ),
            ),
            "id": Examples(
                bad=(
                    "TOLONG BACA ini sebelum datang.",
                    "Kotaknya dingin. TERIMA KASIH semuanya.",
                ),
                good=(
                    "Tolong baca ini sebelum datang.",
                    "Kotaknya dingin. Terima kasih semuanya.",
                ),
                near_miss=(
                    "BPOM dan KIPI ada di brosur itu.",
                    "Di dalam DINGIN sekali.",
                    "Ia menulis “JANGAN BUKA PINTU INI” di kotak.",
                    "Bets A12B dan formulir QX77 sudah siap.",
                    "BPJS dan KEMENKES mengirim suratnya.",
                ),
            ),
        },
        reference=Reference(
            title="Princeton University, Digital accessibility: social media guidelines",
            url="https://digital.accessibility.princeton.edu/guidelines/social-media",
            checked="2026-11-22",
        ),
        chapter="checks",
    ),
)
