"""Print the course into one PDF with a Chromium of this computer.

Chromium writes the tags that screen readers need and an outline from the headings. It cannot write
page numbers into a table of contents, so the page is printed twice: the first print tells on which
page each chapter begins.
"""

import io
import os
import tempfile
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader, PdfWriter

from publishing.paper.edition import Edition
from publishing.paper.sheet import sheet

FILL: Final = """(numbers) => document.querySelectorAll(".contents a").forEach((link) => {
  link.querySelector(".number").textContent = numbers[link.hash.slice(1)] ?? "";
})"""


def write_pdf(edition: Edition, target: Path, chromium: Path) -> None:
    """Print an edition. Raises `CourseError` when a page or picture of it is missing."""
    text = sheet(edition)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder, "course.html")
        file.write_text(text, encoding="utf-8")
        browser = play.chromium.launch(
            executable_path=str(chromium), args=["--no-sandbox"] if root else []
        )
        try:
            page = browser.new_page(color_scheme="light")
            page.goto(file.as_uri())
            page.evaluate("document.fonts.ready.then(() => true)")
            page.evaluate(FILL, page_numbers(_print(page, tagged=False)))
            data = _print(page, tagged=True)
        finally:
            browser.close()
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.write_bytes(_signed(data, edition))
    part.replace(target)


def _print(page: Page, *, tagged: bool) -> bytes:
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=tagged, outline=tagged)


def _signed(data: bytes, edition: Edition) -> bytes:
    """Return the file with its author and date in place of the browser's name and clock."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.pdf_header = "%PDF-1.7"
    when = f"D:{edition.released:%Y%m%d}000000Z"
    writer.add_metadata(
        {
            "/Title": edition.title,
            "/Author": edition.author,
            "/Creator": f"{edition.title} {edition.version}",
            "/CreationDate": when,
            "/ModDate": when,
        }
    )
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def page_numbers(data: bytes) -> dict[str, int]:
    """Return id -> number of the page on which it stands, for all ids that links lead to."""
    reader = PdfReader(io.BytesIO(data))
    found: dict[str, int] = {}
    for name, place in reader.named_destinations.items():
        number = reader.get_destination_page_number(place)
        if number is not None:
            found[name.removeprefix("/")] = number + 1
    return found
