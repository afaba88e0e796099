"""Compare the whole review with textstat's ten common metrics on the same posts, in one run.

One unit is the CPU time of textstat's ten metrics on the same post; the least of five rounds
counts for each. textstat gets our syllable table, so that neither it nor we touch the network.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from posts import Post, read_posts

from checks import review
from checks.syllables.english import engine

ROUNDS = 5
COLD_ROUNDS = 7
COLD = {
    "python -m checks, one English post": [sys.executable, "-m", "checks", "-", "--lang", "en"],
    "python -m checks, one Indonesian post": [sys.executable, "-m", "checks", "-", "--lang", "id"],
    "textstat, import and ten metrics": [
        sys.executable,
        "-c",
        "from checks.syllables.english import engine; engine(); import sys, textstat\n"
        "t = sys.stdin.read()\n"
        "textstat.flesch_reading_ease(t); textstat.smog_index(t); textstat.text_standard(t)",
    ],
    "python -c pass": [sys.executable, "-c", "pass"],
}
POST = (
    "The ferry was cancelled at four in the morning. The box had ice for six hours. I called the "
    "clinic and asked for help. A nurse came with her own ice, and we were done at nine.\n"
)


def ten_metrics() -> Callable[[str], None]:
    """Return a function that runs textstat's ten common metrics with empty caches."""
    engine()
    import textstat
    from textstat.backend import counts, metrics, selections

    names = (
        "flesch_reading_ease flesch_kincaid_grade smog_index coleman_liau_index "
        "automated_readability_index dale_chall_readability_score difficult_words "
        "linsear_write_formula gunning_fog text_standard"
    ).split()
    functions = [getattr(textstat, name) for name in names]
    caches = [
        function
        for module in (counts, metrics, selections)
        for function in vars(module).values()
        if hasattr(function, "cache_clear")
    ]

    def run(text: str) -> None:
        for cached in caches:
            cached.cache_clear()
        for function in functions:
            function(text)

    return run


def least(function: Callable[[], object]) -> float:
    """Return the least CPU seconds of ROUNDS runs."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        function()
        times.append(time.process_time() - start)
    return min(times)


def warm(posts: list[Post]) -> None:
    metrics = ten_metrics()
    for post in posts[:20]:
        review(post.text, post.lang)
        metrics(post.text)
    ours, theirs = [], []
    for post in posts:
        ours.append(least(lambda post=post: review(post.text, post.lang)))  # type: ignore[misc]
        theirs.append(least(lambda post=post: metrics(post.text)))  # type: ignore[misc]
    ratios = sorted(a / b for a, b in zip(ours, theirs, strict=True) if b)
    words = statistics.median(len(post.text.split()) for post in posts)
    print(f"{len(posts)} posts, median {words} words")
    for name, times in (("review", ours), ("textstat", theirs)):
        middle, late = 1000 * statistics.median(times), 1000 * p95(times)
        print(f"{name:9s}  median {middle:.3f} ms, p95 {late:.3f} ms")
    middle = statistics.median(ratios)
    print(f"ratio      median {middle:.2f}, p95 to p95 {p95(ours) / p95(theirs):.2f}")
    print(f"posts a CPU second: {len(ours) / sum(ours):.0f}")


def p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def cold() -> None:
    for name, command in COLD.items():
        seconds, peak = [], 0
        for _ in range(COLD_ROUNDS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            run = subprocess.run(command, input=POST, text=True, capture_output=True)
            if run.returncode > 1:
                sys.exit(f"{name}: {run.stderr}")
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            seconds.append(used)
            peak = memory(command)
        print(f"{name}: {min(seconds):.3f} s CPU, {peak / 1024:.0f} MB")


def memory(command: list[str]) -> int:
    """Return the peak resident KiB of a command."""
    program = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdin=sys.stdin, stdout=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *command], input=POST, text=True, capture_output=True
    )
    return int(run.stdout.split()[-1])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Name one or more CSV files of posts: posts-en.csv posts-id.csv")
    warm(read_posts(sys.argv[1:]))
    cold()
