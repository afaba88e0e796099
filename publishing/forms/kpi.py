"""The counts and figures of a month, and what they are in the example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publishing.forms.formula import inputs, value
from publishing.forms.source import Block, Form, FormError


@dataclass(frozen=True)
class Count:
    """What a person types: one cell, or several where `cells` is more than 1."""

    key: str
    label: str
    unit: str
    example: tuple[float, ...]
    cells: int = 1

    def labels(self) -> list[str]:
        """Return the label of each of its cells."""
        if self.cells == 1:
            return [self.label]
        return [f"{self.label} {at}" for at in range(1, self.cells + 1)]


@dataclass(frozen=True)
class Figure:
    """What is computed: its formula over the keys of counts, its base and its limits.

    `unit` is `percent` or `number`.
    """

    key: str
    label: str
    formula: str
    how: str
    unit: str
    base: str
    limits: str


def counts(form: Form) -> list[Count]:
    """Return what a person counts, in order."""
    return [Count(**{**raw, "example": tuple(raw["example"])}) for raw in form.data["counts"]]


def figures(form: Form) -> list[Figure]:
    """Return the figures in order. Raises FormError where one reads a count that is not there."""
    known = {count.key for count in counts(form)}
    found = [Figure(**raw) for raw in form.data["figures"]]
    for figure in found:
        for key in inputs(figure.formula):
            if key not in known:
                raise FormError(f"{figure.label} reads {key!r}: add that count or mend the key.")
    return found


def example(form: Form) -> dict[str, float | None]:
    """Return figure key -> its result in the example; None where counts are missing."""
    numbers = {count.key: count.example for count in counts(form)}
    return {figure.key: value(figure.formula, numbers) for figure in figures(form)}


def shown(number: float | None, unit: str, language: str, missing: str = "") -> str:
    """Write a result as a reader of the language does, with at most one decimal."""
    if number is None:
        return missing
    text = f"{number * 100 if unit == 'percent' else number:.1f}".removesuffix(".0")
    text = text.replace(".", ",") if language == "id" else text
    return f"{text} %" if unit == "percent" else text


def preview_blocks(form: Form) -> Iterator[Block]:
    """Yield each figure with its formula in words, its example and its limit."""
    results = example(form)
    words = form.words
    for figure in figures(form):
        result = shown(results[figure.key], figure.unit, form.language, words["no_example"])
        yield Block("text", text=f"**{figure.label}** ({figure.base})")
        yield Block(
            "points",
            items=(
                f"{words['how']}: {figure.how}.",
                f"{words['result']}: {result}.",
                f"{words['cannot']} {figure.limits}",
            ),
        )
