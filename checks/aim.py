"""Tell at whom a word is aimed: at the reader, at others, at the writer, or at nobody.

A rule of thumb over the words beside it: from an insult the reading goes back over linking words
(«are», «such», «a bunch of»; «itu», «memang», «banget») to the first word that is none. Only roles
and pronouns are listed; no word here names a group by origin, faith, gender, age or orientation.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import Final

from .draft import Draft, negators
from .terms import Term
from .tokens import EMOJI, MENTION, NUMBER, WORD, Token

REACH: Final = 9
"""Tokens that are read back from a word to find whom it is aimed at."""

NEAR: Final = 10
"""Tokens on either side within which a reader or an account counts as near."""


class Aim(Enum):
    """At whom a word is aimed."""

    READER = "reader"
    """«You», or an audience: customers, passengers, readers."""
    OTHERS = "others"
    """A third person, or an account."""
    SELF = "self"
    """The writer: self-irony."""
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Circle:
    """The words of a language that tell who is meant."""

    you: frozenset[str]
    they: frozenset[str]
    people: frozenset[str]
    own: frozenset[str]
    """The writer."""
    be: frozenset[str]
    """Forms of «be»; empty for Indonesian, which needs none."""
    link: frozenset[str]
    """May stand between a person and what the person is called."""
    intro: frozenset[str]
    """Points at somebody: «which idiot», «dasar»."""
    report: frozenset[str]
    """Words of somebody are told."""
    calm: frozenset[str]
    """After one of these a swear word only adds force: «damn good», «gila keren»."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CIRCLES: Final = {
    "en": Circle(
        you=_set(
            "you u ya your ur you're youre you've youve you'd you'll youll yours yourself "
            "yourselves y'all yall"
        ),
        they=_set(
            "he she they he's she's they're theyre they've he'd she'd him her them his their "
            "himself herself themselves whoever"
        ),
        people=_set(
            "people person persons folk folks guy guys dude dudes man men lady ladies kid kids "
            "bro customer customers client clients passenger passengers patient patients reader "
            "readers follower followers caller callers driver drivers rider riders visitor "
            "visitors guest guests shopper shoppers parent parents student students tourist "
            "tourists commuter commuters user users viewer viewers subscriber subscribers "
            "commenter commenters commentator critic critics neighbour neighbours neighbor "
            "neighbors boss bosses manager managers supervisor director colleague colleagues "
            "coworker coworkers co-worker co-workers management leader leaders politician "
            "politicians minister ministers president mayor governor official officials officer "
            "police cop cops government admin admins moderator employee employees teacher "
            "teachers doctor doctors nurse nurses cashier guard clerk clerks secretary owner "
            "owners landlord ceo public crowd audience netizens resident residents applicant "
            "applicants candidate candidates intern interns journalist journalists reporter "
            "influencer influencers buyer buyers seller sellers pedestrian pedestrians motorist "
            "motorists cyclist cyclists someone somebody anyone anybody everyone everybody human "
            "humans bunch family families relative complainers complainer voter voters fans fan "
            "expert experts singer actor actress"
        ),
        own=_set(
            "i i'm im i've ive i'd i'll me my mine myself we we're we've our us ours ourselves"
        ),
        be=_set(
            "is are r was were be been being am he's she's they're you're youre theyre i'm im "
            "we're who's ur"
        ),
        link=_set(
            "a an the such so very really just all total totally complete completely absolute "
            "absolutely utter utterly bunch of pack full pretty too bloody big bigger biggest "
            "real little bit and or but literally honestly kinda kind sort quite more most like "
            "sound sounds look looks act acts acting as nothing only ever even always also still "
            "simply plain must might may can could would will have has had to got gotta no better "
            "than one who that which freaking old fat seriously clearly obviously apparently "
            "basically truly how feel feels felt looked sounded acted become becomes became this "
            "level some same there dear lot worse worst up"
        ),
        intro=_set("which what some these those that this another every only"),
        report=_set(
            "called calls calling call insulted insults insult insulting shouted shouts shouting "
            "yelled yells yelling screamed screams screaming wrote writes written said says "
            "saying told tells telling bullied bullying bully abused abuse comment comments "
            "commented word words name names message messages tweet texted replied hurled swore "
            "cursed labelled labeled mocked mocking read reads harassed harassment heard"
        ),
        calm=_set(
            "good great nice fine fun well long proud happy love loves loved loving like liked "
            "enjoy awesome amazing brilliant cool beautiful beauty delicious tasty fast hot cold "
            "hard early late tired hungry funny cute cheap easy rich strong smart lucky excited "
            "thrilled glad grateful right sure clever perfect best better fantastic incredible "
            "gorgeous yes yeah legend hero heroes luck sweet adorable yum yummy wonderful cozy "
            "cosy clean busy loud warm relieved close much many few ton load tons lots simple big "
            "small high low deep tall wide"
        ),
    ),
    "id": Circle(
        you=_set(
            "kamu kmu kau kw engkau kalian klian kelen lo lu loe elo elu lw luh anda ente antum "
            "situ kowe koe sampeyan maneh ngana dirimu"
        ),
        they=_set("dia doi mereka beliau"),
        people=_set(
            "orang org orang-orang oknum si netizen warganet netijen nitizen customer customers "
            "kustomer pelanggan penumpang pasien pembeli konsumen pengunjung tamu klien warga bos "
            "boss atasan manajer manager direktur admin mimin pejabat polisi dokter perawat guru "
            "kasir satpam sopir supir kurir rekan tetangga kolega hrd owner pemilik artis menteri "
            "presiden bupati camat lurah kades gubernur politisi politikus pemerintah karyawan "
            "pegawai staf mahasiswa murid siswa bocah pembaca penonton follower followers "
            "pengikut subscriber fans pengguna pengendara pemotor pengemudi penjual seller buyer "
            "manusia makhluk golongan komentator pengkritik anak pak bapak bu ibu mas mbak bang "
            "abang emak temen teman pelamar peserta wali selebgram influencer wartawan dpr"
        ),
        own=_set("aku saya gue gua gw gwe w ane awak daku hamba beta sy ak q kita kami diriku"),
        be=frozenset(),
        link=_set(
            "itu ini tuh nih emang memang emg mmg bener benar beneran benar-benar bener-bener "
            "banget bgt bngt bet bangetlah sangat paling makin pada sih ya yah yaa yg yang kayak "
            "kaya kek seperti macam macem mah kok koq udah sudah udh sdh lagi terlalu agak rada "
            "amat aja saja doang dong nya semua para kaum adalah jadi jd terus selalu slalu cuma "
            "cuman hanya segerombolan sekumpulan gerombolan sama dan juga jg kan sekali ternyata "
            "kayaknya ter se seorang sok lah deh dah kali oh eh woi woy heh hei hey wahai "
            "kelakuan kelakuannya otaknya ga gak gk nggak tetap tetep masih bisa bisanya level "
            "tingkat super luar biasa jenis tipe model saking begitu gitu modelan tukang"
        ),
        intro=_set("dasar"),
        report=_set(
            "dibilang dikatain dikatai dikata-katain disebut sebut panggil dipanggil "
            "diteriaki diteriakin dimaki dimaki-maki dihina dicap dituduh diejek dibully "
            "dirundung dicaci ngatain ngata-ngatain mengatai memaki menyebut meneriaki manggil "
            "memanggil menghina kata-kata komentar komen ucapan tulisan makian umpatan hinaan "
            "ejekan cacian kata bilang katanya teriak berteriak nulis menulis tulis pesan "
            "perundungan bully merundung mengejek mengumpat"
        ),
        calm=_set(
            "enak keren bagus mantap mantep cantik ganteng lucu seru asik asyik sedap nikmat "
            "gurih pedes pedas manis dingin panas capek cape cepet cepat rame ramai macet mahal "
            "murah banyak gede besar seneng senang bahagia ngakak kangen rindu sayang cinta suka "
            "indah merdu jago hebat juara top gokil canggih pinter pintar lezat segar seger adem "
            "lapar laper ngantuk merinding terharu haru mewek nangis sedih jauh tinggi dalem "
            "dalam lebat deras baik kuat ketawa wangi sepi hujan padat gemes gemas salut bangga "
            "kagum akhirnya"
        ),
    ),
}


def circle(lang: str) -> Circle:
    """Return the words of a language that tell who is meant."""
    return _CIRCLES[lang]


_CLITIC_YOU: Final = "mu"
_CLITIC_OWN: Final = "ku"
_OWNERS: Final = frozenset(("my", "our", "your", "ur"))
_JOINTS: Final = _set("itu emang memang emg kayak kaya kek seperti macam macem adalah mah dasar")
_STOPS: Final = frozenset(";:()…/|")
_BRIDGES: Final = frozenset((",", "and", "&", "dan", "-"))


def aim(
    draft: Draft,
    term: Term,
    others: Collection[int],
    *,
    trait: bool = False,
    thing: bool = False,
) -> Aim:
    """Return at whom a term is aimed.

    ``others`` are tokens that belong to terms of the same kind: they are passed over, so that
    «you lazy, stupid people» counts whole. ``trait`` is True for a word that is also said of
    things: «those stupid forms» is aimed at nobody, «those stupid customers» is. ``thing`` is
    True for a word that mainly is a thing or an animal: «the neighbour's dog», «your garbage».
    """
    after = _after(draft, term, others, thing)
    if after is Aim.SELF:
        return after
    before = _before(draft, term, others, trait and after is Aim.NOBODY, thing)
    if before is Aim.NOBODY or (before is Aim.OTHERS and after is Aim.READER):
        return after
    return before


def _named(token: Token, words: Circle, clitics: bool) -> Aim | None:
    """Return whom one token means, None where it means nobody."""
    if token.kind == MENTION:
        return Aim.OTHERS
    norm = token.norm
    if norm in words.you or norm in words.people:
        return Aim.READER
    if norm in words.own:
        return Aim.SELF
    if norm in words.they:
        return Aim.OTHERS
    if clitics and len(norm) > 5 and norm.endswith("nya") and norm[:-3] in words.people:
        return Aim.READER
    return None


def _before(draft: Draft, term: Term, others: Collection[int], trait: bool, thing: bool) -> Aim:
    words = circle(draft.lang)
    sentence = draft.sentence_of(term.first)
    lowest = max(sentence.first if sentence else term.first, term.first - REACH)
    # Indonesian says «pelanggan bodoh» without a verb.
    joints = words.be or (_JOINTS if thing else frozenset())
    linked = not joints
    for index in range(term.first - 1, lowest - 1, -1):
        token = draft.tokens[index]
        if token.kind == EMOJI or index in others:
            continue
        if token.kind not in (WORD, NUMBER, MENTION):
            mark = draft.text[token.start]
            if mark in _STOPS or (mark == "," and index != term.first - 1):
                return Aim.NOBODY
            continue
        linked = linked or token.norm in joints
        found = _named(token, words, draft.lang == "id")
        if found is not None:
            if found is Aim.SELF and draft.lang == "id" and index > lowest:
                owner = _named(draft.tokens[index - 1], words, True)
                if owner is Aim.READER:
                    return Aim.OTHERS  # «atasan saya goblok»
            direct = token.norm in words.you or found is Aim.SELF or token.kind == MENTION
            if not linked and token.norm in _OWNERS and (found is Aim.SELF or thing):
                return Aim.NOBODY  # «my stupid phone», «your garbage»
            return found if direct or linked or not (trait or thing) else Aim.NOBODY
        if token.norm in words.intro and (index == term.first - 1 or index + 1 in others):
            if draft.lang == "id":
                return Aim.READER
            return Aim.NOBODY if trait or thing else Aim.OTHERS
        if token.norm in words.intro and term.first - index <= 3 and not linked:
            return Aim.NOBODY if trait or thing else Aim.OTHERS  # «what a complete idiot»
        if token.norm not in words.link and token.norm not in words.be:
            return Aim.NOBODY
    return Aim.NOBODY


def _after(draft: Draft, term: Term, others: Collection[int], thing: bool) -> Aim:
    words = circle(draft.lang)
    norm = draft.tokens[term.last].norm
    if draft.lang == "id" and not term.entry.term.endswith(norm):
        if norm.endswith(_CLITIC_YOU):
            return Aim.READER
        if norm.endswith(_CLITIC_OWN):
            return Aim.SELF
    sentence = draft.sentence_of(term.last)
    highest = min(sentence.last if sentence else term.last, term.last + 5)
    for index in range(term.last + 1, highest + 1):
        token = draft.tokens[index]
        if index in others or token.norm in _BRIDGES:
            continue
        if token.kind not in (WORD, MENTION):
            return Aim.NOBODY
        found = _named(token, words, draft.lang == "id")
        if found is Aim.SELF and draft.lang == "en" and not _of_me(draft, term.last, index):
            return Aim.NOBODY
        if found is not None:
            # «anjing lo» is aimed at the reader, «anjing tetangga» at nobody.
            mere = thing and (token.norm not in words.you or draft.lang == "en")
            return Aim.NOBODY if mere else found
        if token.norm not in _AFTER_LINKS[draft.lang]:
            return Aim.NOBODY
    return Aim.NOBODY


_AFTER_LINKS: Final = {
    "en": _set("of like little old ass as such are all fucking that"),
    "id": _set(
        "banget bgt bngt amat sekali bener emang memang sih ya yah kok dah deh lah itu nih tuh ini "
        "kayak kaya kek macam macem seperti yang ternyata dasar jadi pada semua"
    ),
}


def _of_me(draft: Draft, last: int, index: int) -> bool:
    """True for «silly me», «how silly of me» and «idiot that I am»; not for «the idiot I met»."""
    token = draft.tokens[index]
    if token.norm in ("me", "myself"):
        return True
    following = draft.tokens[index + 1] if index + 1 < len(draft.tokens) else None
    return token.norm in ("i'm", "im") or (
        following is not None and following.norm in ("am", "was")
    )


def reader_near(draft: Draft, term: Term) -> bool:
    """True where the reader or an account stands near a term, in its own sentence."""
    words = circle(draft.lang)
    sentence = draft.sentence_of(term.first)
    low, high = (sentence.first, sentence.last) if sentence else (term.first, term.last)
    return any(
        token.kind == MENTION or token.norm in words.you
        for token in draft.tokens[max(low, term.first - NEAR) : min(high, term.last + NEAR) + 1]
    )


def reported(draft: Draft, term: Term, reach: int = 6) -> bool:
    """True where somebody else's words are told: «he called me an idiot», «dibilang bodoh».

    Not where the writer is the one who says it: «I said you are an idiot».
    """
    words = circle(draft.lang)
    before = words_before(draft, term.first, reach + 2)
    for place in range(len(before) - 1, max(-1, len(before) - 1 - reach), -1):
        if before[place].norm in words.report:
            speaker = before[place - 1].norm if place else ""
            if speaker in ("udah", "sudah", "udh"):
                return False  # «udah dibilang jangan …» scolds
            return speaker not in words.own or speaker in ("my", "our", "me", "us")
    return False


_TURNED: Final = {
    "en": _set(
        "a an the that so too as all really even such being be been feel look seem call called "
        "mean any at were was is are thing things question questions one of or and it you i he "
        "she they entirely totally just"
    ),
    "id": _set(
        "orang yang sama sekali itu ini berarti se seorang ada akan pernah merasa jadi menjadi "
        "cuma hanya mereka dia kamu kalian anda kita kami saya aku kok sih lah karena"
    ),
}
_NEVER_TURNS: Final = _set("jangan jgn jngn janganlah kurang krg krang don't dont")


def negated(draft: Draft, term: Term, reach: int = 5) -> bool:
    """True for «you are not stupid»; not for «can't you idiots read» or «don't be an idiot»."""
    between = _TURNED[draft.lang]
    words = circle(draft.lang)
    nearer = ""
    for token in reversed(words_before(draft, term.first, reach)):
        if token.norm in negators(draft.lang) and token.norm not in _NEVER_TURNS:
            # «why don't you …» and «can't you …» ask; «only» after «not» adds.
            return not (nearer in words.you and draft.lang == "en") and nearer not in _ADDS
        if token.norm not in between:
            return False
        nearer = token.norm
    return False


_ADDS: Final = _set("only just cuma hanya")


def words_before(draft: Draft, place: int, count: int) -> tuple[Token, ...]:
    """Return up to ``count`` words before a token in its own sentence.

    Like ``Draft.before``, but it looks at few tokens only: the time stays linear for a sentence
    without an end.
    """
    sentence = draft.sentence_of(place)
    lowest = max(sentence.first if sentence else place, place - 2 * count - 4)
    words = [token for token in draft.tokens[lowest:place] if token.kind in (WORD, NUMBER)]
    return tuple(words[-count:])


def apart(draft: Draft, first: int, second: int, most: int = 4) -> int:
    """Return how many sentences the second token stands after the first, at most ``most``."""
    number = 0
    sentence = draft.sentence_of(first)
    while sentence is not None and sentence.last < second and number < most:
        place = sentence.last + 1
        sentence = None
        while place <= second and sentence is None:
            sentence = draft.sentence_of(place)
            place += 1
        number += 1
    return number


def others_of(terms: Collection[Term]) -> frozenset[int]:
    """Return the tokens of terms, for ``aim``."""
    return frozenset(index for term in terms for index in range(term.first, term.last + 1))
