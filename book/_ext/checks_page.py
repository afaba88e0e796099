"""Write the page of all checks from the rules themselves.

The page ``book/checks.md`` says where they go with a line ``<!-- all checks -->``. Titles, reasons,
examples and sources come from ``checks/rules``; nothing about a rule is written twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from languages import sidecar

from checks.draft import Draft
from checks.messages import text
from checks.platforms import platforms
from checks.policy import Policy
from checks.registry import all_merits, all_rules
from checks.rule import Rule, Sample

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MARKER = "<!-- all checks -->"
MOST_EXAMPLES = 3
LONGEST_EXAMPLE = 240


def anchor(rule_id: str) -> str:
    """Return the name of a rule's place on the page: ``hook.warm_up`` -> ``hook-warm-up``."""
    return rule_id.replace(".", "-").replace("_", "-")


def plain(words: str) -> str:
    """Escape text for Markdown, so that an example shows as it is."""
    shown = escape(words, quote=False)
    return "".join(f"\\{c}" if c in "\\`*_{}[]#+!|~$" else c for c in shown)


def needs_a_policy(rule: Rule, sample: Sample, lang: str) -> bool:
    """True for an example that a rule marks only where a policy knows its names."""
    return not any(rule.find(Draft.of(sample.text, lang, **sample.options()), Policy()))


def example(item: str | Sample, lang: str, rule: Rule | None = None) -> str:
    """Return an example on one line, with its platform where that matters.

    With ``rule``, the rule that marks it, it says where that takes the names of a policy.
    """
    sample = item if isinstance(item, Sample) else Sample(item)
    shown = " / ".join(line.strip() for line in sample.text.splitlines() if line.strip())
    if len(shown) > LONGEST_EXAMPLE:
        shown = shown[:LONGEST_EXAMPLE].rsplit(" ", 1)[0] + " …"
    notes = []
    if sample.platform:
        notes.append(platforms()[sample.platform].name)
    if sample.paid:
        notes.append(text(lang, "page.paid"))
    if rule is not None and needs_a_policy(rule, sample, lang):
        notes.append(text(lang, "page.policy"))
    return plain(shown) + (f" *({', '.join(notes)})*" if notes else "")


def _examples(rule: Rule, lang: str) -> Iterator[str]:
    found = rule.examples[lang]
    for key in ("bad", "good", "near_miss"):
        items = getattr(found, key)[:MOST_EXAMPLES]
        if items:
            yield f"**{text(lang, f'page.{key}')}**"
            yield ""
            yield from (
                f"- {example(item, lang, rule if key == 'bad' else None)}" for item in items
            )
            yield ""


def _rule(rule: Rule, lang: str, has: Callable[[str], bool]) -> Iterator[str]:
    words = rule.words[lang]
    reference = rule.reference
    source = plain(reference.title)
    if reference.url:
        source = f"[{source}]({reference.url})"
    yield f"({anchor(rule.id)})="
    yield f"### {plain(words.title)}"
    yield ""
    yield f"`{rule.id}` · **{text(lang, f'outcomes.{rule.outcome.value}')}**"
    yield ""
    yield plain(words.why)
    yield ""
    yield ":::{admonition} " + text(lang, "page.examples")
    yield ":class: dropdown"
    yield ""
    yield from _examples(rule, lang)
    yield ":::"
    yield ""
    checked = f"{text(lang, 'report.checked')} {reference.checked}"
    end = f"{text(lang, 'report.source')}: {source}, {checked}."
    if has(rule.chapter):
        end += f" {text(lang, 'page.taught')} [](<{rule.chapter}.md>)."
    yield end
    yield ""


def page(lang: str, has: Callable[[str], bool]) -> str:
    """Return the list of all checks and merits as Markdown in one language.

    ``has`` tells whether that language has a chapter.
    """
    lines: list[str] = []
    rules = [rule for rule in all_rules() if lang in rule.examples]
    for family, found in groupby(rules, key=lambda rule: rule.id.partition(".")[0]):
        lines += [f"## {text(lang, f'families.{family}')}", ""]
        for rule in found:
            lines += _rule(rule, lang, has)
    lines += [f"## {text(lang, 'page.merits')}", ""]
    for merit in all_merits():
        if lang in merit.examples:
            lines.append(f"- **{plain(merit.words[lang].title)}** (`{merit.id}`)")
    return "\n".join(lines) + "\n"


def fill(app: Sphinx, docname: str, source: list[str]) -> None:
    """Put the checks in the place of the marker."""
    if MARKER in source[0]:
        language = app.config.language

        def has(chapter: str) -> bool:
            return sidecar(Path(app.srcdir), f"book/{chapter}", language) is not None

        source[0] = source[0].replace(MARKER, page(language, has))
        for path in sorted(Path(app.srcdir, "checks", "rules").glob("*.py")):
            app.env.note_dependency(str(path))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the page. It comes after the language swap, which has the usual priority."""
    app.connect("source-read", fill, priority=600)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
