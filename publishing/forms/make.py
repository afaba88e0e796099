"""Make the files of a template."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from publishing.forms.calendar_book import calendar_book
from publishing.forms.kpi_book import kpi_book
from publishing.forms.rubric_book import rubric_book
from publishing.forms.source import Form
from publishing.forms.word import word_file

BOOKS: Final[dict[str, Callable[[Form], bytes]]] = {
    "calendar": calendar_book,
    "kpi": kpi_book,
    "rubric": rubric_book,
}
"""Template -> what writes its workbook."""


def files(form: Form) -> dict[str, bytes]:
    """Return file name -> its bytes, in the order of the formats."""
    made: dict[str, bytes] = {}
    for ending in form.formats:
        write = word_file if ending == "docx" else BOOKS[form.name]
        made[f"{form.file}.{ending}"] = write(form)
    return made
