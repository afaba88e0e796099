"""Styled letters: mathematical, circled, fullwidth and small-capital signs in the place of letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from ..draft import CAP, Draft
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..tokens import WORD

LEAST_LETTERS: Final = 3
"""Styled letters in a row from which they are writing; one or two are a formula or a logo."""

_SMALL_CAPS: Final[Mapping[str, str]] = dict(
    zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqqrstuvwyz", strict=True)
)
_SMALL_RAISED: Final[Mapping[str, str]] = dict(
    zip("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "abcdefghijklmnoprstuvwxyz", strict=True)
)
_SYLLABICS: Final[Mapping[str, str]] = dict(
    zip("ᗩᗷᑕᗪEᖴᘜᕼIᒍKᒪᗰᑎOᑭᑫᖇᔕTᑌᐯᗯ᙭Yᘔ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", strict=True)
)
_SQUARED: Final[Mapping[str, str]] = {
    chr(first + place): chr(ord("A") + place)
    for first in (0x1F130, 0x1F150, 0x1F170)
    for place in range(26)
}
"""Squared and filled letters, which NFKC leaves as they are."""

_ALIKE: Final[Mapping[str, str]] = dict(
    zip(
        "αβγεηικμνορςστυχωℓавсенікморѕтухяиєцгі",
        "abyenikuvopsotuxwlabcehikmopstyxrneuri",
        strict=True,
    )
)
"""Greek and Cyrillic letters that stand in for Latin ones in words of mixed scripts."""

LEAST_ALIKE: Final = 4
"""Letters from which a word of mixed scripts is a disguise and no unit or name."""

_TABLE: Final[Mapping[str, str]] = {
    **_SMALL_CAPS,
    **_SMALL_RAISED,
    **_SQUARED,
    **{sign: letter for sign, letter in _SYLLABICS.items() if not sign.isascii()},
}

_MATHS: Final = "\U0001d400-\U0001d7ff"
_SCRIPT: Final = "\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212c-\u2134\u2139\u2145-\u2149"
_CIRCLED: Final = "\u249c-\u24e9"
_FULLWIDTH: Final = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_STYLED: Final = (
    f"{_MATHS}{_CIRCLED}{_FULLWIDTH}\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"
    + "".join(sign for sign in _TABLE if ord(sign) < 0x1F000)
)
_CAPS: Final = "".join(_SMALL_CAPS)
_LINES: Final = "\u0332\u0333\u0335-\u0338"
"""Marks that strike out or underline a letter."""

_ANY: Final = re.compile(f"[{_STYLED}{_LINES}]")
_RUN: Final = re.compile(
    # Words in one styling, with the spaces and light marks between them.
    f"[{_STYLED}](?:[{_STYLED}{_SCRIPT}\ufe0f]|[cosuvwxz](?=[{_CAPS}])"
    f"|[ '’,.:;!?&-]+(?=[{_STYLED}{_SCRIPT}]))*"
    # Struck-out or underlined letters.
    f"|[^\\W_][{_LINES}](?:[^\\W_][{_LINES}]|[ {_LINES}]+(?=[^\\W_][{_LINES}]))*"
)
_LETTER: Final = re.compile(f"[{_STYLED}{_SCRIPT}{_LINES}]")
_DROP: Final = re.compile(f"[{_LINES}\ufe0f]")
_IPA_NEAR: Final = frozenset("/[]ˈˌːəɑɛɪʊʃʒθðŋ")
"""Signs of phonetic writing, in which small capitals are letters of their own."""


def plain(text: str) -> str:
    """Return the text with styled letters as plain ones; all other characters stay."""
    out = []
    for sign in _DROP.sub("", text):
        letter = _TABLE.get(sign)
        if letter is None and _LETTER.match(sign):
            letter = unicodedata.normalize("NFKC", sign)
            letter = letter.strip("()") or letter  # «⒜» is «(a)» in NFKC
        out.append(letter or sign)
    return "".join(out)


def _is_writing(text: str, first: int, last: int) -> bool:
    """True where a run of styled letters is writing and no formula, logo or phonetics."""
    run = text[first:last]
    letters = sum(1 for sign in run if _LETTER.match(sign))
    digits = sum(1 for sign in run if sign.isdigit())
    if letters < LEAST_LETTERS and digits < LEAST_LETTERS:
        return False
    small = all(sign in _SMALL_CAPS or not sign.isalpha() for sign in run)
    near = text[max(0, first - 3) : first] + text[last : last + 3]
    if small and any(sign in _IPA_NEAR for sign in near):
        return False
    # «Ratihᵃᵇᶜ» and «1ˢᵗ»: raised letters at a word are notes.
    raised = all(sign in _SMALL_RAISED for sign in run)
    glued = first > 0 and (text[first - 1].isalnum())
    return not (raised and glued)


def _script(sign: str) -> str:
    """Return «g» for Greek, «c» for Cyrillic, «l» for another letter, "" for no letter."""
    if "\u0370" <= sign <= "\u03ff":
        return "g"
    if "\u0400" <= sign <= "\u052f":
        return "c"
    return "l" if sign.isalpha() else ""


def _disguises(draft: Draft) -> Iterator[Hit]:
    """Yield words put together from several alphabets: «ραѕѕιση»."""
    for token in draft.tokens:
        if token.kind != WORD or token.norm.isascii() or len(token.norm) < LEAST_ALIKE:
            continue
        written = draft.text[token.start : token.end]
        scripts = [_script(sign) for sign in written]
        foreign = scripts.count("g") + scripts.count("c")
        mixed = "l" in scripts or ("g" in scripts and "c" in scripts)
        if foreign >= 2 and mixed and "-" not in written:
            latin = "".join(_ALIKE.get(sign, sign) for sign in written.lower())
            yield Hit(token.span, latin if latin.isascii() else None)


def _letters(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if draft.text.isascii():
        return
    yield from _disguises(draft)
    if not _ANY.search(draft.text, 0, CAP):
        return
    for match in _RUN.finditer(draft.text, 0, CAP):
        first, last = match.span()
        while draft.text[first - 1 : first] and _LETTER.match(draft.text[first - 1]):
            first -= 1  # «ℝ» and its kin alone are signs, next to styled letters they are letters
        if _is_writing(draft.text, first, last):
            yield Hit(Span(first, last), plain(draft.text[first:last]))


RULES = (
    Rule(
        id="styled_text.letters",
        outcome=Outcome.REVISE,
        find=_letters,
        words={
            "en": Words(
                title="Use plain letters",
                message="«{matched}» is made of signs that only look like letters.",
                why="Screen readers skip such signs or read «mathematical bold capital W», and no search finds them.",
            ),
            "id": Words(
                title="Pakai huruf biasa",
                message="«{matched}» tersusun dari lambang yang hanya mirip huruf.",
                why="Pembaca layar melewati lambang itu atau menyebut nama lambangnya, dan pencarian tidak menemukannya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "𝐖𝐞 𝐚𝐫𝐞 𝐡𝐢𝐫𝐢𝐧𝐠 in Tirtagiri, two analysts and one driver.",
                    "𝓶𝔂 𝓯𝓲𝓻𝓼𝓽 𝔀𝓮𝓮𝓴 at the serum lab",
                    "Vaccination day is on ＴＵＥＳＤＡＹ at nine.",
                    "ꜱᴍᴀʟʟ ᴄᴀᴘꜱ look fancy and say nothing.",
                    "The 𝟶𝟼:𝟺𝟶 is now the 𝚚𝚞𝚒𝚎𝚝 train.",
                    "🅲🅾🅻🅳 chain, ⓒⓞⓛⓓ hands.",
                    "t̶h̶e̶ ̶o̶l̶d̶ ̶t̶r̶a̶i̶n̶ is gone.",
                    "My ραѕѕιση is pumps.",
                    "ᴇxᴛʀᴀ shifts this week.",
                ),
                good=(
                    "We are hiring in Tirtagiri, two analysts and one driver.",
                    "Vaccination day is on Tuesday at nine.",
                ),
                near_miss=(
                    "Things I learned to type: µL, °C, Δt, H₂O, CO₂, 10⁻³, ± and Ω.",
                    "The quiet train™, pump № 4, 6½ bar, 42 m³/h, ℃ and ℓ.",
                    "Follow me on 𝕏, I write about pumps.",
                    "The flow is 𝑄 = 𝑣𝐴 and ℝ is the set of numbers.",
                    "① fill ② shake ③ wait. Blood group 🅾️ or 🅰️?",
                    "Posyandu in Javanese letters: ꦥꦺꦴꦱꦾꦤ꧀ꦢꦸ. In Greek: εμβόλιο.",
                    "She says [ˈvɪɢʀɪd] with a rolled r. The 1ˢᵗ and the 2ⁿᵈ box.",
                ),
            ),
            "id": Examples(
                bad=(
                    "𝐓𝐢𝐠𝐚 𝐡𝐚𝐥 yang saya pelajari dari Wartini.",
                    "Timbangan itu 𝒑𝒆𝒓𝒂𝒔𝒂, jadi jangan lewat sambil lari.",
                    "𝕁𝔸𝔻𝕎𝔸𝕃 𝔹𝔸ℝ𝕌 mulai 1 Juni",
                    "ⓘⓜⓤⓝⓘⓢⓐⓢⓘ ⓢⓤⓢⓤⓛⓐⓝ Kamis jam delapan",
                ),
                good=(
                    "Tiga hal yang saya pelajari dari Wartini.",
                    "Imunisasi susulan Kamis jam delapan",
                ),
                near_miss=(
                    "Suhu 4,2 °C, volume 0,5 mL ± 0,02, partikel > 10 µm, luas ½ m².",
                    "Café-nya cuma dua meja, crème brûlée-nya dari tape singkong.",
                    "Papan nama itu memakai aksara Jawa: ꦠꦶꦂꦠ.",
                    "Ikuti kami di 𝕏. Golongan darah 🅰️ atau 🅱️?",
                    "① isi ② kocok ③ tunggu. Kereta senyap™.",
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
