"""A small book on disk for the tests of the pages that are written from data."""

from __future__ import annotations

import textwrap
from pathlib import Path

TOC = """
root: book/index
parts:
  - caption: First part
    chapters:
      - file: book/pipe
      - file: book/ferry
  - caption: Practise
    chapters:
      - file: exercises/pipe
  - caption: For trainers
    chapters:
      - file: book/trainers/plan
      - file: book/about
"""

PIPE = """
---
minutes: 4
checks: [hook.warm_up]
terms: [fold]
ages:
  - what: "GOV.UK counts 25 words."
    look: "Its style guide"
    url: "https://a.example/"
    checked: 2026-02-03
myst: {html_meta: {description: "How a pipe is told."}}
---
(pipe)=
# Tell the pipe

:::{admonition} By the end you can
:class: objectives
1. Find the pipe.
2. Count the turns.
:::

One two three {term}`Fold`.

:::{post}
:platform: instagram
Four five.
:::

:::{quiz} pipe
:questions: first
:::

:::{quiz} ferry
:questions: boat
:::

:::{quiz} pipe
:::

## Sources

All read in 2026.

- Ann Ode, "How water moves through old towns: a story", 2020. [Abstract](https://www.a.example/one/).
- Ben Oed, *Valves*, with [the next chapter](ferry.md), 2019.

:::{admonition} Trainer notes
:class: dropdown trainer
**Ask.** Many words that no learner reads.
:::
"""

FERRY = """
---
minutes: 5
checks: []
ages:
  - {what: "Ferries leave at six.", look: "The harbour", checked: "2025-12-31"}
---
# Cross by ferry

:::{admonition} By the end you can
:class: objectives
1. Board the ferry.
:::

## Sources

- Cid Deo, *Boats*, 2018.
- Ann Ode, "How water moves through old towns", 2020. [Article](http://b.example/two), [Abstract](http://a.example/one).
"""

PLAN = """
---
minutes: 7
checks: []
---
# Plan

## Sources

- Dee Coe, [her plan](../pipe.md).
"""

QUESTION = """
- id: {id}
  objective: {objective}
  kind: one
  question: "{question}"
  options:
    - {{text: yes it is, right: true, feedback: "Because of this and of that."}}
    - {{text: no it is not, misconception: no, feedback: "Because of that and of this."}}
    - {{text: perhaps it is, misconception: hm, feedback: "Because of that and of this."}}
"""


def write(root: Path) -> Path:
    """Write the book below ``root`` and return it."""
    files = {
        "_toc.yml": TOC,
        "book/index.md": "# Home\n",
        "book/pipe.md": PIPE,
        "book/ferry.md": FERRY,
        "book/about.md": "---\nminutes: 2\n---\n# About\n",
        "book/trainers/plan.md": PLAN,
        "book/quizzes/pipe.yml": QUESTION.format(id="first", objective=1, question="Where is it?")
        + QUESTION.format(id="second", objective=2, question="How many #turns?"),
        "book/quizzes/ferry.yml": QUESTION.format(id="boat", objective=1, question="Which pier?"),
        "book/quizzes/plan.yml": QUESTION.format(id="plan", objective=1, question="When?"),
        "exercises/pipe.ipynb": "{}",
        "exercises/source/pipe.md": "---\nslug: pipe\nminutes: 20\n---\n# Practise the pipe\n",
        "book/glossary.yml": textwrap.dedent(
            """
            - en: hook
              id: kalimat pemikat
              means: {en: The first line., id: Baris pertama.}
            - en: fold
              id: batas lipat
              means: {en: Where text is cut., id: Tempat teks terpotong.}
              official: true
            """
        ),
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
    return root
