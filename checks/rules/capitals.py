"""Capitals that shout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ..draft import Draft, Sentence
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..syllables.english import looked_up
from ..tokens import BREAK, MARK, NUMBER, WORD, Token
from ..wordlists import raw, terms

LEAST_LETTERS: Final = 4
"""Letters from which a word in capitals is a word and no abbreviation."""

LEAST_WORDS: Final = 2
"""Words in capitals side by side, or alone in one sentence, from which they shout."""

MOST_ACCENTS: Final = 2
"""Single words in capitals that a whole post may hold: an accent, a second one."""

LONGEST_HEADING: Final = 4
"""Words in capitals that are a heading where they fill a line of their own."""

SIGN_REACH: Final = 4
"""Tokens before capitals among which a sign or a screen is named."""

_SMALL_ACCENTS: Final = frozenset("not now all you any yes one never no".split())
"""Short words that people put in capitals to press a point."""

_SIGNS: Final = frozenset(
    (
        "sign signs says reads written wrote writes marked labelled labeled called word "
        "words spells stands button screen display showed shows "
        "tulisan bertuliskan tertulis berbunyi ditulis menulis nulis tulis papan spanduk plang layar "
        "tombol label kata huruf singkatan"
    ).split()
)
"""Words before capitals that stand on a sign, a button or a screen."""

_TWO_CAPITALS: Final = re.compile(r"[^\W\d_a-z](?:[^\W\d_a-z]|['\u2019-])")
"""A quick look: two letters in a row that are none of a to z."""

_AFFIXES: Final = ("kan", "nya", "lah", "kah", "an")
_PREFIXES: Final = ("di", "me", "ber", "ter", "ke", "pe")


@cache
def _known_indonesian() -> frozenset[str]:
    """Return the single words of all Indonesian lists, without the abbreviations."""
    names = terms("id", "capitals_ok")
    found = (
        line.partition("\t")[0].removeprefix("=") for lines in raw("id").values() for line in lines
    )
    return frozenset(term for term in found if term.isalpha() and term not in names)


def _is_word(norm: str, lang: str) -> bool:
    """True for a word of the language; False for «HEPA» and «DINKES»."""
    plain = norm.replace("'", "")
    if lang == "en":
        return looked_up(norm) is not None or looked_up(plain) is not None
    return (
        plain in _known_indonesian()
        or any(plain.endswith(end) and len(plain) > len(end) + 3 for end in _AFFIXES)
        or (len(plain) > 5 and plain.startswith(_PREFIXES))
    )


def _in_capitals(draft: Draft, token: Token) -> bool:
    word = draft.text[token.start : token.end]
    return (
        token.kind == WORD
        and len(word) > 1
        and word.isupper()
        and word.replace("'", "").replace("\u2019", "").replace("-", "").isalpha()
    )


def _loud(token: Token, lang: str) -> bool:
    """True for a word in capitals that is no abbreviation."""
    return (
        token.end - token.start >= LEAST_LETTERS
        and any(letter in "aeiou" for letter in token.norm)
        and _is_word(token.norm, lang)
    )


def _runs(draft: Draft, sentence: Sentence, names: frozenset[str]) -> Iterator[list[int]]:
    """Yield words in capitals side by side; a comma parts the items of a list."""
    run: list[int] = []
    for index in range(sentence.first, sentence.last + 1):
        token = draft.tokens[index]
        if _in_capitals(draft, token):
            if token.norm not in names:
                run.append(index)
        elif token.kind == WORD and token.norm in ("i", "a") and run:
            continue
        elif token.kind == NUMBER or (token.kind == MARK and token.norm not in (",", ";", "/")):
            continue
        elif run:
            yield run
            run = []
    if run:
        yield run


def _heading(draft: Draft, run: Sequence[int], sentence: Sentence) -> bool:
    """True for a heading: a line of its own, a label before a colon, «JADWAL BARU …»."""
    tokens = draft.tokens
    first, last = run[0], run[-1]
    if len(run) > LONGEST_HEADING or (first > 0 and tokens[first - 1].kind not in (BREAK, MARK)):
        return False
    if first > sentence.first and tokens[first - 1].kind == MARK:
        return False
    follows = tokens[last + 1] if last + 1 < len(tokens) else None
    if follows is None:
        return False
    if follows.norm == ":" or follows.kind == BREAK:
        return True
    return any(tokens[index].norm in terms(draft.lang, "capitals_heads") for index in run)


def _on_a_sign(draft: Draft, run: Sequence[int]) -> bool:
    before = draft.tokens[max(0, run[0] - SIGN_REACH) : run[0]]
    return any(token.norm in _SIGNS for token in before)


def _quiet(draft: Draft, run: Sequence[int], names: frozenset[str], *, begins: bool) -> str:
    """Return the words of a run without the shouting."""
    out = []
    at = draft.tokens[run[0]].start
    for index in range(run[0], run[-1] + 1):
        token = draft.tokens[index]
        out.append(draft.text[at : token.start])
        word = draft.text[token.start : token.end]
        plain = word if token.norm in names or not _in_capitals(draft, token) else word.lower()
        out.append(plain[:1].upper() + plain[1:] if begins and index == run[0] else plain)
        at = token.end
    return "".join(out)


def _shouting(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if not _TWO_CAPITALS.search(draft.text):
        return
    own = {word for name in (*policy.names, *policy.products) for word in name.lower().split()}
    names = terms(draft.lang, "capitals_ok") | own if own else terms(draft.lang, "capitals_ok")
    accents: list[list[int]] = []
    for sentence in draft.sentences:
        alone: list[list[int]] = []
        for run in _runs(draft, sentence, names):
            span = Span(draft.tokens[run[0]].start, draft.tokens[run[-1]].end)
            if draft.in_quote(span) or draft.in_quote(sentence.span) or _on_a_sign(draft, run):
                continue
            words = [draft.tokens[index] for index in run]
            if len(run) < LEAST_WORDS:
                if _loud(words[0], draft.lang) or words[0].norm in _SMALL_ACCENTS:
                    alone.append(run)
            elif any(_loud(word, draft.lang) for word in words):
                if not _heading(draft, run, sentence):
                    begins = run[0] == sentence.first
                    yield Hit(span, _quiet(draft, run, names, begins=begins))
        if len(alone) >= LEAST_WORDS and any(
            _loud(draft.tokens[run[0]], draft.lang) for run in alone
        ):
            yield from _accents(draft, alone, names)
        else:
            accents += alone
    if len(accents) > MOST_ACCENTS:
        yield from _accents(draft, accents, names)


def _accents(draft: Draft, found: list[list[int]], names: frozenset[str]) -> Iterator[Hit]:
    for run in found:
        sentence = draft.sentence_of(run[0])
        begins = sentence is not None and sentence.first == run[0]
        yield Hit(draft.tokens[run[0]].span, _quiet(draft, run, names, begins=begins))


RULES = (
    Rule(
        id="capitals.shouting",
        outcome=Outcome.INFO,
        find=_shouting,
        words={
            "en": Words(
                title="Write it without shouting",
                message="«{matched}» stands in capitals. Let the fact be loud, not the letters.",
                why="Capitals read as shouting and are hard for readers with dyslexia.",
            ),
            "id": Words(
                title="Tulis tanpa berteriak",
                message="«{matched}» memakai huruf besar semua. Biar faktanya yang kuat.",
                why="Huruf besar terbaca seperti teriakan dan sulit bagi pembaca dengan disleksia.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "PLEASE READ this before you come.",
                    "The box is cold. THANK GOODNESS we had ice.",
                    "STOP! Do NOT touch it. I said it TWICE.",
                    "The food was GREAT and the people were LOVELY.",
                ),
                good=(
                    "Please read this before you come.",
                    "The box is cold. We had ice.",
                ),
                near_miss=(
                    "BPOM and WHO published the leaflet.",
                    "It was VERY cold in there.",
                    "She wrote “DO NOT OPEN THIS DOOR” on the box.",
                    "Batch A12B and form QX77 are ready.",
                    "UNICEF sent ASEAN colleagues to us.",
                    "The CAPA was closed and the HEPA filter changed.",
                    "The sign says EXIT and the door says PUSH.",
                    "NEW TIMETABLE\nThe blue train leaves at 06:40.",
                ),
            ),
            "id": Examples(
                bad=(
                    "TOLONG BACA ini sebelum datang.",
                    "Kotaknya dingin. TERIMA KASIH semuanya.",
                    "AYO DATANG besok jam delapan.",
                ),
                good=(
                    "Tolong baca ini sebelum datang.",
                    "Kotaknya dingin. Terima kasih semuanya.",
                ),
                near_miss=(
                    "BPOM dan KIPI ada di brosur itu.",
                    "Di dalam DINGIN sekali.",
                    "Ia menulis “JANGAN BUKA PINTU INI” di kotak.",
                    "Bets A12B dan formulir QX77 sudah siap.",
                    "BPJS dan KEMENKES mengirim suratnya.",
                    "Laporan CAPA, HEPA, dan CPOB sudah ditutup.",
                    "Papan itu bertuliskan DILARANG MASUK.",
                    "JADWAL BARU KA Selaras 7 mulai 1 Juni.",
                ),
            ),
        },
        reference=Reference(
            title="Princeton University, Digital accessibility: social media guidelines",
            url="https://digital.accessibility.princeton.edu/guidelines/social-media",
            checked="2026-11-22",
        ),
        chapter="platforms",
    ),
)
