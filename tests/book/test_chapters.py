"""Every chapter keeps the rules of the template, in both languages.

Each rule is also shown to speak: a chapter is damaged in one place, and the rule names the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import chapter_rules
import pytest
from book_pages import ROOT, Page, pages, parse
from chapter_rules import RULES, WORDS, chapters, language, orphans, untaught

CHAPTERS = [page for lang in WORDS for page in chapters(lang)]
OTHERS = [page for lang in WORDS for page in pages(lang) if not page.is_chapter]


def name(page: Page) -> str:
    return page.file


def test_every_chapter_is_read() -> None:
    assert len(chapters("en")) >= 17
    assert {page.slug for page in chapters("id")} >= {"hook", "disclosure"}


@pytest.mark.parametrize("page", CHAPTERS, ids=name)
@pytest.mark.parametrize("rule", RULES)
def test_chapter(rule: str, page: Page) -> None:
    problems = list(RULES[rule](page))
    assert not problems, "\n".join((rule, *problems))


@pytest.mark.parametrize("page", OTHERS, ids=name)
def test_other_page_in_plain_sentences(page: Page) -> None:
    problems = [*language(page), *chapter_rules.links(page)]
    assert not problems, "\n".join(problems)


def test_c01_no_orphan_quiz_or_figure() -> None:
    problems = list(orphans())
    assert not problems, "\n".join(problems)


def test_c01_no_orphan_page() -> None:
    shown = {page.file for lang in WORDS for page in pages(lang)}
    written = {
        path.relative_to(ROOT).as_posix()
        for folder in ("book", "book/trainers", "book/_id", "book/_id/trainers")
        for path in (ROOT / folder).glob("*.md")
    }
    lost = [f"{file}: no _toc.yml names it; add it there." for file in sorted(written - shown)]
    assert not lost, "\n".join(lost)


def test_c07_every_rule_is_taught() -> None:
    problems = list(untaught())
    assert not problems, "\n".join(problems)


# --- each rule speaks ------------------------------------------------------------------------


def damaged(change: Callable[[str], str], slug: str = "arc", language: str = "en") -> Page:
    """Return a chapter with its text changed."""
    file = f"book/{slug}.md" if language == "en" else f"book/_{language}/{slug}.md"
    text = (ROOT / file).read_text(encoding="utf-8")
    other = change(text)
    assert other != text, "The damage of this test changed nothing: mend the test."
    return parse(other, f"book/{slug}", language, file)


def swap(old: str, new: str, count: int = 1) -> Callable[[str], str]:
    """Return a change of some words."""
    return lambda text: text.replace(old, new, count)


def without(*old: str) -> Callable[[str], str]:
    """Return a change that puts other words in place of some, everywhere."""
    return lambda text: re.sub("|".join(map(re.escape, old)), " and Tono ", text)


LONG = "It went on. " * 80 + "\n\n"
DAMAGE = [
    ("C02", "write the heading '## Recall' once", swap("## Recall\n", "")),
    ("C02", "into this order", swap("## Recall\n", "## Your turn\n\n## Recall\n")),
    ("C02", "one to three ideas", swap("## Recall\n", "## One\n\n## Two\n\n## Recall\n")),
    ("C02", "skips a level", swap("## Recall\n", "## Recall\n\n#### Deep\n")),
    ("C02", "take the code out", swap("# Turn the", "# Turn `the`")),
    ("C02", "take the last mark off", swap("# Turn the story once", "# Turn the story once.")),
    ("C02", "small letter", swap("# Turn the story once", "# Turn The story once")),
    ("C02", "begin the page with one title", swap("# Turn the", "## Turn the")),
    ("C02", "objectives and the trainer notes", swap(":class: dropdown trainer", ":class: tip")),
    ("C03", "nobody can see 'understand'", swap("1. Name the", "1. Understand the")),
    ("C03", "is not on the list", swap("1. Name the", "1. Feel the")),
    ("C03", "two to four objectives", swap("1. Name", "1. Sort two.\n1. Name")),
    ("C04", "add a question with 'objective: 5'", swap("1. Name", "1. Sort two.\n1. Name")),
    (
        "C06",
        "words stand before this question",
        swap("## Recall\n", LONG * 3 + "## Recall\n"),
    ),
    ("C06", "120 to 250 words", swap("## Recall\n", LONG + "## Recall\n")),
    (
        "C06",
        "let somebody of book/cast.yml",
        without("Ratih", "Wulan", "Yosef", "Bima"),
    ),
    ("C07", "because turn.missing is silent", swap("Later I turned", "But later I turned")),
    ("C07", "because plain_words.office speaks", swap("Before each test", "Prior to each test")),
    ("C07", "show a post on which hook.bait", swap("[turn.missing,", "[hook.bait, turn.missing,")),
    ("C07", "no rule is called so", swap("[turn.missing,", "[turn.nowhere, turn.missing,")),
    ("C07", "say in :expect:", swap(":expect: none\n", "")),
    ("C08", "has no question 'proven'", swap(":questions: proof", ":questions: proven")),
    ("C08", "show the question 'proof' once", swap(":questions: six-shapes", ":questions: proof")),
    ("C08", "show the rest", swap(":::{quiz} arc\n:::", "")),
    ("C09", "at most 7 terms", swap("terms: [arc", "terms: [a, b, c, d, arc")),
    ("C09", "two to five key points", swap("## Key points\n", "## Key points\n\n- A\n- B\n")),
    ("C09", "say when the source is from", swap("Hutto and Eric Gilbert, VADER, 2014", "Hutto")),
    ("C10", "describe the picture", swap(":alt: A line drawn by hand.", ":title: A")),
    ("C10", "say in :alt: what is seen", swap(":alt: A line", ":alt: Image of a line")),
    ("C10", "does not exist", swap("arc-turn.en.svg", "arc-turns.en.svg")),
    ("C10", "in the language of the page", swap("arc-novel.en.svg", "arc-novel.id.svg")),
    ("C10", "'here' does not", swap("[the next chapter](hook.md)", "[here](hook.md)")),
    (
        "C11",
        "bring it to 900 to 1600",
        swap("## Recall\n", LONG + "## Recall\n"),
    ),
    ("C11", "'just': take the word out", swap("Each point is", "Each point is just")),
    ("C11", "'i.e': write it out", swap("Each point is", "Each point is, i.e.,")),
    ("C11", "'TODO': finish", swap("Each point is", "TODO. Each point is")),
    ("C11", "have more than 16 words", lambda text: text.replace(". ", " and ")),
    (
        "C11",
        "have more than 25 words",
        without("."),
    ),
    ("C12", "add '**Ask.**'", swap("**Ask.**", "**Wonder.**")),
    ("C12", "'Pfizer' may be a real name", swap("vaccines at Wanasehat", "vaccines at Pfizer")),
    ("C12", "name somebody of book/cast.yml", swap(":author: ratih", ":author: tono")),
]


@pytest.mark.parametrize(("rule", "said", "change"), DAMAGE, ids=[f"{a}-{b}" for a, b, _ in DAMAGE])
def test_the_rule_speaks(rule: str, said: str, change: Callable[[str], str]) -> None:
    problems = list(RULES[rule](damaged(change)))
    assert any(said in one and one.startswith(("book/arc.md:", "arc.yml")) for one in problems), (
        problems
    )


def test_every_rule_is_shown_to_speak() -> None:
    assert {rule for rule, _, _ in DAMAGE} | {"C01"} == set(RULES)


def test_c01_speaks() -> None:
    lonely = parse("# A title\n", "book/chapter-2", "en", "book/chapter-2.md")
    said = "\n".join(RULES["C01"](lonely))
    assert "take the number out" in said
    assert "write its questions in book/quizzes/chapter-2.yml" in said


def test_the_line_is_that_of_the_file() -> None:
    page = damaged(swap("Each point is", "Each point is just"))
    text = (ROOT / page.file).read_text(encoding="utf-8")
    line = next(n for n, one in enumerate(text.splitlines(), 1) if "Each point is" in one)
    assert next(RULES["C11"](page)).startswith(f"book/arc.md:{line}: ")


def test_a_line_inside_a_post_is_that_of_the_post() -> None:
    page = damaged(swap("Before each test", "Prior to each test"))
    text = (ROOT / page.file).read_text(encoding="utf-8").splitlines()
    post = next(RULES["C07"](page)).split(":")[1]
    assert text[int(post) - 1] == ":::{post}"
    assert any("Before each test" in one for one in text[int(post) : int(post) + 15])


def test_the_indonesian_rules_speak() -> None:
    page = damaged(swap("1. Menulis", "1. Memahami"), "hook", "id")
    assert "nobody can see 'memahami'" in "\n".join(RULES["C03"](page))
    page = damaged(swap("## Poin penting", "## Yang penting"), "hook", "id")
    assert "## Poin penting" in "\n".join(RULES["C02"](page))


def test_an_orphan_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chapter_rules, "pages", lambda language: iter(()))
    said = "\n".join(orphans())
    assert "book/quizzes/arc.yml: no page shows it" in said
    assert "book/_static/figures/arc-turn.en.svg: no page shows it" in said


def test_an_untaught_rule_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chapter_rules, "chapters", lambda language: [])
    assert "book/hook.md: name hook.warm_up in 'checks:' and explain it there." in list(untaught())


def test_lists_hold_no_word_twice() -> None:
    for file in ("names.txt", "spelling.txt"):
        lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
        entries = [line.partition("#")[0].strip().casefold() for line in lines]
        twice = {entry for entry in entries if entry and entries.count(entry) > 1}
        assert not twice, f"tests/book/{file}: keep {', '.join(sorted(twice))} once."
