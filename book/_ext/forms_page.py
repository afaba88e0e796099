"""Put the templates on their page and their files beside the pages.

A line ``<!-- template consent -->`` becomes the links to the files and a folded preview, both made
from the source of the template. The files lie in ``downloads/`` of the built book, where their
addresses stay the same from build to build.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from publishing.forms import kpi
from publishing.forms.make import files
from publishing.forms.preview import preview
from publishing.forms.source import Form, FormError, folder, names, read

if TYPE_CHECKING:
    from sphinx.application import Sphinx

from sphinx.util import logging

logger = logging.getLogger(__name__)

MARKER = re.compile(r"<!-- template ([a-z]+) -->")
DOWNLOADS = "downloads"


class Words(NamedTuple):
    """What the page says around a template."""

    get: str
    kinds: dict[str, str]
    preview: str
    to_fill_in: str


WORDS = {
    "en": Words("Download", {"docx": "Word", "xlsx": "workbook"}, "Preview", "Columns to fill in:"),
    "id": Words("Unduh", {"docx": "Word", "xlsx": "lembar kerja"}, "Pratinjau", "Kolom isian:"),
}


def links(form: Form, docname: str) -> str:
    """Return the links to the files of a template, each with its kind and size."""
    words = WORDS[form.language]
    up = "../" * docname.count("/")
    items = []
    for name, content in files(form).items():
        kind = words.kinds[name.rpartition(".")[2]]
        size = f"{round(len(content) / 1024)} KB"
        address = f"{up}{DOWNLOADS}/{name}"
        text = f"{words.get}: {form.title}, {kind}, {size}"
        items.append(f'- <a class="download" href="{address}" download>{text}</a>')
    return "\n".join(items)


def section(form: Form, docname: str) -> str:
    """Return the links and the folded preview of one template, as Markdown."""
    words = WORDS[form.language]
    if form.name == "kpi":
        form = replace(form, blocks=(*form.blocks, *kpi.preview_blocks(form)))
    return "\n".join(
        [
            "{.downloads}",
            links(form, docname),
            "",
            f":::{{admonition}} {words.preview}: {form.title}",
            ":class: dropdown form-preview",
            "",
            preview(form, words.to_fill_in),
            ":::",
        ]
    )


def fill(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put the templates in the places of their markers."""
    root, language = Path(app.srcdir), app.config.language
    if not MARKER.search(source[0]):
        return
    try:
        source[0] = MARKER.sub(
            lambda found: section(read(root, language, found[1]), docname), source[0]
        )
    except FormError as error:
        logger.warning("%s", error, location=docname)
    for path in folder(root, language).glob("*.yml"):
        app.env.note_dependency(str(path))


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write the files of every template of the language into the built book."""
    if exception is not None or app.builder.name != "html":
        return
    target = Path(app.outdir, DOWNLOADS)
    target.mkdir(exist_ok=True)
    root, language = Path(app.srcdir), app.config.language
    for name in names(root, language):
        for file, content in files(read(root, language, name)).items():
            (target / file).write_bytes(content)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the page. It comes after the language swap, which has the usual priority."""
    app.connect("source-read", fill, priority=600)
    app.connect("build-finished", write_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
