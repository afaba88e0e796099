"""Politics: taking sides for a party, a candidate or a ballot number in an employee's post.

How it reads. Words of the list ``politics_parts`` become one sign each; clues over them are worth
points: a call for a vote, a candidate, party or election together with words that take a side or
with flyers and shirts. Names that the policy lists under «politics» always count. Votes for a menu
or a cat and service news about election day lose points.

What it cannot know: names of parties and people that the policy does not list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..findings import Hit, Outcome, Reference
from ..policy import Policy
from ..rule import Examples, Rule, Sample, Words
from ..signs import clues, has, read, weigh

ENOUGH: Final = 3
"""Points from which a post takes a side."""

_TAG: Final = re.compile(
    r"#(?:i?vote(?!r?s?$)\w|coblos|pilihnomor|pilihno\d|paslon|nomor\d|ganti(?:presiden|gubernur|bupati|wali)"
    r"|(?:dua|2|tiga|3)periode|satuputaran|\w*(?:moreyears|moreterm|formayor|forgovernor|forpresident"
    r"|forcouncil|untuk(?:gubernur|bupati|walikota|presiden)|jadi(?:gubernur|bupati|walikota|presiden)"
    r"|reelect|lanjutkanperjuangan|lanjutkanperubahan))"
)
"""Hashtags that carry a call for a vote: «#FourMoreYears», «#GantiWaliKota»."""

_CLUES: Final = clues(
    (4, r"(?<!N)V|NxV"),
    (2, r"V.*V"),
    (2, r"P|[x^]~1w"),
    (1, r"\^~1P|P~1\^"),
    (2, r"K"),
    (2, r"E"),
    (1, r"B"),
    (1, r"v"),
    (2, r"v~4B|B~4v"),
    (2, r"S"),
    (1, r"S.*S"),
    (2, r"s"),
    (1, r"s.*s"),
    (1, r"A"),
    (1, r"A.*A"),
    (1, r"A.*A.*A"),
    (2, r"[vAE]x?\^\^|v\^|\^\^~3K"),
    (1, r"G"),
    (2, r"\^d!"),
    (2, r"A & [x^]d!"),
    (4, r"g~2M?\^"),
    (2, r"M\^ & [eEB]"),
    (1, r"A.*A & \^"),
    (2, r"c & [eEtsSA]"),
    (1, r"e & [SsVAcBM]"),
    (3, r"^[^Q]*Q[^Q]*$ & [KP] & [VSsA]"),
)
_ABOUT: Final = clues(
    (1, r"[VPKEG]|v\^|v~4B|B~4v|\^w|A.*A.*A|g~2M?\^"),
    (1, r"M\^ & e"),
    (1, r"A.*A & \^\^"),
    (1, r"c & [et]"),
    (1, r"e & [Bs]"),
)
_SIDE: Final = clues((1, r"[VSsABg]|v~3P"))
_QUIET: Final = clues((-4, r"Q"), (-2, r"Q.*Q"), (-4, r"o"), (-1, r"n"))


def _campaign(draft: Draft, policy: Policy) -> Iterator[Hit]:
    named = draft.terms_of(policy.book).get("politics", ()) if policy.politics else ()
    if named:
        yield Hit(named[0].span)
        return
    tag = next((tag for tag in draft.tags if _TAG.search(tag.norm)), None)
    if tag is None and not has(draft, "politics_parts", "VvKPEBGAwgec"):
        return
    signs = read(draft, policy, "politics_parts")
    if tag is not None and weigh(signs, _QUIET).points > -ENOUGH:
        yield Hit(tag.span)
        return
    found = weigh(signs, _CLUES)
    about, side = weigh(signs, _ABOUT), weigh(signs, _SIDE)
    if found.span is None or not about.points or not side.points:
        return
    if found.points + weigh(signs, _QUIET).points >= ENOUGH:
        yield Hit(found.span)


_NAMES = Policy(politics=("Green Harbour", "Partai Pelabuhan"))


def _named(text: str) -> Sample:
    return Sample(text, policy=_NAMES)


RULES = (
    Rule(
        id="politics.campaign",
        outcome=Outcome.ASK,
        find=_campaign,
        words={
            "en": Words(
                title="Keep the campaign off the company's back",
                message=(
                    "«{matched}» takes a side in politics. Your vote is yours; ask before it "
                    "stands beside your company's name."
                ),
                why="Readers may take one employee's campaign for the company's own.",
            ),
            "id": Words(
                title="Pisahkan kampanye dari nama kantor",
                message=(
                    "«{matched}» memihak dalam politik. Pilihanmu hakmu; tanyakan dulu sebelum "
                    "ia berdiri di sebelah nama perusahaan."
                ),
                why="Pembaca bisa mengira kampanye satu karyawan itu sikap perusahaannya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Nurses, vote for Marlin Tede on Sunday, he knows our wards!",
                    "I am voting for number two, and so should every driver.",
                    "Proud to volunteer for the mayor's campaign this week.",
                    "The ruling party lied to us about the bridge.",
                    _named("Green Harbour has the better plan for our port."),
                    "I am running for the district council on list 4. You know what to do.",
                    "The Prosperity Party has ruined this province. Time to kick them out.",
                    "Blue team, wear your caps on Friday: in November we throw them out. #FourMoreYears",
                ),
                good=(
                    "The bridge opens on Monday, says the town's website.",
                    "I rode the early train with forty umbrellas.",
                    "Our canteen has soup again.",
                ),
                near_miss=(
                    "The polling station is in our canteen; the clinic closes at noon.",
                    "Vote for the menu of Friday: soup or noodles?",
                    "Our vaccination campaign starts in the harbour.",
                    "Her birthday party was in the pump house.",
                    "Two vaccine candidates failed before this one worked.",
                    "I was running for the last train when the lace broke.",
                    "Green harbour lights, cold hands, hot tea.",
                    "The mayor opened our new pumping station, the children cheered.",
                    "Blue flags at the pool mean that you may swim.",
                    "We need helpers for the stand on Saturday: vaccination advice and tea.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Teman perawat, hari Minggu coblos nomor dua ya!",
                    "Aku dukung paslon yang peduli sopir.",
                    "Bangga jadi relawan calon bupati kita minggu ini.",
                    "Partai penguasa itu bohong soal jembatan.",
                    _named("Partai Pelabuhan punya rencana lebih bagus."),
                    "Satu depo di belakang Bu Laksmi. Pilkada nanti ganti! #GantiWaliKota",
                    "Nomor 3 dapat suaraku.",
                ),
                good=(
                    "Jembatannya dibuka hari Senin, kata situs pemkot.",
                    "Kereta pagi penuh payung basah.",
                    "Kantin kami jual soto lagi.",
                ),
                near_miss=(
                    "TPS-nya di kantin kami, jadi klinik tutup jam dua belas.",
                    "Yuk pilih menu hari Jumat: soto atau mi?",
                    "Kampanye imunisasi kami mulai di pelabuhan.",
                    "Beli kardus dalam partai besar lebih murah.",
                    "Suara pompa itu bikin aku susah tidur.",
                    "Pertandingan partai final voli antarbagian seru banget.",
                    "Pelabuhan sore ini sepi.",
                    "Coblos ban bocor pakai paku 7 senti.",
                    "Bendera biru di kolam artinya boleh berenang.",
                    "Calonnya gugup, kukasih air. Senin dia mulai di lab.",
                ),
            ),
        },
        reference=Reference(
            title="House rule of this course: no campaign from an account that carries the badge",
            checked="2026-11-22",
        ),
        chapter="respect",
    ),
)
