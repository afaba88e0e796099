"""Reading without a network: what the worker stores, when it changes, how large it may be."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from publishing import offline
from publishing.finish import PageError, finish
from publishing.offline import OfflineError, stored, write_worker

PAGE = """<html lang="en"><head><link rel="stylesheet" href="../_static/a.css">
<link rel="canonical" href="https://example.org/hook.html">
<script src="../_static/a.js?v=1f" defer></script></head><body><img src="../_images/a.svg" alt="a">
<a href="../_sources/hook.ipynb" download>Download</a><a href="https://example.org/">out</a>
<img src="data:image/svg+xml,x" alt="b"></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A finished language with one page."""
    for name, text in {
        "book/hook.html": PAGE,
        "_static/a.css": '@font-face{src:url("fonts/a.woff2")}',
        "_static/a.js": "1",
        "_static/fonts/a.woff2": "font",
        "_static/unused.js": "2",
        "_images/a.svg": "<svg/>",
        "_sources/hook.ipynb": "{}",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def version(folder: Path) -> str:
    write_worker(folder)
    found = re.match(r'const VERSION = "(\w+)";', (folder / "sw.js").read_text("utf-8"))
    assert found is not None
    return found[1]


def test_it_stores_the_pages_and_what_they_load_and_no_downloads(folder: Path) -> None:
    wanted = [
        "_images/a.svg",
        "_static/a.css",
        "_static/a.js?v=1f",
        "_static/fonts/a.woff2",
        "book/hook.html",
    ]
    assert sorted(stored(folder)) == wanted
    write_worker(folder)
    second = (folder / "sw.js").read_text("utf-8").splitlines()[1]
    assert json.loads(second.removeprefix("const FILES = ").removesuffix(";")) == wanted


@pytest.mark.parametrize("name", ["book/hook.html", "_static/fonts/a.woff2", "_images/a.svg"])
def test_its_version_changes_with_what_it_stores(folder: Path, name: str) -> None:
    before = version(folder)
    assert version(folder) == before
    (folder / "_sources" / "hook.ipynb").write_text("{ }")
    assert version(folder) == before, "a download is not stored"
    with (folder / name).open("a") as file:
        file.write("<!-- new -->")
    assert version(folder) != before


def test_too_much_for_a_phone_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline, "MOST", 100)
    with pytest.raises(OfflineError, match="make the largest pictures smaller"):
        write_worker(folder)


def test_the_last_step_of_the_pages_writes_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(folder, "en")
    policy = (folder / "book" / "hook.html").read_text("utf-8")
    assert "worker-src 'self'" in policy
    assert (folder / "sw.js").is_file()
    monkeypatch.setattr(offline, "MOST", 100)
    with pytest.raises(PageError, match="smaller"):
        finish(folder, "en")
