"""Crisis topics: an incident of the company while its light is amber or red.

How it reads. The rule sleeps while the status is green. Else words of the list ``crisis_parts``
become one sign each; clues over them are worth points: the incident, those who come then (police,
ambulance, reporters), and the way in which people write about it. Drills, the past, stories, the
own kitchen and posts that leave it to the official word lose points. Whether the post is cheerful
does not matter.

What it cannot know: which incident is meant, and what the family already knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..findings import Hit, Outcome, Reference
from ..policy import Policy
from ..rule import Examples, Rule, Sample, Words
from ..signs import clues, has, read, weigh

ENOUGH: Final = 3
"""Points from which a post touches the incident."""

_CLUES: Final = clues(
    (4, r"S"),
    (2, r"Q"),
    (1, r"Q.*Q"),
    (1, r"q"),
    (1, r"q.*q"),
    (3, r"J"),
    (2, r"H"),
    (1, r"H.*H"),
    (1, r"[WC]~8[QJ]|[QJ]~8[WC]"),
    (3, r"m~12g|g~12m"),
    (2, r"m"),
    (1, r"[Hm] & q"),
    (1, r"m & [WHQ]"),
)
_QUIET: Final = clues(
    (-5, r"r"), (-5, r"[h0]"), (-5, r"o"), (-3, r"o.*o"), (-6, r"p"), (-6, r"u~12[/l]|[/l]~8u")
)


def _topic(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if draft.status == "green" or not has(draft, "crisis_parts", "SQqJHm"):
        return
    signs = read(draft, policy, "crisis_parts", quotes=True)
    found = weigh(signs, _CLUES)
    if found.span is not None and found.points + weigh(signs, _QUIET).points >= ENOUGH:
        yield Hit(found.span)


def _amber(text: str) -> Sample:
    return Sample(text, status="amber")


def _red(text: str) -> Sample:
    return Sample(text, status="red")


RULES = (
    Rule(
        id="crisis.topic",
        outcome=Outcome.ASK,
        find=_topic,
        words={
            "en": Words(
                title="Wait and ask before you post about the incident",
                message=(
                    "The light is not green, and «{matched}» touches what happened. Share only "
                    "the official word, with no cause, blame, name or number of your own."
                ),
                why="Families must not learn it from a feed, and early guesses are often wrong.",
            ),
            "id": Words(
                title="Tunggu dan tanya dulu sebelum menulis soal kejadian",
                message=(
                    "Lampunya sedang tidak hijau, dan «{matched}» menyinggung kejadian itu. Cukup "
                    "bagikan pernyataan resmi, tanpa sebab, tudingan, nama, atau angka sendiri."
                ),
                why="Keluarga jangan sampai tahu dari linimasa, dan dugaan awal sering keliru.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    _red("The explosion shook our windows. I saw two stretchers."),
                    _amber("Police at the gate this morning, nobody tells us why."),
                    _red("Everyone at the plant knew the valve would leak."),
                    _amber("Proud of the strikers outside hall two!"),
                    _red("My thoughts are with the families of the victims."),
                    _red("Nine children, all with the same rash, all from our batch."),
                    _amber(
                        "The ministry has stopped line 2 and taken the papers along. We did nothing wrong."
                    ),
                ),
                good=(
                    _red("The ferry was full of umbrellas this morning."),
                    _amber("I packed forty boxes and drank cold tea."),
                    _red("Our cook made soup with ginger."),
                ),
                near_miss=(
                    "The explosion shook our windows. I saw two stretchers.",
                    _amber("Fire drill at ten: we were out in four minutes."),
                    _red("My grandfather was a firefighter in 1962."),
                    _red("Nothing fires me up like a good soup."),
                    _amber("The film about the train crash is on tonight."),
                    _red("We strike a balance between tea and coffee."),
                    _amber("A victim of fashion: I bought boots two sizes too small."),
                    _red("Our official statement on the fire is here: wanasehat.example/news"),
                    _red(
                        "What Wanasehat says about the fire today: https://wanasehat.example/news"
                    ),
                    _amber("Victim of the week: my lunch. It exploded, rice everywhere."),
                    _red("Strike three: third parking ticket this month."),
                ),
            ),
            "id": Examples(
                bad=(
                    _red("Ledakannya sampai menggetarkan jendela kami. Ada dua tandu."),
                    _amber("Tadi pagi ada polisi di gerbang, tapi kami tidak diberi tahu apa-apa."),
                    _red("Semua orang pabrik tahu katup itu bakal bocor."),
                    _amber("Bangga sama teman-teman yang mogok di depan!"),
                    _red("Turut berduka buat keluarga korban."),
                    _red("Sembilan anak, ruamnya sama semua, dari bets kita."),
                    _amber("Kementerian menyetop lini 2 dan membawa berkasnya. Kami tidak salah."),
                ),
                good=(
                    _red("Ferinya tadi pagi penuh payung."),
                    _amber("Aku mengemas empat puluh kotak sambil minum teh dingin."),
                    _red("Ibu kantin masak sup jahe."),
                ),
                near_miss=(
                    "Ledakannya sampai menggetarkan jendela kami. Ada dua tandu.",
                    _amber("Simulasi kebakaran jam sepuluh: empat menit kami sudah di luar."),
                    _red("Kakek saya petugas pemadam tahun 1962."),
                    _red("Aku korban iklan: beli sepatu kekecilan dua nomor."),
                    _amber("Film soal tabrakan kereta itu tayang malam ini."),
                    _red("Ledakan tawa di kantin gara-gara sambal."),
                    _amber("Kereta api pagi penuh payung basah."),
                    _red("Pernyataan resmi kami soal kebakaran ada di wanasehat.example/berita"),
                    _amber("Ledakan pertama di dapur: adonan donat meletup sampai plafon."),
                ),
            ),
        },
        reference=Reference(
            title="US Centers for Disease Control and Prevention, Crisis and Emergency Risk Communication",
            url="https://emergency.cdc.gov/cerc/manual/index.asp",
            checked="2026-11-22",
        ),
        chapter="crisis",
    ),
)
