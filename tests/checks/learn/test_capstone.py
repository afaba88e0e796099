"""Six posts as a set, the short task again, and the page that says what was done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import review
from checks.learn import LearnError, Portfolio, Status, check_set, open_capstone
from checks.learn.capstone import Capstone
from checks.learn.certificate import FILE, Certificate
from checks.learn.intentions import INTENTIONS, asks, intention_named, tells
from checks.learn.variety import first, last, same_shape, same_words, shape

LANGUAGES = ("en", "id")
THEN = (
    "Hello everyone! Last month our team was amazing and dedicated. In order to help a customer, "
    "additional measures were taken, and we are very proud of the result. It was a really good "
    "moment for all of us and for everybody who was there. We will continue to do our best in the "
    "coming weeks and we thank all who support us every day in everything that we do together."
)
NOW = (
    "03:40. The phone rings, and it is my night. A woman in Market Street says that her kitchen "
    "is a lake. I ask her for the red handle under the sink. She turns it, and I hear the water "
    "stop. She laughs. I drive over, because a handle can break. It holds. She has made tea, and "
    "we drink it in rubber boots. The next day I hang a note with a red arrow in my own kitchen."
)


@pytest.fixture(params=LANGUAGES)
def capstone(request: pytest.FixtureRequest) -> Capstone:
    return open_capstone(request.param)


def with_(capstone: Capstone, **change: str) -> dict[str, str]:
    return {**capstone.good, **change}


def test_a_good_set_is_done_and_says_what_works_first(capstone: Capstone) -> None:
    result = capstone.check(capstone.good)
    assert result.done, result
    assert len(result.works) == 5
    assert capstone.check(list(capstone.good.values())).done, "in their order, without names"
    assert len(result.notes) == 2


@pytest.mark.parametrize("answer", [None, {}, [], "", "six posts", 7, {"teach": 3}, {"teach": " "}])
def test_what_holds_no_posts_is_not_attempted(capstone: Capstone, answer: object) -> None:
    result = capstone.check(answer)
    assert result.status is Status.NOT_ATTEMPTED
    assert result.next
    assert not result.works


def test_names_go_in_every_language_and_others_are_named(capstone: Capstone) -> None:
    for name in ("Terima kasih", "terima_kasih", "THANK"):
        assert intention_named(name) == "thank"
    result = capstone.check({"sell": "Buy our water."})
    assert result.status is Status.NOT_ATTEMPTED
    assert "sell" in (result.next or "")


@pytest.mark.parametrize("missing", INTENTIONS)
def test_every_post_of_the_month_is_asked_for(capstone: Capstone, missing: str) -> None:
    given_posts = {key: one for key, one in capstone.good.items() if key != missing}
    result = capstone.check(given_posts)
    assert result.status is Status.NOT_YET
    assert result.works


def test_a_post_that_needs_the_tie_has_to_say_it() -> None:
    capstone = open_capstone("en")
    for name, words in capstone.good.items():
        bare = words.replace("I work for Air Randu", "Air Randu is the best")
        result = capstone.check(with_(capstone, **{name: bare}))
        assert result.status is Status.NOT_YET, name
        assert (result.next or "").startswith(f"In “{name}”"), result.next


def test_a_human_is_asked_before_anything_else() -> None:
    capstone = open_capstone("en")
    leak = capstone.good["thank"] + " Her number is 0812-3456-7890."
    result = capstone.check({"thank": leak})
    assert (result.next or "").startswith("In “thank”: "), result.next
    assert "teach" not in (result.next or "")


def test_posts_may_be_neither_tiny_nor_endless() -> None:
    capstone = open_capstone("en")
    assert "at least 15" in (capstone.check(with_(capstone, show="05:10. A boot.")).next or "")
    long = capstone.good["show"] + " The boot is full, and I go on." * 30
    assert "150 or fewer" in (capstone.check(with_(capstone, show=long)).next or "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_good_post_tells_its_own_intention(lang: str) -> None:
    capstone = open_capstone(lang)
    for name, words in capstone.good.items():
        report = review(words, lang=lang, policy=capstone.policy)
        assert tells(name, report, lang), name
    thanks = review(capstone.good["thank"], lang=lang, policy=capstone.policy)
    assert not tells("correct", thanks, lang)
    assert not tells("invite", thanks, lang)


def test_asking_is_heard_at_the_head_of_a_sentence() -> None:
    assert asks(review("The gate is open. Come at nine.", lang="en"), "en")
    assert not asks(review("The trains come at nine, and I wait.", lang="en"), "en")
    assert asks(review("Gerbang dibuka. Yuk, mampir.", lang="id"), "id")
    assert not asks(review("Banyak orang datang waktu itu.", lang="id"), "id")


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("05:10. The valve.", "time"),
        ("At 05:10 the valve moved.", "time"),
        ("38 turns until it closed.", "number"),
        ("“Is it free?” she asked.", "quote"),
        ('"Is it free?" she asked.', "quote"),
        ("Which valve is yours? Mine leaks.", "question"),
        ("I closed the valve.", "speaker"),
        ("We closed the valve.", "speaker"),
        ("The valve closed.", "word the"),
        ("🙂", ""),
    ],
)
def test_openings_have_a_shape(words: str, how: str) -> None:
    report = review(words, lang="en")
    assert shape(report, open_capstone("en").policy) == how


def test_alike_is_nearly_the_same_words() -> None:
    one = review("The valve in Market Street is closed. Thank you all.", lang="en")
    two = review("The valve in Market Street is closed now. Good night to you.", lang="en")
    policy = open_capstone("en").policy
    assert same_words({"a": one, "b": two}, first) == ("a", "b")
    assert same_words({"a": one, "b": two}, last) is None
    assert same_shape({"a": one, "b": two}, policy) == ("a", "b", "word the")
    short = review("Thank you. Thank you.", lang="en")
    assert same_words({"a": short, "b": short}, last) is None, "too short to compare"


@settings(max_examples=40, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.text(max_size=60), max_size=8),
        st.dictionaries(
            st.one_of(st.sampled_from(INTENTIONS), st.text(max_size=8)),
            st.one_of(st.none(), st.integers(), st.text(max_size=60)),
            max_size=7,
        ),
    )
)
def test_whatever_comes_in_a_result_comes_out(answer: object) -> None:
    result = check_set(answer)
    assert not result.done
    assert result.next
    assert result.to_html()


def test_unknown_languages_are_errors_with_a_remedy() -> None:
    with pytest.raises(LearnError, match='"id"'):
        open_capstone("de")


# --- The short task, before and after -----------------------------------------------------------


def test_both_versions_come_out_of_the_portfolio(tmp_path: Path) -> None:
    capstone = open_capstone("en")
    book = Portfolio(tmp_path / "portfolio.json")
    for text in (THEN, THEN.replace("Hello", "Hi")):
        book.keep_for_step(
            text, exercise="trusted-voice", step="write", lang="en", platform="linkedin"
        )
    panel = capstone.compare(NOW, portfolio=book)
    shown = panel.to_html()
    assert "Hello everyone!" in shown, "the first version, not the second"
    assert "Cut the warm-up" in shown
    text = panel.to_text()
    assert text.index("What this can show:") < text.index("What this cannot show:")
    assert "whether the course was the reason" in text
    assert "Hello everyone!" not in text, "closed in a terminal"


def test_without_a_first_version_it_says_what_to_do(tmp_path: Path) -> None:
    capstone = open_capstone("en")
    book = Portfolio(tmp_path / "portfolio.json")
    assert "before=" in capstone.compare(NOW, portfolio=book).to_text()
    assert "Cut the warm-up" in capstone.compare(NOW, before=THEN, portfolio=book).to_text()
    assert "word for word" in capstone.compare(NOW, before=NOW, portfolio=book).to_text()
    assert list(tmp_path.iterdir()) == [], "a comparison writes nothing"


def test_the_short_task_has_its_length() -> None:
    capstone = open_capstone("en")
    assert "Not attempted yet" in capstone.compare("").to_text()
    assert "Not attempted yet" in capstone.compare(7).to_text()
    assert "at least 60" in capstone.compare("A short moment.").to_text()
    assert "90 or fewer" in capstone.compare(f"{NOW} {NOW}").to_text()


def test_a_broken_portfolio_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "portfolio.json"
    path.write_text("no json", "utf-8")
    shown = open_capstone("en").compare(NOW, portfolio=Portfolio(path)).to_text()
    assert "cannot be read" in shown


def test_posts_and_moment_are_kept(tmp_path: Path) -> None:
    capstone = open_capstone("en")
    book = Portfolio(tmp_path / "portfolio.json")
    assert "6 posts are kept" in capstone.keep(capstone.good, book).to_text()
    assert "Version 1 is kept" in capstone.keep_moment(NOW, book).to_text()
    assert [one.step for one in book.versions("capstone")] == [*INTENTIONS, "moment"]
    assert "no text to keep" in capstone.keep({}, book).to_text()
    assert "no text to keep" in capstone.keep_moment(None, book).to_text()


# --- The page -----------------------------------------------------------------------------------


def page(name: str = "Ratih", lang: str = "en") -> Certificate:
    return Certificate.of(open_capstone(lang).good, name, lang, date(2026, 11, 3))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_plain_and_says_that_it_is_self_declared(lang: str) -> None:
    soup = BeautifulSoup(page(lang=lang).to_html(), "html.parser")
    assert soup.html is not None
    assert soup.html["lang"] == lang
    assert soup.find_all(["script", "img", "link", "iframe", "form"]) == []
    assert not [
        tag for tag in soup.find_all(True) if any(key.startswith("on") for key in tag.attrs)
    ]
    assert len(soup.find_all("h1")) == 1
    assert len(soup.find_all("li")) == len(INTENTIONS)
    words = soup.get_text(" ")
    assert ("self-declared" if lang == "en" else "pernyataan sendiri") in words
    assert "3 November 2026" in words
    assert "Market Street" not in words, "none of the posts is on it"


def test_a_name_is_text_and_may_be_missing() -> None:
    shown = page("<script>alert(1)</script>" + "x" * 200).to_html()
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    assert "The person who signs below" in page(" \n ").to_html()


def test_there_is_no_page_before_the_set_is_done() -> None:
    capstone = open_capstone("en")
    assert "Not attempted yet" in capstone.certificate({}, "Ratih").to_text()
    half = capstone.certificate({"teach": capstone.good["teach"]}, "Ratih").to_text()
    assert "has no words yet" in half
    assert "self-declared" not in half


def test_the_page_is_written_only_on_demand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    capstone = open_capstone("en")
    assert "save=True" in capstone.certificate(capstone.good, "Ratih").to_text()
    assert list(tmp_path.iterdir()) == []
    assert FILE in capstone.certificate(capstone.good, "Ratih", save=True).to_text()
    assert [one.name for one in tmp_path.iterdir()] == [FILE]
    assert "Ratih" in (tmp_path / FILE).read_text("utf-8")


def test_a_folder_that_is_closed_is_explained(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert "could not be saved" in page().saved(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == [FILE]
