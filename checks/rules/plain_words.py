"""Plain words: office phrases, long sentences and common slips of spelling."""

from __future__ import annotations

from collections.abc import Iterator

from ..draft import Draft, Sentence
from ..findings import Hit, Outcome, Reference
from ..policy import Policy
from ..rule import Examples, Merit, Rule, Words
from ..tokens import MARK, NUMBER, WORD
from ..wording import like

MOST_WORDS = 25
"""Words of a sentence up to which it passes: the limit of GOV.UK since 2014, a house rule here."""

LONGEST_ITEM = 3
"""Words of one item of a list inside a sentence."""

LIST_ITEMS = 3
"""Short parts in a row, between commas, from which they are a list."""

LEAST_FOR_PRAISE = 30
"""Words from which short sentences are worth a word of praise."""


def _office(draft: Draft, policy: Policy) -> Iterator[Hit]:
    for term in draft.terms("office"):
        if draft.in_quote(term.span) or draft.inside_name(term):
            continue
        plain = term.entry.columns[0] if term.entry.columns else ""
        matched = term.span.of(draft.text)
        yield Hit(term.span, like(matched, plain) if plain else None)


def _abbreviated(draft: Draft, index: int) -> bool:
    """True for the later letters of «a.m.» and «U.S.»: one abbreviation is one word."""
    tokens = draft.tokens
    return (
        tokens[index].end - tokens[index].start == 1
        and index >= 2
        and tokens[index - 1].norm == "."
        and tokens[index - 1].end == tokens[index].start
        and tokens[index - 2].end - tokens[index - 2].start == 1
    )


def _length(draft: Draft, sentence: Sentence) -> int:
    """Count the words of a sentence as a reader breathes it.

    A colon, a semicolon and a dash give a breath as a full stop does: the longest piece counts. A
    row of LIST_ITEMS or more parts between commas, each of at most LONGEST_ITEM words, is a list
    and counts as nothing: eyes jump over it.
    """
    pieces: list[list[int]] = [[0]]
    for index in range(sentence.first, sentence.last + 1):
        token = draft.tokens[index]
        if token.kind == MARK and token.norm in (":", ";", "\u2013", "\u2014"):
            pieces.append([0])
        elif token.kind == MARK and token.norm == ",":
            pieces[-1].append(0)
        elif token.kind in (WORD, NUMBER) and not _abbreviated(draft, index):
            pieces[-1][-1] += 1
    return max(_without_lists(parts) for parts in pieces)


def _without_lists(parts: list[int]) -> int:
    total = sum(parts)
    row: list[int] = []
    for words in (*parts, LONGEST_ITEM + 1):
        if words <= LONGEST_ITEM:
            row.append(words)
            continue
        if len(row) >= LIST_ITEMS:
            total -= sum(row)
        row = []
    return total


def _long_sentence(draft: Draft, policy: Policy) -> Iterator[Hit]:
    for sentence in draft.sentences:
        if sentence.words <= MOST_WORDS or draft.in_quote(sentence.span):
            continue
        if _length(draft, sentence) <= MOST_WORDS:
            continue
        yield Hit(sentence.span, None, {"count": str(sentence.words), "most": str(MOST_WORDS)})


def _spelling(draft: Draft, policy: Policy) -> Iterator[Hit]:
    for term in draft.terms("spelling"):
        if draft.in_quote(term.span) or draft.inside_name(term):
            continue
        matched = term.span.of(draft.text)
        written = term.entry.term
        right = term.entry.columns[0]
        tail = matched[len(written) :] if matched.lower().startswith(written) else ""
        yield Hit(term.span, like(matched, right + tail))


def _short_sentences(draft: Draft, policy: Policy) -> Iterator[Hit]:
    sentences = [sentence for sentence in draft.sentences if sentence.words]
    words = sum(sentence.words for sentence in sentences)
    if words < LEAST_FOR_PRAISE or len(sentences) < 3 or words / len(sentences) > 15:
        return
    longest = max(sentences, key=lambda sentence: sentence.words)
    if longest.words <= 20:
        yield Hit(longest.span, None, {"count": str(longest.words)})


_GOVUK = Reference(
    title="GOV.UK, Sentence length: why 25 words is our limit (2014)",
    url="https://insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit",
    checked="2026-11-22",
)
_LONG_EN = (
    "When the alarm rang at four in the morning the night shift opened the door and carried all "
    "the boxes that they could find to the other room before anybody called."
)
_LONG_ID = (
    "Ketika alarm berbunyi jam empat pagi para petugas malam membuka pintu dan memindahkan semua "
    "kotak yang bisa mereka temukan ke ruang lain sebelum ada orang yang sempat menelepon kepala "
    "gudang."
)

RULES = (
    Rule(
        id="plain_words.office",
        outcome=Outcome.REVISE,
        find=_office,
        words={
            "en": Words(
                title="Say it as you would say it aloud",
                message="«{matched}» is an office phrase. Say the plain word, or name who did what.",
                why="Readers skip words that no person says, and the fact behind them is lost.",
            ),
            "id": Words(
                title="Tulis seperti kamu mengucapkannya",
                message="«{matched}» itu bahasa surat dinas. Pakai kata sehari-hari, atau sebut siapa melakukan apa.",
                why="Pembaca melompati kata yang tidak pernah diucapkan orang, dan faktanya ikut hilang.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "We utilise ice packs in order to keep the box cold.",
                    "Due to the fact that the bridge was closed, we waited.",
                    "Prior to packing, Ratih conducted an assessment of the seals.",
                ),
                good=(
                    "We use ice packs to keep the box cold.",
                    "We waited because the bridge was closed.",
                ),
                near_miss=(
                    "Mei is our Implementation Manager and she drives a bus.",
                    "The order came in at four.",
                    "He wrote “prior to departure” on every box.",
                    "Two individual boxes stood in the yard.",
                    "The robots stood still.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Kami melakukan pengecekan suhu setiap jam.",
                    "Dikarenakan jembatan ditutup, kami menunggu.",
                    "Apabila alarm berbunyi, buka pintunya.",
                ),
                good=(
                    "Kami mengecek suhu setiap jam.",
                    "Kami menunggu karena jembatan ditutup.",
                ),
                near_miss=(
                    "Ia bekerja di Direktorat Sosialisasi dan suka kopi.",
                    "Gunakan sarung tangan yang tebal.",
                    "Di kotak itu tertulis “apabila rusak, kembalikan”.",
                    "Ratih melakukan itu setiap malam.",
                    "Pengguna jalan itu berhenti.",
                ),
            ),
        },
        reference=Reference(
            title="US Plain Writing guidelines, «Use simple words and phrases»",
            url="https://www.plainlanguage.gov/guidelines/words/use-simple-words-phrases/",
            checked="2026-11-22",
        ),
        chapter="plain-words",
    ),
    Rule(
        id="plain_words.long_sentence",
        outcome=Outcome.REVISE,
        find=_long_sentence,
        words={
            "en": Words(
                title="Cut the long sentence in two",
                message="This sentence has {count} words; {most} are the most. Put a full stop where you breathe.",
                why="On a phone a long sentence runs over half the screen, and readers lose its beginning.",
            ),
            "id": Words(
                title="Potong kalimat panjang jadi dua",
                message="Kalimat ini {count} kata; paling banyak {most}. Beri titik di tempat kamu mengambil napas.",
                why="Di layar ponsel, kalimat panjang memakan setengah layar dan pembaca lupa awalnya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(_LONG_EN, "Well. " + _LONG_EN),
                good=(
                    "The alarm rang at four. We carried the boxes to the other room.",
                    "Six hours.",
                ),
                near_miss=(
                    "We packed gloves, coats, hats, scarves, boots, masks, tape, labels, pens, "
                    "ice, salt, bread, water, tea, sugar, milk, rice, soup, fruit, nuts, soap, "
                    "towels, lamps, rope, maps and one guitar.",
                    "\n".join(f"- box {number} is cold" for number in range(12)),
                    "The alarm rang\nWe ran\nThe door was open\nThe boxes were cold\nNobody "
                    "had slept\nThe driver laughed\nWe laughed too\nThen the ferry came back",
                ),
            ),
            "id": Examples(
                bad=(_LONG_ID, "Begini. " + _LONG_ID),
                good=("Alarm berbunyi jam empat. Kami memindahkan kotaknya.", "Enam jam."),
                near_miss=(
                    "Kami membawa sarung tangan, jaket, topi, sepatu, masker, lakban, label, "
                    "pulpen, es, garam, roti, air, teh, gula, susu, beras, sup, buah, kacang, "
                    "sabun, handuk, lampu, tali, peta, senter, dan satu gitar.",
                    "\n".join(f"- kotak {number} dingin" for number in range(12)),
                    "Alarm berbunyi\nKami berlari\nPintunya terbuka\nKotaknya dingin\nTidak ada "
                    "yang tidur\nSopirnya tertawa\nKami ikut tertawa\nLalu ferinya datang",
                ),
            ),
        },
        reference=_GOVUK,
        chapter="plain-words",
    ),
    Rule(
        id="plain_words.spelling",
        outcome=Outcome.REVISE,
        find=_spelling,
        words={
            "en": Words(
                title="Mend the spelling",
                message="«{matched}» is a common slip.",
                why="A slip in a post about care makes readers doubt the care.",
            ),
            "id": Words(
                title="Betulkan ejaannya",
                message="«{matched}» sering salah eja.",
                why="Salah eja di cerita soal ketelitian membuat pembaca meragukan ketelitiannya.",
            ),
        },
        examples={
            "en": Examples(
                bad=("We recieved the boxes at four.", "The vacine box was cold untill noon."),
                good=("We received the boxes at four.", "The vaccine box was cold until noon."),
                near_miss=(
                    "Mr Wich drove the van.",
                    "“Definately,” the sign said, and we laughed.",
                    "A lot of boxes stood there.",
                    "The weather held.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Silahkan datang, ijin masuk ada di gerbang.",
                    "Kotaknya disini, resiko rusaknya kecil.",
                    "Anaknya di vaksin kemarin.",
                ),
                good=("Silakan datang ke gerbang.", "Anaknya divaksin kemarin."),
                near_miss=(
                    "Di sini kotaknya, di sana esnya.",
                    "Pak Ijin menyetir truk.",
                    "Papan itu bertuliskan “silahkan masuk”, lalu kami tertawa.",
                    "Dimensi kotak ini kecil.",
                ),
            ),
        },
        reference=Reference(
            title="Merriam-Webster for English; KBBI VI Daring and EYD V for Indonesian",
            url="https://kbbi.kemdikbud.go.id",
            checked="2026-11-22",
        ),
        chapter="plain-words",
    ),
)

MERITS = (
    Merit(
        id="plain_words.short_sentences",
        find=_short_sentences,
        words={
            "en": Words(
                title="Sentences that fit a phone",
                message="The longest sentence has {count} words.",
            ),
            "id": Words(
                title="Kalimatnya pas di layar ponsel",
                message="Kalimat terpanjang hanya {count} kata.",
            ),
        },
        examples={
            "en": Examples(
                bad=("Six hours.", _LONG_EN + " Then we slept. We slept well."),
                good=(
                    "The ferry was cancelled. The box had ice for six hours. I called the clinic "
                    "and asked for help. A nurse came with her own ice. We were done at nine.",
                ),
            ),
            "id": Examples(
                bad=("Enam jam.", _LONG_ID + " Lalu kami tidur. Nyenyak sekali."),
                good=(
                    "Feri batal. Es di kotak cukup untuk enam jam. Saya menelepon puskesmas dan "
                    "meminta bantuan. Seorang bidan datang membawa es miliknya sendiri. Jam "
                    "sembilan semuanya selesai, dan saya pulang naik motor.",
                ),
            ),
        },
        chapter="plain-words",
    ),
)
