"""English words that most readers know: the list that textstat ships for the Dale-Chall formula.

The list has 2,940 words in their plain form. Edgar Dale and Jeanne Chall (1948) count the usual
inflections of a listed word as known too (plants, planted, planting); textstat does not, so we
strip the endings here.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final


@cache
def easy_words() -> frozenset[str]:
    """Return textstat's list. It is read where it lies, without importing textstat."""
    spec = find_spec("textstat")
    if spec is None or spec.origin is None:
        raise RuntimeError("textstat is missing: install what requirements.txt names.")
    path = Path(spec.origin).parent / "resources" / "en" / "easy_words.txt"
    return frozenset(path.read_text("utf-8").split())


# Ending, what may stand in its place.
_ENDINGS: Final = (
    ("'s", ("",)),
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("ily", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("er", ("", "e")),
    ("est", ("", "e")),
    ("ly", ("",)),
    ("n't", ("",)),
    ("'ll", ("",)),
    ("'re", ("",)),
    ("'ve", ("",)),
    ("'d", ("",)),
    ("'m", ("",)),
)


@lru_cache(maxsize=4096)
def familiar(word: str) -> bool:
    """True where a lower-case word, or the word behind its ending, is on the list."""
    easy = easy_words()
    if word in easy:
        return True
    for ending, stems in _ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        stem = word[: -len(ending)]
        if any(stem + tail in easy for tail in stems):
            return True
        # running, stopped: the last letter is doubled.
        if len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in easy:
            return True
    return False
