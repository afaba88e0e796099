"""Write a template as a Word file."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as DocTable
from docx.text.paragraph import Paragraph

from publishing.forms.packing import pack
from publishing.forms.source import Block, Form, Table

A4: Final = (Mm(210), Mm(297))
MARGIN: Final = Mm(18)
INK: Final = RGBColor(0x1C, 0x1B, 0x33)
LOCALES: Final = {"en": "en-GB", "id": "id-ID"}
BOX: Final = "☐ "
ROW: Final = Mm(9)
"""Least height of a row, so that a hand can write in it."""


def word_file(form: Form) -> bytes:
    """Return the bytes of the .docx; the same form gives the same bytes."""
    document = Document()
    width = _page(document, form.landscape)
    _styles(document, LOCALES[form.language])
    _properties(document, form)
    document.add_heading(form.title, level=1)
    for block in form.blocks:
        _add(document, block, width)
    target = BytesIO()
    document.save(target)
    return pack(target.getvalue(), form.updated)


def _page(document: Doc, landscape: bool) -> Length:
    """Set the page to A4 and return the width of the text."""
    section = document.sections[0]
    short, long = A4
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Mm(15)
    return Length(section.page_width - 2 * MARGIN)


def _styles(document: Doc, locale: str) -> None:
    """Set font, colour, spacing and language once, in the styles."""
    sizes = {
        "Normal": 10.5,
        "Heading 1": 20,
        "Heading 2": 13,
        "List Bullet": 10.5,
        "List Number": 11,
    }
    for name, size in sizes.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size = "Calibri", Pt(size)
        style.font.color.rgb = INK
        # Headings would keep the font of the theme.
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
        is_heading = name.startswith("Heading")
        style.paragraph_format.space_before = Pt(9 if name == "Heading 2" else 0)
        style.paragraph_format.space_after = Pt(3 if is_heading else 4)
        if name == "List Number":  # room to write between the points
            style.paragraph_format.space_after = Pt(7)
            for together in style.element.pPr.findall(qn("w:contextualSpacing")):
                style.element.pPr.remove(together)
        style.paragraph_format.line_spacing = 1.05
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)


def _properties(document: Doc, form: Form) -> None:
    """Set title and language; drop the picture of an empty page that the library brings."""
    core = document.core_properties
    core.title, core.subject, core.language = form.title, form.subject, LOCALES[form.language]
    core.author = core.last_modified_by = "Inside Story"
    core.comments = core.keywords = ""
    day = form.updated
    core.created = core.modified = datetime(day.year, day.month, day.day)
    relations = document.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        relations.pop(key)


def _add(document: Doc, block: Block, width: Length) -> None:
    match block.kind:
        case "heading" | "page":
            heading = document.add_heading(block.text, level=2)
            heading.paragraph_format.page_break_before = block.kind == "page" or None
        case "text":
            _runs(document.add_paragraph(), block.text)
        case "points" | "steps" | "boxes":
            style = {"points": "List Bullet", "steps": "List Number", "boxes": None}[block.kind]
            for item in block.items:
                paragraph = document.add_paragraph(style=style)
                _runs(paragraph, (BOX if block.kind == "boxes" else "") + item)
        case "fields":
            for item in block.items:
                _blank(document, f"{item}: ", width)
        case "lines":
            _runs(document.add_paragraph(), block.text)
            for _ in range(block.count):
                _blank(document, "", width)
        case "table" if block.table:
            _table(document, block.table, width)


def _runs(paragraph: Paragraph, text: str) -> None:
    """Add a text in which **words** between stars are bold."""
    for at, part in enumerate(re.split(r"\*\*", text)):
        if part:
            paragraph.add_run(part).bold = True if at % 2 else None


def _blank(document: Doc, label: str, width: Length) -> None:
    """Add a label with a line to write on; typing moves the line along."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(9)
    paragraph.paragraph_format.tab_stops.add_tab_stop(
        width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES
    )
    _runs(paragraph, label)
    paragraph.add_run("\t")


def _table(document: Doc, table: Table, width: Length) -> None:
    made = document.add_table(rows=1 + len(table.rows), cols=len(table.head), style="Table Grid")
    made.autofit = False
    for at, (cells, row) in enumerate(zip(made.rows, (table.head, *table.rows), strict=True)):
        cells.height = ROW if at else None
        for cell, text in zip(cells.cells, row, strict=True):
            _runs(cell.paragraphs[0], text)
    for column, share in zip(made.columns, table.widths, strict=True):
        part = Length(int(width * share / sum(table.widths)))
        column.width = part
        for cell in column.cells:
            cell.width = part
    _mark_header(made)


def _mark_header(table: DocTable) -> None:
    """Mark the first row as the header, which screen readers say and each page repeats."""
    for at, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if at == 0:
            properties.append(OxmlElement("w:tblHeader"))
            for cell in row.cells:
                for run in cell.paragraphs[0].runs:
                    run.bold = True
                shade = OxmlElement("w:shd")
                shade.set(qn("w:val"), "clear")
                shade.set(qn("w:fill"), "E9E9F7")
                cell._tc.get_or_add_tcPr().append(shade)
