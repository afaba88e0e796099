"""Claims: what the properties of all rules do not cover."""

from __future__ import annotations

import time

import pytest

from checks import Draft, Policy, review
from checks.registry import rules_by_id

POLICY = Policy(medicines=("Randuvax", "FluWana"), remedies=("VitaRandu",), names=("Wanasehat",))


def words(rule: str, text: str, lang: str, policy: Policy = POLICY) -> list[str]:
    draft = Draft.of(text, lang)
    return [hit.span.of(draft.text) for hit in rules_by_id()[rule].find(draft, policy)]


@pytest.mark.parametrize(
    ("text", "lang", "marked"),
    [
        ("Our serum has no known side effects at all.", "en", "no known side effects"),
        ("Vaksin ini tanpa efek samping.", "id", "tanpa efek samping"),
        ("vaksinnya gak ada efek samping kok", "id", "gak ada efek samping"),
        ("The jab is 100% safe.", "en", "100% safe"),
    ],
)
def test_the_claim_itself_is_marked(text: str, lang: str, marked: str) -> None:
    assert words("claims.absolute", text, lang) == [marked]


def test_a_negation_in_another_clause_takes_nothing_back() -> None:
    assert words("claims.absolute", "Don't worry, our vaccine is 100 % safe.", "en")
    assert words("claims.absolute", "Jangan khawatir vaksin ini 100 % aman.", "id")
    assert not words("claims.absolute", "I cannot say that our vaccine is 100 % safe.", "en")


def test_the_zone_of_a_myth_ends_at_the_fact() -> None:
    myth = "Myth:\nThe vaccine is 100 % safe.\n"
    assert not words("claims.absolute", myth, "en")
    assert words("claims.absolute", myth + "Fact:\nThis vaccine has no side effects.", "en") == [
        "no side effects"
    ]


def test_a_quoted_claim_counts_in_a_post_that_names_a_product() -> None:
    quoted = "“No side effects at all!” says the lady at gate 3."
    assert not words("claims.absolute", quoted, "en")
    assert words("claims.absolute", quoted + " She takes VitaRandu.", "en")


@pytest.mark.parametrize(
    "text",
    [
        "My tip for winter: #VitaRandu every morning!",
        "Randuvax's new pack is in every pharmacy.",
        "Ask your doctor for the Wanasehat flu vaccine.",
        "Randuvax-4 costs Rp120.000 this week.",
    ],
)
def test_a_product_is_found_in_tags_and_beside_the_firm(text: str) -> None:
    assert len(words("claims.promotion", text, "en")) == 1


def test_each_product_is_named_once() -> None:
    text = "I love VitaRandu. Buy VitaRandu. Ask for FluWana."
    assert words("claims.promotion", text, "en") == ["VitaRandu", "FluWana"]


def test_saying_where_one_works_does_not_make_promotion_good() -> None:
    assert words("claims.promotion", "I work at Wanasehat. Buy VitaRandu at the gate!", "en")


def test_without_a_policy_only_known_products_count() -> None:
    assert not words("claims.promotion", "I love VitaRandu.", "en", Policy())
    assert words("claims.promotion", "Fish oil, ready stock, DM me to order.", "en", Policy())


@pytest.mark.parametrize(
    "source",
    [
        "https://example.org/survey",
        "Source: yearbook of the rail office",
        "That is what the WHO wrote.",
        "That was in 2025.",
    ],
)
def test_a_source_heals_a_figure(source: str) -> None:
    claim = "Nine out of ten accidents happen at home."
    assert words("claims.source", claim, "en")
    assert not words("claims.source", f"{claim} {source}", "en")


@pytest.mark.parametrize(
    "source", ["Source: Google", "Who would have thought?", "Source: trust me"]
)
def test_an_empty_source_heals_nothing(source: str) -> None:
    assert words("claims.source", f"Nine out of ten accidents happen at home. {source}", "en")


def test_a_claim_asks_a_human_and_a_figure_is_mended() -> None:
    report = review(
        "Our vaccine is 100 % safe. Studies have shown that people love it.", "en", policy=POLICY
    )
    found = {finding.rule: finding.outcome.value for finding in report.findings}
    assert found["claims.absolute"] == "ask"
    assert found["claims.source"] == "revise"
    assert report.score is None


@pytest.mark.parametrize("rule", ["claims.absolute", "claims.promotion", "claims.source"])
@pytest.mark.parametrize(
    ("piece", "lang"),
    [
        (
            "Our vaccine is never ill, all safe, no side effects. 80 % of people buy VitaRandu! ",
            "en",
        ),
        (
            "vaksin kami tidak pernah sakit semua aman tanpa efek samping 80 % orang beli "
            "VitaRandu ",
            "id",
        ),
    ],
)
def test_time_grows_with_the_text(rule: str, piece: str, lang: str) -> None:
    find = rules_by_id()[rule].find

    def seconds(times: int) -> float:
        best = float("inf")
        for _ in range(3):
            draft = Draft.of(piece * times, lang)
            begin = time.process_time()
            list(find(draft, POLICY))
            best = min(best, time.process_time() - begin)
        return best

    # Four times the text may take six times as long; a quadratic rule takes sixteen.
    assert seconds(240) < 6 * seconds(60) + 0.02
