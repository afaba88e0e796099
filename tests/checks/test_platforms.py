"""Lengths as the platforms count them."""

from __future__ import annotations

import re

import pytest

from checks.platforms import platform_named, platforms, weighted_length


def test_the_course_example_of_x() -> None:
    """20 letters, a space, a link of 90 characters, a space, an emoji: 20 + 1 + 23 + 1 + 2."""
    link = "https://example.org/" + "a" * 70
    assert len(link) == 90
    assert weighted_length("a" * 20 + " " + link + " 😀") == 47


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("日本", 4),
        ("👩🏽‍🔬", 2),
        ("“ok”", 4),
        ("•", 2),
        ("…", 2),
        ("wanasehat.co.id", 23),
    ],
)
def test_weights(text: str, length: int) -> None:
    assert weighted_length(text) == length


@pytest.mark.parametrize("platform", platforms().values(), ids=lambda platform: platform.id)
def test_every_number_has_a_source_and_a_date(platform: object) -> None:
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", platform.checked)
    assert platform.source


def test_fold_is_where_the_platform_cuts() -> None:
    instagram = platform_named("instagram")
    assert instagram.fold_at("a" * 125) is None
    assert instagram.fold_at("a" * 126) == 125
    assert instagram.fold_at("😀" * 130) == 125
    assert platform_named("threads").fold_at("a" * 400) is None
