"""Silence one finding, with a reason, in a way that survives edits elsewhere in the text.

An ignore names the rule, the words, and a fingerprint of the sentence in which they stand. When
that sentence changes, the ignore lapses and the finding is back: the reason was given for other
words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2s
from pathlib import Path
from typing import Any, Final

from .draft import Draft
from .errors import InputError
from .findings import Finding, Span
from .tokens import tokenize

LONGEST_REASON: Final = 300
"""Code points of a reason."""

MOST: Final = 1_000
"""Ignores that one file may hold."""

MOST_BYTES: Final = 1_000_000
"""Size up to which a file of ignores is read."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """A finding that somebody decided to leave as it is."""

    rule: str
    words: str
    """The matched words in their plain form."""
    sentence: str
    """Fingerprint of the sentence around them."""
    reason: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that an ignore silenced, and why."""

    finding: Finding
    reason: str


def _plain(text: str) -> str:
    return " ".join(token.norm for token in tokenize(text))


def _around(draft: Draft, span: Span) -> str:
    """Return the text of the sentences that the span touches."""
    touched = [
        sentence.span
        for sentence in draft.sentences
        if sentence.span.start < span.end and span.start < sentence.span.end
    ]
    if not touched:
        return span.of(draft.text)
    return draft.text[touched[0].start : touched[-1].end]


def _fingerprint(text: str) -> str:
    return blake2s(_plain(text).encode("utf-8", "replace"), digest_size=8).hexdigest()


def ignore(draft: Draft, finding: Finding, reason: str) -> Ignore:
    """Make an ignore for a finding. Raises InputError for an empty or very long reason."""
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise InputError(
            f"Say in 1 to {LONGEST_REASON} characters why this finding may stay as it is."
        )
    return Ignore(
        rule=finding.rule,
        words=_plain(finding.matched),
        sentence=_fingerprint(_around(draft, finding.span)),
        reason=reason,
    )


def split(
    draft: Draft, findings: Iterable[Finding], ignores: Sequence[Ignore]
) -> tuple[tuple[Finding, ...], tuple[Ignored, ...]]:
    """Part the findings into those that stand and those that an ignore silences."""
    if not ignores:
        return tuple(findings), ()
    by_key = {(each.rule, each.words, each.sentence): each.reason for each in ignores}
    rules = {each.rule for each in ignores}
    kept: list[Finding] = []
    silenced: list[Ignored] = []
    for finding in findings:
        reason = None
        if finding.rule in rules:
            key = (
                finding.rule,
                _plain(finding.matched),
                _fingerprint(_around(draft, finding.span)),
            )
            reason = by_key.get(key)
        if reason is None:
            kept.append(finding)
        else:
            silenced.append(Ignored(finding, reason))
    return tuple(kept), tuple(silenced)


def dump(ignores: Iterable[Ignore]) -> str:
    """Return ignores as JSON text, one a line, for a file that people can read and edit."""
    lines = ",\n".join(json.dumps(asdict(each), ensure_ascii=False) for each in ignores)
    return f"[\n{lines}\n]\n"


def load(path: str | Path) -> tuple[Ignore, ...]:
    """Read a file of ignores. Raises InputError with the remedy."""
    path = Path(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(f"{path} is larger than {MOST_BYTES:,} bytes: split it.")
        data = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise InputError(f"{path}: {reason}. Check the name and the folder.") from None
    except (ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(
            f"{path} is not a list of ignores in JSON: make a new one with --ignore."
        ) from None
    return parse(data, str(path))


def parse(data: Any, name: str) -> tuple[Ignore, ...]:
    """Check data read from JSON. Raises InputError that names the entry."""
    if not isinstance(data, list) or len(data) > MOST:
        raise InputError(f"{name} has to be a list of at most {MOST:,} ignores.")
    out = []
    for number, item in enumerate(data, 1):
        keys = ("rule", "words", "sentence", "reason")
        if not isinstance(item, dict) or not all(isinstance(item.get(key), str) for key in keys):
            raise InputError(f"{name}, entry {number}: rule, words, sentence and reason are text.")
        if not item["reason"].strip() or len(item["reason"]) > LONGEST_REASON:
            raise InputError(
                f"{name}, entry {number}: the reason has 1 to {LONGEST_REASON} characters."
            )
        out.append(Ignore(*(item[key] for key in keys)))
    return tuple(out)
