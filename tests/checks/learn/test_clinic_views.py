"""What the Clinic shows: pure functions, in both languages, with drafts that mean harm."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from checks import Policy, Report, review
from checks.diff import diff
from checks.learn.texts import LANGUAGES, texts
from checks.learn.views import beside, preview
from checks.learn.views.beside import MOST, Side
from checks.learn.views.changes import changes, unchanged
from checks.learn.views.house import house
from checks.learn.views.shown import numbers_html, review_html

HOSTILE = (
    '<script>alert(1)</script> "><img src=x onerror=alert(1)> </div></section> &lt;b&gt; '
    "\u202eevil\u202c \x00 I counted 12 boxes. " * 3
)
LONG = "At 03:40 the pipe split. " + "I counted the turns and then I closed the valve. " * 12


def of(text: str, lang: str = "en", reader: str = "en", **more: object) -> Report:
    return review(text, lang=lang, reader=reader, **more)  # type: ignore[arg-type]


def bare(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


# --- the preview ---------------------------------------------------------------------------


def test_the_preview_ends_where_the_feed_cuts() -> None:
    found = preview.preview(of(LONG, platform="instagram"))
    assert found.cut
    assert LONG.startswith(found.shown)
    assert 90 <= len(found.shown) <= 125
    hidden = len(LONG.split()) - len(found.shown.split())
    assert f"{hidden} words wait behind “more”." in found.words
    assert "The feed cuts after about 125." in found.words


@pytest.mark.parametrize(
    ("platform", "says"),
    [
        (None, "Choose a platform"),
        ("threads", "We know no place where its feed cuts"),
        ("linkedin", "The feed shows all of it"),
    ],
)
def test_a_text_that_nobody_cuts_is_whole(platform: str | None, says: str) -> None:
    report = of("Twelve bolts, one pump.", platform=platform)
    found = preview.preview(report)
    assert found.shown == "Twelve bolts, one pump."
    assert not found.cut
    assert says in " ".join(found.words)
    assert "…" not in preview.to_html(report)


def test_the_preview_says_how_far_a_text_is_over_the_limit() -> None:
    assert "1 character over the limit of 280." in " ".join(
        preview.preview(of("a" * 281, platform="x")).words
    )
    assert "20 characters over" in " ".join(preview.preview(of("a" * 300, platform="x")).words)


def test_the_preview_shows_the_picture_by_its_alt_text() -> None:
    assert "Picture" not in preview.to_html(of(LONG))
    assert "without alt text yet" in preview.to_html(of(LONG, alt_text=" "))
    shown = preview.to_html(of(LONG, alt_text="A <b>valve</b>"))
    assert "with this alt text: A <b>valve</b>" in bare(shown)
    assert "<b>" not in shown


def test_an_empty_draft_has_no_preview() -> None:
    assert preview.to_html(of(" \n ", platform="instagram")) == ""


# --- what changed --------------------------------------------------------------------------

OLD = "Good morning, everyone!!! In order to help, we leverage synergies at the plant today."
NEW = "03:40. I counted 38 turns before the water stopped. Stop!!! Write to me@wanasehat.example"


def test_changes_name_what_is_better_and_what_is_new_to_look_at() -> None:
    change = diff(of(OLD), of(NEW))
    assert change.mended
    assert change.new
    words = changes(change, 3, "en").to_text()
    better, worse = words.split("To look at, new since version 3")
    assert better.startswith("Since version 3: ")
    assert "Better than version 3" in better
    assert all(f"Settled: {one.title}" in better for one in change.mended)
    assert all(one.title in worse for one in change.new)
    assert all(f"New strength: {title}" in better for title in change.gained)
    backwards = changes(diff(of(NEW), of(OLD)), 3, "en").to_text()
    assert all(f"A strength went: {title}" in backwards for title in change.gained)


def test_readings_that_moved_are_told_with_both_values() -> None:
    short = "The pump is silent. I count bolts. There are twelve of them. The rain does not stop. "
    long = (
        "The pump is silent and I count bolts because there are twelve of them while the rain "
        "that began last night does not stop at all in our street. "
    )
    change = diff(of(long * 3), of(short * 3))
    moved = next(one for one in change.readings if one.easier)
    line = f"Easier to read. {moved.title}: {moved.before} before, {moved.after} now"
    assert line in changes(change, 1, "en").to_text()
    assert "Harder to read. " in changes(diff(of(short * 3), of(long * 3)), 1, "en").to_text()


def test_places_of_one_rule_share_a_line_and_are_all_counted() -> None:
    many = " ".join(f"Word{number}!!!" for number in range(20))
    change = diff(of("Twelve bolts."), of(many))
    words = changes(change, 1, "en").to_text()
    assert len(change.new) >= 20
    moved = sum(one.easier is False for one in change.readings)
    count = len(change.new) + len(change.lost) + moved
    assert f"0 things better, {count} new things to look at" in words
    assert re.search(r"- .+, 20 places, the first: “!!!”", words)


def test_a_long_list_of_changes_is_counted() -> None:
    same = of("Twelve bolts.")
    change = replace(diff(same, same), gained=tuple(f"Strength {n}" for n in range(13)))
    lines = changes(change, 1, "en").to_text().splitlines()
    assert lines[0] == "Since version 1: 13 things better, 0 new things to look at."
    assert lines[-1] == "- and 3 more"
    assert len(lines) == 2 + 10 + 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_change_is_said(lang: str) -> None:
    report = of(NEW, reader=lang)
    assert "2" in changes(diff(report, report), 2, lang).to_text()
    assert "2" in unchanged(2, lang).to_text()
    assert unchanged(2, lang).to_text() != changes(diff(report, report), 2, lang).to_text()


# --- side by side --------------------------------------------------------------------------


def pair(before: str, after: str, lang: str = "en") -> str:
    return beside.to_html(Side("Before", before, "en"), Side("After", after, "en"), lang)


def test_words_that_went_and_came_are_marked_with_elements_and_words() -> None:
    html = pair("We closed the big valve.", "I closed the valve at 03:40.")
    # A mark holds its words and, for a screen reader, what the mark means.
    assert re.findall(r"<del>(.*?)</del>", html) == [
        f'<span class="is-sr" lang="en">[went: </span>{word}<span class="is-sr" lang="en">]</span>'
        for word in ("We", "big valve.")
    ]
    assert "[new: I]" in bare(html)
    assert "3 words went, 4 words are new." in html
    assert "A line through words: they went." in html


def test_equal_texts_and_spaces_are_told_in_words() -> None:
    same = pair("One bolt.", "One bolt.")
    assert "Both texts are the same." in same
    assert "only spaces or line breaks differ" in pair("One bolt.", "One\n\nbolt.")
    for html in (same, pair("One bolt.", "One\n\nbolt.")):
        assert "<del>" not in html
        assert "<ins>" not in html


def test_beside_an_empty_draft_a_version_has_no_marks() -> None:
    html = pair("One bolt.", " ")
    assert "Your draft is empty." in html
    assert "One bolt." in html
    assert "<del>" not in html


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "a b"), ("a b", ""), ("a b a b a", "b a b"), ("  x y", "y x  "), ("a\tb", "a  c\nb")],
)
def test_stretches_cover_all_words_once(before: str, after: str) -> None:
    sides = beside.compare(before, after)
    for text, stretches in zip((before, after), sides, strict=True):
        assert " ".join(text[one.start : one.end] for one in stretches).split() == text.split()
        assert sum(one.count for one in stretches) == len(text.split())
    kept = [
        " ".join(text[one.start : one.end] for one in stretches if not one.changed).split()
        for text, stretches in zip((before, after), sides, strict=True)
    ]
    assert kept[0] == kept[1]


def test_a_very_long_change_counts_as_one() -> None:
    before = "start " + " ".join(f"a{n}" for n in range(MOST + 1)) + " end"
    after = "start " + " ".join(f"a{n} b" for n in range(MOST + 1)) + " end"
    left, right = beside.compare(before, after)
    assert [one.changed for one in left] == [False, True, False]
    assert [one.changed for one in right] == [False, True, False]


def test_one_sentence_says_what_two_texts_differ_in() -> None:
    assert beside.in_words("a b", "a b", "en") == "Both texts are the same."
    assert beside.in_words("a b", "a c d", "en") == "1 word went, 2 words are new."
    assert beside.in_words("a b", "a c d", "id") == "1 kata hilang, 2 kata baru."


# --- the company ---------------------------------------------------------------------------


def test_the_line_of_the_company() -> None:
    assert "knows no company name" in house(None, "en")
    assert "knows no company name" in house(Policy(), "en")
    assert house(Policy(names=("Air Randu", "Selaras", "Air Randu")), "en") == (
        "Company names that the review knows: Air Randu, Selaras."
    )
    many = house(Policy(names=tuple(f"Firm {n}" for n in range(10))), "id")
    assert many.endswith("Firm 7, dan 2 lagi.")
    assert "\n" not in many


# --- all of it -----------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("draft", ["en", "id"])
def test_a_hostile_draft_stays_text(lang: str, draft: str) -> None:
    own = "Aku menghitung dua belas kotak di gudang pagi ini. " if draft == "id" else ""
    report = of(HOSTILE + own * 6, draft, lang, platform="instagram", alt_text=HOSTILE)
    pages = [
        review_html(report),
        numbers_html(report),
        preview.to_html(report),
        pair(HOSTILE, "I counted 11 boxes. " + HOSTILE, lang),
        pair("<ins>", "</ins><script>", lang),
        changes(diff(of("Hello.", draft, lang), report), 1, lang).to_html(),
    ]
    for html in pages:
        assert html
        assert "<script" not in html
        assert "<img" not in html
        assert "\u202e" not in html
        assert "\x00" not in html
        for tag in ("div", "section", "p", "ins", "del", "span"):
            assert len(re.findall(rf"<{tag}[ >]", html)) == html.count(f"</{tag}>"), tag


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_view_speaks_the_language_of_its_reader(lang: str) -> None:
    other = "id" if lang == "en" else "en"
    report = of(LONG, "en", lang, platform="instagram", alt_text="")
    for html in (review_html(report), numbers_html(report), preview.to_html(report)):
        assert f'lang="{lang}"' in html.split(">", 1)[0]
    shown = bare(preview.to_html(report))
    assert texts(lang)("clinic.preview.no_alt") in shown
    assert texts(other)("clinic.preview.no_alt") not in shown


def test_the_review_and_its_numbers_are_the_parts_of_the_report() -> None:
    report = of(LONG, platform="instagram")
    shown, numbers = review_html(report), numbers_html(report)
    assert "<svg" not in shown
    assert numbers.count("<svg") == report.to_html().count("<svg") > 1
    assert "<style" not in shown + numbers
    ids = re.findall(r' id="([^"]+)"', shown + numbers)
    assert len(ids) == len(set(ids))


def test_no_numbers_no_part() -> None:
    assert numbers_html(of("!!!")) == "" or "is-no-score" in numbers_html(of("!!!"))
