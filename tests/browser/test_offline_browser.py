"""Reading without a network: the pages stay, a change replaces them, the reader can remove them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from publishing.offline import write_worker

pytestmark = pytest.mark.browser

LIMIT = 10.0
"""Seconds that a worker may need to fetch all pages."""


@pytest.fixture
def page(chromium: Any, site: Any) -> Iterator[Any]:
    """Return a page that has visited one chapter; nothing may go wrong in it."""
    context = chromium.new_context()
    made = context.new_page()
    trouble: list[str] = []
    made.on("pageerror", lambda error: trouble.append(str(error)))
    made.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    made.goto(f"{site.address}en/book/hook.html")
    wait_for_copies(made, 1)
    yield made
    context.close()
    assert trouble == []


def copies(page: Any) -> list[str]:
    """Return the names of the whole copies, once their worker is at work."""
    ready = "navigator.serviceWorker.ready.then((it) => it.active?.state === 'activated')"
    found: list[str] = page.evaluate("caches.keys()")
    return found if page.evaluate(ready) else []


def wait_for_copies(page: Any, number: int, without: str = "") -> list[str]:
    """Wait until there are so many copies, none of them of a name, and return their names."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        found = copies(page)
        if len(found) == number and without not in found:
            return found
        page.wait_for_timeout(100)
    raise AssertionError(f"The copies are {copies(page)}, and {number} were expected.")


def test_after_one_visit_every_page_opens_without_a_network(page: Any, site: Any) -> None:
    site.go_away()
    page.goto(f"{site.address}en/book/disclosure.html")
    assert page.locator("h1").inner_text() == "Say who you are"
    assert page.locator("article figure svg").first.is_visible()
    assert page.evaluate("document.fonts.check('16px \"Plus Jakarta Sans\"')")
    assert page.locator(".theme-button").is_visible()
    page.locator("form.is-quiz input").first.check()
    page.locator(".is-check").first.click()
    assert page.locator(".is-result").count() == 1
    page.goto(f"{site.address}en/search.html?q=salary")
    page.locator("#search-results li a").first.wait_for()
    assert page.locator("#search-results li").count() >= 1


def test_a_change_replaces_the_copy_and_is_seen_at_once(page: Any, site: Any) -> None:
    (before,) = copies(page)
    assert before.startswith("inside-story:/some/where/en/:")
    chapter = site.folder / "en" / "book" / "hook.html"
    chapter.write_text(chapter.read_text("utf-8").replace("Open in the scene", "Changed"), "utf-8")
    write_worker(site.folder / "en")
    page.reload()
    assert page.locator("h1").inner_text() == "Changed", "the network comes before the copy"
    (after,) = wait_for_copies(page, 1, without=before)
    assert after.startswith("inside-story:/some/where/en/:")
    site.go_away()
    page.goto(f"{site.address}en/book/hook.html")
    assert page.locator("h1").inner_text() == "Changed"


def test_forget_removes_the_copies_of_both_languages_and_the_worker(page: Any, site: Any) -> None:
    page.goto(f"{site.address}id/book/hook.html")
    wait_for_copies(page, 2)
    page.evaluate("caches.open('somebody-else')")
    page.goto(f"{site.address}id/book/about.html")
    page.locator("button.is-forget").click()
    page.locator(".is-forgot:not(:empty)").wait_for()
    assert page.evaluate("caches.keys()") == ["somebody-else"]
    workers = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
    assert page.evaluate(workers) == 0
    assert page.evaluate("localStorage.getItem('inside-story:v1')") is None


def test_beside_the_courses_own_server_nothing_is_stored(chromium: Any, site: Any) -> None:
    chapter = site.folder / "en" / "book" / "hook.html"
    text = chapter.read_text("utf-8")
    assert 'data-practise="off"' in text
    chapter.write_text(text.replace('data-practise="off"', 'data-practise="on"'), "utf-8")
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{site.address}en/book/hook.html")
    page.wait_for_timeout(300)
    assert (
        page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    )
    context.close()


def test_from_a_file_the_page_works_and_says_nothing(chromium: Any, site: Any) -> None:
    context = chromium.new_context()
    page = context.new_page()
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto((site.folder / "en" / "book" / "hook.html").as_uri())
    page.wait_for_timeout(300)
    assert page.locator("h1").inner_text() == "Open in the scene"
    assert trouble == []
    context.close()
