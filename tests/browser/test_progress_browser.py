"""A learner's own progress: signs and words in the menu, the way back, and nothing that jumps."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

KEY = "inside-story:v1"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
KEPT = {
    "opened": ["book/hook", "book/disclosure"],
    "last": {"page": "book/disclosure", "part": "the-story"},
    "quiz": {"hook": {str(number): {"chosen": [0], "right": True} for number in range(9)}},
}
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => { shifted += entry.value; }))
  .observe({ type: "layout-shift", buffered: true });
"""

Open = Callable[..., Any]


@pytest.fixture
def open_page(chromium: Any, site: Any) -> Iterator[Open]:
    """Return a function that opens a page of the site with what a browser may have kept."""
    contexts: list[Any] = []
    trouble: list[str] = []

    def make(name: str, kept: object = None, **options: Any) -> Any:
        context = chromium.new_context(**options)
        contexts.append(context)
        if kept is not None:
            text = kept if isinstance(kept, str) else json.dumps(kept)
            put = f"localStorage.setItem('{KEY}', {json.dumps(text)})"
            context.add_init_script(f"if (!localStorage.getItem('{KEY}')) {put}")
        context.add_init_script(SHIFTS)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.goto(f"{site.address}{name}")
        return page

    yield make
    for context in contexts:
        context.close()
    assert trouble == []


def test_the_menu_tells_what_was_opened_and_done(open_page: Open) -> None:
    page = open_page("en/book/scores.html")
    signs = page.locator("#course-nav a[data-progress]")
    assert signs.count() >= 2
    assert set(signs.evaluate_all("(all) => all.map((one) => one.dataset.progress)")) == {"new"}
    page = open_page("en/book/scores.html", KEPT)
    link = page.locator('#course-nav a[href="hook.html"]')
    assert link.text_content() == "Open in the scene (quiz done)"
    assert link.locator("svg path").count() == 1, "the tick is a shape, not a colour alone"
    link = page.locator('#course-nav a[href="disclosure.html"]')
    assert link.text_content() == "Say who you are (opened)"
    assert page.locator('#course-nav a[href="about.html"] svg').count() == 0


def test_a_visit_and_an_answer_are_kept_under_the_one_key(open_page: Open) -> None:
    page = open_page("en/book/hook.html")
    current = page.locator("#course-nav a[aria-current]")
    assert current.text_content() == "Open in the scene (opened)"
    total = page.evaluate("JSON.parse(document.getElementById('course-nav').dataset.chapters)")
    forms = page.locator('form.is-quiz[data-slug="hook"]')
    assert forms.count() == total["book/hook"]
    for form in forms.all():
        for place, answer in enumerate(form.locator(".is-answers li").all()):
            if answer.get_attribute("data-right") is not None:
                form.locator("input").nth(place).check()
        form.locator(".is-check").click()
    assert current.text_content() == "Open in the scene (quiz done)"
    assert page.evaluate("Object.keys(localStorage)") == [KEY]
    forms.first.locator(".is-again").click()
    page.reload()
    assert current.text_content() == "Open in the scene (opened)"


def test_the_first_page_leads_back_to_the_place(open_page: Open, site: Any) -> None:
    page = open_page("en/book/index.html")
    assert not page.locator(".resume").is_visible()
    page.goto(f"{site.address}en/book/disclosure.html")
    page.locator("#sources").scroll_into_view_if_needed()
    page.locator("#sources").evaluate("(part) => scrollTo(0, part.offsetTop)")
    page.goto(f"{site.address}en/book/about.html")
    page.goto(f"{site.address}en/book/index.html")
    box = page.locator(".resume a")
    assert " ".join(box.inner_text().split()) == "Continue where you stopped: Say who you are"
    box.click()
    page.wait_for_url("**/en/book/disclosure.html#sources")
    page.goto(f"{site.address}id/book/index.html")
    assert "Lanjutkan" in page.locator(".resume a").inner_text()


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        "null",
        '{"last": 7, "opened": 7, "quiz": 7}',
        '{"last": {"page": "book/gone"}, "opened": [7, null]}',
        '{"last": {"page": "__proto__", "part": 3}, "quiz": {"hook": [null]}}',
    ],
)
def test_a_broken_store_breaks_nothing(open_page: Open, kept: str) -> None:
    page = open_page("en/book/index.html", kept)
    assert not page.locator(".resume").is_visible()
    page = open_page("en/book/hook.html", kept)
    assert "(opened)" in page.locator("#course-nav a[aria-current]").text_content()


def test_forget_takes_the_progress_away_for_good(open_page: Open, site: Any) -> None:
    page = open_page("en/book/about.html")
    page.evaluate(f"localStorage.setItem('{KEY}', {json.dumps(json.dumps(KEPT))})")
    page.locator("button.is-forget").click()
    page.locator(".is-forgot:not(:empty)").wait_for()
    assert page.locator('#course-nav a[data-progress="new"]').count() >= 2
    page.goto(f"{site.address}en/book/index.html")
    assert not page.locator(".resume").is_visible()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


def test_without_a_script_nothing_is_shown(open_page: Open) -> None:
    page = open_page("en/book/index.html", java_script_enabled=False)
    assert not page.locator(".resume").is_visible()
    assert page.locator(".progress-sign").count() == 0


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
@pytest.mark.parametrize("name", ["en/book/index.html", "en/book/disclosure.html"])
def test_nothing_moves_and_nothing_is_asked_for(
    open_page: Open, name: str, size: dict[str, int]
) -> None:
    page = open_page(name, KEPT, viewport=size, service_workers="block")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.reload(wait_until="networkidle")
    page.wait_for_timeout(200)
    assert page.evaluate("shifted") == 0
    assert not {"xhr", "fetch", "ping"} & set(asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_axe_finds_nothing(open_page: Open, scheme: str, size: dict[str, int]) -> None:
    options = {"viewport": size, "color_scheme": scheme, "bypass_csp": True}
    home = open_page("en/book/index.html", KEPT, **options)
    assert home.locator(".resume a").is_visible()
    chapter = open_page("id/book/hook.html", KEPT, **options)
    if size == PHONE:
        chapter.locator(".menu-button").click()
    assert chapter.locator(".progress-sign").first.is_visible()
    for page in (home, chapter):
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert [each["id"] for each in found.response["violations"]] == []


def test_the_way_back_shows_its_focus(open_page: Open) -> None:
    page = open_page("en/book/index.html", KEPT)
    box = page.locator(".resume a")
    for _ in range(12):
        page.keyboard.press("Tab")
        if box.evaluate("(link) => link === document.activeElement"):
            break
    width = box.evaluate("(link) => parseFloat(getComputedStyle(link).outlineWidth)")
    assert width >= 3
    assert box.bounding_box()["height"] >= 44
