"""The pocket guide on paper: both sides of one A4 sheet, nothing cut off."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

playwright_api = pytest.importorskip("playwright.sync_api")

SITE = Path(__file__).resolve().parents[2] / "_build" / "site"
GUIDES = sorted(SITE.glob("*/book/pocket-guide.html"))
MARGINS = {"top": "12mm", "bottom": "12mm", "left": "14mm", "right": "14mm"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright_api.sync_playwright() as playwright:
        program = os.environ.get("COURSE_CHROMIUM") or "/usr/bin/chromium"
        if not Path(program).is_file():
            pytest.skip("no Chromium is installed")
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.skipif(not GUIDES, reason="the site is not built")
@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.parts[-3])
def test_the_guide_prints_on_two_sides(guide: Path, browser: Any) -> None:
    page = browser.new_page()
    page.goto(guide.as_uri())
    pdf = page.pdf(format="A4", margin=MARGINS)
    assert len(re.findall(rb"/Type\s*/Page(?!s)", pdf)) == 2
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1032})  # the A4 page inside the margins
    tops = page.evaluate(
        "[...document.querySelectorAll('article section section')]"
        ".map(s => Math.round(s.getBoundingClientRect().left))"
    )
    assert len(set(tops)) == 2  # two columns
    too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not too_wide
    page.close()
