"""Make notebooks and step data from the exercises that authors write.

`exercises/source/<slug>.md` becomes `exercises/<slug>.ipynb`, which a learner opens, and
`checks/learn/exercises/en/<slug>.json`, which the package carries; the Indonesian ones likewise.
The same sources give the same files, byte for byte.

    python -m publishing.notebooks          write what differs
    python -m publishing.notebooks --check  only name what is out of date
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from checks import Policy, load_policy
from checks.learn.computing import shown
from checks.learn.ordering import letter_of
from checks.learn.steps import Compute, Order, Repair, Sort, Spot, Task, to_data
from checks.learn.texts import Texts, texts
from publishing import LANGUAGES, ROOT
from publishing.capstone_notebook import capstone_data, capstone_notebook
from publishing.capstone_source import read_capstone
from publishing.cells import (
    SCHEMA_VERSION,
    Cell,
    code,
    comment,
    markdown,
    metadata,
    policy_data,
    wrapped,
)
from publishing.exercise_source import (
    CAPSTONE,
    ExerciseSource,
    SourceError,
    StepSource,
    folder,
    read,
    read_all,
)


def write_all(root: Path = ROOT) -> list[Path]:
    """Write the notebooks and step data that differ; return their paths.

    Raises SourceError for sources that have to be mended, after the others were written.
    """
    sources, problems = read_all(root)
    written = []
    for path, content in _files(sources, root).items():
        if not _is(path, content):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            written.append(path)
    if problems:
        raise SourceError(problems)
    return written


def stale(root: Path = ROOT) -> list[Path]:
    """Return the files that differ from their source, are missing, or have no source.

    Raises SourceError for sources that have to be mended.
    """
    sources, problems = read_all(root)
    if problems:
        raise SourceError(problems)
    files = _files(sources, root)
    out = [path for path, content in files.items() if not _is(path, content)]
    return sorted([*out, *(path for path in _generated(root) if path not in files)])


def notebook(source: ExerciseSource, answers: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the notebook of an exercise, with ``answers`` by step id in place of the stubs.

    It is JSON data of format 4.5; `nbformat.from_dict` makes it a notebook that can be run.
    """
    say = texts(source.lang)
    start = f"## {say('notebook.start_title')}\n\n{say('notebook.start').strip()}"
    cells = [
        markdown("title", _opening(source, say)),
        markdown("start", start),
        code("setup", _setup(source), "remove-cell"),
    ]
    for step in source.steps:
        cells += _step_cells(step, (answers or {}).get(step.task.id), say)
    last = source.steps[-1].task.id
    about = f"## {say('notebook.clinic_title')}\n\n{say('notebook.clinic', step=last).strip()}"
    cells += [
        markdown("clinic-about", about),
        # Widgets need a kernel: tools that only print the notebook pass this cell over.
        code("clinic", f'exercise.clinic("{last}")', "remove-input", "skip-execution"),
    ]
    return {
        "cells": cells,
        "metadata": _metadata(source, say),
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _step_cells(step: StepSource, answer: str | None, say: Texts) -> list[Cell]:
    """Return the cells of one step. Code that only shows something is left out of the web page."""
    task, name = step.task, step.task.id
    cells = [
        markdown(f"{name}-task", f"## {task.title}\n\n{step.before}"),
        code(f"{name}-card", f"{name}.card", "remove-input"),
        # A page cannot be answered, so there the result would only puzzle.
        code(f"{name}-answer", _answer(task, answer, say), "remove-output"),
        code(f"{name}-hints", f"{name}.hints()", "remove-input"),
        code(f"{name}-solution", f"{name}.solution()", "remove-input"),
    ]
    return [*cells, markdown(f"{name}-after", step.after)] if step.after else cells


def solution_notebook(slug: str, lang: str, root: Path = ROOT) -> dict[str, Any]:
    """Return the notebook of an exercise with one good answer in every step."""
    source = read(folder(lang, root) / f"{slug}.md", lang, root)
    return notebook(source, {step.task.id: good_answer(step.task) for step in source.steps})


def good_answer(task: Task) -> str:
    """Return the answer that the author calls good, as a learner would type it."""
    if isinstance(task, Spot):
        return "\n".join(" ".join(fault.words.split()) for fault in task.faults)
    if isinstance(task, Sort):
        return "\n".join(f"{number} = {item.into}" for number, item in enumerate(task.items, 1))
    if isinstance(task, Order):
        return " ".join(letter_of(task, line) for line in range(1, len(task.lines) + 1))
    if isinstance(task, Compute):
        values = (shown(one, task.lang) for one in task.quantities)
        return "\n".join(f"{number} = {value}" for number, value in enumerate(values, 1))
    return task.solution


def stub(task: Task) -> str:
    """Return what stands in an answer cell before the learner has begun."""
    if isinstance(task, Repair):
        return task.draft
    if isinstance(task, Sort | Compute):
        total = len(task.items) if isinstance(task, Sort) else len(task.quantities)
        return "\n".join(f"{number} =" for number in range(1, total + 1))
    return ""


def step_data(source: ExerciseSource, policy: Policy) -> dict[str, Any]:
    """Return what the package needs to check an exercise."""
    return {
        "schema_version": SCHEMA_VERSION,
        "slug": source.slug,
        "lang": source.lang,
        "title": source.title,
        "minutes": source.minutes,
        "platform": source.platform,
        "policy": policy_data(policy),
        "steps": [to_data(step.task) for step in source.steps],
    }


def story_policy(root: Path = ROOT) -> Policy:
    """Return what the exercises know about firms: the cast's, and those of `policy.yml`.

    Rules that a company switched off stay on here: each step needs the rules that it names.
    """
    house = load_policy(root / "policy.yml")
    cast = yaml.safe_load((root / "book" / "cast.yml").read_text("utf-8"))
    firms = [firm[key] for firm in cast["firms"].values() for key in ("name", "short")]
    return replace(
        house,
        names=tuple(sorted({*house.names, *firms})),
        rules_off=frozenset(),
        outcomes=Policy().outcomes,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files that differ, or name them with ``--check``. Returns the exit code."""
    check = "--check" in (sys.argv[1:] if arguments is None else arguments)
    try:
        paths = stale() if check else write_all()
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    for path in paths:
        print(path.relative_to(ROOT).as_posix())
    if check and paths:
        print("These files are out of date: run `python -m publishing.notebooks`.", file=sys.stderr)
        return 1
    return 0


def _files(sources: Iterable[ExerciseSource], root: Path) -> dict[Path, bytes]:
    """Return the content of every generated file by its path."""
    out: dict[Path, bytes] = {}
    policy = story_policy(root)
    for source in sources:
        place = folder(source.lang, root).parent
        data = root / "checks" / "learn" / "exercises" / source.lang
        out[place / f"{source.slug}.ipynb"] = _json(_with_lines(notebook(source)))
        out[data / f"{source.slug}.json"] = _json(step_data(source, policy))
    for lang in LANGUAGES:
        month = read_capstone(lang, root)
        if month is not None:
            place = folder(lang, root).parent
            data = root / "checks" / "learn" / "month"
            out[place / f"{CAPSTONE}.ipynb"] = _json(_with_lines(capstone_notebook(month)))
            out[data / f"{lang}.json"] = _json(capstone_data(month, policy))
    return out


def _json(data: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _with_lines(book: Mapping[str, Any]) -> dict[str, Any]:
    """Return a notebook with its texts as lists of lines, as Jupyter saves them."""
    cells = [{**cell, "source": cell["source"].splitlines(keepends=True)} for cell in book["cells"]]
    return {**book, "cells": cells}


def _generated(root: Path) -> list[Path]:
    """Return the generated files that stand in the tree."""
    patterns = (
        "exercises/*.ipynb",
        "exercises/_*/*.ipynb",
        "checks/learn/exercises/*/*.json",
        "checks/learn/month/*.json",
    )
    return [path for pattern in patterns for path in root.glob(pattern)]


def _is(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _metadata(source: ExerciseSource, say: Texts) -> dict[str, Any]:
    titles = "; ".join(step.task.title for step in source.steps)
    description = say("notebook.description", titles=titles, minutes=source.minutes)
    return metadata(source.slug, source.lang, description)


def _opening(source: ExerciseSource, say: Texts) -> str:
    steps = "\n".join(f"{n}. {step.task.title}" for n, step in enumerate(source.steps, 1))
    time = say("notebook.time", minutes=source.minutes)
    return f"# {source.title}\n\n{source.intro}\n\n{time}\n\n{steps}"


def _setup(source: ExerciseSource) -> str:
    names = ", ".join(step.task.id for step in source.steps)
    return (
        "from checks.learn import open_exercise\n\n"
        f'exercise = open_exercise("{source.slug}", lang="{source.lang}")\n'
        f"{names} = exercise.steps\n"
        "exercise"
    )


def _answer(task: Task, answer: str | None, say: Texts) -> str:
    """Return the cell that a learner fills: running it checks what stands there now.

    Answer and check share a cell, so nobody can check an answer that was changed since.
    """
    if answer is None:
        answer = stub(task)
    quoted = wrapped(answer)
    notes = [say(f"notebook.{key}") for key in ("your_turn", f"answer_{task.id}", "run")]
    return (
        f'{comment(*notes)}{task.id}_answer = """\n{quoted}\n"""\n{task.id}.check({task.id}_answer)'
    )


if __name__ == "__main__":
    sys.exit(main())
