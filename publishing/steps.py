"""Run commands quietly, show progress in plain lines, and stop cleanly.

Standard library only: `course.py` uses this module before anything is installed.
"""

import _thread
import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Final, Self

from publishing.failures import CourseError

FOLLOW: Final = "COURSE_FOLLOWS_PARENT"
"""Environment variable: the process ends when its standard input is closed."""

POLL: Final = 0.05
"""Seconds between two looks at running commands."""

GRACE: Final = 8.0
"""Seconds that a command gets to end by itself before it is ended by force."""

# --- What people see ---------------------------------------------------------------------------


def prepare_console() -> None:
    """Make sure that no console, however old, breaks on a character it does not know."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def say(text: str = "", end: str = "\n") -> None:
    """Print one line at once."""
    print(text, end=end, flush=True)


class Step:
    """One line on the screen: what is being done, and how many seconds it took.

    Use it as a context manager. A terminal shows the seconds while they pass.
    """

    def __init__(self, title: str) -> None:
        self.title = title
        self.note = "done"
        self.seconds = 0.0
        self._start = 0.0
        self._shown = 0
        self._live = bool(sys.stdout and sys.stdout.isatty())

    def __enter__(self) -> Self:
        self._start = time.monotonic()
        say(f"  {self.title} ...", end="")
        return self

    def tick(self) -> None:
        """Show the seconds so far, where the console can show them."""
        seconds = int(time.monotonic() - self._start)
        if self._live and seconds > self._shown:
            self._shown = seconds
            say(f"\r  {self.title} ... {seconds} s", end="")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.seconds = time.monotonic() - self._start
        if kind is not None:
            self.note = "stopped" if issubclass(kind, KeyboardInterrupt) else "failed"
        start = f"\r  {self.title} ..." if self._live and self._shown else ""
        say(f"{start} {self.note} ({self.seconds:.1f} s)")


# --- Running commands --------------------------------------------------------------------------


@dataclass(frozen=True)
class Job:
    """A command to run with its output kept in a log file."""

    command: tuple[str, ...]
    log: Path
    cwd: Path
    env: Mapping[str, str] = field(default_factory=dict)


def tool_environment(root: Path, **more: str) -> dict[str, str]:
    """Return the environment for tools: our packages importable, no colours, UTF-8 logs."""
    ours_only = ("PYTHONHOME", "PYTHONIOENCODING", FOLLOW)
    env = {key: value for key, value in os.environ.items() if key not in ours_only}
    env.update(PYTHONPATH=str(root), PYTHONNOUSERSITE="1", PYTHONUTF8="1", NO_COLOR="1")
    env.update(more)
    return env


def run(job: Job, tick: Callable[[], None] = lambda: None, limit: float | None = None) -> int:
    """Run one command and return its exit code."""
    return run_all([job], tick, limit)[0]


def run_all(
    jobs: Sequence[Job], tick: Callable[[], None] = lambda: None, limit: float | None = None
) -> list[int]:
    """Run commands side by side and return their exit codes, in order.

    `tick` is called while they run. Whatever interrupts the wait ends all of them. Raises
    `CourseError` when they need more than `limit` seconds.
    """
    end = None if limit is None else time.monotonic() + limit
    running: list[subprocess.Popen[bytes]] = []
    try:
        for job in jobs:
            running.append(_start(job))
        while any(process.poll() is None for process in running):
            if end is not None and time.monotonic() > end:
                raise CourseError(
                    f"This step was ended after {limit:.0f} seconds: look for what hangs in "
                    f"{' and '.join(str(job.log) for job in jobs)}."
                )
            tick()
            time.sleep(POLL)
    except BaseException:
        for process in running:
            stop(process)
        raise
    return [process.returncode for process in running]


def _start(job: Job) -> "subprocess.Popen[bytes]":
    """Start a command in a group of its own, so that Ctrl-C reaches it through us only."""
    job.log.parent.mkdir(parents=True, exist_ok=True)
    with job.log.open("wb") as log:
        return subprocess.Popen(
            job.command,
            cwd=job.cwd,
            env=dict(job.env) or None,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            start_new_session=os.name != "nt",
        )


def stop(process: "subprocess.Popen[bytes]", grace: float = GRACE) -> None:
    """End a command that `run` started, and everything that it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False
            )
        process.wait()
        return
    _signal_group(process, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=grace)
    _signal_group(process, signal.SIGKILL)
    process.wait()


def _signal_group(process: "subprocess.Popen[bytes]", what: int) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, what)


# --- Stopping ----------------------------------------------------------------------------------


def stop_on_signals() -> None:
    """Treat a request to end (SIGTERM, a closed terminal) like Ctrl-C, once."""

    def interrupt(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, interrupt)


def follow_parent() -> None:
    """End this process when `course.py` closes our standard input, or is gone.

    Ctrl-C reaches both processes; here it is left to `course.py`, so that one place decides.
    Does nothing when the module was started by hand.
    """
    stop_on_signals()
    if os.environ.pop(FOLLOW, None) is None:
        return
    signal.signal(signal.SIGINT, lambda *_: None)
    threading.Thread(target=_interrupt_at_end_of_input, daemon=True).start()


def _interrupt_at_end_of_input() -> None:
    wait_for_end_of_input()
    _thread.interrupt_main(signal.SIGTERM)


def wait_for_end_of_input() -> None:
    """Return when standard input is closed.

    It reads the file descriptor itself: a waiting `sys.stdin` would block the end of Python.
    """
    with contextlib.suppress(OSError):
        while os.read(0, 1024):
            pass


def hand_over(command: Sequence[str], cwd: Path, env: Mapping[str, str]) -> int:
    """Run one of our own modules in the foreground and return its exit code.

    When we are told to stop, its standard input is closed: it ends its own children, then itself.
    """
    child = subprocess.Popen(
        command, cwd=cwd, env={**env, FOLLOW: "1"}, stdin=subprocess.PIPE, bufsize=0
    )
    try:
        while child.poll() is None:
            time.sleep(POLL)
    except KeyboardInterrupt:
        assert child.stdin is not None
        child.stdin.close()
        try:
            child.wait(timeout=2 * GRACE)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            child.kill()
    return child.wait()


# --- Files ---------------------------------------------------------------------------------------


def read_log(path: Path) -> str:
    """Return the text of a log without colours, whatever bytes a tool wrote into it.

    A log that does not exist is empty.
    """
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def last_lines(text: str, count: int) -> list[str]:
    """Return the last lines that hold something."""
    return [line.rstrip() for line in text.splitlines() if line.strip()][-count:]


def write_whole(path: Path, text: str) -> None:
    """Write a text file in one piece; leave it alone when it holds that text already."""
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_bytes(data)
    part.replace(path)
