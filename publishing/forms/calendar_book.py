"""Write the workbook of the calendar."""

from __future__ import annotations

from typing import Final

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook

from publishing.forms import sheets
from publishing.forms.source import Form

HEAD: Final = 7
"""The header row of the days: the first Monday and the empty share stand above it."""
FIRST: Final = HEAD + 1
RED_ROWS: Final = 20
LEAST_EMPTY: Final = 0.3


def days(form: Form) -> list[tuple[int, str, str]]:
    """Return week, day and kind of each row: one table of the source is one week."""
    weeks = [block.table for block in form.blocks if block.table]
    return [(at, row[0], row[1]) for at, week in enumerate(weeks, 1) for row in week.rows]


def kinds(form: Form) -> list[str]:
    """Return the kinds in the order in which they first appear."""
    return list(dict.fromkeys(kind for *_, kind in days(form)))


def calendar_book(form: Form) -> bytes:
    """Return the bytes of the .xlsx: what to know, the days, the red dates, the mix."""
    book = sheets.workbook(form)
    sheets.readme(book, form, form.words["readme"])
    _calendar(book, form)
    _red(book, form)
    _mix(book, form)
    return sheets.close(book, form)


def _calendar(book: Workbook, form: Form) -> None:
    words, every = form.words, days(form)
    extra = next(block.table for block in form.blocks if block.table).head[2:]
    widths = [14, 13, 13, 18, 11, 44, 24, 16, 14, 12]
    made = sheets.sheet(book, words["calendar"], words["note"], widths)
    last = FIRST + len(every) - 1
    sheets.put(made, 4, 1, words["first"])
    sheets.typed(made, 4, 2, None, sheets.DATE)
    sheets.put(made, 5, 1, words["share"])
    column_d = f"D{FIRST}:D{last}"
    left = f'COUNTIF({column_d},"{words["empty"]}")'
    share = f'=IF(COUNTA({column_d})=0,"",{left}/COUNTA({column_d}))'
    sheets.put(made, 5, 2, share, sheets.PERCENT)
    advice = f'=IF(B5="","",IF(B5>={LEAST_EMPTY},"{words["enough"]}","{words["more"]}"))'
    sheets.put(made, 5, 3, advice, wrap=False)

    head = [
        words["week"],
        words["date"],
        *next(block.table for block in form.blocks if block.table).head[:2],
        *extra,
        words["pause_head"],
    ]
    sheets.table(made, head, len(every), HEAD)
    made.freeze_panes = f"C{FIRST}"
    per_week = len(every) // every[-1][0]
    red = quote_sheetname(words["red"])
    end = sheets.HEAD_ROW + RED_ROWS
    for at, (week, day, kind) in enumerate(every):
        row = FIRST + at
        sheets.put(made, row, 1, week)
        offset = (week - 1) * 7 + at % per_week
        sheets.put(made, row, 2, f'=IF($B$4="","",$B$4+{offset})', sheets.DATE)
        sheets.put(made, row, 3, day)
        sheets.typed(made, row, 4, kind)
        for column in range(5, 5 + len(extra)):
            sheets.typed(made, row, column)
        first_red = sheets.HEAD_ROW + 1
        red_days = (
            f'COUNTIFS({red}!$A${first_red}:$A${end},"<="&B{row},'
            f'{red}!$B${first_red}:$B${end},">="&B{row})'
        )
        pause = f'=IF(B{row}="","",IF({red_days}>0,"{words["pause"]}",""))'
        sheets.put(made, row, 5 + len(extra), pause)

    sheets.monday_rule(made, "B4", title=words["first"], prompt=words["wrong_monday"])
    rules = {4: ",".join(kinds(form)), 8: words["answers"], 9: words["lights"]}
    for column, title in enumerate(head[3:-1], 4):
        letter = get_column_letter(column)
        cells = [f"{letter}{FIRST}:{letter}{last}"]
        if column in rules:
            choices, prompt = rules[column], words["choose"]
            sheets.list_rule(made, cells, title=title, prompt=prompt, choices=choices)
        else:
            sheets.text_rule(made, cells, title=title, prompt=words["type_text"])


def _red(book: Workbook, form: Form) -> None:
    words = form.words
    made = sheets.sheet(book, words["red"], words["red_note"], [14, 14, 60])
    sheets.table(made, [words["from"], words["until"], words["reason"]], RED_ROWS)
    first, last = sheets.HEAD_ROW + 1, sheets.HEAD_ROW + RED_ROWS
    for row in range(first, last + 1):
        for column in (1, 2, 3):
            sheets.typed(made, row, column, None, sheets.DATE if column < 3 else sheets.PLAIN)
    for letter, key in (("A", "from"), ("B", "until")):
        sheets.date_rule(
            made,
            [f"{letter}{first}:{letter}{last}"],
            title=words[key],
            prompt=words["type_date"],
            wrong=words["wrong_date"],
        )
    sheets.text_rule(made, [f"C{first}:C{last}"], title=words["reason"], prompt=words["type_text"])


def _mix(book: Workbook, form: Form) -> None:
    words, every = form.words, kinds(form)
    made = sheets.sheet(book, words["mix"], words["mix_note"], [26, 10, 10])
    sheets.table(made, [words["kind"], words["slots"], words["part"]], len(every) + 1)
    cells = f"{quote_sheetname(words['calendar'])}!$D${FIRST}:$D${FIRST + len(days(form)) - 1}"
    for row, kind in enumerate([*every, words["all"]], sheets.HEAD_ROW + 1):
        counted = f"COUNTA({cells})" if kind == words["all"] else f"COUNTIF({cells},A{row})"
        sheets.put(made, row, 1, kind)
        sheets.put(made, row, 2, f"={counted}")
        share = f'=IF(COUNTA({cells})=0,"",B{row}/COUNTA({cells}))'
        sheets.put(made, row, 3, share, sheets.PERCENT)
