"""The rules that every chapter keeps: C01 to C12 of the chapter template.

Each rule takes a chapter and yields sentences that tell a writer where to go and what to do.
C05, the minutes, and the links to the glossary have tests of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any, Final

import yaml
from babel.dates import get_day_names, get_month_names
from book_pages import (
    ROOT,
    TEXT,
    Block,
    Page,
    expected,
    is_good,
    must_change,
    pages,
    reviewed,
    sentences,
    words,
)
from questions import Quiz, quiz_path, read_quiz

from checks.registry import rules_by_id
from checks.tokens import WORD

Problems = Iterator[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words of the template in one language."""

    story: str
    recall: str
    example: str
    check: str
    turn: str
    points: str
    sources: str
    ask: str
    watch: str
    verbs: frozenset[str]
    """First words of an objective: what somebody else can see or hear."""
    hidden: tuple[str, ...]
    """Verbs of the mind, which nobody can see."""
    names: frozenset[str]
    """Words that keep their capital in a heading."""
    banned: Mapping[str, str]
    """Patterns that no page holds, and what to write."""
    read: str
    """The word before the day on which a source was read."""
    pictures: tuple[str, ...] = field(default=())
    """How no description of a picture begins."""
    vague: frozenset[str] = field(default=frozenset())
    """Texts of a link that do not say where it leads."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _calendar(language: str) -> frozenset[str]:
    """Return the names of days and months, and their plurals in English."""
    found = [*get_day_names(locale=language).values(), *get_month_names(locale=language).values()]
    return frozenset(found) | frozenset(f"{one}s" for one in found)


_UNFINISHED: Final = {r"TODO|TBD|FIXME|XXX|[Ll]orem ipsum": "finish the text or take it out"}

WORDS: Final[Mapping[str, Words]] = {
    "en": Words(
        story="The story",
        recall="Recall",
        example="Worked example",
        check="Quick check",
        turn="Your turn",
        points="Key points",
        sources="Sources",
        ask="Ask.",
        watch="Watch for.",
        verbs=_set(
            "Answer Ask Build Bring Check Choose Compute Correct Count Cut Decide Describe Explain"
            " Find List Log Mark Name Order Pass Plan Put Read Repair Replace Report Rewrite Run"
            " Say Score Set Shape Show Sort Spot Stop Swap Tell Test Turn Use Write"
        ),
        hidden=("know", "understand", "appreciate", "learn", "be aware", "realise"),
        names=_set("I Indonesia Indonesian") | _calendar("en"),
        banned={
            **_UNFINISHED,
            r"\bpercent\b": "write % or per cent",
            r"(?i:\b(just|simply|obviously|easy|easily)\b)": "take the word out",
            r"(?i:\b(e\.\s?g|i\.\s?e)\b|\b(etc|viz|cf|et al|vs)\b)": (
                "write it out: for example, that is, and so on, compare, and others"
            ),
        },
        read="read",
        pictures=("image of", "picture of", "photo of", "drawing of", "a picture", "an image"),
        vague=_set("here this link click more page") | {"click here", "read more", "this page"},
    ),
    "id": Words(
        story="Ceritanya",
        recall="Ingat lagi",
        example="Contoh jadi",
        check="Uji cepat",
        turn="Giliranmu",
        points="Poin penting",
        sources="Sumber",
        ask="Tanyakan.",
        watch="Perhatikan.",
        verbs=_set(
            "Bertanya Membandingkan Membuang Membuat Memeriksa Memilah Memilih Memotong Menandai"
            " Mencari Menceritakan Mencatat Menemukan Menentukan Menghitung Mengganti Menilai"
            " Menjalankan Menjawab Menjelaskan Menulis Menunjukkan Menyebutkan Menyusun"
            " Merencanakan Meringkas"
        ),
        hidden=("mengetahui", "memahami", "mengerti", "menyadari", "mempelajari", "belajar"),
        names=_set("Indonesia") | _calendar("id"),
        banned={
            **_UNFINISHED,
            r"(?i:\b(dll|dsb|dst|dkk|a\.n|tsb|spt)\b)": "tulis lengkap: dan lain-lain, tersebut",
        },
        read="dibaca",
        pictures=("gambar ", "foto ", "ilustrasi "),
        vague=_set("sini ini tautan klik halaman") | {"di sini", "klik di sini", "selengkapnya"},
    ),
}

LENGTH: Final = (900, 1600)
"""Words of a chapter: its text and its posts, without quizzes and sources."""
STORY: Final = (120, 250)
STRETCH: Final = 700
"""Words that a reader gets before the next question."""
MEDIAN: Final = 16
LONG: Final = 25
LONG_SHARE: Final = 0.10
ALT: Final = (15, 250)
IDEAS: Final = (1, 3)
POINTS: Final = (2, 5)
OBJECTIVES: Final = (2, 4)
QUESTIONS: Final = (4, 5)
TERMS: Final = 7
SOURCES: Final = 2
EXERCISES: Final = frozenset(("hook", "disclosure"))
"""Chapters whose exercise is written; the others ask for paper or a phone."""
OWN_HEADINGS: Final = frozenset(("case",))
"""Pages whose second-level headings up to the quick check are their own."""
EXTRA: Final = {"measure": "The last figure"}
"""A section that one chapter has beside those of the template."""
NEED_NOT_FIRE: Final = ("house.",)
"""Rules that speak only with a company's own policy file."""


def chapters(language: str) -> list[Page]:
    """Return the chapters of a language, in the order of the contents."""
    return [page for page in pages(language) if page.is_chapter]


def trainer(page: Page) -> list[Block]:
    """Return the paragraphs of the trainer notes."""
    return [one for one in page.of("paragraph", "item") if "trainer" in one.inside]


def objectives(page: Page) -> list[Block]:
    """Return the objectives."""
    return [one for one in page.of("item") if "objectives" in one.inside]


def headings(page: Page) -> list[Block]:
    """Return the headings of the page; titles of admonitions are none."""
    return [one for one in page.of("heading") if one.level]


@cache
def quiz(language: str, slug: str) -> Quiz:
    """Return the questions of a chapter."""
    path = quiz_path(ROOT, language, slug)
    return read_quiz(path, path.relative_to(ROOT).as_posix())


@cache
def cast() -> Mapping[str, Any]:
    """Return the invented people and firms."""
    data: Mapping[str, Any] = yaml.safe_load((ROOT / "book" / "cast.yml").read_text("utf-8"))
    return data


# --- C01 to C04: files, headings, objectives -------------------------------------------------


def c01(page: Page) -> Problems:
    """A chapter has its quiz and its exercise, and no number in its name."""
    if re.search(r"\d", page.docname):
        yield f"{page.at()}: take the number out of the file name; the order stands in _toc.yml."
    path = quiz_path(ROOT, page.lang, page.slug)
    if not path.is_file():
        yield f"{page.at()}: write its questions in {path.relative_to(ROOT).as_posix()}."
    if page.slug in EXERCISES:
        folder = ROOT / "exercises" / ("" if page.lang == "en" else f"_{page.lang}")
        for made in (folder / f"{page.slug}.ipynb", folder / "source" / f"{page.slug}.md"):
            if not made.is_file():
                yield f"{page.at()}: write the exercise {made.relative_to(ROOT).as_posix()}."


def orphans() -> Problems:
    """Files that no page of the book shows."""
    shown: set[Path] = set()
    for language in WORDS:
        for page in pages(language):
            folder = (ROOT / page.docname).parent
            shown |= {(folder / one.argument).resolve() for one in page.of("figure")}
            shown |= {
                (folder / target).resolve()
                for one in page.blocks
                for _, target in one.links
                if "_static/" in target
            }
            shown |= {
                quiz_path(ROOT, language, one.argument)
                for one in page.of("quiz")
                if one.argument == page.slug
            }
    files = [*(ROOT / "book" / "_static" / "figures").iterdir()]
    for language in WORDS:
        files += quiz_path(ROOT, language, "x").parent.glob("*.yml")
    for file in sorted(files):
        name = file.relative_to(ROOT).as_posix()
        if re.search(r"\d", file.name):
            yield f"{name}: take the number out of the file name."
        if file not in shown and not _for_later(file):
            yield f"{name}: no page shows it; show it in a chapter or delete it."


def _for_later(file: Path) -> bool:
    """True for the Indonesian twin of a drawing whose English page is not translated yet."""
    english = file.with_name(file.name.replace(".id.", ".en."))
    slug = file.name.split("-")[0]
    return english != file and english.is_file() and not (ROOT / f"book/_id/{slug}.md").is_file()


def required(page: Page) -> list[str]:
    """Return the headings of second level that a chapter must have, in their order."""
    say = WORDS[page.lang]
    end = [say.check, say.turn, say.points, say.sources]
    if page.slug in OWN_HEADINGS:
        return end
    first = page.lang == "en" and page.docname == chapters("en")[0].docname
    recall = [] if first else [say.recall]
    return [say.story, *recall, say.example, *end]


def c02(page: Page) -> Problems:
    """The headings of the template stand in their order, and every heading is in its form."""
    found = headings(page)
    if [one.level for one in found].count(1) != 1 or not found or found[0].level != 1:
        yield f"{page.at()}: begin the page with one title (#)."
    titles = [one.text for one in found if one.level == 2]
    wanted = required(page)
    for title in wanted:
        if titles.count(title) != 1:
            yield (
                f"{page.at()}: write the heading '## {title}' once; "
                f"it is there {titles.count(title)} times."
            )
    order = [title for title in titles if title in wanted]
    if sorted(order, key=wanted.index) != order:
        yield f"{page.at()}: put the headings into this order: {', '.join(wanted)}."
    ideas = [one for one in titles if one not in wanted and one != EXTRA.get(page.slug)]
    if page.slug not in OWN_HEADINGS and not IDEAS[0] <= len(ideas) <= IDEAS[1]:
        yield (
            f"{page.at()}: tell one to three ideas, each under its own heading; "
            f"there are {len(ideas)}."
        )
    if not any("objectives" in one.inside for one in page.blocks) or not trainer(page):
        yield f"{page.at()}: write the objectives and the trainer notes as the template shows."
    for before, after in pairwise(found):
        if after.level > before.level + 1:
            yield f"{page.at(after)}: '{after.text}' skips a level; use {'#' * (before.level + 1)}."
    for one in found:
        if one.code:
            yield f"{page.at(one)}: take the code out of the heading '{one.text}'."
        if one.text.endswith((".", ":", ";")):
            yield f"{page.at(one)}: take the last mark off the heading '{one.text}'."
        capitals = [
            word for word in re.findall(r"\b[^\W\d_]\w*", one.text)[1:] if word[0].isupper()
        ]
        for word in capitals:
            if word not in WORDS[page.lang].names:
                yield f"{page.at(one)}: write '{word}' in '{one.text}' with a small letter."


def c03(page: Page) -> Problems:
    """Two to four objectives, each with a verb for something that others can see."""
    found, say = objectives(page), WORDS[page.lang]
    if not OBJECTIVES[0] <= len(found) <= OBJECTIVES[1]:
        yield f"{page.at()}: give two to four objectives; there are {len(found)}."
    for one in found:
        verb = one.text.split()[0].rstrip(",:")
        if verb not in say.verbs:
            yield (
                f"{page.at(one)}: begin the objective with something that others can see, such as "
                f"{', '.join(sorted(say.verbs)[:4])}; '{verb}' is not on the list in "
                f"{Path(__file__).name}."
            )
        for hidden in say.hidden:
            if re.search(rf"(?i)(^|\b(and|or|to|dan|atau) ){hidden}\b", one.text):
                yield f"{page.at(one)}: say what a reader can do; nobody can see '{hidden}'."


def c04(page: Page) -> Problems:
    """Each objective is asked for by at least one question."""
    asked = {one.objective for one in quiz(page.lang, page.slug).questions}
    name = f"{page.slug}.yml"
    for number, one in enumerate(objectives(page), 1):
        if number not in asked:
            yield f"{page.at(one)}: add a question with 'objective: {number}' to {name}."
    for number in sorted(asked - set(range(1, len(objectives(page)) + 1))):
        yield f"{page.at()}: {name} asks for objective {number}, which the page does not have."


# --- C06 to C08: rhythm, posts, questions ----------------------------------------------------


def c06(page: Page) -> Problems:
    """A question comes in time, and the story is short and about somebody whom we know."""
    sum_of_words = 0
    for one in page.blocks:
        if one.kind == "quiz":
            if sum_of_words > STRETCH:
                yield (
                    f"{page.at(one)}: {sum_of_words} words stand before this question; ask one "
                    f"earlier, after at most {STRETCH}."
                )
            sum_of_words = 0
        elif one.kind in TEXT:
            sum_of_words += words(one.text)
    if page.slug in OWN_HEADINGS:
        return
    story = page.section(WORDS[page.lang].story)
    count = sum(words(one.text) for one in story if one.kind in TEXT)
    if not STORY[0] <= count <= STORY[1]:
        yield (
            f"{page.at(story[0] if story else None)}: tell the story in {STORY[0]} to "
            f"{STORY[1]} words; it has {count}."
        )
    text = " ".join(one.text for one in story)
    if not any(re.search(rf"\b{one['name']}\b", text) for one in cast()["people"].values()):
        yield f"{page.at()}: let somebody of book/cast.yml act in the story."


def c07(page: Page) -> Problems:
    """Each rule that the chapter teaches speaks on a post before, and on no post after."""
    posts = page.of("post")
    for post in posts:
        report = reviewed(post, page.lang)
        title = post.options.get("title") or "post"
        if not post.options.get("expect"):
            yield f"{page.at(post)}: say in :expect: what the reviewer sees in '{title}', or none."
        elif is_good(post):
            for rule in sorted(must_change(report) | ({*report.rules} & {*_taught(page)})):
                yield f"{page.at(post)}: change '{title}', because {rule} speaks on a good post."
        for rule in expected(post):
            if rule != "none" and rule not in {*report.rules, *report.merits}:
                yield (
                    f"{page.at(post)}: change '{title}' or its :expect:, because {rule} is silent."
                )
    before = [post for post in posts if not is_good(post)]
    seen = {rule for post in before for rule in reviewed(post, page.lang).rules}
    for rule in page.front.get("checks", ()):
        if rule not in rules_by_id():
            yield f"{page.at()}: 'checks:' names {rule}, and no rule is called so."
        elif rule not in seen and rule in _taught(page):
            yield f"{page.at()}: show a post on which {rule} speaks, or take it out of 'checks:'."


def _taught(page: Page) -> list[str]:
    """Return the rules of ``checks:`` that can speak on a post of this language."""
    return [
        rule
        for rule in page.front.get("checks", ())
        if not rule.startswith(NEED_NOT_FIRE)
        and rule in rules_by_id()
        and page.lang in rules_by_id()[rule].draft_languages()
    ]


def untaught() -> Problems:
    """Rules of the reviewer that no chapter explains, or another than they say."""
    taught: dict[str, set[str]] = {}
    for page in chapters("en"):
        for rule in page.front.get("checks", ()):
            taught.setdefault(rule, set()).add(page.docname.removeprefix("book/"))
    for rule in rules_by_id().values():
        if rule.chapter not in taught.get(rule.id, ()):
            yield f"book/{rule.chapter}.md: name {rule.id} in 'checks:' and explain it there."


def c08(page: Page) -> Problems:
    """The questions are in order, and the page shows each of them once."""
    found = quiz(page.lang, page.slug)
    yield from found.problems
    if not QUESTIONS[0] <= len(found.questions) <= QUESTIONS[1]:
        yield f"{page.slug}.yml: ask four or five questions; there are {len(found.questions)}."
    shown: list[str] = []
    rest = False
    for one in page.of("quiz"):
        named = str(one.options.get("questions") or "").split()
        known = [each.id for each in quiz(page.lang, one.argument).questions]
        for each in named:
            if each not in known:
                yield (
                    f"{page.at(one)}: the quiz {one.argument} has no question '{each}'; "
                    f"use one of {', '.join(known)}."
                )
        if one.argument == page.slug:
            shown += named
            rest = rest or not named
        elif not named:
            yield f"{page.at(one)}: name the question of {one.argument} that you recall."
    for each in sorted({each for each in shown if shown.count(each) > 1}):
        yield f"{page.at()}: show the question '{each}' once."
    if not rest:
        yield f"{page.at()}: show the rest of the questions under '{WORDS[page.lang].check}'."


# --- C09, C10, C12: terms, pictures, people --------------------------------------------------


def c09(page: Page) -> Problems:
    """Few new terms, two to five key points, and dated sources."""
    say = WORDS[page.lang]
    terms = page.front.get("terms", [])
    if len(terms) > TERMS:
        yield f"{page.at()}: introduce at most {TERMS} terms; 'terms:' has {len(terms)}."
    points = [one for one in page.section(say.points) if one.kind == "item"]
    if not POINTS[0] <= len(points) <= POINTS[1]:
        yield f"{page.at()}: give two to five key points; there are {len(points)}."
    blocks = page.section(say.sources)
    items = [one for one in blocks if one.kind == "item"]
    if len(items) < SOURCES:
        yield f"{page.at()}: name at least two sources; there are {len(items)}."
    dated = re.compile(rf"\b{say.read}\b.*\b20\d\d\b|\b(1[5-9]|20)\d\d\b")
    for_all = any(
        re.search(rf"(?i)\b{say.read}\b.*\b20\d\d\b", one.text)
        for one in blocks
        if one.kind == "paragraph"
    )
    for one in items:
        if not for_all and not dated.search(one.text):
            yield f"{page.at(one)}: say when the source is from, or when you read it."


def c10(page: Page) -> Problems:
    """Every picture is described, and every link says where it leads."""
    say = WORDS[page.lang]
    for one in page.of("figure"):
        alt = str(one.options.get("alt") or "")
        file = ((ROOT / page.docname).parent / one.argument).resolve()
        if not ALT[0] <= len(alt) <= ALT[1]:
            yield (
                f"{page.at(one)}: describe the picture in {ALT[0]} to {ALT[1]} characters; "
                f":alt: has {len(alt)}."
            )
        if alt.casefold().startswith(say.pictures):
            yield (
                f"{page.at(one)}: say in :alt: what is seen; a screen reader adds that it is a "
                "picture."
            )
        if not file.is_file():
            yield f"{page.at(one)}: {one.argument} does not exist; draw it or correct the name."
        elif f".{page.lang}." not in file.name:
            yield f"{page.at(one)}: show the drawing in the language of the page."
    if not page.of("figure"):
        yield f"{page.at()}: draw one figure that explains the idea."
    yield from links(page)


def links(page: Page) -> Problems:
    """The text of each link says where it leads."""
    say = WORDS[page.lang]
    for one in page.blocks:
        for text, target in one.links:
            if text.strip().casefold() in say.vague or not text.strip():
                yield (
                    f"{page.at(one)}: say in the link text where {target} leads; '{text}' does not."
                )


def c12(page: Page) -> Problems:
    """Trainers get something to ask and to watch for; posts name invented people and firms."""
    say = WORDS[page.lang]
    notes = [one.text for one in trainer(page)]
    for start in (say.ask, say.watch):
        if not any(text.startswith(start) for text in notes):
            yield f"{page.at()}: add '**{start}**' to the trainer notes."
    known = names()
    for post in page.of("post"):
        if post.options.get("author") not in cast()["people"]:
            yield f"{page.at(post)}: name somebody of book/cast.yml in :author:."
        for word in _capitals(post, page.lang):
            if word not in known | say.names:
                yield (
                    f"{page.at(post)}: '{word}' may be a real name; take one of book/cast.yml, or "
                    "add an invented one to tests/book/names.txt."
                )


@cache
def names() -> frozenset[str]:
    """Return the words of the cast's names, and those of ``names.txt``."""
    people = [one["name"] for one in cast()["people"].values()]
    firms = [one[key] for one in cast()["firms"].values() for key in ("name", "short", "town")]
    return frozenset(" ".join([*people, *firms]).split()) | listed("names.txt")


@cache
def listed(file: str) -> frozenset[str]:
    """Return the entries of a list beside this file; what stands after # is a comment."""
    lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    return frozenset(line.partition("#")[0].strip() for line in lines) - {""}


def _capitals(post: Block, language: str) -> Iterator[str]:
    """Yield words with a capital inside a sentence: in a post they are names."""
    draft = reviewed(post, language).draft
    for sentence in draft.sentences:
        before = ""
        for token in draft.tokens[sentence.first : sentence.last + 1]:
            word = draft.text[token.start : token.end]
            start = token.start == sentence.span.start or not before or before[-1] in '"“”:.?!—'
            if token.kind == WORD and not start and re.fullmatch(r"[A-Z][^\W\d_]*[a-z].*", word):
                yield re.sub(r"['’]s$", "", word)
            before = word


# --- C11: language ---------------------------------------------------------------------------


def c11(page: Page) -> Problems:
    """The length of the chapter and of its sentences, and words that we do not use."""
    say = WORDS[page.lang]
    text = [
        one
        for one in page.blocks
        if one.kind in TEXT and (one.section != say.sources or "trainer" in one.inside)
    ]
    count = sum(words(one.text) for one in text)
    if not LENGTH[0] <= count <= LENGTH[1]:
        yield f"{page.at()}: the chapter has {count} words; bring it to {LENGTH[0]} to {LENGTH[1]}."
    yield from language(page)


def language(page: Page) -> Problems:
    """What holds for every page: short sentences, no banned words."""
    prose = page.prose(WORDS[page.lang].sources)
    found = sentences(prose, page.lang)
    lengths = [length for length, _, _ in found]
    if lengths and median(lengths) > MEDIAN:
        yield f"{page.at()}: half of the sentences have more than {MEDIAN} words; cut some."
    long = [(text, one) for length, text, one in found if length > LONG]
    if len(long) > LONG_SHARE * len(found):
        text, one = long[0]
        yield (
            f"{page.at(one)}: {len(long)} sentences have more than {LONG} words; cut '{text[:60]}'."
        )
    yield from _banned(page, prose)


def _banned(page: Page, blocks: Sequence[Block]) -> Problems:
    for one in blocks:
        for match, remedy in banned(one.text, page.lang):
            if not any(start <= match.start() < end for start, end in one.apart):
                yield f"{page.at(one)}: '{match[0]}': {remedy}."  # in italics it is shown, not used


def banned(text: str, language: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the words of a text that we do not use, with the remedy."""
    for pattern, remedy in WORDS[language].banned.items():
        for match in re.finditer(pattern, text):
            yield match, remedy


RULES: Final[Mapping[str, Callable[[Page], Problems]]] = {
    "C01": c01,
    "C02": c02,
    "C03": c03,
    "C04": c04,
    "C06": c06,
    "C07": c07,
    "C08": c08,
    "C09": c09,
    "C10": c10,
    "C11": c11,
    "C12": c12,
}
