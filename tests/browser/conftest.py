"""The finished site for tests in a browser: a copy of it in a folder of a host of its own."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from publishing import ROOT, links

BELOW = "some/where"


class Quiet(SimpleHTTPRequestHandler):
    """Serve files and say nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class Site:
    """A copy of the finished site, below a path of a host, that can go away."""

    def __init__(self, host: Path) -> None:
        self.folder = host / BELOW
        shutil.copytree(ROOT / "_build" / "site", self.folder)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(host)))
        self.address = f"http://127.0.0.1:{self._server.server_port}/{BELOW}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def go_away(self) -> None:
        """Stop answering, as a host does when the network is gone."""
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Serve the finished site, which `course.py build` makes."""
    links.require_site(ROOT / "_build" / "site")
    made = Site(tmp_path)
    yield made
    made.go_away()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Start the Chromium that COURSE_CHROMIUM names."""
    from playwright.sync_api import sync_playwright

    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as play:
        started = play.chromium.launch(
            executable_path=os.environ["COURSE_CHROMIUM"], args=["--no-sandbox"] if root else []
        )
        yield started
        started.close()
