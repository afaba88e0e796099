"""Whose voice it is: a person who acts and speaks, and one «we» for one group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from ..draft import Draft, Sentence
from ..findings import Hit, Outcome, Reference
from ..policy import Policy
from ..rule import Examples, Merit, Rule, Words
from ..terms import Term
from ..tokens import MARK, NUMBER, WORD, Token
from ..wordlists import entries, raw, terms

LEAST_WORDS: Final = 15
"""Words from which a post has room for a person."""

LEAST_HIDDEN: Final = 2
"""Passives, events and sentences of «the company» that hide who acted."""

LONGEST_SPEECH: Final = 3
"""Words in quotation marks from which somebody speaks."""

MOST_YOU: Final = 1
"""Words for the reader up to which a post speaks to nobody."""

_SPEAKERS: Final = {
    "en": frozenset(
        (
            "i i'm i've i'd i'll me my mine myself we we're we've we'd we'll ours ourselves he he's "
            "he'd he'll him his she she's she'd she'll her hers who whose y'all folks"
        ).split()
    ),
    "id": frozenset(
        (
            "saya sy aku gue gua gw ane awak beta kami kita ia dia beliau mereka kulo inyong abdi "
            "siapa doi dirinya diriku"
        ).split()
    ),
}
"""Words for a person who acts or is spoken of. «Our» alone is the voice of a firm."""

_READER: Final = {
    "en": frozenset(("you you're you'll you've your yours yourself").split()),
    "id": frozenset(("anda kamu kalian lo lu elo njenengan").split()),
}
_BE: Final = frozenset(
    (
        "is are was were be been being get gets got getting it's that's isn't aren't wasn't weren't"
    ).split()
)
_HAVE: Final = frozenset(
    ("has have had will would can could must may might should shall to").split()
)
_ADVERBS: Final = frozenset(
    (
        "not also now then all already always never still just only both again once twice soon "
        "first later currently being since yet each"
    ).split()
)
_NO_PASSIVE: Final = frozenset(
    (
        "tired excited interested worried scared surprised used supposed married pleased crowded red "
        "indeed need needed bed seed speed feed hundred naked wicked rugged based named"
    ).split()
)
_OF_ITSELF: Final = frozenset(
    (
        "failed stopped jammed started opened closed arrived departed happened worked moved turned "
        "dropped ended continued remained lasted cooled dripped leaked rained stayed changed increased "
        "decreased died cried stalled exploded collapsed cracked melted flowed glowed rattled looked "
        "seemed appeared smelled sounded tasted followed passed"
    ).split()
)
"""Past forms of things that need no doer: «the pump stopped»."""

_TAIL: Final = frozenset(
    (
        "at on in by to from for and until with within without after before under over during "
        "throughout twice once again as per via since today yesterday successfully completely"
    ).split()
)
"""What follows a participle in the style of telegrams: «delivery completed at nine»."""

_TO: Final = frozenset(
    ("for to of from with per between among kepada untuk bagi para dari terhadap").split()
)
_AGENT: Final = frozenset(("by oleh sama bareng bersama kata ujar tutur ucap kata").split())
_PLACES: Final = frozenset(
    (
        "jalan jl gang stasiun gedung pasar kampung desa dusun kelurahan kecamatan rsud rs masjid "
        "street st road station hall jembatan bukit pantai pulau sungai"
    ).split()
)
_STATIVE: Final = frozenset(
    (
        "datang pulang pergi duduk berdiri bilang kata tanya minta mau ingin tidur bangun makan minum "
        "lari naik turun masuk keluar tiba ikut pernah suka tahu tau lupa ingat ketawa tertawa nangis "
        "bawa punya takut mulai selalu malah langsung sudah udah lagi baru juga pun cuma tetap"
    ).split()
)
_POSSIBLE: Final = frozenset(
    "yang bisa dapat harus perlu mudah sulit enak untuk layak boleh".split()
)
"""Before a passive: «yang disajikan», «bisa dipesan» tell of no deed."""

_CHAT: Final = frozenset(
    (
        "sih deh dong kok lho loh banget bgt nih tuh gaes gais guys wkwk wkwkwk haha hehe hihi huhu "
        "lol omg yuk kan ya ga gak nggak enggak"
    ).split()
)
"""Words of talk: somebody speaks, even where no «I» stands."""

_NO_KU: Final = frozenset(
    (
        "buku laku kaku baku suku siku kuku beku paku saku perilaku pelaku berlaku bangku tungku "
        "waktu kutu kutip kuasa kuat kuliah kuliner kualitas kuantitas kulit kuning kunjungan kurang "
        "kursi kursus kurir kurun kumpul kumpulan kuota kuartal kubik kucing kuda kue kuitansi kunci "
        "kuno kupas kupon kusam kutub kuli kuliti kumuh kuping kurban kurikulum kurma kurs kusen "
        "kusta kuah kuas kubah kubu kubis kudus kuil kulkas kultur kulon kuman kumis kuncup kunir "
        "kuras kurnia kurus kusir kusut kutang kutuk kuyup pangku liku selaku aku terpaku teriku"
    ).split()
)


@cache
def _listed(lang: str, name: str) -> frozenset[str]:
    return terms(lang, name) if name in raw(lang) else frozenset()


@cache
def _ours() -> Mapping[str, frozenset[str]]:
    """Return the words near «kita» by where they stand."""
    found: dict[str, set[str]] = {}
    for entry in entries("id", "voice_ours"):
        found.setdefault(entry.columns[0], set()).add(entry.term)
    return {kind: frozenset(words) for kind, words in found.items()}


# -- who acts or speaks ----------------------------------------------------------------------------


def _word(draft: Draft, index: int, step: int) -> str:
    """Return the norm of the word one ``step`` away, or "" where a mark or the end comes first."""
    index += step
    if 0 <= index < len(draft.tokens) and draft.tokens[index].kind in (WORD, NUMBER):
        return draft.tokens[index].norm
    return ""


def _passive_id(norm: str) -> bool:
    return (
        len(norm) > 5
        and norm.startswith("di")
        and norm.isalpha()
        and norm not in _listed("id", "voice_not_passive")
        and norm.removesuffix("nya") not in _listed("id", "voice_not_passive")
    )


def _mine(norm: str) -> bool:
    """True for «kubawa» and «bajuku»: the writer in front of a verb or behind a thing."""
    if norm in _NO_KU or len(norm) < 5:
        return False
    base = norm.removesuffix("nya")
    if norm.endswith("ku") and base not in _NO_KU:
        return True
    return norm.startswith("ku") and len(norm) > 6 and norm[2] in "abcdghijklmnoprst"


def _acts_en(draft: Draft, term: Term) -> bool:
    """True where a person of a role does something: «the nurse opened», «by the builders»."""
    before = _word(draft, term.first, -1)
    if before in ("the", "a", "an", "our", "two", "three", "many", "all"):
        before = _word(draft, term.first - 1, -1)
    if before in _AGENT:
        return True
    if before in _TO:
        return False
    after = _word(draft, term.last, 1)
    second = _word(draft, term.last + 1, 1)
    if after in _ADVERBS or after.endswith("ly"):
        after, second = second, _word(draft, term.last + 2, 1)
    if after in _BE:
        # «The nurse was late» acts; «the children were examined» does not.
        return bool(second) and not _participle(second) and second not in _ADVERBS
    if after in _HAVE and after != "to":
        return bool(second) and second not in ("be", "been", "not", "also")
    if after.endswith("ed") or after in _listed("en", "turn_past"):
        return second not in ("by",)
    return after.endswith("s") and len(after) > 3 and not term.entry.term.endswith("s")


def _acts_id(draft: Draft, term: Term) -> bool:
    """True where a person of a role does something: «bidan membuka», «kata sopir»."""
    before = _word(draft, term.first, -1)
    if before in _AGENT:
        return True
    if before in _TO:
        return False
    if _passive_id(before):  # «ditutup tukang», the doer behind the passive
        return True
    for step in (1, 2):
        after = _word(draft, term.last, step) if step == 1 else _word(draft, term.last + 1, 1)
        if not after or _passive_id(after):
            return False
        if after in _STATIVE or (
            len(after) > 4 and after.startswith(("me", "ber", "nge", "ny", "ng"))
        ):
            return True
    return False


def _somebody(draft: Draft) -> bool:
    """True where a person acts, speaks or is named."""
    speakers = _SPEAKERS[draft.lang]
    reader = _READER[draft.lang]
    you = 0
    for token in draft.words:
        if token.norm in speakers or token.norm in _CHAT:
            return True
        if draft.lang == "id" and _mine(token.norm):
            return True
        you += token.norm in reader
    if you > MOST_YOU:
        return True
    for quote in draft.quotes:
        if quote.of(draft.text).count(" ") + 1 >= LONGEST_SPEECH:
            return True
    for term in draft.terms("voice_names"):
        if _word(draft, term.first, -1) not in _PLACES:
            return True
    acts = _acts_en if draft.lang == "en" else _acts_id
    return any(
        acts(draft, term) if term.entry.columns[0] == "role" else bool(_word(draft, term.last, 1))
        for term in draft.terms("voice_people")
    )


# -- what hides them -------------------------------------------------------------------------------


def _participle(norm: str) -> bool:
    if norm.endswith("ed") and len(norm) > 4:
        return norm not in _NO_PASSIVE
    return norm in _listed("en", "voice_participles") and norm not in _NO_PASSIVE


def _passives_en(draft: Draft) -> Iterator[int]:
    """Yield where a passive stands, also in the style of telegrams: «boxes checked»."""
    tokens = draft.tokens
    for index, token in enumerate(tokens):
        if token.kind != WORD or not _participle(token.norm):
            continue
        place = index - 1
        while place >= 0 and (tokens[place].norm in _ADVERBS or tokens[place].norm.endswith("ly")):
            place -= 1
        before = tokens[place].norm if place >= 0 else ""
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if before in _BE or (
            token.norm.endswith("ed")
            and token.norm not in _OF_ITSELF
            and before not in _HAVE
            and (after is None or after.kind in (MARK, NUMBER) or after.norm in _TAIL)
        ):
            yield index


def _passives_id(draft: Draft) -> Iterator[int]:
    for index, token in enumerate(draft.tokens):
        if (
            token.kind == WORD
            and _passive_id(token.norm)
            and _word(draft, index, -1) not in _POSSIBLE
        ):
            yield index


def _firms(draft: Draft, policy: Policy) -> Iterator[int]:
    """Yield where a sentence begins with the firm."""
    own = draft.terms_of(policy.book) if policy.names else {}
    found = (*draft.terms("voice_firm"), *own.get("company", ()))
    begins = {sentence.first: sentence for sentence in draft.sentences}
    for term in found:
        sentence: Sentence | None = begins.get(term.first) or begins.get(term.first - 1)
        if sentence is not None and term.last < sentence.last:
            following: Token = draft.tokens[term.last + 1]
            if following.kind == WORD:
                yield term.first


def _nobody(draft: Draft, policy: Policy) -> Iterator[Hit]:
    if len(draft.words) < LEAST_WORDS:
        return
    passives = _passives_en(draft) if draft.lang == "en" else _passives_id(draft)
    hidden = sorted(
        {
            *passives,
            *(term.first for term in draft.terms("voice_events")),
            *_firms(draft, policy),
        }
    )
    if len(hidden) < LEAST_HIDDEN or _somebody(draft):
        return
    sentence = draft.sentence_of(hidden[0])
    yield Hit(
        sentence.span if sentence else draft.tokens[hidden[0]].span,
        None,
        {"count": str(len(hidden))},
    )


# -- kami and kita ---------------------------------------------------------------------------------

NEAR: Final = 10
"""Tokens on both sides of «kita» among which «mari» or «kalau» takes the reader in."""

_INVITES: Final = frozenset(
    ("mari ayo yuk ayok kalau jika agar supaya bersama-sama bareng-bareng").split()
)


def _kita_is_ours(draft: Draft, index: int) -> bool:
    """True where «kita» stands for the writer's own group, without the reader."""
    tokens, ours = draft.tokens, _ours()
    near = tokens[max(0, index - NEAR) : index + NEAR]
    if draft.text[tokens[index].end : tokens[index].end + 1] in ("'", "\u2019"):
        return False  # Makassarese «kita'»: a polite «you»
    if any(token.norm in _INVITES for token in near):
        return False
    after, second = _word(draft, index, 1), _word(draft, index + 1, 1)
    if after in ("di", "dari", "yang") and second in ours["group"]:
        return True
    if after == "yang" or after == "semua":
        return False
    return after in ours["after"] or (_word(draft, index, -1) in ours["before"] and after != "bisa")


def _kami_kita(draft: Draft, policy: Policy) -> Iterator[Hit]:
    found = [
        (index, token)
        for index, token in enumerate(draft.tokens)
        if token.kind == WORD and token.norm in ("kami", "kita")
    ]
    spoken = [(index, token) for index, token in found if not draft.in_quote(token.span)]
    if not any(token.norm == "kami" for _, token in spoken):
        return
    for index, token in spoken:
        if token.norm == "kita" and _kita_is_ours(draft, index):
            capital = draft.text[token.start].isupper()
            yield Hit(token.span, "Kami" if capital else "kami")


# -- the writer speaks -----------------------------------------------------------------------------


def _first_person(draft: Draft, policy: Policy) -> Iterator[Hit]:
    for term in draft.terms("first_person"):
        if not draft.in_quote(term.span):
            sentence = draft.sentence_of(term.first)
            yield Hit(sentence.span if sentence else term.span)
            return


RULES = (
    Rule(
        id="voice.nobody",
        outcome=Outcome.INFO,
        find=_nobody,
        words={
            "en": Words(
                title="Let a person act",
                message="Things happen here in {count} places and nobody does them. Name who acted, or say «I».",
                why="Readers follow people; a text in which nobody acts sounds like a notice on a wall.",
            ),
            "id": Words(
                title="Tampilkan orang yang bertindak",
                message="Di {count} tempat ada yang terjadi, tetapi tidak ada yang melakukannya. Sebut siapa, atau tulis «saya».",
                why="Pembaca mengikuti orang; tulisan tanpa orang terdengar seperti pengumuman di dinding.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "The new valve was installed on Friday. Readings were taken every hour and the results were found to be within limits.",
                    "The company continues to invest in comfort. A total of 14 ramps has been delivered, and training was completed in June.",
                    "Delivery completed 09:40. Temperature maintained throughout. Boxes checked, documents signed, vehicle washed and returned to the depot again.",
                    "Twelve internships were offered this year. Applications were reviewed in March. Certificates were handed to the students at the closing event.",
                ),
                good=(
                    "I installed the new valve on Friday. Yosef took a reading every hour, and he shouted the numbers up to me.",
                    "Mrs Lestari tried the first ramp and told us that it was too steep. The builders came back on Tuesday.",
                ),
                near_miss=(
                    "The valve was installed and tested on Friday, and the midwife opened the tap before the water was declared clean.",
                    "Samples are collected at six and logged at seven. By whom? By Ratih, in rubber boots, with a radio in her pocket.",
                    "The road was flooded and the bridge was closed. “Bring the boxes by boat,” said a voice on the phone.",
                    "Water goes off in Randu on Thursday from 9 to 12. Fill two buckets the night before, one for cooking.",
                    "The box was packed and sealed.",
                    "The scale was bent and the batteries were lost. A fish seller came by and lent his own scale until noon.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Perbaikan pipa induk di Jalan Kenari telah diselesaikan. Galian ditutup kembali, aspal diratakan, dan tekanan diuji selama dua minggu penuh.",
                    "Air Randu berkomitmen menghadirkan layanan terbaik. Perusahaan terus memperluas jaringan, dan sebuah reservoir dibangun di bukit sebelah utara.",
                    "Imunisasi susulan dilaksanakan di balai dusun. Empat puluh anak diperiksa, dicatat, dan diberi stiker. Peralatan dikembalikan ke puskesmas.",
                ),
                good=(
                    "Pipa di Jalan Kenari saya sambung lagi hari Jumat. Yosef memegang senter dan meneriakkan angka tekanannya dari atas.",
                    "Empat puluh anak kuperiksa di balai dusun, dicatat Bu Tini, dan diberi stiker oleh anaknya sendiri.",
                ),
                near_miss=(
                    "Galian ditutup Kang Asep dan dua keponakannya, aspal diratakan sebelum subuh, lalu jalannya dibuka lagi untuk umum.",
                    "Usul ini ditulis tangan oleh petugas kebersihan, diselipkan di bawah pintu, dibaca, diperdebatkan, lalu ditolak sekali.",
                    "Jembatan ditutup dan feri dibatalkan. “Kotaknya lewat sungai saja,” kata suara di telepon sebelum sambungannya diputus.",
                    "Dinding ruang dingin itu tebal, dan dingin di dalam tidak ke mana-mana. Diam-diam lampunya merah sejak dini hari.",
                    "Kotak dikemas dan disegel.",
                    "Jadwal posyandu dipindah ke balai RW dan dimulai jam delapan. Bidan membawa timbangan, kader menyiapkan bubur.",
                ),
            ),
        },
        reference=Reference(
            title="US Plain Writing guidelines, «Use active voice»",
            url="https://www.plainlanguage.gov/guidelines/conversational/use-active-voice/",
            checked="2026-11-22",
        ),
        chapter="trusted-voice",
    ),
    Rule(
        id="voice.kami_kita",
        outcome=Outcome.INFO,
        find=_kami_kita,
        words={
            "en": Words(
                title="Keep one «we»: kami or kita",
                message="«{matched}» counts the reader in, and «kami» stands in the same text for the same people.",
                why="«Kami» leaves the reader out and «kita» takes the reader in; mixed, nobody knows who is meant.",
            ),
            "id": Words(
                title="Pilih satu: kami atau kita",
                message="«{matched}» mengajak pembaca, padahal di tulisan ini kelompok yang sama juga disebut «kami».",
                why="«Kami» tanpa pembaca dan «kita» bersama pembaca; kalau dicampur, pembaca bingung siapa yang dimaksud.",
            ),
        },
        examples={
            "id": Examples(
                bad=(
                    "Kami dari panitia sudah menyiapkan 80 kursi, terus kita di panitia juga membagikan susu.",
                    "Kemarin kami mengecek pipa di Kapuk. Lalu kita temukan retak sepanjang telapak tangan.",
                    "Kami buka jam delapan. Tim kita lengkap: bidan, kader, dan satu tukang parkir.",
                    "Semalam kami lembur di gudang. Kita bertiga memuat dua belas kotak sampai subuh.",
                ),
                good=(
                    "Kami dari panitia sudah menyiapkan 80 kursi, dan kami juga membagikan susu.",
                    "Kemarin kami mengecek pipa di Kapuk. Lalu kami temukan retak.",
                ),
                near_miss=(
                    "Kami memperbaiki pipa itu semalam. Air bersih milik kita semua, jadi tolong kabari kalau ada bocor.",
                    "Kami bertiga yang menjaga pintu. Mari kita jaga sungai ini bersama-sama.",
                    "“Terus kita pulang naik apa?” tanya Bima. Kami tertawa.",
                    "Besok kami bertiga yang jaga. Kita\u2019 yang mau datang, sarapan dulu.",
                    "Terus kita pulang, dan kita tunggu kabarnya di rumah.",
                    "Kami mengukur air sungai tiap pagi, sungai yang juga kita pakai untuk mencuci.",
                ),
            ),
        },
        reference=Reference(
            title="KBBI VI Daring, entries «kami» and «kita»",
            url="https://kbbi.kemdikbud.go.id",
            checked="2026-11-22",
        ),
        chapter="trusted-voice",
    ),
)


MERITS = (
    Merit(
        id="voice.first_person",
        find=_first_person,
        words={
            "en": Words(
                title="You speak for yourself",
                message="«{matched}» says who saw it. Readers trust a witness.",
            ),
            "id": Words(
                title="Kamu bicara atas namamu sendiri",
                message="«{matched}» memperlihatkan siapa yang melihat. Pembaca percaya saksi.",
            ),
        },
        examples={
            "en": Examples(
                bad=("The boxes were packed.", "“I am late,” said the driver."),
                good=("I packed the boxes.", "At four I’d counted every vial."),
            ),
            "id": Examples(
                bad=("Kotaknya sudah dikemas.", "“Saya terlambat,” kata sopirnya."),
                good=("Saya mengemas kotaknya.", "Jam empat aku selesai menghitung."),
            ),
        },
        chapter="hook",
    ),
)
