"""Tokens keep their place, and characters are counted as people see them."""

from __future__ import annotations

import emoji
import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from checks.tokens import (
    EMAIL,
    EMOJI,
    LINK,
    MENTION,
    NUMBER,
    TAG,
    WORD,
    count_characters,
    normal,
    squeezed,
    tokenize,
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, text[token.start : token.end]) for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03.40. Suhu", [(NUMBER, "03.40"), ("mark", "."), (WORD, "Suhu")]),
        ("Rp15.000,00", [(WORD, "Rp15"), ("mark", "."), (NUMBER, "000,00")]),
        ("COVID-19", [(WORD, "COVID-19")]),
        ("I can’t", [(WORD, "I"), (WORD, "can’t")]),
        ("see www.foo.co.id/x.", [(WORD, "see"), (LINK, "www.foo.co.id/x"), ("mark", ".")]),
        ("wanasehat.co.id", [(LINK, "wanasehat.co.id")]),
        ("done.My turn", [(WORD, "done"), ("mark", "."), (WORD, "My"), (WORD, "turn")]),
        ("a.b@c.co.id", [(EMAIL, "a.b@c.co.id")]),
        ("#KerjaSama @jane_doe", [(TAG, "#KerjaSama"), (MENTION, "@jane_doe")]),
        ("#17", [("mark", "#"), (NUMBER, "17")]),
        ("👩🏽‍🔬❤️🇮🇩1️⃣", [(EMOJI, "👩🏽‍🔬"), (EMOJI, "❤️"), (EMOJI, "🇮🇩"), (EMOJI, "1️⃣")]),
        ("hir\u200bing", [(WORD, "hir\u200bing")]),
        ("Cafe\u0301", [(WORD, "Cafe\u0301")]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_norm_is_plain() -> None:
    assert normal("𝗯𝗼𝗹𝗱") == "bold"
    assert normal("hir\u200bing") == "hiring"
    assert normal("Can’t") == "can't"
    assert normal("mantaaaaap") == "mantaaap"
    assert "mantap" in squeezed("mantaaap")
    assert squeezed("recommend") == ()


@given(st.text(max_size=200))
def test_tokens_lie_in_order_and_lose_only_space(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert at <= token.start < token.end <= len(text)
        lost = text[at : token.start]
        assert not lost.strip(), f"lost {lost!r}"
        at = token.end
    assert not text[at:].strip()


@given(st.text(alphabet="aZ09 .,!?#@'’-_\n😀👩🏽\u200d\ufe0f🇮🇩é", max_size=80))
def test_twice_the_same(text: str) -> None:
    assert tokenize(text) == tokenize(text)


SEQUENCES = sorted(
    key
    for key, value in emoji.EMOJI_DATA.items()
    if value["status"] == emoji.STATUS["fully_qualified"]
)


def test_every_emoji_of_unicode_is_one_emoji() -> None:
    """The ``emoji`` package is the judge; it may know emoji that are newer than our ranges."""
    wrong = [each for each in SEQUENCES if [kind for kind, _ in kinds(each)] != [EMOJI]]
    assert len(wrong) <= len(SEQUENCES) // 200, wrong[:20]


@pytest.mark.parametrize(
    "text",
    ["", "abc", "a\r\nb", "Cafe\u0301", "👩🏽‍🔬 ok", "🇮🇩🇮🇩", "❤️❤️", "1️⃣2️⃣", "é", "👨‍👩‍👧‍👦!"],
)
def test_characters_as_unicode_counts_them(text: str) -> None:
    """The ``regex`` package knows Unicode's grapheme clusters and is the judge."""
    assert count_characters(text) == len(regex.findall(r"\X", text))
