"""Secrets and inside information: what the company has not told the public yet.

Clues that something is still secret and clues that it is a matter of business add up; clues that it
is public or kept to oneself take points away (``checks.signs``; the list ``secrets_parts`` gives
the signs).

What it cannot know: what is already public, and what was agreed. So the outcome is to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..draft import CAP, Draft
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Policy
from ..rule import Examples, Rule, Words
from ..signs import clues, has, read, weigh

_AMOUNT: Final = r"(?:d[%q]|[$q]d|d[$])"

SURE: Final = 4
"""Points of secrecy from which any word of the company makes it a matter."""

HOME: Final = frozenset("WHu")
"""The company, something that is shown, or «I should not»."""

QUIET: Final = -3
"""Points against from which a glued word is an example of a bad password."""

NEAR: Final = 120
"""Code points after the word «password» in which the password is looked for."""

ENOUGH: Final = 5
"""Points of secrecy and matter together from which a post has to be asked about; one less where the
post itself says that something is not announced yet."""

PLAIN: Final = 6
"""Points of secrecy that need no matter: the post says so twice."""

_TOKEN: Final = re.compile(r"(?<![@.\w])(?=[^\W\d_]*[a-z])[^\W\d_]{4,}[!@#$*&._-]?\d{2,}\b[#!*]?")
"""A word with digits glued to it, as passwords are built."""

_ALONE: Final = clues(
    (4, r"G"),
    (4, r"s"),
    (4, r"(?<!N)H~6D"),
    (4, r"L~6D|D~6L"),
    (4, r"z[xfWe,^]{0,6}[b:=]~3d(?!I)|z[fWe,^]{0,3}[:=](?![fNt?W])[x^de@TF]"),
    (4, r"z[fxeW,^S]{0,7}d(?!I)(?=[,.!fT])|z~4b~6,d\.[^d]*$"),
    (4, r"z[^.?Nt]{0,8}[:=][fx]?d"),
    (4, r"z~3b(?!~3[Nt])~8S|z~8S"),
    (4, r"[yR]~6r|r~6[yR]"),
    (4, r"c~14k|k~14c"),
    (4, r"k~6k & [ecd]"),
    (2, r"k & c & d"),
    (4, r"m~14:d"),
    (4, r"A~10[WPd]|[WPd]~10A"),
    (4, r"R~14(?:d%|dq)"),
    (4, rf"(?:M~12{_AMOUNT}|{_AMOUNT}~10M) & [WPCF]"),
    (4, rf"[mB]~10{_AMOUNT}|{_AMOUNT}~8[mB]"),
)
_CUES: Final = clues(
    (3, r"a"),
    (2, r"w"),
    (2, r"u"),
    (2, r"K"),
    (1, r"j"),
    (2, r"[PK]~3Q"),
    (3, r"Q~2O~2V"),
    (2, r"m.*m"),
    (3, r"m~10(?:d%|dq|dF|dI)"),
    (3, r"m & d[xf]~5d[xf]~5d[xf]"),
    (3, r"P~3F~3V|P~2Y~2F"),
    (3, r"J~8[DeEGBMmRA]|[DeEGBMmRAy]~12J"),
    (1, r"J"),
    (3, r"[NY]~4O~3V|O~4[NY]~4V|O~3V~5Y|Z~4V~3Y?|O~4[NY]~2O"),
    (3, r"[NY]~5U|U~5[NYF]|[NZ]~3p|Yx?p"),
    (2, r"F~8[pU]|[pU]~3F"),
    (2, r"g~8v|v~8g"),
    (2, r"i"),
    (2, r"i.*i"),
    (2, r"i.*i.*i"),
    (3, r"v~2g & d"),
    (3, r"B~3N~3Y"),
    (1, r"F~10[EBR]|[EBR]~10F"),
    (2, r"m~10d & B"),
    (3, r"J~4D|D~4[JK]|K~4D"),
)
_MATTERS: Final = clues(
    (2, r"[EG]"),
    (3, r"ld~2X"),
    (1, r"E.*E"),
    (2, r"[BMmRAy]"),
    (1, r"e"),
    (1, r"e.*e"),
    (1, r"D"),
    (2, rf"M~12{_AMOUNT}|{_AMOUNT}~10M"),
    (2, r"R~14d|d~10R"),
    (2, r"y~8E|E~8y"),
    (2, r"A~10[WPCd]|[WPCd]~10A"),
    (1, r"[EeB]~8(?:d|q)"),
    (1, r"d%|dq"),
    (1, r"C|[WP]~4[EBMRA]|[EBMRA]~4[WP]"),
)
_QUIET: Final = clues(
    (-4, r"L~8o|o~8L"),
    (-2, r"n"),
    (-1, r"n.*n"),
    (-4, r"(?<![NYFZ])(?<![NYFZ][xf])(?<![NYFZ][xf][xf])p"),
    (-5, r"t"),
    (-2, r"[h0]"),
)


def _inside(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if not has(draft, "secrets_parts", "sauwKJHLzmBZjpUvVgEMRGiAckr"):
        return
    signs = read(draft, policy, "secrets_parts")
    quiet = weigh(signs, _QUIET).points
    alone = weigh(signs, _ALONE)
    cues, matters = weigh(signs, _CUES), weigh(signs, _MATTERS)
    at = signs.starts[signs.text.find("z")] if "z" in signs.text else 0
    word = _TOKEN.search(draft.text, at, min(at + NEAR, CAP)) if "z" in signs.text else None
    if word is not None and quiet > QUIET and "N" not in signs.text[: signs.text.find("z")]:
        yield Hit(Span(*word.span()))
    elif alone.span is not None and alone.points + cues.points + quiet >= 4:
        yield Hit(alone.span)
    elif (
        cues.span is not None
        and cues.points >= 2
        and (
            matters.points >= 1
            or cues.points >= PLAIN
            or (cues.points >= SURE and not HOME.isdisjoint(signs.text))
        )
        and cues.points + matters.points + quiet >= ENOUGH - ("a" in signs.text)
    ):
        yield Hit(cues.span)


RULES = (
    Rule(
        id="secrets.inside",
        outcome=Outcome.ASK,
        find=_inside,
        words={
            "en": Words(
                title="Ask before you tell inside news",
                message=(
                    "«{matched}» sounds like something that only people inside know. "
                    "Ask whether it is public. If it is, say where."
                ),
                why="News that leaves too early can cost contracts, jobs and trust.",
            ),
            "id": Words(
                title="Tanya dulu sebelum membuka kabar dalam",
                message=(
                    "«{matched}» terdengar seperti kabar yang hanya diketahui orang dalam. "
                    "Tanyakan apakah sudah boleh. Kalau sudah diumumkan, sebutkan di mana."
                ),
                why="Kabar yang keluar terlalu cepat bisa merugikan kontrak, pekerjaan, dan kepercayaan.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Huge contract next week, not yet announced, watch our shares.",
                    "You didn't hear it from me, but two wards will share one nurse from May.",
                    "Finance told us that the depot closes in June and forty drivers are let go.",
                    "Screenshot of our group chat: even the boss does not know what to do.",
                    "Our margin on this syringe is 38 percent, so do not feel sorry for us.",
                    "New pump station, wifi password: Randu2026. Come by!",
                    "Confidential, so please keep it here: the third line will never run.",
                    "We are being bought. HR has the list of who stays.",
                    "The guard goes home at ten, and until half past there is nobody there at the serum store.",
                    "The alarm code of the depot is still the birthday of the founder, 1407.",
                ),
                good=(
                    "The new depot opens on Monday. The press release is on our website.",
                    "I packed forty boxes tonight, and my gloves smell of tape.",
                    "The annual report says that profit rose by 4 percent. I read the page on water twice.",
                ),
                near_miss=(
                    "I loved our internal influencer class.",
                    "The secret of good noodles is patience, says our cook.",
                    "Never share a password, not even with a colleague you like.",
                    "Our counselling line is free and confidential.",
                    "The pipe leaked all night, and I sat next to it with a bucket.",
                    "The tender for spare parts is on the official site, page three.",
                    "What I hear in a patient's room stays in the room. I won't tell.",
                    "The meat was so tender that nobody talked.",
                    "My grandmother was laid off in 1998 and opened a noodle shop.",
                    "The winner of the photo contest has not been announced yet.",
                    "The door code changed today, so we stood outside until the guard came.",
                    "I walked home along the east wall and counted 41 moths.",
                    "Somebody left a list in the printer again. I brought it to her.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Minggu depan ada kontrak gede, belum diumumkan, pantau saham kita ya.",
                    "Jangan bilang siapa-siapa: klinik kita mau dibeli grup besar.",
                    "Kata orang keuangan, depo ditutup bulan Juni dan empat puluh sopir kena PHK.",
                    "Nih tangkapan layar grup kantor, bos aja bingung.",
                    "Margin kita di spuit ini 38 persen, jadi jangan kasihan.",
                    "Yang mau mampir ke pompa baru, kata sandi wifi: Randu2026.",
                    "Sebenarnya nggak boleh cerita, tapi hasil uji klinis kita bagus banget.",
                    "Slide ini khusus internal, makanya aku blur dikit.",
                    "Kode alarm depo masih tanggal lahir pendiri, 1407.",
                    "Muatannya serum, lewat jalan kebun jam dua, tanpa pengawal.",
                ),
                good=(
                    "Depo baru buka hari Senin. Siaran persnya ada di situs resmi.",
                    "Malam ini saya mengemas empat puluh kotak, sarung tangan saya bau lakban.",
                    "Menurut laporan tahunan, laba naik 4 persen. Bagian soal air kubaca dua kali.",
                ),
                near_miss=(
                    "Seru banget kelas internal influencer tadi.",
                    "Rahasia sukses soto ini cuma sabar, kata ibu kantin.",
                    "Jangan pernah bagikan kata sandi, sama teman dekat pun jangan.",
                    "Layanan konseling kami gratis dan rahasia.",
                    "Pipanya bocor semalaman, aku duduk di sebelahnya bawa ember.",
                    "Tender suku cadang sudah tayang di situs resmi, halaman tiga.",
                    "Yang kudengar di kamar pasien tetap di dalam kamar. Tidak akan kuceritakan.",
                    "Bocoran menu besok: soto, sambalnya dua macam.",
                    "Nenekku kena PHK tahun 1998, lalu buka warung mi.",
                    "Pemenang lomba foto belum diumumkan, sabar ya.",
                    "Kode pintu ganti hari ini, jadi kami berdiri di luar sampai satpam datang.",
                    "Susunan acara family gathering masih draf ya.",
                    "Tender banget dagingnya, harga 35 ribu.",
                ),
            ),
        },
        reference=Reference(
            title="Indonesia, Law 8/1995 on the capital market, Articles 95 to 98 (inside information)",
            checked="2026-11-22",
        ),
        chapter="secrets",
    ),
)
