"""Fuzz the doors through which strangers' text comes in: drafts, policies, ignores.

    pip install atheris
    python benchmarks/fuzz.py -max_total_time=1200 -max_len=4000

Coverage guides the inputs. A crash, an exception other than InputError, a span outside the text, or
an input that takes longer than libFuzzer's ``-timeout`` stops the run.
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["checks"]):
    from checks import InputError, load_policy, review
    from checks.ignores import parse
    from checks.policy_file import parse_policy
    from checks.registry import all_rules
    from checks.wordlists import raw, terms

POLICY = load_policy(Path(__file__).parents[1] / "policy.yml")
PLATFORMS = (None, "x", "instagram", "linkedin", "whatsapp")
TERMS = [term for lang in ("en", "id") for name in raw(lang) for term in terms(lang, name)]
EXAMPLES = [
    getattr(item, "text", item)
    for rule in all_rules()
    for found in rule.examples.values()
    for item in (*found.bad, *found.near_miss)
]


def draft(data: atheris.FuzzedDataProvider) -> str:
    """Mix free text with terms of the word lists and pieces of the rules' examples."""
    parts = []
    while data.remaining_bytes() > 4 and len(parts) < 40:
        kind = data.ConsumeIntInRange(0, 3)
        if kind == 0:
            parts.append(data.ConsumeUnicode(data.ConsumeIntInRange(0, 60)))
        elif kind == 1:
            parts.append(TERMS[data.ConsumeIntInRange(0, len(TERMS) - 1)])
        elif kind == 2:
            parts.append(EXAMPLES[data.ConsumeIntInRange(0, len(EXAMPLES) - 1)])
        else:
            parts.append(data.ConsumeUnicode(2) * data.ConsumeIntInRange(0, 300))
        parts.append(" " if data.ConsumeBool() else "\n")
    return "".join(parts)


def one_input(raw: bytes) -> None:
    """Run one input through a door."""
    data = atheris.FuzzedDataProvider(raw)
    door = data.ConsumeIntInRange(0, 9)
    if door == 0:
        with contextlib.suppress(InputError):
            parse_policy(data.ConsumeUnicode(4000))
        return
    if door == 1:
        with contextlib.suppress(InputError, ValueError, RecursionError):
            parse(json.loads(data.ConsumeUnicode(4000)), "fuzz")
        return
    lang = ("en", "id", "auto")[data.ConsumeIntInRange(0, 2)]
    platform = PLATFORMS[data.ConsumeIntInRange(0, len(PLATFORMS) - 1)]
    status = ("green", "amber", "red")[data.ConsumeIntInRange(0, 2)]
    text = draft(data)
    report = review(text, lang, platform, policy=POLICY, status=status, paid=data.ConsumeBool())
    for item in (*report.findings, *report.strengths):
        if not 0 <= item.span.start < item.span.end <= len(report.draft.text):
            raise AssertionError(f"{item.rule}: {item.span}")
    report.to_json()
    report.to_html()
    report.to_text()


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
