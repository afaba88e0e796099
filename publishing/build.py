"""Build the book in both languages and put the finished pages into `_build/site`.

Only what changed is built: each language keeps the content hashes of everything that can change
its pages. The site's folders are swapped in at the very end, so a failed build leaves the old
site whole.
"""

import shutil
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import yaml

from publishing import LANGUAGES, ROOT, build_log, failures, lock, steps
from publishing.changes import Scope, State, inputs, inputs_for, scope_of
from publishing.language import Language
from publishing.plain_pages import choice_page, not_found_page
from publishing.steps import write_whole

BOOK: Final = (sys.executable, "-c", "from jupyter_book.cli.main import main; main()")
"""Jupyter Book 1 has no `python -m`; this is what its script does."""

Finish = Callable[[Path, str], None]


def command(language: Language, book: tuple[str, ...] = BOOK) -> tuple[str, ...]:
    """Return the command that builds one language: a warning makes it fail."""
    places = {
        "--config": language.config,
        "--toc": language.toc,
        "--path-output": language.output,
    }
    options = [
        part
        for option, path in places.items()
        for part in (option, path.relative_to(language.root).as_posix())
    ]
    return (*book, "build", ".", *options, "-W", "--keep-going", "-n", "-q")


def needed(language: Language, now: Mapping[str, str]) -> Scope:
    """Return how much of a language must be built for the inputs `now`."""
    state = State.read(language.state)
    if state is None:
        return Scope.NOTEBOOKS
    scope = scope_of(state.inputs, now)
    if not state.finished:
        # Sphinx does not warn again about pages that it does not read again.
        return max(scope, Scope.BOOK)
    if not any(language.html.glob("*.html")):
        return max(scope, Scope.BOOK)
    if not any(language.site.glob("*.html")):
        return max(scope, Scope.FINISH)
    return scope


# --- Building ----------------------------------------------------------------------------------


def build(
    root: Path = ROOT,
    *,
    book: tuple[str, ...] = BOOK,
    finish: Finish | None = None,
    notebooks: Callable[[], object] | None = None,
) -> Path:
    """Bring the site up to date and return its folder.

    `book`, `finish` and `notebooks` stand in for Jupyter Book, `publishing.finish.finish` and
    `publishing.notebooks.write_all`. Raises `CourseError` when a language cannot be built.
    """
    site = root / "_build" / "site"
    languages = [Language(code, root) for code in LANGUAGES]
    _check_sources(languages)
    with lock.only_one(
        root / "_build" / "state" / "lock",
        waiting=lambda: steps.say("  Another build is running in this folder; waiting for it."),
    ):
        with steps.Step("Looking for changes") as step:
            scopes = _scopes(languages, inputs(root))
            if not any(scopes.values()):
                step.note = "nothing changed"
        if any(scopes.values()):
            with steps.Step("Writing the exercise notebooks"):
                (notebooks or _write_notebooks)()
            now = inputs(root)
            scopes = _scopes(languages, now)
            _build_books(root, scopes, now, book)
            _publish(root, scopes, now, finish or _finish)
        _write_front_pages(site, root)
    return site


def _scopes(languages: Iterable[Language], now: Mapping[str, str]) -> dict[Language, Scope]:
    return {each: needed(each, inputs_for(each.code, now)) for each in languages}


def _check_sources(languages: Iterable[Language]) -> None:
    for language in languages:
        for path in (language.config, language.toc):
            if not path.is_file():
                raise failures.CourseError(
                    f"The file {path.relative_to(language.root).as_posix()} is missing: get the "
                    "whole course again with `git clone` or `git checkout .`, then start again."
                )


def _write_notebooks() -> None:
    from publishing.exercise_source import SourceError
    from publishing.notebooks import write_all

    try:
        write_all()
    except SourceError as error:
        raise _places_to_mend("The exercise notebooks", "exercises", error) from error


def _finish(folder: Path, code: str) -> None:
    from publishing.finish import PageError, finish

    try:
        finish(folder, code)
    except PageError as error:
        name = LANGUAGES[code]
        raise _places_to_mend(f"The finished pages in {name}", f"pages-{code}", error) from error


def _places_to_mend(what: str, log_name: str, error: ValueError) -> failures.CourseError:
    """Return the problem for an error whose lines each name a place and its remedy."""
    log = ROOT / "_build" / "logs" / f"{log_name}.log"
    write_whole(log, f"{error}\n")
    lines = str(error).splitlines()
    return failures.CourseError(
        f"{what} were not written: mend the places below, then start again.",
        build_log.first_of(lines, log),
    )


def _build_books(
    root: Path, scopes: Mapping[Language, Scope], now: Mapping[str, str], book: tuple[str, ...]
) -> None:
    """Run Jupyter Book for the languages that need it, side by side."""
    languages = [each for each, scope in scopes.items() if scope >= Scope.PAGES]
    if not languages:
        return
    for language in languages:
        _forget(language, scopes[language])
        State(inputs_for(language.code, now), finished=False).write(language.state)
    jobs = [
        steps.Job(command(each, book), each.log, root, _book_environment(each))
        for each in languages
    ]
    names = " and ".join(each.name for each in languages)
    with steps.Step(f"Building the book: {names}") as step:
        codes = steps.run_all(jobs, step.tick)
        failed = [each for each, code in zip(languages, codes, strict=True) if code != 0]
        if failed:
            raise build_log.explain_failure(failed)


def _forget(language: Language, scope: Scope) -> None:
    """Remove what the last build left and this one must not use."""
    # Without a state, a stop in the middle of the removal leads to a whole new build.
    language.state.unlink(missing_ok=True)
    if scope >= Scope.NOTEBOOKS:
        remove_folder(language.output)
        return
    # Sphinx leaves old titles in the side bars of pages that it does not write again.
    remove_folder(language.html)
    if scope >= Scope.BOOK:
        remove_folder(language.output / "_build" / ".doctrees")


def _book_environment(language: Language) -> dict[str, str]:
    """Return the environment of one build: our packages, and nothing of the user's notebooks."""
    return steps.tool_environment(
        language.root,
        COURSE_LANG=language.code,
        IPYTHONDIR=str(language.output / "ipython"),
        JUPYTER_CONFIG_DIR=str(language.output / "jupyter"),
        JUPYTER_DATA_DIR=str(language.output / "jupyter"),
        JUPYTER_RUNTIME_DIR=str(language.output / "jupyter" / "runtime"),
    )


def _publish(
    root: Path, scopes: Mapping[Language, Scope], now: Mapping[str, str], finish: Finish
) -> None:
    """Finish the pages of the languages that changed, then swap them in together."""
    languages = [each for each, scope in scopes.items() if scope > Scope.NOTHING]
    with steps.Step("Finishing the pages") as step:
        for language in languages:
            remove_folder(language.stage)
            ignored = shutil.ignore_patterns(".buildinfo*")
            shutil.copytree(language.html, language.stage, ignore=ignored)
            step.tick()
            finish(language.stage, language.code)
            step.tick()
        for language in languages:
            _swap(language)
            State(inputs_for(language.code, now), finished=True).write(language.state)


def _swap(language: Language) -> None:
    """Put a finished folder in the place of the one that is served."""
    old = language.stage.with_name(f"{language.code}-old")
    remove_folder(old)
    language.site.parent.mkdir(parents=True, exist_ok=True)
    if language.site.exists():
        move(language.site, old)
    move(language.stage, language.site)
    remove_folder(old)


def move(source: Path, target: Path, tries: int = 20) -> None:
    """Rename a folder; Windows refuses for a moment while a file in it is being read."""
    for _ in range(tries - 1):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(0.1)
        else:
            return
    source.replace(target)


def remove_folder(path: Path) -> None:
    """Remove a folder if it is there."""
    if path.exists():
        shutil.rmtree(path)


# --- The pages above the languages --------------------------------------------------------------


def first_page(toc: Path) -> str:
    """Return the address of a language's first page below its folder."""
    data: Any = yaml.safe_load(toc.read_text(encoding="utf-8"))
    return f"{data['root']}.html"


def published_at(config: Path) -> str:
    """Return the address above the languages at which the site is published; may be empty."""
    data: Any = yaml.safe_load(config.read_text(encoding="utf-8")) or {}
    address = str((data.get("html") or {}).get("baseurl") or "").rstrip("/")
    return address.rsplit("/", 1)[0] + "/" if address else ""


def start_pages(root: Path, above: str = "") -> dict[str, str]:
    """Return language -> address of its first page, each beginning with `above`."""
    return {code: f"{above}{code}/{first_page(Language(code, root).toc)}" for code in LANGUAGES}


def _write_front_pages(site: Path, root: Path) -> None:
    """Write the page that chooses a language and the page for wrong addresses."""
    write_whole(site / "index.html", choice_page(start_pages(root)))
    # GitHub Pages would leave out every folder that begins with an underscore.
    write_whole(site / ".nojekyll", "")
    # A static host shows this page at any depth, so its links begin at the top of the host.
    above = urlsplit(published_at(root / "_config.yml")).path or "/"
    write_whole(site / "404.html", not_found_page(start_pages(root, above)))


def main() -> int:
    """Build the site; the command line of this module."""
    steps.prepare_console()
    steps.follow_parent()
    return failures.guarded(_report, ROOT / "_build" / "logs")


def _report() -> int:
    site = build()
    steps.say(f"The pages are in {site}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
