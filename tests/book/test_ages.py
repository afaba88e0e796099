"""What can become untrue: gathered from the chapters, the platforms and the rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ages import ages, in_words, listing, oldest
from chapters import chapters

from checks.platforms import platforms
from checks.registry import all_rules

ROOT = Path(__file__).resolve().parents[2]
PAGE = "book/trainers/updates"


def test_what_was_checked_longest_ago_comes_first(book: Path) -> None:
    text = listing(book, "en", PAGE)
    assert text.index("## Last checked on 31 December 2025") < text.index("3 February 2026")
    assert "- Ferries leave at six. **Look again:** The harbour." in text


def test_a_statement_names_chapter_and_place_and_makes_no_link_by_itself(book: Path) -> None:
    text = listing(book, "en", PAGE)
    assert "### [Tell the pipe](<../pipe.md>)" in text
    assert r"GOV\.UK counts 25 words. **Look again:** [Its style guide](<https://a.example/>)." in (
        text
    )


def test_dates_are_written_in_the_language_of_the_page() -> None:
    assert in_words(date(2026, 8, 3), "en") == "3 August 2026"
    assert in_words(date(2026, 8, 3), "id") == "3 Agustus 2026"


def test_every_chapter_names_what_can_become_untrue() -> None:
    found = ages(ROOT, "en")
    assert {age.page.name for age in found} == {page.name for page in chapters(ROOT)}
    for age in found:
        assert age.what.endswith("."), age.what
        assert age.look.strip(), age.what
        assert not age.url or age.url.startswith("http"), age.url
        assert date(2026, 1, 1) <= age.checked <= date.today(), age.what


def test_the_oldest_dates_of_platforms_and_rules_are_named() -> None:
    text = oldest(ROOT, "en", PAGE)
    days = [
        min(date.fromisoformat(each.checked) for each in platforms().values()),
        min(date.fromisoformat(rule.reference.checked) for rule in all_rules()),
    ]
    for day in days:
        assert f"The oldest date is {in_words(day, 'en')}." in text
    old = [each for each in platforms().values() if date.fromisoformat(each.checked) == days[0]]
    assert f"It stands at {len(old)} of {len(platforms())}." in text
    assert all(f"[{each.name}]({each.source})" in text for each in old if "://" in each.source)
