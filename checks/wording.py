"""Fit a better wording into the place of the words that it replaces."""

from __future__ import annotations


def like(matched: str, wording: str) -> str:
    """Give the wording the capital of the words that it replaces."""
    return wording[:1].upper() + wording[1:] if matched[:1].isupper() else wording
