"""List the exercises with their minutes and steps: ``<!-- all exercises -->``.

Titles, minutes and steps come from what the authors of the exercises write.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from chapters import exercises, link
from checks_page import plain

WORDS: Final = {
    "en": ("Exercise", "Minutes", "You work on", "about {minutes}"),
    "id": ("Latihan", "Menit", "Yang kamu kerjakan", "sekitar {minutes}"),
}
_STEP: Final = re.compile(r"^## +(.+)$", re.MULTILINE)


def listing(root: Path, lang: str, source: str) -> str:
    """Return the table of all exercises in the order of the contents."""
    *heads, about = WORDS[lang]
    rows = [f"| {' | '.join(heads)} |", "| --- | --- | --- |"]
    for page in exercises(root, lang):
        steps = "; ".join(plain(step.strip()) for step in _STEP.findall(page.body))
        rows.append(f"| {link(page, source)} | {about.format(minutes=page.minutes)} | {steps} |")
    return "\n".join(rows) + "\n"
