"""Open the exercises in JupyterLab: a server for one person, on this computer only."""

import argparse
import http.client
import json
import os
import runpy
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Final
from urllib.parse import quote

from publishing import LANGUAGES, ROOT, browsers, copies, failures, steps
from publishing.steps import write_whole

HOST: Final = "127.0.0.1"

START_LIMIT: Final = 180.0
"""Seconds after which a JupyterLab that does not answer counts as failed."""

COMMAND: Final = (sys.executable, "-m", "publishing.practise", "--server")


# --- The JupyterLab server ---------------------------------------------------------------------


class LabState(Enum):
    """How far JupyterLab is."""

    STARTING = "starting"
    READY = "ready"
    FAILED = "failed"


class Lab:
    """One JupyterLab server, started when it is first asked for; safe to use from threads."""

    def __init__(self, root: Path, command: tuple[str, ...] = COMMAND) -> None:
        self.root = root
        self.work = root / "my-work"
        self.log = root / "_build" / "logs" / "jupyter.log"
        self._command = command
        self._token = secrets.token_hex(24)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._port = 0
        self._answered = False
        self._since = 0.0

    def state(self) -> LabState:
        """Return how far the server is; start it if it does not run.

        After a failure the next question starts it again.
        """
        with self._lock:
            if self._process is not None and self._process.poll() is not None:
                failed = not self._answered
                self._end()
                if failed:
                    return LabState.FAILED
            if self._process is None:
                self._start()
            if not self._answered:
                self._answered = _answers(self._port)
            if self._answered:
                return LabState.READY
            if time.monotonic() - self._since > START_LIMIT:
                self._end()
                return LabState.FAILED
            return LabState.STARTING

    def starting(self) -> bool:
        """Tell whether the server is still on its way, and change nothing."""
        with self._lock:
            if self._process is None or self._process.poll() is not None or self._answered:
                return False
            late = time.monotonic() - self._since > START_LIMIT
            return not late and not _answers(self._port)

    def running(self) -> bool:
        """Tell whether the server runs, without starting it."""
        with self._lock:
            return self._process is not None and self._process.poll() is None

    def address(self, notebook: Path, host: str = HOST) -> str:
        """Return the address that opens a notebook, or a folder, of the learner."""
        path = quote(notebook.relative_to(self.work).as_posix())
        return f"http://{host}:{self._port}/lab/tree/{path}?token={self._token}"

    def stop(self) -> None:
        """End the server and its kernels; notebooks are saved by JupyterLab while one works."""
        with self._lock:
            self._end()

    def _start(self) -> None:
        self.work.mkdir(exist_ok=True)
        self._port = free_port()
        self._since = time.monotonic()
        settings = self.root / "_build" / "jupyter"
        write_settings(settings, self.work, self._port)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=self.root,
                env=lab_environment(self.root, settings, self.work, self._token),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
                start_new_session=os.name != "nt",
            )

    def _end(self) -> None:
        """Close the server's input, which tells it to end; use force if it does not."""
        process, self._process, self._answered = self._process, None, False
        if process is None:
            return
        assert process.stdin is not None
        process.stdin.close()
        try:
            process.wait(timeout=steps.GRACE)
        except subprocess.TimeoutExpired:
            steps.stop(process, grace=1.0)


def free_port() -> int:
    """Return a port that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port


def _answers(port: int) -> bool:
    """Tell whether a Jupyter server answers on a port."""
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/api")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def write_settings(folder: Path, work: Path, port: int) -> None:
    """Write what JupyterLab must keep to: this computer only, and no calls to the outside."""
    server = {
        "ServerApp": {
            "ip": HOST,
            "port": port,
            "port_retries": 0,
            "open_browser": False,
            "root_dir": str(work),
            "allow_root": True,
            "terminals_enabled": False,
        },
        "LabApp": {
            "app_settings_dir": str(folder / "settings"),
            "news_url": None,
            "check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate",
            "extension_manager": "readonly",
        },
    }
    overrides = {
        "@jupyterlab/apputils-extension:notification": {
            "fetchNews": "false",
            "checkForUpdates": False,
        },
        "@jupyterlab/extensionmanager-extension:plugin": {"enabled": False},
    }
    write_whole(folder / "jupyter_server_config.json", json.dumps(server, indent=2))
    write_whole(folder / "jupyter_lab_config.json", json.dumps(server, indent=2))
    write_whole(folder / "settings" / "overrides.json", json.dumps(overrides, indent=2))


def lab_environment(root: Path, settings: Path, work: Path, token: str) -> Mapping[str, str]:
    """Return the server's environment: its own settings, the learner's preferences in my-work."""
    own = work / ".course" / "jupyter"
    env = steps.tool_environment(
        root,
        JUPYTER_TOKEN=token,
        JUPYTER_CONFIG_DIR=str(settings),
        JUPYTER_RUNTIME_DIR=str(settings / "runtime"),
        JUPYTER_DATA_DIR=str(own / "data"),
        JUPYTERLAB_SETTINGS_DIR=str(own / "settings"),
        JUPYTERLAB_WORKSPACES_DIR=str(own / "workspaces"),
        IPYTHONDIR=str(own / "ipython"),
    )
    others = ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH", "JUPYTER_TOKEN_FILE", "JUPYTER_PORT")
    return {key: value for key, value in env.items() if key not in others}


def be_the_server() -> int:
    """Run JupyterLab in this process until our standard input is closed."""
    threading.Thread(target=_stop_at_end_of_input, daemon=True).start()
    sys.argv = ["jupyter-lab"]
    runpy.run_module("jupyterlab", run_name="__main__")
    return 0


def _stop_at_end_of_input() -> None:
    from jupyter_server.serverapp import ServerApp

    steps.wait_for_end_of_input()
    if ServerApp.initialized():
        ServerApp.instance().stop(from_signal=True)
        time.sleep(steps.GRACE)
    os._exit(0)


# --- Command line ------------------------------------------------------------------------------


def main(argv: list[str] | None = None) -> int:
    """Open JupyterLab with the exercises of one language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=sorted(LANGUAGES), default="en")
    parser.add_argument("--no-open", action="store_true")
    parser.add_argument("--server", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    if arguments.server:
        return be_the_server()
    steps.prepare_console()
    steps.follow_parent()
    return failures.guarded(
        lambda: practise(ROOT, arguments.lang, show=not arguments.no_open),
        ROOT / "_build" / "logs",
    )


def practise(root: Path, lang: str, *, show: bool, lab: Lab | None = None) -> int:
    """Copy the exercises, run JupyterLab and wait until it is stopped."""
    lab = lab or Lab(root)
    copies.copy_all(root, lab.work, lang, date.today())
    try:
        _wait_until_ready(lab)
        folder = lab.work / lang
        address = lab.address(folder)
        steps.say(f"\nThe exercises are at {address}")
        steps.say(f"Your own copies are in {folder}. Press Ctrl-C to stop.")
        if show:
            browsers.open_page(address)
        while lab.running():
            time.sleep(0.5)
        steps.say("JupyterLab was shut down.")
    except KeyboardInterrupt:
        steps.say("\nStopped. Your work is in my-work.")
    finally:
        lab.stop()
    return 0


def _wait_until_ready(lab: Lab) -> None:
    with steps.Step("Starting JupyterLab") as step:
        while (state := lab.state()) is LabState.STARTING:
            step.tick()
            time.sleep(0.2)
        if state is LabState.FAILED:
            raise failures.CourseError(
                f"JupyterLab did not start: read the last lines, which follow, and start again; "
                f"the full log is {lab.log}.",
                steps.last_lines(steps.read_log(lab.log), 5),
            )


if __name__ == "__main__":
    sys.exit(main())
