"""Properties that hold for every rule and every merit."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import Draft, Outcome, Policy, load_policy, review
from checks.messages import words as sentences
from checks.registry import all_merits, all_rules, families
from checks.report.markdown import to_markdown
from checks.report.sarif import to_sarif
from checks.report.table import to_csv
from checks.review import review_draft
from checks.rule import Merit, Rule, Sample
from checks.wordlists import LANGUAGES

ROOT = Path(__file__).parents[2]
POLICY = load_policy(ROOT / "benchmarks" / "posts" / "policy.yml")
RULES = all_rules()
MERITS = all_merits()
NAMED = [pytest.param(each, id=each.id) for each in (*RULES, *MERITS)]


def policy_of(example: str | Sample) -> Policy:
    return POLICY if isinstance(example, str) else example.policy or POLICY


def draft_of(example: str | Sample, lang: str) -> Draft:
    sample = Sample(example) if isinstance(example, str) else example
    return Draft.of(sample.text, lang, **sample.options())


def fires(each: Rule | Merit, example: str | Sample, lang: str) -> bool:
    return bool(list(each.find(draft_of(example, lang), policy_of(example))))


def examples(kind: str) -> list[object]:
    return [
        pytest.param(each, lang, example, id=f"{each.id}-{lang}-{number}")
        for each in (*RULES, *MERITS)
        for lang, found in each.examples.items()
        for number, example in enumerate(getattr(found, kind))
    ]


def test_there_are_rules_and_ids_are_unique() -> None:
    ids = [each.id for each in RULES]
    assert len(ids) >= 20
    assert len(set(ids)) == len(ids)
    merits = [each.id for each in MERITS]
    assert len(set(merits)) == len(merits)
    assert not set(ids) & set(merits)


@pytest.mark.parametrize("each", NAMED)
def test_id_is_the_path_of_its_file(each: Rule | Merit) -> None:
    family, _, name = each.id.partition(".")
    assert family in families()
    assert re.fullmatch(r"[a-z][a-z_]*", name)
    assert each.find.__module__ == f"checks.rules.{family}"


@pytest.mark.parametrize("each", NAMED)
def test_words_for_the_reader(each: Rule | Merit) -> None:
    assert set(each.words) == set(LANGUAGES)
    for words in each.words.values():
        assert 0 < len(words.title) <= 60
        assert not words.title.endswith(".")
        assert words.message
        if isinstance(each, Rule):
            assert words.why.endswith((".", "?"))


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_reference_has_a_date(each: Rule) -> None:
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", each.reference.checked)
    assert each.reference.title


@pytest.mark.parametrize("each", NAMED)
def test_the_chapter_exists_and_teaches_it(each: Rule | Merit) -> None:
    page = ROOT / "book" / f"{each.chapter}.md"
    assert page.exists(), f"{each.id} points to book/{each.chapter}.md, which is not there"
    if isinstance(each, Rule) and each.chapter != "checks":  # the page generated from all rules
        head = page.read_text("utf-8").split("---")[1]
        assert each.id in head, f"book/{each.chapter}.md does not name {each.id} under «checks:»"


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_there_are_enough_examples(each: Rule) -> None:
    for lang, found in each.examples.items():
        assert len(found.bad) >= 2, lang
        assert len(found.good) >= 2, lang
        least = 5 if each.outcome is Outcome.ASK else 3
        assert len(found.near_miss) >= least, f"{each.id} {lang}: {least} near misses at least"


@pytest.mark.parametrize(("each", "lang", "example"), examples("bad"))
def test_bad_examples_fire(each: Rule | Merit, lang: str, example: str | Sample) -> None:
    assert fires(each, example, lang) == isinstance(each, Rule)


@pytest.mark.parametrize(("each", "lang", "example"), examples("good"))
def test_good_examples_stay_quiet(each: Rule | Merit, lang: str, example: str | Sample) -> None:
    assert fires(each, example, lang) == isinstance(each, Merit)


@pytest.mark.parametrize(("each", "lang", "example"), examples("near_miss"))
def test_near_misses_stay_quiet(each: Rule | Merit, lang: str, example: str | Sample) -> None:
    assert not fires(each, example, lang)


@pytest.mark.parametrize(("each", "lang", "example"), examples("bad"))
@pytest.mark.parametrize("around", ["{}", "😀👩🏽‍🔬 {}", "Ok.\r\n\r\n{}", "Cafe\u0301. {}\n"])
def test_spans_lie_in_the_text(
    each: Rule | Merit, lang: str, example: str | Sample, around: str
) -> None:
    sample = Sample(example) if isinstance(example, str) else example
    draft = Draft.of(around.format(sample.text), lang, **sample.options())
    for hit in each.find(draft, policy_of(example)):
        assert 0 <= hit.span.start < hit.span.end <= len(draft.text)


@pytest.mark.parametrize(("each", "lang", "example"), examples("bad"))
def test_a_suggestion_removes_the_finding(
    each: Rule | Merit, lang: str, example: str | Sample
) -> None:
    sample = Sample(example) if isinstance(example, str) else example
    if isinstance(each, Merit):
        return
    text = sample.text
    hits = list(each.find(Draft.of(text, lang, **sample.options()), policy_of(example)))
    if any(hit.suggestion is None for hit in hits):
        return
    for hit in sorted(hits, key=lambda hit: -hit.span.start):
        text = text[: hit.span.start] + (hit.suggestion or "") + text[hit.span.end :]
    assert not list(each.find(Draft.of(text, lang, **sample.options()), policy_of(example))), text


ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("aeiou AEIOU.,!?#@0123456789'\"\n-_/:;()%“”’‘…😀🏽\u200d\ufe0f"),
    ),
    max_size=300,
)


@given(
    text=ANY_TEXT,
    lang=st.sampled_from(LANGUAGES),
    platform=st.sampled_from([None, "x", "instagram"]),
)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_a_report_twice_the_same(text: str, lang: str, platform: str | None) -> None:
    first = review(text, lang, platform, policy=POLICY)
    assert first.to_dict() == review(text, lang, platform, policy=POLICY).to_dict()
    for item in (*first.findings, *first.strengths):
        assert 0 <= item.span.start < item.span.end <= len(first.draft.text)
        assert item.matched == item.span.of(first.draft.text)
    first.to_text()
    first.to_json().encode("utf-8")
    first.to_html().encode("utf-8")
    to_markdown(first).encode("utf-8")
    json.loads(to_sarif([("draft.txt", first)]))
    to_csv([("draft.txt", first)]).encode("utf-8")


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_mix_of_examples_gives_a_report(data: st.DataObject) -> None:
    lang = data.draw(st.sampled_from(LANGUAGES))
    pool = [
        example if isinstance(example, str) else example.text
        for each in RULES
        if lang in each.examples
        for example in (*each.examples[lang].bad, *each.examples[lang].near_miss)
    ]
    text = "\n".join(data.draw(st.lists(st.sampled_from(pool), min_size=1, max_size=6)))
    report = review(text, lang, data.draw(st.sampled_from([None, "x", "linkedin"])), policy=POLICY)
    assert report.draft.text == text


def test_a_rule_that_is_off_stays_silent_and_an_outcome_can_change() -> None:
    draft = Draft.of("The cold room is back!!! Thank you.", "en")
    assert "punctuation.repeated" in review_draft(draft).rules
    off = Policy(rules_off=frozenset({"punctuation.repeated"}))
    assert "punctuation.repeated" not in review_draft(draft, policy=off).rules
    other = Policy(outcomes={"punctuation.repeated": Outcome.REVISE})
    found = [f for f in review_draft(draft, policy=other).findings if f.rule.startswith("punc")]
    assert found[0].outcome is Outcome.REVISE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_family_has_its_name_for_the_page_of_all_checks(lang: str) -> None:
    missing = [family for family in families() if f"families.{family}" not in sentences(lang)]
    assert not missing, f"checks/messages/{lang}.toml: name them under [families]"
