"""Links: campaign tags that nobody can count with, and shorteners that hide where a link leads.

Campaign tags are the ``utm_…`` pairs behind the question mark of an address. A link without any
is fine; a link with some needs source, medium and campaign, in small letters, without a person.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple
from urllib.parse import unquote

from ..draft import CAP, Draft, negators
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Sample, Words
from ..syllables.english import looked_up
from ..wordlists import LANGUAGES, entries

NEEDED: Final = ("utm_source", "utm_medium", "utm_campaign")
KNOWN: Final = frozenset(
    (
        *NEEDED,
        *("utm_term", "utm_content", "utm_id", "utm_source_platform", "utm_creative_format"),
        "utm_marketing_tactic",
    )
)
"""Campaign tags that counting tools read: Google Analytics help, answer 10917952, 2026-11-22."""

SHORTENERS: Final = (
    "adf.ly amzn.to bit.do bit.ly bitly.com bitly.ws bl.ink buff.ly clck.ru cutt.ly dlvr.it dub.sh "
    "fb.me gg.gg goo.gl hubs.ly ift.tt intip.in is.gd j.mp lnkd.in ow.ly qr.ae rb.gy rebrand.ly "
    "rebrandly.com s.id shope.ee short.gy short.io shorte.st shorten.at shorturl.asia shorturl.at "
    "snip.ly soo.gd spoti.fi surl.li t.co t.ly t2m.io tiny.cc tiny.one tinyurl.com tny.im trib.al "
    "u.to urlz.fr v.gd x.gd"
).split()
"""Services whose addresses do not tell the target. Not here: those of one known site, as youtu.be,
wa.me or forms.gle, and pages of links."""

_SHORT: Final = re.compile(
    r"(?<![\w@.\-])(?:https?://)?(?:www\.)?(?:"
    + "|".join(re.escape(name) for name in SHORTENERS)
    + r")/(?!maps/)[^\s<>\"\u201c\u201d]+",
    re.IGNORECASE,
)
_PIECE: Final = re.compile(r"[^\s<>\"\u201c\u201d]+")
_ENDS: Final = ".,;:!?)]}'\u2019\u2026*"
_ESCAPE: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.\w+")
_PHONE: Final = re.compile(r"\+?\d(?:[ .\-]?\d){8,}")
_TO_TAP: Final = frozenset(
    (
        "tap click open use trust follow visit klik buka pencet ketuk sentuh pakai percaya ikuti"
    ).split()
)
_PARTS: Final = re.compile(r"[^\W\d_]+")


class _Tag(NamedTuple):
    """A pair of an address: its key, its value as written, and where they stand in the text."""

    key: str
    value: str
    span: Span
    value_span: Span


class _Address(NamedTuple):
    span: Span
    tags: tuple[_Tag, ...]


def _trimmed(text: str, start: int, end: int) -> int:
    """Return the end of an address without the marks that close the sentence."""
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    return end


def _addresses(text: str) -> Iterator[_Address]:
    """Yield the addresses that carry a campaign tag."""
    for piece in _PIECE.finditer(text, 0, CAP):
        written = piece.group()
        if "utm_" not in written.lower() or "?" not in written:
            continue
        end = _trimmed(text, *piece.span())
        start = piece.start()
        while start < end and text[start] in "([{'\u2018*":
            start += 1
        at = text.index("?", start) + 1
        stop = text.find("#", at, end)
        tags = []
        for pair in text[at : stop if stop >= 0 else end].split("&"):
            key, _, value = pair.partition("=")
            name = key.lower().removeprefix("amp;")
            if name.startswith("utm_"):
                first = at + len(key) + 1
                span = Span(at, at + len(pair))
                tags.append(_Tag(name, value, span, Span(min(first, span.end), span.end)))
            at += len(pair) + 1
        if tags:
            yield _Address(Span(start, end), tuple(tags))


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """Return given names that are nothing else, and those that are also words."""
    names = [entry for lang in LANGUAGES for entry in entries(lang, "health_data_names")]
    unsure = frozenset(entry.term.lower() for entry in names if "caps" in entry.columns)
    return frozenset(entry.term.lower() for entry in names) - unsure, unsure


@cache
def _words() -> frozenset[str]:
    return frozenset(entry.term for entry in entries("id", "vocabulary"))


def _is_personal(value: str) -> bool:
    """True where a value holds a mail address, a telephone number or the name of a person."""
    plain = unquote(value).replace("+", " ")
    if _MAIL.search(plain) or _PHONE.search(plain):
        return True
    parts = [part.lower() for part in _PARTS.findall(plain)]
    sure, unsure = _names()
    if any(part in sure for part in parts):
        return True
    # «sari-kusumastuti»: a name that is also a word, and behind it no word of either language.
    return any(
        first in unsure and len(second) > 3 and second not in _words() and looked_up(second) is None
        for first, second in pairwise(parts)
    )


def _tags(draft: Draft, policy: Policy) -> Iterator[Hit]:
    text = draft.text
    if "utm_" not in text and "UTM_" not in text.upper():
        return
    in_use = {name.lower() for name in policy.campaign_tags}
    for address in _addresses(text):
        keys = {tag.key for tag in address.tags if tag.value}
        missing = [key for key in NEEDED if key not in keys]
        if missing:
            yield Hit(address.span, None, {"what": ", ".join(missing)})
        for tag in address.tags:
            if not tag.value:
                continue
            letters = _ESCAPE.sub("", tag.span.of(text))
            if tag.key not in KNOWN:
                yield Hit(tag.span, None, {"what": tag.key})
            elif _is_personal(tag.value):
                yield Hit(tag.value_span, None, {"what": tag.key})
            elif tag.key == "utm_campaign" and in_use and tag.value.lower() not in in_use:
                yield Hit(tag.value_span, None, {"what": tag.key})
            elif letters != letters.lower():
                yield Hit(tag.span, tag.span.of(text).lower(), {"what": tag.key})


def _hidden(draft: Draft, policy: Policy) -> Iterator[Hit]:
    text = draft.text[:CAP]
    if "/" not in text or "." not in text:
        return
    for found in _SHORT.finditer(text):
        span = Span(found.start(), _trimmed(text, *found.span()))
        if span.of(text)[-1] != "/" and not draft.in_quote(span) and not _warns(draft, span):
            yield Hit(span)


def _warns(draft: Draft, span: Span) -> bool:
    """True for «do not tap bit.ly/…»."""
    token = bisect_right(draft.tokens, span.start, key=lambda token: token.start) - 1
    before = {word.norm for word in draft.before(max(0, token), 3)}
    return bool(before & _TO_TAP) and bool(before & negators(draft.lang))


_IN_USE: Final = Policy(campaign_tags=("openday-kapuk", "cerita_juni"))
_LINK: Final = "https://airrandu.example/open?"

RULES = (
    Rule(
        id="links.tags",
        outcome=Outcome.INFO,
        find=_tags,
        words={
            "en": Words(
                title="Mend the campaign tags of the link",
                message=(
                    "Look at {what} in «{matched}». A tagged link has utm_source, utm_medium and "
                    "utm_campaign, in small letters, with a campaign in use and no person's name."
                ),
                why="Wrong tags split the count, and a name in a link tells who was watched.",
            ),
            "id": Words(
                title="Benahi tanda kampanye di tautan",
                message=(
                    "Lihat {what} di «{matched}». Tautan bertanda butuh utm_source, utm_medium, dan "
                    "utm_campaign, huruf kecil, kampanyenya terdaftar, tanpa nama orang."
                ),
                why="Tanda yang salah membuat hitungan terpecah, dan nama orang ikut tercatat.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    f"Open day! {_LINK}utm_source=Facebook&utm_medium=social&utm_campaign=openday",
                    f"My story is out: {_LINK}utm_source=x&utm_medium=social",
                    f"Apply here: {_LINK}utm_source=x&utm_medium=post&utm_campaign=jobs&utm_content=ratih",
                    f"See ({_LINK}utm_source=mail&utm_medium=ratih@wanasehat.example&utm_campaign=jobs).",
                    Sample(
                        f"Map: {_LINK}utm_source=x&utm_medium=post&utm_campaign=autumn",
                        policy=_IN_USE,
                    ),
                    "airrandu.example/jobs?utm_sorce=x&utm_medium=post&utm_campaign=jobs",
                ),
                good=(
                    f"Open day: {_LINK}utm_source=facebook&utm_medium=social&utm_campaign=openday-kapuk.",
                    "Open day: airrandu.example/openday",
                ),
                near_miss=(
                    "Figures: https://airrandu.example/zone6?year=2026&Month=May",
                    f"{_LINK}utm_source=x&utm_medium=post&utm_campaign=open%20Day%2Fkapuk".replace(
                        "Day", "day"
                    ),
                    "In class we learned what utm_source and utm_medium mean.",
                    Sample(
                        f"Map: {_LINK}utm_source=x&utm_medium=post&utm_campaign=openday-kapuk",
                        policy=_IN_USE,
                    ),
                    f"Two links: {_LINK}id=4 and airrandu.example/map#Kapuk",
                ),
            ),
            "id": Examples(
                bad=(
                    f"Pintu terbuka! {_LINK}utm_source=Facebook&utm_medium=social&utm_campaign=buka",
                    f"Ceritaku tayang: {_LINK}utm_source=x&utm_medium=social",
                    f"Daftar: {_LINK}utm_source=x&utm_medium=post&utm_campaign=loker&utm_content=intan_larasati",
                    f"Lihat ({_LINK}utm_source=wa&utm_medium=0812-3456-7890&utm_campaign=loker).",
                    Sample(
                        f"Peta: {_LINK}utm_source=x&utm_medium=post&utm_campaign=cerita_mei",
                        policy=_IN_USE,
                    ),
                ),
                good=(
                    f"Pintu terbuka: {_LINK}utm_source=facebook&utm_medium=social&utm_campaign=buka.",
                    "Pintu terbuka: airrandu.example/buka",
                ),
                near_miss=(
                    "Angkanya: https://airrandu.example/zona6?tahun=2026&Bulan=Mei",
                    "Di kelas kami belajar arti utm_source dan utm_medium.",
                    Sample(
                        f"Baca: {_LINK}utm_source=x&utm_medium=post&utm_campaign=cerita_juni",
                        policy=_IN_USE,
                    ),
                    f"Dua tautan: {_LINK}id=4 dan airrandu.example/peta#Kapuk",
                ),
            ),
        },
        reference=Reference(
            title="Google Analytics help, Collect campaign data with custom URLs",
            url="https://support.google.com/analytics/answer/10917952",
            checked="2026-11-22",
        ),
        chapter="trainers/measure",
    ),
    Rule(
        id="links.hidden",
        outcome=Outcome.INFO,
        find=_hidden,
        words={
            "en": Words(
                title="Show where the link leads",
                message="«{matched}» hides its target. Use the full address, or name the page.",
                why="Careful readers do not tap what they cannot see, and fake links look the same.",
            ),
            "id": Words(
                title="Perlihatkan ke mana tautannya",
                message="«{matched}» menyembunyikan tujuannya. Pakai alamat lengkap atau sebut lamannya.",
                why="Orang yang hati-hati tidak mengetuk yang tak terlihat, dan tautan palsu sama bentuknya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "The timetable is at bit.ly/4kXq2Zr, have a look.",
                    "Detour: https://tinyurl.com/y8kbogan7",
                    "Sign up (s.id/kapuk-open) before noon.",
                    "Map of the pumps https://t.co/AbC123?s=20.",
                ),
                good=(
                    "The timetable is at keretaselaras.example/timetable, have a look.",
                    "Detour: https://airrandu.example/detour",
                ),
                near_miss=(
                    "The film is at https://youtu.be/abc123",
                    "Address: https://maps.app.goo.gl/abc123",
                    "We stopped using bit.ly last year.",
                    "Do not tap bit.ly/free-bonus, it is not ours.",
                    "Kamus.id/abc is a dictionary.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Jadwalnya di bit.ly/4kXq2Zr, cek ya.",
                    "Jalan memutar: https://tinyurl.com/y8kbogan7",
                    "Daftar (s.id/buka-kapuk) sebelum jam dua belas.",
                ),
                good=(
                    "Jadwalnya di keretaselaras.example/jadwal, cek ya.",
                    "Jalan memutar: https://airrandu.example/memutar",
                ),
                near_miss=(
                    "Filmnya di https://youtu.be/abc123",
                    "Alamat: https://maps.app.goo.gl/abc123",
                    "Kami sudah tidak pakai s.id sejak tahun lalu.",
                    "Jangan klik bit.ly/bonus-gratis, itu bukan dari kami.",
                    "Kamus.id/abc itu kamus.",
                ),
            ),
        },
        reference=Reference(
            title="House rule of this course: readers see where a link leads before they tap it",
            checked="2026-11-22",
        ),
        chapter="platforms",
    ),
)
