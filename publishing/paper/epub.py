"""Put the course into one EPUB 3 file.

The layout of the package follows EPUB 3.3 (W3C Recommendation of 25 May 2023), the metadata on
accessibility EPUB Accessibility 1.1 of the same day. The same pages give the same bytes.
"""

import html
import uuid
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from babel.dates import format_date

from publishing.failures import CourseError
from publishing.files import media_type
from publishing.paper import xhtml
from publishing.paper.addresses import lead
from publishing.paper.edition import Edition, Page, key, read_page
from publishing.paper.plain import make_plain
from publishing.paper.words import WORDS

HERE: Final = Path(__file__).parent
STYLE: Final = HERE / "ebook.css"
COVER: Final = HERE / "cover.svg"

CONTAINER: Final = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n'
    '<rootfiles><rootfile full-path="EPUB/package.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles>\n</container>\n'
)

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"

DATES: Final = {"en": "en_GB", "id": "id_ID"}
"""Language -> locale whose dates its pages use: the day first."""

ACCESS: Final = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityHazard", "none"),
)
"""What the file offers readers, in the words of schema.org."""


@dataclass(frozen=True)
class Entry:
    """One file of the package."""

    name: str
    data: bytes
    properties: str = ""
    in_order: bool = False


def write_epub(edition: Edition, target: Path) -> None:
    """Write the e-book of an edition. Raises `CourseError` when a page or picture is missing."""
    pictures: dict[str, bytes] = {}
    pages = [_plain_page(edition, name, pictures) for name in edition.pages]
    entries = [
        _text("title.xhtml", edition, edition.title, title_page(edition), in_order=True),
        _text("nav.xhtml", edition, WORDS[edition.lang]["contents"], _contents(edition, pages)),
        *(
            _text(f"{key(each.name)}.xhtml", edition, each.title, xhtml.write(each.article), True)
            for each in pages
        ),
        Entry("style.css", STYLE.read_bytes()),
        Entry("cover.svg", cover(edition).encode("utf-8"), "cover-image"),
        *(Entry(name, data) for name, data in sorted(pictures.items())),
    ]
    files = {"META-INF/container.xml": CONTAINER.encode()}
    files["EPUB/package.opf"] = _package(edition, entries).encode("utf-8")
    files |= {f"EPUB/{entry.name}": entry.data for entry in entries}
    _zip(target, files, edition)


def _plain_page(edition: Edition, name: str, pictures: dict[str, bytes]) -> Page:
    page = read_page(edition, name)
    make_plain(page.article, WORDS[edition.lang])

    def picture(called: str, data: bytes) -> str:
        inside = f"images/{called}"
        if pictures.setdefault(inside, data) != data:
            raise CourseError(
                f"Two pictures are called {called}: give one of them another name, run "
                "`python course.py build`, then start again."
            )
        return inside

    def aim(target: str, place: str) -> str:
        file = "" if target == name and place else f"{key(target)}.xhtml"
        return file + (f"#{place}" if place else "")

    lead(page, edition, aim, picture)
    page.article.name = "section"
    return page


def _text(name: str, edition: Edition, title: str, body: str, in_order: bool = False) -> Entry:
    text = xhtml.document(title, edition.lang, body)
    properties = ["nav"] if name == "nav.xhtml" else []
    if "<svg" in body:
        properties.append("svg")
    return Entry(name, text.encode("utf-8"), " ".join(properties), in_order)


def title_page(edition: Edition) -> str:
    """Return what stands on the first page: who, what, which version, what may be done with it."""
    words = WORDS[edition.lang]
    when = format_date(edition.released, "long", locale=DATES[edition.lang])
    lines = (
        html.escape(edition.author),
        words["edition"].format(version=html.escape(edition.version), date=when),
        words["how"],
        words["licence"],
    )
    return (
        f'<section class="title-page">\n<h1>{html.escape(edition.title)}</h1>\n'
        + "".join(f"<p>{line}</p>\n" for line in lines)
        + "</section>"
    )


def _contents(edition: Edition, pages: Iterable[Page]) -> str:
    titles = {page.name: page.title for page in pages}
    items = []
    for part in edition.parts:
        links = "".join(
            f'<li><a href="{key(name)}.xhtml">{html.escape(titles[name])}</a></li>\n'
            for name in part.pages
        )
        caption = html.escape(part.caption)
        items.append(f"<li><span>{caption}</span>\n<ol>\n{links}</ol></li>\n" if caption else links)
    title = WORDS[edition.lang]["contents"]
    return (
        f'<nav epub:type="toc" role="doc-toc" id="toc">\n<h1>{title}</h1>\n'
        f"<ol>\n{''.join(items)}</ol>\n</nav>"
    )


def cover(edition: Edition) -> str:
    """Return the drawing for the shelf: the logo and the title on indigo cloth."""
    lines = [edition.title]
    if len(edition.title) > 14:
        first, _, second = edition.title.rpartition(" ")
        lines = [line for line in (first, second) if line]
    title = "".join(
        f'<text x="600" y="{1120 + 120 * place}">{html.escape(line)}</text>'
        for place, line in enumerate(lines)
    )
    text = COVER.read_text(encoding="utf-8")
    return text.replace("<!-- title -->", title).replace("{name}", html.escape(edition.title))


def _package(edition: Edition, entries: Iterable[Entry]) -> str:
    """Return the package document: metadata, every file, and the order of reading."""
    entries = list(entries)
    items = "".join(
        f'<item id="{_ident(entry.name)}" href="{html.escape(entry.name)}" '
        f'media-type="{_media(entry.name)}"'
        + (f' properties="{entry.properties}"' if entry.properties else "")
        + "/>\n"
        for entry in entries
    )
    order = "".join(
        f'<itemref idref="{_ident(entry.name)}"/>\n' for entry in entries if entry.in_order
    )
    access = "".join(f'<meta property="schema:{name}">{value}</meta>\n' for name, value in ACCESS)
    summary = html.escape(WORDS[edition.lang]["summary"])
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" '
        f'xml:lang="{edition.lang}" prefix="schema: http://schema.org/">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="book">urn:uuid:{_uuid(edition)}</dc:identifier>\n'
        f"<dc:title>{html.escape(edition.title)}</dc:title>\n"
        f"<dc:language>{edition.lang}</dc:language>\n"
        f"<dc:creator>{html.escape(edition.author)}</dc:creator>\n"
        f"<dc:date>{edition.released.isoformat()}</dc:date>\n"
        f"<dc:rights>{LICENCE}</dc:rights>\n"
        f'<meta property="dcterms:modified">{edition.released.isoformat()}T00:00:00Z</meta>\n'
        f'{access}<meta property="schema:accessibilitySummary">{summary}</meta>\n'
        f"</metadata>\n<manifest>\n{items}</manifest>\n<spine>\n{order}</spine>\n</package>\n"
    )


def _uuid(edition: Edition) -> uuid.UUID:
    """Return the book's own number: the same for all versions of one language."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"inside-story:{edition.lang}")


def _ident(name: str) -> str:
    return "file-" + "".join(letter if letter.isalnum() else "-" for letter in name)


def _media(name: str) -> str:
    if name.endswith(".xhtml"):
        return "application/xhtml+xml"
    return media_type(Path(name)).partition(";")[0]


def _zip(target: Path, files: dict[str, bytes], edition: Edition) -> None:
    """Write the package in one piece; the type of the file comes first and is not packed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    when = (edition.released.year, edition.released.month, edition.released.day, 0, 0, 0)
    with zipfile.ZipFile(part, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", when), "application/epub+zip")
        for name, data in files.items():
            info = zipfile.ZipInfo(name, when)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    part.replace(target)
