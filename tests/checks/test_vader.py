"""VADER in less time: the values are those of VADER's own ``polarity_scores``."""

from __future__ import annotations

import random

import pytest
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from checks.vader import Analyzer

OURS = Analyzer()
THEIRS = SentimentIntensityAnalyzer()
WORDS = (
    "never so this without doubt not isn't no nor or good GREAT bad terrible very kind of least at "
    "but the bomb to die for shit sort slightly VERY hardly love lovely! hate?? ok :) box ferry a"
).split()


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "The ferry was on time.",
        "It was never so good, without any doubt!",
        "I have no doubt and no good box, nor a bad one.",
        "The nurse was kind of LOVELY, but the queue was the least good part!!!",
        "That box is the bomb, to die for. Not bad???",
        "Good 😀 morning, terrible ❤️ ferry",
    ],
)
def test_value_is_that_of_vader(sentence: str) -> None:
    assert OURS.compound(sentence) == THEIRS.polarity_scores(sentence)["compound"]


def test_value_is_that_of_vader_for_any_words() -> None:
    chance = random.Random(7)
    for _ in range(2000):
        sentence = " ".join(chance.choices(WORDS, k=chance.randint(1, 14)))
        assert OURS.compound(sentence) == THEIRS.polarity_scores(sentence)["compound"], sentence
