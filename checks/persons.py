"""Find the people that a draft points at: by account, by name, or by a role that tells who it is.

«@toko_murah», «Pak Hendra», «Ms Lestari», «our warehouse manager», «bos gue». A bare group
(«managers») is nobody in particular, and neither is somebody whom nobody can find («a man»).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from .draft import Draft
from .findings import Span
from .policy import Policy
from .tokens import MENTION, WORD
from .wordlists import entries

MOST_NAME: Final = 3
"""Words of a name that are read together."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a reader can find: tokens ``first`` to ``last``, inclusive."""

    first: int
    last: int
    kind: str
    """``account``, ``name``, ``opening`` (one word with a capital that opens a sentence: perhaps
    a name) or ``role``."""

    def span(self, draft: Draft) -> Span:
        """Return where the person stands in the text."""
        return Span(draft.tokens[self.first].start, draft.tokens[self.last].end)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES: Final = {
    "en": _set("mr mrs ms miss dr prof professor sir madam captain sergeant uncle auntie pak bu"),
    "id": _set(
        "pak bapak bpk bu ibu mas mbak mba bang kak koh ko cik ci om tante kang teh si sang dr drg "
        "prof haji ustaz ustad pendeta kapten mr mrs ms saudara sdr"
    ),
}
_ROLES: Final = {
    "en": _set(
        "boss manager supervisor director ceo cfo coo president chairman chair head chief foreman "
        "leader colleague coworker co-worker neighbour neighbor landlord landlady mayor minister "
        "governor accountant treasurer secretary receptionist cashier guard clerk principal "
        "headmaster teacher doctor nurse surgeon dentist midwife matron pharmacist lawyer owner "
        "planner buyer auditor recruiter hr technician engineer analyst officer inspector "
        "councillor senator editor dispatcher mechanic contractor supplier caterer janitor cook "
        "teammate intern trainee lecturer professor ex-boss ex-manager storekeeper controller "
        "commissioner union vendor plumber electrician sheriff coach"
    ),
    "id": _set(
        "bos boss atasan manajer manager direktur dirut direksi kepala ketua mandor supervisor spv "
        "bendahara sekretaris hrd satpam kasir kurir dokter bidan perawat guru dosen kepsek rektor "
        "lurah camat bupati walikota gubernur menteri presiden kades pemilik owner tetangga rekan "
        "kolega admin staf auditor pengawas petugas teknisi pemborong kontraktor vendor pengacara "
        "notaris akuntan pimpinan pemimpin koordinator leader ustaz pendeta rt rw anggota dewan "
        "resepsionis perencana apoteker analis konsultan montir kondektur masinis wasit penyuluh "
        "pelatih sopir wartawan jurnalis influencer "
        "komisaris mantan mentor pembimbing partner juragan bandar bapak ibu teman temen"
    ),
}
# Words before an English role that make it one person.
_OWNED: Final = _set("my our the that this your their his her new former ex")
_MODIFIERS: Final = _set(
    "new old former night day shift head chief senior junior deputy vice acting general area "
    "regional branch plant project warehouse store floor finance it hr sales marketing quality "
    "production logistics purchasing maintenance ward line team group office school city town "
    "village district company depot station security front desk ex young big own direct ticket "
    "train bus cold room lab payroll union canteen procurement local prime deep assistant beloved "
    "dear great esteemed brilliant lovely honourable clever famous so-called illustrious mighty "
    "little poor useless wonderful glorious lazy stupid incompetent corrupt fat drunk"
)
# Words after a role that tell which one: «the head of HR», «kepala gudang».


@cache
def _common(lang: str) -> frozenset[str]:
    return frozenset(entry.term for entry in entries(lang, "not_names")) | _OPENERS[lang]


# Words that often open a sentence and are no name.
_OPENERS: Final = {
    "en": _set(
        "the a an this that these those he she it they we you who what which there here everyone "
        "everybody nobody somebody someone anyone time life love hope fear sleep silence money "
        "sugar comparison memory weather winter summer night morning coffee age distance doubt "
        "history management people customers one two but and so because if when while after before "
        "my our your his her their its yes no not only even still just then now today yesterday "
        "honesty procrastination perfectionism fog rain sun moon cancer diabetes heat salt rust "
        "politics power fame luck every each some all most many whoever however"
    ),
    "id": _set(
        "itu ini dia ia mereka kami kita aku saya kamu kalian anda siapa yang ada semua setiap "
        "orang waktu hidup cinta harapan rasa malam pagi siang sore hujan kopi jarak uang gula "
        "umur "
        "tapi tetapi dan jadi karena kalau jika ketika saat setelah sebelum ya tidak bukan cuma "
        "hanya masih sekarang hari kemarin tadi besok nah lalu terus dasar ternyata katanya memang "
        "emang jangan hati-hati awas garam karat panas matahari bulan politik jabatan kuasa apa"
    ),
}


def people(draft: Draft, policy: Policy) -> tuple[Person, ...]:
    """Return the people in the order of the text. The policy's own firms are nobody."""
    return draft.once("people", lambda: _people(draft, policy), of=policy)


def _people(draft: Draft, policy: Policy) -> tuple[Person, ...]:
    own = draft.terms_of(policy.book)
    taken = {
        index
        for name in ("company", "product", "rival")
        for term in own.get(name, ())
        for index in range(term.first, term.last + 1)
    }
    # Names of groups and the first word of a rebuke are nobody's name.
    taken |= {
        index
        for term in draft.terms("respect_groups")
        for index in range(term.first, term.last + 1)
    }
    found: list[Person] = []
    at = 0
    for index, token in enumerate(draft.tokens):
        if index < at:
            continue
        person = None
        if token.kind == MENTION:
            person = Person(index, index, "account")
        elif token.kind == WORD and index not in taken:
            person = _titled(draft, index) or _role(draft, index) or _name(draft, index, taken)
        if person is not None:
            found.append(person)
            at = person.last + 1
    return tuple(found)


def _capital(draft: Draft, index: int) -> bool:
    token = draft.tokens[index]
    return token.kind == WORD and draft.text[token.start].isupper()


def _run(draft: Draft, index: int, lang: str) -> int:
    """Return the last token of a row of words with capitals that begins at ``index``."""
    last = index
    while (
        last + 1 < len(draft.tokens)
        and last + 1 - index < MOST_NAME
        and _capital(draft, last + 1)
        and draft.tokens[last + 1].norm not in _common(lang)
    ):
        last += 1
    return last


def _titled(draft: Draft, index: int) -> Person | None:
    """Find «Mr Hendra», «pak hendra», «si Andi»."""
    token = draft.tokens[index]
    if token.norm not in TITLES[draft.lang] or index + 1 >= len(draft.tokens):
        return None
    place = index + 1
    if draft.tokens[place].norm == "." and place + 1 < len(draft.tokens):
        place += 1
    following = draft.tokens[place]
    if following.kind != WORD:
        return None
    if _capital(draft, place) and following.norm not in _common(draft.lang):
        return Person(index, _run(draft, place, draft.lang), "name")
    lower = draft.lang == "id" and token.norm in ("pak", "bu", "mas", "mbak", "bang", "si", "koh")
    role = following.norm in _ROLES[draft.lang]
    if lower and (role or _maybe_name(following.norm)):
        return Person(index, place, "name")
    return None


_NO_NAMES_ID: Final = _set(
    "guru ibu bapak anak orang yang itu ini ada tidak gak nggak ga mau bisa harus sudah udah "
    "lagi masih dan atau juga tapi kalau di ke dari saya aku kami kita kamu mereka dia siapa "
    "apa kok sih ya dong banget memang emang kecil besar cantik ganteng bos kurir ojol sopir "
    "penumpang pembeli pelanggan petugas tua muda penjual bilang tadi tolong jangan makasih "
    "terima tanya minta duduk datang pulang berdiri tetangga jual jualan kantin warung pasar "
    "merah hitam biru kuning hijau penipu maling pencuri pembohong korup kucing"
)


def _maybe_name(norm: str) -> bool:
    return norm.isalpha() and len(norm) > 2 and norm not in _NO_NAMES_ID


def _role(draft: Draft, index: int) -> Person | None:
    token = draft.tokens[index]
    roles = _ROLES[draft.lang]
    if draft.lang == "en":
        if token.norm not in _OWNED:
            return None
        place = index + 1
        while place < len(draft.tokens) and place < index + 4:
            norm = draft.tokens[place].norm
            if norm.removesuffix("'s") in roles:
                while place + 1 < len(draft.tokens) and draft.tokens[place + 1].norm in roles:
                    place += 1
                return Person(index, _of(draft, place), "role")
            if norm not in _MODIFIERS:
                return None
            place += 1
        return None
    base = token.norm
    for clitic in ("ku", "nya", "mu"):
        if base.endswith(clitic) and base[: -len(clitic)] in roles:
            return Person(index, index, "role")
    if base not in roles or base in ("bapak", "ibu"):
        return None
    following = draft.tokens[index + 1] if index + 1 < len(draft.tokens) else None
    before = draft.tokens[index - 1].norm if index else ""
    if before in ("semua", "para", "setiap", "banyak", "tiap", "seorang", "beberapa", "jadi"):
        return None
    if base in ("teman", "temen", "rekan", "anggota", "mantan", "petugas", "staf", "partner") and (
        following is None or following.norm not in _WHOSE
    ):
        return None
    last = index
    if following is not None and following.kind == WORD:
        if _capital(draft, index + 1):
            last = _run(draft, index + 1, "id")
            if last + 1 < len(draft.tokens) and draft.tokens[last + 1].norm in _WHOSE:
                last += 1
        elif following.norm in _WHOSE or following.norm in _UNITS:
            last = index + 1
            if last + 1 < len(draft.tokens) and draft.tokens[last + 1].norm in _WHOSE:
                last += 1
    return Person(index, last, "role")


_WHOSE: Final = _set("gue gua gw saya aku kami kita kantor itu ini baru lama sini dewan bos tim")
_UNITS: Final = _set(
    "gudang ruangan ruang desa sekolah bagian divisi keuangan produksi logistik proyek toko "
    "cabang regu tim shift rt rw dinas kantor pabrik stasiun depo lab laboratorium puskesmas "
    "klinik personalia pembelian pengadaan kebersihan keamanan koperasi yayasan panitia kelas "
    "utama umum bangsal poli apotek sales marketing hr it pemasaran penjualan logistik armada dapur"
)


def _of(draft: Draft, place: int) -> int:
    """Return the last token of «the head of HR», «the owner of Toko Jaya»."""
    last = place
    if place + 2 < len(draft.tokens) and draft.tokens[place + 1].norm in ("of", "at", "in", "from"):
        if draft.tokens[place + 2].kind == WORD:
            last = place + 2
            if draft.tokens[last].norm in ("the", "our", "this", "ward", "toko"):
                last = min(last + 1, len(draft.tokens) - 1)
            elif _capital(draft, last):
                last = _run(draft, last, "en")
    elif place + 1 < len(draft.tokens) and _capital(draft, place + 1):
        last = _run(draft, place + 1, "en")
    return last


def _name(draft: Draft, index: int, taken: set[int]) -> Person | None:
    token = draft.tokens[index]
    if not _capital(draft, index) or token.norm.removesuffix("'s") in _common(draft.lang):
        return None
    word = draft.text[token.start : token.end]
    if word.isupper() and len(word) > 1:
        return None
    last = _run(draft, index, draft.lang)
    if any(place in taken for place in range(index, last + 1)):
        return None
    sentence = draft.sentence_of(index)
    if sentence is not None and sentence.first == index and last == index:
        nobody = draft.lang == "id" and token.norm.endswith(("nya", "ku", "mu"))
        return None if nobody else Person(index, index, "opening")
    return Person(index, last, "name")
