"""The Report in the Clinic, in two parts: what to look at, and the numbers with their pictures.

The second part stands in a fold of its own, which a new review does not close.
"""

from __future__ import annotations

from ...report import Report
from ...report import html as report_html


def review_html(report: Report) -> str:
    """Return the draft with its marks, the strengths and the findings; no styles."""
    shown = report_html.view(report)
    title = report_html.heading(shown, 0, shown.say["report.title"], ident=f"{shown.key}-title")
    return (
        f'<section class="is-report" id="{shown.key}" '
        f'lang="{report_html.attribute(report.reader)}" aria-labelledby="{shown.key}-title">'
        f"{title}{report_html.summary(shown)}{report_html.draft(shown)}"
        f"{report_html.strengths(shown)}{report_html.findings(shown)}"
        f"{report_html.ignored(shown)}{report_html.notes(shown)}</section>"
    )


def numbers_html(report: Report) -> str:
    """Return the readings with their pictures and the score; nothing where none can be had."""
    shown = report_html.view(report, salt="numbers")
    inside = report_html.measures(shown) + report_html.score(shown)
    if not inside:
        return ""
    lang = report_html.attribute(report.reader)
    return f'<div class="is-report is-numbers" lang="{lang}">{inside}</div>'
