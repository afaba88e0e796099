"""The turn of a story: something goes another way than it began.

Craft wisdom, not measured science: a calm day told well needs no turn. Instructions, lists and
announcements tell no story and stay unmarked.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from ..draft import Draft, Sentence
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Merit, Rule, Words
from ..terms import Term
from ..tokens import BREAK, EMOJI, MARK, NUMBER
from ..wordlists import entries

LEAST_WORDS: Final = 40
"""Words from which a story has room for a turn."""

LEAST_FOR_PRAISE: Final = 25
"""Words from which a turn is worth a word of praise."""

ENOUGH: Final = 2
"""Points that make a turn: a strong word gives two, a weak one gives one."""

LEAST_STEPS: Final = 3
"""Words of order and time («then», «at noon») from which sentences follow each other in time."""

MANY_STEPS: Final = 5
"""The same, where an Indonesian text names nobody."""

LEAST_STEPS_FOR_PRAISE: Final = 2
"""The same for the word of praise."""

LEAST_DEEDS: Final = 4
"""Verbs of a story (past forms, or «I» and «we» with a verb) that English asks for."""

MOST_ORDERS: Final = 1
"""Words that tell readers what to do, up to which a text can still be a story."""

LEAST_BULLETS: Final = 3
"""Lines with a bullet from which a text is a list."""

SHORT: Final = 4
"""Words up to which a sentence behind a longer one is a beat of its own: «Eleven minutes.»"""

LONGER: Final = 6
"""Words of the sentence before such a beat."""

_PERSONS: Final = {
    "en": frozenset(
        ("i i'm i've i'd i'll we we're we've we'd he she they he'd she'd they'd").split()
    ),
    "id": frozenset(
        (
            "saya aku gue gua gw kami kita ia dia beliau mereka awak beta pak bu bapak ibu mbak mas "
            "kak kang bang bude pakde mak mbah nenek kakek anak adik suami istri teman tim"
        ).split()
    ),
}
_HALF_VERBS: Final = frozenset(
    (
        "think believe know hope want love like need wish guess mean would will can could should "
        "must may might do don't didn't am are was were feel agree"
    ).split()
)
"""What may follow «I» without telling a deed."""

_SO_NEXT: Final = frozenset(("i we he she they it the my our that now nobody").split())
_BULLETS: Final = frozenset("-–—*•·▪●◦‣>+")


@cache
def _past() -> frozenset[str]:
    return frozenset(entry.term for entry in entries("en", "turn_past"))


def _bullets(draft: Draft) -> int:
    """Return how many lines begin with a bullet, a number or an emoji."""
    count = 0
    tokens = draft.tokens
    for index, token in enumerate(tokens):
        begins = index == 0 or tokens[index - 1].kind == BREAK
        if not begins:
            continue
        follows = tokens[index + 1] if index + 1 < len(tokens) else None
        numbered = (
            token.kind == NUMBER
            and follows is not None
            and follows.kind == MARK
            and follows.norm in (".", ")")
        )
        mark = token.kind == MARK and draft.text[token.start] in _BULLETS
        count += numbered or mark or token.kind == EMOJI
    return count


def _deeds(draft: Draft) -> int:
    """Count the verbs of an English story."""
    past = _past()
    words = [token.norm for token in draft.words]
    count = 0
    for index, word in enumerate(words):
        if word in past or (len(word) > 4 and word.endswith("ed")):
            count += 1
        elif word in ("i", "we") and index + 1 < len(words):
            following = words[index + 1]
            told = following in past or following.endswith("ed")
            count += not told and following not in _HALF_VERBS
    return count


def _is_story(draft: Draft) -> bool:
    """True where somebody does one thing after the other."""
    if len(draft.terms("turn_orders")) > MOST_ORDERS or _bullets(draft) >= LEAST_BULLETS:
        return False
    steps = len(draft.terms("turn_steps"))
    if steps < LEAST_STEPS:
        return False
    if draft.lang == "en":
        return _somebody(draft) and _deeds(draft) >= LEAST_DEEDS
    # Indonesian may leave the subject out: «Senin kenalan. Selasa keliling gedung.»
    return _somebody(draft) or steps >= MANY_STEPS


def _somebody(draft: Draft) -> bool:
    """True where a person acts, outside quotes."""
    persons = _PERSONS[draft.lang]
    mine = draft.lang == "id"
    return any(
        (token.norm in persons or (mine and _mine(token.norm))) and not draft.in_quote(token.span)
        for token in draft.words
    )


def _mine(norm: str) -> bool:
    """True for «kubawa»: the writer in front of the verb."""
    return len(norm) > 5 and norm.startswith("ku") and norm[2] in "abcdgjlpst"


def _cues(draft: Draft, after: int) -> Iterator[tuple[Term, int, bool]]:
    """Yield the cues from token ``after`` on: term, points, and whether it is a word of the list."""
    smooth = {
        index for term in draft.terms("turn_smooth") for index in range(term.first, term.last + 1)
    }
    for term in draft.terms("turn_cues"):
        if term.first < after or term.first in smooth:
            continue
        yield term, ENOUGH if term.entry.columns[0] == "strong" else 1, True
    for term in draft.terms("negators"):
        if term.first >= after and term.first not in smooth and "tone" not in term.entry.columns:
            yield term, ENOUGH, False


def _consequences(draft: Draft, after: int) -> int:
    """Count «so» where it draws a consequence; «so kind» does not."""
    tokens = draft.tokens
    count = 0
    for index in range(max(1, after), len(tokens) - 1):
        if tokens[index].norm == "so" and tokens[index + 1].norm in _SO_NEXT:
            before = tokens[index - 1]
            count += before.kind in (MARK, BREAK) or before.norm == "and"
    return count


def _beats(draft: Draft, after: int) -> int:
    """Return one point each for speech, a question, and a short sentence behind a longer one."""
    tokens = draft.tokens
    start = tokens[after].start if after < len(tokens) else len(draft.text)
    speech = any(
        quote.start >= start and quote.of(draft.text).count(" ") >= 2 for quote in draft.quotes
    )
    asked = any(token.kind == MARK and "?" in token.norm for token in tokens[after:])
    short = False
    before = 0
    for sentence in draft.sentences:
        if sentence.first >= after and 0 < sentence.words <= SHORT and before >= LONGER:
            short = True
        before = sentence.words
    return speech + asked + short


def _after_first_third(draft: Draft) -> int:
    """Return the index of the token at which the second third of the words begins."""
    words = draft.words
    return draft.tokens.index(words[len(words) // 3]) if words else 0


def _missing(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if len(draft.words) < LEAST_WORDS or not _is_story(draft):
        return
    after = _after_first_third(draft)
    points = sum(each for _, each, _ in _cues(draft, after)) + _beats(draft, after)
    if draft.lang == "en":
        points += _consequences(draft, after)
    if points >= ENOUGH:
        return
    sentence = next((each for each in draft.sentences if each.last >= after and each.words), None)
    if sentence is not None:
        yield Hit(sentence.span)


def _there(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if len(draft.words) < LEAST_FOR_PRAISE or _bullets(draft) >= LEAST_BULLETS:
        return
    if not _somebody(draft) or len(draft.terms("turn_steps")) < LEAST_STEPS_FOR_PRAISE:
        return
    if draft.lang == "en" and _deeds(draft) < LEAST_DEEDS:
        return
    for term, points, listed in _cues(draft, _after_first_third(draft)):
        if listed and points >= ENOUGH and not draft.in_quote(term.span):
            sentence: Sentence | None = draft.sentence_of(term.first)
            yield Hit(Span(*sentence.span) if sentence else term.span)
            return


_FLAT_EN = (
    "I arrive at seven and greet the guard. Then I put on my gown and go to the lab. At ten I check "
    "the plates and write the results in the book. At noon I have lunch with my colleagues. In the "
    "afternoon I check more plates and go home on the bus.",
    "Last Tuesday we held our safety day. First we had coffee in the yard. Then Meilani spoke about "
    "helmets and Yosef spoke about ladders. After lunch we walked through the pump house and took "
    "pictures. At the end everyone got a yellow vest and we went home.",
    "My first week at the depot! On Monday I met the drivers. On Tuesday I rode along with Bima. On "
    "Wednesday they showed me the cold store and on Thursday the office. On Friday we ate cake in "
    "the canteen and everybody was kind to me.",
    "We set up the tables under the big tree in the morning. The mothers came with the children, we "
    "weighed them and wrote the weights into the books. Then we gave vitamins and sang a song "
    "together. At noon we packed up and drove back along the river.",
)
_TURN_EN = (
    "I arrive at seven and greet the guard. Then I put on my gown and go to the lab. At ten I check "
    "the plates and write the results in the book. But plate 31 had a white dot. At noon nobody went "
    "for lunch, and we cleaned the whole corridor again.",
    "We set up the tables under the big tree in the morning. The mothers came with the children and "
    "sat down in the shade. Then the scale broke, so the fish seller lent us his. At noon we had "
    "weighed forty babies at the price of mackerel.",
)
_FLAT_ID = (
    "Hari ini saya bangun jam tiga, mandi, sarapan, lalu berangkat ke gudang. Kotaknya saya muat "
    "bersama Bima. Jalannya lancar dan cuacanya cerah. Kami sampai di puskesmas jam delapan, barang "
    "diterima, tanda tangan, minum teh, terus pulang. Sorenya saya main bola dengan anak.",
    "Minggu pertama magang di lab! Senin kenalan dengan semua orang. Selasa keliling gedung. Rabu aku "
    "belajar memakai jas lab. Kamis ikut rapat dan mencatat. Jumat makan siang bersama di kantin, "
    "menunya soto. Orangnya ramah, ruangannya bersih, dan pulangnya dijemput ayah.",
    "Pekan lalu kami mengadakan pelatihan menulis di gedung C. Peserta datang pukul sembilan, mengisi "
    "daftar hadir, lalu mendengarkan Meilani. Setelah makan siang ada latihan berkelompok. Setiap "
    "kelompok membacakan hasilnya. Acara ditutup dengan foto bersama dan dua puluh empat orang pulang "
    "membawa buku.",
)
_TURN_ID = (
    "Hari ini saya bangun jam tiga, mandi, sarapan, lalu berangkat ke gudang. Kotaknya saya muat "
    "bersama Bima. Jalannya lancar dan cuacanya cerah. Ternyata feri batal. Kami mencari nelayan di "
    "dermaga, dan Pak Udin mau berangkat asal kotaknya tidak diduduki.",
    "Minggu pertama magang di lab! Senin kenalan dengan semua orang. Selasa keliling gedung. Rabu aku "
    "belajar memakai jas lab. Kamis aku menumpahkan cairan ke meja Mbak Ratih. Dia malah tertawa dan "
    "membuka kotak kecil: catatan tumpahannya sendiri sejak 2014.",
)

RULES = (
    Rule(
        id="turn.missing",
        outcome=Outcome.INFO,
        find=_missing,
        words={
            "en": Words(
                title="Tell what went another way",
                message="From here on, one thing follows the other and nothing changes. What went wrong, surprised you, or was new?",
                why="A story moves readers when something turns; a list of steps is over as it begins.",
            ),
            "id": Words(
                title="Ceritakan apa yang berjalan lain",
                message="Dari sini kejadiannya berurutan saja dan tidak ada yang berubah. Apa yang meleset, mengejutkan, atau baru?",
                why="Cerita menggerakkan pembaca saat ada yang berbelok; urutan langkah saja cepat terlupa.",
            ),
        },
        examples={
            "en": Examples(
                bad=_FLAT_EN,
                good=_TURN_EN,
                near_miss=(
                    # Without a connector: what happens is the turn.
                    "Sunday shift on the 06:40. We left at dawn and the coaches were half full. At "
                    "Kapuk a goat was standing between the rails. She looked at me, I looked at her. "
                    "Eleven minutes. Then a hiker climbed down and sang to her, and off she walked. "
                    "The farmer has put up a fence by now.",
                    # An instruction.
                    "Please bring the record book on Tuesday. First we weigh the children, then we "
                    "measure them, and after that we give the drops. Please come in the morning, when "
                    "it is cool. We began this in May, and I sit at the first table with the list and "
                    "a pen.",
                    # A list.
                    "What I did on Monday in the lab:\n- I changed shoes in the morning\n- I changed "
                    "gloves and washed my hands\n- I wrote down the time, then the name\n- we counted "
                    "the plates after lunch\n- we cleaned the corridor\n- I changed shoes and went home "
                    "at four with Ratih",
                    "We had coffee. Then we went home.",
                    # The alarm and the wrong door: an obstacle.
                    "On Monday I drove to the clinic with twelve boxes. In the morning the road was "
                    "dry and we had tea at the gate. At noon I opened the van, and one box was missing. "
                    "We drove back along the river and looked under every bridge. At four a child stood "
                    "at the road with the box.",
                ),
            ),
            "id": Examples(
                bad=_FLAT_ID,
                good=_TURN_ID,
                near_miss=(
                    "Tiap pagi saya keliling enam ruang dingin sejak 1992. Suhunya saya catat, pintunya "
                    "saya lap, mesinnya saya dengarkan. Rabu lalu jam dua siang ruang lima terlalu sepi. "
                    "Angkanya bagus, empat koma dua. Saya tempelkan telinga ke dinding: kipasnya "
                    "berhenti. Layarnya menampilkan angka lama.",
                    "Tolong bawa buku KIA hari Selasa. Pertama anak ditimbang, lalu diukur tingginya, "
                    "kemudian diberi vitamin. Mohon datang pagi, sebelum jam sembilan, waktu halaman "
                    "masih teduh. Saya duduk di meja pertama dengan daftar nama, dan Bu Tini di meja "
                    "kedua dengan timbangan.",
                    "Yang saya lakukan hari Senin:\n- pagi ganti sepatu\n- lalu ganti sarung tangan dan "
                    "cuci tangan\n- kemudian menulis jam dan nama\n- setelah makan siang menghitung "
                    "botol bersama Ratih\n- sore membersihkan lorong dan menata rak\n- jam empat ganti "
                    "sepatu, lalu pulang naik bus",
                    "Kami minum kopi. Lalu pulang.",
                ),
            ),
        },
        reference=Reference(
            title="Kenn Adams, story spine (1992), and Randy Olson, And-But-Therefore (2015)",
            checked="2026-11-22",
        ),
        chapter="arc",
    ),
)

MERITS = (
    Merit(
        id="turn.there",
        find=_there,
        words={
            "en": Words(
                title="The story turns",
                message="«{matched}» goes another way than the beginning did. Readers wake up there.",
            ),
            "id": Words(
                title="Ceritanya berbelok",
                message="«{matched}» berjalan lain daripada awalnya. Di situ pembaca terjaga.",
            ),
        },
        examples={
            "en": Examples(bad=_FLAT_EN[:2], good=_TURN_EN),
            "id": Examples(bad=_FLAT_ID[:2], good=_TURN_ID),
        },
        chapter="arc",
    ),
)
