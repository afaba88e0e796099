"""English syllables: the table, textstat for the rest, and no network."""

from __future__ import annotations

import subprocess
import sys

import pytest

from checks.syllables.english import looked_up, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("hello", 2), ("a", 1), ("medicine", 3), ("don't", 1), ("vaccine", 2), ("bima's", 2)],
)
def test_words(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("word", ["aaa", "zywicki", "a", "zzz"])
def test_edges_of_the_table(word: str) -> None:
    assert looked_up(word) == {"aaa": 3, "zywicki": 3, "a": 1, "zzz": None}[word]


def test_textstat_runs_behind_the_table_without_nltk_and_network() -> None:
    program = (
        "import sys, socket\n"
        "def no(*a, **k): raise AssertionError('network')\n"
        "socket.socket.connect = no\n"
        "from checks.syllables.english import syllables\n"
        "assert syllables('wanasehatish') > 1\n"
        "assert 'textstat' in sys.modules and 'nltk' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_textstat_that_was_loaded_before_gets_the_table_too() -> None:
    program = (
        "import textstat\n"
        "from checks.syllables.english import engine\n"
        "assert engine()('medicine', 'en_US') == 3\n"
        "assert textstat.flesch_reading_ease('The nurse opened the cold box at four.') > 50\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
