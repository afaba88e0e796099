"""What the properties of all rules do not prove for the family «bait»."""

from __future__ import annotations

import pytest

from checks import Draft, Policy
from checks.registry import rules_by_id


def fires(text: str, lang: str) -> bool:
    return bool(list(rules_by_id()["bait.engagement"].find(Draft.of(text, lang), Policy())))


@pytest.mark.parametrize(
    ("lang", "vote", "use"),
    [
        ("en", "❤️ for tea, 👍 for coffee!", "We order what wins on Friday."),
        ("id", "❤️ buat teh, 👍 buat kopi!", "Jumat kami pesan yang menang, semua dihitung."),
    ],
)
def test_a_vote_that_will_be_used_is_no_bait(lang: str, vote: str, use: str) -> None:
    assert fires(vote, lang)
    assert not fires(f"{vote} {use}", lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Please don't tag a friend. Tag the valve."),
        ("en", "#happy friends at the gate, six of us."),
        ("id", "Nggak usah tag teman. Tag saja katupnya."),
        ("id", "#tag teman kami hilang di kotak."),
    ],
)
def test_negation_and_hashtags(lang: str, text: str) -> None:
    assert not fires(text, lang)
