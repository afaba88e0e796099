"""Personal data in a post: mail addresses, telephone, identity and card numbers, home addresses.

Structure is checked by the libraries made for it: phonenumbers for telephones, python-stdnum for
the NIK (place and date) and for cards (Luhn). Both are imported only where a text holds enough
digits. What is public stays quiet: contacts of the policy, role mailboxes, service numbers, and
numbers that stand beside words such as «press office» or «Humas».

What it cannot know: whether the person agreed, and whether an address is a home. So the outcome
is to ask.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from .. import personal_details
from ..draft import CAP, Draft
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..tokens import EMAIL, LINK, MARK, MENTION, NUMBER, WORD
from ..wordlists import terms

REACH: Final = 8
"""Words on either side of a number in which a word can say whose it is."""
HEADING: Final = 5
"""Words up to which the line before a number counts as its heading."""
GAP: Final = 25
"""Code points between two pieces of one street address."""

# -- digits ------------------------------------------------------------------------------------

# Seven digits with at most two other signs between them: below that there is no number to check.
_ANY_DIGIT = re.compile(r"\d")
_ENOUGH = re.compile(r"\d(?:[^\d\n]{0,2}\d){6}")
_BREAKS = "[ .\u00a0\u2009\u202f\u2010-\u2015\u2212-]"
_RUN = re.compile(rf"(?<![\w+@])\d(?:{_BREAKS}?\d)*(?!\w)")
_DIGITS = re.compile(r"\d+")
_MONEY = re.compile(r"(?:Rp|IDR|USD|EUR|[$\u20ac\u00a3\u00a5])\.?\s?$", re.IGNORECASE)


# Two telephone numbers with one space between them, which would else be one long run of digits.
_TWO = re.compile(
    r"(?<![\d+])((?:\+?62[ .-]?8\d\d|0\d{2,3})[ .-]?\d{3,4}[ .-]?\d{3,5}) "
    r"(?=(?:\+?62[ .-]?8|08)\d\d[ .-]?\d{3,4}[ .-]?\d{3,5}(?!\w))"
)


class _Group(NamedTuple):
    """Digits without a sign between them."""

    start: int
    end: int


def _plain(text: str) -> str:
    """Return the part that is reviewed with every decimal digit as an ASCII one, place for place."""
    text = text[:CAP]
    if not text.isascii():
        # int() reads every digit of category Nd: Arabic, Devanagari, full width, mathematical.
        text = "".join(
            str(int(sign)) if sign > "\x7f" and sign.isdecimal() else sign for sign in text
        )
    return _TWO.sub(r"\1\n", text)


def _reviewed(draft: Draft) -> str:
    """Return the plain text for the rules that look for digits; nothing where it has too few."""
    return draft.once("privacy", lambda: _digits_of(draft.text))


def _digits_of(text: str) -> str:
    return _plain(text) if _ANY_DIGIT.search(text) else ""


def _runs(text: str) -> Iterator[list[_Group]]:
    """Yield the runs of digit groups, joined by single spaces, dots or dashes."""
    for run in _RUN.finditer(text):
        if run.end() - run.start() >= 13:
            yield [
                _Group(*group.span()) for group in _DIGITS.finditer(text, run.start(), run.end())
            ]


def _windows(groups: Sequence[_Group], shapes: Iterable[Sequence[int]]) -> Iterator[Span]:
    """Yield the stretches of groups that have one of the shapes, then the run as a whole."""
    sizes = [group.end - group.start for group in groups]
    for first in range(len(groups)):
        for shape in shapes:
            last = first + len(shape)
            if sizes[first:last] == list(shape):
                yield Span(groups[first].start, groups[last - 1].end)
    if len(groups) <= 6 and min(sizes) >= 2:
        yield Span(groups[0].start, groups[-1].end)


def _digits(text: str, span: Span) -> str:
    return "".join(_DIGITS.findall(text, span.start, span.end))


def _is_amount(text: str, span: Span) -> bool:
    """True for «Rp4.000.000.000.000» and for any number in groups of three."""
    if _MONEY.search(text, max(0, span.start - 5), span.start):
        return True
    groups = _DIGITS.findall(text, span.start, span.end)
    return len(groups) > 2 and all(len(group) == 3 for group in groups[1:])


# -- words around a number ---------------------------------------------------------------------


def _token_at(draft: Draft, place: int) -> int:
    """Return the index of the token at or before a place in the text."""
    return max(0, bisect_right(draft.tokens, place, key=lambda token: token.start) - 1)


def _kinds(draft: Draft, name: str) -> dict[int, str]:
    """Return the column of a word list by the tokens on which its terms stand."""
    return {
        index: term.entry.columns[0]
        for term in draft.terms(name)
        for index in range(term.first, term.last + 1)
    }


def _is_code(draft: Draft, span: Span, kinds: dict[int, str]) -> bool:
    """True where the word before says what is counted: «order no.», «resi», «batch»."""
    start = _token_at(draft, span.start) - 1
    for index in range(start, max(-1, start - 6), -1):
        token = draft.tokens[index]
        if kinds.get(index) == "code":
            return True
        # «no.» keeps its full stop; any other one ends the search.
        stops = token.norm in ("!", "?", ";") or (
            token.norm == "." and kinds.get(index - 1) != "link"
        )
        if stops or token.kind not in (MARK, NUMBER, WORD):
            return False
        if token.kind == WORD and kinds.get(index) != "link":
            return False
    return False


def _with_heading(draft: Draft, first: int) -> int:
    """Return the first token of the short sentence or line before a sentence, else of itself."""
    before = draft.sentence_of(first - 1) or draft.sentence_of(first - 2) if first else None
    return before.first if before is not None and before.words <= HEADING else first


def _is_public(draft: Draft, span: Span, kinds: dict[int, str], others: frozenset[int]) -> bool:
    """True where the words around a number or a mail address name a desk and no person."""
    first, last = _token_at(draft, span.start), _token_at(draft, span.end - 1)
    sentence = draft.sentence_of(first)
    low = sentence.first if sentence else first
    high = sentence.last if sentence else last
    low = _with_heading(draft, low)
    found = set()
    for step, edge, index in ((-1, low, first), (1, high, last)):
        words = 0
        while index != edge and words < REACH:
            index += step
            if index in others:
                break
            if index in kinds:
                found.add(kinds[index])
            words += draft.tokens[index].kind in (WORD, NUMBER)
    return "public" in found and "personal" not in found


def _places(draft: Draft, spans: Iterable[Span]) -> frozenset[int]:
    """Return the tokens on which numbers begin and end: the words beyond belong to them."""
    return frozenset(
        _token_at(draft, place) for span in spans for place in (span.start, span.end - 1)
    )


def _known(policy: Policy) -> tuple[frozenset[str], frozenset[str]]:
    """Return the digits and the mail addresses that the policy calls public."""
    digits = (_national("".join(_DIGITS.findall(each))) for each in policy.public_contacts)
    mail = (each.casefold() for each in policy.public_contacts if "@" in each)
    return frozenset(each for each in digits if each), frozenset(mail)


def _national(digits: str) -> str:
    """Return an Indonesian number as it is dialled at home: 6281… → 081…"""
    return "0" + digits[2:].removeprefix("0") if digits.startswith("62") else digits


# -- identity numbers --------------------------------------------------------------------------

_NIK_SHAPES: Final = ((16,), (4, 4, 4, 4), (6, 6, 4), (2, 2, 2, 6, 4))


def _niks(draft: Draft, text: str) -> Iterator[Span]:
    if not _ENOUGH.search(text):
        return
    kinds = _kinds(draft, "privacy_contacts")
    end = 0
    for groups in _runs(text):
        for span in _windows(groups, _NIK_SHAPES):
            digits = _digits(text, span)
            if span.start < end or len(digits) != 16 or not _nik_fits(digits):
                continue
            if not _is_code(draft, span, kinds):
                end = span.end
                yield span


def _nik_fits(digits: str) -> bool:
    from stdnum.id import nik  # read only where there are 16 digits: it costs 40 ms

    return nik.is_valid(digits)


def _nik(draft: Draft, policy: Policy) -> Iterator[Hit]:
    text = _reviewed(draft)
    known, _ = _known(policy)
    found = [span for span in _niks(draft, text) if _digits(text, span) not in known]
    taken = _Spans(found)
    if text:
        found += _new(taken, personal_details.identity_numbers(draft, policy))
    for span in sorted(found):
        yield Hit(span, "")


def _new(taken: _Spans, spans: Iterable[Span]) -> list[Span]:
    """Return the spans that do not meet those which are taken."""
    return [span for span in spans if not taken.meet(span)]


# -- payment cards -----------------------------------------------------------------------------

_CARD_SHAPES: Final = (
    *((length,) for length in range(13, 20)),
    (4, 4, 4, 4),
    (4, 4, 4, 4, 3),
    (4, 6, 5),
    (4, 6, 4),
    (8, 8),
)
# Prefixes and lengths, read 2026-11-23: docs.oracle.com, «List of Standard U.S. Credit Card
# Preambles»; for Maestro, UnionPay and the short Visa gist.github.com/michaelkeevildown/9096cd3a.
_ISSUERS: Final = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"  # Visa
    r"|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|3(?:0[0-5]|[68]\d)\d{11}"  # Diners Club
    r"|35(?:2[89]|[3-8]\d)\d{12}"  # JCB
    r"|6(?:011|4[4-9]\d|5\d\d)\d{12}"  # Discover
    r"|62\d{14,17}"  # UnionPay
    r"|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{9,15}"  # Maestro
)


def _cards(draft: Draft, text: str, taken: Sequence[Span]) -> Iterator[Span]:
    if not _ENOUGH.search(text):
        return
    kinds = _kinds(draft, "privacy_contacts")
    claimed = {span.start for span in taken}
    end = 0
    for groups in _runs(text):
        for span in _windows(groups, _CARD_SHAPES):
            digits = _digits(text, span)
            if span.start < end or span.start in claimed or not _ISSUERS.fullmatch(digits):
                continue
            if _is_amount(text, span) or not _luhn_fits(digits):
                continue
            if not _is_code(draft, span, kinds):
                end = span.end
                yield span


def _luhn_fits(digits: str) -> bool:
    from stdnum import luhn

    return luhn.is_valid(digits)


def _card(draft: Draft, policy: Policy) -> Iterator[Hit]:
    text = _reviewed(draft)
    niks = tuple(_niks(draft, text))
    found = list(_cards(draft, text, niks))
    if _ENOUGH.search(text):
        found += _new(_Spans((*niks, *found)), personal_details.accounts(draft))
    for span in sorted(found):
        yield Hit(span, "")


# -- telephones --------------------------------------------------------------------------------

# A telephone is written from its zero or with its country: «0812 …», «(021) …», «+62 …», «62 812 …».
_DIALLED = re.compile(r"[(\s]*(?:[+\uff0b]|62[\s.-]?8|0\d\d)")
# Numbers of service desks: 1500-xxx and 14xxx also behind an area code.
_SERVICE = re.compile(r"(?:0\d{2,3})?(?:1500\d{2,3}|14\d{3,4})")
_CHAT = re.compile(r"(?:wa\.me/|[?&]phone=|tel:)\+?(\d{9,15})(?!\d)", re.IGNORECASE)


def _phones(draft: Draft, text: str) -> Iterator[Span]:
    """Yield telephone numbers that a person may have, in the order of the text."""
    if not _ENOUGH.search(text):
        return
    # Read only where there are digits enough: it costs 25 ms.
    from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType, number_type

    desks = (
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
    )
    skip = _Spans([token.span for token in draft.tokens if token.kind in (LINK, EMAIL, MENTION)])
    found: list[Span] = []
    for match in PhoneNumberMatcher(text, "ID", leniency=Leniency.VALID):
        span = Span(match.start, match.end)
        if (
            not skip.meet(span)
            and _stands_free(text, span)
            and _DIALLED.match(text, span.start)
            and number_type(match.number) not in desks
            and not _SERVICE.fullmatch(_national(_digits(text, span)))
            and not _is_amount(text, span)
        ):
            found.append(span)
    found += [Span(*chat.span(1)) for chat in _CHAT.finditer(text)]
    yield from sorted(set(found))


def _stands_free(text: str, span: Span) -> bool:
    """False for digits that are glued to letters or to a code: «VR-0812…», «0812…x»."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    if before and (before[-1].isalnum() or before[-1] == "_"):
        return False
    if len(before) == 2 and before[1] in "-/.#" and before[0].isalnum():
        return False
    if after and (after[0].isalnum() or after[0] == "_"):
        return False
    return not (len(after) == 2 and after[0] in "-/" and after[1].isalnum())


class _Spans:
    """Sorted spans that do not overlap, to ask whether another one meets them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def meet(self, span: Span) -> bool:
        """True where the span shares a place with one of these."""
        index = bisect_right(self._starts, span.end - 1) - 1
        return index >= 0 and self._spans[index].end > span.start


def _phone(draft: Draft, policy: Policy) -> Iterator[Hit]:
    for span in personal_details.spelled_numbers(draft):
        yield Hit(span, "")
    text = _reviewed(draft)
    if not _ENOUGH.search(text):
        return
    niks = tuple(_niks(draft, text))
    cards = tuple(_cards(draft, text, niks))
    taken = _Spans(
        sorted({*niks, *cards, *_new(_Spans((*niks, *cards)), personal_details.accounts(draft))})
    )
    spans = [span for span in _phones(draft, text) if not taken.meet(span)]
    if not spans:
        return
    known, _ = _known(policy)
    kinds = _kinds(draft, "privacy_contacts")
    others = _places(draft, spans)
    for span in spans:
        own = others - _places(draft, [span])
        if _national(_digits(text, span)) in known or _is_code(draft, span, kinds):
            continue
        if not _is_public(draft, span, kinds, own):
            yield Hit(span, "")


# -- mail --------------------------------------------------------------------------------------

_PART = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"\.[^\W\d_][\w-]+$")
_SAMPLE_DOMAIN = re.compile(r"@(?:[\w-]+\.)*example\.(?:com|org|net)$")


def _email(draft: Draft, policy: Policy) -> Iterator[Hit]:
    for span in personal_details.disguised_mail(draft):
        yield Hit(span, "")
    # «html-manager@1.0.15» is a version, not an address.
    tokens = [t for t in draft.tokens if t.kind == EMAIL and _ENDING.search(t.norm)]
    if not tokens:
        return
    _, known = _known(policy)
    desks = terms(draft.lang, "privacy_mailboxes")
    firms = {"".join(_PART.findall(name.lower())) for name in (*policy.names, *policy.products)}
    kinds = _kinds(draft, "privacy_contacts")
    others = _places(draft, (token.span for token in tokens))
    for token in tokens:
        name = token.norm.partition("@")[0]
        parts = _PART.findall(name)
        if token.norm.casefold() in known or _SAMPLE_DOMAIN.search(token.norm):
            continue
        if name in desks or (parts and parts[0] in desks) or "".join(parts) in firms:
            continue
        if not _is_public(draft, token.span, kinds, others - _places(draft, [token.span])):
            yield Hit(token.span, "")


# -- home addresses ----------------------------------------------------------------------------

_S: Final = "[ \t\u00a0]"
_NAME: Final = r"[\w'\u2019./-]{1,30}"
_CAPITAL: Final = r"(?!(?:Tol|Km|KM|No|Nomor)\b)[A-Z\u00c0-\u00de][\w'\u2019.-]{0,30}"
_NO: Final = rf"(?:no(?:mor|mer)?\.?|\u2116|#){_S}?:?{_S}?"
_HOUSE: Final = rf"\d{{1,4}}(?:{_S}?[A-H]|[a-z])?(?:[/-]\d{{1,4}}[A-Za-z]?)?(?!\w)"
_SHORT_STREET: Final = rf"(?:jln?|gg|lrg)(?:\.{_S}?|{_S})"
_LONG_STREET: Final = rf"(?:jalan|gang|lorong){_S}"
# «jalan kaki ke loket no 5»: here «jalan» means to walk.
_NO_WALK: Final = (
    r"(?!(?:ke|kaki|terus|di|dari|keluar|masuk|bareng|sama|lagi|menuju|pulang|pagi|sore|santai|cepat|"
    r"untuk|yang|saja|aja|dan|sampai|of|is|at|the)\b)"
)
_KINDS_OF_STREET: Final = r"(?:Street|Road|Lane|Avenue|Crescent|Terrace|Drive|Boulevard|Close|(?:St|Rd|Ln|Ave)\b\.?)(?!\w)"
_PIECES: Final = re.compile(
    "|".join(
        (
            # «Jl. Melati 3 No. 12A», «jl melati, no. 12»
            rf"(?<!\w)(?i:{_SHORT_STREET})(?:{_NAME}{_S}){{1,5}}?(?:,{_S}?)?(?i:{_NO}){_HOUSE}",
            rf"(?<!\w)(?i:{_SHORT_STREET}|{_LONG_STREET})(?:{_NO_WALK}{_NAME}{_S}){{0,4}}?"
            rf"{_NO_WALK}{_NAME},{_S}?(?i:{_NO}){_HOUSE}",
            # «Gang Buntu No. 7»
            rf"(?<!\w)(?i:{_LONG_STREET})(?:{_NO_WALK}{_NAME}{_S}){{1,5}}?(?i:{_NO}){_HOUSE}",
            # «Jl. Melati 12, …»: without «No.» the name is written large, and see _FOLLOWS.
            rf"(?<!\w)(?:(?:[Jj]ln?|Gg)(?:\.{_S}?|{_S})|(?:Jalan|JALAN|Gang|Lorong){_S})"
            rf"(?:{_CAPITAL}{_S}){{1,4}}(?P<bare>\d{{1,3}}[A-Z]?(?!\w)(?![.:,]\d))",
            # «RT 03/RW 05», «rt 3 rw 5», «RT 3/5»
            rf"(?<!\w)(?i:rt)\.?{_S}?\d{{1,3}}{_S}?"
            rf"(?:/{_S}?(?i:rw\.?{_S}?)?|[,.-]?{_S}?(?i:rw)\.?{_S}?)\d{{1,3}}(?!\w)",
            # «Blok C5 No. 12», «Blok AB/12»
            rf"(?<!\w)(?:[Bb]lok|BLOK|Block){_S}?[A-Z]{{1,2}}\d{{0,3}}"
            rf"(?:{_S}?/{_S}?|,?{_S}?(?i:{_NO}))\d{{1,3}}[A-Z]?(?!\w)",
            # «12 Melati Street», «12A Old Mill Road»; a year before a street is no house
            rf"(?<![\w:.,/-])(?!(?:19|20)\d\d\b)\d{{1,4}}[A-Za-z]?,?{_S}"
            rf"(?:[A-Z][\w'\u2019.-]{{0,30}}{_S}){{1,3}}?{_KINDS_OF_STREET}",
            # «Flat 4B», «Apartment 7», «apt 12c»
            rf"(?<!\w)(?:Flat|Apartment|Apt\.?){_S}(?:No\.?{_S}?)?\d{{1,4}}[A-Za-z]?(?!\w)",
            rf"(?<!\w)(?:flat|apartment|apt\.?){_S}\d{{1,4}}[A-Za-z](?!\w)",
        )
    )
)
_DISTRICTS: Final = frozenset(("kelurahan", "kecamatan"))
# After a house number without «No.»: an end, a mark, a place, but nothing that is counted
# («Jalan Sudirman 3 jam macet»).
_FOLLOWS: Final = re.compile(
    rf"{_S}*(?:$|[\n\r,.;:!?)(\u2026\u2013\u2014-]|[A-Z]"
    r"|(?i:rt|rw|blok|dekat|depan|samping|sebelah|belakang|near|opposite|behind|next)\b)"
)


def _addresses(text: str) -> Iterator[Span]:
    """Yield street addresses; pieces that stand close together are one."""
    held: Span | None = None
    for match in _PIECES.finditer(text):
        if match.group("bare") and not _FOLLOWS.match(text, match.end()):
            continue
        span = Span(*match.span())
        if held is not None and span.start - held.end <= GAP:
            held = Span(held.start, span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _is_open_to_all(draft: Draft, span: Span, kinds: dict[int, str]) -> bool:
    """True where the words around an address name a place that nobody lives in."""
    first, last = _token_at(draft, span.start), _token_at(draft, span.end - 1)
    begins, closes = draft.sentence_of(first), draft.sentence_of(last)
    low = begins.first if begins else first
    high = closes.last if closes else last
    # «Jl.» may close a sentence of an English draft: then the words before are two steps away.
    low = _with_heading(draft, _with_heading(draft, low))
    low, high = max(low, first - 5 * REACH), min(high, last + 5 * REACH)
    found = {kinds[index] for index in range(low, high + 1) if index in kinds}
    if "home" in found:
        return False
    return "public" in found or ("school" in found and "child" not in found)


def _birthday(draft: Draft, policy: Policy) -> Iterator[Hit]:
    for span in personal_details.birthdays(draft):
        yield Hit(span, "")


def _places_of(draft: Draft) -> dict[int, str]:
    """Return the words for places; «Kelurahan Sukarandu» behind a street is part of an address."""
    kinds = _kinds(draft, "privacy_places")
    tokens, text = draft.tokens, draft.text
    for index in [index for index in kinds if tokens[index].norm in _DISTRICTS]:
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        office = index and tokens[index - 1].norm in ("kantor", "di")
        if after is not None and text[after.start].isupper() and not office:
            del kinds[index]
    return kinds


def _address(draft: Draft, policy: Policy) -> Iterator[Hit]:
    text = _reviewed(draft)
    if not text:
        return
    kinds: dict[int, str] | None = None
    found = list(_addresses(text))
    found += _new(_Spans(found), personal_details.doors(draft, policy))
    for span in sorted(found):
        if kinds is None:
            kinds = _places_of(draft)
            for term in draft.terms_of(policy.book).get("company", ()):
                kinds.update(dict.fromkeys(range(term.first, term.last + 1), "public"))
        if not _is_open_to_all(draft, span, kinds):
            yield Hit(span)


_LAW: Final = Reference(
    title="Indonesia, Law 27/2022 on Personal Data Protection, article 4, in a law firm's summary",
    url="https://siplawfirm.id/uu-27-tahun-2022-cara-negara-melindungi-data-pribadi-warga-negaranya/",
    checked="2026-11-23",
)
_DUKCAPIL: Final = Reference(
    title="Directorate General of Population and Civil Registration, Indonesia, on posting a NIK",
    url=(
        "https://m.tribunnews.com/amp/nasional/2018/03/09/"
        "jangan-pernah-publikasikan-nik-di-ktp-dan-nomor-kk-anda-di-media-sosial-ini-bahayanya"
    ),
    checked="2026-11-23",
)

RULES = (
    Rule(
        id="privacy.email",
        outcome=Outcome.ASK,
        find=_email,
        words={
            "en": Words(
                title="Leave out a person's mail address",
                message=(
                    "«{matched}» looks like the address of one person. Leave it out, or ask the "
                    "person and agree in private. A public mailbox of the firm does the same job."
                ),
                why="A post is copied and searched, and strangers write to every address in it.",
            ),
            "id": Words(
                title="Jangan sebut alamat surel seseorang",
                message=(
                    "«{matched}» tampak seperti alamat milik satu orang. Hapus, atau tanya orangnya "
                    "dan sepakati lewat pesan pribadi. Alamat resmi perusahaan juga bisa dipakai."
                ),
                why="Unggahan disalin dan dicari, lalu orang asing menulis ke alamat di dalamnya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Nurse Ani knows the answer: ani.wijaya@mail.example",
                    "Lost my lunch box in the van. Found it? Write to bima77@post.example, please.",
                    "For the drawings of the pump ask yosef.h@airrandu.example.",
                    "Our new colleague starts on Monday. Say hello at dewi.lestari@kotak.example!",
                    "My supervisor reads reports at s.wahyudi@kampus.example until midnight.",
                    "Write to lina dot hartono at kotakpos dot example, she answers at night.",
                ),
                good=(
                    "Nurse Ani knows the answer. Ask at the clinic.",
                    "For the drawings of the pump write to info@airrandu.example.",
                    "Send your letter to recruitment@wanasehat.example by Friday.",
                ),
                near_miss=(
                    "Questions about the film? humas@wanasehat.example reads them all.",
                    "Thank you for the photo, @ani.tirtagiri!",
                    "Write your address like this: name@example.com",
                    "Press office: meilani.s@wanasehat.example",
                    "We met @ 7 at the gate and counted 40 boxes.",
                    "Apply at karir.tirtagiri@keretaselaras.example until 30 June.",
                    "The timetable is at keretaselaras.example/timetable.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Suster Ani tahu jawabannya: ani.wijaya@mail.example",
                    "Kotak bekalku tertinggal di mobil. Yang nemu, tulis ke bima77@post.example ya.",
                    "Soal gambar pompa, tanya ke yosef.h@airrandu.example.",
                    "Rekan baru kita mulai Senin. Sapa di dewi.lestari@kotak.example!",
                    "Dosenku membaca laporan di s.wahyudi@kampus.example sampai tengah malam.",
                    "Kirim ke lina titik hartono at kotakpos titik example, dibalas malam.",
                ),
                good=(
                    "Suster Ani tahu jawabannya. Tanya di puskesmas, ya.",
                    "Soal gambar pompa, tulis ke info@airrandu.example.",
                    "Kirim suratmu ke rekrutmen@wanasehat.example sampai Jumat.",
                ),
                near_miss=(
                    "Ada pertanyaan soal film? Semua dibaca di humas@wanasehat.example.",
                    "Makasih fotonya, @ani.tirtagiri!",
                    "Tulis alamatmu begini: nama@example.com",
                    "Kontak media: meilani.s@wanasehat.example",
                    "Kumpul @ 7 di gerbang, lalu hitung 40 kotak.",
                    "Lamar di karir.tirtagiri@keretaselaras.example sampai 30 Juni.",
                    "Jadwalnya ada di keretaselaras.example/jadwal.",
                ),
            ),
        },
        reference=_LAW,
        chapter="footprint",
    ),
    Rule(
        id="privacy.phone",
        outcome=Outcome.ASK,
        find=_phone,
        words={
            "en": Words(
                title="Leave out a person's telephone number",
                message=(
                    "«{matched}» looks like a telephone number of one person. Leave it out, or ask "
                    "the person and agree in private. A public service number can stand."
                ),
                why="Once posted, a number reaches strangers and cannot be called back.",
            ),
            "id": Words(
                title="Jangan sebut nomor telepon seseorang",
                message=(
                    "«{matched}» tampak seperti nomor telepon satu orang. Hapus, atau tanya "
                    "orangnya dan sepakati lewat pesan pribadi. Nomor layanan resmi boleh tetap ada."
                ),
                why="Sekali tayang, nomor itu sampai ke orang asing dan tidak bisa ditarik lagi.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Ask nurse Ani on 0812-3456-7890, she knows the fever chart.",
                    "The driver of the second van is Pak Darto, +62 813 4567 8901.",
                    "The foreman sits in the hut. (021) 555 0101, after eight.",
                    "New colleague, new desk! Call Dewi: 081234567890.",
                    "My internship tutor answers at wa.me/6281234567890 even on Sunday.",
                    "Her number is 0812 3456 7890, his is 0813 4567 8901.",
                    "Call Bima: zero eight one two, double three, four five, six seven eight nine.",
                ),
                good=(
                    "Ask nurse Ani at the clinic, she knows the fever chart.",
                    "Water in your street? Our hotline is 0812-3456-7890.",
                    "In danger call 112. For an ambulance call 119.",
                ),
                near_miss=(
                    "Press office: 0812-3456-7890",
                    "Free of charge from every phone: 0800 123 4567.",
                    "Call 1500-567 between 08.00-16.30.",
                    "Order no. 081234567890 left the cold room at 03:40.",
                    "Meter number 0812345678 counted eleven cubic metres.",
                    "The pump cost Rp15.000.000 in 2019 and 2-8 °C is its weather.",
                    "Sensor VR-0812345678 reads 7.6 °C.",
                    "Ring the firm: 0800-000-000.",
                    "2026-11-22 08.00, 22.11.2026 16.30: two shifts, one valve.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Tanya suster Ani di 0812-3456-7890, dia hafal grafik demam.",
                    "Sopir mobil kedua Pak Darto, +62 813 4567 8901.",
                    "Mandornya di gubuk. (021) 555 0101, setelah jam delapan.",
                    "Rekan baru, meja baru! WA Dewi: 081234567890.",
                    "Pembimbing magangku membalas di wa.me/6281234567890, Minggu pun dibalas.",
                    "Nomornya 0812 3456 7890, nomor suaminya 0813 4567 8901.",
                    "Nomor Bima kosong delapan satu dua, tiga tiga empat lima, enam tujuh delapan.",
                ),
                good=(
                    "Tanya suster Ani di puskesmas, dia hafal grafik demam.",
                    "Air keruh di gangmu? Layanan pelanggan kami 0812-3456-7890.",
                    "Kalau bahaya, telepon 112. Butuh ambulans, telepon 119.",
                ),
                near_miss=(
                    "Humas: 0812-3456-7890",
                    "Bebas pulsa dari mana saja: 0800 123 4567.",
                    "Telepon 1500-567 antara pukul 08.00-16.30.",
                    "Resi 081234567890 keluar dari ruang dingin pukul 03.40.",
                    "Nomor meter 0812345678 mencatat sebelas meter kubik.",
                    "Pompanya Rp15.000.000, dan cuaca kesukaannya 2-8 °C.",
                    "Sensor VR-0812345678 menunjukkan 7,6 °C.",
                    "Hubungi 0800-000-000.",
                    "22-11-2026 08.00 sampai 16.30: dua sif, satu katup.",
                    "Hubungi WA center 0812-3456-7890 kalau keran batuk.",
                ),
            ),
        },
        reference=_LAW,
        chapter="footprint",
    ),
    Rule(
        id="privacy.nik",
        outcome=Outcome.ASK,
        find=_nik,
        words={
            "en": Words(
                title="Leave out an identity number",
                message=(
                    "«{matched}» looks like an identity number: a NIK, a passport, a plate. Leave it out. "
                    "Where somebody needs it, ask the person and send it in private."
                ),
                why="Such a number leads to one person, and others can misuse it.",
            ),
            "id": Words(
                title="Jangan sebut nomor identitas",
                message=(
                    "«{matched}» tampak seperti nomor identitas: NIK, paspor, atau pelat. Hapus. Kalau memang "
                    "dibutuhkan, tanya orangnya dan kirim lewat pesan pribadi."
                ),
                why="Nomor seperti ini menuntun ke satu orang dan bisa disalahgunakan.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "The patient's card says 3199991708450001, and she is 81 today.",
                    "Found on the ferry: a wallet, NIK 3299 9901 0190 0001.",
                    "Meter reader's badge: 32.99.99.010190.0001. Whose is it?",
                    "Scholarship list, first line: Dewi, 3199995708450001.",
                    "Plate B 1234 KZX blocks the ambulance bay again. It belongs to Pak Rudi.",
                    "Rina's passport X1234567 runs out in May. Who knows the embassy?",
                    "My first form as an intern. I typed 329999-010190-0001 three times.",
                ),
                good=(
                    "The patient's card says that she is 81 today.",
                    "Found on the ferry: a wallet with an identity card. It waits at the gate.",
                    "My first form as an intern. I typed the number three times.",
                ),
                near_miss=(
                    "Order no. 3199991708450001 left the cold room.",
                    "Serial number 3299990101900001 hums louder than the others.",
                    "The counter stopped at 1234567890123456.",
                    "My plate B 1234 KZX is older than my driving licence.",
                    "Motor M3 needs 400 V and a new fan.",
                    "The number has 16 digits, and I know two of them.",
                    "3171019913450001 is a number that no town has given out.",
                    "We counted 3171 vials, 117 boxes, 845 labels and 1 cat.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Di kartu pasien tertulis 3199991708450001, hari ini dia 81 tahun.",
                    "Ketemu dompet di feri, NIK 3299 9901 0190 0001.",
                    "Kartu petugas meter: 32.99.99.010190.0001. Punya siapa?",
                    "Daftar beasiswa, baris pertama: Dewi, 3199995708450001.",
                    "Plat B 1234 KZX parkir di jalur ambulans lagi. Punya Pak Rudi.",
                    "Paspor Rina X1234567 habis bulan Mei. Ada kenalan di kedutaan?",
                    "Formulir pertamaku sebagai anak magang. 329999-010190-0001 kuketik tiga kali.",
                ),
                good=(
                    "Di kartu pasien tertulis hari ini dia 81 tahun.",
                    "Ketemu dompet berisi KTP di feri. Dompetnya menunggu di gerbang.",
                    "Formulir pertamaku sebagai anak magang. Nomornya kuketik tiga kali.",
                ),
                near_miss=(
                    "Resi 3199991708450001 keluar dari ruang dingin.",
                    "Nomor seri 3299990101900001 dengungnya paling keras.",
                    "Angkanya berhenti di 1234567890123456.",
                    "NIK itu 16 angka, dan aku hafal dua.",
                    "3171019913450001 tidak pernah dibagikan kota mana pun.",
                    "Hitungan malam ini: 3171 vial, 117 kotak, 845 label, 1 kucing.",
                ),
            ),
        },
        reference=_DUKCAPIL,
        chapter="footprint",
    ),
    Rule(
        id="privacy.card",
        outcome=Outcome.ASK,
        find=_card,
        words={
            "en": Words(
                title="Leave out a card or account number",
                message=(
                    "«{matched}» looks like the number of a card or of somebody's account. Leave it "
                    "out and send it in private. If it is a real card, ask its owner to block it."
                ),
                why="A number that was public once can be used by strangers.",
            ),
            "id": Words(
                title="Jangan sebut nomor kartu atau rekening",
                message=(
                    "«{matched}» tampak seperti nomor kartu atau rekening seseorang. Hapus, lalu kirim "
                    "lewat pesan pribadi. Kalau itu kartu sungguhan, minta pemiliknya memblokir."
                ),
                why="Nomor yang pernah tayang bisa dipakai orang asing.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "A visitor left her card at the ward: 4111 1111 1111 1111.",
                    "Fuel card of the second van, 5555-5555-5555-4444, ran dry again.",
                    "We paid the valve with 378282246310005 and waited.",
                    "Donations for the canteen cook: 4012.8888.8888.1881, thank you!",
                    "I bought my first train pass with 3782 822463 10005.",
                    "For the farewell gift: account number 1230 0045 6781, in the name of Bayu.",
                ),
                good=(
                    "A visitor left her card at the ward. It waits at the desk.",
                    "The fuel card of the second van ran dry again.",
                    "I bought my first train pass with my own card.",
                ),
                near_miss=(
                    "The dam cost Rp4.000.000.000.006 and two winters.",
                    "Order no. 4111111111111111 is on the ferry.",
                    "The counter stopped at 4111111111111112.",
                    "The phone of the lab has the IMEI 490154203237518.",
                    "4111 vials, 1111 labels, 111 boxes, 1 cat.",
                    "Transfer the fee to account 7712 0034 5561 of PT Air Randu.",
                    "The card ends in 1111, the rest is nobody's business.",
                    "1234 5678 9012 3456 is the code on the empty crate.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Kartu pengunjung tertinggal di bangsal: 4111 1111 1111 1111.",
                    "Kartu bensin mobil kedua, 5555-5555-5555-4444, habis lagi.",
                    "Katupnya kami bayar pakai 378282246310005, lalu menunggu.",
                    "Donasi untuk ibu kantin: 4012.8888.8888.1881, makasih ya!",
                    "Langganan kereta pertamaku kubayar pakai 3782 822463 10005.",
                    "Buat kado perpisahan: rekening 1230 0045 6781 atas nama Bayu.",
                ),
                good=(
                    "Kartu pengunjung tertinggal di bangsal. Ambil di meja depan, ya.",
                    "Kartu bensin mobil kedua habis lagi.",
                    "Langganan kereta pertamaku kubayar pakai kartu sendiri.",
                ),
                near_miss=(
                    "Bendungannya Rp4.000.000.000.006 dan dua musim hujan.",
                    "Nomor pesanan 4111111111111111 sudah di feri.",
                    "Angkanya berhenti di 4111111111111112.",
                    "IMEI ponsel lab 490154203237518.",
                    "4111 vial, 1111 label, 111 kotak, 1 kucing.",
                    "Biayanya transfer ke rekening 7712 0034 5561 a.n. PT Air Randu.",
                    "Ujung kartunya 1111, sisanya rahasia.",
                    "1234 5678 9012 3456 itu kode di peti kosong.",
                ),
            ),
        },
        reference=_LAW,
        chapter="footprint",
    ),
    Rule(
        id="privacy.address",
        outcome=Outcome.ASK,
        find=_address,
        words={
            "en": Words(
                title="Leave out where somebody lives",
                message=(
                    "«{matched}» may lead strangers to somebody's door. Name the town or the "
                    "district instead, or ask the person and agree in private."
                ),
                why="A street and a number are enough to find a person who did not choose to post.",
            ),
            "id": Words(
                title="Jangan sebut alamat rumah seseorang",
                message=(
                    "«{matched}» bisa menuntun orang asing ke pintu rumah seseorang. Cukup sebut "
                    "kota atau kecamatannya, atau tanya orangnya dan sepakati lewat pesan pribadi."
                ),
                why="Nama jalan dan nomor sudah cukup untuk menemukan orang yang tidak ikut memilih.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "I visit Mrs Wati every Tuesday, 12 Melati Street, third bell.",
                    "Last stop before the ferry: Jl. Kenanga No. 7, the house with the goat.",
                    "The leak was in front of her kitchen, Gang Buntu No. 3, RT 03/RW 05.",
                    "Our new colleague moved into Flat 4B on Monday.",
                    "My host family lives at 38 Old Mill Road, near the market.",
                    "Pak Hasan lives in the green house behind the mosque, number 22.",
                ),
                good=(
                    "I visit Mrs Wati every Tuesday. She lives up the hill.",
                    "Last stop before the ferry: the house with the goat.",
                    "The clinic at 12 Melati Street opens at eight.",
                ),
                near_miss=(
                    "Our office is at 5 Market Street, above the bakery.",
                    "Market Street, 03:40, 38 turns on the valve.",
                    "In 2019 Market Street was a river.",
                    "Open day at the station, 1 Station Road, from nine.",
                    "Burst pipe at 14 Kenanga Street: the crew is there until noon.",
                    "Wanasehat, Jl. Industri No. 5, gate two.",
                    "It was a long road to 100 vials.",
                    "A flat 4 percent, said the landlord of numbers.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Tiap Selasa aku ke rumah Bu Wati, Jl. Melati No. 12, bel ketiga.",
                    "Setoran terakhir sebelum feri: Jalan Kenanga No 7, yang ada kambingnya.",
                    "Bocornya di depan dapur beliau, Gang Buntu No. 3, RT 03/RW 05.",
                    "Rekan baru kita tinggal di Perum Asri Blok C5 No. 12.",
                    "Kosku di jl kenanga no 7, mampir ya.",
                    "Bu Wati, Jl. Melati 12, masih sendiri sejak suaminya pergi.",
                    "Anak yang demam itu sekolah di SD 2, Jl. Mawar No. 5.",
                    "Pak Hasan tinggal di rumah nomor 22, yang anjingnya dua.",
                ),
                good=(
                    "Tiap Selasa aku ke rumah Bu Wati di atas bukit.",
                    "Setoran terakhir sebelum feri: rumah yang ada kambingnya.",
                    "Puskesmas Randu, Jl. Melati No. 12, buka pukul delapan.",
                ),
                near_miss=(
                    "Jl. Sudirman macet, kotaknya tetap dingin.",
                    "Jalan Sudirman 3 jam macet, es masih cukup.",
                    "Jalan panjang menuju 100 vial.",
                    "Aku jalan ke loket no 5, lalu balik lagi.",
                    "Kantor kami di Jalan Pasar No. 5, di atas toko roti.",
                    "Stasiun Tirtagiri\nJl. Stasiun No. 1",
                    "Air mengalir lagi untuk warga RT 03/RW 05.",
                    "Wanasehat, Jl. Industri No. 5, gerbang dua.",
                    "Ketua RT 03 membawa kopi.",
                    "Jalan kaki 5 menit dari halte.",
                ),
            ),
        },
        reference=_LAW,
        chapter="footprint",
    ),
    Rule(
        id="privacy.birthday",
        outcome=Outcome.ASK,
        find=_birthday,
        words={
            "en": Words(
                title="Leave out a person's date of birth",
                message=(
                    "«{matched}» gives away when somebody was born. Congratulate without the year, "
                    "or ask the person first."
                ),
                why="With a name and a date of birth strangers get past many security questions.",
            ),
            "id": Words(
                title="Jangan sebut tanggal lahir seseorang",
                message=(
                    "«{matched}» memberi tahu kapan seseorang lahir. Ucapkan selamat tanpa tahun, "
                    "atau tanya orangnya dulu."
                ),
                why="Dengan nama dan tanggal lahir, orang asing bisa menjawab banyak pertanyaan keamanan.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Happy birthday to our trainee Dewi, born 9 April 2004!",
                    "Ratih turns 30 today. Born 15 October 1995, and still the loudest laugh.",
                    "Found on the 06.40: student card of Ayu Kartika, date of birth 21.05.2001.",
                    "My neighbour looks for work: Wati, born on July 7, 1987, drives a van.",
                ),
                good=(
                    "Happy birthday to our trainee Dewi! The cake had a pipette on it.",
                    "Ratih has her birthday today. We sang at 7.30.",
                    "Found on the 06.40: a student card. It waits at the ticket desk.",
                ),
                near_miss=(
                    "I was born on 3 May 1970, in the year of the big flood.",
                    "Kartini was born on 21 April 1879. My class wrote letters to her.",
                    "Our plant was founded on 1 May 1954.",
                    "Pump 7 was born on 3 March 1990, says the brass plate.",
                    "The open day is on 14 June 2026. Sari has her birthday in July.",
                    "The batch of 12 March 2025 is older than my intern's phone.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Selamat ulang tahun buat anak magang kita, Dewi, lahir 9 April 2004!",
                    "HBD Ratih! 15 Oktober 1995, ketawanya masih paling kencang.",
                    "Ketemu di kereta 06.40: kartu pelajar Ayu Kartika, tgl lahir 21-05-2001.",
                    "Tetangga saya cari kerja: Wati, kelahiran 7 Juli 1987, bisa nyetir.",
                ),
                good=(
                    "Selamat ulang tahun buat anak magang kita, Dewi! Kuenya bergambar pipet.",
                    "Ratih ulang tahun hari ini. Kami nyanyi jam 7.30.",
                    "Ketemu kartu pelajar di kereta 06.40. Ambil di loket, ya.",
                ),
                near_miss=(
                    "Saya lahir 3 Mei 1970, tahun banjir besar.",
                    "Kartini lahir 21 April 1879. Murid-muridku menulis surat buat beliau.",
                    "Pabrik kami berdiri tanggal 1 Mei 1954.",
                    "Pompa 7 lahir 3 Maret 1990 menurut pelat kuningannya.",
                    "Hari terbuka tanggal 14 Juni 2026. Sari ulang tahun bulan Juli.",
                    "Bets 12 Maret 2025 lebih tua dari HP anak magang.",
                ),
            ),
        },
        reference=_LAW,
        chapter="footprint",
    ),
)
