"""The templates: one source, whole files, live formulas, the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import statistics
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from publishing.forms import calendar_book, formula, kpi, kpi_book, rubric_book, sheets, source
from publishing.forms.make import files
from publishing.forms.packing import pack
from publishing.forms.preview import preview
from publishing.forms.source import Form, FormError, parse, read

ROOT = Path(__file__).parents[2]
NAMES = ["agreement", "calendar", "consent", "kpi", "rubric"]
LANGUAGES = [code for code in ("en", "id") if source.folder(ROOT, code).is_dir()]
FORMS = [read(ROOT, code, name) for code in LANGUAGES for name in source.names(ROOT, code)]
MADE = {(form.language, form.name): files(form) for form in FORMS}
ENGLISH = {form.name: form for form in FORMS if form.language == "en"}
OFFICE = shutil.which("soffice")


def named(form: Form) -> str:
    return f"{form.language}-{form.name}"


def made(form: Form, ending: str) -> bytes:
    return MADE[form.language, form.name][f"{form.file}.{ending}"]


def opened(form: Form) -> Workbook:
    return load_workbook(io.BytesIO(made(form, "xlsx")))


WORD = pytest.mark.parametrize("form", [f for f in FORMS if "docx" in f.formats], ids=named)
BOOKS = pytest.mark.parametrize("form", [f for f in FORMS if "xlsx" in f.formats], ids=named)
EVERY = pytest.mark.parametrize("form", FORMS, ids=named)


# --- the sources --------------------------------------------------------------------------------


def test_every_language_has_the_same_templates_in_the_same_formats() -> None:
    for code in LANGUAGES:
        assert source.names(ROOT, code) == NAMES
    for form in FORMS:
        english = ENGLISH[form.name]
        assert form.formats == english.formats
        assert form.words.keys() == english.words.keys()
        assert [block.kind for block in form.blocks] == [b.kind for b in english.blocks]
    assert {name: form.formats for name, form in ENGLISH.items()} == {
        "agreement": ("docx",),
        "calendar": ("docx", "xlsx"),
        "consent": ("docx",),
        "kpi": ("xlsx",),
        "rubric": ("docx", "xlsx"),
    }


def small(**more: Any) -> dict[str, Any]:
    """Return the least that a source holds."""
    least = {"file": "f", "title": "T", "subject": "S", "updated": date(2026, 1, 2)}
    return {**least, "formats": ["docx"], "blocks": [{"text": "One."}], **more}


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ({k: v for k, v in small().items() if k != "title"}, "f.yml has no 'title': add"),
        (small(blocks=[{"txt": "x"}]), "has a block 'txt': use one of heading, text"),
        (small(blocks=[{"table": {"head": ["A", "B"], "rows": [["1"]]}}]), "uneven rows: give"),
    ],
)
def test_a_source_that_cannot_be_used_is_named_with_its_remedy(
    raw: dict[str, Any], says: str
) -> None:
    with pytest.raises(FormError, match=re.escape(says)):
        parse(raw, "f", "en")


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FormError, match=r"There is no template 'gone': write gone\.yml"):
        read(tmp_path, "en", "gone")


def texts(value: Any) -> Iterator[str]:
    """Yield every text inside a source."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from texts(inner)


@EVERY
def test_sentences_are_short(form: Form) -> None:
    path = source.folder(ROOT, form.language) / f"{form.name}.yml"
    every = " \n".join(texts(yaml.safe_load(path.read_text(encoding="utf-8"))))
    lengths = [len(each.split()) for each in re.split(r"[.!?:]\s|\n", every) if each.strip()]
    assert max(lengths) <= 25
    assert statistics.median(lengths) <= 16


# --- what is asked of each template ---------------------------------------------------------------


def test_the_calendar_plans_four_weeks_and_leaves_three_days_in_ten_empty() -> None:
    for form in (each for each in FORMS if each.name == "calendar"):
        every = calendar_book.days(form)
        assert [week for week, *_ in every] == [1] * 5 + [2] * 5 + [3] * 5 + [4] * 5
        empty = [kind for *_, kind in every].count(form.words["empty"])
        assert empty / len(every) == 0.3
        assert form.words["empty"] in calendar_book.kinds(form)


def test_the_rubric_is_the_one_of_the_chapter() -> None:
    """Criteria, points and the example of two members stand in the chapter, word for word."""
    chapter = (ROOT / "book" / "trainers" / "programme.md").read_text(encoding="utf-8")
    form = ENGLISH["rubric"]
    darto, k7 = form.data["examples"].values()
    for at, (name, look, points) in enumerate(rubric_book.criteria(form)):
        assert f"| {name}, {points} | {look} | {darto[at]} | {k7[at]} |" in chapter
    assert f"| **Sum, 100** | | **{sum(darto)}** | **{sum(k7)}** |" in chapter


def test_points_that_do_not_add_up_are_refused() -> None:
    form = ENGLISH["rubric"]
    at, block = next((at, b) for at, b in enumerate(form.blocks) if b.table)
    assert block.table
    rows = (("Knowledge", "What", "26", "", ""), *block.table.rows[1:])
    wrong = replace(block, table=replace(block.table, rows=rows))
    blocks = (*form.blocks[:at], wrong, *form.blocks[at + 1 :])
    with pytest.raises(FormError, match="do not add up to 100"):
        rubric_book.rubric_book(replace(form, blocks=blocks))


def chapter_counts() -> dict[str, list[float]]:
    """Return what the chapter on measuring counts in Intan's month."""
    chapter = (ROOT / "book" / "trainers" / "measure.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z][^|]+) \| ([\d,\s]+) \|$", chapter, re.MULTILINE)
    found = {}
    for name, numbers in rows:
        plain = re.sub(r"(?<=\d),(?=\d{3})", "", numbers)
        found[name] = [float(number) for number in plain.split(",")]
    return found


def test_the_example_of_the_figures_is_the_month_of_the_chapter() -> None:
    counted = chapter_counts()
    example = {count.key: list(count.example) for count in kpi.counts(ENGLISH["kpi"])}
    assert example == {
        "members": [12],
        "active": [12],
        "posts": counted["Posts"],
        "followers": counted["Followers, added up"],
        "reach": counted["Reach"],
        "views": counted["Views"],
        "engagement": counted["Reactions, comments, shares, saves"],
        "shares": counted["Shares alone"],
        "clicks": counted["Clicks"],
        "needed": counted["Posts that needed the tie"],
        "said": counted["Posts that needed it and said it"],
        "minutes": counted["Minutes to mend each mistake"],
        "most": [10],
        "before": [6],
        "after": [8],
        "before_other": [6],
        "after_other": [6.5],
        **{key: [] for key in ("own", "peers", "positive", "negative", "neutral")},
    }


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("engagement_by_reach", "4 %"),
        ("engagement_by_followers", "1.2 %"),
        ("reach_rate", "30 %"),
        ("amplification", "1.5"),
        ("click_rate", "1 %"),
        ("disclosure_rate", "94 %"),
        ("correction_time", "25"),
        ("lift", "50 %"),
        ("lift_other", "13 %"),
    ],
)
def test_the_results_of_the_example_are_those_of_the_chapter(key: str, shown: str) -> None:
    chapter = (ROOT / "book" / "trainers" / "measure.md").read_text(encoding="utf-8")
    form = ENGLISH["kpi"]
    figure = next(each for each in kpi.figures(form) if each.key == key)
    result = kpi.example(form)[key]
    assert result is not None
    exact = kpi.shown(result, figure.unit, "en")
    whole = f"{result * 100 + 1e-9:.0f} %" if figure.unit == "percent" else exact
    assert shown in (exact, whole)
    assert shown in chapter


def test_every_figure_that_the_programme_needs_is_there_and_no_price() -> None:
    for form in (each for each in FORMS if each.name == "kpi"):
        keys = [figure.key for figure in kpi.figures(form)]
        assert keys == [
            "reach_rate", "engagement_by_reach", "engagement_by_followers", "amplification",
            "click_rate", "share_of_voice", "net_sentiment", "lift", "lift_other",
            "disclosure_rate", "correction_time", "participation",
        ]  # fmt: skip
        assert all(figure.limits and figure.base for figure in kpi.figures(form))
        assert any("Barcelona" in block.text for block in form.readme)
    assert any("Earned media value" in block.text for block in ENGLISH["kpi"].readme)


def test_a_figure_of_an_unknown_count_is_refused() -> None:
    form = ENGLISH["kpi"]
    figures = [{**form.data["figures"][0], "formula": "reach / fans"}]
    with pytest.raises(FormError, match="Reach rate reads 'fans': add that count"):
        kpi.figures(replace(form, data={**form.data, "figures": figures}))


def test_the_agreement_has_every_point_that_it_needs() -> None:
    (points,) = (block.items for block in ENGLISH["agreement"].blocks if block.kind == "steps")
    assert len(points) == 16
    assert [re.split(r"[.,:*]", point[2:])[0] for point in points] == [
        "Purpose", "Free choice", "Your account stays yours", "Time", "Who you are", "Topics",
        "Before you post", "Mistakes", "People and secrets", "Medicines", "Money and gifts",
        "Machines that write", "Help", "What we keep on you", "Thanks", "Pause and exit",
    ]  # fmt: skip


# --- formulas -----------------------------------------------------------------------------------


def test_a_formula_is_written_for_cells() -> None:
    cells = {"a": "S!B2", "b": "S!B3", "m": "S!B4:B6"}
    assert formula.in_cells("a / (a + b)", cells) == (
        '=IF(OR(COUNT(S!B2)=0,COUNT(S!B3)=0),"",IFERROR((S!B2/(S!B2+S!B3)),""))'
    )
    assert formula.in_cells("median(m)", cells) == (
        '=IF(OR(COUNT(S!B4:B6)=0),"",IFERROR(MEDIAN(S!B4:B6),""))'
    )


@pytest.mark.parametrize("wrong", ["a /", "a ** 2", "sum(a)", "a if b else a", "'a'", "a.b"])
def test_other_formulas_are_refused(wrong: str) -> None:
    with pytest.raises(FormError, match="cannot be read: use keys, numbers"):
        formula.in_cells(wrong, {"a": "A1", "b": "B1"})


def independently(counts: Mapping[str, Sequence[float]]) -> dict[str, float | None]:
    """Compute the figures by their definitions, without the formulas of the source."""

    def one(key: str) -> float:
        if not counts.get(key):
            raise LookupError(key)
        return counts[key][0]

    def lift(before: str, after: str) -> float:
        return (one(after) - one(before)) / (one("most") - one(before))

    def sentiment() -> float:
        every = [one(key) for key in ("positive", "negative", "neutral")]
        return (every[0] - every[1]) / sum(every)

    definitions = {
        "reach_rate": lambda: one("reach") / one("followers"),
        "engagement_by_reach": lambda: one("engagement") / one("reach"),
        "engagement_by_followers": lambda: one("engagement") / one("followers"),
        "amplification": lambda: one("shares") / one("posts"),
        "click_rate": lambda: one("clicks") / one("views"),
        "share_of_voice": lambda: one("own") / (one("own") + one("peers")),
        "net_sentiment": sentiment,
        "lift": lambda: lift("before", "after"),
        "lift_other": lambda: lift("before_other", "after_other"),
        "disclosure_rate": lambda: one("said") / one("needed"),
        "correction_time": lambda: statistics.median(counts["minutes"]),
        "participation": lambda: one("active") / one("members"),
    }
    found: dict[str, float | None] = {}
    for key, definition in definitions.items():
        try:
            found[key] = definition()
        except (LookupError, ZeroDivisionError, statistics.StatisticsError):
            found[key] = None
    return found


KEYS = [count.key for count in kpi.counts(ENGLISH["kpi"])]


@given(
    st.fixed_dictionaries(
        {key: st.lists(st.integers(0, 50), max_size=8 if key == "minutes" else 1) for key in KEYS}
    )
)
def test_the_formulas_of_the_source_are_the_definitions(counts: dict[str, list[float]]) -> None:
    for figure in kpi.figures(ENGLISH["kpi"]):
        expected = independently(counts)[figure.key]
        found = formula.value(figure.formula, counts)
        assert found == (None if expected is None else pytest.approx(expected))


def test_results_are_shown_as_readers_write_them() -> None:
    assert kpi.shown(0.125, "percent", "en") == "12.5 %"
    assert kpi.shown(0.125, "percent", "id") == "12,5 %"
    assert kpi.shown(25, "number", "en") == "25"
    assert kpi.shown(None, "number", "en", "no count") == "no count"


# --- files --------------------------------------------------------------------------------------


@EVERY
def test_the_same_source_gives_the_same_bytes(form: Form) -> None:
    assert files(form) == MADE[form.language, form.name]


def test_another_process_at_another_time_gives_the_same_bytes() -> None:
    """A clock, a random seed or the order of a set would show here."""
    code = (
        "import hashlib; from pathlib import Path; from publishing.forms.make import files;"
        "from publishing.forms.source import read, names;"
        "made = {k: v for n in names(Path('.'), 'en')"
        " for k, v in files(read(Path('.'), 'en', n)).items()};"
        "print(hashlib.sha256(b''.join(made[k] for k in sorted(made))).hexdigest())"
    )
    every = {k: v for (code_, _), m in MADE.items() if code_ == "en" for k, v in m.items()}
    expected = hashlib.sha256(b"".join(every[k] for k in sorted(every))).hexdigest()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "TZ": "Asia/Jayapura"}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == expected


@EVERY
def test_files_hold_no_clock_time_and_are_small(form: Form) -> None:
    for content in MADE[form.language, form.name].values():
        assert len(content) < 60_000
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            assert file.testzip() is None
            assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            core = file.read("docProps/core.xml").decode()
            stamps = re.findall(r"<dcterms:\w+[^>]*>([^<]*)<", core)
            assert set(stamps) == {f"{form.updated}T00:00:00Z"}
            assert not any("thumbnail" in name for name in file.namelist())


def test_packing_keeps_the_parts() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        file.writestr("a.xml", "<a/>")
        file.writestr("docProps/core.xml", '<dcterms:created x="y">1999</dcterms:created>')
    with zipfile.ZipFile(io.BytesIO(pack(raw.getvalue(), date(2026, 1, 2)))) as file:
        assert file.namelist() == ["a.xml", "docProps/core.xml"]
        assert file.read("a.xml") == b"<a/>"
        assert b">2026-01-02T00:00:00Z<" in file.read("docProps/core.xml")


# --- Word ---------------------------------------------------------------------------------------


@WORD
def test_a_word_file_has_title_language_and_real_headings(form: Form) -> None:
    document = Document(io.BytesIO(made(form, "docx")))
    locale = {"en": "en-GB", "id": "id-ID"}[form.language]
    assert document.core_properties.title == form.title
    assert document.core_properties.language == locale
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {
        locale
    }
    headings = [
        (p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")
    ]
    parts = [block.text for block in form.blocks if block.kind in ("heading", "page")]
    assert headings == [("Heading 1", form.title), *(("Heading 2", part) for part in parts)]


@WORD
def test_a_word_file_holds_every_word_of_its_source(form: Form) -> None:
    document = Document(io.BytesIO(made(form, "docx")))
    text = "\n".join(p.text for p in document.paragraphs)
    for block in form.blocks:
        for each in filter(None, (block.text, *block.items)):
            assert each.replace("**", "") in text
    tables = [block.table for block in form.blocks if block.table]
    assert len(document.tables) == len(tables)
    for table, expected in zip(document.tables, tables, strict=True):
        assert [tuple(cell.text for cell in row.cells) for row in table.rows] == [
            tuple(cell.replace("**", "") for cell in row) for row in (expected.head, *expected.rows)
        ]


@WORD
def test_the_tables_of_a_word_file_mark_their_header_row(form: Form) -> None:
    for table in Document(io.BytesIO(made(form, "docx"))).tables:
        marked = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert marked == [True] + [False] * (len(table.rows) - 1)


@WORD
def test_a_word_file_is_a4_and_keeps_lists_as_lists(form: Form) -> None:
    document = Document(io.BytesIO(made(form, "docx")))
    section = document.sections[0]
    size = sorted(round(each.mm) for each in (section.page_width, section.page_height))
    assert size == [210, 297]
    assert (section.page_width > section.page_height) is form.landscape
    styles = [p.style.name for p in document.paragraphs]
    for kind, style in (("points", "List Bullet"), ("steps", "List Number")):
        items = sum(len(block.items) for block in form.blocks if block.kind == kind)
        assert styles.count(style) == items


# --- workbooks ----------------------------------------------------------------------------------


@BOOKS
def test_a_workbook_has_title_language_and_sheets_with_speaking_names(form: Form) -> None:
    book = opened(form)
    assert book.properties.title == form.title
    assert book.properties.language == {"en": "en-GB", "id": "id-ID"}[form.language]
    assert book.sheetnames[0] == form.words["readme"]
    assert set(book.sheetnames) <= set(form.words.values())
    assert book.active.title == form.words["readme"]
    assert book.calculation.fullCalcOnLoad


def heads(sheet: Worksheet) -> list[str]:
    """Return the header row of the one table of a sheet."""
    (table,) = sheet.tables.values()
    return [cell.value for cell in sheet[table.ref][0]]


@BOOKS
def test_every_table_of_a_workbook_marks_its_header_row(form: Form) -> None:
    for sheet in opened(form).worksheets:
        if sheet.title == form.words["readme"] and form.name != "kpi":
            assert not sheet.tables
            continue
        head = heads(sheet)
        assert all(head)
        assert len(set(head)) == len(head)
        (table,) = sheet.tables.values()
        assert table.headerRowCount == 1
        first = table.ref.split(":")[0].lstrip("A")
        assert sheet.print_title_rows == f"${first}:${first}"


def yellow(sheet: Worksheet) -> list[Any]:
    """Return the cells that a person types into."""
    return [c for row in sheet.iter_rows() for c in row if c.fill.start_color.rgb == "00FFF6D6"]


@BOOKS
def test_every_cell_to_type_into_says_what_belongs_there(form: Form) -> None:
    found = 0
    for sheet in opened(form).worksheets:
        rules = sheet.data_validations.dataValidation
        for cell in yellow(sheet):
            found += 1
            (rule,) = (rule for rule in rules if cell.coordinate in rule.sqref)
            assert rule.promptTitle and rule.prompt and rule.showInputMessage
            assert len(rule.promptTitle) <= 32 and len(rule.prompt) <= 255
            if rule.type == "list":
                assert len(rule.formula1) <= 255
            assert not str(cell.value or "").startswith("=")
    assert found > 50


@BOOKS
def test_nothing_is_typed_where_something_is_computed(form: Form) -> None:
    for sheet in opened(form).worksheets:
        typed = {cell.coordinate for cell in yellow(sheet)}
        computed = {c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"}
        assert not typed & computed


def test_every_count_has_its_unit_and_every_figure_its_base() -> None:
    form = ENGLISH["kpi"]
    book = opened(form)
    for name in ("counts", "figures"):
        sheet = book[form.words[name]]
        (table,) = sheet.tables.values()
        for row in sheet[table.ref][1:]:
            assert row[0].value and row[1].value
    formulas = [c for row in book[form.words["figures"]].iter_rows() for c in row]
    assert sum(cell.data_type == "f" for cell in formulas) == 12 * (1 + form.data["months"])
    read_me = "\n".join(str(c.value) for row in book[form.words["readme"]].iter_rows() for c in row)
    for figure in kpi.figures(form):
        assert figure.limits in read_me


# --- the preview ----------------------------------------------------------------------------------


@EVERY
def test_the_preview_shows_every_word(form: Form) -> None:
    shown = preview(form, "To fill in:")
    for block in form.blocks:
        cells = [c for r in (block.table.head, *block.table.rows) for c in r] if block.table else []
        for each in filter(None, (block.text, *block.items, *cells)):
            assert each in shown
    widest = max((line.count("|") for line in shown.splitlines()), default=0)
    assert widest <= 4  # three columns fit on a phone


# --- as an office program sees it ----------------------------------------------------------------


def recomputed(book: Workbook, folder: Path, name: str = "in.xlsx") -> Workbook:
    """Let LibreOffice open and compute a workbook; return it with the results."""
    assert OFFICE
    book.save(folder / name)
    convert(folder / name, "xlsx", folder / "out")
    return load_workbook(folder / "out" / name, data_only=True)


def convert(file: Path, ending: str, target: Path) -> None:
    profile = (target.parent / "profile").as_uri()
    subprocess.run(
        [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending,
         "--outdir", str(target), str(file)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip


NEEDS_OFFICE = pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")


def months() -> list[dict[str, list[float]]]:
    """Return twelve months: full, empty, with noughts, with gaps, and changing figures."""
    full = {key: [float(at + 3)] for at, key in enumerate(KEYS)}
    full |= {"most": [20.0], "minutes": [12.0, 25.0, 190.0, 7.5]}
    noughts = {key: [0.0] for key in KEYS}
    gaps = [{key: value for key, value in full.items() if key != left} for left in KEYS[:6]]
    odd = {**full, "minutes": [5.0, 1.0, 9.0], "negative": [99.0], "after": [1.0]}
    same = {**full, "before": [20.0]}
    return [full, {}, noughts, odd, same, *gaps, {**full, "minutes": [4.0] * 8}]


@NEEDS_OFFICE
@pytest.mark.parametrize("form", [f for f in FORMS if f.name == "kpi"], ids=named)
def test_libreoffice_computes_the_figures_that_python_computes(form: Form, tmp_path: Path) -> None:
    book = opened(form)
    counts = book[form.words["counts"]]
    every = [{c.key: list(c.example) for c in kpi.counts(form)}, *months()]
    assert len(every) == 1 + form.data["months"]
    for column, month in enumerate(every[1:], kpi_book.EXAMPLE + 1):
        row = sheets.HEAD_ROW + 1
        for count in kpi.counts(form):
            for at, number in enumerate(month.get(count.key, [])):
                counts.cell(row + at, column).value = number
            row += count.cells
    results = recomputed(book, tmp_path)[form.words["figures"]]
    for column, month in enumerate(every, kpi_book.EXAMPLE):
        expected = independently(month)
        for row, figure in enumerate(kpi.figures(form), sheets.HEAD_ROW + 1):
            found = results.cell(row, column).value
            number = expected[figure.key]
            where = f"{figure.key} in {get_column_letter(column)}"
            assert (found or None if number is None else found) == (
                None if number is None else pytest.approx(number)
            ), where


@NEEDS_OFFICE
@pytest.mark.parametrize("form", [f for f in FORMS if f.name == "rubric"], ids=named)
def test_libreoffice_adds_up_the_points_of_two_reviewers(form: Form, tmp_path: Path) -> None:
    book, words, first = opened(form), form.words, rubric_book.FIRST
    darto, k7 = form.data["examples"].values()
    scored = (
        (book[words["reviewer_a"]], {"K1": darto, "K7": k7, "K9": k7[:5]}),
        (book[words["reviewer_b"]], {"K7": darto, "K1": [20, 15, 18, 15, 9, 9], "K9": k7}),
    )
    for sheet, rows in scored:
        for at, (code, points) in enumerate(rows.items()):
            for column, value in enumerate([code, *points], 1):
                sheet.cell(first + at, column).value = value
    for at, code in enumerate(["K1", "K7", "K9", "K0"]):
        book[words["together"]].cell(first + at, 1).value = code
    done = recomputed(book, tmp_path)
    rubric = done[words["rubric"]]
    end = first + 6
    assert [rubric.cell(end, column).value for column in (3, 4, 5)] == [100, 90, 68]
    assert not rubric.cell(end + 2, 1).value
    together = done[words["together"]]
    found = [
        [together.cell(first + at, column).value or None for column in range(2, 7)]
        for at in range(5)
    ]
    talk = words["talk_yes"]
    assert found == [
        [90, 86, 4, 88, None],
        [68, 90, 22, 79, talk],
        [None, 68, None, None, None],
        [None] * 5,
        [None] * 5,
    ]


@NEEDS_OFFICE
@pytest.mark.parametrize("form", [f for f in FORMS if f.name == "calendar"], ids=named)
def test_libreoffice_fills_in_dates_and_pauses(form: Form, tmp_path: Path) -> None:
    book, words, first = opened(form), form.words, calendar_book.FIRST
    book[words["calendar"]]["B4"].value = datetime(2026, 11, 30)
    red = book[words["red"]]
    red["A5"].value, red["B5"].value = datetime(2026, 12, 3), datetime(2026, 12, 8)
    done = recomputed(book, tmp_path)
    days = done[words["calendar"]]
    dates = [days.cell(first + at, 2).value for at in range(20)]
    assert dates[0] == datetime(2026, 11, 30) and dates[19] == datetime(2026, 12, 25)
    assert {each.weekday() for each in dates} == {0, 1, 2, 3, 4}
    pauses = [at for at in range(20) if days.cell(first + at, 10).value == words["pause"]]
    assert pauses == [3, 4, 5, 6]
    assert days["B5"].value == pytest.approx(0.3)
    assert days["C5"].value == words["enough"]
    mix = done[words["mix"]]
    assert [mix.cell(row, 2).value for row in range(5, 10)] == [7, 4, 6, 3, 20]


@NEEDS_OFFICE
@BOOKS
def test_no_cell_of_a_fresh_workbook_shows_an_error(form: Form, tmp_path: Path) -> None:
    for sheet in recomputed(opened(form), tmp_path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "e", f"{sheet.title}!{cell.coordinate}: {cell.value}"


@NEEDS_OFFICE
@WORD
def test_word_files_open_and_keep_to_their_pages(form: Form, tmp_path: Path) -> None:
    file = tmp_path / f"{form.file}.docx"
    file.write_bytes(made(form, "docx"))
    convert(file, "pdf", tmp_path / "out")
    pdf = (tmp_path / "out" / f"{form.file}.pdf").read_bytes()
    pages = len(re.findall(rb"/Type\s*/Page(?!s)", pdf))
    assert pages == {"agreement": 2, "calendar": 2, "consent": 1, "rubric": 1}[form.name]
