"""The course as files: a tiny course of three pages becomes an EPUB and a printed sheet."""

from __future__ import annotations

import os
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader, PdfWriter

from publishing.failures import CourseError
from publishing.paper import proof
from publishing.paper.edition import Edition, key, read_edition
from publishing.paper.epub import write_epub
from publishing.paper.pdf import write_pdf
from publishing.paper.sheet import sheet

# ruff: noqa: E501
# The pages are written as the site writes them.
HOME = """<section id="home"><h1>You were there</h1>
<p class="at-once">Free.</p><ul class="doors"><li><a href="hook.html#quick">Read</a></li>
<li><a href="../exercises/hook.html">Practise</a></li><li><a href="../search.html">Find</a></li>
<li><a href="https://example.org/x">Outside</a></li></ul></section>"""

CHAPTER = """<section id="hook"><h1>Open in the scene</h1><p class="minutes">15 minutes</p>
<figure><a class="image-reference" href="../_images/fold.svg"><img alt="A phone." width="32"
 height="40" style="width: 9px" src="../_images/fold.svg"/></a></figure>
<div class="is-post is-before" role="group" aria-label="Before"><div class="is-card">
<span class="is-avatar" aria-hidden="true">Y</span>
<div class="is-draft" lang="en"><span class="is-sr">[1&nbsp;</span><mark class="is-mark is-revise">in
order to</mark><a class="is-pill is-revise" href="#f1" id="m1">1 Revise<span class="is-sr">: Use a
short word]</span></a> <span class="is-sr">[2&nbsp;</span><mark class="is-mark is-works">03:40</mark>
<a class="is-pill is-works" href="#s2" id="m2">&#10003;&nbsp;2<span class="is-sr"> Works</span><span
 class="is-sr">: A number]</span></a><span class="is-fold"><span>cut here</span></span></div></div>
<ul class="is-places"><li id="f1"><a class="is-pill" href="#m1">1<span class="is-sr"> back</span></a>
Use to.</li><li id="s2"><a class="is-pill" href="#m2">2</a> A number.</li></ul>
<details class="is-numbers"><summary>Numbers about the words</summary><p>No mark.</p>
<dl class="is-readings"><div><dt>Words a sentence</dt><dd><b>8</b> (easy)</dd>
<dd class="is-small">Measured on 8 words.</dd></div></dl><figure class="is-picture"><svg
 viewbox="0 0 1 1"></svg></figure></details></div>
<section id="quick"><h2>Quick check</h2><form class="is-quiz" data-slug="hook"><fieldset>
<legend><span class="is-number">Question 1</span> Which line <em>opens</em>?</legend>
<p class="is-how">Choose one answer.</p><div class="is-option"><input id="q0" type="radio"/><label
 for="q0">Hello &amp; welcome</label></div><div class="is-option"><input id="q1" type="radio"/><label
 for="q1">03:40.</label></div></fieldset><div class="is-act"><p class="is-buttons" hidden=""><button
 type="submit">Check</button></p><details class="is-answers"><summary>Show the answers</summary><ul>
<li><p class="is-text">Hello &amp; welcome</p><p class="is-verdict"><span aria-hidden="true">✗</span>
Not this one</p><p class="is-feedback">A greeting takes the line.</p></li><li data-right=""><p
 class="is-text">03:40.</p><p class="is-verdict"><span aria-hidden="true">✓</span> Right</p><p
 class="is-feedback">A time opens a scene.</p></li></ul></details></div>
<div class="is-status" role="status"></div></form></section>
<section id="sources"><h2>Sources</h2><details class="admonition dropdown trainer"><summary
 class="admonition-title">Trainer notes</summary><p>Ask.</p></details></section></section>"""

EXERCISE = """<section id="from"><h1>From warm-up to scene</h1><div class="open-exercise">x</div>
<section id="spot"><h2>Spot</h2><p>Mark the words.</p><div class="cell"><div class="cell_input"><pre>
spot.check()</pre></div></div><div class="cell"><div class="cell_output"><div class="learn-panel"
 lang="en" style="border:1px"><details><summary>Hint 1 of 1</summary><p>Look at the start.</p>
</details></div></div></div></section></section>"""

FIGURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2" lang="{0}" xml:lang="{0}"/>'

Course = Callable[[str], Edition]


def page(article: str) -> str:
    return f"<!DOCTYPE html><html><body><nav>menu</nav><article>{article}</article></body></html>"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with three pages in English and two in Indonesian."""
    toc = "root: book/index\nparts:\n- caption: {}\n  chapters:\n  - file: book/hook\n"
    files = {
        "_config.yml": 'title: Inside & Story\nauthor: Us\nhtml: {baseurl: ""}\n',
        "_toc.yml": toc.format("Tell the story") + "  - file: exercises/hook\n",
        "book/_id/_config.yml": "title: Cerita dari Dalam\nauthor: Kami\n",
        "book/_id/_toc.yml": toc.format("Menulis"),
        "pyproject.toml": '[project]\nname = "x"\nversion = "0.2.0"\n',
        "CITATION.cff": "date-released: 2026-11-23\n",
        "_build/site/en/exercises/hook.html": page(EXERCISE),
    }
    for code in ("en", "id"):
        site = f"_build/site/{code}"
        files[f"{site}/book/index.html"] = page(HOME)
        files[f"{site}/book/hook.html"] = page(CHAPTER)
        files[f"{site}/_images/fold.svg"] = FIGURE.format(code)
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def book(root: Path) -> zipfile.ZipFile:
    """The English e-book."""
    write_epub(read_edition(root, "en"), root / "en.epub")
    return zipfile.ZipFile(root / "en.epub")


def text(book: zipfile.ZipFile, name: str) -> str:
    return book.read(f"EPUB/{name}").decode("utf-8")


def words(markup: str) -> str:
    return " ".join(BeautifulSoup(markup, "html.parser").get_text(" ").split())


# --- The e-book ----------------------------------------------------------------------------------


def test_the_e_book_is_whole(root: Path, book: zipfile.ZipFile) -> None:
    assert proof.epub_problems(root / "en.epub") == []
    package = text(book, "package.opf")
    assert "<dc:title>Inside &amp; Story</dc:title>" in package
    assert "<dc:language>en</dc:language>" in package
    assert 'properties="cover-image"' in package
    order = re.findall(r'idref="file-([\w-]+)-xhtml"', package)
    assert order == ["title", "book-index", "book-hook", "exercises-hook"]
    assert "Version 0.2.0, 23 November 2026" in words(text(book, "title.xhtml"))
    contents = words(text(book, "nav.xhtml"))
    assert contents.endswith(
        "You were there Tell the story Open in the scene From warm-up to scene"
    )


def test_each_language_has_its_own_pages(root: Path) -> None:
    edition = read_edition(root, "id")
    assert edition.file_name == "cerita-dari-dalam-id"
    assert edition.pages == ("book/index", "book/hook")
    write_epub(edition, root / "id.epub")
    assert proof.epub_problems(root / "id.epub") == []
    with zipfile.ZipFile(root / "id.epub") as archive:
        first = text(archive, "title.xhtml")
        assert "Versi 0.2.0, 23 November 2026" in first
        assert '<html xmlns="http://www.w3.org/1999/xhtml"' in first
        assert 'lang="id"' in first


def test_the_same_pages_give_the_same_bytes(root: Path, book: zipfile.ZipFile) -> None:
    before = (root / "en.epub").read_bytes()
    write_epub(read_edition(root, "en"), root / "en.epub")
    assert (root / "en.epub").read_bytes() == before


def test_a_quiz_is_a_question_and_its_answer_stands_at_the_end(book: zipfile.ZipFile) -> None:
    chapter = text(book, "book-hook.xhtml")
    said = words(chapter)
    question = "Question 1 Which line opens ? Choose one answer. Hello & welcome 03:40. "
    assert question + "Answer to question 1" in said
    sources, answers = said.index("Sources"), said.index("Answers")
    assert said.index("Choose one") < sources < answers
    assert "A greeting" not in said[:answers]
    assert "03:40. ✓ Right. A time opens a scene. Back to question 1" in said
    assert "<em>opens</em>" in chapter


def test_marks_of_the_reviewer_have_words(book: zipfile.ZipFile) -> None:
    chapter = text(book, "book-hook.xhtml")
    draft = BeautifulSoup(chapter, "html.parser").select_one(".is-draft")
    assert draft is not None
    assert words(str(draft)) == "in order to [1 Revise] 03:40 [✓ 2 Works] [cut here]"
    assert "[1] Use to." in words(chapter)
    assert "Words a sentence: 8 (easy)" in words(chapter)


def test_nothing_is_left_that_needs_a_script(book: zipfile.ZipFile) -> None:
    for name in book.namelist():
        if name.endswith(".xhtml"):
            soup = BeautifulSoup(book.read(name).decode("utf-8"), "html.parser")
            assert not soup.select("script, form, input, button, details, [hidden], .is-sr, svg")
            assert not soup.select(":is(div, p, span)[style]")
    assert "Trainer notes Ask." in words(text(book, "book-hook.xhtml"))
    assert "menu" not in words(text(book, "book-hook.xhtml"))


def test_an_exercise_keeps_its_hints_for_the_end(book: zipfile.ZipFile) -> None:
    said = words(text(book, "exercises-hook.xhtml"))
    assert "spot.check" not in said
    assert said.endswith(
        "Spot Mark the words. Hints and answers for this step "
        "Hints and answers Spot Hint 1 of 1 Look at the start. Back to this step"
    )


def test_links_lead_into_the_file_or_out_or_nowhere(root: Path) -> None:
    def home() -> str:
        write_epub(read_edition(root, "en"), root / "en.epub")
        with zipfile.ZipFile(root / "en.epub") as archive:
            return text(archive, "book-index.xhtml")

    soup = BeautifulSoup(home(), "html.parser")
    assert [link["href"] for link in soup.select("a")] == [
        "book-hook.xhtml#quick",
        "exercises-hook.xhtml",
        "https://example.org/x",
    ]
    assert "Find" in soup.get_text(), "the words of a link that leads nowhere stay"
    config = root / "_config.yml"
    config.write_text(config.read_text().replace('""', '"https://example.org/course/en/"'))
    assert 'href="https://example.org/course/en/search.html"' in home()


def test_a_drawing_tells_its_language_once(book: zipfile.ZipFile) -> None:
    picture = text(book, "images/fold.svg")
    assert picture.count("lang=") == 1
    assert 'xml:lang="en"' in picture


def test_a_page_that_is_not_built_is_said(root: Path) -> None:
    (root / "_build/site/en/book/hook.html").unlink()
    with pytest.raises(CourseError, match=r"book/hook .* run `python course\.py build`"):
        write_epub(read_edition(root, "en"), root / "en.epub")


def test_a_missing_picture_is_said(root: Path) -> None:
    (root / "_build/site/en/_images/fold.svg").unlink()
    with pytest.raises(CourseError, match=r"book/hook shows .*fold\.svg, which is missing"):
        write_epub(read_edition(root, "en"), root / "en.epub")


# --- The proof -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('href="#f1"', 'href="#gone"', "EPUB/book-hook.xhtml: #gone leads to a place that is not"),
        ('href="style.css"', 'href="old.css"', "old.css leads to a file that is not there"),
        ('id="m1"', 'id="f1"', "the id f1 stands there twice"),
        ('alt="A phone."', 'alt=""', "the picture images/fold.svg has no description"),
        ("<h1>", "<button>x</button><h1>", "<button> does nothing in an e-book"),
    ],
)
def test_the_proof_finds_faults(
    root: Path, book: zipfile.ZipFile, old: str, new: str, said: str
) -> None:
    spoiled = root / "spoiled.epub"
    with zipfile.ZipFile(spoiled, "w") as archive:
        for info in book.infolist():
            data = book.read(info)
            if info.filename == "EPUB/book-hook.xhtml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            archive.writestr(info, data)
    assert any(said in problem for problem in proof.epub_problems(spoiled))


def test_what_epubcheck_says_counts(tmp_path: Path) -> None:
    says = tmp_path / "says.py"
    says.write_text("import sys\nprint('ERROR(RSC-005): bad')\nprint('Done')\nsys.exit(1)\n")
    command = (sys.executable, str(says))
    assert proof.epubcheck_problems(command, [tmp_path / "a.epub"]) == ["ERROR(RSC-005): bad"]
    says.write_text("import sys\nsys.exit(3)\n")
    assert "code 3" in proof.epubcheck_problems(command, [tmp_path / "a.epub"])[0]
    says.write_text("print('No errors or warnings detected.')\n")
    assert proof.epubcheck_problems(command, [tmp_path / "a.epub"]) == []


def test_a_bare_pdf_does_not_pass(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(width=612, height=792)
    writer.write(tmp_path / "bare.pdf")
    problems = " ".join(proof.pdf_problems(tmp_path / "bare.pdf", "en", "Inside Story", 2))
    for part in ("no tags", "language is None", "title", "0 entries for 2 chapters", "not A4"):
        assert part in problems


# --- The printed course --------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["en", "id"])
def test_the_sheet_holds_all_pages_and_loads_nothing(root: Path, code: str) -> None:
    edition = read_edition(root, code)
    soup = BeautifulSoup(sheet(edition), "html.parser")
    ids = [str(tag["id"]) for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    assert {key(name) for name in edition.pages} <= set(ids)
    goals = [str(link["href"]) for link in soup.select("a[href]")]
    assert {goal[1:] for goal in goals if goal.startswith("#")} <= set(ids)
    assert [goal for goal in goals if not goal.startswith("#")] == ["https://example.org/x"]
    assert all(str(image["src"]).startswith("data:") for image in soup.select("img"))
    assert not soup.select("link, script")


@pytest.mark.browser
def test_a_pdf_has_tags_outline_and_page_numbers(root: Path) -> None:
    edition, file = read_edition(root, "en"), root / "en.pdf"
    write_pdf(edition, file, Path(os.environ["COURSE_CHROMIUM"]))
    assert proof.pdf_problems(file, "en", "Inside & Story", 3) == []
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(file).pages]
    contents = pages[1]
    for title in ("You were there", "Open in the scene", "From warm-up to scene"):
        number = next(
            place for place, said in enumerate(pages, start=1) if place > 2 and title in said
        )
        assert f"{title} {number}" in contents
        assert f"{number} " in pages[number - 1][:4] or pages[number - 1].endswith(str(number))


def test_a_drawing_in_a_page_becomes_a_picture(root: Path) -> None:
    chapter = root / "_build" / "site" / "en" / "book" / "hook.html"
    drawing = (
        '<svg viewbox="0 0 320 160" style="max-width: 80px" role="img" aria-label="A fold." '
        'lang="en"><style>.x { fill: red }</style><lineargradient id="g" gradientunits="u"/></svg>'
    )
    text_before = chapter.read_text("utf-8")
    chapter.write_text(text_before.replace("</figure>", f"</figure><figure>{drawing}</figure>", 1))
    write_epub(read_edition(root, "en"), root / "en.epub")
    assert proof.epub_problems(root / "en.epub") == []
    with zipfile.ZipFile(root / "en.epub") as archive:
        soup = BeautifulSoup(text(archive, "book-hook.xhtml"), "html.parser")
        picture = text(archive, "images/book-hook-1.svg")
    image = soup.select("figure img")[1]
    assert (image["alt"], image["width"], image["height"]) == ("A fold.", "80", "40")
    assert '<linearGradient id="g" gradientUnits="u">' in picture
    assert 'viewBox="0 0 320 160"' in picture
    assert "fill: red" in picture
    assert 'xmlns="http://www.w3.org/2000/svg"' in picture
