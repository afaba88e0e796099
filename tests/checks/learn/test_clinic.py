"""The Clinic: every control has a name, the review follows the words, no version is lost."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import ipywidgets as widgets
import pytest

from checks import Policy
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
        widgets.Checkbox,
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


# --- picture, payment, company --------------------------------------------------------------


def test_the_box_for_the_alt_text_is_there_with_a_picture(clinic: Clinic) -> None:
    assert clinic.alt_text.layout.display == "none"
    clinic.draft.value = BETTER
    without = clinic.report.value
    clinic.picture.value = True
    assert clinic.alt_text.layout.display is None
    asked = clinic.report.value
    assert asked != without, "a picture without alt text is something to look at"
    clinic.alt_text.value = "A pump in the mud with a lamp beside it and twelve loose bolts."
    assert clinic.report.value != asked
    assert "A pump in the mud" in clinic.preview.value
    clinic.picture.value = False
    assert clinic.report.value == without
    assert clinic.alt_text.value.startswith("A pump"), "unticking deletes no words"


def test_a_paid_post_is_reviewed_as_one(book: Portfolio) -> None:
    clinic = Clinic(portfolio=book, policy=Policy(names=("Air Randu",)))
    clinic.draft.value = (
        "I work at Air Randu, and our water is great. Try it today, you will love it!"
    )
    unpaid = clinic.report.value
    clinic.paid.value = True
    assert clinic.report.value != unpaid


def test_picture_and_payment_are_kept_and_come_back(
    clinic: Clinic, exercise: Exercise, book: Portfolio
) -> None:
    clinic.draft.value = BETTER
    clinic.keep_button.click()
    clinic.picture.value = True
    clinic.alt_text.value = "A lamp."
    clinic.paid.value = True
    clinic.keep_button.click()
    assert [(one.alt_text, one.paid) for one in book.versions()] == [
        (None, False),
        ("A lamp.", True),
    ]
    again = exercise.clinic("write", book)
    again.back_button.click()
    assert (again.picture.value, again.alt_text.value, again.paid.value) == (True, "A lamp.", True)
    again.versions.value = 0
    again.back_button.click()
    assert (again.picture.value, again.paid.value) == (False, False)
    assert len(book.versions()) == 2


def test_the_company_is_named_in_one_line(exercise: Exercise, book: Portfolio) -> None:
    own = Policy(names=("Kopi <b>Tirta</b>",))
    line = "Company names that the review knows: {}."
    heads = [
        next(all_html(clinic))
        for clinic in (exercise.clinic("write", book), exercise.clinic(None, book, policy=own))
    ]
    assert line.format("Air Randu") in heads[0]
    assert line.format("Kopi &lt;b&gt;Tirta&lt;/b&gt;") in heads[1]
    assert "knows no company name" in next(all_html(Clinic(portfolio=book)))


def test_the_review_uses_the_company_of_the_clinic(exercise: Exercise, book: Portfolio) -> None:
    text = "Kopi Tirta makes the best coffee in town. Buy a bag today, you will love it!"
    reports = []
    for policy in (None, Policy(names=("Kopi Tirta",))):
        clinic = exercise.clinic("write", book, policy=policy)
        clinic.draft.value = text
        reports.append(clinic.report.value)
    assert reports[0] != reports[1]


# --- preview, changes, side by side ---------------------------------------------------------


def all_html(clinic: Clinic) -> Iterator[str]:
    return (one.value for one in all_widgets(clinic.view) if isinstance(one, widgets.HTML))


def test_the_preview_and_the_numbers_follow_the_words(clinic: Clinic) -> None:
    clinic.draft.value = BETTER * 4
    assert "words wait behind" in clinic.preview.value
    assert "<svg" in clinic.numbers.value
    clinic.platform.value = "x"
    assert "words wait behind" in clinic.preview.value
    clinic.platform.value = ""
    assert "Choose a platform" in clinic.preview.value
    clinic.draft.value = ""
    assert clinic.preview.value == clinic.numbers.value == clinic.changes.value == ""


def test_folds_are_native_and_no_review_touches_them(clinic: Clinic) -> None:
    def heads() -> list[str]:
        return [html for html in all_html(clinic) if html.startswith("<details")]

    before = heads()
    assert len(before) == 3
    assert sum(" open>" in html for html in before) == 1
    assert all(re.search(r"<summary>.*\w.*</summary>", html) for html in before)
    clinic.draft.value = DRAFT
    clinic.keep_button.click()
    assert heads() == before
    for box in all_widgets(clinic.view):
        for head, body in pairwise(getattr(box, "children", ())):
            assert ("clinic-fold" in head._dom_classes) == ("clinic-folded" in body._dom_classes)


def test_changes_since_the_last_kept_version(clinic: Clinic) -> None:
    clinic.draft.value = DRAFT
    assert clinic.changes.value == ""
    clinic.keep_button.click()
    assert "The box holds version 1" in clinic.changes.value
    clinic.draft.value = BETTER
    assert "Better than version 1" in clinic.changes.value
    clinic.draft.value = DRAFT + " Stop!!!"
    assert "new since version 1" in clinic.changes.value
    clinic.keep_button.click()
    assert "The box holds version 2" in clinic.changes.value


def test_the_last_version_is_reviewed_once(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    clinic.draft.value = DRAFT
    clinic.keep_button.click()
    seen: list[str] = []
    real = module.review

    def counting(text: str, **more: object) -> object:
        seen.append(text)
        return real(text, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "review", counting)
    for number in range(4):
        clinic.draft.value = f"{BETTER} {number}"
    assert seen.count(DRAFT) == 1
    assert len(seen) == 5


def test_a_chosen_version_stands_beside_the_draft(clinic: Clinic) -> None:
    assert "Keep a version first" in clinic.beside.value
    clinic.draft.value = "One two three."
    clinic.keep_button.click()
    assert "Both texts are the same." in clinic.beside.value
    clinic.draft.value = "One two four."
    assert "<del>" in clinic.beside.value
    assert "<ins>" in clinic.beside.value
    clinic.keep_button.click()
    assert "Version 2, as you kept it" in clinic.beside.value
    clinic.versions.value = 0
    assert "Version 1, as you kept it" in clinic.beside.value
    assert status(clinic) == "Version 1 stands beside the draft. 1 word went, 1 word is new."
    assert clinic.draft.value == "One two four."


def test_filling_the_list_of_versions_says_nothing(clinic: Clinic) -> None:
    clinic.draft.value = DRAFT
    clinic.keep_button.click()
    clinic.draft.value = BETTER
    clinic.keep_button.click()
    assert "things fewer to look at" in status(clinic)
    assert "stands beside" not in status(clinic)


def test_everything_speaks_indonesian(book: Portfolio) -> None:
    clinic = Clinic("id", portfolio=book, policy=Policy(names=("Air Randu",)))
    clinic.draft.value = "Selamat pagi semuanya!!! " * 10
    clinic.keep_button.click()
    clinic.draft.value = "03.40. Pompa berhenti. Aku menghitung dua belas baut."
    clinic.picture.value = True
    page = " ".join(all_html(clinic))
    for words in (
        "Nama perusahaan yang dikenal pemeriksaan: Air Randu.",
        "Lebih baik dari versi 1",
        "belum ada teks alternatifnya",
        "[hilang: ",
        "Dua versi berdampingan",
    ):
        assert words in page
    for words in ("Better", "version", "Picture", "went"):
        assert words not in re.sub(r"<style>.*?</style>|<[^>]*>", "", page, flags=re.DOTALL)


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


def test_words_that_come_together_are_told_one_after_the_other(
    exercise: Exercise, book: Portfolio
) -> None:
    async def press_twice() -> None:
        clinic = exercise.clinic("write", book)
        said: list[str] = []
        clinic.status.observe(lambda change: said.append(change.new), "value")
        clinic.draft.value = DRAFT
        clinic.keep_button.click()
        clinic.keep_button.click()
        clinic.keep_button.click()
        assert len(said) == 1
        await asyncio.sleep(1.1)
        assert len(said) == 2
        assert "already version 1" in said[-1]

    asyncio.run(press_twice())
