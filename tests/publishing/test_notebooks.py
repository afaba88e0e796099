"""Sources become notebooks and step data; what is not right in a source is shown to its author."""

from __future__ import annotations

import ast
import json
import re
import shutil
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

from checks.learn.steps import Compute, ComputeTrap, Quantity, from_data
from publishing import ROOT, notebooks
from publishing.cells import COLUMNS
from publishing.exercise_fits import compute_fits
from publishing.exercise_source import SourceError, folder, read, read_all
from publishing.notebooks import (
    main,
    notebook,
    solution_notebook,
    stale,
    step_data,
    story_policy,
    write_all,
)

SOURCE = r"""---
slug: valve
minutes: 15
platform: instagram
---
# Find the valve

An intro with a [link](../book/hook.md).

```text
# no heading
## and no step
```

## Spot: the warm-up

Mark the words that stand in front of the story.

```{step} spot
draft: |
  Good morning, everyone! At 03:40 the pipe split in Market Street.

  I counted 38 turns before the water stopped, and my "boots" \o/ were full.
faults:
  - words: "Good morning, everyone!"
    rule: hook.warm_up
    because: "A greeting takes the first line."
decoys:
  - {words: "At 03:40 the pipe split", message: "This is the scene."}
  - {words: "38 turns", message: "A number is a strength."}
  - {words: "Market Street", message: "A place is a strength."}
find: 1
hints:
  - "Where does the story begin?"
  - "Look at the first words."
reason: "The greeting hides the scene."
```

After the step.

## Repair: the valve

Change the draft.

```{step} repair
draft: |
  Good morning, everyone! I turned the valve in Market Street 38 times.
clear: [hook.warm_up]
keep: ["38", "Market Street"]
show: [hook.scene_opening]
words: {least: 5, most: 40}
hints: ["Read it aloud.", "Begin with 38."]
solution: |
  38 turns. That is what it took to close the valve in Market Street.
reason: "The number opens the scene."
wrong:
  - {answer: "Good morning! 38 turns in Market Street.", says: "Good morning"}
  - {answer: "I turned the valve in Market Street often.", says: "38"}
  - {answer: "38 turns. Done.", says: "Market Street"}
```

## Write: the pump

Write a post.

```{step} write
brief: "Tell neighbours about one night."
facts: ["The pump stopped at 02:10."]
clear: [hook.warm_up]
show: []
words: {least: 5, most: 40}
hints: ["Begin with a time.", "Try: 02:10."]
solution: "02:10. The pump is silent, and I kneel in the mud."
reason: "The time opens the scene."
wrong:
  - {answer: "Good morning, neighbours! The pump stopped.", says: "Good morning"}
  - {answer: "Hello all! At 02:10 the pump stopped.", says: "Hello"}
  - {answer: "02:10.", says: "5"}
```
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with one exercise in both languages."""
    (tmp_path / "book").mkdir()
    shutil.copy(ROOT / "book" / "cast.yml", tmp_path / "book")
    shutil.copy(ROOT / "policy.yml", tmp_path)
    for lang in ("en", "id"):
        place = folder(lang, tmp_path)
        place.mkdir(parents=True)
        (place / "valve.md").write_text(SOURCE, "utf-8")
    return tmp_path


def problems_of(root: Path, text: str) -> list[str]:
    path = folder("en", root) / "valve.md"
    path.write_text(text, "utf-8")
    with pytest.raises(SourceError) as caught:
        read(path, "en", root)
    return [str(problem) for problem in caught.value.problems]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


# --- what the repository holds ---------------------------------------------------------------


def test_what_is_committed_equals_what_the_sources_give() -> None:
    assert stale() == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("exercises/**/*.ipynb")), ids=str)
def test_committed_notebooks_are_valid_and_bare(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    assert (book.nbformat, book.nbformat_minor) == (4, 5)
    assert book.metadata.kernelspec.name == "python3"
    assert book.metadata.inside_story.exercise == path.stem
    ids = [cell.id for cell in book.cells]
    assert len(ids) == len(set(ids))
    for cell in book.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None
            ast.parse(cell.source)
            assert max(map(len, cell.source.splitlines())) <= COLUMNS


@pytest.mark.parametrize("path", sorted(ROOT.glob("exercises/**/*.ipynb")), ids=str)
def test_notebooks_are_good_pages(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    assert book.cells[0].cell_type == "markdown"
    assert book.cells[0].source.startswith("# ")
    text = "\n\n".join(cell.source for cell in book.cells if cell.cell_type == "markdown")
    levels = [len(found) for found in re.findall(r"^(#+) ", text, re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))
    assert not re.search(r"!\[\s*\]", text), "a picture needs words"
    assert 50 <= len(book.metadata.myst.html_meta.description) <= 300


# --- what comes out ----------------------------------------------------------------------------


def test_the_same_source_gives_the_same_bytes(root: Path) -> None:
    first = {path.relative_to(root): path.read_bytes() for path in write_all(root)}
    assert set(map(str, first)) == {
        "exercises/valve.ipynb",
        "exercises/_id/valve.ipynb",
        "checks/learn/exercises/en/valve.json",
        "checks/learn/exercises/id/valve.json",
    }
    assert write_all(root) == []
    for path in first:
        (root / path).unlink()
    assert {path.relative_to(root): path.read_bytes() for path in write_all(root)} == first
    assert not any(b"\r" in content for content in first.values())


def test_jupyter_would_save_the_same_notebook(root: Path) -> None:
    write_all(root)
    path = root / "exercises" / "valve.ipynb"
    saved = nbformat.writes(nbformat.read(path, as_version=4))
    assert json.loads(saved) == json.loads(path.read_text("utf-8"))


def test_stale_names_what_differs_is_missing_or_has_no_source(root: Path) -> None:
    write_all(root)
    assert stale(root) == []
    changed = root / "exercises" / "valve.ipynb"
    changed.write_text(changed.read_text("utf-8").replace("warm-up", "greeting"), "utf-8")
    missing = root / "checks" / "learn" / "exercises" / "id" / "valve.json"
    missing.unlink()
    orphan = root / "exercises" / "_id" / "gone.ipynb"
    orphan.write_text("{}", "utf-8")
    assert stale(root) == sorted([changed, missing, orphan])
    assert sorted(write_all(root)) == sorted([changed, missing])
    assert stale(root) == [orphan]


def test_cells_and_their_ids(root: Path) -> None:
    book = notebook(read(folder("en", root) / "valve.md", "en", root))
    assert [cell["id"] for cell in book["cells"]] == [
        "title",
        "start",
        "setup",
        *("spot-task", "spot-card", "spot-answer", "spot-hints", "spot-solution", "spot-after"),
        *("repair-task", "repair-card", "repair-answer", "repair-hints", "repair-solution"),
        *("write-task", "write-card", "write-answer", "write-hints", "write-solution"),
        "clinic-about",
        "clinic",
    ]
    by_id = {cell["id"]: cell for cell in book["cells"]}
    assert "**About 15 minutes.**" in by_id["title"]["source"]
    assert "1. Spot: the warm-up" in by_id["title"]["source"]
    assert "# no heading" in by_id["title"]["source"]
    assert by_id["spot-answer"]["source"].startswith("# Your turn\n")
    assert by_id["spot-after"]["source"] == "After the step."
    assert 'open_exercise("valve", lang="en")' in by_id["setup"]["source"]
    assert "skip-execution" in by_id["clinic"]["metadata"]["tags"]


def test_the_indonesian_notebook_speaks_indonesian(root: Path) -> None:
    book = notebook(read(folder("id", root) / "valve.md", "id", root))
    by_id = {cell["id"]: cell["source"] for cell in book["cells"]}
    assert by_id["spot-answer"].startswith("# Giliranmu\n")
    assert "**Kira-kira 15 menit.**" in by_id["title"]
    assert 'lang="id"' in by_id["setup"]


def test_the_solution_notebook_differs_in_the_answers_only(root: Path) -> None:
    stub = notebook(read(folder("en", root) / "valve.md", "en", root))
    solved = solution_notebook("valve", "en", root)
    changed = [
        one["id"] for one, other in zip(stub["cells"], solved["cells"], strict=True) if one != other
    ]
    assert changed == ["spot-answer", "repair-answer", "write-answer"]
    nbformat.validate(nbformat.from_dict(solved))


@pytest.mark.parametrize(
    "answer", ['He said "no"', '"""', "back\\slash \\n \\", "''' '", "caf\u00e9 \U0001f642", '"']
)
def test_every_answer_stays_text_in_its_cell(root: Path, answer: str) -> None:
    book = notebook(read(folder("en", root) / "valve.md", "en", root), {"write": answer})
    cell = next(cell for cell in book["cells"] if cell["id"] == "write-answer")
    assign = ast.parse(cell["source"]).body[0]
    assert isinstance(assign, ast.Assign)
    assert ast.literal_eval(assign.value).strip() == answer


def test_long_lines_are_wrapped_at_spaces(root: Path) -> None:
    answer = "word " * 60 + "\n\n" + "x" * 120
    book = notebook(read(folder("en", root) / "valve.md", "en", root), {"write": answer})
    cell = next(cell for cell in book["cells"] if cell["id"] == "write-answer")
    lines = cell["source"].splitlines()
    assert all(len(line) <= COLUMNS for line in lines if " " in line and line[0] != "#")
    assert "x" * 120 in lines


def test_step_data_hold_what_a_check_needs(root: Path) -> None:
    source = read(folder("en", root) / "valve.md", "en", root)
    data = json.loads(json.dumps(step_data(source, story_policy(root))))
    assert data["schema_version"] == 1
    assert "Wanasehat" in data["policy"]["names"]
    tasks = [from_data(one, lang="en", platform=data["platform"]) for one in data["steps"]]
    assert tasks == [step.task for step in source.steps]


def test_a_company_that_changes_its_policy_keeps_the_stories(root: Path) -> None:
    (root / "policy.yml").write_text(
        "version: 1\ncompany: {names: [Kopi Kita]}\nrules: {off: [hook.warm_up]}\n", "utf-8"
    )
    policy = story_policy(root)
    assert {"Kopi Kita", "Wanasehat", "Air Randu"} <= set(policy.names)
    assert policy.rules_off == frozenset()


# --- what an author is told --------------------------------------------------------------------


def test_the_sample_is_right(root: Path) -> None:
    sources, problems = read_all(root)
    assert problems == ()
    assert [(one.slug, one.lang) for one in sources] == [("valve", "en"), ("valve", "id")]


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("slug: valve", "slug: pipe", "slug: pipe", "Write `slug: valve`"),
        ("minutes: 15", "minutes: soon", "minutes: soon", "whole number from 5 to 60"),
        ("minutes: 15", "minutes: 500", "minutes: 500", "whole number from 5 to 60"),
        ("platform: instagram", "platform: myspace", "platform: myspace", "one of these platforms"),
        ("minutes: 15", "minute: 15", "minute: 15", "did you mean `minutes`?"),
        ("# Find the valve", "Find the valve", "Find the valve", "Write the title"),
        ("## Write: the pump", "# Write: the pump", "# Write: the pump", "Keep one # title"),
        ("After the step.", "### Deeper", "### Deeper", "no deeper headings"),
        ("Write a post.\n", "\n", "## Write: the pump", "Write the task in plain words"),
        ("```{step} write", "```{step} writ", "```{step} writ", "one of spot, sort"),
        ("find: 1", "find: 2", "find: 2", "whole number from 1 to 1"),
        ("find: 1\n", "", "```{step} spot", "`find` is missing"),
        ('keep: ["38", ', "keep: [38, ", "keep: [38", "between double quotes"),
        ("rule: hook.warm_up", "rule: warm up", "rule: warm up", "Write a rule id"),
        ("clear: [hook.warm_up]\nkeep", "clear: [Hook]\nkeep", "clear: [Hook]", "Write a rule id"),
        ("words: {least: 5, most: 40}", "words: 40", "words: 40", "the least and the most words"),
        ('"Market Street"]', '"Market Street", "1999"]', 'keep: ["38"', "not in the solution"),
        ("solution: |\n  38 turns. That", "solution: |\n  Turns. That", 'keep: ["38"', "«38»"),
        ("most: 40}\nhints: [\"Begin", "most: 6}\nhints: [\"Begin", 'solution: "02:10',
         "The solution has 11 words"),
        ('words: "Good morning, everyone!"', 'words: "Good evening"', 'words: "Good evening"',
         "copy the words letter for letter"),
        ('{words: "38 turns"', '{words: "39 turns"', '{words: "39 turns"', "not in the draft"),
        ('{words: "38 turns"', '{words: "Good morning"', '{words: "Good morning"', "also a fault"),
        ('"Where does the story begin?"', '"Is it Good morning, everyone?"', '"Is it Good',
         "The first hint holds an answer"),
        ('"Begin with a time."', '"Try 02:10. The pump is silent, and I"', 'hints: ["Try 02:10',
         "The first hint holds the beginning"),
        ('["Read it aloud.", "Begin with 38."]', '["Read it aloud."]', 'hints: ["Read it',
         "Write at least 2 `hints`"),
        ('  - {words: "Market Street", message: "A place is a strength."}\n', "", "decoys:",
         "Write at least 3 `decoys`"),
        ('answer: "02:10."', 'answer: ""', 'answer: ""', "`answer` is empty"),
        ('answer: "02:10.", says', 'answer: "02:10.", say', "say: ", "did you mean `says`?"),
        ('{answer: "38 turns. Done."',
         '{answer: "38 turns. That is what it took to close the valve in Market Street"',
         '{answer: "38 turns. That', "draft or the solution"),
        ("reason: \"The time", "reason: The: time", "reason: The: time", "cannot be read"),
        ("reason: \"The time", "find: 1\nreason: \"The time", "find: 1\nreason: \"The time",
         "`find` is not known here"),
        ("find: 1", "find: 1\nfind: 1", "find: 1\nhints", "stands here twice"),
        ("brief: \"Tell", "brief: \"\"\nbrieff: \"Tell", "brief: \"\"", "`brief` is empty"),
    ],
)  # fmt: skip
def test_a_problem_names_file_line_and_remedy(
    root: Path, old: str, new: str, at: str, says: str
) -> None:
    assert SOURCE.count(old) >= 1
    head, _, tail = SOURCE.rpartition(old)
    text = head + new + tail
    told = problems_of(root, text)
    expected = f"exercises/source/valve.md:{line_of(text, at)}: "
    assert any(one.startswith(expected) and says in one for one in told), told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Begin the file with slug"),
        ("# Title\n", "Begin the file with slug"),
        ("---\n- a\n---\n# T\n", "`key: value`"),
        ("---\nslug: valve\nminutes: 15\nplatform: x\n---\n", "Write the title"),
        (
            "---\nslug: valve\nminutes: 15\nplatform: x\n---\n# T\n",
            "three steps of different kinds",
        ),
        ("---\nslug: valve\nminutes: 15\nplatform: x\n---\n# T\n## A\n", "one ```{step} block"),
        (SOURCE[:-4], "Close this block"),
        (SOURCE.replace("## Spot: the warm-up", "Spot"), "heading and the task above"),
    ],
)
def test_a_file_that_is_no_exercise(root: Path, text: str, says: str) -> None:
    assert any(says in one for one in problems_of(root, text))


def test_steps_in_another_order(root: Path) -> None:
    first, spot, repair, write = re.split(r"(?=^## (?:Spot|Repair|Write))", SOURCE, flags=re.M)
    told = problems_of(root, first + repair + spot + write)
    assert any("Here they are: repair, spot, write." in one for one in told)


def test_a_draft_that_is_all_fault(root: Path) -> None:
    text = SOURCE.replace(
        'words: "Good morning, everyone!"',
        'words: "Good morning, everyone! At 03:40 the pipe split in Market Street. '
        'I counted 38 turns before"',
    )
    assert any("cover most of the draft" in one for one in problems_of(root, text))


def test_all_problems_come_at_once(root: Path) -> None:
    text = SOURCE.replace("minutes: 15", "minutes: no").replace("find: 1", "find: 9")
    assert len(problems_of(root, text)) == 2


def test_windows_line_ends_and_a_byte_order_mark_are_no_problem(root: Path) -> None:
    path = folder("en", root) / "valve.md"
    plain = notebook(read(path, "en", root))
    path.write_bytes(b"\xef\xbb\xbf" + SOURCE.replace("\n", "\r\n").encode())
    assert notebook(read(path, "en", root)) == plain


def test_a_file_in_another_encoding(root: Path) -> None:
    path = folder("en", root) / "valve.md"
    path.write_bytes(SOURCE.replace("intro", "\u00efntro").encode("latin-1"))
    with pytest.raises(SourceError, match="Save this file as UTF-8"):
        read(path, "en", root)


def test_a_missing_translation_is_named_and_the_rest_is_written(root: Path) -> None:
    (folder("id", root) / "valve.md").unlink()
    with pytest.raises(SourceError, match=r"exercises/_id/source/valve\.md:1: .*Bahasa Indonesia"):
        write_all(root)
    assert (root / "exercises" / "valve.ipynb").is_file()
    with pytest.raises(SourceError):
        stale(root)


def test_one_source_with_a_problem_does_not_stop_the_others(root: Path) -> None:
    (folder("en", root) / "valve.md").write_text("# Oops\n", "utf-8")
    with pytest.raises(SourceError):
        write_all(root)
    assert (root / "exercises" / "_id" / "valve.ipynb").is_file()
    assert not (root / "exercises" / "valve.ipynb").exists()


def test_the_command_names_files_and_problems(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(notebooks, "ROOT", root)
    for name in ("write_all", "stale"):
        whole = getattr(notebooks, name)
        monkeypatch.setattr(notebooks, name, lambda whole=whole: whole(root))
    assert main(["--check"]) == 1
    assert "exercises/valve.ipynb" in capsys.readouterr().out
    assert main([]) == 0
    assert "exercises/_id/valve.ipynb" in capsys.readouterr().out
    assert main(["--check"]) == 0
    (folder("en", root) / "valve.md").write_text("# Oops\n", "utf-8")
    assert main([]) == 1
    assert "exercises/source/valve.md:1: Begin the file" in capsys.readouterr().err


def test_a_range_of_wrong_scores_may_not_reach_into_the_right_ones() -> None:
    def told_of(value: float, within: float) -> list[str]:
        task = Compute(
            id="compute",
            title="Score",
            lang="en",
            platform="linkedin",
            hints=("One", "Two"),
            reason="So.",
            quantities=(Quantity("Knowledge, of 25", 22.0, 3.0, "points", "Every night."),),
            traps=(ComputeTrap(1, value, "Followers.", within),),
            right=1,
        )
        told: list[str] = []
        compute_fits(task, lambda *_: 1, lambda _, message: told.append(message))
        return told

    assert told_of(8.0, 6.0) == []
    assert told_of(15.0, 0.0) == []
    assert told_of(15.0, 4.0) == ["This range holds right values: make it narrower."]
    assert told_of(20.0, 0.0) == ["This value is right: name a wrong one."]
