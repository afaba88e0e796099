"""Competitors: a post tells the own story and does not run down another firm.

How it reads. A competitor is a name of the policy, a set phrase («other brands», «merek sebelah»)
or a name that looks like a firm («PT X», «bus X», «serum from X»). The more it looks like one, the
less else it takes: a name of the policy and one bad word are enough; a mere name needs a bad word
and words that set the own house against it («with us», «mending»). Said of the own house, in
quotation marks, after a negator or about a contest, a bad word does not count.

Where this finds nothing, the words of ``rivals_parts`` are added up: a name, what is bad about its
goods, a warning, a wink, and the own house set above.

What it cannot know: which names are firms where nothing says so, and whether a comparison is true.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ..aim import apart, circle, words_before
from ..draft import Draft, negators
from ..findings import Hit, Outcome, Reference, Span
from ..persons import TITLES, people
from ..policy import Policy
from ..rule import Examples, Rule, Sample, Words
from ..scorn import overlaid
from ..signs import clues, has, read, weigh
from ..terms import Term
from ..tokens import MARK, MENTION, WORD
from ..tone import tone
from ..wordlists import terms

FULL: Final = 3.0
"""Points from which a post runs a competitor down."""

SURE: Final = 2.0
"""Points of a name of the policy, of a set phrase and of a firm with its legal form."""

CUED: Final = 1.5
"""Points of a name behind a word for goods or services: «bus X», «serum X»."""

GUESSED: Final = 0.75
"""Points of a name behind «from», «dari» and the like: it may be a place."""

SLIP: Final = 0.5
"""Points of a bad word that is everyday at work too («late»); any other bad word has 1."""

CONTRAST: Final = 1.0
"""Points of words that set the own house against another."""

OWN: Final = 0.25
"""Points of «we» and «our» in a post with a guessed name."""

REACH: Final = 12
"""Tokens between a sure competitor and what is said of it in one sentence."""

DARK: Final = -0.35
"""Tone of a sentence with a competitor from which it runs the competitor down."""

AROUND: Final = 20
"""Tokens round a competitor within which words are looked for: the time stays linear."""

APART: Final = 2
"""Sentences after the one with the name in which something may still be said of it."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FORMS: Final = _set("pt cv ud po tbk inc ltd corp gmbh llc")
_GOODS: Final = {
    "en": _set(
        "bus buses train trains rail railway ferry airline airlines taxi courier serum serums "
        "vaccine vaccines vitamin vitamins syrup tablets supplement brand water bank hospital "
        "clinic lab pharmacy app firm company factory maker rel kereta tirta express milk coffee"
    ),
    "id": _set(
        "bus bis kereta rel feri maskapai taksi travel kurir serum vaksin vitamin sirup tablet "
        "suplemen merek merk brand air bank klinik apotek aplikasi pabrik perusahaan tirta obat "
        "susu kopi rs lab provider produk"
    ),
}
_BEFORE: Final = {
    "en": _set("from at by with of to than unlike , for using buy bought hello hi hey dear"),
    "id": _set(
        "dari dengan sama buatan punya dibanding ketimbang daripada pakai pake beli , milik"
    ),
}
_TAILS: Final = _set("shame dust behind look seem water laugh")
_PRONOUNS: Final = {
    "en": _set("they they're their them theirs it its it's"),
    "id": _set("mereka nya itu dia"),
}


@dataclass(frozen=True, slots=True)
class _Rival:
    """A competitor where it stands, and how many points its name has."""

    first: int
    last: int
    points: float


def _run_down(draft: Draft, policy: Policy) -> Iterator[Hit]:
    found = False
    for hit in _faulted(draft, policy):
        found = True
        yield hit
    if not found:
        summed = _summed(draft, policy)
        if summed is not None:
            yield Hit(summed)


def _faulted(draft: Draft, policy: Policy) -> Iterator[Hit]:
    faults = draft.terms("rivals_faults")
    if not faults or draft.terms("rivals_contest"):
        return
    rivals = _rivals(draft, policy)
    if not rivals:
        return
    setting = _Setting.of(draft, policy)
    at = -1
    for rival in rivals:
        if rival.first <= at or draft.in_quote(_span(draft, rival.first, rival.last)):
            continue
        hit = _compared(draft, rival, faults)
        if hit is None:
            hit = _blamed(draft, setting, rival, faults)
        if hit is not None:
            at = rival.last
            yield Hit(hit)
            return


def _span(draft: Draft, first: int, last: int) -> Span:
    return Span(draft.tokens[first].start, draft.tokens[last].end)


# --- Evidence that adds up ----------------------------------------------------------------------

PARTS: Final = "rivals_parts"
"""The word list whose signs add up."""

ENOUGH: Final = 9
"""Points of clues from which a post runs a competitor down."""

LEAST_NAME: Final = 4
"""Letters of a name that may be a firm."""

_CLUES: Final = clues(
    (4, r"R"),
    (3, r"Q"),
    (1, r"p"),
    (1, r"g"),
    (1, r"w"),
    (1, r"v"),
    (1, r"v.*v"),
    (2, r"[RQp][^.iN,]{0,8}w"),
    (2, r"f"),
    (1, r"f.*f"),
    (1, r"f.*f.*f"),
    (3, r"[RQp][^.iN]{0,10}f"),
    (1, r"[^.iN]{2}f[^.i]{0,6}[RQp]"),
    (2, r"[RQp].*\.t[^.i]{0,8}f"),
    (2, r"s"),
    (2, r"s[^.]{0,6}[RQp]"),
    (3, r"b"),
    (1, r"b.*b"),
    (2, r"k"),
    (1, r"k.*k"),
    (1, r"k.*k.*k"),
    (1, r"[RQp][^.]{0,4}k|k[^.]{0,4}[RQp]"),
    (1, r"C"),
    (2, r"g[^.]{0,2}p|p[^.]{0,2}g"),
    (2, r"[RQp][^.]*[.?!][^.iDW]{0,9}f"),
    (2, r"t[^.iN]?f"),
)
_QUIET: Final = clues(
    (-4, r"W"),
    (-2, r"W.*W"),
    (-4, r"D"),
    (-2, r"D.*D"),
    (-3, r"[iC][^.,]{0,3}f"),
    (-2, r"\"{4}"),
    (-4, r"\.[^.]{0,2}b[^.,]?[fw]"),
)
_NAMED: Final = re.compile(r"[RQ]")
"""A competitor that is surely one: with a mere name it takes one point more."""

_BAD: Final = re.compile(r"[fsbk]")
_CORE: Final = re.compile(r"p[^.]{0,8}[fsbwkg]|[fsbwkg][^.]{0,8}p")


def _summed(draft: Draft, policy: Policy) -> Span | None:
    """Return the words that weigh most where clues add up to running a competitor down."""
    if not has(draft, PARTS, "fsbwk"):
        return None
    names = [
        (_span(draft, rival.first, rival.last), _sign(draft, rival))
        for rival in (*_rivals(draft, policy), *_opening(draft, policy))
        if rival.points
        and draft.tokens[rival.first].norm not in TITLES[draft.lang]
        and not draft.in_quote(_span(draft, rival.first, rival.last))
    ]
    if not names and not has(draft, PARTS, "RQp"):
        return None
    signs = overlaid(read(draft, policy, PARTS), names)
    if not _CORE.search(signs.text) and not (_NAMED.search(signs.text) and _BAD.search(signs.text)):
        return None
    found = weigh(signs, _CLUES)
    enough = ENOUGH if _NAMED.search(signs.text) else ENOUGH + 1
    if found.span is None or found.points < enough:
        return None
    return found.span if found.points + weigh(signs, _QUIET).points >= enough else None


def _sign(draft: Draft, rival: _Rival) -> str:
    """Return R for a competitor that is surely one, Q for one that looks so, p for a mere name."""
    if rival.points >= SURE:
        return "R"
    row = draft.tokens[rival.first : rival.last + 1]
    firm = len(row) > 1 and any(token.norm in _FIRM_WORDS for token in row)
    return "Q" if firm or rival.points >= CUED else "p"


def _opening(draft: Draft, policy: Policy) -> Iterator[_Rival]:
    """Yield names without a title that may be a firm: «Trans Laju broke down again»."""
    own = draft.terms_of(policy.book)
    firms = {
        index
        for name in ("company", "product", "medicine", "remedy")
        for term in own.get(name, ())
        for index in range(term.first, term.last + 1)
    }
    for person in people(draft, policy):
        if person.kind not in ("name", "opening") or person.first in firms:
            continue
        if draft.tokens[person.first].norm in TITLES[draft.lang]:
            continue
        last = person.last
        name = draft.text[draft.tokens[person.first].start : draft.tokens[last].end]
        if name.isupper() or len(name) < LEAST_NAME or name.lower() in _NO_FIRMS:
            continue
        if person.kind == "opening":
            following = draft.tokens[last + 1] if last + 1 < len(draft.tokens) else None
            owner = draft.tokens[last].norm.endswith("'s")
            if following is None or not (owner or following.norm in _FIRM_VERBS):
                continue
        yield _Rival(person.first, last, GUESSED)


_NO_FIRMS: Final = _set(
    "pinterest linkedin instagram facebook tiktok youtube whatsapp google threads twitter telegram "
    "monday tuesday wednesday thursday friday saturday sunday senin selasa rabu kamis jumat sabtu "
    "minggu january february march april may june july august september october november december "
    "januari februari maret mei juni juli agustus oktober desember indonesia english"
)
_FIRM_VERBS: Final = _set(
    "again promises promised copied copies cancelled broke treats sells sold gives gave makes made "
    "charges claims lost raised has had is was never always still just lagi lagi-lagi telat batal "
    "mogok jiplak kasih jual jualan naikin katanya mah itu tuh emang memang cuma hanya sepi"
)


# --- Competitors --------------------------------------------------------------------------------


def _rivals(draft: Draft, policy: Policy) -> list[_Rival]:
    """Return the competitors in the order of the text."""
    named = draft.terms_of(policy.book)
    found = [_Rival(term.first, term.last, SURE) for term in named.get("rival", ())]
    for term in draft.terms("rivals_generic"):
        points = SURE if term.entry.columns[0] == "firm" else 0.0
        found.append(_Rival(term.first, term.last, points))
    taken = {index for rival in found for index in range(rival.first, rival.last + 1)}
    own = {
        index
        for name in ("company", "product")
        for term in named.get(name, ())
        for index in range(term.first, term.last + 1)
    }
    found += [r for r in _firms(draft, own) if not taken.intersection(range(r.first, r.last + 1))]
    return sorted(found, key=lambda rival: rival.first)


def _firms(draft: Draft, own: set[int]) -> Iterator[_Rival]:
    """Yield names that look like a firm."""
    text, tokens = draft.text, draft.tokens
    common = terms(draft.lang, "not_names")
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.kind != WORD or not text[token.start].isupper():
            index += 1
            continue
        last = index
        while (
            last + 1 < len(tokens)
            and tokens[last + 1].kind == WORD
            and text[tokens[last + 1].start].isupper()
        ):
            last += 1
        points = _firm_points(draft, index, last)
        if points and not own.intersection(range(index, last + 1)):
            names = [t.norm for t in tokens[index : last + 1]]
            if not all(norm in common for norm in names):
                yield _Rival(index, last, points)
        index = last + 1


def _firm_points(draft: Draft, first: int, last: int) -> float:
    tokens = draft.tokens
    goods = _GOODS[draft.lang]
    before = tokens[first - 1].norm if first else ""
    inside = tokens[first].norm
    if inside in _FORMS and last > first:
        return SURE
    if (inside in goods and last > first) or before in goods or _beaten(draft, first):
        return CUED
    row = (draft.text[token.start : token.end] for token in tokens[first : last + 1])
    if any(_branded(name) for name in row):
        return CUED
    sentence = draft.sentence_of(first)
    if sentence is not None and sentence.first == first:
        return 0.0
    return GUESSED if before in _BEFORE[draft.lang] else 0.0


_FIRM_WORDS: Final = _set(
    "trans lintas laju kilat express ekspres travel rel line lines group grup sumber segar bening "
    "jernih lestari sejahtera sentosa makmur abadi mandiri perkasa prima tirta banyu farma pharma "
    "medika nutri bio herbal serum vaksin sehat water waters air labs logistik cargo ekspedisi"
)
"""Words that are part of many firms' names."""

_ENDINGS: Final = (
    "indo",
    "farma",
    "farmindo",
    "pharma",
    "medika",
    "tech",
    "labs",
    "nusa",
    "med",
    "tama",
    "prima",
    "serum",
    "santa",
    "bio",
    "raya",
    "segar",
    "fit",
    "max",
    "mart",
    "sehat",
    "farm",
    "duta",
    "air",
    "express",
    "trans",
)


def _branded(name: str) -> bool:
    """True for a name that is written like a brand: «PureLembah», «Vaksindo»."""
    inner = name.isalpha() and any(c.isupper() for c in name[1:]) and not name.isupper()
    return inner or (len(name) > 6 and name.lower().endswith(_ENDINGS))


def _beaten(draft: Draft, first: int) -> bool:
    """True for «Kereta Selaras beats X», «our trains are cleaner than X»."""
    for term in _around(draft.terms("rivals_faults"), first - AROUND, first):
        if term.last + 1 == first and term.entry.columns[0] in ("than", "over"):
            sentence = draft.sentence_of(first)
            low = sentence.first if sentence else first
            before = draft.tokens[max(low, term.first - AROUND) : term.first]
            house = _set("we our ours kami kita kereta produk vitamin serum vaksin trains water")
            return any(token.norm in house for token in before)
    return False


# --- What is said of them -----------------------------------------------------------------------


def _compared(draft: Draft, rival: _Rival, faults: tuple[Term, ...]) -> Span | None:
    """Return the span of «better than X», «don't buy X», «leaves X in the dust»."""
    for term in _around(faults, rival.first - AROUND, rival.first):
        kind = term.entry.columns[0]
        if kind not in ("than", "over", "frame") or not (
            term.last < rival.first <= term.last + (6 if rival.points >= SURE else 4)
        ):
            continue
        if draft.sentence_of(term.first) != draft.sentence_of(rival.first):
            continue
        if _idle(draft, term) or (kind != "than" and rival.points < CUED):
            continue
        if kind == "frame" and not _tailed(draft, rival):
            continue
        if kind == "than" and not _superior(draft, term):
            continue
        if kind == "than" and 0 < rival.points < CUED:
            continue
        return _span(draft, term.first, rival.last)
    return None


def _around(faults: tuple[Term, ...], low: int, high: int) -> Iterator[Term]:
    """Yield the terms between two tokens."""
    at = bisect_left(faults, low, key=lambda term: term.first)
    while at < len(faults) and faults[at].first <= high:
        yield faults[at]
        at += 1


def _tailed(draft: Draft, rival: _Rival) -> bool:
    return any(token.norm in _TAILS for token in draft.tokens[rival.last + 1 : rival.last + 6])


_MILD: Final = _set("compared next instead more daripada ketimbang dibanding dibandingkan di beda")
_HIGHER: Final = _set(
    "better best safer faster cleaner stronger superior higher cheaper nicer fresher beat wins win "
    "lebih unggul jauh mending mendingan bagus menang paling kalah aman cepat enak"
)


def _superior(draft: Draft, term: Term) -> bool:
    """True where the own thing is set above: not for «next to another brand» on a shelf."""
    if term.entry.term.split(" ")[0] not in _MILD:
        return True
    before = words_before(draft, term.first, 8)
    return any(token.norm in _HIGHER for token in before)


def _blamed(
    draft: Draft, setting: _Setting, rival: _Rival, faults: tuple[Term, ...]
) -> Span | None:
    """Return the span from a competitor to a bad word that is said of it."""
    if not rival.points:
        return None
    points = rival.points
    if _superior_house(draft, setting, rival):
        return _span(draft, rival.first, rival.last)
    found: list[Term] = []
    for term in _around(faults, rival.first - 2 * AROUND, rival.last + 4 * AROUND):
        kind = term.entry.columns[0]
        if kind not in ("fault", "slip") or _idle(draft, term) or _ours(draft, rival, term):
            continue
        if not _belongs(draft, rival, term):
            continue
        if _than_rival(draft, rival, term):
            continue
        found.append(term)
        points += 1.0 if kind == "fault" or rival.points == SURE else SLIP
    if not found and rival.points == SURE and not setting.grateful and _dark(draft, rival):
        return _span(draft, rival.first, rival.last)
    if len(found) < (2 if setting.grateful else 1):
        return None
    if rival.points < SURE:
        points += setting.points
    if points < FULL:
        return None
    first = min(rival.first, found[0].first)
    last = max(rival.last, found[0].last)
    if draft.sentence_of(first) == draft.sentence_of(last):
        return _span(draft, first, last)
    return _span(draft, found[0].first, found[0].last)


_THANKS: Final = _set(
    "thank thanks thankful grateful congratulations hats helped lent lend learned learnt salute "
    "terima makasih salut bantu membantu pinjam pinjami meminjami minjemin selamat belajar"
)


_SYMPATHY: Final = _set(
    "sorry sad condolences mourn mourning died death accident flood fire injured victims grief "
    "strike jobs laid storm earthquake duka berduka meninggal kecelakaan banjir kebakaran korban "
    "sedih gempa musibah prihatin phk doa"
)


def _dark(draft: Draft, rival: _Rival) -> bool:
    """True where the sentence with a sure competitor has a negative tone, and no sympathy."""
    sentence = draft.sentence_of(rival.first)
    if sentence is None or sentence.words > 40:
        return False
    tokens = draft.tokens[sentence.first : sentence.last + 1]
    own = circle(draft.lang).own
    if any(token.norm in own or token.norm in _SYMPATHY for token in tokens):
        return False
    text = sentence.span.of(draft.text)
    read = tone(Draft.of(text, draft.lang)).value
    return read < DARK


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the whole post adds."""

    points: float
    """Points for words that set the own house against another, and for naming the own house."""
    grateful: bool
    """True where the post thanks somebody: then one bad word may be about something else."""

    @classmethod
    def of(cls, draft: Draft, policy: Policy) -> _Setting:
        """Read it once for all competitors of a post."""
        norms = {token.norm for token in draft.tokens}
        points = CONTRAST if draft.terms("rivals_contrast") else 0.0
        points += OWN * bool(norms & circle(draft.lang).own)
        named = draft.terms_of(policy.book)
        points += OWN * bool(named.get("company")) + 2 * OWN * bool(named.get("product"))
        return cls(points, bool(norms & _THANKS))


def _idle(draft: Draft, term: Term) -> bool:
    """True where a bad word does not count: quoted, negated, or told by others as their words."""
    if draft.in_quote(term.span):
        return True
    words = term.entry.term.split(" ")
    turns = words[0] in _TURNS or words[0] in ("don't", "not", "never", "no")
    near = words_before(draft, term.first, 2)
    return not turns and any(t.norm in negators(draft.lang) for t in near)


_TURNS: Final = _set(
    "tidak bukan jangan can't cannot couldn't doesn't don't do never nothing nobody wouldn't would "
    "won't not no mana"
)


def _superior_house(draft: Draft, setting: _Setting, rival: _Rival) -> bool:
    """True for «merek sebelah … Kalau kami …», «other makers … We would never do that»."""
    if rival.points < SURE or setting.grateful:
        return False
    beside = "sebelah" in draft.tokens[rival.last].norm
    for term in _around(draft.terms("rivals_contrast"), rival.last + 1, rival.last + 4 * AROUND):
        if draft.in_quote(term.span):
            continue
        words = term.entry.term.split(" ")
        if words[:2] in (["we", "would"], ["we", "never"]) or "mah" in words:
            return True
        if beside and words[0] in ("kalau", "kalo", "sedangkan", "beda", "mending", "untung"):
            return True
    return False


def _belongs(draft: Draft, rival: _Rival, term: Term) -> bool:
    """True where a bad word stands behind the competitor or close before it."""
    here, there = draft.sentence_of(rival.first), draft.sentence_of(term.first)
    if here is None or there is None:
        return False
    if here == there:
        if term.first > rival.last:
            return term.first - rival.last <= REACH * (1 if rival.points == SURE else 2)
        between = draft.tokens[term.last + 1 : rival.first]
        close = len(between) <= 3 and all(t.kind in (WORD, MENTION) for t in between)
        return close or rival.points < SURE or _offered(draft, here.first, term.first)
    first, second = sorted((rival.first, term.first))
    if apart(draft, first, second) > APART + (1 if rival.points < SURE else 0):
        return False
    if term.first < rival.first:
        return rival.points < SURE
    if rival.points < SURE:
        return True
    # Behind a set phrase only where the sentence goes on about it.
    opening = draft.tokens[there.first : min(there.first + 3, term.first + 1)]
    goes_on = any(token.norm in _PRONOUNS[draft.lang] for token in opening)
    return goes_on or term.first - there.first <= 1


def _offered(draft: Draft, low: int, place: int) -> bool:
    """True for «if you like being late, take …», «yang suka telat, naik …»."""
    norms = [token.norm for token in draft.tokens[max(low, place - AROUND) : place]]
    return any(
        pair
        in (("if", "you"), ("kalau", "mau"), ("kalau", "suka"), ("yang", "mau"), ("yang", "suka"))
        for pair in pairwise(norms)
    )


def _ours(draft: Draft, rival: _Rival, term: Term) -> bool:
    """True where the own house is the subject: «we were late», «pompa kami bocor»."""
    own = circle(draft.lang).own
    sentence = draft.sentence_of(term.first)
    low = sentence.first if sentence else term.first
    if sentence is not None and sentence.first <= rival.first < term.first:
        low = rival.last + 1
    near = draft.tokens[max(low, term.first - 5) : term.first]
    if any(token.norm in own for token in near):
        return True
    if draft.lang == "id":
        return any(t.norm.endswith("ku") and len(t.norm) > 5 for t in near)
    return False


def _than_rival(draft: Draft, rival: _Rival, term: Term) -> bool:
    """True for «slower than our competitor», «kalah dari pesaing»: that is self-criticism."""
    between = draft.tokens[term.last + 1 : rival.first]
    if not 0 < len(between) <= 4 or term.last > rival.first:
        return False
    if any(token.kind == MARK for token in between):
        return False
    return any(
        t.norm in ("than", "to", "dari", "daripada", "dibanding", "sama", "ketimbang", "by")
        for t in between
    )


RULES = (
    Rule(
        id="rivals.run_down",
        outcome=Outcome.REVISE,
        find=_run_down,
        words={
            "en": Words(
                title="Tell your own story, leave competitors out",
                message=(
                    "«{matched}» runs another firm down. Say what your team did; readers can compare "
                    "for themselves."
                ),
                why="Running others down looks weak, and a comparison without proof can break ad rules.",
            ),
            "id": Words(
                title="Ceritakan milik sendiri, jangan jelekkan pesaing",
                message=(
                    "«{matched}» menjelekkan perusahaan lain. Ceritakan apa yang dikerjakan timmu; "
                    "pembaca bisa membandingkan sendiri."
                ),
                why="Menjelekkan orang lain terlihat lemah, dan perbandingan tanpa bukti bisa melanggar etika iklan.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Our competitors cut corners and everybody in the trade knows it.",
                    "Wanasehat serum is far safer than other brands.",
                    "Cheap serum from Medikalantar? They cut corners wherever they can. Stick with us.",
                    Sample(
                        "Took a Lembah coach today. Dirty, late, driver on the phone the whole time.",
                        policy=Policy(rivals=("Lembah",)),
                    ),
                    "Don't buy from PT Sehat Sentosa, you get what you pay for.",
                    "Poor Trans Kilat passengers, stuck in the rain again. Should have booked with us!",
                    "Other vaccine makers let their boxes cook in the sun. We would never do that.",
                ),
                good=(
                    "Our box held 4 °C for eleven hours on the ferry. I wrote it on my glove.",
                    "I visited the cold rooms of Medikalantar. Their doors close by themselves, ours "
                    "do not yet.",
                    "Our competitor lent us a generator last night. Thank you, we owe you one.",
                ),
                near_miss=(
                    "My competitor in the swimming race was slow at the turn and still won.",
                    "We were slower than our competitor this year, and we know why.",
                    "Other brands are on the same shelf. Read the leaflet of each.",
                    "“Other brands are garbage,” the salesman said. I asked for his data.",
                    "Our pump was late again, and the neighbours brought us tea.",
                    "The Trans Kilat bus waited for our train last night. Thank you, 22 people got home.",
                    "Congratulations to Farmatirang on the new hall. Their label was better.",
                    Sample(
                        "Lembah opens a line to the coast on Monday. Welcome, neighbours!",
                        policy=Policy(rivals=("Lembah",)),
                    ),
                ),
            ),
            "id": Examples(
                bad=(
                    "Merek sebelah mah cepat rusak, mending yang ini.",
                    "Serum kita jauh lebih aman dari merek lain.",
                    "Jangan mau naik bus Trans Lembah, joknya pesing dan sopirnya ugal-ugalan. Kereta "
                    "aja.",
                    Sample(
                        "Lembah telat lagi, keretanya kotor, petugasnya jutek.",
                        policy=Policy(rivals=("Lembah",)),
                    ),
                    "Kompetitor cuma bisa niru kemasan kita.",
                    "Ngakak baca brosur Mediserum. Pemimpin pasar? Pemimpin nyontek kali.",
                    "kasihan pelanggan operator sebelah, tiap hari mogok terus",
                ),
                good=(
                    "Kotak kami bertahan di 4 °C selama sebelas jam di feri. Angkanya kutulis di "
                    "sarung tangan.",
                    "Saya main ke ruang dingin Medikalantar. Pintunya menutup sendiri, punya kami "
                    "belum.",
                    "Kompetitor meminjami kami genset semalam. Terima kasih, kami berutang satu.",
                ),
                near_miss=(
                    "Sainganku di lomba renang lambat di belokan, tapi tetap menang.",
                    "Tahun ini kami kalah dari pesaing, dan kami tahu sebabnya.",
                    "Merek lain ada di rak yang sama. Baca brosurnya masing-masing.",
                    "“Merek lain itu sampah,” kata sales itu. Saya minta datanya.",
                    "Rumah sebelah bocor, kami bantu ganti gentengnya.",
                    "Bus Trans Kilat menunggu kereta kami semalam. Terima kasih, 22 orang bisa pulang.",
                    "Dulu takarirku jelek dibanding sekarang. Sainganku ya diriku sendiri.",
                    Sample(
                        "Lembah membuka jalur ke pantai hari Senin. Selamat datang, tetangga!",
                        policy=Policy(rivals=("Lembah",)),
                    ),
                ),
            ),
        },
        reference=Reference(
            title="Etika Pariwara Indonesia, amended February 2020: no superiority without proof",
            checked="2026-11-22",
            url="https://dikamaraja.my.id/2021/01/etika-pariwara-indonesia-pedoman-bagi.html",
        ),
        chapter="respect",
    ),
)
