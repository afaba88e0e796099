"""Put the drawings of the book into its pages, where they take the colours of the page.

A drawing that is loaded as a picture sees the wishes of the device and not the switch for dark
colours on the page. Inside the page it sees both, and no second request is needed.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import Tag

FOLDER: Final = "_static/figures/"
"""Where the drawings lie; Sphinx copies a picture that a page shows to ``_images``."""


def drawing(text: str, description: str, width: str | None) -> Tag | None:
    """Return the ``svg`` element of a drawing for a page, or None where the text is no drawing.

    ``description`` becomes its name for those who do not see it, in place of the title and
    description inside the file, which a mouse would show as a bubble. ``width`` is the width that
    the page asks for, in CSS pixels such as ``360px``.
    """
    svg = BeautifulSoup(text, "html.parser").find("svg")
    if not isinstance(svg, Tag):
        return None
    for name in ("title", "desc"):
        for tag in svg.find_all(name, recursive=False):
            tag.decompose()
    for name in ("aria-labelledby", "xmlns", "xml:lang", "width", "height"):
        svg.attrs.pop(name, None)
    # The parser of HTML writes names in small letters; browsers put these two right again, but a
    # strict reader of the page would not.
    svg.attrs = {"viewBox" if name == "viewbox" else name: each for name, each in svg.attrs.items()}
    for style in svg.find_all("style"):
        style.string = _on_the_page(style.get_text())
    svg["role"] = "img"
    svg["aria-label"] = description
    if width and re.fullmatch(r"\d+px", width):
        svg["style"] = f"max-width: {width}"
    return svg


def _on_the_page(css: str) -> str:
    """Return the styles of a drawing without those for a device in dark colours.

    They repeat the variables of the page, with other values for a page that has none.
    """
    css = re.sub(r"@media \(prefers-color-scheme: dark\) \{(?:[^{}]*\{[^{}]*\})*\s*\}", "", css)
    return re.sub(r"\s+", " ", css).strip()


def put_in(soup: BeautifulSoup, folder: Path) -> None:
    """Replace the pictures of figures that are drawings; ``folder`` is that of the page."""
    for image in soup.select("figure img[src$='.svg'], p > img[src$='.svg']"):
        file = folder / str(image["src"])
        if not file.is_file():
            continue
        width = re.search(r"width:\s*(\d+px)", str(image.get("style", "")))
        svg = drawing(
            file.read_text(encoding="utf-8"),
            str(image.get("alt", "")),
            width.group(1) if width else str(image.get("width", "")) or None,
        )
        if svg is not None:
            link = image.find_parent("a", class_="image-reference")
            (link or image).replace_with(svg)
