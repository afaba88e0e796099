"""The checks of the steps in which a learner writes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks import Policy
from checks.learn import Status
from checks.learn.steps import Length, Repair, Write
from checks.learn.texts import LANGUAGES, texts
from checks.learn.writing import check_own, count_words, holds, unwrapped
from checks.registry import all_merits

GOOD = (
    "38 turns. That is what it took to close the valve in Market Street.\n\n"
    "At 05:10 the water was back, and the noodle shop could open."
)


@pytest.mark.parametrize("answer", [None, "", " \n\t", "\u00a0\u200b"])
def test_blank_is_not_attempted(repair: Repair, write: Write, answer: object) -> None:
    for task in (repair, write):
        result = check_own(task, answer)
        assert result.status is Status.NOT_ATTEMPTED
        assert "empty" in (result.next or "")


@pytest.mark.parametrize("answer", [0, 1.5, ["a text"], b"text", {"a": 1}, ..., object(), len])
def test_other_types_get_one_sentence(repair: Repair, write: Write, answer: object) -> None:
    for task in (repair, write):
        result = check_own(task, answer)
        assert result.status is Status.NOT_ATTEMPTED
        assert result.next == (
            "An answer is text. Put your post between quotes, then run the box again."
        )


def test_the_unchanged_draft_is_not_attempted(repair: Repair) -> None:
    for same in (
        repair.draft,
        f"\n{repair.draft}\n",
        repair.draft.replace(". ", ".\n"),
        repair.draft.upper(),
    ):
        result = check_own(repair, same)
        assert result.status is Status.NOT_ATTEMPTED, same
        assert "still the draft" in (result.next or "")


def test_the_brief_is_not_an_answer(write: Write) -> None:
    result = check_own(write, write.brief)
    assert result.status is Status.NOT_ATTEMPTED
    assert "still the brief" in (result.next or "")


def test_a_good_answer_is_done(repair: Repair) -> None:
    result = check_own(repair, GOOD)
    assert result.done, result
    assert result.next is None
    assert sum(work.startswith("Followed: ") for work in result.works) == 2
    assert "Still there: 38, Market Street." in result.works
    assert any("Truth, taste and permission still need you" in note for note in result.notes)


def test_what_works_stands_before_the_one_next_step(repair: Repair) -> None:
    result = check_own(repair, GOOD.replace("38 turns. That is", "Good morning, this is"))
    assert result.status is Status.NOT_YET
    text = result.to_text()
    assert text.index("What works") < text.index("Next step:")
    assert text.count("Next step:") == 1


def test_a_lost_fact_is_named(repair: Repair) -> None:
    result = check_own(repair, GOOD.replace("Market Street", "the old town"))
    assert "\u201cMarket Street\u201d is no longer in the post" in (result.next or "")


def test_a_fault_that_stays_is_shown_with_its_words(repair: Repair) -> None:
    result = check_own(repair, "Good morning, dear friends! " + GOOD)
    assert "Good morning" in (result.next or "")
    result = check_own(repair, GOOD.replace("to close", "in order to close"))
    assert "in order to" in (result.next or "")


def test_a_missing_strength_says_what_to_do(repair: Repair) -> None:
    dull = (
        "It took some turns to close the valve, and people waited for the water that morning. "
        "The valve in Market Street needed 38 turns."
    )
    assert "hook is missing" in (check_own(repair, dull).next or "")


def test_too_short_and_too_long(repair: Repair) -> None:
    assert "The post has 3 words" in (check_own(repair, "38 Market Street").next or "")
    long = f"{GOOD} " + "The water ran and ran. " * 10
    assert "Cut it to 40 or fewer" in (check_own(repair, long).next or "")
    tight = replace(repair, words=Length(27, 40))
    assert "Write at least 27" in (check_own(tight, GOOD).next or "")


def test_personal_data_stop_an_answer_that_is_good_otherwise(repair: Repair) -> None:
    result = check_own(repair, f"{GOOD} Call 0812 3456 7890.")
    assert result.status is Status.NOT_YET
    assert "0812 3456 7890" in (result.next or "")


def test_a_further_remark_does_not_block(repair: Repair) -> None:
    result = check_own(repair, f"{GOOD} #viral")
    assert result.done
    assert any(note.startswith("You can also look at this") for note in result.notes)


def test_the_policy_names_the_firm(write: Write, policy: Policy) -> None:
    told = replace(write, clear=("disclosure.missing",))
    praise = "02:10. The pump is silent. Thank you, Air Randu, you are the best and the fastest!"
    assert check_own(told, praise).done
    assert "Air Randu" in (check_own(told, praise, policy).next or "")


@pytest.mark.parametrize(
    ("words", "kept", "there"),
    [
        ("Wanasehat's cold room", "Wanasehat", True),
        ("gudang Wanasehatnya", "wanasehat", True),
        ("#Wanasehat", "Wanasehat", True),
        ("Wanasehatku", "Wanasehat", True),
        ("suhunya 4,8 \u00b0C", "4,8 \u00b0C", True),
        ("suhunya 4.8 C", "4,8 \u00b0C", True),
        ("50\nminutes later", "50 minutes", True),
        ("1800 followers", "180", False),
        ("Wanasehatian", "Wanasehat", False),
        ("minutes 50", "50 minutes", False),
        ("", "50", False),
    ],
)
def test_words_that_stay(words: str, kept: str, there: bool) -> None:
    assert holds(words, kept) is there


def test_words_are_counted_between_spaces() -> None:
    assert count_words("03:40. The valve \u2013 38 turns!") == 5
    assert count_words(" \u2026 ") == 0


def test_wrapped_lines_are_joined_and_others_stay() -> None:
    long = "The valve in front of him needed thirty-eight turns and he turned it"
    assert unwrapped(f"{long}\nslowly.") == f"{long} slowly."
    assert unwrapped(f"{long}.\nSlowly.") == f"{long}.\nSlowly."
    assert unwrapped("Short line\nnext") == "Short line\nnext"
    assert unwrapped(f"{long}\n\nNext paragraph") == f"{long}\n\nNext paragraph"
    assert unwrapped("") == ""


def test_every_merit_has_its_advice_in_both_languages() -> None:
    for lang in LANGUAGES:
        for merit in all_merits():
            assert texts(lang).has(f"show.{merit.id}"), (lang, merit.id)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(answer=st.text(max_size=400))
def test_any_text_gets_a_result(repair: Repair, answer: str) -> None:
    result = check_own(repair, answer)
    assert result.next or result.done
    assert "Traceback" not in result.to_text()
