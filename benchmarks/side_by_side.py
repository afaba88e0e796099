"""Compare the review with other tools on the same English posts, in one run.

The first table is time: the least CPU time of ROUNDS runs for each post, divided by that of
textstat's ten common metrics on the same post. The second is what the tools find: the share of the
flagged posts of ``benchmarks/posts`` with any mark, and the share of the clean ones. Most families
of those posts lie outside what the other tools set out to find, so the table shows how much of the
job each does, not how good it is at its own.

proselint is taken where it is installed (pip); write-good, alex and the retext plugins where Node
finds them in the folder that ``--node`` names. What is not installed is left out and named.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from findings import posts, read
from speed import p95, ten_metrics

HERE = Path(__file__).parent
ROUNDS = 3
EVERY = 3
"""Of so many posts one is timed; all are read for the second table."""

VADER_NEGATIVE = -0.05
"""Compound value from which VADER's authors call a text negative: its «mark»."""

Count = Callable[[dict[str, Any]], int]


def ours(post: dict[str, Any]) -> int:
    """Return the number of findings of any outcome."""
    return len(read(post).findings)


def ours_to_change(post: dict[str, Any]) -> int:
    """Return the number of findings that ask for a change or for a human."""
    return sum(1 for finding in read(post).findings if finding.outcome.value != "info")


def vader() -> Count:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    return lambda post: int(analyzer.polarity_scores(post["text"])["compound"] <= VADER_NEGATIVE)


def proselint() -> Count:
    """Return proselint 0.16 with all its checks. Raises ImportError where it is missing."""
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return lambda post: len(LintFile("post", post["text"]).lint())


def least(run: Callable[[], object]) -> float:
    """Return the least CPU seconds of ROUNDS runs."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def through_node(folder: Path, found: list[dict[str, Any]], timed: list[int]) -> dict[str, Any]:
    """Return times and marks of the tools that Node finds in a folder, and those it misses."""
    node = shutil.which("node")
    if node is None:
        return {"found": {}, "missing": ["everything that needs Node"]}
    # A program given as text imports from the folder in which it runs.
    run = subprocess.run(
        [node, "--input-type=module", "-e", (HERE / "side_by_side.mjs").read_text("utf-8")],
        input=json.dumps({"posts": [p["text"] for p in found], "timed": timed, "rounds": ROUNDS}),
        cwd=folder,
        text=True,
        capture_output=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def show_times(unit: list[float], times: Mapping[str, list[float]]) -> None:
    """Print the first table: one line a tool, in units of textstat's ten metrics."""
    print("| tool | median ms | median ratio | p95 to p95 |\n| --- | ---: | ---: | ---: |")
    for name, taken in times.items():
        middle = statistics.median(a / b for a, b in zip(taken, unit, strict=True))
        late = p95(taken) / p95(unit)
        print(f"| {name} | {1000 * statistics.median(taken):.3f} | {middle:.2f} | {late:.2f} |")


def show_marks(found: list[dict[str, Any]], marks: Mapping[str, list[int]]) -> None:
    """Print the second table: the share of flagged and of clean posts with any mark."""
    print("\n| tool | flagged posts with a mark | clean posts with a mark |\n| --- | ---: | ---: |")
    for name, counts in marks.items():
        shares = []
        for flag in (True, False):
            group = [
                count > 0 for count, post in zip(counts, found, strict=True) if post["flag"] is flag
            ]
            shares.append(sum(group) / len(group))
        print(f"| {name} | {shares[0]:.0%} | {shares[1]:.0%} |")


def main(folder: Path) -> None:
    """Measure everything and print both tables."""
    found = [p for half in ("tune", "held-out") for p in posts(half) if p["lang"] == "en"]
    timed = list(range(0, len(found), EVERY))
    metrics = ten_metrics()
    tools: dict[str, Count] = {"review (this project)": ours, "VADER": vader()}
    missing = []
    try:
        tools["proselint"] = proselint()
    except ImportError:
        missing.append("proselint")
    marks: dict[str, list[int]] = {}
    times: dict[str, list[float]] = {}
    for name, count in tools.items():
        marks[name] = [count(post) for post in found]
    for post in found:
        metrics(post["text"])
    times["textstat, ten metrics"] = []
    for place in timed:  # post by post, so that a busy machine slows all of them alike
        post = found[place]
        times["textstat, ten metrics"].append(least(lambda: metrics(post["text"])))  # noqa: B023
        for name, count in tools.items():
            times.setdefault(name, []).append(least(lambda: count(post)))  # noqa: B023
    answer = through_node(folder, found, timed)
    for name, each in answer["found"].items():
        times[name], marks[name] = each["times"], each["marks"]
    marks["review, without «Info»"] = [ours_to_change(post) for post in found]
    words = statistics.median(len(found[place]["text"].split()) for place in timed)
    print(f"{len(timed)} English posts timed, median {words:.0f} words; {len(found)} read.\n")
    show_times(times["textstat, ten metrics"], times)
    show_marks(found, marks)
    for name in (*missing, *answer["missing"]):
        print(f"\nLeft out: {name} is not installed.")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--node", type=Path, default=Path.cwd(), help="a folder with node_modules in it"
    )
    main(parser.parse_args().node)
