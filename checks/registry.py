"""All rules and merits, found by reading the folder ``checks/rules``: no list to keep.

The order is the order of the module names, then that in the file, so that every report of the
same draft is the same.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from . import rules
from .errors import InputError
from .policy import Policy
from .rule import Merit, Rule


@cache
def families() -> tuple[str, ...]:
    """Return the names of the rule files."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(rules.__path__)))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule."""
    return tuple(
        rule
        for family in families()
        for rule in importlib.import_module(f"{rules.__name__}.{family}").RULES
    )


@cache
def rules_for(lang: str) -> tuple[Rule, ...]:
    """Return the rules that can read drafts in a language."""
    return tuple(rule for rule in all_rules() if lang in rule.examples)


@cache
def all_merits() -> tuple[Merit, ...]:
    """Return every merit."""
    return tuple(
        merit
        for family in families()
        for merit in getattr(importlib.import_module(f"{rules.__name__}.{family}"), "MERITS", ())
    )


@cache
def merits_for(lang: str) -> tuple[Merit, ...]:
    """Return the merits that can read drafts in a language."""
    return tuple(merit for merit in all_merits() if lang in merit.examples)


@cache
def rules_by_id() -> Mapping[str, Rule]:
    """Return the rules by id."""
    return {rule.id: rule for rule in all_rules()}


def check_policy(policy: Policy) -> None:
    """Raise InputError where a policy names a rule that does not exist."""
    for rule in (*policy.rules_off, *policy.outcomes):
        if rule not in rules_by_id():
            raise InputError(
                f"The policy names the rule «{rule[:60]}», which does not exist: "
                f"use one of {', '.join(rules_by_id())}."
            )
