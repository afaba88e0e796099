"""The post directive: what a page shows, what the reviewer says, and when a build must fail."""

from __future__ import annotations

import io
import json
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import post
import pytest
import yaml
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from checks import review

ROOT = Path(__file__).resolve().parents[2]


CAST = {
    "people": {
        "bima": {
            "name": "Pak Bima",
            "role": {"en": "cold-chain driver", "id": "pengemudi rantai dingin"},
            "firm": "wanasehat",
        },
        "lost": {"name": "Lost", "role": {"en": "nobody"}, "firm": "wanasehat"},
    },
    "firms": {"wanasehat": {"name": "PT Wanasehat Biotika", "short": "Wanasehat"}},
}
FAULTY = "In order to help, the clinic has to utilise 38 bags of ice."
CLEAN = "03.40. The box reads 7.6 °C and the ferry is gone. I call the clinic and ask for ice."


class Built(NamedTuple):
    """What a build of one page gave."""

    page: BeautifulSoup
    warnings: str
    out: Path
    app: Sphinx


Build = Callable[..., Built]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return a function that builds a book with one page."""
    source = tmp_path / "source"
    (source / "book" / "_id").mkdir(parents=True)
    (source / "book" / "cast.yml").write_text(yaml.safe_dump(CAST), "utf-8")

    def make(text: str, builder: str = "html", language: str = "en", fresh: bool = True) -> Built:
        inside = "" if language == "en" else f"_{language}/"
        page = f"# A page\n\nSome words.\n\n{text}\n"
        write(source / "book" / f"{inside}page.md", page)
        if inside:
            (source / "book" / "page.md").write_text("# A page\n", "utf-8")
        warnings = io.StringIO()
        out = tmp_path / builder
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                srcdir=source,
                confdir=None,
                outdir=out,
                doctreedir=tmp_path / "trees",
                buildername=builder,
                confoverrides={
                    "extensions": ["myst_parser", "languages", "post"],
                    "myst_enable_extensions": ["colon_fence"],
                    "root_doc": "book/page",
                    "language": language,
                    "exclude_patterns": ["book/_id"],
                    "html_theme": "basic",
                    "version": "1",
                },
                status=None,
                warning=warnings,
                freshenv=fresh,
            )
            app.build(force_all=fresh)
        made = out / "book" / "page.html"
        html = made.read_text("utf-8") if made.exists() else ""
        said = re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue())
        return Built(BeautifulSoup(html, "html.parser"), said, out, app)

    return make


def write(path: Path, text: str) -> None:
    """Write a file, and leave it alone where it holds that text already."""
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")


def directive(text: str, **options: str) -> str:
    """Return a post in Markdown."""
    lines = "".join(f":{key}: {value}".rstrip() + "\n" for key, value in options.items())
    return f"::::{{post}}\n{lines}{text}\n::::\n"


# --- what the page shows ----------------------------------------------------------------------


def test_a_card_shows_who_where_and_the_words(build: Build) -> None:
    made = build(directive(FAULTY, platform="instagram", author="bima", title="Before"))
    assert made.warnings == ""
    card = made.page.select_one(".is-post")
    assert card is not None
    shown = card.get_text(" ")
    for words in ("Pak Bima", "Cold-chain driver, Wanasehat", "Instagram", "Before"):
        assert words in shown
    assert card["role"] == "group"
    assert card["aria-label"] == "Before: post by Pak Bima"
    assert card.select_one(".is-avatar").get_text() == "B", "the form of address is no initial"
    assert card.select_one(".is-draft")["lang"] == "en"


def test_the_words_are_not_read_as_markdown(build: Build) -> None:
    text = "First *line*.\n\n# No heading\n[x](y) <b>bold</b> {role}`x` 1 < 2\n- item"
    made = build(directive(text, review="off"))
    assert made.warnings == ""
    draft = made.page.select_one(".is-draft")
    for line_break in draft.select("br"):
        line_break.replace_with("\n")
    assert draft.get_text() == text
    assert made.page.select("mark") == []
    assert made.page.select(".is-review") == []


def test_a_post_adds_no_heading(build: Build) -> None:
    made = build(directive(FAULTY, review="full", title="Before"))
    headings = made.page.select(".body :is(h1, h2, h3, h4, h5, h6)")
    assert [tag.contents[0] for tag in headings] == ["A page"]


def test_before_shows_findings_and_after_shows_strengths(build: Build) -> None:
    text = directive(FAULTY, title="Before") + directive(CLEAN, title="After", expect="none")
    before, after = build(text).page.select(".is-post")
    assert review(FAULTY, "en").strengths, "or this proves nothing"
    assert before.select(".is-review > .is-group.is-revise")
    assert not before.select(".is-group.is-works, .is-mark.is-works")
    assert after.select(".is-review > .is-group.is-works")
    assert not after.select(".is-group.is-revise")
    assert "is-after" in after["class"]
    assert "is-before" in before["class"]


def test_an_after_post_folds_what_is_only_info(build: Build) -> None:
    made = build(directive(CLEAN + " So loud!!!", title="After", expect="none"))
    assert made.warnings == ""
    folded = made.page.select_one("details.is-more")
    assert folded is not None
    assert not folded.has_attr("open")
    assert folded.select(".is-group.is-info")


def test_short_leaves_out_the_reasons_that_full_gives(build: Build) -> None:
    short, full = build(directive(FAULTY) + directive(FAULTY, review="full")).page.select(
        ".is-post"
    )
    assert short.select(".is-item")
    assert not short.select(".is-why")
    assert full.select(".is-why")
    assert full.select(".is-source")


def test_the_fold_stands_where_the_platform_cuts(build: Build) -> None:
    words = "one two three four five six seven eight nine ten " * 4
    made = build(
        directive(words.strip(), platform="instagram", review="off")
        + directive("Short words.", platform="instagram", review="off")
        + directive(words.strip(), platform="threads", review="off")
    )
    long, short, threads = made.page.select(".is-draft")
    fold = long.select_one(".is-fold")
    assert fold is not None
    assert "Instagram" in fold.get_text()
    before = "".join(piece for piece in fold.previous_siblings if isinstance(piece, str))
    assert 95 < len(before) <= 125
    assert before.endswith(" ")
    assert not short.select(".is-fold")
    assert not threads.select(".is-fold"), "no fold is known there"


def test_alt_text_and_paid_are_shown_and_reviewed(build: Build) -> None:
    made = build(directive(CLEAN, alt="A cold box on a wet pier", paid="", author="bima"))
    assert "Picture: A cold box on a wet pier" in made.page.select_one(".is-alt").get_text()
    assert made.page.select_one(".is-paid").get_text() == "Paid partnership"
    plain = build(directive(CLEAN, author="bima"))
    assert not plain.page.select(".is-alt, .is-paid")


def test_equal_posts_have_ids_of_their_own(build: Build) -> None:
    page = build(directive(FAULTY) * 3).page
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    for link in page.select(".is-post a[href^='#']"):
        assert link["href"][1:] in ids


def test_two_posts_stand_in_one_frame(build: Build) -> None:
    made = build(f":::::{{compare}}\n{directive(FAULTY)}{directive(CLEAN)}:::::\n")
    assert made.warnings == ""
    assert len(made.page.select(".is-compare > .is-post")) == 2


def test_the_styles_come_with_the_page(build: Build) -> None:
    made = build(directive(FAULTY))
    names = [Path(link["href"]).name.split("?")[0] for link in made.page.select("link")]
    assert "report.css" in names
    assert "post.css" in names
    report = ROOT / "checks" / "report" / "report.css"
    assert (made.out / "_static" / "report.css").read_bytes() == report.read_bytes()
    assert "post.css" not in str(build("No post here.").page)


def test_the_page_speaks_its_own_language(build: Build) -> None:
    made = build(directive("Halo!!! Ini kami.", author="bima", title="Sebelum"), language="id")
    assert made.warnings == ""
    card = made.page.select_one(".is-post")
    shown = card.get_text(" ")
    assert "Pengemudi rantai dingin, Wanasehat" in shown
    assert "Contoh rekaan" in shown
    assert card["aria-label"] == "Sebelum: unggahan Pak Bima"
    assert card.select_one(".is-draft")["lang"] == "id"
    assert not re.search("Revise|Invented|reviewer", shown)


def test_a_post_in_another_language_is_read_in_that_language(build: Build) -> None:
    made = build(directive("Halo semua. Kami senang sekali hari ini.", lang="id"))
    assert made.page.select_one(".is-draft")["lang"] == "id"
    assert "What the reviewer sees" in made.page.get_text()


def test_both_languages_have_the_same_words() -> None:
    assert set(post.WORDS["en"]) == set(post.WORDS["id"])


# --- what must hold ---------------------------------------------------------------------------


def test_an_expectation_that_holds_is_silent(build: Build) -> None:
    made = build(
        directive(FAULTY, expect="plain_words.office")
        + directive(CLEAN, expect="none, hook.scene_opening")
        + directive(CLEAN)
    )
    assert made.warnings == ""


def test_a_rule_that_does_not_speak_is_named_with_page_and_line(build: Build) -> None:
    made = build(directive(CLEAN, title="Before", expect="plain_words.office capitals.shouting"))
    where, _, what = made.warnings.partition(": WARNING: ")
    assert where.endswith(str(Path("book", "page.md")) + ":5")
    assert "post 'Before'" in what
    assert "plain_words.office, capitals.shouting" in what
    assert made.app.statuscode == 0
    assert made.app._warncount == 1, "so that a strict build fails"


def test_none_names_what_is_left(build: Build) -> None:
    made = build(directive(FAULTY, title="After", expect="none"))
    assert "plain_words.office on \u201cIn order to\u201d" in made.warnings
    assert made.app._warncount == 1


def test_none_allows_what_is_only_info(build: Build) -> None:
    assert review("We won!!!", "en").findings, "or this proves nothing"
    assert build(directive("We won!!!", expect="none")).warnings == ""


def test_a_wrong_id_is_not_taken_for_a_rule_that_is_silent() -> None:
    said = post.surprises(review(FAULTY, "en"), ["plain_words.offices"])
    assert said == ["No rule is called 'plain_words.offices'. Correct the id in :expect:."]


def test_a_warning_names_the_file_of_its_language(build: Build) -> None:
    made = build(directive("Halo.", expect="hook.bait", title="Sebelum"), language="id")
    assert str(Path("_id", "page.md")) + ":5: WARNING" in made.warnings


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        (directive("Words.", author="nobody"), "Use one of bima, lost"),
        (directive("Words.", platform="myspace"), "instagram"),
        (directive("", title="Before"), "Write its text"),
        (directive("Words.", lang="de"), "lang"),
        (directive("Words.", review="some"), "review"),
        (directive("Words.", colour="red"), "colour"),
        (f":::::{{compare}}\n{directive('Words.')}:::::\n", "put two posts"),
    ],
)
def test_a_mistake_of_an_author_is_named_with_its_remedy(
    build: Build, text: str, remedy: str
) -> None:
    made = build(text)
    assert made.warnings.count("WARNING") + made.warnings.count("ERROR") == 1
    assert remedy in made.warnings
    assert "page.md" in made.warnings


def test_a_person_without_a_role_in_the_language_is_named(build: Build) -> None:
    made = build(directive("Halo semua.", author="lost"), language="id")
    assert "'lost' lacks 'id'" in made.warnings
    assert "book/cast.yml" in made.warnings


def test_a_broken_cast_is_named(build: Build, tmp_path: Path) -> None:
    (tmp_path / "source" / "book" / "cast.yml").write_text("people: [", "utf-8")
    assert "book/cast.yml cannot be read" in build(directive("Words.", author="bima")).warnings


def test_the_cast_of_the_book_can_be_shown() -> None:
    cast = yaml.safe_load((ROOT / "book" / "cast.yml").read_text("utf-8"))
    for key in cast["people"]:
        for language in post.WORDS:
            person = post.author(cast, key, language)
            assert all(person)


# --- other formats, the search and the next build ------------------------------------------------


def test_the_search_finds_the_words_of_a_post(build: Build) -> None:
    made = build(directive("The zeppelin reads 7.6 degrees. We utilise ice."))
    index = (made.out / "searchindex.js").read_text("utf-8")
    terms = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]
    assert "zeppelin" in terms


@pytest.mark.parametrize("builder", ["text", "latex", "man", "epub"])
def test_other_formats_get_plain_words(build: Build, builder: str) -> None:
    made = build(
        f":::::{{compare}}\n{directive(FAULTY, title='Before', author='bima')}"
        f"{directive(CLEAN, title='After')}:::::\n",
        builder=builder,
    )
    problems = [line for line in made.warnings.splitlines() if "epub_" not in line]
    assert not problems, problems
    files = [
        path for path in made.out.rglob("*") if path.suffix in (".txt", ".tex", ".xhtml", ".1")
    ]
    text = " ".join(path.read_text("utf-8") for path in files)
    text = re.sub(r"\s+", " ", text.replace("\\", ""))
    for words in ("Before", "Pak Bima", "In order to help", "Revise", "03.40"):
        assert words in text, words
    assert "is-pill" not in text


def test_a_new_cast_or_a_new_rule_builds_the_page_again(build: Build, tmp_path: Path) -> None:
    text = directive(FAULTY, author="bima")
    first = build(text)
    known = {Path(name).name for name in first.app.env.dependencies["book/page"]}
    assert {"cast.yml", "plain_words.py", "office.txt", "en.toml", "html.py"} <= known
    cast = tmp_path / "source" / "book" / "cast.yml"
    page = tmp_path / "source" / "book" / "page.md"
    stamp = page.stat().st_mtime_ns
    cast.write_text(yaml.safe_dump(CAST).replace("cold-chain driver", "ship captain"), "utf-8")
    later = time.time() + 10
    os.utime(cast, (later, later))
    second = build(text, fresh=False)
    assert page.stat().st_mtime_ns == stamp, "the page itself did not change"
    assert "Ship captain" in second.page.get_text()
