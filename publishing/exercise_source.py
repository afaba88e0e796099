"""Read what an author wrote in `exercises/source/<slug>.md` and say what has to be mended.

Every problem names the file, the line and the remedy. All problems of a file are found at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from checks.learn.steps import (
    Compute,
    ComputeTrap,
    Decoy,
    Fault,
    Item,
    Length,
    Order,
    OrderTrap,
    Quantity,
    Repair,
    Sort,
    SortTrap,
    Spot,
    Task,
    Write,
)
from checks.platforms import platforms
from publishing import LANGUAGES, ROOT
from publishing.exercise_fits import compute_fits, order_fits, own_fits, sort_fits, spot_fits
from publishing.lined_yaml import Lined

LOOKING: Final = ("spot", "sort", "order", "compute")
"""Kinds of step in which nothing is written yet: the first step is one of them."""
SECOND: Final = ("repair", *LOOKING)
LAST: Final = "write"
KINDS: Final = (*LOOKING, "repair", "write")
CAPSTONE: Final = "capstone"
"""The one source of another form; see ``publishing.capstone_source``."""
LEAST_MINUTES: Final = 5
MOST_MINUTES: Final = 60
LEAST_HINTS: Final = 2
LEAST_WRONG: Final = 3
"""Decoys of a spot step, wrong answers of the other two."""

_RULE = re.compile(r"[a-z_]+\.[a-z_]+")
_STEP = re.compile(r"^(?:`{3,}|:{3,}|~{3,})\{step\}[ \t]*(\S*)[ \t]*$")
_FENCE = re.compile(r"^(`{3,}|:{3,}|~{3,})")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that an author has to mend."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class SourceError(ValueError):
    """One or more sources have to be mended. The text names file, line and remedy of each."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True)
class Wrong:
    """A plausible wrong answer, and words that the message to it must hold."""

    answer: str
    says: str


@dataclass(frozen=True)
class StepSource:
    """One step: what the learner reads before and after it, its data, and its wrong answers."""

    task: Task
    before: str
    after: str
    wrong: tuple[Wrong, ...]


@dataclass(frozen=True)
class ExerciseSource:
    """One exercise in one language. ``file`` is its path below the project folder."""

    slug: str
    lang: str
    title: str
    intro: str
    minutes: int
    platform: str
    steps: tuple[StepSource, ...]
    file: str

    def step(self, name: str) -> StepSource:
        """Return a step by its kind."""
        return next(one for one in self.steps if one.task.id == name)


def folder(lang: str, root: Path = ROOT) -> Path:
    """Return the folder that holds the sources of a language."""
    return root / "exercises" / ("source" if lang == "en" else f"_{lang}/source")


def read_all(root: Path = ROOT) -> tuple[tuple[ExerciseSource, ...], tuple[Problem, ...]]:
    """Return all sources that can be used, and the problems of those that cannot."""
    good: list[ExerciseSource] = []
    problems = list(_missing_twins(root))
    for lang in LANGUAGES:
        for path in sorted(folder(lang, root).glob("*.md")):
            if path.stem == CAPSTONE:
                continue
            try:
                good.append(read(path, lang, root))
            except SourceError as error:
                problems.extend(error.problems)
    return tuple(good), tuple(sorted(problems))


def read(path: Path, lang: str, root: Path = ROOT) -> ExerciseSource:
    """Read one source. Raises SourceError with all its problems."""
    file = path.relative_to(root).as_posix()
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError([Problem(file, 1, "Save this file as UTF-8 text.")]) from None
    reader = Reader(file, lang, path.stem)
    source = reader.exercise(text.replace("\r\n", "\n").split("\n"))
    if source is None or reader.problems:
        raise SourceError(reader.problems)
    return source


def _missing_twins(root: Path) -> Iterator[Problem]:
    have = {lang: {path.stem for path in folder(lang, root).glob("*.md")} for lang in LANGUAGES}
    for lang, slugs in have.items():
        for slug in sorted(set().union(*have.values()) - slugs):
            file = (folder(lang, root) / f"{slug}.md").relative_to(root).as_posix()
            yield Problem(
                file, 1, f"This file is missing: write the exercise in {LANGUAGES[lang]}."
            )


@dataclass(frozen=True)
class Fence:
    """The YAML of one step. `line` is the line of the opening fence."""

    kind: str
    text: str
    line: int


@dataclass
class Section:
    """A part of the file: the top, or what stands below one `##` heading."""

    level: int
    title: str
    line: int
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)

    def add(self, *lines: str) -> None:
        """Add lines of Markdown, before or after the step."""
        (self.after if self.fences else self.before).extend(lines)


@dataclass(frozen=True)
class Page:
    """A file cut into its parts. ``line`` is the one behind its head."""

    minutes: int
    platform: str
    top: Section
    sections: tuple[Section, ...]
    line: int


class Reader:
    """Reads one file and collects its problems."""

    def __init__(self, file: str, lang: str, slug: str) -> None:
        self.file = file
        self.lang = lang
        self.slug = slug
        self.problems: list[Problem] = []

    def tell(self, line: int, message: str) -> None:
        """Remember a problem."""
        self.problems.append(Problem(self.file, line, message))

    def page(self, lines: Sequence[str], most: int) -> Page | None:
        """Return head and sections of a file, or None where a problem stands in the way."""
        if lines[0] != "---" or "---" not in lines[1:]:
            self.tell(1, "Begin the file with slug, minutes and platform between two --- lines.")
            return None
        end = lines.index("---", 1)
        head = Lined("\n".join(lines[1:end]), 2, 1, self.tell)
        if not head.usable:
            return None
        head.known(("slug", "minutes", "platform"))
        if (slug := head.text("slug")) and slug != self.slug:
            self.tell(head.line("slug"), f"Write `slug: {self.slug}`, the name of this file.")
        minutes = head.number("minutes", LEAST_MINUTES, most)
        platform = head.text("platform")
        if platform and platform not in platforms():
            known = ", ".join(platforms())
            self.tell(head.line("platform"), f"Use one of these platforms: {known}.")
        top, *sections = self.sections(lines, end + 1)
        if not top.title:
            self.tell(end + 2, "Write the title of the exercise in a line that begins with #.")
        return Page(minutes, platform, top, tuple(sections), end + 2)

    def exercise(self, lines: Sequence[str]) -> ExerciseSource | None:
        """Return the exercise, or None where a problem stands in the way."""
        page = self.page(lines, MOST_MINUTES)
        if page is None:
            return None
        minutes, platform, top, sections = page.minutes, page.platform, page.top, page.sections
        found = [self.step(section, platform) for section in sections]
        steps = tuple(step for step in found if step is not None)
        ids = tuple(step.task.id for step in steps)
        if not self.problems and not _fit(ids):
            self.tell(
                sections[-1].line if sections else page.line,
                f"Write three steps of different kinds: one of {', '.join(LOOKING)}; then "
                f"{', '.join(SECOND)}; then {LAST}. Here they are: {', '.join(ids) or 'none'}.",
            )
        if self.problems:
            return None
        return ExerciseSource(
            slug=self.slug,
            lang=self.lang,
            title=top.title,
            intro="\n".join(top.before).strip(),
            minutes=minutes,
            platform=platform,
            steps=steps,
            file=self.file,
        )

    def sections(self, lines: Sequence[str], start: int) -> list[Section]:
        """Cut the text after the front matter at its headings; the first section is the top."""
        out = [Section(1, "", start + 1)]
        number = start
        while number < len(lines):
            line = lines[number]
            last = number
            if _FENCE.match(line):
                last = self.fence(lines, number, out[-1])
            elif line.startswith("# "):
                if len(out) > 1 or out[0].title:
                    self.tell(number + 1, "Keep one # title; use ## for the steps.")
                out[0].title = line[2:].strip()
            elif line.startswith("## "):
                out.append(Section(2, line[3:].strip(), number + 1))
            elif re.match(r"#{3,} ", line):
                self.tell(number + 1, "Use ## for the steps and no deeper headings.")
            else:
                out[-1].add(line)
            number = last + 1
        return out

    def fence(self, lines: Sequence[str], start: int, section: Section) -> int:
        """Take a fenced block, a step or plain Markdown; return its last line."""
        end = _closing(lines, start)
        step = _STEP.match(lines[start])
        if end is None:
            self.tell(start + 1, "Close this block with a line of the same signs.")
            end = len(lines) - 1
        if step is None:
            section.add(*lines[start : end + 1])
        elif section.level == 1:
            self.tell(start + 1, "Put a ## heading and the task above this step.")
        else:
            section.fences.append(Fence(step[1], "\n".join(lines[start + 1 : end]), start + 1))
        return end

    def step(self, section: Section, platform: str) -> StepSource | None:
        """Return one step, or None where a problem stands in the way."""
        if len(section.fences) != 1:
            self.tell(section.line, "Put one ```{step} block below this heading.")
            return None
        fence = section.fences[0]
        before = "\n".join(section.before).strip()
        if not before:
            self.tell(section.line, "Write the task in plain words between heading and step.")
        if fence.kind not in KINDS:
            self.tell(fence.line, f"Name the step: ```{{step}} and one of {', '.join(KINDS)}.")
            return None
        data = Lined(fence.text, fence.line + 1, fence.line, self.tell)
        if not data.usable:
            return None
        told = len(self.problems)
        task, wrong = _READERS[fence.kind](data, section.title, self.lang, platform)
        if len(self.problems) > told:
            return None
        match task:
            case Spot():
                spot_fits(task, data.line, self.tell)
            case Sort():
                sort_fits(task, data.line, self.tell)
            case Order():
                order_fits(task, data.line, self.tell)
            case Compute():
                compute_fits(task, data.line, self.tell)
            case _:
                own_fits(task, [one.answer for one in wrong], data.line, self.tell)
        return StepSource(task, before, "\n".join(section.after).strip(), wrong)


def _spot(data: Lined, title: str, lang: str, platform: str) -> tuple[Task, tuple[Wrong, ...]]:
    data.known(("draft", "faults", "decoys", "find", "hints", "reason"))
    faults = data.entries("faults", ("words", "rule", "because"), 1)
    decoys = data.entries("decoys", ("words", "message"), LEAST_WRONG)
    for number, fault in enumerate(faults):
        _rule(data, fault["rule"], "faults", number, "rule")
    task = Spot(
        id="spot",
        title=title,
        lang=lang,
        platform=platform,
        draft=data.text("draft"),
        faults=tuple(Fault(**fault) for fault in faults),
        decoys=tuple(Decoy(**decoy) for decoy in decoys),
        find=data.number("find", 1, max(len(faults), 1)),
        hints=data.texts("hints", LEAST_HINTS),
        reason=data.text("reason"),
    )
    return task, ()


def _sort(data: Lined, title: str, lang: str, platform: str) -> tuple[Task, tuple[Wrong, ...]]:
    data.known(("classes", "items", "traps", "right", "hints", "reason", "wrong"))
    items = data.entries("items", ("text", "class", "because"), 3)
    traps = data.entries("traps", ("item", "class", "message"), LEAST_WRONG, numbers=("item",))
    task = Sort(
        id="sort",
        title=title,
        lang=lang,
        platform=platform,
        classes=data.texts("classes", 2),
        items=tuple(Item(one["text"], one["class"], one["because"]) for one in items),
        traps=tuple(SortTrap(int(one["item"]), one["class"], one["message"]) for one in traps),
        right=data.number("right", 1, max(len(items), 1)),
        hints=data.texts("hints", LEAST_HINTS),
        reason=data.text("reason"),
    )
    return task, _wrong(data)


def _order(data: Lined, title: str, lang: str, platform: str) -> tuple[Task, tuple[Wrong, ...]]:
    names = ("lines", "shown", "also", "traps", "hints", "reason", "wrong")
    data.known(names, optional=("also",))
    also = data.data.get("also", [])
    traps = data.entries(
        "traps", ("first", "then", "message"), LEAST_WRONG, numbers=("first", "then")
    )
    task = Order(
        id="order",
        title=title,
        lang=lang,
        platform=platform,
        lines=data.texts("lines", 3),
        shown=data.wholes("shown"),
        also=tuple(tuple(one) for one in also) if isinstance(also, list) else (),
        traps=tuple(
            OrderTrap(int(one["first"]), int(one["then"]), one["message"]) for one in traps
        ),
        hints=data.texts("hints", LEAST_HINTS),
        reason=data.text("reason"),
    )
    return task, _wrong(data)


def _compute(data: Lined, title: str, lang: str, platform: str) -> tuple[Task, tuple[Wrong, ...]]:
    data.known(("quantities", "traps", "right", "hints", "reason", "wrong"))
    names = ("ask", "value", "within", "unit", "because")
    found = data.entries(
        "quantities", names, 2, numbers=("value", "within"), optional=("within", "unit")
    )
    traps = data.entries(
        "traps",
        ("item", "value", "message", "within"),
        LEAST_WRONG,
        numbers=("item", "value", "within"),
        optional=("within",),
    )
    task = Compute(
        id="compute",
        title=title,
        lang=lang,
        platform=platform,
        quantities=tuple(Quantity(**one) for one in found),
        traps=tuple(
            ComputeTrap(
                int(one["item"]),
                float(one["value"]),
                one["message"],
                float(one.get("within") or 0),
            )
            for one in traps
        ),
        right=data.number("right", 1, max(len(found), 1)),
        hints=data.texts("hints", LEAST_HINTS),
        reason=data.text("reason"),
    )
    return task, _wrong(data)


_OWN = ("clear", "keep", "show", "words", "hints", "solution", "reason", "wrong")


def _repair(data: Lined, title: str, lang: str, platform: str) -> tuple[Task, tuple[Wrong, ...]]:
    data.known(("draft", *_OWN), optional=("keep", "show"))
    task = Repair(
        id="repair",
        title=title,
        lang=lang,
        platform=platform,
        draft=data.text("draft"),
        clear=_rules(data, "clear"),
        keep=data.texts("keep"),
        show=_rules(data, "show"),
        words=_length(data),
        hints=data.texts("hints", LEAST_HINTS),
        solution=data.text("solution"),
        reason=data.text("reason"),
    )
    return task, _wrong(data)


def _write(data: Lined, title: str, lang: str, platform: str) -> tuple[Task, tuple[Wrong, ...]]:
    data.known(("brief", "facts", *_OWN), optional=("keep", "show"))
    task = Write(
        id="write",
        title=title,
        lang=lang,
        platform=platform,
        brief=data.text("brief"),
        facts=data.texts("facts", 1),
        clear=_rules(data, "clear"),
        keep=data.texts("keep"),
        show=_rules(data, "show"),
        words=_length(data),
        hints=data.texts("hints", LEAST_HINTS),
        solution=data.text("solution"),
        reason=data.text("reason"),
    )
    return task, _wrong(data)


_READERS: Final = {
    "spot": _spot,
    "sort": _sort,
    "order": _order,
    "compute": _compute,
    "repair": _repair,
    "write": _write,
}


def _fit(ids: Sequence[str]) -> bool:
    """True for three steps of different kinds, from looking to writing."""
    return (
        len(ids) == 3
        and len(set(ids)) == 3
        and ids[0] in LOOKING
        and ids[1] in SECOND
        and ids[2] == LAST
    )


def _rules(data: Lined, key: str) -> tuple[str, ...]:
    rules = data.texts(key)
    for number, rule in enumerate(rules):
        _rule(data, rule, key, number)
    return rules


def _rule(data: Lined, rule: str, *path: str | int) -> None:
    if rule and not _RULE.fullmatch(rule):
        data.tell(data.line(*path), f"Write a rule id such as hook.warm_up, not `{rule}`.")


def _wrong(data: Lined) -> tuple[Wrong, ...]:
    return tuple(Wrong(**one) for one in data.entries("wrong", ("answer", "says"), LEAST_WRONG))


def _length(data: Lined) -> Length:
    value = data.data.get("words")
    if isinstance(value, dict) and set(value) == {"least", "most"}:
        least, most = value["least"], value["most"]
        if type(least) is int and type(most) is int and 0 < least < most:
            return Length(least, most)
    if value is not None:
        data.tell(
            data.line("words"),
            "Write the least and the most words: `words: {least: 25, most: 120}`.",
        )
    return Length(1, 2)


def _closing(lines: Sequence[str], start: int) -> int | None:
    """Return the line that closes the fence at ``start``, or None where there is none."""
    opening = _FENCE.match(lines[start])
    assert opening is not None
    mark = opening[1]
    for number in range(start + 1, len(lines)):
        line = lines[number].rstrip()
        if len(line) >= len(mark) and line == mark[0] * len(line):
            return number
    return None
