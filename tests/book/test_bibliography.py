"""The list of all sources: every source of every chapter, each work once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bibliography import address_key, keys, listing, merged, sources
from chapters import chapters

ROOT = Path(__file__).resolve().parents[2]
PAGE = "book/sources"
LINK = re.compile(r"\]\(<?(https?://[^)>\s]+)>?\)")


def test_the_same_work_of_two_chapters_becomes_one_entry(book: Path) -> None:
    found = sources(book, "en", PAGE)
    assert [(each.text[:7], [page.slug for page in each.pages]) for each in found] == [
        ("Ann Ode", ["pipe", "ferry"]),
        ("Ben Oed", ["pipe"]),
        ("Cid Deo", ["ferry"]),
        ("Dee Coe", ["plan"]),
    ]


def test_an_entry_that_stands_for_two_loses_no_link() -> None:
    text = merged(["A. [One](https://a.example/1).", "A, B. [Two](https://a.example/2)."], "en")
    assert text == "A, B. [Two](https://a.example/2). See also: [One](https://a.example/1)."


def test_a_shared_address_is_not_shown_twice(book: Path) -> None:
    (first, *_) = sources(book, "en", PAGE)
    assert "See also" not in first.text
    assert len(LINK.findall(first.text)) == 2


def test_links_inside_the_book_lead_on_from_the_list(book: Path) -> None:
    text = listing(book, "en", "book/trainers/all")
    assert "[the next chapter](<../ferry.md>)" in text
    assert "[her plan](<../pipe.md>)" in text
    assert "[Plan](<plan.md>)" in text


def test_letters_head_the_list(book: Path) -> None:
    text = listing(book, "en", PAGE)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://www.a.example/x/", "https://a.example/x#part", True),
        ("https://a.example/x", "https://a.example/y", False),
        ("https://a.example/?p=1", "https://a.example/?p=2", False),
    ],
)
def test_addresses_are_compared_without_what_does_not_matter(
    one: str, other: str, same: bool
) -> None:
    assert (address_key(one) == address_key(other)) == same


def test_a_quoted_phrase_is_no_title() -> None:
    assert keys('The 125 characters, "a common guideline".') == set()
    assert keys('"Fear of being replaced: the dark side", 2024') == {"fear of being replaced"}


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_course_lists_every_source_once(language: str) -> None:
    found = sources(ROOT, language, PAGE)
    entries = [text for page in chapters(ROOT, language) for text in page.sources]
    assert 0 < len(found) <= len(entries)
    shared = [key for each in found for key in keys(each.text)]
    assert len(shared) == len(set(shared))
    shown = {address_key(url) for each in found for url in LINK.findall(each.text)}
    assert shown == {address_key(url) for text in entries for url in LINK.findall(text)}
    assert {page.name for each in found for page in each.pages} == {
        page.name for page in chapters(ROOT, language)
    }
