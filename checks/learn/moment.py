"""The same short task at the beginning and at the end of the course, side by side.

Two texts of one person are two texts: they can show what changed in the words, and not why.
"""

from __future__ import annotations

from dataclasses import dataclass

from .. import Policy, review
from ..diff import Change, Diff, diff
from .panel import Fold, Items, Panel, Para, Part, Post
from .portfolio import Portfolio, PortfolioError
from .spotting import is_blank
from .texts import Texts, texts
from .writing import count_words, unwrapped


@dataclass(frozen=True, slots=True)
class Moment:
    """The short task, and the exercise and step where it was set for the first time."""

    brief: str
    exercise: str
    step: str
    least: int
    most: int


def compared(
    task: Moment,
    words: object,
    before: str | None,
    portfolio: Portfolio,
    lang: str,
    platform: str,
    policy: Policy,
) -> Panel:
    """Return both versions of the short task and what changed in their words."""
    say = texts(lang)
    now = unwrapped(words).strip() if isinstance(words, str) else ""
    if is_blank(now):
        return _line(lang, say("status.not_attempted"), say("moment.blank"))
    number = count_words(now)
    if number < task.least:
        return _line(
            lang, say("status.not_yet"), say.count("own.too_little", number, least=task.least)
        )
    if number > task.most:
        return _line(lang, say("status.not_yet"), say.count("own.too_much", number, most=task.most))
    if before is None:
        try:
            kept = portfolio.versions(task.exercise, task.step)
        except PortfolioError as error:
            return _line(lang, say("status.not_yet"), str(error))
        if not kept:
            return _line(
                lang,
                say("status.not_yet"),
                say("moment.none", name=portfolio.path.name, exercise=task.exercise),
            )
        before = kept[0].text
    then = unwrapped(before).strip()
    if then.casefold() == now.casefold():
        return _line(lang, say("status.not_yet"), say("moment.same"))
    found = diff(
        *(
            review(one, lang=lang, platform=platform, policy=policy, reader=lang)
            for one in (then, now)
        )
    )
    return Panel(lang, (*_posts(then, now, say), *_changes(found, say), *_meaning(say)))


def _line(lang: str, lead: str, sentence: str) -> Panel:
    return Panel(lang, (Para(sentence, lead=f"{lead}."),))


def _posts(then: str, now: str, say: Texts) -> tuple[Part, ...]:
    both = (Post(say("moment.then"), then), Post(say("moment.now"), now))
    return (Fold(say("moment.both"), both, say("capstone.closed")),)


def _changes(found: Diff, say: Texts) -> tuple[Part, ...]:
    better = dict.fromkeys((*found.gained, *(one.title for one in found.mended)))
    look = dict.fromkeys((*(one.title for one in found.new), *found.lost))
    readings = tuple(_reading(one, say) for one in found.readings)
    parts: list[Part] = [
        Items(say("moment.better"), tuple(better) or (say("moment.nothing"),)),
        Items(say("moment.look"), tuple(look) or (say("moment.nothing"),)),
    ]
    if readings:
        parts.append(Items(say("moment.readings"), readings))
    return tuple(parts)


def _reading(one: Change, say: Texts) -> str:
    key = {True: "easier", False: "harder", None: "same_reading"}[one.easier]
    return say(
        "moment.reading",
        title=one.title,
        before=one.before,
        after=one.after,
        how=say(f"moment.{key}"),
    )


def _meaning(say: Texts) -> tuple[Part, ...]:
    return (
        Para(say("moment.can"), lead=say("moment.can_lead")),
        Para(say("moment.cannot"), lead=say("moment.cannot_lead")),
    )
