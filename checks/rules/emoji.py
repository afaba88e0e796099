"""Emoji: too many of them, or in the place of words and bullets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ..draft import Draft
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..tokens import BREAK, EMOJI, MARK, NUMBER, WORD, Token

LONGEST_RUN: Final = 3
"""Emoji in a row up to which they pass."""

MOST_SAME: Final = 2
"""The same emoji in a row."""

MOST: Final = 3
"""Emoji of a post that are never too many."""

WORDS_FOR_ONE: Final = 10
"""Words of a longer post that carry one emoji each."""

MOST_ANYWHERE: Final = 10
"""Emoji that are too many for any length."""

LEAST_BULLETS: Final = 3
"""Lines with an emoji at their head from which the emoji are bullets."""

_KEYCAP: Final = "\u20e3"
_SIGNS: Final = frozenset(
    "\u203c\u2049\u2122\u2139\u2194\u2195\u2196\u2197\u2198\u2199\u21a9\u21aa\u2605\u2606\u2610"
    "\u2611\u2640\u2642\u2660\u2663\u2665\u2666\u266a\u266b\u2713\u2714\u2715\u2716\u2717\u2718"
    "\u2756\u2794\u2799\u279b\u279c\u279d\u279e\u279f\u27a0\u27a1\u27a2\u27a3\u27a4\u27a5\u27a8"
    "\u25aa\u25ab\u25b6\u25c0\u25fb\u25fc\u25fd\u25fe\u27b2\u27b3\u27b5\u27b8\u27bc\u27bd\u2934\u2935"
    "\u2b05\u2b06\u2b07\u2b1b\u2b1c"
)
"""Signs of plain text that share the emoji block: ™, arrows, ticks, square bullets."""

_STRICT: Final = {
    "en": frozenset("the a an my your our their every another".split()),
    "id": frozenset(
        "sebuah seekor seorang sebutir sebatang selembar secangkir para si sang setiap tiap".split()
    ),
}
"""Words that ask for another word behind them, whatever follows."""

_LOOSE: Final = {
    "en": frozenset(
        (
            "of to in on at with for from by into under over through near behind without and or than "
            "need needs want wants bring bringing brought get got buy bought eat eating ate drink "
            "drinking drank see saw like love loves take took give gave her his this some no any more"
        ).split()
    ),
    "id": frozenset(
        (
            "di ke dari dengan dgn sama dan atau untuk buat utk oleh pada tanpa yang yg mau pengen "
            "ingin pingin minta dapat dapet dapetin nerima terima beli bawa bawain naik makan minum "
            "lihat liat nonton denger dengar main mirip jadi punya pakai pake butuh perlu kasih ngasih "
            "dikasih ketemu nunggu cari nyari foto kayak seperti sampai sampe banyak dua tiga empat lima "
            "enam tujuh delapan sembilan sepuluh ada"
        ).split()
    ),
}
"""The same where a word in lower case, a number or a full stop follows."""

_NEW_CLAUSE: Final = {
    "en": frozenset(
        (
            "i i'm we he she they it it's the my then so but you now today what when this that there "
            "because bc just still also lol"
        ).split()
    ),
    "id": frozenset(
        (
            "terus trus lalu tapi tp aku saya gue gw kami kita dia besok sambil jadi eh ya nih udah "
            "sudah tadi kemarin karena padahal ternyata untung soalnya semoga makasih"
        ).split()
    ),
}
"""Words that begin a new clause behind an emoji which closes the one before."""

_FIRM: Final = frozenset("to of than di ke dari dengan dgn pada oleh tanpa yang yg".split())
"""Loose words that no clause ends with."""

_VERBS_EN: Final = frozenset(
    "is are was were has have had will can needs need ate says said".split()
)
_OBJECTS_EN: Final = frozenset("my the this it you our to a your that these those all".split())
_HEARTS: Final = frozenset("❤♥💙💚💛🧡💜🖤🤍🤎💕💖💗💓💞💘🩷🩵")


def _pictures(draft: Draft) -> list[int]:
    """Return where emoji stand that are pictures; numbered keycaps and signs are none."""
    return [
        index
        for index, token in enumerate(draft.tokens)
        if token.kind == EMOJI and _KEYCAP not in token.norm and token.norm[:1] not in _SIGNS
    ]


def _runs(pictures: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for index in pictures:
        if run and index != run[-1] + 1:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _repeats(tokens: list[Token]) -> bool:
    same = 1
    for before, token in pairwise(tokens):
        same = same + 1 if token.norm == before.norm else 1
        if same > MOST_SAME:
            return True
    return False


def _flood(draft: Draft, policy: Policy) -> Iterator[Hit]:
    pictures = _pictures(draft)
    if len(pictures) <= MOST_SAME:
        return
    count = {"count": str(len(pictures))}
    for run in _runs(pictures):
        tokens = [draft.tokens[index] for index in run]
        if len(run) > LONGEST_RUN or _repeats(tokens):
            first = draft.text[tokens[0].start : tokens[0].end]
            yield Hit(Span(tokens[0].start, tokens[-1].end), first, count)
    if len(pictures) > MOST and (
        len(pictures) > MOST_ANYWHERE or len(pictures) * WORDS_FOR_ONE > len(draft.words)
    ):
        yield Hit(draft.tokens[pictures[MOST]].span, None, count)


def _bullets(draft: Draft, pictures: frozenset[int]) -> list[int]:
    """Return the emoji at the head of lines, where they head most lines."""
    heads, lines = [], 0
    tokens = draft.tokens
    for index, token in enumerate(tokens):
        if token.kind == BREAK or (index and tokens[index - 1].kind != BREAK):
            continue
        lines += 1
        follows = tokens[index + 1] if index + 1 < len(tokens) else None
        if index in pictures and follows is not None and follows.kind in (WORD, NUMBER):
            heads.append(index)
    return heads if len(heads) >= LEAST_BULLETS and 2 * len(heads) >= lines else []


def _stands_for_a_word(draft: Draft, index: int) -> bool:
    tokens, lang = draft.tokens, draft.lang
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    goes_on = after is not None and (
        after.kind == NUMBER or (after.kind == WORD and draft.text[after.start].islower())
    )
    if before is None or before.kind in (BREAK, MARK):
        return lang == "en" and goes_on and after is not None and after.norm in _VERBS_EN
    if before.kind != WORD:
        return False
    if before.norm in _STRICT[lang]:
        return True
    if before.norm in _LOOSE[lang]:
        full_stop = (
            after is not None
            and after.kind == MARK
            and after.norm in ".,"
            and after.start == tokens[index].end
        )
        closed = after is not None and after.norm in _NEW_CLAUSE[lang]
        return full_stop or (goes_on and (not closed or before.norm in _FIRM))
    if lang == "en":
        return before.norm in ("i", "we") and after is not None and after.norm in _OBJECTS_EN
    heart = tokens[index].norm[:1] in _HEARTS
    return (
        heart and goes_on and before.norm in ("aku", "saya", "kami", "kita", "gue", "gw", "i", "we")
    )


def _as_word(draft: Draft, policy: Policy) -> Iterator[Hit]:
    pictures = _pictures(draft)
    bullets = _bullets(draft, frozenset(pictures))
    for index in bullets:
        yield Hit(draft.tokens[index].span, "-")
    heads = frozenset(bullets)
    for index in pictures:
        if index not in heads and _stands_for_a_word(draft, index):
            yield Hit(draft.tokens[index].span)


_ACCESS = Reference(
    title="Princeton University, Digital accessibility: social media guidelines",
    url="https://digital.accessibility.princeton.edu/guidelines/social-media",
    checked="2026-11-22",
)

RULES = (
    Rule(
        id="emoji.flood",
        outcome=Outcome.INFO,
        find=_flood,
        words={
            "en": Words(
                title="Keep one or two emoji",
                message="There are {count} emoji in this post. One or two say as much as all of them.",
                why="Screen readers speak every emoji by its name: a row of six is six phrases long.",
            ),
            "id": Words(
                title="Sisakan satu atau dua emoji",
                message="Ada {count} emoji di tulisan ini. Satu atau dua sudah cukup bicara.",
                why="Pembaca layar menyebut nama setiap emoji: enam emoji berderet jadi enam frasa.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "First day in the lab coat 🥼🔬🧪🧫 and I put it on backwards.",
                    "Delivered at nine 😅😅😅😅😅😅 going to bed now",
                    "Passed my pipetting test 😭😭😭",
                    "Tuesday 🗓️ under the big tree 🌳 bring the book 📖 and something to drink 🥤 see you 👋",
                ),
                good=(
                    "First day in the lab coat 🥼 and I put it on backwards.",
                    "Delivered at nine. Going to bed now 😅",
                ),
                near_miss=(
                    "Bring 1️⃣ the book 2️⃣ a bottle 3️⃣ a hat 4️⃣ the child.",
                    "The quiet train™ → Kapuk ✓ Randu ✓ Tirtagiri ✓ on time ✓",
                    "The nurses 👩🏽‍⚕️👨🏼‍⚕️ waved from the pier.",
                    "We are back :) :) :) :)",
                    "Delivered 😅🙏 The farmer helped me.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Sabtu seru bareng tim 🎉🎉🎉🎉🎉 datang ya",
                    "Hari pertama magang 🥹🥹🥹 Mbak Ratih baik sekali",
                    "Ke Anjang 🚚 hujan 🌧️ ombak 🌊 kotak aman 📦 kopi dulu ☕",
                ),
                good=("Sabtu seru bareng tim 🎉", "Hari pertama magang. Mbak Ratih baik sekali 🥹"),
                near_miss=(
                    "1️⃣ Bawa buku KIA 2️⃣ Bawa popok 3️⃣ Sarapan dulu 4️⃣ Senyum",
                    "Jadwal baru: Tirtagiri → Muara ✓ Kapuk ✓ Cibeber ✓ tepat waktu ✓",
                    "Hujan terus :) ombak dua meter :( kotak aman :) pulang :)",
                    "Sampai ketemu besok 🙏😊",
                ),
            ),
        },
        reference=_ACCESS,
        chapter="platforms",
    ),
    Rule(
        id="emoji.as_word",
        outcome=Outcome.INFO,
        find=_as_word,
        words={
            "en": Words(
                title="Write the word and put the emoji behind it",
                message="«{matched}» stands where a word or a bullet should be. Not every reader sees what it means.",
                why="Screen readers, old phones and other cultures read emoji in other ways than you do.",
            ),
            "id": Words(
                title="Tulis katanya, emoji di belakang saja",
                message="«{matched}» menggantikan kata atau butir daftar. Tidak semua pembaca menangkap artinya.",
                why="Pembaca layar, ponsel lama, dan orang lain membaca emoji dengan cara yang berbeda.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "the 🚂 is late because a 🐐 is on the line",
                    "Bring your 👶 and the 📖 on Tuesday.",
                    "News from the depot\n🔥 Three new trains\n💡 Quiet coaches\n🌱 Less power",
                    "We had to ☎️ the farmer.",
                ),
                good=(
                    "The train is late because a goat is on the line 🐐",
                    "Bring your child and the book on Tuesday 📖",
                ),
                near_miss=(
                    "News from the depot\n1️⃣ Three new trains\n2️⃣ Quiet coaches\n3️⃣ Less power",
                    "We start at nine 💉 and there is shade 🌳",
                    "no emoji can say how calm she was 🐐 the farmer came with a carrot",
                    "that is the pier we came from 😅 i had no breakfast",
                    "Come on 😂 It was only a goat.",
                    "🐐 The goat walked off.",
                    "That is what we came for 🙌",
                    "- three new trains 🚆\n- a quiet coach\n- less power",
                ),
            ),
            "id": Examples(
                bad=(
                    "Pagi ini dapat 🌹 dari pasien kecil.",
                    "Katanya aku mirip 👸. Lalu dia minta 🍭 dan tidak mau 💉.",
                    "Kabar depo\n🔥 Tiga kereta baru\n💡 Gerbong senyap\n🌱 Hemat listrik",
                ),
                good=(
                    "Pagi ini dapat bunga dari pasien kecil 🌹",
                    "Katanya aku mirip putri 👸",
                ),
                near_miss=(
                    "Kabar depo\n1️⃣ Tiga kereta baru\n2️⃣ Gerbong senyap\n3️⃣ Hemat listrik",
                    "Ada donor darah 🩸 dan ada musik.",
                    "Sampai ketemu di sana 🙏 Jangan lupa sarapan.",
                    "Kotak aman, celana basah 😂 tapi senang.",
                    "Mau 😋 Tunggu aku ya.",
                ),
            ),
        },
        reference=_ACCESS,
        chapter="platforms",
    ),
)
