"""The quiz directive and the files of questions: complete forms, and mistakes that are named."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import quiz
import yaml
from bs4 import BeautifulSoup
from questions import Quiz, parse_quiz, quiz_path, read_quiz
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

ROOT = Path(__file__).resolve().parents[2]


def option(text: str, *, right: bool = False, feedback: str = "") -> dict[str, Any]:
    """Return one option as it stands in a file."""
    feedback = feedback or f"Here is why {text} is so."
    return (
        {"text": text, "right": True, "feedback": feedback}
        if right
        else {"text": text, "misconception": "some-belief", "feedback": feedback}
    )


def question(ident: str, right: int = 0, kind: str = "one") -> dict[str, Any]:
    """Return one question as it stands in a file."""
    return {
        "id": ident,
        "objective": 1,
        "kind": kind,
        "question": f"What about {ident}?",
        "options": [option(f"{ident} {at}", right=at == right) for at in range(3)],
    }


GOOD = [question("first", 1), question("second", 0), question("third", 2)]
GOOD[1]["kind"] = "many"
GOOD[1]["options"][1] = option("second 1", right=True)


# --- the file ----------------------------------------------------------------------------------


def test_a_good_file_is_read_in_its_order() -> None:
    found = parse_quiz(GOOD, "q.yml")
    assert found.problems == ()
    assert [each.id for each in found.questions] == ["first", "second", "third"]
    assert [each.text for each in found.questions[0].options] == ["first 0", "first 1", "first 2"]
    assert [each.right for each in found.questions[1].options] == [True, True, False]


def broken(change: Callable[[dict[str, Any]], object]) -> Quiz:
    """Return a file whose first question is changed."""
    data = deepcopy(GOOD)
    change(data[0])
    return parse_quiz(data, "q.yml")


def put(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    """Change a question."""
    return lambda raw: raw.__setitem__(key, value)


def put_option(at: int, **values: object) -> Callable[[dict[str, Any]], object]:
    """Change an option; None takes a key away."""

    def change(raw: dict[str, Any]) -> None:
        for key, value in values.items():
            raw["options"][at].pop(key, None)
            if value is not None:
                raw["options"][at][key] = value

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("id", "Warm Up"), "Write 'id: warm-up'"),
        (put("id", "second"), "used twice"),
        (put("objective", None), "Write 'objective: 1'"),
        (put("objective", True), "Write 'objective: 1'"),
        (put("kind", "single"), "Write 'kind: one' or 'kind: many'"),
        (put("question", " "), "Write 'question: ...'"),
        (put("answer", 1), "nothing reads 'answer'"),
        (put("options", []), "3 or 4 options"),
        (put("options", [option("a", right=True), option("b")]), "3 or 4 options"),
        (put_option(0, text=None), "option 1: there is no text"),
        (put_option(0, text=400), "put a number or yes in quotes"),
        (put_option(0, text="All of the above"), "sums up the others"),
        (put_option(0, text="Semua benar"), "sums up the others"),
        (put_option(0, text="first 1"), "same text"),
        (put_option(0, feedback="No, not this."), "at least 5 words"),
        (put_option(0, feedback=None), "at least 5 words"),
        (put_option(0, misconception=None), "option 1: name the misconception"),
        (put_option(0, misconception="Not an id"), "option 1: name the misconception"),
        (put_option(1, misconception="some-belief"), "option 2: a right option has no"),
        (put_option(0, right="yes"), "'right' is true or absent"),
        (put_option(0, rigth=True), "nothing reads 'rigth'"),
        (put_option(1, right=None), "no option is right"),
        (put_option(0, right=True, misconception=None), "2 options are right"),
    ],
)
def test_a_mistake_is_named_with_file_question_and_remedy(
    change: Callable[[dict[str, Any]], object], said: str
) -> None:
    problems = broken(change).problems
    named = [problem for problem in problems if said in problem]
    assert len(named) == 1, problems
    assert re.match(r"q\.yml, question '(first|second|Warm Up)'", named[0])


def test_every_answer_right_is_no_question() -> None:
    data = deepcopy(GOOD)
    data[1]["options"][2] = option("second 2", right=True)
    assert any("every option is right" in each for each in parse_quiz(data, "q.yml").problems)


def test_a_place_that_gives_the_answer_away_is_named() -> None:
    data = [question(name, 1) for name in ("first", "second", "third")]
    assert "always number 2" in parse_quiz(data, "q.yml").problems[0]


def test_a_length_that_gives_the_answer_away_is_named() -> None:
    data = [question(name, right) for right, name in enumerate(("first", "second", "third"))]
    for right, raw in enumerate(data):
        raw["options"][right]["text"] += " with many more words than any other"
    assert "always the longest" in parse_quiz(data, "q.yml").problems[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "does not exist"),
        (b"- id: [", "no valid YAML in line 1"),
        (b"\xff\xfe\x00", "cannot be read"),
        (b"id: first", "must be a list"),
        (b"", "must be a list"),
        (b"- first\n- second", "question 1"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "q.yml"
    if content is not None:
        path.write_bytes(content)
    found = read_quiz(path, "book/quizzes/q.yml")
    assert found.questions == ()
    assert said in found.problems[0]
    assert found.problems[0].startswith("book/quizzes/q.yml")


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_quizzes_of_the_book_have_no_mistake(language: str) -> None:
    folder = quiz_path(ROOT, language, "x").parent
    files = sorted(folder.glob("*.yml"))
    assert files
    for path in files:
        assert read_quiz(path, path.name).problems == ()


def test_both_languages_ask_the_same_questions() -> None:
    english = {path.name for path in quiz_path(ROOT, "en", "x").parent.glob("*.yml")}
    for path in quiz_path(ROOT, "id", "x").parent.glob("*.yml"):
        assert path.name in english
        shapes = [
            [
                (one.id, one.objective, one.kind, [each.right for each in one.options])
                for one in read_quiz(quiz_path(ROOT, language, path.stem), path.name).questions
            ]
            for language in ("en", "id")
        ]
        assert shapes[0] == shapes[1], path.name


# --- the page ----------------------------------------------------------------------------------


class Built(NamedTuple):
    """What a build of one page gave."""

    page: BeautifulSoup
    warnings: str
    out: Path


Build = Callable[..., Built]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return a function that builds a book with one page and one quiz called ``hook``."""
    source = tmp_path / "source"

    def make(text: str, builder: str = "html", language: str = "en", data: object = GOOD) -> Built:
        inside = "" if language == "en" else f"_{language}"
        (source / "book" / inside / "quizzes").mkdir(parents=True, exist_ok=True)
        path = source / "book" / inside / "quizzes" / "hook.yml"
        path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
        (source / "book" / "page.md").write_text("# A page\n", "utf-8")
        (source / "book" / inside / "page.md").write_text(f"# A page\n\n{text}\n", "utf-8")
        warnings = io.StringIO()
        out = tmp_path / builder
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                srcdir=source,
                confdir=None,
                outdir=out,
                doctreedir=tmp_path / "trees",
                buildername=builder,
                confoverrides={
                    "extensions": ["myst_parser", "languages", "quiz"],
                    "myst_enable_extensions": ["colon_fence", "attrs_inline"],
                    "root_doc": "book/page",
                    "language": language,
                    "exclude_patterns": ["book/_id"],
                    "html_theme": "basic",
                    "version": "1",
                },
                status=None,
                warning=warnings,
                freshenv=True,
            )
            app.build(force_all=True)
        made = out / "book" / "page.html"
        html = made.read_text("utf-8") if made.exists() else ""
        said = re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue())
        return Built(BeautifulSoup(html, "html.parser"), said, out)

    return make


ALL = ":::{quiz} hook\n:::\n"


def some(*ids: str) -> str:
    """Return a quiz of these questions."""
    return f":::{{quiz}} hook\n:questions: {' '.join(ids)}\n:::\n"


def shown(built: Built) -> list[str]:
    """Return the ids of the questions on a page."""
    return [str(form["data-question"]) for form in built.page.select("form.is-quiz")]


def test_a_question_is_a_native_form(build: Build) -> None:
    made = build(ALL)
    assert made.warnings == ""
    forms = made.page.select("form.is-quiz")
    assert len(forms) == 3
    for form, raw in zip(forms, GOOD, strict=True):
        fieldset = form.select_one("fieldset")
        legend = fieldset.find(True, recursive=False)
        assert legend.name == "legend"
        assert raw["question"] in legend.get_text()
        inputs = form.select("input")
        kind = "radio" if raw["kind"] == "one" else "checkbox"
        assert {each["type"] for each in inputs} == {kind}
        assert len({each["name"] for each in inputs}) == 1
        for each, written in zip(inputs, raw["options"], strict=True):
            label = form.select_one(f'label[for="{each["id"]}"]')
            assert label.get_text() == written["text"]
            assert not each.has_attr("checked")
        assert form.select_one("button.is-check")["type"] == "submit"
        assert form.select_one("button.is-again")["type"] == "reset"
        status = form.select_one('[role="status"]')
        assert status.get_text() == ""
        assert not status.has_attr("hidden"), "a region that is there before it is filled"


def test_names_and_ids_are_used_once_on_a_page(build: Build) -> None:
    made = build(some("first") + some("second", "third"))
    names = {each["name"] for each in made.page.select("form.is-quiz input")}
    assert len(names) == 3
    ids = [each["id"] for each in made.page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_without_a_script_every_answer_stands_in_a_fold(build: Build) -> None:
    form = build(ALL).page.select_one("form.is-quiz")
    assert form.select_one(".is-buttons").has_attr("hidden"), "a dead button helps nobody"
    answers = form.select("details.is-answers li")
    assert [answer.has_attr("data-right") for answer in answers] == [False, True, False]
    for answer, raw in zip(answers, GOOD[0]["options"], strict=True):
        assert raw["text"] in answer.get_text()
        assert raw["feedback"] in answer.get_text()
    words = [answer.select_one(".is-verdict").get_text() for answer in answers]
    assert words == ["\u2717 Not this one", "\u2713 Right", "\u2717 Not this one"]


def test_the_page_runs_no_script_of_its_own(build: Build) -> None:
    page = build(ALL).page
    for form in page.select("form.is-quiz"):
        assert not form.select("script, style")
        for tag in [form, *form.find_all(True)]:
            assert not [name for name in tag.attrs if name.startswith("on") or name == "style"]
    scripts = [tag for tag in page.select("script") if "quiz" in str(tag)]
    assert len(scripts) == 1
    assert scripts[0].has_attr("defer")


def test_script_and_styles_come_only_where_they_are_needed(build: Build) -> None:
    assert "quiz.js" not in str(build("No quiz here.").page)
    assert "quiz.js" in str(build("```{forget}\n```").page)


def test_all_means_all_that_this_page_has_not_shown(build: Build) -> None:
    made = build(some("second") + ALL)
    assert made.warnings == ""
    assert shown(made) == ["second", "first", "third"]
    numbers = [each.get_text() for each in made.page.select(".is-number")]
    assert numbers == ["Question 1", "Question 2", "Question 3"]


def test_the_order_asked_for_is_the_order_shown(build: Build) -> None:
    assert shown(build(some("third,", "first"))) == ["third", "first"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (some("fourth"), "no question 'fourth'. Use one of first, second, third"),
        (some("first") + some("first"), "the question 'first' twice"),
        (ALL + ALL, "every question of 'hook' already"),
        (":::{quiz} nothing\n:::\n", "book/quizzes/nothing.yml does not exist"),
    ],
)
def test_a_mistake_on_a_page_is_named_once_with_its_line(
    build: Build, text: str, said: str
) -> None:
    warnings = build(text).warnings
    assert warnings.count("WARNING") == 1
    assert said in warnings
    assert re.search(r"page\.md:\d+: WARNING: quiz: ", warnings)


def test_a_mistake_in_the_file_is_named_once_a_page(build: Build) -> None:
    data = deepcopy(GOOD)
    data[0]["options"][0]["feedback"] = "No."
    made = build(some("first") + some("second"), data=data)
    assert made.warnings.count("at least 5 words") == 1
    assert "book/quizzes/hook.yml, question 'first': option 1" in made.warnings
    assert shown(made) == ["first", "second"]


def test_hostile_words_stay_words(build: Build) -> None:
    data = deepcopy(GOOD)
    data[0]["question"] = "Is 1 < 2 & \"3\" > '2'? *Yes* or [ja]{.language-de}?"
    data[0]["options"][0]["text"] = 'A "quote" & an <angle'
    made = build(ALL, data=data)
    assert made.warnings == ""
    legend = made.page.select_one("legend")
    assert "1 < 2 &" in legend.get_text()
    assert legend.select_one("em").get_text() == "Yes"
    assert legend.select_one('[lang="de"]').get_text() == "ja"
    label = made.page.select_one("label")
    assert "& an <angle" in label.get_text()


def test_the_form_speaks_the_language_of_the_page(build: Build) -> None:
    made = build(ALL, language="id")
    assert made.warnings == ""
    form = made.page.select_one("form.is-quiz")
    assert form.select_one("button.is-check").get_text() == "Periksa"
    assert form["data-no"] == "Belum tepat"
    assert not re.search("Check|Right|Question|answer", form.get_text())


def test_both_languages_have_the_same_words() -> None:
    assert set(quiz.WORDS["en"]) == set(quiz.WORDS["id"])
    for language in quiz.WORDS.values():
        assert "{count}" in language["missing"]
        assert all(not re.search(r"\{(?!count|number)", text) for text in language.values())


@pytest.mark.parametrize("builder", ["text", "latex", "man", "epub"])
def test_other_formats_get_plain_words(build: Build, builder: str) -> None:
    made = build(ALL, builder=builder)
    problems = [line for line in made.warnings.splitlines() if "epub_" not in line]
    assert not problems, problems
    files = [
        path for path in made.out.rglob("*") if path.suffix in (".txt", ".tex", ".xhtml", ".1")
    ]
    text = re.sub(r"\s+", " ", " ".join(path.read_text("utf-8") for path in files))
    for words in ("What about first?", "first 0", "Here is why first 1 is so."):
        assert words in text, words
    assert "<form" not in text


def test_the_search_finds_the_words_of_a_question(build: Build) -> None:
    data = deepcopy(GOOD)
    data[0]["question"] = "Where is the zeppelin?"
    assert "zeppelin" in (build(ALL, data=data).out / "searchindex.js").read_text("utf-8")


def test_the_script_is_small_and_holds_no_word_of_its_own() -> None:
    script = (ROOT / "book" / "_static" / "quiz.js").read_text("utf-8")
    assert len(script.encode()) < 6000
    code = re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)
    texts = re.findall(r'"([^"]*)"', code)
    assert not [text for text in texts if re.search(r"[A-Za-z]{3,} [A-Za-z]", text)
                and not text.startswith((".", "button", "fieldset", "form", "use "))]  # fmt: skip
    assert "inside-story:v1" in texts
