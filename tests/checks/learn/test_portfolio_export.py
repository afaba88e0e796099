"""A portfolio as a page, and two portfolios as one."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from checks.learn import Portfolio, PortfolioError, Version
from checks.learn.portfolio import version_of
from checks.learn.portfolio_export import to_html, to_markdown


def kept(text: str, **about: str) -> Version:
    return version_of(text, **about)


def test_a_page_groups_by_exercise_and_keeps_the_order() -> None:
    versions = [
        kept("Good morning!!!", exercise="hook", step="write", platform="instagram"),
        kept("Free words"),
        kept("02:10. The alarm phone rings.", exercise="hook", step="write"),
    ]
    page = BeautifulSoup(to_html(versions), "html.parser")
    assert [h.get_text() for h in page.find_all("h2")] == ["hook: write", "Without an exercise"]
    assert [q.get_text() for q in page.find_all("blockquote")] == [
        "Good morning!!!",
        "02:10. The alarm phone rings.",
        "Free words",
    ]
    assert "Version 1" in page.get_text()
    assert "Instagram" in page.get_text()
    markdown = to_markdown(versions, "id")
    assert markdown.startswith("# Portofolioku")
    assert "    02:10. The alarm phone rings." in markdown


@given(st.text(max_size=80))
def test_a_hostile_text_stays_a_text(text: str) -> None:
    version = kept(f"<script>alert(1)</script>{text}")
    page = BeautifulSoup(to_html([version]), "html.parser")
    assert page.find("script") is None
    quote = page.find("blockquote")
    assert quote is not None
    assert quote.get_text() == version.text
    made = MarkdownIt("commonmark", {"html": True}).render(to_markdown([version]))
    assert "<script>" not in made


def test_two_portfolios_become_one_and_nothing_stands_twice(tmp_path: Path) -> None:
    mine, hers = Portfolio(tmp_path / "a.json"), Portfolio(tmp_path / "b.json")
    both, own, other = kept("Both"), kept("Mine"), kept("Hers")
    mine.add(both, own)
    hers.add(both, other)
    before = hers.path.read_bytes()
    assert mine.merge(hers.path) == "1 version from b.json is here now."
    assert [one.text for one in mine.versions()] == ["Both", "Mine", "Hers"]
    assert mine.merge(hers.path) == "b.json holds nothing new: every version is here already."
    assert hers.path.read_bytes() == before


def test_versions_without_an_id_are_taken_once(tmp_path: Path) -> None:
    mine, old = Portfolio(tmp_path / "a.json"), tmp_path / "old.json"
    old.write_text('{"versions": [{"text": "Old", "kept_at": "2026-01-01T00:00:00+07:00"}]}')
    assert "1 version" in mine.merge(old)
    assert "nothing new" in mine.merge(old)


def test_a_missing_or_broken_file_changes_nothing(tmp_path: Path) -> None:
    mine = Portfolio(tmp_path / "a.json")
    mine.add(kept("Mine"))
    before = mine.path.read_bytes()
    with pytest.raises(PortfolioError, match="There is no file gone"):
        mine.merge(tmp_path / "gone.json")
    (tmp_path / "b.json").write_text("[", "utf-8")
    with pytest.raises(PortfolioError, match="cannot be read"):
        mine.merge(tmp_path / "b.json")
    assert mine.path.read_bytes() == before
