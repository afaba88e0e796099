"""Write the workbook in which two people score candidates apart."""

from __future__ import annotations

from typing import Final

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from publishing.forms import sheets
from publishing.forms.source import Form, FormError

CANDIDATES: Final = 30
FIRST: Final = sheets.HEAD_ROW + 1
LAST: Final = FIRST + CANDIDATES - 1
FULL: Final = 100
APART: Final = 10
"""More points than this between two reviewers ask for a talk."""


def criteria(form: Form) -> list[tuple[str, str, int]]:
    """Return criterion, what to look at and its points: the first table, without its sum.

    Raises FormError where the points do not add up.
    """
    rows = next(block.table.rows for block in form.blocks if block.table)[:-1]
    found = [(row[0], row[1], int(row[2])) for row in rows]
    if sum(points for *_, points in found) != FULL:
        raise FormError(f"The points of the rubric do not add up to {FULL}: change them.")
    return found


def rubric_book(form: Form) -> bytes:
    """Return the bytes of the .xlsx: what to know, the rubric, two reviewers, the comparison."""
    book = sheets.workbook(form)
    sheets.readme(book, form, form.words["readme"])
    _rubric(book, form)
    for name in (form.words["reviewer_a"], form.words["reviewer_b"]):
        _reviewer(book, form, name)
    _together(book, form)
    return sheets.close(book, form)


def _rubric(book: Workbook, form: Form) -> None:
    words, every, examples = form.words, criteria(form), form.data["examples"]
    made = sheets.sheet(book, words["rubric"], words["rubric_note"], [26, 52, 10, 12, 12])
    head = [words["criterion"], words["look"], words["points"], *examples]
    sheets.table(made, head, len(every) + 1)
    for at, (name, look, points) in enumerate(every):
        sheets.typed(made, FIRST + at, 1, name)
        sheets.typed(made, FIRST + at, 2, look)
        sheets.typed(made, FIRST + at, 3, points)
        for column, given in enumerate(examples.values(), 4):
            sheets.put(made, FIRST + at, column, given[at])
    end = FIRST + len(every)
    sheets.put(made, end, 1, words["sum"])
    for column in range(3, 4 + len(examples)):
        letter = get_column_letter(column)
        sheets.put(made, end, column, _sum(f"{letter}{FIRST}:{letter}{end - 1}", len(every)))
    warning = f'=IF(SUM(C{FIRST}:C{end - 1})={FULL},"","{words["wrong_sum"]}")'
    sheets.put(made, end + 2, 1, warning, wrap=False)
    sheets.text_rule(
        made, [f"A{FIRST}:B{end - 1}"], title=words["criterion"], prompt=words["type_text"]
    )
    sheets.number_rule(
        made,
        [f"C{FIRST}:C{end - 1}"],
        title=words["points"],
        prompt=words["type_points"],
        wrong=words["type_points"],
        most=str(FULL),
    )


def _sum(cells: str, needed: int) -> str:
    """A sum appears when all its cells are filled: a part of it would look like a low score."""
    return f'=IF(COUNT({cells})<{needed},"",SUM({cells}))'


def _reviewer(book: Workbook, form: Form, name: str) -> None:
    words, every = form.words, criteria(form)
    widths = [12, *(13 for _ in every), 9, 70]
    made = sheets.sheet(book, name, words["reviewer_note"], widths)
    head = [words["code"], *(each for each, *_ in every), words["sum"], words["reasons"]]
    sheets.table(made, head, CANDIDATES)
    last = get_column_letter(1 + len(every))
    for row in range(FIRST, LAST + 1):
        for column in (*range(1, 2 + len(every)), 3 + len(every)):
            sheets.typed(made, row, column)
        sheets.put(made, row, 2 + len(every), _sum(f"B{row}:{last}{row}", len(every)))
    _code(made, form)
    page = quote_sheetname(words["rubric"])
    for at, (criterion, *_) in enumerate(every):
        letter = get_column_letter(2 + at)
        sheets.number_rule(
            made,
            [f"{letter}{FIRST}:{letter}{LAST}"],
            title=criterion,
            prompt=words["give_points"],
            wrong=words["too_many"],
            most=f"{page}!$C${FIRST + at}",
        )
    letter = get_column_letter(3 + len(every))
    sheets.text_rule(
        made,
        [f"{letter}{FIRST}:{letter}{LAST}"],
        title=words["reasons"],
        prompt=words["type_reasons"],
    )


def _together(book: Workbook, form: Form) -> None:
    words = form.words
    widths = [12, 11, 11, 12, 11, 13, 18, 18, 13]
    made = sheets.sheet(book, words["together"], words["together_note"], widths)
    keys = ("code", "sum_a", "sum_b", "difference", "mean", "talk", "decision", "told", "objection")
    sheets.table(made, [words[key] for key in keys], CANDIDATES)
    for row in range(FIRST, LAST + 1):
        sheets.typed(made, row, 1)
        for column, reviewer in ((2, "reviewer_a"), (3, "reviewer_b")):
            sheets.put(made, row, column, _found(form, words[reviewer], f"$A{row}"))
        both = f"COUNT(B{row}:C{row})<2"
        sheets.put(made, row, 4, f'=IF({both},"",ABS(B{row}-C{row}))')
        sheets.put(made, row, 5, f'=IF({both},"",AVERAGE(B{row}:C{row}))')
        talk = f'=IF({both},"",IF(D{row}>{APART},"{words["talk_yes"]}",""))'
        sheets.put(made, row, 6, talk)
        for column in (7, 8, 9):
            sheets.typed(made, row, column, None, sheets.DATE if column == 8 else sheets.PLAIN)
    _code(made, form)
    choices = (("G", "decision", "decisions"), ("I", "objection", "answers"))
    for letter, title, key in choices:
        sheets.list_rule(
            made,
            [f"{letter}{FIRST}:{letter}{LAST}"],
            title=words[title],
            prompt=words["choose"],
            choices=words[key],
        )
    sheets.date_rule(
        made,
        [f"H{FIRST}:H{LAST}"],
        title=words["told"],
        prompt=words["type_date"],
        wrong=words["type_date"],
    )


def _found(form: Form, name: str, code: str) -> str:
    """Return the formula for the sum that one reviewer gave to a code."""
    page, letter = quote_sheetname(name), get_column_letter(2 + len(criteria(form)))
    codes, sums = f"{page}!$A${FIRST}:$A${LAST}", f"{page}!${letter}${FIRST}:${letter}${LAST}"
    return f'=IF({code}="","",IFERROR(INDEX({sums},MATCH({code},{codes},0)),""))'


def _code(made: Worksheet, form: Form) -> None:
    words = form.words
    sheets.text_rule(made, [f"A{FIRST}:A{LAST}"], title=words["code"], prompt=words["type_code"])
