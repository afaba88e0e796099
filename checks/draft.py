"""A draft: what somebody wrote, cut into tokens and sentences once, and frozen.

Rules read a draft and never change it. All places are code points of ``Draft.text``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Any, Final, TypeVar

from .errors import InputError
from .findings import Span
from .language import detect
from .platforms import Platform, platform_named
from .terms import Term, TermBook, book
from .tokens import BREAK, EMOJI, LINK, MARK, MENTION, NUMBER, TAG, WORD, Token, drawn_out, tokenize
from .wordlists import LANGUAGES, entries

Found = TypeVar("Found")

CAP: Final = 30_000
"""Code points that a review reads. No platform takes longer posts of its own kind; see
``platforms.toml``. What stands after the cap is kept in the text and not reviewed."""


STATUSES: Final = ("green", "amber", "red")
"""Crisis lights: normal; something happened near us; our own company is in the news."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a bullet or a line of its own: tokens ``first`` to ``last``, inclusive."""

    span: Span
    first: int
    last: int
    words: int
    """Words and numbers; links, tags, mentions and emoji do not count."""


@dataclass(frozen=True)
class Draft:
    """A draft with what the writer told us about it."""

    text: str
    lang: str
    platform: Platform | None
    alt_text: str | None
    paid: bool
    status: str
    """How things stand at the company: green, amber or red."""
    today: date | None
    """The day of the review; None where it does not matter."""
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    terms_found: Mapping[str, tuple[Term, ...]]
    drawn: bool
    """True where letters are drawn out somewhere: «mantaaap»."""
    lang_sure: bool
    """False where the language was guessed on too little text."""
    cut: bool
    """True where the text is longer than CAP."""
    _made: dict[tuple[Hashable, int], tuple[object, Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What ``once`` keeps."""

    @classmethod
    def of(
        cls,
        text: str,
        lang: str = "auto",
        platform: str | None = None,
        *,
        alt_text: str | None = None,
        paid: bool = False,
        status: str = "green",
        today: date | None = None,
    ) -> Draft:
        """Make a draft.

        Raises InputError for a text that is no string, and for a language or platform that we do
        not know; the message lists those that we do.
        """
        if not isinstance(text, str):
            raise InputError(
                f"A draft must be text (str), not {type(text).__name__}: "
                "pass the words of the post."
            )
        if lang not in ("auto", *LANGUAGES):
            raise InputError(
                f"I do not know the language {str(lang)[:40]!r}: use 'en' for English, "
                "'id' for Bahasa Indonesia, or 'auto'."
            )
        if status not in STATUSES:
            raise InputError(
                f"I do not know the status {str(status)[:40]!r}: use green, amber or red."
            )
        known = platform_named(platform) if platform is not None else None
        text = clean(text)
        tokens = tokenize(text[:CAP])
        drawn = drawn_out(text)
        sure = True
        if lang == "auto":
            lang, sure = detect(tokens)
        return cls(
            text=text,
            lang=lang,
            platform=known,
            alt_text=alt_text,
            paid=paid,
            status=status,
            today=today,
            tokens=tokens,
            sentences=tuple(split_sentences(text, tokens, lang)),
            terms_found=book(lang).find(tokens, drawn=drawn),
            drawn=drawn,
            lang_sure=sure,
            cut=len(text) > CAP,
        )

    def once(self, name: Hashable, make: Callable[[], Found], *, of: object = None) -> Found:
        """Return what ``make`` gives, made once for this draft and the object ``of``.

        Several rules ask for the same. The object is kept, so that its id names no other.
        """
        key = (name, id(of))
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = (of, make())
        found: Found = made[1]
        return found

    def forget(self) -> None:
        """Drop what the rules shared: it holds the draft, so both would wait for the collector."""
        self._made.clear()

    def terms_of(self, other: TermBook) -> Mapping[str, tuple[Term, ...]]:
        """Return the terms of another book, such as a policy's, by list; found once."""
        return self.once("terms", lambda: other.find(self.tokens, drawn=self.drawn), of=other)

    def inside_name(self, term: Term) -> bool:
        """True where a term carries a capital in mid-sentence: a title or a legal name."""
        sentence = self.sentence_of(term.first)
        return (
            sentence is not None
            and sentence.first != term.first
            and self.text[term.start].isupper()
        )

    def terms(self, name: str) -> tuple[Term, ...]:
        """Return where the terms of a word list stand, in order."""
        return self.terms_found.get(name, ())

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The words and numbers of the text; no links, tags, mentions, emoji or marks."""
        return tuple([token for token in self.tokens if token.kind in (WORD, NUMBER)])

    @cached_property
    def norms(self) -> frozenset[str]:
        """The words of the text in the form to compare, each once."""
        return frozenset([token.norm for token in self.tokens if token.kind == WORD])

    @cached_property
    def _wordless(self) -> Mapping[str, tuple[Token, ...]]:
        """The tokens that are neither word, number nor mark, by kind: most posts have few."""
        few = [token for token in self.tokens if token.kind not in (WORD, NUMBER, MARK)]
        kinds = {token.kind for token in few}
        return {kind: tuple(token for token in few if token.kind == kind) for kind in kinds}

    @property
    def tags(self) -> tuple[Token, ...]:
        """The hashtags, with their sign."""
        return self._wordless.get(TAG, ())

    @property
    def mentions(self) -> tuple[Token, ...]:
        """The accounts named with @."""
        return self._wordless.get(MENTION, ())

    @property
    def links(self) -> tuple[Token, ...]:
        """The web addresses."""
        return self._wordless.get(LINK, ())

    @property
    def emoji(self) -> tuple[Token, ...]:
        """The emoji; a sequence with joiners is one."""
        return self._wordless.get(EMOJI, ())

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """The stretches between quotation marks, marks included, longest 600 code points."""
        if not _QUOTE_SIGN.search(self.text):
            return ()
        return tuple(Span(*match.span()) for match in _QUOTE.finditer(self.text, 0, CAP))

    def in_quote(self, span: Span) -> bool:
        """True where the span lies inside quotation marks."""
        place = bisect_right(self._quote_starts, span.start - 1) - 1
        return place >= 0 and span.end < self.quotes[place].end

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.first for sentence in self.sentences]

    def sentence_of(self, token: int) -> Sentence | None:
        """Return the sentence that holds the token with this index."""
        place = bisect_right(self._sentence_starts, token) - 1
        if place < 0 or token > self.sentences[place].last:
            return None
        return self.sentences[place]

    def before(self, token: int, count: int) -> tuple[Token, ...]:
        """Return up to ``count`` words before a token, in its own sentence."""
        sentence = self.sentence_of(token)
        first = sentence.first if sentence else token
        words = [other for other in self.tokens[first:token] if other.kind in (WORD, NUMBER)]
        return tuple(words[-count:])

    def negated(self, token: int, reach: int = 3) -> bool:
        """True where a negator stands at most ``reach`` words before the token."""
        return any(word.norm in negators(self.lang) for word in self.before(token, reach))


@cache
def negators(lang: str) -> frozenset[str]:
    """Return the words that turn a statement round, from the word list of that name."""
    listed = entries(lang, "negators")
    return frozenset(each.term for each in listed if "tone" not in each.columns)


_QUOTE = re.compile(
    '\u201c[^\u201c\u201d\n]{1,600}\u201d|"[^"\n]{1,600}"|\u00ab[^\u00ab\u00bb\n]{1,600}\u00bb'
    # Single quotes only around speech that ends with a mark: an apostrophe is no quote.
    "|(?<!\\w)[\u2018'][^\u2018\u2019'\n]{4,200}[.,!?][\u2019'](?!\\w)"
)
_QUOTE_SIGN = re.compile("[\u201c\"\u00ab\u2018']")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Replace what cannot be stored or shown: lone surrogates and control characters.

    One character stands for one, so that every place stays where it was.
    """
    text = _SURROGATE.sub("\ufffd", text)
    return text.translate(_CONTROL)


_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), "�")

_ABBREVIATIONS: Final[Mapping[str, frozenset[str]]] = {
    "en": frozenset(
        ("dr mr mrs ms prof st vs etc e.g i.e approx inc ltd co no vol fig dept").split()
    ),
    "id": frozenset(
        (
            "dr drg dra drs ir prof jl jln no tgl pt cv tbk dll dsb dst dkk hlm yth a.n u.p s.d "
            "bpk sdr kec kab kel gg hj h st kol jend mis m.m rp telp"
        ).split()
    ),
}
_CLOSERS = frozenset("\"'\u201d\u2019)]}\u00bb")
_BULLETS = frozenset("-\u2013\u2014*\u2022\u00b7\u25aa\u25cf\u25e6\u2023>+")
WRAP = 60
"""A line of at least this many code points that goes on in lower case was wrapped by a machine."""


def _ends(text: str, tokens: Sequence[Token], index: int, first: int, lang: str) -> bool:
    """True where the mark at ``index`` closes a sentence."""
    mark = tokens[index]
    if text[mark.start] not in ".!?\u2026":
        return False
    following = text[mark.end : mark.end + 1]
    if following and not following.isspace() and following not in _CLOSERS:
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        # «home.Then» lacks a space; «p.m.» and «U.S.» do not end there.
        glued = after is not None and (
            after.kind == EMOJI or (after.kind == WORD and text[after.start].isupper())
        )
        if not glued or (index > 0 and tokens[index - 1].end - tokens[index - 1].start < 2):
            return False
    if mark.norm != "." or index == first:
        return True
    previous = tokens[index - 1]
    if previous.end != mark.start:
        return True
    if previous.kind == WORD and _dotted(tokens, index - 1, first):
        # «p.m.», «U.S.»: the small ones can close a sentence when a capital follows.
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        small = text[previous.start].islower()
        return after is None or (small and text[after.start].isupper())
    if previous.kind == WORD:
        if previous.norm in _ABBREVIATIONS[lang]:
            return False
        letter = previous.end - previous.start == 1
        # «U.S.», «J. Sutrisno»: a single capital letter before the full stop; but «7,6 °C.»
        unit = index - 2 >= first and tokens[index - 2].kind in (MARK, NUMBER)
        return not (letter and text[previous.start].isupper() and previous.norm != "i") or unit
    # «1. First» at the beginning of a line is a list number.
    return not (previous.kind == NUMBER and index - 1 == first and len(previous.norm) <= 2)


def _dotted(tokens: Sequence[Token], index: int, first: int) -> bool:
    """True for the last letter of a dotted abbreviation such as «e.g»."""
    letter = tokens[index]
    return (
        letter.end - letter.start == 1
        and index - 2 >= first
        and tokens[index - 1].norm == "."
        and tokens[index - 1].end == letter.start
        and tokens[index - 2].end - tokens[index - 2].start == 1
    )


def _wrapped(text: str, tokens: Sequence[Token], index: int, line_start: int) -> bool:
    """True where the line break at ``index`` only wraps a long line."""
    if index + 1 >= len(tokens) or tokens[index].start - line_start < WRAP:
        return False
    after = tokens[index + 1]
    return after.kind == WORD and text[after.start].islower()


def split_sentences(text: str, tokens: Sequence[Token], lang: str) -> Iterator[Sentence]:
    """Yield the sentences. A line, a bullet and an emoji at the end of a line end one too.

    Posts often have no full stops: a line is what a reader takes as a unit.
    """
    first = 0
    line_start = 0
    count = len(tokens)
    index = 0
    while index < count:
        token = tokens[index]
        last = index
        done = False
        if token.kind == WORD:  # the commonest kind, and it ends nothing
            pass
        elif token.kind == BREAK:
            done = not _wrapped(text, tokens, index, line_start)
            line_start = token.end
        elif token.kind == MARK:
            if _ends(text, tokens, index, first, lang):
                done = True
                while last + 1 < count and text[tokens[last + 1].start] in _CLOSERS:
                    last += 1
        elif token.kind == EMOJI and index + 1 < count and index > first:
            after = tokens[index + 1]
            done = after.kind == WORD and text[after.start].isupper()
        if done:
            yield from _sentence(text, tokens, first, last)
            first = last + 1
        index = last + 1
    yield from _sentence(text, tokens, first, count - 1)


def _sentence(text: str, tokens: Sequence[Token], first: int, last: int) -> Iterator[Sentence]:
    while first <= last and (
        tokens[first].kind == BREAK
        or (tokens[first].kind == MARK and text[tokens[first].start] in _BULLETS)
    ):
        first += 1
    while last >= first and tokens[last].kind == BREAK:
        last -= 1
    if first > last:
        return
    words = len([1 for token in tokens[first : last + 1] if token.kind in (WORD, NUMBER)])
    yield Sentence(Span(tokens[first].start, tokens[last].end), first, last, words)
