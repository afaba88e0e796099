"""Exercises open by name; hints grow; whatever a learner asks gets one clear sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checks.learn import Exercise, LearnError, available, open_exercise
from checks.learn.steps import from_data, to_data

ROOT = Path(__file__).parents[3]


def test_an_exercise_opens_by_a_sloppy_name() -> None:
    name = available("en")[0]
    for sloppy in (name, f" {name.upper()} ", f"{name}.ipynb"):
        assert open_exercise(sloppy).slug == name
    assert open_exercise(name, lang="ID").lang == "id"


def test_both_languages_have_the_same_exercises() -> None:
    assert available("en") == available("id")
    assert available("en")


def test_an_unknown_name_lists_what_exists() -> None:
    with pytest.raises(LearnError) as caught:
        open_exercise("no-such-thing")
    for name in available("en"):
        assert f'"{name}"' in str(caught.value)
    with pytest.raises(LearnError) as caught:
        open_exercise("hok", lang="id")
    assert "Maksudmu" in str(caught.value)
    assert '"hook"' in str(caught.value)


@pytest.mark.parametrize("lang", ["de", "", None, 7])
def test_an_unknown_language_names_both(lang: object) -> None:
    with pytest.raises(LearnError) as caught:
        open_exercise("hook", lang=lang)  # type: ignore[arg-type]
    assert '"en"' in str(caught.value)
    assert '"id"' in str(caught.value)


@pytest.mark.parametrize("slug", [None, 7, "", "../hook", "hook/../hook", "x" * 9000])
def test_odd_names_raise_the_same_friendly_error(slug: object) -> None:
    with pytest.raises(LearnError) as caught:
        open_exercise(slug)  # type: ignore[arg-type]
    assert len(str(caught.value)) < 300


def test_the_error_shows_no_traceback_in_a_notebook() -> None:
    with pytest.raises(LearnError) as caught:
        open_exercise("nothing")
    assert caught.value._render_traceback_() == [str(caught.value)]


def test_steps_by_name(exercise: Exercise) -> None:
    assert [step.id for step in exercise.steps] == ["spot", "repair", "write"]
    assert exercise.step(" Spot ").id == "spot"
    with pytest.raises(LearnError) as caught:
        exercise.step("jump")
    assert '"spot", "repair", "write"' in str(caught.value)


def test_hints_grow_and_stay_at_the_last(exercise: Exercise) -> None:
    step = exercise.step("spot")
    hints = step.task.hints
    shown = [step.hint().to_text() for _ in range(len(hints) + 2)]
    for number, hint in enumerate(hints):
        assert hint in shown[number]
        assert f"Hint {number + 1} of {len(hints)}" in shown[number]
    assert shown[-1] == shown[-2] == shown[len(hints) - 1]
    assert "last hint" in shown[-1]
    assert "last hint" not in shown[0]


def test_a_hint_by_number(exercise: Exercise) -> None:
    step = exercise.step("spot")
    assert step.task.hints[1] in step.hint(2).to_text()
    assert step.task.hints[2] in step.hint().to_text()


@pytest.mark.parametrize("number", [0, -1, 4, 99, "two", 1.0, True, [1]])
def test_other_hints_get_one_sentence(exercise: Exercise, number: object) -> None:
    shown = exercise.step("spot").hint(number).to_text()
    assert shown == "There are 3 hints. Ask for one by its number, from 1: spot.hint(1)."


def test_running_all_cells_gives_nothing_away(exercise: Exercise) -> None:
    for step in exercise.steps:
        for panel in (step.hints(), step.solution()):
            assert "<details open" not in panel.to_html()
            for hint in step.task.hints:
                assert hint not in panel.to_text()
            assert step.task.reason not in panel.to_text()
        assert step.task.reason in step.solution().to_html()


def test_the_solution_shows_one_good_answer_and_why(exercise: Exercise) -> None:
    shown = exercise.step("spot").solution().to_html()
    for fault in exercise.step("spot").task.faults:
        assert fault.because in shown
    assert "38 turns" in exercise.step("repair").solution().to_html()


def test_cards(exercise: Exercise) -> None:
    assert "Draft post for Instagram" in exercise.step("spot").card.to_text()
    brief = exercise.step("write").card.to_text()
    assert "one night at the pump" in brief
    assert "- It took three hours." in brief
    assert "Write 10 to 40 words." in brief


def test_an_exercise_says_that_it_is_open(exercise: Exercise) -> None:
    assert "3 steps, about 15 minutes" in repr(exercise)
    assert "3 steps, about 15 minutes" in exercise._repr_html_()
    assert "spot.check(" in repr(exercise.step("spot"))


def test_checking_a_text_does_not_load_the_widgets() -> None:
    code = "import sys, checks.learn; sys.exit('ipywidgets' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_step_data_survive_the_round_trip(exercise: Exercise) -> None:
    for step in exercise.steps:
        again = from_data(to_data(step.task), lang="en", platform="instagram")
        assert again == step.task
