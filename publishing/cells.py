"""Cells of a notebook, as JSON data of format 4.5, and what all notebooks of the course share."""

from __future__ import annotations

from textwrap import fill
from typing import Any, Final

from checks import Policy

Cell = dict[str, Any]

SCHEMA_VERSION: Final = 1
"""Version of the step data and of the notebooks' own metadata."""

POLICY_KEYS: Final = (
    "names",
    "products",
    "disclosure_phrases",
    "disclosure_tags",
    "public_contacts",
)
"""What the step data holds of a policy."""
COLUMNS: Final = 66
"""Width of an answer cell, so that it fits a page. A check joins the lines again; see
``checks.learn.writing.WRAP``, which must be lower by the length of a long word."""


def markdown(name: str, text: str) -> Cell:
    """Return a cell of Markdown."""
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": text}


def code(name: str, source: str, *tags: str) -> Cell:
    """Return a cell of code that has not run yet."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {"tags": list(tags)},
        "outputs": [],
        "source": source,
    }


def wrapped(answer: str) -> str:
    """Return an answer as it stands between triple quotes, in lines that a cell can show."""
    lines = "\n".join(
        fill(line, COLUMNS, break_long_words=False, break_on_hyphens=False)
        for line in answer.split("\n")
    )
    return lines.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def comment(*notes: str) -> str:
    """Return notes as the comment at the head of a cell."""
    return "".join(
        f"{fill(note, COLUMNS, initial_indent='# ', subsequent_indent='# ')}\n" for note in notes
    )


def metadata(slug: str, lang: str, description: str) -> dict[str, Any]:
    """Return the metadata of a notebook: its kernel, which exercise it is, and its description."""
    return {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        # Which exercise this is, whatever somebody calls the file.
        "inside_story": {"schema_version": SCHEMA_VERSION, "exercise": slug, "lang": lang},
        "myst": {"html_meta": {"description": description}},
    }


def policy_data(policy: Policy) -> dict[str, list[Any]]:
    """Return what the step data holds of a policy."""
    return {key: list(getattr(policy, key)) for key in POLICY_KEYS}
