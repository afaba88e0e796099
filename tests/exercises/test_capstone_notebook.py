"""The capstone proves itself: untouched, solved, and with plausible wrong sets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from running import run
from nbclient import NotebookClient

from checks.learn import Status, open_capstone
from checks.learn.intentions import INTENTIONS
from checks.learn.texts import texts
from publishing import LANGUAGES, ROOT
from publishing.capstone_notebook import capstone_data, capstone_notebook
from publishing.capstone_source import CapstoneSource, read_capstone
from publishing.notebooks import story_policy


def source_of(lang: str) -> CapstoneSource:
    source = read_capstone(lang)
    assert source is not None
    return source


SOURCES = [pytest.param(source_of(lang), id=lang) for lang in LANGUAGES]


@pytest.mark.notebook
@pytest.mark.parametrize("source", SOURCES)
def test_the_untouched_capstone_runs_and_says_not_attempted(
    source: CapstoneSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = run(capstone_notebook(source), tmp_path, monkeypatch)
    expected = texts(source.lang)("status.not_attempted")
    for cell in ("set-answer", "moment-answer", "page-answer"):
        assert shown[cell].startswith(expected), cell


@pytest.mark.notebook
@pytest.mark.parametrize("source", SOURCES)
def test_the_solved_capstone_ends_with_the_page(
    source: CapstoneSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = capstone_notebook(source, source.set["solution"], "word " * source.moment["least"])
    shown = run(book, tmp_path, monkeypatch)
    say = texts(source.lang)
    assert shown["set-answer"].startswith(f"{say('status.done')}.\n"), shown["set-answer"]
    assert say("certificate.self") in shown["page-answer"]
    assert "trusted-voice" in shown["moment-answer"], "there is no first version in this folder"


@pytest.mark.parametrize("source", SOURCES)
def test_wrong_sets_get_the_message_to_their_misconception(source: CapstoneSource) -> None:
    capstone = open_capstone(source.lang)
    assert len(source.wrong) >= 3
    for wrong in source.wrong:
        result = capstone.check({**capstone.good, **wrong.change})
        assert result.status is Status.NOT_YET
        assert result.works, "what works comes first"
        assert wrong.says in (result.next or ""), result


@pytest.mark.parametrize("source", SOURCES)
def test_the_package_holds_what_the_author_wrote(source: CapstoneSource) -> None:
    data = json.loads((ROOT / f"checks/learn/month/{source.lang}.json").read_text("utf-8"))
    assert data == capstone_data(source, story_policy())
    capstone = open_capstone(source.lang)
    assert tuple(one.id for one in capstone.facts) == INTENTIONS
    for hint in capstone.hints().parts:
        assert hint
    first = source.set["hints"][0]
    assert not any(post.strip()[:40] in first for post in capstone.good.values())


def test_both_languages_have_the_same_shape() -> None:
    shapes = {
        (
            one.minutes,
            one.platform,
            len(one.sections),
            tuple(len(post["facts"]) for post in one.set["posts"]),
            len(one.set["hints"]),
            tuple(tuple(wrong.change) for wrong in one.wrong),
            {key: one.moment[key] for key in ("exercise", "step", "least", "most")}.__repr__(),
        )
        for one in map(source_of, LANGUAGES)
    }
    assert len(shapes) == 1


@pytest.mark.parametrize("source", SOURCES)
def test_the_rubric_has_six_lines_and_three_levels(source: CapstoneSource) -> None:
    _, rubric = source.sections[1]
    rows = [line for line in rubric.split("\n") if line.startswith("|")]
    assert len(rows) == 8
    assert all(row.count("|") == 5 for row in rows)
