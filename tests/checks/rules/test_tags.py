"""What the properties of all rules do not prove for the family «tags»."""

from __future__ import annotations

import pytest

from checks import review
from checks.rules.tags import split_tag


@pytest.mark.parametrize(
    ("tag", "lang", "words"),
    [
        ("coldchain", "en", ("cold", "chain")),
        ("waterislife", "en", ("water", "is", "life")),
        ("pipettelife", "en", ("pipette", "life")),
        ("donordarah", "id", ("donor", "darah")),
        ("kerjadilab", "id", ("kerja", "di", "lab")),
        ("tirtagiripunyacerita", "id", ("tirtagiri", "punya", "cerita")),
        ("immunisation", "en", ()),
        ("diterima", "id", ()),
        ("kemudahan", "id", ()),
        ("pekanbaru", "id", ()),
        ("lunchbox", "en", ()),
    ],
)
def test_split(tag: str, lang: str, words: tuple[str, ...]) -> None:
    assert split_tag(tag, lang) == words


@pytest.mark.parametrize("tag", ["bergembira", "belasungkawa", "turnamen", "perkeretaapian"])
def test_one_indonesian_word_is_not_cut_into_english_ones(tag: str) -> None:
    assert "tags.camel_case" not in review(f"Kotaknya dingin. #{tag}", "id").rules


def test_a_very_long_tag_is_marked_even_where_we_cannot_split_it() -> None:
    report = review("The box is cold. #xqzvbrmtlkjhgfdspwnyc", "en")
    found = [each for each in report.findings if each.rule == "tags.camel_case"]
    assert [each.suggestion for each in found] == [None]


def test_figures_behind_the_words_stay() -> None:
    report = review("The box is cold. #coldchain2026", "en")
    assert [each.suggestion for each in report.findings if each.rule == "tags.camel_case"] == [
        "#ColdChain2026"
    ]
