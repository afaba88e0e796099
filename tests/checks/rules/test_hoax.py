"""What the properties of all rules do not prove for the family «hoax»."""

from __future__ import annotations

import pytest

from checks import Draft, Policy
from checks.registry import rules_by_id


def fires(text: str, lang: str) -> bool:
    return bool(list(rules_by_id()["hoax.forward"].find(Draft.of(text, lang), Policy())))


@pytest.mark.parametrize(
    ("lang", "chain", "warning"),
    [
        (
            "en",
            "Share before it is deleted: salt water stops the virus.",
            "It is false: «share before it is deleted», salt water and the virus. Check first.",
        ),
        (
            "id",
            "Sebarkan sebelum dihapus: air garam mematikan virus.",
            "Hoaks lagi: sebarkan sebelum dihapus, air garam mematikan virus. Cek dulu.",
        ),
    ],
)
def test_a_warning_that_repeats_the_hoax_stays_quiet(lang: str, chain: str, warning: str) -> None:
    assert fires(chain, lang)
    assert not fires(warning, lang)


def test_no_hoax_is_itself_a_sign() -> None:
    assert fires("This is not a hoax! My uncle works at the bank. Tell your family!!!", "en")
    assert fires("Ini bukan hoaks! Om saya kerja di bank. Kabari keluarga!!!", "id")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "WARNING: the bridge is closed tonight. Please tell your neighbours!!"),
        ("en", "Lost dog at platform two. Please share with everyone you know!"),
        ("id", "AWAS: jembatan ditutup malam ini. Tolong kasih tahu tetangga!!"),
        ("id", "Butuh donor darah O malam ini. Tolong bagikan ke semua grup!"),
    ],
)
def test_service_alarms_and_appeals_stay_quiet(lang: str, text: str) -> None:
    assert not fires(text, lang)
