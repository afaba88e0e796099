"""What the properties of all rules do not prove for the family «styled_text»."""

from __future__ import annotations

import pytest

from checks import review
from checks.rules.styled_text import plain


def found(text: str) -> list[tuple[str, str | None]]:
    return [
        (each.matched, each.suggestion)
        for each in review(text, "en").findings
        if each.rule == "styled_text.letters"
    ]


@pytest.mark.parametrize(
    ("styled", "letters"),
    [
        ("𝐖𝐞 𝐚𝐫𝐞 𝐡𝐢𝐫𝐢𝐧𝐠", "We are hiring"),
        ("𝓶𝔂 𝓯𝓲𝓻𝓼𝓽 𝔀𝓮𝓮𝓴", "my first week"),
        ("𝕁𝔸𝔻𝕎𝔸𝕃 𝔹𝔸ℝ𝕌", "JADWAL BARU"),
        ("ⓒⓞⓛⓓ", "cold"),
        ("⒡⒜⒩⒞⒴", "fancy"),
        ("🅵🅰🅽🅲🆈", "FANCY"),
        ("ＴＵＥＳＤＡＹ", "TUESDAY"),
        ("ᴇxᴛʀᴀ ꜱʜɪꜰᴛꜱ", "extra shifts"),
        ("t̶h̶e̶ ̶o̶l̶d̶", "the old"),
        ("нєℓℓσ", "hello"),
        ("𝟏𝟎 𝐉𝐮𝐧𝐢 𝟐𝟎𝟐𝟔", "10 Juni 2026"),
    ],
)
def test_the_suggestion_is_the_plain_word(styled: str, letters: str) -> None:
    assert found(f"Look: {styled} now") == [(styled, letters)]


@pytest.mark.parametrize(
    "real",
    [
        "µL Δt H₂O 10⁻³ Ω ℃ № ™ ½",
        "𝕏",
        "𝑓(𝑥) = 𝑚𝑥",
        "Αθήνα",
        "Привет",
        "ꦠꦶꦂꦠ",
        "①②③",
        "1ˢᵗ 2ⁿᵈ",
        "café",
        "e\u0301cole",
        "TGF-βRII",
    ],
)
def test_real_signs_and_scripts_stay(real: str) -> None:
    assert found(f"We write {real} here.") == []


def test_plain_leaves_the_rest_alone() -> None:
    assert plain("½ 𝐜𝐮𝐩, H₂O ™") == "½ cup, H₂O ™"
