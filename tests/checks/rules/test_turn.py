"""What the properties of all rules do not prove for the family «turn»."""

from __future__ import annotations

import pytest

from checks import Draft, Policy, review
from checks.rules.turn import LEAST_WORDS, MERITS

FLAT = (
    "I arrive at seven and greet the guard. Then I put on my gown and go to the lab. At ten I "
    "check the plates and write the results in the book. At noon I have lunch with my colleagues. "
    "In the afternoon I check more plates and go home on the bus."
)
FLAT_ID = (
    "Hari ini saya bangun jam tiga, mandi, sarapan, lalu berangkat ke gudang. Kotaknya saya muat "
    "bersama Bima. Jalannya lancar dan cuacanya cerah. Kami sampai di puskesmas jam delapan, "
    "barang diterima, tanda tangan, minum teh, terus pulang. Sorenya saya main dengan anak."
)


def missing(text: str, lang: str) -> bool:
    return "turn.missing" in review(text, lang).rules


def test_a_flat_story_is_marked_from_forty_words() -> None:
    assert missing(FLAT, "en")
    short = " ".join(FLAT.split()[: LEAST_WORDS - 1])
    assert not missing(short, "en")


@pytest.mark.parametrize(
    "turn",
    [
        "But plate nine was empty.",
        "The bus was cancelled.",
        "Suddenly the lights went out.",
        "Nobody was there.",
        "A goat stood in the yard. Nine minutes.",
        "So I called the midwife, and only she had a key.",
        "“Who has my key?” asked the guard.",
    ],
)
def test_a_turn_needs_no_connector(turn: str) -> None:
    assert not missing(f"{FLAT} {turn}", "en")


@pytest.mark.parametrize(
    "turn",
    ["Ternyata busnya batal.", "Pintunya macet.", "Aku malah ketawa.", "Tidak ada yang datang."],
)
def test_a_turn_in_indonesian(turn: str) -> None:
    assert missing(FLAT_ID, "id")
    assert not missing(f"{FLAT_ID} {turn}", "id")


@pytest.mark.parametrize("smooth", ["No problems at all.", "Tired but happy.", "All so kind."])
def test_words_that_say_all_went_well_are_no_turn(smooth: str) -> None:
    assert missing(f"{FLAT} {smooth}", "en")


def test_a_turn_in_the_first_third_comes_too_early() -> None:
    assert missing("But first of all, good. " + FLAT, "en")


def test_a_list_is_no_story() -> None:
    lines = "\n".join(f"- {sentence}." for sentence in FLAT.split(". "))
    assert not missing(lines, "en")


def test_praise_points_to_the_sentence_that_turns() -> None:
    merit = next(each for each in MERITS if each.id == "turn.there")
    draft = Draft.of(f"{FLAT} Then the scale broke. I walked home.", "en")
    spans = [hit.span.of(draft.text) for hit in merit.find(draft, Policy())]
    assert spans == ["Then the scale broke."]
