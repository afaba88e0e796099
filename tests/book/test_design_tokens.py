"""Contrast of the design tokens, in both themes, for every pair that carries text or a mark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "book" / "_static" / "tokens.css"
BLOCK = re.compile(r"(:root|html\[data-theme=\"dark\"\]) \{(.*?)\n\}", re.DOTALL)
COLOUR = re.compile(r"--is-([\w-]+): (#[0-9a-f]{6});")

THEMES = {
    "dark" if "dark" in head else "light": dict(COLOUR.findall(body))
    for head, body in BLOCK.findall(TOKENS.read_text(encoding="utf-8"))
}
GROUNDS = ("paper", "card", "accent-soft", "second-soft")
STATUS = ("info", "revise", "ask", "works")

# Text needs 4.5:1 (WCAG 1.4.3), a border of a control and the focus ring 3:1 (1.4.11).
TEXT = [
    *[("ink", ground) for ground in (*GROUNDS, *(f"{name}-soft" for name in STATUS))],
    *[("muted", ground) for ground in GROUNDS],
    *[("accent", ground) for ground in ("paper", "card", "accent-soft")],
    *[(name, ground) for name in STATUS for ground in ("paper", "card", f"{name}-soft")],
    ("accent-ink", "accent"),
    ("second-ink", "second"),
    ("second-text", "second-soft"),
    ("second-text", "paper"),
    ("cloth-ink", "cloth"),
]
MARKS = [("edge", "paper"), ("edge", "card"), ("focus", "paper"), ("focus", "card")]


def luminance(colour: str) -> float:
    """Relative luminance of a colour, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_both_themes_define_the_same_colours() -> None:
    assert len(THEMES["light"]) > 25
    assert THEMES["light"].keys() == THEMES["dark"].keys()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), TEXT)
def test_text_can_be_read(theme: str, front: str, ground: str) -> None:
    colours = THEMES[theme]
    assert contrast(colours[front], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), MARKS)
def test_controls_and_focus_can_be_seen(theme: str, front: str, ground: str) -> None:
    colours = THEMES[theme]
    assert contrast(colours[front], colours[ground]) >= 3
