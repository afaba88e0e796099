"""A portfolio of an older release becomes one of today, and nothing in it is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.learn import Portfolio
from checks.learn.migrations import CURRENT, STEPS, migrated
from checks.learn.portfolio import version_of

FIRST: dict[str, Any] = {
    "schema_version": 1,
    "owner": {"likes": ["tea"]},
    "versions": [
        {"id": "a", "text": "One", "badge": 7, "review": {"rules": ["a.b"], "new": 1}},
        {"id": "b", "text": "Two", "alt_text": "A box.", "paid": True},
        {},
    ],
}


def test_every_old_version_has_a_step_to_the_next() -> None:
    assert set(STEPS) == set(range(1, CURRENT))


def test_the_first_version_gets_picture_and_payment_and_keeps_the_rest() -> None:
    made = migrated(FIRST)
    assert made["schema_version"] == CURRENT
    assert made["owner"] == FIRST["owner"]
    one, two, empty = made["versions"]
    assert one == {**FIRST["versions"][0], "alt_text": None, "paid": False}
    assert two == FIRST["versions"][1]
    assert empty == {"alt_text": None, "paid": False}
    assert FIRST["versions"][2] == {}, "the old data stay as they were"
    assert migrated(made) == made
    assert migrated({"versions": []})["schema_version"] == CURRENT


@pytest.mark.parametrize("version", [CURRENT, CURRENT + 1, 0, -1, "1", None, True, 1.0])
def test_other_versions_are_left_alone(version: object) -> None:
    data = {**FIRST, "schema_version": version}
    assert migrated(data) == data


def test_an_old_file_is_read_as_it_is_and_written_in_the_new_form(tmp_path: Path) -> None:
    path = tmp_path / "portfolio.json"
    path.write_text(json.dumps(FIRST), "utf-8")
    book = Portfolio(path)
    assert [one.text for one in book.versions()] == ["One", "Two", ""]
    assert json.loads(path.read_text("utf-8")) == FIRST, "reading writes nothing"
    book.add(version_of("Three", alt_text="A red door."))
    written = json.loads(path.read_text("utf-8"))
    assert written["schema_version"] == CURRENT
    assert written["owner"] == FIRST["owner"]
    assert written["versions"][0]["badge"] == 7
    kept = book.versions()
    assert [one.text for one in kept] == ["One", "Two", "", "Three"]
    assert [one.alt_text for one in kept] == [None, "A box.", None, "A red door."]
    assert [one.paid for one in kept] == [False, True, False, False]


@given(st.dictionaries(st.text(max_size=5), st.integers() | st.text() | st.lists(st.integers())))
def test_odd_data_raise_nothing(data: dict[str, Any]) -> None:
    assert set(data) <= set(migrated(data))
