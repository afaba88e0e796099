"""The draft as the feed of its platform cuts it, as a picture of the post and in words."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from ...report import Report
from ...report.html import attribute, fold_place, lines, plain
from ..texts import texts


@dataclass(frozen=True, slots=True)
class Preview:
    """What a reader meets before a tap. ``words`` says in sentences what the picture shows."""

    shown: str
    cut: bool
    words: tuple[str, ...]


def preview(report: Report) -> Preview:
    """Cut the draft where its platform would, as far as we know the platform."""
    say = texts(report.reader)
    written = report.draft.text.strip()
    platform = report.draft.platform
    if platform is None:
        return Preview(written, False, (say("clinic.preview.none"),))
    length = platform.length(written)
    fold = platform.fold_at(written)
    shown = written if fold is None else written[: fold_place(written, fold)].rstrip()
    words = [say("clinic.preview.length", platform=platform.name, length=length)]
    if not platform.fold:
        words.append(say("clinic.preview.unknown"))
    elif fold is None:
        words.append(say("clinic.preview.whole", fold=platform.fold))
    else:
        hidden = len(written[len(shown) :].split())
        words += [
            say("clinic.preview.cut", fold=platform.fold),
            say.count("clinic.preview.hidden", hidden, more=say("clinic.preview.more")),
        ]
    if platform.limit and length > platform.limit:
        over = length - platform.limit
        words.append(say.count("clinic.preview.over", over, limit=platform.limit))
    return Preview(shown, fold is not None, tuple(words))


def to_html(report: Report) -> str:
    """Return the preview of a draft; nothing for an empty draft."""
    if not report.draft.text.strip():
        return ""
    say = texts(report.reader)
    found = preview(report)
    lang = attribute(report.reader)
    end = ""
    if found.cut:
        more = escape(say("clinic.preview.more"))
        end = f' <span class="clinic-more" lang="{lang}">… {more}</span>'
    return (
        f'<div class="is-post clinic-view" lang="{lang}">'
        f'<div class="clinic-words" lang="{attribute(report.draft.lang)}" dir="auto">'
        f"{lines(found.shown)}{end}</div>{_picture(report)}"
        f"<p>{plain(' '.join(found.words))}</p></div>"
    )


def _picture(report: Report) -> str:
    """Return the picture as its alt text; nothing where the post has none."""
    alt = report.draft.alt_text
    if alt is None:
        return ""
    say = texts(report.reader)
    if not alt.strip():
        return f"<p>{escape(say('clinic.preview.no_alt'))}</p>"
    words = f'<bdi lang="{attribute(report.draft.lang)}">{plain(alt.strip())}</bdi>'
    return f"<p>{escape(say('clinic.preview.picture'))} {words}</p>"
