"""The paths and the shelf: titles, minutes and sums come from the pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from chapters import chapters
from reading_paths import for_employees, pages_of, path, shelf, time

ROOT = Path(__file__).resolve().parents[2]
PAGE = "book/paths"
PATHS = {
    heading: names.split()
    for heading, names in re.findall(
        r"^## ([^\n]+)\n(?:(?!^## ).)*?^<!-- (?:described )?path: ([^>]+?) -->$",
        (ROOT / "book" / "paths.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
}


def total(heading: str) -> int:
    """Return the minutes of a path of the course."""
    return sum(page.minutes for page in pages_of(ROOT, "en", PATHS[heading]))


def test_a_path_lists_its_pages_and_their_sum(book: Path) -> None:
    assert path(book, "en", PAGE, "ferry exercises/pipe") == (
        "1. [Cross by ferry](<ferry.md>), 5 minutes\n"
        "1. [Practise the pipe](<../exercises/pipe.ipynb>), 20 minutes, an exercise\n"
        "\n**Together about 25 minutes.**\n"
    )


def test_a_described_path_says_what_a_page_holds(book: Path) -> None:
    text = path(book, "en", PAGE, "pipe", described=True)
    assert "How a pipe is told." in text
    assert "How a pipe is told." not in path(book, "en", PAGE, "pipe")


def test_all_means_the_chapters_for_employees_each_with_its_exercise(book: Path) -> None:
    names = [page.name for page in pages_of(book, "en", ["all"])]
    assert names == ["book/pipe", "exercises/pipe", "book/ferry"]


@pytest.mark.parametrize("name", ["nowhere", "index"])
def test_a_page_without_minutes_is_named_with_the_remedy(book: Path, name: str) -> None:
    with pytest.raises(ValueError, match=f"«{name}».*Write its name"):
        path(book, "en", PAGE, name)


@pytest.mark.parametrize(
    ("minutes", "english", "indonesian"),
    [
        (15, "15 minutes", "15 menit"),
        (59, "59 minutes", "59 menit"),
        (61, "1 hour", "1 jam"),
        (72, "1 hour and 10 minutes", "1 jam 10 menit"),
        (118, "2 hours", "2 jam"),
        (162, "2 hours and 40 minutes", "2 jam 40 menit"),
    ],
)
def test_minutes_are_read_as_hours(minutes: int, english: str, indonesian: str) -> None:
    assert time(minutes, "en") == english
    assert time(minutes, "id") == indonesian


def test_the_shelf_shows_the_parts_with_their_chapters(book: Path) -> None:
    assert shelf(book, "en", "book/index") == (
        "{.shelf .parts}\n"
        "- **First part**\n\n"
        "  - [Tell the pipe](<pipe.md>) 4 min\n"
        "  - [Cross by ferry](<ferry.md>) 5 min\n\n"
        "- **For trainers**\n\n"
        "  - [Plan](<trainers/plan.md>) 7 min\n"
    )


# ----- the course --------------------------------------------------------------------------------


def test_the_paths_keep_the_promise_of_their_headings() -> None:
    assert 10 <= total("Fifteen minutes") <= 18
    assert 120 <= total("Half a day") <= 240
    assert PATHS["The full course"] == ["all"]
    assert total("The full course") > total("Half a day")
    assert set(PATHS) == {
        "Fifteen minutes", "Half a day", "The full course", "For trainers and managers",
    }  # fmt: skip


def test_every_path_keeps_the_order_of_the_book() -> None:
    order = [page.name for page in pages_of(ROOT, "en", ["all"])]
    for heading in ("Fifteen minutes", "Half a day"):
        names = [page.name for page in pages_of(ROOT, "en", PATHS[heading])]
        assert names == [name for name in order if name in names], heading


def test_numbers_of_chapters_in_the_texts_are_right() -> None:
    names = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    numbers = dict(enumerate(names.split()))
    home = (ROOT / "book" / "index.md").read_text("utf-8")
    paths = (ROOT / "book" / "paths.md").read_text("utf-8")
    employees = len(for_employees(ROOT, "en"))
    managers = len(chapters(ROOT)) - employees
    parts = len({page.part for page in chapters(ROOT)})
    assert f"{numbers[employees].capitalize()} chapters of about 15 minutes" in home
    assert f"{numbers[managers]} chapters for managers" in home
    assert f"in {numbers[parts]} parts" in home
    assert f"Two chapters a week take {numbers[-(-employees // 2)]} weeks" in paths
