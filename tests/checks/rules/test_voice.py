"""What the properties of all rules do not prove for the family «voice»."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import Policy, load_policy, review

POLICY = load_policy(Path(__file__).parents[3] / "policy.yml")
NOTICE = (
    "The new valve was installed on Friday. Readings were taken every hour and the results were "
    "found to be within limits."
)


def rules(text: str, lang: str, policy: Policy = POLICY) -> set[str]:
    found = review(text, lang, policy=policy).rules
    return {rule for rule in found if rule.startswith("voice.")}


def test_a_notice_without_people_is_marked() -> None:
    assert rules(NOTICE, "en") == {"voice.nobody"}


@pytest.mark.parametrize(
    "person",
    [
        "I held the torch.",
        "Ratih counted.",
        "The midwife opened the tap.",
        "Work by the builders.",
        "“It runs at last,” was the answer.",
        "Tell your neighbours and fill your bucket.",
    ],
)
def test_one_person_is_enough(person: str) -> None:
    assert not rules(f"{NOTICE} {person}", "en")


@pytest.mark.parametrize(
    "hidden",
    ["Certificates were given to the students.", "The children were examined.", "Our tap is new."],
)
def test_people_to_whom_things_happen_do_not_act(hidden: str) -> None:
    assert rules(f"{NOTICE} {hidden}", "en") == {"voice.nobody"}


def test_the_name_of_the_firm_acts_only_where_the_policy_knows_it() -> None:
    text = (
        "Air Randu terus memperluas jaringan hingga Kampung Hilir. Sebuah reservoir dibangun di "
        "bukit sebelah utara tahun ini."
    )
    assert rules(text, "id") == {"voice.nobody"}
    assert rules(text, "id", Policy()) == set()


def test_kita_becomes_kami_and_keeps_its_capital() -> None:
    text = "Kami buka jam delapan. Kita di panitia membagikan susu, dan tim kita lengkap."
    found = [each for each in review(text, "id").findings if each.rule == "voice.kami_kita"]
    assert [each.suggestion for each in found] == ["Kami", "kami"]


def test_kami_and_kita_are_no_english_words() -> None:
    assert not rules("Kami buka jam delapan. Kita di panitia membagikan susu.", "en")
