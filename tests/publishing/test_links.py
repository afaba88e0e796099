"""The link check, on planted faults: each is found, and what is right is left alone."""

from pathlib import Path

import pytest

from publishing import links
from publishing.failures import CourseError

CLEAN = """<!doctype html><html lang="en"><head>
<link rel="canonical" href="https://example.org/story/en/book/hook.html">
<link rel="alternate" hreflang="id" href="https://example.org/story/id/book/hook.html">
<link rel="stylesheet" href="../_static/course.css?v=1">
<style>/* url(https://example.org/in-a-comment.css) */ p { background: url(#here) }</style>
</head><body id="top">
<h1 id="titik-akhir">Title</h1><a name="old"></a>
<a href="hook.html#titik-akhir">same page</a> <a href="#old">old anchor</a> <a href="#">top</a>
<a href="arc.html#caf%C3%A9">other page</a> <a href="#:~:text=Title">text</a>
<a href="../../id/book/hook.html">bahasa</a> <a href="../">folder</a>
<a href="https://elsewhere.example/page">outside</a> <a href="mailto:a@example.org">mail</a>
<a href="/practise/en/hook">practise</a> <a href="../../practise/en/hook">practise</a>
<img src="data:image/png;base64,AAAA" alt=""> <img src="../_static/a%20b.svg" alt="">
<img srcset="../_static/a%20b.svg 1x, ../_static/a%20b.svg 2x" src="../_static/a%20b.svg" alt="">
<svg><use href="#old"></use></svg><form action="hook.html"></form>
</body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site in which every address is right."""
    pages = {
        "index.html": '<a href="en/index.html">English</a>',
        "404.html": '<a href="/story/en/index.html">English</a>',
        "en/index.html": '<meta http-equiv="Refresh" content="0; url=book/hook.html" />',
        "en/book/hook.html": CLEAN,
        "en/book/arc.html": '<p id="café">Arc</p>',
        "en/exercises/hook.html": "",
        "en/_static/course.css": "@font-face { src: url('font.woff2') }",
        "en/_static/font.woff2": "",
        "en/_static/a b.svg": "<svg/>",
        "id/index.html": "",
        "id/book/hook.html": "<p>Halaman</p>",
    }
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


BASE = "https://example.org/story/"


def problems(site: Path, base: str = BASE) -> list[str]:
    return [str(problem) for problem in links.check(site, base)]


def plant(site: Path, text: str, name: str = "en/book/arc.html") -> list[str]:
    """Put a piece of HTML on line 3 of a page and return what the check says about it."""
    page = site / name
    page.write_text(f"{page.read_text(encoding='utf-8')}\n\n{text}\n", encoding="utf-8")
    return problems(site)


def test_a_clean_site_has_no_problems(site: Path) -> None:
    assert problems(site) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<a href="gone.html">x</a>', "there is no such file"),
        ('<a href="hook.html#gone">x</a>', "there is no such place in the page"),
        ('<a href="#gone">x</a>', "there is no such place in the page"),
        ('<a href="Hook.html">x</a>', "the name differs in capitals"),
        ('<a href="../missing/">x</a>', "there is no such file"),
        ('<a href="../../../en/index.html">x</a>', "leads out of the site"),
        ('<a href="/en/book/hook.html">x</a>', "starts with /"),
        ('<a href="javascript:alert(1)">x</a>', "code in place of an address"),
        ('<a href="htps://example.org">x</a>', "unknown kind of address"),
        ('<a href="http://[bad">x</a>', "this is no address"),
        ('<a href="/practise/en/gone">x</a>', "there is no such exercise"),
        ('<a href="/practise/id/hook">x</a>', "there is no such exercise"),
        ('<a data-server-href="../../practise/en/gone">x</a>', "there is no such exercise"),
        ('<a href="https://example.org/story/en/gone.html">x</a>', "there is no such file"),
        ('<img src="gone.png" alt="">', "there is no such file"),
        ('<img srcset="hook.html 1x, gone.png 2x" alt="">', "there is no such file"),
        ('<video poster="gone.png"></video>', "there is no such file"),
        ('<script src="gone.js"></script>', "there is no such file"),
        ('<link rel="stylesheet" href="gone.css">', "there is no such file"),
        ('<p style="background: url(gone.png)">x</p>', "there is no such file"),
        ("<style>@import 'gone.css';</style>", "there is no such file"),
        ('<svg><use xlink:href="#gone"></use></svg>', "there is no such place in the page"),
        ('<script src="https://cdn.example/x.js"></script>', "loads from outside"),
        ('<script src="//cdn.example/x.js"></script>', "loads from outside"),
        ('<link rel="stylesheet" href="https://cdn.example/x.css">', "loads from outside"),
        ('<link rel="preconnect" href="https://cdn.example">', "loads from outside"),
        ('<link rel="next stylesheet" href="https://cdn.example/x">', "loads from outside"),
        ('<link href="https://cdn.example/x.css">', "loads from outside"),
        ('<img src="https://cdn.example/x.png" alt="">', "loads from outside"),
        ('<img srcset="//cdn.example/x.png 2x" alt="">', "loads from outside"),
        ('<iframe src="https://video.example/1"></iframe>', "loads from outside"),
        ('<object data="https://cdn.example/x.swf"></object>', "loads from outside"),
        ('<source src="https://cdn.example/x.mp4">', "loads from outside"),
        ("<style>p{background:url( 'https://cdn.example/x.png' )}</style>", "loads from outside"),
        ("<p style=\"background:url('//cdn.example/x.png')\">x</p>", "loads from outside"),
        ('<meta http-equiv="refresh" content="5; URL=https://a.example/">', "loads from outside"),
        ('<form action="https://a.example/">x</form>', "sends to the outside"),
        ('<button formaction="https://a.example/">x</button>', "sends to the outside"),
        ('<a href="hook.html" ping="https://a.example/">x</a>', "sends to the outside"),
    ],
)
def test_a_planted_fault_is_found_once_and_placed(site: Path, text: str, why: str) -> None:
    found = plant(site, text)
    assert len(found) == 1, found
    assert found[0].startswith("en/book/arc.html:3: ")
    assert why in found[0]


def test_style_sheets_are_checked_too(site: Path) -> None:
    sheet = site / "en" / "_static" / "course.css"
    sheet.write_text("p{}\n/* url(x.png) */\na{src:url(gone.woff2)}\n@import url(//cdn.example/a);")
    assert problems(site) == [
        "en/_static/course.css:3: there is no such file: gone.woff2",
        "en/_static/course.css:4: loads from outside: //cdn.example/a",
    ]


def test_the_page_for_wrong_addresses_may_begin_at_the_top(site: Path) -> None:
    (site / "404.html").write_text('<a href="/story/en/gone.html">x</a>')
    assert problems(site) == ["404.html:1: there is no such file: /story/en/gone.html"]
    (site / "404.html").write_text('<a href="/en/index.html">x</a>')
    assert problems(site, "") == []


def test_without_an_address_of_its_own_other_sites_stay_other_sites(site: Path) -> None:
    (site / "404.html").unlink()
    assert problems(site, "") == []


def test_a_site_that_is_not_built_is_named(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    with pytest.raises(CourseError, match=r"no pages in Bahasa Indonesia yet: run"):
        links.require_site(tmp_path)


def test_the_command_lists_problems_and_fails(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "404.html").unlink()
    monkeypatch.setattr("sys.argv", ["links", str(site)])
    assert links.main() == 0
    plant(site, '<a href="gone.html">x</a>')
    assert links.main() == 1
    assert "en/book/arc.html:3: there is no such file: gone.html" in capsys.readouterr().out
