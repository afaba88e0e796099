"""Find the file that a request names below one folder, and the form in which it is sent."""

import functools
import gzip
import hashlib
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote

# The system's own table is not asked: on Windows programs change it, and scripts stop working.
TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".ipynb": "application/x-ipynb+json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".yml": "text/plain; charset=utf-8",
    ".py": "text/x-python; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".wasm": "application/wasm",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".epub": "application/epub+zip",
    ".zip": "application/zip",
    ".whl": "application/zip",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
}
"""File name ending -> media type."""

OTHER_TYPE: Final = "application/octet-stream"

SMALLEST_TO_PACK: Final = 600
"""Bytes below which gzip saves nothing worth having."""

SWITCH_OFF: Final = b'data-practise="off"'
SWITCH_ON: Final = b'data-practise="on"'
# Addresses that only this server answers; on other hosts nothing leads to them.
SERVER_HREF: Final = b" data-server-href="
HREF: Final = b" href="


def locate(site: Path, path: str) -> Path | None:
    """Return the file below `site` that a request path names, or None.

    A path that ends with / means the index page there. Folders are never listed.
    """
    try:
        name = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return None
    if name.endswith("/"):
        name += "index.html"
    parts = name.split("/")[1:]
    if not all(_plain(part) for part in parts):
        return None
    found = site.joinpath(*parts)
    # A link could lead out of the folder; what counts is where the file really is.
    if not found.is_file() or not found.resolve().is_relative_to(site.resolve()):
        return None
    return found


def _plain(part: str) -> bool:
    """Tell whether one part of a path is an ordinary, visible name on every system."""
    return bool(part) and not part.startswith(".") and not re.search(r'[\\:*?"<>|\x00-\x1f]', part)


def media_type(path: Path) -> str:
    """Return the media type of a file."""
    return TYPES.get(path.suffix.lower(), OTHER_TYPE)


def is_text(media: str) -> bool:
    """Tell whether gzip makes a media type smaller."""
    return media.startswith("text/") or media.endswith(("json", "xml", "wasm"))


class Body(NamedTuple):
    """What is sent for a file, in both forms, and the tag that changes with it."""

    plain: bytes
    packed: bytes | None
    tag: str


@functools.lru_cache(maxsize=512)
def body_of(path: Path, _changed: int, _size: int, practising: bool) -> Body:
    """Read a file and prepare it for sending; remembered until its time or size changes."""
    plain = path.read_bytes()
    media = media_type(path)
    if practising and media.startswith("text/html"):
        plain = plain.replace(SWITCH_OFF, SWITCH_ON, 1).replace(SERVER_HREF, HREF)
    packed = None
    if is_text(media) and len(plain) >= SMALLEST_TO_PACK:
        packed = gzip.compress(plain, 6, mtime=0)
    return Body(plain, packed, hashlib.sha256(plain).hexdigest()[:20])


def accepts_gzip(header: str) -> bool:
    """Tell whether an Accept-Encoding header allows gzip."""
    for item in header.lower().split(","):
        coding, _, parameters = item.strip().partition(";")
        if coding.strip() in ("gzip", "*"):
            return re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", parameters) is None
    return False


def not_modified(tags: str | None, since: str | None, tag: str, changed: datetime) -> bool:
    """Tell whether the browser's own copy is still good.

    `tags` and `since` are its If-None-Match and If-Modified-Since; a tag counts before a date.
    """
    if tags is not None:
        known = [each.strip().removeprefix("W/") for each in tags.split(",")]
        return "*" in known or f'"{tag}"' in known
    if since is None:
        return False
    try:
        return changed <= parsedate_to_datetime(since)
    except (ValueError, TypeError):
        return False
