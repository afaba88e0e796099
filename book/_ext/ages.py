"""Gather what can become untrue: ``<!-- all ages -->`` and ``<!-- oldest dates -->``.

A chapter names such statements in its front matter as ``ages:``, each with ``what``, ``look`` (the
place to look it up again), perhaps ``url``, and ``checked`` (the day of the last look). Platforms
and checks have dates of their own, in ``checks/platforms.toml`` and the references of the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

from chapters import Page, chapters, link
from checks_page import anchor, plain

from checks.platforms import platforms
from checks.registry import all_rules

MONTHS: Final = {
    "en": "January February March April May June July August September October November December",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
}
WORDS: Final = {
    "en": {
        "on": "Last checked on {day}",
        "again": "Look again",
        "platforms": "Limits of the platforms",
        "rules": "References of the checks",
        "oldest": "The oldest date is {day}. It stands at {count} of {all}.",
    },
    "id": {
        "on": "Terakhir diperiksa {day}",
        "again": "Periksa lagi",
        "platforms": "Batas platform",
        "rules": "Rujukan pemeriksaan",
        "oldest": "Tanggal tertua {day}. Tanggal itu ada pada {count} dari {all}.",
    },
}


@dataclass(frozen=True, slots=True)
class Age:
    """A statement that can become untrue, and the day on which it was last looked up."""

    what: str
    look: str
    url: str
    checked: date
    page: Page


def in_words(day: date, lang: str) -> str:
    """Return a date as a reader writes it: 22 November 2026."""
    return f"{day.day} {MONTHS[lang].split()[day.month - 1]} {day.year}"


def unlinked(words: str) -> str:
    """Escape text for Markdown; a name such as GOV.UK stays a name and becomes no link."""
    return re.sub(r"(?<=\w)\.(?=\w)", r"\.", plain(words))


def ages(root: Path, lang: str) -> tuple[Age, ...]:
    """Return the statements of all chapters, those checked longest ago first."""
    found = [
        Age(
            str(each["what"]),
            str(each["look"]),
            str(each.get("url") or ""),
            date.fromisoformat(str(each["checked"])),
            chapter,
        )
        for chapter in chapters(root, lang)
        for each in chapter.front.get("ages") or ()
    ]
    return tuple(sorted(found, key=lambda age: age.checked))


def listing(root: Path, lang: str, source: str) -> str:
    """Return the statements as Markdown, by date and chapter."""
    words, lines = WORDS[lang], []
    for day, same_day in groupby(ages(root, lang), key=lambda age: age.checked):
        lines += [f"## {words['on'].format(day=in_words(day, lang))}", ""]
        for page, group in groupby(same_day, key=lambda age: age.page):
            lines += [f"### {link(page, source)}", ""]
            for age in group:
                look = unlinked(age.look).rstrip(".")
                where = f"[{look}](<{age.url}>)" if age.url else look
                lines.append(f"- {unlinked(age.what)} **{words['again']}:** {where}.")
            lines.append("")
    return "\n".join(lines)


def _oldest(title: str, dated: list[tuple[date, str]], lang: str) -> Iterator[str]:
    day = min(each for each, _ in dated)
    names = [name for each, name in dated if each == day]
    counts = {"day": in_words(day, lang), "count": len(names), "all": len(dated)}
    yield f"**{title}.** {WORDS[lang]['oldest'].format(**counts)}"
    yield ""
    yield f":::{{admonition}} {title}: {in_words(day, lang)}"
    yield ":class: dropdown"
    yield ""
    yield from (f"- {name}" for name in names)
    yield ":::"
    yield ""


def oldest(root: Path, lang: str, source: str) -> str:
    """Return the oldest dates of the platforms and of the rules as Markdown."""
    limits = [
        (
            date.fromisoformat(each.checked),
            f"[{each.name}]({each.source})" if "://" in each.source else each.name,
        )
        for each in platforms().values()
    ]
    rules = [
        (
            date.fromisoformat(rule.reference.checked),
            f"[{plain(rule.words[lang].title)}](#{anchor(rule.id)})",
        )
        for rule in all_rules()
        if lang in rule.examples
    ]
    return "\n".join(
        [
            *_oldest(WORDS[lang]["platforms"], limits, lang),
            *_oldest(WORDS[lang]["rules"], rules, lang),
        ]
    )
