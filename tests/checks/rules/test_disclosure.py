"""What the properties of all rules do not prove for the family «disclosure»."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from checks import Draft, Policy, load_policy, review
from checks.registry import all_merits, rules_by_id
from checks.rules.disclosure import PILE

POLICY = load_policy(Path(__file__).parents[3] / "policy.yml")
EARLY = next(merit for merit in all_merits() if merit.id == "disclosure.early")


def fired(text: str, lang: str, platform: str | None = None, **options: Any) -> list[str]:
    policy = options.pop("policy", POLICY)
    report = review(text, lang, platform, policy=policy, **options)
    return [each.rule for each in report.findings if each.rule.startswith("disclosure.")]


def told(text: str, lang: str, platform: str | None = None, policy: Policy = POLICY) -> list[str]:
    draft = Draft.of(text, lang, platform)
    return [hit.span.of(draft.text) for hit in EARLY.find(draft, policy)]


@pytest.mark.parametrize(
    ("lang", "tie"),
    [
        ("en", "I've been driving for Wanasehat since 2014."),
        ("en", "Nine years at Wanasehat."),
        ("en", "I’m an analyst at Wanasehat."),
        ("en", "HR at Wanasehat here."),
        ("en", "We at Wanasehat know."),
        ("en", "Our Wanasehat night shift knows."),
        ("en", "I'm part of the lab team at Wanasehat."),
        ("en", "Full disclosure: Wanasehat pays my salary."),
        ("en", "I intern at Wanasehat this summer."),
        ("en", "As a Wanasehat driver I know the ferry."),
        ("en", "My husband is an engineer at Wanasehat."),
        ("en", "As someone who works at Wanasehat I know."),
        ("en", "I joined Wanasehat in March."),
        ("en", "I work at @wanasehat_id."),
        ("en", "I WORK AT WANASEHAT."),
        ("id", "Udah 10 tahun nyetir buat Wanasehat."),
        ("id", "Sepuluh tahun di Wanasehat."),
        ("id", "Kerjaanku di Wanasehat: menghitung."),
        ("id", "HRD Wanasehat di sini."),
        ("id", "Timku di Wanasehat tahu."),
        ("id", "Catatan: Wanasehat yang menggaji saya."),
        ("id", "Film dari kantorku, Wanasehat."),
        ("id", "Kebetulan saya karyawan Wanasehat."),
        ("id", "gw kerja di wanasehat"),
        ("id", "Suamiku insinyur di Wanasehat."),
        ("id", "Jadi bagian keluarga besar Wanasehat."),
        ("id", "Aku baru gabung Wanasehat bulan Maret."),
        ("id", "Dari tempat saya bekerja, Wanasehat."),
        ("id", "Vitamin ini dari perusahaan satu grup dengan kantorku."),
    ],
)
def test_many_ways_to_say_it(lang: str, tie: str) -> None:
    praise = "The film by Wanasehat is great." if lang == "en" else "Film Wanasehat keren."
    assert fired(praise, lang) == ["disclosure.missing"]
    assert fired(f"{tie} {praise}", lang) == []


@pytest.mark.parametrize(
    ("lang", "other"),
    [
        ("en", "Bima works at Wanasehat."),
        ("en", "I work at night."),
        ("en", "I work at 5 in the morning."),
        ("en", "“I work at Wanasehat,” said the man."),
        ("en", "I met a driver of Wanasehat."),
        ("en", "For my job see my bio."),
        ("id", "Bima kerja di Wanasehat."),
        ("id", "Aku kerja di malam hari."),
        ("id", "“Saya bekerja di Wanasehat,” kata bapak itu."),
        ("id", "Saya ketemu sopir Wanasehat."),
        ("id", "Kita kerja sama dengan warga."),
        ("id", "Soal kerjaanku, lihat bio."),
    ],
)
def test_what_is_no_tie_of_the_writer(lang: str, other: str) -> None:
    praise = "The film by Wanasehat is great." if lang == "en" else "Film Wanasehat keren."
    assert fired(f"{other} {praise}", lang) == ["disclosure.missing"]


def test_one_finding_and_it_marks_the_praised_name() -> None:
    text = "Wanasehat called at noon.\n\nI love Biovita Wana, and Biovita Wana loves me."
    report = review(text, "en", policy=POLICY)
    found = [each for each in report.findings if each.rule.startswith("disclosure.")]
    assert [(each.rule, each.matched) for each in found] == [("disclosure.missing", "Biovita Wana")]
    assert found[0].suggestion is None
    assert "«I work at …»" in found[0].message


@pytest.mark.parametrize("before", ["😀👩🏽‍🔬🇮🇩 ", "Ok.\r\n\r\n", "Cafe\u0301. ", "\u200b"])
def test_places_hold_after_emoji_and_line_ends(before: str) -> None:
    text = before + "Wanasehat's new film is wonderful."
    found = review(text, "en", policy=POLICY).findings
    assert [each.matched for each in found if each.rule == "disclosure.missing"] == ["Wanasehat"]


def test_names_of_a_policy_in_tags_accounts_and_links() -> None:
    policy = Policy(names=("Kopi", "Air Randu"), products=("Ultra-Milk",))
    for text in (
        "Best week ever! #AirRanduHebat",
        "Best week ever with @airrandu.id",
        "Look: https://www.airrandu.example/jobs",
        "Best cup of the year. #KopiPagi",
        "Ultra-Milk is the best.",
    ):
        assert fired(text, "en", policy=policy) == ["disclosure.missing"], text
    for text in ("Best week ever! #kopilot", "Best week! #Randu", "Milk is the best."):
        assert fired(text, "en", policy=policy) == [], text


def test_water_from_randu_is_not_the_firm() -> None:
    assert fired("Kami minum air Randu dari sumur. Segar dan enak banget.", "id") == []
    assert fired("Kami suka banget sama air randu.", "id") == ["disclosure.missing"]


def test_without_a_policy_only_a_paid_post_needs_words() -> None:
    text = "Wanasehat has the best crew. I love it!"
    assert fired(text, "en", policy=Policy()) == []
    assert fired(text, "en", policy=Policy(), paid=True) == ["disclosure.missing"]
    assert fired("Paid partnership with Wanasehat. " + text, "en", policy=Policy(), paid=True) == []


def test_a_tie_is_no_label_and_a_label_is_not_a_word_in_passing() -> None:
    assert fired("I work at Wanasehat. Great cup!", "en", paid=True) == ["disclosure.missing"]
    assert fired("The ad made me laugh. Great cup!", "en", paid=True) == ["disclosure.missing"]
    assert fired("Ad: great cup!", "en", paid=True) == []
    assert fired("Iklannya lucu. Cangkirnya keren!", "id", paid=True) == ["disclosure.missing"]
    assert fired("Iklan\nCangkirnya keren!", "id", paid=True) == []


def test_approved_phrases_and_tags_of_the_policy() -> None:
    policy = Policy(names=("Wanasehat",), disclosure_phrases=("one of the cold people",))
    assert fired("Wanasehat is great.", "en", policy=policy) == ["disclosure.missing"]
    assert fired("One of the cold people: Wanasehat is great.", "en", policy=policy) == []
    assert fired("Wanasehat is great. #WanasehatStaff", "en") == []
    assert fired("Wanasehat is great. #WanasehatEmployee", "en") == []


@pytest.mark.parametrize("place", range(1, 7))
def test_the_row_of_tags(place: int) -> None:
    tags = ["#night", "#cold", "#rain", "#ferry", "#van"]
    tags.insert(place - 1, "#WanasehatStaff")
    expected = ["disclosure.buried"] if place >= PILE else []
    assert (
        fired("Wanasehat has the best crew. " + " ".join(tags) + " 🚚", "en", "linkedin")
        == expected
    )


def test_the_fold_is_that_of_the_platform_and_the_message_names_it() -> None:
    text = (
        "Great work by Air Randu last night. " + "Mud and rain, " * 9 + "and I work at Air Randu."
    )
    assert 125 < text.index("I work") < 210
    report = review(text, "en", "instagram", policy=POLICY)
    [found] = [each for each in report.findings if each.rule.startswith("disclosure.")]
    assert (found.rule, found.matched) == ("disclosure.buried", "I work at Air Randu")
    assert "125" in found.message
    assert fired(text, "en", "linkedin") == []
    assert fired(text, "en") == ["disclosure.buried"]


def test_every_hint_is_named_once() -> None:
    text = "Great work by Air Randu! Views are my own. #ee #collab"
    report = review(text, "en", policy=POLICY)
    [found] = [each for each in report.findings if each.rule.startswith("disclosure.")]
    assert found.rule == "disclosure.unclear"
    for hint in ("Views are my own", "#ee", "#collab"):
        assert f"«{hint}»" in found.message


def test_the_merit_holds_the_name() -> None:
    assert told("03:40. I work for Air Randu, and our pipe has split.", "en") == [
        "I work for Air Randu"
    ]
    assert told("Aku kerja di Wanasehat. Hujan.", "id", policy=Policy()) == ["Aku kerja di"]
    late = "Mud and rain. " * 12 + "I work for Air Randu."
    assert told(late, "en", "instagram") == []
    assert told(late, "en", "linkedin") == ["I work for Air Randu"]


HOSTILE = (
    "Wanasehat great ",
    "I have been ",
    "saya sudah ",
    "#wanasehat ",
    '"I work at Wanasehat" ',
    "as a x ",
    "Wanasehat's ",
    "@",
    "0",
)


def steps(text: str, rule: str, lang: str) -> int:
    """Count the calls that a rule makes, as a measure of its work that no clock disturbs."""
    draft = Draft.of(text, lang)
    find = EARLY.find if rule == EARLY.id else rules_by_id()[rule].find
    list(find(draft, POLICY))
    count = 0

    def tick(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(tick)
    try:
        list(find(draft, POLICY))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize(
    "rule", ["disclosure.missing", "disclosure.buried", "disclosure.unclear", "disclosure.early"]
)
def test_twice_the_text_is_at_most_twice_the_work(rule: str, piece: str) -> None:
    for lang in ("en", "id"):
        text = (piece * 8000)[:8000]
        assert steps(text, rule, lang) <= 2.5 * steps(text[:4000], rule, lang) + 200


def test_a_megabyte_is_read_to_the_cap() -> None:
    for piece in ("0", "@", "Wanasehat is great. "):
        text = (piece * 1_000_000)[:1_000_000]
        for rule in rules_by_id().values():
            if rule.id.startswith("disclosure."):
                assert len(list(rule.find(Draft.of(text, "en"), POLICY))) <= 1


def test_a_post_that_was_pasted_in_quotation_marks() -> None:
    assert fired('"I work at Wanasehat, and this film is great."', "en") == []
    assert fired('"I work at Wanasehat," she said. The film is great. #Wanasehat', "en") == [
        "disclosure.missing"
    ]
