"""Look at the finished files: every address leads somewhere, and a screen reader can follow."""

import posixpath
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from pypdf import PdfReader

XHTML: Final = "{http://www.w3.org/1999/xhtml}"
OPF: Final = "{http://www.idpf.org/2007/opf}"
LIMIT: Final = 300
"""Seconds that epubcheck may need."""

A4: Final = (595, 842)
"""Width and height in points."""


def epub_problems(path: Path) -> list[str]:
    """Return what is wrong with an e-book, one sentence each: package, order, addresses."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        files = {name: archive.read(name) for name in names}
        first = archive.infolist()[0]
    problems = []
    if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED:
        problems.append("The type of the file does not come first and unpacked.")
    package = ElementTree.fromstring(files["EPUB/package.opf"])
    listed = {f"EPUB/{item.get('href')}" for item in package.iter(f"{OPF}item")}
    rest = {name for name in names if name.startswith("EPUB/")} - {"EPUB/package.opf"}
    problems += [f"{name} is not listed in the package." for name in sorted(rest - listed)]
    problems += [f"{name} is listed and missing." for name in sorted(listed - rest)]
    trees = {
        name: ElementTree.fromstring(data)
        for name, data in files.items()
        if name.endswith(".xhtml")
    }
    ids = {
        name: [str(e.get("id")) for e in tree.iter() if e.get("id")] for name, tree in trees.items()
    }
    for name, found in ids.items():
        twice = sorted({each for each in found if found.count(each) > 1})
        problems += [f"{name}: the id {each} stands there twice." for each in twice]
    for name, tree in trees.items():
        problems += _dead_ends(name, tree, ids, rest)
    return problems


def _dead_ends(
    name: str, tree: ElementTree.Element, ids: dict[str, list[str]], files: set[str]
) -> Iterator[str]:
    """Yield the addresses of one page that lead nowhere, and what only a script could use."""
    for element in tree.iter():
        address = element.get("href") or element.get("src")
        if element.tag in (f"{XHTML}script", f"{XHTML}button", f"{XHTML}input", f"{XHTML}form"):
            yield f"{name}: <{element.tag.removeprefix(XHTML)}> does nothing in an e-book."
        if element.tag == f"{XHTML}img" and not element.get("alt"):
            yield f"{name}: the picture {address} has no description."
        if not address or urlsplit(address).scheme:
            continue
        parts = urlsplit(address)
        target = name
        if parts.path:
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(name), unquote(parts.path))
            )
        if target not in files:
            yield f"{name}: {address} leads to a file that is not there."
        elif parts.fragment and unquote(parts.fragment) not in ids.get(target, ()):
            yield f"{name}: {address} leads to a place that is not there."


def epubcheck() -> tuple[str, ...] | None:
    """Return the command of epubcheck, the W3C's own checker, if it is installed.

    On Debian the command is a Java archive, which not every system starts by itself.
    """
    found = shutil.which("epubcheck")
    if found is None:
        return None
    with Path(found).open("rb") as file:
        is_archive = file.read(2) == b"PK"
    java = shutil.which("java")
    if not is_archive:
        return (found,)
    # For a few seconds of work, Java's second compiler costs more than it saves.
    return (java, "-XX:TieredStopAtLevel=1", "-jar", found) if java else None


def epubcheck_problems(command: Sequence[str], books: Sequence[Path]) -> list[str]:
    """Return the errors and warnings that epubcheck finds; it looks at all books at once."""
    with ThreadPoolExecutor(max_workers=max(len(books), 1)) as pool:
        return [
            line for found in pool.map(lambda book: _ask(command, book), books) for line in found
        ]


def _ask(command: Sequence[str], book: Path) -> list[str]:
    done = subprocess.run(
        [*command, "--quiet", str(book)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=LIMIT,
        check=False,
    )
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    found = [line for line in lines if line.startswith(("ERROR", "FATAL", "WARNING", "USAGE"))]
    if done.returncode != 0 and not found:
        return lines or [f"epubcheck ended with code {done.returncode} and said nothing."]
    return found


def pdf_problems(path: Path, lang: str, title: str, chapters: int) -> list[str]:
    """Return what is wrong with a PDF, one sentence each."""
    reader = PdfReader(path)
    catalog = reader.root_object
    problems = []
    if not (catalog.get("/MarkInfo") or {}).get("/Marked") or "/StructTreeRoot" not in catalog:
        problems.append("It has no tags, so a screen reader cannot follow it.")
    if catalog.get("/Lang") != lang:
        problems.append(f"Its language is {catalog.get('/Lang')} and should be {lang}.")
    if reader.metadata is None or reader.metadata.title != title:
        problems.append("It does not carry the title of the course.")
    tops = [entry for entry in reader.outline if not isinstance(entry, list)]
    if len(tops) < chapters:
        problems.append(f"Its outline has {len(tops)} entries for {chapters} chapters.")
    for number, page in enumerate(reader.pages, start=1):
        if (round(page.mediabox.width), round(page.mediabox.height)) != A4:
            problems.append(f"Page {number} is not A4.")
    known = {name.removeprefix("/") for name in reader.named_destinations}
    problems += sorted(
        {f"A link leads to {goal}, which is not there." for goal in _goals(reader) - known}
    )
    return problems


def _goals(reader: PdfReader) -> set[str]:
    """Return the names of the places inside the file to which its links lead."""
    goals = set()
    for page in reader.pages:
        for each in page.get("/Annots") or ():
            goal = each.get_object().get("/Dest")
            if isinstance(goal, str):
                goals.add(goal.removeprefix("/"))
    return goals
