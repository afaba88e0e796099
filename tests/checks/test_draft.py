"""Sentences as a reader of posts would cut them, and bad input at the door."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import Draft, InputError, Policy
from checks.draft import CAP


def sentences(text: str, lang: str = "en") -> list[str]:
    return [sentence.span.of(text) for sentence in Draft.of(text, lang).sentences]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "I came. I saw. I won.", ["I came.", "I saw.", "I won."]),
        ("en", "Wow! Yes! So good!", ["Wow!", "Yes!", "So good!"]),
        ("en", "Dr. Ratih came at 5 p.m. with 3.5 litres.", None),
        ("en", "We went home.Then it rained.", ["We went home.", "Then it rained."]),
        ("en", "One line\nand another", ["One line", "and another"]),
        ("en", "- Meet people\n- Drink tea\n• Go home", ["Meet people", "Drink tea", "Go home"]),
        ("en", "1. Pack\n2. Drive", ["1. Pack", "2. Drive"]),
        ("en", "See e.g. the box. It is cold.", ["See e.g. the box.", "It is cold."]),
        ("en", "The U.S. team came. We ate.", ["The U.S. team came.", "We ate."]),
        ("en", "We did it 🎉 Then we slept", ["We did it 🎉", "Then we slept"]),
        ("en", "“Is it cold?” asked the nurse.", ["“Is it cold?”", "asked the nurse."]),
        ("en", "Read www.foo.org/a.b today. Ok.", ["Read www.foo.org/a.b today.", "Ok."]),
        ("en", "Wait... what?! No.", ["Wait...", "what?!", "No."]),
        ("id", "Suhu 7,6 °C. Feri batal.", ["Suhu 7,6 °C.", "Feri batal."]),
        ("id", "Jl. Melati No. 4 dekat PT. Maju.", None),
        ("id", "Harganya Rp15.000,00 per botol.", None),
        ("id", "Pukul 09.30 dr. Sari datang.", None),
        ("id", "03.40. Alarm berbunyi.", ["03.40.", "Alarm berbunyi."]),
        ("id", "Bawa es, garam, dll. supaya dingin.", None),
    ],
)
def test_sentences(lang: str, text: str, expected: list[str] | None) -> None:
    assert sentences(text, lang) == (expected or [text])


def test_a_long_line_that_goes_on_in_lower_case_is_wrapped() -> None:
    text = (
        "The night shift opened the door at four and carried every single\nbox to the other room."
    )
    assert len(sentences(text)) == 1


@given(st.text(max_size=200), st.sampled_from(["en", "id"]))
def test_sentences_hold_every_word_once(text: str, lang: str) -> None:
    draft = Draft.of(text, lang)
    held = [
        index
        for sentence in draft.sentences
        for index in range(sentence.first, sentence.last + 1)
        if draft.tokens[index].kind in ("word", "number")
    ]
    words = [i for i, token in enumerate(draft.tokens) if token.kind in ("word", "number")]
    assert held == words


@pytest.mark.parametrize("wrong", [None, 3, ["a"], b"bytes", {"text": "a"}])
def test_a_draft_is_text(wrong: Any) -> None:
    with pytest.raises(InputError, match="must be text"):
        Draft.of(wrong)


@pytest.mark.parametrize("lang", ["ms", "", "EN", None, "xx" * 999])
def test_unknown_language(lang: Any) -> None:
    with pytest.raises(InputError, match="'en' for English"):
        Draft.of("Hello", lang)


@pytest.mark.parametrize("platform", ["", "myspace", "X", 7, "x" * 9999])
def test_unknown_platform(platform: Any) -> None:
    with pytest.raises(InputError, match="use one of x, linkedin, instagram"):
        Draft.of("Hello", "en", platform)


@pytest.mark.parametrize(
    ("text", "lang", "sure"),
    [
        ("The box is cold and the ferry was late.", "en", True),
        ("Kotak itu dingin dan ferinya sudah batal.", "id", True),
        ("Wanasehat", "en", False),
        ("", "en", False),
    ],
)
def test_language_is_guessed(text: str, lang: str, sure: bool) -> None:
    draft = Draft.of(text)
    assert (draft.lang, draft.lang_sure) == (lang, sure)


def test_unreadable_characters_keep_their_place() -> None:
    draft = Draft.of("a\ud800b\x00c", "en")
    assert draft.text == "a\ufffdb\ufffdc"


def test_a_long_text_is_kept_and_read_up_to_the_cap() -> None:
    text = "Kotak itu dingin. " * 5000
    draft = Draft.of(text, "id")
    assert draft.text == text
    assert draft.cut
    assert draft.tokens[-1].end <= CAP


@pytest.mark.parametrize(
    ("text", "word", "negated"),
    [
        ("No vaccine is safe for all", "safe", True),
        ("The vaccine is safe", "safe", False),
        ("It did not rain. Safe home", "Safe", False),
    ],
)
def test_negation_stays_in_its_sentence(text: str, word: str, negated: bool) -> None:
    draft = Draft.of(text, "en")
    token = next(i for i, t in enumerate(draft.tokens) if text[t.start : t.end] == word)
    assert draft.negated(token) is negated


def test_what_is_kept_for_one_policy_is_never_given_to_another() -> None:
    """Policies come and go; a new one may lie where an old one lay in memory."""
    draft = Draft.of("Alpha met Beta.", "en")
    for name in ("Alpha", "Beta", "Gamma") * 200:
        found = draft.terms_of(Policy(names=(name,)).book).get("company", ())
        assert [term.entry.term for term in found] == [name] * (name != "Gamma")
