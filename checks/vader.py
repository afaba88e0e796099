"""VADER (C. J. Hutto and E. Gilbert, 2014): the results of vaderSentiment 3.3.2 in less time.

VADER weighs a word by the three words before it and the two after it, but reads the whole sentence
again for each, and its list of negators from end to end. Here it gets those few words and a set. A
test holds the values to those of VADER's own ``polarity_scores``.
"""

from __future__ import annotations

from typing import Any, Final

from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    N_SCALAR,
    NEGATE,
    SentimentIntensityAnalyzer,
    SentiText,
)

BEFORE: Final = 3
"""Words before a word that change its weight."""

AFTER: Final = 2
"""Words after a word that make a phrase with it."""

_NEGATORS: Final = frozenset(NEGATE)
_STRESSED: Final = ("so", "this")


class Analyzer(SentimentIntensityAnalyzer):  # type: ignore[misc]
    """VADER's analyzer; ``compound`` stands for ``polarity_scores(sentence)["compound"]``."""

    lexicon: dict[str, float]
    emojis: dict[str, str]

    def compound(self, sentence: str) -> float:
        """Return the value of a sentence, from -1 to 1."""
        value: float
        if not sentence.isascii():  # VADER spells emoji out first
            value = self.polarity_scores(sentence)["compound"]
            return value
        near = SentiText(sentence)
        words = near.words_and_emoticons
        small = [word.lower() for word in words]
        weights: list[float] = []
        for place, word in enumerate(small):
            kind_of = word == "kind" and small[place + 1 : place + 2] == ["of"]
            if word not in self.lexicon or word in BOOSTER_DICT or kind_of:
                weights.append(0)
                continue
            first = max(0, place - BEFORE)
            near.words_and_emoticons = words[first : place + AFTER + 1]
            weights = self.sentiment_valence(0, near, words[place], place - first, weights)
        weights = self._but_check(words, weights)
        value = self.score_valence(weights, sentence)["compound"]
        return value

    @staticmethod
    def _negation_check(valence: float, words: list[Any], distance: int, place: int) -> float:
        """Turn a weight round where the word ``distance`` + 1 before it negates.

        «never so» strengthens and «without doubt» does not negate. For the third word before,
        VADER takes «so» right before the weighed word as strengthening even without «never».
        """
        word, *between = [each.lower() for each in words[place - distance - 1 : place]]
        if between:
            last = between[-1] in _STRESSED
            if distance == 1:
                stressed = word == "never" and last
            else:
                stressed = (word == "never" and between[0] in _STRESSED) or last
            if stressed:
                return valence * 1.25
            if word == "without" and "doubt" in between:
                return valence
        if word in _NEGATORS or "n't" in word:
            return valence * float(N_SCALAR)
        return valence
