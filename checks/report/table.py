"""Many reports as one CSV table, one row a draft, for a spreadsheet.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
injection, read 2026-11-22).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from ..findings import Outcome
from .text import quoted

if TYPE_CHECKING:
    from . import Report

COLUMNS: Final = (
    "name",
    "lang",
    "platform",
    "words",
    "score",
    "ask",
    "revise",
    "info",
    "strengths",
    "tone",
    "rules",
    "begins",
)


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet executes."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" else cell


def to_csv(reports: Iterable[tuple[str, Report]]) -> str:
    """Return one row for each named report."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for name, report in reports:
        row = (
            name,
            report.draft.lang,
            report.draft.platform.id if report.draft.platform else "",
            str(len(report.draft.words)),
            str(report.score.value) if report.score else "",
            *(str(len(report.of(each))) for each in (Outcome.ASK, Outcome.REVISE, Outcome.INFO)),
            str(len(report.merits)),
            report.tone.label if report.tone.counted else "",
            " ".join(report.rules),
            quoted(report.draft.text, 60),
        )
        table.writerow([harmless(cell) for cell in row])
    return out.getvalue()
