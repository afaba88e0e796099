"""Write the course as files to take along: an EPUB and a PDF for each language."""

import argparse
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from publishing import LANGUAGES, ROOT, browsers, build, failures, steps
from publishing.paper import proof
from publishing.paper.edition import Edition, read_edition
from publishing.paper.epub import write_epub
from publishing.paper.pdf import write_pdf


def main(argv: list[str] | None = None) -> int:
    """Write the files, or look at them too; the exit code is 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-pdf", action="store_true", help="leave out the PDF files")
    parser.add_argument("--check", action="store_true", help="look at the files and say what fails")
    arguments = parser.parse_args(argv)
    steps.prepare_console()
    steps.follow_parent()
    return failures.guarded(
        lambda: paper(ROOT, pdf=not arguments.no_pdf, check=arguments.check),
        ROOT / "_build" / "logs",
    )


def paper(root: Path, *, pdf: bool, check: bool) -> int:
    """Bring the pages up to date, and write the files of each language from them."""
    chromium = None
    if pdf:
        chromium = browsers.find_chromium(
            purpose="to print the PDF", otherwise="write only the e-book with --no-pdf"
        )
    build.build(root)
    folder = root / "_build" / "paper"
    editions = [read_edition(root, code) for code in LANGUAGES]
    with steps.Step("Writing the e-books") as step:
        for edition in editions:
            write_epub(edition, folder / f"{edition.file_name}.epub")
            step.tick()
    if chromium is not None:
        with steps.Step("Printing the PDF files"), ThreadPoolExecutor() as pool:
            prints = [
                pool.submit(write_pdf, edition, folder / f"{edition.file_name}.pdf", chromium)
                for edition in editions
            ]
            for each in prints:
                each.result()
    steps.say(f"The files are in {folder}.")
    return _say_problems(folder, editions, pdf=pdf) if check else 0


def _say_problems(folder: Path, editions: Iterable[Edition], *, pdf: bool) -> int:
    """Look at the files, print what is wrong, and return the exit code."""
    checker = proof.epubcheck()
    if checker is None:
        steps.say("epubcheck is not installed, so only our own tests of the e-books run.")
    problems: list[str] = []
    for edition in editions:
        book = folder / f"{edition.file_name}.epub"
        problems += [f"{book.name}: {each}" for each in proof.epub_problems(book)]
        if pdf:
            file = book.with_suffix(".pdf")
            found = proof.pdf_problems(file, edition.lang, edition.title, len(edition.pages))
            problems += [f"{file.name}: {each}" for each in found]
    if checker is not None:
        with steps.Step("Asking epubcheck"):
            books = [folder / f"{edition.file_name}.epub" for edition in editions]
            problems += proof.epubcheck_problems(checker, books)
    for problem in problems:
        steps.say(problem)
    steps.say(f"Problems in the files: {len(problems)}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
