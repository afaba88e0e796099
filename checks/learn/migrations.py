"""Bring the data of an older portfolio to the form of today, step by step.

Version 1 (2026-11) kept texts with the summary of their review. Version 2 (2026-11) also keeps the
description of the picture and whether the post is paid. A step changes a copy and drops nothing;
what it does not know stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

CURRENT: Final = 2
"""Version of the file that this release writes."""

Data = Mapping[str, Any]


def _picture_and_payment(data: Data) -> dict[str, Any]:
    """1 to 2: an entry tells of its picture and of payment; until then it had neither."""
    entries = data.get("versions", [])
    if not isinstance(entries, list):
        return dict(data)
    versions = [
        {**entry, "alt_text": entry.get("alt_text"), "paid": entry.get("paid", False)}
        if isinstance(entry, dict)
        else entry
        for entry in entries
    ]
    return {**data, "versions": versions}


STEPS: Final[Mapping[int, Callable[[Data], dict[str, Any]]]] = {1: _picture_and_payment}
"""For each old version the step to the next one."""


def migrated(data: Data) -> dict[str, Any]:
    """Return data in the form of today; data without a version are of the first.

    Data of a later release, and those whose version is no number, come back unchanged.
    """
    found = data.get("schema_version", 1)
    out = dict(data)
    if type(found) is not int or found not in STEPS:
        return out
    for version in range(found, CURRENT):
        out = STEPS[version](out)
    return {**out, "schema_version": CURRENT}
