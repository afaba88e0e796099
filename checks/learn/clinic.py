"""The Clinic: write a draft in a notebook, see the review follow, keep versions.

Every control has a visible description and a tooltip, all of it works by keyboard, and one short
status line is what a screen reader is told. The same can be done by plain calls: ``review(text)``,
``step.check(text)``, ``step.keep(text)``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Any, Final

import ipywidgets as widgets

from .. import Policy, Report, review
from ..findings import Outcome
from ..messages import plural, text
from ..platforms import platforms
from .debounce import Debounce
from .errors import LearnError
from .panel import Panel, Para
from .portfolio import Portfolio, PortfolioError, Version, version_of
from .spotting import is_blank
from .texts import LANGUAGES, texts

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
        self._result_for: tuple[str, str | None, str] | None = None

        self.draft = widgets.Textarea(
            description=say("clinic.draft"),
            tooltip=say("clinic.draft_tip"),
            placeholder=say("clinic.placeholder"),
            rows=9,
            style=_STYLE,
            # The name stands above the box, so that the box has the whole width of a phone.
            layout=widgets.Layout(width="calc(100% - 6px)", height="auto", flex_flow="column"),
        )
        self.platform = self._dropdown(
            "platform",
            [(say("clinic.platform_none"), ""), *((one.name, one.id) for one in known.values())],
            platform or "",
        )
        self.language = self._dropdown("language", _NAMES, lang)
        self.keep_button = self._button("keep", self._keep)
        self.check_button = self._button("check", self._check) if step is not None else None
        # It is there, empty, before anything is said: a screen reader listens to what changes.
        self.status = widgets.HTML(_status("", lang))
        self.result = widgets.HTML("")
        self.versions = self._dropdown("versions", [(say("clinic.versions_none"), -1)], -1)
        self.back_button = self._button("back", self._bring_back)
        self.report = widgets.HTML("")

        buttons = [self.keep_button]
        if self.check_button is not None:
            buttons.append(self.check_button)
        self.view = widgets.VBox(
            [
                widgets.HTML(_intro(say("clinic.name"), say("clinic.intro"), lang)),
                self.draft,
                _row(self.platform, self.language),
                _row(*buttons),
                _row(self.versions, self.back_button),
                self.status,
                self.result,
                self.report,
            ],
            layout=widgets.Layout(width="100%", max_width="46rem"),
        )
        self._later = Debounce(wait, self._refresh)
        self.draft.observe(self._typed, "value")
        self.platform.observe(self._typed, "value")
        self.language.observe(self._typed, "value")
        self._load_versions()
        self._refresh()

    # --- the review ------------------------------------------------------------------------

    def _typed(self, change: object) -> None:
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
        if self._result_for != self._here():
            self.result.value = ""
        draft = self.draft.value
        if is_blank(draft):
            self.report.value = ""
            return None
        try:
            report = review(
                draft,
                lang=self.language.value,
                platform=self.platform.value or None,
                policy=self._policy,
                reader=self._lang,
            )
        # A widget has nowhere to show a traceback: without this line it would fall silent.
        except Exception as error:
            self._tell(self._say("clinic.stopped", reason=type(error).__name__))
            return None
        self.report.value = report.to_html(heading_level=0)
        return report

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

    def _here(self) -> tuple[str, str | None, str]:
        return self.draft.value, self.platform.value or None, self.language.value

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
        draft, platform, lang = self._here()
        version = version_of(
            draft, report=report, exercise=exercise, step=step, lang=lang, platform=platform
        )
        self._versions = (*self._versions, version)
        self._list_versions()
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
        version = self._versions[chosen]
        self.draft.value = version.text
        if version.lang in LANGUAGES:
            self.language.value = version.lang
        self.platform.value = version.platform if version.platform in platforms() else ""
        self.versions.value = chosen
        self._show()
        if saved is None:
            self._tell(self._say("clinic.back_same", number=chosen + 1))
        else:
            self._tell(self._say("clinic.back_kept", number=chosen + 1, kept=len(self._versions)))

    def _number(self) -> int | None:
        """Return the number of the latest version that is what the box holds now."""
        for number in range(len(self._versions), 0, -1):
            one = self._versions[number - 1]
            if (one.text, one.platform, one.lang) == self._here():
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
        self.versions.options = options
        self.versions.value = len(options) - 1

    # --- the controls ----------------------------------------------------------------------

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

    def _tell(self, sentence: str) -> None:
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


def _intro(name: str, sentence: str, lang: str) -> str:
    words = f"<strong>{escape(name)}.</strong> {escape(sentence)}"
    return f'<p lang="{lang}" style="margin:0;line-height:1.5">{words}</p>'


def _row(*controls: object) -> widgets.HBox:
    return widgets.HBox(controls, layout=widgets.Layout(flex_flow="row wrap", width="100%"))


def _time(iso: str, lang: str) -> str:
    """Return day and time in the reader's zone; what is no ISO time comes back as it is."""
    try:
        moment = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    return moment.strftime("%Y-%m-%d %H.%M" if lang == "id" else "%Y-%m-%d %H:%M")
