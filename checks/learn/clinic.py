"""The Clinic: write a draft in a notebook, see the review follow, keep versions.

Every control has a visible description and a tooltip, all of it works by keyboard, and one short
status line is what a screen reader is told. The same can be done by plain calls: ``review(text)``,
``step.check(text)``, ``step.keep(text)``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import ipywidgets as widgets

from .. import Policy, Report, review
from ..diff import diff
from ..findings import Outcome
from ..messages import plural, text
from ..platforms import platforms
from ..report.html import css, plain
from .announcer import Announcer
from .debounce import Debounce
from .errors import LearnError
from .folds import fold
from .panel import Panel, Para
from .portfolio import Portfolio, PortfolioError, Version, version_of
from .spotting import is_blank
from .texts import LANGUAGES, texts
from .typed import Typed
from .views import beside, preview
from .views.beside import Side
from .views.changes import changes, unchanged
from .views.house import house
from .views.shown import numbers_html, review_html

if TYPE_CHECKING:
    from .exercise import Step

WAIT: Final = 0.8
"""Seconds without typing before the review runs: a screen reader hears one line, not many."""

_STYLE: Final = {"description_width": "initial"}
_NAMES: Final = (("English", "en"), ("Bahasa Indonesia", "id"))


class Clinic:
    """A draft box with a live review.

    ``lang`` is the language of the Clinic and, to begin with, of the draft; ``platform`` an id
    from ``platforms.toml`` or None. With a ``step`` it has a button that checks the answer.
    The ``policy`` tells the review what a company told us, by default what the step knows.
    Versions go into ``portfolio``, by default ``portfolio.json`` in the current folder; nothing
    is written before somebody presses the button. Raises LearnError for an unknown language or
    platform.
    """

    def __init__(
        self,
        lang: str = "en",
        platform: str | None = "instagram",
        step: Step | None = None,
        portfolio: Portfolio | None = None,
        *,
        policy: Policy | None = None,
        wait: float = WAIT,
    ) -> None:
        if lang not in LANGUAGES:
            raise LearnError(texts("en")("open.lang", name=str(lang)[:40]))
        known = platforms()
        if platform is not None and platform not in known:
            raise LearnError(
                texts(lang)("clinic.no_platform", name=str(platform)[:40], known=", ".join(known))
            )
        self._lang = lang
        self._say = say = texts(lang)
        self._step = step
        self._policy = policy or (step.policy if step is not None else None)
        self._portfolio = portfolio or Portfolio(lang=lang)
        self._versions: tuple[Version, ...] = ()
        self._unsaved: tuple[Version, ...] = ()
        self._about = (step.exercise, step.id) if step is not None else (None, None)
        self._result_for: Typed | None = None
        self._before: tuple[Typed, Report] | None = None
        self._listing = False

        self.draft = self._box("draft", rows=9)
        self.platform = self._dropdown(
            "platform",
            [(say("clinic.platform_none"), ""), *((one.name, one.id) for one in known.values())],
            platform or "",
        )
        self.language = self._dropdown("language", _NAMES, lang)
        self.picture = self._tick("picture")
        self.alt_text = self._box("alt_text", rows=2)
        self.paid = self._tick("paid")
        self.keep_button = self._button("keep", self._keep)
        self.check_button = self._button("check", self._check) if step is not None else None
        # It is there, empty, before anything is said: a screen reader listens to what changes.
        self.status = widgets.HTML(_status("", lang))
        self.result = widgets.HTML("")
        self.changes = widgets.HTML("")
        self.report = widgets.HTML("")
        self.preview = widgets.HTML("")
        self.numbers = widgets.HTML("")
        self.versions = self._dropdown("versions", [(say("clinic.versions_none"), -1)], -1)
        self.back_button = self._button("back", self._bring_back)
        self.beside = widgets.HTML("")

        buttons = [self.keep_button]
        if self.check_button is not None:
            buttons.append(self.check_button)
        self.view = widgets.VBox(
            [
                widgets.HTML(_head(lang, self._policy)),
                self.draft,
                _row(self.platform, self.language),
                _row(self.picture, self.paid),
                self.alt_text,
                _row(*buttons),
                _row(self.versions, self.back_button),
                self.status,
                self.result,
                fold(say("clinic.part_preview"), lang, self.preview, opened=True),
                fold(say("clinic.part_beside"), lang, self.beside),
                self.changes,
                self.report,
                fold(say("clinic.part_numbers"), lang, self.numbers),
            ],
            layout=widgets.Layout(width="100%", max_width="46rem", overflow="visible"),
        )
        self._later = Debounce(wait, self._refresh)
        self._tell = Announcer(self._set_status)
        controls = (self.draft, self.platform, self.language, self.alt_text, self.paid)
        for control in controls:
            control.observe(self._typed, "value")
        self.picture.observe(self._picture_changed, "value")
        self.versions.observe(self._chosen, "value")
        self._load_versions()
        self._picture_changed(None)
        self._show()
        self._set_status(say("clinic.empty"))

    # --- the review ------------------------------------------------------------------------

    def _typed(self, change: object) -> None:
        self._later()

    def _picture_changed(self, change: object) -> None:
        """Offer the box for the alt text where there is a picture. Its words are never cleared."""
        self.alt_text.layout.display = None if self.picture.value else "none"
        self._later()

    def _refresh(self) -> None:
        """Show the review of the text in the box and say how much it found."""
        report = self._show()
        if report is not None:
            self._tell(self._summary(report))
        elif is_blank(self.draft.value):
            self._tell(self._say("clinic.empty"))

    def _show(self) -> Report | None:
        """Show the review of the text in the box and return it; None where there is none."""
        self._later.cancel()
        here = self._here()
        if self._result_for != here:
            self.result.value = ""
        self._show_beside()
        if is_blank(here.text):
            for part in (self.changes, self.report, self.preview, self.numbers):
                part.value = ""
            return None
        try:
            report = self._review(here)
            self.changes.value = self._since(here, report)
            self.report.value = review_html(report)
            self.preview.value = preview.to_html(report)
            self.numbers.value = numbers_html(report)
        # A widget has nowhere to show a traceback: without this line it would fall silent.
        except Exception as error:
            self._tell(self._say("clinic.stopped", reason=type(error).__name__))
            return None
        return report

    def _review(self, typed: Typed) -> Report:
        return review(
            typed.text,
            lang=typed.lang,
            platform=typed.platform,
            policy=self._policy,
            alt_text=typed.alt_text,
            paid=typed.paid,
            status=self._policy.status if self._policy is not None else "green",
            reader=self._lang,
        )

    def _since(self, here: Typed, report: Report) -> str:
        """Return what changed since the last kept version; nothing before the first."""
        if not self._versions:
            return ""
        number = len(self._versions)
        last = Typed.of(self._versions[-1], self._lang)
        if last == here:
            return unchanged(number, self._lang).to_html()
        # The same version is compared with many drafts: it is reviewed once.
        if self._before is None or self._before[0] != last:
            self._before = (last, self._review(last))
        return changes(diff(self._before[1], report), number, self._lang).to_html()

    def _show_beside(self) -> None:
        """Show the chosen version beside the draft."""
        side = self._chosen_side()
        if side is None:
            sentence = escape(self._say("clinic.beside_none"))
            self.beside.value = f'<p lang="{self._lang}">{sentence}</p>'
            return
        here = self._here()
        now = Side(self._say("clinic.now"), here.text, here.lang)
        self.beside.value = beside.to_html(side, now, self._lang)

    def _chosen_side(self) -> Side | None:
        number = self.versions.value
        if number is None or number < 0:
            return None
        kept = Typed.of(self._versions[number], self._lang)
        return Side(self._say("clinic.kept_as", number=number + 1), kept.text, kept.lang)

    def _chosen(self, change: object) -> None:
        """Answer somebody who chose another version; filling the list is no such choice."""
        side = self._chosen_side()
        if self._listing or side is None:
            return
        self._show_beside()
        changed = beside.in_words(side.text, self.draft.value, self._lang)
        self._tell(self._say("clinic.chosen", number=self.versions.value + 1, changes=changed))

    def _summary(self, report: Report) -> str:
        look = plural(self._lang, "report.findings", len(report.findings))
        works = plural(self._lang, "report.strengths", len(report.strengths))
        if report.strengths:
            status = self._say("clinic.status", look=look, works=works)
        elif report.findings:
            status = self._say("clinic.status_look", look=look)
        else:
            status = text(self._lang, "report.nothing")
        return self._say("clinic.status_ask", status=status) if report.of(Outcome.ASK) else status

    def _check(self, button: object) -> None:
        assert self._step is not None
        self._show()
        result = self._step.check(self.draft.value)
        self._result_for = self._here()
        self.result.value = result.to_html()
        self._tell(
            self._say(
                "clinic.checked",
                status=self._say(f"status.{result.status.value}"),
                next=result.next or " ".join(result.notes),
            )
        )

    def _here(self) -> Typed:
        return Typed(
            text=self.draft.value,
            lang=self.language.value,
            platform=self.platform.value or None,
            alt_text=self.alt_text.value if self.picture.value else None,
            paid=self.paid.value,
        )

    # --- the versions ----------------------------------------------------------------------

    def _keep(self, button: object) -> None:
        if is_blank(self.draft.value):
            self._tell(self._say("portfolio.blank"))
            return
        same = self._number()
        if same is not None:
            self._tell(self._say("clinic.same", number=same))
            return
        before = self._versions[-1] if self._versions else None
        saved = self._save()
        if saved is None:
            return
        if before is None:
            self._tell(self._say("clinic.kept_first", saved=saved))
            return
        more = self._versions[-1].look - before.look
        kind, number = ("more", more) if more > 0 else ("fewer", -more)
        if more == 0:
            kind, number = "equal", before.look
        self._tell(
            self._say.count(f"clinic.{kind}", number, saved=saved, before=len(self._versions) - 1)
        )

    def _save(self) -> str | None:
        """Keep the text in the box and return one sentence; None where it cannot be reviewed."""
        report = self._show()
        if report is None:
            return None
        exercise, step = self._about
        here = self._here()
        version = version_of(
            here.text,
            report=report,
            exercise=exercise,
            step=step,
            lang=here.lang,
            platform=here.platform,
            alt_text=here.alt_text,
            paid=here.paid,
        )
        self._versions = (*self._versions, version)
        self._list_versions()
        self._show()
        try:
            self._portfolio.add(*self._unsaved, version)
        except PortfolioError as error:
            self._unsaved = (*self._unsaved, version)
            return self._say("clinic.in_memory", reason=str(error))
        self._unsaved = ()
        name = self._portfolio.path.name
        return self._say("portfolio.kept", number=len(self._versions), name=name)

    def _bring_back(self, button: object) -> None:
        chosen = self.versions.value
        if chosen < 0:
            self._tell(self._say("clinic.choose"))
            return
        saved = None
        if not is_blank(self.draft.value) and self._number() is None:
            saved = self._save()
            if saved is None:
                return
        version = Typed.of(self._versions[chosen], self._lang)
        self.draft.value = version.text
        self.language.value = version.lang
        self.platform.value = version.platform or ""
        self.picture.value = version.alt_text is not None
        if version.alt_text is not None:
            self.alt_text.value = version.alt_text
        self.paid.value = version.paid
        self._choose(chosen)
        self._show()
        if saved is None:
            self._tell(self._say("clinic.back_same", number=chosen + 1))
        else:
            self._tell(self._say("clinic.back_kept", number=chosen + 1, kept=len(self._versions)))

    def _number(self) -> int | None:
        """Return the number of the latest version that is what the box holds now."""
        for number in range(len(self._versions), 0, -1):
            if Typed.of(self._versions[number - 1], self._lang) == self._here():
                return number
        return None

    def _load_versions(self) -> None:
        try:
            kept = self._portfolio.versions()
        except PortfolioError:
            # It is told when somebody keeps a version; until then there is nothing to do.
            kept = ()
        self._versions = tuple(one for one in kept if (one.exercise, one.step) == self._about)
        self._list_versions()

    def _list_versions(self) -> None:
        if not self._versions:
            return
        options = [
            (
                self._say(
                    "clinic.version",
                    number=number,
                    time=_time(version.kept_at, self._lang),
                    look=plural(self._lang, "report.findings", version.look),
                ),
                number - 1,
            )
            for number, version in enumerate(self._versions, 1)
        ]
        self._listing = True
        self.versions.options = options
        self._listing = False
        self._choose(len(options) - 1)

    def _choose(self, place: int) -> None:
        """Choose a version in the list without a word about it."""
        self._listing = True
        self.versions.value = place
        self._listing = False

    # --- the controls ----------------------------------------------------------------------

    def _box(self, name: str, *, rows: int) -> widgets.Textarea:
        return widgets.Textarea(
            description=self._say(f"clinic.{name}"),
            tooltip=self._say(f"clinic.{name}_tip"),
            placeholder=self._say(
                "clinic.placeholder" if name == "draft" else f"clinic.{name}_placeholder"
            ),
            rows=rows,
            style=_STYLE,
            # The name stands above the box, so that the box has the whole width of a phone.
            layout=widgets.Layout(width="calc(100% - 6px)", height="auto", flex_flow="column"),
        )

    def _tick(self, name: str) -> widgets.Checkbox:
        return widgets.Checkbox(
            value=False,
            description=self._say(f"clinic.{name}"),
            tooltip=self._say(f"clinic.{name}_tip"),
            indent=False,
            style=_STYLE,
            # Room that tells whose box a label is.
            layout=widgets.Layout(width="auto", margin="2px 20px 2px 2px"),
        )

    def _dropdown(self, name: str, options: object, value: object) -> widgets.Dropdown:
        return widgets.Dropdown(
            options=options,
            value=value,
            description=self._say(f"clinic.{name}"),
            tooltip=self._say(f"clinic.{name}_tip"),
            style=_STYLE,
            layout=widgets.Layout(width="auto", max_width="100%"),
        )

    def _button(self, name: str, action: Callable[[object], None]) -> widgets.Button:
        button = widgets.Button(
            description=self._say(f"clinic.{name}"),
            tooltip=self._say(f"clinic.{name}_tip"),
            layout=widgets.Layout(width="auto"),
        )
        button.on_click(action)
        return button

    def _set_status(self, sentence: str) -> None:
        self.status.value = _status(sentence, self._lang)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """Return the widget, and a card in words for pages without a kernel."""
        static = Panel(
            self._lang, (Para(self._say("clinic.static"), lead=self._say("clinic.name") + "."),)
        )
        bundle: dict[str, Any] = dict(self.view._repr_mimebundle_(**kwargs) or {})
        bundle["text/plain"] = static.to_text()
        bundle["text/html"] = static.to_html()
        return bundle


def _status(sentence: str, lang: str) -> str:
    style = "margin:.25rem 0;font-weight:600;line-height:1.5"
    return f'<p role="status" lang="{lang}" style="{style}">{escape(sentence)}</p>'


def _head(lang: str, policy: Policy | None) -> str:
    """Return the styles of all parts, what the Clinic is and the company that it knows."""
    say = texts(lang)
    words = f"<strong>{escape(say('clinic.name'))}.</strong> {escape(say('clinic.intro'))}"
    return (
        f"<style>{css()}{_own_css()}</style>"
        f'<p lang="{lang}" style="margin:0;line-height:1.5">{words}</p>'
        f'<p lang="{lang}" style="margin:0;line-height:1.5">{plain(house(policy, lang))}</p>'
    )


@cache
def _own_css() -> str:
    return (files("checks.learn") / "clinic.css").read_text("utf-8")


def _row(*controls: object) -> widgets.HBox:
    layout = widgets.Layout(flex_flow="row wrap", width="100%", overflow="visible")
    return widgets.HBox(controls, layout=layout)


def _time(iso: str, lang: str) -> str:
    """Return day and time in the reader's zone; what is no ISO time comes back as it is."""
    try:
        moment = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    return moment.strftime("%Y-%m-%d %H.%M" if lang == "id" else "%Y-%m-%d %H:%M")
