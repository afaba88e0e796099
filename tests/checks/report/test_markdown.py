"""Markdown shows the draft's words as they are: no link, heading or HTML comes of them."""

from __future__ import annotations

from markdown_it import MarkdownIt

from checks import review
from checks.report.markdown import to_markdown

HOSTILE = (
    "We utilise [this](javascript:alert(1)) <img src=x onerror=alert(1)> # heading **bold**!!! "
    "`code` https://evil.example | a | b |\n\n1. utilise\n- utilise"
)


def test_hostile_drafts_stay_words() -> None:
    html = (
        MarkdownIt("commonmark", {"linkify": True})
        .enable("table")
        .render(to_markdown(review(HOSTILE, "en"), "a<b>.txt"))
    )
    for tag in ("<img", "<a ", "<table", "<h1", "<b>"):
        assert tag not in html


def test_it_says_what_the_report_says() -> None:
    report = review("Hi everyone! I counted 12 boxes and we utilise ice.", "en")
    shown = to_markdown(report)
    for finding in report.findings:
        assert finding.rule in shown
    assert "### What works" in shown
