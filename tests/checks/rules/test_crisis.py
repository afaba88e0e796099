"""What the properties of all rules do not prove for the family «crisis»."""

from __future__ import annotations

import pytest

from checks import Draft, Policy, review
from checks.registry import rules_by_id


def fires(text: str, lang: str, status: str) -> bool:
    draft = Draft.of(text, lang, status=status)
    return bool(list(rules_by_id()["crisis.topic"].find(draft, Policy())))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "There was a fire in hall two."),
        ("en", "The product recall was not our fault."),
        ("en", "Sixty layoffs today."),
        ("id", "Ada kebakaran di aula dua."),
        ("id", "Penarikan produk itu bukan salah kami."),
        ("id", "Hari ini enam puluh orang kena PHK."),
    ],
)
def test_the_light_decides(lang: str, text: str) -> None:
    assert not fires(text, lang, "green")
    assert fires(text, lang, "amber")
    assert fires(text, lang, "red")


def test_words_in_quotes_count() -> None:
    assert fires("“There was an explosion,” said the guard at our gate.", "en", "red")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In 1926 a fire burned the old hall."),
        ("en", "I will not write about the fire. Please read the official page."),
        ("en", "The plant was on fire in the film last night."),
        ("id", "Tahun 1926 kebakaran menghabiskan aula lama."),
        ("id", "Saya tidak akan menulis soal kebakaran itu. Baca laman resmi."),
    ],
)
def test_history_stories_and_the_official_word(lang: str, text: str) -> None:
    assert not fires(text, lang, "red")


def test_a_cheerful_post_is_none_of_our_business() -> None:
    report = review("What a lovely morning! Cake at three, come all.", "en", status="red")
    assert "crisis.topic" not in report.rules
