"""Let the tests import the extensions of the book as Sphinx does."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "book" / "_ext"))

import pytest
import small_book


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return the folder of a small book."""
    return small_book.write(tmp_path)
