"""Read the posts that a benchmark runs on."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple


class Post(NamedTuple):
    """A post with its language and, where people labelled it, its tone."""

    text: str
    lang: str
    label: str


def read_posts(paths: list[str]) -> list[Post]:
    """Read CSV files whose names end in the language: ``posts-en.csv``."""
    posts = []
    for path in map(Path, paths):
        lang = path.stem.rsplit("-", 1)[-1]
        with path.open(encoding="utf-8", newline="") as file:
            posts += [Post(row["text"], lang, row.get("label", "")) for row in csv.DictReader(file)]
    return posts
