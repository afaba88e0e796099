"""Indonesian syllables by rule.

A syllable has one vowel sound: a, i, u, e, o. The pairs ai, au, oi and ei are one sound only
where they close a root: *pulau* has 2, *nilai* 2, *pakaian* (pakai + an) 3; but *air*, *laut*
and *baik* have 2 because a consonant follows, and *mulai* 2 but *menyukai* (suka + i) 4. Roots
that end in such a pair, and roots that end in -a and take the suffix -i, stand in two short
lists below, as do words that keep the pair inside (*saudara*, *bagaimana*).

The rule is our own; the definition of the diphthongs follows *Ejaan Bahasa Indonesia yang
Disempurnakan*, edition V (2022). Names and loans may be counted one too many or too few.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

LONGEST: Final = 40
"""Letters up to which we count a word; longer strings are no words."""

_VOWEL = re.compile("[aiueo]")
_PAIR = re.compile("ai|au|oi|ei")

# Roots that end in a diphthong and are found with suffixes behind them.
_CLOSED: Final = tuple(
    sorted(
        (
            "pakai nilai capai sampai rangkai urai berai landai pandai ramai damai santai lantai "
            "rantai bantai sungai badai pegawai sesuai lampai lambai belai uai bagai selesai "
            "mulai sepoi amboi sungai tupai cerai gulai perangai piawai semai tapai tunai usai "
            "satai salai intai jeli kawai lalai mengkudai pantai kedai bengkalai abai pulau kacau "
            "kerbau hijau kilau risau parau imbau jangkau pantau galau rantau engkau surau bangau "
            "silau kemarau harimau limau lampau atau kalau walau beliau halau survei amboi konvoi "
            "koboi asoi"
        ).split(),
        key=len,
        reverse=True,
    )
)
# Roots in -a that take -i: the a and the i are two sounds.
_OPEN: Final = frozenset(
    (
        "suka cinta harga luka duka muka rata nama kata mata jasa rasa kuasa percaya biaya "
        "daya guna lupa dua tanda ketua wakil tinggal kena coba bahaya hadapa warna sapa "
        "punya kaya minta bersama usaha perbaru upaya anugera arung dalam sedia setia mulia "
        "wajah cela puja kelola sandera warta peta tera masa pena jiwa penjara"
    ).split()
)
# Words and roots that hold one sound inside, before a consonant or a suffix.
_INSIDE: Final = (
    ("saudara", 3),
    ("saudari", 3),
    ("bagaimana", 4),
    ("audio", 3),
    ("audit", 2),
    ("aula", 2),
    ("autentik", 3),
    ("auto", 2),
    ("otomatis", 4),
    ("restoran", 3),
    ("trauma", 2),
    ("astronaut", 3),
    ("aurat", 2),
    ("gairah", 2),
    ("haus", 2),
    ("august", 2),
    ("automat", 3),
    ("taufik", 2),
    ("kaisar", 2),
    ("taipan", 2),
    ("hairan", 2),
    ("detail", 2),
    ("esei", 2),
    ("geiser", 2),
    ("eigendom", 3),
    ("boikot", 2),
    ("sinau", 2),
    ("mei", 1),
)
_SUFFIXES = ("annya", "kannya", "kanlah", "nya", "kan", "lah", "kah", "pun", "ku", "mu", "an", "i")
_PREFIX = re.compile(
    "^(?:di|ke|se|ter|ber|be|per|pe|mem|men|meng|meny|me|peng|peny|pem|pen|diper|memper)"
)
_NASAL = {"meny": "s", "peny": "s", "mem": "p", "pem": "p", "men": "t", "pen": "t", "meng": "k"}


def _root_is_open(word: str) -> bool:
    """True where a final -ai is a root in -a with the suffix -i: *menyukai*, *dihargai*."""
    stem = word[:-1]
    for prefix in ("", "di", "ter", "ber", "ke", "se", "pe", "me", "mem", "men", "meng", "meny"):
        if not stem.startswith(prefix):
            continue
        rest = stem[len(prefix) :]
        if rest in _OPEN or _NASAL.get(prefix, "") + rest in _OPEN:
            return True
    return False


def _pairs_closed(word: str) -> int:
    """Count the pairs that are one sound because they close the root."""
    if word.endswith("ai") and _root_is_open(word):
        return 0
    for root in _CLOSED:
        at = word.find(root)
        if at < 0:
            # The first letter may have gone into the prefix: me + nyampai, pe + makai.
            at = word.find(root[1:]) if root[0] in "pstk" else -1
            if at <= 1 or word[at - 1] not in "mnyg":
                continue
            end = at + len(root) - 1
        else:
            end = at + len(root)
        rest = word[end:]
        if not rest or rest.startswith(_SUFFIXES) or rest[:1] == "-":
            return 1
    if word.endswith(("ai", "au", "oi", "ei")) and len(word) > 3:
        before = word[:-2]
        if _VOWEL.search(before):
            return 1
    return 0


@lru_cache(maxsize=4096)
def syllables(word: str) -> int:
    """Count the syllables of one lower-case Indonesian word, at least 1.

    Parts joined by a hyphen are counted one by one. Abbreviations without a vowel count one for
    each letter (*dpr* 3).
    """
    word = word[:LONGEST]
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part) or 1
    plain = "".join(letter for letter in word if letter.isalpha())
    vowels = len(_VOWEL.findall(plain))
    if not vowels:
        return max(1, len(plain))
    for inside, count in _INSIDE:
        at = plain.find(inside)
        if at >= 0:
            rest = plain[:at] + plain[at + len(inside) :]
            return count + len(_VOWEL.findall(rest))
    if _PAIR.search(plain):
        vowels -= _pairs_closed(plain)
    return max(1, vowels)
