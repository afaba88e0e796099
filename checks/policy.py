"""The house rules of a company, as the reviewer uses them.

``checks.policy_file`` reads them from ``policy.yml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from .findings import Outcome
from .terms import TermBook
from .wordlists import Entry


@dataclass(frozen=True, slots=True)
class Embargo:
    """A matter that may not be told before a day."""

    term: str
    until: date | None
    """First day on which it may be told; None for «not yet known»."""


def _empty() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Policy:
    """What a company told the reviewer. The empty policy knows no company."""

    names: tuple[str, ...] = ()
    """Names and aliases of the company and its sisters."""
    products: tuple[str, ...] = ()
    """Brands and products that are no medicine, such as food supplements."""
    medicines: tuple[str, ...] = ()
    """Medicines and vaccines that need a prescription: they are not advertised to the public."""
    remedies: tuple[str, ...] = ()
    """Medicines without a prescription."""
    rivals: tuple[str, ...] = ()
    """Names of competitors."""
    disclosure_phrases: tuple[str, ...] = ()
    disclosure_tags: tuple[str, ...] = ()
    public_contacts: tuple[str, ...] = ()
    """Addresses and numbers that are public."""
    spokespersons: tuple[str, ...] = ()
    """People who may be named with their role and quoted."""
    code_names: tuple[str, ...] = ()
    """Names of projects that nobody outside may read."""
    embargoes: tuple[Embargo, ...] = ()
    prefer: Mapping[str, str] = field(default_factory=_empty)
    """House words: a word and the one to use instead."""
    avoid: tuple[str, ...] = ()
    """Words that the house does not use."""
    politics: tuple[str, ...] = ()
    """Names of parties, camps and candidates."""
    platforms: tuple[str, ...] = ()
    """Platforms that the programme uses; empty for all."""
    campaign_tags: tuple[str, ...] = ()
    """Values of utm_campaign that are in use; empty for any."""
    status: str = "green"
    """The crisis light: green, amber or red."""
    language: str = "auto"
    """Language of drafts where none is asked for."""
    rules_off: frozenset[str] = frozenset()
    outcomes: Mapping[str, Outcome] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def book(self) -> TermBook:
        """The policy's own terms, in lists named as below."""
        lists: Mapping[str, tuple[str, ...]] = {
            "company": self.names,
            "product": (*self.products, *self.medicines, *self.remedies),
            "medicine": self.medicines,
            "remedy": self.remedies,
            "rival": self.rivals,
            "approved": (*self.disclosure_phrases, *self.disclosure_tags),
            "code_name": self.code_names,
            "embargo": tuple(embargo.term for embargo in self.embargoes),
            "prefer": tuple(self.prefer),
            "avoid": self.avoid,
            "politics": self.politics,
        }
        entries = (Entry(name, term, ()) for name, terms in lists.items() for term in terms)
        return TermBook.of(entries, clitics=True)
