"""Readings of how hard a draft is to read: textstat's formulas behind our own segmentation.

textstat 0.7.13 counts the syllables and holds the list of familiar words; sentences, lines and
words are ours, because a post's lines have no full stops and textstat would read them as one
sentence. The formulas are a few lines of arithmetic on the counts; a test holds them to textstat's
own results.

Known limits, which every reading repeats: the formulas know length and nothing of meaning; they
were made for whole pages of American English; on a short post one long word moves them.
Indonesian has no agreed formula, so it gets facts and no grade.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean
from typing import Final

from .draft import Draft
from .familiar import familiar
from .findings import Reading
from .messages import text
from .syllables import english, indonesian
from .tokens import WORD

LEAST_WORDS: Final = 30
"""Words below which no grade and no share is shown (facts of 2026-11: below it, noise)."""

LEAST_SENTENCES: Final = 3
"""Sentences below which no grade and no mean length is shown."""

LONG_WORD_SYLLABLES: Final = 4
"""Syllables from which an Indonesian word counts as long."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the readings rest on. Numbers, links, tags, mentions and emoji are left out."""

    words: int
    sentences: int
    letters: int
    syllables: int
    long_words: int
    longest: int
    """Words in the longest sentence."""
    unfamiliar: int
    """English only: words that are neither familiar nor a name."""
    complex: int
    """English only: words of three syllables and more, without names, compounds and endings."""

    @property
    def enough(self) -> bool:
        """True where there is text enough for a mean or a formula."""
        return self.words >= LEAST_WORDS and self.sentences >= LEAST_SENTENCES


def count(draft: Draft) -> Counts:
    """Count once what all readings use."""
    facts = _english if draft.lang == "en" else _indonesian
    text, tokens = draft.text, draft.tokens
    words = sentences = letters = total = long_words = longest = unfamiliar = complex_words = 0
    for sentence in draft.sentences:
        here = 0
        for token in tokens[sentence.first : sentence.last + 1]:
            if token.kind != WORD:
                continue
            here += 1
            parts, signs, known, hard = facts(token.norm)
            total += parts
            letters += signs
            long_words += parts >= LONG_WORD_SYLLABLES
            # A capital in mid-sentence is a name: familiar, and never complex.
            if (hard or not known) and not (here > 1 and text[token.start].isupper()):
                unfamiliar += not known
                complex_words += hard
        if here:
            sentences += 1
            words += here
            longest = max(longest, here)
    return Counts(words, sentences, letters, total, long_words, longest, unfamiliar, complex_words)


@lru_cache(maxsize=8192)
def _english(word: str) -> tuple[int, int, bool, bool]:
    """Return syllables, letters, and whether the word is familiar and whether it is complex."""
    pieces = [part for part in word.split("-") if part] or [word]
    parts = sum(english.syllables(part) for part in pieces)
    known = all(familiar(part) for part in pieces)
    return parts, _letters(word), known, parts >= 3 and _complex(word, parts)


@lru_cache(maxsize=8192)
def _indonesian(word: str) -> tuple[int, int, bool, bool]:
    """Return syllables and letters; no list says what is familiar in Indonesian."""
    return indonesian.syllables(word), _letters(word), True, False


def _letters(word: str) -> int:
    return len(word) if word.isalnum() else sum(map(str.isalnum, word))


def _complex(word: str, parts: int) -> bool:
    """Gunning's exemptions: compounds, and words that -ed, -es or -ing brought to three."""
    return "-" not in word and not (parts == 3 and word.endswith(("ed", "es", "ing")))


def flesch_ease(counts: Counts) -> float:
    """Flesch reading ease, about 0 (hard) to 100 (easy).

    206.835 - 1.015 words/sentence - 84.6 syllables/word; R. Flesch, 1948. Raises
    ZeroDivisionError without words.
    """
    return (
        206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words
    )


def flesch_kincaid(counts: Counts) -> float:
    """Flesch-Kincaid grade, in years of American school.

    0.39 words/sentence + 11.8 syllables/word - 15.59; J. P. Kincaid and others, 1975.
    """
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def automated_readability(counts: Counts) -> float:
    """Automated readability index, in years of American school.

    4.71 letters/word + 0.5 words/sentence - 21.43; R. J. Senter and E. A. Smith, 1967.
    """
    return 4.71 * counts.letters / counts.words + 0.5 * counts.words / counts.sentences - 21.43


def coleman_liau(counts: Counts) -> float:
    """Coleman-Liau index, in years of American school.

    0.0588 letters per 100 words - 0.296 sentences per 100 words - 15.8; M. Coleman and
    T. L. Liau, 1975. textstat 0.7.13 has 0.058, about 0.4 of a grade too low.
    """
    per_hundred = 100 / counts.words
    return 0.0588 * counts.letters * per_hundred - 0.296 * counts.sentences * per_hundred - 15.8


def gunning_fog(counts: Counts) -> float:
    """Gunning fog index, in years of American school.

    0.4 (words/sentence + 100 complex words/words); R. Gunning, 1952, with his exemptions.
    """
    return 0.4 * (counts.words / counts.sentences + 100 * counts.complex / counts.words)


def dale_chall(counts: Counts) -> float:
    """Dale-Chall raw score, about 4 (easy) to 10 (hard); not a school grade.

    0.1579 percent of unfamiliar words + 0.0496 words/sentence, and 3.6365 more where over 5 per
    cent are unfamiliar; E. Dale and J. Chall, 1948. Names count as familiar, as they say.
    """
    percent = 100 * counts.unfamiliar / counts.words
    raw = 0.1579 * percent + 0.0496 * counts.words / counts.sentences
    return raw + 3.6365 if percent > 5 else raw


TYPICAL: Final[Mapping[str, tuple[float, float]]] = {
    "flesch_ease": (-74.56, 10.22),
    "flesch_kincaid": (5.9, 1.92),
    "automated_readability": (5.43, 2.32),
    "coleman_liau": (7.46, 2.02),
    "gunning_fog": (7.53, 2.05),
    "dale_chall": (6.56, 1.27),
}
"""Mean and spread of each formula on short English posts and reviews of 30 words and more
(NusaX-senti, training part; measured 2026-11-23 with ``benchmarks/typical.py``)."""


def grades(counts: Counts) -> Mapping[str, float]:
    """Return every formula on one scale, that of the Flesch-Kincaid grade, from 1 to 18.

    The formulas have different scales; each result is taken by how far it lies from typical posts.
    Their mean agrees with teachers better than any one of them, from 50 words to a page (r .52 to
    .56 on the CLEAR corpus, single formulas .41 to .53; measured 2026-11-22).
    """
    values = {
        "flesch_ease": -flesch_ease(counts),
        "flesch_kincaid": flesch_kincaid(counts),
        "automated_readability": automated_readability(counts),
        "coleman_liau": coleman_liau(counts),
        "gunning_fog": gunning_fog(counts),
        "dale_chall": dale_chall(counts),
    }
    centre, spread = TYPICAL["flesch_kincaid"]
    return {
        name: centre + spread * (value - TYPICAL[name][0]) / TYPICAL[name][1]
        for name, value in values.items()
    }


GRADE_BANDS: Final = ((6.5, "easy"), (9.5, "plain"), (12.5, "demanding"), (99.0, "hard"))
"""Upper bounds of the bands of the median grade, and the names of the bands."""

SENTENCE_BANDS: Final = ((15.0, "easy"), (20.0, "plain"), (25.0, "demanding"), (9999.0, "hard"))
"""Upper bounds in words a sentence; 15 and 25 are house rules, not science."""

LONG_BANDS: Final = ((0.15, "easy"), (0.22, "plain"), (0.30, "demanding"), (1.0, "hard"))
"""Upper bounds for the share of long Indonesian words: our own first guess, not validated."""


SCALES: Final[Mapping[str, tuple[float, float, tuple[tuple[float, str], ...]]]] = {
    "sentence_length": (0.0, 35.0, SENTENCE_BANDS),
    "longest_sentence": (0.0, 35.0, SENTENCE_BANDS),
    "grade": (1.0, 18.0, GRADE_BANDS),
    "long_words": (0.0, 0.5, LONG_BANDS),
}
"""For a picture of each reading: the ends of its scale, and its bands."""


def _band(value: float, bands: tuple[tuple[float, str], ...]) -> str:
    return next(name for upper, name in bands if value <= upper or upper == bands[-1][0])


def readings(draft: Draft, counts: Counts, reader: str) -> tuple[Reading, ...]:
    """Return the readability readings of a draft, in words of the reader's language."""
    shown = [_sentence_length(counts, reader), _longest_sentence(counts, reader)]
    if draft.lang == "en":
        shown.append(_grade(counts, reader))
    else:
        shown.append(_long_words(counts, reader))
    return tuple(shown)


def _rests_on(counts: Counts, reader: str) -> str:
    return text(reader, "readings.rests_on", words=counts.words, sentences=counts.sentences)


def _needs(counts: Counts, reader: str) -> str:
    return text(
        reader,
        "readings.needs",
        words=LEAST_WORDS,
        sentences=LEAST_SENTENCES,
        has_words=counts.words,
        has_sentences=counts.sentences,
    )


def _reading(
    id: str,
    counts: Counts,
    reader: str,
    value: float | None,
    band: str | None,
    values: Mapping[str, object],
) -> Reading:
    return Reading(
        id=id,
        title=text(reader, f"readings.{id}.title"),
        display=text(reader, f"readings.{id}.display", **values)
        if value is not None
        else text(reader, "readings.too_short"),
        rests_on=_rests_on(counts, reader),
        limits=text(reader, f"readings.{id}.limits"),
        value=value,
        band=text(reader, f"bands.{band}") if band else None,
        needs=None if value is not None else _needs(counts, reader),
    )


def _sentence_length(counts: Counts, reader: str) -> Reading:
    value = round(counts.words / counts.sentences, 1) if counts.enough else None
    band = _band(value, SENTENCE_BANDS) if value is not None else None
    return _reading(
        "sentence_length", counts, reader, value, band, {"value": number(value, reader)}
    )


def _longest_sentence(counts: Counts, reader: str) -> Reading:
    value = float(counts.longest) if counts.words >= LEAST_WORDS else None
    band = _band(value, SENTENCE_BANDS) if value is not None else None
    return _reading("longest_sentence", counts, reader, value, band, {"value": counts.longest})


def _grade(counts: Counts, reader: str) -> Reading:
    if not counts.enough:
        return _reading("grade", counts, reader, None, None, {})
    each = grades(counts).values()
    middle = round(min(18.0, max(1.0, fmean(each))), 1)
    values = {
        "value": number(middle, reader),
        "low": number(float(round(max(1.0, min(each)))), reader),
        "high": number(float(round(min(18.0, max(each)))), reader),
        "ease": round(min(100.0, max(0.0, flesch_ease(counts)))),
    }
    return _reading("grade", counts, reader, middle, _band(middle, GRADE_BANDS), values)


def _long_words(counts: Counts, reader: str) -> Reading:
    value = round(counts.long_words / counts.words, 3) if counts.enough else None
    band = _band(value, LONG_BANDS) if value is not None else None
    percent = round(100 * value) if value is not None else 0
    return _reading(
        "long_words", counts, reader, value, band, {"value": percent, "count": counts.long_words}
    )


def number(value: float | None, reader: str) -> str:
    """Write a number as the reader's language does: 7.6 in English, 7,6 in Indonesian."""
    shown = "" if value is None else f"{value:g}"
    return shown.replace(".", ",") if reader == "id" else shown
