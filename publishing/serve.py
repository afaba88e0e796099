"""Serve the finished site to this computer only, and open exercises in JupyterLab.

The server sends files below one folder and nothing else. It asks nobody, stores nothing about
its readers, and answers only when it is addressed as this computer.
"""

import argparse
import errno
import functools
import os
import posixpath
import re
import socket
import socketserver
import sys
import threading
import time
import traceback
from collections.abc import Mapping
from datetime import UTC, date, datetime
from email.utils import format_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote, urlsplit

from publishing import LANGUAGES, ROOT, browsers, build, copies, failures, practise, steps
from publishing.files import TYPES, accepts_gzip, body_of, locate, media_type, not_modified
from publishing.plain_pages import (
    failed_page,
    message_page,
    newer_page,
    not_found_page,
    waiting_page,
)

HOST: Final = practise.HOST
FIRST_PORT: Final = 8000
PORTS_TO_TRY: Final = 50

_INDONESIAN: Final = ("id", "in", "ms")  # "in" is the old code; Malay readers follow Indonesian


# --- Decisions, without a network --------------------------------------------------------------


def preferred_language(header: str) -> str:
    """Return `en` or `id` for an Accept-Language header; English when it names neither."""
    best, language = 0.0, "en"
    for item in header.split(","):
        tag, _, parameters = item.strip().partition(";")
        primary = tag.strip().lower().split("-")[0]
        match = re.fullmatch(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", parameters)
        quality = float(match[1]) if match else 1.0
        code = "id" if primary in _INDONESIAN else primary
        if code in LANGUAGES and quality > best:
            best, language = quality, code
    return language


def host_allowed(header: str | None, port: int) -> bool:
    """Tell whether a Host header names this server.

    A foreign site could give its own name the address of this computer and read our answers.
    """
    ends = (f":{port}", "") if port == 80 else (f":{port}",)
    return (header or "").lower() in [name + end for name in (HOST, "localhost") for end in ends]


# --- The server --------------------------------------------------------------------------------


class Course(ThreadingHTTPServer):
    """The server of one site; `lab` is None where exercises cannot be opened."""

    daemon_threads = True
    # On Windows, reusing an address would let two servers share one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, root: Path, port: int, lab: practise.Lab | None = None) -> None:
        self.root = root
        self.site = root / "_build" / "site"
        self.lab = lab
        self.copying = threading.Lock()
        super().__init__((HOST, port), Handler)

    @functools.cached_property
    def start(self) -> Mapping[str, str]:
        """The address of each language's first page."""
        return build.start_pages(self.root, "/")

    def server_bind(self) -> None:
        """Take the port; the name of this computer is not looked up, which can take seconds."""
        if sys.platform == "win32":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep what went wrong in a log; a browser that went away is nothing wrong."""
        if isinstance(sys.exception(), ConnectionError | TimeoutError):
            return
        log = self.root / "_build" / "logs" / "serve.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(traceback.format_exc() + "\n")


class Handler(BaseHTTPRequestHandler):
    """Answers one browser connection."""

    server: Course
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        """Answer a request for a page, a file or an exercise."""
        if not host_allowed(self.headers.get("Host"), self.server.server_port):
            text = f"Open http://{HOST}:{self.server.server_port}/ instead."
            self._page(HTTPStatus.MISDIRECTED_REQUEST, message_page("Wrong address", text))
            return
        try:
            self._route(urlsplit(self.path).path)
        except ConnectionError:
            raise
        except OSError as error:
            trouble = failures.explain_os_error(error, self.server.root / "_build" / "logs")
            page = message_page("That did not work", str(trouble))
            self._page(HTTPStatus.INTERNAL_SERVER_ERROR, page)

    do_HEAD = do_GET  # noqa: N815 - the same without the content, see `_send`

    def _route(self, path: str) -> None:
        if path == "/":
            language = preferred_language(self.headers.get("Accept-Language", ""))
            self._redirect(self.server.start[language], Vary="Accept-Language")
        elif path.startswith("/practise/"):
            self._practise(path)
        else:
            self._file(path)

    # Files

    def _file(self, path: str) -> None:
        found = locate(self.server.site, path)
        if found is None:
            if locate(self.server.site, path + "/"):
                # Only the path is kept: two slashes at its start would name another computer.
                target = quote(posixpath.normpath(unquote(path)).lstrip("/"))
                self._redirect(f"/{target}/")
            else:
                self._not_found()
            return
        facts = found.stat()
        body = body_of(found, facts.st_mtime_ns, facts.st_size, self.server.lab is not None)
        changed = datetime.fromtimestamp(int(facts.st_mtime), UTC)
        headers = {
            "Cache-Control": "no-cache",
            "ETag": f'W/"{body.tag}"',
            "Last-Modified": format_datetime(changed, usegmt=True),
        }
        if body.packed is not None:
            headers["Vary"] = "Accept-Encoding"
        tags, since = self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
        if not_modified(tags, since, body.tag, changed):
            self._send(HTTPStatus.NOT_MODIFIED, None, headers)
            return
        headers["Content-Type"] = media_type(found)
        content = body.plain
        if body.packed is not None and accepts_gzip(self.headers.get("Accept-Encoding", "")):
            content = body.packed
            headers["Content-Encoding"] = "gzip"
        self._send(HTTPStatus.OK, content, headers)

    # Exercises

    def _practise(self, path: str) -> None:
        lab = self.server.lab
        lang, _, slug = path.removeprefix("/practise/").partition("/")
        source = copies.exercise(self.server.root, lang, slug)
        if lab is None or source is None:
            self._not_found()
            return
        if self.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            text = (
                "Exercises open only from the course itself. Go back to the course and try there."
            )
            self._page(HTTPStatus.FORBIDDEN, message_page("Open it from the course", text))
            return
        if urlsplit(self.path).query == "starting":
            status, content = (204, None) if lab.starting() else (200, b"")
            self._send(HTTPStatus(status), content, {"Cache-Control": "no-store"})
            return
        state = lab.state()
        if state is practise.LabState.STARTING:
            self._page(HTTPStatus.ACCEPTED, waiting_page(lang, path))
        elif state is practise.LabState.FAILED:
            self._page(HTTPStatus.SERVICE_UNAVAILABLE, failed_page(lang, path))
        else:
            self._open(lab, source, lang)

    def _open(self, lab: practise.Lab, source: Path, lang: str) -> None:
        with self.server.copying:
            copy = copies.copy_exercise(source, lab.work, lang, date.today())
        host = (self.headers.get("Host") or HOST).partition(":")[0]
        address = lab.address(copy.notebook, host)
        if copy.newer is None:
            self._redirect(address)
            return
        steps.say(copies.newer_line(copy.newer, copy.notebook))
        page = newer_page(lang, copy.newer.name, address, lab.address(copy.newer, host))
        self._page(HTTPStatus.OK, page)

    # Answers

    def _not_found(self) -> None:
        self._page(HTTPStatus.NOT_FOUND, not_found_page(self.server.start))

    def _redirect(self, address: str, **headers: str) -> None:
        more = {"Location": address, "Cache-Control": "no-store", **headers}
        self._send(HTTPStatus.FOUND, b"", more)

    def _page(self, status: HTTPStatus, page: str) -> None:
        headers = {"Content-Type": TYPES[".html"], "Cache-Control": "no-store"}
        self._send(status, page.encode("utf-8"), headers)

    def _send(self, status: HTTPStatus, content: bytes | None, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if content is not None:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if content and self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        """Add what every answer carries, errors too."""
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what cannot be understood with a plain page."""
        self.close_connection = True
        page = message_page(
            "This request is not possible", "Go back and open the page by its link."
        )
        content = page.encode("utf-8")
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Connection", "close")
        self.end_headers()
        if getattr(self, "command", None) != "HEAD":
            self.wfile.write(content)

    def version_string(self) -> str:
        """Name the server without the versions of its parts."""
        return "InsideStory"

    def log_message(self, format: str, *args: object) -> None:
        """Keep no record of what a person reads."""


def open_server(root: Path, port: int | None, lab: practise.Lab | None) -> Course:
    """Return a server on `port`, or on the first free one from 8000 when it is None.

    Raises `CourseError` when the wanted port cannot be had.
    """
    wanted = [port] if port is not None else [*range(FIRST_PORT, FIRST_PORT + PORTS_TO_TRY), 0]
    for number in wanted:
        try:
            return Course(root, number, lab)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            denied = error.errno == errno.EACCES
    if denied:
        raise failures.CourseError(
            f"This computer does not allow port {port}: choose another one above 1023, "
            f"for example --port {FIRST_PORT}."
        )
    raise failures.CourseError(
        f"Port {port} is taken by another program: choose another one, for example "
        f"--port {practise.free_port()}, or leave --port out."
    )


# --- Command line ------------------------------------------------------------------------------


def main(argv: list[str] | None = None) -> int:
    """Build what changed, serve the site and open it in a browser."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int)
    parser.add_argument("--no-open", action="store_true")
    arguments = parser.parse_args(argv)
    steps.prepare_console()
    steps.follow_parent()
    return failures.guarded(
        lambda: serve(ROOT, arguments.port, show=not arguments.no_open), ROOT / "_build" / "logs"
    )


def serve(root: Path, port: int | None, *, show: bool) -> int:
    """Build, then serve until somebody says stop."""
    lab = practise.Lab(root)
    with open_server(root, port, lab) as server:
        build.build(root)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        steps.say()
        if port is None and server.server_port != FIRST_PORT:
            steps.say(f"Port {FIRST_PORT} is taken, so the course uses {server.server_port}.")
        address = f"http://{HOST}:{server.server_port}/"
        steps.say(f"The course is at {address} - press Ctrl-C to stop.")
        if show:
            browsers.open_page(address)
        try:
            _wait()
        finally:
            server.shutdown()
            lab.stop()
    return 0


def _wait() -> None:
    """Wait until somebody presses Ctrl-C or ends the program."""
    try:
        while True:
            # A short sleep, because Windows does not interrupt a long wait.
            time.sleep(0.25)
    except KeyboardInterrupt:
        steps.say("\nThe course was stopped.")


if __name__ == "__main__":
    sys.exit(main())
