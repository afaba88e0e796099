"""Two texts side by side, with the words that went and the words that came marked.

A mark is a ``del`` or an ``ins`` element with a line through or under it, and a word for screen
readers: colour adds to it and says nothing alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from typing import Final

from ...report.html import attribute, lines, plain
from ..texts import Texts, texts

MOST: Final = 500
"""Words that are compared one by one, after what is the same at both ends. A longer stretch counts
as one change, because the time grows with the square of the words."""

_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts: its title, its words and their language."""

    title: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row, from ``start`` to ``end`` in the text; ``changed`` where the other lacks
    them.
    """

    start: int
    end: int
    changed: bool
    count: int


def compare(before: str, after: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return the words of both texts as stretches that are the same or changed.

    Only words count, with the signs that touch them; spaces and line breaks do not.
    """
    first, second = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    left, right = [one[0] for one in first], [one[0] for one in second]
    blocks = list(_alike(left, right))
    return (
        tuple(_stretches(first, [(a, size) for a, _, size in blocks])),
        tuple(_stretches(second, [(b, size) for _, b, size in blocks])),
    )


def _alike(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield where equal words stand in both lists: place, place, how many."""
    shorter = min(len(left), len(right))
    head = 0
    while head < shorter and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < shorter - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    if head:
        yield 0, 0, head
    a, b = left[head : len(left) - tail], right[head : len(right) - tail]
    if max(len(a), len(b)) <= MOST:
        for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
            if block.size:
                yield head + block.a, head + block.b, block.size
    if tail:
        yield len(left) - tail, len(right) - tail, tail


def _stretches(
    words: Sequence[re.Match[str]], same: Sequence[tuple[int, int]]
) -> Iterator[Stretch]:
    at = 0
    for start, size in [*same, (len(words), 0)]:
        if start > at:
            yield _stretch(words[at:start], changed=True)
        if size:
            yield _stretch(words[start : start + size], changed=False)
        at = start + size


def _stretch(words: Sequence[re.Match[str]], *, changed: bool) -> Stretch:
    return Stretch(words[0].start(), words[-1].end(), changed, len(words))


def in_words(before: str, after: str, lang: str) -> str:
    """Return one sentence: how many words went and how many came."""
    return _sentence(before, after, *compare(before, after), texts(lang))


def _sentence(
    before: str, after: str, left: Sequence[Stretch], right: Sequence[Stretch], say: Texts
) -> str:
    if not after.strip():
        return say("clinic.beside.empty")
    if before == after:
        return say("clinic.beside.same")
    gone = sum(one.count for one in left if one.changed)
    came = sum(one.count for one in right if one.changed)
    if not gone and not came:
        return say("clinic.beside.spaces")
    return say(
        "clinic.beside.sum",
        gone=say.count("clinic.beside.gone_count", gone),
        came=say.count("clinic.beside.came_count", came),
    )


def to_html(before: Side, after: Side, lang: str) -> str:
    """Return both texts with their changes marked, under one sentence. ``lang`` is ours."""
    say = texts(lang)
    left, right = compare(before.text, after.text)
    sentence = _sentence(before.text, after.text, left, right, say)
    if not right:
        # Beside an empty box there is nothing to compare: the kept text is there to be read.
        left = ()
    legend = ""
    if any(one.changed for one in (*left, *right)):
        legend = f"<p>{escape(say('clinic.beside.legend'))}</p>"
    return (
        f'<div class="is-post clinic-view" lang="{attribute(lang)}">'
        f"<p>{escape(sentence)}</p>{legend}"
        f'<div class="clinic-two">{_side(before, left, "gone", lang)}'
        f"{_side(after, right, 'came', lang)}</div></div>"
    )


def _side(side: Side, stretches: Sequence[Stretch], name: str, lang: str) -> str:
    return (
        f"<div><p><strong>{plain(side.title)}</strong></p>"
        f'<div class="clinic-words" lang="{attribute(side.lang)}" dir="auto">'
        f"{''.join(_marked(side.text, stretches, name, lang))}</div></div>"
    )


def _marked(text: str, stretches: Sequence[Stretch], name: str, lang: str) -> Iterator[str]:
    say = texts(lang)
    tag = "del" if name == "gone" else "ins"
    at = 0
    for one in stretches:
        if not one.changed:
            continue
        yield lines(text[at : one.start])
        begins, ends = (
            f'<span class="is-sr" lang="{attribute(lang)}">{escape(say(f"clinic.beside.{key}"))}'
            "</span>"
            for key in (f"{name}_begins", "ends")
        )
        yield f"<{tag}>{begins}{lines(text[one.start : one.end])}{ends}</{tag}>"
        at = one.end
    yield lines(text[at:])
