"""Nothing that was kept is ever lost: not by a crash, a second notebook or a broken file."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from checks import review
from checks.learn import Exercise, Portfolio, PortfolioError, Version
from checks.learn import portfolio as module
from checks.learn.locking import locked
from checks.learn.portfolio import version_of

ROOT = Path(__file__).parents[3]


def entry(text: str = "A text", **about: str) -> Version:
    return version_of(text, report=review("Six words are here right now."), **about)


@pytest.fixture
def book(tmp_path: Path) -> Portfolio:
    return Portfolio(tmp_path / "portfolio.json")


def raw(book: Portfolio) -> dict[str, Any]:
    data = json.loads(book.path.read_text("utf-8"))
    assert isinstance(data, dict)
    return data


def test_nothing_is_written_before_something_is_kept(book: Portfolio) -> None:
    assert book.versions() == ()
    assert list(book.path.parent.iterdir()) == []


def test_versions_come_back_in_order(book: Portfolio) -> None:
    first = entry(
        "One \u201cquote\u201d \U0001f642\nline", exercise="hook", step="write", lang="id"
    )
    second = entry("Two", exercise="hook", step="repair")
    book.add(first)
    book.add(second)
    assert book.versions() == (first, second)
    assert book.versions("hook", "write") == (first,)
    assert book.versions("other") == ()


def test_what_the_file_holds(book: Portfolio) -> None:
    book.add(version_of("Good morning!!!", exercise="hook", step="write", platform="instagram"))
    data = raw(book)
    assert data["schema_version"] == 2
    (one,) = data["versions"]
    assert set(one) == {
        "id",
        "kept_at",
        "exercise",
        "step",
        "lang",
        "platform",
        "text",
        "review",
        "alt_text",
        "paid",
    }
    assert datetime.fromisoformat(one["kept_at"]).tzinfo is not None
    assert "punctuation.repeated" in one["review"]["rules"]
    assert set(one["review"]) == {"rules", "strengths", "score"}


def test_the_file_tells_of_a_picture_and_of_payment_where_there_is_one(book: Portfolio) -> None:
    book.add(version_of("03:40. Twelve bolts.", alt_text="A \ud800 lamp", paid=True))
    book.add(version_of("03:40. Twelve bolts.", alt_text=""))
    first, second = raw(book)["versions"]
    assert (first["alt_text"], first["paid"]) == ("A ? lamp", True)
    assert second["alt_text"] == ""
    assert second["paid"] is False
    assert [(one.alt_text, one.paid) for one in book.versions()] == [
        ("A ? lamp", True),
        ("", False),
    ]


def test_an_odd_picture_or_payment_is_none(book: Portfolio) -> None:
    book.path.write_text('{"versions": [{"text": "Old", "alt_text": 7, "paid": "no"}]}', "utf-8")
    (one,) = book.versions()
    assert (one.alt_text, one.paid) == (None, False)


def test_what_a_later_release_adds_stays(book: Portfolio) -> None:
    later = {
        "schema_version": 2,
        "owner": {"likes": ["tea"]},
        "versions": [{"text": "Old", "badge": 7, "review": {"rules": ["a.b"], "new": 1}}, {}],
    }
    book.path.write_text(json.dumps(later), "utf-8")
    book.add(entry("New"))
    data = raw(book)
    assert data["owner"] == later["owner"]
    assert data["versions"][:2] == later["versions"]
    assert [one.text for one in book.versions()] == ["Old", "", "New"]


def test_a_newer_file_is_left_alone(book: Portfolio) -> None:
    book.path.write_text('{"schema_version": 3, "versions": []}', "utf-8")
    before = book.path.read_bytes()
    with pytest.raises(PortfolioError, match="update the course"):
        book.add(entry())
    assert book.path.read_bytes() == before


@pytest.mark.parametrize(
    "broken",
    [b"", b"{", b"[]", b'{"versions": 3}', b'{"versions": ["a"]}', b"\xff\xfe\x00", b"[" * 100_000],
)
def test_a_broken_file_is_put_aside_whole(book: Portfolio, broken: bytes) -> None:
    book.path.write_bytes(broken)
    with pytest.raises(PortfolioError, match="cannot be read"):
        book.versions()
    assert book.path.read_bytes() == broken
    book.add(entry("Safe"))
    assert [one.text for one in book.versions()] == ["Safe"]
    (aside,) = book.path.parent.glob("portfolio.broken-*.json")
    assert aside.read_bytes() == broken


def test_broken_files_never_replace_each_other(book: Portfolio) -> None:
    for number in range(3):
        book.path.write_text(f"broken {number}", "utf-8")
        book.add(entry())
    aside = {path.read_text("utf-8") for path in book.path.parent.glob("portfolio.broken-*.json")}
    assert aside == {"broken 0", "broken 1", "broken 2"}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "No permission to write portfolio.json"),
        (errno.EROFS, "No permission to write portfolio.json"),
        (errno.EIO, "could not be saved"),
    ],
)
def test_a_save_that_fails_says_what_to_do(
    book: Portfolio, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    book.add(entry("Before"))
    before = book.path.read_bytes()

    def fail(file: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(module.os, "fsync", fail)
    with pytest.raises(PortfolioError) as caught:
        book.add(entry("After"))
    assert words in str(caught.value)
    assert "still here" in str(caught.value)
    assert book.path.read_bytes() == before
    monkeypatch.undo()
    book.add(entry("After"))
    assert [one.text for one in book.versions()] == ["Before", "After"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PortfolioError, match="does not exist: create it"):
        Portfolio(tmp_path / "nowhere" / "portfolio.json").add(entry())
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(PortfolioError, match="does not exist: create it"):
        Portfolio(tmp_path / "file" / "portfolio.json").add(entry())


def test_a_folder_in_place_of_the_file(book: Portfolio) -> None:
    book.path.mkdir()
    with pytest.raises(PortfolioError, match="is a folder"):
        book.add(entry())


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    link = tmp_path / "portfolio.json"
    link.symlink_to(real / "mine.json")
    Portfolio(link).add(entry("One"))
    Portfolio(link).add(entry("Two"))
    assert link.is_symlink()
    assert len(json.loads((real / "mine.json").read_text("utf-8"))["versions"]) == 2


def test_the_messages_follow_the_language(tmp_path: Path) -> None:
    book = Portfolio(tmp_path / "tidak" / "portfolio.json", lang="id")
    with pytest.raises(PortfolioError, match="tidak ada: buat dulu"):
        book.add(entry())


def test_a_busy_file_is_not_forced(book: Portfolio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WAIT", 0.1)
    with (
        locked(book.path.with_name(".portfolio.json.lock"), 1),
        pytest.raises(PortfolioError, match="Another notebook is saving"),
    ):
        book.add(entry())
    book.add(entry())
    assert len(book.versions()) == 1


def test_odd_characters_are_kept(book: Portfolio) -> None:
    book.add(entry("lone \ud800 surrogate and \x00 zero"))
    assert book.versions()[0].text == "lone ? surrogate and \x00 zero"


def test_a_step_keeps_a_text_and_says_so(exercise: Exercise, book: Portfolio) -> None:
    step = exercise.step("write")
    assert repr(step.keep("02:10. The pump.", book)) == "Version 1 is kept in portfolio.json."
    assert repr(step.keep("02:10. The pump!", book)) == "Version 2 is kept in portfolio.json."
    assert "no text to keep" in repr(step.keep("  ", book))
    assert "no text to keep" in repr(step.keep(None, book))  # type: ignore[arg-type]
    (first, _) = book.versions("valve", "write")
    assert (first.lang, first.platform) == ("en", "instagram")


def test_a_step_says_when_it_cannot_keep(exercise: Exercise, tmp_path: Path) -> None:
    nowhere = Portfolio(tmp_path / "no" / "portfolio.json")
    assert "does not exist" in repr(exercise.step("write").keep("A text", nowhere))


# --- more than one program ------------------------------------------------------------------

APPEND = """
import sys
from checks import review
from checks.learn.portfolio import Portfolio, version_of
report = review("Six words are here right now.")
book = Portfolio(sys.argv[1])
number = int(sys.argv[3])
for count in range(number, number + int(sys.argv[4])):
    book.add(version_of(f"{sys.argv[2]} {count}", report=report))
    print(count, flush=True)
"""

HALF = """
import json, os, signal, sys
from checks import review
from checks.learn.portfolio import Portfolio, version_of
def half(data, file, **options):
    text = json.dumps(data, **options)
    file.write(text[: len(text) // 2])
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
json.dump = half
Portfolio(sys.argv[1]).add(version_of("lost", report=review("Six words are here right now.")))
"""


def start(
    code: str, *arguments: object, out: int | BinaryIO = subprocess.PIPE
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=out,
        text=True,
    )


def test_several_programs_lose_nothing(book: Portfolio) -> None:
    writers = [start(APPEND, book.path, name, 0, 100) for name in "abcd"]
    seen = 0
    while any(writer.poll() is None for writer in writers):
        now = len(book.versions())
        assert now >= seen, "a reader never sees half a file, nor an older one"
        seen = now
    for writer in writers:
        out, _ = writer.communicate(timeout=120)
        assert writer.returncode == 0
        assert len(out.split()) == 100
    kept = [one.text for one in book.versions()]
    for name in "abcd":
        own = [text for text in kept if text.startswith(name)]
        assert own == [f"{name} {count}" for count in range(100)]
    assert len(kept) == 400


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")
def test_a_crash_in_the_middle_of_a_save_loses_nothing_that_was_kept(book: Portfolio) -> None:
    book.add(entry("Kept"))
    before = book.path.read_bytes()
    child = start(HALF, book.path)
    child.communicate(timeout=60)
    assert child.returncode == -signal.SIGKILL
    assert book.path.read_bytes() == before
    book.add(entry("Next"))
    assert [one.text for one in book.versions()] == ["Kept", "Next"]
    assert [path.name for path in book.path.parent.glob(".*.tmp")] == []


def test_a_writer_that_is_killed_keeps_what_it_said_it_kept(
    book: Portfolio, tmp_path: Path
) -> None:
    said = tmp_path / "said"
    kept: list[str] = []
    for pause in (0.02, 0.05, 0.11):
        with said.open("wb") as out:
            writer = start(APPEND, book.path, "n", len(kept), 10_000, out=out)
            while not said.read_bytes():
                assert writer.poll() is None
                time.sleep(0.005)
            time.sleep(pause)
            writer.kill()
            writer.wait(timeout=60)
        promised = [f"n {count}" for count in said.read_text("ascii").splitlines()]
        before = len(kept)
        kept = [one.text for one in book.versions()]
        assert kept == [f"n {count}" for count in range(len(kept))]
        assert kept[before : before + len(promised)] == promised
        # The last save may have ended before its number was printed.
        assert len(kept) - before - len(promised) in (0, 1)
