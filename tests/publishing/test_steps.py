"""Running commands, showing progress, stopping, and one worker at a time."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from publishing import lock, steps
from publishing.failures import CourseError


def python(code: str, folder: Path, name: str = "x", **env: str) -> steps.Job:
    return steps.Job(
        (sys.executable, "-c", code), folder / "logs" / f"{name}.log", folder, dict(env)
    )


def test_the_output_of_a_command_goes_into_its_log(tmp_path: Path) -> None:
    code = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"
    job = python(code, tmp_path)
    assert steps.run(job) == 3
    assert sorted(steps.read_log(job.log).split()) == ["err", "out"]


def test_commands_run_side_by_side_and_answer_in_order(tmp_path: Path) -> None:
    codes = (
        "import pathlib, sys, time\n"
        "while not pathlib.Path('go').exists(): time.sleep(0.01)\nsys.exit(1)",
        "open('go', 'w').close(); import sys; sys.exit(2)",
    )
    jobs = [python(code, tmp_path, str(number)) for number, code in enumerate(codes)]
    assert steps.run_all(jobs, limit=20) == [1, 2]


def test_a_command_that_hangs_is_ended(tmp_path: Path) -> None:
    start = time.monotonic()
    with pytest.raises(CourseError, match=r"ended after 1 seconds.*x\.log"):
        steps.run(python("import time; time.sleep(60)", tmp_path), limit=1)
    assert time.monotonic() - start < 15


def test_an_interrupt_ends_all_commands(tmp_path: Path) -> None:
    jobs = [python("import time; time.sleep(60)", tmp_path, name) for name in "ab"]
    started: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def interrupt() -> None:
        raise KeyboardInterrupt

    class Remembering(real):  # type: ignore[misc, valid-type]
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)
            started.append(self)

    with pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(subprocess, "Popen", Remembering)
        steps.run_all(jobs, interrupt)
    assert len(started) == 2
    assert all(process.poll() is not None for process in started)


def test_a_step_is_one_plain_line(capsys: pytest.CaptureFixture[str]) -> None:
    with steps.Step("Doing it") as step:
        step.tick()
        step.note = "nothing changed"
    with pytest.raises(ValueError, match="broken"), steps.Step("Failing"):
        raise ValueError("broken")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("  Doing it ... nothing changed (0.")
    assert lines[1].startswith("  Failing ... failed (0.")
    assert "\r" not in "".join(lines)


def test_tools_do_not_get_what_would_disturb_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PYTHONHOME", "PYTHONIOENCODING", steps.FOLLOW):
        monkeypatch.setenv(name, "x")
    env = steps.tool_environment(tmp_path, COURSE_LANG="id")
    assert not {"PYTHONHOME", "PYTHONIOENCODING", steps.FOLLOW} & env.keys()
    assert env["PYTHONPATH"] == str(tmp_path)
    assert env["COURSE_LANG"] == "id"


def test_a_file_is_written_whole_and_only_when_it_differs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    steps.write_whole(path, "é\n")
    before = path.stat().st_mtime_ns
    steps.write_whole(path, "é\n")
    assert path.stat().st_mtime_ns == before
    steps.write_whole(path, "new\n")
    assert path.read_bytes() == b"new\n"
    assert [each.name for each in path.parent.iterdir()] == ["b.txt"]


def test_a_missing_log_is_empty_and_any_bytes_can_be_read(tmp_path: Path) -> None:
    assert steps.read_log(tmp_path / "none.log") == ""
    (tmp_path / "odd.log").write_bytes(b"a\xff\n\n  \nb\n")
    assert steps.last_lines(steps.read_log(tmp_path / "odd.log"), 2) == ["a\ufffd", "b"]


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """A lock that another process holds until the test is over."""
    path = tmp_path / "lock"
    code = (
        "import sys; from pathlib import Path; from publishing import lock\n"
        "with lock.only_one(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None and holder.stdin is not None
        assert holder.stdout.readline().strip() == b"held"
        yield path
        holder.stdin.close()


def test_the_second_worker_is_told_and_gives_up_in_the_end(held: Path) -> None:
    told: list[str] = []
    with (
        pytest.raises(CourseError, match="still working"),
        lock.only_one(held, wait=0.5, waiting=lambda: told.append("waiting")),
    ):
        raise AssertionError("the lock was not held")
    assert told == ["waiting"]


def test_a_lock_is_free_again_when_its_block_ends(tmp_path: Path) -> None:
    for _ in range(2):
        with lock.only_one(tmp_path / "lock", wait=0):
            pass


def test_a_waiting_worker_goes_on(tmp_path: Path) -> None:
    order: list[str] = []
    inside, done = threading.Event(), threading.Event()

    def first() -> None:
        with lock.only_one(tmp_path / "lock"):
            inside.set()
            done.wait(10)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    assert inside.wait(10)
    with lock.only_one(tmp_path / "lock", wait=10, waiting=done.set):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]
