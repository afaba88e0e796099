"""What the properties of all rules do not prove for the family «emoji»."""

from __future__ import annotations

from checks import review


def found(text: str, lang: str = "en") -> list[tuple[str, str | None]]:
    return [
        (each.rule, each.suggestion)
        for each in review(text, lang).findings
        if each.rule.startswith("emoji.")
    ]


def test_a_row_shrinks_to_its_first_emoji() -> None:
    text = "Delivered at nine and going to bed now 😅😅😅😅"
    assert found(text) == [("emoji.flood", "😅"), ("emoji.flood", None)]


def test_many_for_the_length_is_one_finding() -> None:
    text = "Rain 🌧️ mud 🟤 tyres 🛞 and still on time ⏱️"
    assert found(text) == [("emoji.flood", None)]
    assert found(text + " because Bima left an hour early and took the long way. " * 4) == []


def test_a_family_with_joiners_is_one_emoji() -> None:
    assert found("We are back 👨‍👩‍👧‍👦👩🏽‍⚕️") == []


def test_bullets_become_dashes_and_keycaps_stay() -> None:
    text = "News\n🔥 Three new trains\n💡 Quiet coaches\n🌱 Less power from the new line"
    assert found(text) == [("emoji.as_word", "-")] * 3
    assert found(text.replace("🔥", "1️⃣").replace("💡", "2️⃣").replace("🌱", "3️⃣")) == []


def test_two_lines_are_no_list() -> None:
    assert found("📍 Hall A\n🕗 At eight") == []
