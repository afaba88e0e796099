"""A result and a panel show the same words as text and as HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from checks.learn import Result, Status
from checks.learn.panel import Fold, Items, Panel, Para, Post
from checks.learn.texts import LANGUAGES, texts


class Words(HTMLParser):
    """Collects the text of a piece of HTML and looks whether every element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.hidden += ("aria-hidden", "true") in attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.hidden = 0

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text += f" {data}"


def words_of(html: str) -> list[str]:
    parser = Words()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return re.findall(r"\w+", parser.text)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("status", list(Status))
def test_text_and_html_say_the_same(lang: str, status: Status) -> None:
    result = Result("spot", lang, status, ("One <b>thing</b>",), "Do & say", ("A note",))
    assert words_of(result.to_html()) == re.findall(r"\w+", result.to_text())
    assert repr(result) == result.to_text()
    assert result._repr_html_() == result.to_html()
    assert f'lang="{lang}"' in result.to_html()
    assert texts(lang)(f"status.{status.value}") in result.to_text()


def test_the_three_statuses_differ_in_words_not_in_colour() -> None:
    shown = {Result("spot", "en", status).to_text() for status in Status}
    assert shown == {"Not attempted yet.", "Not yet.", "Done."}
    assert "color:" not in Result("spot", "en", Status.DONE).to_html().replace("color:inherit", "")


def test_what_a_learner_typed_is_escaped() -> None:
    nasty = '<script>alert(1)</script><img src=x onerror="x">'
    panel = Panel(
        "en",
        (
            Para(nasty, lead=nasty),
            Items(nasty, (nasty,)),
            Post(nasty, nasty),
            Fold(nasty, (Para(nasty),), "closed"),
        ),
    )
    html = panel.to_html()
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("&lt;script&gt;") == 8


def test_a_fold_keeps_its_secret_in_plain_text() -> None:
    panel = Panel("en", (Fold("Hint 1", (Para("the answer"),), "Hint 1 is closed."),))
    assert panel.to_text() == "Hint 1 is closed."
    assert "<details><summary" in panel.to_html()
    assert "<details open" not in panel.to_html()


def test_a_panel_adds_no_heading_script_id_or_address() -> None:
    panel = Panel("en", (Para("a"), Post("b", "c"), Fold("d", (Items("e", ("f",)),), "g")))
    assert not re.search(r"<h\d|<script|<style|\sid=|href|src=", panel.to_html())
