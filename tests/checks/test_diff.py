"""What got better and what got worse between two versions."""

from __future__ import annotations

from checks import review
from checks.diff import diff

OLD = (
    "In the event that the refrigeration equipment experiences a malfunction, responsible "
    "personnel immediately initiate notification procedures. Subsequently they relocate "
    "temperature-sensitive materials. They document everything "
    "accordingly and inform management about developments."
)
NEW = (
    "When the fridge fails, I call the night shift. We carry the boxes to the next room. Then I "
    "write down the time and the number on the dial. It takes us nine minutes in all."
)


def test_an_easier_version_is_called_easier() -> None:
    change = diff(review(OLD, "en"), review(NEW, "en"))
    grade = next(each for each in change.readings if each.id == "grade")
    assert grade.easier is True
    assert any(each.rule == "plain_words.office" for each in change.mended)
    assert "You speak for yourself" in change.gained


def test_the_reverse_is_the_reverse() -> None:
    change = diff(review(NEW, "en"), review(OLD, "en"))
    assert any(each.rule == "plain_words.office" for each in change.new)
    assert "You speak for yourself" in change.lost


def test_the_same_text_changes_nothing() -> None:
    change = diff(review(NEW, "en"), review(NEW, "en"))
    assert not change.mended
    assert not change.new
    assert all(each.easier is None for each in change.readings)
