"""Check everything: code, types, notebooks, tests, both books, links, files, pages.

A step that fails does not keep independent steps from running, so one run shows all there is
to mend.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from publishing import ROOT, TEST_STEPS, browsers, build, failures, links, steps
from publishing.paper.proof import epubcheck

LIMIT: Final = 2400.0
"""Seconds that one step may need before it counts as hanging."""

SHOWN: Final = 40
"""Lines of a failed command's output that are shown."""

BROWSER: Final = "COURSE_CHROMIUM"
"""Environment variable that tells the browser tests which program to run."""

TITLES: Final[Mapping[str, str]] = {
    "ruff": "Code: mistakes and style",
    "format": "Code: layout",
    "types": "Code: types",
    "notebooks": "Exercise notebooks are up to date",
    "tests": "Tests without a browser",
    "book": "Both books, without a warning",
    "links": "Links inside the site",
    "paper": "E-books and PDF files",
    "browser": "Tests in a browser",
}

NEEDS: Final[Mapping[str, str]] = {"links": "book", "paper": "book", "browser": "book"}
"""Step -> the step without which it cannot run."""

MYPY_TARGETS: Final = ("checks", "publishing", "course.py")


@dataclass(frozen=True)
class Tally:
    """How many tests passed, failed and were skipped."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped
        )

    def __str__(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


@dataclass(frozen=True)
class Result:
    """How one step ended: `passed`, `failed` or `left out`."""

    name: str
    outcome: str
    seconds: float
    note: str = ""
    tally: Tally | None = None


class CheckError(Exception):
    """A step found something to mend; the text says what, the details show where."""

    def __init__(self, text: str, details: Iterable[str] = (), tally: Tally | None = None) -> None:
        super().__init__(text)
        self.details = tuple(details)
        self.tally = tally


Tick = Callable[[], None]
Check = Callable[[Tick], Tally | str | None]
"""A step; it returns its counts, or a remark about how it went."""


class Checks:
    """The steps; each raises `CheckError` or `CourseError` when something is wrong."""

    def __init__(self, root: Path, *, with_browser: bool = True) -> None:
        self.root = root
        self.with_browser = with_browser
        self.logs = root / "_build" / "logs"
        self.cache = root / "_build" / "cache"

    def ruff(self, tick: Tick) -> None:
        """Look for mistakes and bad style in all Python code."""
        options = ("--output-format", "concise", "--cache-dir", str(self.cache / "ruff"))
        self._tool("ruff", ("-m", "ruff", "check", ".", *options), tick)

    def format(self, tick: Tick) -> None:
        """Compare the layout of all Python code with the formatter's."""
        options = ("--output-format", "concise", "--cache-dir", str(self.cache / "ruff"))
        self._tool("format", ("-m", "ruff", "format", "--check", ".", *options), tick)

    def types(self, tick: Tick) -> None:
        """Check the types of the packages and of course.py."""
        options = ("--strict", "--cache-dir", str(self.cache / "mypy"))
        self._tool("types", ("-m", "mypy", *options, *MYPY_TARGETS), tick)

    def notebooks(self, tick: Tick) -> None:
        """Compare the notebooks with their sources."""
        self._tool("notebooks", ("-m", "publishing.notebooks", "--check"), tick)

    def tests(self, tick: Tick) -> Tally:
        """Run the tests that need no browser."""
        return self._pytest("tests", ("-n", "2", "-m", "not browser"), {}, tick)

    def book(self, tick: Tick) -> None:
        """Build what changed; every build treats warnings as errors."""
        self._tool("book", ("-m", "publishing.build"), tick)

    def links(self, tick: Tick) -> None:
        """Follow every link inside the finished site."""
        tick()
        site = self.root / "_build" / "site"
        links.require_site(site)
        problems = links.check(site, build.published_at(self.root / "_config.yml"))
        if problems:
            raise CheckError(f"Addresses to mend: {len(problems)}.", map(str, problems))

    def paper(self, tick: Tick) -> str | None:
        """Write the e-books and, where a browser may be used, the PDF files, and look at them."""
        options = () if self.with_browser else ("--no-pdf",)
        self._tool("paper", ("-m", "publishing.paper", "--check", *options), tick)
        left_out = [] if self.with_browser else ["PDF"]
        left_out += [] if epubcheck() else ["epubcheck, which is not installed"]
        return f"passed, without {' and '.join(left_out)}" if left_out else None

    def browser(self, tick: Tick) -> Tally:
        """Run the tests that open pages in a Chromium of this computer."""
        chromium = browsers.find_chromium()
        links.require_site(self.root / "_build" / "site")
        return self._pytest("browser", ("-m", "browser"), {BROWSER: str(chromium)}, tick)

    def _tool(
        self, name: str, arguments: tuple[str, ...], tick: Tick, env: Mapping[str, str] = {}
    ) -> None:
        """Run a Python tool with its output in a log; raise `CheckError` with its last lines."""
        log = self.logs / f"test-{name}.log"
        job = steps.Job(
            (sys.executable, *arguments), log, self.root, steps.tool_environment(self.root, **env)
        )
        code = steps.run(job, tick, LIMIT)
        if code != 0:
            lines = steps.last_lines(steps.read_log(log), SHOWN)
            raise CheckError(f"It ended with code {code}; all of its output is in {log}.", lines)

    def _pytest(
        self, name: str, arguments: tuple[str, ...], env: Mapping[str, str], tick: Tick
    ) -> Tally:
        report = self.logs / f"test-{name}.xml"
        report.unlink(missing_ok=True)
        options = ("--tb=short", "-p", "no:cacheprovider", f"--junitxml={report}")
        try:
            self._tool(name, ("-m", "pytest", *options, *arguments), tick, env)
        except CheckError as failed:
            tally = read_tally(report) if report.is_file() else None
            if "code 5;" in str(failed):
                raise CheckError("There were no tests to run.", failed.details) from failed
            raise CheckError(str(failed), failed.details, tally) from failed
        return read_tally(report)


def read_tally(report: Path) -> Tally:
    """Return the counts of a JUnit report; a test that could not be collected counts as failed."""
    total = Tally()
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        tests, failures, errors, skipped = (
            int(suite.get(key, "0")) for key in ("tests", "failures", "errors", "skipped")
        )
        failed = failures + errors
        total += Tally(max(tests - failed - skipped, 0), failed, skipped)
    return total


def run_steps(names: Iterable[str], checks: Mapping[str, Check], *, browser: bool) -> list[Result]:
    """Run the steps in order and return how each one ended."""
    results: dict[str, Result] = {}
    for name in names:
        needed = results.get(NEEDS.get(name, ""))
        if name == "browser" and not browser:
            results[name] = Result(name, "left out", 0.0, "as you asked with --no-browser")
        elif needed is not None and needed.outcome != "passed":
            note = f"it needs the step {needed.name}"
            results[name] = Result(name, "failed", 0.0, note)
        else:
            results[name] = _run_step(name, checks[name])
    return list(results.values())


def _run_step(name: str, check: Check) -> Result:
    """Run one step with its line of progress; say at once what is wrong."""
    start = time.monotonic()
    said: Tally | str | None = None
    problem: CheckError | failures.CourseError | None = None
    with steps.Step(TITLES[name]) as step:
        try:
            said = check(step.tick)
            step.note = str(said) if said else "passed"
        except (CheckError, failures.CourseError) as error:
            step.note = "FAILED"
            problem = error
            said = error.tally if isinstance(error, CheckError) else None
    seconds = time.monotonic() - start
    tally = said if isinstance(said, Tally) else None
    if problem is None:
        return Result(name, "passed", seconds, said if isinstance(said, str) else "", tally)
    steps.say(f"    {problem}")
    for line in problem.details:
        steps.say("    | " + line)
    return Result(name, "failed", seconds, str(problem).split("; ")[0], tally)


def summary(results: Iterable[Result]) -> list[str]:
    """Return the table of steps and times, and the closing lines."""
    rows = list(results)
    width = max(len(TITLES[row.name]) for row in rows)
    lines = ["", f"{'Step':<10} {'':<{width}} {'Result':<9} {'Seconds':>8}"]
    for row in rows:
        lines.append(
            f"{row.name:<10} {TITLES[row.name]:<{width}} {row.outcome:<9} {row.seconds:>8.1f}"
            + (f"  {row.note}" if row.note else "")
        )
    counts = Tally(*(_count(rows, outcome) for outcome in ("passed", "failed", "left out")))
    lines += ["", f"Steps: {counts}"]
    tallies = [row.tally for row in rows if row.tally is not None]
    if tallies:
        total = sum(tallies, Tally())
        lines.append(f"Tests: {total}")
    return lines


def _count(rows: Iterable[Result], outcome: str) -> int:
    return sum(row.outcome == outcome for row in rows)


def main(argv: list[str] | None = None) -> int:
    """Run the steps; the exit code is 1 when one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=TEST_STEPS)
    parser.add_argument("--no-browser", action="store_true")
    arguments = parser.parse_args(argv)
    steps.prepare_console()
    steps.follow_parent()
    names = (arguments.only,) if arguments.only else TEST_STEPS
    return failures.guarded(
        lambda: verify(ROOT, names, browser=not arguments.no_browser), ROOT / "_build" / "logs"
    )


def verify(root: Path, names: Iterable[str], *, browser: bool) -> int:
    """Run the named steps over the project and print the summary."""
    checks = Checks(root, with_browser=browser)
    table: Mapping[str, Check] = {name: getattr(checks, name) for name in TEST_STEPS}
    os.environ["PYTHONPATH"] = str(root)
    results = run_steps(names, table, browser=browser)
    for line in summary(results):
        steps.say(line)
    return 1 if any(result.outcome == "failed" for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
