"""The learner's copies: what is written once is never written over."""

from datetime import date
from pathlib import Path

import pytest

from publishing import copies
from publishing.copies import Copy, copy_exercise
from publishing.failures import CourseError

TODAY = date(2026, 11, 22)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder, word in (("exercises", "hook"), ("exercises/_id", "pembuka")):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "hook.ipynb").write_text(word)
    return tmp_path


def give(root: Path, today: date = TODAY) -> Copy:
    return copy_exercise(root / "exercises" / "hook.ipynb", root / "my-work", "en", today)


def names(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "my-work" / "en").iterdir())


def test_exercises_are_found_by_language_and_slug(root: Path) -> None:
    assert copies.exercise(root, "en", "hook") == root / "exercises" / "hook.ipynb"
    assert copies.exercise(root, "id", "hook") == root / "exercises" / "_id" / "hook.ipynb"
    assert copies.exercises(root, "en") == copies.exercises(root, "id") == ["hook"]


@pytest.mark.parametrize(
    ("lang", "slug"),
    [
        ("fr", "hook"),
        ("", "hook"),
        ("en", ""),
        ("en", "gone"),
        ("en", "_id/hook"),
        ("en", "../hook"),
        ("en", "hook.ipynb"),
        ("en", "Hook"),
        ("en", "hook\n"),
        ("en", "hook/"),
    ],
)
def test_other_names_lead_nowhere(root: Path, lang: str, slug: str) -> None:
    assert copies.exercise(root, lang, slug) is None


def test_the_first_visit_copies(root: Path) -> None:
    copy = give(root)
    assert copy == Copy(root / "my-work" / "en" / "hook.ipynb")
    assert copy.notebook.read_text() == "hook"


def test_what_a_person_wrote_stays(root: Path) -> None:
    own = give(root).notebook
    own.write_text("my own words")
    assert give(root) == Copy(own)
    assert own.read_text() == "my own words"
    assert names(root) == ["hook.ipynb"]


def test_a_newer_version_is_put_beside_it_once(root: Path) -> None:
    own = give(root).notebook
    own.write_text("my own words")
    (root / "exercises" / "hook.ipynb").write_text("better hook")

    copy = give(root)
    assert copy.newer == own.with_name("hook-2026-11-22.ipynb")
    assert copy.newer.read_text() == "better hook"
    assert own.read_text() == "my own words"
    assert give(root, date(2026, 11, 23)) == Copy(own)
    assert names(root) == ["hook-2026-11-22.ipynb", "hook.ipynb"]


def test_two_newer_versions_on_one_day_keep_both(root: Path) -> None:
    own = give(root).notebook
    own.write_text("my own words")
    for text in ("second", "third"):
        (root / "exercises" / "hook.ipynb").write_text(text)
        give(root)
    (own.parent / "hook-2026-11-22.ipynb").write_text("work on the second")
    (root / "exercises" / "hook.ipynb").write_text("fourth")
    give(root)
    assert names(root) == [
        "hook-2026-11-22-2.ipynb",
        "hook-2026-11-22-3.ipynb",
        "hook-2026-11-22.ipynb",
        "hook.ipynb",
    ]
    assert (own.parent / "hook-2026-11-22.ipynb").read_text() == "work on the second"


@pytest.mark.parametrize("record", [None, "", "[]", "{"])
def test_without_a_record_nothing_is_written_over(root: Path, record: str | None) -> None:
    own = give(root).notebook
    file = root / "my-work" / ".course" / "given.json"
    assert file.is_file()
    if record is None:
        file.unlink()
    else:
        file.write_text(record)
    assert give(root) == Copy(own)

    file.unlink()
    own.write_text("my own words")
    assert give(root).newer is not None
    assert own.read_text() == "my own words"
    assert give(root) == Copy(own)


def test_a_copy_that_was_removed_is_given_again(root: Path) -> None:
    give(root).notebook.unlink()
    assert give(root).notebook.read_text() == "hook"


def test_half_a_notebook_is_never_left(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def full(self: Path, mode: str = "r", *rest: object, **more: object) -> object:
        file = real(self, mode, *rest, **more)  # type: ignore[call-overload]
        if mode == "xb":
            file.close()
        return file

    with monkeypatch.context() as patch, pytest.raises(ValueError, match="closed"):
        patch.setattr(Path, "open", full)
        give(root)
    assert names(root) == []
    assert give(root).notebook.read_text() == "hook"


def test_all_exercises_of_a_language_are_given(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copies.copy_all(root, root / "my-work", "id", TODAY)
    own = root / "my-work" / "id" / "hook.ipynb"
    assert own.read_text() == "pembuka"
    own.write_text("kata-kataku")
    (root / "exercises" / "_id" / "hook.ipynb").write_text("baru")
    assert capsys.readouterr().out == ""
    copies.copy_all(root, root / "my-work", "id", TODAY)
    assert "newer version of this exercise: hook-2026-11-22.ipynb" in capsys.readouterr().out


def test_a_course_without_exercises_says_so(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="no exercises in Bahasa Indonesia yet: run"):
        copies.copy_all(tmp_path, tmp_path / "my-work", "id", TODAY)
