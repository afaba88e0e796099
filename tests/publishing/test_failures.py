"""What people read when something goes wrong."""

import errno
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from publishing import failures
from publishing.failures import CourseError


def failing(error: BaseException) -> Callable[[], int]:
    def action() -> int:
        raise error

    return action


def test_what_works_is_not_touched(tmp_path: Path) -> None:
    assert failures.guarded(lambda: 0, tmp_path) == 0
    assert failures.guarded(lambda: 1, tmp_path) == 1


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (CourseError("Do this.", ["a:1: here"]), "Do this.\n  a:1: here\n"),
        (KeyboardInterrupt(), "Stopped. Start the same command again to go on.\n"),
        (OSError(errno.ENOSPC, "x"), failures.DISK_FULL + "\n"),
    ],
)
def test_each_problem_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], error: BaseException, expected: str
) -> None:
    assert failures.guarded(failing(error), tmp_path) == 1
    shown = capsys.readouterr()
    assert shown.err == expected
    assert shown.out == ""


def test_a_full_disk_on_windows(tmp_path: Path) -> None:
    error = OSError("no room")
    error.winerror = 112  # type: ignore[attr-defined, unused-ignore]
    assert str(failures.explain_os_error(error, tmp_path)) == failures.DISK_FULL


def test_no_permission_names_the_file(tmp_path: Path) -> None:
    error = PermissionError(errno.EACCES, "denied", "/some/place")
    text = str(failures.explain_os_error(error, tmp_path))
    assert text.startswith("No permission to write /some/place: move the course")


def test_an_unknown_problem_is_kept_in_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert failures.guarded(failing(ZeroDivisionError("by\nnothing")), tmp_path / "logs") == 1
    shown = capsys.readouterr().err
    assert "Traceback" not in shown
    assert "ZeroDivisionError: by nothing" in shown
    assert str(tmp_path / "logs" / "crash.log") in shown
    assert "Traceback" in (tmp_path / "logs" / "crash.log").read_text()


def test_an_unknown_problem_is_told_even_where_nothing_can_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert failures.guarded(failing(ValueError("odd")), tmp_path / "file" / "logs") == 1
    shown = capsys.readouterr().err
    assert "ValueError: odd" in shown
    assert "crash.log" not in shown


def test_a_log_without_a_known_cause_says_nothing(tmp_path: Path) -> None:
    assert failures.known_cause("all is well\nSuccessfully installed six", tmp_path) is None


def test_a_full_disk_may_leave_an_empty_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    assert failures.known_cause("", tmp_path) == failures.DISK_FULL


def test_a_full_disk_counts_before_a_network_problem(tmp_path: Path) -> None:
    log = "Max retries exceeded\nOSError: [Errno 28] No space left on device"
    assert failures.known_cause(log, tmp_path) == failures.DISK_FULL
