"""Rewrite a built book in place until every page is light, accessible and closed to the outside.

Sphinx and its extensions decide how their parts of a page look; what they get wrong is put right
here, once, for all pages. What cannot be put right without an author stops the build: the error
names the page and the remedy. Running it twice changes nothing the second time.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import imagesize  # type: ignore[import-untyped]
from bs4 import BeautifulSoup
from bs4.dammit import EntitySubstitution
from bs4.element import NavigableString, Tag
from bs4.formatter import HTMLFormatter

from publishing import drawings
from publishing.offline import OfflineError, write_worker

BUNDLE = "inside-story.{digest}.css"

# What Sphinx and the theme copy to every book and no page of ours loads: 6 MB.
LEFTOVERS = (
    "_static/scripts",
    "_static/styles",
    "_static/vendor/fontawesome",
    "_static/locales",
    "_static/images/logo_*",
    "_static/*webpack-macros.html",
    "_static/basic.css",
    "_static/file.png",
    "_static/minus.png",
    "_static/plus.png",
    "_static/sphinx_highlight.js",
    "_static/translations.js",
    "_sources/**/*.md",
)

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; manifest-src 'self'; worker-src 'self'"
)

# Attributes with which an element loads something by itself.
LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
    "track": "src",
    "input": "src",
    "form": "action",
}
LOADING_RELATIONS = {"stylesheet", "preload", "modulepreload", "prefetch", "icon", "manifest"}

# Roles that an element has by itself; naming them again is noise that validators report.
OWN_ROLES = {
    "main": "main",
    "nav": "navigation",
    "header": "banner",
    "footer": "contentinfo",
    "article": "article",
    "aside": "complementary",
    "button": "button",
    "ul": "list",
    "ol": "list",
}

OPEN_THE_COURSE = {"en": "Open the course", "id": "Buka kursus ini"}


class PageError(ValueError):
    """One or more pages cannot be published as they are; each line names a page and the remedy."""


@dataclass(frozen=True)
class Page:
    """A built page: its parsed text, its path inside the book, and the folder of the book."""

    soup: BeautifulSoup
    path: str
    root: Path

    def target(self, address: str) -> str:
        """Return the path inside the book of a relative address on this page."""
        return posixpath.normpath(
            posixpath.join(posixpath.dirname(self.path), unquote(urlsplit(address).path))
        )

    def address(self, target: str) -> str:
        """Return the relative address on this page of a path inside the book."""
        return posixpath.relpath(target, posixpath.dirname(self.path) or ".")


def finish(html_dir: Path, lang: str) -> None:
    """Finish the book of one language that was built into a folder.

    Raises PageError where a page needs its author: a picture without a description, something that
    loads from another host, an event handler in an attribute, a file that is missing, or pages too
    large to keep for reading without a network.
    """
    remove_leftovers(html_dir)
    problems: list[str] = []
    names = sorted(path.relative_to(html_dir).as_posix() for path in html_dir.rglob("*.html"))
    for name in (name for name in names if not name.startswith("_static/")):
        page = read_page(html_dir, name, lang)
        problems += finish_page(page, lang)
        (html_dir / name).write_text(write_page(page.soup), encoding="utf-8")
    remove_old_styles(html_dir)
    if problems:
        raise PageError("\n".join(problems))
    try:
        write_worker(html_dir)
    except OfflineError as error:
        raise PageError(str(error)) from error


def finish_page(page: Page, lang: str) -> list[str]:
    """Apply every fix to one page and return what only an author can put right."""
    fold_dropdowns(page.soup)
    repair_tables(page.soup)
    repair_controls(page.soup)
    use_native_headings(page.soup)
    drop_own_roles(page.soup)
    keep_one_viewport(page.soup)
    defer_scripts(page.soup)
    bundle_styles(page)
    drawings.put_in(page.soup, (page.root / page.path).parent)
    measure_images(page)
    mark_practice(page.soup)
    problems = list(find_problems(page, lang))
    set_policy(page.soup)
    return problems


def read_page(html_dir: Path, name: str, lang: str) -> Page:
    """Read one page; a bare redirect, as Jupyter Book writes it, becomes a whole page."""
    text = (html_dir / name).read_text(encoding="utf-8")
    if "<html" not in text:
        text = whole_redirect(html_dir, text, lang)
    return Page(BeautifulSoup(text, "html.parser"), name, html_dir)


class Plain(HTMLFormatter):
    """Write HTML as a person would: letters as they are, attributes in their order, no ``/>``."""

    def __init__(self) -> None:
        super().__init__(
            entity_substitution=EntitySubstitution.substitute_xml,
            void_element_close_prefix="",
            empty_attributes_are_booleans=True,
        )

    def attributes(self, tag: Tag) -> Iterable[tuple[str, Any]]:
        """Return the attributes as they were written; Beautiful Soup would sort them."""
        return [(name, None if value == "" else value) for name, value in tag.attrs.items()]


def write_page(soup: BeautifulSoup) -> str:
    """Return the text of a page."""
    return soup.decode(formatter=Plain())


def whole_redirect(html_dir: Path, text: str, lang: str) -> str:
    """Return a page with language, title and a link for a redirect that is nothing but a meta tag.

    Without them a screen reader has no language to speak and a browser that ignores the redirect
    shows nothing.
    """
    found = re.search(r"url=([^\"'>\s]+)", text)
    if found is None:
        raise PageError(
            "The start page holds no redirect. Build the book again with all its pages."
        )
    target = found.group(1)
    first = BeautifulSoup((html_dir / target).read_text(encoding="utf-8"), "html.parser")
    title = first.title.get_text() if first.title else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n<meta name="description" content="{title}">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n</head>\n'
        f"<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p><a href="{target}">{OPEN_THE_COURSE[lang]}</a></p>\n</main>\n</body>\n</html>\n'
    )


def take_out(tag: Tag) -> None:
    """Remove an element and the line break before it, so that no empty lines are left."""
    before = tag.previous_sibling
    if isinstance(before, NavigableString) and not before.strip():
        before.extract()
    tag.decompose()


def fold_dropdowns(soup: BeautifulSoup) -> None:
    """Turn an admonition of class ``dropdown`` into a native ``details``.

    It then opens with the keyboard, is named and announced by the browser, and needs no script.
    """
    for box in soup.select("div.admonition.dropdown"):
        title = box.find("p", class_="admonition-title", recursive=False)
        if isinstance(title, Tag):
            box.name, title.name = "details", "summary"


def repair_tables(soup: BeautifulSoup) -> None:
    """Make tables from notebooks valid.

    An empty header cell is announced as a header without a name; ``<style scoped>`` and ``border``
    are no longer HTML.
    """
    for cell in soup.select("th"):
        if not cell.get_text(strip=True) and not cell.find("img"):
            cell.name = "td"
            cell.attrs.pop("scope", None)
    for style in soup.select("style[scoped]"):
        take_out(style)
    for table in soup.select("table[border]"):
        del table["border"]


def repair_controls(soup: BeautifulSoup) -> None:
    """Give every button a type and let visible words be the name of a control.

    A button without a type sends a form. A name that lacks the visible words cannot be called by
    voice (WCAG 2.5.3).
    """
    for button in soup.select("button:not([type])"):
        button["type"] = "submit" if button.find_parent("form") else "button"
    for control in soup.select("button[aria-label], a[aria-label]"):
        seen = " ".join(control.get_text(" ", strip=True).split()).casefold()
        if seen and seen not in " ".join(str(control["aria-label"]).split()).casefold():
            del control["aria-label"]


def use_native_headings(soup: BeautifulSoup) -> None:
    """Turn a paragraph that plays a heading into one.

    Sphinx writes such paragraphs over the parts of the menu. A real heading has its level in every
    browser and screen reader.
    """
    for tag in soup.select('p[role="heading"][aria-level]'):
        tag.name = f"h{tag['aria-level']}"
        del tag["role"], tag["aria-level"]


def drop_own_roles(soup: BeautifulSoup) -> None:
    """Remove roles that repeat what the element is."""
    for element, role in OWN_ROLES.items():
        for tag in soup.select(f'{element}[role="{role}"]'):
            del tag["role"]


def keep_one_viewport(soup: BeautifulSoup) -> None:
    """Keep the first viewport; docutils adds its own to every page."""
    for extra in soup.select('meta[name="viewport"]')[1:]:
        take_out(extra)


def defer_scripts(soup: BeautifulSoup) -> None:
    """Let no script in the head hold up the page; deferred scripts keep their order."""
    for script in soup.select("head script[src]:not([defer], [async], [type=module])"):
        script["defer"] = ""


def bundle_styles(page: Page) -> None:
    """Put the style sheets of a page into one file, named by its content.

    On a slow phone each blocking file costs a round trip of half a second. Pages with the same
    sheets share one file, which a browser keeps.
    """
    links = [
        link
        for link in page.soup.select('link[rel="stylesheet"][href]:not([media])')
        if not is_foreign(str(link["href"]))
    ]
    targets = [page.target(str(link["href"])) for link in links]
    if not links or (len(links) == 1 and targets[0].startswith("_static/inside-story.")):
        return
    if not all((page.root / target).is_file() for target in targets):
        return  # find_problems names the missing file
    sheets = [
        compact_css(move_css((page.root / target).read_text(encoding="utf-8"), target))
        for target in targets
    ]
    text = "\n".join(sheets) + "\n"
    name = "_static/" + BUNDLE.format(digest=hashlib.sha256(text.encode()).hexdigest()[:10])
    (page.root / name).write_text(text, encoding="utf-8")
    first, *others = links
    first.attrs = {"rel": "stylesheet", "href": page.address(name)}
    for link in others:
        take_out(link)


def move_css(text: str, source: str) -> str:
    """Return a style sheet whose relative addresses hold from the folder ``_static``."""

    def moved(match: re.Match[str]) -> str:
        address = match.group(2).strip()
        if is_foreign(address) or address.startswith(("data:", "#", "/")):
            return match.group(0)
        parts = urlsplit(address)
        path = posixpath.relpath(posixpath.join(posixpath.dirname(source), parts.path), "_static")
        return f'url("{path}")'

    return re.sub(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""", moved, text)


def compact_css(text: str) -> str:
    """Return a style sheet without comments, indents and empty lines; strings stay as they are."""
    text = re.sub(
        r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""",
        lambda m: m.group(1) or "",
        text,
        flags=re.DOTALL,
    )
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def measure_images(page: Page) -> None:
    """Write width and height on every picture, so that the text does not jump when it arrives."""
    for image in page.soup.select("img[src]"):
        address = str(image["src"])
        file = page.root / page.target(address)
        if (
            is_foreign(address)
            or address.startswith("data:")
            or image.get("width")
            or not file.is_file()
        ):
            continue
        width, height = image_size(file)
        if width > 0 and height > 0:
            image["width"], image["height"] = str(width), str(height)


def image_size(file: Path) -> tuple[int, int]:
    """Return width and height in CSS pixels, or -1, -1 where the file does not tell.

    A drawing without a size of its own is as large as its view box.
    """
    if file.suffix == ".svg":
        head = re.search(r"<svg\b[^>]*>", file.read_text(encoding="utf-8"))
        box = (
            re.search(r'viewBox="[\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"', head.group(0))
            if head
            else None
        )
        if box and not re.search(r'\swidth="[\d.]+(px)?"', head.group(0) if head else ""):
            return round(float(box.group(1))), round(float(box.group(2)))
    width, height = imagesize.get(file)
    return round(width), round(height)


def mark_practice(soup: BeautifulSoup) -> None:
    """Say that no server stands behind the page; the course's own server switches this on."""
    if soup.html:
        soup.html["data-practise"] = "off"


def set_policy(soup: BeautifulSoup) -> None:
    """Put the Content-Security-Policy into the page; it names the inline scripts of that page.

    The browser itself then refuses whatever comes from elsewhere, on any host and without the help
    of a server.
    """
    for old in soup.select('meta[http-equiv="Content-Security-Policy"]'):
        take_out(old)
    texts = [
        script.string or "" for script in soup.select("script:not([src])") if is_program(script)
    ]
    hashes = "".join(f" 'sha256-{digest(text)}'" for text in dict.fromkeys(texts))
    meta = soup.new_tag("meta")
    meta["http-equiv"] = "Content-Security-Policy"
    meta["content"] = CONTENT_SECURITY_POLICY.format(hashes=hashes)
    charset = soup.select_one("head > meta[charset]")
    if charset:
        charset.insert_after(meta)  # before everything that loads
    elif soup.head:
        soup.head.insert(0, meta)


def digest(text: str) -> str:
    """Return the SHA-256 of a script in the form that a Content-Security-Policy takes."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def is_program(script: Tag) -> bool:
    """Tell whether a script element is run, and not a block of data."""
    return str(script.get("type", "")) in (
        "",
        "module",
        "text/javascript",
        "application/javascript",
    )


def is_foreign(address: str) -> bool:
    """Tell whether an address leads to another host."""
    return bool(re.match(r"(?:[a-z][a-z0-9+.-]*:)?//", address.strip(), re.IGNORECASE))


def loaded(soup: BeautifulSoup) -> Iterator[str]:
    """Yield every address that the page loads by itself."""
    for element, attribute in LOADING.items():
        yield from (str(tag[attribute]) for tag in soup.select(f"{element}[{attribute}]"))
    for link in soup.select("link[rel][href]"):
        relations = link["rel"]
        if LOADING_RELATIONS & set(
            relations if isinstance(relations, list) else str(relations).split()
        ):
            yield str(link["href"])


def find_problems(page: Page, lang: str) -> Iterator[str]:
    """Yield one sentence for each thing on a page that its author has to change."""
    soup = page.soup
    if not soup.html or soup.html.get("lang") != lang:
        yield (
            f"{page.path}: the page does not say that its language is {lang!r}. "
            "Set language in _config.yml."
        )
    for image in soup.select("img"):
        if says_nothing(image):
            yield (
                f"{page.path}: the image {image.get('src')} has no description. Write what it "
                "shows into its alt text; in a notebook, into the cell metadata as "
                '{"image": {"alt": "..."}}.'
            )
    for address in loaded(soup):
        if is_foreign(address):
            yield (
                f"{page.path}: {address} comes from another host. "
                "Keep a copy in book/_static and use that."
            )
        elif is_missing(page, address):
            yield f"{page.path}: {address} is missing. Add the file or remove what asks for it."
    for tag in soup.find_all(True):
        for name in (name for name in tag.attrs if name.startswith("on")):
            yield (
                f"{page.path}: <{tag.name}> has the attribute {name}, which the policy of the page "
                "blocks. Listen for the event in book/_static/course.js."
            )
    for link in soup.select('a[href^="javascript:"]'):
        yield (
            f"{page.path}: a link runs a script: {link['href']}. "
            "Use a button and book/_static/course.js."
        )
    for icon in soup.select('i[class*="fa-"], span[class*="fa-"]'):
        yield (
            f"{page.path}: {icon} needs an icon font that the book does not carry. "
            "Use a word or an SVG."
        )


def is_missing(page: Page, address: str) -> bool:
    """Tell whether a relative address names a file that the book does not hold."""
    names_a_file = bool(urlsplit(address).path.rpartition("/")[2])
    return (
        names_a_file
        and not address.startswith("data:")
        and not (page.root / page.target(address)).is_file()
    )


def says_nothing(image: Tag) -> bool:
    """Tell whether a picture has no description, or only its file name, which docutils puts there.

    A picture that is mere decoration says so with the role ``presentation`` or ``none``.
    """
    if image.get("role") in ("presentation", "none"):
        return False
    text = str(image.get("alt", "")).strip()
    return not text or bool(re.search(r"\.(?:png|jpe?g|gif|svg|webp)$", text, re.IGNORECASE))


def remove_leftovers(html_dir: Path) -> None:
    """Delete the files that no page loads and the sources of pages; notebooks stay."""
    for pattern in LEFTOVERS:
        for path in sorted(html_dir.glob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def remove_old_styles(html_dir: Path) -> None:
    """Delete style sheets that no page names: the bundled ones and those of an earlier run."""
    pages = [path.read_text(encoding="utf-8") for path in html_dir.rglob("*.html")]
    for sheet in sorted((html_dir / "_static").glob("*.css")):
        if not any(sheet.name in text for text in pages):
            sheet.unlink()
