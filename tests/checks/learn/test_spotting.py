"""Marks are read leniently in form and strictly in substance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.learn.spotting import LONG, WHOLE, Verdict, keys, places, read
from checks.learn.steps import Fault, Spot


@pytest.mark.parametrize(
    "answer",
    [
        "Dear valued followers",
        "dear VALUED followers",
        "  Dear   valued\u00a0followers , ",
        "\u201cDear valued followers,\u201d",
        "- Dear valued followers",
        "1. Dear valued followers",
        "Dear valued",  # two of three words
        "Dear followers",  # a small word is missing
        "Dear valuedd followers",  # a slip of the pen
        "Dear valued followers, we don't rest",  # the words in their sentence
        "Dear valued followers, we don\u2019t rest!",
        "we dont rest, Dear valued followers",  # cut at the comma
        "#Dear valued followers",
    ],
)
def test_forms_that_count_as_the_words(spot: Spot, answer: str) -> None:
    assert read(spot, answer).found == (0,)


@pytest.mark.parametrize(
    "answer",
    [
        "Dear",  # a third of the words
        "followers",
        "we don't rest",
        "the greeting",
        "hook.warm_up",
        "Dear valued customers of the whole wide world",
        "38",
    ],
)
def test_forms_that_do_not(spot: Spot, answer: str) -> None:
    assert read(spot, answer).found == ()


def test_signs_can_be_marked(spot: Spot) -> None:
    assert read(spot, "!!!").found == (2,)
    assert read(spot, "!!").found == (2,)
    assert read(spot, "???").found == ()


def test_an_answer_may_be_a_list_or_lines(spot: Spot) -> None:
    expected = (0, 1)
    assert read(spot, "Dear valued followers\nIn order to").found == expected
    assert read(spot, "Dear valued followers\r\n\r\nIn order to\r\n").found == expected
    assert read(spot, ["In order to", "Dear valued followers"]).found == expected
    assert read(spot, ("Dear valued followers; In order to",)).found == expected


def test_a_word_split_over_marks_is_found(spot: Spot) -> None:
    assert read(spot, "Dear\nvalued followers").found == (0,)


@pytest.mark.parametrize("cut", ["\n", ". ", " "])
def test_marking_all_is_not_spotting(spot: Spot, cut: str) -> None:
    assert read(spot, spot.draft.split(cut)).whole
    assert read(spot, spot.draft).whole


def test_nearly_all_is_all(spot: Spot) -> None:
    words = spot.draft.split()
    assert read(spot, " ".join(words[3:])).whole
    assert read(spot, [" ".join(words[:12]), " ".join(words[14:])]).whole
    assert not read(spot, [fault.words for fault in spot.faults]).whole


def test_one_mark_over_most_of_a_faulty_draft_is_all(spot: Spot) -> None:
    faulty = replace(
        spot,
        faults=(
            Fault("At 03:40 the pipe split in Market Street", "a.b", "One."),
            Fault("I counted 38 turns before the water stopped", "a.b", "Two."),
        ),
        decoys=(),
    )
    words = spot.draft.split()
    one_mark = " ".join(words[6:30])
    assert LONG < len(keys(one_mark)) / len(keys(spot.draft)) < WHOLE
    assert read(faulty, one_mark).whole
    two_marks = [" ".join(words[6:14]), " ".join(words[14:22])]
    assert read(faulty, two_marks).found == (0, 1)
    assert not read(faulty, two_marks).whole


def test_a_long_mark_around_a_fault_is_wide(spot: Spot) -> None:
    long = "before the water stopped. In order to thank everyone, our world-class team"
    marked = read(spot, long)
    assert [mark.verdict for mark in marked.marks] == [Verdict.WIDE]
    assert marked.found == ()


def test_a_decoy_is_recognised_by_half_of_it(spot: Spot) -> None:
    for words, number in (("at 03.40 the pipe", 0), ("38 turns", 1), ("market street", 2)):
        (mark,) = read(spot, words).marks
        assert (mark.verdict, mark.decoy) == (Verdict.DECOY, number), words


def test_one_other_word_in_a_long_phrase_is_forgiven(spot: Spot) -> None:
    (mark,) = read(spot, "At 03:40 the tube split").marks
    assert (mark.verdict, mark.decoy) == (Verdict.DECOY, 0)
    (mark,) = read(spot, "At 03:40 the tube burst").marks
    assert mark.verdict is not Verdict.DECOY


def test_words_from_elsewhere_are_missing(spot: Spot) -> None:
    (mark,) = read(spot, "the office coffee machine").marks
    assert mark.verdict is Verdict.MISSING


def test_other_words_of_the_post_are_other(spot: Spot) -> None:
    (mark,) = read(spot, "the water stopped").marks
    assert mark.verdict is Verdict.OTHER


def test_indonesian_numbers_and_reduplication() -> None:
    draft = "Suhu 7,6 \u00b0C. Teman-teman di gudang menunggu."
    assert places("7.6", draft) == (frozenset({1}),)
    assert places("teman-teman", draft) == (frozenset({3}),)


def test_every_place_of_a_repeated_word_is_found() -> None:
    assert places("proud", "Proud team. So proud of you.") == (frozenset({0}), frozenset({3}))


def test_keys_of_nothing() -> None:
    assert keys("") == ()
    assert keys(" \n ") == ()
    assert places("", "some words") == ()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_case_space_and_outer_marks_never_matter(spot: Spot, data: st.DataObject) -> None:
    number = data.draw(st.sampled_from([0, 1]))
    words = spot.faults[number].words.split()
    shaped = [data.draw(st.sampled_from([word, word.upper(), word.lower()])) for word in words]
    gap = data.draw(st.sampled_from([" ", "  ", "\t", "\u00a0"]))
    before = data.draw(st.sampled_from(["", "\u201c", '"', "\u00ab", "- ", "\u2022 ", " "]))
    after = data.draw(st.sampled_from(["", "\u201d", '"', "\u00bb", ".", ",", "!", " "]))
    assert read(spot, before + gap.join(shaped) + after).found == (number,)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answer=st.one_of(st.text(max_size=300), st.lists(st.text(max_size=40), max_size=80)))
def test_any_text_can_be_read(spot: Spot, answer: str | list[str]) -> None:
    marked = read(spot, answer)
    assert all(0 <= number < len(spot.faults) for number in marked.found)
