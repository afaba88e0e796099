"""Reports as SARIF 2.1.0, the format in which code hosts show findings beside a file.

OASIS standard of 27 March 2020. Columns count UTF-16 units from 1 (``columnKind``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import metadata
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from ..findings import Finding, Outcome, Span
from ..registry import all_rules
from .json import units_of

if TYPE_CHECKING:
    from . import Report

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Final = {Outcome.INFO: "note", Outcome.REVISE: "warning", Outcome.ASK: "error"}


def _region(text: str, span: Span, units: dict[int, int]) -> dict[str, int]:
    start_line = text.count("\n", 0, span.start)
    end_line = start_line + text.count("\n", span.start, span.end)
    line_start = text.rfind("\n", 0, span.start) + 1
    end_start = text.rfind("\n", 0, span.end) + 1
    return {
        "startLine": start_line + 1,
        "startColumn": units[span.start] - units[line_start] + 1,
        "endLine": end_line + 1,
        "endColumn": units[span.end] - units[end_start] + 1,
        "charOffset": units[span.start],
        "charLength": units[span.end] - units[span.start],
    }


def _edges(text: str, span: Span) -> Iterable[int]:
    yield from span
    yield text.rfind("\n", 0, span.start) + 1
    yield text.rfind("\n", 0, span.end) + 1


def _result(
    finding: Finding, text: str, units: dict[int, int], uri: str, reason: str | None
) -> dict[str, Any]:
    region = _region(text, finding.span, units)
    place = {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.outcome],
        "message": {"text": f"{finding.title}. {finding.message} {finding.why}"},
        "locations": [place],
        "properties": {"outcome": finding.outcome.value, "chapter": finding.chapter},
    }
    if finding.suggestion is not None:
        change = {
            "deletedRegion": region,
            "insertedContent": {"text": finding.suggestion},
        }
        result["fixes"] = [
            {
                "description": {"text": finding.title},
                "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": [change]}],
            }
        ]
    if reason is not None:
        result["suppressions"] = [{"kind": "external", "justification": reason}]
    return result


def _results(name: str, report: Report) -> Iterable[dict[str, Any]]:
    text = report.draft.text
    pairs: list[tuple[Finding, str | None]] = [(finding, None) for finding in report.findings]
    pairs += [(each.finding, each.reason) for each in report.ignored]
    edges = {edge for finding, _ in pairs for edge in _edges(text, finding.span)}
    units = units_of(text, edges)
    uri = quote(name.replace("\\", "/"), safe="/.-_~")
    for finding, reason in pairs:
        yield _result(finding, text, units, uri, reason)


def to_sarif(reports: Iterable[tuple[str, Report]], reader: str = "en") -> str:
    """Return named reports as one SARIF log. Ignored findings carry their reason."""
    rules = [
        {
            "id": rule.id,
            "shortDescription": {"text": rule.words[reader].title},
            "fullDescription": {"text": rule.words[reader].why},
            "defaultConfiguration": {"level": _LEVELS[rule.outcome]},
            **({"helpUri": rule.reference.url} if rule.reference.url else {}),
        }
        for rule in all_rules()
    ]
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "checks",
                        "version": _version(),
                        "rules": rules,
                    }
                },
                "columnKind": "utf16CodeUnits",
                "results": [
                    result for name, report in reports for result in _results(name, report)
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _version() -> str:
    try:
        return metadata.version("checks")
    except metadata.PackageNotFoundError:  # run from a folder that is not installed
        return "0"
