"""Cut a text into tokens: words, numbers, links, tags, mentions, e-mail addresses, emoji, marks.

One pass over the text, in linear time. Every token keeps its place in the text as written and
a ``norm``: lower case, straight apostrophes, no invisible characters, styled letters as plain
ones, so that a rule can compare it with a word list.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from .findings import Span

WORD: Final = "word"
NUMBER: Final = "number"
LINK: Final = "link"
EMAIL: Final = "email"
TAG: Final = "tag"
MENTION: Final = "mention"
EMOJI: Final = "emoji"
BREAK: Final = "break"
MARK: Final = "mark"


class Token(NamedTuple):
    """A piece of the text, ``text[start:end]``; ``norm`` is the form to compare."""

    kind: str
    start: int
    end: int
    norm: str

    @property
    def span(self) -> Span:
        """Return where the token stands."""
        return Span(self.start, self.end)


# Characters that carry no letter but stand inside words: soft hyphen, zero-width, combining marks.
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f"
_APOSTROPHES = "'\u2018\u2019\u02bc"

# Pictographs, flags and keycaps with their joiners, skin tones and variation selectors.
# Ranges: Unicode 16 emoji-data, Extended_Pictographic outside ASCII, read 2026-11-22.
_PICTOGRAPH = (
    "\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u2328\u2388\u23cf\u23e9-\u23fa\u24c2"
    "\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d"
    "\u3297\u3299\U0001f000-\U0001f0ff\U0001f10d-\U0001f1e5\U0001f200-\U0001f3fa"
    "\U0001f400-\U0001faff\U0001fc00-\U0001fffd"
)
_TONE = "[\U0001f3fb-\U0001f3ff]"
_UNIT = f"[{_PICTOGRAPH}]\ufe0f?{_TONE}?[\U000e0020-\U000e007f]*"
EMOJI_PATTERN: Final = (
    f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_UNIT}(?:\u200d{_UNIT})*|{_TONE}"
)

_LETTERS = f"[^\\W_]+(?:[{_MARKS}{_INVISIBLE}]+[^\\W_]*)*"
_JOINED = f"(?:[{_APOSTROPHES}\\-\u2010\u2011]{_LETTERS})*"
# The commonest kinds come first: the order is the speed.
_TOKEN = re.compile(
    f"(?P<word>(?=[^\\W\\d_]){_LETTERS}{_JOINED})"
    "|(?P<break>\r\n|[\n\r\u0085\u2028\u2029])"
    f"|(?P<emoji>{EMOJI_PATTERN})"
    "|(?P<number>\\d+(?:[.,:]\\d+)*(?![^\\W_]))"
    f"|(?P<mixed>{_LETTERS}{_JOINED})"
    "|(?P<tag>[#\uff03](?=\\w*[^\\W\\d_])\\w+)"
    "|(?P<mention>@\\w[\\w.]*)"
    "|(?P<mark>\\.{2,}|[!?.\u2026]+|[^\\s\\w]|_)"
)
# Bare domains only where the ending is lower case: «done.My turn» is a missing space.
_DOMAINS = "(?-i:com|net|org|info|co|id|io|gov|edu|app|link|site|blog|uk)"
_SPECIAL = re.compile(
    '(?P<link>(?:https?://|www\\.)[^\\s<>"\u201c\u201d]+)'
    "|(?P<email>[^\\W_][\\w.+\\-]{0,63}@[^\\W_][\\w\\-]{0,62}(?:\\.[\\w\\-]{1,63}){1,8})"
    f"|(?P<site>(?<![\\w.@])[^\\W_][\\w\\-]{{0,62}}(?:\\.[\\w\\-]{{1,63}}){{0,8}}?\\.{_DOMAINS}"
    '\\b(?!\\.[^\\W_])(?:/[^\\s<>"]*)?)',
    re.IGNORECASE,
)
_MAYBE_SPECIAL = re.compile(f"@|://|www\\.|\\w\\.{_DOMAINS}\\b", re.IGNORECASE)
_DROP = re.compile(f"[{_INVISIBLE}]")
_DRAWN = re.compile(r"([^\W\d_])\1\1")
_TRIPLE = re.compile(r"(.)\1{2,}")
_STRAIGHT = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"}
)


_LOOKS = re.compile(f"\ufe0f|{_TONE}")  # how an emoji looks, not what it says
_WORDLIKE = frozenset((WORD, TAG, MENTION))


def normal(word: str) -> str:
    """Return the form of a word to compare: lower case, plain letters, no invisible characters.

    A letter that is drawn out is kept three times («mantaaaaap» → «mantaaap»); ``squeezed``
    gives the forms with fewer.
    """
    if not word.isascii():
        word = _DROP.sub("", unicodedata.normalize("NFKC", word).translate(_STRAIGHT))
    word = word.lower()
    return _TRIPLE.sub(r"\1\1\1", word) if len(word) > 3 and _TRIPLE.search(word) else word


def drawn_out(text: str) -> bool:
    """True where a letter stands three times in a row somewhere in the text."""
    return _DRAWN.search(text.lower()) is not None


def squeezed(norm: str) -> tuple[str, ...]:
    """Return the forms of a word with drawn-out letters: «mantaaap» → «mantap», «mantaap».

    A word without a letter three times in a row gives (): ordinary double letters stay.
    """
    if not _TRIPLE.search(norm):
        return ()
    return _TRIPLE.sub(r"\1", norm), _TRIPLE.sub(r"\1\1", norm)


_new = tuple.__new__
"""Makes a Token from its four parts without a call in between."""


def _plain(text: str, start: int, end: int, out: list[Token]) -> None:
    add = out.append
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        first, last = match.span()
        piece = text[first:last]
        if kind == "mixed":
            kind = WORD
        if kind in _WORDLIKE:
            piece = normal(piece)
        elif kind == EMOJI:
            piece = _LOOKS.sub("", piece)
        add(_new(Token, (kind or MARK, first, last, piece)))


def tokenize(text: str) -> tuple[Token, ...]:
    """Cut ``text`` into tokens in the order in which they stand. White space is left out."""
    out: list[Token] = []
    at = 0
    if _MAYBE_SPECIAL.search(text):
        for match in _SPECIAL.finditer(text):
            kind = match.lastgroup or LINK
            start, end = match.span()
            if kind != EMAIL:
                # The full stop or bracket that closes a sentence is no part of the address.
                while end > start + 1 and text[end - 1] in ".,;:!?)]}'\u2019\u2026":
                    end -= 1
                kind = LINK
            _plain(text, at, start, out)
            out.append(Token(kind, start, end, text[start:end].lower()))
            at = end
    _plain(text, at, len(text), out)
    return tuple(out)


_CLUSTER = re.compile(f"\r\n|(?:{EMOJI_PATTERN})|.[{_MARKS}\u200d\ufe0e\ufe0f]*", re.DOTALL)


def count_characters(text: str) -> int:
    """Count characters as a person sees them: an emoji with its skin tone is one.

    An approximation of Unicode's extended grapheme clusters (UAX 29) for Latin text and emoji;
    scripts whose letters join, such as Thai or Devanagari, are counted by their letters.
    """
    if text.isascii():
        return len(text) - text.count("\r\n")
    return len(_CLUSTER.findall(text))
