"""The command line: ``python -m checks FILE… | -``.

Exit codes: 0 nothing to change, 1 something to revise or to ask a human about, 2 wrong input.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from .draft import CAP
from .errors import InputError
from .messages import text
from .platforms import platforms
from .policy_file import load_policy
from .report import Report
from .review import review
from .wordlists import LANGUAGES

MOST_BYTES: Final = 4 * CAP
"""Bytes of a file that are read: enough for CAP characters of UTF-8."""

FORMATS: Final = ("text", "json", "html")

_PAGE: Final = (
    '<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
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
    parser.add_argument("files", nargs="+", metavar="FILE", help="text files; - reads the keyboard")
    parser.add_argument(
        "--lang", default="auto", help="language of the drafts: en, id or auto (default)"
    )
    parser.add_argument("--platform", help=f"one of {', '.join(platforms())}")
    parser.add_argument(
        "--format", default="text", help="text (default), json or html", metavar="FORMAT"
    )
    parser.add_argument("--policy", metavar="FILE", help="your company's policy.yml")
    parser.add_argument("--reader", help="language of the report: en or id; default as the draft")
    parser.add_argument("--paid", action="store_true", help="somebody pays for this post")
    return parser


def read_draft(name: str) -> str:
    """Read a draft from a file, or from standard input for ``-``.

    Raises InputError, with the remedy, for a file that is missing, a folder, not text, or not
    UTF-8 or UTF-16.
    """
    if name == "-":
        if sys.stdin is None:
            raise InputError("There is nothing to read from: give a file name instead of «-».")
        raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        path = Path(name)
        try:
            if path.is_dir():
                raise InputError(f"{name} is a folder: name the files in it.")
            with path.open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            raise InputError(f"{name} is not there: check the name and the folder.") from None
        except InputError:
            raise
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it cannot be read"
            raise InputError(f"{name}: {reason}. Check that you may open it.") from None
    if len(raw) > MOST_BYTES:
        raise InputError(
            f"{name} is larger than {MOST_BYTES:,} bytes, which is no post: "
            "split it, or name one draft at a time."
        )
    return decode(raw, name)


def decode(raw: bytes, name: str) -> str:
    """Turn bytes into text: UTF-8, or UTF-16 with its mark. Raises InputError."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\x00" in raw:
        raise InputError(
            f"{name} is no text file: save the draft as plain text (.txt) and try again."
        )
    else:
        encoding = "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} is not UTF-8 (byte {error.start + 1}): save it as UTF-8 text and try again."
        ) from None


def _shown(report: Report, name: str, form: str) -> str:
    if form == "json":
        return report.to_json() + "\n"
    if form == "html":
        return report.to_html(heading_level=2)
    return report.to_text("" if name == "-" else name)


def main(arguments: Sequence[str] | None = None) -> int:
    """Review the files and print a report for each. Returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    code = 0
    shown: list[str] = []
    try:
        if options.format not in FORMATS:
            raise InputError(
                f"I do not know the format {options.format[:40]!r}: use {', '.join(FORMATS)}."
            )
        if options.reader is not None and options.reader not in LANGUAGES:
            raise InputError(f"The report is written in {' or '.join(LANGUAGES)}.")
        policy = load_policy(options.policy) if options.policy else None
        review("", options.lang, options.platform, policy=policy)  # wrong options stop here
    except InputError as error:
        print(f"checks: {error}", file=sys.stderr)
        return 2
    lang = "en"
    for name in options.files:
        try:
            report = review(
                read_draft(name),
                options.lang,
                options.platform,
                policy=policy,
                paid=options.paid,
                reader=options.reader,
            )
        except InputError as error:
            # One bad file never stops the others.
            print(f"checks: {error}", file=sys.stderr)
            code = 2
            continue
        lang = report.reader
        shown.append(_shown(report, name, options.format))
        if report.must_change and code == 0:
            code = 1
    if options.format == "json":
        joined = shown[0] if len(shown) == 1 else "[\n" + ",\n".join(shown) + "]\n"
    elif options.format == "html":
        joined = _PAGE.format(lang=lang, title=text(lang, "report.title"), body="\n".join(shown))
    else:
        joined = "\n".join(shown)
    try:
        sys.stdout.write(joined)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()
    return code


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
