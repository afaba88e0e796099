"""The Clinic: every control has a name, the review follows the words, no version is lost."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from pathlib import Path

import ipywidgets as widgets
import pytest

from checks.learn import Clinic, Exercise, LearnError, Portfolio
from checks.learn import clinic as module
from checks.learn.debounce import Debounce

DRAFT = "Good morning, everyone!!! Nothing more to tell."
BETTER = "02:10. The pump is silent. I kneel in the mud and count the bolts: twelve of them."


@pytest.fixture
def book(tmp_path: Path) -> Portfolio:
    return Portfolio(tmp_path / "portfolio.json")


@pytest.fixture
def clinic(exercise: Exercise, book: Portfolio) -> Clinic:
    return exercise.clinic("write", book)


def all_widgets(top: widgets.Widget) -> Iterator[widgets.Widget]:
    yield top
    for child in getattr(top, "children", ()):
        yield from all_widgets(child)


def status(clinic: Clinic) -> str:
    match = re.fullmatch(
        r'<p role="status" lang="(?:en|id)" style="[^"]*">(.*)</p>', clinic.status.value
    )
    assert match, clinic.status.value
    return match[1]


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_control_has_a_name_and_a_tooltip(lang: str, book: Portfolio) -> None:
    clinic = Clinic(lang, portfolio=book)
    controls = [
        one for one in all_widgets(clinic.view) if not isinstance(one, widgets.HTML | widgets.Box)
    ]
    assert len(controls) >= 6
    for one in controls:
        assert one.description.strip(), one
        assert one.tooltip.strip(), one
        if isinstance(one, widgets.Button):
            assert one.icon == ""
            assert re.search(r"\w{3}", one.description)
        else:
            assert one.style.description_width == "initial"


def test_only_widgets_that_work_by_keyboard(clinic: Clinic) -> None:
    allowed = {
        widgets.VBox,
        widgets.HBox,
        widgets.HTML,
        widgets.Textarea,
        widgets.Dropdown,
        widgets.Button,
    }
    assert {type(one) for one in all_widgets(clinic.view)} == allowed


def test_the_status_line_is_there_before_it_speaks_and_the_report_is_no_live_region(
    clinic: Clinic,
) -> None:
    assert 'role="status"' in clinic.status.value
    clinic.draft.value = DRAFT
    live = [
        one
        for one in all_widgets(clinic.view)
        if isinstance(one, widgets.HTML) and re.search(r"role=.status|aria-live", one.value)
    ]
    assert live == [clinic.status]
    assert len(status(clinic)) < 150


def test_the_review_follows_the_words(clinic: Clinic) -> None:
    assert status(clinic) == "The review appears here when there are words in the box."
    clinic.draft.value = DRAFT
    assert "2 things to look at" in status(clinic)
    assert "is-report" in clinic.report.value
    first = clinic.report.value
    clinic.draft.value = BETTER
    assert clinic.report.value != first
    clinic.draft.value = " \n "
    assert clinic.report.value == ""


def test_the_review_follows_platform_and_language(clinic: Clinic) -> None:
    clinic.draft.value = "Selamat pagi semuanya, hari ini kami mau berbagi cerita. " * 8
    english = clinic.report.value
    clinic.language.value = "id"
    indonesian = clinic.report.value
    assert indonesian != english
    clinic.platform.value = "x"
    assert clinic.report.value != indonesian
    assert 'lang="en"' in clinic.report.value.split("is-report")[-1][:200]


def test_no_platform_can_be_chosen(book: Portfolio) -> None:
    clinic = Clinic(platform=None, portfolio=book)
    clinic.draft.value = BETTER
    assert clinic.report.value
    assert clinic.platform.value == ""


def test_what_was_typed_is_escaped(clinic: Clinic) -> None:
    clinic.draft.value = "<script>alert(1)</script> I saw 12 boxes."
    clinic.check_button.click()
    clinic.keep_button.click()
    for one in all_widgets(clinic.view):
        if isinstance(one, widgets.HTML):
            assert "<script" not in one.value


def test_the_answer_is_checked_on_request(clinic: Clinic) -> None:
    clinic.draft.value = DRAFT
    assert clinic.result.value == ""
    clinic.check_button.click()
    assert "Not yet." in clinic.result.value
    assert status(clinic).startswith("Not yet. ")
    clinic.draft.value = BETTER
    assert clinic.result.value == "", "an old result must not stand beside new words"
    clinic.check_button.click()
    assert "Done." in clinic.result.value
    assert "Truth, taste and permission still need you" in clinic.result.value


def test_without_a_step_there_is_nothing_to_check(book: Portfolio) -> None:
    assert Clinic(portfolio=book).check_button is None


def test_versions_are_kept_and_compared_in_words(clinic: Clinic, book: Portfolio) -> None:
    clinic.keep_button.click()
    assert "no text to keep" in status(clinic)
    clinic.draft.value = DRAFT
    clinic.keep_button.click()
    assert status(clinic) == "Version 1 is kept in portfolio.json. It is the first one."
    clinic.keep_button.click()
    assert status(clinic) == "This text is already version 1."
    clinic.draft.value = BETTER
    clinic.keep_button.click()
    assert "2 things fewer to look at than version 1" in status(clinic)
    clinic.draft.value = BETTER + " Stop!!!"
    clinic.keep_button.click()
    assert "1 thing more to look at than version 2" in status(clinic)
    clinic.draft.value = BETTER + " Halt!!!"
    clinic.keep_button.click()
    assert "as many things to look at as version 3: 1" in status(clinic)
    assert [one.text for one in book.versions("valve", "write")] == [
        DRAFT,
        BETTER,
        BETTER + " Stop!!!",
        BETTER + " Halt!!!",
    ]


def test_going_back_keeps_the_text_that_was_there(clinic: Clinic, book: Portfolio) -> None:
    clinic.draft.value = DRAFT
    clinic.keep_button.click()
    clinic.draft.value = "Words that nobody kept yet."
    clinic.platform.value = "x"
    clinic.versions.value = 0
    clinic.back_button.click()
    assert clinic.draft.value == DRAFT
    assert clinic.platform.value == "instagram"
    assert status(clinic) == "Version 1 is in the box. The text from before is version 2."
    assert [one.text for one in book.versions()] == [DRAFT, "Words that nobody kept yet."]
    clinic.versions.value = 1
    clinic.back_button.click()
    assert clinic.draft.value == "Words that nobody kept yet."
    assert clinic.platform.value == "x"
    assert status(clinic) == "Version 2 is in the box."
    assert len(book.versions()) == 2


def test_choosing_alone_changes_nothing(clinic: Clinic) -> None:
    clinic.draft.value = DRAFT
    clinic.keep_button.click()
    clinic.draft.value = BETTER
    clinic.keep_button.click()
    clinic.versions.value = 0
    assert clinic.draft.value == BETTER


def test_going_back_before_anything_was_kept(clinic: Clinic) -> None:
    clinic.draft.value = BETTER
    clinic.back_button.click()
    assert clinic.draft.value == BETTER
    assert "no version to bring back" in status(clinic)


def test_a_new_clinic_finds_the_versions_of_its_step(
    clinic: Clinic, exercise: Exercise, book: Portfolio
) -> None:
    clinic.draft.value = DRAFT
    clinic.keep_button.click()
    again = exercise.clinic("write", book)
    assert len(again.versions.options) == 1
    again.back_button.click()
    assert again.draft.value == DRAFT
    assert exercise.clinic("repair", book).versions.options == (("No version kept yet", -1),)
    assert Clinic(portfolio=book).versions.options == (("No version kept yet", -1),)


def test_a_portfolio_that_cannot_be_written_loses_no_text(
    exercise: Exercise, tmp_path: Path
) -> None:
    folder = tmp_path / "later"
    clinic = exercise.clinic("write", Portfolio(folder / "portfolio.json"))
    clinic.draft.value = DRAFT
    clinic.keep_button.click()
    assert "does not exist" in status(clinic)
    assert "stays in the list" in status(clinic)
    assert clinic.draft.value == DRAFT
    assert len(clinic.versions.options) == 1
    clinic.draft.value = BETTER
    folder.mkdir()
    clinic.keep_button.click()
    kept = json.loads((folder / "portfolio.json").read_text("utf-8"))["versions"]
    assert [one["text"] for one in kept] == [DRAFT, BETTER]


def test_a_broken_portfolio_does_not_stop_the_clinic(exercise: Exercise, book: Portfolio) -> None:
    book.path.write_text("{", "utf-8")
    clinic = exercise.clinic("write", book)
    clinic.draft.value = DRAFT
    clinic.keep_button.click()
    assert "Version 1 is kept" in status(clinic)
    assert len(list(book.path.parent.glob("portfolio.broken-*.json"))) == 1


def test_versions_with_a_platform_that_is_gone(exercise: Exercise, book: Portfolio) -> None:
    entry = {
        "exercise": "valve",
        "step": "write",
        "platform": "friendster",
        "lang": "xx",
        "text": "Old words",
        "kept_at": "long ago",
    }
    book.path.write_text(json.dumps({"versions": [entry]}), "utf-8")
    clinic = exercise.clinic("write", book)
    clinic.back_button.click()
    assert clinic.draft.value == "Old words"
    assert clinic.platform.value == ""


def test_a_review_that_breaks_is_told_and_the_text_stays(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "review", broken)
    clinic.draft.value = BETTER
    assert "The review stopped (ZeroDivisionError)" in status(clinic)
    clinic.keep_button.click()
    assert clinic.draft.value == BETTER


def test_unknown_names_are_refused_with_what_exists(book: Portfolio) -> None:
    with pytest.raises(LearnError, match="instagram"):
        Clinic(platform="friendster", portfolio=book)
    with pytest.raises(LearnError, match='"id" for Bahasa Indonesia'):
        Clinic("de", portfolio=book)


def test_without_a_kernel_there_are_words(clinic: Clinic) -> None:
    bundle = clinic._repr_mimebundle_()
    assert "opens when you run this notebook in Jupyter" in bundle["text/html"]
    assert "opens when you run this notebook in Jupyter" in bundle["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in bundle


# --- waiting until somebody stops typing ----------------------------------------------------


def test_many_keys_make_one_review() -> None:
    calls: list[str] = []

    async def type_fast() -> None:
        later = Debounce(0.05, lambda: calls.append("review"))
        for _ in range(50):
            later()
            await asyncio.sleep(0)
        assert calls == []
        await asyncio.sleep(0.15)
        assert calls == ["review"]
        later()
        later.cancel()
        await asyncio.sleep(0.1)
        assert calls == ["review"]

    asyncio.run(type_fast())


def test_the_clinic_waits_in_a_running_loop(exercise: Exercise, book: Portfolio) -> None:
    async def type_and_press() -> None:
        clinic = exercise.clinic("write", book)
        clinic.draft.value = DRAFT
        assert clinic.report.value == ""
        clinic.keep_button.click()
        assert clinic.report.value != "", "a button does not wait"
        assert "Version 1 is kept" in status(clinic)
        await asyncio.sleep(1.0)
        assert "Version 1 is kept" in status(clinic), "no late review speaks over the answer"

    asyncio.run(type_and_press())
