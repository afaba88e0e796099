"""Word lists: which ones posts are searched for, and that no rule asks for the others' terms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checks import review
from checks.draft import Draft
from checks.registry import merits_for, rules_for
from checks.rule import Sample
from checks.terms import Term
from checks.wordlists import LANGUAGES, raw, searched


def sets(lang: str) -> set[str]:
    return set(raw(lang)) - set(searched(lang))


def examples(lang: str) -> Iterator[Sample]:
    for each in (*rules_for(lang), *merits_for(lang)):
        found = each.examples[lang]
        for example in (*found.bad, *found.near_miss):
            yield example if isinstance(example, Sample) else Sample(example)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_set_is_read_but_not_searched_for(lang: str) -> None:
    assert "vocabulary" in sets(lang)
    draft = Draft.of(" ".join(raw(lang)["vocabulary"][:50]), lang)
    assert draft.terms("vocabulary") == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_rule_asks_a_draft_for_the_terms_of_a_set(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    terms = Draft.terms

    def listen(draft: Draft, name: str) -> tuple[Term, ...]:
        asked.add(name)
        return terms(draft, name)

    monkeypatch.setattr(Draft, "terms", listen)
    for example in examples(lang):
        review(example.text, lang, policy=example.policy, **example.options())
    assert len(asked) > 40
    assert not asked & sets(lang)
