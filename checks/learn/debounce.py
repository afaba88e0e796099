"""Wait until somebody has stopped typing before doing something."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Debounce:
    """Call ``action`` once, ``wait`` seconds after the last call.

    Where no event loop runs, as in a test or a script, the action runs at once.
    """

    def __init__(self, wait: float, action: Callable[[], None]) -> None:
        self._wait = wait
        self._action = action
        self._timer: asyncio.TimerHandle | None = None

    def __call__(self) -> None:
        """Ask for the action."""
        self.cancel()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._action()
        else:
            self._timer = loop.call_later(self._wait, self.now)

    def now(self) -> None:
        """Do it without waiting any longer."""
        self.cancel()
        self._action()

    def cancel(self) -> None:
        """Forget a call that still waits."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
