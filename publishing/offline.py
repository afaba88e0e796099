"""Write the service worker that keeps the pages of one language readable without a network.

It stores the pages, and what they load by themselves, on the first visit; downloads are left out.
Its text holds a hash of all it stores, so a browser notices each change and fetches the new pages.
"""

import hashlib
import json
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from publishing import links
from publishing.steps import write_whole

WORKER: Final = Path(__file__).with_name("worker.js")
NAME: Final = "sw.js"

MOST: Final = 5_000_000
"""Bytes that a reader's device is asked to keep for one language."""


class OfflineError(ValueError):
    """The pages cannot be kept for offline reading; the text says what to do."""


def write_worker(html_dir: Path) -> None:
    """Write the worker of a finished language into its folder.

    Raises `OfflineError` when the pages are too large to keep on a phone.
    """
    files = sorted(stored(html_dir))
    size = sum((html_dir / _path(file)).stat().st_size for file in files)
    if size > MOST:
        raise OfflineError(
            f"The pages need {size / 1e6:.1f} MB on a reader's device, and {MOST / 1e6:.0f} MB is "
            "the most: make the largest pictures smaller."
        )
    code = WORKER.read_text(encoding="utf-8")
    names = json.dumps(files, ensure_ascii=False, separators=(",", ":"))
    version = _version(html_dir, files, code)
    text = f'const VERSION = "{version}";\nconst FILES = {names};\n{code}'
    write_whole(html_dir / NAME, text)


def stored(html_dir: Path) -> set[str]:
    """Return the addresses, below the folder, of all pages and of what they load."""
    files = set()
    for page in html_dir.rglob("*.html"):
        name = page.relative_to(html_dir).as_posix()
        if name.startswith("_static/"):
            continue
        files.add(name)
        for reference in links.read_page(page).references:
            if reference.loads:
                files.update(_inside(name, reference.address, html_dir))
    for sheet in [name for name in files if _path(name).endswith(".css")]:
        for reference in links.read_sheet(html_dir / _path(sheet)):
            files.update(_inside(sheet, reference.address, html_dir))
    return files


def _inside(source: str, address: str, html_dir: Path) -> Iterator[str]:
    """Yield an address as seen from the folder, with its query, if it names a file there."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(_path(source)), parts.path))
    if (html_dir / unquote(target)).is_file():
        yield target + (f"?{parts.query}" if parts.query else "")


def _path(address: str) -> str:
    return unquote(address.partition("?")[0])


def _version(html_dir: Path, files: list[str], code: str) -> str:
    """Return a short hash of everything that the worker is and stores."""
    digest = hashlib.sha256(code.encode("utf-8"))
    for file in files:
        digest.update(b"\0" + file.encode("utf-8") + b"\0")
        digest.update(hashlib.sha256((html_dir / _path(file)).read_bytes()).digest())
    return digest.hexdigest()[:16]
