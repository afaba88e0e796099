"""The first line: warm-ups, bait, and openings that stand in the scene."""

from __future__ import annotations

from collections.abc import Iterator

from ..details import details
from ..draft import Draft
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Merit, Rule, Words
from ..terms import Term
from ..tokens import BREAK, EMOJI, MARK

FEASTS = frozenset(
    (
        "raya natal idulfitri iduladha lebaran nyepi waisak imlek galungan paskah eid "
        "christmas easter diwali vesak ramadan"
    ).split()
)
"""Names of feasts: a greeting on a feast is the message itself, not a warm-up."""


def _opening(draft: Draft) -> Term | None:
    """Return the warm-up with which the draft begins, if it does."""
    skipped = (EMOJI, MARK, BREAK)
    first = next((i for i, token in enumerate(draft.tokens) if token.kind not in skipped), None)
    return next((term for term in draft.terms("greeting") if term.first == first), None)


def _warm_up(draft: Draft, policy: Policy) -> Iterator[Hit]:
    term = _opening(draft)
    if term is None or draft.in_quote(term.span):
        return
    near = draft.tokens[term.last + 1 : term.last + 5]
    if any(token.norm in FEASTS for token in near):
        return
    kind = term.entry.columns[0]
    sentence = draft.sentence_of(term.first)
    if kind == "greeting" and sentence is not None and sentence.words <= 4:
        # A greeting that is a sentence of its own can go as it is.
        end = sentence.span.end
        while end < len(draft.text) and draft.text[end].isspace():
            end += 1
        yield Hit(Span(sentence.span.start, end), "" if end < len(draft.text) else None)
    else:
        yield Hit(term.span)


def _bait(draft: Draft, policy: Policy) -> Iterator[Hit]:
    for term in draft.terms("bait"):
        if not draft.in_quote(term.span):
            yield Hit(term.span)


def _scene_opening(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if _opening(draft) is not None:
        return
    first = next((sentence for sentence in draft.sentences if sentence.words), None)
    if first is None:
        return
    for detail in details(draft, policy):
        if first.first <= detail.token <= first.last and detail.kind != "name":
            yield Hit(first.span)
            return


RULES = (
    Rule(
        id="hook.warm_up",
        outcome=Outcome.INFO,
        find=_warm_up,
        words={
            "en": Words(
                title="Cut the warm-up and open in the scene",
                message="«{matched}» warms up. Begin with what happened: a time, a thing, a line.",
                why="A feed shows one or two lines; a greeting uses them up before the story.",
            ),
            "id": Words(
                title="Buang pemanasan, buka di tengah kejadian",
                message="«{matched}» baru pemanasan. Mulai dari kejadian: jam, benda, ucapan.",
                why="Linimasa hanya memperlihatkan satu dua baris; sapaan menghabiskannya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Hi everyone! The freezer alarm rang at four.",
                    "On the occasion of World Health Day, we packed forty boxes.",
                    "We are thrilled to share that the bridge is open.",
                    "Hello, how are you? Here is a story about a valve.",
                ),
                good=(
                    "03.40. The box reads 7.6 °C and the ferry is cancelled.",
                    "Six hours. That was all the ice we had.",
                ),
                near_miss=(
                    "“Good morning,” said the nurse. It was midnight.",
                    "Happy Eid to you and your family. Forgive my slips of this year.",
                    "Hi-vis vests hung on the door when I came in.",
                    "The driver said hello everyone and sat down.",
                    "In the order book stood one name.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Halo semuanya! Alarm pendingin berbunyi jam empat.",
                    "Dalam rangka memperingati Hari Kesehatan Nasional, kami mengemas kotak.",
                    "Dengan bangga kami kabarkan bahwa jembatannya sudah dibuka.",
                    "Hai gaes, apa kabar? Ini cerita soal katup.",
                ),
                good=(
                    "03.40. Suhu kotak 7,6 °C dan feri batal.",
                    "Enam jam. Hanya itu sisa es kami.",
                ),
                near_miss=(
                    "“Selamat pagi,” kata bidan itu. Padahal tengah malam.",
                    "Selamat Hari Raya Idulfitri. Mohon maaf lahir dan batin.",
                    "Sopirnya bilang halo semua, lalu duduk.",
                    "Rangka besi itu sudah berkarat.",
                    "Selamat, kotak itu tiba dengan utuh.",
                ),
            ),
        },
        reference=Reference(
            title="House rule of this course, after the newsroom practice of opening on the news",
            checked="2026-11-22",
        ),
        chapter="hook",
    ),
    Rule(
        id="hook.bait",
        outcome=Outcome.INFO,
        find=_bait,
        words={
            "en": Words(
                title="Promise only what the post gives",
                message="«{matched}» promises without saying what. Give the fact itself.",
                why="Bait sounds like a hoax and costs trust, above all in posts about health.",
            ),
            "id": Words(
                title="Janjikan hanya yang ada isinya",
                message="«{matched}» berjanji tanpa bilang apa. Tulis langsung faktanya.",
                why="Umpan terdengar seperti hoaks dan menggerus kepercayaan, apalagi soal kesehatan.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "You won't believe what our lab found in the freezer.",
                    "The shocking truth about tap water. Read till the end.",
                ),
                good=(
                    "Our lab found a crack in the freezer door at four.",
                    "Tap water in Tirtagiri is tested three times a day.",
                ),
                near_miss=(
                    "He did not believe what the thermometer said.",
                    "Post titles like “You won't believe this” make me close the page.",
                    "The truth is that we were late.",
                    "Wait for the green light before you cross.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Kamu nggak akan percaya apa yang ditemukan lab kami.",
                    "Fakta mengejutkan soal air keran. Baca sampai habis.",
                ),
                good=(
                    "Lab kami menemukan retak di pintu pendingin jam empat.",
                    "Air keran di Tirtagiri diuji tiga kali sehari.",
                ),
                near_miss=(
                    "Dia tidak percaya angka di termometer itu.",
                    "Judul seperti “Kamu nggak akan percaya ini” membuat saya menutup laman.",
                    "Faktanya, kami terlambat.",
                    "Suara alarm itu mengejutkan Bima.",
                ),
            ),
        },
        reference=Reference(
            title="Facebook, News Feed updates on clickbait and engagement bait, 2016 to 2017",
            checked="2026-11-22",
        ),
        chapter="hook",
    ),
)

MERITS = (
    Merit(
        id="hook.scene_opening",
        find=_scene_opening,
        words={
            "en": Words(
                title="The first line stands in the scene",
                message="«{matched}» gives readers something to see at once.",
            ),
            "id": Words(
                title="Baris pertama sudah di tengah kejadian",
                message="«{matched}» langsung memberi sesuatu untuk dilihat.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Hi everyone! At 03.40 the alarm rang.",
                    "Quality matters to us. At 03.40 the alarm rang.",
                ),
                good=(
                    "03.40. The box reads 7.6 °C.",
                    "Six hours. That was all the ice we had.",
                    "“Is it still cold?” asked the nurse.",
                    "The dented box stood on the quay.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Halo semua! Jam 03.40 alarm berbunyi.",
                    "Mutu itu penting. Jam 03.40 alarm berbunyi.",
                ),
                good=(
                    "03.40. Suhu kotak 7,6 °C.",
                    "Enam jam. Hanya itu sisa es kami.",
                    "“Masih dingin, Pak?” tanya bidan.",
                    "Kotak penyok itu berdiri di dermaga.",
                ),
            ),
        },
        chapter="hook",
    ),
)
