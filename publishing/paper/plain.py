"""Turn a page of the site into text for a reader without scripts, on a screen or on paper.

Questions become questions with lettered answers, and what is right stands at the end of the page.
Folds open. The reviewer's marks carry their number and their outcome in words. What only a running
course can do is left out.
"""

from collections.abc import Mapping
from copy import copy
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

LEFT_OUT: Final = (
    "script, style:not(svg style), template, noscript, button, [hidden], .at-once, .resume, "
    ".not-yet, .open-exercise, .is-forgetting, .is-status, .is-avatar, .is-picture, .cell_input, "
    'svg[aria-hidden="true"]'
)
"""Controls, and pictures that repeat what stands beside them in words."""

BARE: Final = ("style", "tabindex", "autocomplete", "border", "width", "height")
"""Attributes that have no meaning off the site; pictures keep their size."""


def make_plain(article: Tag, words: Mapping[str, str]) -> None:
    """Rewrite an article in place. `words` are those of its language."""
    # First the questions and hints: their parts are among what is left out.
    answers = [*_questions(article, words), *_hints(article, words)]
    for tag in article.select(LEFT_OUT):
        if not tag.decomposed:
            tag.decompose()
    _marks(article)
    _numbers(article)
    _folds(article)
    _frames(article)
    _attributes(article)
    if answers:
        title = words["answers" if article.select_one(".question") else "hints"]
        section = _make("section", _make("h2", title), *answers, id="is-answers")
        last = article.find("section", recursive=False)
        (last if isinstance(last, Tag) else article).append(section)


def _make(name: str, *inside: object, **attributes: str) -> Tag:
    """Return a new element; `class_` stands for the attribute class."""
    tag = BeautifulSoup("", "html.parser").new_tag(name)
    for attribute, value in attributes.items():
        tag[attribute.rstrip("_")] = value
    for each in inside:
        if isinstance(each, Tag | str):
            tag.append(each)
    return tag


def _copies(tag: Tag) -> list[Tag | NavigableString]:
    """Return copies of what is in an element."""
    return [copy(child) for child in tag.contents if isinstance(child, Tag | NavigableString)]


# --- Questions and hints -------------------------------------------------------------------------


def _questions(article: Tag, words: Mapping[str, str]) -> list[Tag]:
    """Write each form as a question with lettered options, and return the answers."""
    answers = []
    for number, form in enumerate(article.select("form.is-quiz"), start=1):
        legend, how = form.select_one("legend"), form.select_one(".is-how")
        assert legend is not None and how is not None
        title = legend.select_one(".is-number")
        assert title is not None
        title.extract()
        name = title.get_text()
        options = [_make("li", *_copies(label)) for label in form.select("label")]
        there, here = f"is-answer-{number}", f"is-question-{number}"
        to_answer = _make("a", words["to_answer"].format(number=number), href=f"#{there}")
        question = _make(
            "div",
            _make("p", _make("b", name), class_="question-number"),
            _make("p", *_copies(legend), class_="asked"),
            _make("p", *_copies(how), class_="how"),
            _make("ol", *options, class_="options", type="A"),
            _make("p", to_answer, class_="to-answer"),
            class_="question",
            id=here,
        )
        back = _make("a", words["back"].format(number=number), href=f"#{here}")
        answers.append(
            _make(
                "div",
                _make("h3", name),
                _make("p", *_copies(legend), class_="asked"),
                _make("ol", *map(_judged, form.select(".is-answers li")), type="A"),
                _make("p", back, class_="to-answer"),
                class_="answer",
                id=there,
            )
        )
        form.replace_with(question)
    return answers


def _judged(option: Tag) -> Tag:
    """Return one option with its verdict and its reason."""
    text, verdict, reason = (
        option.select_one(f".is-{part}") for part in ("text", "verdict", "feedback")
    )
    assert text is not None and verdict is not None and reason is not None
    said = _make("b", f"{' '.join(verdict.get_text(' ').split())}.")
    return _make(
        "li", _make("p", *_copies(text)), _make("p", said, " ", *_copies(reason), class_="reason")
    )


def _hints(article: Tag, words: Mapping[str, str]) -> list[Tag]:
    """Move the hints and solutions of an exercise out of sight, and return them."""
    steps: dict[int, tuple[Tag, list[Tag]]] = {}
    for fold in article.select(".learn-panel details"):
        section = fold.find_parent("section")
        assert isinstance(section, Tag)
        steps.setdefault(id(section), (section, []))[1].append(fold)
    answers = []
    for number, (section, folds) in enumerate(steps.values(), start=1):
        there, here = f"is-hints-{number}", f"is-step-{number}"
        heading = section.find(["h2", "h3"])
        assert isinstance(heading, Tag)
        link = _make("a", words["to_hints"], href=f"#{there}")
        section.append(_make("p", link, class_="to-answer", id=here))
        back = _make("a", words["back_to_step"], href=f"#{here}")
        for fold in folds:
            fold.extract()
            _open(fold)
        answers.append(
            _make(
                "div",
                _make("h3", *_copies(heading)),
                *folds,
                _make("p", back, class_="to-answer"),
                class_="answer",
                id=there,
            )
        )
    return answers


# --- Posts and their review ----------------------------------------------------------------------


def _marks(article: Tag) -> None:
    """Write the number and the outcome behind marked words: `[1 Revise]`.

    The site hides the words of a strength from the eye, and the title, which stands in the list
    below, too.
    """
    for mark in article.select(".is-draft > .is-sr"):
        mark.decompose()
    for pill in article.select("a.is-pill"):
        in_draft = pill.find_parent(class_="is-draft") is not None
        for hidden in pill.select(".is-sr"):
            if in_draft and not hidden.get_text().startswith(":"):
                hidden.unwrap()
            else:
                hidden.decompose()
        text = " ".join(pill.get_text().split())
        pill.string = f"[{text}]"
        if in_draft:
            pill.insert_before("\u00a0")
    for fold in article.select(".is-fold"):
        text = " ".join(fold.get_text().split())
        fold.name, fold.string = "i", f"[{text}]"
        fold.insert_before(_make("br"))
        fold.insert_after(_make("br"))
    for rest in article.select(".is-sr"):
        rest.unwrap()


def _numbers(article: Tag) -> None:
    """Keep of the folded numbers the figures, and of the score how it was counted."""
    for fold in article.select("details.is-numbers"):
        summary = fold.find("summary", recursive=False)
        assert isinstance(summary, Tag)
        title = _make("p", _make("b", *_copies(summary)), class_="numbers-title")
        readings = [
            _make("li", *_copies(name), ": ", *_copies(value))
            for name, value in zip(fold.select("dt"), fold.select("dt + dd"), strict=True)
        ]
        if readings:
            body: Tag | None = _make("ul", *readings)
        else:
            body = fold.find("p", recursive=False)
        fold.replace_with(_make("div", title, body, class_="numbers"))


# --- The rest of a page --------------------------------------------------------------------------


def _folds(article: Tag) -> None:
    """Open what is folded."""
    for fold in article.select("details"):
        _open(fold)


def _open(fold: Tag) -> None:
    fold.name = "div"
    fold.attrs.pop("open", None)
    summary = fold.find("summary", recursive=False)
    if isinstance(summary, Tag):
        summary.name = "p"
        if "admonition-title" not in (summary.get("class") or []):
            summary["class"] = "fold-title"


def _frames(article: Tag) -> None:
    """Take away the boxes in which the site scrolls or runs something."""
    for box in article.select(".pst-scrollable-table-container, .cell, .cell_output, .output"):
        box.unwrap()
    for panel in article.select(".learn-panel"):
        if not panel.find(True):
            panel.decompose()
    for link in article.select("a.image-reference"):
        link.unwrap()


def _attributes(article: Tag) -> None:
    """Remove attributes that only the site has a use for; a drawing keeps its own."""
    for tag in article.find_all(True):
        if tag.name == "svg" or tag.find_parent("svg"):
            continue
        kept = ("width", "height") if tag.name == "img" else ()
        for name in list(tag.attrs):
            if name.startswith("data-") or (name in BARE and name not in kept):
                del tag[name]
