"""Lead the links and pictures of a page from the places of the site to those of a file."""

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag

from publishing.failures import CourseError
from publishing.paper import xhtml
from publishing.paper.edition import Edition, Page, key

Aim = Callable[[str, str], str]
"""Name of a page and id in it, which may be empty -> the address in the file."""

Picture = Callable[[str, bytes], str]
"""Name and content of a picture -> its address in the file."""


def lead(page: Page, edition: Edition, aim: Aim, picture: Picture) -> None:
    """Rewrite every address of a page in place.

    A link to something that is not in the file leads to the published site; where that is not
    known, its words stay without a link. Raises `CourseError` for a picture that is missing.
    """
    for link in page.article.select("a[href]"):
        address = _new_address(str(link["href"]), page, edition, aim)
        if address is None:
            link.unwrap()
        else:
            link["href"] = address
    for image in page.article.select("img[src]"):
        path = edition.folder / _target(str(image["src"]), page)
        if not path.is_file():
            raise CourseError(
                f"The page {page.name} shows {image['src']}, which is missing: add the picture, "
                "run `python course.py build`, then start again."
            )
        image["src"] = picture(path.name, strict_drawing(path.read_bytes(), path.name))
    for number, svg in enumerate(page.article.select("svg"), start=1):
        svg.replace_with(_image(svg, picture, f"{key(page.name)}-{number}.svg"))


def _new_address(old: str, page: Page, edition: Edition, aim: Aim) -> str | None:
    parts = urlsplit(old)
    if parts.scheme or parts.netloc:
        return old
    target = _target(old, page) if parts.path else f"{page.name}.html"
    name = target.removesuffix(".html")
    if name in edition.pages:
        return aim(name, parts.fragment)
    if not edition.address:
        return None
    return edition.address + target + (f"#{parts.fragment}" if parts.fragment else "")


def _target(address: str, page: Page) -> str:
    """Return the path below the language's folder that an address on a page names."""
    path = unquote(urlsplit(address).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path))


def _image(svg: Tag, picture: Picture, name: str) -> Tag:
    """Return a drawing that stands in a page as a picture of its own.

    Its ids and styles then cannot meet those of another drawing in the file.
    """
    image = BeautifulSoup("", "html.parser").new_tag("img")
    image["alt"] = str(svg.attrs.pop("aria-label", ""))
    wide = re.search(r"max-width:\s*(\d+)px", str(svg.attrs.pop("style", "")))
    box = re.findall(r"[\d.]+", str(svg.get("viewBox") or svg.get("viewbox") or ""))
    if len(box) == 4:
        width = float(wide[1]) if wide else float(box[2])
        image["width"] = str(round(width))
        image["height"] = str(round(width * float(box[3]) / float(box[2])))
    image["src"] = picture(name, strict_drawing(xhtml.write(svg).encode("utf-8"), name))
    return image


def strict_drawing(data: bytes, name: str) -> bytes:
    """Return a picture; a drawing tells its language in the way that all e-book readers know."""
    if not name.endswith(".svg"):
        return data

    def xml_lang(tag: re.Match[str]) -> str:
        new = "" if "xml:lang=" in tag[0] else r' xml:lang="\1"'
        return re.sub(r'\slang="([^"]*)"', new, tag[0])

    return re.sub(r"<[A-Za-z][^<>]*>", xml_lang, data.decode("utf-8")).encode("utf-8")


def all_ids(article: Tag) -> list[Tag]:
    """Return the elements that have an id."""
    return list(article.select("[id]"))
