"""Other people's work: «credit to owner», «source: Google», taken without asking, song lyrics.

How it reads. Words of the list ``borrowed_parts`` become one sign each; clues over them are worth
points. A disclaimer counts alone; a picture counts with a place that names no maker; taking counts
with not having asked. A permission, a licence, an own picture or a short quotation take points
away.

What it cannot know: whether the owner agreed, and what a licence allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..findings import Hit, Outcome, Reference
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..signs import clues, has, read, weigh

ENOUGH: Final = 3
"""Points from which a work seems to be borrowed without a yes."""

_CLUES: Final = clues(
    (5, r"O"),
    (4, r"S[:x,]{0,3}G"),
    (3, r"I~6[FK]~4G|I~3G|G~6I"),
    (3, r"K~5G"),
    (4, r"M"),
    (3, r"z~3y|y~1z"),
    (3, r"r"),
    (3, r"r & [IKGe]"),
    (3, r"I~8k|k~3[FIG]"),
    (2, r"[IK] & A & [GeKb]"),
    (2, r"[KG] & c"),
    (2, r"[Ik]~3e|e~3I"),
    (2, r"K~6e|e~6K"),
    (2, r"D~6I|I~3D"),
    (2, r"D~6I & [qK]"),
    (2, r"[bI] & q"),
    (4, r"W~4u"),
    (2, r"z~3y & [IK]"),
    (3, r"I~6m|m~8I|m~6G"),
    (3, r"K & A"),
    (2, r"A & I"),
    (2, r"W~8W|I~8W|W~8I"),
    (4, r"W & K"),
    (5, r"S~8y"),
    (5, r"c~8u|u~4c"),
    (4, r"K~12b|b~12K"),
    (4, r"Y~14:|Y[^Y.]{8,60}Y"),
    (2, r"B"),
    (2, r"B & [GIK]"),
    (1, r"F~1G"),
    (1, r"y~4N"),
    (1, r"G"),
    (1, r"K"),
)
_QUIET: Final = clues((-5, r"p|o(?!~4[FK]~3G)"), (-3, r"p.*p"), (-5, r"t"), (-2, r"n"))


def _work(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if not has(draft, "borrowed_parts", "OGAMmYBWzKcSrkbDq"):
        return
    signs = read(draft, policy, "borrowed_parts")
    found = weigh(signs, _CLUES)
    if found.span is not None and found.points + weigh(signs, _QUIET).points >= ENOUGH:
        yield Hit(found.span)


RULES = (
    Rule(
        id="borrowed.work",
        outcome=Outcome.REVISE,
        find=_work,
        words={
            "en": Words(
                title="Name the maker, or use your own picture",
                message=(
                    "«{matched}» names nobody who allowed this. Ask the maker and name them, or "
                    "use your own picture or words."
                ),
                why="A search engine owns no picture, and a credit does not stand in for a yes.",
            ),
            "id": Words(
                title="Sebut pembuatnya, atau pakai foto sendiri",
                message=(
                    "«{matched}» tidak menyebut siapa yang mengizinkan. Minta izin dan sebut nama "
                    "pembuatnya, atau pakai foto dan kata-katamu sendiri."
                ),
                why="Mesin pencari bukan pemilik foto, dan menulis kredit belum sama dengan izin.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Sunrise over the harbour. Source: Google",
                    "What a shot of the bridge! Credit to owner.",
                    "I took this picture from Pinterest, hope nobody minds.",
                    "Not my photo, but this is how the night shift feels.",
                    "Took the quiz questions from another company's training and put our name on it.",
                    "The whole paid article as a PDF, so you can save yourselves the subscription.",
                ),
                good=(
                    "Sunrise over the harbour. Photo: Bima, with his permission.",
                    "I drew the pump myself, with a pen that leaked.",
                ),
                near_miss=(
                    "“Credit to owner” is not a permission, I learned today.",
                    "Google Maps sent our van to the wrong pier.",
                    "My own photo, 3 a.m., cold fingers.",
                    "The source of the river is behind our pump house.",
                    "Her smile stole my heart at the vaccine counter.",
                    "Photo by Sari. I asked her, and she said yes.",
                    "Whoever made this up should be ashamed.",
                    "I asked the photographer three times. The answer was no, so you see my own picture.",
                    "Found this wallet at the station. If it's yours, come to the desk.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Matahari terbit di pelabuhan. Sumber: Google",
                    "Jembatannya cakep banget! Credit to owner.",
                    "Fotonya comot dari Pinterest, semoga yang punya nggak marah.",
                    "Bukan foto saya, tapi begini rasanya sif malam.",
                    "Ilustrasinya gue comot dari portofolio orang, watermark-nya tinggal dihapus.",
                    "Isinya saya salin dari buku panduan, sampulnya saya ganti dengan logo kita.",
                ),
                good=(
                    "Matahari terbit di pelabuhan. Foto: Bima, dengan izin.",
                    "Pompa ini kugambar sendiri, pulpennya bocor.",
                ),
                near_miss=(
                    "“Credit to owner” itu bukan izin, baru tahu aku hari ini.",
                    "Google Maps mengirim mobil kami ke dermaga yang salah.",
                    "Foto sendiri, jam 3 pagi, jari beku.",
                    "Sumber airnya ada di belakang rumah pompa kami.",
                    "Internet mati, jadi laporan kutulis tangan.",
                    "Foto oleh Sari. Sudah kutanya, katanya boleh.",
                    "Musiknya bebas royalti, dari pustaka yang dibayar kantor.",
                    "Ada yang memakai foto jembatanku tanpa izin. Kusurati, mereka minta maaf.",
                ),
            ),
        },
        reference=Reference(
            title="Indonesia, Law 28/2014 on copyright, Articles 40 and 44",
            checked="2026-11-22",
        ),
        chapter="secrets",
    ),
)
