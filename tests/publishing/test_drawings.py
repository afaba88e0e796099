"""The drawings inside the pages."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from publishing import ROOT, drawings

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 40" role="img" '
    'aria-labelledby="t d" xml:lang="en" lang="en"><title id="t">Title</title>'
    '<desc id="d">Words</desc><style>.a { --g: var(--page, #fff); } '
    "@media (prefers-color-scheme: dark) { .a { --g: var(--page, #000); } } "
    ".a text { fill: var(--g); }</style>"
    '<g class="a"><text x="1" y="2">Ice</text></g></svg>'
)


def test_a_drawing_takes_the_name_and_the_width_that_the_page_gives() -> None:
    svg = drawings.drawing(SVG, "A block of ice.", "360px")
    assert svg is not None
    assert svg["aria-label"] == "A block of ice."
    assert svg["role"] == "img"
    assert svg["style"] == "max-width: 360px"
    assert svg["viewBox"] == "0 0 320 40"
    assert svg.find("title") is None
    assert svg.find("desc") is None
    assert svg.get_text().endswith("Ice")


def test_a_drawing_in_a_page_leaves_dark_colours_to_the_page() -> None:
    svg = drawings.drawing(SVG, "A block of ice.", None)
    assert svg is not None
    style = svg.find("style")
    assert style is not None
    assert "prefers-color-scheme" not in str(style)
    assert "--g: var(--page, #fff)" in str(style)
    assert ".a text" in str(style)


def test_what_is_no_drawing_stays(tmp_path: Path) -> None:
    assert drawings.drawing("no drawing", "x", None) is None
    (tmp_path / "ice.svg").write_text(SVG, encoding="utf-8")
    soup = BeautifulSoup(
        '<figure><img src="ice.svg" alt="Ice" style="width: 300px"></figure>'
        '<figure><img src="gone.svg" alt="Gone"></figure><p><img src="ice.png" alt="P"></p>',
        "html.parser",
    )
    drawings.put_in(soup, tmp_path)
    assert [svg["aria-label"] for svg in soup.find_all("svg")] == ["Ice"]
    assert soup.svg is not None
    assert soup.svg["style"] == "max-width: 300px"
    assert [str(image["alt"]) for image in soup.find_all("img")] == ["Gone", "P"]


def test_every_drawing_of_the_book_asks_for_colours_that_the_page_gives() -> None:
    given = (ROOT / "book" / "_static" / "course.css").read_text("utf-8")
    for file in sorted((ROOT / "book" / "_static" / "figures").glob("*.svg")):
        text = file.read_text("utf-8")
        for part in text.split("var(--pst-")[1:]:
            name = part.partition(",")[0]
            assert f"--pst-{name}:" in given, f"{file.name}: --pst-{name} is not in course.css"
