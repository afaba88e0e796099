"""Personal details that have no check digit: dates of birth, accounts, plates, spelled-out numbers.

Such a detail counts by the words beside it: a date beside «born» or «happy birthday», digits beside
«transfer» and a name, a plate beside «plate» and an owner. Details of the writer, of machines and
of firms are left out.

What it cannot know: whether the person agreed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .draft import CAP, Draft
from .findings import Span
from .persons import Person, people
from .policy import Policy
from .tokens import MARK, NUMBER, WORD

BEFORE: Final = 90
"""Code points before a detail in which a word says what it is."""
AFTER: Final = 70
"""Code points behind it."""
LEAST_SPELLED: Final = 8
"""Digits from which a row of digit words is a telephone number."""

# -- dates of birth ----------------------------------------------------------------------------

_MONTH: Final = "(?:jan|feb|mar|apr|may|mei|jun|jul|aug|agu|ags|sep|oct|okt|nov|dec|des)[a-z]{0,8}"
# Earlier years belong to history lessons, later ones to the dates of events.
_BIRTH_YEAR: Final = r"(?:19[3-9]\d|20(?:[01]\d|2[0-3]))"
_DATE: Final = re.compile(
    rf"(?<![\w.,/-])(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? {_BIRTH_YEAR}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_BIRTH_YEAR}"
    rf"|\d{{1,2}}[./-]\d{{1,2}}[./-]{_BIRTH_YEAR})(?!\w)",
    re.IGNORECASE,
)
_ANY_DATE: Final = re.compile(_BIRTH_YEAR)
_BORN: Final = re.compile(
    r"(?<!\w)(?:born|birth ?date|date of birth|d\.?o\.?b|birthday|b-day|bday|turn(?:s|ed|ing) \d+"
    r"|\d+ years (?:old )?today|\d+ (?:tahun|thn|th) hari ini|lahir|tgl lahir|ttl|kelahiran"
    r"|ulang tahun|ulang taun|ultah|hbd|milad|genap \d+|barakallah)"
    r"(?!\w)",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"(?<!\w)(?:i|i'm|me) (?:was |am )?(?:born|turn)|my (?:own )?birthday|(?:aku|saya|gue|gw|gua) "
    r"(?:sendiri )?(?:lahir|kelahiran|ulang)|(?:ulang tahun|lahir)ku|ultahku|ultah gue",
    re.IGNORECASE,
)
_NO_PERSON: Final = re.compile(
    r"(?<!\w)(?:pump|plant|factory|company|firm|engine|locomotive|machine|valve|bridge|station|line|"
    r"laboratory|reservoir|newspaper|republic|tower|dam|founded|anniversary|cat|dog|horse|hen|"
    r"pabrik|perusahaan|pompa|mesin|lokomotif|jembatan|stasiun|jalur|laboratorium|waduk|koran|"
    r"republik|menara|bendungan|berdiri|didirikan|kucing|anjing|kuda|pt|kantor)(?!\w)",
    re.IGNORECASE,
)


_HISTORY: Final = re.compile(
    r"(?<!\d)(?:1[0-8]\d\d|19[0-2]\d)(?!\d)|17 agustus 1945", re.IGNORECASE
)


def birthdays(draft: Draft) -> Iterator[Span]:
    """Yield the full dates of birth of people; the writer's own date is the writer's choice."""
    text = draft.text[:CAP]
    if not _ANY_DATE.search(text) or not _BORN.search(text):
        return
    if _HISTORY.search(text) or any(
        term.entry.columns == ("history",) for term in draft.terms("health_data_people")
    ):
        return
    for match in _DATE.finditer(text):
        before = _paragraph_before(text, match.start())
        after = text[match.end() : match.end() + AFTER].partition("\n\n")[0]
        if not _BORN.search(before) and not _BORN.search(after):
            continue
        around = before + after
        if not _OWN.search(around) and not _NO_PERSON.search(before):
            yield Span(*match.span())


def _paragraph_before(text: str, place: int) -> str:
    return text[max(0, place - BEFORE) : place].rpartition("\n\n")[2]


# -- accounts ----------------------------------------------------------------------------------

_ACCOUNT: Final = re.compile(r"(?<![\w+.,-])\d{3,16}(?:[ .-]\d{2,6}){0,5}(?![\w%])")
_BANK: Final = re.compile(
    r"(?<!\w)(?:account|acct|acc|a/c|rekening\w*|rek|norek|transfer\w*|tf|ditransfer|bank|bca|bri|"
    r"bni|bsi|btn|mandiri|iban|dana|gopay|ovo)(?!\w)",
    re.IGNORECASE,
)
_HOLDER: Final = re.compile(
    r"(?<!\w)(?:a\.? ?n\.?|an\.|atas nama|(?i:in (?:her|his|their|the|my) (?:own )?name(?: of)?)"
    r"|(?i:account of|account holder|(?:her|his|mother's|father's|private|personal) account)"
    r"|(?i:rekening (?:bu|pak|mbak|mas))|to|ke) "
    r"(?!PT|CV|PMI|UD|Yayasan|Panitia|Koperasi|Bank)[A-Z]",
)
_HOLDS: Final = re.compile(
    r"(?<!\w)(?:rekening (?:anaknya|istrinya|suaminya|ibunya|pribadi|beliau|dia)|rekeningnya|"
    r"(?:her|his|mother's|father's|personal|private) (?:bank )?account|"
    r"in (?:her|his|their) (?:own )?name)(?!\w)",
    re.IGNORECASE,
)
_FIRM: Final = re.compile(
    r"(?<!\w)(?:pt|cv|ud|yayasan|foundation|company|perusahaan|koperasi|panitia|committee|pmi|"
    r"red cross|official|resmi|baznas|masjid|mosque|church|gereja|virtual account|va)(?!\w)",
    re.IGNORECASE,
)


def accounts(draft: Draft) -> Iterator[Span]:
    """Yield the numbers of bank accounts that stand beside the name of their holder."""
    text = draft.text[:CAP]
    if not _BANK.search(text):
        return
    for match in _ACCOUNT.finditer(text):
        digits = sum(sign.isdigit() for sign in match.group())
        first = match.group()[:2]
        if not 8 <= digits <= 16 or first in ("08", "62"):
            continue
        around = text[max(0, match.start() - BEFORE) : match.end() + AFTER]
        if _BANK.search(around) and not _FIRM.search(around):
            if _HOLDER.search(around) or _HOLDS.search(around):
                yield Span(*match.span())


# -- plates and passports ----------------------------------------------------------------------

_PLATE: Final = re.compile(r"(?<![\w-])[A-Z]{1,2} ?\d{2,4} ?[A-Z]{2,3}(?!\w)")
_PLATE_WORD: Final = re.compile(
    r"(?<!\w)(?:number plate|licen[cs]e plate|plates?|plat|pelat|nopol|no\.? ?pol|motorbike|"
    r"scooter|motor|mobilnya|motornya|platnya)(?!\w)",
    re.IGNORECASE,
)
_PASSPORT: Final = re.compile(r"(?<![\w-])(?:[A-Z]{1,2} ?\d{6,8}|\d{11,16})(?!\w)")
_PASSPORT_WORD: Final = re.compile(
    r"(?<!\w)(?:passport|paspor|driving licen[cs]e|driver's licen[cs]e|nomor sim|no\.? sim|bpjs|"
    r"kartu keluarga|no\.? kk|nomor kk|npwp|insurance (?:card|number)|ktp|id card|identity card)"
    r"(?!\w)",
    re.IGNORECASE,
)
_MINE: Final = re.compile(
    r"(?<!\w)(?:my|our|company|test|dummy|contoh|sample)(?!\w)", re.IGNORECASE
)


def identity_numbers(draft: Draft, policy: Policy) -> Iterator[Span]:
    """Yield number plates, passports and cards of people, where a word says what they are."""
    text = draft.text[:CAP]
    for number, word, asks_for_person in (
        (_PLATE, _PLATE_WORD, True),
        (_PASSPORT, _PASSPORT_WORD, False),
    ):
        for match in number.finditer(text):
            before = _paragraph_before(text, match.start())[-45:]
            if not word.search(before) or _MINE.search(before[-30:]):
                continue
            if not asks_for_person or people(draft, policy):
                yield Span(*match.span())


# -- numbers in words --------------------------------------------------------------------------

_DIGIT_WORDS: Final = frozenset(
    "zero oh one two three four five six seven eight nine nol kosong satu dua tiga empat lima enam "
    "tujuh delapan lapan sembilan".split()
)
_TWICE: Final = {"double": 2, "dobel": 2, "dubel": 2, "triple": 3, "tripel": 3}
_ZEROS: Final = frozenset(("zero", "oh", "nol", "kosong"))


def spelled_numbers(draft: Draft) -> Iterator[Span]:
    """Yield telephone numbers written as words: «zero eight one two …», «kosong delapan …»."""
    if not _ZEROS & draft.norms:
        return
    first = last = -1
    digits = 0
    for index, token in enumerate(draft.tokens):
        if token.kind in (WORD, NUMBER) and token.norm in _DIGIT_WORDS:
            if first < 0 and token.norm in _ZEROS:
                first = index
            if first >= 0:
                before = draft.tokens[index - 1].norm if index else ""
                digits += _TWICE.get(before, 1)
                last = index
            continue
        goes_on = token.norm in _TWICE or (token.kind == MARK and token.norm in ",-")
        if first >= 0 and not goes_on:
            if digits >= LEAST_SPELLED:
                yield Span(draft.tokens[first].start, draft.tokens[last].end)
            first, digits = -1, 0
    if first >= 0 and digits >= LEAST_SPELLED:
        yield Span(draft.tokens[first].start, draft.tokens[last].end)


_AT_SIGN: Final = r"(?:\s?\[at\]\s?|\s?\(at\)\s?|\s?\{at\}\s?|\sat\s|\set\s|\s?@\s)"
_DOT_SIGN: Final = r"(?:\s?\[dot\]\s?|\s?\(dot\)\s?|\sdot\s|\stitik\s|\s?\[titik\]\s?)"
_DISGUISED: Final = re.compile(
    rf"(?<![\w.])(?:[\w+-]{{2,30}}{_DOT_SIGN}){{0,2}}[\w.+-]{{2,40}}{_AT_SIGN}[\w-]{{2,30}}"
    rf"{_DOT_SIGN}[\w]{{2,12}}(?!\w)",
    re.IGNORECASE,
)
_DISGUISE: Final = frozenset(("dot", "titik"))


def disguised_mail(draft: Draft) -> Iterator[Span]:
    """Yield mail addresses that are written for people: «ani dot w at kotakpos dot example»."""
    if _DISGUISE & draft.norms:
        for match in _DISGUISED.finditer(draft.text, 0, CAP):
            yield Span(*match.span())


# -- doors -------------------------------------------------------------------------------------

_DOOR: Final = re.compile(
    r"(?<!\w)(?:(?<!pump )(?<!power )house (?:number|no\.?|nr\.?|#) ?\d{1,3}[a-z]?"
    r"|rumah (?:nomor|nomer|no\.?|nmr) ?\d{1,3}[a-z]?"
    r"|(?:house|rumah(?:nya)?)(?!\w)[^.!?\n]{1,80}?(?:number|nomor|nomer|no\.?) ?\d{1,3}[a-z]?"
    r"|(?:rumahnya|rumah (?:bu|pak|mbak|mas) \w+|(?:her|his) house)(?!\w)[^.!?\n]{0,60}?"
    r"(?:pagar|gerbang|cat|gate|fence) "
    r"(?:biru|hijau|ijo|merah|putih|kuning|hitam|blue|green|red|white))"
    r"(?!\w)",
    re.IGNORECASE,
)
_STREETS: Final = frozenset(
    "gang jalan jl kampung desa dusun kelurahan kecamatan di ke dari in at from near to street "
    "lane village pasar stasiun".split()
)
_TITLES: Final = frozenset("pak bapak bu ibu mas mbak kak mr mrs ms miss dr".split())
_HOUSE: Final = frozenset(("house", "rumah", "rumahnya"))


def doors(draft: Draft, policy: Policy) -> Iterator[Span]:
    """Yield houses that a stranger could find by number: «the green house …, number 22»."""
    if not _HOUSE & draft.norms:
        return
    for match in _DOOR.finditer(draft.text, 0, CAP):
        if any(_lives(draft, person) for person in people(draft, policy)):
            yield Span(*match.span())


def _lives(draft: Draft, person: Person) -> bool:
    """False for a lane or a village that looks like a name."""
    before = draft.tokens[person.first - 1].norm if person.first else ""
    titled = draft.tokens[person.first].norm in _TITLES
    return titled or (person.kind != "opening" and before not in _STREETS)
