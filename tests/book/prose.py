"""The book's own prose before its own reviewer, and before two spelling lists.

The reviewer reads every paragraph with the rules about writing and respect. It leaves out what the
book shows and does not say itself: quotations, italics, code, words of another language, tables,
posts. Where it is wrong, the sentence stands with the reason in ``exceptions.yml``.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any, Final

import yaml
from book_pages import ROOT, Block, Page, expected, pages
from chapter_rules import WORDS, listed, names
from questions import quiz_path
from spellchecker import SpellChecker

from checks import Draft, Policy, Span, review
from checks.readability import count, grades
from checks.registry import rules_by_id
from checks.tokens import WORD

FITTING: Final = (
    "plain_words.",
    "respect.",
    "claims.absolute",
    "hoax.forward",
    "ai_residue.chat",
    "secrets.inside",
    "privacy.",
)
"""Rules that also hold for a course; the others are about posts, their platform and their tie."""

GRADE: Final = 9.5
"""School grade that no page may exceed: the upper end of the band «plain»."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the reviewer marks in our own prose."""

    where: str
    file: str
    rule: str
    words: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.where}: rewrite '{self.words}' ({self.rule}) in: {self.sentence}"


@cache
def fitting() -> Policy:
    """Return house rules that leave only the fitting rules on."""
    return Policy(rules_off=frozenset(one for one in rules_by_id() if not one.startswith(FITTING)))


def marks(page: Page) -> Iterator[Mark]:
    """Yield what the reviewer marks in the running text of a page."""
    for block in page.prose(WORDS[page.lang].sources):
        report = review(block.text, page.lang, policy=fitting())
        for finding in report.findings:
            if not _shown(block, finding.span, report.draft):
                sentence = next(
                    (
                        one.span.of(report.draft.text)
                        for one in report.draft.sentences
                        if one.span.start <= finding.span.start < one.span.end
                    ),
                    block.text,
                )
                yield Mark(page.at(block), page.file, finding.rule, finding.matched, sentence)


def _shown(block: Block, span: Span, draft: Draft) -> bool:
    """True where the words are shown as an example and not said by the book."""
    shown = [*block.apart, *((quote.start, quote.end) for quote in draft.quotes)]
    return any(start <= span.start and span.end <= end for start, end in shown)


@cache
def exceptions() -> tuple[Mapping[str, str], ...]:
    """Return the sentences in which the reviewer is wrong, each with its reason."""
    path = Path(__file__).with_name("exceptions.yml")
    return tuple(yaml.safe_load(path.read_text(encoding="utf-8")) or ())


def excepted(mark: Mark) -> bool:
    """True for a mark that the list names."""
    return any(
        (one["page"], one["rule"], one["words"]) == (mark.file, mark.rule, mark.words)
        for one in exceptions()
    )


def grade(page: Page) -> float:
    """Return the school grade of a page: the mean of the six formulas over its running text."""
    prose = [one for one in page.prose(WORDS[page.lang].sources) if one.kind != "heading"]
    draft = Draft.of("\n\n".join(one.text for one in prose), page.lang)
    each = grades(count(draft)).values()
    return round(sum(each) / len(each), 1)


# --- spelling --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """A text to be spelled, and where it stands."""

    where: str
    text: str


def spelled(page: Page) -> Iterator[Line]:
    """Yield what a page says in English: its text, its posts, its pictures and its questions."""
    sources = WORDS[page.lang].sources
    for block in page.blocks:
        if block.kind == "code" or (block.section == sources and "trainer" not in block.inside):
            continue
        if "plain_words.spelling" in expected(block):
            continue  # the slips in this post are its subject
        text = block.text
        for start, end in sorted(block.apart, reverse=True):
            text = text[:start] + " " * (end - start) + text[end:]
        yield Line(page.at(block), text)
        yield from (Line(page.at(block), str(block.options.get("alt") or "")),)
    yield from (Line(page.at(), text) for text in _texts(page.front.get("myst")))
    yield from (Line(page.at(), one["what"]) for one in page.front.get("ages", ()))
    yield from questions(page)


def questions(page: Page) -> Iterator[Line]:
    """Yield what the questions of a chapter say."""
    path = quiz_path(ROOT, page.lang, page.slug)
    if path.is_file():
        yield from _entries(path, ("id", "kind", "misconception"))


def terms() -> Iterator[Line]:
    """Yield what the glossary says in English."""
    yield from _entries(ROOT / "book" / "glossary.yml", ("id", "official"))


def _entries(path: Path, hidden: tuple[str, ...]) -> Iterator[Line]:
    """Yield the texts of a YAML list, with the line on which each entry begins."""
    top = yaml.compose(path.read_text(encoding="utf-8"))
    assert isinstance(top, yaml.SequenceNode), f"{path.name} must be a list."
    for entry in top.value:
        where = f"{path.relative_to(ROOT).as_posix()}:{entry.start_mark.line + 1}"
        for text in _texts(yaml.SafeLoader("").construct_document(entry), hidden):
            yield Line(where, text)


def _texts(value: Any, hidden: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the texts in data, without those under a hidden key."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in hidden:
                yield from _texts(inner, hidden)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, hidden)
    elif isinstance(value, str):
        yield value


def slips(lines: Iterable[Line]) -> Iterator[str]:
    """Yield words that are on no list, and spellings that are not British."""
    cleaned = [Line(line.where, _without_own(line.text)) for line in lines]
    yield from _unknown(cleaned)
    yield from _not_british(cleaned)


def _without_own(text: str) -> str:
    """Take out what is spelled on purpose: our own words, addresses, and a word in quotes."""
    return re.sub(
        r"`[^`]*`|\w+=\w+|https?://\S+|\S+@\S+|#\w+|@\w+|[“\"]\w+[.,]?[”\"]",
        " ",
        _own().sub(" ", text),
    )


@cache
def _own() -> re.Pattern[str]:
    """Return a pattern for our own words, the longest first."""
    own = sorted(listed("spelling.txt"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, own))})(?!\w)", re.IGNORECASE)


def _unknown(lines: Iterable[Line]) -> Iterator[str]:
    known = _dictionary()
    for line in lines:
        draft = Draft.of(line.text, "en")
        for sentence in draft.sentences:
            for place in range(sentence.first, sentence.last + 1):
                token = draft.tokens[place]
                word = draft.text[token.start : token.end]
                if token.kind != WORD or not word.isascii() or not word.replace("'", "").isalpha():
                    continue
                capital = word[0].isupper() and (place != sentence.first or word in _names())
                if capital or not word[1:].islower():
                    continue  # a name, an acronym or a brand
                plain = re.sub(r"'s?$", "", word.lower())
                if len(plain) > 2 and plain not in known and word.lower() not in known:
                    yield (
                        f"{line.where}: correct '{word}', or add it to tests/book/spelling.txt "
                        "if it is right."
                    )


@cache
def _dictionary() -> SpellChecker:
    return SpellChecker(language="en", distance=1)


@cache
def _names() -> frozenset[str]:
    """Return names that may begin a sentence."""
    return frozenset([*names(), *(f"{name}'s" for name in names())])


def _not_british(lines: list[Line]) -> Iterator[str]:
    """Yield what the tool ``typos`` finds with its list of British spellings."""
    tool = shutil.which("typos", path=sysconfig.get_path("scripts"))
    assert tool, "Install the tools of requirements.txt: typos is missing."
    text = "\n".join(line.text.replace("\n", " ") for line in lines)
    command = [tool, "-", "--isolated", "--locale", "en-gb", "--format", "json"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=30)
    assert done.returncode in (0, 2), done.stderr.decode()
    for raw in done.stdout.decode().splitlines():
        found = json.loads(raw)
        if found["type"] == "typo":
            line = lines[found["line_num"] - 1]
            yield f"{line.where}: write {' or '.join(found['corrections'])} for '{found['typo']}'."


def middle_grade(chapters: Iterable[Page]) -> float:
    """Return the median grade of chapters."""
    return median(grade(page) for page in chapters)


def all_pages() -> list[Page]:
    """Return every written page in both languages."""
    return [page for language in WORDS for page in pages(language)]
