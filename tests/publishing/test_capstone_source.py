"""What an author of the capstone has to mend is named with its file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from publishing import ROOT
from publishing.capstone_source import path_of, read_capstone
from publishing.exercise_source import SourceError
from publishing.notebooks import stale, write_all


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that holds nothing but the capstone."""
    (tmp_path / "book").mkdir()
    shutil.copy(ROOT / "book" / "cast.yml", tmp_path / "book")
    shutil.copy(ROOT / "policy.yml", tmp_path)
    for lang in ("en", "id"):
        path_of(lang, tmp_path).parent.mkdir(parents=True)
        shutil.copy(path_of(lang), path_of(lang, tmp_path))
    return tmp_path


def test_notebook_and_data_come_from_the_source_alone(root: Path) -> None:
    names = [path.relative_to(root).as_posix() for path in write_all(root)]
    assert sorted(names) == [
        "checks/learn/month/en.json",
        "checks/learn/month/id.json",
        "exercises/_id/capstone.ipynb",
        "exercises/capstone.ipynb",
    ]
    for name in names:
        assert (root / name).read_bytes() == (ROOT / name).read_bytes(), name
    assert write_all(root) == []
    assert stale(root) == []


def test_without_a_source_there_is_no_capstone(root: Path) -> None:
    path_of("en", root).unlink()
    path_of("id", root).unlink()
    assert read_capstone("en", root) is None
    assert write_all(root) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("slug: capstone", "slug: month", "Write `slug: capstone`"),
        ("minutes: 120", "minutes: 500", "from 5 to 180"),
        ("```{step} moment", "```{step} page", "four sections"),
        ("  - id: teach", "  - id: sell", "in this order: teach"),
        ("  teach: |\n", "  sell: |\n", "one good post for each"),
        ("least: 60\n", "", "brief, exercise, step, least"),
        ("reason: ", "why: ", "Write brief"),
        ("hints:\n", "hints: [\n", "Mend this YAML"),
    ],
)
def test_problems_name_file_and_remedy(root: Path, old: str, new: str, says: str) -> None:
    path = path_of("en", root)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(SourceError, match=r"exercises/source/capstone\.md:") as error:
        read_capstone("en", root)
    assert says in str(error.value)
