"""Open an exercise by name and work on its steps.

The steps come out of the package, never from a file name or a folder: a notebook that was
renamed, moved or mailed still works.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from .. import Policy
from . import hints
from .computing import check_compute
from .errors import LearnError
from .marking import check_spot
from .ordering import check_order
from .panel import Panel, Para
from .portfolio import Portfolio
from .results import Result
from .sorting import check_sort
from .steps import Compute, Order, Sort, Spot, Task, from_data
from .texts import LANGUAGES, texts
from .writing import check_own

if TYPE_CHECKING:
    from .clinic import Clinic


class Step:
    """One step of an exercise: ``check``, ``hint``, ``hints``, ``solution``, ``keep``.

    It remembers only which hint comes next.
    """

    def __init__(self, task: Task, exercise: str, policy: Policy) -> None:
        self.task = task
        self.exercise = exercise
        self.policy = policy
        self._hint = 0

    @property
    def id(self) -> str:
        """The kind of the step, such as ``spot`` or ``write``; each stands once in an exercise."""
        return self.task.id

    @property
    def title(self) -> str:
        """The title of the step."""
        return self.task.title

    @property
    def card(self) -> Panel:
        """The draft as a post, or the brief with its facts."""
        return hints.card(self.task)

    def check(self, answer: object = None) -> Result:
        """Say how far an answer is. Whatever comes in, a Result comes out."""
        match self.task:
            case Spot():
                return check_spot(self.task, answer)
            case Sort():
                return check_sort(self.task, answer)
            case Order():
                return check_order(self.task, answer)
            case Compute():
                return check_compute(self.task, answer)
            case _:
                return check_own(self.task, answer, self.policy)

    def hint(self, number: object = None) -> Panel:
        """Return the next hint, or the hint with this number (from 1). It shows itself."""
        total = len(self.task.hints)
        if number is None:
            self._hint = min(self._hint + 1, total)
            return hints.one_hint(self.task, self._hint)
        if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= total:
            self._hint = number
            return hints.one_hint(self.task, number)
        say = texts(self.task.lang)
        return Panel(self.task.lang, (Para(say("hint.unknown", total=total, step=self.id)),))

    def hints(self) -> Panel:
        """Return all hints, each closed until the reader opens it."""
        return hints.all_hints(self.task)

    def solution(self) -> Panel:
        """Return one good answer and why, closed until the reader opens it."""
        return hints.solution(self.task)

    def keep(self, answer: str, portfolio: Portfolio | None = None) -> Panel:
        """Keep a text in the portfolio. It shows one sentence: kept, or what to do instead."""
        book = portfolio or Portfolio(lang=self.task.lang)
        sentence = book.keep_for_step(
            answer,
            exercise=self.exercise,
            step=self.id,
            lang=self.task.lang,
            platform=self.task.platform,
            policy=self.policy,
        )
        return Panel(self.task.lang, (Para(sentence),))

    def __repr__(self) -> str:
        return texts(self.task.lang)("step.ready", title=self.title, step=self.id)


class Exercise:
    """An exercise in one language, with its steps in order."""

    def __init__(self, slug: str, lang: str, data: Mapping[str, Any]) -> None:
        self.slug = slug
        self.lang = lang
        self.title = str(data["title"])
        self.minutes = int(data["minutes"])
        self.platform = str(data["platform"])
        # The firms of the stories and of the company: a tie to them has to be told.
        self.policy = policy_of(data["policy"])
        self.steps = tuple(
            Step(from_data(one, lang=lang, platform=self.platform), slug, self.policy)
            for one in data["steps"]
        )

    def step(self, name: str) -> Step:
        """Return a step by its kind, such as ``write``. Raises LearnError for another."""
        for one in self.steps:
            if one.id == _plain(name):
                return one
        known = ", ".join(f'"{one.id}"' for one in self.steps)
        raise LearnError(texts(self.lang)("open.step", name=_shown(name), known=known))

    def clinic(
        self,
        step: str | None = "write",
        portfolio: Portfolio | None = None,
        *,
        policy: Policy | None = None,
    ) -> Clinic:
        """Open the Clinic for a step, or for any text when ``step`` is None.

        The ``policy`` of your own company takes the place of the firms of the stories.
        """
        from .clinic import Clinic

        return Clinic(
            self.lang,
            self.platform,
            step=self.step(step) if step is not None else None,
            portfolio=portfolio,
            policy=policy or self.policy,
        )

    def panel(self) -> Panel:
        """Return one line that says that the exercise is open."""
        sentence = texts(self.lang)(
            "open.ready", title=self.title, steps=len(self.steps), minutes=self.minutes
        )
        return Panel(self.lang, (Para(sentence),))

    def __repr__(self) -> str:
        return self.panel().to_text()

    def _repr_html_(self) -> str:
        return self.panel().to_html()


def open_exercise(slug: str, lang: str = "en") -> Exercise:
    """Open an exercise by its name, in ``en`` or ``id``.

    Raises LearnError for a name or language that does not exist; the message lists those that do.
    """
    code = _plain(lang)
    if code not in LANGUAGES:
        raise LearnError(texts("en")("open.lang", name=_shown(lang)))
    say = texts(code)
    name = _plain(slug).replace(" ", "-").replace("_", "-").removesuffix(".ipynb")
    known = available(code)
    if name not in known:
        listed = ", ".join(f'"{one}"' for one in known) or say("open.none")
        close = get_close_matches(name, known, n=1)
        key = "open.close" if close else "open.slug"
        raise LearnError(say(key, name=_shown(slug), known=listed, close="".join(close)))
    raw = (files("checks.learn") / "exercises" / code / f"{name}.json").read_text("utf-8")
    return Exercise(name, code, json.loads(raw))


@cache
def available(lang: str = "en") -> tuple[str, ...]:
    """Return the names of all exercises of a language, in alphabetical order."""
    folder = files("checks.learn") / "exercises" / lang
    if not folder.is_dir():
        return ()
    found = (one.name for one in folder.iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in found if name.endswith(".json")))


def policy_of(data: Mapping[str, Any]) -> Policy:
    """Return the policy that the data of an exercise hold."""
    return Policy(
        names=tuple(data["names"]),
        products=tuple(data["products"]),
        disclosure_phrases=tuple(data["disclosure_phrases"]),
        disclosure_tags=tuple(data["disclosure_tags"]),
        public_contacts=tuple(data["public_contacts"]),
    )


def _plain(name: object) -> str:
    return str(name).strip().casefold()


def _shown(name: object) -> str:
    return str(name)[:40]
