"""A portfolio as a tidy page: HTML that needs nothing else, or Markdown.

Texts are shown as they were written, escaped. The page makes no request and runs no script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby
from typing import Final

from ..platforms import platforms
from .portfolio import Version
from .texts import Texts, texts

_STYLE: Final = (
    ":root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:42rem;"
    "margin:2rem auto;padding:0 1rem}h1,h2,h3{line-height:1.25}blockquote{margin:.5rem 0 1rem;"
    "padding:.75rem 1rem;border:1px solid;border-inline-start-width:.35rem;white-space:pre-wrap;"
    "overflow-wrap:anywhere}@media print{blockquote{break-inside:avoid}}"
)


def to_markdown(versions: Iterable[Version], lang: str = "en") -> str:
    """Return the kept versions as Markdown, by exercise and step, oldest first."""
    say = texts(lang)
    lines = [f"# {say('export.title')}", "", say("export.about"), ""]
    for title, kept in _groups(versions, say):
        lines += [f"## {_plain(title)}", ""]
        for number, version in enumerate(kept, 1):
            lines += [f"### {_plain(_heading(number, version, say))}", ""]
            # Four spaces keep a text as it is, whatever signs it holds.
            lines += [f"    {line}".rstrip() for line in version.text.splitlines()]
            lines += ["", _plain(_summary(version, say)), ""]
    return "\n".join(lines)


def to_html(versions: Iterable[Version], lang: str = "en") -> str:
    """Return the kept versions as one HTML page, by exercise and step, oldest first."""
    say = texts(lang)
    parts = []
    for title, kept in _groups(versions, say):
        parts.append(f"<h2>{escape(title)}</h2>")
        for number, version in enumerate(kept, 1):
            spoken = escape(version.lang, quote=True)
            parts.append(
                f"<h3>{escape(_heading(number, version, say))}</h3>\n"
                f'<blockquote lang="{spoken}">{escape(version.text)}</blockquote>\n'
                f"<p>{escape(_summary(version, say))}</p>"
            )
    title = escape(say("export.title"))
    return (
        f'<!doctype html>\n<html lang="{escape(lang, quote=True)}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{escape(say('export.about'))}</p>\n"
        + "\n".join(parts)
        + "\n</main>\n</body>\n</html>\n"
    )


def _groups(versions: Iterable[Version], say: Texts) -> list[tuple[str, list[Version]]]:
    """Return the versions by exercise and step, in the order in which each was begun."""
    kept = list(versions)
    first: dict[tuple[str, str], int] = {}
    for place, version in enumerate(kept):
        first.setdefault((version.exercise or "", version.step or ""), place)

    def begun(version: Version) -> int:
        return first[version.exercise or "", version.step or ""]

    return [
        (_title(group[0], say), group)
        for group in (list(found) for _, found in groupby(sorted(kept, key=begun), key=begun))
    ]


def _title(version: Version, say: Texts) -> str:
    if not version.exercise:
        return say("export.free")
    return say("export.step", exercise=version.exercise, step=version.step or "")


def _heading(number: int, version: Version, say: Texts) -> str:
    known = platforms().get(version.platform or "")
    place = known.name if known is not None else say("clinic.platform_none")
    time = version.kept_at.replace("T", " ")[:16]
    return say("export.version", number=number, time=time, platform=place)


def _summary(version: Version, say: Texts) -> str:
    return say.count("export.look", version.look) if version.look else say("export.clean")


def _plain(words: str) -> str:
    return re.sub(r"([\\`*_{}\[\]#<>|])", r"\\\1", words)
