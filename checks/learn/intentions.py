"""What a post is for: teach, show, thank, correct, invite or reply, and the words that tell it.

The signs are words and no proof: a post can thank without the word «thank». They find a post that
was written for another purpose than its place in the month says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from .. import Report
from .texts import LANGUAGES, texts

INTENTIONS: Final = ("teach", "show", "thank", "correct", "invite", "reply")
SHOWN: Final = frozenset(("scene.detail", "voice.first_person"))
"""Strengths of a post that shows: something to see, and somebody who saw it."""

_SIGNS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "teach": r"because|means?|so that|that is why|how|when you|if|step|instead",
        "thank": r"thanks?|thanked|grateful|owe",
        "correct": r"corrections?|corrected|correct|wrong|mistake|error|i wrote|i said|instead of",
        "invite": r"come|open|join|bring|welcome|visit|seats?|register|sign up|invite|see you",
        "reply": r"asked|asks?|question|answer|\?[\"\u201d\u2019']|@\w+",
    },
    "id": {
        "teach": r"karena|sebab|artinya|caranya|cara|supaya|agar|kalau|jika|begini",
        "thank": r"terima ?kasih|berterima ?kasih|makasih|trims|berutang budi",
        "correct": r"ralat|meralat|keliru|salah|koreksi|saya tulis|aku tulis|menulis|seharusnya",
        "invite": r"datang(?:lah)?|(?:di)?buka|ikut|mampir|bawa|undang|silakan|ayo|yuk|daftar",
        "reply": r"bertanya|tanya|ditanya|pertanyaan|jawab\w*|\?[\"\u201d\u2019']|@\w+",
    },
}
_ASKING: Final[Mapping[str, str]] = {
    "en": r"come|join|bring|register|sign up|apply|visit|buy|follow|share|book|send",
    "id": r"datang(?:lah)?|ikut(?:i|lah)?|daftar|kunjungi|beli|bagikan|bawa|kirim|ayo|yuk|mampir",
}
"""Words at the head of a sentence that asks readers to come, buy, send or share."""


def intention_named(name: object) -> str | None:
    """Return the intention that a word means, in any of the languages; None for none of them."""
    wanted = " ".join(str(name).casefold().replace("_", " ").split())
    for one in INTENTIONS:
        if wanted == one or any(wanted == texts(lang)(f"intention.{one}") for lang in LANGUAGES):
            return one
    return None


def tells(intention: str, report: Report, lang: str) -> bool:
    """True where the words of a reviewed post carry its intention."""
    if intention == "show":
        return {strength.rule for strength in report.strengths} >= SHOWN
    sign = rf"(?<!\w)(?:{_SIGNS[lang][intention]})(?!\w)"
    return re.search(sign, report.draft.text, re.IGNORECASE) is not None


def asks(report: Report, lang: str) -> bool:
    """True where a sentence of a post asks its readers to come, buy, send or share."""
    head = re.compile(rf"[\W_]*(?:{_ASKING[lang]})(?!\w)", re.IGNORECASE)
    text = report.draft.text
    return any(head.match(text, one.span.start, one.span.end) for one in report.draft.sentences)
