"""What the company's own policy asks for: house words, code names, embargoes, platforms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..draft import Draft
from ..findings import Hit, Outcome, Reference, Span
from ..policy import Embargo, Policy
from ..rule import Examples, Rule, Sample, Words
from ..terms import Term
from ..wording import like

_POLICY = Reference(title="The house rules of the company, policy.yml", checked="2026-11-22")


def _own(draft: Draft, policy: Policy, name: str) -> Iterator[Term]:
    if draft.tokens:
        yield from draft.terms_of(policy.book).get(name, ())


def _code_name(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if policy.code_names:
        for term in _own(draft, policy, "code_name"):
            yield Hit(term.span)


def _embargo(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if not policy.embargoes:
        return
    until = {embargo.term.lower(): embargo.until for embargo in policy.embargoes}
    for term in _own(draft, policy, "embargo"):
        day = until.get(term.entry.term.lower())
        if day is not None and draft.today is not None and draft.today >= day:
            continue
        yield Hit(term.span, None, {"day": day.isoformat() if day else "…"})


def _prefer(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if not policy.prefer:
        return
    for term in _own(draft, policy, "prefer"):
        if draft.in_quote(term.span):
            continue
        wording = policy.prefer[term.entry.term]
        yield Hit(term.span, like(term.span.of(draft.text), wording))


def _avoid(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if policy.avoid:
        for term in _own(draft, policy, "avoid"):
            if not draft.in_quote(term.span):
                yield Hit(term.span)


def _platform(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if not policy.platforms or draft.platform is None or draft.platform.id in policy.platforms:
        return
    first = next((sentence for sentence in draft.sentences if sentence.words), None)
    if first is not None:
        yield Hit(Span(*first.span), None, {"platform": draft.platform.name})


_HOUSE = Policy(
    code_names=("Project Jasmine", "Proyek Melati"),
    embargoes=(Embargo("new ferry", date(2027, 1, 15)), Embargo("feri baru", None)),
    prefer={"clients": "patients", "customer": "passenger", "klien": "pasien"},
    avoid=("family business", "keluarga besar"),
    platforms=("instagram", "linkedin"),
)
_LATER = date(2027, 1, 15)


def _with(text: str, platform: str | None = None, today: date | None = None) -> Sample:
    return Sample(text, platform=platform, today=today, policy=_HOUSE)


RULES = (
    Rule(
        id="house.code_name",
        outcome=Outcome.ASK,
        find=_code_name,
        words={
            "en": Words(
                title="Keep the code name inside",
                message="«{matched}» is a name that your company keeps inside. Ask before you post.",
                why="A code name tells insiders' plans to anybody who collects such crumbs.",
            ),
            "id": Words(
                title="Simpan nama sandi di dalam",
                message="«{matched}» nama yang hanya dipakai di dalam perusahaanmu. Tanyakan dulu.",
                why="Nama sandi membocorkan rencana kepada siapa pun yang mengumpulkan petunjuk.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    _with("Three nights on Project Jasmine, and the coffee is gone."),
                    _with("#ProjectJasmine? No: Project Jasmine kept me awake."),
                    _with("My week: project jasmine, rain, noodles."),
                    _with("“Project Jasmine” is done."),
                ),
                good=(
                    _with("Three nights on a new line, and the coffee is gone."),
                    "Project Jasmine.",
                ),
                near_miss=(
                    _with("The jasmine in our yard is in bloom."),
                    _with("A school project about jasmine won a prize."),
                    _with("Project plan for Monday: sleep."),
                    _with("Jasmine drives the blue van."),
                    _with("Projects, Jasmine said, are people."),
                ),
            ),
            "id": Examples(
                bad=(
                    _with("Tiga malam di Proyek Melati, kopinya habis."),
                    _with("Minggu ini: proyek melati, hujan, mi instan."),
                    _with("“Proyek Melati” selesai juga."),
                    _with("Lembur Proyek Melatinya bikin rindu rumah."),
                ),
                good=(_with("Tiga malam di jalur baru, kopinya habis."), "Proyek Melati."),
                near_miss=(
                    _with("Melati di halaman kami sedang mekar."),
                    _with("Proyek sekolah soal bunga melati itu menang."),
                    _with("Rencana proyek hari Senin: tidur."),
                    _with("Melati menyetir mobil biru."),
                    _with("Proyek itu, kata Melati, soal orang."),
                ),
            ),
        },
        reference=_POLICY,
        chapter="secrets",
    ),
    Rule(
        id="house.embargo",
        outcome=Outcome.ASK,
        find=_embargo,
        words={
            "en": Words(
                title="Wait until it may be told",
                message="«{matched}» may be told from {day} on. Ask before you post.",
                why="News that comes out early hurts those who should have heard it first.",
            ),
            "id": Words(
                title="Tunggu sampai boleh diceritakan",
                message="«{matched}» baru boleh diceritakan mulai {day}. Tanyakan dulu.",
                why="Kabar yang keluar terlalu cepat menyakiti orang yang seharusnya tahu lebih dulu.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    _with("I saw the new ferry today. It is huge."),
                    _with("The new ferry comes in spring!", today=date(2027, 1, 14)),
                    _with("New ferry, new coat of paint."),
                    _with("Guess who tested the New Ferry?"),
                ),
                good=(_with("I saw the new ferry today.", today=_LATER), "I saw the new ferry."),
                near_miss=(
                    _with("The ferry is new to me."),
                    _with("A new bridge, an old ferry."),
                    _with("Our ferry was cancelled."),
                    _with("New: ferry times on the board."),
                    _with("The new ferry is here.", today=date(2028, 1, 1)),
                ),
            ),
            "id": Examples(
                bad=(
                    _with("Hari ini saya lihat feri baru. Besar sekali."),
                    _with("Feri baru datang musim depan!", today=date(2027, 6, 1)),
                    _with("Feri barunya wangi cat."),
                    _with("Siapa yang sudah coba Feri Baru?"),
                ),
                good=(_with("Hari ini saya naik feri."), "Feri baru itu besar."),
                near_miss=(
                    _with("Feri itu baru saja berangkat."),
                    _with("Jembatan baru, feri lama."),
                    _with("Feri kami batal."),
                    _with("Baru: jadwal feri di papan."),
                    _with("Feri. Baru kali ini saya mabuk laut."),
                ),
            ),
        },
        reference=_POLICY,
        chapter="secrets",
    ),
    Rule(
        id="house.prefer",
        outcome=Outcome.REVISE,
        find=_prefer,
        words={
            "en": Words(
                title="Use the house word",
                message="Your company says another word for «{matched}».",
                why="One word for one thing: readers then know that the same thing is meant.",
            ),
            "id": Words(
                title="Pakai kata yang disepakati",
                message="Perusahaanmu memakai kata lain untuk «{matched}».",
                why="Satu kata untuk satu hal: pembaca tahu bahwa maksudnya sama.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    _with("Our clients waited in the rain."),
                    _with("Clients first."),
                    _with("A customer gave me her seat."),
                ),
                good=(_with("Our patients waited in the rain."), "Our clients waited."),
                near_miss=(
                    _with("The client list is empty."),
                    _with("“We love our clients,” said the advert."),
                    _with("Customs opened the box."),
                    _with("Customers of the shop next door laughed."),
                ),
            ),
            "id": Examples(
                bad=(
                    _with("Klien kami menunggu di tengah hujan."),
                    _with("Dua klien datang pagi."),
                    _with("Kliennya tersenyum."),
                ),
                good=(_with("Pasien kami menunggu di tengah hujan."), "Klien kami menunggu."),
                near_miss=(
                    _with("Klinik kami buka jam tujuh."),
                    _with("“Kami cinta klien,” kata iklan itu."),
                    _with("Iklim di sini lembap."),
                    _with("Klimaksnya di akhir."),
                ),
            ),
        },
        reference=_POLICY,
        chapter="trainers/programme",
    ),
    Rule(
        id="house.avoid",
        outcome=Outcome.REVISE,
        find=_avoid,
        words={
            "en": Words(
                title="Leave out a word that the house does not use",
                message="Your company does not use «{matched}». Say what you mean in other words.",
                why="The people who run your programme had a reason; ask them if it is not clear.",
            ),
            "id": Words(
                title="Hindari kata yang tidak dipakai perusahaan",
                message="Perusahaanmu tidak memakai «{matched}». Pakai kata lain untuk maksudmu.",
                why="Pengelola programmu punya alasannya; tanyakan kalau belum jelas.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    _with("We are a family business with heart."),
                    _with("Family business since 1962."),
                    _with("It's a Family Business, and I like that."),
                ),
                good=(_with("My uncle works here too."), "We are a family business."),
                near_miss=(
                    _with("My family runs a business."),
                    _with("“We are a family business,” he said."),
                    _with("Family first, business second."),
                    _with("Busy families ride with us."),
                ),
            ),
            "id": Examples(
                bad=(
                    _with("Selamat dari keluarga besar kami."),
                    _with("Keluarga besar ini rukun."),
                    _with("Salam hangat dari Keluarga Besar bagian gudang."),
                ),
                good=(_with("Selamat dari tim gudang."), "Keluarga besar kami rukun."),
                near_miss=(
                    _with("Keluarga saya besar di Tirtagiri."),
                    _with("“Kami keluarga besar,” katanya."),
                    _with("Keluarga, besar atau kecil, boleh ikut."),
                    _with("Rumah keluarga itu besar."),
                ),
            ),
        },
        reference=_POLICY,
        chapter="trainers/programme",
    ),
    Rule(
        id="house.platform",
        outcome=Outcome.INFO,
        find=_platform,
        words={
            "en": Words(
                title="Ask whether this platform belongs to the programme",
                message="Your programme does not use {platform}. You may; its badge may not.",
                why="Where nobody of the programme reads, nobody can help when comments turn bad.",
            ),
            "id": Words(
                title="Tanyakan apakah platform ini termasuk program",
                message="Programmu tidak memakai {platform}. Kamu boleh; lencananya belum tentu.",
                why="Kalau tak ada orang program yang membaca, tak ada yang bisa membantu saat ramai.",
            ),
        },
        examples={
            "en": Examples(
                bad=(_with("The box is cold.", "tiktok"), _with("Six hours of ice.", "x")),
                good=(_with("The box is cold.", "instagram"), _with("The box is cold.")),
                near_miss=(
                    Sample("The box is cold.", "tiktok"),
                    _with("Six hours of ice.", "linkedin"),
                    _with("", "tiktok"),
                ),
            ),
            "id": Examples(
                bad=(_with("Kotaknya dingin.", "tiktok"), _with("Es untuk enam jam.", "x")),
                good=(_with("Kotaknya dingin.", "instagram"), _with("Kotaknya dingin.")),
                near_miss=(
                    Sample("Kotaknya dingin.", "tiktok"),
                    _with("Es untuk enam jam.", "linkedin"),
                    _with("", "tiktok"),
                ),
            ),
        },
        reference=_POLICY,
        chapter="trainers/programme",
    ),
)
