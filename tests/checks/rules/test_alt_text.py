"""What the properties of all rules do not prove for the family «alt_text»."""

from __future__ import annotations

import pytest

from checks import review
from checks.rules.alt_text import LONGEST, SHORTEST, is_weak

POST = "The dented box stood on the quay. Nobody had slept."


def test_both_findings_show_the_first_sentence() -> None:
    for alt, rule in (("", "alt_text.missing"), ("IMG_0412.jpg", "alt_text.weak")):
        found = [each for each in review(POST, "en", alt_text=alt).findings if "alt" in each.rule]
        assert [(each.rule, each.matched) for each in found] == [
            (rule, "The dented box stood on the quay.")
        ]


def test_the_message_repeats_the_description_and_shortens_it() -> None:
    alt = "word {braces} " * 40
    message = next(
        each.message
        for each in review(POST, "en", alt_text=alt).findings
        if each.rule == "alt_text.weak"
    )
    assert "{braces}" in message
    assert "…" in message
    assert str(len(alt.strip())) in message


def test_no_picture_and_no_words_give_nothing() -> None:
    assert not [rule for rule in review(POST, "en").rules if rule.startswith("alt_text")]
    assert not review("", "en", alt_text="").findings


@pytest.mark.parametrize(
    "alt",
    [
        "a" * (SHORTEST - 1),
        "a" * (LONGEST + 1),
        "DSC_0007",
        "photo (3)",
        "Tangkapan layar 2026-11-04",
        "picture showing a box",
        "This is a photo of the pier",
        "https://example.org/box",
        "😀 😀 😀 😀 😀 😀",
        "@bima @ratih",
        "Deskripsi gambar",
    ],
)
def test_weak(alt: str) -> None:
    assert is_weak(alt)


@pytest.mark.parametrize(
    "alt",
    [
        "Bima on a wet pier.",
        "Hand-drawn map with #12.",
        "Foto lama rumah pompa, 1974.",
        "Screenshot of the new timetable",
        "Two nurses lift a cool box",
    ],
)
def test_good(alt: str) -> None:
    assert not is_weak(alt)
