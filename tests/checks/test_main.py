"""The command line: reports, exit codes, and a sentence for every wrong input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checks.__main__ import main
from checks.sources import MOST_BYTES

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
    assert "holds no drafts" in capsys.readouterr().err
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


def test_a_folder_is_read_file_by_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.md").write_text(FAULTY, "utf-8")
    (tmp_path / ".hidden.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "c.png").write_bytes(b"\x89PNG")
    assert main([str(tmp_path), "--lang", "en", "--format", "csv"]) == 1
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 3
    assert rows[0].startswith("name,lang,platform")


def test_columns_of_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "posts.csv"
    table.write_text('id,caption\n1,"Two lines,\nwith a comma"\n2,=cmd()\n', "utf-8")
    assert main([str(table), "--lang", "en"]) == 2
    assert "say which one holds the drafts with --column" in capsys.readouterr().err
    main([str(table), "--lang", "en", "--column", "caption", "--format", "csv"])
    out = capsys.readouterr().out
    assert "'=cmd()" in out
    assert out.count("posts.csv:") == 2


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--explain", "hook.warm_up"]) == 0
    out = capsys.readouterr().out
    assert "Cut the warm-up" in out
    assert "This is not marked" in out
    assert main(["--explain", "hook.warmup"]) == 2
    assert "There is no rule «hook.warmup»" in capsys.readouterr().err


def test_diff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(FAULTY, "utf-8")
    new.write_text("We use ice packs to keep the box cold. I counted 12.", "utf-8")
    assert main([str(old), str(new), "--diff", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "+ Say it as you would say it aloud: «utilise»" in out
    assert "new strength: You speak for yourself" in out
    assert main([str(old), "--diff"]) == 2


def test_nothing_to_do_says_what_to_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Name a file" in capsys.readouterr().err


def test_the_policy_gives_language_and_status(tmp_path: Path, draft: Path) -> None:
    policy = tmp_path / "policy.yml"
    policy.write_text("state: {crisis: amber, language: id}\n", "utf-8")
    assert main([str(draft), "--policy", str(policy)]) in (0, 1)
    assert main([str(draft), "--status", "blue"]) == 2
