#!/usr/bin/env python3
"""The one door to the course: read it, build it, check it, practise.

    python3 course.py serve       build the course and read it in your browser
    python3 course.py practise    open the exercises in JupyterLab
    python3 course.py build       build the pages only, into _build/site
    python3 course.py paper       write the course as EPUB and PDF files, into _build/paper
    python3 course.py test        check everything
    python3 course.py clean       remove what was built

The first run makes a folder .venv beside this file and installs the pinned tools into it.
Only Python and a network connection are needed for that. Later runs need no network.
"""

import argparse
import hashlib
import importlib.util
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)

# An older Python must be able to read this file up to here and beyond: it gets a sentence, not a
# traceback. So this file keeps to the syntax of Python 3.6; the imports below need a newer one.
if sys.version_info < OLDEST:
    sys.exit(
        "This is Python {}.{}, and the course needs Python {}.{} or newer: install it from "
        "python.org or your system's package manager, then start again.".format(
            *sys.version_info[:2], *OLDEST
        )
    )

from publishing import LANGUAGES, ROOT, TEST_STEPS, failures, lock, steps  # noqa: E402

THIS_PYTHON = "{}.{}".format(*sys.version_info[:2])

# --- The environment ---------------------------------------------------------------------------


class Environment:
    """The folder .venv with the pinned tools, made and mended when needed."""

    def __init__(self, root: Path = ROOT, base: str = sys.executable) -> None:
        self.root = root
        self.base = base
        self.folder = root / ".venv"
        inside = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        self.python = self.folder / inside
        self.stamp = self.folder / ".installed"
        self.logs = root / "_build" / "logs"

    def wanted(self) -> str:
        """Return the hash of all that decides what is installed, and where."""
        digest = hashlib.sha256()
        digest.update(THIS_PYTHON.encode())
        digest.update(str(self.root).encode("utf-8", "surrogateescape"))
        for name in ("requirements.txt", "pyproject.toml"):
            digest.update(b"\0" + (self.root / name).read_bytes())
        return digest.hexdigest()

    def works(self) -> bool:
        """Tell whether the Python in the folder starts, has our version and has pip."""
        probe = "import sys, pip; print('{}.{}'.format(*sys.version_info[:2]))"
        try:
            answer = subprocess.run(
                [str(self.python), "-c", probe],
                cwd=str(self.folder),
                env=steps.tool_environment(self.folder),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=120,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        return answer.returncode == 0 and answer.stdout.strip() == THIS_PYTHON.encode()

    def installed(self) -> bool:
        """Tell whether the last install was finished and is what is wanted now."""
        try:
            return self.stamp.read_text(encoding="utf-8") == self.wanted()
        except FileNotFoundError:
            return False

    def prepare(self) -> None:
        """Make the environment ready. Does nothing when it is."""
        for name in ("requirements.txt", "pyproject.toml"):
            if not (self.root / name).is_file():
                raise failures.CourseError(
                    f"The file {name} is missing beside course.py: get the whole course again "
                    "with `git clone` or `git checkout .`, then start again."
                )
        with lock.only_one(self.root / "_build" / "install.lock", waiting=say_waiting):
            works = self.works()
            if works and self.installed():
                return
            if not works:
                self.create()
            self.install()

    def create(self) -> None:
        """Make the folder anew, with an own Python and pip."""
        if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
            raise failures.CourseError(
                "This Python cannot make environments: on Debian or Ubuntu run "
                "`sudo apt install python3-venv`, elsewhere install Python from python.org, "
                "then start again."
            )
        with steps.Step("Making a place for the tools, .venv") as step:
            remove(self.folder)
            log = self.logs / "venv.log"
            command = (self.base, "-m", "venv", str(self.folder))
            self.tool(command, log, step, "The folder .venv was not made")

    def install(self) -> None:
        """Install the pinned tools; the stamp comes last, so an interrupted install is repeated."""
        with steps.Step("Installing the pinned tools, a few minutes the first time") as step:
            self.stamp.unlink(missing_ok=True)
            options = "install --disable-pip-version-check --no-input -r requirements.txt"
            command = (str(self.python), "-m", "pip", *options.split())
            self.tool(command, self.logs / "install.log", step, "The tools were not installed")
            written = self.stamp.with_suffix(".part")
            written.write_text(self.wanted(), encoding="utf-8")
            written.replace(self.stamp)

    def tool(self, command: "tuple[str, ...]", log: Path, step: steps.Step, failure: str) -> None:
        """Run a command with its noise in a log. Raises `CourseError` with the cause."""
        # PIP_USER, set for the whole machine on some systems, does not work inside .venv.
        env = steps.tool_environment(self.root, PIP_USER="0")
        if steps.run(steps.Job(command, log, self.root, env), step.tick) == 0:
            return
        text = steps.read_log(log)
        cause = failures.known_cause(text, self.root)
        if cause is not None:
            raise failures.CourseError(cause, [f"The full log is {log}."])
        raise failures.CourseError(
            f"{failure}: read the last lines, which follow, mend the cause and start again; "
            f"the full log is {log}.",
            steps.last_lines(text, 6),
        )


def say_waiting() -> None:
    """Tell that somebody else works in the folder."""
    steps.say("  Another course.py is working in this folder; waiting for it.")


def remove(path: Path) -> None:
    """Remove a file or folder, also where Windows marked its files as read-only."""

    def again(function, name, _problem):  # type: ignore[no-untyped-def]
        Path(name).chmod(stat.S_IWRITE)
        function(name)

    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(str(path), onerror=again)


# --- The commands ------------------------------------------------------------------------------


def inside(module: str, *options: str) -> int:
    """Run one of our modules with the tools installed, and return its exit code."""
    environment = Environment()
    environment.prepare()
    command = [str(environment.python), "-m", module, *options]
    return steps.hand_over(command, ROOT, {**os.environ, "PYTHONPATH": str(ROOT)})


def serve(arguments: argparse.Namespace) -> int:
    """Build what changed and show the course in the browser."""
    options = [] if arguments.port is None else ["--port", str(arguments.port)]
    return inside("publishing.serve", *options, *no_open(arguments))


def practise(arguments: argparse.Namespace) -> int:
    """Open the exercises in JupyterLab."""
    return inside("publishing.practise", "--lang", arguments.lang, *no_open(arguments))


def build(_: argparse.Namespace) -> int:
    """Build what changed."""
    return inside("publishing.build")


def paper(arguments: argparse.Namespace) -> int:
    """Write the course as files to take along."""
    return inside("publishing.paper", *(["--no-pdf"] if arguments.no_pdf else []))


def test(arguments: argparse.Namespace) -> int:
    """Check everything, or one step of it."""
    options = ["--only", arguments.only] if arguments.only else []
    if arguments.no_browser:
        options.append("--no-browser")
    return inside("publishing.verify", *options)


def clean(arguments: argparse.Namespace) -> int:
    """Remove what was built; what you wrote in my-work/ always stays."""
    for name in ("_build", ".venv") if arguments.all else ("_build",):
        if (ROOT / name).exists():
            remove(ROOT / name)
            steps.say(f"Removed {name}.")
    steps.say("Clean. Your own work in my-work/ was not touched.")
    return 0


def no_open(arguments: argparse.Namespace) -> "list[str]":
    """Return the option that keeps the browser closed, if it was given."""
    return ["--no-open"] if arguments.no_open else []


def version() -> str:
    """Return the course's version, as pyproject.toml tells it."""
    import tomllib

    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


class ShowVersion(argparse.Action):
    """Print the version and end, reading it only when asked."""

    def __call__(self, *_: object) -> None:
        """Do it."""
        steps.say(f"Inside Story {version()}")
        sys.exit(0)


def port_number(text: str) -> int:
    """Read a port number; argparse turns the error into a sentence and exit code 2."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError("a port is a whole number from 1 to 65535, such as 8000")
    return int(text)


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    top = argparse.ArgumentParser(
        prog="course.py",
        description="The one door to the course: read it, build it, check it, practise.",
        epilog="Start with: python3 course.py serve",
    )
    top.add_argument(
        "--version", action=ShowVersion, nargs=0, help="show the version of the course and end"
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    one = commands.add_parser("serve", help="build the course and read it in your browser")
    one.add_argument(
        "--port", type=port_number, metavar="N", help="port to use (8000, or the next free one)"
    )
    one.add_argument("--no-open", action="store_true", help="do not open the browser")
    one.set_defaults(action=serve)

    one = commands.add_parser("practise", help="open the exercises in JupyterLab")
    one.add_argument("--lang", choices=sorted(LANGUAGES), default="en", help="language (en)")
    one.add_argument("--no-open", action="store_true", help="do not open the browser")
    one.set_defaults(action=practise)

    one = commands.add_parser("build", help="build the pages only, into _build/site")
    one.set_defaults(action=build)

    one = commands.add_parser("paper", help="write an e-book (EPUB) and a PDF, into _build/paper")
    one.add_argument("--no-pdf", action="store_true", help="only the e-book: needs no Chromium")
    one.set_defaults(action=paper)

    one = commands.add_parser("test", help="check everything: code, texts, exercises, pages")
    one.add_argument(
        "--only", choices=TEST_STEPS, metavar="NAME", help="one step: " + ", ".join(TEST_STEPS)
    )
    one.add_argument("--no-browser", action="store_true", help="leave out the tests in a browser")
    one.set_defaults(action=test)

    one = commands.add_parser("clean", help="remove what was built; never my-work/")
    one.add_argument("--all", action="store_true", help="remove the installed tools (.venv) too")
    one.set_defaults(action=clean)
    return top


def main(argv: "list[str] | None" = None) -> int:
    """Run one command and return the exit code: 0 well, 1 a problem, 2 wrong usage."""
    steps.prepare_console()
    top = parser()
    arguments = top.parse_args(argv)
    if arguments.command is None:
        top.print_help(sys.stderr)
        return 2
    steps.stop_on_signals()
    return failures.guarded(lambda: int(arguments.action(arguments)), ROOT / "_build" / "logs")


if __name__ == "__main__":
    sys.exit(main())
