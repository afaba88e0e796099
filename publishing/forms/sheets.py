"""What all workbooks share: how a cell looks, how a table is marked, how a file is closed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.properties import CalcProperties
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from publishing.forms.packing import pack
from publishing.forms.source import Block, Form
from publishing.forms.word import LOCALES

FONT: Final = "Calibri"
HEAD_ROW: Final = 4
"""Where every table begins: title and note stand above it."""
PERCENT: Final = "0.0%"
NUMBER: Final = "0.0"
PLAIN: Final = "General"
DATE: Final = "yyyy-mm-dd"
LINE: Final = 15
"""Height of a line in points."""

_EDGE = Side(style="thin", color="827B93")
_INPUT = PatternFill("solid", start_color="FFF6D6")
_HEAD = PatternFill("solid", start_color="2C3591")


def workbook(form: Form) -> Workbook:
    """Return an empty workbook with its properties."""
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    day = datetime(form.updated.year, form.updated.month, form.updated.day)
    properties = book.properties
    properties.title, properties.subject = form.title, form.subject
    properties.creator = properties.lastModifiedBy = "Inside Story"
    properties.language = LOCALES[form.language]
    properties.created = properties.modified = day
    # No results are stored in the file, so the program computes them when it opens it.
    book.calculation = CalcProperties(fullCalcOnLoad=True)
    return book


def close(book: Workbook, form: Form) -> bytes:
    """Return the bytes of a workbook; the same form gives the same bytes."""
    for made in book.worksheets:
        _fit_rows(made)
    target = BytesIO()
    book.save(target)
    return pack(target.getvalue(), form.updated)


def _fit_rows(made: Worksheet) -> None:
    """Give rows whose text wraps their height; not every program does that by itself."""
    widths = {letter: each.width for letter, each in made.column_dimensions.items()}
    for at, row in enumerate(made.iter_rows(), 1):
        if made.row_dimensions[at].height is None:
            lines = max(_lines_of(cell, widths) for cell in row)
            made.row_dimensions[at].height = LINE * lines if lines > 1 else None


def _lines_of(cell: object, widths: Mapping[str, float]) -> int:
    """Return how many lines a text takes in its column; 1 for numbers and formulas."""
    if not isinstance(cell, Cell) or not isinstance(cell.value, str) or cell.value[:1] == "=":
        return 1
    return (
        math.ceil(len(cell.value) / widths[cell.column_letter]) if cell.alignment.wrap_text else 1
    )


def sheet(book: Workbook, name: str, note: str, widths: Sequence[float]) -> Worksheet:
    """Add a sheet that prints on the width of one A4 page, with its name and a note on top."""
    made: Worksheet = book.create_sheet(name)
    for at, width in enumerate(widths, 1):
        made.column_dimensions[get_column_letter(at)].width = width
    made.page_setup.paperSize = 9  # A4
    made.page_setup.orientation = "landscape"
    made.page_setup.fitToHeight = 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made.sheet_view.showGridLines = False
    put(made, 1, 1, name, wrap=False).font = Font(FONT, 16, bold=True)
    put(made, 2, 1, note, wrap=False)
    return made


def put(
    sheet: Worksheet,
    row: int,
    column: int,
    value: object,
    number_format: str = PLAIN,
    *,
    wrap: bool = True,
) -> Cell:
    """Write a cell that nobody types into; without `wrap` its text runs over empty neighbours."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    cell.value = value  # type: ignore[assignment]
    cell.font = Font(FONT, 11)
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    cell.number_format = number_format
    return cell


def typed(
    sheet: Worksheet, row: int, column: int, value: object = None, number_format: str = PLAIN
) -> Cell:
    """Write a cell that a person types into; it is yellow and has an edge."""
    cell = put(sheet, row, column, value, number_format)
    cell.fill = _INPUT
    cell.border = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
    return cell


def table(sheet: Worksheet, head: Sequence[str], rows: int, first: int = HEAD_ROW) -> None:
    """Write the header row of a table and mark it: readers hear it, and each page repeats it."""
    for at, text in enumerate(head, 1):
        cell = put(sheet, first, at, text)
        cell.font = Font(FONT, 11, bold=True, color="FFFFFF")
        cell.fill = _HEAD
    name = "T_" + re.sub(r"\W", "_", sheet.title)
    made = Table(displayName=name, ref=f"A{first}:{get_column_letter(len(head))}{first + rows}")
    made.tableStyleInfo = TableStyleInfo("TableStyleLight1", showRowStripes=False)
    made.autoFilter = None
    sheet.add_table(made)
    sheet.freeze_panes = f"B{first + 1}"
    sheet.print_title_rows = f"{first}:{first}"


def number_rule(
    sheet: Worksheet, cells: Iterable[str], *, title: str, prompt: str, wrong: str, most: str = ""
) -> None:
    """Let cells hold a number of 0 or more, and say at each what belongs there."""
    rule = DataValidation(
        type="decimal",
        operator="between" if most else "greaterThanOrEqual",
        formula1="0",
        formula2=most or None,
        allow_blank=True,
    )
    _say(sheet, rule, cells, title, prompt, wrong)


def list_rule(
    sheet: Worksheet, cells: Iterable[str], *, title: str, prompt: str, choices: str
) -> None:
    """Let cells hold one of the choices, which are parted by commas."""
    rule = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True)
    _say(sheet, rule, cells, title, prompt, prompt)


def date_rule(
    sheet: Worksheet, cells: Iterable[str], *, title: str, prompt: str, wrong: str
) -> None:
    """Let cells hold a day."""
    rule = DataValidation(
        type="date", operator="greaterThan", formula1="DATE(2000,1,1)", allow_blank=True
    )
    _say(sheet, rule, cells, title, prompt, wrong)


def monday_rule(sheet: Worksheet, cell: str, *, title: str, prompt: str) -> None:
    """Let a cell hold a Monday."""
    rule = DataValidation(type="custom", formula1=f"WEEKDAY({cell},2)=1", allow_blank=True)
    _say(sheet, rule, [cell], title, prompt, prompt)


def text_rule(sheet: Worksheet, cells: Iterable[str], *, title: str, prompt: str) -> None:
    """Say at a cell for free text what belongs there."""
    _say(sheet, DataValidation(allow_blank=True), cells, title, prompt, prompt)


def _say(
    sheet: Worksheet,
    rule: DataValidation,
    cells: Iterable[str],
    title: str,
    prompt: str,
    wrong: str,
) -> None:
    # Excel refuses titles of more than 32 letters.
    rule.promptTitle = rule.errorTitle = title if len(title) <= 32 else f"{title[:31]}…"
    rule.prompt, rule.error = prompt, wrong
    rule.showInputMessage = rule.showErrorMessage = True
    for cell in cells:
        rule.add(cell)
    sheet.add_data_validation(rule)


def readme(book: Workbook, form: Form, name: str) -> tuple[Worksheet, int]:
    """Add the first sheet and return it with the next free row."""
    made = book.create_sheet(name)
    made.page_setup.paperSize = 9
    made.page_setup.fitToHeight = 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made.sheet_view.showGridLines = False
    for column, width in zip("ABC", (34, 44, 60), strict=True):
        made.column_dimensions[column].width = width
    put(made, 1, 1, form.title).font = Font(FONT, 16, bold=True)
    row = 2
    for block in form.readme:
        row = _lines(made, block, row)
    return made, row


def _lines(made: Worksheet, block: Block, row: int) -> int:
    """Write a block over the width of the sheet and return the next free row."""
    texts = [f"• {item}" for item in block.items] or [block.text]
    row += block.kind == "heading"
    for text in texts:
        cell = put(made, row, 1, text)
        cell.font = Font(FONT, 13 if block.kind == "heading" else 11, bold=block.kind == "heading")
        made.merge_cells(start_row=row, end_row=row, start_column=1, end_column=3)
        # Merged rows do not grow by themselves: about 130 letters fit on a line.
        made.row_dimensions[row].height = LINE * (1 + len(text) // 130) + 3
        row += 1
    return row
