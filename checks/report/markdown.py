"""A report as Markdown, for an e-mail, a ticket or a wiki. The draft is quoted and escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..findings import Finding, Outcome
from ..messages import text
from .text import quoted, score_line

if TYPE_CHECKING:
    from . import Report

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&@:])")


def escape(words: str) -> str:
    """Return words that Markdown shows as they are; no link, no HTML, no heading comes of them."""
    return _SPECIAL.sub(r"\\\1", words)


def _finding(finding: Finding, reader: str) -> str:
    parts = [
        f"- **{escape(finding.title)}** (`{finding.rule}`): “{escape(quoted(finding.matched))}”",
        f"  {escape(quoted(finding.message, 400))} {escape(finding.why)}",
    ]
    if finding.suggestion == "":
        parts.append(f"  *{escape(text(reader, 'report.take_out'))}*")
    elif finding.suggestion is not None:
        wording = escape(quoted(finding.suggestion, 300))
        parts.append(f"  *{text(reader, 'report.try')}:* {wording}")
    return "\n".join(parts)


def to_markdown(report: Report, name: str = "") -> str:
    """Return the report as Markdown, strengths first."""
    reader = report.reader
    title = text(reader, "report.title")
    out = [f"## {title}{': ' + escape(name) if name else ''}", ""]
    if report.strengths:
        out += [f"### {text(reader, 'report.works')}", ""]
        out += [
            f"- **{escape(strength.title)}**: “{escape(quoted(strength.matched))}”"
            for strength in report.strengths
        ]
        out.append("")
    if report.draft.words:
        out += [f"### {text(reader, 'report.look')}", ""]
        for outcome in (Outcome.ASK, Outcome.REVISE, Outcome.INFO):
            found = report.of(outcome)
            if found:
                out += [f"#### {text(reader, f'outcomes.{outcome.value}')}", ""]
                out += [_finding(finding, reader) for finding in found]
                out.append("")
        if not report.findings:
            out += [escape(text(reader, "report.nothing")), ""]
    if report.ignored:
        out += [f"### {text(reader, 'report.ignored')}", ""]
        out += [
            f"- {escape(each.finding.title)} “{escape(quoted(each.finding.matched))}”: "
            f"{escape(each.reason)}"
            for each in report.ignored
        ]
        out.append("")
    if report.readings:
        out += [f"### {text(reader, 'report.readings')}", ""]
        for reading in report.readings:
            about = reading.rests_on if reading.shown else reading.needs or reading.rests_on
            band = f" [{reading.band}]" if reading.band and reading.shown else ""
            out.append(f"- **{escape(reading.title)}:** {escape(reading.display + band)}; {about}")
        out += ["", escape(score_line(report)), ""]
    out += [f"### {text(reader, 'report.notes')}", ""]
    out += [f"- {escape(note)}" for note in (*report.notes, text(reader, "report.limits"))]
    return "\n".join(out) + "\n"
