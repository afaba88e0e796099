"""Pictures repeat in words what they show, stay inert, and are the same for the same report."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from checks import review
from checks.report.pictures import pictures

EN = (
    "The ferry was cancelled and I was angry. The box had ice for six hours. A kind nurse helped "
    "us, and I was happy. We drove north through the rain. At nine the boxes were cold. Thank you!"
)
ID = (
    "Feri batal dan saya kecewa. Es di kotak cukup untuk enam jam. Bidan yang ramah membantu kami. "
    "Kami menyetir ke utara di tengah hujan. Jam sembilan semuanya selesai. Terima kasih banyak!"
)


@pytest.mark.parametrize(("text", "lang"), [(EN, "en"), (ID, "id")])
def test_each_picture_is_valid_named_and_captioned(text: str, lang: str) -> None:
    shown = pictures(review(text, lang, "instagram"), "k")
    root = ElementTree.fromstring(f"<div>{shown}</div>")
    figures = root.findall("figure")
    assert len(figures) >= 4
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)
    for figure in figures:
        svg = figure.find("svg")
        assert svg is not None
        assert svg.get("role") == "img"
        assert svg.get("aria-labelledby") in ids
        title = svg.findtext("title") or ""
        caption = "".join(figure.find("figcaption").itertext())  # type: ignore[union-attr]
        assert title.split(": ", 1)[1] in caption


def test_the_tone_picture_names_the_sentences_by_number() -> None:
    report = review(EN, "en")
    caption = re.search(
        r"these are warm: ([^;]+); these are negative: ([^.]+)\.", pictures(report, "k")
    )
    assert caption is not None
    warm = [str(n) for n, one in enumerate(report.tone.sentences, 1) if one.value > 0.2]
    cold = [str(n) for n, one in enumerate(report.tone.sentences, 1) if one.value < -0.2]
    assert caption[1].split(", ") == warm
    assert caption[2].split(", ") == cold


def test_the_fold_picture_tells_on_which_side_the_first_sentence_ends() -> None:
    short = review("Six hours of ice. " * 12, "en", "instagram")
    long = review("We waited " + "and waited " * 30 + "at the quay.", "en", "instagram")
    assert "before the cut" in pictures(short, "k")
    assert "behind the cut" in pictures(long, "k")


@pytest.mark.parametrize("text", ["", "😀", "Hello", "<script>alert(1)</script>"])
def test_too_little_gives_no_picture_of_readings(text: str) -> None:
    shown = pictures(review(text, "en"), "k")
    assert "<script" not in shown
    assert shown == ""


def test_the_same_report_gives_the_same_picture() -> None:
    assert pictures(review(EN, "en"), "k") == pictures(review(EN, "en"), "k")
