"""Make the notebook and the data of the capstone from its source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from checks import Policy
from checks.learn.intentions import INTENTIONS
from checks.learn.texts import Texts, texts
from publishing.capstone_source import CapstoneSource
from publishing.cells import Cell, code, comment, markdown, metadata, policy_data, wrapped
from publishing.exercise_source import CAPSTONE

SCHEMA_VERSION: Final = 1


def capstone_notebook(
    source: CapstoneSource, posts: Mapping[str, str] | None = None, moment: str = ""
) -> dict[str, Any]:
    """Return the notebook of the capstone, with ``posts`` by intention in place of the stubs."""
    say = texts(source.lang)
    start = f"## {say('notebook.start_title')}\n\n{say('notebook.start').strip()}"
    month, rubric, again, page = (f"## {name}\n\n{body}" for name, body in source.sections)
    cells: list[Cell] = [
        markdown("title", _opening(source, say)),
        markdown("start", start),
        code("setup", _setup(source.lang), "remove-cell"),
        markdown("set-task", month),
        code("set-card", "capstone.card", "remove-input"),
        code("set-answer", _set(posts or {}, say), "remove-output"),
        code("set-hints", "capstone.hints()", "remove-input"),
        code("set-solution", "capstone.solution()", "remove-input"),
        markdown("rubric", rubric),
        markdown("moment-task", again),
        code("moment-answer", _moment(moment, say), "remove-output"),
        markdown("page-task", page),
        code("page-answer", _page(say), "remove-output"),
    ]
    about = say("notebook.capstone.description", minutes=source.minutes)
    return {
        "cells": cells,
        "metadata": metadata(CAPSTONE, source.lang, about),
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def capstone_data(source: CapstoneSource, policy: Policy) -> dict[str, Any]:
    """Return what the package needs of the capstone."""
    return {
        "schema_version": SCHEMA_VERSION,
        "lang": source.lang,
        "title": source.title,
        "minutes": source.minutes,
        "platform": source.platform,
        "policy": policy_data(policy),
        "set": source.set,
        "moment": source.moment,
    }


def _opening(source: CapstoneSource, say: Texts) -> str:
    parts = "\n".join(f"{number}. {name}" for number, (name, _) in enumerate(source.sections, 1))
    time = say("notebook.capstone.time", minutes=source.minutes)
    return f"# {source.title}\n\n{source.intro}\n\n{time}\n\n{parts}"


def _setup(lang: str) -> str:
    return (
        "from checks.learn import open_capstone\n\n"
        f'capstone = open_capstone(lang="{lang}")\n'
        "capstone"
    )


def _set(posts: Mapping[str, str], say: Texts) -> str:
    entries = "".join(
        f'    "{say(f"intention.{one}")}": """\n{wrapped(posts.get(one, "").strip())}\n""",\n'
        for one in INTENTIONS
    )
    return f"{_comment(say, 'set')}posts = {{\n{entries}}}\ncapstone.check(posts)"


def _moment(text: str, say: Texts) -> str:
    quoted = wrapped(text.strip())
    return f'{_comment(say, "moment")}moment = """\n{quoted}\n"""\ncapstone.compare(moment)'


def _page(say: Texts) -> str:
    return f'{_comment(say, "page")}capstone.certificate(posts, name="", save=False)'


def _comment(say: Texts, part: str) -> str:
    return comment(say("notebook.your_turn"), say(f"notebook.capstone.{part}"), say("notebook.run"))
