"""The drawing of the tone along a novel is what its numbers say, byte for byte."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from publishing.failures import CourseError
from publishing.figures import emotional_arc as drawing

CSV = (drawing.FIGURES / f"{drawing.NAME}.csv").read_text(encoding="utf-8")
ARC = drawing.from_csv(CSV)
CHAPTER = Path(__file__).parents[2] / "book" / "arc.md"


@pytest.mark.parametrize("lang", sorted(drawing.WORDS))
def test_the_drawing_is_drawn_from_its_numbers(lang: str) -> None:
    stored = (drawing.FIGURES / f"{drawing.NAME}.{lang}.svg").read_bytes()
    assert drawing.svg(ARC, lang).encode("utf-8") == stored


def test_another_number_gives_another_drawing() -> None:
    first, *rest = ARC.places
    other = drawing.Arc((first._replace(tone=first.tone + 0.01), *rest), ARC.low, ARC.high)
    assert drawing.svg(other, "en") != drawing.svg(ARC, "en")


def test_the_numbers_survive_the_file() -> None:
    assert drawing.to_csv(ARC) == CSV
    assert len(ARC.places) == drawing.PLACES


@pytest.mark.parametrize("lang", sorted(drawing.WORDS))
def test_everything_stands_inside_the_drawing(lang: str) -> None:
    root = ElementTree.fromstring(drawing.svg(ARC, lang))
    width, height = (float(number) for number in root.attrib["viewBox"].split()[2:])
    for each in root.iter("{http://www.w3.org/2000/svg}text"):
        assert 0 <= float(each.attrib["x"]) <= width
        assert 0 <= float(each.attrib["y"]) <= height
    assert all(drawing.LEAST <= place.tone <= drawing.MOST for place in ARC.places)
    assert drawing.LEAST <= ARC.low < ARC.high <= drawing.MOST


def test_a_dark_middle_makes_a_hole() -> None:
    warm = "The happy children smiled and loved the wonderful garden with great joy.\n\n" * 900
    dark = "The terrible war killed the poor child and everybody cried in awful pain.\n\n" * 900
    shown = drawing.arc(*drawing.sentences(warm + dark + warm))
    tones = [place.tone for place in shown.places]
    assert min(tones) == min(tones[45:55]) < -0.5
    assert tones[0] > 0.5
    assert tones[-1] > 0.5
    assert shown.low < shown.high


def test_a_short_text_has_no_arc() -> None:
    found, words = drawing.sentences("Six hours. That was all the ice we had.")
    assert (len(found), words) == (2, 9)
    with pytest.raises(CourseError, match="whole novel"):
        drawing.arc(found, words)


def test_headings_are_no_part_of_the_story() -> None:
    start = f"TITLE\n\nBy somebody\n\nChapter 1\n\n\n{drawing.FIRST}, that"
    text = start + "\n_he_ came.\n\nChapter 2\n\nShe left."
    assert drawing.story(text) == f"{drawing.FIRST}, that he came.\n\nShe left."


def test_a_new_text_gives_new_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    novel = tmp_path / "novel.txt"
    novel.write_text("She laughed, and the river took the old boat away.\n\n" * 2100, "utf-8")
    assert drawing.main([str(novel), "--folder", str(tmp_path)]) == 0
    assert "arc-novel.en.svg" in capsys.readouterr().out
    made = drawing.from_csv((tmp_path / "arc-novel.csv").read_text(encoding="utf-8"))
    assert len({place.tone for place in made.places}) == 1
    assert (tmp_path / "arc-novel.en.svg").read_text("utf-8") == drawing.svg(made, "en")


def test_a_missing_text_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        drawing.main(["no-such-novel.txt"])
    assert "no-such-novel.txt" in capsys.readouterr().err


def test_the_chapter_says_what_the_numbers_say() -> None:
    words = " ".join(CHAPTER.read_text(encoding="utf-8").split())
    deep = min(ARC.places, key=lambda place: place.tone)
    top = max(ARC.places, key=lambda place: place.tone)
    said = re.search(r"between (\d\.\d\d) and (\d\.\d\d)", words)
    assert said is not None
    assert (float(said[1]), float(said[2])) == (round(deep.tone, 2), round(top.tone, 2))
    assert f"{round(deep.percent)} per cent" in words
    eight = f"from −{abs(ARC.low):.2f} to {ARC.high:.2f}"
    assert eight in words
