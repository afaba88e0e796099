"""The house rules of a company, read from ``policy.yml`` and validated.

A policy is data and hostile until proved otherwise: YAML is read as plain text values, its size is
capped, aliases are refused, and an unknown key is an error with a remedy.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from .errors import InputError
from .findings import Outcome
from .terms import TermBook
from .wordlists import Entry

MOST_BYTES: Final = 200_000
"""Size of a policy file up to which we read it."""

MOST_TERMS: Final = 2_000
"""Entries that one list of a policy may hold."""


@dataclass(frozen=True)
class Policy:
    """What a company told the reviewer. The empty policy knows no company."""

    names: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    disclosure_phrases: tuple[str, ...] = ()
    disclosure_tags: tuple[str, ...] = ()
    public_contacts: tuple[str, ...] = ()
    rules_off: frozenset[str] = frozenset()
    outcomes: Mapping[str, Outcome] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def book(self) -> TermBook:
        """The policy's own terms: lists «company», «product», «approved»."""
        lists = {
            "company": self.names,
            "product": self.products,
            "approved": (*self.disclosure_phrases, *self.disclosure_tags),
        }
        entries = (
            Entry(name, term, ()) for name, terms in lists.items() for term in terms if term.strip()
        )
        return TermBook.of(entries, clitics=True)


# The keys of a policy file: section -> key -> kind of value.
_SHAPE: Final[Mapping[str, Mapping[str, str]]] = {
    "company": {"names": "list", "products": "list"},
    "disclosure": {"phrases": "list", "tags": "list"},
    "contacts": {"public": "list"},
    "rules": {"off": "list", "outcomes": "map"},
}


def load_policy(path: str | Path) -> Policy:
    """Read a policy file.

    Raises InputError with the line and the remedy where the file is missing, too large, no YAML,
    or holds a key or a value that we do not know.
    """
    path = Path(path)
    try:
        raw = path.read_bytes()
    except IsADirectoryError:
        raise InputError(f"{path} is a folder: name the policy file itself.") from None
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise InputError(f"{path}: {reason}. Check the name and the folder.") from None
    if len(raw) > MOST_BYTES:
        raise InputError(
            f"{path} has {len(raw):,} bytes; a policy may have {MOST_BYTES:,}. Shorten its lists."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8 text."
        ) from None
    return parse_policy(text, name=str(path))


def parse_policy(text: str, *, name: str = "policy.yml") -> Policy:
    """Read a policy from YAML text. Raises InputError as ``load_policy`` does."""
    import yaml  # read only where there is a policy: it costs 15 ms

    class Loader(yaml.BaseLoader):
        """Reads every value as text, so that «off» and «No» stay words, and refuses aliases,
        which can blow a small file up to gigabytes.
        """

        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.events.AliasEvent):
                event = self.peek_event()  # type: ignore[no-untyped-call]
                line = event.start_mark.line + 1
                raise InputError(f"{name}, line {line}: write the value out instead of «*name».")
            return super().compose_node(parent, index)

    loader = None
    try:
        loader = Loader(text)
        node = loader.get_single_node()
        data = loader.construct_document(node) if node is not None else {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f", line {mark.line + 1}" if mark else ""
        raise InputError(
            f"{name}{where}: this is not valid YAML ({error.problem}). "
            "Check the colons, the quotes and the indentation."
        ) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(
            f"{name}: this is not valid YAML. Start again from the example policy.yml."
        ) from None
    finally:
        if loader is not None:
            loader.dispose()
    return _checked(data, _lines(node), name)


def _lines(node: Any) -> Mapping[tuple[str, ...], int]:
    """Return the line of every key, by its path, two levels deep and for entries of maps."""
    lines: dict[tuple[str, ...], int] = {}

    def walk(part: Any, path: tuple[str, ...]) -> None:
        if len(path) > 3 or not hasattr(part, "value") or not isinstance(part.value, list):
            return
        for pair in part.value:
            if isinstance(pair, tuple):
                key, value = pair
                here = (*path, str(key.value))
                lines[here] = key.start_mark.line + 1
                walk(value, here)

    walk(node, ())
    return lines


def _checked(data: Any, lines: Mapping[tuple[str, ...], int], name: str) -> Policy:
    def stop(path: tuple[str, ...], problem: str) -> InputError:
        line = lines.get(path)
        return InputError(f"{name}{f', line {line}' if line else ''}: {problem}")

    def known(path: tuple[str, ...], key: str, among: Sequence[str]) -> None:
        if key not in among:
            near = difflib.get_close_matches(str(key), among, 1)
            hint = f"did you mean «{near[0]}»?" if near else f"use one of {', '.join(among)}."
            raise stop(path, f"I do not know the key «{str(key)[:40]}»: {hint}")

    if not data:
        return Policy()
    if not isinstance(data, dict):
        raise InputError(f"{name}: a policy is a list of «key: value» lines. See the example.")
    lists: dict[tuple[str, str], tuple[str, ...]] = {}
    outcomes: dict[str, Outcome] = {}
    for section, content in data.items():
        section = str(section)
        known((section,), section, ("version", *_SHAPE))
        if section == "version":
            if content != "1":
                raise stop((section,), "this reviewer reads version 1: write «version: 1».")
            continue
        if not content:
            continue
        if not isinstance(content, dict):
            keys = ", ".join(_SHAPE[section])
            raise stop((section,), f"under «{section}:» stand keys of their own: {keys}.")
        for key, value in content.items():
            path = (section, str(key))
            known(path, str(key), tuple(_SHAPE[section]))
            if _SHAPE[section][str(key)] == "list":
                lists[path] = _texts(value, path, stop)
            else:
                outcomes = _outcomes(value, path, stop)
    return Policy(
        names=lists.get(("company", "names"), ()),
        products=lists.get(("company", "products"), ()),
        disclosure_phrases=lists.get(("disclosure", "phrases"), ()),
        disclosure_tags=lists.get(("disclosure", "tags"), ()),
        public_contacts=lists.get(("contacts", "public"), ()),
        rules_off=frozenset(lists.get(("rules", "off"), ())),
        outcomes=MappingProxyType(outcomes),
    )


def _texts(value: Any, path: tuple[str, ...], stop: Any) -> tuple[str, ...]:
    if not value:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise stop(path, f"«{path[-1]}» is a list of words: write [one, two] or one a line.")
    if len(value) > MOST_TERMS:
        raise stop(path, f"«{path[-1]}» has {len(value):,} entries; {MOST_TERMS:,} are allowed.")
    texts = tuple(item.strip() for item in value)
    if any(not item or len(item) > 200 for item in texts):
        raise stop(path, f"an entry of «{path[-1]}» is empty or longer than 200 characters.")
    return texts


def _outcomes(value: Any, path: tuple[str, ...], stop: Any) -> dict[str, Outcome]:
    if not value:
        return {}
    if not isinstance(value, dict):
        raise stop(path, "«outcomes» holds lines such as «hook.warm_up: revise».")
    outcomes = {}
    for rule, outcome in value.items():
        if outcome not in [each.value for each in Outcome]:
            raise stop(
                (*path, str(rule)),
                f"the outcome of «{str(rule)[:60]}» is info, revise or ask, not «{outcome}».",
            )
        outcomes[str(rule)] = Outcome(outcome)
    return outcomes
