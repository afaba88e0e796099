"""Engagement bait: asking for a like, a tag or a «YES» that nobody will use.

How it reads. Words of the list ``bait_parts`` become one sign each; clues over them are worth
points. Set phrases count alone, the rest are built: «tag» and a friend, «share» and «if you
agree», «comment» and a word to type, a heart that is one prayer. Words that say how the answers
will be used take points away, and an appeal for help is none of our business.

What it cannot know: whether somebody really reads the answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..findings import Hit, Outcome, Reference
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..signs import clues, has, read, weigh

ENOUGH: Final = 3
"""Points from which a post begs."""

_CLUES: Final = clues(
    (4, r"(?<!N)(?<!Nx)b"),
    (3, r"(?<!N)t[x^d,]{0,2}f"),
    (3, r"(?<!N)[LSt][x^,:]{0,4}i~4a|i~4a~4[LSkK]"),
    (2, r"a~6[LS](?:\.|[!,])"),
    (3, r"(?<!N)k[x^,:*]{0,3}[wo\"]|(?<!N)[kK][:,]?y"),
    (3, r"(?<!N)K[x^,:*]{0,2}o|K[x^]{0,2}[*L]~3i"),
    (3, r"(?<!N)K[x^,:*]{0,3}[\"w] & [kg]"),
    (3, r"[*Lvw]x?[=:i]~6[*Lvw]x?[=:i]|[=:][*Lvw].{1,6}[=:][*Lvw]|v.{1,24}v|v~6[*L]|[*L]j~5[*L]j"),
    (3, r"v~1i~5a"),
    (2, r"v"),
    (3, r"K,[xwo],~2i|\.R[x^]"),
    (3, r"p"),
    (2, r"P"),
    (1, r"P.*P|P & [LSkKFgat]"),
    (3, r"i~2N~2[LS]"),
    (3, r"[LSk]j~3[,.]{0,2}[LSk]j"),
    (3, r"vi"),
    (3, r"LK"),
    (3, r"(?<!N)K[xi,]?\*(?:x?i|\.)|^\.K\*"),
    (3, r"[aA]\?\.?[Lw*]"),
    (3, r"i~4R|R~8[gr]"),
    (2, r"t~3f & [LSkKFg]"),
    (3, r"e"),
    (3, r"F~4F|(?<!N)F~6g"),
    (2, r"[kKF]~12g|g~12[kKF]"),
    (3, r"[LSKtF]~8[rR]|[rR]~12[LSKtF]"),
    (2, r"[LStF][,x&+]{0,2}[LStF]"),
    (1, r"L"),
    (1, r"S"),
)
_QUIET: Final = clues((-3, r"u"), (-6, r"h"), (-6, r"q"))


def _engagement(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if not has(draft, "bait_parts", "btLSkKFpevR"):
        return
    signs = read(draft, policy, "bait_parts")
    found = weigh(signs, _CLUES)
    if found.span is not None and found.points + weigh(signs, _QUIET).points >= ENOUGH:
        yield Hit(found.span)


RULES = (
    Rule(
        id="bait.engagement",
        outcome=Outcome.REVISE,
        find=_engagement,
        words={
            "en": Words(
                title="Ask a question whose answers you will use",
                message=(
                    "«{matched}» asks for a click, not for an answer. Ask what you want to know, "
                    "or end on the story."
                ),
                why="Facebook has shown such posts to fewer people since December 2017.",
            ),
            "id": Words(
                title="Ajukan pertanyaan yang jawabannya kamu pakai",
                message=(
                    "«{matched}» cuma minta diklik, bukan minta jawaban. Tanyakan yang ingin kamu "
                    "tahu, atau tutup dengan ceritanya."
                ),
                why="Sejak Desember 2017 Facebook menampilkan unggahan begini ke lebih sedikit orang.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Tag a friend who needs this and comment YES.",
                    "Double tap if you love the night shift! ❤️",
                    "Share if you agree that nurses never sleep.",
                    "Follow me and I follow back, drivers only.",
                    "Say HI if you see this. I want to know who is still awake.",
                    "Let's see how far this post can travel! Write your city below.",
                ),
                good=(
                    "Which word in this post should I explain? I answer on Friday.",
                    "The ferry left without us, and we ate noodles on the quay.",
                ),
                near_miss=(
                    "We hang a yellow tag on each valve and I type a report.",
                    "Tea or noodles on Friday? ❤️ for tea, 👍 for noodles: we order what wins.",
                    "Posts that say “tag a friend” make me put the phone away.",
                    "She looks like her mother, and I like my tea hot.",
                    "Please don't comment YES. Tell me which street is dry.",
                    "Share one umbrella if you can spare it.",
                    "Which street is still brown? Write me its name.",
                    "What I write here is mine, not the firm's.",
                    "A message told me to comment YES and follow 30 accounts. I didn't.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Tag temanmu yang butuh ini dan komen YA.",
                    "Like kalau kamu juga sayang sif malam! ❤️",
                    "Yang setuju perawat nggak pernah tidur, bagikan kalau berani.",
                    "Yuk saling follow sesama sopir, pasti follback.",
                    "Bilang HAI kalau lihat ini. Siapa yang masih melek?",
                    "Kalau tembus 5 ribu aku joget di ruang kontrol. RT ya!",
                ),
                good=(
                    "Kata mana yang perlu saya jelaskan? Hari Jumat saya jawab.",
                    "Ferinya berangkat tanpa kami, jadi kami makan mi di dermaga.",
                ),
                near_miss=(
                    "Kami gantung tag kuning di tiap katup, lalu aku ketik laporan.",
                    "Jumat mau teh atau mi? ❤️ untuk teh, 👍 untuk mi: nanti kami pesan yang menang.",
                    "Unggahan yang bilang “tag temanmu” bikin aku menaruh hp.",
                    "Aku suka kalau hujan turun pas sif malam.",
                    "Nggak usah komen YA. Kasih tahu saja jalan mana yang kering.",
                    "Lupa absen pagi, jadi balik lagi ke mesin absen.",
                    "Ketik 1 untuk cek tagihan, ketik 2 untuk lapor gangguan.",
                    "Tolong bagikan: kucing abu hilang sejak Senin.",
                ),
            ),
        },
        reference=Reference(
            title="Axios, Facebook limits engagement bait to clean up the News Feed (18 December 2017)",
            url="https://www.axios.com/2018/01/05/facebook-limits-engagement-bait-to-clean-up-the-news-feed-1515110637",
            checked="2026-11-22",
        ),
        chapter="replies",
    ),
)
