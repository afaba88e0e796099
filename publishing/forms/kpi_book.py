"""Write the workbook that computes the figures of each month."""

from __future__ import annotations

from typing import Final

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from publishing.forms import sheets
from publishing.forms.formula import in_cells, inputs
from publishing.forms.kpi import counts, figures
from publishing.forms.source import Form

EXAMPLE: Final = 3
"""The column of the example; the months follow."""


def kpi_book(form: Form) -> bytes:
    """Return the bytes of the .xlsx: what to know, what to type, what is computed."""
    book = sheets.workbook(form)
    words = form.words
    top, row = sheets.readme(book, form, words["readme"])
    sheets.table(top, [words["figure"], words["how"], words["limits"]], len(figures(form)), row)
    top.freeze_panes = None
    for at, figure in enumerate(figures(form), row + 1):
        for column, text in enumerate((figure.label, figure.how, figure.limits), 1):
            sheets.put(top, at, column, text)

    months = [f"{words['month']} {at}" for at in range(1, form.data["months"] + 1)]
    widths = [40, 30, 11, *(11 for _ in months)]
    typed = sheets.sheet(book, words["counts"], words["note"], widths)
    rows = _counts(typed, form, months)

    computed = sheets.sheet(book, words["figures"], words["figures_note"], widths)
    head = [words["figure"], words["base"], words["example"], *months]
    sheets.table(computed, head, len(figures(form)))
    page = quote_sheetname(words["counts"])
    for at, figure in enumerate(figures(form), sheets.HEAD_ROW + 1):
        sheets.put(computed, at, 1, figure.label)
        sheets.put(computed, at, 2, figure.base)
        number_format = sheets.PERCENT if figure.unit == "percent" else sheets.NUMBER
        for column in range(EXAMPLE, EXAMPLE + 1 + len(months)):
            letter = get_column_letter(column)
            cells = {
                key: f"{page}!{letter}{first}" + (f":{letter}{last}" if last > first else "")
                for key, (first, last) in rows.items()
                if key in inputs(figure.formula)
            }
            sheets.put(computed, at, column, in_cells(figure.formula, cells), number_format)
    return sheets.close(book, form)


def _counts(typed: Worksheet, form: Form, months: list[str]) -> dict[str, tuple[int, int]]:
    """Write the sheet that a person types into; return key -> first and last row."""
    words = form.words
    every = counts(form)
    head = [words["count"], words["unit"], words["example"], *months]
    sheets.table(typed, head, sum(count.cells for count in every))
    rows: dict[str, tuple[int, int]] = {}
    row = sheets.HEAD_ROW + 1
    last_letter = get_column_letter(EXAMPLE + len(months))
    for count in every:
        rows[count.key] = (row, row + count.cells - 1)
        for at, label in enumerate(count.labels()):
            sheets.put(typed, row, 1, label)
            sheets.put(typed, row, 2, count.unit)
            number = count.example[at] if at < len(count.example) else None
            sheets.put(typed, row, EXAMPLE, number)
            for column in range(EXAMPLE + 1, EXAMPLE + 1 + len(months)):
                sheets.typed(typed, row, column)
            sheets.number_rule(
                typed,
                [f"{get_column_letter(EXAMPLE + 1)}{row}:{last_letter}{row}"],
                title=label,
                prompt=f"{words['type_number']} {count.unit}",
                wrong=words["wrong_number"],
            )
            row += 1
    return rows
