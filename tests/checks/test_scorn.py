"""Scorn that adds up: for readers, for a person, for a group; warmth and distance take it back."""

from __future__ import annotations

import time

import pytest

from checks import Draft, Policy
from checks.findings import Span
from checks.persons import people
from checks.scorn import (
    MOST_SIGNS,
    _trimmed,
    group_scorned,
    overlaid,
    person_scorned,
    reader_scorned,
)
from checks.signs import Signs

NONE = Policy()


def person(text: str, lang: str = "en") -> str | None:
    draft = Draft.of(text, lang)
    span = person_scorned(draft, NONE, people(draft, NONE))
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A colleague from the night shift, no names, is a clown."),
        ("en", "Mr Hasan never listens. The man has no spine and no shame. A disgrace."),
        ("id", "Pak Hasan itu muka tembok. Semua tahu kelakuannya."),
    ],
)
def test_a_person_is_scorned(lang: str, text: str) -> None:
    assert person(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "If Mr Hasan is a clown, I am a teapot."),
        ("en", "“Mr Hasan is a disgrace and a crook,” he wrote. We deleted it."),
        ("en", "Mr Hasan thanked the clown of the children's ward and shared his cake."),
        ("id", "Pak Hasan mengajari kami sabar. Terima kasih, Pak."),
    ],
)
def test_a_person_is_not_scorned(lang: str, text: str) -> None:
    assert person(text, lang) is None


def test_a_group_in_quotes_is_nobody() -> None:
    text = "“Those clerks are lazy, all of them,” he said."
    draft = Draft.of(text, "en")
    assert group_scorned(draft, NONE, [(draft.quotes[0], "G")]) is None


def test_points_from_elsewhere_count_for_readers() -> None:
    draft = Draft.of("Set an alarm, then.", "en")
    assert reader_scorned(draft, NONE, 0) is None
    assert reader_scorned(draft, NONE, 6) is not None


def test_the_words_shown_do_not_begin_with_the_end_of_a_sentence() -> None:
    shown = person("Look at Mr Hasan. A total disgrace. Everybody knows it.")
    assert shown
    assert shown[0].isalpha()


def test_a_name_takes_the_place_of_its_words() -> None:
    text = "ab Hasan cd"
    draft = Draft.of(text, "en")
    signs = Signs("xyz", (0, 3, 9), (2, 8, 11))
    laid = overlaid(signs, [(draft.tokens[1].span, "P")])
    assert laid.text == "xPz"
    assert laid.starts == (0, 3, 9)


def test_a_long_text_is_read_to_a_bound() -> None:
    signs = Signs("x" * 5000, tuple(range(5000)), tuple(range(1, 5001)))
    assert len(overlaid(signs, ()).text) == MOST_SIGNS
    started = time.perf_counter()
    person("Mr Hasan is never late, she says. " * 800)
    assert time.perf_counter() - started < 2


def test_marks_alone_are_no_words_to_show() -> None:
    draft = Draft.of("Ha. !! Then we laughed.", "en")
    assert _trimmed(draft, Span(2, 6)) is None
    assert _trimmed(draft, Span(2, 11)) == Span(7, 11)
