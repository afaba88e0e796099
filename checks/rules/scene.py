"""Concrete detail: what a reader could see, hear or count; and praise that stands in its place.

Craft wisdom, not measured science: a post without detail may be a fine poem.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..details import details
from ..draft import Draft
from ..findings import Hit, Outcome, Reference
from ..policy import Policy
from ..rule import Examples, Merit, Rule, Words
from ..terms import Term
from ..tokens import WORD

LEAST_WORDS = 12
"""Words from which a post is long enough to hold a detail."""

LEAST_THINGS = 2
"""Different things that one could see, from which a post shows something; one may be a figure."""

SOMEBODY = frozenset("he she him her his hers ia dia beliau pak bu mbak mas kang".split())
"""Words for one person; with one thing they make a scene."""

LONGEST_SHORT = 5
LEAST_SHORT = 3
"""Different abbreviations («HPLC», «KIPI») from which a post speaks of work that can be checked."""

MOST_PRAISE = 1
"""Words of praise that a post may hold."""

_HEATH = Reference(
    title="Chip and Dan Heath, Made to Stick (2007), chapter «Concrete»", checked="2026-11-22"
)


def _shown(draft: Draft, policy: Policy) -> bool:
    """True where the post holds a detail, two things that one could see, or a few words of speech."""
    hollow = {
        index
        for name in ("scene_figures", "greeting")
        for term in draft.terms(name)
        for index in range(term.first, term.last + 1)
    }
    if any(detail.token not in hollow for detail in details(draft, policy)):
        return True
    things = {term.entry.term for term in draft.terms("scene_things") if term.first not in hollow}
    if len(things) >= LEAST_THINGS or (
        things and any(token.norm in SOMEBODY for token in draft.words)
    ):
        return True
    if any(quote.of(draft.text).count(" ") for quote in draft.quotes):
        return True
    short = {
        token.norm
        for token in draft.words
        if draft.text[token.start].isupper()
        and token.kind == WORD
        and 2 <= token.end - token.start <= LONGEST_SHORT
        and draft.text[token.start : token.end].isupper()
    }
    return len(short) >= LEAST_SHORT and not draft.text.isupper()


def _no_detail(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if len(draft.words) < LEAST_WORDS or _shown(draft, policy):
        return
    first = next((sentence for sentence in draft.sentences if sentence.words), None)
    if first is not None:
        yield Hit(first.span)


def _praises(draft: Draft, term: Term) -> bool:
    """False inside quotes, after a negator and inside a name («Hotel Keren»)."""
    return not (
        draft.inside_name(term) or draft.in_quote(term.span) or draft.negated(term.first, 2)
    )


def _praise_words(draft: Draft, policy: Policy) -> Iterator[Hit]:
    found = [term for term in draft.terms("praise") if _praises(draft, term)]
    if len(found) > MOST_PRAISE:
        for term in found:
            yield Hit(term.span, None, {"count": str(len(found))})


def _detail(draft: Draft, policy: Policy) -> Iterator[Hit]:
    at = 0
    for found in details(draft, policy):
        if found.span.start >= at:
            at = found.span.end
            yield Hit(found.span)


_DETAILED_EN = (
    "The ferry was cancelled. We had ice for six hours.",
    "Ratih counted the vials again. Then she called Bima and wrote the number on her glove.",
    "“Is it still cold?” asked the nurse at the gate.",
)
_DETAILED_ID = (
    "Feri batal. Es kami hanya cukup untuk enam jam.",
    "Ratih menghitung lagi botolnya, lalu menulis angkanya di sarung tangan.",
    "“Masih dingin, Pak?” tanya bidan di gerbang.",
)

RULES = (
    Rule(
        id="scene.no_detail",
        outcome=Outcome.INFO,
        find=_no_detail,
        words={
            "en": Words(
                title="Add one thing that a reader can see",
                message=(
                    "There is no number, time, name, quoted line or sense word here. "
                    "Add one: what did you see, hear or count?"
                ),
                why="Readers remember a dented box better than a commitment.",
            ),
            "id": Words(
                title="Tambahkan satu hal yang bisa dilihat pembaca",
                message=(
                    "Belum ada angka, jam, nama, ucapan, atau kata indra. "
                    "Tambahkan satu: apa yang kamu lihat, dengar, atau hitung?"
                ),
                why="Pembaca lebih ingat kotak penyok daripada kata komitmen.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Our commitment to quality means that every day our people give their best "
                    "for customers and for the future.",
                    "Teamwork makes everything possible and we are grateful for all the support "
                    "that we receive from everyone.",
                    "Wanasehat is always there for the community because health matters to us "
                    "all and quality is our priority.",
                ),
                good=_DETAILED_EN,
                near_miss=(
                    "Health matters.",
                    "She counted the vials twice. Her fingers were stiff from the cold and she "
                    "would not stop.",
                    "Yesterday a passenger waited with me and asked why the train was late again.",
                    "My colleague Bima drove through the whole night and still smiled when he "
                    "came back to us.",
                    "We had two boxes left and no idea whether the road was open at all that day.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Komitmen kami terhadap mutu berarti setiap hari seluruh karyawan memberikan "
                    "yang terbaik untuk pelanggan dan masa depan.",
                    "Kerja sama membuat semuanya mungkin dan kami berterima kasih atas dukungan "
                    "yang diberikan oleh semua pihak.",
                    "Wanasehat selalu hadir untuk masyarakat karena kesehatan itu penting bagi "
                    "kita semua dan mutu adalah prioritas.",
                ),
                good=_DETAILED_ID,
                near_miss=(
                    "Kesehatan itu penting.",
                    "Ia menghitung botol itu sekali lagi. Jarinya kaku karena dingin, tetapi ia "
                    "tidak mau berhenti.",
                    "Kemarin seorang penumpang menunggu bersama saya dan bertanya kenapa "
                    "keretanya terlambat lagi.",
                    "Rekan saya, Bima, menyetir sepanjang malam dan masih tersenyum waktu "
                    "kembali ke kantor kami.",
                    "Tinggal dua kotak, dan kami tidak tahu apakah jalannya dibuka hari itu "
                    "atau tidak.",
                ),
            ),
        },
        reference=_HEATH,
        chapter="hook",
    ),
    Rule(
        id="scene.praise_words",
        outcome=Outcome.INFO,
        find=_praise_words,
        words={
            "en": Words(
                title="Show the act instead of the praise",
                message=(
                    "«{matched}» is one of {count} words of praise. "
                    "Tell what the person did, and let readers praise."
                ),
                why="Readers discount praise from inside; they believe what they can picture.",
            ),
            "id": Words(
                title="Tunjukkan tindakannya, bukan pujiannya",
                message=(
                    "«{matched}» satu dari {count} kata pujian. "
                    "Ceritakan apa yang orang itu lakukan; biar pembaca yang memuji."
                ),
                why="Pembaca kurang percaya pujian dari dalam; mereka percaya yang terbayang.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "So proud of our amazing, dedicated team at the cold room.",
                    "An outstanding night with incredible colleagues.",
                ),
                good=(
                    "She counted 400 vials twice and went home at six.",
                    "The team stayed until the valve moved. I am proud of them.",
                ),
                near_miss=(
                    "The road was not perfect and nobody was proud.",
                    "Our guests wrote: “Amazing and wonderful people.”",
                    "A great deal of rain fell on the yard.",
                    "We counted the boxes again.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Bangga sekali dengan tim ruang dingin yang luar biasa dan berdedikasi.",
                    "Malam yang hebat bersama rekan-rekan yang keren.",
                ),
                good=(
                    "Ia menghitung 400 botol dua kali lalu pulang jam enam.",
                    "Tim menunggu sampai katupnya bergerak. Saya bangga.",
                ),
                near_miss=(
                    "Jalannya tidak sempurna, dan tidak ada yang hebat malam itu.",
                    "Tamu kami menulis: “Luar biasa dan keren sekali.”",
                    "Hujan yang hebat turun di halaman.",
                    "Kami menghitung kotak itu sekali lagi.",
                ),
            ),
        },
        reference=_HEATH,
        chapter="hook",
    ),
)

MERITS = (
    Merit(
        id="scene.detail",
        find=_detail,
        words={
            "en": Words(
                title="A detail that a reader can picture",
                message="«{matched}» lets readers see or count something.",
            ),
            "id": Words(
                title="Detail yang bisa dibayangkan pembaca",
                message="«{matched}» membuat pembaca bisa melihat atau menghitung.",
            ),
        },
        examples={
            "en": Examples(
                bad=("Quality is our priority.", "We grew by 100 % in 2025."), good=_DETAILED_EN
            ),
            "id": Examples(
                bad=("Mutu adalah prioritas.", "Kami tumbuh 100 % pada 2025."), good=_DETAILED_ID
            ),
        },
        chapter="hook",
    ),
)
