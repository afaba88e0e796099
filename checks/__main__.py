"""The command line: ``python -m checks FILE… | FOLDER | TABLE.csv | -``.

Exit codes: 0 nothing to change, 1 something to revise or to ask a human about, 2 wrong input.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from typing import Any, Final

from .diff import diff
from .draft import STATUSES
from .errors import InputError
from .explain import explain
from .ignores import load as load_ignores
from .messages import text
from .platforms import platforms
from .policy_file import load_policy
from .report import Report
from .review import review
from .sources import sources
from .wordlists import LANGUAGES

FORMATS: Final = ("text", "markdown", "html", "json", "sarif", "csv")

PATIENCE: Final = 2.0
"""Seconds of work after which progress is shown, and between two lines of it."""

_PAGE: Final = (
    '<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'\">\n"
    "<title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n"
    "</body>\n</html>\n"
)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m checks",
        description=text("en", "cli.description"),
        epilog="Exit code 0: nothing to change. 1: something to revise or to ask about. "
        "2: wrong input.",
    )
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="files, folders, .csv tables; - is the keyboard")
    add("--lang", help="language of the drafts: en, id or auto (default)")
    add("--platform", help=f"one of {', '.join(platforms())}")
    add("--format", default="text", metavar="FORMAT", help=f"{', '.join(FORMATS)}")
    add("--policy", metavar="FILE", help="your company's policy.yml")
    add("--ignores", metavar="FILE", help="findings to leave as they are, with reasons")
    add("--reader", help="language of the report: en or id; default as the draft")
    add("--paid", action="store_true", help="somebody pays for this post")
    add("--status", help=f"crisis light: {', '.join(STATUSES)}; default as the policy says")
    add("--column", help="column of a .csv table that holds the drafts")
    add("--diff", action="store_true", help="compare two versions: OLD NEW")
    add("--explain", metavar="RULE", help="explain a rule, such as hook.warm_up")
    return parser


class Progress:
    """A line on standard error now and then, when the work takes long and a person watches."""

    def __init__(self) -> None:
        self.shown = time.monotonic()
        self.watched = sys.stderr is not None and sys.stderr.isatty()

    def step(self, count: int) -> None:
        """Say how many drafts are done."""
        now = time.monotonic()
        if self.watched and now - self.shown > PATIENCE:
            self.shown = now
            print(f"checks: {count:,} drafts reviewed …", file=sys.stderr)


def _shown(reports: list[tuple[str, Report]], form: str, reader: str) -> str:
    if form == "sarif":
        from .report.sarif import to_sarif

        return to_sarif(reports, reader)
    if form == "csv":
        from .report.table import to_csv

        return to_csv(reports)
    if form == "json":
        parts = [report.to_json() for _, report in reports]
        return parts[0] + "\n" if len(parts) == 1 else "[\n" + ",\n".join(parts) + "\n]\n"
    if form == "markdown":
        from .report.markdown import to_markdown

        return "\n".join(to_markdown(report, _name(name)) for name, report in reports)
    if form == "html":
        body = "\n".join(report.to_html(heading_level=2) for _, report in reports)
        return _PAGE.format(lang=reader, title=text(reader, "report.title"), body=body)
    return "\n".join(report.to_text(_name(name)) for name, report in reports)


def _name(name: str) -> str:
    return "" if name == "-" else name


def _run(options: argparse.Namespace) -> int:
    """Do what the options say. Returns the exit code. Raises InputError for wrong options."""
    if options.format not in FORMATS:
        raise InputError(
            f"I do not know the format {options.format[:40]!r}: use {', '.join(FORMATS)}."
        )
    if options.reader is not None and options.reader not in LANGUAGES:
        raise InputError(f"The report is written in {' or '.join(LANGUAGES)}.")
    if options.explain is not None:
        _write(explain(options.explain, options.reader or "en"))
        return 0
    if not options.files:
        raise InputError("Name a file with a draft, a folder, or - for the keyboard; see --help.")
    policy = load_policy(options.policy) if options.policy else None
    common: dict[str, Any] = {
        "lang": options.lang or (policy.language if policy else "auto"),
        "platform": options.platform,
        "policy": policy,
        "paid": options.paid,
        "status": options.status or (policy.status if policy else "green"),
        "ignores": load_ignores(options.ignores) if options.ignores else (),
        "reader": options.reader,
    }
    review("", **common)  # wrong options stop here, before the first draft
    if options.diff and len(options.files) != 2:
        raise InputError("--diff compares two files: name the old version, then the new one.")
    code = 0
    reports: list[tuple[str, Report]] = []
    progress = Progress()
    for source in sources(options.files, options.column):
        problem = source.problem
        if not problem:
            report = review(source.text, **common)
            reports.append((source.name, report))
            code = max(code, int(report.must_change))
            progress.step(len(reports))
        else:
            print(f"checks: {problem}", file=sys.stderr)
            code = 2
    if options.diff:
        if code == 2 or len(reports) != 2:
            raise InputError("Both versions have to be readable: mend what is named above.")
        from .report.difference import to_text

        reader = reports[1][1].reader
        _write(to_text(diff(reports[0][1], reports[1][1]), reader))
        return int(reports[1][1].must_change)
    reader = options.reader or (reports[0][1].reader if reports else "en")
    if reports or options.format in ("sarif", "csv"):
        _write(_shown(reports, options.format, reader))
    return code


def _write(shown: str) -> None:
    try:
        sys.stdout.write(shown)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """Review drafts and print the reports. Returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except InputError as error:
        print(f"checks: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
