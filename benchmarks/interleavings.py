"""Kill writers of a portfolio at random moments and count what was lost. It must be nothing.

Each round two processes save to one file at the same time, and both are killed (SIGKILL) after a
random pause. Each version that a process said it had kept has to be there at the next reading, in
order, and the file has to be whole. POSIX only.

    python benchmarks/interleavings.py [ROUNDS]
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from checks import review
from checks.learn import Portfolio
from checks.learn.portfolio import version_of

REPORT = review("Six words are here right now.")
FRESH = 25
"""Rounds after which a new file is begun: each save writes the whole file."""

SEED = 20261123


def writer(path: Path, name: str, said: int) -> None:
    """Save one version after the other, and say after each that it is kept."""
    book = Portfolio(path)
    number = 0
    while True:
        text = f"{name} {number}"
        book.add(version_of(text, report=REPORT))
        os.write(said, f"{text}\n".encode())
        number += 1


def one_round(path: Path, chance: random.Random, rounds: int) -> tuple[int, int]:
    """Run two writers and kill them; return how many versions were promised and how many lost."""
    children, pipes = [], []
    for letter in "ab":
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            try:
                writer(path, f"{rounds}{letter}", write)
            finally:
                os._exit(1)
        os.close(write)
        children.append(child)
        pipes.append(read)
    time.sleep(chance.uniform(0.0, 0.06))
    for child in chance.sample(children, 2):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    promised = []
    for read in pipes:
        with os.fdopen(read, "rb") as stream:
            promised.append([line for line in stream.read().decode().split("\n")[:-1] if line])
    kept = [version.text for version in Portfolio(path).versions()]
    lost = sum(1 for texts in promised for text in texts if kept.count(text) != 1)
    for texts in promised:
        places = [kept.index(text) for text in texts if text in kept]
        lost += places != sorted(places)
    return sum(map(len, promised)), lost


def main(rounds: int) -> None:
    chance = random.Random(SEED)
    promised = lost = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            path = Path(folder, f"portfolio-{number // FRESH}.json")
            more, gone = one_round(path, chance, number)
            promised, lost = promised + more, lost + gone
    print(
        f"{rounds} rounds, {2 * rounds} writers killed: {promised} versions promised, {lost} lost"
    )
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
