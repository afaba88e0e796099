"""Length: over the limit of the platform, and where its feed cuts the text."""

from __future__ import annotations

from collections.abc import Iterator

from ..draft import Draft
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Sample, Words


def _over_limit(draft: Draft, policy: Policy) -> Iterator[Hit]:
    platform = draft.platform
    if platform is None or not platform.limit:
        return
    text = draft.text.rstrip()
    count = platform.length(text)
    if count <= platform.limit:
        return
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        inside = platform.length(text[:middle]) <= platform.limit
        low, high = (middle, high) if inside else (low, middle - 1)
    yield Hit(
        Span(min(low, len(text) - 1), len(text)),
        None,
        {
            "count": str(count),
            "limit": str(platform.limit),
            "over": str(count - platform.limit),
            "platform": platform.name,
        },
    )


def _fold(draft: Draft, policy: Policy) -> Iterator[Hit]:
    platform = draft.platform
    if platform is None:
        return
    fold = platform.fold_at(draft.text.rstrip())
    if fold is None:
        return
    first = next((sentence for sentence in draft.sentences if sentence.words), None)
    if first is not None and first.span.end > fold:
        yield Hit(first.span, None, {"fold": str(platform.fold), "platform": platform.name})


_OPEN_EN = (
    "At twenty to four in the morning the small dented box on the quay of Tirtagiri showed a "
    "number that none of us on the night shift had ever wanted to see there."
)
_OPEN_ID = (
    "Jam empat kurang dua puluh pagi, kotak kecil yang penyok di dermaga Tirtagiri menunjukkan "
    "angka yang tidak pernah ingin kami lihat selama sif malam itu."
)
_CHECKED = "2026-11-22"

RULES = (
    Rule(
        id="length.over_limit",
        outcome=Outcome.REVISE,
        find=_over_limit,
        words={
            "en": Words(
                title="Cut it to the length of the platform",
                message="{platform} counts {count} characters here and takes {limit}: {over} too many.",
                why="The platform cuts or refuses what is over its limit, often in the middle of the point.",
            ),
            "id": Words(
                title="Potong sesuai batas platform",
                message="{platform} menghitung {count} karakter dan hanya menerima {limit}: lebih {over}.",
                why="Platform memotong atau menolak kelebihannya, sering tepat di tengah pesanmu.",
            ),
        },
        examples={
            "en": Examples(
                bad=(Sample("Cold box. " * 30, "x"), Sample("Ice for six hours. " * 40, "threads")),
                good=(Sample("The box is cold.", "x"), "Cold box. " * 30),
                near_miss=(
                    Sample("a" * 250 + " https://example.org/" + "b" * 200, "x"),
                    Sample("a" * 280 + "\n\n", "x"),
                    Sample("Cold box. " * 30, "linkedin"),
                ),
            ),
            "id": Examples(
                bad=(Sample("Kotak es. " * 30, "x"), Sample("Es enam jam. " * 60, "threads")),
                good=(Sample("Kotaknya dingin.", "x"), "Kotak es. " * 30),
                near_miss=(
                    Sample("a" * 250 + " https://example.org/" + "b" * 200, "x"),
                    Sample("a" * 280 + "\n\n", "x"),
                    Sample("Kotak es. " * 30, "linkedin"),
                ),
            ),
        },
        reference=Reference(
            title="X developer documentation, Counting characters; other limits in platforms.toml",
            url="https://docs.x.com/fundamentals/counting-characters",
            checked=_CHECKED,
        ),
        chapter="platforms",
    ),
    Rule(
        id="length.fold",
        outcome=Outcome.INFO,
        find=_fold,
        words={
            "en": Words(
                title="Bring the point before the fold",
                message="The feed of {platform} cuts after about {fold} characters, inside your first sentence.",
                why="Most readers see only what stands before «more»; the cut moves with the screen.",
            ),
            "id": Words(
                title="Taruh intinya sebelum lipatan",
                message="Linimasa {platform} memotong setelah kira-kira {fold} karakter, di tengah kalimat pertamamu.",
                why="Kebanyakan pembaca hanya melihat yang sebelum «selengkapnya»; letaknya tergantung layar.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    Sample(_OPEN_EN + " Then we ran.", "instagram"),
                    Sample(_OPEN_EN + " Then we ran.", "tiktok"),
                ),
                good=(
                    Sample("7.6 °C. The box was warm. " + "We ran to the quay. " * 9, "instagram"),
                    Sample("The box is cold.", "instagram"),
                ),
                near_miss=(
                    Sample(_OPEN_EN, "threads"),
                    _OPEN_EN + " Then we ran.",
                    Sample(_OPEN_EN + " Then we ran.", "linkedin"),
                ),
            ),
            "id": Examples(
                bad=(
                    Sample(_OPEN_ID + " Lalu kami berlari.", "instagram"),
                    Sample(_OPEN_ID + " Lalu kami berlari.", "tiktok"),
                ),
                good=(
                    Sample("7,6 °C. Kotaknya hangat. " + "Kami lari ke dermaga. " * 9, "instagram"),
                    Sample("Kotaknya dingin.", "instagram"),
                ),
                near_miss=(
                    Sample(_OPEN_ID, "threads"),
                    _OPEN_ID + " Lalu kami berlari.",
                    Sample(_OPEN_ID + " Lalu kami berlari.", "linkedin"),
                ),
            ),
        },
        reference=Reference(
            title="Social Swiss, Social media character limits (2026)",
            url="https://socialswiss.tech/guides/social-media-character-limits",
            checked=_CHECKED,
        ),
        chapter="platforms",
    ),
)
