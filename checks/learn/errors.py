"""Errors that a learner can meet: one sentence each, and no traceback in a notebook."""

from __future__ import annotations

from ..errors import InputError


class LearnError(InputError):
    """Something is missing or misspelt. The message is one sentence that holds the remedy."""

    def _render_traceback_(self) -> list[str]:
        """Return what IPython prints in place of a traceback."""
        return [str(self)]
