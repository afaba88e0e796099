"""Places of pages are filled from data, and the texts around them are plain."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median

import pytest
from chapters import pages
from generated import LISTINGS, filled

ROOT = Path(__file__).resolve().parents[2]
NEW_PAGES = (
    "book/paths", "book/glossary", "book/sources", "book/trainers/profiles",
    "book/trainers/objectives", "book/trainers/updates",
)  # fmt: skip
EVERY = {page.name: page for page in pages(ROOT)}
BANNED = re.compile(
    r"\b(just|simply|obviously|easy|easily|e\.g\.|i\.e\.|etc\.)(?!\w)", re.IGNORECASE
)


def test_each_place_is_filled_and_other_comments_stay(book: Path) -> None:
    text = "A\n\n<!-- shelf -->\n\n<!-- path: ferry -->\n\n<!-- all checks -->\n"
    out = filled(text, book, "en", "book/index")
    assert "{.shelf .parts}" in out
    assert "Together about 5 minutes." in out
    assert "<!-- shelf" not in out
    assert "<!-- path" not in out
    assert "<!-- all checks -->" in out


def test_a_wrong_path_is_reported(book: Path) -> None:
    with pytest.raises(ValueError, match="nowhere"):
        filled("<!-- path: nowhere -->", book, "en", "book/index")


@pytest.mark.parametrize("kind", LISTINGS)
def test_each_kind_of_list_has_a_place_in_the_course(kind: str) -> None:
    assert sum(f"<!-- {kind} -->" in page.body for page in EVERY.values()) == 1


@pytest.mark.parametrize("name", NEW_PAGES)
def test_a_page_has_minutes_and_a_description(name: str) -> None:
    assert EVERY[name].minutes > 0
    assert 5 <= len(EVERY[name].description.split()) <= 25


@pytest.mark.parametrize("name", NEW_PAGES)
def test_sentences_are_short_and_plain(name: str) -> None:
    text = re.sub(r"<!--[^>]*-->|^#.*$", "\n\n", EVERY[name].body, flags=re.M)
    text = re.sub(r"\]\([^)]*\)|<[^>]*>|[*\[\]]", "", text)
    sentences = re.split(r"(?<=[.!?:])[\"”]?\s+|\n\s*\n", text)
    lengths = [len(re.findall(r"\w[\w'’-]*", sentence)) for sentence in sentences]
    lengths = [length for length in lengths if length]
    assert median(lengths) <= 16
    assert max(lengths) <= 25
    assert not BANNED.findall(text)
