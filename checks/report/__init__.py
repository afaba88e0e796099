"""What a review says: one Report, shown as text, HTML or JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..draft import Draft
from ..findings import Finding, Outcome, Reading, Score, Strength
from ..ignores import Ignored
from ..tone import Tone

SCHEMA_VERSION = 1
"""Version of the JSON that ``to_dict`` gives; see ``schema.json``."""


@dataclass(frozen=True)
class Report:
    """The review of one draft. Findings and strengths stand in the order of the text."""

    draft: Draft
    findings: tuple[Finding, ...]
    strengths: tuple[Strength, ...]
    readings: tuple[Reading, ...]
    tone: Tone
    score: Score | None
    notes: tuple[str, ...]
    """What could not be judged, in words."""
    reader: str
    """Language of the report itself."""
    ignored: tuple[Ignored, ...] = ()
    """Findings that somebody decided to leave, with the reason."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that fired, once each, in order of first place."""
        return tuple(dict.fromkeys(finding.rule for finding in self.findings))

    @property
    def merits(self) -> tuple[str, ...]:
        """The ids of the strengths, once each."""
        return tuple(dict.fromkeys(strength.rule for strength in self.strengths))

    def of(self, outcome: Outcome) -> tuple[Finding, ...]:
        """Return the findings with this outcome."""
        return tuple(finding for finding in self.findings if finding.outcome is outcome)

    @property
    def must_change(self) -> bool:
        """True where something is to be revised or a human has to be asked."""
        return any(finding.outcome is not Outcome.INFO for finding in self.findings)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON data; the shape is in ``schema.json``."""
        from .json import to_dict

        return to_dict(self)

    def to_json(self) -> str:
        """Return the report as JSON text."""
        from .json import to_json

        return to_json(self)

    def to_text(self, name: str = "") -> str:
        """Return the report as plain text; ``name`` names the draft, if it has a name."""
        from .text import to_text

        return to_text(self, name)

    def to_html(
        self,
        *,
        chapter_url: str | None = None,
        heading_level: int = 3,
        with_css: bool = True,
    ) -> str:
        """Return the report as a piece of HTML. ``chapter_url`` may hold ``{chapter}``."""
        from .html import to_html

        return to_html(
            self, chapter_url=chapter_url, heading_level=heading_level, with_css=with_css
        )

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return self.to_html()
