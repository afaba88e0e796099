"""Explain a rule in words: what it looks for, why, examples, source."""

from __future__ import annotations

import textwrap

from .errors import InputError
from .messages import text
from .registry import rules_by_id
from .rule import Sample

WIDTH = 78


def explain(rule_id: str, reader: str) -> str:
    """Return what a reader should know of a rule. Raises InputError for an unknown id."""
    rules = rules_by_id()
    rule = rules.get(rule_id)
    if rule is None:
        raise InputError(f"There is no rule «{rule_id[:60]}»: use one of {', '.join(rules)}.")
    words = rule.words[reader]
    found = rule.examples.get(reader) or next(iter(rule.examples.values()))
    lines = [
        f"{words.title}  ({rule.id}, {text(reader, f'outcomes.{rule.outcome.value}')})",
        *textwrap.wrap(words.why, WIDTH),
    ]
    for key in ("bad", "good", "near_miss"):
        lines += ["", f"{text(reader, f'page.{key}')}:"]
        for item in getattr(found, key):
            shown = " / ".join((item.text if isinstance(item, Sample) else item).splitlines())
            lines += textwrap.wrap(shown, WIDTH, initial_indent="  - ", subsequent_indent="    ")
    source = f"{text(reader, 'report.source')}: {rule.reference.title}"
    lines += ["", f"{source}, {text(reader, 'report.checked')} {rule.reference.checked}"]
    if rule.reference.url:
        lines.append(f"  {rule.reference.url}")
    return "\n".join(lines) + "\n"
