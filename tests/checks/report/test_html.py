"""The report as HTML: nothing lost, nothing alive, every mark at its words, readable colours."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import Draft, Finding, Outcome, Reading, Report, Score, Span, Strength, review
from checks.findings import Reference
from checks.ignores import ignore
from checks.messages import words
from checks.report import html
from checks.report.html import css, fold_place, to_html
from checks.tone import Tone

ROOT = Path(__file__).resolve().parents[3]
SOURCE = Reference("A guide", "2026-11-22", "https://example.org/guide")


def finding(
    text: str,
    start: int,
    end: int,
    outcome: Outcome = Outcome.REVISE,
    *,
    rule: str = "plain_words.office",
    title: str = "Use a plain word",
    message: str = "This is an office phrase.",
    why: str = "Plain words are read faster.",
    suggestion: str | None = None,
    chapter: str = "hook",
    reference: Reference = SOURCE,
) -> Finding:
    """Make a finding about ``text[start:end]``."""
    span = Span(start, end)
    return Finding(
        rule, outcome, span, span.of(text), title, message, why, suggestion, chapter, reference
    )


def strength(text: str, start: int, end: int, rule: str = "scene.detail") -> Strength:
    """Make a strength about ``text[start:end]``."""
    span = Span(start, end)
    return Strength(rule, span, span.of(text), "A detail", "Readers can count it.", "hook")


def report(
    text: str,
    findings: Iterable[Finding] = (),
    strengths: Iterable[Strength] = (),
    *,
    readings: Sequence[Reading] = (),
    score: Score | None = None,
    notes: Sequence[str] = (),
    lang: str = "en",
    reader: str = "en",
) -> Report:
    """Make a report by hand, so that these tests depend on no rule."""
    return Report(
        draft=Draft.of(text, lang),
        findings=tuple(findings),
        strengths=tuple(strengths),
        readings=tuple(readings),
        tone=Tone(()),
        score=score,
        notes=tuple(notes),
        reader=reader,
    )


def soup(made: str) -> BeautifulSoup:
    """Parse HTML as a browser's parser would split it into tags."""
    return BeautifulSoup(made, "html.parser", preserve_whitespace_tags={"section"})


def one(found: BeautifulSoup | Tag, selector: str) -> Tag:
    """Return the one element that a selector finds."""
    elements = found.select(selector)
    assert len(elements) == 1, (selector, elements)
    return elements[0]


def written(draft: Tag) -> str:
    """Return the text of a shown draft as a reader sees it: no labels, no hidden words."""
    for extra in draft.select(".is-pill, .is-sr, .is-fold"):
        extra.extract()
    for line_break in draft.select("br"):
        line_break.replace_with("\n")
    return draft.get_text()


TEXT = "Good morning, all! In order to help, we leveraged ice. At 3:40 the box read 7.6 °C."


def full_report(reader: str = "en") -> Report:
    """A report with everything in it."""
    return report(
        TEXT,
        [
            finding(TEXT, 0, 18, Outcome.INFO, rule="hook.warm_up", title="Cut the warm-up"),
            finding(TEXT, 19, 30, suggestion="to"),
            finding(TEXT, 40, 49, suggestion=""),
            finding(TEXT, 50, 53, Outcome.ASK, rule="privacy.phone", title="Ask first"),
        ],
        [strength(TEXT, 55, 62)],
        readings=[
            Reading("grade", "School grade", "about 6", "measured on 17 words", "No meaning.", 6.0),
            Reading("tone", "Tone", "too short", "x", "No irony.", needs="This needs 30 words."),
        ],
        score=Score(83, (("plain_words.office", 12), ("hook.warm_up", 5))),
        notes=["The language was guessed."],
        reader=reader,
    )


# --- what is there ---------------------------------------------------------------------------


def test_the_section_is_named_and_in_the_readers_language() -> None:
    page = soup(to_html(full_report("id")))
    section = one(page, "section.is-report")
    assert section["lang"] == "id"
    title = one(page, f"#{section['aria-labelledby']}")
    assert title.name == "h3"
    assert words("id")["report.title"] in title.get_text()
    assert "Good morning" in title.get_text(), "the name tells this report from others"
    assert one(section, ".is-draft")["lang"] == "en"
    assert all(quote["lang"] == "en" for quote in section.select("q"))


def test_strengths_come_first_then_ask_revise_info() -> None:
    made = to_html(full_report(), with_css=False)
    say = words("en")
    order = [say["report.works"], say["report.look"]]
    order += [say[f"outcomes_mean.{kind}"] for kind in ("ask", "revise", "info")]
    places = [made.index(f">{each}<") if each in order[:2] else made.index(each) for each in order]
    assert places == sorted(places)


def test_a_finding_shows_all_that_helps() -> None:
    page = soup(to_html(full_report(), chapter_url="../book/{chapter}.html"))
    item = one(page, ".is-group.is-ask .is-item")
    assert "Ask first" in item.get_text()
    assert "This is an office phrase." in item.get_text()
    assert "Plain words are read faster." in item.get_text()
    assert "checked 22 November 2026" in item.get_text()
    links = [link["href"] for link in item.select(".is-source a")]
    assert links == ["../book/hook.html", "https://example.org/guide"]
    revise = one(page, ".is-group.is-revise")
    assert "Try: to" in revise.get_text()
    assert words("en")["report.take_out"] in revise.get_text()


def test_a_rule_that_speaks_often_is_explained_once() -> None:
    text = "leverage " * 12
    found = [finding(text, at * 9, at * 9 + 8) for at in range(12)]
    page = soup(to_html(report(text, found)))
    item = one(page, ".is-item")
    assert len(item.select(".is-places > li")) == 12
    assert len(item.select("details .is-places > li")) == 12 - html.SHOWN
    assert "7 more places" in one(item, "summary").get_text()
    assert item.get_text().count("Plain words are read faster.") == 1
    assert item.get_text().count("This is an office phrase.") == 1


def test_messages_that_differ_in_more_than_the_words_are_all_shown() -> None:
    text = "one two"
    found = [
        finding(text, 0, 3, message="«one» is short."),
        finding(text, 4, 7, message="«two» is long."),
    ]
    shown = one(soup(to_html(report(text, found))), ".is-item").get_text()
    assert "«one» is short." in shown
    assert "«two» is long." in shown


def test_a_message_that_names_the_words_is_not_doubled_by_a_quotation() -> None:
    text = "We leverage ice"
    found = [finding(text, 3, 11, message="«leverage» is an office word.")]
    item = one(soup(to_html(report(text, found))), ".is-item")
    assert item.get_text().count("leverage") == 1


def test_links_lead_from_mark_to_finding_and_back() -> None:
    page = soup(to_html(full_report()))
    marks = page.select(".is-draft a.is-pill")
    assert len(marks) == 5
    for mark in marks:
        place = one(page, mark["href"])
        assert place.name == "li"
        back = place.select(f'a[href="#{mark["id"]}"]')
        assert len(back) == 1
        quoted = place.select("q")
        assert not quoted or quoted[0].get_text() in one(page, ".is-draft").get_text()


def test_a_mark_says_its_outcome_in_words() -> None:
    page = soup(to_html(full_report()))
    say = words("en")
    for mark in page.select(".is-draft a.is-pill"):
        kind = next(name[3:] for name in mark["class"] if name != "is-pill")
        name = say["html.works" if kind == "works" else f"outcomes.{kind}"]
        assert name in mark.get_text()
        assert re.search(r"\d", mark.get_text())


def test_a_finding_about_the_whole_draft_marks_no_words() -> None:
    text = "  We are proud of our team.\n"
    page = soup(to_html(report(text, [finding(text, 0, len(text))])))
    assert not page.select("mark")
    label = one(page, ".is-all")
    assert "The whole draft" in label.get_text()
    assert one(page, one(label, "a")["href"]).get_text().count("The whole draft") == 1


def test_readings_say_what_they_rest_on_and_cannot_know() -> None:
    page = soup(to_html(full_report()))
    rows = page.select(".is-readings > div")
    assert [row.dt.get_text() for row in rows] == ["School grade", "Tone"]
    assert "Measured on 17 words. No meaning." in rows[0].get_text()
    assert "This needs 30 words. No irony." in rows[1].get_text()


def test_the_score_shows_its_parts_in_words() -> None:
    page = soup(to_html(full_report()))
    score = page.select("details.is-numbers")[-1].get_text()
    assert "83 of 100" in score
    assert "12 (Use a plain word), 5 (Cut the warm-up)" in score


def test_without_a_score_the_reason_stands_there() -> None:
    made = full_report()
    asked = report(TEXT, made.findings, readings=made.readings)
    assert words("en")["score.ask"] in to_html(asked)
    assert "of 100" not in to_html(asked)


def test_a_finding_that_somebody_left_stands_apart_with_its_reason() -> None:
    text = "Our #viral evening: 40 people came to the pump house and asked about the water."
    first = review(text, "en")
    (found,) = (each for each in first.findings if each.rule == "tags.generic")
    left_alone = ignore(first.draft, found, "The name of the <evening>.")
    made = review(text, "en", ignores=[left_alone])
    page = soup(made.to_html())
    left = one(page, ".is-ignored").get_text()
    assert "#viral" in left
    assert "The name of the <evening>." in left
    standing = page.select(".is-group:not(.is-works)")
    assert "#viral" not in "".join(group.get_text() for group in standing)


def test_nothing_found_is_said_and_human_judgement_stays() -> None:
    page = soup(to_html(report("We count ice packs at night.")))
    assert one(page, ".is-none").get_text() == words("en")["report.nothing"]
    assert one(page, ".is-human").get_text() == words("en")["report.limits"]
    empty = soup(to_html(report("", notes=["There is nothing to read yet."])))
    assert not empty.select(".is-none"), "an empty draft is not a good one"
    assert one(empty, ".is-notes").get_text() == "There is nothing to read yet."


@pytest.mark.parametrize("level", range(7))
def test_headings_never_jump(level: int) -> None:
    page = soup(to_html(full_report(), heading_level=level))
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile(r"^h\d$"))]
    if level == 0:
        assert levels == []
        return
    assert levels[0] == level
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert max(levels) <= 6


def test_the_styles_come_on_request() -> None:
    assert to_html(full_report()).startswith("<style>")
    assert "<style" not in to_html(full_report(), with_css=False)


def test_both_languages_have_the_same_words_and_none_is_left_over() -> None:
    keys = {key for key in words("en") if key.startswith("html.")}
    indonesian = {key for key in words("id") if key.startswith("html.")}
    missing = {key for key in keys - indonesian if not key.startswith("html.chapters.")}
    assert indonesian <= keys and not missing
    source = Path(html.__file__).read_text("utf-8")
    for key in keys:
        stem = re.sub(r"\.(one|many)$", "", key)
        asked = stem in source or key.startswith("html.chapters.")
        assert asked, f"nothing shows {key}"
    assert len(words("id")["html.months"].split()) == 12


def test_chapters_have_the_titles_of_the_book() -> None:
    for lang, folder in (("en", ROOT / "book"), ("id", ROOT / "book" / "_id")):
        named = {
            key.rpartition(".")[2]: name
            for key, name in words(lang).items()
            if key.startswith("html.chapters.")
        }
        for slug, name in named.items():
            page = (folder / f"{slug}.md").read_text("utf-8")
            title = re.search(r"^# (.+)$", page, re.MULTILINE)
            assert title is not None
            assert name == title[1], f"{lang}: {slug}"


def test_a_chapter_that_does_not_exist_leads_to_the_page_of_all_checks() -> None:
    text = "We leverage ice"
    found = finding(text, 3, 11, rule="plain_words.office", chapter="not-written-yet")
    made = to_html(report(text, [found]), chapter_url="../book/{chapter}.html")
    assert "not-written-yet" not in made
    assert 'href="../book/checks.html#plain-words-office"' in made


def test_a_rule_without_a_chapter_leads_to_its_own_place() -> None:
    text = "We leverage ice"
    found = finding(text, 3, 11, rule="plain_words.office", chapter="checks")
    made = to_html(report(text, [found]), chapter_url="../book/{chapter}.html")
    assert 'href="../book/checks.html#plain-words-office"' in made


# --- nothing of the draft is lost or moved ----------------------------------------------------

DRAFTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab \n\r\t<>&\"'#@\u202e\u2066\u2069\u05d0\u0301\u200d\U0001f468\u00e9"),
        st.characters(exclude_categories=()),
    ),
    max_size=60,
)


@st.composite
def marked_drafts(draw: st.DrawFn) -> Report:
    """A draft with findings and strengths anywhere, nested and overlapping."""
    text = Draft.of(draw(DRAFTS), "en").text
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    found = [
        finding(text, start, end, outcome, rule=f"x.{outcome.value}")
        for (start, end), outcome in draw(
            st.lists(st.tuples(places, st.sampled_from(Outcome)), max_size=6)
        )
        if start < end
    ]
    good = [strength(text, start, end) for start, end in draw(st.lists(places, max_size=2))]
    return report(text, found, [each for each in good if each.matched])


def seen(text: str) -> str:
    """Return a text as the report has to show it."""
    text = re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    text = re.sub("[\u202a-\u202e\u2066-\u2069]", lambda hit: f"[U+{ord(hit[0]):04X}]", text)
    return re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", text)


@given(marked_drafts())
@settings(max_examples=300, deadline=None)
def test_the_draft_is_shown_to_the_letter(made: Report) -> None:
    draft = one(soup(to_html(made, with_css=False)), ".is-draft")
    assert written(draft) == seen(made.draft.text)


@pytest.mark.parametrize("end", [3, 4, 5])
def test_a_line_break_of_two_characters_stays_one(end: int) -> None:
    text = "one\r\ntwo\rthree"
    made = to_html(report(text, [finding(text, 1, end)]))
    assert written(one(soup(made), ".is-draft")) == "one\ntwo\nthree"


@given(marked_drafts())
@settings(max_examples=300, deadline=None)
def test_each_letter_has_the_look_of_its_most_urgent_mark(made: Report) -> None:
    shown = html.view(made)
    text = made.draft.text
    expected: list[str | None] = []
    for place, char in enumerate(text):
        kinds = {mark.kind for mark in shown.marks if mark.span.start <= place < mark.span.end}
        kind = next((each for each in ("ask", "revise", "info", "works") if each in kinds), None)
        if char == "\r" and text[place + 1 : place + 2] == "\n":
            continue
        expected += [kind] * len(seen(char))
    got: list[str | None] = []
    draft = one(soup(to_html(made, with_css=False)), ".is-draft")
    written(draft)
    for piece in draft.children:
        kind = None
        if isinstance(piece, Tag):
            assert piece.name == "mark"
            kind = piece["class"][1][3:]
        got += [kind] * len(piece.get_text())
    assert got == expected


@given(marked_drafts())
@settings(max_examples=200, deadline=None)
def test_the_html_is_well_formed_and_its_ids_are_its_own(made: Report) -> None:
    first = to_html(made, with_css=False, salt="1")
    second = to_html(made, with_css=False, salt="2")
    assert first == to_html(made, with_css=False, salt="1")
    tree = ElementTree.fromstring(f"<div>{first}{second}</div>")
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for link in tree.iter("a"):
        address = link.get("href") or ""
        if address.startswith("#"):
            assert address[1:] in ids


@pytest.mark.parametrize(
    ("text", "fold", "place"),
    [
        ("one two three", 7, 4),
        ("one two three", 8, 8),
        ("x" * 50, 40, 40),
        ("a" * 40 + "e\u0301x", 41, 42),
        ("a" * 40 + "\U0001f468\u200d\U0001f680x", 41, 43),
        ("a" * 40 + "\U0001f44d\U0001f3fdx", 41, 42),
    ],
)
def test_the_fold_stands_between_words_and_parts_no_sign(text: str, fold: int, place: int) -> None:
    assert fold_place(text, fold) == place


# --- nothing of a stranger's draft comes alive -------------------------------------------------

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    '"><a href="javascript:alert(1)">x</a>',
    "' onmouseover='alert(1)",
    "</div></section></style><b>out</b>",
    "<!-- --!> <![CDATA[ ]]>",
    "&lt;b&gt; &amp;amp;",
    "\u202etxt.exe",
    "\u2066\u2066\u2066",
    "a\x00b\x1bc\x9bd",
    "\ud800 \udfff",
    "\u2028\u2029\x85",
    "{chapter} {count} %s",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_stay_words(attack: str) -> None:
    text = Draft.of(f"before {attack} after", "en").text
    end = len(text) - len(" after")
    found = finding(
        text,
        7,
        end,
        rule="x.y",
        title=attack,
        message=f"«{attack}» in a message",
        why=attack,
        suggestion=attack,
        chapter=attack,
        reference=Reference(attack, attack, attack),
    )
    made = to_html(
        report(text, [found], [strength(text, 7, end)], notes=[attack], score=Score(1, ())),
        chapter_url="../book/{chapter}.html",
    )
    made.encode("utf-8")
    page = soup(made)
    allowed = {
        "section", "h3", "h4", "h5", "p", "div", "span", "mark", "a", "br", "ul", "li", "q", "bdi",
        "details", "summary", "style",
    }  # fmt: skip
    assert {tag.name for tag in page.find_all(True)} <= allowed
    names = {"class", "id", "lang", "dir", "href", "aria-hidden", "aria-labelledby", "rel"}
    for tag in page.find_all(True):
        assert set(tag.attrs) <= names
        assert not str(tag.get("href", "#")).casefold().startswith(("javascript", "data"))
    assert not re.search("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", made)
    assert written(one(page, ".is-draft")) == seen(text)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", " https://x.example"]
)
def test_only_web_addresses_become_links(address: str) -> None:
    text = "We leverage ice"
    found = finding(text, 3, 11, reference=Reference("A guide", "2026-11-22", address))
    made = to_html(report(text, [found]))
    assert "A guide" in made
    assert address.strip() not in made


def test_a_real_review_of_hostile_words_is_harmless() -> None:
    text = "\n".join(ATTACKS) + "\nIn order to help!!! #viral"
    page = soup(review(text, lang="en", platform="instagram").to_html())
    assert not page.select("script, img, iframe, .is-draft b")
    assert written(one(page, ".is-draft")) == seen(Draft.of(text, "en").text)


# --- the same and in time -----------------------------------------------------------------------

REPEAT = """
from checks import review
text = "In order to help we leveraged ice!!! At 3:40 the box read 7.6 \\u00b0C. #viral" * 3
print(review(text, lang="en", platform="instagram").to_html())
"""


def test_two_runs_give_the_same_html() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", REPEAT],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert b"is-report" in outputs.pop()


def crowded(count: int, *, nested: bool) -> Report:
    """A draft with very many findings, side by side or one inside the other."""
    text = "word " * count
    found = []
    for number in range(count):
        start = number if nested else number * 5
        end = len(text) - 1 - number if nested else start + 4
        found.append(finding(text, start, end, list(Outcome)[number % 3], rule=f"x.y{number % 7}"))
    return report(text, found)


def calls(work: Callable[[], object]) -> int:
    """Count the Python calls of some work: the same on a busy machine as on a quiet one."""
    total = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal total
        total += event == "call"

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return total


@pytest.mark.parametrize("nested", [False, True])
def test_work_and_size_grow_with_the_number_of_findings_and_no_faster(nested: bool) -> None:
    work, sizes = [], []
    for count in (1000, 5000):
        made = crowded(count, nested=nested)
        sizes.append(len(to_html(made, with_css=False)))
        work.append(calls(lambda made=made: to_html(made, with_css=False)))
    assert sizes[1] / sizes[0] < 6, "five times the findings"
    assert work[1] / work[0] < 6, work


# --- colours --------------------------------------------------------------------------------------


def palettes(style: str) -> list[dict[str, str]]:
    """Return the fallback colours of each theme block of the stylesheet."""
    blocks = re.findall(r"\{([^{}]*--f-card:[^{}]*)\}", style)
    return [dict(re.findall(r"--f-([a-z-]+):\s*(#[0-9a-f]{3,6})", block)) for block in blocks]


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour as WCAG 2.2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(char * 2 for char in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one_colour: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    light, dark = sorted((luminance(one_colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_pair_of_colours_that_carries_text_can_be_read() -> None:
    found = palettes(css())
    assert len(found) == 4, "light, dark, light on request, dark on request"
    assert found[0] == found[2]
    assert found[1] == found[3]
    for colours in found[:2]:
        pairs = [("ink", "card"), ("muted", "card"), ("accent", "card")]
        for kind in ("info", "revise", "ask", "works"):
            pairs += [(kind, "card"), (kind, f"{kind}-soft"), ("ink", f"{kind}-soft")]
        for text, ground in pairs:
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)


def test_the_fallback_colours_are_those_of_the_book() -> None:
    tokens = (ROOT / "book" / "_static" / "tokens.css").read_text("utf-8")
    blocks = re.findall(r"\{([^{}]*--is-card:[^{}]*)\}", tokens)
    assert len(blocks) == 2
    for block, fallback in zip(blocks, palettes(css()), strict=False):
        book = dict(re.findall(r"--is-([a-z-]+):\s*(#[0-9a-f]{3,6})", block))
        for name, colour in fallback.items():
            assert book[name] == colour, name


def test_the_styles_name_no_class_of_others_and_load_nothing() -> None:
    style = css()
    assert set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"\{[^{}]*\}", "", style))) <= {
        *re.findall(r"\.(is-[\w-]+)", style),
        "vscode-light",
        "vscode-dark",
    }
    assert "url(" not in style
    assert "@import" not in style
    assert "</" not in style
