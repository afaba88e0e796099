"""What the properties of all rules do not cover: which names count, and the own house."""

from __future__ import annotations

import pytest

from checks import Draft, Policy
from checks.registry import rules_by_id

RIVAL = Policy(names=("Air Randu",), rivals=("Tirta Lembah",))
OWN = Policy(names=("Air Randu", "Tirta Lembah"))


def fires(text: str, lang: str, policy: Policy = RIVAL) -> bool:
    return bool(list(rules_by_id()["rivals.run_down"].find(Draft.of(text, lang), policy)))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Tirta Lembah is a joke."),
        ("en", "Our water is better than Tirta Lembah."),
        ("en", "Don't trust Tirta Lembah with your tap."),
        ("en", "Our night crew leaves Tirta Lembah in the dust."),
        ("id", "Air Tirta Lembah keruh kayak kopi susu."),
        ("id", "Air kita lebih jernih dari Tirta Lembah."),
        ("id", "Jangan percaya Tirta Lembah."),
    ],
)
def test_a_competitor_of_the_policy(lang: str, text: str) -> None:
    assert fires(text, lang)
    assert not fires(f"“{text}”", lang)


def test_the_own_house_is_no_competitor() -> None:
    assert not fires("Tirta Lembah is a joke today: we forgot the key.", "en", OWN)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Tirta Lembah is not slow."),
        ("en", "We were late, and Tirta Lembah was on time."),
        ("en", "We are slower than Tirta Lembah."),
        ("en", "The pipe from Kapuk was broken and leaking. We fixed it by four."),
        ("en", "Our trains leave at nine, the bus from Bogan is late on Mondays."),
        ("id", "Tirta Lembah tidak lambat."),
        ("id", "Kami kalah cepat dari Tirta Lembah."),
        ("id", "Pipa dari Kapuk bocor dan rusak. Kami selesai jam empat."),
        ("id", "Bus Cakrabuana telat karena banjir. Kami menunggu penumpangnya."),
    ],
)
def test_no_running_down(lang: str, text: str) -> None:
    assert not fires(text, lang)
