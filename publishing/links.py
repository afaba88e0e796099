"""Check the finished site: every address inside it leads somewhere, and nothing loads from outside.

Links to other sites are left alone: they need the network, and a page must not load anything
from there by itself.
"""

import argparse
import posixpath
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from publishing import LANGUAGES, ROOT, build, failures, steps

LOADS: Final = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "frame": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "input": ("src",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "body": ("background",),
}
"""Element -> attributes whose address the browser loads by itself."""

GOES: Final = {
    "a": ("href", "xlink:href", "ping"),
    "area": ("href", "ping"),
    "form": ("action",),
    "button": ("formaction",),
    "input": ("formaction",),
}
"""Element -> attributes whose address a person goes to, or sends something to."""

REL_GOES: Final = frozenset(
    {"canonical", "alternate", "next", "prev", "search", "license", "author", "help", "index"}
)
"""`<link rel>` values that load nothing; every other one counts as a load."""

SENDS: Final = ("action", "formaction", "ping")
"""Attributes that send something: they must stay inside the site."""

_CSS_URL = re.compile(r"""url\(\s*(['"]?)(?P<url>.*?)\1\s*\)|@import\s+(['"])(?P<other>.*?)\3""")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_REFRESH = re.compile(r"""^\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?['"]?(?P<url>[^'"]*)""", re.IGNORECASE)
_PRACTISE = re.compile(r"^practise/(?P<lang>[a-z]+)/(?P<slug>[a-z0-9-]+)$")


@dataclass(frozen=True)
class Problem:
    """One address that does not work, or that loads from outside."""

    page: str
    line: int
    address: str
    why: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.why}: {self.address}"


@dataclass(frozen=True)
class Reference:
    """One address in a page or style sheet; `loads` when the browser fetches it by itself."""

    line: int
    address: str
    loads: bool
    sends: bool = False


@dataclass(frozen=True)
class Page:
    """What the check needs to know of one HTML file."""

    anchors: frozenset[str]
    references: tuple[Reference, ...]


def check(site: Path, base: str = "") -> list[Problem]:
    """Return the problems of all pages and style sheets below `site`, in order.

    `base` is the address at which the site is published, such as
    `https://example.org/inside-story/`; addresses below it count as inside.
    """
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    pages = {name: read_page(path) for name, path in files.items() if name.endswith(".html")}
    sheets = {name: read_sheet(path) for name, path in files.items() if name.endswith(".css")}
    everything = {name: page.references for name, page in pages.items()} | sheets
    problems = []
    for name in sorted(everything):
        for reference in everything[name]:
            why = _wrong(name, reference, files, pages, base)
            if why is not None:
                problems.append(Problem(name, reference.line, reference.address, why))
    return problems


def _wrong(
    name: str,
    reference: Reference,
    files: dict[str, Path],
    pages: dict[str, Page],
    base: str,
) -> str | None:
    """Return what is wrong with one address, or None."""
    address = reference.address
    # The page for wrong addresses is shown at any depth, so it alone begins its links at the top.
    from_top = name == "404.html"
    for start in (base, urlsplit(base).path if from_top else ""):
        if start and address.startswith(start):
            address, from_top = "/" + address[len(start) :], True
    try:
        parts = urlsplit(address)
    except ValueError:
        return "this is no address"
    if parts.scheme in ("data", "blob", "about"):
        return None
    if parts.scheme == "javascript":
        return "code in place of an address"
    if parts.scheme or parts.netloc:
        return _wrong_outside(reference, parts.scheme)
    if parts.path.startswith("/") and not from_top and not _PRACTISE.match(parts.path[1:]):
        return "starts with / and so breaks when the site is in a folder"
    depth = PurePosixPath(posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path)))
    if depth.parts[:1] == ("..",):
        return "leads out of the site"
    return _wrong_inside(urljoin("/" + name, address), files, pages)


def _wrong_outside(reference: Reference, scheme: str) -> str | None:
    if reference.loads:
        return "loads from outside"
    if reference.sends:
        return "sends to the outside"
    if scheme in ("", "http", "https", "mailto", "tel"):
        return None
    return "unknown kind of address"


def _wrong_inside(address: str, files: dict[str, Path], pages: dict[str, Page]) -> str | None:
    """Check a full path inside the site, with its fragment."""
    parts = urlsplit(address)
    path = unquote(parts.path).lstrip("/")
    practise = _PRACTISE.match(path)
    if practise:
        wanted = f"{practise['lang']}/exercises/{practise['slug']}.html"
        return None if wanted in files else "there is no such exercise"
    if path == "" or path.endswith("/"):
        path += "index.html"
    if path not in files:
        other = next((each for each in files if each.lower() == path.lower()), None)
        return f"the name differs in capitals ({other})" if other else "there is no such file"
    fragment = unquote(parts.fragment.split(":~:")[0])
    if fragment and path in pages and fragment not in pages[path].anchors and fragment != "top":
        return "there is no such place in the page"
    return None


# --- Reading -----------------------------------------------------------------------------------


class _Reader(HTMLParser):
    """Collects the anchors and the addresses of one HTML file."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.anchors: set[str] = set()
        self.references: list[Reference] = []
        self._style_line: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        values = {name: (value or "").strip() for name, value in attrs}
        names = ("id", "name") if tag in ("a", "map") else ("id",)
        self.anchors.update(values[name] for name in names if values.get(name))
        self.references += _references(tag, values, line)
        self._style_line = line if tag == "style" else None

    def handle_endtag(self, tag: str) -> None:
        self._style_line = None

    def handle_data(self, data: str) -> None:
        if self._style_line is not None:
            self.references += css_references(data, self._style_line)


def read_page(path: Path) -> Page:
    """Read the anchors and the addresses of one HTML file."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return Page(frozenset(reader.anchors), tuple(reader.references))


def _references(tag: str, values: dict[str, str], line: int) -> Iterator[Reference]:
    """Yield every address that one element holds."""
    for name in LOADS.get(tag, ()):
        if values.get(name):
            addresses = _candidates(values[name]) if name == "srcset" else [values[name]]
            yield from (Reference(line, address, loads=True) for address in addresses)
    for name in GOES.get(tag, ()):
        if name in values:
            yield Reference(line, values[name], loads=False, sends=name in SENDS)
    if "data-server-href" in values:
        yield Reference(line, values["data-server-href"], loads=False)
    if tag == "link" and values.get("href"):
        rel = set(values.get("rel", "").lower().split())
        yield Reference(line, values["href"], loads=not rel or not rel <= REL_GOES)
    if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
        match = _REFRESH.match(values.get("content", ""))
        if match:
            yield Reference(line, match["url"].strip(), loads=True)
    yield from css_references(values.get("style", ""), line)


def _candidates(srcset: str) -> list[str]:
    """Return the addresses of a `srcset` value."""
    return [part.split()[0] for part in srcset.split(",") if part.strip()]


def read_sheet(path: Path) -> tuple[Reference, ...]:
    """Read the addresses of one style sheet."""
    return tuple(css_references(path.read_text(encoding="utf-8", errors="replace"), 1))


def css_references(text: str, first_line: int) -> Iterator[Reference]:
    """Yield the addresses in a piece of CSS; `first_line` is the line on which it begins."""
    blank = _CSS_COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    for match in _CSS_URL.finditer(blank):
        address = (match["url"] or match["other"] or "").strip()
        if address and not address.startswith("#"):
            line = first_line + blank.count("\n", 0, match.start())
            yield Reference(line, address, loads=True)


# --- Command line ------------------------------------------------------------------------------


def main() -> int:
    """Check the built site and list what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "_build" / "site")
    site: Path = parser.parse_args().site
    steps.prepare_console()
    return failures.guarded(lambda: _report(site), ROOT / "_build" / "logs")


def _report(site: Path) -> int:
    require_site(site)
    problems = check(site, build.published_at(ROOT / "_config.yml"))
    for problem in problems:
        steps.say(str(problem))
    steps.say(f"Addresses to mend in {site}: {len(problems)}")
    return 1 if problems else 0


def require_site(site: Path) -> None:
    """Raise `CourseError` when the site is not built in every language."""
    missing = [name for code, name in LANGUAGES.items() if not (site / code).is_dir()]
    if missing:
        raise failures.CourseError(
            f"There are no pages in {' and '.join(missing)} yet: run `python course.py build`, "
            "then start again."
        )


if __name__ == "__main__":
    sys.exit(main())
