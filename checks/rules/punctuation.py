"""Punctuation that shouts: «!!!», «???», «?!?!»."""

from __future__ import annotations

from collections.abc import Iterator

from ..draft import Draft
from ..findings import Hit, Outcome, Reference
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..tokens import MARK

MOST_MARKS = 20
"""Marks of one run that are shown; the rest says nothing new."""


def _repeated(draft: Draft, policy: Policy) -> Iterator[Hit]:
    for token in draft.tokens:
        if token.kind != MARK or len(token.norm) < 2 or not token.norm.strip(".\u2026"):
            continue
        loud = sum(token.norm.count(mark) for mark in "!?")
        if loud < 2 or draft.in_quote(token.span):
            continue
        # One question mark with one exclamation mark is ordinary spelling in neither language,
        # but it shouts at nobody.
        if loud == 2 and "!" in token.norm and "?" in token.norm:
            continue
        yield Hit(token.span, "?" if "?" in token.norm else "!")


RULES = (
    Rule(
        id="punctuation.repeated",
        outcome=Outcome.INFO,
        find=_repeated,
        words={
            "en": Words(
                title="Let one mark do the work",
                message="«{matched}» reads as shouting. One mark is enough.",
                why="Repeated marks tire readers, and screen readers may read out every one.",
            ),
            "id": Words(
                title="Cukup satu tanda baca",
                message="«{matched}» terbaca seperti berteriak. Satu tanda saja sudah cukup.",
                why="Tanda yang diulang membuat pembaca lelah; pembaca layar bisa membacakan semuanya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "The cold room is back!!! Thank you, night shift.",
                    "Why did nobody call the clinic???",
                ),
                good=(
                    "The cold room is back! Thank you, night shift.",
                    "Why did nobody call the clinic?",
                ),
                near_miss=(
                    "We waited... and then the valve moved.",
                    "You closed the valve?! Good.",
                    "A passenger wrote: “Late again!!!” I understood him.",
                    "Version 2.1. Ready.",
                    "Six hours. That was all.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Ruang dingin menyala lagi!!! Terima kasih, tim malam.",
                    "Kenapa tidak ada yang menelepon puskesmas???",
                ),
                good=(
                    "Ruang dingin menyala lagi! Terima kasih, tim malam.",
                    "Kenapa tidak ada yang menelepon puskesmas?",
                ),
                near_miss=(
                    "Kami menunggu... lalu katupnya bergerak.",
                    "Katupnya sudah kamu tutup?! Bagus.",
                    "Seorang penumpang menulis: “Telat lagi!!!” Saya paham.",
                    "Versi 2.1. Siap.",
                    "Enam jam. Hanya itu.",
                ),
            ),
        },
        reference=Reference(
            title="Princeton University, Digital accessibility: social media guidelines",
            url="https://digital.accessibility.princeton.edu/guidelines/social-media",
            checked="2026-11-22",
        ),
        chapter="platforms",
    ),
)
