"""Which changes lead to how much building."""

from pathlib import Path

import pytest

from publishing.changes import Scope, State, inputs, inputs_for, scope_of

BEFORE = {
    "python": "3.11",
    "root": "/course",
    "_config.yml": "1",
    "policy.yml": "1",
    "requirements.txt": "1",
    "book/hook.md": "1",
    "book/figure.svg": "1",
    "book/_ext/post.py": "1",
    "book/_static/course.css": "1",
    "book/_static/figures/tree.svg": "1",
    "book/_templates/a.html": "1",
    "book/quizzes/hook.yml": "1",
    "book/_id/hook.md": "1",
    "book/_id/_config.yml": "1",
    "exercises/hook.ipynb": "1",
    "exercises/source/hook.md": "1",
    "checks/review.py": "1",
    "publishing/finish.py": "1",
    "publishing/build.py": "1",
    "publishing/forms/word.py": "1",
    "book/forms/kpi.yml": "1",
}


def test_nothing_changed() -> None:
    assert scope_of(BEFORE, dict(BEFORE)) is Scope.NOTHING


@pytest.mark.parametrize(
    ("path", "scope"),
    [
        ("book/hook.md", Scope.PAGES),
        ("book/_id/hook.md", Scope.PAGES),
        ("book/figure.svg", Scope.PAGES),
        ("book/_ext/post.py", Scope.BOOK),
        ("book/_static/course.css", Scope.BOOK),
        ("book/_static/figures/tree.svg", Scope.BOOK),
        ("book/_templates/a.html", Scope.BOOK),
        ("book/quizzes/hook.yml", Scope.BOOK),
        ("book/_id/_config.yml", Scope.BOOK),
        ("_config.yml", Scope.BOOK),
        ("publishing/build.py", Scope.BOOK),
        ("publishing/forms/word.py", Scope.BOOK),
        ("book/forms/kpi.yml", Scope.BOOK),
        ("publishing/finish.py", Scope.FINISH),
        ("exercises/hook.ipynb", Scope.NOTEBOOKS),
        ("exercises/source/hook.md", Scope.NOTEBOOKS),
        ("checks/review.py", Scope.NOTEBOOKS),
        ("policy.yml", Scope.NOTEBOOKS),
        ("requirements.txt", Scope.NOTEBOOKS),
        ("python", Scope.NOTEBOOKS),
        ("root", Scope.NOTEBOOKS),
    ],
)
def test_an_edit(path: str, scope: Scope) -> None:
    assert scope_of(BEFORE, {**BEFORE, path: "2"}) is scope


@pytest.mark.parametrize("path", ["book/hook.md", "book/figure.svg"])
def test_a_page_that_comes_or_goes_concerns_every_page(path: str) -> None:
    without = {key: value for key, value in BEFORE.items() if key != path}
    assert scope_of(BEFORE, without) is Scope.BOOK
    assert scope_of(without, BEFORE) is Scope.BOOK


def test_the_largest_change_counts() -> None:
    after = {**BEFORE, "book/hook.md": "2", "checks/review.py": "2", "publishing/finish.py": "2"}
    assert scope_of(BEFORE, after) is Scope.NOTEBOOKS


def test_english_does_not_depend_on_translations_but_indonesian_on_all() -> None:
    english, indonesian = inputs_for("en", BEFORE), inputs_for("id", BEFORE)
    assert BEFORE.keys() - english.keys() == {"book/_id/hook.md", "book/_id/_config.yml"}
    assert indonesian == BEFORE


def test_inputs_are_contents_and_not_times(tmp_path: Path) -> None:
    for name in ("book/a.md", "checks/__pycache__/a.pyc", "exercises/.ipynb_checkpoints/a.ipynb"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    (tmp_path / "policy.yml").write_text("one")
    (tmp_path / "notes.txt").write_text("not an input")
    before = inputs(tmp_path)
    assert before.keys() == {"python", "root", "book/a.md", "policy.yml"}
    assert before["book/a.md"] == before["policy.yml"]

    (tmp_path / "book/a.md").touch()
    assert inputs(tmp_path) == before
    (tmp_path / "book/a.md").write_text("two")
    assert inputs(tmp_path) != before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"inputs": {}}', '{"finished": true}', "null"])
def test_a_damaged_state_is_no_state(tmp_path: Path, text: str) -> None:
    (tmp_path / "state.json").write_text(text)
    assert State.read(tmp_path / "state.json") is None


def test_a_state_comes_back_as_it_was(tmp_path: Path) -> None:
    state = State({"book/a.md": "1"}, finished=True)
    state.write(tmp_path / "deep" / "state.json")
    assert State.read(tmp_path / "deep" / "state.json") == state
    assert State.read(tmp_path / "none.json") is None
