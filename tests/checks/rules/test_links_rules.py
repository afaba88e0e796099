"""What the properties of all rules do not prove for the family «links»."""

from __future__ import annotations

import pytest

from checks import Draft, Policy
from checks.findings import Hit
from checks.registry import rules_by_id

GOOD = "utm_source=x&utm_medium=post&utm_campaign=openday"


def tags(text: str, policy: Policy | None = None) -> list[Hit]:
    return list(rules_by_id()["links.tags"].find(Draft.of(text, "en"), policy or Policy()))


def hidden(text: str) -> list[str]:
    draft = Draft.of(text, "en")
    return [hit.span.of(text) for hit in rules_by_id()["links.hidden"].find(draft, Policy())]


@pytest.mark.parametrize(
    ("query", "marked", "what"),
    [
        ("utm_source=x", "https://a.example/b?utm_source=x", "utm_medium, utm_campaign"),
        (f"{GOOD}&utm_content=Blue", "utm_content=Blue", "utm_content"),
        (f"{GOOD}&utm_content=ratih", "ratih", "utm_content"),
        (f"{GOOD}&utm_content=sari-kusumastuti", "sari-kusumastuti", "utm_content"),
        (f"{GOOD}&utm_term=ratih%40mail.example", "ratih%40mail.example", "utm_term"),
        (f"{GOOD}&utm_term=081234567890", "081234567890", "utm_term"),
        (f"{GOOD}&utm_sorce=x", "utm_sorce=x", "utm_sorce"),
        (f"{GOOD}&utm_content=", None, ""),
        (f"{GOOD}&utm_content=night-shift-2", None, ""),
        (f"{GOOD}&utm_content=a%2Fb", None, ""),
        (f"{GOOD}#Map", None, ""),
    ],
)
def test_what_is_wrong_with_a_tag(query: str, marked: str | None, what: str) -> None:
    text = f"See (https://a.example/b?{query})."
    hits = tags(text)
    assert [hit.span.of(text) for hit in hits] == ([marked] if marked else [])
    assert [hit.values["what"] for hit in hits] == ([what] if marked else [])


def test_capitals_can_be_mended() -> None:
    text = "https://a.example/?UTM_Source=X&utm_medium=Post&utm_campaign=OpenDay"
    for hit in sorted(tags(text), key=lambda hit: -hit.span.start):
        assert hit.suggestion is not None
        text = text[: hit.span.start] + hit.suggestion + text[hit.span.end :]
    assert text == "https://a.example/?utm_source=x&utm_medium=post&utm_campaign=openday"
    assert tags(text) == []


def test_campaigns_in_use() -> None:
    text = f"https://a.example/?{GOOD}"
    assert tags(text, Policy(campaign_tags=("OpenDay",))) == []
    assert len(tags(text, Policy(campaign_tags=("autumn",)))) == 1


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Look: bit.ly/abc.", ["bit.ly/abc"]),
        ("HTTPS://WWW.BIT.LY/abc and s.id/x!", ["HTTPS://WWW.BIT.LY/abc", "s.id/x"]),
        ("notbit.ly/abc kamus.id/abc a.bit.ly/abc me@bit.ly/abc", []),
        ("bit.ly and bit.ly/ are names.", []),
        ("“bit.ly/abc” they wrote.", []),
        ("goo.gl/maps/abc", []),
        ("Never open t.co/abc!", []),
        ("Don't laugh at it: t.co/abc", ["t.co/abc"]),
    ],
)
def test_shorteners(text: str, links: list[str]) -> None:
    assert hidden(text) == links
