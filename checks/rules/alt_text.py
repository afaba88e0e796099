"""The description of a picture (alt text), for readers who do not see it.

``Draft.alt_text`` is None where there is no picture and empty where nothing describes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Sample, Words
from ..tokens import EMOJI_PATTERN

SHORTEST: Final = 10
"""Characters below which a description says too little."""

LONGEST: Final = 250
"""Characters above which it keeps readers waiting: a house rule; platforms take 1,000 and more."""

SHOWN: Final = 60
"""Characters of the description that the message repeats."""

_FILE: Final = re.compile(
    r"\.(?:jpe?g|png|gif|webp|heic|bmp|tiff?|svg|mp4|mov|pdf)$"
    r"|^(?:img|dsc|dscn|dcim|pxl|mvimg|screenshot|screen shot|photo|image|foto|gambar|picture|pic|file|"
    r"whatsapp image|tangkapan layar|untitled|download|unduhan|export)"
    r"(?:[\s\d()_.:-]|at|pada|pukul|am|pm|wa|copy|edit)*$",
    re.IGNORECASE,
)
_OF: Final = re.compile(
    r"(?:this is |here is |ini |ini adalah |berikut )?(?:an? |the |our |sebuah |seorang |satu )?"
    r"(?:(?:alt|alternative) text[: ]|"
    r"(?:image|picture|photo|photograph|pic|graphic|snapshot) (?:of|showing|shows|that shows|with)\b|"
    r"(?:gambar|foto|potret)(?:nya)?"
    r"(?! (?:lama|udara|satelit|rontgen|kuno|lawas|hitam|mikroskop|keluarga|wisuda|tahun)\b)\b)",
    re.IGNORECASE,
)
_TAGS: Final = re.compile(r"(?:[#@]\w+[\s,.]*)+")
_LINK: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PICTURES: Final = re.compile(f"(?:{EMOJI_PATTERN}|[\\s\ufe0f\u200d]){{1,250}}")
_NOTHING: Final = frozenset(
    (
        "none|no alt text|alt text|alt|image|picture|photo|description|image description|n/a|na|-|--|tba|"
        "decorative image|no description|tidak ada|kosong|deskripsi|deskripsi gambar|"
        "teks alternatif|teks alt|gambar|foto|takarir|caption|lihat gambar|lihat foto|see image|see picture"
    ).split("|")
)


def _first(draft: Draft) -> Span | None:
    """Return where the finding is shown: the first sentence, or the first token."""
    sentence = next((each for each in draft.sentences if each.words), None)
    if sentence is not None:
        return sentence.span
    return draft.tokens[0].span if draft.tokens else None


def _missing(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if draft.alt_text is None or draft.alt_text.strip():
        return
    span = _first(draft)
    if span is not None:
        yield Hit(span)


def is_weak(alt: str) -> bool:
    """True for a description that describes nothing, or says too little or too much."""
    if not SHORTEST <= len(alt) <= LONGEST:
        return True
    words = alt.lower().rstrip(".!:")
    return (
        words in _NOTHING
        or _FILE.search(alt) is not None
        or _OF.match(alt) is not None
        or _TAGS.fullmatch(alt) is not None
        or _LINK.fullmatch(alt) is not None
        or _PICTURES.fullmatch(alt) is not None
    )


def _weak(draft: Draft, policy: Policy) -> Iterator[Hit]:
    alt = (draft.alt_text or "").strip()
    if not alt or not is_weak(alt):
        return
    span = _first(draft)
    if span is not None:
        shown = alt if len(alt) <= SHOWN else alt[: SHOWN - 1].rstrip() + "…"
        values = {
            "alt": shown,
            "count": str(len(alt)),
            "least": str(SHORTEST),
            "most": str(LONGEST),
        }
        yield Hit(span, None, values)


_ACCESS = Reference(
    title="W3C, An alt Decision Tree",
    url="https://www.w3.org/WAI/tutorials/images/decision-tree/",
    checked="2026-11-22",
)
_EN = "The dented box stood on the quay at four. Nobody had slept."
_ID = "Kotak penyok itu berdiri di dermaga jam empat. Tidak ada yang tidur."
_GOOD_EN = "Bima kneels on a wet quay and reads the display of a white cool box: 4.8 °C."
_GOOD_ID = "Bima berlutut di dermaga basah, membaca layar kotak pendingin putih: 4,8 °C."


def _en(alt: str | None) -> Sample:
    return Sample(_EN, alt_text=alt)


def _id(alt: str | None) -> Sample:
    return Sample(_ID, alt_text=alt)


RULES = (
    Rule(
        id="alt_text.missing",
        outcome=Outcome.REVISE,
        find=_missing,
        words={
            "en": Words(
                title="Describe the picture",
                message="The picture of this post has no description. Say in one sentence what can be seen and why it is there.",
                why="Readers who do not see the picture hear «image» and nothing more.",
            ),
            "id": Words(
                title="Beri keterangan gambarnya",
                message="Gambar di unggahan ini belum punya keterangan. Tulis satu kalimat: apa yang terlihat dan kenapa ada di sini.",
                why="Pembaca yang tidak melihat gambarnya cuma mendengar kata «gambar».",
            ),
        },
        examples={
            "en": Examples(
                bad=(_en(""), _en("   "), Sample("🚂 06:40", alt_text="")),
                good=(_en(_GOOD_EN), _en(None)),
                near_miss=(_en("A dented white box."), _en("Box no. 12"), _EN, _en("IMG_1.jpg")),
            ),
            "id": Examples(
                bad=(_id(""), _id("   "), Sample("🚂 06.40", alt_text="")),
                good=(_id(_GOOD_ID), _id(None)),
                near_miss=(_id("Kotak putih penyok."), _id("Kotak no. 12"), _ID, _id("IMG_1.jpg")),
            ),
        },
        reference=_ACCESS,
        chapter="platforms",
    ),
    Rule(
        id="alt_text.weak",
        outcome=Outcome.REVISE,
        find=_weak,
        words={
            "en": Words(
                title="Say what can be seen in the picture",
                message="The description of the picture reads «{alt}» ({count} characters). Say what can be seen and why it matters, in {least} to {most} characters, without «image of».",
                why="A file name, a tag or one word shows nothing to readers who listen to the post.",
            ),
            "id": Words(
                title="Sebutkan apa yang terlihat di gambar",
                message="Keterangan gambarnya berbunyi «{alt}» ({count} karakter). Tulis apa yang terlihat dan kenapa penting, {least} sampai {most} karakter, tanpa kata «gambar».",
                why="Nama berkas, tagar, atau satu kata tidak memperlihatkan apa-apa bagi pembaca yang mendengarkan.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    _en("IMG_20261104_0412.jpg"),
                    _en("image of a box"),
                    _en("A photo of Bima on the quay with a box"),
                    _en("#coldchain #vaccines #tirtagiri"),
                    _en("box"),
                    _en("The quay is wet. " * 20),
                    _en("Screenshot 2026-11-04 at 04.12.33"),
                ),
                good=(_en(_GOOD_EN), _en(None), _en("")),
                near_miss=(
                    _en("Screenshot of the timetable: the 06:40 now leaves from platform 2."),
                    _en("Photographer Sari waits in the rain for the blue train."),
                    _en("Old picture frames lean on the wall of the depot."),
                    _en("Handwritten card with #12 and a drawing of a goat."),
                    _en("Imaging room with two scanners, both switched off."),
                    _en("Black-and-white photo: a pump house in 1974."),
                ),
            ),
            "id": Examples(
                bad=(
                    _id("IMG-20261104-WA0007.jpg"),
                    _id("Gambar kotak di dermaga"),
                    _id("Foto seorang sopir dengan kotak"),
                    _id("#rantaidingin #vaksin #tirtagiri"),
                    _id("kotak"),
                    _id("Dermaganya basah. " * 20),
                    _id("WhatsApp Image 2026-11-04 at 04.12.33"),
                ),
                good=(_id(_GOOD_ID), _id(None), _id("")),
                near_miss=(
                    _id("Tangkapan layar jadwal: KA Selaras 7 kini dari peron 2."),
                    _id("Fotografer Sari menunggu kereta biru dalam hujan."),
                    _id("Papan kayu bergambar kambing di gerbang depo."),
                    _id("Kartu tulisan tangan bernomor #12 dan coretan kambing."),
                    _id("Foto lama rumah pompa pada 1974, dua lelaki memegang engkol."),
                    _id("Bingkai foto kosong tergantung di ruang tunggu."),
                ),
            ),
        },
        reference=_ACCESS,
        chapter="platforms",
    ),
)
