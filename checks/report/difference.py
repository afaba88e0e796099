"""The difference between two versions of a text, as plain text."""

from __future__ import annotations

from typing import Final

from ..diff import Diff
from ..messages import text
from .text import quoted

_SIGN: Final = {True: "easier", False: "harder", None: "same"}


def to_text(change: Diff, reader: str) -> str:
    """Return what got better, what got worse and how the readings moved."""
    out = [text(reader, "diff.title")]
    better = [f"{each.title}: «{quoted(each.matched)}»" for each in change.mended]
    better += [text(reader, "diff.gained", title=title) for title in change.gained]
    worse = [f"{each.title}: «{quoted(each.matched)}»" for each in change.new]
    worse += [text(reader, "diff.lost", title=title) for title in change.lost]
    for key, sign, lines in (("better", "+", better), ("worse", "-", worse)):
        out += ["", f"{text(reader, f'diff.{key}')}:"]
        out += [f"  {sign} {line}" for line in lines] or [f"  {text(reader, 'diff.nothing')}"]
    if change.readings:
        out += ["", f"{text(reader, 'report.readings')}:"]
        for each in change.readings:
            how = text(reader, f"diff.{_SIGN[each.easier]}")
            out.append(f"  {each.title}: {each.before} -> {each.after} ({how})")
        out.append(f"  {text(reader, 'diff.means')}")
    before, after = change.score
    if before is not None and after is not None:
        out += ["", f"{text(reader, 'report.score')}: {before} -> {after}"]
    return "\n".join(out) + "\n"
