"""A report as plain text, for a terminal and for screen readers."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..draft import Draft
from ..findings import Finding, Outcome, Span
from ..messages import plural, text
from ..score import LEAST_WORDS

if TYPE_CHECKING:
    from . import Report

WIDTH = 78


def _wrap(line: str, indent: str) -> str:
    return textwrap.fill(line, WIDTH, initial_indent=indent, subsequent_indent=indent)


def _line_number(draft: Draft, span: Span) -> int:
    return draft.text.count("\n", 0, span.start) + 1


def quoted(matched: str, most: int = 70) -> str:
    """Return the matched words on one line, shortened in the middle where they are long."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in matched).split())
    if len(plain) > most:
        plain = f"{plain[: most // 2].rstrip()} … {plain[-most // 3 :].lstrip()}"
    return plain


def _finding(draft: Draft, finding: Finding, reader: str) -> Iterator[str]:
    where = text(reader, "report.line", line=_line_number(draft, finding.span))
    outcome = text(reader, f"outcomes.{finding.outcome.value}")
    yield f"[{outcome}] {finding.title}  ({where}, {finding.rule})"
    yield _wrap(f"«{quoted(finding.matched)}»", "    ")
    yield _wrap(finding.message, "    ")
    yield _wrap(f"{text(reader, 'report.why')}: {finding.why}", "    ")
    if finding.suggestion == "":
        yield _wrap(text(reader, "report.take_out"), "    ")
    elif finding.suggestion is not None:
        yield _wrap(f"{text(reader, 'report.try')}: {quoted(finding.suggestion, 300)}", "    ")


def score_line(report: Report) -> str:
    """Return the score and how it was counted, or why there is none."""
    reader = report.reader
    title = text(reader, "report.score")
    if report.score is not None:
        shown = text(reader, "score.shown", value=report.score.value)
        parts = ", ".join(f"{points} {rule}" for rule, points in report.score.parts)
        how = text(reader, "score.parts", parts=parts) if parts else text(reader, "score.full")
        return f"{title}: {shown}. {how} {text(reader, 'score.means')}"
    if any(finding.outcome is Outcome.ASK for finding in report.findings):
        return text(reader, "score.ask")
    return text(reader, "score.short", least=LEAST_WORDS, has=len(report.draft.words))


def to_text(report: Report, name: str = "") -> str:
    """Return the report as plain text, one thing after the other: strengths first."""
    reader = report.reader
    out: list[str] = []
    title = text(reader, "report.title")
    out.append(f"{title}: {name}" if name else title)
    if report.strengths:
        out += ["", f"{text(reader, 'report.works')}:"]
        for strength in report.strengths:
            out.append(_wrap(f"{strength.title}: «{quoted(strength.matched)}»", "  + "))
    if report.draft.words:
        out += ["", f"{text(reader, 'report.look')}:"]
        ranked = sorted(report.findings, key=lambda each: (-each.outcome.weight, each.span))
        for finding in ranked:
            out += _finding(report.draft, finding, reader)
        if not ranked:
            out.append(_wrap(text(reader, "report.nothing"), "  "))
        else:
            out.append(plural(reader, "report.findings", len(ranked)))
    if report.ignored:
        out += ["", f"{text(reader, 'report.ignored')}:"]
        for each in report.ignored:
            line = f"{each.finding.title} «{quoted(each.finding.matched)}»: {each.reason}"
            out.append(_wrap(line, "  "))
    if report.readings:
        out += ["", f"{text(reader, 'report.readings')}:"]
        for reading in report.readings:
            band = f" [{reading.band}]" if reading.band and reading.shown else ""
            about = reading.rests_on if reading.shown else reading.needs or reading.rests_on
            out.append(_wrap(f"{reading.title}: {reading.display}{band}; {about}", "  "))
        out += ["", _wrap(score_line(report), "")]
    out += ["", f"{text(reader, 'report.notes')}:"]
    out += [_wrap(note, "  ") for note in (*report.notes, text(reader, "report.limits"))]
    return "\n".join(out) + "\n"
