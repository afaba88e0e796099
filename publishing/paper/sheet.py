"""Put the course into one HTML page that a browser prints."""

import base64
import html
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from publishing.files import media_type
from publishing.paper import xhtml
from publishing.paper.addresses import all_ids, lead
from publishing.paper.edition import Edition, Page, key, read_page
from publishing.paper.epub import HERE, STYLE, title_page
from publishing.paper.plain import make_plain
from publishing.paper.words import WORDS

PRINT_STYLE: Final = HERE / "print.css"
FONT: Final = "_static/fonts/plus-jakarta-sans.woff2"


def sheet(edition: Edition) -> str:
    """Return the page: title, contents with empty places for page numbers, every chapter.

    It holds its styles, font and pictures, and loads nothing. Raises `CourseError` when a page or
    picture is missing.
    """
    pages = {name: _plain_page(edition, name) for name in edition.pages}
    body = [title_page(edition), _contents(edition, pages.values())]
    for part in edition.parts:
        for place, name in enumerate(part.pages):
            caption = f'<p class="part">{html.escape(part.caption)}</p>\n'
            body.append(
                f'<section class="leaf" id="{key(name)}">\n'
                f"{caption if part.caption and place == 0 else ''}"
                f"{xhtml.write(pages[name].article)}\n</section>"
            )
    return (
        f'<!DOCTYPE html>\n<html lang="{edition.lang}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{html.escape(edition.title)}</title>\n"
        f'<meta name="author" content="{html.escape(edition.author)}">\n'
        f"<style>\n{_font(edition.folder / FONT)}{STYLE.read_text(encoding='utf-8')}\n"
        f"{PRINT_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _plain_page(edition: Edition, name: str) -> Page:
    """Return a page whose ids cannot meet those of another page."""
    page = read_page(edition, name)
    make_plain(page.article, WORDS[edition.lang])

    def aim(target: str, place: str) -> str:
        return f"#{key(target)}" + (f"--{place}" if place else "")

    lead(page, edition, aim, _inside)
    for tag in all_ids(page.article):
        tag["id"] = f"{key(name)}--{tag['id']}"
    return page


def _inside(name: str, data: bytes) -> str:
    """Return a file as an address that holds it."""
    kind = media_type(Path(name)).partition(";")[0]
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _font(path: Path) -> str:
    """Return the rule for the course's font, or nothing where the site has none."""
    if not path.is_file():
        return ""
    return (
        '@font-face { font-family: "Plus Jakarta Sans"; font-weight: 200 800; '
        f'src: url("{_inside(path.name, path.read_bytes())}") format("woff2"); }}\n'
    )


def _contents(edition: Edition, pages: Iterable[Page]) -> str:
    titles = {page.name: page.title for page in pages}
    items = []
    for part in edition.parts:
        links = "".join(
            f'<li><a href="#{key(name)}"><span>{html.escape(titles[name])}</span> '
            f'<span class="number"></span></a></li>\n'
            for name in part.pages
        )
        caption = html.escape(part.caption)
        items.append(
            f'<li><span class="caption">{caption}</span>\n<ol>\n{links}</ol></li>\n'
            if caption
            else links
        )
    title = WORDS[edition.lang]["contents"]
    return f'<nav class="contents">\n<h1>{title}</h1>\n<ol>\n{"".join(items)}</ol>\n</nav>'
