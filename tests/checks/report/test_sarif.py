"""SARIF keeps to its standard, counts in UTF-16 and carries reasons and fixes."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from checks import ignore, load_policy, review
from checks.registry import all_rules
from checks.report.sarif import to_sarif
from checks.rule import Sample

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text("utf-8"))
POLICY = load_policy(ROOT / "benchmarks" / "posts" / "policy.yml")


def test_every_bad_example_is_valid_sarif() -> None:
    reports = []
    for rule in all_rules():
        for lang, found in rule.examples.items():
            for item in found.bad:
                sample = item if isinstance(item, Sample) else Sample(item)
                report = review(
                    sample.text, lang, policy=sample.policy or POLICY, **sample.options()
                )
                reports.append((f"drafts/{rule.id} ü.txt", report))
    log = json.loads(to_sarif(reports))
    jsonschema.Draft7Validator(SCHEMA).validate(log)
    assert log["runs"][0]["results"]


def test_lines_and_columns_are_utf16() -> None:
    report = review("Ok.\n😀 We utilise ice.", "en")
    log = json.loads(to_sarif([("a.txt", report)]))
    result = next(r for r in log["runs"][0]["results"] if r["ruleId"] == "plain_words.office")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 7, 14)
    fix = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert fix["insertedContent"]["text"] == "use"


def test_an_ignored_finding_carries_its_reason() -> None:
    first = review("We utilise 3 ice packs.", "en")
    left = ignore(first.draft, first.findings[0], "the name of our method")
    log = json.loads(to_sarif([("a", review("We utilise 3 ice packs.", "en", ignores=[left]))]))
    suppressed = log["runs"][0]["results"][0]["suppressions"][0]
    assert suppressed == {"kind": "external", "justification": "the name of our method"}
