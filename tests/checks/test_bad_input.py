"""What nobody meant to type: every review ends with a report or one clear sentence."""

from __future__ import annotations

import threading

import pytest

from checks import Report, review

HOSTILE = {
    "empty": "",
    "blank": "   \n\t ",
    "marks": "...!!!",
    "emoji": "🔥🔥🔥😭",
    "one_word": "Hello",
    "link": "https://example.org/a/b?c=d",
    "tags": "#ClimateAction #GoGreenIndonesia2024",
    "mention": "@jane_doe",
    "no_stop": "word " * 200,
    "long_word": "a" * 100_000,
    "digits": "7" * 100_000,
    "ats": "@" * 50_000,
    "hashes": "#" * 50_000,
    "open_quotes": "“" * 20_000,
    "quotes": '"' * 20_001,
    "dots": "a." * 20_000,
    "newlines": "\n" * 100_000,
    "zalgo": "a" + "\u0301" * 10_000,
    "zwj": "👩\u200d" * 10_000,
    "flags": "🇮🇩" * 10_000,
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)> the box is cold and wet",
    "control": "the box\x00\x07\x1b[31m is cold",
    "surrogate": "the box \ud83d is cold",
    "rtl": "\u202ethe box is cold\u202c",
    "arabic": "الصندوق بارد والعبارة ألغيت اليوم",
    "chinese": "盒子很冷，渡轮今天取消了。",
    "thai": "กล่องเย็นและเรือถูกยกเลิก",
    "bold": "𝗧𝗵𝗲 𝗯𝗼𝘅 𝗶𝘀 𝗰𝗼𝗹𝗱",
    "megabyte": "The box is cold. " * 60_000,
    "mixed": "Kemarin I was late dan the box is cold tapi saya happy.",
    "emails": "a@b.co " * 3_000,
    "phones": "0812-3456-7890 " * 2_000,
    "braces": "{matched} {0} {__class__} % %s {{}}",
    "nulls": "\x00" * 1000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("lang", ["en", "id", "auto"])
def test_a_report_comes_back(name: str, lang: str) -> None:
    report = review(HOSTILE[name], lang, "instagram")
    assert isinstance(report, Report)
    assert len(report.draft.text) == len(HOSTILE[name])
    report.to_text().encode("utf-8")
    report.to_json().encode("utf-8")
    report.to_html().encode("utf-8")


@pytest.mark.parametrize("name", ["empty", "blank", "marks", "emoji", "link", "tags", "mention"])
def test_nothing_to_grade_says_so(name: str) -> None:
    report = review(HOSTILE[name], "en")
    assert report.score is None
    assert report.readings == ()
    assert report.notes


@pytest.mark.parametrize("name", ["arabic", "chinese", "thai"])
def test_other_scripts_are_not_graded(name: str) -> None:
    report = review(HOSTILE[name], "en")
    assert report.readings == ()
    assert any("script" in note for note in report.notes)


def test_two_languages_in_threads_give_what_each_gives_alone() -> None:
    en = "We packed the boxes at four. I was proud of the drivers. They helped us a lot. " * 3
    id_ = "Kami mengemas kotak jam empat. Saya bangga pada sopirnya. Mereka banyak membantu. " * 3
    alone = {text: review(text, lang).to_json() for text, lang in ((en, "en"), (id_, "id"))}
    wrong: list[str] = []

    def work(text: str, lang: str) -> None:
        for _ in range(20):
            if review(text, lang).to_json() != alone[text]:
                wrong.append(lang)

    threads = [threading.Thread(target=work, args=pair) for pair in [(en, "en"), (id_, "id")] * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
