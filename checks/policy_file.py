"""Read ``policy.yml`` and validate it.

A policy file is data and hostile until proved otherwise: values are read as plain text, the size
is capped, aliases are refused, and an unknown key is an error that names the line and the remedy.
``SHAPE`` is the one description of the file; the JSON Schema for editors is generated from it.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from .draft import STATUSES
from .errors import InputError
from .findings import Outcome
from .platforms import platforms
from .policy import Embargo, Policy
from .tokens import tokenize
from .wordlists import LANGUAGES

VERSION: Final = "1"
"""Version of the file that this reviewer reads."""

MOST_BYTES: Final = 200_000
"""Size of a policy file up to which we read it."""

MOST_TERMS: Final = 2_000
"""Entries that one list of a policy may hold."""

LONGEST: Final = 200
"""Code points of one entry."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the file: the field of Policy that it fills, its kind and its meaning."""

    field: str
    kind: str
    """list, map, outcomes, embargoes, or a choice: status, language, platforms."""
    meaning: str


SHAPE: Final[Mapping[str, Mapping[str, Key]]] = {
    "company": {
        "names": Key("names", "list", "Names and aliases of the company and its sisters."),
        "products": Key("products", "list", "Brands and products that are no medicine."),
        "rivals": Key("rivals", "list", "Names of competitors, so that nobody runs them down."),
    },
    "medicines": {
        "prescription": Key(
            "medicines", "list", "Medicines and vaccines on prescription: never promoted in public."
        ),
        "other": Key("remedies", "list", "Medicines without prescription."),
    },
    "disclosure": {
        "phrases": Key("disclosure_phrases", "list", "Approved ways to say where one works."),
        "tags": Key("disclosure_tags", "list", "Approved tags that say where one works."),
    },
    "contacts": {
        "public": Key("public_contacts", "list", "Addresses and numbers that are public."),
        "spokespersons": Key("spokespersons", "list", "People who speak for the company."),
    },
    "secrets": {
        "code_names": Key("code_names", "list", "Names of projects that stay inside."),
        "embargoes": Key("embargoes", "embargoes", "Matters and the day from which to tell them."),
    },
    "words": {
        "prefer": Key("prefer", "map", "A word and the house word to use instead."),
        "avoid": Key("avoid", "list", "Words that the house does not use."),
        "politics": Key("politics", "list", "Names of parties, camps and candidates."),
    },
    "channels": {
        "platforms": Key("platforms", "platforms", "Platforms of the programme; empty for all."),
        "campaigns": Key("campaign_tags", "list", "Values of utm_campaign in use."),
    },
    "state": {
        "crisis": Key("status", "status", "The crisis light: green, amber or red."),
        "language": Key("language", "language", "Language of drafts: en, id or auto."),
    },
    "rules": {
        "off": Key("rules_off", "ids", "Rules that you do not want, by id."),
        "outcomes": Key("outcomes", "outcomes", "Rules with another outcome."),
    },
}

Stop = Callable[[tuple[str, ...], str], InputError]


def load_policy(path: str | Path) -> Policy:
    """Read a policy file.

    Raises InputError with the line and the remedy where the file is missing, too large, no YAML,
    or holds a key or a value that we do not know.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except IsADirectoryError:
        raise InputError(f"{path} is a folder: name the policy file itself.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be read"
        raise InputError(f"{path}: {reason}. Check the name and the folder.") from None
    if len(raw) > MOST_BYTES:
        raise InputError(f"{path} is larger than {MOST_BYTES:,} bytes. Shorten its lists.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path} is not UTF-8 (byte {error.start + 1}): save it as UTF-8 text."
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
        lines = _lines(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f", line {mark.line + 1}" if mark else ""
        raise InputError(
            f"{name}{where}: this is not valid YAML ({error.problem}). "
            "Check the colons, the quotes and the indentation."
        ) from None
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(
            f"{name}: this is not valid YAML. Start again from the example policy.yml."
        ) from None
    finally:
        if loader is not None:
            loader.dispose()

    def stop(path: tuple[str, ...], problem: str) -> InputError:
        line = lines.get(path)
        return InputError(f"{name}{f', line {line}' if line else ''}: {problem}")

    return Policy(**_fields(data, stop, name))


def _lines(node: Any) -> Mapping[tuple[str, ...], int]:
    """Return the line of every key by its path, down to the entries of maps."""
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


def _fields(data: Any, stop: Stop, name: str) -> dict[str, Any]:
    """Return the fields of Policy that the data fills."""
    if not data:
        return {}
    if not isinstance(data, dict):
        raise InputError(f"{name}: a policy is a list of «key: value» lines. See the example.")
    fields: dict[str, Any] = {}
    for section, content in data.items():
        _known((section,), section, ("version", *SHAPE), stop)
        if section == "version":
            if content != VERSION:
                raise stop(
                    (section,),
                    f"this reviewer reads version {VERSION}: write «version: {VERSION}».",
                )
            continue
        if not content:
            continue
        if not isinstance(content, dict):
            keys = ", ".join(SHAPE[section])
            raise stop((section,), f"under «{section}:» stand keys of their own: {keys}.")
        for key, value in content.items():
            path = (section, str(key))
            _known(path, key, tuple(SHAPE[section]), stop)
            shape = SHAPE[section][key]
            if value:
                fields[shape.field] = _READERS[shape.kind](value, path, stop)
    return fields


def _known(path: tuple[str, ...], key: Any, among: Sequence[str], stop: Stop) -> None:
    if key not in among:
        near = difflib.get_close_matches(str(key)[:80], among, 1)
        hint = f"did you mean «{near[0]}»?" if near else f"use one of {', '.join(among)}."
        raise stop(path, f"I do not know the key «{str(key)[:40]}»: {hint}")


def _term(value: Any, path: tuple[str, ...], stop: Stop) -> str:
    if not isinstance(value, str):
        raise stop(path, f"an entry of «{path[-1]}» has to be a word or a phrase.")
    value = value.strip()
    if not value or len(value) > LONGEST or not tokenize(value):
        raise stop(path, f"an entry of «{path[-1]}» is empty or longer than {LONGEST} characters.")
    return str(value)


def _list(value: Any, path: tuple[str, ...], stop: Stop) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise stop(path, f"«{path[-1]}» is a list of words: write [one, two] or one a line.")
    if len(value) > MOST_TERMS:
        raise stop(path, f"«{path[-1]}» has {len(value):,} entries; {MOST_TERMS:,} are allowed.")
    return tuple(_term(item, path, stop) for item in value)


def _ids(value: Any, path: tuple[str, ...], stop: Stop) -> frozenset[str]:
    return frozenset(_list(value, path, stop))


def _map(value: Any, path: tuple[str, ...], stop: Stop) -> Mapping[str, str]:
    if not isinstance(value, dict) or len(value) > MOST_TERMS:
        raise stop(path, f"«{path[-1]}» holds lines such as «old word: new word».")
    return MappingProxyType(
        {_term(old, path, stop): _term(new, (*path, str(old)), stop) for old, new in value.items()}
    )


def _outcomes(value: Any, path: tuple[str, ...], stop: Stop) -> Mapping[str, Outcome]:
    if not isinstance(value, dict):
        raise stop(path, "«outcomes» holds lines such as «hook.warm_up: revise».")
    for rule, outcome in value.items():
        if outcome not in [each.value for each in Outcome]:
            raise stop(
                (*path, str(rule)),
                f"the outcome of «{str(rule)[:60]}» is info, revise or ask, "
                f"not «{str(outcome)[:40]}».",
            )
    return MappingProxyType({str(rule): Outcome(outcome) for rule, outcome in value.items()})


def _embargoes(value: Any, path: tuple[str, ...], stop: Stop) -> tuple[Embargo, ...]:
    if not isinstance(value, dict) or len(value) > MOST_TERMS:
        raise stop(
            path, "«embargoes» holds lines such as «new ferry: 2027-01-15», or an empty day."
        )
    found = []
    for term, day in value.items():
        until = None
        if day:
            try:
                until = date.fromisoformat(str(day))
            except ValueError:
                raise stop(
                    (*path, str(term)), "write the day as year-month-day: 2027-01-15."
                ) from None
        found.append(Embargo(_term(term, path, stop), until))
    return tuple(found)


def _one_of(choices: Sequence[str]) -> Callable[[Any, tuple[str, ...], Stop], str]:
    def read(value: Any, path: tuple[str, ...], stop: Stop) -> str:
        if value not in choices:
            raise stop(path, f"«{path[-1]}» is one of {', '.join(choices)}.")
        chosen: str = value
        return chosen

    return read


def _platforms(value: Any, path: tuple[str, ...], stop: Stop) -> tuple[str, ...]:
    found = _list(value, path, stop)
    for each in found:
        _known(path, each, tuple(platforms()), stop)
    return found


CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "status": STATUSES,
    "language": (*LANGUAGES, "auto"),
}
_READERS: Final[Mapping[str, Callable[[Any, tuple[str, ...], Stop], Any]]] = {
    "list": _list,
    "ids": _ids,
    "map": _map,
    "outcomes": _outcomes,
    "embargoes": _embargoes,
    "platforms": _platforms,
    "status": _one_of(CHOICES["status"]),
    "language": _one_of(CHOICES["language"]),
}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a policy file, for editors that complete and check."""
    text = {"type": ["string", "number", "boolean"], "maxLength": LONGEST}
    kinds: Mapping[str, dict[str, Any]] = {
        "list": {"type": ["array", "null"], "items": text, "maxItems": MOST_TERMS},
        "ids": {"type": ["array", "null"], "items": text, "maxItems": MOST_TERMS},
        "map": {"type": ["object", "null"], "additionalProperties": text},
        "outcomes": {
            "type": ["object", "null"],
            "additionalProperties": {"enum": [each.value for each in Outcome]},
        },
        "embargoes": {
            "type": ["object", "null"],
            "additionalProperties": {"type": ["string", "null"], "format": "date"},
        },
        "platforms": {"type": ["array", "null"], "items": {"enum": list(platforms())}},
        "status": {"enum": [*CHOICES["status"], None]},
        "language": {"enum": [*CHOICES["language"], None]},
    }
    sections = {
        section: {
            "type": ["object", "null"],
            "additionalProperties": False,
            "properties": {
                key: {"description": shape.meaning, **kinds[shape.kind]}
                for key, shape in keys.items()
            },
        }
        for section, keys in SHAPE.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "House rules of a company for the Inside Story reviewer",
        "type": "object",
        "additionalProperties": False,
        "properties": {"version": {"const": int(VERSION)}, **sections},
    }
