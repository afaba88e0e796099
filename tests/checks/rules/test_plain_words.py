"""What the properties of all rules do not prove for the family «plain_words»."""

from __future__ import annotations

from checks import review

LONG = "the guard and the driver and the nurse and the cook and the boss and the cat came in "


def long(text: str) -> bool:
    return "plain_words.long_sentence" in review(text, "en").rules


def test_a_colon_gives_a_breath() -> None:
    half = "We found it behind the school on the way to the old pump house"
    assert not long(f"{half}: a root as thick as my arm had pushed the whole pipe apart.")
    assert long(f"{half} and a root as thick as my arm had pushed the whole pipe apart.")


def test_items_of_a_list_do_not_count_and_clauses_do() -> None:
    items = ", ".join(["gloves", "wet coats", "two hats"] * 9)
    assert not long(f"We packed {items}, and then we left.")
    assert long(f"We left, {LONG}, {LONG}, and then we slept.")


def test_an_abbreviation_is_one_word() -> None:
    words = " ".join(["word"] * 22)
    assert not long(f"{words} at p.m. then.")
