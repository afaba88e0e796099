"""Compare the tone with labels that people gave, and count the findings of each rule."""

from __future__ import annotations

import sys
from collections import Counter

from posts import Post, read_posts

from checks import review

LABELS = ("positive", "neutral", "negative")


def macro_f1(pairs: Counter[tuple[str, str]]) -> float:
    scores = []
    for label in LABELS:
        right = pairs[label, label]
        told = sum(count for (_, guess), count in pairs.items() if guess == label)
        held = sum(count for (truth, _), count in pairs.items() if truth == label)
        scores.append(2 * right / (told + held) if told + held else 0.0)
    return sum(scores) / len(scores)


def show(lang: str, posts: list[Post]) -> None:
    pairs: Counter[tuple[str, str]] = Counter()
    rules: Counter[str] = Counter()
    sure: Counter[tuple[bool, str, str]] = Counter()
    early = flagged = 0
    for post in posts:
        report = review(post.text, lang)
        pairs[post.label, report.tone.label] += 1
        if report.tone.sure:
            sure[report.tone.label == post.label, report.tone.label, post.label] += 1
        rules.update(report.rules)
        flagged += report.must_change
        early += any(
            reading.shown and reading.id != "tone" and len(report.draft.words) < 30
            for reading in report.readings
        )
    total = len(posts)
    right = sum(count for (truth, guess), count in pairs.items() if truth == guess)
    opposite = pairs["positive", "negative"] + pairs["negative", "positive"]
    print(f"{lang}: {total} posts; readings on too little text: {early}")
    print(
        f"  tone: accuracy {right / total:.3f}, macro-F1 {macro_f1(pairs):.3f}, "
        f"opposite {opposite / total:.3f}"
    )
    shown = sum(sure.values()) or 1
    good = sum(count for (agrees, _, _), count in sure.items() if agrees)
    bad = sum(n for (_, told, held), n in sure.items() if {told, held} == {"positive", "negative"})
    print(f"  shown as sure: {shown}, right {good / shown:.3f}, opposite {bad / shown:.3f}")
    print(f"  posts with something to revise or to ask about: {flagged / total:.1%}")
    for rule, count in rules.most_common():
        print(f"  {rule:28s} {count / total:6.1%}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Name CSV files with the columns text and label: posts-en.csv posts-id.csv")
    all_posts = read_posts(sys.argv[1:])
    for each in sorted({post.lang for post in all_posts}):
        show(each, [post for post in all_posts if post.lang == each])
