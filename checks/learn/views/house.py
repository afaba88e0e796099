"""The company that a review knows, in one line."""

from __future__ import annotations

from typing import Final

from ... import Policy
from ..texts import texts

MOST: Final = 8
"""Names that the line holds; the rest is counted."""


def house(policy: Policy | None, lang: str) -> str:
    """Return one sentence with the names of the company, or how to give them."""
    say = texts(lang)
    names = tuple(dict.fromkeys(policy.names)) if policy is not None else ()
    if not names:
        return say("clinic.house.none")
    listed = ", ".join(names[:MOST])
    if len(names) > MOST:
        return say.count("clinic.house.more", len(names) - MOST, names=listed)
    return say("clinic.house.names", names=listed)
