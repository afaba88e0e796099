"""The run of all checks: order, what a failure stops, counts, and the closing lines."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from publishing import TEST_STEPS, browsers, verify
from publishing.failures import CourseError
from publishing.verify import CheckError, Checks, Result, Tally, read_tally, run_steps, summary


def passing(_: Callable[[], None]) -> None:
    return None


def failing(_: Callable[[], None]) -> None:
    raise CheckError("It ended with code 1; see the log.", ["a.py:3: F401 unused"])


ALL_PASS = dict.fromkeys(TEST_STEPS, passing)


def outcomes(results: list[Result]) -> dict[str, str]:
    return {result.name: result.outcome for result in results}


def test_all_steps_run_in_order() -> None:
    results = run_steps(TEST_STEPS, ALL_PASS, browser=True)
    assert [result.name for result in results] == list(TEST_STEPS)
    assert {result.outcome for result in results} == {"passed"}


def test_a_failure_does_not_keep_other_steps_from_running(
    capsys: pytest.CaptureFixture[str],
) -> None:
    results = run_steps(TEST_STEPS, {**ALL_PASS, "ruff": failing}, browser=True)
    assert outcomes(results) == {**dict.fromkeys(TEST_STEPS, "passed"), "ruff": "failed"}
    assert "a.py:3: F401 unused" in capsys.readouterr().out


def test_steps_that_need_the_book_fail_with_it() -> None:
    ran: list[str] = []
    table = {
        **ALL_PASS,
        "book": failing,
        "links": lambda _: ran.append("links"),
        "browser": lambda _: ran.append("browser"),
    }
    results = run_steps(TEST_STEPS, table, browser=True)
    failed = {name for name, outcome in outcomes(results).items() if outcome == "failed"}
    assert failed == {"book", "links", "paper", "browser"}
    assert ran == []
    assert "it needs the step book" in "\n".join(summary(results))


def test_the_browser_can_be_left_out_and_that_is_said() -> None:
    results = run_steps(TEST_STEPS, {**ALL_PASS, "browser": failing}, browser=False)
    assert outcomes(results)["browser"] == "left out"
    lines = summary(results)
    assert any("--no-browser" in line for line in lines)
    assert lines[-1] == "Steps: 8 passed, 0 failed, 1 skipped"


def test_a_problem_with_a_remedy_is_a_failed_step(capsys: pytest.CaptureFixture[str]) -> None:
    def no_browser(_: object) -> None:
        raise CourseError("No Chromium was found: install one.")

    results = run_steps(["browser"], {"browser": no_browser}, browser=True)
    assert outcomes(results) == {"browser": "failed"}
    assert "install one" in capsys.readouterr().out


def test_the_closing_lines_count_tests() -> None:
    results = [
        Result("ruff", "passed", 1.25),
        Result("tests", "failed", 60.0, "It ended with code 1", Tally(10, 2, 1)),
        Result("browser", "passed", 3.0, tally=Tally(5)),
    ]
    lines = summary(results)
    assert lines[-2:] == ["Steps: 2 passed, 1 failed", "Tests: 15 passed, 2 failed, 1 skipped"]
    assert any(line.startswith("ruff") and "1.2" in line for line in lines)
    assert any(line.startswith("tests") and "It ended with code 1" in line for line in lines)


def test_a_report_is_counted(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="10" failures="2" errors="1" skipped="3"/></testsuites>'
    )
    assert read_tally(report) == Tally(4, 3, 3)


# --- The steps themselves ----------------------------------------------------------------------


@pytest.fixture
def checks(tmp_path: Path) -> Checks:
    """The steps, over an empty project."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "pyproject.toml").write_text(
        '[tool.pytest.ini_options]\nmarkers = ["browser: x"]\ntestpaths = ["tests"]\n'
    )
    return Checks(tmp_path)


def nothing() -> None:
    """Do nothing while a step runs."""


def test_tests_are_run_and_counted(checks: Checks) -> None:
    (checks.root / "tests" / "test_a.py").write_text(
        "import pytest\n"
        "def test_one(): pass\n"
        "def test_two(): pass\n"
        "@pytest.mark.browser\ndef test_three(): assert False\n"
    )
    assert checks.tests(nothing) == Tally(2)


def test_failed_tests_are_counted_and_shown(checks: Checks) -> None:
    (checks.root / "tests" / "test_a.py").write_text(
        "def test_one(): pass\ndef test_two(): assert 1 == 2\n"
    )
    with pytest.raises(CheckError, match="ended with code 1") as caught:
        checks.tests(nothing)
    assert caught.value.tally == Tally(1, 1)
    assert any("assert 1 == 2" in line for line in caught.value.details)


def test_no_tests_at_all_is_a_failure(checks: Checks) -> None:
    with pytest.raises(CheckError, match="no tests to run"):
        checks.tests(nothing)


def test_browser_tests_learn_which_program_to_run(
    checks: Checks, monkeypatch: pytest.MonkeyPatch
) -> None:
    for code in ("en", "id"):
        (checks.root / "_build" / "site" / code).mkdir(parents=True)
    (checks.root / "tests" / "test_a.py").write_text(
        "import os, pytest\n"
        "@pytest.mark.browser\n"
        f"def test_it(): assert os.environ['COURSE_CHROMIUM'] == {sys.executable!r}\n"
        "def test_other(): assert False\n"
    )
    monkeypatch.setattr(browsers, "find_chromium", lambda: Path(sys.executable))
    assert checks.browser(nothing) == Tally(1)


def test_browser_tests_need_the_site(checks: Checks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers, "find_chromium", lambda: Path(sys.executable))
    with pytest.raises(CourseError, match=r"run `python course\.py build`"):
        checks.browser(nothing)


def test_bad_code_is_found(checks: Checks) -> None:
    (checks.root / "a.py").write_text("import os\nx = (1 )\n")
    with pytest.raises(CheckError) as caught:
        checks.ruff(nothing)
    assert any("a.py:1" in line and "F401" in line for line in caught.value.details)
    with pytest.raises(CheckError) as caught:
        checks.format(nothing)
    assert any("a.py" in line for line in caught.value.details)


def test_broken_links_are_listed(checks: Checks) -> None:
    (checks.root / "_config.yml").write_text("title: x\n")
    for code in ("en", "id"):
        (checks.root / "_build" / "site" / code).mkdir(parents=True)
    page = checks.root / "_build" / "site" / "en" / "a.html"
    page.write_text("<p>fine</p>")
    checks.links(nothing)
    page.write_text('<a href="gone.html">x</a>')
    with pytest.raises(CheckError, match="Addresses to mend: 1") as caught:
        checks.links(nothing)
    assert caught.value.details == ("en/a.html:1: there is no such file: gone.html",)


def test_the_exit_code_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Checks, "ruff", lambda _self, _tick: None)
    assert verify.verify(tmp_path, ["ruff"], browser=True) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Steps: 1 passed, 0 failed"

    def fail(_self: Checks, _tick: object) -> None:
        raise CheckError("bad")

    monkeypatch.setattr(Checks, "ruff", fail)
    assert verify.verify(tmp_path, ["ruff"], browser=True) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "Steps: 0 passed, 1 failed"


def test_every_step_has_a_title_and_a_method() -> None:
    assert verify.TITLES.keys() == set(TEST_STEPS)
    assert all(callable(getattr(Checks, name)) for name in TEST_STEPS)
