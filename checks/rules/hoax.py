"""The style of hoaxes: pass it on, before it is gone, a doctor friend says, they hide it from you.

How it reads. Words of the list ``hoax_parts`` become one sign each; clues over them are worth
points: a call to pass it on, a claim that something is kept from us, hearsay, alarm, danger or
cure. No clue is enough alone, but for the set phrases of chain messages. A post that speaks about
hoaxes or tells people to check, and a service notice, lose points; quoted words do not count.

What it cannot know: whether the message is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..findings import Hit, Outcome, Reference
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..signs import clues, has, read, weigh
from ..tokens import MARK, WORD

ENOUGH: Final = 5
"""Points from which a post sounds like a chain message."""

LOUD: Final = 2
"""Words in capitals up to which a post does not shout."""

LEAST_CAPITALS: Final = 4
"""Letters of a word in capitals that shouts; shorter ones are abbreviations."""

_CLUES: Final = clues(
    (6, r"F"),
    (6, r"H"),
    (4, r"P"),
    (3, r"S~2d~2O"),
    (2, r"S~3B|B~6S"),
    (2, r"[SP],?[SP],?S"),
    (9, r"S~5q~4[MXB]"),
    (2, r"h"),
    (4, r"[MN]~4X|X~4N~2M"),
    (5, r"B~5[GX]|G~3B"),
    (4, r"W"),
    (2, r"S"),
    (2, r"S~4O"),
    (2, r"V"),
    (1, r"U"),
    (1, r"U.*U"),
    (2, r"A"),
    (1, r"A.*A"),
    (1, r"D"),
    (1, r"D.*D"),
    (1, r"D.*D.*D"),
)
_CORE: Final = re.compile(r"[FHhVXAWDP]|S[^.]{0,2}d[^.]{0,2}O")
"""Signs without which an alarm that asks to be passed on is a service."""

_QUIET: Final = clues((-9, r"q"), (-3, r"Q"), (-4, r"a"), (-3, r"o"), (-2, r"/"))


def _loudness(draft: Draft) -> int:
    """Return a point for a row of exclamation marks and one for words in capitals."""
    text = draft.text
    rows = any(
        token.kind == MARK and text[token.start : token.end].count("!") > 1
        for token in draft.tokens
    )
    loud = sum(
        token.end - token.start >= LEAST_CAPITALS and text[token.start : token.end].isupper()
        for token in draft.tokens
        if token.kind == WORD
    )
    return rows + (loud > LOUD)


def _forward(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if not has(draft, "hoax_parts", "FHPSWXVAB"):
        return
    signs = read(draft, policy, "hoax_parts")
    found = weigh(signs, _CLUES)
    if found.span is None or not _CORE.search(signs.text):
        return
    if found.points + weigh(signs, _QUIET).points + _loudness(draft) >= ENOUGH:
        yield Hit(found.span)


RULES = (
    Rule(
        id="hoax.forward",
        outcome=Outcome.REVISE,
        find=_forward,
        words={
            "en": Words(
                title="Say what you know and from whom",
                message=(
                    "«{matched}» is how chain messages sound. Name who says it, since when, and "
                    "where people can check it. Leave the alarm out."
                ),
                why="Readers who know the style of hoaxes stop trusting the facts next to it.",
            ),
            "id": Words(
                title="Tulis apa yang kamu tahu dan dari siapa",
                message=(
                    "«{matched}» terdengar seperti pesan berantai. Sebutkan siapa yang bilang, "
                    "kapan, dan di mana orang bisa mengeceknya. Buang nada gawatnya."
                ),
                why="Pembaca yang hafal gaya hoaks jadi ragu juga pada fakta di sebelahnya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Share before it is deleted! Salt water keeps the flu away.",
                    "URGENT!!! A doctor friend says the new jab stops the heart. Tell your family.",
                    "The media is silent about what runs through these pipes.",
                    "Forwarded as received: no trains from Friday, stock up on rice.",
                    "This is not a hoax. A nurse told my aunt. Please share with your family!!!",
                    "A nurse I trust says they use the old vaccines on us. Spread it before it's too late.",
                    "If you break this chain, your luck breaks too. Send it to 12 women.",
                ),
                good=(
                    "The flu jab is given on Tuesdays. The health office has the times on its site.",
                    "No trains on Friday night: the bridge is being checked until 4 a.m.",
                ),
                near_miss=(
                    "A message in our group says “share before it is deleted”. I asked her for the source.",
                    "Check before you forward: who wrote it, and when?",
                    "I spread butter on bread at 5 a.m. and look forward to the sea.",
                    "Warning lights on, brakes checked, off we go.",
                    "Hoax of the week: garlic cures everything. It does not.",
                    "Please share one seat with the bags of the nurse.",
                    "Water will be off in Market Street from 10 to 12. Please tell your neighbours.",
                    "Dear all, please spread the word: the choir rehearses in room 4 from now on.",
                    "Please forward to parents of class 3b: the bus leaves at 7.10 tomorrow.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Sebarkan sebelum dihapus!!! Kata teman saya dokter, air ini menyembuhkan total.",
                    "Copas dari grup sebelah: mulai besok semua kereta berhenti.",
                    "Media bungkam soal apa yang mengalir di pipa ini.",
                    "GAWAT!! Info A1 dari orang rumah sakit, bagikan ya bund.",
                    "Bukan hoaks! Om saya dokter. Jangan minum obat ini, tolong share.",
                    "MOHON DIBACA!! Mulai besok WA berbayar kecuali pesan ini dikirim ke 20 kontak.",
                    "Postingan ini sudah tiga kali dihapus. Sebar sebanyak mungkin.",
                ),
                good=(
                    "Imunisasi flu setiap Selasa. Jamnya ada di situs dinas kesehatan.",
                    "Jumat malam tidak ada kereta: jembatannya diperiksa sampai jam 4.",
                ),
                near_miss=(
                    "Di grup kami ada pesan “sebarkan sebelum dihapus”. Kutanya sumbernya, dia diam.",
                    "Saring dulu: siapa yang menulis, dan kapan?",
                    "Yuk sebarkan senyum di loket, gratis.",
                    "Waspada ombak tinggi sampai Kamis, kata BMKG.",
                    "Hoaks minggu ini: bawang putih menyembuhkan segalanya.",
                    "Yang penting kotaknya sampai, urusan capek belakangan.",
                    "Air mati jam 10 sampai 12 di Jalan Pasar. Tolong kasih tahu tetangga.",
                    "Tolong teruskan ke orang tua kelas 3B: bus berangkat 07.10 besok.",
                    "Hampir saja kuteruskan cerita itu. Pas kucari, ternyata sudah beredar dari 2009.",
                ),
            ),
        },
        reference=Reference(
            title="Cook and Lewandowsky and others, The Debunking Handbook 2020",
            url="https://skepticalscience.com/debunking-handbook-2020-downloads-translations.html",
            checked="2026-11-22",
        ),
        chapter="facts",
    ),
)
