"""The build: what is built when, and what a failure leaves behind.

A small script stands in for Jupyter Book. It writes a page for each Markdown file and a line
into `calls.txt`, and fails where a file says so.
"""

import re
import sys
from pathlib import Path

import pytest

from publishing import build, plain_pages, steps
from publishing.build_log import explain_failure, messages
from publishing.failures import DISK_FULL, CourseError
from publishing.language import Language

FAKE_BOOK = """
import os, pathlib, sys
options = sys.argv[1:]
value = lambda name: options[options.index(name) + 1]
assert options[:2] == ["build", "."]
assert {"-W", "--keep-going", "-n"} <= set(options), options
lang = os.environ["COURSE_LANG"]
root = pathlib.Path(".").resolve()
assert os.environ["PYTHONPATH"] == str(root)
assert (root / value("--config")).is_file() and (root / value("--toc")).is_file()
out = root / value("--path-output") / "_build" / "html"
kept = (out.parent / ".doctrees").exists()
ran = (out.parent / ".jupyter_cache").exists()
with open("calls.txt", "a") as calls:
    how = "pages" if kept else "book" if ran else "notebooks"
    print(lang, how, file=calls)
(out.parent / ".doctrees").mkdir(parents=True, exist_ok=True)
(out.parent / ".jupyter_cache").mkdir(exist_ok=True)
(out / "book").mkdir(parents=True, exist_ok=True)
bad = 0
for page in sorted(pathlib.Path("book").glob("*.md")):
    own = pathlib.Path("book", "_" + lang, page.name)
    text = (own if own.exists() else page).read_text()
    if "BROKEN" in text:
        print(f"{root / page}:3: WARNING: something is broken [myst]", file=sys.stderr)
        bad = 1
    (out / "book" / f"{page.stem}.html").write_text(f"<html lang={lang}>{text}</html>")
(out / "index.html").write_text("<html>go on</html>")
(out / ".buildinfo").write_text("x")
sys.exit(bad)
"""


class Project:
    """A small course with two languages."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.finished: list[str] = []
        self.notebooks = 0
        for folder in ("book/_id", "exercises", "checks", "publishing"):
            (root / folder).mkdir(parents=True)
        for place in (root, root / "book" / "_id"):
            (place / "_config.yml").write_text('html: {baseurl: ""}\n')
            (place / "_toc.yml").write_text("format: jb-book\nroot: book/index\n")
        self.write("book/index.md", "Home")
        self.write("book/_id/index.md", "Beranda")
        self.write("checks/review.py", "")
        (root / "jb.py").write_text(FAKE_BOOK)

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text)

    def finish(self, folder: Path, code: str) -> None:
        self.finished.append(code)
        for page in folder.rglob("*.html"):
            page.write_text(page.read_text() + "<!-- finished -->")

    def write_notebooks(self) -> None:
        self.notebooks += 1

    def build(self) -> list[str]:
        """Build and return what the stand-in was asked for."""
        calls = self.root / "calls.txt"
        calls.unlink(missing_ok=True)
        try:
            build.build(
                self.root,
                book=(sys.executable, "jb.py"),
                finish=self.finish,
                notebooks=self.write_notebooks,
            )
        finally:
            self.calls = sorted(calls.read_text().splitlines()) if calls.exists() else []
        return self.calls

    def page(self, name: str) -> str:
        return (self.root / "_build" / "site" / name).read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "my course")


def test_the_first_build_makes_a_whole_site(project: Project) -> None:
    assert project.build() == ["en notebooks", "id notebooks"]
    assert "Home" in project.page("en/book/index.html")
    assert "Beranda" in project.page("id/book/index.html")
    assert project.page("en/book/index.html").endswith("<!-- finished -->")
    assert project.finished == ["en", "id"]
    site = project.root / "_build" / "site"
    names = {path.name for path in site.iterdir()}
    assert names == {"index.html", ".nojekyll", "404.html", "en", "id"}
    assert not (site / "en" / ".buildinfo").exists()


def test_nothing_changed_builds_nothing(project: Project) -> None:
    project.build()
    assert project.build() == []
    assert project.finished == ["en", "id"]
    assert project.notebooks == 1


def test_an_english_page_concerns_both_languages(project: Project) -> None:
    project.build()
    project.write("book/index.md", "New home")
    assert project.build() == ["en pages", "id pages"]
    assert "New home" in project.page("en/book/index.html")


def test_a_translation_concerns_its_language_only(project: Project) -> None:
    project.build()
    project.write("book/_id/index.md", "Beranda baru")
    assert project.build() == ["id pages"]
    assert "Beranda baru" in project.page("id/book/index.html")


def test_a_new_reviewer_runs_the_notebooks_again(project: Project) -> None:
    project.build()
    project.write("checks/review.py", "new = 1")
    assert project.build() == ["en notebooks", "id notebooks"]


def test_an_extension_reads_every_page_again_but_runs_no_notebook(project: Project) -> None:
    project.build()
    (project.root / "book" / "_ext").mkdir()
    project.write("book/_ext/post.py", "")
    assert project.build() == ["en book", "id book"]


def test_the_last_touches_need_no_book(project: Project) -> None:
    project.build()
    project.write("publishing/finish.py", "")
    assert project.build() == []
    assert project.finished == ["en", "id", "en", "id"]


def test_a_page_that_is_gone_leaves_the_site(project: Project) -> None:
    project.write("book/old.md", "Old")
    project.build()
    assert "Old" in project.page("en/book/old.html")
    (project.root / "book" / "old.md").unlink()
    project.build()
    assert not (project.root / "_build" / "site" / "en" / "book" / "old.html").exists()


def test_a_site_that_was_removed_is_put_back_without_a_book(project: Project) -> None:
    project.build()
    build.remove_folder(project.root / "_build" / "site")
    assert project.build() == []
    assert "Home" in project.page("en/book/index.html")


# --- Failures ----------------------------------------------------------------------------------


def test_a_failed_build_names_file_and_line_and_keeps_the_old_site(project: Project) -> None:
    project.build()
    project.write("book/_id/index.md", "BROKEN")
    project.write("book/index.md", "New home")
    with pytest.raises(CourseError) as caught:
        project.build()
    assert "The Bahasa Indonesia book was not built: mend" in str(caught.value)
    shown = "\n".join(caught.value.details)
    assert "book/_id/index.md:3: something is broken [myst]" in shown
    assert "book-id.log" in shown
    assert "Home" in project.page("en/book/index.html")
    assert "New home" not in project.page("en/book/index.html")
    assert "Beranda" in project.page("id/book/index.html")


def test_a_failed_build_fails_again_until_it_is_mended(project: Project) -> None:
    project.write("book/index.md", "BROKEN")
    for _ in range(2):
        with pytest.raises(CourseError, match="The English book was not built"):
            project.build()
        assert "en" in " ".join(project.calls)
    assert not (project.root / "_build" / "site").exists()
    project.write("book/index.md", "Home")
    assert project.build() == ["en book", "id book"]
    assert "Home" in project.page("en/book/index.html")


def test_a_failure_in_the_last_touches_keeps_the_old_site(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build()
    project.write("book/index.md", "New home")

    def fail(_folder: Path, code: str) -> None:
        if code == "id":
            raise CourseError("Give the picture a description.")

    monkeypatch.setattr(project, "finish", fail)
    with pytest.raises(CourseError, match="description"):
        project.build()
    assert "New home" not in project.page("en/book/index.html")
    monkeypatch.undo()
    assert project.build() == ["en book", "id book"]
    assert "New home" in project.page("en/book/index.html")


def test_an_interrupted_build_is_repeated(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build()
    project.write("book/index.md", "New home")

    def interrupt(*_: object) -> list[int]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(steps, "run_all", interrupt)
        project.build()
    assert project.build() == ["en book", "id book"]


@pytest.mark.parametrize("name", ["_config.yml", "_toc.yml", "book/_id/_config.yml"])
def test_a_missing_file_is_named(project: Project, name: str) -> None:
    (project.root / name).unlink()
    with pytest.raises(CourseError, match=re.escape(name)):
        project.build()


def test_the_places_of_a_page_error_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from publishing import finish

    def fail(_folder: Path, _code: str) -> None:
        raise finish.PageError("\n".join(f"book/{n}.html: no alt" for n in range(9)))

    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(finish, "finish", fail)
    with pytest.raises(CourseError, match="pages in English were not written") as error:
        build._finish(tmp_path, "en")
    assert error.value.details[0].strip() == "book/0.html: no alt"
    assert "and 4 more" in error.value.details[-2]
    log = tmp_path / "_build" / "logs" / "pages-en.log"
    assert str(log) in error.value.details[-1]
    assert len(log.read_text().splitlines()) == 9


def test_messages_are_found_once_and_below_the_project(tmp_path: Path) -> None:
    language = Language("en", tmp_path)
    log = (
        f"{tmp_path}/book/hook.md:12: WARNING: no such label\n"
        f"{tmp_path}/book/hook.md:12: WARNING: no such label\n"
        f"{tmp_path}/book/arc.md: WARNING: document isn't included in any toctree\n"
        "/elsewhere/x.py:1: ERROR: odd\n"
        "WARNING: no title\n"
        "[IPKernelApp] WARNING | Kernel is running over TCP without encryption.\n"
        "Finished generating HTML for book.\n"
    )
    assert messages(log, language) == [
        "book/hook.md:12: no such label",
        "book/arc.md: document isn't included in any toctree",
        "/elsewhere/x.py:1: odd",
        "WARNING: no title",
    ]


def test_a_crash_names_our_line_and_the_first_exception(tmp_path: Path) -> None:
    language = Language("en", tmp_path)
    language.log.parent.mkdir(parents=True)
    language.log.write_text(
        "Running Jupyter-Book v1\n\x1b[91mExtension error (post):\x1b[39m\n"
        "Traceback (most recent call last):\n"
        f'  File "{tmp_path}/book/_ext/post.py", line 8, in run\n    read()\n    ^^^^\n'
        f'  File "{tmp_path}/.venv/lib/yaml.py", line 1, in read\n    parse()\n'
        "yaml.scanner.ScannerError: mapping values are not allowed here\n"
        '  in "book/cast.yml", line 3, column 7\n\n'
        "The above exception was the direct cause of the following exception:\n\n"
        "Traceback (most recent call last):\nRuntimeError: \n=====\n"
    )
    assert [line.strip() for line in explain_failure([language]).details[:-1]] == [
        "English:",
        "book/_ext/post.py:8: yaml.scanner.ScannerError: mapping values are not allowed here",
        'in "book/cast.yml", line 3, column 7',
    ]


def test_without_messages_the_end_of_the_log_is_shown(tmp_path: Path) -> None:
    language = Language("en", tmp_path)
    language.log.parent.mkdir(parents=True)
    language.log.write_text("\n".join(f"line {number}" for number in range(20)))
    shown = explain_failure([language]).details
    assert [line.strip() for line in shown[1:-1]] == [f"line {n}" for n in range(15, 20)]


def test_a_full_disk_is_the_only_thing_said(tmp_path: Path) -> None:
    language = Language("id", tmp_path)
    language.log.parent.mkdir(parents=True)
    language.log.write_text("a.md:1: WARNING: x\nOSError: [Errno 28] No space left on device\n")
    assert str(explain_failure([language])) == DISK_FULL


# --- The pages above the languages -------------------------------------------------------------


def test_the_choice_of_a_language_works_without_a_script(project: Project) -> None:
    project.build()
    page = project.page("index.html")
    assert '<a lang="en" hreflang="en" href="en/book/index.html">English</a>' in page
    assert '<a lang="id" hreflang="id" href="id/book/index.html">Bahasa Indonesia</a>' in page
    assert 'http-equiv="refresh"' not in page


def test_plain_pages_allow_exactly_what_is_in_them(project: Project) -> None:
    project.build()
    for name in ("index.html", "404.html"):
        page = project.page(name)
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
        assert policy is not None
        assert policy[1].startswith("default-src 'none'; base-uri 'none'; form-action 'none'")
        assert "unsafe" not in policy[1]
        for kind, tag in (("style", "style"), ("script", "script")):
            for text in re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL):
                assert f"{kind}-src {plain_pages._hash(text)}" in policy[1]
    assert "<script>" in project.page("index.html")
    assert "<script" not in project.page("404.html")


def test_the_page_for_wrong_addresses_works_at_any_depth(project: Project) -> None:
    project.build()
    assert 'href="/en/book/index.html"' in project.page("404.html")
    (project.root / "_config.yml").write_text('html: {baseurl: "https://example.org/story/en/"}')
    project.build()
    assert 'href="/story/en/book/index.html"' in project.page("404.html")
    assert 'href="en/book/index.html"' in project.page("index.html")


def test_plain_pages_have_the_colours_of_the_course() -> None:
    tokens = Path(__file__).parents[2] / "book" / "_static" / "tokens.css"
    light, _, dark = tokens.read_text(encoding="utf-8").partition('[data-theme="dark"]')
    ours = plain_pages._STYLE.partition("@media")
    for part, theirs in ((ours[0], light), (ours[2], dark)):
        colours = re.findall(r"--(\w+):(#\w+)", part)
        assert len(colours) == 3
        for name, colour in colours:
            assert re.search(rf"--is-{name}:\s*{colour};", theirs), (name, colour)


@pytest.mark.parametrize(
    ("address", "above"),
    [
        ("", ""),
        ("https://example.org/story/en/", "https://example.org/story/"),
        ("https://example.org/en", "https://example.org/"),
    ],
)
def test_where_the_site_is_published(tmp_path: Path, address: str, above: str) -> None:
    (tmp_path / "_config.yml").write_text(f'html: {{baseurl: "{address}"}}\n')
    assert build.published_at(tmp_path / "_config.yml") == above


def test_a_folder_in_use_is_moved_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    refusals = [PermissionError("in use"), PermissionError("in use")]
    real = Path.replace

    def sometimes(self: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", sometimes)
    build.move(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").is_dir()
    refusals += [PermissionError("in use")] * 3
    with pytest.raises(PermissionError):
        build.move(tmp_path / "b", tmp_path / "c", tries=3)


def test_the_real_project_has_the_files_that_the_build_names() -> None:
    for code in ("en", "id"):
        language = Language(code, Path(__file__).parents[2])
        assert language.config.is_file()
        assert build.first_page(language.toc) == "book/index.html"
        assert build.command(language)[-4:] == ("-W", "--keep-going", "-n", "-q")
