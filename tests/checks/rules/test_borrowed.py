"""What the properties of all rules do not prove for the family «borrowed»."""

from __future__ import annotations

import pytest

from checks import Draft, Policy
from checks.registry import rules_by_id


def fires(text: str, lang: str) -> bool:
    return bool(list(rules_by_id()["borrowed.work"].find(Draft.of(text, lang), Policy())))


@pytest.mark.parametrize(
    ("lang", "taken", "allowed"),
    [
        (
            "en",
            "Photo from Facebook.",
            "Photo from Facebook, by Laras, with her permission.",
        ),
        ("en", "I took this picture from Pinterest.", "I took this picture from the roof."),
        ("id", "Fotonya dari Facebook.", "Fotonya dari Facebook, punya Laras, sudah izin."),
        ("id", "Gambar ini dari Pinterest.", "Gambar ini kufoto dari atap."),
    ],
)
def test_a_permission_makes_the_difference(lang: str, taken: str, allowed: str) -> None:
    assert fires(taken, lang)
    assert not fires(allowed, lang)


def test_lyrics_between_notes() -> None:
    assert fires("🎵 I will wait for you at the station until the morning comes again 🎵", "en")
    assert not fires("🎵 Radio on 🎵", "en")
