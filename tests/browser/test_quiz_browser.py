"""The quiz in a real browser: judged on request only, announced, kept, forgotten, readable."""

from __future__ import annotations

import io
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup

pytestmark = pytest.mark.browser

playwright_api = pytest.importorskip("playwright.sync_api")
axe_api = pytest.importorskip("axe_playwright_python.sync_playwright")

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "book" / "_static"
KEY = "inside-story:v1"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUESTIONS = [
    {
        "id": "single",
        "objective": 1,
        "kind": "one",
        "question": "Which opening puts a reader in the scene?",
        "options": [
            {
                "text": "Good morning, friends!",
                "misconception": "greeting-is-polite",
                "feedback": "A greeting takes the lines that readers see.",
            },
            {
                "text": "03:40. Water in Market Street.",
                "right": True,
                "feedback": "Yes. A time, a place, an event.",
            },
            {
                "text": "As our anniversary draws near",
                "misconception": "occasion-is-news",
                "feedback": "The occasion matters inside the firm only.",
            },
        ],
    },
    {
        "id": "several",
        "objective": 1,
        "kind": "many",
        "question": "Which of these are details?",
        "options": [
            {"text": "38 turns", "right": True, "feedback": "Yes. *Readers* can count it."},
            {"text": "great care", "misconception": "adjective-is-proof", "feedback":
             "These words claim what they should show."},
            {"text": "rain in my collar", "right": True, "feedback": "Yes. Readers can feel it."},
        ],
    },
]  # fmt: skip


def build_page(folder: Path) -> None:
    """Build both questions with Sphinx and put them on a bare page under a strict policy."""
    sys.path.insert(0, str(ROOT / "book" / "_ext"))
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    source = folder / "source"
    (source / "book" / "quizzes").mkdir(parents=True)
    quizzes = yaml.safe_dump(QUESTIONS, sort_keys=False)
    (source / "book" / "quizzes" / "hook.yml").write_text(quizzes, "utf-8")
    page = "# A page\n\n:::{quiz} hook\n:::\n\n```{forget}\n```\n"
    (source / "book" / "page.md").write_text(page, "utf-8")
    warnings = io.StringIO()
    with patch_docutils(), docutils_namespace():
        Sphinx(
            srcdir=source,
            confdir=None,
            outdir=folder / "html",
            doctreedir=folder / "trees",
            buildername="html",
            confoverrides={
                "extensions": ["myst_parser", "languages", "quiz"],
                "myst_enable_extensions": ["colon_fence"],
                "root_doc": "book/page",
                "language": "en",
                "html_theme": "basic",
            },
            status=None,
            warning=warnings,
        ).build()
    assert warnings.getvalue() == ""
    built = BeautifulSoup(
        (folder / "html" / "book" / "page.html").read_text("utf-8"), "html.parser"
    )
    forms = "".join(str(form) for form in built.select("form.is-quiz, .is-forgetting"))
    (folder / "site").mkdir()
    for name in ("tokens.css", "quiz.css", "quiz.js"):
        (folder / "site" / name).write_bytes((STATIC / name).read_bytes())
    ground = (
        "body { background: var(--is-paper); color: var(--is-ink); font: 1rem/1.5 sans-serif; }"
    )
    (folder / "site" / "page.css").write_text(ground, "utf-8")
    (folder / "site" / "page.html").write_text(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Quiz</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="tokens.css">'
        '<link rel="stylesheet" href="page.css">'
        '<link rel="stylesheet" href="quiz.css"><script defer src="quiz.js"></script></head>'
        f"<body><main><h1>Quiz</h1>{forms}</main></body></html>",
        "utf-8",
    )


class Quiet(SimpleHTTPRequestHandler):
    """Serve files and say nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the page on the loopback address."""
    folder = tmp_path_factory.mktemp("quiz")
    build_page(folder)
    handler = partial(Quiet, directory=str(folder / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/page.html"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start the Chromium that COURSE_CHROMIUM names."""
    program = os.environ.get("COURSE_CHROMIUM")
    if not program:
        pytest.skip("set COURSE_CHROMIUM to the program file of a Chromium")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with playwright_api.sync_playwright() as play:
        started = play.chromium.launch(
            executable_path=program, args=["--no-sandbox"] if root else []
        )
        yield started
        started.close()


Open = Callable[..., Any]


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[Open]:
    """Return a function that opens the page; at the end nothing may have gone wrong in it."""
    contexts: list[Any] = []
    trouble: list[str] = []

    def make(before: str = "", **options: Any) -> Any:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on(
            "console",
            lambda said: trouble.append(said.text) if said.type in ("error", "warning") else None,
        )
        page.on("requestfailed", lambda request: trouble.append(request.url))
        if before:
            page.add_init_script(before)
        page.goto(address)
        return page

    yield make
    for context in contexts:
        context.close()
    assert trouble == []


LISTEN = """
window.heard = [];
addEventListener("course:answer", (event) => heard.push(event.detail));
"""


def form(page: Any, ident: str) -> Any:
    """Return the form of a question."""
    return page.locator(f'form[data-question="{ident}"]')


def status(page: Any, ident: str) -> str:
    """Return what the live region of a question says."""
    return " ".join(form(page, ident).locator('[role="status"]').inner_text().split())


def choose(page: Any, ident: str, *places: int) -> None:
    """Choose options of a question and ask for a judgement."""
    for place in places:
        form(page, ident).locator("input").nth(place).check()
    form(page, ident).locator(".is-check").click()


def kept(page: Any) -> Any:
    """Return what the browser keeps."""
    return page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}'))")


def test_nothing_is_judged_before_the_learner_asks(open_page: Open) -> None:
    page = open_page(LISTEN)
    first = form(page, "single").locator("input").first
    first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
        assert status(page, "single") == ""
    form(page, "single").locator("label").nth(2).click()
    assert status(page, "single") == ""
    assert page.locator(".is-right, .is-wrong").count() == 0
    assert page.evaluate("heard") == []
    assert kept(page) is None


def test_the_region_that_speaks_is_there_before_it_is_filled(open_page: Open) -> None:
    page = open_page()
    region = form(page, "single").locator('[role="status"]')
    assert region.inner_text() == ""
    handle = region.element_handle()
    choose(page, "single", 0)
    assert handle.evaluate("(node) => node.isConnected && node.innerText.length") > 20


def test_a_wrong_answer_names_its_reason_in_words(open_page: Open) -> None:
    page = open_page(LISTEN)
    choose(page, "single", 0)
    assert status(page, "single") == "\u2717 Not yet A greeting takes the lines that readers see."
    assert page.evaluate("heard") == [{"slug": "hook", "question": "single", "right": False}]
    assert form(page, "single").locator(".is-option.is-wrong").count() == 1
    sign = form(page, "single").locator(".is-option").first
    content = sign.evaluate("(node) => getComputedStyle(node, '::after').content")
    assert "\u2717" in content, "the mark is more than a colour"


def test_a_right_answer_is_confirmed(open_page: Open) -> None:
    page = open_page(LISTEN)
    choose(page, "single", 1)
    assert status(page, "single") == "\u2713 Right Yes. A time, a place, an event."
    assert page.evaluate("heard[0].right") is True
    assert form(page, "single").locator(".is-option.is-right").count() == 1


def test_enter_asks_for_a_judgement(open_page: Open) -> None:
    page = open_page()
    form(page, "single").locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert status(page, "single").startswith("\u2717 Not yet")
    assert "?" not in page.url, "the form is not sent anywhere"


def test_without_a_choice_it_asks_for_one(open_page: Open) -> None:
    page = open_page(LISTEN)
    form(page, "single").locator(".is-check").click()
    assert status(page, "single") == "Choose an answer first."
    assert page.evaluate("heard") == []


def test_several_answers_get_a_word_each_and_the_number_missing(open_page: Open) -> None:
    page = open_page(LISTEN)
    choose(page, "several", 0, 1)
    said = status(page, "several")
    assert said.startswith("\u2717 Not yet 38 turns Yes. Readers can count it. great care These")
    assert said.endswith("One right answer is still missing.")
    assert form(page, "several").locator(".is-status em").inner_text() == "Readers"
    form(page, "several").locator("input").nth(1).uncheck()
    assert status(page, "several") == "", "feedback belongs to the answer that was checked"
    choose(page, "several", 2)
    assert status(page, "several").startswith("\u2713 Right 38 turns")
    assert [each["right"] for each in page.evaluate("heard")] == [False, True]


def test_half_of_the_right_answers_is_not_yet_right(open_page: Open) -> None:
    page = open_page()
    choose(page, "several", 0)
    said = status(page, "several")
    assert said.startswith("\u2717 Not yet Yes. Readers can count it.")
    assert said.endswith("One right answer is still missing.")


def test_one_key_keeps_the_answers_and_a_new_visit_shows_them(open_page: Open) -> None:
    page = open_page(LISTEN)
    choose(page, "single", 0)
    choose(page, "several", 0, 2)
    assert page.evaluate("Object.keys(localStorage)") == [KEY]
    assert kept(page) == {
        "quiz": {
            "hook": {
                "single": {"chosen": [0], "right": False},
                "several": {"chosen": [0, 2], "right": True},
            }
        }
    }
    page.reload()
    assert form(page, "single").locator("input").first.is_checked()
    assert status(page, "single").startswith("\u2717 Not yet A greeting")
    assert status(page, "several").startswith("\u2713 Right")
    assert page.evaluate("heard") == [], "an old answer is no new one"


def test_start_again_clears_the_question_and_keeps_the_place(open_page: Open) -> None:
    page = open_page()
    choose(page, "single", 1)
    choose(page, "several", 0)
    form(page, "single").locator(".is-again").click()
    assert status(page, "single") == ""
    assert form(page, "single").locator("input:checked").count() == 0
    assert form(page, "single").locator(".is-right, .is-wrong").count() == 0
    assert page.evaluate("document.activeElement.id") == "is-quiz-1-0"
    assert list(kept(page)["quiz"]["hook"]) == ["several"]


def test_forget_takes_all_answers_away_and_says_so(open_page: Open) -> None:
    page = open_page()
    choose(page, "single", 1)
    page.evaluate("localStorage.setItem('inside-story:theme', 'dark')")
    region = page.locator(".is-forgot")
    assert region.inner_text() == ""
    page.locator("button.is-forget").click()
    assert (
        region.inner_text()
        == "Done. This browser no longer holds your answers, your place or saved pages."
    )
    assert page.evaluate("Object.keys(localStorage)") == ["inside-story:theme"]
    assert status(page, "single") == ""
    assert page.locator("input:checked").count() == 0


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "null",
        "[1]",
        '"x"',
        '{"quiz": 5}',
        '{"quiz": {"hook": []}}',
        '{"quiz": {"hook": {"single": 7}}}',
        '{"quiz": {"hook": {"single": {"chosen": [99, "x", null]}}}}',
        '{"quiz": {"hook": {"single": {"chosen": "0"}}}}',
    ],
)
def test_a_broken_store_breaks_nothing(open_page: Open, stored: str) -> None:
    page = open_page(
        f"if (!localStorage.getItem('{KEY}')) localStorage.setItem('{KEY}', {stored!r})"
    )
    assert status(page, "single") == ""
    choose(page, "single", 1)
    assert status(page, "single").startswith("\u2713 Right")
    assert kept(page)["quiz"]["hook"]["single"] == {"chosen": [1], "right": True}


def test_what_another_part_keeps_under_the_key_stays(open_page: Open) -> None:
    page = open_page(f"localStorage.setItem('{KEY}', '{{\"pages\": [\"hook\"]}}')")
    choose(page, "single", 1)
    assert kept(page)["pages"] == ["hook"]


def test_without_storage_it_still_judges(open_page: Open) -> None:
    blocked = """Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("blocked", "SecurityError"); } });"""
    page = open_page(blocked)
    choose(page, "single", 0)
    assert status(page, "single").startswith("\u2717 Not yet")
    page.locator("button.is-forget").click()
    assert "nothing to forget" in page.locator(".is-forgot").inner_text()


def test_without_a_script_the_answers_open(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    assert not page.locator(".is-check").first.is_visible()
    assert not page.locator(".is-forget").is_visible()
    answers = form(page, "single").locator("details.is-answers")
    assert not answers.locator("li").first.is_visible()
    answers.locator("summary").click()
    text = answers.inner_text()
    for option in QUESTIONS[0]["options"]:
        assert option["text"] in text
        assert option["feedback"] in text


def test_on_paper_the_answers_stand_and_the_buttons_do_not(open_page: Open) -> None:
    page = open_page()
    assert not page.locator("details.is-answers").first.is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".is-check").first.is_visible()
    last = page.locator("details.is-answers").first.locator("li").last
    assert last.bounding_box()["height"] > 20


def test_the_script_moves_nothing(open_page: Open) -> None:
    places = [
        form(open_page(java_script_enabled=enabled), "several").bounding_box()["y"]
        for enabled in (False, True)
    ]
    assert abs(places[0] - places[1]) < 1


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_before_or_after_an_answer(
    open_page: Open, width: int, theme: str
) -> None:
    change = "document.documentElement.dataset.theme"
    dark = f'addEventListener("DOMContentLoaded", () => {{ {change} = "{theme}"; }})'
    # The axe library is a script of the test, so its own policy has to allow it.
    page = open_page(dark, viewport={"width": width, "height": 900}, bypass_csp=True)
    for _ in range(2):
        found = axe_api.Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert [each["id"] for each in found.response["violations"]] == []
        choose(page, "single", 0)
        choose(page, "several", 0, 1, 2)


def test_a_narrow_phone_needs_no_sideways_scrolling_and_targets_are_large(open_page: Open) -> None:
    page = open_page(viewport={"width": 320, "height": 800})
    choose(page, "several", 0, 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for target in page.locator("label, button").all():
        box = target.bounding_box()
        assert box["height"] >= 24
        assert box["width"] >= 24


def test_the_keyboard_reaches_everything_and_the_focus_shows(open_page: Open) -> None:
    page = open_page()
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("document.activeElement.className || document.activeElement.type")
        )
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        if seen[-1] != "":
            assert width >= 2, seen[-1]
        if seen[-1] == "is-forget":
            break
    order = [
        "radio",
        "is-check",
        "is-again",
        *["checkbox"] * 3,
        "is-check",
        "is-again",
        "is-forget",
    ]
    assert seen == order
    assert not re.search("is-answers", " ".join(seen))
