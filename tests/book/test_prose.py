"""The book's own prose keeps what the book teaches: plain, kind, well spelled."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

import prose
import pytest
from book_pages import Page, pages, parse
from chapter_rules import banned, chapters, listed
from prose import (
    GRADE,
    Line,
    all_pages,
    excepted,
    exceptions,
    grade,
    marks,
    questions,
    slips,
    spelled,
    terms,
)

MOST_EXCEPTIONS = 36
"""May fall. It rises only with a reason in exceptions.yml that a second person has read."""


def name(page: Page) -> str:
    return page.file


@pytest.mark.parametrize("page", all_pages(), ids=name)
def test_the_reviewer_reads_our_own_prose(page: Page) -> None:
    found = [str(mark) for mark in marks(page) if not excepted(mark)]
    assert not found, "\n".join(found)


def test_every_exception_is_needed_and_has_a_reason() -> None:
    used = {(mark.file, mark.rule, mark.words) for page in all_pages() for mark in marks(page)}
    for one in exceptions():
        assert one.keys() == {"page", "rule", "words", "reason"}
        assert len(one["reason"].split()) >= 3, (
            f"{one['page']}: give the reason for '{one['words']}'."
        )
        assert (one["page"], one["rule"], one["words"]) in used, (
            f"tests/book/exceptions.yml: take out '{one['words']}' of {one['page']}; "
            "the reviewer no longer marks it."
        )


def test_the_exceptions_do_not_grow_silently() -> None:
    assert len(exceptions()) <= MOST_EXCEPTIONS, (
        "Rewrite the sentence, or mend the rule; only then add to tests/book/exceptions.yml."
    )


@pytest.mark.parametrize("page", list(pages("en")), ids=name)
def test_the_grade_of_a_page_is_plain(page: Page) -> None:
    found = grade(page)
    assert found <= GRADE, f"{page.at()}: shorten words and sentences; the grade is {found}."


def test_the_median_grade_is_reported(record_testsuite_property: Callable[..., None]) -> None:
    found = [grade(page) for page in chapters("en")]
    record_testsuite_property("median grade of the English chapters", median(found))
    assert 1 < median(found) <= GRADE


@pytest.fixture(scope="module")
def spelling() -> dict[str, list[str]]:
    """All slips of all English pages, by file: the tool is started once."""
    lines = [*terms(), *(line for page in pages("en") for line in spelled(page))]
    assert len(lines) > 2000
    found: dict[str, list[str]] = {}
    for slip in slips(lines):
        found.setdefault(slip.partition(":")[0], []).append(slip)
    return found


def test_english_is_well_spelled(spelling: dict[str, list[str]]) -> None:
    found = [slip for slips in spelling.values() for slip in slips]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("page", [page for page in all_pages() if page.is_chapter], ids=name)
def test_questions_in_our_words(page: Page) -> None:
    found = [
        f"{line.where}: '{match[0]}': {remedy}."
        for line in questions(page)
        for match, remedy in banned(line.text, page.lang)
    ]
    assert not found, "\n".join(found)


# --- the checks themselves -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("She recieved a letter.", "received"),
        ("The freezr hums.", "correct 'freezr'"),
        ("Freezr hums.", "correct 'Freezr'"),
        ("The color is red.", "colour"),
        ("We organize a meeting.", "organise"),
        ("We analyze it.", "analyse"),
        ("She stood in the center.", "centre"),
        ("He traveled home.", "travelled"),
        ("The defense was thin.", "defence"),
    ],
)
def test_a_slip_is_named_with_its_place(text: str, said: str) -> None:
    found = list(slips([Line("book/x.md:7", "All is well."), Line("book/x.md:9", text)]))
    assert any(said in one and one.startswith("book/x.md:9: ") for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Wulan's neighbours recognise a programme in the harbour.",
        'A reader who sees "untill" may wonder.',
        "Write to https://recieved.example/untill or use `utm_medium`.",
        "NIK and BPOM are letters. LinkedIn is a name.",
        "The World Health Organization says so.",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert list(slips([Line("book/x.md:1", text)])) == []


def page_with(text: str) -> Page:
    """Return a page with one paragraph."""
    return parse(f"# A page\n\n{text}\n", "book/x", "en", "book/x.md")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Prior to the shift we wash.", "plain_words.office"),
        ("Any chairman can do it.", "respect.inclusive"),
        ("The vaccine is 100 % safe.", "claims.absolute"),
        ("Write to ratih@wanasehat.example today.", "privacy.email"),
        ("- Prior to the shift we wash.", "plain_words.office"),
        (
            ":::{admonition} Note\n:class: tip\nPrior to the shift we wash.\n:::",
            "plain_words.office",
        ),
        (":::{figure} a.svg\n:alt: x\n\nPrior to the shift.\n:::", "plain_words.office"),
    ],
)
def test_our_own_fault_is_marked(text: str, rule: str) -> None:
    found = list(marks(page_with(text)))
    assert [mark.rule for mark in found] == [rule]
    assert str(found[0]).startswith("book/x.md:")


@pytest.mark.parametrize(
    "text",
    [
        'She wrote: "Prior to the shift we wash."',
        "Some say *prior to* for before.",
        "Some say <i>prior to</i> for before.",
        "The id is `prior to`.",
        "| On paper | Aloud |\n| --- | --- |\n| prior to | before |",
        "> Prior to the shift we wash.",
        ":::{post}\n:platform: x\nPrior to the shift we wash.\n:::",
        "## Sources\n\n- Prior to the shift, a book, 2020.",
    ],
)
def test_what_is_shown_is_left_out(text: str) -> None:
    assert list(marks(page_with(text))) == []


def test_a_hard_page_has_a_high_grade() -> None:
    hard = "Organisational communication necessitates considerable institutional deliberation. "
    assert grade(page_with(hard * 12)) > GRADE


def test_the_own_words_are_used() -> None:
    lines = [*terms(), *(line for page in pages("en") for line in spelled(page))]
    text = "\n".join(line.text.casefold() for line in lines)
    unused = [word for word in listed("spelling.txt") if word.casefold() not in text]
    assert not unused, f"tests/book/spelling.txt: take out {', '.join(sorted(unused))}."


def test_other_rules_stay_off() -> None:
    assert "hook.warm_up" in prose.fitting().rules_off
    assert "plain_words.office" not in prose.fitting().rules_off
