"""The one door: what it installs, when, and what it says when something goes wrong.

Nothing here needs a network: the project under test has a `venv` and a `pip` of its own, which
write down how they were called.
"""

import ast
import errno
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent

FAKE_VENV = """
import pathlib, subprocess, sys
folder = pathlib.Path(sys.argv[-1])
with open("calls.txt", "a") as calls: print("venv", file=calls)
subprocess.run([sys.executable, "-I", "-m", "venv", "--without-pip", str(folder)], check=True)
(folder / "pip.py").write_text("")
"""

FAKE_PIP = """
import pathlib, sys
with open("calls.txt", "a") as calls: print("pip", *sys.argv[1:], file=calls)
says = pathlib.Path("pip-says.txt")
if says.exists():
    print(says.read_text(), file=sys.stderr)
    sys.exit(1)
"""

FAKE_BUILD = """
import os, pathlib, sys
print("built with", sys.prefix, "in", os.getcwd())
code = pathlib.Path("exit-code.txt")
sys.exit(int(code.read_text()) if code.exists() else 0)
"""

FAKE_SERVE = """
import pathlib, sys
from publishing import ROOT, failures, steps

def serve():
    child = "import os, time; open('child.txt', 'w').write(str(os.getpid())); time.sleep(60)"
    job = steps.Job((sys.executable, "-c", child), ROOT / "log.txt", ROOT)
    pathlib.Path("options.txt").write_text(" ".join(sys.argv[1:]))
    return steps.run(job)

steps.follow_parent()
sys.exit(failures.guarded(serve, ROOT))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with the real course.py, in a folder whose name has a space."""
    root = tmp_path / "my course"
    (root / "publishing").mkdir(parents=True)
    shutil.copy(ROOT / "course.py", root)
    for name in ("__init__", "failures", "steps", "lock"):
        shutil.copy(ROOT / "publishing" / f"{name}.py", root / "publishing")
    (root / "publishing" / "build.py").write_text(FAKE_BUILD)
    (root / "publishing" / "serve.py").write_text(FAKE_SERVE)
    (root / "requirements.txt").write_text("six==1.17.0\n")
    (root / "pyproject.toml").write_text('[project]\nname = "x"\nversion = "3.2.1"\n')
    (root / "venv.py").write_text(FAKE_VENV)
    (root / "pip").mkdir()
    (root / "pip" / "__init__.py").write_text("")
    (root / "pip" / "__main__.py").write_text(FAKE_PIP)
    return root


def run(root: Path, *arguments: str, **env: str) -> "subprocess.CompletedProcess[str]":
    """Run course.py and make sure that nobody ever sees a traceback."""
    done = subprocess.run(
        [sys.executable, "course.py", *arguments],
        cwd=root,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        encoding="cp1252" if "PYTHONIOENCODING" in env else "utf-8",
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


def calls(root: Path) -> list[str]:
    path = root / "calls.txt"
    return [line.split()[0] for line in path.read_text().splitlines()] if path.exists() else []


def one_sentence(text: str) -> str:
    """Return the first line of an error and check that it is a sentence with a remedy."""
    line = text.strip().splitlines()[0]
    assert line.endswith(".")
    assert re.search(r"\b(run|start|choose|install|free|move|set|get|read|let)\b", line), line
    return line


@pytest.fixture
def course(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The real course.py as a module."""
    monkeypatch.syspath_prepend(str(ROOT))
    spec = importlib.util.spec_from_file_location("course", ROOT / "course.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- Old Pythons -------------------------------------------------------------------------------


def test_an_old_python_can_read_the_file() -> None:
    tree = ast.parse((ROOT / "course.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    newer = (ast.NamedExpr, ast.Match, ast.TryStar)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert not node.args.posonlyargs


def test_before_the_version_is_checked_only_old_modules_are_imported() -> None:
    tree = ast.parse((ROOT / "course.py").read_text(encoding="utf-8"))
    check = next(node for node in tree.body if isinstance(node, ast.If))
    early = [node for node in tree.body[: tree.body.index(check)] if not isinstance(node, ast.Expr)]
    names = set()
    for node in early:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(str(node.module))
        else:
            assert isinstance(node, ast.Assign), ast.dump(node)
    assert names <= {
        *("argparse", "hashlib", "importlib.util", "os", "pathlib"),
        *("shutil", "stat", "subprocess", "sys"),
    }


def test_an_old_python_gets_one_sentence(project: Path) -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 7, 'final', 0); "
        "runpy.run_path('course.py', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", pretend], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "Python 3.9" in one_sentence(done.stderr)
    assert "3.11 or newer" in done.stderr


# --- The environment ---------------------------------------------------------------------------


def test_the_first_run_installs_and_the_second_does_not(project: Path) -> None:
    first = run(project, "build")
    assert first.returncode == 0, first.stderr
    assert str(project / ".venv") in first.stdout
    assert calls(project) == ["venv", "pip"]
    command = (project / "calls.txt").read_text().splitlines()[1]
    assert "-r requirements.txt" in command

    second = run(project, "build")
    assert second.returncode == 0
    assert "Installing" not in second.stdout
    assert calls(project) == ["venv", "pip"]


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_changed_pins_are_installed_again_into_the_same_place(project: Path, name: str) -> None:
    run(project, "build")
    with (project / name).open("a") as file:
        file.write("# changed\n")
    assert run(project, "build").returncode == 0
    assert calls(project) == ["venv", "pip", "pip"]


def test_a_moved_folder_is_installed_again(project: Path) -> None:
    run(project, "build")
    moved = project.rename(project.with_name("moved course"))
    assert run(moved, "build").returncode == 0
    assert calls(moved)[2:] in (["pip"], ["venv", "pip"])


def test_a_failed_install_is_repeated(project: Path) -> None:
    (project / "pip-says.txt").write_text("something new")
    assert run(project, "build").returncode == 1
    (project / "pip-says.txt").unlink()
    assert run(project, "build").returncode == 0
    assert calls(project) == ["venv", "pip", "pip"]


def test_a_failed_update_does_not_count_as_the_old_install(project: Path) -> None:
    run(project, "build")
    before = (project / "requirements.txt").read_text()
    (project / "requirements.txt").write_text(before + "nosuch==1\n")
    (project / "pip-says.txt").write_text("something new")
    assert run(project, "build").returncode == 1
    (project / "requirements.txt").write_text(before)
    (project / "pip-says.txt").unlink()
    assert run(project, "build").returncode == 0
    assert calls(project) == ["venv", "pip", "pip", "pip"]


def test_a_broken_environment_is_made_anew(project: Path) -> None:
    run(project, "build")
    shutil.rmtree(project / ".venv" / ("Scripts" if os.name == "nt" else "bin"))
    done = run(project, "build")
    assert done.returncode == 0, done.stderr
    assert calls(project) == ["venv", "pip", "venv", "pip"]


def test_an_environment_without_pip_is_made_anew(project: Path) -> None:
    run(project, "build")
    (project / ".venv" / "pip.py").unlink()
    assert run(project, "build").returncode == 0
    assert calls(project) == ["venv", "pip", "venv", "pip"]


def test_an_environment_of_another_python_does_not_work(
    course: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(project, "build")
    environment = course.Environment(project)
    assert environment.works()
    monkeypatch.setattr(course, "THIS_PYTHON", "3.99")
    assert not environment.works()


# --- What goes wrong ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ("NewConnectionError: Failed to establish a new connection", "network"),
        ("[Errno -3] Temporary failure in name resolution", "network"),
        ("ReadTimeoutError: Read timed out.", "network"),
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "disk is full"),
        ("[Errno 13] Permission denied: 'x'", "No permission"),
        ("SSLCertVerificationError: CERTIFICATE_VERIFY_FAILED", "certificate"),
        ("ProxyError('Cannot connect to proxy.')", "proxy"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "damaged"),
    ],
)
def test_a_known_cause_is_named(project: Path, says: str, expected: str) -> None:
    (project / "pip-says.txt").write_text("Collecting six\n" + says)
    done = run(project, "build")
    assert done.returncode == 1
    assert expected in one_sentence(done.stderr)
    assert str(project / "_build" / "logs" / "install.log") in done.stderr


def test_an_unknown_cause_shows_the_end_of_the_log(project: Path) -> None:
    lines = [f"line {number}" for number in range(30)]
    (project / "pip-says.txt").write_text("\n".join([*lines, "ERROR: no wheel for your moon"]))
    done = run(project, "build")
    assert done.returncode == 1
    assert "ERROR: no wheel for your moon" in done.stderr
    assert "line 3\n" not in done.stderr
    assert "install.log" in one_sentence(done.stderr)


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_that_cannot_make_environments(
    course: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == missing else real(name)
    )
    with pytest.raises(course.failures.CourseError, match="apt install python3-venv"):
        course.Environment(project).create()


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_a_missing_file_is_named(project: Path, name: str) -> None:
    (project / name).unlink()
    done = run(project, "build")
    assert done.returncode == 1
    assert name in one_sentence(done.stderr)


@pytest.mark.parametrize(
    ("code", "expected"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "permission"), (errno.EROFS, "permission")],
)
def test_errors_of_the_system_become_sentences(
    course: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    code: int,
    expected: str,
) -> None:
    def fail(_: object) -> None:
        raise OSError(code, os.strerror(code), "some file")

    monkeypatch.setattr(course.Environment, "prepare", fail)
    assert course.main(["build"]) == 1
    assert expected in one_sentence(capsys.readouterr().err)


def test_a_narrow_console_never_breaks(project: Path) -> None:
    (project / "pip-says.txt").write_text("na\u00efve \u2192 \u4f60", encoding="utf-8")
    done = run(project, "build", PYTHONIOENCODING="cp1252:strict")
    assert done.returncode == 1
    assert "na\u00efve ? ?" in done.stderr


# --- Usage -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["read"],
        ["serve", "--port", "0"],
        ["serve", "--port", "70000"],
        ["serve", "--port", "many"],
        ["test", "--only", "everything"],
        ["practise", "--lang", "fr"],
        ["build", "--fast"],
    ],
)
def test_wrong_usage_has_its_own_exit_code(project: Path, arguments: list[str]) -> None:
    done = run(project, *arguments)
    assert done.returncode == 2
    assert "usage: course.py" in done.stderr
    assert calls(project) == []


def test_help_and_version_need_no_environment(project: Path) -> None:
    shown = run(project, "--help")
    assert shown.returncode == 0
    for command in ("serve", "practise", "build", "test", "clean"):
        assert command in shown.stdout
    assert run(project, "--version").stdout == "Inside Story 3.2.1\n"
    assert calls(project) == []


def test_the_real_project_tells_its_version(course: ModuleType) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", course.version())


def test_exit_codes_are_handed_on(project: Path) -> None:
    (project / "exit-code.txt").write_text("1")
    assert run(project, "build").returncode == 1


def test_clean_keeps_the_learners_work(project: Path) -> None:
    for name in ("_build/site/en/index.html", ".venv/x", "my-work/en/hook.ipynb"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("mine")
    assert run(project, "clean").returncode == 0
    assert not (project / "_build").exists()
    assert (project / ".venv" / "x").exists()
    assert run(project, "clean", "--all").returncode == 0
    assert not (project / ".venv").exists()
    assert (project / "my-work" / "en" / "hook.ipynb").read_text() == "mine"
    assert run(project, "clean", "--all").returncode == 0


# --- Stopping ----------------------------------------------------------------------------------


def wait_for(condition: Callable[[], bool], seconds: float = 20.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_stop_reaches_everything_that_was_started(project: Path, number: signal.Signals) -> None:
    run(project, "build")
    door = subprocess.Popen(
        [sys.executable, "course.py", "serve", "--no-open", "--port", "8123"],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        # Tests may run where Ctrl-C is switched off; the door must see it all the same.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,
    )
    child = project / "child.txt"
    assert wait_for(lambda: child.exists() and child.read_text() != "")
    pid = int(child.read_text())
    assert alive(pid)
    door.send_signal(number)
    _, errors = door.communicate(timeout=30)
    assert wait_for(lambda: not alive(pid)), "a process that was started still runs"
    assert "Traceback" not in errors
    if number is not signal.SIGKILL:
        assert door.returncode == 1
        assert errors.splitlines() == ["Stopped. Start the same command again to go on."]
    assert (project / "options.txt").read_text() == "--port 8123 --no-open"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_a_stop_in_the_middle_of_the_install_is_repeated(project: Path) -> None:
    (project / "pip" / "__main__.py").write_text(
        FAKE_PIP + "import time\nopen('started.txt', 'w').close()\ntime.sleep(60)\n"
    )
    door = subprocess.Popen(
        [sys.executable, "course.py", "build"],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert wait_for((project / "started.txt").exists)
    door.send_signal(signal.SIGTERM)
    _, errors = door.communicate(timeout=30)
    assert door.returncode == 1
    assert errors.splitlines() == ["Stopped. Start the same command again to go on."]
    (project / "pip" / "__main__.py").write_text(FAKE_PIP)
    assert run(project, "build").returncode == 0
    assert calls(project) == ["venv", "pip", "pip"]


def test_paper_hands_its_option_on(project: Path) -> None:
    (project / "publishing" / "paper.py").write_text("import sys\nprint(sys.argv[1:])\n")
    assert "[]" in run(project, "paper").stdout
    assert "['--no-pdf']" in run(project, "paper", "--no-pdf").stdout
