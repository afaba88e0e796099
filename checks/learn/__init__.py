"""The exercises: three steps each, checked at once, with hints, answers and a portfolio.

In a notebook:

    from checks.learn import open_exercise

    exercise = open_exercise("hook", lang="en")
    spot, repair, write = exercise.steps
    spot.check("my answer")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .capstone import Capstone, check_set, open_capstone
from .errors import LearnError
from .exercise import Exercise, Step, available, open_exercise
from .portfolio import Portfolio, PortfolioError, Version
from .results import Result, Status

if TYPE_CHECKING:
    from .clinic import Clinic

__all__ = [
    "Capstone",
    "Clinic",
    "Exercise",
    "LearnError",
    "Portfolio",
    "PortfolioError",
    "Result",
    "Status",
    "Step",
    "Version",
    "available",
    "check_set",
    "open_capstone",
    "open_exercise",
]


def __getattr__(name: str) -> object:
    # The widgets take 0.3 s to import; whoever only checks a text does not need them.
    if name == "Clinic":
        from .clinic import Clinic

        return Clinic
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
