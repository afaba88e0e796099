"""A folded part of the Clinic that stays as the reader left it.

Each review replaces HTML, and a ``details`` inside it would close under the reader's eyes. So the
``details`` stands alone in a widget that never changes, and the style sheet hides the widget after
it while it is closed. A browser without ``:has`` shows everything.
"""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

HEAD = "clinic-fold"
BODY = "clinic-folded"


def fold(title: str, lang: str, *inside: widgets.Widget, opened: bool = False) -> widgets.VBox:
    """Return widgets under a line that opens and closes them, by keyboard too."""
    state = " open" if opened else ""
    head = widgets.HTML(
        f'<details lang="{escape(lang)}"{state}><summary>{escape(title)}</summary></details>'
    )
    head.add_class(HEAD)
    # A box of ipywidgets scrolls, which by keyboard nobody could; ours shows all that it holds.
    body = widgets.VBox(list(inside), layout=widgets.Layout(overflow="visible"))
    body.add_class(BODY)
    return widgets.VBox([head, body], layout=widgets.Layout(overflow="visible"))
