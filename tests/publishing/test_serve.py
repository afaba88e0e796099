"""The server: which file it sends in which form, to whom, and how it opens an exercise."""

import errno
import gzip
import http.client
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import Message
from pathlib import Path

import pytest

from publishing import browsers, build, files, serve
from publishing.failures import CourseError
from publishing.practise import Lab, LabState

PAGE = '<html lang="en" data-practise="off"><p data-practise="off">é</p>' + "word " * 300


class FakeLab(Lab):
    """JupyterLab in a state that the test chooses."""

    now = LabState.READY
    stopped = False

    def state(self) -> LabState:
        return self.now

    def address(self, notebook: Path, host: str = "127.0.0.1") -> str:
        return f"http://{host}:1/lab/tree/{notebook.relative_to(self.work).as_posix()}?token=t"

    def starting(self) -> bool:
        return self.now is LabState.STARTING

    def stop(self) -> None:
        self.stopped = True


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A built project with a secret outside the site."""
    contents: dict[str, str | bytes] = {
        "_toc.yml": "format: jb-book\nroot: book/index\n",
        "book/_id/_toc.yml": "format: jb-book\nroot: book/index\n",
        "secret.txt": "secret",
        "exercises/hook.ipynb": "exercise",
        "exercises/_id/hook.ipynb": "latihan",
        "_build/site/index.html": "choice",
        "_build/site/en/index.html": "go on",
        "_build/site/en/book/hook.html": PAGE,
        "_build/site/en/empty/x.txt": "x",
        "_build/site/en/.hidden/x.txt": "x",
        "_build/site/en/a b.html": "space",
        "_build/site/en/small.css": "p{}",
        "_build/site/en/font.woff2": b"\0" * 2000,
        "_build/site/en/broken.html": b'<p data-practise="off">\xff',
        "_build/site/en/server.html": b'<a data-server-href="/practise/en/hook">x</a>',
    }
    for name, content in contents.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        path.write_bytes(data)
    return tmp_path


@pytest.fixture
def course(root: Path) -> Iterator[serve.Course]:
    """The server, on a free port, with a stand-in for JupyterLab."""
    with serve.Course(root, 0, FakeLab(root)) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


class Answer:
    """What came back."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers: Message = response.headers
        self.body = response.read()
        self.text = self.body.decode("utf-8", "replace")


def ask(course: serve.Course, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask the server; header names are written with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection = http.client.HTTPConnection("127.0.0.1", course.server_port, timeout=20)
    try:
        connection.request(method, path, headers=named)
        return Answer(connection.getresponse())
    finally:
        connection.close()


# --- The first page ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("id", "id"),
        ("id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7", "id"),
        ("en-GB,en;q=0.9,id;q=0.8", "en"),
        ("en;q=0.3, id;q=0.7", "id"),
        ("fr-FR, de;q=0.9, id;q=0.2", "id"),
        ("in-ID", "id"),
        ("ms-MY,en;q=0.5", "id"),
        ("fr, *;q=0.5", "en"),
        ("id;q=0, en;q=0.1", "en"),
        ("id;q=0", "en"),
        ("ID", "id"),
        ("idx, x-id", "en"),
        (";;;,,,q=1", "en"),
    ],
)
def test_the_language_of_the_browser_is_chosen(header: str, language: str) -> None:
    assert serve.preferred_language(header) == language


def test_the_top_leads_to_the_language_of_the_browser(course: serve.Course) -> None:
    answer = ask(course, "/", Accept_Language="id-ID,en;q=0.5")
    assert answer.status == 302
    assert answer.headers["Location"] == "/id/book/index.html"
    assert answer.headers["Vary"] == "Accept-Language"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Set-Cookie"] is None
    assert ask(course, "/?x=1").headers["Location"] == "/en/book/index.html"


# --- Who is answered ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "allowed"),
    [
        ("127.0.0.1:8000", True),
        ("localhost:8000", True),
        ("LOCALHOST:8000", True),
        ("127.0.0.1", False),
        ("127.0.0.1:8001", False),
        ("evil.example:8000", False),
        ("localhost.evil.example:8000", False),
        ("127.0.0.1:8000.evil.example", False),
        ("0.0.0.0:8000", False),
        ("", False),
        (None, False),
    ],
)
def test_only_this_computers_names_are_answered(header: str | None, allowed: bool) -> None:
    assert serve.host_allowed(header, 8000) is allowed


def test_the_usual_port_may_be_left_out() -> None:
    assert serve.host_allowed("localhost", 80)


@pytest.mark.parametrize("path", ["/", "/en/book/hook.html", "/practise/en/hook"])
def test_a_foreign_name_gets_nothing(course: serve.Course, path: str) -> None:
    answer = ask(course, path, Host="evil.example")
    assert answer.status == 421
    assert f"http://127.0.0.1:{course.server_port}/" in answer.text
    assert "word" not in answer.text


def test_the_server_listens_on_this_computer_only(course: serve.Course) -> None:
    assert course.server_address[0] == "127.0.0.1"


# --- Files -------------------------------------------------------------------------------------


def test_a_page_is_sent(course: serve.Course) -> None:
    answer = ask(course, "/en/book/hook.html?x=1")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "é" in answer.text


def test_only_the_first_switch_is_turned_on_and_only_in_pages(course: serve.Course) -> None:
    text = ask(course, "/en/book/hook.html").text
    assert text.startswith('<html lang="en" data-practise="on"><p data-practise="off">')
    assert 'data-practise="on"' in ask(course, "/en/broken.html").text


def test_addresses_of_this_server_become_links_only_here(course: serve.Course) -> None:
    assert '<a href="/practise/en/hook">' in ask(course, "/en/server.html").text


def test_without_exercises_the_switch_stays_off(root: Path) -> None:
    with serve.Course(root, 0) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        assert 'data-practise="on"' not in ask(server, "/en/book/hook.html").text
        assert ask(server, "/practise/en/hook").status == 404
        server.shutdown()


def test_head_sends_no_content(course: serve.Course) -> None:
    answer = ask(course, "/en/book/hook.html", "HEAD")
    assert answer.status == 200
    assert answer.body == b""
    assert int(answer.headers["Content-Length"]) > 1000


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/en/", "go on"),
        ("/en/a%20b.html", "space"),
        ("/en/small.css", "p{}"),
    ],
)
def test_other_files_are_sent(course: serve.Course, path: str, expected: str) -> None:
    assert ask(course, path).text == expected


def test_a_folder_without_its_slash_leads_there(course: serve.Course) -> None:
    answer = ask(course, "/en")
    assert (answer.status, answer.headers["Location"]) == (302, "/en/")
    assert ask(course, "//en").headers["Location"] in (None, "/en/")


@pytest.mark.parametrize(
    "path",
    [
        "/gone.html",
        "/en/empty/",
        "/en/empty",
        "/en/.hidden/x.txt",
        "/../secret.txt",
        "/en/../../../secret.txt",
        "/%2e%2e/%2e%2e/secret.txt",
        "/en/%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.txt",
        "/en/..%5c..%5c..%5csecret.txt",
        "/en/..\\..\\..\\secret.txt",
        "//secret.txt",
        "/%2fetc/passwd",
        "/C:/secret.txt",
        "/en/book/hook.html::$DATA",
        "/en/book/hook.html%00.png",
        "/en/book//hook.html",
        "/en/%ff.html",
        "/en/book/hook.html/",
    ],
)
def test_nothing_else_is_sent(course: serve.Course, path: str) -> None:
    answer = ask(course, path)
    assert answer.status == 404
    assert "This page does not exist" in answer.text
    assert 'lang="id"' in answer.text
    assert "secret" not in answer.text.replace("secret.txt", "")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_link_out_of_the_site_is_not_followed(root: Path) -> None:
    site = root / "_build" / "site"
    (site / "way-out.txt").symlink_to(root / "secret.txt")
    (site / "inside.html").symlink_to(site / "index.html")
    assert files.locate(site, "/way-out.txt") is None
    assert files.locate(site, "/inside.html") is not None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.wasm", "application/wasm"),
        ("a.ipynb", "application/x-ipynb+json"),
        ("a.woff2", "font/woff2"),
        ("a.SVG", "image/svg+xml"),
        ("a.css", "text/css; charset=utf-8"),
        ("a", "application/octet-stream"),
        ("a.exe", "application/octet-stream"),
    ],
)
def test_media_types(name: str, expected: str) -> None:
    assert files.media_type(Path(name)) == expected


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_other_methods_are_refused_plainly(course: serve.Course, method: str) -> None:
    answer = ask(course, "/en/book/hook.html", method)
    assert answer.status == 501
    assert "not possible" in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_nonsense_is_answered_plainly(course: serve.Course) -> None:
    with socket.create_connection(("127.0.0.1", course.server_port), timeout=20) as connection:
        connection.sendall(b"what is this\r\n\r\n")
        answer = connection.recv(10_000).decode()
    assert "Go back and open the page by its link." in answer
    assert "Error code" not in answer


# --- Sending less ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("gzip, deflate, br", True),
        ("br;q=1.0, gzip;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip;q=0.0, br", False),
        ("br", False),
        ("identity", False),
        ("", False),
    ],
)
def test_gzip_is_used_only_where_it_is_understood(header: str, accepted: bool) -> None:
    assert files.accepts_gzip(header) is accepted


def test_text_is_packed(course: serve.Course) -> None:
    plain = ask(course, "/en/book/hook.html")
    packed = ask(course, "/en/book/hook.html", Accept_Encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert plain.headers["Content-Encoding"] is None
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert len(packed.body) < len(plain.body) / 2
    assert gzip.decompress(packed.body) == plain.body


@pytest.mark.parametrize("path", ["/en/small.css", "/en/font.woff2"])
def test_what_gains_nothing_is_not_packed(course: serve.Course, path: str) -> None:
    assert ask(course, path, Accept_Encoding="gzip").headers["Content-Encoding"] is None


def test_the_work_is_done_once(course: serve.Course) -> None:
    files.body_of.cache_clear()
    for _ in range(3):
        ask(course, "/en/book/hook.html", Accept_Encoding="gzip")
    facts = files.body_of.cache_info()
    assert (facts.misses, facts.hits) == (1, 2)


def test_a_known_page_is_not_sent_again(course: serve.Course) -> None:
    first = ask(course, "/en/book/hook.html")
    tag, date = first.headers["ETag"], first.headers["Last-Modified"]
    for headers in ({"If_None_Match": tag}, {"If_None_Match": f'"x", {tag}'}):
        again = ask(course, "/en/book/hook.html", **headers)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["ETag"] == tag
    assert ask(course, "/en/book/hook.html", If_Modified_Since=date).status == 304
    assert ask(course, "/en/book/hook.html", If_None_Match='"x"').status == 200
    both = {"If_None_Match": '"x"', "If_Modified_Since": date}
    assert ask(course, "/en/book/hook.html", **both).status == 200


def test_a_changed_page_is_sent_again(course: serve.Course, root: Path) -> None:
    tag = ask(course, "/en/book/hook.html").headers["ETag"]
    (root / "_build/site/en/book/hook.html").write_text("new")
    answer = ask(course, "/en/book/hook.html", If_None_Match=tag)
    assert (answer.status, answer.text) == (200, "new")


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("Sun, 22 Nov 2026 03:40:00 GMT", True),
        ("Sun, 22 Nov 2026 03:39:59 GMT", False),
        ("Mon, 23 Nov 2026 03:40:00 GMT", True),
        ("Sun, 22 Nov 2026 03:40:00", False),
        ("yesterday", False),
        (None, False),
    ],
)
def test_dates_of_copies(since: str | None, expected: bool) -> None:
    changed = datetime(2026, 11, 22, 3, 40, tzinfo=UTC)
    assert files.not_modified(None, since, "t", changed) is expected
    assert files.not_modified('"other"', since, "t", changed - timedelta(1)) is False


# --- Exercises ---------------------------------------------------------------------------------


def test_an_exercise_opens_in_jupyterlab(course: serve.Course, root: Path) -> None:
    answer = ask(course, "/practise/id/hook")
    assert answer.status == 302
    assert answer.headers["Location"] == "http://127.0.0.1:1/lab/tree/id/hook.ipynb?token=t"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert (root / "my-work" / "id" / "hook.ipynb").read_text() == "latihan"


def test_the_name_that_the_person_uses_is_kept(course: serve.Course) -> None:
    answer = ask(course, "/practise/en/hook", Host=f"localhost:{course.server_port}")
    assert answer.headers["Location"].startswith("http://localhost:1/")


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "JupyterLab is starting"), ("id", "JupyterLab sedang disiapkan")]
)
def test_a_page_waits_while_jupyterlab_starts(
    course: serve.Course, root: Path, lang: str, words: str
) -> None:
    assert isinstance(course.lab, FakeLab)
    course.lab.now = LabState.STARTING
    answer = ask(course, f"/practise/{lang}/hook")
    assert answer.status == 202
    assert f'<html lang="{lang}">' in answer.text
    assert words in answer.text
    assert "fetch('?starting')" in answer.text
    assert "refresh" not in answer.text
    assert f'href="/practise/{lang}/hook"' in answer.text
    assert not (root / "my-work").exists()


def test_a_waiting_page_can_ask_without_changing_anything(course: serve.Course, root: Path) -> None:
    assert isinstance(course.lab, FakeLab)
    course.lab.now = LabState.STARTING
    answer = ask(course, "/practise/id/hook?starting")
    assert (answer.status, answer.body) == (204, b"")
    course.lab.now = LabState.READY
    answer = ask(course, "/practise/id/hook?starting")
    assert (answer.status, answer.body) == (200, b"")
    assert not (root / "my-work").exists()
    assert ask(course, "/practise/id/gone?starting").status == 404


@pytest.mark.parametrize(("lang", "words"), [("en", "Try again"), ("id", "Coba lagi")])
def test_a_failed_start_says_what_to_do(course: serve.Course, lang: str, words: str) -> None:
    assert isinstance(course.lab, FakeLab)
    course.lab.now = LabState.FAILED
    answer = ask(course, f"/practise/{lang}/hook")
    assert answer.status == 503
    assert words in answer.text
    assert "jupyter.log" in answer.text
    assert "<script" not in answer.text


def test_a_newer_version_is_told_once(
    course: serve.Course, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(course, "/practise/id/hook")
    own = root / "my-work" / "id" / "hook.ipynb"
    own.write_text("kata-kataku")
    (root / "exercises" / "_id" / "hook.ipynb").write_text("baru")
    answer = ask(course, "/practise/id/hook")
    assert answer.status == 200
    assert "Hasil kerjamu tidak berubah" in answer.text
    assert "/lab/tree/id/hook.ipynb?token=t" in answer.text
    newer = [path.name for path in own.parent.glob("hook-*.ipynb")]
    assert len(newer) == 1
    assert f"/lab/tree/id/{newer[0]}?token=t" in answer.text
    assert newer[0] in capsys.readouterr().out
    assert own.read_text() == "kata-kataku"
    assert ask(course, "/practise/id/hook").status == 302


@pytest.mark.parametrize(
    "path",
    ["/practise/en/gone", "/practise/fr/hook", "/practise/en/", "/practise/", "/practise/en/../x"],
)
def test_an_unknown_exercise_is_not_found(course: serve.Course, path: str) -> None:
    assert isinstance(course.lab, FakeLab)
    answer = ask(course, path)
    assert answer.status == 404
    assert "This page does not exist" in answer.text
    assert not course.lab.work.exists()


@pytest.mark.parametrize(
    ("site", "status"),
    [("cross-site", 403), ("same-site", 403), ("same-origin", 302), ("none", 302)],
)
def test_other_sites_cannot_start_anything(course: serve.Course, site: str, status: int) -> None:
    answer = ask(course, "/practise/en/hook", Sec_Fetch_Site=site)
    assert answer.status == status
    assert isinstance(course.lab, FakeLab)
    assert course.lab.work.exists() is (status == 302)


def test_a_full_disk_is_told_in_the_browser(
    course: serve.Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("publishing.copies.copy_exercise", full)
    answer = ask(course, "/practise/en/hook")
    assert answer.status == 500
    assert "The disk is full: free about 2 GB" in answer.text


def test_what_nobody_foresaw_goes_into_a_log(
    course: serve.Course, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def odd(*_: object) -> None:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr(serve, "preferred_language", odd)
    with pytest.raises(http.client.HTTPException):
        ask(course, "/")
    log = root / "_build" / "logs" / "serve.log"
    assert "ZeroDivisionError: odd" in log.read_text()
    assert ask(course, "/en/").status == 200


# --- Ports and the command ---------------------------------------------------------------------


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program uses."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_wanted_port_that_is_taken_is_named(root: Path, taken: int) -> None:
    with pytest.raises(CourseError, match=rf"Port {taken} is taken.*--port \d+"):
        serve.open_server(root, taken, None)


def test_without_a_wish_the_next_free_port_is_used(
    root: Path, taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "FIRST_PORT", taken)
    with serve.open_server(root, None, None) as server:
        assert server.server_port not in (0, taken)


def test_a_port_that_is_not_allowed_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(serve, "Course", deny)
    with pytest.raises(CourseError, match="does not allow port 80: choose"):
        serve.open_server(root, 80, None)


def test_serving_builds_first_and_stops_when_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    built: list[Path] = []
    shown: list[str] = []
    labs: list[FakeLab] = []

    class Remembered(FakeLab):
        def __init__(self, root: Path) -> None:
            super().__init__(root)
            labs.append(self)

    monkeypatch.setattr(build, "build", built.append)
    monkeypatch.setattr(browsers, "open_page", shown.append)
    monkeypatch.setattr("publishing.practise.Lab", Remembered)

    def look_then_stop(_: float) -> None:
        assert ask_address(shown[0] + "en/").endswith("go on")
        raise KeyboardInterrupt

    def ask_address(address: str) -> str:
        host, _, path = address.removeprefix("http://").partition("/")
        connection = http.client.HTTPConnection(host, timeout=20)
        connection.request("GET", "/" + path)
        text = connection.getresponse().read().decode()
        connection.close()
        return text

    monkeypatch.setattr("time.sleep", look_then_stop)
    assert serve.serve(root, None, show=True) == 0
    out = capsys.readouterr().out
    assert built == [root]
    assert f"The course is at {shown[0]}" in out
    assert "The course was stopped." in out
    assert labs[0].stopped


def test_a_build_that_fails_serves_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path) -> None:
        raise CourseError("Mend the book.")

    monkeypatch.setattr(build, "build", fail)
    monkeypatch.setattr(browsers, "open_page", lambda _: pytest.fail("nothing to show"))
    with pytest.raises(CourseError, match="Mend the book"):
        serve.serve(root, None, show=True)
