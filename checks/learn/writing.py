"""Check the answer to a repair or write step with the same reviewer that reads any draft."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from .. import Policy, Report, review
from ..findings import Finding, Outcome, Strength
from ..messages import text
from ..platforms import platforms
from .results import Result, Status, not_attempted
from .spotting import is_blank, keys
from .steps import Repair, Write
from .texts import Texts, texts

ENDINGS: Final = frozenset({"", "s", "nya", "ku", "mu", "lah", "kah", "pun"})
"""What a word that must stay may carry: an English genitive, an Indonesian ending."""
FOLD: Final = 125
"""Characters to aim at where a platform has no fold that we know."""
WRAP: Final = 46
"""Code points from which a line without a closing mark counts as wrapped."""
TOO_LITTLE: Final = 0.5
"""Below this share of the least words there is too little to judge anything else."""


def check_own(task: Repair | Write, answer: object, policy: Policy | None = None) -> Result:
    """Say how far a text is. It never raises for what a learner can type.

    The policy holds the names of the firms in the stories. Another type than text, an empty
    text, and the unchanged draft or brief are «not attempted».
    """
    say = texts(task.lang)
    if answer is not None and not isinstance(answer, str):
        return not_attempted(task, say("answer.type"))
    words = unwrapped(answer or "").strip()
    given = task.draft if isinstance(task, Repair) else task.brief
    if is_blank(words):
        return not_attempted(task, say("answer.blank"))
    if _same(words, given):
        same = "answer.same_draft" if isinstance(task, Repair) else "answer.same_brief"
        return not_attempted(task, say(same))
    report = reviewed(task, words, policy)
    before = reviewed(task, task.draft, policy) if isinstance(task, Repair) else None
    works = _works(task, words, report, before, say)
    step = _next_step(task, words, report, say)
    if step is not None:
        return Result(task.id, task.lang, Status.NOT_YET, works, step)
    notes = (*_remarks(report, say), text(task.lang, "report.limits"))
    return Result(task.id, task.lang, Status.DONE, works, notes=notes)


def reviewed(task: Repair | Write, words: str, policy: Policy | None) -> Report:
    """Return the review of a text as the step sees it."""
    return review(words, lang=task.lang, platform=task.platform, policy=policy, reader=task.lang)


def unwrapped(text: str) -> str:
    """Join lines that were only wrapped to fit a cell: long, and no mark closes them."""
    lines = text.replace("\r\n", "\n").split("\n")
    out = [lines[0]]
    for before, line in pairwise(lines):
        wrapped = len(before.rstrip()) >= WRAP and before.rstrip()[-1] not in _CLOSING
        if wrapped and line.strip():
            out[-1] = f"{out[-1].rstrip()} {line.lstrip()}"
        else:
            out.append(line)
    return "\n".join(out)


def count_words(words: str) -> int:
    """Count what is written between spaces and holds a letter or a digit."""
    return sum(1 for piece in words.split() if any(sign.isalnum() for sign in piece))


def holds(words: str, kept: str) -> bool:
    """True where a text holds the words that must stay, in any case and with a small ending."""
    have, want = keys(words), keys(kept)
    for start in range(len(have) - len(want) + 1):
        stretch = have[start : start + len(want)]
        if stretch[:-1] == want[:-1] and _carries(stretch[-1], want[-1]):
            return True
    return False


def _carries(word: str, stem: str) -> bool:
    return word.startswith(stem) and word[len(stem) :].lstrip("-") in ENDINGS


_CLOSING = frozenset(".!?\u2026:;\"'\u201d\u2019)")
_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'"})


def _same(words: str, given: str) -> bool:
    one, other = (_SPACES.sub(" ", each.translate(_QUOTES)).strip() for each in (words, given))
    return one.casefold() == other.casefold()


def _works(
    task: Repair | Write, words: str, report: Report, before: Report | None, say: Texts
) -> tuple[str, ...]:
    """Name what works: what the step asked for, in its order. ``before`` is about the draft."""
    out: list[str] = []
    firing = {finding.rule for finding in report.findings}
    if before is not None:
        titles = {finding.rule: finding.title for finding in before.findings}
        gone = [titles[rule] for rule in task.clear if rule in titles and rule not in firing]
        out.extend(say("own.followed", title=title) for title in gone)
    strengths: dict[str, Strength] = {}
    for strength in report.strengths:
        strengths.setdefault(strength.rule, strength)
    for rule in task.show:
        if rule in strengths:
            out.append(strengths[rule].message)
    kept = [one for one in task.keep if holds(words, one)]
    if kept:
        out.append(say("own.kept", words=", ".join(kept)))
    number = count_words(words)
    if task.words.least <= number <= task.words.most:
        out.append(say.count("own.length", number))
    if not out:
        first = next(iter(strengths.values()), None)
        out.append(first.message if first else say.count("own.started", number))
    return tuple(out)


def _next_step(task: Repair | Write, words: str, report: Report, say: Texts) -> str | None:
    """Return the one thing to do next, the weightiest first; None where the step is done."""
    number = count_words(words)
    if number < TOO_LITTLE * task.words.least:
        return say.count("own.too_little", number, least=task.words.least)
    for finding in report.findings:
        if finding.outcome is Outcome.ASK:
            return advice(finding, say)
    for kept in task.keep:
        if not holds(words, kept):
            key = "own.lost" if isinstance(task, Repair) else "own.asked"
            return say(key, words=kept)
    for rule in task.clear:
        for finding in report.findings:
            if finding.rule == rule:
                return advice(finding, say)
    shown = {strength.rule for strength in report.strengths}
    for rule in task.show:
        if rule not in shown:
            key = f"show.{rule}"
            fold = platforms()[task.platform].fold or FOLD
            return say(key, fold=fold) if say.has(key) else say("own.show", rule=rule)
    if number < task.words.least:
        return say.count("own.too_little", number, least=task.words.least)
    if number > task.words.most:
        return say.count("own.too_much", number, most=task.words.most)
    return None


def advice(finding: Finding, say: Texts) -> str:
    """Return a finding as one piece of advice: the words, what they do, and a better wording."""
    matched = " ".join(finding.matched.split())
    quoted = matched if len(matched) <= 60 else matched[:59].rstrip() + "\u2026"
    message = finding.message
    if quoted and quoted not in message and finding.span.end > finding.span.start:
        message = say("own.advice", words=quoted, message=message)
    if finding.suggestion:
        message = say("own.suggestion", message=message, suggestion=finding.suggestion)
    return message


def _remarks(report: Report, say: Texts) -> tuple[str, ...]:
    """Return a note on findings that the step did not ask for, if there are any."""
    titles = dict.fromkeys(
        finding.title for finding in report.findings if finding.outcome is Outcome.REVISE
    )
    return (say("own.also", titles="; ".join(titles)),) if titles else ()
