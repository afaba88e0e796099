"""What the properties of all rules do not prove for the family «capitals»."""

from __future__ import annotations

import pytest

from checks import review


def found(text: str, lang: str = "en") -> list[tuple[str, str | None]]:
    return [
        (each.matched, each.suggestion)
        for each in review(text, lang).findings
        if each.rule == "capitals.shouting"
    ]


def test_words_side_by_side_and_single_accents() -> None:
    assert found("Now PLEASE READ this.") == [("PLEASE READ", "please read")]
    assert found("It was GREAT and LOVELY.") == [("GREAT", "great"), ("LOVELY", "lovely")]
    assert found("It was VERY cold. We did NOT sleep.") == []
    assert len(found("It was VERY cold. We did NOT sleep. I said it TWICE.")) == 3


def test_names_keep_their_capitals_inside_a_run() -> None:
    assert found("PLEASE CALL BPOM TODAY about it.") == [
        ("PLEASE CALL BPOM TODAY", "Please call BPOM today")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The CAPA and the HEPA filter, the SCADA and the LIMS.",
        "The sign says PUSH HARD here.",
        "WATER OFF FRIDAY\nFill two buckets.",
        "NOTICE: the gate is closed.",
    ],
)
def test_abbreviations_signs_and_headings(text: str) -> None:
    assert found(text) == []


def test_a_heading_with_a_shout_is_a_shout() -> None:
    assert found("WE ARE HIRING! Two analysts and one driver.")
