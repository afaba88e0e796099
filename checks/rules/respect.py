"""Respect: tone against readers, insults of people, insults of groups, words that shut out.

Hostile tone is read by ``checks.hostility``. The other three look at who stands beside what: an
accusing word («thief», «korup») and a person whom a reader can find; a group and a fault that is
said of all of it; a word for which there is a kinder one.

Scorn that no single word carries is added up from many signs (``checks.scorn``), and so is
what leaves readers out: a call and an age, women and the coffee.

What it cannot know: whether an accusation is true, whether a joke is shared, and insults that use
no listed word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ..aim import Aim, aim, apart, circle, negated, reported, words_before
from ..draft import Draft, negators
from ..findings import Hit, Outcome, Reference, Span
from ..hostility import DAMPED, FULL, Attack, attacks, weighed
from ..persons import Person, people
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..scorn import group_scorned, overlaid, person_scorned, reader_scorned
from ..signs import clues, has, read, weigh
from ..terms import Term
from ..tokens import BREAK, EMOJI, MARK, NUMBER, WORD
from ..wordlists import Entry

LEAST: Final = 0.2
"""Weight from which a word of a hostile draft is marked."""

SNEER: Final = 0.7
"""Weight of a fault that is said of readers or customers: «callers never listen»."""

POINTS: Final = 6
"""Points of scorn that a total weight of 1 is worth."""

WINDOW: Final = 30
"""Tokens that are looked at on one side of a word where the whole sentence would do: a sentence
without an end must not cost more."""

GAP: Final = 7
"""Tokens between a person or group and what is said of them."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that may stand between a person or group and what is said of them.
_LINKS: Final = {
    "en": _set(
        "is are was were be been being 's a an the just all always really truly so such very too "
        "nothing but only ever even still also simply plain clearly obviously quite pretty total "
        "complete absolute utter biggest worst greatest big real known notorious and or both most "
        "generally usually basically naturally often tend to seem seems will would has have had "
        "who that which turned out by nature more less as lot bunch of every one single damn "
        "fucking bloody little actually literally probably must kind sort again keep keeps kept "
        "got caught never did does do they them there here today this lately years long time old "
        "bad man liar woman person in my opinion honestly sorry secretly openly quietly is, he she "
        "it's they're he's she's what known for now well been even such same mostly far way born "
        "can could may might should be ain't r"
    ),
    "id": _set(
        "itu ini tuh nih emang memang emg mmg mah pasti pada semua semuanya sama selalu slalu "
        "sering suka doyan hobi hobinya udah sudah udh sdh lagi terus tetap tetep juga jg kan ya "
        "yah sih kok adalah ialah merupakan jadi jd cuma cuman hanya bisanya banget bgt sangat "
        "paling terkenal dikenal terbukti ketahuan ternyata kayaknya sepertinya katanya bener "
        "benar beneran yang yg seorang si sang orang orangnya orang-orangnya dasar tukang dari dulu "
        "zaman jaman now sekarang emangnya memangnya rata-rata kebanyakan biasanya umumnya gampang "
        "mudah ga gak nggak tidak ngga agak rada terlalu saja aja doang doangan ter dan atau "
        "kelakuannya sifatnya otaknya mentalnya kerjanya begitu gitu kalau kalo suka-suka makin "
        "memang-memang dah deh lah gitu-gitu aslinya sebenarnya sebetulnya jelas jelas-jelas hampir "
        "semuanya tiap hari kerja di sini"
    ),
}
# Words with which a sentence takes distance: the saying is told, refused or mourned.
_DISTANCE: Final = {
    "en": _set(
        "myth myths stereotype stereotypes stereotyping prejudice prejudices prejudiced bias biased "
        "unfair untrue false wrong nonsense discrimination discriminated discriminate discriminating "
        "racism racist sexism sexist ageism ageist hate hatred insult insulted insulting harassment "
        "harassed bullying bullied slur slurs rumour rumours rumor rumors told tells tell says said "
        "say saying heard shouted yelled wrote claim claims claimed think thinks thought assume "
        "assumes assumed believe believes believed joke joked jokes comment comments label labels "
        "called calling stop prove proved proves proving despite although though whoever nobody "
        "fear afraid worried used once apologise apologize sorry refused rejected turned survey "
        "study report reported ask asked asks why question cliche clichés cliché words sentence"
    ),
    "id": _set(
        "mitos stereotip prasangka stigma diskriminasi diskriminatif didiskriminasi rasis rasisme "
        "seksis seksisme bias anggapan dianggap menganggap nganggap salah keliru hoaks hoax fitnah "
        "hinaan menghina dihina diejek ejekan cibiran dicibir perundungan dirundung dibully bully "
        "dibilang bilang katanya kata disebut menyebut dituduh tuduhan tuding dituding komentar "
        "komen dicap cap label ucapan kalimat pertanyaan tanya ditanya pikir mengira dikira kira "
        "kukira percaya berhenti stop buktikan membuktikan bukti terbukti padahal meski meskipun "
        "walau walaupun maaf ditolak menolak penelitian survei laporan kenapa mengapa dulu"
    ),
}
_OWN_GROUP: Final = _set("we us kami kita our")


# --- Hostile tone -------------------------------------------------------------------------------


_TOLD_AFTER: Final = re.compile(
    r"[!,.]?,? ?(?:(?:i|we|they|he|she|people) (?:said|say|told|tell|keep telling|kept telling)\b"
    r"|kata(?:ku|nya)?\b|begitu kata)",
    re.IGNORECASE,
)
"""Words behind which a saying is told: «Use your brain, they said»."""


def _hostile(draft: Draft, policy: Policy) -> Iterator[Hit]:
    marked = [
        (span, weight)
        for span, weight in weighed(draft)
        if weight >= LEAST and not _TOLD_AFTER.match(draft.text, span.end)
    ]
    taken = [span for span, _ in marked]
    marked += [
        (span, SNEER) for span in _faults(draft) if not any(_meet(span, other) for other in taken)
    ]
    total = sum(weight for _, weight in marked)
    if total < FULL - 1e-9:
        scorned = reader_scorned(draft, policy, round(total * POINTS))
        if scorned is not None:
            yield Hit(scorned)
        return
    for span, _ in sorted(marked):
        yield Hit(span)


def _faults(draft: Draft) -> Iterator[Span]:
    """Yield faults that are said of an audience: «callers never listen»."""
    audience = circle(draft.lang).people
    hostile = {i for t in draft.terms("hostility") for i in range(t.first, t.last + 1)}
    for term in draft.terms("respect_faults"):
        if term.entry.columns[0] in ("shut", "core") or draft.in_quote(term.span):
            continue
        sentence = draft.sentence_of(term.first)
        lowest = max(sentence.first if sentence else term.first, term.first - GAP)
        for index in range(term.first - 1, lowest - 1, -1):
            token = draft.tokens[index]
            if token.norm in audience and token.norm.endswith("s" if draft.lang == "en" else ""):
                if not _distant(draft, lowest, index) and not _own(draft, index):
                    yield term.span
                break
            if token.kind == EMOJI or index in hostile or token.norm in _LINKS[draft.lang]:
                continue
            break


# --- Insult of a person -------------------------------------------------------------------------

_COPULA: Final = _set("is was are 's he's she's isn't been turned being such")
_PRONOUNS: Final = {
    "en": _set("he she he's she's they they're"),
    "id": _set("dia ia beliau doi"),
}
_AFTER_ACCUSED: Final = {
    "en": _set("named called , : of a the our my that this you"),
    "id": _set("bernama namanya itu adalah si nya , : satu ini dia atas nama"),
}
_STRONG: Final = 0.6
"""Weight of the word list from which an insult of a person is marked."""


def _insult(draft: Draft, policy: Policy) -> Iterator[Hit]:
    found = False
    for hit in _accusing(draft, policy):
        found = True
        yield hit
    if not found and not any(
        term.entry.columns[0] == "story" for term in draft.terms("respect_stories")
    ):
        scorned = person_scorned(draft, policy, people(draft, policy))
        if scorned is not None:
            yield Hit(scorned)


def _accusing(draft: Draft, policy: Policy) -> Iterator[Hit]:
    accusations = draft.terms("respect_accusations")
    hostile = [a for a in attacks(draft) if float(a.term.entry.columns[0]) >= _STRONG]
    money = _MONEY[draft.lang]
    if not accusations and not hostile and money.isdisjoint(draft.norms):
        return
    if any(term.entry.columns[0] == "story" for term in draft.terms("respect_stories")):
        return
    who = people(draft, policy)
    if not who:
        return
    at = -1
    for term, kind in _charges(draft, accusations, hostile):
        if term.first <= at or draft.in_quote(term.span) or negated(draft, term):
            continue
        person = _accused(draft, who, term, kind)
        if person is None or _in_kin(draft, term):
            continue
        at = term.last
        span = term.span
        if _same_sentence(draft, person, term):
            start = min(person.span(draft).start, span.start)
            span = Span(start, max(person.span(draft).end, span.end))
        yield Hit(span)


def _charges(
    draft: Draft, accusations: Iterable[Term], hostile: Iterable[Attack]
) -> list[tuple[Term, str]]:
    """Return the accusing and insulting words with what they are: noun, adj, does or insult."""
    found = [(term, term.entry.columns[0]) for term in accusations]
    found += [(term, "does") for term in _taken_money(draft)]
    taken = {index for term, _ in found for index in range(term.first, term.last + 1)}
    found += [
        (attack.term, "insult")
        for attack in hostile
        if attack.term.entry.columns[1] in _INSULTING
        and attack.aim is not Aim.SELF
        and _undamped(attack)
        and attack.term.first not in taken
    ]
    found += [
        (attack.term, "dig")
        for attack in hostile
        if (attack.term.entry.columns[1] == "dig" or _of_somebody(draft, attack))
        and attack.aim is not Aim.SELF
        and attack.weight >= 0.2
    ]
    return sorted(found, key=lambda pair: pair[0].first)


def _undamped(attack: Attack) -> bool:
    """True for a word that no quote, report, negator or self-irony has taken the edge off."""
    return attack.weight > float(attack.term.entry.columns[0]) * DAMPED + 1e-9


def _of_somebody(draft: Draft, attack: Attack) -> bool:
    """True for a phrase that speaks of a third person: «… nyari urat aja nggak becus»."""
    if attack.term.entry.columns[1] not in ("aim", "sneer") or draft.lang != "id":
        return False
    you = circle("id").you
    near = draft.tokens[max(0, attack.term.first - WINDOW) : attack.term.last + 4]
    return attack.term.entry.term.startswith("tidak ") and not any(t.norm in you for t in near)


_TAKES: Final = {
    "en": _set(
        "took takes taking pockets pocketed pocketing kept keeps stole steals stealing spent"
    ),
    "id": _set(
        "ambil ngambil mengambil makan pakai pake memakai nilep gelapkan bawa sikat embat kantongi "
        "ngantongin pakein ngabisin ngembat"
    ),
}
_MONEY: Final = {
    "en": _set(
        "money cash funds deposit deposits budget fees donations salary salaries tips bonus wages"
    ),
    "id": _set("uang duit dana kas bantuan iuran gaji lembur donasi sumbangan anggaran tabungan"),
}
_RIGHTLY: Final = _set(
    "my his her own home pocket sendiri gajinya saku back receipt struk kembalian pas tunai"
)


def _taken_money(draft: Draft) -> Iterator[Term]:
    """Yield «took our pipe money», «makan uang keamanan» as accusations."""
    verbs, money = _TAKES[draft.lang], _MONEY[draft.lang]
    for index, token in enumerate(draft.tokens):
        if token.norm not in verbs:
            continue
        for last in range(index + 1, min(index + 5, len(draft.tokens))):
            norm = draft.tokens[last].norm
            if norm in _RIGHTLY or draft.tokens[last].kind != WORD:
                break
            if norm in money:
                entry = Entry("respect_accusations", "", ("does",))
                yield Term(entry, token.start, draft.tokens[last].end, index, last)
                break


def _between(who: tuple[Person, ...], first: int, last: int, term: Term) -> list[Person]:
    """Return the people of a sentence that stand near a term."""
    low, high = max(first, term.first - WINDOW), min(last, term.last + WINDOW)
    place = bisect_left(who, low, key=lambda person: person.first)
    found = []
    while place < len(who) and who[place].last <= high:
        found.append(who[place])
        place += 1
    return found


_INSULTING: Final = _set("name trait thing swear aim threat")


def _accused(draft: Draft, who: tuple[Person, ...], term: Term, kind: str) -> Person | None:
    """Return the person at whom an accusing word points, or None."""
    sentence = draft.sentence_of(term.first)
    if sentence is None:
        return None
    near = _between(who, sentence.first, sentence.last, term)
    for person in reversed(near):
        if person.last < term.first:
            if _leads(draft, person, term, kind) and not _refused(draft, sentence.first, person):
                return person
        elif person.first > term.last and _follows(draft, person, term, kind):
            return person
    if kind == "dig":
        return _dug(draft, who, near, term)
    accounts = [p for p in near if p.kind == "account"]
    if accounts and kind != "does" and _addressed(draft, term, kind):
        return accounts[0]
    return _by_pronoun(draft, who, term, kind, sentence.first)


def _dug(draft: Draft, who: tuple[Person, ...], near: list[Person], term: Term) -> Person | None:
    """Return the person of whom a dig speaks: in its sentence, or in the one before."""
    own = circle(draft.lang).own
    for person in reversed(near):
        between = draft.tokens[person.last + 1 : term.first]
        if person.last < term.first and not any(token.norm in own for token in between):
            if person.kind != "opening" or (between and between[0].norm in _MEANT):
                return person
            return None
    sentence = draft.sentence_of(term.first)
    if sentence is None or any(
        token.norm in own
        for token in draft.tokens[max(sentence.first, term.first - WINDOW) : term.first]
    ):
        return None
    return _last_person(draft, who, sentence.first, term.first, 1)


_MEANT: Final = _set("itu iku tuh ini nih lho is was has 's kuwi kae emang memang")


def _last_person(
    draft: Draft, who: tuple[Person, ...], before: int, place: int, distance: int
) -> Person | None:
    at = bisect_left(who, before, key=lambda person: person.last) - 1
    while at >= 0 and who[at].kind == "opening" and not _meant(draft, who[at]):
        at -= 1
        if at >= 0 and place - who[at].last > 4 * WINDOW:
            return None
    if at >= 0 and apart(draft, who[at].last, place) <= distance:
        return who[at]
    return None


def _meant(draft: Draft, person: Person) -> bool:
    """True where a word that opens a sentence is surely a name: «Sukarman itu …»."""
    following = draft.tokens[person.last + 1 : person.last + 2]
    return bool(following) and following[0].norm in _MEANT


def _leads(draft: Draft, person: Person, term: Term, kind: str) -> bool:
    """True where only linking words stand between a person and what follows."""
    between = draft.tokens[_after_place(draft, person, term) : term.first]
    if len(between) > GAP + 2:
        return False
    links = _LINKS[draft.lang]
    joined = False
    # «… is a bitter little troll»: after «is a» two adjectives may stand.
    slack = 0
    for token in between:
        if token.kind in (EMOJI, MARK):
            if draft.text[token.start] in ".!?;":
                return False
            continue
        if token.norm in negators(draft.lang):
            return False
        if token.norm not in links:
            slack -= 1
            if slack < 0 or kind == "does":
                return False
        joined = joined or token.norm in _COPULA
        if joined and token.norm in ("a", "an", "such", "the"):
            slack = 2
    if draft.lang == "en":
        possessive = draft.tokens[person.last].norm.endswith("'s")
        if kind == "does":
            return not possessive
        if not (joined or possessive or person.kind == "account"):
            return False
        return person.kind != "opening" or joined or possessive
    return True


_PLACED: Final = _set("from in at of on dari di bagian divisi tim anak sopir staf admin mandor")


def _after_place(draft: Draft, person: Person, term: Term) -> int:
    """Return the token after «from finance» and «bagian gudang», which only tell who is meant."""
    place = person.last + 1
    if draft.tokens[place].norm not in _PLACED:
        return place
    for step in range(place + 1, min(place + 5, term.first)):
        if draft.tokens[step].norm in _LINKS[draft.lang] - _LITTLE:
            return step
        if draft.tokens[step].kind == MARK:
            return step
    return min(place + 5, term.first)


def _follows(draft: Draft, person: Person, term: Term, kind: str) -> bool:
    """True for «that liar @toko», «si penipu Andi», «a crook named Hendra»."""
    if kind == "does":
        return False
    between = [t for t in draft.tokens[term.last + 1 : person.first] if t.kind != EMOJI]
    if len(between) > 4 or any(t.norm not in _AFTER_ACCUSED[draft.lang] for t in between):
        return False
    if any(t.norm in (",", ":") for t in between):
        return person.kind == "account" and len(between) == 1
    before = draft.tokens[term.first - 1].norm if term.first else ""
    if between or person.kind == "account":
        return True
    pointed = ("si", "dasar", "sang") if draft.lang == "id" else ("that", "this", "the", "you")
    return before in pointed and person.kind == "name"


def _addressed(draft: Draft, term: Term, kind: str) -> bool:
    """True where an accusing word speaks to the reader: «you liar», «lo penipu»."""
    if kind == "insult":
        return True
    return aim(draft, term, ()) in (Aim.READER, Aim.OTHERS)


def _by_pronoun(
    draft: Draft, who: tuple[Person, ...], term: Term, kind: str, first: int
) -> Person | None:
    """Return the person of the sentences before that «he», «she» or «dia» stands for."""
    lowest = max(first, term.first - GAP)
    for index in range(term.first - 1, lowest - 1, -1):
        norm = draft.tokens[index].norm
        if norm in _PRONOUNS[draft.lang] or _that_one(draft, index):
            if _spoken(draft, index):
                return None
            return _last_person(draft, who, index, index, 2)
        if norm in negators(draft.lang):
            return None
        if norm not in _LINKS[draft.lang]:
            break
    # «Pak Hendra. Maling.», «Watch out for @toko. Scammers!», «… Seorang pembohong ulung.»
    opening = draft.tokens[first : term.first]
    if (
        kind == "does"
        or len(opening) > GAP
        or any(t.kind == WORD and t.norm not in _ELLIPTIC for t in opening)
    ):
        return None
    if aim(draft, term, ()) is Aim.SELF:
        return None
    return _last_person(draft, who, first, term.first, 1)


_ELLIPTIC: Final = _set(
    "a an the such what that this total real pure absolute complete utter typical simply nothing but "
    "seorang dasar tukang manusia emang memang bener benar beneran orang ini itu cuma lelaki"
)
_ONES: Final = _set("man woman guy lady person fellow dude bloke orang manusia wong")


def _that_one(draft: Draft, index: int) -> bool:
    """True for «that man», «orang itu»."""
    if draft.tokens[index].norm not in _ONES:
        return False
    if draft.lang == "en":
        return index > 0 and draft.tokens[index - 1].norm in ("that", "this")
    following = draft.tokens[index + 1 : index + 2]
    return bool(following) and following[0].norm in ("itu", "ini", "iku", "kuwi")


def _spoken(draft: Draft, index: int) -> bool:
    before = words_before(draft, index, 3)
    return any(token.norm in ("if", "kalau", "kalo", "jika") for token in before)


def _refused(draft: Draft, first: int, person: Person) -> bool:
    """True for «nobody says that Pak Budi is a thief», «I was wrong that …»."""
    words = draft.tokens[max(first, person.first - 6) : person.first]
    return any(token.norm in negators(draft.lang) or token.norm in _NO_CHARGE for token in words)


_NO_CHARGE: Final = _set(
    "nobody if wrong falsely unless whether kalau jika seandainya misalnya andai fitnah dituduh "
    "katanya accused accuse"
)


def _in_kin(draft: Draft, term: Term) -> bool:
    """True beside kin, pets and idioms: «my cat is a thief», «stole the show»."""
    sentence = draft.sentence_of(term.first)
    stories = draft.terms("respect_stories")
    if sentence is None or not stories:
        return False
    low, high = max(sentence.first, term.first - WINDOW), min(sentence.last, term.last + WINDOW)
    place = bisect_left(stories, low, key=lambda other: other.first)
    while place < len(stories) and stories[place].first <= high:
        if stories[place].entry.columns[0] == "kin":
            return True
        place += 1
    return False


def _same_sentence(draft: Draft, person: Person, term: Term) -> bool:
    return draft.sentence_of(person.first) == draft.sentence_of(term.first)


# --- Insult of a group --------------------------------------------------------------------------

_ALL: Final = {
    "en": _set("all every those these most typical the"),
    "id": _set("semua semuanya setiap tiap para dasar rata-rata kebanyakan emang memang"),
}
_DASAR_BEFORE: Final = _set(
    "emang memang ya yah ih huh ah oh sih dah duh tuh kan deh eh woy woi lah cih halah hadeh astaga"
)


def _group(draft: Draft, policy: Policy) -> Iterator[Hit]:
    groups = _groups(draft)
    if groups:
        hits = tuple(_group_hits(draft, groups))
        yield from hits
        if hits:
            return
    named = [
        (_span(draft, first, last), "G" if kind == "group" else "J") for first, last, kind in groups
    ]
    scorned = group_scorned(draft, policy, named)
    if scorned is not None:
        yield Hit(scorned)


def _group_hits(draft: Draft, groups: list[tuple[int, int, str]]) -> Iterator[Hit]:
    said = _Said.of(draft)
    at = -1
    for first, last, kind in groups:
        if first <= at or draft.in_quote(_span(draft, first, last)):
            continue
        hit = (
            _group_fault(draft, said, first, last, kind)
            or _group_frame(draft, first, last, kind)
            or _group_core(draft, said, first, last, kind)
        )
        if hit is not None:
            at = last
            yield Hit(hit)


def _span(draft: Draft, first: int, last: int) -> Span:
    return Span(draft.tokens[first].start, draft.tokens[last].end)


def _groups(draft: Draft) -> list[tuple[int, int, str]]:
    """Return the groups named in a draft: from the list, and by shape («people from X»)."""
    found = [_widened(draft, term) for term in draft.terms("respect_groups")]
    taken = {index for first, last, _ in found for index in range(first, last + 1)}
    shaped = list(_shaped_en(draft) if draft.lang == "en" else _shaped_id(draft))
    longer = [each for each in shaped if each[0] in taken and each[2] == "group"]
    inside = {index for first, last, _ in longer for index in range(first, last + 1)}
    found = [each for each in found if each[0] not in inside]
    found += longer
    found += [each for each in shaped if not taken.intersection(range(each[0], each[1] + 1))]
    return sorted(found)


def _widened(draft: Draft, term: Term) -> tuple[int, int, str]:
    """Return a group with «young» before it, or «zaman sekarang» or a place behind it."""
    first, last, kind = term.first, term.last, term.entry.columns[0]
    tokens = draft.tokens
    if draft.lang == "en":
        if first and tokens[first - 1].norm in (
            "young",
            "old",
            "modern",
            "today's",
            "male",
            "female",
        ):
            return first - 1, last, "group"
        return first, last, kind
    if last + 2 < len(tokens) and tokens[last + 1].norm in ("zaman", "jaman"):
        return first, last + 2, "group"
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if following is not None and following.kind == WORD and kind == "group":
        capital = draft.text[following.start].isupper()
        if (
            capital
            and following.norm not in negators("id")
            and following.start - 1 == tokens[last].end
        ):
            return first, last + 1, kind
    return first, last, kind


def _shaped_en(draft: Draft) -> Iterator[tuple[int, int, str]]:
    """Yield «people from X», «X people», «those people», «people like them»."""
    audience = circle("en").people
    jobs = {t.last for t in draft.terms("respect_groups") if t.entry.columns[0] == "job"}
    for index, token in enumerate(draft.tokens):
        if token.norm not in ("people", "folks", "folk", "types", "lot", "kind"):
            plural = token.norm.endswith("s") and token.norm in audience
            if index not in jobs and not plural:
                continue
            follows = [t.norm for t in draft.tokens[index + 1 : index + 4]]
            if len(follows) == 3 and follows[0] == "from":
                yield index, index + (3 if follows[1] in ("the", "that") else 2), "group"
            continue
        before = draft.tokens[index - 1] if index else None
        after = draft.tokens[index + 1] if index + 1 < len(draft.tokens) else None
        if after is not None and after.norm == "from" and index + 2 < len(draft.tokens):
            last = index + 2
            if draft.tokens[last].norm in ("the", "that", "those") and last + 1 < len(draft.tokens):
                last += 1
            yield index, last, "group"
        elif after is not None and after.norm == "like" and index + 2 < len(draft.tokens):
            if draft.tokens[index + 2].norm in ("them", "that", "those", "him", "her"):
                yield index, index + 2, "group"
        elif before is not None and before.kind == WORD:
            capital = draft.text[before.start].isupper() and index - 1 > 0
            if (
                before.norm in ("those", "that", "their")
                or (capital and draft.sentence_of(index) == draft.sentence_of(index - 1))
                or before.norm in _PLACES
            ):
                yield index - 1, index, "group"


_PLACES: Final = _set(
    "hill mountain coast coastal village city town country upriver downriver island northern "
    "southern eastern western church mosque temple highland lowland valley inland forest desert farm river delta border"
)


def _shaped_id(draft: Draft) -> Iterator[tuple[int, int, str]]:
    """Yield «orang Tegal», «semua orang kampung X», «suku X»."""
    for index, token in enumerate(draft.tokens[:-1]):
        if token.norm not in _OF_PEOPLE:
            continue
        following = draft.tokens[index + 1]
        if following.kind != WORD or following.norm in _NO_ORIGIN:
            continue
        capital = draft.text[following.start].isupper()
        before = draft.tokens[index - 1].norm if index else ""
        generic = before in ("semua", "dasar", "namanya", "emang", "memang", "tipikal")
        plain = token.norm != "anak" and following.norm.isalpha()
        if token.norm in _OF_A_PLACE:
            yield index, index + 1, "place"
        elif capital or (generic and plain) or token.norm == "suku":
            yield index, index + 1, "group"


_OF_A_PLACE: Final = _set("warga penduduk lulusan alumni keluarga")
_OF_PEOPLE: Final = _OF_A_PLACE | _set("orang org orang-orang suku kaum anak cewek wong")
_NO_ORIGIN: Final = _set(
    "yang itu ini tua lain lama baru kami kita saya aku gue mu nya dan di ke dari untuk pertama "
    "kedua ketiga dalam biasa juga pun banyak hilang sakit hamil bisa tidak gak nggak ga sudah udah "
    "masih akan mau harus pada semua sering selalu malah suka lagi baik bodoh tolol goblok pintar "
    "cerdas stres bilang datang lewat tahu tau cadang bunga kata dinas"
)


def _group_fault(draft: Draft, said: _Said, first: int, last: int, kind: str) -> Span | None:
    """Return the span of a group and a fault that is said of all of it, or None."""
    sentence = draft.sentence_of(first)
    if sentence is None:
        return None
    slack = _slack(draft, sentence.first, first)
    for term in said.after(last):
        if term.first - last - 1 > GAP or term.last > sentence.last:
            break
        if draft.in_quote(term.span):
            continue
        sort = _sort(term)
        if sort == "core":
            continue
        joined = _joined(draft, last, term, sort, slack, said.chain)
        if not joined:
            continue
        low = max(sentence.first, first - 8)
        all_of = _all_of(draft, low, first, last, term)
        if kind in ("job", "place") and not all_of:
            continue
        if draft.lang == "id" and joined == "bare" and not all_of:
            following = draft.tokens[term.last + 1] if term.last + 1 < len(draft.tokens) else None
            narrow = following is not None and following.norm in ("itu", "ini", "yang", "tadi")
            if sort == "is" and (first != sentence.first or narrow):
                continue
        if _distant(draft, sentence.first, first) or _own(draft, first):
            continue
        start = draft.tokens[first].start
        return Span(start, term.span.end)
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    """What a draft says against people: the faults, and the stronger hostile words."""

    terms: tuple[Term, ...]
    chain: frozenset[int]
    """Their tokens."""

    @classmethod
    def of(cls, draft: Draft) -> _Said:
        """Collect them once."""
        faults = draft.terms("respect_faults")
        taken = _tokens(faults)
        strong = [
            term
            for term in draft.terms("hostility")
            if float(term.entry.columns[0]) >= _STRONG
            and term.entry.columns[1] in ("name", "trait")
            and term.first not in taken
        ]
        terms = tuple(sorted((*faults, *strong), key=lambda term: term.first))
        return cls(terms, _tokens(terms))

    def after(self, place: int) -> Iterator[Term]:
        """Yield what stands behind a token, in order."""
        at = bisect_left(self.terms, place + 1, key=lambda term: term.first)
        while at < len(self.terms):
            yield self.terms[at]
            at += 1


def _tokens(terms: Iterable[Term]) -> frozenset[int]:
    return frozenset(index for term in terms for index in range(term.first, term.last + 1))


def _sort(term: Term) -> str:
    return term.entry.columns[0] if term.entry.list == "respect_faults" else "is"


def _slack(draft: Draft, low: int, first: int) -> int:
    """Return how many words may stand between: two after «kalau yang mimpin perempuan, rapat …»."""
    after = [token.norm for token in draft.tokens[first + 1 : first + 4]]
    if {"kalau", "kalo", "klo"} & set(after):
        return 4
    opens = first == low and draft.tokens[first].norm in ("orang", "wong", "anak", "warga")
    if opens and len(after) > 1 and after[1] in ("itu", "tuh", "emang", "memang", "mah", "pada"):
        return 3
    generic = {"kalau", "kalo", "namanya", "emang", "memang", "gitu", "begitu"}
    near = {token.norm for token in draft.tokens[max(low, first - WINDOW) : first]}
    return 2 if generic & near else 0


def _joined(
    draft: Draft, last: int, term: Term, sort: str, slack: int, chain: frozenset[int]
) -> str:
    """Return how a fault hangs on a group: "linked", "bare" (side by side) or "" (not at all)."""
    linked = "bare"
    start = _placed(draft, last, term.first)
    if start > last + 1:
        linked = "linked" if draft.lang == "id" else linked
    for place in range(start, term.first):
        token = draft.tokens[place]
        if token.kind == EMOJI or place in chain:
            continue
        if token.kind == MARK:
            if draft.text[token.start] in ",:-–—":
                continue
            return ""
        norm = token.norm
        if norm in negators(draft.lang) and norm not in ("never",):
            return ""
        if norm not in _LINKS[draft.lang]:
            slack -= 1
            if slack < 0:
                return ""
        linked = "linked"
    if draft.lang == "en" and sort == "is" and linked == "bare":
        tail = " ".join(t.norm for t in draft.tokens[term.last + 1 : term.last + 4])
        return "linked" if tail in ("all of them", "the lot of", "every one of") else ""
    return linked


def _placed(draft: Draft, last: int, stop: int) -> int:
    """Return the token after «in the lab», «di proyek sebelah», which only tell where."""
    place = last + 1
    if draft.tokens[place].norm not in _PLACED or place >= stop:
        return place
    for step in range(place + 1, min(place + 4, stop)):
        token = draft.tokens[step]
        if token.kind != WORD or token.norm in _LINKS[draft.lang] - _LITTLE:
            return step
    return min(place + 3, stop)


_LITTLE: Final = _set("the a an this that my")


def _all_of(draft: Draft, low: int, first: int, last: int, term: Term) -> bool:
    """True where the sentence speaks of all, or of the group as such."""
    words = _ALL[draft.lang]
    around = [*draft.tokens[max(low, first - 2) : first], *draft.tokens[last + 1 : term.first]]
    if any(token.norm in words or token.norm == "always" for token in around):
        return True
    if draft.lang == "id":
        near = [token.norm for token in draft.tokens[last + 1 : term.first]]
        if term.last + 1 < len(draft.tokens):
            near += [n for n in (draft.tokens[term.last + 1].norm,) if n == "semua"]
        return any(
            norm in ("itu", "mah", "pasti", "pada", "semua", "selalu", "sekarang", "now")
            for norm in near
        )
    return False


def _distant(draft: Draft, low: int, first: int) -> bool:
    """True where the sentence refuses, tells or mourns what it says, or a myth is named."""
    words = _DISTANCE[draft.lang]
    before = draft.tokens[max(low, first - WINDOW) : first]
    if any(t.norm in words or t.norm in negators(draft.lang) for t in before):
        return True
    # «Myth: … Fact: …»: the word may stand on the line before.
    sentence = draft.sentence_of(first)
    start = sentence.first if sentence else first
    return any(
        token.norm in ("myth", "mitos", "stereotype", "stereotip", "anggapan", "prejudice")
        for token in draft.tokens[max(0, start - 8) : start]
    )


def _own(draft: Draft, first: int) -> bool:
    before = draft.tokens[first - 1].norm if first else ""
    return before in _OWN_GROUP


def _group_frame(draft: Draft, first: int, last: int, kind: str) -> Span | None:
    """Return the span of a frame that insults by itself: «dasar perempuan», «typical boomers»."""
    sentence = draft.sentence_of(first)
    low = sentence.first if sentence else first
    norms = [token.norm for token in draft.tokens[max(low, first - 5) : first]]
    if _blamed(draft, low, first, last) and not _told(draft, low, first):
        return _span(draft, first, last)
    if kind == "job" or _distant(draft, low, max(low, first - 5)):
        return None
    if _shunned(draft, norms):
        return _span(draft, max(low, first - len(norms)), last)
    if _baited(draft, norms, last):
        return _span(draft, max(low, first - 2), last)
    if _matched(draft, first):
        return _span(draft, first, last)
    if _doubted(draft, last):
        return _span(draft, first, last)
    back = " ".join(norms)
    for frame in _FRAMES[draft.lang]:
        if back == frame or back.endswith(" " + frame):
            start = first - len(frame.split(" "))
            if frame == "dasar" and not _dasar(draft, start, low):
                return None
            if frame in _NEED_GROUP and kind != "group":
                return None
            return _span(draft, start, last)
    return None


def _group_core(draft: Draft, said: _Said, first: int, last: int, kind: str) -> Span | None:
    """Return the span of what is said of all of them, in this sentence or one after it."""
    if kind != "group" or _own(draft, first):
        return None
    sentence = draft.sentence_of(first)
    low = sentence.first if sentence else first
    if _distant(draft, low, first):
        return None
    for term in said.after(last):
        if term.entry.list != "respect_faults" or draft.in_quote(term.span):
            continue
        sort = term.entry.columns[0]
        distance = apart(draft, last, term.first)
        if distance > 2 or term.first - last > 4 * WINDOW:
            break
        place = draft.sentence_of(term.first)
        begin = place.first if place is not None else term.first
        if _refuted(draft, begin, term):
            return None
        if sort == "core":
            return _span(draft, first, last if distance else term.last)
        if distance and _of_them(draft, begin, term):
            return _span(draft, begin, term.last)
    return None


_THEY: Final = {
    "en": _set("they they're they've they'll they'd them"),
    "id": _set("mereka pada semua semuanya"),
}


def _of_them(draft: Draft, begin: int, term: Term) -> bool:
    """True for «they are lazy», «mereka itu pelit», with the group in a sentence before."""
    for index in range(term.first - 1, max(begin, term.first - GAP) - 1, -1):
        norm = draft.tokens[index].norm
        if norm in _THEY[draft.lang]:
            return term.entry.columns[0] != "is" or norm != "them"
        if norm in negators(draft.lang) or norm not in _LINKS[draft.lang]:
            return False
    return False


def _refuted(draft: Draft, begin: int, term: Term) -> bool:
    words = _DISTANCE[draft.lang]
    low = max(begin, term.first - WINDOW)
    return any(token.norm in words for token in draft.tokens[low : term.first])


_SHUN_NO: Final = {
    "en": _set("never don't stop avoid"),
    "id": _set("jangan stop ogah males malas ngapain berhenti"),
}
_SHUN: Final = {
    "en": _set(
        "give hire hiring trust trusting marry rent renting employ employing believe invite inviting date"
    ),
    "id": _set(
        "kasih beri terima rekrut ajak percaya temenan sewakan nikah nikahin kerja pekerjakan nerima "
        "merekrut mempekerjakan ngerekrut percayakan sewain terimain kontrakin"
    ),
}


_SEXES: Final = (
    _set("men boys guys man cowok cowo laki-laki pria lelaki bapak-bapak"),
    _set("women girls ladies woman cewek cewe perempuan wanita ibu-ibu"),
)
_ABLER: Final = {
    "en": _set("better smarter stronger tougher braver cleverer worse weaker"),
    "id": _set("pinter pintar kuat jago cocok becus hebat tangguh rasional lemah bodoh"),
}


def _matched(draft: Draft, first: int) -> bool:
    """True for «boys are simply better at this, girls only …»: one sex against the other."""
    sentence = draft.sentence_of(first)
    if sentence is None or sentence.first != first:
        return False
    norms = [t.norm for t in draft.tokens[first : min(sentence.last, first + WINDOW) + 1]]
    found = set(norms)
    if not all(found & sex for sex in _SEXES) or not found & _ABLER[draft.lang]:
        return False
    if found & negators(draft.lang) or found & _DISTANCE[draft.lang]:
        return False
    return draft.lang == "en" or "lebih" in found


def _shunned(draft: Draft, norms: list[str]) -> bool:
    """True for «never hire …», «jangan kasih lowongan ke …»."""
    no, verbs = _SHUN_NO[draft.lang], _SHUN[draft.lang]
    for place, norm in enumerate(norms[:-1]):
        if norm in no and norms[place + 1] in verbs:
            rest = norms[place + 2 :]
            passed = bool(rest) and rest[-1] in ("to", "ke", "kepada") and len(rest) <= 4
            return passed or all(n in _SHUN_WITH for n in rest)
    return False


_SHUN_WITH: Final = _set(
    "a an any another the these those one ke sama dari dengan kepada orang lowongan kerja kerjaan "
    "kontrakan kos uang jabatan tanggung jawab pada buat si to more of some new"
)
_DOUBTS: Final = {
    "en": _set("sure good no god lol haha never seriously thanks lord oh ha hell please yikes"),
    "id": _set(
        "yakin mana haha hahaha wkwk wkwkwk amit mending ya serius duh ogah jangan lah hadeh"
    ),
}


_TOLD: Final = _set(
    "said says told shouted wrote asked bilang dibilang katanya kata tanya tulis stereotype mitos "
    "myth wrong salah unfair he she they dia mereka"
)


def _told(draft: Draft, low: int, first: int) -> bool:
    return any(t.norm in _TOLD for t in draft.tokens[max(low, first - WINDOW) : first])


_BLAME: Final = {
    "en": (
        "what happens when",
        "what you get when",
        "what you get if",
        "why are all",
        "why do all",
        "why are these",
        "why do those",
        "don't sit next to",
        "never sit next to",
        "don't sit near",
        "don't live next to",
        "don't eat with",
        "don't work with",
        "won't work with",
        "don't want to work with",
        "don't want to sit",
        "refuse to work with",
        "refuse to sit",
        "keep away from",
    ),
    "id": (
        "begini jadinya",
        "gini jadinya",
        "gitu jadinya",
        "begitulah jadinya",
        "ginilah jadinya",
        "akibatnya kalau",
        "akibat kalau",
        "hasilnya kalau",
        "mau duduk dekat",
        "mau duduk sama",
        "mau duduk bareng",
        "mau kerja sama",
        "mau kerja bareng",
        "mau tinggal dekat",
        "mau makan bareng",
        "mau tetanggaan sama",
        "kenapa semua",
        "kenapa sih semua",
        "kok semua",
    ),
}


def _blamed(draft: Draft, low: int, first: int, last: int) -> bool:
    """True for «this is what happens when you let women …», «why are all … such failures?»."""
    before = draft.tokens[max(low, first - 9) : first]
    norms = " ".join(token.norm for token in before)
    for frame in _BLAME[draft.lang]:
        if frame not in norms:
            continue
        asks = frame.startswith(("why", "kenapa", "kok"))
        refuses = draft.lang == "id" and frame.startswith("mau")
        if refuses and not any(
            t.norm in negators("id") or t.norm in _SHUN_NO["id"] for t in before
        ):
            continue
        if asks:
            ahead = range(last + 1, min(last + 10, len(draft.tokens)))
            bad = _tokens(draft.terms("hostility")) | _tokens(draft.terms("respect_faults"))
            return any(index in bad or draft.tokens[index].norm == "such" for index in ahead)
        return True
    # «Vegans. Always the first to complain.»
    sentence = draft.sentence_of(first)
    if sentence is None or sentence.words > 3 or last + 2 >= len(draft.tokens):
        return False
    return draft.tokens[last + 2].norm in ("always", "never", "selalu", "pasti") and any(
        term.first in range(last + 2, last + 10) for term in draft.terms("respect_faults")
    )


def _baited(draft: Draft, norms: list[str], last: int) -> bool:
    """True for «put a woman on the night shift and you get tears»."""
    if draft.lang != "en" or not {"put", "give", "hire", "let", "send"} & set(norms[-2:]):
        return False
    after = [token.norm for token in draft.tokens[last + 1 : last + 13]]
    turns = any(pair in (("and", "you"), ("and", "we"), ("and", "it")) for pair in pairwise(after))
    return turns and any(norm in _WOES for norm in after)


_WOES: Final = _set(
    "tears drama chaos gossip trouble complaints excuses mess disaster accidents tantrums crying "
    "problems lawsuits fights nothing lazy late lies"
)


def _doubted(draft: Draft, last: int) -> bool:
    """True for «Women in the control room? Sure, if …»."""
    place = last + 1
    if place >= len(draft.tokens) or draft.tokens[place].norm not in _PLACING:
        return False
    for index in range(place, min(last + 7, len(draft.tokens) - 1)):
        if draft.tokens[index].norm in ("?", "??", "?!"):
            return draft.tokens[index + 1].norm in _DOUBTS[draft.lang]
    return False


_PLACING: Final = _set("in at on as behind jadi di pegang mimpin nyetir memimpin sebagai")


def _dasar(draft: Draft, place: int, low: int) -> bool:
    """True for «dasar» as a rebuke; not for «sekolah dasar», «kebutuhan dasar»."""
    if place <= low:
        return True
    before = draft.tokens[place - 1]
    return before.kind != WORD or before.norm in _DASAR_BEFORE


_NEED_GROUP: Final = _set("typical tipikal")
_FRAMES: Final = {
    "en": (
        "typical",
        "what do you expect from",
        "what can you expect from",
        "what did you expect from",
        "what else do you expect from",
        "never trust",
        "don't trust",
        "never hire",
        "don't hire",
        "do not hire",
        "stop hiring",
        "never marry",
        "never believe",
        "can't trust",
        "cannot trust",
        "sick of",
        "tired of",
        "fed up with",
        "can't stand",
        "hate",
        "i hate",
        "done with",
        "had enough of",
        "enough of",
        "no place for",
        "allergic to",
        "keep out",
        "get rid of",
        "kick out",
        "ban",
        "deport",
        "send back",
        "too many",
        "no more",
        "leave it to",
        "this is why",
        "that's why i avoid",
        "don't let",
        "never let",
        "last time i hire",
        "last time we hire",
    ),
    "id": (
        "dasar",
        "namanya juga",
        "maklum",
        "maklumlah",
        "tipikal",
        "jangan percaya",
        "jangan percaya sama",
        "jangan rekrut",
        "jangan terima",
        "jangan ajak",
        "jangan temenan sama",
        "jangan mau sama",
        "jangan nikah sama",
        "jangan kasih kerja",
        "stop rekrut",
        "stop terima",
        "usir",
        "muak sama",
        "muak dengan",
        "capek sama",
        "capek ngadepin",
        "capek ngurus",
        "benci",
        "benci sama",
        "ogah sama",
        "ogah kerja sama",
        "males sama",
        "males ngadepin",
        "jijik sama",
        "anti sama",
        "otaknya",
        "emang dasar",
        "kelakuan",
        "gara-gara",
        "ngapain rekrut",
        "apa sih yang diharapkan dari",
        "apa yang diharapkan dari",
        "mau diharapkan apa dari",
    ),
}


# --- Words that shut out ------------------------------------------------------------------------

_SAYING: Final = {
    "en": _set(
        "word words term terms say saying said write writes writing wrote instead rather not "
        "called call phrase phrases replace replaced avoid avoided dropped label banned stop old "
        "the-word without"
    ),
    "id": _set(
        "kata istilah sebutan bilang sebut menyebut disebut bukan alih-alih ganti mengganti diganti "
        "jangan stop hindari menghindari tulis menulis label julukan dulu kalimat"
    ),
}
_NO_NOUN: Final = _set(
    "and or are is was were can cannot can't could need needs have had has do don't who in at on "
    "with from to get gets often first deserve also as will would should may must live lives wait "
    "too than but by for when while because if so"
)
_HIRING: Final = {
    "en": _set(
        "hiring hire vacancy vacancies apply applicants applicant candidates candidate recruiting "
        "recruit recruitment vacant applications interview cv résumé looking wanted"
    ),
    "id": _set(
        "lowongan loker rekrut rekrutmen merekrut dicari dibutuhkan lamar lamaran pelamar melamar cv "
        "kandidat hiring interview wawancara"
    ),
}
_DISABILITY: Final = {
    "en": _set(
        "disabled disability disabilities wheelchair wheelchairs blind deaf autism autistic "
        "handicapped impaired special-needs prosthetic braille syndrome crutches"
    ),
    "id": _set(
        "difabel disabilitas cacat tunanetra tunarungu tuli buta autis autisme kursi kruk braille "
        "sindrom tunadaksa tunagrahita odgj"
    ),
}
_NOT_PERSON: Final = {
    "en": _set("about for over good busy in on into with that how idea ideas hours week day days"),
    "id": _set(
        "kerja bola belanja keren banget bgt sih ya hormat jabatan harta urusan ngopi kopi game "
        "enak ini itu lah bangettt masak foto baca buku promo diskon"
    ),
}


_LEFT_OUT: Final = "respect_left_out"
"""The word list whose signs add up to leaving somebody out."""

OUT: Final = 6
"""Points of clues from which a post leaves somebody out."""

_OUT_CLUES: Final = clues(
    (6, r"Z"),
    (6, r"c[^.NQ]{0,12}[al]|[al][^.NQ]{0,8}c"),
    (2, r"[al][^.]*\.[^.]{0,6}c|c[^.]*\.[^.]{0,6}[al]"),
    (1, r"a.*a"),
    (3, r"F[^.N]{0,7}k"),
    (3, r"M[^.N]{0,7}h"),
    (2, r"F.*M|M.*F"),
    (3, r"l[^.,]?F|F[^.N,]{0,4}l"),
    (3, r"D"),
    (2, r"D.*D"),
    (2, r"D.*D.*D"),
    (3, r"B[^.N]{0,3}D"),
    (6, r"s[^.]{0,6}\.?[^.]{0,4}r[^.N]{0,8}u"),
    (4, r"o[^.]{0,10}e|e[^.]{0,3}o"),
    (2, r"a.*o|o.*a"),
    (2, r"[oe].*e"),
)
_OPEN: Final = clues((-6, r"Q"))
_OUT_KINDER: Final = {
    "en": "say it so that everybody can feel meant",
    "id": "tulis supaya semua orang merasa diajak",
}


def _inclusive(draft: Draft, policy: Policy) -> Iterator[Hit]:
    found = False
    for hit in _listed(draft):
        found = True
        yield hit
    if found or not has(draft, _LEFT_OUT, "ZalFDrolk"):
        return
    signs = overlaid(read(draft, policy, _LEFT_OUT), ())
    out = weigh(signs, _OUT_CLUES)
    if out.span is not None and out.points + weigh(signs, _OPEN).points >= OUT:
        yield Hit(out.span, None, {"kinder": _OUT_KINDER[draft.lang]})


def _listed(draft: Draft) -> Iterator[Hit]:
    terms = draft.terms("respect_inclusive")
    if not terms:
        return
    norms: frozenset[str] | None = None
    conditions = frozenset(term.first for term in draft.terms("respect_conditions"))
    for term in terms:
        kinder, kind, put_in = term.entry.columns
        if kind == "none" or draft.in_quote(term.span) or _spoken_of(draft, term):
            continue
        if reported(draft, term):
            continue
        if kind == "contrast" or kind == "hiring":
            if norms is None:
                norms = frozenset(token.norm for token in draft.tokens)
            needed = _DISABILITY if kind == "contrast" else _HIRING
            if not norms & needed[draft.lang]:
                continue
        if kind == "bare" and not _is_bare(draft, term):
            continue
        if kind == "condition" and not _before_condition(draft, term, conditions):
            continue
        if kind == "person" and not _of_a_person(draft, term):
            continue
        if _is_name(draft, term) or _as_if(draft, term):
            continue
        yield _kinder(draft, term, kinder, put_in == "yes")


def _spoken_of(draft: Draft, term: Term) -> bool:
    """True where the word is the matter: «we no longer say manpower», «bukan cacat»."""
    saying = _SAYING[draft.lang]
    near = words_before(draft, term.first, 3)
    if any(token.norm in saying for token in near):
        return True
    return any(token.norm in negators(draft.lang) for token in near[-2:])


def _as_if(draft: Draft, term: Term) -> bool:
    """True for the idiom «kerja kayak orang gila»."""
    before = draft.tokens[term.first - 1].norm if term.first else ""
    return before in ("kayak", "kaya", "kek", "seperti", "bak") and "orang gila" in term.entry.term


def _is_bare(draft: Draft, term: Term) -> bool:
    """True for «the disabled» as people; not for «the disabled lift»."""
    following = draft.tokens[term.last + 1] if term.last + 1 < len(draft.tokens) else None
    if following is None or following.kind in (MARK, BREAK, EMOJI):
        return following is None or draft.text[following.start] != "-"
    return following.norm in _NO_NOUN


def _before_condition(draft: Draft, term: Term, starts: frozenset[int]) -> bool:
    place = term.last + 1
    skipped = 0
    while place < len(draft.tokens) and skipped < 3:
        if place in starts:
            return True
        if draft.tokens[place].kind not in (WORD, NUMBER):
            return False
        place += 1
        skipped += 1
    return False


def _of_a_person(draft: Draft, term: Term) -> bool:
    following = draft.tokens[term.last + 1] if term.last + 1 < len(draft.tokens) else None
    words = circle(draft.lang)
    if following is not None and following.kind == WORD:
        norm = following.norm
        if norm in _NOT_PERSON[draft.lang] or norm in words.calm:
            return False
    if aim(draft, term, (), trait=True) not in (Aim.READER, Aim.OTHERS):
        return False
    before = words_before(draft, term.first, 1)
    if draft.lang == "en" and following is not None and following.kind == WORD:
        # «those crazy people», but not «you crazy week».
        return following.norm in words.people or following.norm in _NO_NOUN
    return bool(before)


def _is_name(draft: Draft, term: Term) -> bool:
    """True inside a name: «Persatuan Penyandang Cacat», «Manpower Building»."""
    text, tokens = draft.text, draft.tokens
    if not text[term.span.start].isupper():
        return False
    sentence = draft.sentence_of(term.first)
    sides = []
    if sentence is not None and term.first > sentence.first:
        sides.append(tokens[term.first - 1])
    elif sentence is not None and term.first == sentence.first:
        return False
    if sentence is not None and term.last < sentence.last:
        sides.append(tokens[term.last + 1])
    whole = text[term.span.start : term.span.end]
    if whole.isupper():
        return False
    return any(side.kind == WORD and text[side.start].isupper() for side in sides)


_ENDINGS: Final = ("nya", "lah", "kah", "pun", "ku", "mu")


def _kinder(draft: Draft, term: Term, kinder: str, put_in: bool) -> Hit:
    """Return a hit with the kinder word, put in with the case, ending and article of the text."""
    if not put_in:
        return Hit(term.span, None, {"kinder": kinder})
    text = draft.text
    start, suggestion = term.span.start, kinder
    if draft.lang == "id":
        found, listed = draft.tokens[term.last].norm, term.entry.term.lower().split(" ")[-1]
        if found != listed:
            ending = next((e for e in _ENDINGS if found == listed + e), "")
            suggestion += ending
    elif term.first:
        article = draft.tokens[term.first - 1]
        right = "an" if kinder[0].lower() in "aeiou" else "a"
        if article.norm in ("a", "an") and article.norm != right:
            start = article.start
            suggestion = f"{right} {suggestion}"
    first = text[start]
    whole = text[start : term.span.end]
    if whole.isupper() and len(whole) > 3:
        suggestion = suggestion.upper()
    elif first.isupper():
        suggestion = suggestion[0].upper() + suggestion[1:]
    return Hit(Span(start, term.span.end), suggestion, {"kinder": kinder})


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


_REPLY_TREE = Reference(
    title="US Air Force web-posting assessment (about 2009): the tone of a reply decides",
    checked="2026-11-22",
    url="https://boingboing.net/2009/01/09/the-air-forces-rules.html",
)
_DEFAMATION = Reference(
    title="Indonesia: Law 1/2024 on electronic information, Article 27A (attacks on honour)",
    checked="2026-11-22",
    url="https://wahananews.co/nasional/dpr-resmi-sahkan-uu-ite-terbaru-cek-di-sini-perubahannya-Nr063dEu06/7",
)
_HATRED = Reference(
    title="Indonesia: Law on electronic information, Article 28(2) (hatred against groups)",
    checked="2026-11-22",
)
_PERSON_FIRST = Reference(
    title=(
        "House rule of this course: the person before the label; Indonesia's Law 8/2016 says "
        "«penyandang disabilitas»"
    ),
    checked="2026-11-22",
)

RULES = (
    Rule(
        id="respect.hostile",
        outcome=Outcome.REVISE,
        find=_hostile,
        words={
            "en": Words(
                title="Say it as you would face to face",
                message=(
                    "«{matched}» may read as talking down to readers. Say what happened and what "
                    "you ask of them."
                ),
                why="A sneer is shared faster than a story, and it stays with your employer's name.",
            ),
            "id": Words(
                title="Tulis seperti sedang bicara tatap muka",
                message=(
                    "«{matched}» bisa terbaca merendahkan pembaca. Sebut apa yang terjadi dan apa "
                    "yang kamu minta."
                ),
                why="Sindiran lebih cepat disebar daripada cerita, lalu menempel pada nama kantormu.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Are you people asleep? Whoever left the vaccine fridge open last night: I hope "
                    "you enjoy explaining it to the parents. A toddler closes doors.",
                    "To the idiots who held the door at Kapuk: shut up and wait like everyone else.",
                    "I answer sixty mails a day and most of them are pure laziness. Google exists. "
                    "I'm not your search engine.",
                    "Oh look, another water expert in the comments. Tell us more, professor. Where "
                    "did you get your degree, from a cereal box?",
                    "Oh, you waited eleven minutes? How tragic. Shall I call a counsellor?",
                    "Thanks to everyone who explained my own job to me today. You must be very proud of "
                    "yourselves.",
                    "dear applicants, if you can't spell our name don't waste my time. the bin is "
                    "full of people like you",
                ),
                good=(
                    "Please let the door go when it beeps. One held door cost 300 people their "
                    "connection on Monday. I have run for trains too.",
                    "Three of you told me the due date is hard to find. You are right, from January "
                    "it will be twice the size.",
                ),
                near_miss=(
                    "How silly of me: I packed the cool box and left the ice at home. What an idiot "
                    "I am.",
                    "“Shut up, you stupid cow!” a man shouted at my colleague. She handed him the "
                    "form and breathed out.",
                    "Damn good soup in the depot tonight, and the crew sang.",
                    "No question is stupid. Ask me at the counter, I asked worse ones in my first "
                    "week.",
                    "Use your brain, they said. Mine put salt into the coffee at five.",
                    "Get a life jacket before you step on the ferry. They are under seat 4.",
                    "If you can't come at nine, call us and we find another hour.",
                    "The garbage truck came at five and took the old stupid printer with it.",
                    "He called me an idiot in front of the whole ward. I cried in the linen room.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Bapak ibu yang suka teriak-teriak di loket, suara Anda tidak bikin pompa nyala "
                    "lebih cepat. Duduk manis saja bisa kan?",
                    "Goblok banget sih kalian, udah ditulis gede-gede masih nanya jadwal.",
                    "Pasien yang merasa lebih pinter dari bidan, silakan lahiran sendiri di rumah ya.",
                    "gue capek balesin pertanyaan bodoh. scroll dikit bisa kali, jempolnya gak bakal "
                    "copot",
                    "Duh, netizen maha benar sudah bersabda. Kami yang kuliah enam tahun mah apa atuh.",
                    "Nunggu dua puluh menit aja kayak disiksa. Manja amat.",
                    "Tolong ya, otak dipakai dikit sebelum telepon. Kami bukan peramal.",
                ),
                good=(
                    "Tolong lepas pintunya kalau sudah berbunyi. Senin lalu satu pintu yang ditahan "
                    "bikin 300 orang ketinggalan sambungan. Saya juga pernah lari ngejar kereta.",
                    "Udah kadung sarapan sebelum tes puasa? Tenang, besok jam 7 balik lagi ya.",
                ),
                near_miss=(
                    "Bego amat aku, kotak esnya ketinggalan di rumah.",
                    "“Goblok!” teriak bapak itu ke rekanku di loket. Dia tetap menyodorkan formulir.",
                    "Gila, keren banget regu malam tadi. Anjir enak pula kopinya.",
                    "Sampah plastik di kali sudah dua truk. Anjing tetangga ikut jaga.",
                    "Nggak ada pertanyaan bodoh di posyandu. Tanya saja, minggu pertama saya lebih "
                    "parah.",
                    "Tiga emoji marah di foto halte. Kutanya kenapa. Ternyata bangkunya patah.",
                    "Kalau nggak bisa datang jam sembilan, kabari ya, kami carikan jam lain.",
                    "Aku dibilang tolol sama penumpang, padahal pintunya memang macet.",
                ),
            ),
        },
        reference=_REPLY_TREE,
        chapter="respect",
    ),
    Rule(
        id="respect.insult",
        outcome=Outcome.ASK,
        find=_insult,
        words={
            "en": Words(
                title="Take out what accuses or insults a person",
                message=(
                    "«{matched}» accuses or insults somebody whom readers can find. Report it inside "
                    "the company, and leave the person out here."
                ),
                why="An accusation against a person can hurt for years and can end in court.",
            ),
            "id": Words(
                title="Jangan tuduh atau hina orang di sini",
                message=(
                    "«{matched}» menuduh atau menghina orang yang bisa dikenali pembaca. Laporkan "
                    "lewat jalur di kantor, dan jangan sebut orangnya di sini."
                ),
                why="Tuduhan kepada seseorang bisa melukai bertahun-tahun dan berujung di pengadilan.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Our shift lead Wayan is a drunk and everybody on the platform can smell it.",
                    "@sukma.logistik is a fraud. Paid him 4 million for pallets that never came.",
                    "The mayor lines his pockets with our water money. There, I said it.",
                    "You know Rudi from the depot? He steals diesel every Friday.",
                    "my boss is such an idiot, he sent the serum to the wrong island",
                    "He is a swindler, this passenger from line 6.",
                    "A colleague from the night shift, no names, is a clown.",
                    "Yusuf from purchasing has the IQ of a doorknob and the charm of a wet sock.",
                    "Never do business with Gunadi. That crook has cheated three of us.",
                ),
                good=(
                    "A deposit I paid in March has not come back. My lawyer has it now, and I will "
                    "not name anyone here.",
                    "Our shift lead sent me home to sleep. I had read the gauge twice and still "
                    "wrote it wrong.",
                    "@sukma.logistik we waited for the pallets until noon. Can you tell us where "
                    "they are?",
                ),
                near_miss=(
                    "Comparison is the thief of joy, so I stopped counting other people's likes.",
                    "I was an idiot on Tuesday: I blamed the drawing and the valve was under my "
                    "lunchbox.",
                    "Pak Darto is not a thief. The vials were in the other fridge all along.",
                    "We saw a film about a crook. Mr Fox is a liar, and my daughter loved him.",
                    "My cat Miso is a thief: two fish before breakfast.",
                    "A thief came over the fence at two. Ms Lestari switched on the lamp and he ran.",
                    "Snake in the pump house! Bambang from IT carried it out with a broom and a bucket.",
                    "“Bima is a liar,” somebody wrote under my post. I asked for it to be taken down.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Mandor gudang kami, Pak Sutris, maling solar. Semua sopir tahu, cuma takut "
                    "ngomong.",
                    "@wisnu.jaya lo tuh pengecut, beraninya nyerang dari akun kosong",
                    "Bu Kepala Puskesmas nilep dana posyandu, cek aja sendiri mobil barunya.",
                    "bos gue goblok banget, serumnya dikirim ke pulau yang salah",
                    "Ketua RT kami makan uang keamanan.",
                    "Lurah Wage jualan bansos. Orang kayak gitu pantasnya dipenjara.",
                    "Ada satu orang di lab kami yang semua kerjaan orang diaku. Iya, Wulan, kamu.",
                    "Kalian kenal Rudi bagian keuangan? Dia nilep uang kas tiap Jumat.",
                ),
                good=(
                    "Uang muka yang saya bayar bulan Maret belum kembali. Sudah di tangan pengacara, "
                    "dan saya tidak menyebut siapa pun.",
                    "Mandor kami menyuruh saya pulang tidur. Angkanya sudah saya baca dua kali dan "
                    "tetap salah tulis.",
                    "@wisnu.jaya kami tunggu paletnya sampai siang. Posisinya di mana ya?",
                ),
                near_miss=(
                    "Pak Budi bukan maling. Vialnya ternyata di kulkas sebelah.",
                    "Maling masuk gudang jam dua. Bu Lestari menyalakan lampu, orangnya kabur.",
                    "Semalam nonton film soal koruptor. Pak Rubah itu penipu, anakku malah suka.",
                    "Ular masuk ruang pompa! Si Dedi admin yang menangkapnya pakai sapu.",
                    "Kucingku si Miso maling ikan dua ekor sebelum sarapan.",
                    "Aku tolol banget kemarin: bikin acara luar ruang tanpa tenda. Maaf ya, Mbak.",
                    "Ada akun yang ngatain gue penipu. Gue simpan tangkapan layarnya, gue lapor.",
                    "Awas, ada penipu mengaku HRD minta uang seragam. Nomornya bukan nomor kantor.",
                ),
            ),
        },
        reference=_DEFAMATION,
        chapter="respect",
    ),
    Rule(
        id="respect.group",
        outcome=Outcome.ASK,
        find=_group,
        words={
            "en": Words(
                title="Speak of what happened, not of a whole group",
                message=(
                    "«{matched}» says something bad of a whole group or shuts it out. Tell what one "
                    "person did, or leave it out."
                ),
                why="Readers of that group work with you, and spreading hatred against a group can be a crime.",
            ),
            "id": Words(
                title="Ceritakan kejadiannya, bukan menilai satu kelompok",
                message=(
                    "«{matched}» menjelekkan atau menolak satu kelompok. Ceritakan apa yang "
                    "dilakukan satu orang, atau buang."
                ),
                why="Ada rekanmu dari kelompok itu, dan menyebar kebencian kepada kelompok bisa dipidana.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Never hire islanders. They work two days and then there is always a funeral.",
                    "These new interns, spoiled brats all of them, the whole generation needs a slap.",
                    "typical city people, they throw their trash out of the window",
                    "Women in the control room? Sure, if you want the pumps to have mood swings.",
                    "Truckers from the north are animals. Don't help them.",
                    "I never rent to families from across the river. You know how they are.",
                    "Gen Z is so fragile, they quit after the first night shift.",
                ),
                good=(
                    "Two interns quit this week. Both said that nobody showed them the cold room.",
                    "Hill people taught me how to queue: everyone puts down a sandal and sits in the "
                    "shade.",
                    "The women of the night crew kept both pumps running through the flood.",
                ),
                near_miss=(
                    "Myth: women can't drive trains. Fact: four of our best drivers are women.",
                    "They told me that women can't lead a shift. Ibu Sari leads forty people.",
                    "Muslims, Christians and Hindus sang on platform 2 for the children's ward.",
                    "“Kids these days are lazy,” my boss said about me in 1994.",
                    "We older drivers are slow with the app, and the young ones are patient.",
                    "Since the refugees came, the park has a football team.",
                    "People from Tirtagiri always bring cake to the blood drive.",
                    "It is wrong to say that villagers are backward. They built this dam.",
                    "Old people are at risk in this heat: please check on your neighbours.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Dasar pendatang, tidak tahu adat.",
                    "Orang kampung emang jorok, buang sampah ke kali terus.",
                    "Gen Z itu manja, disuruh lembur sedikit langsung bikin surat resign.",
                    "namanya juga cewek, disuruh baca peta langsung error",
                    "Jangan kasih lowongan ke orang pulau, kerjanya tidur sama mancing.",
                    "Sejak ada pengungsi taman jadi kotor. Kebetulan? Saya rasa tidak.",
                    "Semua orang Tegal itu pelit, jangan ditraktir.",
                ),
                good=(
                    "Dua anak magang mundur minggu ini. Katanya tidak ada yang menunjukkan ruang "
                    "dingin.",
                    "Orang gunung mengajari saya antre: taruh sandal, lalu duduk di tempat teduh.",
                    "Ibu-ibu regu malam menjaga dua pompa sepanjang banjir.",
                ),
                near_miss=(
                    "Mitos: perempuan nggak bisa nyetir kereta. Faktanya, empat masinis terbaik kami "
                    "perempuan.",
                    "Dibilang perempuan nggak bisa mimpin regu. Bu Sari memimpin empat puluh orang.",
                    "Suku bunga naik lagi, suku cadang pompa ikut mahal.",
                    "Selamat Natal untuk teman-teman Kristen, selamat Galungan untuk orang Bali.",
                    "Anak sekolah dasar perempuan itu bertanya soal vaksin.",
                    "“Anak muda sekarang malas,” kata bosku soal aku tahun 1994.",
                    "Kami orang gudang memang berisik kalau makan siang.",
                    "Sejak ada pengungsi, taman punya tim sepak bola.",
                    "Orang Batak di regu kami jago nyanyi, dan semua orang ikut.",
                ),
            ),
        },
        reference=_HATRED,
        chapter="respect",
    ),
    Rule(
        id="respect.inclusive",
        outcome=Outcome.REVISE,
        find=_inclusive,
        words={
            "en": Words(
                title="Use the word that leaves nobody out",
                message="«{matched}» can leave readers out or hurt them. Kinder: {kinder}.",
                why="A person is more than one trait, and readers who feel left out stop reading.",
            ),
            "id": Words(
                title="Pakai kata yang tidak menyisihkan orang",
                message="«{matched}» bisa menyisihkan atau melukai pembaca. Lebih ramah: {kinder}.",
                why="Orang lebih dari satu cirinya, dan pembaca yang tersisih berhenti membaca.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "We are short of manpower on the night shift, so who wants to man the pumps?",
                    "A boy came in who is confined to a wheelchair and suffers from epilepsy.",
                    "The elderly wait at gate 2, and the disabled use the lift.",
                    "Our chairman thanked the policemen who stopped the traffic.",
                    "This passenger is crazy, he wants a seat for his kite.",
                    "Calling all young and dynamic digital natives! Join the social team.",
                    "Gentlemen, bring your tools. Ladies, bring a smile and something sweet.",
                    "The workshop is so simple that even your grandma can follow it.",
                ),
                good=(
                    "We are short of staff on the night shift, so who wants to run the pumps?",
                    "A boy came in who uses a wheelchair. He wanted to know whether I can whistle.",
                    "Older people wait at gate 2. The lift is on the left.",
                ),
                near_miss=(
                    "The Ministry of Manpower opened an office next to the station.",
                    "This line suffers from old pumps and young frogs.",
                    "It was a crazy busy week and I am crazy about trains.",
                    "We no longer write manpower in our reports, we write staff.",
                    "The disabled lift will be repaired on Friday.",
                    "“You are crazy,” she said, and took the second bucket.",
                    "We need two people for the loading dock. The boxes weigh 18 kilos, there is a lift.",
                    "Nobody here is nuts: the nuts and bolts are in the red box.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Ada penumpang cacat yang menunggu lift tadi pagi.",
                    "Kunjungan ke panti jompo kemarin seru, para manula joget bareng.",
                    "Penderita diabetes antre dari jam enam.",
                    "Loker kasir: perempuan, berpenampilan menarik, usia maksimal 25 tahun.",
                    "Dicari 20 milenial penuh semangat dengan minimal 1.000 pengikut!",
                    "Untuk ukuran perempuan, dia lumayan jago nyetir forklift.",
                    "Aplikasinya gampang, emak-emak gaptek pun bisa.",
                    "Rapat tadi ngaco, klien kayak orang autis muter-muter terus.",
                ),
                good=(
                    "Ada penumpang difabel yang menunggu lift tadi pagi.",
                    "Kunjungan ke panti lansia kemarin seru, semua joget bareng.",
                    "Loker kasir: ramah, teliti, bisa kerja malam.",
                ),
                near_miss=(
                    "Dua vial cacat kami pisahkan, produk cacat dimusnahkan.",
                    "Gila, antrean vaksin sampai ke warung. Kami gila kerja hari ini.",
                    "Sekarang kami tidak bilang orang cacat lagi, tapi penyandang disabilitas.",
                    "Dimas, rekan Tuli saya, memimpin rapat dengan juru bahasa isyarat.",
                    "“Dasar orang gila,” teriaknya. Petugas mengajaknya duduk.",
                    "Dicari 20 orang yang punya cerita dari shift malam. Umur berapa pun.",
                    "Mesin ini buta warna: semua botol dibacanya hijau.",
                    "Semalam kerja kayak orang gila, tiga pipa pecah bareng.",
                ),
            ),
        },
        reference=_PERSON_FIRST,
        chapter="respect",
    ),
)
