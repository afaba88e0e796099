"""List chapters with their minutes: ``<!-- path: ... -->`` and ``<!-- shelf -->``.

A path names its pages without ``book/``: ``<!-- path: hook exercises/hook -->``. The word ``all``
stands for every chapter for employees, each with its exercise. A ``<!-- described path: ... -->``
also says in a sentence what each page holds. The shelf of the first page shows the parts with their
chapters. Titles, minutes and sums come from the pages themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from chapters import Page, chapters, exercises, link, pages
from checks_page import plain

ALL: Final = "all"
TRAINERS: Final = "book/trainers/"
WORDS: Final = {
    "en": {
        "minutes": "{minutes} minutes",
        "hour": "1 hour",
        "hours": "{hours} hours",
        "and": "{hours} and {minutes}",
        "exercise": "an exercise",
        "sum": "Together about {time}.",
        "short": "{minutes} min",
    },
    "id": {
        "minutes": "{minutes} menit",
        "hour": "1 jam",
        "hours": "{hours} jam",
        "and": "{hours} {minutes}",
        "exercise": "latihan",
        "sum": "Seluruhnya kira-kira {time}.",
        "short": "{minutes} mnt",
    },
}


def for_employees(root: Path, lang: str) -> tuple[Page, ...]:
    """Return the chapters that are not for trainers and managers only."""
    return tuple(page for page in chapters(root, lang) if not page.name.startswith(TRAINERS))


def _everything(root: Path, lang: str) -> Iterator[Page]:
    practice = {page.slug: page for page in exercises(root, lang)}
    for chapter in for_employees(root, lang):
        yield chapter
        if chapter.slug in practice:
            yield practice[chapter.slug]


def pages_of(root: Path, lang: str, names: Sequence[str]) -> tuple[Page, ...]:
    """Return the pages of a path. Raises ValueError for a name that is no page with minutes."""
    known = {page.name: page for page in (*pages(root, lang), *exercises(root, lang))}
    found: list[Page] = []
    for name in names:
        page = known.get(name) or known.get(f"book/{name}")
        if name == ALL:
            found += _everything(root, lang)
        elif page is None or not page.minutes:
            raise ValueError(
                f"The path names «{name}», which is no page of the contents with minutes. "
                "Write its name as in _toc.yml, without book/."
            )
        else:
            found.append(page)
    return tuple(found)


def time(minutes: int, lang: str) -> str:
    """Return minutes in words; from an hour on they are rounded to five."""
    words = WORDS[lang]
    if minutes < 60:
        return words["minutes"].format(minutes=minutes)
    count, rest = divmod(round(minutes / 5) * 5, 60)
    hours = words["hour" if count == 1 else "hours"].format(hours=count)
    if not rest:
        return hours
    return words["and"].format(hours=hours, minutes=words["minutes"].format(minutes=rest))


def path(root: Path, lang: str, source: str, names: str, *, described: bool = False) -> str:
    """Return a path as Markdown: its pages with their minutes, then the sum."""
    words = WORDS[lang]
    found = pages_of(root, lang, names.split())
    lines = []
    for page in found:
        lines.append(f"1. {link(page, source)}, {words['minutes'].format(minutes=page.minutes)}")
        if page.name.startswith("exercises/"):
            lines[-1] += f", {words['exercise']}"
        elif described:
            lines[-1] += f"\\\n   {plain(page.description)}"
    total = time(sum(page.minutes for page in found), lang)
    return "\n".join([*lines, "", f"**{words['sum'].format(time=total)}**", ""])


def shelf(root: Path, lang: str, source: str) -> str:
    """Return the parts of the book with their chapters as Markdown."""
    words = WORDS[lang]
    lines = ["{.shelf .parts}"]
    for part, group in groupby(chapters(root, lang), key=lambda page: page.part):
        lines += [f"- **{plain(part)}**", ""]
        lines += [
            f"  - {link(page, source)} {words['short'].format(minutes=page.minutes)}"
            for page in group
        ]
        lines.append("")
    return "\n".join(lines)
