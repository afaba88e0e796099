"""An ignore silences one finding with a reason, and lapses when its sentence changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checks import InputError, ignore, review
from checks.ignores import dump, load

TEXT = "The ferry is two hours late. We utilise ice packs here. They utilise salt."


def rules(text: str, ignores: object = ()) -> list[str]:
    return [finding.matched for finding in review(text, "en", ignores=ignores).findings]  # type: ignore[arg-type]


def one() -> object:
    report = review(TEXT, "en")
    return ignore(report.draft, report.findings[0], "it is the name of our method")


def test_one_finding_is_silenced_and_shown_with_its_reason() -> None:
    report = review(TEXT, "en", ignores=[one()])  # type: ignore[list-item]
    assert [f.matched for f in report.findings] == ["utilise"]
    assert report.findings[0].span.start > 40
    assert report.ignored[0].reason == "it is the name of our method"
    assert "it is the name of our method" in report.to_text()
    assert report.to_dict()["ignored"][0]["reason"]


def test_it_survives_edits_elsewhere() -> None:
    assert rules("A new first line!\n\n" + TEXT + " And a new last one.", [one()]) == ["utilise"]
    assert rules(TEXT.replace("utilise ice", "UTILISE  ice"), [one()]) == ["utilise"]


def test_it_lapses_when_its_own_sentence_changes() -> None:
    assert len(rules(TEXT.replace("ice packs", "dry ice"), [one()])) == 2


@pytest.mark.parametrize("reason", ["", "   ", "x" * 301])
def test_a_reason_is_needed(reason: str) -> None:
    report = review(TEXT, "en")
    with pytest.raises(InputError, match="why this finding"):
        ignore(report.draft, report.findings[0], reason)


def test_a_file_goes_out_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "ignores.json"
    path.write_text(dump([one()]), "utf-8")  # type: ignore[list-item]
    assert load(path) == (one(),)


@pytest.mark.parametrize(
    "content", ["", "{}", "[1]", '[{"rule": 1}]', "[" * 100_000, json.dumps([{}] * 2000), "\x00"]
)
def test_hostile_files_get_a_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "ignores.json"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError):
        load(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Check the name"):
        load(tmp_path / "none.json")
