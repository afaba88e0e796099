"""Our arithmetic against textstat, and silence on too little text."""

from __future__ import annotations

import random

import pytest
from textstat.backend import metrics

from checks import Draft, review
from checks.readability import (
    LEAST_SENTENCES,
    LEAST_WORDS,
    Counts,
    automated_readability,
    coleman_liau,
    count,
    dale_chall,
    flesch_ease,
    flesch_kincaid,
    gunning_fog,
)
from checks.syllables.english import engine

WORDS = (
    "the night shift opened a door and carried every box to another room before anybody called "
    "because the temperature rose quickly while people waited for information about medicine "
    "yesterday morning a driver found an extraordinary solution with ice from the restaurant"
).split()


def canonical(seed: int) -> str:
    """Text that textstat segments as we do: full stops only, sentences of three words or more."""
    chance = random.Random(seed)
    sentences = [
        " ".join(chance.choices(WORDS, k=chance.randint(3, 20)))
        for _ in range(chance.randint(3, 12))
    ]
    return " ".join(sentence.capitalize() + "." for sentence in sentences)


@pytest.mark.parametrize("seed", range(25))
def test_formulas_equal_textstat(seed: int) -> None:
    engine()  # puts our table in the place of the dictionary that textstat would fetch
    text = canonical(seed)
    counts = count(Draft.of(text, "en"))
    bare = text.replace(".", "")
    assert counts.words == len(bare.split())
    assert flesch_ease(counts) == pytest.approx(
        metrics.flesch_reading_ease(text, "en_US"), abs=1e-9
    )
    assert flesch_kincaid(counts) == pytest.approx(
        metrics.flesch_kincaid_grade(text, "en_US"), abs=1e-9
    )
    # textstat counts the full stops as characters; the original counts letters and digits.
    dots = 4.71 * text.count(".") / counts.words
    assert automated_readability(counts) + dots == pytest.approx(
        metrics.automated_readability_index(text), abs=1e-9
    )
    # textstat 0.7.13 has 0.058 where Coleman and Liau published 0.0588.
    slip = 0.0008 * 100 * counts.letters / counts.words
    assert coleman_liau(counts) - slip == pytest.approx(metrics.coleman_liau_index(text), abs=1e-9)


def test_lines_are_sentences() -> None:
    """The post that textstat reads as one sentence and grades at 18.6 as a person grades it."""
    lines = [
        "We packed the boxes at four",
        "The road was dark",
        "Rain fell on the yard",
        "Bima drove with one hand",
        "He held his tea in the other",
        "I counted the vials again",
        "Nobody said a word",
        "Then the gate went up",
    ]
    grade = next(
        reading for reading in review("\n".join(lines), "en").readings if reading.id == "grade"
    )
    assert grade.value is not None
    assert grade.value < 4


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("text", ["Hello", "Wow! Yes! So good!", "Kotak itu dingin sekali. Ya."])
def test_too_little_text_gives_no_reading(lang: str, text: str) -> None:
    for reading in review(text, lang).readings:
        assert not reading.shown or reading.id == "tone"
        assert reading.needs or reading.id == "tone"


@pytest.mark.parametrize("lang", ["en", "id"])
def test_least_counts_hold(lang: str) -> None:
    word = "kotak" if lang == "id" else "box"
    for sentences in range(1, 6):
        for words in (4, 8, 12):
            text = " ".join(" ".join([word] * words).capitalize() + "." for _ in range(sentences))
            shown = {reading.id for reading in review(text, lang).readings if reading.shown}
            enough = sentences * words >= LEAST_WORDS and sentences >= LEAST_SENTENCES
            assert ("sentence_length" in shown) is enough


def test_apostrophes_tags_and_links_do_not_move_the_grade() -> None:
    plain = "We don't know it yet. The nurse can't come today. I won't go home without her. " * 2
    curly = plain.replace("'", "’")
    tagged = (
        plain + "#ClimateAction #GoGreenIndonesia2024 https://example.org/a-very/long/path @jane"
    )
    values = [
        next(r.value for r in review(text, "en").readings if r.id == "grade")
        for text in (plain, curly, tagged)
    ]
    assert values[0] == values[1] == values[2]


def test_indonesian_gets_no_english_grade() -> None:
    text = "Kemarin saya pergi ke pasar. Saya membeli ikan dan sayur. Ibu memasak di dapur. " * 3
    ids = [reading.id for reading in review(text, "id").readings]
    assert "grade" not in ids
    assert "long_words" in ids


def test_indonesian_sent_as_english_is_not_graded() -> None:
    text = "Kemarin saya pergi ke pasar dan membeli ikan. Ibu memasak di dapur untuk kami. " * 3
    report = review(text, "en")
    assert report.readings == ()
    assert any("Indonesian" in note for note in report.notes)


def counts_of(**given: int) -> Counts:
    base = {
        "words": 100,
        "sentences": 5,
        "letters": 450,
        "syllables": 150,
        "long_words": 0,
        "longest": 30,
        "unfamiliar": 0,
        "complex": 0,
    }
    return Counts(**(base | given))


def test_fog_and_dale_chall_as_they_were_published() -> None:
    """Worked by hand: 20 words a sentence, 10 per cent complex, 10 per cent unfamiliar."""
    assert gunning_fog(counts_of(complex=10)) == pytest.approx(0.4 * (20 + 10))
    assert dale_chall(counts_of(unfamiliar=10)) == pytest.approx(1.579 + 0.992 + 3.6365)
    assert dale_chall(counts_of(unfamiliar=5)) == pytest.approx(0.7895 + 0.992)


def test_inflections_and_names_are_familiar() -> None:
    """The sentence that textstat finds difficult: plants, planted, friends, and a name."""
    counts = count(Draft.of("Our friends planted two plants for Wanasehat.", "en"))
    assert counts.unfamiliar == 0
    assert count(Draft.of("Our colleagues implemented infrastructure.", "en")).unfamiliar >= 2


def test_complex_words_leave_out_endings_compounds_and_names() -> None:
    counts = count(Draft.of("We visited Tirtagiri on a twenty-minute bus.", "en"))
    assert counts.complex == 0
    assert count(Draft.of("The temperature fell.", "en")).complex == 1


PAIRS = [
    (
        "The box got warm, so we moved it to the next room. It took nine minutes. We were lucky.",
        "As the temperature of the container had risen considerably, relocation to an adjacent "
        "facility was initiated. The procedure required approximately nine minutes. The outcome "
        "proved fortunate.",
    ),
    (
        "Drink clean water. Wash your hands before you eat. See a nurse if you feel sick today.",
        "Consumption of uncontaminated water is recommended. Hand hygiene should precede every "
        "meal. Professional consultation is advisable whenever symptoms manifest themselves.",
    ),
]


@pytest.mark.parametrize(("easy", "hard"), PAIRS)
def test_versions_of_one_text_come_in_order(easy: str, hard: str) -> None:
    def grade(text: str) -> float:
        # Each version twice, so that there is text enough for a grade.
        found = next(r for r in review(f"{text} {text}", "en").readings if r.id == "grade")
        assert found.value is not None
        return found.value

    assert grade(easy) + 3 < grade(hard)
