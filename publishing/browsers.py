"""Find a browser on this computer: one to show the course in, and a Chromium for the tests."""

import os
import shutil
import sys
import threading
import webbrowser
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from publishing.failures import CourseError

COMMANDS: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)

MAC_APPS: Final = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)

WINDOWS_APPS: Final = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)

HOW_TO_GET: Final = {
    "darwin": "install Google Chrome or Microsoft Edge",
    "win32": "install Google Chrome or Microsoft Edge",
    "linux": "run `sudo apt install chromium`, or install Google Chrome",
}


def has_screen(platform: str = sys.platform, env: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a window can be shown: a text browser would take over the terminal."""
    if platform in ("win32", "darwin"):
        return True
    return bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def open_page(address: str) -> bool:
    """Show an address in the person's browser where there is a screen, without waiting for it."""
    if not has_screen():
        return False
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    return True


def find_chromium(
    platform: str = sys.platform,
    env: Mapping[str, str] = os.environ,
    *,
    purpose: str = "for the browser tests",
    otherwise: str = "leave these tests out with --no-browser",
) -> Path:
    """Return the program file of a Chromium, Chrome or Edge; `CHROME_PATH` comes first.

    Raises `CourseError` that says how to get one, or what to do `otherwise`.
    """
    chosen = env.get("CHROME_PATH")
    if chosen:
        if Path(chosen).is_file():
            return Path(chosen)
        raise CourseError(
            f"CHROME_PATH names a file that does not exist ({chosen}): set it to the program file "
            "of Chromium, Chrome or Edge, or remove it."
        )
    found = next((path for path in _places(platform, env) if path.is_file()), None)
    if found is None:
        how = HOW_TO_GET.get(platform, HOW_TO_GET["linux"])
        raise CourseError(
            f"No Chromium, Chrome or Edge was found {purpose}: {how}, set CHROME_PATH "
            f"to one that you have, or {otherwise}."
        )
    return found


def _places(platform: str, env: Mapping[str, str]) -> Iterator[Path]:
    """Yield the places where the three systems keep these browsers."""
    for name in COMMANDS:
        command = shutil.which(name, path=env.get("PATH", ""))
        if command:
            yield Path(command)
    if platform == "darwin":
        for folder in (Path("/Applications"), Path(env.get("HOME", "/")) / "Applications"):
            yield from (folder / app for app in MAC_APPS)
    if platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if env.get(variable):
                yield from (Path(env[variable]) / app for app in WINDOWS_APPS)
