"""JupyterLab's start, end and settings. A small server stands in for it, but for one test."""

import http.client
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from publishing import browsers, practise
from publishing.failures import CourseError
from publishing.practise import Lab, LabState

FAKE_LAB = """
import http.server, json, os, pathlib, sys, threading
if pathlib.Path("fail").exists():
    sys.exit("no kernel today")
settings = pathlib.Path(os.environ["JUPYTER_CONFIG_DIR"], "jupyter_server_config.json")
port = json.loads(settings.read_text())["ServerApp"]["port"]
with open("starts.txt", "a") as starts: print(os.getpid(), file=starts)

class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/api" else 404)
        self.end_headers()
    def log_message(self, *_): pass

server = http.server.HTTPServer(("127.0.0.1", port), Answer)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
"""


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    """A Lab whose server is the stand-in."""
    (tmp_path / "lab.py").write_text(FAKE_LAB)
    lab = Lab(tmp_path, (sys.executable, "lab.py"))
    yield lab
    lab.stop()


def until_settled(lab: Lab) -> LabState:
    end = time.monotonic() + 20
    while (state := lab.state()) is LabState.STARTING and time.monotonic() < end:
        time.sleep(0.05)
    return state


def starts(lab: Lab) -> list[int]:
    path = lab.root / "starts.txt"
    return [int(line) for line in path.read_text().split()] if path.exists() else []


def test_it_starts_when_first_asked_and_only_once(lab: Lab) -> None:
    assert not lab.running()
    assert lab.state() is LabState.STARTING
    assert until_settled(lab) is LabState.READY
    assert lab.state() is LabState.READY
    assert lab.running()
    assert len(starts(lab)) == 1
    assert lab.work.is_dir()


def test_asking_whether_it_starts_changes_nothing(lab: Lab) -> None:
    assert not lab.starting()
    assert not lab.running()
    (lab.root / "fail").touch()
    lab.state()
    end = time.monotonic() + 20
    while lab.starting() and time.monotonic() < end:
        time.sleep(0.05)
    assert lab.state() is LabState.FAILED
    (lab.root / "fail").unlink()
    lab.state()
    while lab.starting() and time.monotonic() < end:
        time.sleep(0.05)
    assert lab.state() is LabState.READY


def test_it_ends_when_told(lab: Lab) -> None:
    assert until_settled(lab) is LabState.READY
    begin = time.monotonic()
    lab.stop()
    assert time.monotonic() - begin < 5
    assert not lab.running()
    lab.stop()


def test_a_failed_start_is_told_once_and_tried_again(lab: Lab) -> None:
    (lab.root / "fail").touch()
    assert lab.state() is LabState.STARTING
    assert until_settled(lab) is LabState.FAILED
    assert "no kernel today" in lab.log.read_text()
    (lab.root / "fail").unlink()
    assert until_settled(lab) is LabState.READY


def test_one_that_never_answers_has_failed(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(practise, "START_LIMIT", 0.3)
    (lab.root / "lab.py").write_text("import sys; sys.stdin.read()")
    assert until_settled(lab) is LabState.FAILED
    assert not lab.running()


def test_one_that_a_person_shut_down_starts_again(lab: Lab) -> None:
    assert until_settled(lab) is LabState.READY
    assert lab._process is not None
    lab._process.kill()
    lab._process.wait()
    assert until_settled(lab) is LabState.READY
    assert len(starts(lab)) == 2


def test_the_address_holds_a_token_of_this_start_only(lab: Lab, tmp_path: Path) -> None:
    until_settled(lab)
    address = lab.address(lab.work / "id" / "my hook.ipynb", "localhost")
    assert address.startswith("http://localhost:")
    path, _, token = address.partition("?token=")
    assert path.endswith("/lab/tree/id/my%20hook.ipynb")
    assert len(token) == 48
    assert Lab(tmp_path).address(lab.work).partition("?token=")[2] != token


def test_the_token_is_in_no_file_and_no_command_line(lab: Lab) -> None:
    until_settled(lab)
    token = lab.address(lab.work).partition("?token=")[2]
    texts = [path.read_bytes() for path in lab.root.rglob("*") if path.is_file()]
    assert texts
    assert not any(token.encode() in text for text in texts)
    assert lab._process is not None
    assert token not in " ".join(map(str, lab._process.args))  # type: ignore[arg-type]


def test_the_settings_keep_everything_on_this_computer(tmp_path: Path) -> None:
    practise.write_settings(tmp_path, tmp_path / "my-work", 4321)
    server = json.loads((tmp_path / "jupyter_server_config.json").read_text())
    assert server["ServerApp"]["ip"] == "127.0.0.1"
    assert server["ServerApp"]["root_dir"] == str(tmp_path / "my-work")
    assert server["LabApp"]["news_url"] is None
    assert "NeverCheckForUpdate" in server["LabApp"]["check_for_updates_class"]
    assert server["LabApp"]["extension_manager"] == "readonly"
    assert "allow_origin" not in json.dumps(server)


def test_jupyterlab_knows_every_setting(tmp_path: Path) -> None:
    from jupyter_server.serverapp import ServerApp
    from jupyterlab.labapp import LabApp

    practise.write_settings(tmp_path, tmp_path, 1)
    server = json.loads((tmp_path / "jupyter_server_config.json").read_text())
    for kind in (ServerApp, LabApp):
        traits = kind.class_traits(config=True)
        for name, value in server[kind.__name__].items():
            assert name in traits, name
            setattr(kind(), name, value)
    schemas = Path(sys.prefix, "share", "jupyter", "lab", "schemas")
    overrides = json.loads((tmp_path / "settings" / "overrides.json").read_text())
    for plugin, values in overrides.items():
        extension, _, name = plugin.partition(":")
        schema = json.loads((schemas / extension / f"{name}.json").read_text(encoding="utf-8"))
        assert values.keys() <= schema["properties"].keys()


def test_foreign_jupyter_settings_do_not_reach_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH", "JUPYTER_TOKEN_FILE", "JUPYTER_TOKEN"):
        monkeypatch.setenv(name, "foreign")
    env = practise.lab_environment(tmp_path, tmp_path / "settings", tmp_path / "my-work", "secret")
    assert "foreign" not in env.values()
    assert env["JUPYTER_TOKEN"] == "secret"
    for name, value in env.items():
        if name.endswith("_DIR") and name.startswith("JUPYTER"):
            assert value.startswith(str(tmp_path)), name


def test_the_command_gives_copies_and_waits(
    lab: Lab, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (lab.root / "exercises" / "_id").mkdir(parents=True)
    (lab.root / "exercises" / "_id" / "hook.ipynb").write_text("latihan")
    shown: list[str] = []

    def show(address: str) -> bool:
        shown.append(address)
        raise KeyboardInterrupt

    monkeypatch.setattr(browsers, "open_page", show)
    assert practise.practise(lab.root, "id", show=True, lab=lab) == 0
    assert (lab.work / "id" / "hook.ipynb").read_text() == "latihan"
    assert "/lab/tree/id?token=" in shown[0]
    out = capsys.readouterr().out
    assert shown[0] in out
    assert "Stopped. Your work is in my-work." in out
    assert not lab.running()


def test_the_command_says_why_it_did_not_start(lab: Lab) -> None:
    (lab.root / "exercises").mkdir()
    (lab.root / "exercises" / "hook.ipynb").write_text("exercise")
    (lab.root / "fail").touch()
    with pytest.raises(CourseError, match=r"JupyterLab did not start: read") as caught:
        practise.practise(lab.root, "en", show=False, lab=lab)
    assert caught.value.details == ("no kernel today",)


def test_the_real_jupyterlab_starts_answers_and_ends(tmp_path: Path) -> None:
    lab = Lab(tmp_path)
    # Its own modules must be found; in the project, the working folder holds them.
    shutil.copytree(Path(practise.__file__).parent, tmp_path / "publishing")
    try:
        end = time.monotonic() + 90
        while (state := lab.state()) is LabState.STARTING and time.monotonic() < end:
            time.sleep(0.2)
        assert state is LabState.READY, lab.log.read_text()
        where = lab.address(lab.work).removeprefix("http://").partition("/")[0]
        token = lab.address(lab.work).partition("?token=")[2]
        for headers, expected in (({}, 403), ({"Authorization": f"token {token}"}, 200)):
            connection = http.client.HTTPConnection(where, timeout=20)
            connection.request("GET", "/api/status", headers=headers)
            assert connection.getresponse().status == expected
            connection.close()
        connection = http.client.HTTPConnection(where, timeout=20)
        connection.request("GET", "/lab/api/news", headers={"Authorization": f"token {token}"})
        assert json.loads(connection.getresponse().read()) == {"news": []}
        connection.close()
    finally:
        process = lab._process
        lab.stop()
    assert process is not None
    assert process.returncode == 0, lab.log.read_text()
    assert "Traceback" not in lab.log.read_text()
    assert os.fspath(tmp_path / "my-work") in lab.log.read_text()
