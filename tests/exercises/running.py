"""Run a notebook of the course as a learner would, in an empty folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from publishing import ROOT


def run(book: dict[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Run a whole notebook, the Clinic included; return the text of each cell by its id."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    cells = nbformat.from_dict(book)
    nbformat.validate(cells)
    client = NotebookClient(
        cells,
        timeout=60,
        kernel_name="python3",
        skip_cells_with_tag="",
        resources={"metadata": {"path": str(folder)}},
    )
    client.execute()
    shown: dict[str, str] = {}
    for cell in cells.cells:
        if cell.cell_type != "code":
            continue
        assert [one.output_type for one in cell.outputs] == ["execute_result"], cell.id
        data = cell.outputs[0].data
        assert "text/html" in data, cell.id
        shown[cell.id] = data["text/plain"]
        if cell.id == "clinic":
            assert "application/vnd.jupyter.widget-view+json" in data
    assert list(folder.iterdir()) == [], "running a notebook leaves no file behind"
    return shown
