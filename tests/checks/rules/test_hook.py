"""What the properties of all rules do not prove for the family «hook»."""

from __future__ import annotations

import pytest

from checks import review

REST = " The valve at Kapuk jammed at four, and Yosef counted 38 turns."
REST_ID = " Katup di Kapuk macet jam empat, dan Yosef menghitung 38 putaran."


def fired(text: str, lang: str) -> set[str]:
    return {rule for rule in review(text, lang).rules if rule in ("hook.warm_up", "hook.bait")}


@pytest.mark.parametrize(
    "first",
    [
        "Well, hello everyone!",
        "Happy 12th birthday to our depot!",
        "It has been quite a journey!",
        "Many people have asked me what I do.",
        "Water is something that we all take for granted.",
        "In view of the prevailing weather conditions, we changed the plan.",
    ],
)
def test_warm_ups(first: str) -> None:
    assert fired(first + REST, "en") == {"hook.warm_up"}


@pytest.mark.parametrize(
    "first",
    [
        "Hello was the only word of sign language I knew.",
        "Hai itu kata pertama anak saya.",
        "Happy is the goat that has the line to itself.",
        "What do you do when you are late?",
        "My tenth anniversary began with a boot full of mud.",
    ],
)
def test_openings_that_only_look_like_it(first: str) -> None:
    lang = "id" if first.startswith("Hai") else "en"
    assert fired(first + (REST_ID if lang == "id" else REST), lang) == set()


@pytest.mark.parametrize(
    ("first", "lang"),
    [
        ("Met Seninnn gaes, udah ngopi belum?", "id"),
        ("Puji dan syukur kita panjatkan pagi ini.", "id"),
        ("Udah lama banget gak nulis di sini.", "id"),
    ],
)
def test_warm_ups_in_indonesian(first: str, lang: str) -> None:
    assert fired(first + REST_ID, lang) == {"hook.warm_up"}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("I never told anyone what we saw behind that door. Follow me for part 2.", "en"),
        ("One sentence changed my whole career. Most people never hear it. Link in bio.", "en"),
        ("Aku gak boleh cerita ini. Kalian lihat sendiri, lanjut part 2 kalau rame.", "id"),
    ],
)
def test_bait_is_a_promise_without_a_fact(text: str, lang: str) -> None:
    assert "hook.bait" in fired(text, lang)


@pytest.mark.parametrize(
    "text",
    [
        "You won't believe how dull it was: I watched one thermometer for six hours.",
        "What she did next held us up by two minutes. She gave everyone a mango.",
        "What really happens in a lab after midnight? Mostly cleaning.",
        "The secret of our ice: wet newspaper. Nine hours at 5.8 °C on 4 May. Link in bio.",
    ],
)
def test_a_promise_that_is_paid_is_no_bait(text: str) -> None:
    assert fired(text, "en") == set()
