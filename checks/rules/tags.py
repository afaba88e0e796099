"""Hashtags: how many, readable by eye and ear, and about something."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from ..draft import Draft
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Sample, Words
from ..syllables.english import looked_up
from ..wordlists import LANGUAGES, terms

MOST_TAGS = 5
"""Tags that a post may hold where no platform is named: a house rule."""

LEAST_LETTERS = 8
"""Letters from which a tag in lower case is split."""

LONGEST = 60
"""Letters up to which a tag is split."""

LONGEST_WORD = 20
"""Letters of a tag in one case from which it holds several words, known to us or not."""

LEAST_RARE = 4
"""Letters of an English word outside our vocabulary that may stand once in a tag."""

_SHORT = {
    "en": frozenset(("a i of in to the my we at on is it for and our you us be no up go").split()),
    "id": frozenset(["di", "ke", "dan", "ini", "itu", "yg"]),
}
_PREFIXES = frozenset(("di", "ke"))
"""At the head of a tag these are the beginning of one word: «diterima», «kemudahan»."""

_CLITICS = ("nya", "ku", "mu")


@cache
def _known(lang: str) -> frozenset[str]:
    names = terms(lang, "tags_names")
    return frozenset(term for term in terms(lang, "vocabulary") if len(term) > 2) | names


def _word(part: str, lang: str) -> bool:
    if part in _SHORT[lang]:
        return True
    if len(part) < 3:
        return False
    known = _known(lang)
    return part in known or (lang == "id" and part.endswith(_CLITICS) and _bare(part) in known)


def _bare(part: str) -> str:
    """Return an Indonesian word without «-nya», «-ku» or «-mu»."""
    return part[:-3] if part.endswith("nya") else part[:-2]


@lru_cache(maxsize=1024)
def split_tag(tag: str, lang: str, *, rare: bool = True) -> tuple[str, ...]:
    """Return the words of which a lower-case tag is made, or () where we cannot tell.

    The split with the fewest words wins; a tag that is one word gives (). ``rare`` allows words
    of one or two letters, and one English word outside our vocabulary: «pipette» in «pipettelife».
    """
    one = (
        _word(tag, lang)
        or tag in terms(lang, "scene_things")
        or (lang == "en" and looked_up(tag) is not None)
    )
    if not LEAST_LETTERS <= len(tag) <= LONGEST or one:
        return ()
    # The best split up to each letter, without and with the one rare word.
    best: list[list[tuple[str, ...] | None]] = [
        [()] + [None] * len(tag),
        [None] * (len(tag) + 1),
    ]
    for end in range(1, len(tag) + 1):
        for start in range(max(0, end - 16), end):
            part = tag[start:end]
            if _word(part, lang):
                if (part in _PREFIXES and start == 0) or (
                    len(part) < 3 and (end == len(tag) or not rare)
                ):
                    continue
                _better(best[0], start, end, part, best[0])
                _better(best[1], start, end, part, best[1])
            elif rare and lang == "en" and len(part) >= LEAST_RARE and best[0][start] is not None:
                if looked_up(part) is not None:
                    _better(best[0], start, end, part, best[1])
    split = best[0][-1] or best[1][-1] or ()
    content = [part for part in split if part not in _SHORT[lang]]
    long_parts = sum(1 for part in content if len(part) > 3)
    return split if len(split) > 1 and long_parts >= max(1, len(content) / 2) else ()


def _better(
    before: list[tuple[str, ...] | None],
    start: int,
    end: int,
    part: str,
    after: list[tuple[str, ...] | None],
) -> None:
    """Keep the split ``before[start]`` with one part more, if it is the shortest up to ``end``."""
    found, old = before[start], after[end]
    if found is not None and (old is None or len(found) + 1 < len(old)):
        after[end] = (*found, part)


def _own_names(policy: Policy) -> frozenset[str]:
    names = (*policy.names, *policy.products, *policy.disclosure_tags)
    return frozenset(name.lower().lstrip("#").replace(" ", "") for name in names)


def _camel_case(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if not draft.tags:
        return
    whole = terms(draft.lang, "tags_generic") | {
        f"#{name}" for name in (*terms(draft.lang, "tags_names"), *_own_names(policy))
    }
    other = next(lang for lang in LANGUAGES if lang != draft.lang)
    for tag in draft.tags:
        plain = tag.norm[1:].rstrip("0123456789")
        written = draft.text[tag.start + 1 : tag.start + 1 + len(plain)]
        if tag.end - tag.start != len(tag.norm):
            continue  # drawn-out or styled letters: the words cannot be placed
        one_case = written.islower() or written.isupper() or written[1:].islower()
        if not one_case or not plain.isalpha() or tag.norm in whole or f"#{plain}" in whole:
            continue
        parts = split_tag(plain, draft.lang) or split_tag(plain, other, rare=False)
        if parts:
            digits = draft.text[tag.start + 1 + len(plain) : tag.end]
            yield Hit(tag.span, "#" + "".join(part.capitalize() for part in parts) + digits)
        elif len(plain) > LONGEST_WORD:
            yield Hit(tag.span)


def _too_many(draft: Draft, policy: Policy) -> Iterator[Hit]:
    platform = draft.platform
    most = platform.tags if platform and platform.tags else MOST_TAGS
    tags = draft.tags
    if len(tags) > most:
        span = Span(tags[most].start, tags[-1].end)
        yield Hit(span, None, {"count": str(len(tags)), "most": str(most)})


def _generic(draft: Draft, policy: Policy) -> Iterator[Hit]:
    for term in draft.terms("tags_generic"):
        yield Hit(term.span, "")


_ACCESS = Reference(
    title="Princeton University, Digital accessibility: social media guidelines",
    url="https://digital.accessibility.princeton.edu/guidelines/social-media",
    checked="2026-11-22",
)
_EIGHT = " ".join(f"#Tag{letter}" for letter in "ABCDEFGH")

RULES = (
    Rule(
        id="tags.too_many",
        outcome=Outcome.REVISE,
        find=_too_many,
        words={
            "en": Words(
                title="Keep the tags that name the topic",
                message="There are {count} tags; {most} are the most here. Keep the ones that a reader would search.",
                why="A pile of tags buries the story, and some platforms refuse or ignore the rest.",
            ),
            "id": Words(
                title="Simpan tagar yang menamai topiknya",
                message="Ada {count} tagar; di sini paling banyak {most}. Simpan yang memang dicari pembaca.",
                why="Tumpukan tagar mengubur cerita, dan ada platform yang menolak atau mengabaikan sisanya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    f"The box is cold. {_EIGHT}",
                    Sample("The box is cold. #ColdChain #Tirtagiri #Vaccines", "x"),
                ),
                good=("The box is cold. #ColdChain #Tirtagiri", "The box is cold."),
                near_miss=(
                    Sample("Cold. #ColdChain", "threads"),
                    Sample("Cold. #One1a #Two2b #Three3c #Four4d #Five5e", "instagram"),
                    "Box #12 and box #13 and #14 #15 #16 #17 #18 are cold.",
                ),
            ),
            "id": Examples(
                bad=(
                    f"Kotaknya dingin. {_EIGHT}",
                    Sample("Kotaknya dingin. #RantaiDingin #Tirtagiri #Vaksin", "x"),
                ),
                good=("Kotaknya dingin. #RantaiDingin #Tirtagiri", "Kotaknya dingin."),
                near_miss=(
                    Sample("Dingin. #RantaiDingin", "threads"),
                    Sample("Dingin. #Satu1a #Dua2b #Tiga3c #Empat4d #Lima5e", "instagram"),
                    "Kotak #12 dan #13 dan #14 #15 #16 #17 #18 dingin.",
                ),
            ),
        },
        reference=Reference(
            title="Social Media Today, Instagram's new limits on hashtag use (December 2025)",
            url="https://socialmediatoday.com/news/instagrams-implementing-new-limits-on-hashtag-use/808309",
            checked="2026-11-22",
        ),
        chapter="platforms",
    ),
    Rule(
        id="tags.camel_case",
        outcome=Outcome.REVISE,
        find=_camel_case,
        words={
            "en": Words(
                title="Give each word of a tag its capital",
                message="«{matched}» is hard to read in one piece.",
                why="With capitals, eyes and screen readers find the words.",
            ),
            "id": Words(
                title="Beri huruf besar di tiap kata tagar",
                message="«{matched}» sulit dibaca kalau menyatu.",
                why="Dengan huruf besar, mata dan pembaca layar menemukan kata-katanya.",
            ),
        },
        examples={
            "en": Examples(
                bad=("The box is cold. #coldchain", "Night shift. #behindthescenes #NURSELIFE"),
                good=("The box is cold. #ColdChain", "Night shift. #BehindTheScenes"),
                near_miss=(
                    "Drink enough. #water #immunization",
                    "At work. #wanasehat",
                    "Form #17a is on the table.",
                    "A tag in code: #qzxwvbnm",
                    "A long word: #counterrevolutionary and #electroencephalogram",
                    "Greetings from #jakarta and #tirtagiri",
                ),
            ),
            "id": Examples(
                bad=("Kotaknya dingin. #rantaidingin", "Sif malam. #kerjasamatanpabatas"),
                good=("Kotaknya dingin. #RantaiDingin", "Sif malam. #KerjaSamaTanpaBatas"),
                near_miss=(
                    "Cukup minum. #imunisasi #vaksinasi",
                    "Di kantor. #wanasehat",
                    "Formulir #17a ada di meja.",
                    "Tagar kode: #qzxwvbnm",
                    "Salam dari #jakarta dan #tirtagiri",
                ),
            ),
        },
        reference=_ACCESS,
        chapter="platforms",
    ),
    Rule(
        id="tags.generic",
        outcome=Outcome.REVISE,
        find=_generic,
        words={
            "en": Words(
                title="Take out tags that name no topic",
                message="«{matched}» chases reach and tells readers nothing.",
                why="Such tags lead nobody who looks for your topic, and they look like spam.",
            ),
            "id": Words(
                title="Hapus tagar yang tidak menamai topik",
                message="«{matched}» cuma mengejar jangkauan, tidak memberi tahu apa-apa.",
                why="Tagar seperti itu tidak dicari orang yang butuh topikmu, dan terlihat seperti spam.",
            ),
        },
        examples={
            "en": Examples(
                bad=("The box is cold. #viral", "Night shift. #fyp #ColdChain"),
                good=("The box is cold. #ColdChain", "Night shift. #Tirtagiri"),
                near_miss=(
                    "A viral infection is no joke.",
                    "We explore the cold room. #ColdRoom",
                    "Follow me to the gate.",
                ),
            ),
            "id": Examples(
                bad=("Kotaknya dingin. #viral", "Sif malam. #fyp #RantaiDingin"),
                good=("Kotaknya dingin. #RantaiDingin", "Sif malam. #Tirtagiri"),
                near_miss=(
                    "Infeksi virus bukan lelucon.",
                    "Berita viral itu keliru. #CekFakta",
                    "Ikuti saya ke gerbang.",
                ),
            ),
        },
        reference=_ACCESS,
        chapter="platforms",
    ),
)
