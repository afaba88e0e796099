"""Reports of hostile drafts are inert: nothing runs, nothing loads, nothing leaves the box."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from checks.__main__ import main

HOSTILE = (
    "<script>window.ran = 1</script> We utilise <img src=http://127.0.0.1:9/x onerror='ran=1'>\n"
    '"><svg onload=window.ran=1> javascript:alert(1) [x](javascript:window.ran=1)\n'
    "\u202eright to left\u202c </section></body><style>*{display:none}</style> in order to!!!\n"
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe> " + "W" * 600
)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=os.environ["COURSE_CHROMIUM"],
            args=[*root, "--disable-background-networking"],
        )
        yield browser.new_page(viewport={"width": 320, "height": 700})
        browser.close()


@pytest.mark.browser
def test_the_page_of_a_hostile_draft_runs_and_loads_nothing(
    page: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(HOSTILE, "utf-8")
    main([str(draft), "--lang", "en", "--platform", "instagram", "--format", "html"])
    report = tmp_path / "report.html"
    report.write_text(capsys.readouterr().out, "utf-8")
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(report.as_uri())
    for summary in page.locator("summary").all():
        summary.click()
    page.wait_for_timeout(300)
    assert asked == [report.as_uri()]
    assert errors == []
    assert page.evaluate("window.ran") is None
    assert page.locator("script, img, iframe, svg[onload]").count() == 0
    assert "<script>window.ran" in page.locator(".is-draft").inner_text()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320, "the report breaks out of a narrow screen"
