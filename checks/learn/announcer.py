"""Say sentences in a live region, at most one in every gap of time.

A screen reader that gets two sentences at once reads half of the first or drops the second.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Final

GAP: Final = 1.0
"""Seconds between two sentences."""


class Announcer:
    """Pass sentences on to ``show``; of those that come too early only the latest.

    Where no event loop runs, as in a test or a script, every sentence is shown at once.
    """

    def __init__(self, show: Callable[[str], None], gap: float = GAP) -> None:
        self._show = show
        self._gap = gap
        self._next = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def __call__(self, sentence: str) -> None:
        """Say a sentence, now or at the end of the gap. A sentence that still waits is dropped."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._show(sentence)
            return
        left = self._next - time.monotonic()
        if left <= 0:
            self._say(sentence)
        else:
            self._timer = loop.call_later(left, self._say, sentence)

    def _say(self, sentence: str) -> None:
        self._timer = None
        self._next = time.monotonic() + self._gap
        self._show(sentence)
