"""One sentence at a time for a screen reader."""

from __future__ import annotations

import asyncio

from checks.learn.announcer import Announcer


def test_sentences_that_come_too_early_wait_and_only_the_latest_is_said() -> None:
    said: list[str] = []

    async def talk() -> None:
        announce = Announcer(said.append, gap=0.1)
        announce("one")
        assert said == ["one"], "the first is said at once"
        announce("two")
        announce("three")
        assert said == ["one"]
        await asyncio.sleep(0.25)
        assert said == ["one", "three"]
        announce("four")
        assert said == ["one", "three", "four"], "after the gap there is nothing to wait for"
        announce("five")
        await asyncio.sleep(0.02)
        assert said[-1] == "four"
        await asyncio.sleep(0.2)
        assert said[-1] == "five"

    asyncio.run(talk())


def test_without_an_event_loop_everything_is_said() -> None:
    said: list[str] = []
    announce = Announcer(said.append)
    announce("one")
    announce("two")
    assert said == ["one", "two"]
