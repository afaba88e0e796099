"""What a writer has entered in the Clinic: the words and what the review must know about them."""

from __future__ import annotations

from dataclasses import dataclass

from ..platforms import platforms
from .portfolio import Version
from .texts import LANGUAGES


@dataclass(frozen=True, slots=True)
class Typed:
    """A draft with its settings. ``alt_text`` is None where the post has no picture."""

    text: str
    lang: str
    platform: str | None
    alt_text: str | None = None
    paid: bool = False

    @classmethod
    def of(cls, version: Version, lang: str) -> Typed:
        """Return a kept version; ``lang`` stands in for a language that we do not know.

        A platform that is gone becomes None.
        """
        return cls(
            text=version.text,
            lang=version.lang if version.lang in LANGUAGES else lang,
            platform=version.platform if version.platform in platforms() else None,
            alt_text=version.alt_text,
            paid=version.paid,
        )
