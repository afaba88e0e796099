"""Finding a browser on the three systems, without one."""

from pathlib import Path

import pytest

from publishing import browsers
from publishing.failures import CourseError


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_the_chosen_program_comes_first(tmp_path: Path) -> None:
    chosen = program(tmp_path / "mine" / "browser")
    program(tmp_path / "bin" / "chromium")
    env = {"CHROME_PATH": str(chosen), "PATH": str(tmp_path / "bin")}
    assert browsers.find_chromium("linux", env) == chosen


def test_a_wrong_choice_is_named_and_not_replaced(tmp_path: Path) -> None:
    program(tmp_path / "bin" / "chromium")
    env = {"CHROME_PATH": str(tmp_path / "none"), "PATH": str(tmp_path / "bin")}
    with pytest.raises(CourseError, match="CHROME_PATH names a file that does not exist"):
        browsers.find_chromium("linux", env)


@pytest.mark.parametrize("name", ["chromium", "google-chrome", "microsoft-edge"])
def test_a_command_on_the_path(tmp_path: Path, name: str) -> None:
    wanted = program(tmp_path / name)
    assert browsers.find_chromium("linux", {"PATH": str(tmp_path)}) == wanted


def test_an_application_of_a_mac(tmp_path: Path) -> None:
    wanted = program(tmp_path / "Applications" / browsers.MAC_APPS[2])
    assert browsers.find_chromium("darwin", {"PATH": "", "HOME": str(tmp_path)}) == wanted


@pytest.mark.parametrize("variable", ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"])
def test_a_program_of_windows(tmp_path: Path, variable: str) -> None:
    wanted = program(tmp_path / browsers.WINDOWS_APPS[0])
    assert browsers.find_chromium("win32", {"PATH": "", variable: str(tmp_path)}) == wanted


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_without_any_the_remedy_is_told(tmp_path: Path, platform: str) -> None:
    with pytest.raises(CourseError) as caught:
        browsers.find_chromium(platform, {"PATH": str(tmp_path)})
    for part in ("install", "CHROME_PATH", "--no-browser"):
        assert part in str(caught.value)


def test_a_page_is_shown_only_where_there_is_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert browsers.has_screen("win32", {})
    assert browsers.has_screen("darwin", {})
    assert not browsers.has_screen("linux", {})
    assert browsers.has_screen("linux", {"DISPLAY": ":0"})
    assert browsers.has_screen("linux", {"WAYLAND_DISPLAY": "wayland-0"})

    monkeypatch.setattr(browsers, "has_screen", lambda: False)
    monkeypatch.setattr("webbrowser.open", lambda _: pytest.fail("no browser may be opened"))
    assert browsers.open_page("http://127.0.0.1:1/") is False
