"""The command line: reports, exit codes, and a sentence for every wrong input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checks.__main__ import MOST_BYTES, main

CLEAN = "03.40. The box reads 7.6 °C. I called the clinic and asked for ice."
FAULTY = "We utilise ice packs in order to keep the box cold."


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(CLEAN, "utf-8")
    return path


def test_a_clean_draft_gives_0(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(draft), "--lang", "en"]) == 0
    assert "What works" in capsys.readouterr().out


def test_something_to_revise_gives_1(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.write_text(FAULTY, "utf-8")
    assert main([str(draft)]) == 1
    out = capsys.readouterr().out
    assert "[Revise]" in out
    assert "Try: use" in out


def test_json_of_one_and_of_many(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(draft), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["schema"] == 1
    main([str(draft), str(draft), "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_html_is_a_page(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(draft), "--format", "html", "--reader", "id"])
    out = capsys.readouterr().out
    assert out.startswith("<!doctype html>")
    assert '<html lang="id">' in out


def test_utf16_and_a_byte_order_mark_are_read(draft: Path) -> None:
    draft.write_bytes(CLEAN.encode("utf-16"))
    assert main([str(draft), "--lang", "en"]) == 0
    draft.write_bytes(b"\xef\xbb\xbf" + CLEAN.encode())
    assert main([str(draft), "--lang", "en"]) == 0


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is no text file"),
        ("Café à quatre".encode("latin-1"), "is not UTF-8"),
        (b"a" * (MOST_BYTES + 1), "is larger than"),
    ],
)
def test_files_that_are_no_drafts(
    draft: Path, content: bytes, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_bytes(content)
    assert main([str(draft)]) == 2
    captured = capsys.readouterr()
    assert says in captured.err
    assert "Traceback" not in captured.err


def test_missing_file_and_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.txt")]) == 2
    assert "is not there" in capsys.readouterr().err
    assert main([str(tmp_path)]) == 2
    assert "is a folder" in capsys.readouterr().err
    assert main(["bad\0name"]) == 2


def test_one_bad_file_never_stops_the_others(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(draft), "none.txt", "--lang", "en"]) == 2
    captured = capsys.readouterr()
    assert "What works" in captured.out
    assert "none.txt is not there" in captured.err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--lang", "fr"], "I do not know the language 'fr'"),
        (["--platform", "myspace"], "I do not know the platform 'myspace'"),
        (["--format", "pdf"], "I do not know the format 'pdf'"),
        (["--reader", "fr"], "The report is written in"),
        (["--policy", "none.yml"], "Check the name"),
    ],
)
def test_wrong_options(
    draft: Path, options: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(draft), *options]) == 2
    assert says in capsys.readouterr().err


def test_the_keyboard_and_a_pipe() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "checks", "-"], input=FAULTY.encode(), capture_output=True
    )
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    assert "«utilise»" in run.stdout.decode("utf-8")
