"""What the finishing step puts right, what it refuses, and that a second run changes nothing."""

from __future__ import annotations

import base64
import hashlib
import re
import struct
import zlib
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from publishing.finish import PageError, compact_css, finish, move_css

SCRIPT = 'document.documentElement.dataset.theme = "dark";'


def page(body: str = "<h1>Title</h1>", head: str = "", lang: str = "en") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Title</title>\n{head}</head>\n<body>\n<main>{body}</main>\n</body>\n</html>\n"
    )


def png(width: int, height: int) -> bytes:
    """Return a grey picture of a size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


class Book:
    """A small built book in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.put("_static/course.css", "a{color:red}")
        self.put("_static/course.js", "")

    def put(self, name: str, text: str | bytes) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def finished(self, text: str, lang: str = "en", name: str = "book/hook.html") -> BeautifulSoup:
        self.put(name, text)
        finish(self.folder, lang)
        return self.read(name)

    def read(self, name: str = "book/hook.html") -> BeautifulSoup:
        return BeautifulSoup((self.folder / name).read_text(encoding="utf-8"), "html.parser")

    def refused(self, text: str) -> str:
        self.put("book/hook.html", text)
        with pytest.raises(PageError) as error:
            finish(self.folder, "en")
        return str(error.value)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


# ----- what every page gets ----------------------------------------------------------------------


def test_every_page_says_that_no_server_stands_behind_it(book: Book) -> None:
    html = book.finished(page()).html
    assert html is not None
    assert html["data-practise"] == "off"
    assert '<html lang="en" data-practise="off">' in (book.folder / "book/hook.html").read_text()


def test_the_policy_names_the_inline_scripts_and_nothing_looser(book: Book) -> None:
    soup = book.finished(page(head=f"<script>{SCRIPT}</script>"))
    meta = soup.select_one('meta[http-equiv="Content-Security-Policy"]')
    assert meta is not None
    parts = {part.split()[0]: part.split()[1:] for part in str(meta["content"]).split("; ")}
    expected = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    assert parts["default-src"] == ["'none'"]
    assert parts["script-src"] == ["'self'", f"'sha256-{expected}'"]
    assert parts["connect-src"] == parts["font-src"] == parts["form-action"] == ["'self'"]
    assert parts["base-uri"] == ["'none'"]
    assert "unsafe-eval" not in str(meta["content"])


def test_the_policy_stands_before_everything_that_loads(book: Book) -> None:
    soup = book.finished(page(head='<script src="../_static/course.js"></script>'))
    assert soup.head is not None
    names = [
        tag.name if not tag.get("http-equiv") else "policy" for tag in soup.head.find_all(True)
    ]
    assert names.index("policy") == 1
    assert names.index("policy") < names.index("script")


def test_data_blocks_are_not_scripts(book: Book) -> None:
    soup = book.finished(page('<h1>T</h1><script type="application/json">{"a": 1}</script>'))
    assert "sha256" not in str(soup.select_one('meta[http-equiv="Content-Security-Policy"]'))


def test_a_second_run_changes_nothing(book: Book) -> None:
    book.put("img/a.png", png(40, 30))
    book.put("_static/more.css", "b{}")
    book.put("_static/most.css", "i{}")
    book.put("index.html", '<meta http-equiv="Refresh" content="0; url=book/hook.html" />\n')
    book.put(
        "book/hook.html",
        page(
            '<h1>Title &amp; more</h1><div class="admonition dropdown">'
            '<p class="admonition-title">N</p><p>t “q” … 7&nbsp;°C</p></div>'
            '<pre>a\n\n  b</pre><img alt="A dot" src="../img/a.png">'
            '<table border="1"><tr><th></th><th>A</th></tr></table><button>Go</button>'
            '<svg viewBox="0 0 2 2"><path d="M0 0"/></svg>',
            head='<meta name="viewport" content="width=1" />\n\n'
            f'  <script>{SCRIPT}</script>\n  <script src="../_static/course.js?v=1"></script>\n'
            '  <link rel="stylesheet" href="../_static/course.css?v=2">\n'
            '  <link rel="stylesheet" href="../_static/more.css">\n'
            '  <link rel="stylesheet" href="../_static/most.css">\n',
        ),
    )
    finish(book.folder, "en")
    first = {path: path.read_bytes() for path in book.folder.rglob("*") if path.is_file()}
    finish(book.folder, "en")
    second = {path: path.read_bytes() for path in book.folder.rglob("*") if path.is_file()}
    assert first == second


def test_text_and_code_stay_as_they_were(book: Book) -> None:
    body = "<h1>T</h1>\n<p>“Suhu 7,6 °C” &amp; a &lt;b&gt; … 😀</p>\n<pre>a\n\n  b &lt; c\n</pre>"
    book.finished(page(body))
    assert body in (book.folder / "book/hook.html").read_text(encoding="utf-8")


# ----- fixes -------------------------------------------------------------------------------------


def test_a_dropdown_becomes_a_native_details(book: Book) -> None:
    soup = book.finished(
        page(
            '<h1>T</h1><div class="admonition dropdown trainer">'
            '<p class="admonition-title">Trainer notes</p><p>Ask.</p></div>'
        )
    )
    details = soup.find("details")
    assert details is not None
    assert details["class"] == ["admonition", "dropdown", "trainer"]
    assert details.find("summary").get_text() == "Trainer notes"  # type: ignore[union-attr]
    assert soup.select("div.dropdown") == []


def test_other_admonitions_stay_open(book: Book) -> None:
    soup = book.finished(
        page('<h1>T</h1><div class="admonition objectives"><p class="admonition-title">B</p></div>')
    )
    assert soup.find("details") is None


def test_tables_of_notebooks_are_valid(book: Book) -> None:
    soup = book.finished(
        page(
            '<h1>T</h1><div><style scoped>.x{}</style><table border="1" class="dataframe"><thead>'
            "<tr><th></th><th>Posts</th></tr></thead><tbody><tr><th>0</th><td>3</td></tr></tbody>"
            "</table></div>"
        )
    )
    assert [cell.get_text() for cell in soup.select("th")] == ["Posts", "0"]
    assert len(soup.select("thead td")) == 1
    assert soup.find("style") is None
    assert not soup.table.has_attr("border")  # type: ignore[union-attr]


def test_every_button_has_a_type(book: Book) -> None:
    soup = book.finished(
        page(
            "<h1>T</h1><button>Menu</button><form><button>Find</button>"
            '<button type="reset">R</button></form>'
        )
    )
    assert [button["type"] for button in soup.select("button")] == ["button", "submit", "reset"]


@pytest.mark.parametrize(
    ("name", "kept"), [("Search", None), ("Search Ctrl K now", "Search Ctrl K now")]
)
def test_a_name_holds_the_visible_words(book: Book, name: str, kept: str | None) -> None:
    soup = book.finished(
        page(
            f'<h1>T</h1><button type="button" aria-label="{name}">Search <kbd>Ctrl K</kbd></button>'
        )
    )
    assert soup.button is not None
    assert soup.button.get("aria-label") == kept


def test_a_name_without_visible_words_stays(book: Book) -> None:
    soup = book.finished(page('<h1>T</h1><a href="#x" aria-label="Top"><svg></svg></a>'))
    assert soup.a is not None
    assert soup.a["aria-label"] == "Top"


def test_repeated_roles_go_and_others_stay(book: Book) -> None:
    soup = book.finished(page('<h1>T</h1><nav role="navigation">n</nav><div role="status">s</div>'))
    assert not soup.nav.has_attr("role")  # type: ignore[union-attr]
    assert soup.div["role"] == "status"  # type: ignore[index]


def test_a_paragraph_that_plays_a_heading_becomes_one(book: Book) -> None:
    soup = book.finished(
        page('<h1>T</h1><p class="caption" role="heading" aria-level="2">Part</p>')
    )
    assert soup.h2 is not None
    assert soup.h2.attrs == {"class": ["caption"]}
    assert soup.h2.get_text() == "Part"


def test_one_viewport_is_left(book: Book) -> None:
    soup = book.finished(page(head='<meta name="viewport" content="width=1">'))
    found = soup.select('meta[name="viewport"]')
    assert [meta["content"] for meta in found] == ["width=device-width, initial-scale=1"]


def test_scripts_of_the_head_wait_in_their_order(book: Book) -> None:
    for name in ("a", "b", "c"):
        book.put(f"_static/{name}.js", "")
    soup = book.finished(
        page(
            '<h1>T</h1><script src="../_static/c.js"></script>',
            head='<script src="../_static/a.js"></script>'
            '<script async src="../_static/b.js"></script>',
        )
    )
    first, second, third = soup.select("script[src]")
    assert first.has_attr("defer")
    assert not second.has_attr("defer")
    assert not third.has_attr("defer"), "the search page needs its scripts in order, in the body"
    assert [script["src"][-4:] for script in (first, second, third)] == ["a.js", "b.js", "c.js"]


def test_style_sheets_become_one_file_in_their_order(book: Book) -> None:
    book.put("_static/deep/quiz.css", '/* a note */\nb{background:url("img/x.svg")}')
    head = (
        '<link rel="stylesheet" href="../_static/course.css?v=1">'
        '<link rel="stylesheet" href="../_static/deep/quiz.css">'
    )
    book.put("book/other.html", page(head=head))
    soup = book.finished(page(head=head))
    (link,) = soup.select('link[rel="stylesheet"]')
    assert re.fullmatch(r"\.\./_static/inside-story\.[0-9a-f]{10}\.css", str(link["href"]))
    text = (book.folder / "book" / str(link["href"])).read_text()
    assert text == 'a{color:red}\nb{background:url("deep/img/x.svg")}\n'
    assert book.read("book/other.html").select('link[rel="stylesheet"]')[0]["href"] == link["href"]
    assert [path.name for path in (book.folder / "_static").glob("*.css")] == [
        Path(str(link["href"])).name
    ]


def test_print_sheets_stay_apart(book: Book) -> None:
    book.put("_static/print.css", "p{color:black}")
    soup = book.finished(
        page(
            head='<link rel="stylesheet" href="../_static/course.css">'
            '<link rel="stylesheet" media="print" href="../_static/print.css">'
        )
    )
    assert len(soup.select('link[rel="stylesheet"]')) == 2
    assert (book.folder / "_static/print.css").is_file()


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("a{b:url(../img/x.png)}", 'a{b:url("img/x.png")}'),
        ("a{b:url('y.png#z')}", 'a{b:url("sub/y.png")}'),
        ("a{b:url(data:image/png;base64,AA)}", "a{b:url(data:image/png;base64,AA)}"),
    ],
)
def test_addresses_in_styles_hold_from_the_new_place(text: str, moved: str) -> None:
    assert move_css(text, "_static/sub/s.css") == moved


def test_comments_go_and_strings_stay() -> None:
    text = 'a{content:"/* no */"} /* yes\n */\n\n  b{}'
    assert compact_css(text) == 'a{content:"/* no */"}\nb{}'


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.png", png(40, 30), ("40", "30")),
        ("b.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 211.6"></svg>',
         ("360", "212")),
        ("c.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="50" height="20"></svg>',
         ("50", "20")),
    ],
)  # fmt: skip
def test_pictures_get_their_size(
    book: Book, name: str, content: bytes, size: tuple[str, str]
) -> None:
    book.put(f"_images/{name}", content)
    soup = book.finished(page(f'<h1>T</h1><img alt="A valve" src="../_images/{name}">'))
    assert soup.img is not None
    assert (soup.img["width"], soup.img["height"]) == size


def test_a_size_that_was_chosen_stays(book: Book) -> None:
    book.put("_images/a.png", png(40, 30))
    soup = book.finished(page('<h1>T</h1><img alt="A dot" src="../_images/a.png" width="20">'))
    assert soup.img is not None
    assert soup.img["width"] == "20"
    assert not soup.img.has_attr("height")


def test_leftovers_go_and_our_own_files_stay(book: Book) -> None:
    for name in (
        "_static/scripts/fontawesome.js",
        "_static/vendor/fontawesome/webfonts/x.woff2",
        "_static/locales/id/x.mo",
        "_static/webpack-macros.html",
        "_static/basic.css",
        "_sources/book/hook.md",
    ):
        book.put(name, "x")
    for name in (
        "_static/fonts/plus.woff2",
        "_static/fonts/plus.LICENSE.txt",
        "_static/vendor/own/x.js",
        "_sources/exercises/hook.ipynb",
    ):
        book.put(name, "x")
    book.finished(page())
    left = {
        path.relative_to(book.folder).as_posix()
        for path in book.folder.rglob("*")
        if path.is_file()
    }
    assert left == {
        "book/hook.html",
        "sw.js",
        "_static/course.js",
        "_static/fonts/plus.woff2",
        "_static/fonts/plus.LICENSE.txt",
        "_static/vendor/own/x.js",
        "_sources/exercises/hook.ipynb",
    }


@pytest.mark.parametrize(("lang", "words"), [("en", "Open the course"), ("id", "Buka kursus ini")])
def test_a_bare_redirect_becomes_a_page(book: Book, lang: str, words: str) -> None:
    book.put("book/index.html", page(lang=lang))
    soup = book.finished(
        '<meta http-equiv="Refresh" content="0; url=book/index.html" />', lang, "index.html"
    )
    assert soup.html is not None
    assert soup.html["lang"] == lang
    assert soup.html["data-practise"] == "off"
    assert soup.title is not None
    assert soup.title.get_text() == "Title"
    assert soup.a is not None
    assert (soup.a["href"], soup.a.get_text()) == ("book/index.html", words)
    assert soup.select_one('meta[http-equiv="refresh"]') is not None


# ----- what only an author can put right ---------------------------------------------------------


@pytest.mark.parametrize("alt", ["", ' alt=""', ' alt="../_images/a.png"', ' alt="hook-fold.svg"'])
def test_a_picture_without_a_description_is_named(book: Book, alt: str) -> None:
    book.put("_images/a.png", png(4, 3))
    said = book.refused(page(f'<h1>T</h1><img{alt} src="../_images/a.png">'))
    assert said.startswith("book/hook.html: the image ../_images/a.png has no description.")


def test_decoration_says_so(book: Book) -> None:
    book.put("_images/a.png", png(4, 3))
    soup = book.finished(page('<h1>T</h1><img alt="" role="presentation" src="../_images/a.png">'))
    assert soup.img is not None


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<img alt="A map" src="//tiles.example/1.png">',
        '<iframe title="Film" src="https://video.example/1"></iframe>',
        '<form action="http://post.example/"></form>',
        '<link rel="stylesheet" href="https://fonts.example/css">',
        '<link rel="preload" href="https://fonts.example/a.woff2">',
    ],
)
def test_what_loads_from_outside_is_named(book: Book, markup: str) -> None:
    said = book.refused(page(f"<h1>T</h1>{markup}"))
    assert "book/hook.html: " in said
    assert "comes from another host" in said


def test_links_to_the_outside_are_welcome(book: Book) -> None:
    soup = book.finished(
        page(
            '<h1>T</h1><a href="https://source.example/">A source</a>',
            head='<link rel="canonical" href="https://example.org/en/book/hook.html">'
            '<link rel="alternate" hreflang="id" href="https://example.org/id/book/hook.html">',
        )
    )
    assert soup.a is not None


def test_event_attributes_and_script_links_are_named(book: Book) -> None:
    said = book.refused(
        page(
            '<h1>T</h1><button type="button" onclick="x()">x</button><a href="javascript:x()">y</a>'
        )
    )
    assert "<button> has the attribute onclick" in said
    assert "a link runs a script: javascript:x()" in said


def test_an_icon_without_its_font_is_named(book: Book) -> None:
    said = book.refused(page('<h1>T</h1><i class="fa-solid fa-list"></i>'))
    assert "needs an icon font" in said


def test_a_missing_file_is_named(book: Book) -> None:
    said = book.refused(page(head='<script src="../_static/gone.js?v=1"></script>'))
    assert said.startswith("book/hook.html: ../_static/gone.js?v=1 is missing.")


def test_the_wrong_language_is_named(book: Book) -> None:
    said = book.refused(page(lang="id"))
    assert said.startswith("book/hook.html: the page does not say that its language is 'en'.")


def test_all_pages_are_read_before_anything_is_said(book: Book) -> None:
    book.put("book/about.html", page('<h1>T</h1><img src="a.png" alt="">'))
    said = book.refused(page('<h1>T</h1><img src="b.png" alt="">'))
    assert "book/about.html: the image a.png" in said
    assert "book/hook.html: the image b.png" in said
