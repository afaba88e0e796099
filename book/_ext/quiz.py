"""The ``quiz`` directive: questions of a chapter as native forms with feedback on every answer.

    :::{quiz} hook
    :questions: warm-up show-or-tell
    :::

The questions stand in ``quizzes/<slug>.yml``; ``questions.py`` reads and checks them. Without
``:questions:`` come all that this page has not shown yet. ``quiz.js`` judges an answer when the
learner asks for it. Without it, and on paper, each question has its answers in a fold.

``forget`` is a button that clears what the course keeps in the browser: answers, progress and
saved pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from languages import sidecar
from questions import Question, Quiz, quiz_path, read_quiz
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "number": "Question {number}",
        "one": "Choose one answer.",
        "many": "Choose all answers that fit.",
        "check": "Check",
        "again": "Start again",
        "answers": "Show the answers to question {number}",
        "right": "Right",
        "wrong": "Not this one",
        "yes": "Right",
        "no": "Not yet",
        "choose": "Choose an answer first.",
        "missing-one": "One right answer is still missing.",
        "missing": "{count} right answers are still missing.",
        "forget": "Forget my progress and the copy",
        "forgot": "Done. This browser no longer holds your answers, your place or saved pages.",
        "blocked": "This browser keeps nothing of the course, so there is nothing to forget.",
    },
    "id": {
        "number": "Pertanyaan {number}",
        "one": "Pilih satu jawaban.",
        "many": "Pilih semua jawaban yang cocok.",
        "check": "Periksa",
        "again": "Ulangi",
        "answers": "Lihat jawaban pertanyaan {number}",
        "right": "Benar",
        "wrong": "Bukan yang ini",
        "yes": "Benar",
        "no": "Belum tepat",
        "choose": "Pilih jawaban dulu.",
        "missing-one": "Masih kurang satu jawaban yang benar.",
        "missing": "Masih kurang {count} jawaban yang benar.",
        "forget": "Lupakan kemajuan dan salinan",
        "forgot": "Selesai. Jawabanmu, batas bacamu, dan salinan halaman sudah dihapus dari "
        "peramban ini.",
        "blocked": "Peramban ini tidak menyimpan apa pun dari kursus, jadi tidak ada yang perlu "
        "dilupakan.",
    },
}
SPOKEN = ("yes", "no", "choose", "missing-one", "missing")
"""Words that the script needs; they travel as attributes of the form."""


class QuestionNode(nodes.General, nodes.Element):
    """One question.

    Its children are ordinary: a paragraph, and a list with a paragraph for the text and one for
    the feedback of each option. HTML turns them into a form.
    """


def visit_question(translator: Any, node: QuestionNode) -> None:
    """Write a form; an e-book gets the ordinary children."""
    if translator.builder.name == "epub":
        return
    say = WORDS[node["language"]]
    write = translator.body.append
    number = say["number"].format(number=node["number"])
    question, options = node.children
    spoken = "".join(f' data-{key}="{escape(say[key])}"' for key in SPOKEN)
    write(
        f'<form class="is-quiz" autocomplete="off" data-slug="{escape(node["slug"])}"'
        f' data-question="{escape(node["question"])}"{spoken}>\n<fieldset>\n'
        f'<legend><span class="is-number">{escape(number)}</span> '
    )
    _inline(translator, question)
    write(f'</legend>\n<p class="is-how">{escape(say[node["kind"]])}</p>\n')
    kind = "radio" if node["kind"] == "one" else "checkbox"
    for place, option in enumerate(options.children):
        ident = f"{node['key']}-{place}"
        write(
            f'<div class="is-option"><input type="{kind}" id="{ident}" name="{node["key"]}"'
            f' value="{place}"/><label for="{ident}">'
        )
        _inline(translator, option.children[0])
        write("</label></div>\n")
    answers = say["answers"].format(number=node["number"])
    write(
        '</fieldset>\n<div class="is-act"><p class="is-buttons" hidden="">'
        f'<button type="submit" class="is-check">{escape(say["check"])}</button> '
        f'<button type="reset" class="is-again">{escape(say["again"])}</button></p>\n'
        f'<details class="is-answers"><summary>{escape(answers)}</summary>\n<ul>\n'
    )
    for right, option in zip(node["right"], options.children, strict=True):
        sign, name = ("\u2713", say["right"]) if right else ("\u2717", say["wrong"])
        write(f'<li{" data-right=" + chr(34) * 2 if right else ""}><p class="is-text">')
        _inline(translator, option.children[0])
        write(
            f'</p>\n<p class="is-verdict"><span aria-hidden="true">{sign}</span> {escape(name)}</p>'
            '\n<p class="is-feedback">'
        )
        _inline(translator, option.children[1])
        write("</p></li>\n")
    write('</ul></details></div>\n<div class="is-status" role="status"></div>\n</form>\n')
    raise nodes.SkipNode


def _inline(translator: Any, paragraph: nodes.Element) -> None:
    for child in paragraph.children:
        child.walkabout(translator)


def _pass(translator: Any, node: nodes.Element) -> None:
    """Add nothing of its own: the children are ordinary nodes."""


class QuizDirective(SphinxDirective):
    """Show questions of a chapter."""

    required_arguments = 1
    option_spec: ClassVar = {"questions": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return a node for each question, or a warning where there is none to show."""
        slug = self.arguments[0].strip()
        quiz = self._read(slug)
        if not quiz.questions:
            return []
        pages = self.env.temp_data.setdefault("is-quiz-shown", {})
        shown: list[str] = pages.setdefault(slug, [])
        chosen = self._choose(slug, quiz, shown)
        shown += [question.id for question in chosen]
        return [self._node(slug, question) for question in chosen]

    def _read(self, slug: str) -> Quiz:
        """Read the file, and tell what is wrong with it once a page."""
        language = self.config.language
        source = Path(self.env.srcdir)
        path = quiz_path(source, language, slug)
        self.env.note_dependency(str(path))
        name = path.relative_to(source).as_posix()
        quiz = read_quiz(path, name)
        told: set[str] = self.env.temp_data.setdefault("is-quiz-told", set())
        if slug not in told:
            told.add(slug)
            for problem in quiz.problems:
                self._warn(problem)
        return quiz

    def _choose(self, slug: str, quiz: Quiz, shown: Sequence[str]) -> list[Question]:
        by_id = {question.id: question for question in quiz.questions}
        if "questions" not in self.options:
            rest = [question for ident, question in by_id.items() if ident not in shown]
            if not rest:
                self._warn(f"This page shows every question of '{slug}' already. Drop this quiz.")
            return rest
        wanted = self.options["questions"].replace(",", " ").split()
        for ident in wanted:
            if ident not in by_id:
                self._warn(
                    f"The quiz '{slug}' has no question '{ident}'. Use one of {', '.join(by_id)}."
                )
            elif ident in shown:
                self._warn(f"This page shows the question '{ident}' twice. Name it once.")
        return [by_id[ident] for ident in dict.fromkeys(wanted) if ident in by_id]

    def _node(self, slug: str, question: Question) -> QuestionNode:
        node = QuestionNode(
            "",
            slug=slug,
            question=question.id,
            kind=question.kind,
            right=tuple(option.right for option in question.options),
            number=self.env.new_serialno("is-quiz") + 1,
            language=self.config.language,
        )
        node["key"] = f"is-quiz-{node['number']}"
        items = [
            nodes.list_item("", self._paragraph(option.text), self._paragraph(option.feedback))
            for option in question.options
        ]
        node += self._paragraph(question.question)
        node += nodes.bullet_list("", *items)
        self.set_source_info(node)
        return node

    def _paragraph(self, written: str) -> nodes.paragraph:
        """Return a text with its inline marks, such as emphasis and foreign words."""
        inline, messages = self.state.inline_text(written, self.lineno)
        return nodes.paragraph(written, "", *inline, *messages)

    def _warn(self, reason: str) -> None:
        page = sidecar(Path(self.env.srcdir), self.env.docname, self.config.language)
        path = page or self.env.doc2path(self.env.docname)
        logger.warning("quiz: %s", reason, location=f"{path}:{self.lineno}", type="quiz")


class ForgetDirective(SphinxDirective):
    """Show a button that clears what the course keeps in the browser.

    It stays hidden where no script runs: then nothing is kept.
    """

    def run(self) -> list[nodes.Node]:
        """Return the button and the line that tells what happened."""
        say = WORDS[self.config.language]
        button = (
            '<div class="is-forgetting"><button type="button" class="is-forget" hidden=""'
            f' data-done="{escape(say["forgot"])}" data-blocked="{escape(say["blocked"])}">'
            f'{escape(say["forget"])}</button><p class="is-forgot" role="status"></p></div>'
        )
        return [nodes.raw("", button, format="html")]


def _needs_script(doctree: nodes.document) -> bool:
    return any(doctree.findall(QuestionNode)) or any(
        "is-forget" in raw.astext() for raw in doctree.findall(nodes.raw)
    )


def add_files(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Load styles and script on pages that need them."""
    if doctree is not None and _needs_script(doctree):
        app.add_css_file("quiz.css")
        app.add_js_file("quiz.js", loading_method="defer")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directives with Sphinx."""
    others = dict.fromkeys(("latex", "text", "man", "texinfo"), (_pass, _pass))
    app.add_node(QuestionNode, html=(visit_question, _pass), **others)
    app.add_directive("quiz", QuizDirective)
    app.add_directive("forget", ForgetDirective)
    app.connect("html-page-context", add_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
