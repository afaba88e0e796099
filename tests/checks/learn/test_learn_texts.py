"""Both languages say all sentences, in plain words."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from checks.learn.texts import LANGUAGES, texts

BANNED = {
    "en": r"\b(just|simply|obviously|easy|easily|wrong|mistake|fail|failed|bad|error|incorrect)\b",
    "id": r"\b(cukup mudah|gampang|salah(?! satu)|gagal total|jelek|buruk|keliru|Anda)\b",
}


def test_the_languages_have_the_same_keys_and_values() -> None:
    shapes = [
        {
            key: sorted({name for _, name, _, _ in Formatter().parse(sentence) if name})
            for key, sentence in texts(lang).entries.items()
        }
        for lang in LANGUAGES
    ]
    plural = re.compile(r"\.(one|many)$")
    for key in shapes[0].keys() | shapes[1].keys():
        assert key in shapes[0], key
        assert key in shapes[1], key
        if not plural.search(key):
            assert shapes[0][key] == shapes[1][key], key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_short_and_blame_nobody(lang: str) -> None:
    for key, text in texts(lang).entries.items():
        assert text.strip(), key
        assert not re.search(BANNED[lang], text), (key, text)
        for sentence in re.split(r"(?<=[.!?])\s+|\n", re.sub(r"`[^`]*`", "x", text)):
            assert len(sentence.split()) <= 25, (key, sentence)


def test_counts_choose_their_form() -> None:
    say = texts("en")
    assert say.count("own.length", 1) == "The length fits: 1 word."
    assert say.count("own.length", 2) == "The length fits: 2 words."


def test_unknown_keys_and_languages_are_errors() -> None:
    with pytest.raises(KeyError):
        texts("de")
    with pytest.raises(KeyError):
        texts("en")("no.such.key")
    assert not texts("en").has("no.such.key")
