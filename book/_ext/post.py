"""The ``post`` directive: a draft as a card, read by the reviewer while the book is built.

    :::{post}
    :platform: instagram
    :author: ratih
    :title: Before
    :expect: hook.warm_up scene.no_detail
    Good morning, dear followers!
    :::

The words are shown as they are written, with the reviewer's marks. ``:expect:`` names rules that
must speak, or ``none`` where nothing may be left to revise or to ask; where the reviewer sees it in
another way, the page gets a warning and a strict build fails. ``compare`` puts posts side by side.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import yaml
from docutils import nodes
from docutils.parsers.rst import directives
from languages import sidecar
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

import checks
from checks import Outcome, Policy, Report, load_policy, review
from checks.messages import words
from checks.registry import all_merits, all_rules
from checks.report import html

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

CHECKS = Path(checks.__file__).parent
STYLE = CHECKS / "report" / "report.css"
NONE = "none"

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "card": "{title}: post by {name}",
        "post": "Post",
        "invented": "Invented example",
        "paid": "Paid partnership",
        "alt": "Picture",
        "no_alt": "no description",
        "fold": "{platform} cuts the text about here",
        "review": "What the reviewer sees",
        "look": "What to look at",
    },
    "id": {
        "card": "{title}: unggahan {name}",
        "post": "Unggahan",
        "invented": "Contoh rekaan",
        "paid": "Kemitraan berbayar",
        "alt": "Gambar",
        "no_alt": "tanpa keterangan",
        "fold": "Kira-kira di sini {platform} memotong teks",
        "review": "Yang dilihat pemeriksa",
        "look": "Yang perlu dilihat",
    },
}


class Author(NamedTuple):
    """A person of the cast, in the language of the page."""

    name: str
    role: str
    firm: str


class CastError(ValueError):
    """The cast does not hold what a page asks for. The message says what to do."""


def author(cast: Mapping[str, Any], key: str, language: str) -> Author:
    """Return a person of the cast. Raises CastError for a key that is not there."""
    people = cast.get("people") or {}
    if key not in people:
        raise CastError(
            f"The cast has nobody called '{key}'. Use one of {', '.join(sorted(people))}, "
            "or add the person to book/cast.yml."
        )
    person = people[key]
    firm = (cast.get("firms") or {}).get(person.get("firm"), {})
    try:
        return Author(
            name=person["name"],
            role=person["role"][language],
            firm=firm.get("short") or firm["name"],
        )
    except KeyError as missing:
        raise CastError(
            f"The entry of '{key}' lacks {missing}. Add it to book/cast.yml, the role in "
            f"the language '{language}' too."
        ) from None


def surprises(report: Report, expected: Iterable[str]) -> list[str]:
    """Return what the reviewer sees in another way than the author of a page expects.

    ``expected`` holds ids of rules and merits, or ``none`` for a post in which nothing is left to
    revise or to ask. Each surprise is one sentence.
    """
    wanted = [rule for rule in expected if rule != NONE]
    known = {rule.id for rule in all_rules()} | {merit.id for merit in all_merits()}
    seen = {*report.rules, *report.merits}
    out = [
        f"No rule is called '{rule}'. Correct the id in :expect:."
        for rule in wanted
        if rule not in known
    ]
    missing = [rule for rule in wanted if rule in known and rule not in seen]
    if missing:
        out.append(
            f"The reviewer does not report {', '.join(missing)}. Change the post or :expect:."
        )
    if NONE in expected:
        left = [finding for finding in report.findings if finding.outcome is not Outcome.INFO]
        unwanted = dict.fromkeys(f"{one.rule} on \u201c{one.matched[:60]}\u201d" for one in left)
        if unwanted:
            out.append(
                f"The reviewer reports {', '.join(unwanted)}, and :expect: says none. "
                "Change the post."
            )
    return out


# --- the card ------------------------------------------------------------------------------


def card(shown: html.View, title: str, person: Author | None, alt: str | None, paid: bool) -> str:
    """Return the post as a card: who, where, and the words up to and after the fold."""
    say = WORDS[shown.report.reader]
    platform = shown.report.draft.platform
    where = f"{platform.name} \u00b7 {say['invented']}" if platform else say["invented"]
    by = ""
    if person:
        role = person.role[:1].upper() + person.role[1:]
        by = (
            f'<span class="is-avatar" aria-hidden="true">{html.plain(initial(person.name))}</span>'
            f'<p class="is-who"><b>{html.plain(person.name)}</b><br/>'
            f"{html.plain(role)}, {html.plain(person.firm)}</p>"
        )
    fold = platform.fold_at(shown.report.draft.text) if platform else None
    label = say["fold"].format(platform=platform.name) if platform else ""
    head = f'<p class="is-post-title">{html.plain(title)}</p>' if title else ""
    described = ""
    if alt is not None:
        words = alt or say["no_alt"]
        described = f'<p class="is-alt">{html.plain(say["alt"])}: {html.plain(words)}</p>'
    return (
        f'{head}<div class="is-card"><div class="is-by">{by}'
        f'<p class="is-where">{html.plain(where)}</p></div>'
        + (f'<p class="is-paid">{html.plain(say["paid"])}</p>' if paid else "")
        + html.draft(shown, fold, label)
        + described
        + "</div>"
    )


def initial(name: str) -> str:
    """Return the first letter of a name; a form of address in front of it does not count."""
    return name.split()[-1][:1].upper()


def verdict(shown: html.View, *, full: bool, after: bool) -> str:
    """Return the review under a card.

    A draft with something to change shows what; a good one shows what makes it good, and folds
    the rest away. In full, both stand in the open.
    """
    say = WORDS[shown.report.reader]
    works = html.strengths(shown, titled=False)
    look = html.findings(shown, titled=False, full=full)
    hints = any(mark.kind != html.WORKS for mark in shown.marks)
    if after and works and hints and not full:
        look = folded(say["look"], look)
    score = html.score(shown) if full or shown.report.score else ""
    title = html.heading(shown, 1, say["review"])
    parts = [title, works, look, html.readings(shown), score, html.remarks(shown)]
    return f'<div class="is-review">{"".join(parts)}</div>'


def folded(title: str, inside: str) -> str:
    """Return a part that opens on demand."""
    return f'<details class="is-more"><summary>{html.plain(title)}</summary>{inside}</details>'


# --- other formats -------------------------------------------------------------------------


def plain_nodes(report: Report, title: str, person: Author | None) -> list[nodes.Node]:
    """Return the post and its findings as ordinary nodes, for formats without HTML."""
    reader = report.reader
    who = ", ".join(part for part in person or () if part)
    where = report.draft.platform.name if report.draft.platform else WORDS[reader]["post"]
    head = ". ".join(part for part in (title, who, where) if part)
    post = nodes.line_block()
    for line in report.draft.text.splitlines():
        post += nodes.line("", line)
    out: list[nodes.Node] = [
        nodes.paragraph("", "", nodes.strong("", head)),
        nodes.block_quote("", post),
    ]
    names = words(reader)
    points = [f"{one.title}: \u201c{one.matched}\u201d" for one in report.strengths]
    points += [
        f"{names[f'outcomes.{one.outcome.value}']}. {one.title}: {one.message}"
        for one in report.findings
    ]
    if points:
        items = [nodes.list_item("", nodes.paragraph("", point)) for point in points]
        out.append(nodes.bullet_list("", *items))
    return out


class PostNode(nodes.General, nodes.Element):
    """A reviewed post. ``html`` holds its card; the children say the same in plain words."""


class CompareNode(nodes.General, nodes.Element):
    """Posts that stand side by side where there is room."""


def visit_post(translator: Any, node: PostNode) -> None:
    """Write the card and leave the children out; an e-book gets the children."""
    if translator.builder.name == "epub":
        return
    translator.body.append(node["html"])
    raise nodes.SkipNode


def visit_compare(translator: Any, node: CompareNode) -> None:
    """Open the pair."""
    translator.body.append('<div class="is-compare">')


def depart_compare(translator: Any, node: CompareNode) -> None:
    """Close the pair."""
    translator.body.append("</div>")


def _pass(translator: Any, node: nodes.Element) -> None:
    """Add nothing of its own: the children are ordinary nodes."""


# --- the directives ------------------------------------------------------------------------


def _language(argument: str) -> str:
    return directives.choice(argument, tuple(WORDS))


def house_rules(path: Path) -> Policy | None:
    """Return the house rules that stand beside the book, or None where there are none."""
    return load_policy(path) if path.is_file() else None


def _amount(argument: str) -> str:
    return directives.choice(argument, ("full", "short", "off"))


def _light(argument: str) -> str:
    return directives.choice(argument, ("green", "amber", "red"))


class PostDirective(SphinxDirective):
    """Show and review one draft."""

    has_content = True
    option_spec: ClassVar = {
        "platform": directives.unchanged_required,
        "author": directives.unchanged_required,
        "title": directives.unchanged_required,
        "expect": directives.unchanged_required,
        "lang": _language,
        "paid": directives.flag,
        "status": _light,
        "alt": directives.unchanged,
        "review": _amount,
    }

    def run(self) -> list[nodes.Node]:
        """Return the card, or nothing and a warning where the post cannot be read."""
        self._note_dependencies()
        written = "\n".join(self.content)
        if not written.strip():
            return self._refuse("The post is empty. Write its text under the options.")
        language = self.config.language
        person = None
        try:
            if "author" in self.options:
                person = author(self._cast(), self.options["author"], language)
            report = review(
                written,
                self.options.get("lang", language),
                self.options.get("platform"),
                alt_text=self.options.get("alt"),
                paid="paid" in self.options,
                status=self.options.get("status", "green"),
                policy=house_rules(Path(self.env.srcdir, "policy.yml")),
                reader=language,
            )
        except ValueError as wrong:
            return self._refuse(str(wrong))
        expected = self.options.get("expect", "").replace(",", " ").split()
        for surprise in surprises(report, expected):
            self._warn(surprise)
        return [self._node(report, person, expected)]

    def _node(self, report: Report, person: Author | None, expected: list[str]) -> PostNode:
        title = self.options.get("title", "")
        say = WORDS[report.reader]
        amount = self.options.get("review", "short")
        salt = f"{self.env.docname} {self.env.new_serialno('post')}"
        shown = html.view(report, link=self._link, salt=salt)
        after = NONE in expected or not (expected or report.must_change)
        if amount == "off":
            shown = html.only(shown, ())
        elif amount == "short" and not after:
            shown = html.only(shown, [outcome.value for outcome in Outcome])
        name = title or say["post"]
        label = say["card"].format(title=name, name=person.name) if person else name
        parts = [card(shown, title, person, self.options.get("alt"), "paid" in self.options)]
        if amount != "off":
            parts.append(verdict(shown, full=amount == "full", after=after))
        kind = "after" if after else "before"
        node = PostNode(
            "",
            *plain_nodes(report, title, person),
            html=(
                f'<div class="is-post is-{kind}" id="{shown.key}" role="group"'
                f' aria-label="{html.attribute(label)}">{"".join(parts)}</div>\n'
            ),
        )
        self.set_source_info(node)
        return node

    def _link(self, chapter: str) -> str | None:
        """Return the address of a chapter of this book, seen from this page."""
        docname = f"book/{chapter}"
        if docname == self.env.docname or docname not in self.env.found_docs:
            return None
        return self.env.app.builder.get_relative_uri(self.env.docname, docname)

    def _cast(self) -> Mapping[str, Any]:
        path = Path(self.env.srcdir, "book", "cast.yml")
        try:
            return yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        except (OSError, yaml.YAMLError) as wrong:
            raise CastError(f"book/cast.yml cannot be read: {wrong}. Mend the file.") from None

    def _note_dependencies(self) -> None:
        """Build the page again when the cast or the reviewer changes."""
        self.env.note_dependency(str(Path(self.env.srcdir, "book", "cast.yml")))
        self.env.note_dependency(str(Path(self.env.srcdir, "policy.yml")))
        for path in sorted(CHECKS.rglob("*")):
            if (
                path.suffix in (".py", ".toml", ".txt", ".tsv", ".css")
                and "learn" not in path.parts
            ):
                self.env.note_dependency(str(path))

    def _refuse(self, reason: str) -> list[nodes.Node]:
        self._warn(reason)
        return []

    def _warn(self, reason: str) -> None:
        page = sidecar(Path(self.env.srcdir), self.env.docname, self.config.language)
        path = page or self.env.doc2path(self.env.docname)
        title = self.options.get("title", "")
        named = f"post '{title}'" if title else "post"
        logger.warning("%s: %s", named, reason, location=f"{path}:{self.lineno}", type="post")


class CompareDirective(SphinxDirective):
    """Set the posts inside it side by side."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the posts in one frame."""
        node = CompareNode()
        self.set_source_info(node)
        self.state.nested_parse(self.content, self.content_offset, node)
        if sum(isinstance(child, PostNode) for child in node.children) < 2:
            page = sidecar(Path(self.env.srcdir), self.env.docname, self.config.language)
            logger.warning(
                "compare: put two posts between the colons of compare.",
                location=f"{page or self.env.docname}:{self.lineno}",
                type="post",
            )
        return [node]


def copy_style(app: Sphinx) -> None:
    """Put the styles of a report, which live with the reviewer, among the files of the book."""
    if app.builder.format == "html":
        goal = Path(app.outdir, "_static")
        goal.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(STYLE, goal / STYLE.name)


def add_styles(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Load the styles on pages that show a post."""
    if doctree is not None and any(doctree.findall(PostNode)):
        app.add_css_file(STYLE.name)
        app.add_css_file("post.css")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directives with Sphinx."""
    others = dict.fromkeys(("latex", "text", "man", "texinfo"), (_pass, _pass))
    app.add_node(PostNode, html=(visit_post, _pass), **others)
    app.add_node(CompareNode, html=(visit_compare, depart_compare), **others)
    app.add_directive("post", PostDirective)
    app.add_directive("compare", CompareDirective)
    app.connect("builder-inited", copy_style)
    app.connect("html-page-context", add_styles)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
