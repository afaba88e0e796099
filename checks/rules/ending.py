"""The last line: a slogan or empty thanks, or a step and a question that readers can take.

Craft wisdom, not measured science: thanks to a person for a thing are no empty thanks, and a
thank-you behind a request is plain courtesy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..details import details
from ..draft import Draft, Sentence
from ..findings import Hit, Outcome, Reference
from ..policy import Policy
from ..rule import Examples, Merit, Rule, Words
from ..terms import Term
from ..tokens import BREAK, EMOJI, MARK, NUMBER, TAG, WORD, Token
from ..wordlists import terms

LEAST_WORDS: Final = 12
"""Words of a post that has an ending at all."""

LONGEST_SLOGAN: Final = 24
"""Words up to which a last sentence of big words is a slogan."""

LONGEST_LINE: Final = 9
"""Words of a last line that is the firm's motto: «Air Randu, flowing for you»."""

LEAST_FAINT: Final = 2
"""Faint big words («always», «people») that weigh as much as one heavy one («excellence»)."""

SHORT_THANKS: Final = 3
"""Words up to which «Thank you» stands alone."""

MOST_JOINS: Final = 8
"""Marks and joining words at the head of a sentence that are skipped."""

_JOINS: Final = frozenset(
    (
        "and so but because then as yes well oh dan jadi karena sebab maka nah oke ya akhir kata"
    ).split()
)
_SPEAKER: Final = frozenset(
    ("i i'm i've i'd i'll me my he she his her him saya aku gue gw ia dia beliau").split()
)
_TOLD: Final = frozenset(
    (
        "was were had did said told asked came went took found gave sudah udah telah tadi kemarin "
        "semalam lalu jam pukul tonight monday tuesday wednesday thursday "
        "friday saturday sunday senin selasa rabu kamis jumat sabtu"
    ).split()
)
"""Words of a sentence that tells something, which a slogan does not."""

_OPENERS: Final = frozenset("we kami kita".split())
_ALL: Final = frozenset(
    (
        "all everyone everybody team support love follow reading semua semuanya kalian pihak tim "
        "teman-teman rekan-rekan rekan kawan-kawan dukungan doa baca membaca bacanya followers gaes "
        "guys sahabat sobat bestie perhatiannya perhatian waktunya"
    ).split()
)
"""Whom empty thanks go to."""

_COPULAS: Final = frozenset("is are adalah itu ialah merupakan".split())
_OURS: Final = frozenset("our us kami kita".split())
_UNTOLD: Final = frozenset(
    "dedicated united inspired committed blessed shared loved cared need indeed speed seed red".split()
)
"""Words in -ed of slogans."""

_AT_WORK: Final = frozenset(
    ("work works working employee employees staff karyawan pegawai bekerja kerja iklan ad").split()
)
_REPEATED: Final = frozenset(
    (
        "one more your our together every better stronger keep always with for clean safe on we "
        "satu bersama terus lebih makin semakin tetap kerja untuk demi mari selalu ayo dari demi sehat"
    ).split()
)
"""Words that slogans put at the head of every part: «one team, one goal»."""

_ASKED: Final = frozenset(
    (
        "you your who which what how when where why anyone anybody kamu kalian anda mu siapa apa "
        "bagaimana gimana kapan mana dimana kenapa mengapa ada adakah berapa kira-kira lo lu"
    ).split()
)
_HARD: Final = frozenset(("number", "time", "quote"))
"""Kinds of detail that no slogan holds."""


def last_sentence(draft: Draft) -> int | None:
    """Return the place of the last sentence with words in it; tags and emoji are no ending."""
    for place in range(len(draft.sentences) - 1, -1, -1):
        if draft.sentences[place].words:
            return place
    return None


def _inside(draft: Draft, sentence: Sentence, name: str) -> tuple[Term, ...]:
    return tuple(
        term
        for term in draft.terms(name)
        if sentence.first <= term.first <= sentence.last and not draft.in_quote(term.span)
    )


def _first_word(draft: Draft, sentence: Sentence, joins: frozenset[str] = _JOINS) -> int:
    """Return the first token that is no mark, emoji or small joining word."""
    for index in range(sentence.first, min(sentence.last, sentence.first + MOST_JOINS) + 1):
        token = draft.tokens[index]
        if token.kind not in (MARK, EMOJI, BREAK, TAG) and token.norm not in joins:
            return index
    return sentence.first


def _words(draft: Draft, sentence: Sentence) -> list[Token]:
    return [
        token
        for token in draft.tokens[sentence.first : sentence.last + 1]
        if token.kind in (WORD, NUMBER)
    ]


def _asks(draft: Draft, sentence: Sentence) -> bool:
    return any(
        token.kind == MARK and "?" in token.norm
        for token in draft.tokens[sentence.first : sentence.last + 1]
    )


def _requests(draft: Draft, ending: Sentence) -> bool:
    """True where something up to the ending tells readers what to do."""
    return any(
        term.first <= ending.last and _is_step(draft, term)
        for term in draft.terms("ending_steps")
        if not draft.in_quote(term.span)
    )


def _is_step(draft: Draft, term: Term) -> bool:
    """True for a word that asks readers for something, or an order at the head of a clause."""
    if term.entry.columns[0] == "anywhere":
        return True
    sentence = draft.sentence_of(term.first)
    if sentence is None:
        return False
    before = draft.tokens[term.first - 1] if term.first else None
    return term.first == _first_word(draft, sentence) or (
        before is not None and before.kind == MARK
    )


def _steps(draft: Draft, sentence: Sentence) -> bool:
    """True where a sentence gives readers a step."""
    return any(_is_step(draft, term) for term in _inside(draft, sentence, "ending_steps"))


def _named(draft: Draft, sentence: Sentence) -> bool:
    """True where a person is thanked by name."""
    return bool(_inside(draft, sentence, "voice_names")) or any(
        term.entry.columns[0] == "title" for term in _inside(draft, sentence, "voice_people")
    )


def _motto(draft: Draft, policy: Policy, sentence: Sentence) -> bool:
    """True for a short line that holds the firm's name and tells nothing."""
    if sentence.words > LONGEST_LINE or not policy.names:
        return False
    found = draft.terms_of(policy.book).get("company", ())
    firm = [term for term in found if sentence.first <= term.first <= sentence.last]
    words = {token.norm for token in _words(draft, sentence)}
    if not firm or words & (_SPEAKER | _TOLD | _AT_WORK):
        return False
    after = draft.tokens[firm[0].last + 1] if firm[0].last < sentence.last else None
    before = draft.tokens[firm[0].first - 1] if firm[0].first > sentence.first else None
    alone = firm[0].last - firm[0].first + 1 == sentence.words
    return (
        alone
        or (after is not None and after.kind == MARK and after.norm in ",:;-–—|")
        or (before is not None and before.kind == MARK and before.norm in ",:;-–—|")
    )


def _same_heads(draft: Draft, sentence: Sentence) -> bool:
    """True where the parts of a sentence begin alike: «one team, one goal»."""
    heads = []
    fresh = True
    for token in draft.tokens[sentence.first : sentence.last + 1]:
        if token.kind == MARK and token.norm in ",;-–—.":
            fresh = True
        elif token.kind == WORD and fresh:
            heads.append(token.norm)
            fresh = False
    return any(heads.count(head) > 1 for head in heads if head in _REPEATED)


def _hard(draft: Draft, policy: Policy, sentence: Sentence) -> bool:
    """True where a sentence holds a number, a moment or speech."""
    return any(
        detail.kind in _HARD and sentence.first <= detail.token <= sentence.last
        for detail in details(draft, policy)
    )


def _ordered(draft: Draft, sentence: Sentence) -> bool:
    """True where a sentence holds an order to readers, anywhere."""
    return any(term.entry.columns[0] == "verb" for term in _inside(draft, sentence, "ending_steps"))


def _plain(draft: Draft, policy: Policy, sentence: Sentence, norms: set[str]) -> bool:
    """True where a sentence tells something: a thing, a person, a time, a number, what was."""
    if norms & (_SPEAKER | _TOLD) or _named(draft, sentence) or _steps(draft, sentence):
        return True
    past = terms("en", "turn_past")
    if draft.lang == "en" and any(
        norm in past or (len(norm) > 4 and norm.endswith("ed") and norm not in _UNTOLD)
        for norm in norms
    ):
        return True
    if _inside(draft, sentence, "scene_things") or _inside(draft, sentence, "voice_names"):
        return True
    return any(sentence.first <= detail.token <= sentence.last for detail in details(draft, policy))


def _thanks(draft: Draft, sentence: Sentence, kinds: set[str], norms: set[str]) -> bool | None:
    """Tell whether thanks are empty; None where the sentence thanks nobody."""
    if not kinds & {"thanks", "plea"}:
        return None
    if _named(draft, sentence) or _asks(draft, sentence):
        return False
    if "thanks" in kinds or norms & _ALL:
        return True
    if sentence.words <= SHORT_THANKS:
        return None if _requests(draft, sentence) else True
    return None


def _is_slogan(draft: Draft, policy: Policy, sentence: Sentence) -> bool:
    """True where the last sentence gives nothing to take along; looked at once."""
    return draft.once("ending", lambda: _judged(draft, policy, sentence), of=policy)


def _judged(draft: Draft, policy: Policy, sentence: Sentence) -> bool:
    norms = {token.norm for token in _words(draft, sentence)}
    found = _inside(draft, sentence, "ending_slogans")
    kinds = {term.entry.columns[0] for term in found}
    thanks = _thanks(draft, sentence, kinds, norms)
    if thanks is not None:
        return thanks
    if _asks(draft, sentence) or draft.in_quote(sentence.span):
        return False
    if "bye" in kinds:
        return True
    heads = {_first_word(draft, sentence), _first_word(draft, sentence, joins=frozenset())}
    starts = any(term.first in heads and term.entry.columns[0] == "start" for term in found)
    if any(term.first in heads and term.entry.columns[0] == "call" for term in found):
        # «Let's plant trees» is a slogan; «let's meet at six» and «ayo cek meterannya» are steps.
        return not (
            norms & (_TOLD | _SPEAKER)
            or _named(draft, sentence)
            or _hard(draft, policy, sentence)
            or _ordered(draft, sentence)
        )
    if "slogan" in kinds or starts:
        if not (_hard(draft, policy, sentence) or norms & _TOLD or _named(draft, sentence)) and (
            "slogan" in kinds or not _plain(draft, policy, sentence, norms - _OPENERS)
        ):
            return True
    if _motto(draft, policy, sentence):
        return True
    if sentence.words > LONGEST_SLOGAN or _plain(draft, policy, sentence, norms):
        return False
    if sentence.words <= LONGEST_LINE and norms & _COPULAS and norms & _OURS:
        return True  # «Precision is our breath.»
    faint = {term.entry.term for term in found if term.entry.columns[0] == "faint"}
    return (
        "value" in kinds
        or len(faint) >= LEAST_FAINT
        or (sentence.words <= LONGEST_SLOGAN // 2 and _same_heads(draft, sentence))
    )


def _slogan(draft: Draft, policy: Policy) -> Iterator[Hit]:
    place = last_sentence(draft)
    if not place or len(draft.words) < LEAST_WORDS:  # a post of one sentence has no ending
        return
    sentence = draft.sentences[place]
    if _is_slogan(draft, policy, sentence):
        yield Hit(sentence.span)


def _step(draft: Draft, policy: Policy) -> Iterator[Hit]:
    place = last_sentence(draft)
    if not place or len(draft.words) < LEAST_WORDS:
        return
    sentence = draft.sentences[place]
    if _is_slogan(draft, policy, sentence):
        return
    norms = {token.norm for token in _words(draft, sentence)}
    question = _asks(draft, sentence) and bool(norms & _ASKED)
    if (question or _steps(draft, sentence)) and not draft.in_quote(sentence.span):
        yield Hit(sentence.span)


_STEP_EN = (
    "We vaccinated 64 children before the rain. If a box in the record book is empty, come on Tuesday.",
    "Since May I turn my notes around in interviews. We laughed, and he got the job. Where do you write yours?",
    "A root as thick as my arm had pushed the pipe apart. Send us a photo before you plant the next tree.",
)
_STEP_ID = (
    "Tadi ada bayi yang ketawa waktu disuntik. Kalau jadwal anakmu kelewat, datang saja Kamis jam delapan.",
    "Sambungannya berkaret ban, dan tekanannya kembali 1,8 bar. Di kota Anda, bagaimana catatan pipa lama disimpan?",
    "Air mati hari Jumat karena kami mengganti katup tua di Kapuk. Tampung dua ember malam sebelumnya.",
)

RULES = (
    Rule(
        id="ending.slogan",
        outcome=Outcome.INFO,
        find=_slogan,
        words={
            "en": Words(
                title="End with a step or a question",
                message="«{matched}» closes the post and gives readers nothing to take along. Name a step, or ask what you want to know.",
                why="Readers remember the last line; a slogan or thanks to all wipes out the picture before it.",
            ),
            "id": Words(
                title="Tutup dengan langkah atau pertanyaan",
                message="«{matched}» menutup tulisan tanpa bekal apa pun. Beri satu langkah, atau tanyakan hal yang memang ingin kamu tahu.",
                why="Baris terakhir paling diingat; slogan atau terima kasih umum menghapus gambaran sebelumnya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "At two we found the leak behind the school: a root as thick as my arm. Together we flow towards tomorrow!",
                    "A boy left his trumpet on the 05:12, and I carried it to him. Thank you to everyone who made this possible.",
                    "One little girl held my finger and counted to ten. Health is wealth, and happiness is the best medicine of all 💚",
                    "The new trains stop 40 metres shorter in the rain. Kereta Selaras, moving hearts.",
                    "We carried the boxes over the bridge by hand that night. One team, one goal!",
                ),
                good=_STEP_EN,
                near_miss=(
                    "The cold store was open again this morning. Please pull the door until you hear the click. Thank you!",
                    "My sleeve was too long by a hand on my first day. Thank you for the paper clip, Ratih.",
                    "“Together we flow” is painted on our truck. At two in the morning, together meant four people and one saw.",
                    "He wanted to write “Safety first”, and there was no space on the wall. He painted a helmet.",
                    "The man took a photo of the board for his mother. He had never seen his name on a wall.",
                    "I work at the depot and clean the blue trains. Thanks to our new fence the goat stayed out.",
                    "Late again because of a goat on the line. See you tomorrow!",
                ),
            ),
            "id": Examples(
                bad=(
                    "Tadi ada bayi yang ketawa waktu disuntik, dan ibunya menangis. Bersama kita wujudkan generasi sehat, Indonesia hebat!",
                    "Kebocoran itu berasal dari sambungan berkaret ban. Demikian sedikit cerita dari saya, semoga bermanfaat dan terima kasih.",
                    "Boneka kelinci itu sudah kembali ke tangan pemiliknya. Kereta Selaras, menghubungkan hati, menjangkau negeri.",
                    "Aku pulang bawa catatan 40 halaman dan resep sambal. Makasih semuanya, kalian luar biasaaa 💛",
                ),
                good=_STEP_ID,
                near_miss=(
                    "Pintu ruang dingin terbuka lagi pagi ini. Tolong tarik gagangnya sampai bunyi klek. Terima kasih!",
                    "Hari terakhir magang, dan aku belum bisa melipat jas lab. Makasih resep sambalnya, Bu Yati.",
                    "“Mari bergerak, mari berkarya” tertulis di spanduk lobi. Agenda pertama Wartini: tangga lantai dua yang licin.",
                    "Bima mengantar dua belas kotak ke pulau, lalu tidur di dermaga. Kotaknya tetap dingin.",
                    "Alarm berbunyi jam dua, dan pintunya cuma terganjal lakban. Lakbannya sekarang digantung di paku.",
                    "Anakku bertanya kerjaku apa. Kujawab: menjaga lemari es paling mahal di Tirtagiri.",
                ),
            ),
        },
        reference=Reference(
            title="House rule of this course, after the closing step of Monroe's motivated sequence",
            checked="2026-11-22",
        ),
        chapter="arc",
    ),
)

MERITS = (
    Merit(
        id="ending.step",
        find=_step,
        words={
            "en": Words(
                title="The ending gives readers something to do",
                message="«{matched}» is a step or a question that readers can take up.",
            ),
            "id": Words(
                title="Penutupnya memberi pembaca satu langkah",
                message="«{matched}» bisa langsung dilakukan atau dijawab pembaca.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "We packed the boxes at four and drove to the pier. Together we flow towards tomorrow!",
                    "A boy left his trumpet on the 05:12. I carried it to him, and he played three notes.",
                ),
                good=_STEP_EN,
            ),
            "id": Examples(
                bad=(
                    "Kami mengemas kotak jam empat lalu berangkat ke dermaga. Semoga bermanfaat dan terima kasih.",
                    "Boneka kelinci itu sudah kembali ke tangan Nala. Ia mencium kupingnya yang gosong.",
                ),
                good=_STEP_ID,
            ),
        },
        chapter="arc",
    ),
)
