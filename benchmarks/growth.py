"""Measure how the time of a review grows: twice the text, at most 2.2 times the time."""

from __future__ import annotations

import time

from checks import review
from checks.draft import CAP

TEXTS = {
    "en": "The ferry was cancelled at four. I called the clinic, and a nurse came with ice! ",
    "id": "Feri batal jam empat. Saya menelepon puskesmas, lalu bidan datang membawa es! ",
}


def least(text: str, lang: str) -> float:
    times = []
    for _ in range(5):
        start = time.process_time()
        review(text, lang, "linkedin")
        times.append(time.process_time() - start)
    return min(times)


for lang, text in TEXTS.items():
    before = 0.0
    repeat = 4
    while repeat * len(text) <= CAP:
        now = least(text * repeat, lang)
        growth = f", {now / before:.2f} times" if before else ""
        print(f"{lang} {repeat * len(text):6d} characters: {1000 * now:8.2f} ms{growth}")
        before = now
        repeat *= 2
