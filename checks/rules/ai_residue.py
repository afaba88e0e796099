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
from typing import Final, NamedTuple

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
_PLATFORMS: Final = "instagram|linkedin|facebook|whatsapp|tiktok|threads|twitter|x"
_LABEL: Final = re.compile(
    rf"^[^\w\n]{{0,4}}(?:(?:option|version|variant|alternative|opsi|versi|pilihan|alternatif|varian)"
    rf"[ ]+(?:{_PLATFORMS})?(?:(?:\d|[a-d]|one|two|three|satu|dua|tiga)\b[^:\w\n]{{0,4}})?"
    rf"|(?:{_PLATFORMS})[ ]version\b)"
    r"(?P<tone>[^:\n]{0,40}):(?P<rest>[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that offers a version to choose from: «Option 2 (more formal): …»."""

PROSE: Final = 5
"""Words from which a line after a label is a text and not a dish to vote for."""

_WORD: Final = re.compile(r"[^\W\d_]+")

_CLUES: Final = clues(
    (4, r"R"),
    (4, r"^\.?[*#,]*B[!,.*]{0,3}[x^,]{0,2}(?:R|Y~8[Hht])"),
    (4, r"^\.?[*#,]*Y~6[Hh]~4t|^\.?[*#,]*Y~6H~4:"),
    (4, r"Y~5H~8:|Y~4[Hh]~2t"),
    (4, r"Q~12E"),
    (4, r"[,.]dE,?[,xt~]{0,3}t"),
    (4, r"^\.?B!~3a"),
    (4, r"a~9[EHt]"),
    (4, r"\.[*#,]*l[*,]{0,2}:.*\.[*#,]*l[*,]{0,2}:.*\.[*#,]*l[*,]{0,2}:"),
    (2, r"\.[*#,]*l[*,]{0,2}:.*\.[*#,]*l[*,]{0,2}:"),
    (3, r"[.*]L[*,]{0,2}:"),
    (1, r"[.*]L[*,]{0,2}:.*E"),
    (2, r"[.*]L[*,]{0,2}:.*[.*][lL][*,]{0,2}:|\.[*#,]*l[*,]{0,2}:.*[.*]L[*,]{0,2}:"),
    (4, r"^\.?[*#,]*r~8E~5:"),
    (4, r"[HhEat]~14q|q~14[HhEt]"),
    (4, r"^\.?B!.*\.s,"),
    (4, r"\.Z[x!*,)]{0,3}\.+$|^\.?Z[x!*,)]{0,2}\."),
)
_QUIET: Final = clues((-4, r"n"))


class _Gaps(NamedTuple):
    """Words that name what is missing, of notes about pictures, of talk about brackets, of tones."""

    gap: frozenset[str]
    media: frozenset[str]
    talk: frozenset[str]
    tone: frozenset[str]


@cache
def _gap_words(lang: str) -> _Gaps:
    """Return the words of the list ``ai_residue_gaps`` by their column."""
    listed = entries(lang, "ai_residue_gaps")
    return _Gaps(
        *(
            frozenset(entry.term for entry in listed if entry.columns == (kind,))
            for kind in _Gaps._fields
        )
    )


def _gaps(draft: Draft) -> Iterator[Hit]:
    """Yield brackets that nobody filled; in quotation marks they are somebody else's."""
    gap, media, talk, _ = _gap_words(draft.lang)
    if not talk.isdisjoint(draft.norms):
        return
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


def _labels(draft: Draft) -> Iterator[Hit]:
    """Yield the first of several versions that stand side by side, or one that names its tone."""
    tones = _gap_words(draft.lang).tone
    plain: list[Span] = []
    for found in _LABEL.finditer(draft.text, 0, CAP):
        span = Span(found.start(), found.end("tone"))
        words = [word.lower() for word in _WORD.findall(found["tone"])]
        if any(word in tones for word in words) and len(words) <= 4:
            yield Hit(span)
            return
        if not words and len(_WORD.findall(found["rest"])) >= PROSE:
            plain.append(span)
    if len(plain) > 1:
        yield Hit(plain[0])


def _chat(draft: Draft, policy: Policy) -> Iterator[Hit]:
    text = draft.text
    if any(sign in text for sign in "[{<"):
        yield from _gaps(draft)
    if ":" in text:
        yield from _labels(draft)
    if "\u3010" in text or "contentReference" in text or "turn" in text or "utm_" in text:
        for mark in _MARKS.finditer(text, 0, CAP):
            yield Hit(Span(*mark.span()))
    if has(draft, "ai_residue_parts", "RBQZYalLrqEt"):
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
                    "Option 1 (friendly): Our doors are open on Saturday, come and say hi!",
                    "Rewritten in a friendlier style, under 60 words:\n\nUse the little cup in the box.",
                    "The pump ran again. This draft keeps your facts and short sentences, as you asked.",
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
                    "Would you like a shorter way to the clinic? Take the stairs.",
                    "The form says [date] and [signature] in brackets. Fill in both.",
                    "Version 3 of the map is out: the bus stop is on it.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Tentu! Berikut caption untuk unggahanmu:\n\nSif malam tak pernah tidur.",
                    "Sebagai model bahasa, saya tidak punya sif malam. Tapi perawat punya.",
                    "Nama saya [Nama Anda], sopir di [Nama Perusahaan].",
                    "Tiga malam, satu pompa. Apakah Anda ingin saya buatkan versi yang lebih pendek?",
                    "Tiga malam, satu pompa.\n\nSemoga membantu!",
                    "Opsi 1 (santai): Pagi-pagi udah di peron, ditemenin kopi dan kabut.",
                    "Sampai batas pengetahuan terakhir saya, belum ada data terbaru soal ini.",
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
                    "Maaf, saya tidak bisa membantu menahan kereta untuk yang terlambat.",
                    "Di formulir tertulis [tanggal] dan [tanda tangan]. Isi dua-duanya.",
                    "Versi 3 nyala, versi 1 dan 2 kabelnya kependekan.",
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
