"""Health data of people: what the properties of all rules do not cover."""

from __future__ import annotations

import time

import pytest

from checks import Draft, Policy, review
from checks.registry import rules_by_id

FIND = rules_by_id()["health_data.person"].find


def words(text: str, lang: str) -> list[str]:
    draft = Draft.of(text, lang)
    return [hit.span.of(draft.text) for hit in FIND(draft, Policy())]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("My aunt has cancer.", "en"),
        ("Mrs. S. from Melati Street has diabetes.", "en"),
        ("@ani.tirtagiri has measles.", "en"),
        ("A pupil of SD 2 Kapuk has measles.", "en"),
        ("Bibiku kena kanker.", "id"),
        ("Bu S. kena diabetes.", "id"),
        ("@ani.tirtagiri kena campak.", "id"),
        ("Siswa SD 2 Kapuk kena campak.", "id"),
        ("pak joyo kena stroke kemarin", "id"),
    ],
)
def test_who_can_be_found(text: str, lang: str) -> None:
    assert len(words(text, lang)) == 1


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("A pupil has measles.", "en"),
        ("Somebody on my train has measles.", "en"),
        ("People with diabetes come on Monday.", "en"),
        ("Seorang siswa kena campak.", "id"),
        ("Ada penumpang kena campak.", "id"),
        ("Penderita diabetes datang hari Senin.", "id"),
    ],
)
def test_who_cannot_be_found(text: str, lang: str) -> None:
    assert not words(text, lang)


def test_the_sentence_before_names_the_person() -> None:
    assert words("Rina works at the gate. She has epilepsy.", "en") == ["She has epilepsy"]
    assert not words("The guard is new. She has epilepsy.", "en")
    assert not words("Rina works at the gate. I have epilepsy.", "en")


def test_a_part_of_the_body_that_is_gone_is_an_illness() -> None:
    assert words("Our foreman is back. His left leg was amputated.", "en")
    assert words("Mandor kami sudah masuk. Kaki kirinya diamputasi.", "id")


def test_permission_lowers_nothing_and_the_message_asks_to_keep_it() -> None:
    for lang, text in (
        ("en", "With her permission: my colleague Rina has epilepsy."),
        ("id", "Atas izin orangnya: rekan saya Rina kena epilepsi."),
    ):
        found = [f for f in review(text, lang).findings if f.rule == "health_data.person"]
        assert [finding.outcome.value for finding in found] == ["ask"]
        assert ("in writing" if lang == "en" else "tertulis") in found[0].message


def test_relations_of_relations_end() -> None:
    assert words("anak " * 3000 + "Rina kena kanker", "id")


@pytest.mark.parametrize(
    ("piece", "lang"),
    [
        ("my mother has cancer and Bima is in hospital ", "en"),
        ("cancer, ", "en"),
        ("Rina, ", "en"),
        ("ibuku kena kanker dan Bima opname ", "id"),
        ("anak ", "id"),
    ],
)
def test_time_grows_with_the_text(piece: str, lang: str) -> None:
    def seconds(times: int) -> float:
        best = float("inf")
        for _ in range(3):
            draft = Draft.of(piece * times + "Rina has cancer.", lang)
            begin = time.process_time()
            list(FIND(draft, Policy()))
            best = min(best, time.process_time() - begin)
        return best

    # Four times the text may take six times as long; a quadratic rule takes sixteen.
    assert seconds(600) < 6 * seconds(150) + 0.02
