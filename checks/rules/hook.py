"""The first line: warm-ups, bait, and openings that stand in the scene."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..details import details
from ..draft import Draft, Sentence
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Merit, Rule, Words
from ..terms import Term
from ..tokens import BREAK, EMOJI, MARK, NUMBER, WORD, squeezed
from ..wordlists import terms

FEASTS = frozenset(
    (
        "raya natal idulfitri iduladha lebaran nyepi waisak imlek galungan paskah eid "
        "christmas easter diwali vesak ramadan"
    ).split()
)
"""Names of feasts: a greeting on a feast is the message itself, not a warm-up."""


FILLERS = frozenset(
    (
        "well ok okay so oh and um ah alright right yes a very wow today "
        "oke ok nah jadi eh oh wah baik baiklah ya yak yuk hmm duh teruntuk untuk"
    ).split()
)
"""Small words that may stand before a greeting."""

MOST_FILLERS = 2

TELLING = frozenset(
    (
        "was were is isn't wasn't said says means meant came in itu kata adalah berarti jadi yang mats"
    ).split()
)
"""Behind a single greeting they make it a word of the story: «Hello was the only word I knew»."""

OCCASIONS = frozenset(
    (
        "birthday anniversary monday tuesday wednesday thursday friday saturday sunday weekend week "
        "month holiday holidays day milestone senin selasa rabu kamis jumat sabtu minggu"
    ).split()
)
"""What «Happy 12th …» wishes for."""

FURTHEST = 6
"""Words after «Happy» among which the occasion stands."""


def _wishes(draft: Draft, first: int) -> Span | None:
    """Return «Happy … day» at the beginning, however many words stand between."""
    if draft.tokens[first].norm not in ("happy", "met", "hepi"):
        return None
    for token in draft.tokens[first + 1 : first + 1 + FURTHEST]:
        if token.kind not in (WORD, NUMBER) or token.norm in FEASTS:
            return None
        if token.norm in OCCASIONS or OCCASIONS.intersection(squeezed(token.norm)):
            return Span(draft.tokens[first].start, token.end)
    return None


def _opening(draft: Draft) -> tuple[Span, int, str] | None:
    """Return the warm-up with which the draft begins: span, last token, kind."""
    skipped = (EMOJI, MARK, BREAK)
    tokens = draft.tokens
    places = [i for i, token in enumerate(tokens[:20]) if token.kind not in skipped]
    greetings = {term.first: term for term in draft.terms("greeting")}
    for number, first in enumerate(places[: MOST_FILLERS + 1]):
        term = greetings.get(first)
        if term is not None and not _told(draft, term):
            return Span(tokens[first].start, term.span.end), term.last, term.entry.columns[0]
        wish = _wishes(draft, first)
        if wish is not None:
            return wish, first, "occasion"
        if number < MOST_FILLERS and tokens[first].norm not in FILLERS:
            return None
    return None


def _told(draft: Draft, term: Term) -> bool:
    """True where a greeting is a word of the story."""
    following = draft.tokens[term.last + 1] if term.last + 1 < len(draft.tokens) else None
    return (
        term.entry.columns[0] == "greeting" and following is not None and following.norm in TELLING
    )


STRONG = 3
"""Points of a word that warms up by itself; a weak one gives one point."""

LEAST_OPENERS = 2
"""Points of the list from which a truism, a big word or a «!» may add the rest."""

OFFICE = 2
"""Points of an office phrase in the first sentence; a big word and a «!» give one."""

SHORT_OPENING = 7
"""Words of a first sentence up to which the second one counts too."""

LONGEST_OPENING = 40
"""Words of a first sentence that can be a warm-up as a whole."""


def _shows_nothing(draft: Draft, policy: Policy, sentence: Sentence) -> bool:
    """True where the first sentence holds no thing, number, moment, speech or named person."""
    for name in ("scene_things", "voice_names"):
        if any(sentence.first <= term.first <= sentence.last for term in draft.terms(name)):
            return False
    return not any(
        sentence.first <= detail.token <= sentence.last and detail.kind != "name"
        for detail in details(draft, policy)
    )


_GENERAL = {
    "en": (
        frozenset("every all always never often everyone everybody nobody sometimes".split()),
        frozenset("is are been being has become becomes means".split()),
        frozenset("we us our ourselves".split()),
    ),
    "id": (
        frozenset("setiap semua selalu sering kadang tiap siapa pun".split()),
        frozenset("adalah menjadi merupakan itu ialah ada".split()),
        frozenset("kita kami manusia".split()),
    ),
}
"""What truisms are made of: «always», «is», «we»."""

_TELLER = frozenset("i i'm i've i'd my he she his her saya aku gue gw ia dia beliau ku".split())


def _generalities(draft: Draft, sentence: Sentence) -> int:
    """Count the parts of a truism: «water is something that we all take for granted»."""
    norms = {token.norm for token in draft.tokens[sentence.first : sentence.last + 1]}
    if norms & _TELLER:
        return 0
    return sum(1 for part in _GENERAL[draft.lang] if norms & part)


def _office_at(draft: Draft, first: int, last: int) -> bool:
    """True where an office phrase stands between two tokens."""
    return any(first <= term.first <= last for term in draft.terms("office"))


def _idle(draft: Draft, policy: Policy) -> Span | None:
    """Return the first sentence where it only wishes, thanks or speaks about the writing."""
    sentences = [each for each in draft.sentences if each.words]
    if len(sentences) < 2 or sentences[0].words > LONGEST_OPENING:
        return None
    first = sentences[0]
    last = first.last
    if first.words <= SHORT_OPENING and len(sentences) > 2:
        last = sentences[1].last  # «Oh my.» and the sentence behind it
    points, sure = 0, False
    for term in draft.terms("hook_openers"):
        if term.first > last:
            break
        if term.first >= first.first and not draft.in_quote(term.span):
            kind = term.entry.columns[0]
            sure = sure or kind == "sure"
            points += STRONG if kind == "strong" else 1
    if sure:
        return first.span
    truisms = _generalities(draft, first)
    if points < LEAST_OPENERS and truisms < STRONG and not _office_at(draft, first.first, last):
        return None
    for name in ("office", "ending_slogans"):
        for term in draft.terms(name):
            if first.first <= term.first <= last and not draft.in_quote(term.span):
                points += OFFICE if name == "office" else term.entry.columns[0] == "value"
    points += truisms
    points += any("!" in token.norm for token in draft.tokens[first.first : first.last + 1])
    if points < STRONG or "?" in draft.tokens[first.last].norm:
        return None
    return first.span if _shows_nothing(draft, policy, first) else None


def _warm_up(draft: Draft, policy: Policy) -> Iterator[Hit]:
    opening = _opening(draft)
    if opening is None:
        idle = _idle(draft, policy)
        if idle is not None:
            yield Hit(idle)
        return
    if draft.in_quote(opening[0]):
        return
    span, last, kind = opening
    near = draft.tokens[last + 1 : last + 5]
    if any(token.norm in FEASTS for token in near):
        return
    sentence = draft.sentence_of(last)
    if kind == "greeting" and sentence is not None and sentence.words <= 4:
        # A greeting that is a sentence of its own can go as it is.
        end = sentence.span.end
        while end < len(draft.text) and draft.text[end].isspace():
            end += 1
        yield Hit(Span(sentence.span.start, end), "" if end < len(draft.text) else None)
    else:
        yield Hit(span)


TEASES = 2
"""Teasing words from which they are bait."""

KINDS = 3
"""Kinds of cue (veil, reaction, tease, hold) from which a post is bait; two where it is vague."""

MOST_DETAILS = 2
"""Numbers and moments up to which a post stays vague; speech is never vague."""

SHORT_QUESTION = 4
"""Words of a question that is left hanging at the end: «Which one?»"""

CLIFF = 3
"""Words of a last sentence that lets readers hang: «Swipe.», «Until now.»"""

EVER = 6
"""Words between the superlative and «ever»: «the scariest thing I have ever seen»."""

FURTHEST_PAY = 30
"""Tokens behind a promise among which the fact has to stand."""

LEAST_PAID = 4
"""Words behind a colon that count as the fact itself."""


def _paid(draft: Draft, term: Term) -> bool:
    """True where the sentence goes on with the fact: behind a colon, or with a number."""
    sentence = draft.sentence_of(term.first)
    if sentence is None:
        return False
    words = 0
    colon = False
    counted = terms(draft.lang, "number_words")
    for token in draft.tokens[term.last + 1 : min(sentence.last, term.last + FURTHEST_PAY) + 1]:
        if token.kind == NUMBER or token.norm in counted:
            return True
        if token.kind == MARK and token.norm == ":":
            colon = True
        words += colon and token.kind == WORD
    return words >= LEAST_PAID


def _answered(draft: Draft, term: Term) -> bool:
    """True for a teasing question that is answered at once: «What really happens? Cleaning.»"""
    sentence = draft.sentence_of(term.first)
    if sentence is None or sentence.last + 1 >= len(draft.tokens):
        return False
    return "?" in draft.tokens[sentence.last].norm


class _Shape(NamedTuple):
    """Words that give a post the shape of bait, for one language."""

    media: frozenset[str]
    later: frozenset[str]
    nobody: frozenset[str]
    knows: frozenset[str]
    persons: frozenset[str]
    saw: frozenset[str]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


THINGS_FOR_ONE = 3
"""Things one could see that weigh as much as a number."""

NEAR = 5
"""Words behind «what» or «nobody» among which its verb stands."""

_SHAPES = {
    "en": _Shape(
        media=_set(
            "video videos link blog comments comment part thread reel channel profile bio episode "
            "answer answers reveal tell talk spill newsletter podcast vlog footage recording"
        ),
        later=_set(
            "tonight tomorrow soon later next when once will i'll we'll you'll follow click swipe "
            "watch guess subscribe stay drops"
        ),
        nobody=_set("nobody none never"),
        knows=_set(
            "explain explained knows knew believe believed prepares prepared warns warned tells "
            "told expected imagined imagine understand understands guessed"
        ),
        persons=_set("i we he she they you"),
        saw=_set(
            "saw found felt heard said did discovered learned learnt happened smelled smelt read "
            "noticed realised realized experienced witnessed"
        ),
    ),
    "id": _Shape(
        media=_set(
            "video videonya tautan tautannya link linknya blog komentar komen part bagian thread utas "
            "reel profil bio episode jawaban jawabannya ceritain kuceritain kuceritakan ceritakan "
            "spill kuspill bocorin kubocorin bongkar kubongkar umumin rekaman rekamannya siniar"
        ),
        later=_set(
            "nanti besok lusa segera akan bakal tunggu kalau kalo follow klik swipe geser tonton "
            "tebak buka cek pantau ikuti ikutin"
        ),
        nobody=_set("nobody seorangpun"),
        knows=_set("tahu tau menyangka percaya jelasin ngejelasin menjelaskan siap"),
        persons=_set("yang"),
        saw=_set(
            "lihat kulihat temukan kutemukan rasakan kurasakan dengar kudengar ditemukan dilihat "
            "didengar dilakukan dikatakan diucapkan dirasakan alami kualami dialami"
        ),
    ),
}


def _vague(draft: Draft, policy: Policy) -> bool:
    """True where the post gives nearly nothing that one could check."""
    inside = {index for term in draft.terms("bait") for index in range(term.first, term.last + 1)}
    hard = 0
    for detail in details(draft, policy):
        if detail.kind == "quote":
            return False
        hard += detail.kind in ("number", "time") and detail.token not in inside
    things = {term.entry.term for term in draft.terms("scene_things") if term.first not in inside}
    return hard + len(things) // THINGS_FOR_ONE <= MOST_DETAILS


def _left_open(draft: Draft) -> set[str]:
    """Return the kinds of cue that the shape of a post gives, without a word of the list.

    «veil» for a short question left hanging and for «what we saw»; «hold» for an ending that
    points to another time or place; «react» for «the … ever»; «tease» for «nobody could explain».
    """
    found = set()
    tokens, shape = draft.tokens, _SHAPES[draft.lang]
    sentences = [each for each in draft.sentences if each.words]
    for sentence in sentences[-2:]:
        inside = {token.norm for token in tokens[sentence.first : sentence.last + 1]}
        asked = "?" in tokens[sentence.last].norm
        if asked and sentence.words <= SHORT_QUESTION and len(sentences) > 1:
            found.add("veil")
        if sentence is sentences[-1] and sentence.words <= CLIFF and len(sentences) > 2:
            found.add("cliff")
        if not asked and inside & shape.media and inside & shape.later:
            found.add("hold")
    words = draft.words
    for place, token in enumerate(words):
        if token.norm in ("ever", "pernah"):
            before = [each.norm for each in words[max(0, place - EVER) : place]]
            if "paling" in before or any(len(e) > 5 and e.endswith("est") for e in before):
                found.add("react")
        elif token.norm in shape.nobody:
            if any(each.norm in shape.knows for each in words[place + 1 : place + 1 + NEAR]):
                found.add("tease")
        elif token.norm in ("what", "apa") and place + 2 < len(words):
            near = [each.norm for each in words[place + 1 : place + 1 + NEAR]]
            if near[0] in shape.persons and shape.saw.intersection(near[1:]):
                found.add("veil")
    return found


def _bait(draft: Draft, policy: Policy) -> Iterator[Hit]:
    found = [term for term in draft.terms("bait") if not draft.in_quote(term.span)]
    if not found:
        return
    strong = [
        term
        for term in found
        if term.entry.columns[0] == "bait"
        or (term.entry.columns[0] == "open" and not _paid(draft, term))
    ]
    if strong:
        yield from (Hit(term.span) for term in strong)
        return
    weak = [
        term
        for term in found
        if term.entry.columns[0] != "open"
        and (term.entry.columns[0] == "hold" or not (_answered(draft, term) or _paid(draft, term)))
    ]
    kinds = {term.entry.columns[0] for term in weak} | _left_open(draft)
    teases = {term.entry.term for term in weak if term.entry.columns[0] == "tease"}
    if kinds <= {"react", "cliff"} or not weak:
        return
    holds = {term.entry.term for term in weak if term.entry.columns[0] == "hold"}
    enough = len(kinds) >= KINDS - 1 or len(teases) >= TEASES or len(holds) >= TEASES
    if enough and (len(kinds) > KINDS or _vague(draft, policy)):
        yield Hit(weak[0].span)


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
