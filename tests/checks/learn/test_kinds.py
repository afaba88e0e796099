"""The steps in which nothing is written: sort, order, compute."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.learn.computing import check_compute, shown, value_of
from checks.learn.hints import card, solution
from checks.learn.numbered import by_number
from checks.learn.ordering import check_order, letter_of
from checks.learn.results import Status
from checks.learn.sorting import check_sort, class_of
from checks.learn.steps import (
    Compute,
    ComputeTrap,
    Item,
    Order,
    OrderTrap,
    Quantity,
    Sort,
    SortTrap,
    from_data,
    to_data,
)

COMMON = {
    "title": "Try",
    "lang": "en",
    "platform": "x",
    "hints": ("First", "Second"),
    "reason": "So.",
}
SORT = Sort(
    id="sort",
    classes=("mine", "ask first", "not mine"),
    items=(
        Item("the hum of a cold room", "mine", "You hear it."),
        Item("a nurse by name", "ask first", "She is in it."),
        Item("why sales fell", "not mine", "The firm answers."),
    ),
    traps=(SortTrap(2, "mine", "Her name is hers."),),
    right=3,
    **COMMON,  # type: ignore[arg-type]
)
ORDER = Order(
    id="order",
    lines=("We pack at four.", "But the bridge is closed.", "So we knock at a door."),
    shown=(3, 1, 2),
    also=(),
    traps=(OrderTrap(1, 2, "What was normal comes before what broke it."),),
    **COMMON,  # type: ignore[arg-type]
)
COMPUTE = Compute(
    id="compute",
    quantities=(
        Quantity("Rate by reach", 4.0, 0.05, "%", "120 of 3,000"),
        Quantity("Views", 4500.0, 0.0, "", "as counted"),
    ),
    traps=(ComputeTrap(1, 1.2, "That is by followers."),),
    right=2,
    **COMMON,  # type: ignore[arg-type]
)


@pytest.mark.parametrize("task", [SORT, ORDER, COMPUTE])
def test_data_survive_the_way_into_the_package_and_back(task: Sort | Order | Compute) -> None:
    assert from_data(to_data(task), lang="en", platform="x") == task


@pytest.mark.parametrize(
    "answer",
    [
        "1 = mine\n2 = ask first\n3 = not mine",
        "1. Mine\n2) ask\n3: NOT MINE.",
        "- 1 mine\n- 2 ask frist\n- 3 not mine",
        {1: "mine", "2": "ask first", 3: "not mine"},
        ["mine", "ask first", "not mine"],
    ],
)
def test_a_sorted_answer_is_read_leniently_in_form(answer: object) -> None:
    assert check_sort(SORT, answer).done


def test_sort_is_strict_in_substance() -> None:
    result = check_sort(SORT, "1 = mine\n2 = mine\n3 = not mine")
    assert result.status is Status.NOT_YET
    assert result.works == ("2 of 3 are right: 1, 3.",)
    assert result.next == "Number 2: Her name is hers."
    result = check_sort(SORT, "1 = not mine\n2 = ask first\n3 = not mine")
    assert result.next == "Number 1 is not \u201cnot mine\u201d. Read it once more, or open a hint."
    assert check_sort(SORT, "1 = mine").next == "Go on with number 2."
    unknown = check_sort(SORT, "1 = hers\n2 = ask\n3 = not mine").next
    assert unknown is not None
    assert "mine, ask first, not mine" in unknown


@pytest.mark.parametrize("answer", [None, "", "1 =\n2 =\n3 =", "no numbers", {}, [], "9 = mine"])
def test_an_empty_sort_is_not_attempted(answer: object) -> None:
    assert check_sort(SORT, answer).status is Status.NOT_ATTEMPTED


def test_a_class_that_could_be_two_is_none() -> None:
    assert class_of(SORT, "m") == "mine"
    assert class_of(SORT, "") is None
    assert class_of(SORT, "yours truly") is None


def test_too_few_right_ones_may_be_allowed_and_are_explained() -> None:
    easy = Sort(**{**_fields(SORT), "right": 2})
    result = check_sort(easy, "1 = mine\n2 = mine\n3 = not mine")
    assert result.done
    assert result.notes[0] == "Number 2 is \u201cask first\u201d: She is in it."


def _fields(task: Sort) -> dict[str, object]:
    return {name: getattr(task, name) for name in task.__slots__} | {
        name: getattr(task, name) for name in ("id", "title", "lang", "platform", "hints", "reason")
    }


@pytest.mark.parametrize("answer", ["B C A", "b,c,a", "BCA", "B\nC\nA", ["B", "C", "A"], "B>C>A"])
def test_an_order_is_read_leniently_in_form(answer: object) -> None:
    assert check_order(ORDER, answer).done


def test_order_is_strict_in_substance() -> None:
    assert check_order(ORDER, "C B A").next == "What was normal comes before what broke it."
    assert check_order(ORDER, "B A C").next == (
        "Line A does not fit there. Read your order aloud, or open a hint."
    )
    assert check_order(ORDER, "B A C").works == ("The beginning stands: B.",)
    assert "twice" in (check_order(ORDER, "B B C").next or "")
    assert "The letter A" in (check_order(ORDER, "B C").next or "")
    for answer in (None, "", "We pack at four", "B D", 7):
        assert check_order(ORDER, answer).status is Status.NOT_ATTEMPTED, answer
    assert [letter_of(ORDER, line) for line in (1, 2, 3)] == ["B", "C", "A"]


@pytest.mark.parametrize(
    "answer", ["1 = 4 %\n2 = 4,500", "1: 4.0\n2: 4500", {1: 4, 2: 4500}, "1 = 4,03\n2 = 4500 views"]
)
def test_values_are_read_leniently_in_form(answer: object) -> None:
    assert check_compute(COMPUTE, answer).done


def test_compute_is_strict_in_substance() -> None:
    assert check_compute(COMPUTE, "1 = 1.2 %\n2 = 4500").next == "Number 1: That is by followers."
    assert "Number 2 is not right yet" in (check_compute(COMPUTE, "1 = 4\n2 = 45").next or "")
    assert "holds no number" in (check_compute(COMPUTE, "1 = four\n2 = 4500").next or "")
    assert check_compute(COMPUTE, "1 = 4").next == "Go on with number 2."
    assert check_compute(COMPUTE, "1 =\n2 =").status is Status.NOT_ATTEMPTED


@pytest.mark.parametrize(
    ("words", "lang", "value"),
    [
        ("3,000", "en", 3000.0),
        ("3.000", "id", 3000.0),
        ("3,5", "en", 3.5),
        ("3.5", "id", 3.5),
        ("1,234.5", "en", 1234.5),
        ("1.234,5", "id", 1234.5),
        ("about 12.", "en", 12.0),
        ("\u22124", "en", -4.0),
        ("none", "en", None),
        ("1.2.3", "en", None),
    ],
)
def test_numbers_are_read_as_people_of_the_language_write_them(
    words: str, lang: str, value: float | None
) -> None:
    assert value_of(words, lang) == value


def test_values_are_shown_as_people_of_the_language_write_them() -> None:
    quantity = Quantity("x", 1234.5, 0, "%", "so")
    assert shown(quantity, "en") == "1,234.5 %"
    assert shown(quantity, "id") == "1.234,5 %"


SCORE = Compute(
    id="compute",
    quantities=(Quantity("Knowledge, of 25", 22.0, 3.0, "points", "Every night."),),
    traps=(ComputeTrap(1, 8.0, "Followers are no knowledge.", within=6.0),),
    right=1,
    **COMMON,  # type: ignore[arg-type]
)


@pytest.mark.parametrize("value", ["2", "8", "14", "13.5 points"])
def test_a_trap_can_catch_a_range_of_scores(value: str) -> None:
    said = check_compute(SCORE, f"1 = {value}").next
    assert said == "Number 1: Followers are no knowledge."


@pytest.mark.parametrize("value", ["15", "18", "26"])
def test_a_score_outside_the_range_is_no_division(value: str) -> None:
    said = check_compute(SCORE, f"1 = {value}").next or ""
    assert "outside the range" in said
    assert check_compute(SCORE, "1 = 19").done


@pytest.mark.parametrize("task", [SORT, ORDER, COMPUTE])
def test_the_card_shows_the_task_and_not_the_answer(task: Sort | Order | Compute) -> None:
    text = card(task).to_text()
    assert task.reason not in text
    assert "120 of 3,000" not in text
    assert "Her name is hers" not in text
    assert task.reason in solution(task).to_html()


@given(
    st.text()
    | st.integers()
    | st.none()
    | st.lists(st.text())
    | st.dictionaries(st.text(), st.text())
)
def test_whatever_comes_in_a_result_comes_out(answer: object) -> None:
    assert check_sort(SORT, answer).to_html()
    assert check_order(ORDER, answer).to_text()
    assert check_compute(COMPUTE, answer).to_text()
    found = by_number(answer)
    assert found is None or all(number > 0 and text for number, text in found.items())
