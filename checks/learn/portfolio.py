"""The portfolio: one JSON file that the learner owns, with every version that was kept.

Versions are added and never changed. A save writes a second file and puts it in the place of the
first in one step, under a lock of the operating system, so neither a crash nor a second notebook
loses anything. What a later release adds to the file stays in it.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_OID, uuid4, uuid5

from .. import Policy, Report, review
from .errors import LearnError
from .locking import BusyError, locked
from .migrations import CURRENT, migrated
from .spotting import is_blank
from .texts import LANGUAGES, texts

SCHEMA_VERSION: Final = CURRENT
NAME: Final = "portfolio.json"
WAIT: Final = 20.0
"""Seconds that a save waits for another notebook."""

_FULL: Final = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)
_CLOSED: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


class PortfolioError(LearnError):
    """The portfolio cannot be read or written. The message says what to do; the text is safe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One kept text. ``rules`` are the findings of its review, one rule id for each."""

    id: str
    kept_at: str
    """ISO time with zone."""
    exercise: str | None
    step: str | None
    lang: str
    platform: str | None
    text: str
    rules: tuple[str, ...]
    strengths: tuple[str, ...]
    score: int | None
    """0 to 100; None where a human must be asked or the text is too short."""
    alt_text: str | None = None
    """What describes the picture; None where the post has no picture."""
    paid: bool = False

    @property
    def look(self) -> int:
        """Number of things to look at."""
        return len(self.rules)


def version_of(
    text: str,
    *,
    report: Report | None = None,
    exercise: str | None = None,
    step: str | None = None,
    lang: str = "en",
    platform: str | None = None,
    policy: Policy | None = None,
    alt_text: str | None = None,
    paid: bool = False,
) -> Version:
    """Return a text as a version of now. Without a ``report`` the text is reviewed here."""
    found = report or review(
        text, lang=lang, platform=platform, policy=policy, alt_text=alt_text, paid=paid
    )
    return Version(
        id=uuid4().hex,
        kept_at=datetime.now().astimezone().isoformat(timespec="seconds"),
        exercise=exercise,
        step=step,
        lang=lang,
        platform=platform,
        text=_storable(text),
        rules=tuple(finding.rule for finding in found.findings),
        strengths=tuple(strength.rule for strength in found.strengths),
        score=found.score.value if found.score is not None else None,
        alt_text=_storable(alt_text) if alt_text is not None else None,
        paid=paid,
    )


def _storable(text: str) -> str:
    """Return a text that a file can hold: without lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")


class Portfolio:
    """A portfolio file. Nothing is read or written until a method is called.

    ``lang`` is the language of its messages.
    """

    def __init__(self, path: str | os.PathLike[str] = NAME, *, lang: str = "en") -> None:
        # A link stays a link: the file behind it is replaced.
        self.path = Path(os.path.realpath(path))
        self._say = texts(lang if lang in LANGUAGES else "en")

    def versions(self, exercise: str | None = None, step: str | None = None) -> tuple[Version, ...]:
        """Return the kept versions in order, of one exercise and step where they are named.

        Raises PortfolioError for a file that cannot be read.
        """
        kept = (_from_entry(entry) for entry in self._entries(self._read()))
        return tuple(
            version
            for version in kept
            if exercise in (None, version.exercise) and step in (None, version.step)
        )

    def add(self, *versions: Version) -> None:
        """Add versions, all or none. Raises PortfolioError; then nothing has changed.

        A broken file is put aside under a new name first, and a new one is begun.
        """
        try:
            with locked(self.path.with_name(f".{self.path.name}.lock"), WAIT):
                try:
                    data = self._read()
                    self._entries(data)
                except _BrokenError:
                    self._put_aside()
                    data = {}
                data = migrated(data) if data else {"schema_version": SCHEMA_VERSION}
                data.setdefault("versions", []).extend(_to_entry(one) for one in versions)
                self._write(data)
        except BusyError:
            raise PortfolioError(self._say("portfolio.busy", name=self.path.name)) from None
        except OSError as error:
            raise self._explain(error) from error

    def merge(self, path: str | os.PathLike[str]) -> str:
        """Add the versions of another portfolio that are not here yet; return one sentence.

        The other file stays as it is. Versions are the same where their ids are. Raises
        PortfolioError where one of the two cannot be read or written; then nothing has changed.
        """
        other = Portfolio(path, lang=self._say.lang)
        if not other.path.exists():
            raise PortfolioError(self._say("portfolio.no_file", name=other.path.name))
        known = {version.id for version in self.versions() if version.id}
        new = [
            version if version.id else replace(version, id=_id_of(version))
            for version in other.versions()
        ]
        new = [version for version in new if version.id not in known]
        if not new:
            return self._say("merge.all", name=other.path.name)
        self.add(*new)
        return self._say.count("merge.added", len(new), name=other.path.name)

    def keep_for_step(
        self,
        text: object,
        *,
        exercise: str,
        step: str,
        lang: str,
        platform: str,
        policy: Policy | None = None,
    ) -> str:
        """Add a version and return one sentence about it, also where it could not be kept."""
        if not isinstance(text, str) or is_blank(text):
            return self._say("portfolio.blank")
        try:
            self.add(
                version_of(
                    text,
                    exercise=exercise,
                    step=step,
                    lang=lang,
                    platform=platform,
                    policy=policy,
                )
            )
            number = len(self.versions(exercise, step))
        except PortfolioError as error:
            return str(error)
        return self._say("portfolio.kept", number=number, name=self.path.name)

    def _read(self) -> dict[str, Any]:
        """Return the file as it stands, an empty one where there is none."""
        try:
            raw = self.path.read_text("utf-8")
        except FileNotFoundError:
            return {}
        except UnicodeDecodeError:
            raise _BrokenError(self._say("portfolio.broken", name=self.path.name)) from None
        except OSError as error:
            raise self._explain(error) from error
        try:
            data = json.loads(raw)
        except (ValueError, RecursionError):
            raise _BrokenError(self._say("portfolio.broken", name=self.path.name)) from None
        if not isinstance(data, dict):
            raise _BrokenError(self._say("portfolio.broken", name=self.path.name))
        return data

    def _entries(self, data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        schema = data.get("schema_version", SCHEMA_VERSION)
        if isinstance(schema, int) and schema > SCHEMA_VERSION:
            raise PortfolioError(self._say("portfolio.newer", name=self.path.name))
        entries = data.get("versions", [])
        if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
            raise _BrokenError(self._say("portfolio.broken", name=self.path.name))
        return entries

    def _put_aside(self) -> Path:
        """Give a broken file a name of its own, so that a person can look at it."""
        stamp = datetime.now().astimezone().strftime("%Y%m%dT%H%M%S")
        for number in range(1000):
            extra = f"-{number}" if number else ""
            aside = self.path.with_name(f"{self.path.stem}.broken-{stamp}{extra}{self.path.suffix}")
            if not aside.exists():
                self.path.replace(aside)
                return aside
        raise OSError(errno.EEXIST, "no free name for the broken file", str(self.path))

    def _write(self, data: Mapping[str, Any]) -> None:
        """Write the whole file beside the old one, then put it in its place in one step."""
        # The lock is held, so the name is ours; what a crash left there is written over.
        beside = self.path.with_name(f".{self.path.name}.tmp")
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            json.dump(data, file, ensure_ascii=False, indent=1)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        if self.path.exists():
            shutil.copymode(self.path, beside)
        beside.replace(self.path)
        if os.name == "posix":
            folder = os.open(self.path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def _explain(self, error: OSError) -> PortfolioError:
        say, name, folder = self._say, self.path.name, str(self.path.parent)
        if error.errno in _FULL:
            return PortfolioError(say("portfolio.full"))
        if error.errno in _CLOSED:
            return PortfolioError(say("portfolio.closed", name=name, folder=folder))
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            return PortfolioError(say("portfolio.no_folder", folder=folder))
        if isinstance(error, IsADirectoryError):
            return PortfolioError(say("portfolio.is_folder", name=name))
        reason = error.strerror or type(error).__name__
        return PortfolioError(say("portfolio.other", name=name, reason=reason))


class _BrokenError(PortfolioError):
    """The file is no portfolio."""


def _to_entry(version: Version) -> dict[str, Any]:
    entry = asdict(version)
    summary = ("rules", "strengths", "score")
    entry["review"] = {key: entry.pop(key) for key in summary}
    return entry


def _from_entry(entry: Mapping[str, Any]) -> Version:
    """Return an entry as a Version. What is missing or odd becomes empty, never an error."""
    summary = entry.get("review")
    found = summary if isinstance(summary, dict) else {}
    score = found.get("score")
    return Version(
        id=_word(entry.get("id")) or "",
        kept_at=_word(entry.get("kept_at")) or "",
        exercise=_word(entry.get("exercise")),
        step=_word(entry.get("step")),
        lang=_word(entry.get("lang")) or "en",
        platform=_word(entry.get("platform")),
        text=_word(entry.get("text")) or "",
        rules=_words(found.get("rules")),
        strengths=_words(found.get("strengths")),
        score=score if isinstance(score, int) else None,
        alt_text=_word(entry.get("alt_text")),
        paid=entry.get("paid") is True,
    )


def _id_of(version: Version) -> str:
    """Return an id for a version that has none: the same for the same time and text."""
    return uuid5(NAMESPACE_OID, f"{version.kept_at}\n{version.text}").hex


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
