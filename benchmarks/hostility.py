"""Measure the reading of hostility: does it rank hostile posts above calm ones, and stay quiet?

AUC is the chance that a hostile post gets a higher value than a calm one; ties count half. Hostile
are the flagged posts of three families of ``posts/``, calm the clean posts of all families. The
share of alarms counts values of ``MARKED`` and more: on calm posts, on the clean posts that were
written to look like the hostile ones, and on neutral sentences that name a group.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from findings import posts

from checks.draft import Draft
from checks.hostility import MARKED, hostility
from checks.wordlists import LANGUAGES, entries

HOSTILE: Final = ("hostile_tone", "insult", "group_insult")
FRAMES: Final = {
    "en": (
        "I met {} at the clinic on Monday.",
        "The new timetable also helps {}.",
        "We asked {} what they think of the app.",
        "This morning I read a story about {} on the train.",
    ),
    "id": (
        "Senin lalu saya bertemu {} di puskesmas.",
        "Jadwal baru ini juga membantu {}.",
        "Kami bertanya kepada {} soal aplikasi itu.",
        "Tadi pagi saya membaca cerita tentang {} di kereta.",
    ),
}
"""Sentences that only name a group and say nothing about it."""


def value(text: str, lang: str) -> float:
    """Return how hostile a text may read, from 0 to 1."""
    return hostility(Draft.of(text, lang)).value


def auc(hostile: Sequence[float], calm: Sequence[float]) -> float:
    """Return the share of pairs in which the hostile value is the higher one; ties count half."""
    wins = sum((high > low) + (high == low) / 2 for high in hostile for low in calm)
    return wins / (len(hostile) * len(calm))


def alarms(values: Sequence[float]) -> str:
    """Return the share of values that may read as hostile."""
    loud = sum(1 for each in values if each >= MARKED)
    return f"{loud / len(values):.1%} of {len(values)}"


def show(lang: str) -> None:
    """Print what was measured for one language."""
    for half in ("tune", "held-out"):
        found = [post for post in posts(half) if post["lang"] == lang]
        values = {post["text"]: value(post["text"], lang) for post in found}
        calm = [values[post["text"]] for post in found if not post["flag"]]
        near = [values[p["text"]] for p in found if not p["flag"] and p["family"] in HOSTILE]
        hostile = [values[p["text"]] for p in found if p["flag"] and p["family"] in HOSTILE]
        print(f"{lang} {half}: AUC {auc(hostile, calm):.3f} ({len(hostile)} hostile posts)")
        for family in HOSTILE:
            own = [values[p["text"]] for p in found if p["flag"] and p["family"] == family]
            print(f"  {family:13s} AUC {auc(own, calm):.3f}, marked {alarms(own)}")
        print(f"  alarms on calm posts: {alarms(calm)}; on those that look alike: {alarms(near)}")
    groups = [entry.term for entry in entries(lang, "respect_groups")]
    named = [value(frame.format(group), lang) for group in groups for frame in FRAMES[lang]]
    print(f"{lang} sentences that name a group: alarms {alarms(named)}")


if __name__ == "__main__":
    for each in LANGUAGES:
        show(each)
