"""The JSON report keeps to its schema and counts places in both units."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from checks import load_policy, review
from checks.registry import all_rules
from checks.rule import Sample

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "checks/report/schema.json").read_text("utf-8"))
POLICY = load_policy(ROOT / "benchmarks" / "posts" / "policy.yml")


def drafts() -> list[tuple[str, Sample]]:
    return [
        (lang, item if isinstance(item, Sample) else Sample(item))
        for rule in all_rules()
        for lang, found in rule.examples.items()
        for item in found.bad
    ]


def test_every_bad_example_keeps_to_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for lang, sample in drafts():
        report = review(sample.text, lang, policy=sample.policy or POLICY, **sample.options())
        validator.validate(json.loads(report.to_json()))


@pytest.mark.parametrize("text", ["", "😀", "The box is cold."])
def test_small_drafts_keep_to_the_schema(text: str) -> None:
    jsonschema.validate(json.loads(review(text, "en").to_json()), SCHEMA)


def test_utf16_places_are_javascripts() -> None:
    report = review("😀😀 The box is back!!! Ok.", "en")
    finding = next(f for f in report.to_dict()["findings"] if f["rule"] == "punctuation.repeated")
    assert finding["span"] == [18, 21]
    assert finding["utf16"] == [20, 23]
    assert report.findings[0].span.utf16(report.draft.text) == (20, 23)
