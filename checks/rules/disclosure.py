"""Say who you are: praise of the own firm needs a plain word about the tie, early in the post.

How it reads. The policy knows the names of the firm and its products. A name needs a disclosure
where the post praises it, invites to it, links it, or speaks of a product in the role of an
outsider. A disclosure is a set phrase («my employer»), a label («#ad»), a tag of the policy, or a
sentence built like «I drive for NAME». For the last kind every word of the list
``disclosure_parts`` stands for one sign, a sentence becomes a short string of signs, and the
shapes below are patterns over that string.

What it cannot know: whether there is a tie at all, what a picture shows, what the bio says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from .. import claim_promotion
from ..draft import CAP, Draft, negators
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Merit, Rule, Sample, Words
from ..signs import has
from ..terms import Term
from ..tokens import BREAK, EMOJI, LINK, MARK, MENTION, NUMBER, TAG, WORD, Token
from ..wordlists import terms

EARLY: Final = 125
"""Code points that a reader surely sees, where the platform is not known or cuts nothing:
the fold of Instagram, checked 2026-11-22 (see ``platforms.toml``)."""
PILE: Final = 4
"""A tag from this place on, in a row of tags at the end, is read by few."""
SHORT: Final = 6
"""Words of a sentence up to which its praise also counts for the sentence beside it."""
NEAR: Final = 6
"""Words between a name and a word of the lists that counts only near it."""
SPOT: Final = 3
"""Tokens before a name in which «next to» or «di depan» makes it a mere place."""
LIGHT: Final = 2
"""Points of light words from which a post is an advert for the firm that it names."""
AROUND: Final = 2
"""Sentences on either side of a name in which light words count."""
LEAST_LETTERS: Final = 6
"""Letters from which a name is also looked for inside longer tags, accounts and addresses."""
MOST_HANDLES: Final = 200
"""Tags, accounts and links that are searched for names; no post has more."""
MOST_WORDS: Final = 8
"""Words of a paid post that are shown where it names no firm."""

_NO_LETTER = re.compile(r"[\W_]+")
_SITE = re.compile(r"(?<![\w.@/])[^\W_]{4,40}(?=\.[a-z]{2,12}(?:[/.][\w/.-]|\b))")
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")

# Shapes of a tie. The signs are explained in the word list disclosure_parts; N is a name, x any
# other word, d a number, «.» the end of a sentence and «,» a mark inside it.
_PLAIN: Final = {
    # Shapes that need no name of the policy.
    "en": (r"[IU][fb]{0,7}W[@a](?![ed,.h])N?",),  # «I have worked at …»
    "id": (
        r"[IU][fbdy]{0,7}W@(?![ed,.h])N?",  # «saya sudah 12 tahun bekerja di …»
        r"W[IU]@(?![ed,.h])N?",  # «kerjaku di …»
        r"TI[fdy]{0,4}W|TWI",  # «tempat aku kerja», «tempat kerjaku»
    ),
}
_NAMED: Final = {
    "en": (
        r"[IU][fb]{0,7}[vW][^N,.]{0,8}[@ap]N",  # «I drive at night for NAME»
        r"[IU](?:x|v)[^N,.]{0,6},aN",  # «I announce the trains in Tirtagiri, for NAME»
        r"Mr[^N.]{0,14}r[pa]N",  # «my colleagues and me … in the laboratory of NAME»
        r"[IU][fb]{0,7}jN",  # «I joined NAME»
        r"[IU]f{0,4}bf{0,4}(?:t[xd]{0,3})?[Rr][^N,.]{0,4}[@ap]N",  # «I am a fitter at NAME»
        r"[IU]f{0,4}bf{0,4}t[^oN,.]{0,5}@N",  # «I'm the quiet one at NAME»
        r"[IU]f{0,4}bf{0,4}t?x?Nx{0,2}[RrW]",  # «I'm a NAME driver»
        r"M[xd]{0,3}[Rr][^N,.]{0,2}[@p]N",  # «our night crew at NAME»
        r"MNx{0,2}[Rr]",  # «my NAME badge»
        r"@N,?(?:U|M|I[fb]{0,4}[vW])",  # «At NAME we …»
        r"U,?@N",  # «we at NAME»
        r"U,?t[Rr][^N,.]{0,2}[@p]N",  # «we, the crew of NAME»
        r"b[xf]?q[txrR]{0,4}[@p]?N",  # «I'm part of the night crew at NAME»
        r"(?<=\.)[xd]{0,3}yp?W?@N",  # «Nine years at NAME»
        r"y[tpx]{0,3}rx?[@p]N",  # «six years in the cold room of NAME»
        r"s[xfbd]{0,3}w[@ap]N",  # «as someone who works at NAME»
        r"s[^oN,.]{1,5}@N",  # «as the new one at NAME»
        r"s[xd]{0,3}[RW][^oN,.]{0,3}[ap]N",  # «as a driver for NAME»
        r"sNx{0,2}[RW]",  # «as a NAME driver»
        r"Mkx?[fb]{0,2}[wWv][^N,.]{0,4}[@ap]N",  # «my wife drives for NAME»
        r"Mk[fb]{0,2}t?[xd]{0,3}R[^N,.]{0,3}[@ap]N",  # «my brother is a driver at NAME»
        r"(?<=\.)x{0,2}[RW][^N,.]{0,3}[@ap]N,?h",  # «Driver at NAME here»
    ),
    "id": (
        r"[IU][fbdy]{0,7}[vW][^N,.]{0,8}[@ap]N",  # «aku tiap malam nyetir buat NAME»
        r"[IU][fbdy]{0,7}W@?h",  # «saya bekerja di sini»
        r"[IU][fb]{0,7}jN",  # «aku gabung NAME»
        r"[IU],?[fbdy]{0,5}t?[Rr][^N,.]{0,4}N",  # «saya sopir di NAME»
        r"[Rr][^NIU,.]{0,2}[IU][@p,]?N",  # «tim kami di NAME»
        r"M[xd]{0,3}[Rr][^N,.]{0,2}[@p]N|MNx{0,2}[Rr]",  # «my team at NAME»
        r"@N,?(?:U|I[fb]{0,4}[vW])",  # «Di NAME kami …»
        r"U,?[@p]N",  # «kami di NAME»
        r"[bI]f?q[xt]{0,2}N",  # «jadi bagian dari NAME»
        r"(?<=\.)[fdxy]{0,3}y[fy]{0,2}@N",  # «Sepuluh tahun di NAME»
        r"y@rx?N",  # «enam tahun di ruang dingin NAME»
        r"r[fb]{1,2}R[^N,.]{0,2}[@p]?N",  # «hari pertama jadi perawat di NAME»
        r"(?<=\.)[fbdy]{0,5}(?:W@|v[^N,.]{0,4}[@a])N",  # «Sudah lama kerja di NAME»
        r"s[^oN,.]{1,5}@N",  # «sebagai anak baru di NAME»
        r"s[xd]{0,3}[RW][^oN,.]{0,3}N",  # «sebagai analis NAME»
        r"k[IU]x?[fb]{0,3}[Wv][^N,.]{0,4}N",  # «istriku kerja di NAME»
        r"k[IU][fb]{0,3}t?R[^N,.]{0,3}N",  # «istriku masinis NAME»
        r"K[IU]|TU[fdy]{0,4}W|TWU",  # «kantorku», «tempat kami bekerja»
        r"(?<=\.)x{0,2}[RW][^N,.]{0,3}N,?h",  # «Sopir NAME di sini»
    ),
}
_EQUALS: Final = re.compile(
    r"se(?:cepat|ramah|bagus|baik|bersih|jernih|segar|nyaman|hebat|keren|sigap|peduli|jujur|murah|"
    r"enak|canggih|modern|sabar|tertib|rapi|andal|manusiawi|asyik|seru)"
)
_RARE: Final = frozenset("nobody none no few nowhere every all more other others wish only".split())
_DENIED: Final = re.compile(r"[IU][fb]{0,4}n[fb]{0,4}(?:W[@ap](?!e)|[tx]{0,2}R)")
_PLAIN_TIE: Final = {lang: re.compile("|".join(shapes)) for lang, shapes in _PLAIN.items()}
_NAMED_TIE: Final = {lang: re.compile("|".join(shapes)) for lang, shapes in _NAMED.items()}


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of the policy where it stands: in words, or inside a tag, account or link."""

    span: Span
    first: int
    last: int
    product: bool
    kind: str


@dataclass(frozen=True, slots=True)
class _Tie:
    """Words that tell a tie. ``full`` ones say it also where no firm of the policy is named."""

    span: Span
    full: bool
    label: bool = False
    first: int = -1


@dataclass(frozen=True)
class _Reading:
    """What the rules of this family need to know about one draft; each part is worked out once."""

    draft: Draft
    policy: Policy

    @cached_property
    def names(self) -> tuple[_Name, ...]:
        """The names of the policy in the order of the text."""
        found = list(_named_in_words(self.draft, self.policy))
        found += _named_in_handles(self.draft, self.policy)
        return tuple(sorted(found, key=lambda name: (name.first, name.last)))

    @cached_property
    def _sentence_firsts(self) -> list[int]:
        return [sentence.first for sentence in self.draft.sentences]

    def _place(self, token: int) -> int:
        """Return the number of the sentence that holds a token."""
        return max(0, bisect_right(self._sentence_firsts, token) - 1)

    @cached_property
    def _anywhere(self) -> frozenset[int]:
        """Sentences with praise or an invitation that needs no name close by."""
        return frozenset(self._place(term.first) for term in self._light if not _near(term))

    @cached_property
    def _close(self) -> frozenset[int]:
        """Tokens of praise and invitations that count only close to a name."""
        return frozenset(
            token
            for term in self._light
            if _near(term)
            for token in range(term.first, term.last + 1)
        )

    @cached_property
    def _light(self) -> tuple[Term, ...]:
        names = {token for name in self.names for token in range(name.first, name.last + 1)}
        return tuple(
            term
            for kind in ("disclosure_praise", "disclosure_invites")
            for term in self.draft.terms(kind)
            if term.entry.columns[:1] != ("no",)
            and term.first not in names
            and not _negated(self.draft, term.first)
        )

    @cached_property
    def promoted(self) -> _Name | None:
        """The first name that the post puts in a good light, or None."""
        for name in self.names:
            if self._is_promoted(name):
                return name
        # Words that only add up mark a name where nothing plainer stands beside one.
        for name in self.names:
            if not self._is_spot(name) and self._light_around(self._place(name.first)) >= LIGHT:
                return name
        return None

    def _is_promoted(self, name: _Name) -> bool:
        if name.kind == LINK:
            return True
        if name.kind in (TAG, MENTION) and self._anywhere:
            return True
        if self._is_spot(name):
            return False
        here = self._place(name.first)
        if here in self._anywhere or any(self._beside(here, here + step) for step in (-1, 1)):
            return True
        if name.product and (
            self.draft.terms("disclosure_outsiders") or name.first in self._medicines
        ):
            return True
        if self._is_courted(name) and self._points.get(here, 0) >= 0:
            return True
        return self._near_words(name)

    @cached_property
    def _points(self) -> Mapping[int, int]:
        """Return the points of the words that put a firm in a good or bad light, by sentence."""
        found: dict[int, int] = {}
        names = {token for name in self.names for token in range(name.first, name.last + 1)}
        for term in self.draft.terms("disclosure_light"):
            points = int(term.entry.columns[0])
            if term.first not in names and not (points > 0 and _negated(self.draft, term.first)):
                place = self._place(term.first)
                found[place] = found.get(place, 0) + points
        for place in self._anywhere:
            found[place] = found.get(place, 0) + 1
        return found

    def _light_around(self, here: int) -> int:
        """Add up the light words of the sentences around a name."""
        if not self._points:
            return 0
        return sum(self._points.get(place, 0) for place in range(here - AROUND, here + AROUND + 1))

    @cached_property
    def _medicines(self) -> frozenset[int]:
        """Tokens of products that the post promotes to be taken, bought or asked for."""
        return frozenset(
            index
            for product in claim_promotion.promoted(self.draft, self.policy)
            for index in range(product.first, product.last + 1)
        )

    def _is_courted(self, name: _Name) -> bool:
        """True for «NAME, you spoil us», «nobody … like NAME», «secepat NAME»."""
        tokens = self.draft.tokens
        after = [t.norm for t in tokens[name.last + 1 : name.last + 3] if t.kind != BREAK]
        if after[:2] == [",", "you"] or after[:1] == ["you"]:
            return True
        before = tokens[max(0, name.first - 4) : name.first]
        if self.draft.lang == "id":
            return any(t.kind == WORD and _EQUALS.fullmatch(t.norm) for t in before)
        norms = [token.norm for token in before]
        sentence = self.draft.sentence_of(name.first)
        if "like" in norms[-2:] and sentence is not None:
            opens = tokens[sentence.first : name.first]
            return any(token.norm in _RARE for token in opens)
        return False

    def _is_spot(self, name: _Name) -> bool:
        """True where the name only says where something is: «next to Air Randu»."""
        before = range(name.first - SPOT, name.first)
        return any(index in self._spots for index in (*before, name.last + 1))

    @cached_property
    def _spots(self) -> frozenset[int]:
        return frozenset(
            index
            for term in self.draft.terms("disclosure_spots")
            for index in range(term.first, term.last + 1)
        )

    def _beside(self, here: int, there: int) -> bool:
        """True where the short sentence ``there``, in the same paragraph, holds praise."""
        if there not in self._anywhere or there >= len(self.draft.sentences):
            return False
        one, other = (self.draft.sentences[number] for number in sorted((here, there)))
        between = self.draft.text[one.span.end : other.span.start]
        return self.draft.sentences[there].words <= SHORT and between.count("\n") < 2

    def _near_words(self, name: _Name) -> bool:
        if not self._close:
            return False
        sentence = self.draft.sentence_of(name.first)
        low, high = (sentence.first, sentence.last) if sentence else (name.first, name.last)
        for step, stop, at in ((-1, low, name.first), (1, high, name.last)):
            words = 0
            while at != stop and words < NEAR:
                at += step
                if at in self._close:
                    return True
                words += self.draft.tokens[at].kind in (WORD, NUMBER)
        return False

    @cached_property
    def denied(self) -> bool:
        """True where the post says that there is no tie."""
        if any(t.entry.columns == ("none",) for t in self.draft.terms("disclosure_ties")):
            return True
        return bool(_DENIED.search(self._signs[0]))

    @cached_property
    def _signs(self) -> tuple[str, tuple[int, ...]]:
        """The draft as one sign a word, and for every sign the number of its token."""
        return _signs(self.draft, self.names)

    @cached_property
    def ties(self) -> tuple[_Tie, ...]:
        """Everything that tells the tie of the writer, in the order of the text."""
        # What stands in quotation marks is said by somebody else, unless it is the whole post.
        whole = self.draft.text.strip()
        quotes = [quote for quote in self.draft.quotes if quote.of(self.draft.text) != whole]
        starts = [quote.start for quote in quotes]
        found = []
        for tie in self._all_ties():
            at = bisect_right(starts, tie.span.start) - 1
            if at < 0 or tie.span.end > quotes[at].end:
                found.append(tie)
        return tuple(sorted(found, key=lambda tie: tie.span))

    def _all_ties(self) -> Iterator[_Tie]:
        draft, tokens = self.draft, self.draft.tokens
        named = bool(self.names)
        shapes = []
        if has(draft, "disclosure_parts", "W"):  # every plain shape holds the sign for «to work»
            shapes.append((_PLAIN_TIE[draft.lang], True))
        if named:
            shapes.append((_NAMED_TIE[draft.lang], False))
        ends = {name.first: name.last for name in self.names}
        for shape, full in shapes:
            signs, places = self._signs
            for match in shape.finditer(signs):
                first, last = places[match.start()], places[match.end() - 1]
                last = ends.get(last, last)
                yield _Tie(Span(tokens[first].start, tokens[last].end), full)
        for term in draft.terms("disclosure_ties"):
            kind = term.entry.columns[0]
            if kind == "full" or (kind == "part" and named):
                yield _Tie(term.span, kind == "full")
        for term in self.draft.terms_of(self.policy.book).get("approved", ()):
            yield _Tie(term.span, True, first=term.first)
        staff = terms(draft.lang, "disclosure_staff")
        for name in self.names:
            if name.kind == TAG and any(word in tokens[name.first].norm for word in staff):
                yield _Tie(name.span, True, first=name.first)
        for term in draft.terms("disclosure_labels"):
            if term.entry.columns[:1] != ("alone",) or _alone(draft, term):
                yield _Tie(term.span, True, label=True, first=term.first)

    @cached_property
    def told(self) -> tuple[_Tie, ...]:
        """The ties that count here: for a paid post only the label that says so."""
        return tuple(tie for tie in self.ties if tie.label or not self.draft.paid)

    @cached_property
    def fold(self) -> tuple[int, bool]:
        """The code point up to which words count as early, and whether the feed cuts there."""
        platform = self.draft.platform
        if platform is None or not platform.fold:
            return EARLY, False
        # No platform shows more of a post before it cuts than a few hundred characters.
        text = self.draft.text[: CAP // 8]
        cut = platform.fold_at(text)
        return (len(self.draft.text), True) if cut is None else (cut, True)

    @cached_property
    def late_tags(self) -> frozenset[int]:
        """Tokens of the fourth and later tags in a row of tags at the end."""
        row: list[int] = []
        for index in range(len(self.draft.tokens) - 1, -1, -1):
            kind = self.draft.tokens[index].kind
            if kind == TAG:
                row.append(index)
            elif kind not in (MENTION, EMOJI, BREAK, MARK):
                break
        return frozenset(row[::-1][PILE - 1 :])

    def is_early(self, tie: _Tie) -> bool:
        """True for a tie before the fold and not in the tail of a row of tags."""
        return tie.span.end <= self.fold[0] and tie.first not in self.late_tags

    @cached_property
    def needed(self) -> Span | None:
        """The words for which readers need to know the tie, or None."""
        if self.promoted is not None and (self.draft.paid or not self.denied):
            return self.promoted.span
        if self.names and any(term.entry.columns == ("code",) for term in self.hints):
            return self.names[0].span  # a code for insiders tells that there is a tie
        return _opening(self.draft) if self.draft.paid else None

    @cached_property
    def hints(self) -> tuple[Term, ...]:
        """Codes and disclaimers that only hint at a tie; a feeling only where nothing else does."""
        terms = self.draft.terms("disclosure_unclear")
        hints = tuple(term for term in terms if term.entry.columns != ("proud",))
        if self.draft.paid:
            return hints
        return hints or tuple(t for t in terms if not _negated(self.draft, t.first))[:1]


def _near(term: Term) -> bool:
    return term.entry.columns[:1] == ("near",)


def _negated(draft: Draft, token: int) -> bool:
    """True where a negator stands at most three words before a token, in its sentence."""
    words = 0
    for other in reversed(draft.tokens[max(0, token - 6) : token]):
        if other.kind == BREAK or other.norm in (".", "!", "?", ";"):
            return False
        if other.kind in (WORD, NUMBER):
            words += 1
            if other.norm in negators(draft.lang):
                return True
            if words == 3:
                return False
    return False


def _bare(token: Token) -> Token:
    """Return a word without what is glued to its end: «Wanasehat's», «Wanasehat-made»."""
    for sign in "'-":
        head, found, _ = token.norm.partition(sign)
        if found and head:
            return token._replace(norm=head, end=token.start + len(head))
    return token


def _named_in_words(draft: Draft, policy: Policy) -> Iterator[_Name]:
    """Yield the names that stand as words. «air Randu» is water from Randu, not the firm."""
    if not policy.book.by_first:
        return
    seen: set[int] = set()
    glued = any(
        token.kind == WORD and ("'" in token.norm or "-" in token.norm) for token in draft.tokens
    )
    # Drawn-out letters are no name: «Raaandu».
    whole = policy.book.find(draft.tokens) if draft.drawn else draft.terms_of(policy.book)
    passes = [(draft.tokens, whole)]
    if glued:
        bare = tuple(_bare(t) if t.kind == WORD else t for t in draft.tokens)
        passes.append((bare, policy.book.find(bare)))
    for tokens, found in passes:
        for kind in ("product", "company"):
            for term in found.get(kind, ()):
                if seen.isdisjoint(range(term.first, term.last + 1)) and _is_name(
                    draft.text, tokens, term
                ):
                    seen.update(range(term.first, term.last + 1))
                    yield _Name(
                        term.span, term.first, term.last, kind == "product", tokens[term.first].kind
                    )


def _is_name(text: str, tokens: Sequence[Token], term: Term) -> bool:
    """False where the first word is small and a later one is not."""
    first, *rest = (text[t.start] for t in tokens[term.first : term.last + 1])
    return not (first.islower() and any(letter.isupper() for letter in rest))


def _named_in_handles(draft: Draft, policy: Policy) -> Iterator[_Name]:
    """Yield the names that stand inside tags, accounts and links."""
    sites = _sites(draft)
    if not (draft.tags or draft.mentions or draft.links or sites):
        return
    products = (*policy.products, *policy.medicines, *policy.remedies)
    keys = {_NO_LETTER.sub("", name).lower(): False for name in policy.names}
    keys |= {_NO_LETTER.sub("", name).lower(): True for name in products}
    keys.pop("", None)
    handles = 0
    for index, token in enumerate(draft.tokens):
        site = index in sites
        if token.kind not in (TAG, MENTION, LINK) and not site:
            continue
        handles += 1
        if handles > MOST_HANDLES:
            return
        flat = _NO_LETTER.sub("", token.norm)
        parts: frozenset[str] | None = None
        for key, product in keys.items():
            found = len(key) >= LEAST_LETTERS and key in flat
            if not found and len(key) < LEAST_LETTERS:
                parts = parts if parts is not None else _parts(draft.text[token.start : token.end])
                found = key in parts
            if found:
                yield _Name(token.span, index, index, product, token.kind)
                break


def _sites(draft: Draft) -> frozenset[int]:
    """Return the words that begin an address without «www» and a usual ending: «name.example/app»."""
    found = _SITE.finditer(draft.text, 0, CAP) if "." in draft.text else ()
    starts = {match.start() for match in found}
    return frozenset(
        index for index, token in enumerate(draft.tokens if starts else ()) if token.start in starts
    )


def _parts(handle: str) -> frozenset[str]:
    """Return the parts of a handle and their neighbours joined: #KopiKita → kopi, kita, kopikita."""
    parts = [part.lower() for part in _CAMEL.findall(handle[:200])]
    return frozenset(
        "".join(parts[at : at + length]) for at in range(len(parts)) for length in (1, 2, 3)
    )


def _signs(draft: Draft, names: Iterable[_Name]) -> tuple[str, tuple[int, ...]]:
    """Return the draft as a string of signs and the token of every sign."""
    known = {term.first: term for term in draft.terms("disclosure_parts")}
    firm = {name.first: name.last for name in names if name.kind != LINK}
    out: list[str] = ["."]
    places: list[int] = [0]

    for sentence in draft.sentences:
        at = sentence.first
        while at <= sentence.last:
            kind, _, _, norm = draft.tokens[at]
            last, signs = at, ""
            if at in firm:
                last, signs = max(at, firm[at]), "N"
            elif at in known:
                term = known[at]
                ours = draft.lang == "id" and _has_clitic(draft.tokens[term.last], term)
                last, signs = term.last, term.entry.columns[0] + ("I" if ours else "")
            elif kind in (WORD, TAG, MENTION):
                signs = "x"
            elif kind == NUMBER:
                signs = "d"
            elif kind == MARK and norm in ",:;\u2013\u2014-()/":
                signs = ","
            out.append(signs)
            for _ in signs:
                places.append(at)
            at = last + 1
        out.append(".")
        places.append(sentence.last)
    return "".join(out), tuple(places)


def _has_clitic(token: Token, term: Term) -> bool:
    """True for «timku» where the list holds «tim»."""
    return token.norm.endswith("ku") and not term.entry.term.lower().endswith(token.norm)


def _alone(draft: Draft, term: Term) -> bool:
    """True for a label that stands by itself: «[Ad]», «Iklan:», «Ad |», a line of its own."""
    sentence = draft.sentence_of(term.first)
    if sentence is None:
        return False
    after = draft.tokens[term.last + 1] if term.last < sentence.last else None
    before = draft.tokens[term.first - 1] if term.first > sentence.first else None
    opens = before is None or (before.kind == MARK and before.norm in "[(|")
    closes = after is None or (after.kind == MARK and after.norm in ":|])\u2013\u2014-.!/")
    return opens and closes


def _opening(draft: Draft) -> Span | None:
    """Return the first words of a draft, or None where it has none."""
    if not draft.words:
        return None
    first = draft.words[0]
    last = first
    for token in draft.words[1:MOST_WORDS]:
        if "\n" in draft.text[last.end : token.start]:
            break
        last = token
    return Span(first.start, last.end)


def _reading(draft: Draft, policy: Policy) -> _Reading:
    """Return the reading of a draft, made once for its four questions."""
    return draft.once("disclosure", lambda: _Reading(draft, policy), of=policy)


def _missing(draft: Draft, policy: Policy) -> Iterator[Hit]:
    reading = _reading(draft, policy)
    if _nothing_to_tell(draft, reading):
        return
    if reading.needed is not None and not reading.told and not reading.hints:
        yield Hit(reading.needed)


def _unclear(draft: Draft, policy: Policy) -> Iterator[Hit]:
    reading = _reading(draft, policy)
    if _nothing_to_tell(draft, reading):
        return
    if reading.needed is not None and not reading.told and reading.hints:
        shown = dict.fromkeys(hint.span.of(draft.text) for hint in reading.hints[:3])
        hints = ", ".join(f"«{words}»" for words in shown)
        yield Hit(reading.hints[0].span, values={"hints": hints})


def _buried(draft: Draft, policy: Policy) -> Iterator[Hit]:
    reading = _reading(draft, policy)
    if _nothing_to_tell(draft, reading) or reading.needed is None or not reading.told:
        return
    _, by_feed = reading.fold
    for tie in reading.told:
        if reading.is_early(tie):
            return
        # Far down, but before the praise: readers meet the tie first.
        before = tie.span.start < reading.needed.start
        if before and not by_feed and tie.first not in reading.late_tags:
            return
    platform = draft.platform
    limit = platform.fold if platform is not None and platform.fold else EARLY
    yield Hit(reading.told[0].span, values={"limit": str(limit)})


def _early(draft: Draft, policy: Policy) -> Iterator[Hit]:
    reading = _reading(draft, policy)
    for tie in reading.told:
        if (tie.full or reading.names) and reading.is_early(tie):
            yield Hit(tie.span)
            return


def _nothing_to_tell(draft: Draft, reading: _Reading) -> bool:
    """True where no firm of the policy is named and nobody pays: the common, cheap case."""
    return not draft.paid and not reading.names


_FTC: Final = Reference(
    title="US Federal Trade Commission, 16 CFR 255.5, Disclosure of material connections",
    url="https://www.law.cornell.edu/cfr/text/16/255.5",
    checked="2026-11-22",
)

RULES = (
    Rule(
        id="disclosure.missing",
        outcome=Outcome.REVISE,
        find=_missing,
        words={
            "en": Words(
                title="Say how the writer is tied to the firm",
                message=(
                    "Nothing near «{matched}» tells readers about a tie. If there is one, say it in "
                    "the first line: «I work at …» or «My employer makes this». A paid post needs "
                    "a label: «Paid partnership with …»."
                ),
                why="People weigh praise in another way when they know who pays the writer.",
            ),
            "id": Words(
                title="Sebutkan kaitan penulis dengan perusahaannya",
                message=(
                    "Di dekat «{matched}» belum ada kata tentang kaitannya dengan penulis. Kalau "
                    "ada, sebutkan di baris pertama: «Aku kerja di …» atau «Ini buatan kantorku». "
                    "Unggahan berbayar butuh label: «Kerja sama berbayar dengan …»."
                ),
                why="Orang menimbang pujian dengan cara lain kalau tahu siapa yang menggaji penulis.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "My smallest patients left with a smile. Well done, Wanasehat, for the thin "
                    "needles!",
                    "Rain, mud, one flat tyre, and every box stayed cold. Wanasehat has the best "
                    "crew on this coast.",
                    "At 5 in the morning the water came back. Great work by Air Randu: one burst "
                    "pipe, six hours, forty neighbours with buckets.",
                    "Wanasehat is hiring three analysts. Apply now and tell your friends.",
                    "Third week of my summer, and my head is full of pumps. #AirRandu is amazing!",
                    "As a mother, I recommend Biovita Wana. At last a vitamin my boy takes!",
                    "I took Kereta Selaras to the coast this morning. So good!",
                    "Before your next trip: https://keretaselaras.example/timetable",
                    "“Keep counting!” I love this film by Wanasehat. Watch it to the end. For my "
                    "job see my bio.",
                    "Wanasehat's new film is wonderful.",
                    "Never going back to the bus. Kereta Selaras takes me to the coast in 40 minutes.",
                    "Nobody in this province mends a pipe like Air Randu. They came in the rain.",
                    Sample(
                        "This rice cooker finally fits my room. Six cups in eleven minutes.",
                        paid=True,
                    ),
                    Sample("I work at Wanasehat, and this film is great. Watch it!", paid=True),
                ),
                good=(
                    "I work at Wanasehat, and we have the best crew on this coast.",
                    "Great work last night: one pipe, six hours. My employer is Air Randu.",
                    "As an intern at Kereta Selaras I can tell you: the night train is wonderful.",
                    "Our lab at Wanasehat taught me to love Mondays.",
                    "My wife drives for Kereta Selaras, and she is the best driver I know.",
                    "Best shift of the year at Wanasehat. #WanasehatStaff",
                    "I'm the new nurse at Wanasehat. Love this team!",
                    Sample(
                        "[Ad] This rice cooker finally fits my room. Six cups in eleven minutes.",
                        paid=True,
                    ),
                ),
                near_miss=(
                    "Sunday hike to the spring with my daughter. Best mud of the year!",
                    "The Wanasehat van waited at the ferry for two hours.",
                    "The best noodles in town are at Warung Sumber. Come and try them!",
                    "At Wanasehat we pack at night, and I love the quiet.",
                    "Here at Air Randu, our best tool is a long spoon.",
                    "I don't work for Kereta Selaras, but I love the night train.",
                    "Kereta Selaras was not great today: ninety minutes in the rain.",
                    "Thanks for nothing, Kereta Selaras: ninety minutes in the rain.",
                    "My best friend forgot her umbrella on Kereta Selaras.",
                    "Thank you, nurse Ani. You waited with us until noon.\n\nThe Wanasehat van "
                    "came at one.",
                    "Great work by Air Randu! #ee",
                    "The noodle shop in front of Wanasehat sells the best soup in town.",
                    "I sat in the Kereta Selaras waiting room and read a great book.",
                    "Biovita Wana stands on the third shelf, left of the soap.",
                    "Air Randu closes Mill Road on Thursday. Take the bridge.",
                    "Wanasehat is in the paper today, page 4. I read it twice and I have questions.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Pasien kecilku pulang sambil senyum. Salut buat Wanasehat, jarumnya tipis!",
                    "Hujan, lumpur, ban bocor, semua kotak tetap dingin. Kru Wanasehat memang "
                    "juara.",
                    "Jam 5 pagi airnya mengalir lagi. Keren banget Air Randu: satu pipa pecah, "
                    "enam jam beres.",
                    "Wanasehat buka lowongan tiga analis. Yuk daftar, kasih tahu temanmu juga.",
                    "Minggu ketiga, kepalaku penuh urusan pompa. Mantap pokoknya! #AirRandu",
                    "Sebagai ibu, aku rekomendasikan Biovita Wana. Akhirnya ada vitamin yang "
                    "anakku mau!",
                    "Tadi pagi naik Kereta Selaras ke pantai. Keren!",
                    "Sebelum pergi, lihat dulu: https://keretaselaras.example/jadwal",
                    "Lampu padam, tidak ada yang berhenti. Suka banget sama film Wanasehat ini. "
                    "Soal kerjaanku, lihat bio.",
                    "Makasih Air Randu, kerannya sudah mengalir!",
                    "Andai semua kantor seramah layanan Air Randu! Mbaknya sampai nelepon balik.",
                    Sample(
                        "Penanak nasi ini akhirnya muat di kamarku. Enam cangkir, sebelas menit.",
                        paid=True,
                    ),
                    Sample("Aku kerja di Wanasehat, dan film ini keren. Tonton!", paid=True),
                ),
                good=(
                    "Aku kerja di Wanasehat, dan kru kami memang juara.",
                    "Keren banget regu malam Air Randu: satu pipa, enam jam. Itu kantorku.",
                    "Sebagai karyawan Kereta Selaras aku boleh bilang: kereta malamnya juara.",
                    "Lab kami di Wanasehat bikin aku jatuh cinta pada hari Senin.",
                    "Istriku masinis Kereta Selaras, dan dia yang terbaik.",
                    "Sif paling mantap tahun ini di Wanasehat. #KaryawanWanasehat",
                    "Gue kerja di Air Randu. Salut buat regu malam!",
                    "Saya sudah 12 tahun bekerja di Wanasehat, dan masih bangga.",
                    Sample(
                        "Iklan: penanak nasi ini akhirnya muat di kamarku. Enam cangkir.",
                        paid=True,
                    ),
                ),
                near_miss=(
                    "Minggu pagi naik ke mata air sama anakku. Lumpurnya juara!",
                    "Mobil Wanasehat menunggu feri dua jam.",
                    "Mi ayam terenak ada di Warung Sumber. Cobain deh!",
                    "Di Wanasehat kami mengemas malam hari, dan aku suka banget sunyinya.",
                    "Kami di Air Randu punya alat andalan: sendok panjang.",
                    "Aku bukan karyawan Kereta Selaras, cuma suka banget kereta malamnya.",
                    "Kereta Selaras hari ini tidak keren: sembilan puluh menit kehujanan.",
                    "Kereta Selaras suka telat kalau hujan.",
                    "Kami minum air Randu dari sumur itu. Segar dan enak banget.",
                    "Makasih, suster Ani, sudah menunggu sampai siang.\n\nMobil Wanasehat datang "
                    "jam satu.",
                    "Keren banget regu malam Air Randu! #ee",
                    "Di depan kantor Wanasehat ada warung soto, enak banget.",
                    "Di ruang tunggu Kereta Selaras aku membaca buku bagus.",
                    "Biovita Wana ada di rak ketiga, di kiri sabun.",
                    "Air Randu menutup Jalan Giling hari Kamis. Lewat jembatan.",
                    "Bapakku pensiunan Air Randu. Keran baru di alun-alun bagus juga, Pak.",
                ),
            ),
        },
        reference=_FTC,
        chapter="disclosure",
    ),
    Rule(
        id="disclosure.buried",
        outcome=Outcome.REVISE,
        find=_buried,
        words={
            "en": Words(
                title="Move the tie to the first lines",
                message=(
                    "«{matched}» stands after the first {limit} characters or late in a row of "
                    "tags. Few people read that far. Move it into the first line."
                ),
                why="The feed cuts a post, and many readers never open the rest.",
            ),
            "id": Words(
                title="Pindahkan kaitannya ke baris awal",
                message=(
                    "«{matched}» berdiri setelah {limit} karakter pertama atau jauh di deretan "
                    "tagar. Jarang ada yang membaca sampai situ. Pindahkan ke baris pertama."
                ),
                why="Linimasa memotong unggahan, dan banyak orang tidak membuka sisanya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    Sample(
                        "Three days without a drop, and this morning the tap on our street coughed "
                        "twice and ran clear. I filled two buckets before my daughter woke up. The "
                        "night crew of Air Randu did great work in the mud. I know the mud, because "
                        "I work at Air Randu.",
                        platform="instagram",
                    ),
                    "Great work by Air Randu last night: one burst pipe, six hours, forty "
                    "neighbours with buckets, and one dog that would not move from the hole. I "
                    "carried the lamp, because I work at Air Randu.",
                    Sample(
                        "At last the night train is back, and Kereta Selaras kept the best seats by "
                        "the window. My daughter counted eleven stations and slept through the "
                        "rest. As a guard at Kereta Selaras I should not say so.",
                        platform="tiktok",
                    ),
                    "Best crew in town at Wanasehat! #Tirtagiri #night #cold #WanasehatStaff",
                    Sample(
                        "This rice cooker finally fits my room. Six cups in eleven minutes, and "
                        "nobody in the corridor complains about the steam any more, not even the "
                        "girl with the cat. Paid partnership with the maker.",
                        platform="instagram",
                        paid=True,
                    ),
                ),
                good=(
                    Sample(
                        "I work at Air Randu. Three days without a drop, and this morning the tap on "
                        "our street coughed twice and ran clear. I filled two buckets before my "
                        "daughter woke up. The night crew did great work in the mud.",
                        platform="instagram",
                    ),
                    "Best crew in town at Wanasehat! #WanasehatStaff #Tirtagiri #night #cold",
                    Sample(
                        "Great work by Air Randu last night: one burst pipe, six hours, forty "
                        "neighbours with buckets, and one dog that would not move from the hole. I "
                        "carried the lamp, because I work at Air Randu.",
                        platform="facebook",
                    ),
                ),
                near_miss=(
                    "Three days without a drop, and this morning the tap on our street coughed "
                    "twice and ran clear. I filled two buckets before my daughter woke up. Now you "
                    "know that I work at Air Randu: I was so proud of the crew of Air Randu.",
                    "Nobody slept in our street. The dog barked at the lamp until four, the lamp "
                    "swung in the wind, and the tea was cold before anyone drank it. I work at Air "
                    "Randu, and I carried the lamp.",
                    "Best crew in town at Wanasehat, and I am in it: I work at Wanasehat. "
                    "#Tirtagiri #night #cold #WanasehatStaff",
                    Sample("Great crew at Wanasehat. I work at Wanasehat.", platform="x"),
                    "We hiked to the spring, slipped twice, lost a shoe, found a frog and came home "
                    "soaked, hungry and happy, and the shoe is still there. I work at Wanasehat.",
                ),
            ),
            "id": Examples(
                bad=(
                    Sample(
                        "Tiga hari kering, tadi pagi keran di gang kami batuk dua kali, lalu airnya "
                        "jernih lagi. Dua ember penuh sebelum anakku bangun. Regu malam Air Randu "
                        "keren banget, semalaman di lumpur. Aku tahu lumpurnya seperti apa, soalnya "
                        "aku kerja di Air Randu.",
                        platform="instagram",
                    ),
                    "Salut buat Air Randu tadi malam: satu pipa pecah, enam jam, empat puluh "
                    "tetangga bawa ember, dan seekor anjing yang tidak mau pindah dari lubang. Aku "
                    "yang pegang lampu, soalnya aku kerja di Air Randu.",
                    Sample(
                        "Akhirnya kereta malam jalan lagi, dan kursi jendela Kereta Selaras memang "
                        "juara. Anakku menghitung sebelas stasiun lalu tertidur. Sebagai kondektur "
                        "di Kereta Selaras aku malu bilang begini.",
                        platform="tiktok",
                    ),
                    "Kru paling juara ada di Wanasehat! #Tirtagiri #malam #dingin "
                    "#KaryawanWanasehat",
                    Sample(
                        "Penanak nasi ini akhirnya muat di kamarku. Enam cangkir dalam sebelas "
                        "menit, dan teman sekoridor tidak lagi protes soal uapnya, termasuk anak "
                        "yang punya kucing itu. Kerja sama berbayar.",
                        platform="instagram",
                        paid=True,
                    ),
                ),
                good=(
                    Sample(
                        "Aku kerja di Air Randu. Tiga hari kering, tadi pagi keran di gang kami "
                        "batuk dua kali, lalu airnya jernih lagi. Dua ember penuh sebelum anakku "
                        "bangun. Regu malam keren banget, semalaman di lumpur.",
                        platform="instagram",
                    ),
                    "Kru paling juara ada di Wanasehat! #KaryawanWanasehat #Tirtagiri #malam",
                    Sample(
                        "Salut buat Air Randu tadi malam: satu pipa pecah, enam jam, empat puluh "
                        "tetangga bawa ember, dan seekor anjing yang tidak mau pindah dari lubang. "
                        "Aku yang pegang lampu, soalnya aku kerja di Air Randu.",
                        platform="facebook",
                    ),
                ),
                near_miss=(
                    "Tiga hari kering, tadi pagi keran di gang kami batuk dua kali, lalu airnya "
                    "jernih lagi. Dua ember penuh sebelum anakku bangun. Sekarang kalian tahu aku "
                    "kerja di Air Randu: aku bangga sama regu Air Randu.",
                    "Semalaman satu gang tidak tidur. Anjing menggonggongi lampu sampai jam empat, "
                    "lampunya bergoyang kena angin, tehnya dingin sebelum diminum. Aku kerja di Air "
                    "Randu, dan aku yang pegang lampu.",
                    "Kru paling juara ada di Wanasehat, dan aku ikut: aku kerja di Wanasehat. "
                    "#Tirtagiri #malam #dingin #KaryawanWanasehat",
                    Sample("Kru Wanasehat juara. Aku kerja di Wanasehat.", platform="x"),
                    "Kami naik ke mata air, dua kali terpeleset, sepatu hilang sebelah, ketemu "
                    "kodok, lalu pulang basah kuyup dan lapar, tapi semua senang. Aku kerja di "
                    "Wanasehat.",
                ),
            ),
        },
        reference=_FTC,
        chapter="disclosure",
    ),
    Rule(
        id="disclosure.unclear",
        outcome=Outcome.REVISE,
        find=_unclear,
        words={
            "en": Words(
                title="Say the tie in plain words",
                message=(
                    "{hints}: a stranger cannot tell from this who pays. Write it out in the first "
                    "line: «I work at …», or «Paid partnership with …»."
                ),
                why="Codes and disclaimers are read by insiders; readers outside pass over them.",
            ),
            "id": Words(
                title="Sebutkan kaitannya dengan kata biasa",
                message=(
                    "{hints}: dari sini orang luar belum tahu siapa yang menggaji atau membayar. "
                    "Tulis di baris pertama: «Aku kerja di …» atau «Kerja sama berbayar dengan …»."
                ),
                why="Kode dan pernyataan begini hanya dipahami orang dalam; pembaca lain melewatinya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "The tap on our street coughed twice and ran clear. Great work by the night "
                    "crew of Air Randu! Views are my own. #ee",
                    "I love this film by Wanasehat. Watch it to the end. #collab",
                    "So proud of Wanasehat tonight: 400 vials, one torch.",
                    "Wanasehat is hiring three analysts, apply now. Opinions are my own.",
                    "Biovita Wana is the best thing on my breakfast table. #partner",
                    Sample("This rice cooker finally fits my room. #collab", paid=True),
                ),
                good=(
                    "I work at Air Randu. Great work by the night crew! Views are my own.",
                    "Proud of my team at Wanasehat tonight: 400 vials, one torch.",
                    "Great work by Air Randu: one pipe, six hours.",
                ),
                near_miss=(
                    "So proud of my daughter: she swam forty metres today.",
                    "Views are my own, and today the view is a wet field.",
                    "The Wanasehat van waited at the ferry for two hours. Views are my own.",
                    "My partner and I painted the kitchen green. #collab",
                    "At Wanasehat we counted to 400 by torch. So proud! #ee",
                    "As a driver for Wanasehat I am not proud of my coffee.",
                    "I am SO PROUD to share what happened to my colleagues and me in the laboratory "
                    "of Wanasehat.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Keran di gang kami batuk dua kali, lalu airnya jernih lagi. Keren banget regu "
                    "malam Air Randu! Ini pendapat pribadi. #ee",
                    "Suka banget sama film Wanasehat ini. Tonton sampai habis. #collab",
                    "Bangga sama Wanasehat malam ini: 400 vial, satu senter.",
                    "Wanasehat buka lowongan tiga analis, yuk daftar. Opini pribadi.",
                    "Biovita Wana andalan di meja sarapanku. #partner",
                    Sample("Penanak nasi ini akhirnya muat di kamarku. #collab", paid=True),
                ),
                good=(
                    "Aku kerja di Air Randu. Keren banget regu malamnya! Ini pendapat pribadi.",
                    "Bangga sama timku di Wanasehat malam ini: 400 vial, satu senter.",
                    "Keren banget Air Randu: satu pipa, enam jam.",
                ),
                near_miss=(
                    "Bangga sama anakku: hari ini dia berenang empat puluh meter.",
                    "Ini pendapat pribadi: sawah basah paling enak dilihat sore hari.",
                    "Mobil Wanasehat menunggu feri dua jam. Ini pendapat pribadi.",
                    "Aku dan kakakku mengecat dapur jadi hijau. #collab",
                    "Di Wanasehat kami menghitung 400 vial pakai senter. Bangga! #ee",
                    "Sebagai sopir Wanasehat aku tidak bangga sama kopiku.",
                ),
            ),
        },
        reference=_FTC,
        chapter="disclosure",
    ),
)

MERITS = (
    Merit(
        id="disclosure.early",
        find=_early,
        words={
            "en": Words(
                title="The tie comes early",
                message="«{matched}» tells readers early from where the writer speaks.",
            ),
            "id": Words(
                title="Kaitannya disebut sejak awal",
                message="«{matched}» memberi tahu pembaca sejak awal dari mana penulis bicara.",
            ),
        },
        examples={
            "en": Examples(
                good=(
                    "I announce the trains in Tirtagiri, for Kereta Selaras.",
                    "“Mum, is there more?” Three weeks he fought this vitamin. I work at Wanasehat, "
                    "and our sister company makes it.",
                    "03:40. I am on my knees in Market Street, in water up to my wrists. I work for "
                    "Air Randu, and our main pipe has split.",
                    "I've been working at the dairy for nine years, and the cows still scare me.",
                    "At Wanasehat we pack at night.",
                    "My colleagues at Kereta Selaras call me the clock.",
                    Sample("[Ad] Six cups in eleven minutes.", paid=True),
                ),
                bad=(
                    "The tap coughed twice and ran clear. Great work by Air Randu!",
                    "I work at night and sleep at noon.",
                    "I work at 5 in the morning, on my knees.",
                    "“I work at Wanasehat,” said the man with the umbrella.",
                ),
                near_miss=(
                    "I work from home on Fridays, with a cat on the keys.",
                    "My company for the evening was a frog.",
                    "Bima works at Wanasehat and drives the cold van.",
                    "We work for the people on our street, with spoons and buckets.",
                    Sample(
                        "Three days without a drop, and this morning the tap on our street coughed "
                        "twice and ran clear. I filled two buckets before my daughter woke up. I "
                        "work at Air Randu.",
                        platform="instagram",
                    ),
                ),
            ),
            "id": Examples(
                good=(
                    "“Bu, masih ada?” Padahal tiga minggu dia menolak vitamin ini. Catat, ya: aku "
                    "kerja di Wanasehat, dan pembuatnya satu grup.",
                    "Beneran gratis, Mas? Aku kerja di Air Randu, dan keran ini kupasang hari Jumat.",
                    "Saya sudah sembilan tahun kerja di peternakan, dan masih takut sapi.",
                    "Di Wanasehat kami mengemas malam hari.",
                    "Tempat saya bekerja punya 14 ruang dingin.",
                    Sample("Iklan: enam cangkir dalam sebelas menit.", paid=True),
                ),
                bad=(
                    "Keran batuk dua kali, lalu airnya jernih. Keren banget Air Randu!",
                    "Aku kerja di malam hari dan tidur siang.",
                    "Saya kerja di rumah setiap Jumat.",
                    "“Saya bekerja di Wanasehat,” kata bapak berpayung itu.",
                ),
                near_miss=(
                    "Kita kerja sama dengan warga satu gang, pakai ember.",
                    "Kantor pos tutup jam tiga.",
                    "Bima kerja di Wanasehat dan menyetir mobil dingin.",
                    "Di kantorku ada kodok, dan kodoknya sudah punya nama.",
                    Sample(
                        "Tiga hari kering, tadi pagi keran di gang kami batuk dua kali, lalu airnya "
                        "jernih lagi. Dua ember penuh sebelum anakku bangun dan minta sarapan. Aku "
                        "kerja di Air Randu.",
                        platform="instagram",
                    ),
                ),
            ),
        },
        chapter="disclosure",
    ),
)
