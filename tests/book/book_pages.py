"""Read the pages of the book as the build does, for the tests of their form and their language.

MyST's own parser cuts a page into blocks: headings, paragraphs, list items, cells, quotes,
captions, posts, quizzes and figures. Each block knows its line, its section and the admonitions
around it. The options of a directive are read by the directive's own class.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import chapters
import yaml
from docutils.parsers.rst.directives.admonitions import Admonition
from docutils.parsers.rst.directives.images import Figure
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.directives import parse_directive_text
from myst_parser.parsers.mdit import create_md_parser
from post import CompareDirective, PostDirective, house_rules
from quiz import QuizDirective

from checks import Draft, Outcome, Policy, Report, review

ROOT: Final = Path(__file__).resolve().parents[2]
DIRECTIVES: Final = {
    "admonition": Admonition,
    "figure": Figure,
    "post": PostDirective,
    "compare": CompareDirective,
    "quiz": QuizDirective,
}
PROSE: Final = frozenset(("heading", "paragraph", "item", "caption"))
"""Kinds of blocks in which the book speaks itself; cells and quotes show examples."""
TEXT: Final = PROSE | {"cell", "quote", "post"}
"""Kinds of blocks that a reader reads: their words make the length of a chapter."""


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a page, with its text as a reader sees it."""

    kind: str
    text: str
    line: int
    """Line of the file on which it begins, from 1."""
    section: str = ""
    """The heading of second level above it."""
    inside: tuple[str, ...] = ()
    """Classes of the admonitions around it, such as ``trainer``."""
    level: int = 0
    """Level of a heading."""
    apart: tuple[tuple[int, int], ...] = ()
    """Stretches of the text set in italics, as code or in another language."""
    code: bool = False
    links: tuple[tuple[str, str], ...] = ()
    """Text and target of each link."""
    options: Mapping[str, Any] = field(default_factory=dict)
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the book in one language."""

    docname: str
    lang: str
    file: str
    """Path from the top of the project."""
    front: Mapping[str, Any]
    blocks: tuple[Block, ...]

    @property
    def slug(self) -> str:
        """The name of the chapter, as a quiz calls it: without folders."""
        return self.docname.rsplit("/", 1)[-1]

    @property
    def is_chapter(self) -> bool:
        """True for a page that names the rules that it teaches, and be it none."""
        return "checks" in self.front

    def at(self, block: Block | None = None) -> str:
        """Return file and line, for a message."""
        return f"{self.file}:{block.line if block else 1}"

    def of(self, *kinds: str) -> list[Block]:
        """Return the blocks of these kinds, in order."""
        return [block for block in self.blocks if block.kind in kinds]

    def section(self, title: str) -> list[Block]:
        """Return what stands under a heading of second level, trainer notes left out."""
        return [
            block
            for block in self.blocks
            if block.section == title and block.kind != "heading" and "trainer" not in block.inside
        ]

    def prose(self, sources: str) -> list[Block]:
        """Return the blocks in which the book speaks; ``sources`` is the heading of those."""
        return [
            block
            for block in self.blocks
            if block.kind in PROSE and (block.section != sources or "trainer" in block.inside)
        ]


def pages(language: str) -> Iterator[Page]:
    """Yield the written pages of the contents in a language, in order."""
    for one in chapters.pages(ROOT, language):
        yield page(one.path, one.name, language)


@cache
def page(path: Path, docname: str, language: str) -> Page:
    """Read a page."""
    name = path.relative_to(ROOT).as_posix()
    return parse(path.read_text(encoding="utf-8"), docname, language, name)


def parse(text: str, docname: str, language: str, file: str) -> Page:
    """Cut the text of a page into blocks."""
    tokens = parser().parse(text)
    front: Mapping[str, Any] = {}
    if tokens and tokens[0].type == "front_matter":
        front = yaml.safe_load(tokens[0].content) or {}
    blocks: list[Block] = []
    section = ""
    for block in _blocks(tokens, 1, ()):
        if block.kind == "heading" and block.level == 2:
            section = block.text
        blocks.append(replace(block, section=section))
    return Page(docname, language, file, front, tuple(blocks))


@cache
def parser() -> MarkdownIt:
    """Return MyST's parser with the extensions of the book."""
    settings = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    extensions = set(settings["parse"]["myst_enable_extensions"])
    return create_md_parser(MdParserConfig(enable_extensions=extensions), RendererHTML)


_KINDS: Final = {
    "list_item": "item",
    "blockquote": "quote",
    "th": "cell",
    "td": "cell",
    "dt": "cell",
}


def _blocks(tokens: Sequence[Token], first: int, inside: tuple[str, ...]) -> Iterator[Block]:
    """Yield the blocks of tokens whose text begins on line ``first`` of the file."""
    around: list[str] = []
    line = first
    for token in tokens:
        if token.map:
            line = first + token.map[0]
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.nesting == 1:
            around.append(_KINDS.get(name, name))
            level = int(token.tag[1]) if name == "heading" else 0
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline":
            kinds = [kind for kind in around if kind in {*_KINDS.values(), "heading"}]
            kind = kinds[-1] if kinds else "paragraph"
            yield _text(token, kind, line, inside, level if kind == "heading" else 0)
        elif token.type in ("colon_fence", "fence") and token.info.startswith("{"):
            yield from _directive(token, line, inside)
        elif token.type in ("fence", "code_block"):
            yield Block("code", token.content, line, inside=inside)


def _directive(token: Token, line: int, inside: tuple[str, ...]) -> Iterator[Block]:
    """Yield what a directive holds; one that is not listed has no text of its own."""
    name, _, rest = token.info[1:].partition("}")
    kind = DIRECTIVES.get(name)
    if kind is None:
        yield Block(name, "", line, inside=inside, argument=rest.strip())
        return
    read = parse_directive_text(kind, rest.strip(), token.content)
    start = line + 1 + read.body_offset
    body = "\n".join(read.body)
    argument = " ".join(read.arguments)
    if name in ("post", "quiz"):
        yield Block(name, body, line, "", inside, options=read.options, argument=argument)
        return
    if name == "figure":
        yield Block(name, "", line, "", inside, options=read.options, argument=argument)
    if name == "admonition":
        inside = (*inside, *read.options.get("class", ["admonition"]))
        yield _text(parser().parseInline(argument)[0], "heading", line, inside, 0)
    for block in _blocks(parser().parse(body), start, inside):
        plain = name == "figure" and block.kind == "paragraph"
        yield replace(block, kind="caption") if plain else block


def _text(token: Token, kind: str, line: int, inside: tuple[str, ...], level: int) -> Block:
    """Return a block with its text as a reader sees it."""
    parts: list[str] = []
    apart: list[tuple[int, int]] = []
    opened: list[int] = []
    links: list[tuple[str, str]] = []
    link: list[tuple[int, str]] = []
    code = False

    def length() -> int:
        return sum(map(len, parts))

    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "code_inline":
            code = True
            apart.append((length(), length() + len(child.content)))
            parts.append(child.content)
        elif child.type == "myst_role":
            parts.append(re.sub(r"\s*<[^<>]*>$", "", child.content))
        elif child.type == "em_open" or _opens(child):
            opened.append(length())
        elif child.type == "em_close" or _closes(child):
            if opened:
                apart.append((opened.pop(), length()))
        elif child.type == "link_open":
            link.append((length(), str(child.attrs.get("href", ""))))
        elif child.type == "link_close":
            start, target = link.pop()
            links.append(("".join(parts)[start:], target))
        elif child.type in ("text", "text_special"):
            parts.append(child.content)
    text = "".join(parts)
    return Block(kind, text, line, "", inside, level, tuple(apart), code, tuple(links))


def _opens(token: Token) -> bool:
    return token.type == "html_inline" and re.match(r"<(i|span)\b", token.content) is not None


def _closes(token: Token) -> bool:
    return token.type == "html_inline" and re.match(r"</(i|span)>", token.content) is not None


# --- posts -----------------------------------------------------------------------------------


@cache
def policy() -> Policy | None:
    """Return the house rules with which the build reviews the posts."""
    return house_rules(ROOT / "policy.yml")


@cache
def _review(text: str, language: str, settings: tuple[tuple[str, Any], ...]) -> Report:
    return review(text, language, policy=policy(), **dict(settings))


def reviewed(post: Block, language: str) -> Report:
    """Review a post with the options that the page gives it."""
    options = post.options
    settings = {
        "platform": options.get("platform"),
        "alt_text": (options["alt"] or "") if "alt" in options else None,
        "paid": "paid" in options,
        "status": options.get("status", "green"),
    }
    return _review(post.text, options.get("lang", language), tuple(settings.items()))


def expected(post: Block) -> list[str]:
    """Return the ids in ``:expect:``; an after post has the one word none."""
    return str(post.options.get("expect") or "").replace(",", " ").split()


def is_good(post: Block) -> bool:
    """True for an after post."""
    return "none" in expected(post)


def must_change(report: Report) -> set[str]:
    """Return the rules that ask for a change or for a human."""
    return {one.rule for one in report.findings if one.outcome is not Outcome.INFO}


# --- counting --------------------------------------------------------------------------------


@cache
def words(text: str) -> int:
    """Count words and numbers as the reviewer does."""
    return len(Draft.of(text, "en").words)


def sentences(blocks: Sequence[Block], language: str) -> list[tuple[int, str, Block]]:
    """Return words, text and block of each sentence; headings are none."""
    found = []
    for block in blocks:
        if block.kind == "heading":
            continue
        draft = Draft.of(block.text, language)
        found += [(one.words, one.span.of(draft.text), block) for one in draft.sentences]
    return [each for each in found if each[0]]
