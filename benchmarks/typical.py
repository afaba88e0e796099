"""Measure the mean and spread of each formula on typical posts (``readability.TYPICAL``)."""

from __future__ import annotations

import statistics
import sys
from collections import defaultdict

from posts import read_posts

from checks import Draft
from checks import readability as r

FORMULAS = {
    "flesch_ease": lambda counts: -r.flesch_ease(counts),
    "flesch_kincaid": r.flesch_kincaid,
    "automated_readability": r.automated_readability,
    "coleman_liau": r.coleman_liau,
    "gunning_fog": r.gunning_fog,
    "dale_chall": r.dale_chall,
}


def main(paths: list[str]) -> None:
    found: dict[str, list[float]] = defaultdict(list)
    for post in read_posts(paths):
        counts = r.count(Draft.of(post.text, "en"))
        if counts.enough:
            for name, formula in FORMULAS.items():
                found[name].append(formula(counts))
    for name, values in found.items():
        print(f'    "{name}": ({statistics.mean(values):.2f}, {statistics.stdev(values):.2f}),')
    print(f"on {len(values)} posts")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Name one or more CSV files of English posts: posts-en.csv")
    main(sys.argv[1:])
