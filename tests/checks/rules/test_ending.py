"""What the properties of all rules do not prove for the family «ending»."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import load_policy, review

POLICY = load_policy(Path(__file__).parents[3] / "policy.yml")
STORY = "We carried the twelve boxes over the bridge by hand. Bima went first and counted planks."
STORY_ID = "Kotak dua belas itu kami panggul lewat jembatan. Bima jalan di depan menghitung papan."


def ending(text: str, lang: str) -> set[str]:
    report = review(text, lang, policy=POLICY)
    found = {*report.rules, *(each.rule for each in report.strengths)}
    return {rule for rule in found if rule.startswith("ending.")}


@pytest.mark.parametrize(
    "last",
    [
        "Teamwork makes the dream work!",
        "Thanks to everyone who helped.",
        "Thank you.",
        "One team, one goal.",
        "Wanasehat, caring for life.",
        "Let's build a greener world!",
        "That's it from me, see you in the next post.",
        "Precision is our breath.",
        "Together we are stronger. #Wanasehat #Tirtagiri 💚",
    ],
)
def test_slogans(last: str) -> None:
    assert ending(f"{STORY} {last}", "en") == {"ending.slogan"}


@pytest.mark.parametrize(
    "last",
    [
        "The truck is still there.",
        "Thanks, Bima, for counting aloud.",
        "Let's meet at the bridge at six on Sunday.",
        "“Together we are strong,” says the sign on the truck.",
        "I was proud of him.",
    ],
)
def test_plain_endings(last: str) -> None:
    assert ending(f"{STORY} {last}", "en") == set()


@pytest.mark.parametrize(
    "last", ["Has anybody got a photo of the old bridge?", "If you cross it, hold on to the rope."]
)
def test_steps_and_questions(last: str) -> None:
    assert ending(f"{STORY} {last}", "en") == {"ending.step"}


@pytest.mark.parametrize(
    ("last", "rule"),
    [
        ("Kerja keras tidak akan mengkhianati hasil!", "ending.slogan"),
        ("Makasih ya buat semua yang udah baca!", "ending.slogan"),
        ("Sekian dan terima kasih.", "ending.slogan"),
        ("Kalau mau menyeberang, injak papan yang merah.", "ending.step"),
        ("Ada yang punya foto jembatan lama?", "ending.step"),
    ],
)
def test_indonesian(last: str, rule: str) -> None:
    assert ending(f"{STORY_ID} {last}", "id") == {rule}


def test_thanks_behind_a_request_are_courtesy() -> None:
    asked = "Tolong tarik gagangnya sampai bunyi klek. Ruangannya sudah tiga kali terbuka."
    assert "ending.slogan" not in ending(f"{asked} Terima kasih!", "id")
    assert "ending.slogan" in ending(f"{STORY_ID} Terima kasih!", "id")


def test_a_post_of_one_sentence_has_no_ending() -> None:
    text = "Together we flow towards a better tomorrow for all of us and for our children!"
    assert ending(text, "en") == set()
