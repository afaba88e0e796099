"""Chat residue: words of a writing machine to the person who asked, and gaps nobody filled.

How it reads. Words of the list ``ai_residue_parts`` become one sign each: set phrases count alone;
an answer word at the very beginning counts with what it hands over («Sure! Here is a caption»), an
offer with what it would change («Would you like me to make it shorter?»), a farewell only as a
sentence of its own at either end. Brackets count where their words name what is missing («[Your
Name]»). Style is never a sign: plain, smooth or stiff writing is nobody's proof of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ..draft import CAP, Draft
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..signs import clues, has, read, weigh
from ..wordlists import entries

ENOUGH: Final = 4
"""Points from which words were not meant for readers."""

_BRACKETS: Final = re.compile(r"\[([^\[\]\n]{1,60})\]|\{\{?([^{}\n]{1,60})\}\}?|<([^<>\n]{1,60})>")
_MARKS: Final = re.compile(
    r"\u3010\d{1,3}[^\u3011\n]{0,40}\u3011|:?contentReference\[[^\]\n]{0,40}\]"
    r"|\b(?:turn\dsearch\d|cite\dturn\d|utm_source=chatgpt\.com)"
)
_WORD: Final = re.compile(r"[^\W\d_]+")

_CLUES: Final = clues(
    (4, r"R"),
    (4, r"^\.?[*#,]*B[!,.*]{0,3}[x^,]{0,2}(?:R|Y~8[Hht])"),
    (4, r"^\.?[*#,]*Y~6[Hh]~4t|^\.?[*#,]*Y~6H~4:"),
    (4, r"Y~5H~8:|Y~4[Hh]~2t"),
    (4, r"Q~12E"),
    (4, r"a~9[EHt]"),
    (4, r"\.l:.*\.l:.*\.l:"),
    (2, r"\.l:.*\.l:"),
    (4, r"\.Z[x!*,)]{0,3}\.+$|^\.?Z[x!*,)]{0,2}\."),
)
_QUIET: Final = clues((-4, r"n"))


@cache
def _gap_words(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that name what is missing and those of picture notes."""
    listed = entries(lang, "ai_residue_gaps")
    return (
        frozenset(entry.term for entry in listed if entry.columns == ("gap",)),
        frozenset(entry.term for entry in listed if entry.columns == ("media",)),
    )


def _gaps(draft: Draft) -> Iterator[Hit]:
    """Yield brackets that nobody filled; in quotation marks they are somebody else's."""
    gap, media = _gap_words(draft.lang)
    for found in _BRACKETS.finditer(draft.text, 0, CAP):
        inside = next(part for part in found.groups() if part is not None)
        words = [word.lower() for word in _WORD.findall(inside)]
        span = Span(*found.span())
        if not words or words[0] in media or draft.in_quote(span) or len(words) > 6:
            continue
        # «[name: Bima]» is filled, «[insert: photo of the team]» is not.
        filled = ":" in inside and words[0] not in ("insert", "add", "masukkan", "sisipkan")
        if not filled and any(word in gap for word in words):
            yield Hit(span)


def _chat(draft: Draft, policy: Policy) -> Iterator[Hit]:
    text = draft.text
    if any(sign in text for sign in "[{<"):
        yield from _gaps(draft)
    if "\u3010" in text or "contentReference" in text or "turn" in text or "utm_" in text:
        for mark in _MARKS.finditer(text, 0, CAP):
            yield Hit(Span(*mark.span()))
    if has(draft, "ai_residue_parts", "RBQZYal"):
        signs = read(draft, policy, "ai_residue_parts")
        found = weigh(signs, _CLUES)
        if found.span is not None and found.points + weigh(signs, _QUIET).points >= ENOUGH:
            yield Hit(found.span)


RULES = (
    Rule(
        id="ai_residue.chat",
        outcome=Outcome.ASK,
        find=_chat,
        words={
            "en": Words(
                title="Take out what was not meant for readers",
                message=(
                    "«{matched}» reads like a note between a writer and a writing tool. Take it "
                    "out, check every fact, and ask how your team labels help from AI."
                ),
                why="Readers who find such a line stop believing that the story was lived.",
            ),
            "id": Words(
                title="Buang kalimat yang bukan untuk pembaca",
                message=(
                    "«{matched}» terbaca seperti obrolan dengan alat penulis. Buang, cek lagi "
                    "semua faktanya, dan tanyakan cara timmu memberi label bantuan AI."
                ),
                why="Begitu menemukan kalimat seperti ini, pembaca ragu apakah ceritanya sungguh dialami.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Certainly! Here is a caption for your post:\n\nThe night shift never sleeps.",
                    "As an AI language model, I don't have a night shift. But nurses do.",
                    "My name is [Your Name] and I drive for [Company].",
                    "Three nights, one pump. Let me know if you'd like me to make it shorter.",
                    "Three nights, one pump, no sleep.\n\nI hope this helps!",
                ),
                good=(
                    "Three nights, one pump, and a flask of tea.",
                    "An AI tool helped me with the commas. The story is mine.",
                    "My name is Bima and I drive the cold van.",
                ),
                near_miss=(
                    "As an AI engineer I still fix my bike by hand.",
                    "Certainly not the best night, but the water came back.",
                    "Here is the van that took us home.",
                    "I hope this helps somebody on their first night shift.",
                    "The chatbot said “As an AI language model, I cannot” and we laughed.",
                    "Of course the pump broke on a Sunday.",
                    "[Thread] How we moved 400 boxes, and why it rained.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Tentu! Berikut caption untuk unggahanmu:\n\nSif malam tak pernah tidur.",
                    "Sebagai model bahasa, saya tidak punya sif malam. Tapi perawat punya.",
                    "Nama saya [Nama Anda], sopir di [Nama Perusahaan].",
                    "Tiga malam, satu pompa. Apakah Anda ingin saya buatkan versi yang lebih pendek?",
                    "Tiga malam, satu pompa.\n\nSemoga membantu!",
                ),
                good=(
                    "Tiga malam, satu pompa, dan satu termos teh.",
                    "Komanya kubenahi pakai AI. Ceritanya punyaku.",
                    "Nama saya Bima, sopir mobil dingin.",
                ),
                near_miss=(
                    "Sebagai insinyur AI, aku tetap membetulkan sepeda pakai tangan.",
                    "Tentu saja pompanya rusak hari Minggu.",
                    "Ini mobil yang mengantar kami pulang.",
                    "Semoga membantu teman-teman yang baru pertama sif malam.",
                    "Chatbot itu menjawab “Sebagai model bahasa, saya tidak bisa”, dan kami tertawa.",
                    "Baik, besok kita coba lagi, kata kepala regu.",
                    "[Utas] Cara kami memindahkan 400 kotak waktu hujan.",
                ),
            ),
        },
        reference=Reference(
            title="Indonesia, circular of the Minister of Communication 9/2023 on the ethics of AI",
            url="https://radip.id/2023/12/19/surat-edaran-menkominfo-nomor-9-tahun-2023-panduan-awal-penggunaan-kecerdasan-buatan-di-indonesia",
            checked="2026-11-22",
        ),
        chapter="facts",
    ),
)
