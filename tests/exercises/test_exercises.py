"""The exercises prove themselves: rules E01 to E08."""

from __future__ import annotations

import ast
import json
import socket
from pathlib import Path
from typing import Any

import nbformat
import pytest
from running import run
from nbclient import NotebookClient

from checks import review
from checks.learn import Exercise, Status, Step, open_exercise
from checks.learn.hints import card
from checks.learn.ordering import letter_of
from checks.learn.spotting import keys
from checks.learn.steps import Compute, Order, Repair, Sort, Spot, Task, Write
from checks.learn.texts import texts
from checks.learn.writing import holds
from checks.messages import text
from checks.registry import all_merits, rules_by_id
from publishing import ROOT
from publishing.exercise_source import ExerciseSource, StepSource, Wrong, read_all
from publishing.notebooks import good_answer, notebook, solution_notebook, stub

SOURCES, PROBLEMS = read_all()
EXERCISES = [pytest.param(one, id=f"{one.lang}-{one.slug}") for one in SOURCES]
STEPS = [
    pytest.param(source, step, id=f"{source.lang}-{source.slug}-{step.task.id}")
    for source in SOURCES
    for step in source.steps
]
WRONG = [
    pytest.param(source, step, wrong, id=f"{source.lang}-{source.slug}-{step.task.id}-{number}")
    for source in SOURCES
    for step in source.steps
    for number, wrong in enumerate(step.wrong)
]


def opened(source: ExerciseSource) -> Exercise:
    return open_exercise(source.slug, source.lang)


def step_of(source: ExerciseSource, step: StepSource) -> Step:
    return opened(source).step(step.task.id)


def test_every_source_can_be_used() -> None:
    assert PROBLEMS == ()
    assert {one.slug for one in SOURCES} >= {"hook", "disclosure"}


def test_steps_in_the_package_are_those_of_the_sources() -> None:
    for source in SOURCES:
        assert [one.task for one in opened(source).steps] == [one.task for one in source.steps]


@pytest.mark.notebook
@pytest.mark.parametrize("source", EXERCISES)
def test_e01_the_untouched_notebook_runs_and_says_not_attempted(
    source: ExerciseSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = run(notebook(source), tmp_path, monkeypatch)
    for step in source.steps:
        expected = texts(source.lang)("status.not_attempted")
        assert shown[f"{step.task.id}-answer"].startswith(expected)


@pytest.mark.notebook
@pytest.mark.parametrize("source", EXERCISES)
def test_e02_the_solution_passes_every_step(
    source: ExerciseSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = run(solution_notebook(source.slug, source.lang), tmp_path, monkeypatch)
    for step in source.steps:
        answer = shown[f"{step.task.id}-answer"]
        assert answer.startswith(f"{texts(source.lang)('status.done')}.\n"), answer
        # E08: a step that is done says what a machine cannot judge.
        assert text(source.lang, "report.limits") in answer


@pytest.mark.parametrize(("source", "step"), STEPS)
def test_e02_the_good_answer_is_done_by_a_plain_call(
    source: ExerciseSource, step: StepSource
) -> None:
    result = step_of(source, step).check(good_answer(step.task))
    assert result.done, result
    assert text(source.lang, "report.limits") in result.notes


def given_of(task: Task) -> str:
    """Return what the learner gets to see of a step."""
    match task:
        case Write():
            return task.brief
        case Spot() | Repair():
            return task.draft
        case _:
            return card(task).to_text()


@pytest.mark.parametrize(("source", "step"), STEPS)
def test_e03_what_was_given_never_passes(source: ExerciseSource, step: StepSource) -> None:
    asked = step_of(source, step)
    task = step.task
    given = given_of(task)
    for answer in (None, "", "   ", "\n\n", [], given.split("\n"), 7):
        assert not asked.check(answer).done, answer
    for answer in (given, given.upper(), f"\n{given}\n", step.before, source.intro):
        assert not asked.check(answer).done, answer
    if isinstance(task, Repair | Write):
        assert asked.check(given).status is Status.NOT_ATTEMPTED
    assert asked.check(stub(task)).status is Status.NOT_ATTEMPTED


@pytest.mark.parametrize(("source", "step"), STEPS)
def test_e04_hints_lead_to_the_answer_and_the_first_does_not_hold_it(
    source: ExerciseSource, step: StepSource
) -> None:
    task = step.task
    assert len(task.hints) >= 2
    assert len(set(task.hints)) == len(task.hints)
    assert not step_of(source, step).check(task.hints[0]).done
    if isinstance(task, Spot):
        for fault in task.faults:
            assert not holds(task.hints[0], fault.words)
    elif isinstance(task, Repair | Write):
        assert good_answer(task) not in task.hints[0]
        shared = set(keys(task.hints[0])) & set(keys(task.solution))
        assert len(shared) < len(set(keys(task.solution))) / 2
    assert task.reason


@pytest.mark.parametrize(("source", "step", "wrong"), WRONG)
def test_e05_a_wrong_answer_gets_the_message_to_its_misconception(
    source: ExerciseSource, step: StepSource, wrong: Wrong
) -> None:
    result = step_of(source, step).check(wrong.answer)
    assert result.status is Status.NOT_YET
    assert wrong.says in (result.next or ""), result


@pytest.mark.parametrize(("source", "step"), [one for one in STEPS if "-spot" in str(one.id)])
def test_e05_every_decoy_gets_its_message(source: ExerciseSource, step: StepSource) -> None:
    task = step.task
    assert isinstance(task, Spot)
    asked = step_of(source, step)
    for decoy in task.decoys:
        for answer in (decoy.words, f"{good_answer(task)}\n{decoy.words}"):
            result = asked.check(answer)
            assert result.status is Status.NOT_YET, answer
            assert decoy.message in (result.next or ""), result


@pytest.mark.parametrize(("source", "step"), STEPS)
def test_e05_every_trap_gets_its_message(source: ExerciseSource, step: StepSource) -> None:
    task = step.task
    asked = step_of(source, step)
    if isinstance(task, Sort | Compute):
        good = dict(line.split(" = ") for line in good_answer(task).splitlines())
        for trap in task.traps:
            wrong = trap.into if hasattr(trap, "into") else f"{trap.value:g}"
            result = asked.check({**good, str(trap.item): wrong})
            if len(good) - 1 >= task.right:
                assert asked.check({str(trap.item): wrong}).status is Status.NOT_YET
                continue
            assert result.status is Status.NOT_YET, trap
            assert trap.message in (result.next or ""), result
    if isinstance(task, Order):
        for trap in task.traps:
            lines = [n for n in range(1, len(task.lines) + 1) if n != trap.first]
            lines.insert(lines.index(trap.then) + 1, trap.first)
            result = asked.check(" ".join(letter_of(task, line) for line in lines))
            assert result.status is Status.NOT_YET, trap
            messages = [one.message for one in task.traps]
            assert any(message == result.next for message in messages), result


@pytest.mark.parametrize(("source", "step"), STEPS)
def test_the_reviewer_sees_what_the_author_promises(
    source: ExerciseSource, step: StepSource
) -> None:
    asked = step_of(source, step)
    task = step.task
    merits = {merit.id for merit in all_merits()}
    if not isinstance(task, Spot | Repair | Write):
        return
    if isinstance(task, Spot):
        report = review(task.draft, lang=task.lang, platform=task.platform, policy=asked.policy)
        for fault in task.faults:
            assert fault.rule in report.rules, fault
        return
    for rule in task.clear:
        assert rule in rules_by_id(), rule
    for rule in task.show:
        assert rule in merits, rule
    if isinstance(task, Repair):
        report = review(task.draft, lang=task.lang, platform=task.platform, policy=asked.policy)
        assert set(task.clear) & set(report.rules), "the draft needs something to repair"


@pytest.mark.parametrize("source", EXERCISES)
def test_e06_no_network_and_no_file_names(
    source: ExerciseSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run every code cell in an empty folder, under another name, without a network."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the exercises need no network")

    monkeypatch.chdir(tmp_path)
    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    names: dict[str, Any] = {"__name__": "renamed by me"}
    for cell in solution_notebook(source.slug, source.lang)["cells"]:
        if cell["cell_type"] == "code":
            exec(compile(cell["source"], "moved elsewhere", "exec"), names)
    assert names["write"].check(names["write_answer"]).done
    assert list(tmp_path.iterdir()) == []


def test_e06_the_engine_imports_nothing_that_reaches_out() -> None:
    banned = {"socket", "urllib", "http", "requests", "ssl", "ftplib", "random", "webbrowser"}
    for path in sorted((ROOT / "checks" / "learn").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found = {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found = {(node.module or "").partition(".")[0]}
            elif isinstance(node, ast.Name):
                found = {node.id}
                banned_names = {"__file__", "__vsc_ipynb_file__"}
                assert not found & banned_names, f"{path.name}:{node.lineno}"
                continue
            else:
                continue
            assert not found & banned, f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("source", EXERCISES)
def test_e07_the_minutes_are_stated_and_honest(source: ExerciseSource) -> None:
    first = notebook(source)["cells"][0]["source"]
    assert texts(source.lang)("notebook.time", minutes=source.minutes) in first
    assert f"{source.minutes}" in repr(opened(source))
    read = sum(len(step.before.split()) for step in source.steps) / 200
    written = sum(
        step.task.words.least / 8
        for step in source.steps
        if isinstance(step.task, Repair | Write)
    )
    assert source.minutes >= read + written, "reading 200 and writing 8 words a minute"


def test_both_languages_have_the_same_steps() -> None:
    shapes: dict[str, dict[str, object]] = {}
    for source in SOURCES:
        shapes.setdefault(source.slug, {})[source.lang] = (
            source.minutes,
            source.platform,
            [(step.task.id, len(step.task.hints)) for step in source.steps],
        )
    for slug, by_lang in shapes.items():
        assert by_lang["en"] == by_lang["id"], slug


def test_no_committed_notebook_knows_a_path() -> None:
    for path in ROOT.glob("exercises/**/*.ipynb"):
        raw = path.read_text("utf-8")
        assert str(ROOT) not in raw
        assert json.loads(raw)["metadata"].keys() == {
            "kernelspec",
            "language_info",
            "inside_story",
            "myst",
        }
