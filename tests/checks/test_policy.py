"""A policy file is data: it is validated, named by line, and never executed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from checks import InputError, Outcome, Policy, load_policy, review
from checks.policy_file import MOST_BYTES, parse_policy, schema

ROOT = Path(__file__).parents[2]


def test_the_example_is_valid_and_complete() -> None:
    policy = load_policy(ROOT / "policy.yml")
    assert "Wanasehat" in policy.names
    assert "VitaRandu" in policy.products
    assert policy.public_contacts


@pytest.mark.parametrize("text", ["", "# only a comment\n", "version: 1\n", "company:\n"])
def test_an_empty_policy_knows_no_company(text: str) -> None:
    assert parse_policy(text) == Policy()


def test_words_stay_words() -> None:
    policy = parse_policy("company:\n  names: [No, off, 2026, 3.40, ~]\n")
    assert policy.names == ("No", "off", "2026", "3.40", "~")


def test_rules_off_and_outcomes() -> None:
    policy = parse_policy("rules:\n  off: [hook.bait]\n  outcomes: {hook.warm_up: revise}\n")
    assert policy.rules_off == {"hook.bait"}
    assert policy.outcomes == {"hook.warm_up": Outcome.REVISE}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "compny:\n  names: []\n",
            "line 1: I do not know the key «compny»: did you mean «company»",
        ),
        ("company:\n  name: [A]\n", "line 2: I do not know the key «name»: did you mean «names»"),
        ("version: 2\n", "line 1: this reviewer reads version 1"),
        ("company:\n  names: Wanasehat\n", "line 2: «names» is a list of words"),
        (
            "company: [A]\n",
            "line 1: under «company:» stand keys of their own: names, products, rivals",
        ),
        ("rules:\n  outcomes: {hook.bait: stop}\n", "line 2: the outcome of «hook.bait» is info"),
        ("state: {crisis: blue}\n", "line 1: «crisis» is one of green, amber, red"),
        ("channels: {platforms: [myspace]}\n", "I do not know the key «myspace»"),
        ("secrets: {embargoes: {ferry: soon}}\n", "write the day as year-month-day"),
        ("words: {prefer: [a, b]}\n", "«prefer» holds lines such as"),
        ("company:\n  names: [A, '']\n", "is empty or longer than 200"),
        ("a: [1, 2\n", "this is not valid YAML"),
        ("company: &x [a]\nrules: *x\n", "line 2: write the value out"),
        ("- a\n- b\n", "a policy is a list of «key: value» lines"),
        ("!!python/object/apply:os.system ['echo hi']\n", "policy"),
        ("\x00", "this is not valid YAML"),
        ("a: " + "[" * 5000, "this is not valid YAML"),
    ],
)
def test_what_is_wrong_is_named_with_its_remedy(text: str, says: str) -> None:
    with pytest.raises(InputError) as error:
        parse_policy(text)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_files(tmp_path: Path) -> None:
    missing = tmp_path / "missing.yml"
    with pytest.raises(InputError, match="Check the name"):
        load_policy(missing)
    with pytest.raises(InputError, match="is a folder"):
        load_policy(tmp_path)
    large = tmp_path / "large.yml"
    large.write_bytes(b"#" * (MOST_BYTES + 1))
    with pytest.raises(InputError, match="Shorten its lists"):
        load_policy(large)
    latin = tmp_path / "latin.yml"
    latin.write_bytes("company: {names: [Café]}".encode("latin-1"))
    with pytest.raises(InputError, match="save it as UTF-8"):
        load_policy(latin)


def test_a_policy_that_names_no_rule_is_refused() -> None:
    with pytest.raises(InputError, match="does not exist"):
        review("Hello", "en", policy=Policy(rules_off=frozenset({"hook.warmup"})))


def test_every_key_fills_its_field() -> None:
    policy = parse_policy(
        """
company: {names: [A], products: [B], rivals: [C]}
medicines: {prescription: [D], other: [E]}
contacts: {public: ["0800 1"], spokespersons: [F]}
secrets: {code_names: [G], embargoes: {new ferry: 2027-01-15, merger: }}
words: {prefer: {clients: patients}, avoid: [H], politics: [I]}
channels: {platforms: [instagram], campaigns: [cold2026]}
state: {crisis: red, language: id}
"""
    )
    assert policy.medicines == ("D",)
    assert policy.embargoes[0].until == date(2027, 1, 15)
    assert policy.embargoes[1].until is None
    assert policy.prefer == {"clients": "patients"}
    assert (policy.status, policy.language, policy.platforms) == ("red", "id", ("instagram",))
    assert set(policy.book.by_first) >= {"a", "d", "new", "clients"}


def test_the_schema_for_editors_is_generated_and_fits_the_example() -> None:
    written = json.loads((ROOT / "checks/policy.schema.json").read_text("utf-8"))
    assert written == schema(), "run: python -m checks.policy_schema"
    example = yaml.safe_load((ROOT / "policy.yml").read_text("utf-8").replace("off:", "'off':"))
    jsonschema.validate(example, written)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"compny": {}}, written)
