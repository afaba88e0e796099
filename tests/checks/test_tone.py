"""Tone: direction, negation, quotes of VADER's known faults, and the words that were counted."""

from __future__ import annotations

import pytest

from checks import Draft, review
from checks.tone import tone
from checks.wordlists import entries


def value(text: str, lang: str) -> float:
    return tone(Draft.of(text, lang)).value


@pytest.mark.parametrize(
    ("lang", "warm", "cold"),
    [
        ("en", "The nurse was kind and helpful.", "The nurse was rude and useless."),
        ("id", "Perawatnya ramah dan sabar.", "Perawatnya kasar dan menyebalkan."),
        ("id", "Terima kasih, pelayanannya cepat.", "Kecewa, pelayanannya lambat."),
    ],
)
def test_direction(lang: str, warm: str, cold: str) -> None:
    assert value(warm, lang) > 0 > value(cold, lang)


@pytest.mark.parametrize(
    ("lang", "plain", "negated"),
    [
        ("en", "The tea is good.", "The tea isn’t good."),
        ("id", "Tehnya enak.", "Tehnya tidak enak."),
        ("id", "Petugasnya ramah.", "Petugasnya nggak ramah."),
    ],
)
def test_negation_turns_it_round(lang: str, plain: str, negated: str) -> None:
    assert value(plain, lang) > 0 > value(negated, lang)


def test_boosters_and_drawn_out_letters_in_indonesian() -> None:
    assert value("Tehnya enak banget.", "id") > value("Tehnya enak.", "id")
    assert value("Mantaaaap.", "id") > 0


def test_a_hospital_is_not_pain() -> None:
    assert value("Saya bekerja di rumah sakit.", "id") == 0


def test_heart_with_its_selector_counts() -> None:
    assert value("The box is here ❤️", "en") > 0


def test_evidence_names_the_words() -> None:
    text = "Perawatnya ramah. Antreannya panjang dan saya kecewa."
    found = tone(Draft.of(text, "id"))
    words = [each.span.of(text) for sentence in found.sentences for each in sentence.evidence]
    assert "ramah" in words
    assert "kecewa" in words


def test_no_tone_words_says_so() -> None:
    report = review("The ferry leaves at four from the north quay every single day.", "en")
    reading = next(reading for reading in report.readings if reading.id == "tone")
    assert reading.display == "no clear tone words"


def test_length_does_not_blow_up() -> None:
    """One sentence of 5,000 scored words: VADER alone would take minutes."""
    assert -1 <= value("good bad " * 2500, "en") <= 1


@pytest.mark.parametrize("name", ["tone", "negators", "boosters"])
def test_indonesian_lists_are_well_formed(name: str) -> None:
    listed = entries("id", name)
    terms = [entry.term for entry in listed]
    assert len(set(terms)) == len(terms)
    for entry in listed:
        assert entry.term == entry.term.strip().lower()
        assert -4 <= float(entry.columns[0]) <= 4


def test_no_group_carries_weight() -> None:
    groups = (
        "jawa sunda batak minang betawi bugis papua tionghoa cina islam kristen katolik hindu "
        "buddha konghucu perempuan laki-laki difabel tuli waria gay lesbian syiah ahmadiyah"
    ).split()
    weighted = {e.term for e in entries("id", "tone") if float(e.columns[0])}
    assert not weighted & set(groups)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Tehnya tidak hanya murah tapi juga enak.", 1),
        ("Pelayanannya luar biasa lambat.", -1),
        ("Ini gak masuk akal.", -1),
        ("Sangat tidak nyaman.", -1),
        ("Bagus2 semua.", 1),
        ("Terima kasih 👍🏽", 1),
    ],
)
def test_phrases_boosters_and_spellings_in_indonesian(text: str, sign: int) -> None:
    assert value(text, "id") * sign > 0


def test_a_negator_turns_one_word_and_stops_at_its_clause() -> None:
    draft = Draft.of("Tehnya nggak enak dan mahal.", "id")
    weights = [each.weight for sentence in tone(draft).sentences for each in sentence.evidence]
    assert len(weights) == 2
    assert all(weight < 0 for weight in weights)


def test_a_booster_is_no_tone_word_beside_one() -> None:
    both = value("Jalannya rusak parah.", "id")
    assert value("Jalannya rusak.", "id") > both
    found = tone(Draft.of("Jalannya rusak parah.", "id"))
    assert found.counted == 1


def test_sure_needs_strong_words_and_none_against() -> None:
    def sure(text: str, lang: str) -> bool:
        return tone(Draft.of(text, lang)).sure

    assert sure("Pelayanannya ramah, cepat, dan menyenangkan. Terima kasih!", "id")
    assert not sure("Pelayanannya ramah, cepat, dan menyenangkan. Tapi kotor.", "id")
    assert not sure("The tea is nice.", "en")
    assert not sure("", "en")
