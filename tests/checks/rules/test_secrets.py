"""What the properties of all rules do not prove for the family «secrets» and the signs it reads."""

from __future__ import annotations

import importlib
import time
from pathlib import Path

import pytest

from checks import Draft, Policy, load_policy
from checks.registry import rules_by_id
from checks.rules.secrets import clues, read, weigh
from checks.terms import book
from checks.tokens import tokenize
from checks.wordlists import LANGUAGES, entries

POLICY = load_policy(Path(__file__).parents[3] / "policy.yml")
FAMILIES = ("secrets", "hoax", "bait", "borrowed", "ai_residue", "crisis", "politics")
RESERVED = 'xdNCT@/*^0".'


def found(text: str, lang: str, policy: Policy = POLICY) -> list[str]:
    draft = Draft.of(text, lang)
    return [hit.span.of(text) for hit in rules_by_id()["secrets.inside"].find(draft, policy)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_sign_of_a_list_is_told_in_its_header_and_is_not_reserved(
    family: str, lang: str
) -> None:
    path = Path("checks") / "words" / lang / f"{family}_parts.txt"
    text = (Path(__file__).parents[3] / path).read_text("utf-8")
    header = " ".join(line[2:] for line in text.splitlines() if line.startswith("# "))
    for entry in entries(lang, f"{family}_parts"):
        for sign in entry.columns[0]:
            assert sign not in RESERVED, entry
            told = any(f"{sign}{after}" in header for after in (" =", ",", " +"))
            assert told or f"+ {sign} =" in header, f"{sign} of «{entry.term}»"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_term_can_be_found(family: str, lang: str) -> None:
    name = f"{family}_parts"
    for entry in entries(lang, name):
        terms = book(lang).find(tokenize(entry.term)).get(name, ())
        assert terms, entry.term
        assert terms[0].span.end == len(entry.term), entry.term


def test_a_post_becomes_signs() -> None:
    draft = Draft.of("Our merger in 1998? “Psst” #Kapuk @wana 🙂 40 % no Jakarta", "en")
    signs = read(draft, POLICY, "secrets_parts")
    assert signs.text == '.WGf0?."""T@*d%N^.'
    assert len(signs.text) == len(signs.starts) == len(signs.ends)
    whole = read(Draft.of("“Psst”", "en"), POLICY, "secrets_parts")
    assert "w" in whole.text


def test_clues_count_once_and_the_heaviest_gives_the_place() -> None:
    signs = read(Draft.of("A merger, a merger, psst.", "en"), POLICY, "secrets_parts")
    weight = weigh(signs, clues((4, "G"), (2, "w"), (-1, "w & G"), (9, "g")))
    assert weight.points == 5
    assert weight.span is not None
    assert weight.span.of("A merger, a merger, psst.") == "merger"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Psst: our new contract with the north is not public yet."),
        ("en", "We sold the company. The staff do not know it yet."),
        ("en", "The quarterly results come out on Monday. Do not tell anyone: profit is down."),
        ("en", "The wifi in hall two: admin2026"),
        ("en", "I saw the list on the printer. Sixty jobs go, the union hears it in March."),
        ("id", "Psst, kontrak baru sama utara belum diumumkan."),
        ("id", "Perusahaan dijual. Karyawan belum tahu."),
        ("id", "Laba kuartal ini turun 12 persen, baru dibuka hari Senin."),
        ("id", "Password wifi aula dua: admin2026"),
        (
            "id",
            "Kulihat daftarnya di printer. Enam puluh orang diputus kontrak, serikat belum tahu.",
        ),
    ],
)
def test_inside_news_is_marked(lang: str, text: str) -> None:
    assert found(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "“Strictly confidential” was the name of our choir."),
        ("en", "The merger is public since Friday, the press release is on our website."),
        ("en", "We never share passwords, and I won't tell you mine."),
        ("en", "What is the wifi password?"),
        ("id", "“Sangat rahasia” itu nama paduan suara kami."),
        ("id", "Mergernya sudah diumumkan Jumat, siaran persnya ada di situs resmi."),
        ("id", "Jangan pernah bagikan kata sandi, kataku juga tidak."),
        ("id", "Password wifi-nya apa ya?"),
    ],
)
def test_public_and_discreet_posts_stay_quiet(lang: str, text: str) -> None:
    assert found(text, lang) == []


@pytest.mark.parametrize("family", FAMILIES)
def test_time_grows_with_the_text_and_not_with_its_square(family: str) -> None:
    rule = importlib.import_module(f"checks.rules.{family}").RULES[0]
    words = " ".join(entry.term for entry in entries("en", f"{family}_parts"))
    text = (words * 8)[:28_000].replace("\n", " ")
    spent = []
    for size in (7_000, 28_000):
        draft = Draft.of(text[:size], "en", status="red")
        best = min(_timed(rule, draft) for _ in range(3))
        spent.append(best)
    assert spent[1] < 16 * max(spent[0], 0.001)


def _timed(rule: object, draft: Draft) -> float:
    start = time.process_time()
    list(rule.find(draft, POLICY))  # type: ignore[attr-defined]
    return time.process_time() - start
