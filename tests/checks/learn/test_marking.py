"""The check of a spot step names what works, then one next step."""

from __future__ import annotations

import pytest

from checks.learn import Status
from checks.learn.marking import check_spot
from checks.learn.steps import Spot


class Odd:
    """Something that nobody should hand in."""

    def __iter__(self) -> Odd:
        raise RuntimeError

    def __str__(self) -> str:
        raise RuntimeError


@pytest.mark.parametrize("answer", [None, "", "  \n\t ", [], [""], "\u200b\n"])
def test_blank_is_not_attempted(spot: Spot, answer: object) -> None:
    result = check_spot(spot, answer)
    assert result.status is Status.NOT_ATTEMPTED
    assert "empty" in (result.next or "")


@pytest.mark.parametrize(
    "answer", [7, 3.5, True, b"Dear", {"a": 1}, ["Dear", 3], [["Dear"]], ..., Odd(), print]
)
def test_other_types_get_one_sentence(spot: Spot, answer: object) -> None:
    result = check_spot(spot, answer)
    assert result.status is Status.NOT_ATTEMPTED
    assert result.next == (
        "An answer is text. Put the words between quotes, one phrase on each line."
    )


def test_enough_faults_are_done(spot: Spot) -> None:
    result = check_spot(spot, "dear valued followers\nin order to")
    assert result.done
    assert result.next is None
    assert len(result.works) == 2
    assert "greeting takes the first line" in result.works[0]
    assert any("Truth, taste and permission still need you" in note for note in result.notes)


def test_one_fault_is_not_yet_and_is_named_first(spot: Spot) -> None:
    result = check_spot(spot, "!!!")
    assert result.status is Status.NOT_YET
    assert result.works == ("\u201c!!!\u201d: One mark is enough.",)
    assert "One of 2" in (result.next or "")
    text = result.to_text()
    assert text.index("One mark is enough") < text.index("One of 2")


def test_every_decoy_answers_its_misconception(spot: Spot) -> None:
    for decoy in spot.decoys:
        result = check_spot(spot, decoy.words)
        assert result.status is Status.NOT_YET
        assert decoy.message in (result.next or "")


def test_enough_faults_with_a_decoy_are_not_done(spot: Spot) -> None:
    good = "Dear valued followers\nIn order to"
    result = check_spot(spot, f"{good}\n{spot.decoys[1].words}")
    assert result.status is Status.NOT_YET
    assert spot.decoys[1].message in (result.next or "")
    assert len(result.works) == 2


def test_the_whole_post_is_told_so(spot: Spot) -> None:
    result = check_spot(spot, spot.draft)
    assert result.status is Status.NOT_YET
    assert "nearly the whole post" in (result.next or "")
    assert result.works == ()


def test_a_wide_mark_is_asked_to_shrink(spot: Spot) -> None:
    long = "before the water stopped. In order to thank everyone, our world-class team"
    assert "long stretch" in (check_spot(spot, long).next or "")


def test_words_that_are_not_there(spot: Spot) -> None:
    result = check_spot(spot, "the coffee machine")
    assert "\u201cthe coffee machine\u201d is not in the post" in (result.next or "")


def test_marking_much_that_works_is_not_done(spot: Spot) -> None:
    result = check_spot(
        spot, ["Dear valued followers", "In order to", "the water", "tomorrow", "will leverage"]
    )
    assert result.status is Status.NOT_YET
    assert "works as it is" in (result.next or "")


def test_long_quotes_of_an_answer_are_cut(spot: Spot) -> None:
    result = check_spot(spot, "nothing like the post " * 40)
    assert len(result.next or "") < 200


def test_a_huge_answer_is_read_quickly(spot: Spot) -> None:
    result = check_spot(spot, "one more line of words\n" * 20_000)
    assert result.status is Status.NOT_YET
