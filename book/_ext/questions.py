"""Read and check the questions of a chapter: ``quizzes/<slug>.yml``.

The page, an export for a learning platform and the tests read the same file through this module. It
needs nothing of Sphinx. A mistake never stops the reading: it is named with file, question and
remedy, and what can be shown is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

LEAST_FEEDBACK: Final = 5
"""Words that feedback needs to say more than right or wrong."""
OPTIONS: Final = (3, 4)
"""Fewest and most options of a question."""
KINDS: Final = ("one", "many")
_CATCH_ALL: Final = re.compile(
    r"\b(all|none|both) of (the above|these|them)\b|\bsemua(nya)? (benar|salah|di atas)\b"
    r"|\b(semua|tidak ada) (jawaban|pilihan)\b|\bjawaban di atas\b",
    re.IGNORECASE,
)
_ID: Final = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a learner may choose."""

    text: str
    right: bool
    feedback: str
    misconception: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its options, in the order in which they are written."""

    id: str
    objective: int
    kind: str
    """``one`` for radio buttons, ``many`` for boxes to tick."""
    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions of a file that can be shown, and what is wrong with the file."""

    questions: tuple[Question, ...]
    problems: tuple[str, ...]


def quiz_path(source_dir: Path, language: str, slug: str) -> Path:
    """Return where the questions of a chapter stand in a language."""
    folder = source_dir / "book"
    if language != "en":
        folder /= f"_{language}"
    return folder / "quizzes" / f"{slug}.yml"


def read_quiz(path: Path, name: str) -> Quiz:
    """Read a file of questions. ``name`` is what messages call the file."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Quiz((), (f"{name} does not exist. Write the questions there.",))
    except (OSError, UnicodeDecodeError) as wrong:
        return Quiz((), (f"{name} cannot be read ({wrong}). Save it as UTF-8 text.",))
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        line = f" in line {mark.line + 1}" if mark else ""
        return Quiz(
            (), (f"{name} is no valid YAML{line}. Put texts with a colon or a quote in quotes.",)
        )
    return parse_quiz(data, name)


def parse_quiz(data: Any, name: str) -> Quiz:
    """Check the data of a file of questions."""
    if not isinstance(data, list) or not data:
        return Quiz((), (f"{name} must be a list of questions. Begin each with '- id:'.",))
    questions: list[Question] = []
    problems: list[str] = []
    seen: set[str] = set()
    for number, raw in enumerate(data, 1):
        if not isinstance(raw, Mapping):
            problems.append(f"{name}, question {number}: write it as 'id:', 'question:' and so on.")
            continue
        ident = raw.get("id")
        where = f"{name}, question '{ident}'" if ident else f"{name}, question {number}"
        found = list(_question_problems(raw))
        if ident in seen:
            found.append(f"the id '{ident}' is used twice. Give each question its own.")
        problems += [f"{where}: {problem}" for problem in found]
        if isinstance(ident, str):
            seen.add(ident)
        question = _question(raw)
        if question is not None and question.id not in {one.id for one in questions}:
            questions.append(question)
    problems += [f"{name}: {problem}" for problem in _habits(questions)]
    return Quiz(tuple(questions), tuple(problems))


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _unknown(raw: Mapping[Any, Any], known: Sequence[str]) -> Iterator[str]:
    for key in raw:
        if key not in known:
            yield f"nothing reads '{key}'. Use {', '.join(known)}."


def _question_problems(raw: Mapping[Any, Any]) -> Iterator[str]:
    """Yield what is wrong with one question, each with its remedy."""
    yield from _unknown(raw, ("id", "objective", "kind", "question", "options"))
    ident = raw.get("id")
    if not isinstance(ident, str) or not _ID.fullmatch(ident):
        yield "the id must be small letters, digits and hyphens. Write 'id: warm-up'."
    objective = raw.get("objective")
    if not isinstance(objective, int) or isinstance(objective, bool) or objective < 1:
        yield "name the objective that it tests. Write 'objective: 1'."
    if raw.get("kind") not in KINDS:
        yield "say how many answers may be chosen. Write 'kind: one' or 'kind: many'."
    if not _text(raw.get("question")):
        yield "there is no text. Write 'question: ...'."
    options = raw.get("options")
    least, most = OPTIONS
    if not isinstance(options, list) or not least <= len(options) <= most:
        yield f"a question has {least} or {most} options. Add or drop some."
        return
    for number, option in enumerate(options, 1):
        if not isinstance(option, Mapping):
            yield f"option {number}: write it as 'text:', 'right:' and 'feedback:'."
            continue
        for problem in _option_problems(option):
            yield f"option {number}: {problem}"
    yield from _answer_problems(raw, [one for one in options if isinstance(one, Mapping)])


def _option_problems(option: Mapping[Any, Any]) -> Iterator[str]:
    yield from _unknown(option, ("text", "right", "misconception", "feedback"))
    if not _text(option.get("text")):
        yield "there is no text. Write 'text: ...' and put a number or yes in quotes."
    elif _CATCH_ALL.search(option["text"]):
        yield "an option that sums up the others tests reading, not the idea. Write one more idea."
    feedback = option.get("feedback")
    if not _text(feedback) or len(str(feedback).split()) < LEAST_FEEDBACK:
        yield f"write feedback of at least {LEAST_FEEDBACK} words that says why."
    right = option.get("right", False)
    if not isinstance(right, bool):
        yield "'right' is true or absent."
    misconception = option.get("misconception")
    if right is True and misconception is not None:
        yield "a right option has no misconception. Drop one of the two."
    if right is not True and (
        not isinstance(misconception, str) or not _ID.fullmatch(misconception)
    ):
        yield "name the misconception behind it. Write 'misconception: greeting-is-polite'."


def _answer_problems(raw: Mapping[Any, Any], options: Sequence[Mapping[Any, Any]]) -> Iterator[str]:
    right = sum(option.get("right") is True for option in options)
    if not right:
        yield "no option is right. Mark one with 'right: true'."
    elif raw.get("kind") == "one" and right > 1:
        yield f"{right} options are right. Mark one, or write 'kind: many'."
    elif raw.get("kind") == "many" and right == len(options):
        yield "every option is right. Add one that is not."
    texts = [str(option.get("text", "")).strip().casefold() for option in options]
    if len(set(texts)) < len(texts):
        yield "two options have the same text. Change one."


def _question(raw: Mapping[Any, Any]) -> Question | None:
    """Return the question, or None where too much of it is missing to be shown."""
    options = raw.get("options")
    if not (
        isinstance(raw.get("id"), str)
        and _ID.fullmatch(raw["id"])
        and raw.get("kind") in KINDS
        and _text(raw.get("question"))
        and isinstance(options, list)
        and len(options) > 1
        and all(isinstance(one, Mapping) and _text(one.get("text")) for one in options)
        and any(one.get("right") is True for one in options)
    ):
        return None
    objective = raw.get("objective")
    return Question(
        id=raw["id"],
        objective=objective if isinstance(objective, int) else 0,
        kind=raw["kind"],
        question=raw["question"].strip(),
        options=tuple(
            Option(
                text=one["text"].strip(),
                right=one.get("right") is True,
                feedback=str(one.get("feedback") or "").strip(),
                misconception=one.get("misconception"),
            )
            for one in options
        ),
    )


def _habits(questions: Sequence[Question]) -> Iterator[str]:
    """Yield what would let a learner guess the right answer from its place or its length."""
    single = [question for question in questions if question.kind == "one"]
    if len(single) < 3:
        return
    places = [next(i for i, one in enumerate(each.options) if one.right) for each in single]
    if len(set(places)) == 1:
        yield (
            f"the right answer is always number {places[0] + 1}. Move it in one of the questions."
        )
    longest = [
        place == max(range(len(each.options)), key=lambda i: len(each.options[i].text))
        for each, place in zip(single, places, strict=True)
    ]
    if all(longest):
        yield "the right answer is always the longest. Shorten one, or lengthen a wrong one."
