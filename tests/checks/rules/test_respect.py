"""What the properties of all rules do not cover: suggestions, people, groups by shape."""

from __future__ import annotations

import pytest

from checks import Draft, Policy, review
from checks.findings import Hit
from checks.persons import people
from checks.registry import rules_by_id

POLICY = Policy(names=("Wanasehat", "Air Randu"))


def hits(rule: str, text: str, lang: str) -> list[Hit]:
    return list(rules_by_id()[f"respect.{rule}"].find(Draft.of(text, lang), POLICY))


def matched(rule: str, text: str, lang: str) -> list[str]:
    return [hit.span.of(text) for hit in hits(rule, text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "better"),
    [
        ("en", "We need more manpower.", "We need more staff."),
        ("en", "Manpower is short.", "Staff is short."),
        ("en", "The aged sing on Fridays.", "Older people sing on Fridays."),
        ("en", "She is an able-bodied diver.", "She is a non-disabled diver."),
        ("en", "She suffers from asthma.", "She has asthma."),
        ("en", "The elderly wait here.", "Older people wait here."),
        ("id", "Panti jompo kami.", "Panti lansia kami."),
        ("id", "Manulanya joget.", "Lansianya joget."),
        ("id", "Toilet cacat ada di kiri.", "Toilet difabel ada di kiri."),
        ("id", "Penderita asma antre.", "Orang dengan asma antre."),
    ],
)
def test_the_kinder_word_fits_in(lang: str, text: str, better: str) -> None:
    for hit in reversed(hits("inclusive", text, lang)):
        if hit.suggestion is not None:
            text = text[: hit.span.start] + hit.suggestion + text[hit.span.end :]
    assert text == better


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The blind spot of the mirror."),
        ("en", "The deaf community choir sang."),
        ("en", "Do not say handicapped, say disabled."),
        ("id", "Botol cacat kami buang."),
        ("id", "Istilah penyandang cacat sudah lama ditinggalkan."),
        ("id", "Sopir kami gila kerja."),
    ],
)
def test_other_meanings_are_quiet(lang: str, text: str) -> None:
    assert hits("inclusive", text, lang) == []


def test_words_for_a_job_advert_count_only_there() -> None:
    assert matched("inclusive", "We are hiring: good-looking, under 30.", "en") == [
        "good-looking",
        "under 30",
    ]
    assert hits("inclusive", "Good-looking bridge, built under 30 lamps.", "en") == []


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Mr Hendra and our warehouse manager met @budi.", 3),
        ("en", "The head of HR called my boss.", 2),
        ("en", "Managers met drivers. Wanasehat paid.", 0),
        ("id", "pak hendra ketemu bos gue dan @budi", 3),
        ("id", "Kepala gudang kami menelepon Bu Rina.", 2),
        ("id", "Para manajer rapat. Semua dokter datang. Wanasehat bayar.", 0),
    ],
)
def test_people_whom_a_reader_can_find(lang: str, text: str, found: int) -> None:
    named = [p for p in people(Draft.of(text, lang), POLICY) if p.kind != "opening"]
    assert len(named) == found


def test_the_own_company_is_nobody_to_insult() -> None:
    assert hits("insult", "Yesterday Wanasehat was a disaster.", "en") == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "My manager Ms Lestari was accused of theft, wrongly. She is no thief."),
        ("en", "The court convicted Mr Wira in May: he stole the pump."),
        ("en", "My daughter Ayu is a little thief: my cookies are gone."),
        ("en", "If Mr Hendra is a thief, I am a teapot."),
        ("id", "Pak Hendra dituduh maling, ternyata bukan."),
        ("id", "Pengadilan memvonis Pak Wira bulan Mei. Dia korupsi pompa."),
        ("id", "Si Budi kecil mencuri hatiku."),
        ("id", "Kalau Pak Hendra maling, aku teko."),
    ],
)
def test_no_accusation(lang: str, text: str) -> None:
    assert hits("insult", text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Northern people are sneaky."),
        ("en", "People from the coast are all thieves."),
        ("en", "Those village kids always steal."),
        ("en", "I am sick of boomers."),
        ("en", "Old men can't drive. Send them home."),
        ("id", "Orang Tegal itu pelit."),
        ("id", "Warga hulu memang keras kepala semua."),
        ("id", "Dasar orang gunung."),
        ("id", "Muak sama pendatang."),
        ("id", "Semua sopir itu maling."),
    ],
)
def test_groups_by_list_and_by_shape(lang: str, text: str) -> None:
    assert hits("group", text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Northern people are patient."),
        ("en", "Women are not weak."),
        ("en", "Nobody should say that migrants are thieves."),
        ("en", "Two drivers were late on Monday."),
        ("en", "Pregnant women can't use this lift today, please ask us."),
        ("id", "Orang Tegal itu ramah."),
        ("id", "Perempuan tidak lemah."),
        ("id", "Siapa bilang pendatang itu kotor?"),
        ("id", "Dua sopir telat hari Senin."),
        ("id", "Kebutuhan dasar perempuan di pengungsian: air."),
    ],
)
def test_no_insult_of_a_group(lang: str, text: str) -> None:
    assert hits("group", text, lang) == []


def test_the_kinder_word_is_named_in_the_report() -> None:
    report = review("This customer is crazy.", "en", policy=POLICY)
    found = [finding for finding in report.findings if finding.rule == "respect.inclusive"]
    assert len(found) == 1
    assert found[0].suggestion is None
    assert "say what the person did" in found[0].message
