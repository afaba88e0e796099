"""What the properties of all rules do not prove for the family «ai_residue»."""

from __future__ import annotations

import pytest

from checks import Draft, Policy
from checks.registry import rules_by_id


def found(text: str, lang: str) -> list[str]:
    draft = Draft.of(text, lang)
    return [hit.span.of(text) for hit in rules_by_id()["ai_residue.chat"].find(draft, Policy())]


@pytest.mark.parametrize(
    ("lang", "text", "gaps"),
    [
        ("en", "I am [Your Name] from {city}.", ["[Your Name]", "{city}"]),
        ("en", "We welcome <full name>, our new <role>.", ["<full name>", "<role>"]),
        ("en", "[Photo: our company in May] [Ad] [2/3] [sic]", []),
        ("en", "His badge said “[Name]” for a year.", []),
        ("id", "Saya [Nama Anda] dari [Perusahaan].", ["[Nama Anda]", "[Perusahaan]"]),
        ("id", "[Foto: kantor kami bulan Mei] [Iklan] [2/3]", []),
    ],
)
def test_gaps(lang: str, text: str, gaps: list[str]) -> None:
    assert found(text, lang) == gaps


def test_marks_of_machines() -> None:
    text = "Pressure has three causes【4†source】 :contentReference[oaicite:1]."
    assert len(found(text, "en")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "In today's fast-paced world, teamwork is not just a skill — it is a mindset.",
        "Let us delve into the vibrant tapestry of our night shift. It truly matters.",
        "Furthermore, our commitment to excellence fosters innovation and synergy.",
    ],
)
def test_style_is_never_a_sign(text: str) -> None:
    assert found(text, "en") == []
