"""The capstone: six posts for one month, reviewed as a set.

A post can be good and the month poor: six posts that all begin with a number, or that all ask for
something. So the set is read for its intentions, its openings, its endings and the tie in each.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from .. import Policy, Report, review
from ..findings import Finding, Outcome
from ..messages import text
from .certificate import Certificate
from .errors import LearnError
from .exercise import policy_of
from .hints import folded
from .intentions import INTENTIONS, asks, intention_named, tells
from .moment import Moment, compared
from .panel import Fold, Items, Panel, Para, Part, Post
from .portfolio import Portfolio, PortfolioError, Version, version_of
from .results import Result, Status
from .spotting import is_blank
from .texts import LANGUAGES, Texts, texts
from .variety import first, last, same_shape, same_words
from .writing import advice, count_words, unwrapped

SLUG: Final = "capstone"
STEP: Final = "set"
LEAST: Final = 15
"""Words of a post that can be judged as part of a set; a reply may be short."""
MOST: Final = 150
MOST_ASKING: Final = 2
"""Posts of a month that may ask readers to come, buy, send or share."""


def check_set(
    posts: object,
    lang: str = "en",
    policy: Policy | None = None,
    *,
    platform: str | None = None,
) -> Result:
    """Say how far a set of posts is: what works first, then one next step.

    ``posts`` is a mapping from an intention to its post, or six posts in the order of
    ``INTENTIONS``. Whatever comes in, a Result comes out.
    """
    say = texts(lang)
    given = read_set(posts)
    if given is None:
        return Result(STEP, lang, Status.NOT_ATTEMPTED, next=say("set.type"))
    if isinstance(given, str):
        return Result(STEP, lang, Status.NOT_ATTEMPTED, next=_unknown(given, say))
    if not given:
        return Result(STEP, lang, Status.NOT_ATTEMPTED, next=say("set.blank"))
    rules = policy or Policy()
    reports = {
        name: review(words, lang=lang, platform=platform, policy=rules, reader=lang)
        for name, words in given.items()
    }
    works = _works(given, reports, lang, rules)
    step = _next_step(given, reports, lang, rules)
    if step is not None:
        return Result(STEP, lang, Status.NOT_YET, works, step)
    notes = (*_remarks(reports, say), say("set.limits"), text(lang, "report.limits"))
    return Result(STEP, lang, Status.DONE, works, notes=notes)


def read_set(posts: object) -> dict[str, str] | str | None:
    """Return the posts that hold words, in the order of the month.

    A name that is no intention comes back as it is; None stands for another type.
    """
    if posts is None:
        return {}
    if isinstance(posts, Mapping):
        pairs = [(intention_named(key), key, value) for key, value in list(posts.items())[:60]]
    elif isinstance(posts, Sequence) and not isinstance(posts, str | bytes):
        pairs = [(name, name, value) for name, value in zip(INTENTIONS, posts, strict=False)]
    else:
        return None
    found: dict[str, str] = {}
    for name, key, value in pairs:
        if name is None:
            return str(key)
        if value is not None and not isinstance(value, str):
            return None
        words = unwrapped(value or "").strip()
        if not is_blank(words):
            found[name] = words
    return {name: found[name] for name in INTENTIONS if name in found}


def _unknown(name: str, say: Texts) -> str:
    known = ", ".join(say(f"intention.{one}") for one in INTENTIONS)
    return say("set.unknown", name=name[:40], known=known)


def _works(
    given: Mapping[str, str], reports: Mapping[str, Report], lang: str, policy: Policy
) -> tuple[str, ...]:
    say = texts(lang)
    out = [say.count("set.there", len(given), total=len(INTENTIONS))]
    early = [
        name
        for name, report in reports.items()
        if "disclosure.early" in {one.rule for one in report.strengths}
    ]
    if early:
        out.append(say("set.early", names=_names(early, say)))
    clear = [name for name, report in reports.items() if tells(name, report, lang)]
    if clear:
        out.append(say("set.tells", names=_names(clear, say)))
    if len(given) > 1:
        if not same_words(reports, first) and not same_shape(reports, policy):
            out.append(say("set.openings"))
        if not same_words(reports, last):
            out.append(say("set.closings"))
    return tuple(out)


def _next_step(
    given: Mapping[str, str], reports: Mapping[str, Report], lang: str, policy: Policy
) -> str | None:
    """Return the one thing to do next, the weightiest first; None where the set is done."""
    say = texts(lang)

    def on(name: str, sentence: str) -> str:
        return say("set.on", name=say(f"intention.{name}"), sentence=sentence)

    for name, report in reports.items():
        for finding in report.findings:
            if finding.outcome is Outcome.ASK:
                return on(name, advice(finding, say))
    for name in INTENTIONS:
        if name not in given:
            return say("set.missing", name=say(f"intention.{name}"))
    for name, words in given.items():
        number = count_words(words)
        if number < LEAST:
            return on(name, say.count("own.too_little", number, least=LEAST))
        if number > MOST:
            return on(name, say.count("own.too_much", number, most=MOST))
    for name, report in reports.items():
        for finding in report.findings:
            if _is_tie(finding):
                return on(name, advice(finding, say))
    for name, report in reports.items():
        if not tells(name, report, lang):
            return on(name, say(f"set.tell.{name}"))
    asking = [name for name, report in reports.items() if asks(report, lang)]
    if len(asking) > MOST_ASKING:
        return say("set.asking", names=_names(asking, say), most=MOST_ASKING)
    return _alike(reports, policy, say)


def _alike(reports: Mapping[str, Report], policy: Policy, say: Texts) -> str | None:
    """Return what to do about two posts that begin or end alike, if there are any."""
    pair = same_words(reports, first)
    if pair is not None:
        return say("set.same_hook", names=_names(pair, say))
    found = same_shape(reports, policy)
    if found is not None:
        one, other, how = found
        kind, _, word = how.partition(" ")
        return say(
            "set.same_shape", names=_names((one, other), say), how=say(f"shape.{kind}", word=word)
        )
    pair = same_words(reports, last)
    if pair is not None:
        return say("set.same_closing", names=_names(pair, say))
    return None


def _is_tie(finding: Finding) -> bool:
    return finding.rule.startswith("disclosure.") and finding.outcome is Outcome.REVISE


def _remarks(reports: Mapping[str, Report], say: Texts) -> tuple[str, ...]:
    titles = dict.fromkeys(
        finding.title
        for report in reports.values()
        for finding in report.findings
        if finding.outcome is Outcome.REVISE
    )
    return (say("own.also", titles="; ".join(titles)),) if titles else ()


def _names(names: Sequence[str], say: Texts) -> str:
    return ", ".join(f"\u201c{say(f'intention.{name}')}\u201d" for name in names)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the writer of the month knows for one post."""

    id: str
    facts: tuple[str, ...]


class Capstone:
    """The capstone in one language: six posts, the short task again, and a page that says so."""

    def __init__(self, lang: str, data: Mapping[str, Any]) -> None:
        self.lang = lang
        self.title = str(data["title"])
        self.minutes = int(data["minutes"])
        self.platform = str(data["platform"])
        self.policy = policy_of(data["policy"])
        self.brief = str(data["set"]["brief"])
        self.facts = tuple(Facts(one["id"], tuple(one["facts"])) for one in data["set"]["posts"])
        self.good = {str(key): str(value) for key, value in data["set"]["solution"].items()}
        self.reason = str(data["set"]["reason"])
        self._hints = tuple(data["set"]["hints"])
        self.moment = Moment(**data["moment"])

    @property
    def card(self) -> Panel:
        """Who writes the month, and what there is to tell in each post."""
        say = texts(self.lang)
        parts: list[Part] = [Para(self.brief, lead=say("card.brief"))]
        parts += [Items(say(f"intention.{one.id}"), one.facts) for one in self.facts]
        parts.append(Para(say("card.length", least=LEAST, most=MOST)))
        return Panel(self.lang, tuple(parts))

    def check(self, posts: object = None) -> Result:
        """Say how far the set is."""
        return check_set(posts, self.lang, self.policy, platform=self.platform)

    def hints(self) -> Panel:
        """Return all hints, each closed until the reader opens it."""
        return folded(self.lang, self._hints, say_closed="capstone.closed")

    def solution(self) -> Panel:
        """Return one good set and why, closed until the reader opens it."""
        say = texts(self.lang)
        parts: tuple[Part, ...] = (
            *(Post(say(f"intention.{key}"), one) for key, one in self.good.items()),
            Para(self.reason, lead=say("solution.why")),
            Para(say("solution.other")),
        )
        return Panel(self.lang, (Fold(say("solution.title"), parts, say("capstone.closed")),))

    def keep(self, posts: object, portfolio: Portfolio | None = None) -> Panel:
        """Keep all posts of the set in the portfolio. It shows one sentence."""
        say = texts(self.lang)
        book = portfolio or Portfolio(lang=self.lang)
        given = read_set(posts)
        if not isinstance(given, dict) or not given:
            return Panel(self.lang, (Para(say("portfolio.blank")),))
        try:
            book.add(*(self._version(words, name) for name, words in given.items()))
        except PortfolioError as error:
            return Panel(self.lang, (Para(str(error)),))
        kept = say.count("capstone.kept", len(given), name=book.path.name)
        return Panel(self.lang, (Para(kept),))

    def keep_moment(self, words: object, portfolio: Portfolio | None = None) -> Panel:
        """Keep the text of the short task in the portfolio. It shows one sentence."""
        book = portfolio or Portfolio(lang=self.lang)
        sentence = book.keep_for_step(
            unwrapped(words).strip() if isinstance(words, str) else words,
            exercise=SLUG,
            step="moment",
            lang=self.lang,
            platform=self.platform,
            policy=self.policy,
        )
        return Panel(self.lang, (Para(sentence),))

    def compare(
        self,
        words: object = None,
        before: str | None = None,
        portfolio: Portfolio | None = None,
    ) -> Panel:
        """Lay the first version of the short task beside this one.

        The first version comes out of the portfolio unless ``before`` holds it.
        """
        book = portfolio or Portfolio(lang=self.lang)
        return compared(self.moment, words, before, book, self.lang, self.platform, self.policy)

    def certificate(self, posts: object, name: str = "", *, save: bool = False) -> Panel:
        """Return the page that says what was done, or the next step where the set is not done.

        With ``save`` the page is written beside the notebook.
        """
        result = self.check(posts)
        given = read_set(posts)
        if not result.done or not isinstance(given, dict):
            return result.panel()
        page = Certificate.of(given, name, self.lang)
        return page.panel(page.saved() if save else None)

    def panel(self) -> Panel:
        """Return one line that says that the capstone is open."""
        sentence = texts(self.lang)("capstone.ready", title=self.title, minutes=self.minutes)
        return Panel(self.lang, (Para(sentence),))

    def __repr__(self) -> str:
        return self.panel().to_text()

    def _repr_html_(self) -> str:
        return self.panel().to_html()

    def _version(self, words: str, step: str) -> Version:
        return version_of(
            words,
            exercise=SLUG,
            step=step,
            lang=self.lang,
            platform=self.platform,
            policy=self.policy,
        )


def open_capstone(lang: str = "en") -> Capstone:
    """Open the capstone in ``en`` or ``id``. Raises LearnError for another language."""
    code = str(lang).strip().casefold()
    if code not in LANGUAGES:
        raise LearnError(texts("en")("open.lang", name=str(lang)[:40]))
    raw = (files("checks.learn") / "month" / f"{code}.json").read_text("utf-8")
    return Capstone(code, json.loads(raw))
