"""A report as JSON. The shape is versioned and described in ``schema.json``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..findings import Finding, Span

if TYPE_CHECKING:
    from . import Report


def units_of(text: str, edges: Iterable[int]) -> dict[int, int]:
    """Return the UTF-16 place of every code-point place, counted in one pass over the text."""
    units: dict[int, int] = {}
    at = total = 0
    for edge in sorted(set(edges)):
        total += len(text[at:edge].encode("utf-16-le", "surrogatepass")) // 2
        units[edge] = total
        at = edge
    return units


def _places(text: str, spans: set[Span]) -> dict[Span, list[int]]:
    units = units_of(text, (edge for span in spans for edge in span))
    return {span: [units[span.start], units[span.end]] for span in spans}


def _finding(finding: Finding, place: dict[str, list[int]]) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "outcome": finding.outcome.value,
        **place,
        "matched": finding.matched,
        "title": finding.title,
        "message": finding.message,
        "why": finding.why,
        "suggestion": finding.suggestion,
        "chapter": finding.chapter,
        "reference": {
            "title": finding.reference.title,
            "url": finding.reference.url,
            "checked": finding.reference.checked,
        },
    }


def to_dict(report: Report) -> dict[str, Any]:
    """Return the report as data that JSON can hold."""
    from . import SCHEMA_VERSION

    text = report.draft.text
    spans = {finding.span for finding in report.findings}
    spans |= {each.finding.span for each in report.ignored}
    spans |= {strength.span for strength in report.strengths}
    spans |= {sentence.span for sentence in report.tone.sentences}
    units = _places(text, spans)

    def place(span: Span) -> dict[str, list[int]]:
        return {"span": [span.start, span.end], "utf16": units[span]}

    return {
        "schema": SCHEMA_VERSION,
        "lang": report.draft.lang,
        "platform": report.draft.platform.id if report.draft.platform else None,
        "reader": report.reader,
        "text": text,
        "findings": [_finding(finding, place(finding.span)) for finding in report.findings],
        "ignored": [
            {**_finding(each.finding, place(each.finding.span)), "reason": each.reason}
            for each in report.ignored
        ],
        "strengths": [
            {
                "rule": strength.rule,
                **place(strength.span),
                "matched": strength.matched,
                "title": strength.title,
                "message": strength.message,
                "chapter": strength.chapter,
            }
            for strength in report.strengths
        ],
        "readings": [
            {
                "id": reading.id,
                "title": reading.title,
                "value": reading.value,
                "band": reading.band,
                "display": reading.display,
                "rests_on": reading.rests_on,
                "needs": reading.needs,
                "limits": reading.limits,
            }
            for reading in report.readings
        ],
        "tone": {
            "value": round(report.tone.value, 4),
            "label": report.tone.label,
            "sure": report.tone.sure,
            "sentences": [
                {**place(sentence.span), "value": round(sentence.value, 4)}
                for sentence in report.tone.sentences
            ],
        },
        "score": None
        if report.score is None
        else {"value": report.score.value, "parts": [list(part) for part in report.score.parts]},
        "notes": list(report.notes),
    }


def to_json(report: Report) -> str:
    """Return the report as JSON text, the same for the same report."""
    return json.dumps(to_dict(report), ensure_ascii=False, indent=2)
