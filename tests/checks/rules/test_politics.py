"""What the properties of all rules do not prove for the family «politics»."""

from __future__ import annotations

import pytest

from checks import Draft, Policy
from checks.registry import rules_by_id


def found(text: str, lang: str, policy: Policy | None = None) -> list[str]:
    draft = Draft.of(text, lang)
    hits = rules_by_id()["politics.campaign"].find(draft, policy or Policy())
    return [hit.span.of(text) for hit in hits]


def test_names_of_the_policy_always_count() -> None:
    policy = Policy(politics=("Harbour Union",))
    text = "The stage of the Harbour Union blocks our gate until six."
    assert found(text, "en", policy) == ["Harbour Union"]
    assert found(text, "en") == []


@pytest.mark.parametrize(
    ("lang", "side", "service"),
    [
        (
            "en",
            "Vote for Maria Tanjung on Sunday!",
            "Sunday is election day. Our canteen is a polling station, the clinic closes at noon.",
        ),
        (
            "en",
            "The mayor is corrupt, kick him out at the election.",
            "The mayor cut the ribbon of the pump house today.",
        ),
        (
            "id",
            "Hari Minggu coblos Maria Tanjung!",
            "Minggu hari pencoblosan. Kantin kami jadi TPS, klinik tutup jam dua belas.",
        ),
        (
            "id",
            "Wali kotanya korup, ganti aja pas pilkada.",
            "Wali kota meresmikan rumah pompa hari ini.",
        ),
    ],
)
def test_taking_sides_and_service_news(lang: str, side: str, service: str) -> None:
    assert found(side, lang)
    assert not found(service, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Vote for the best soup, the winner cooks on Friday."),
        ("en", "Our vaccination campaign needs volunteers and flyers."),
        ("id", "Pilih soto terbaik, pemenangnya masak hari Jumat."),
        ("id", "Kampanye imunisasi kami butuh relawan posyandu."),
    ],
)
def test_other_votes_and_campaigns(lang: str, text: str) -> None:
    assert found(text, lang) == []
