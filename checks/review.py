"""Review a draft: run every rule that its language, platform and policy call for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from typing import Final

from .draft import CAP, Draft
from .errors import InputError
from .findings import Finding, Hit, Reading, Strength
from .hostility import reading as hostility_reading
from .ignores import Ignore, split
from .language import detect
from .messages import text as say
from .policy import Policy
from .readability import count, readings
from .registry import check_policy, merits_for, rules_for
from .report import Report
from .rule import Merit, Rule
from .score import score
from .tokens import WORD
from .tone import Tone, tone
from .tone import reading as tone_reading
from .wordlists import LANGUAGES

MOST_OF_A_RULE: Final = 50
"""Findings of one rule in one report; the hundredth adds nothing that the first did not say."""

_NO_POLICY: Final = Policy()


def review(
    text: str,
    lang: str = "auto",
    platform: str | None = None,
    *,
    policy: Policy | None = None,
    alt_text: str | None = None,
    paid: bool = False,
    status: str = "green",
    today: date | None = None,
    ignores: Sequence[Ignore] = (),
    reader: str | None = None,
) -> Report:
    """Review a draft post and return the report.

    ``lang`` is ``en``, ``id`` or ``auto``; ``platform`` an id from ``platforms.toml`` or None;
    ``policy`` the company's own rules; ``alt_text`` the description of the picture, None where
    there is no picture; ``paid`` True for a post that is paid for; ``status`` the crisis light of
    the company; ``today`` the day by which embargoes are judged, by default the day of the call;
    ``ignores`` findings that somebody decided to leave; ``reader`` the language of the report, by
    default that of the draft.

    Raises InputError, with a sentence that holds the remedy, for anything else.
    """
    if today is None and policy is not None and policy.embargoes:
        today = date.today()
    draft = Draft.of(text, lang, platform, alt_text=alt_text, paid=paid, status=status, today=today)
    return review_draft(draft, policy=policy, ignores=ignores, reader=reader)


def review_draft(
    draft: Draft,
    *,
    policy: Policy | None = None,
    ignores: Sequence[Ignore] = (),
    reader: str | None = None,
) -> Report:
    """Review a draft that is already cut into tokens; see ``review``."""
    reader = reader or draft.lang
    if reader not in LANGUAGES:
        raise InputError(
            f"I cannot write the report in {reader[:40]!r}: use one of {', '.join(LANGUAGES)}."
        )
    policy = policy or _NO_POLICY
    if policy is not _NO_POLICY:
        check_policy(policy)
    foreign = _foreign_script(draft)
    fits = _language_fits(draft)
    notes = tuple(_notes(draft, reader, foreign, fits))
    readable = bool(draft.words) and not foreign
    found = _findings(draft, policy, reader) if draft.tokens else []
    findings, ignored = split(draft, found, ignores)
    strengths = tuple(_strengths(draft, policy, reader)) if readable else ()
    found_tone = tone(draft) if readable and fits else Tone(())
    shown: tuple[Reading, ...] = ()
    if readable and fits:
        hostile = hostility_reading(draft, found_tone, reader)
        shown = (
            *readings(draft, count(draft), reader),
            tone_reading(draft, found_tone, reader),
            *([hostile] if hostile else []),
        )
    draft.forget()
    return Report(
        draft=draft,
        findings=findings,
        strengths=strengths,
        readings=shown,
        tone=found_tone,
        score=score(findings, len(draft.words)) if readable else None,
        notes=notes,
        reader=reader,
        ignored=ignored,
    )


def _findings(draft: Draft, policy: Policy, reader: str) -> list[Finding]:
    out: list[Finding] = []
    for rule in rules_for(draft.lang):
        if rule.id in policy.rules_off:
            continue
        for hit in islice(rule.find(draft, policy), MOST_OF_A_RULE):
            out.append(_finding(rule, hit, draft, policy, reader))
    return sorted(out, key=lambda finding: (finding.span, finding.rule))


def _finding(rule: Rule, hit: Hit, draft: Draft, policy: Policy, reader: str) -> Finding:
    words = rule.words[reader]
    matched = hit.span.of(draft.text)
    return Finding(
        rule=rule.id,
        outcome=policy.outcomes.get(rule.id, rule.outcome),
        span=hit.span,
        matched=matched,
        title=words.title,
        message=words.message.format(matched=matched.strip(), **hit.values),
        why=words.why,
        suggestion=hit.suggestion,
        chapter=rule.chapter,
        reference=rule.reference,
    )


def _strengths(draft: Draft, policy: Policy, reader: str) -> list[Strength]:
    out: list[Strength] = []
    for merit in merits_for(draft.lang):
        for hit in islice(merit.find(draft, policy), MOST_OF_A_RULE):
            out.append(_strength(merit, hit, draft, reader))
    return sorted(out, key=lambda strength: (strength.span, strength.rule))


def _strength(merit: Merit, hit: Hit, draft: Draft, reader: str) -> Strength:
    words = merit.words[reader]
    matched = hit.span.of(draft.text)
    return Strength(
        rule=merit.id,
        span=hit.span,
        matched=matched,
        title=words.title,
        message=words.message.format(matched=matched.strip(), **hit.values),
        chapter=merit.chapter,
    )


def _foreign_script(draft: Draft) -> bool:
    """True where most letters are in a script that we cannot read."""
    if draft.text.isascii():
        return False
    letters = "".join(filter(str.isalpha, "".join(token.norm for token in draft.words)))
    return bool(letters) and sum(c > "\u024f" for c in letters) * 2 > len(letters)


def _language_fits(draft: Draft) -> bool:
    """False where the text is surely in the other language than the one asked for."""
    if len(draft.words) < 8:
        return True
    guess, sure = detect(draft.tokens)
    return guess == draft.lang or not sure


def _notes(draft: Draft, reader: str, foreign: bool, fits: bool) -> Iterable[str]:
    if not draft.text.strip():
        yield say(reader, "notes.empty")
        return
    if not any(token.kind == WORD for token in draft.tokens):
        yield say(reader, "notes.wordless")
        return
    if foreign:
        yield say(reader, "notes.script")
    elif not fits:
        yield say(
            reader,
            "notes.language_other",
        )
    elif not draft.lang_sure:
        yield say(reader, "notes.language_guessed")
    if draft.cut:
        yield say(
            reader, "notes.cut", cap=f"{CAP:,}" if reader == "en" else f"{CAP:,}".replace(",", ".")
        )
    if "\ufffd" in draft.text:
        yield say(reader, "notes.replaced")
