"""Guess the language of a draft from its commonest small words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .tokens import WORD, Token

LEAST_CUES: Final = 2
"""Small words of one language that it takes before the guess counts as sure."""

_SMALL: Final = {
    "en": frozenset(
        (
            "the and of to in is was are were for on with that this it we i you he she they not "
            "but from at by have has had my our your be as an or so if there what when who how"
        ).split()
    ),
    "id": frozenset(
        (
            "yang dan di ke dari ini itu untuk dengan tidak saya kami kita aku kamu anda ada pada "
            "akan bisa sudah juga atau tapi tetapi jadi karena oleh dalam nggak gak ya lagi bukan "
            "belum telah adalah para bagi hari masih sama aja yg dgn utk mereka apa lebih"
        ).split()
    ),
}


def small_words(lang: str) -> frozenset[str]:
    """Return the commonest small words of a language: they count and name nothing."""
    return _SMALL[lang]


def detect(tokens: Sequence[Token]) -> tuple[str, bool]:
    """Return the language code and whether the guess is sure.

    A text without cues of either language is taken as English, unsure. A sure guess needs
    LEAST_CUES small words and twice as many as the other language has.
    """
    norms = [token.norm for token in tokens if token.kind == WORD]
    counts = {
        lang: len([norm for norm in norms if norm in small]) for lang, small in _SMALL.items()
    }
    best = "id" if counts["id"] > counts["en"] else "en"
    other = "en" if best == "id" else "id"
    return best, counts[best] >= LEAST_CUES and counts[best] >= 2 * counts[other]
