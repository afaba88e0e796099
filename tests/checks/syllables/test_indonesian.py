"""Indonesian syllables against counts made by hand."""

from __future__ import annotations

import pytest

from checks.syllables.indonesian import syllables

BY_HAND = """
ini 2 itu 2 ada 2 orang 2 anak 2 dia 2 dua 2 dengan 2 masyarakat 4 memiliki 4 pulau 2 nilainya 3
pakaian 3 menyampaikan 4 menyukai 4 mencintai 4 menghargai 4 air 2 laut 2 baik 2 kain 2 daun 2
saudara 3 bagaimana 4 audio 3 rangkaian 3 dicintai 4 sukai 3 sesuaikan 4 melampaui 4 gairah 2
aula 2 trauma 2 mei 1 kerbau 2 pegawai 3 pemakaian 4 mulai 2 dimulai 3 survei 2 vaksinasi 4
imunisasi 5 kemarau 3 menguasai 5 mempercayai 5 dinamai 4 teman-teman 4 kalau 2 atau 2 beliau 3
puskesmas 3 ketahui 4 mengetahui 5 diketahui 5 bidan 2 sopir 2 kotak 2 dingin 2 suhu 2 feri 2
bertanya 3 menelepon 4 mengemas 3 botol 2 alarm 2 pendingin 3 kesehatan 4 perusahaan 5 karyawan 3
bekerja 3 pekerjaan 4 cerita 3 bercerita 4 menceritakan 5 keluarga 4 sekolah 3
indonesia 5 jembatan 3
siang 2 tiang 2 buah 2 luar 2 keluar 3 tuan 2 puas 2 kuat 2 dokter 2 obat 2 harimau 3 engkau 2
santai 2 pantai 2 ramai 2 damai 2 sampai 2 capai 2 tercapai 3 mencapai 3 sungai 2 selesai 3
amboi 2 konvoi 2 lain 2 main 2 permainan 4 naik 2 kait 2 terkait 3 laki-laki 4 saat 2 maaf 2
doa 2 soal 2 persoalan 4 dpr 3 rt 2 bpjs 4 menjangkau 3 terjangkau 3 imbau 2 mengimbau 3
himbauan 3 pantauan 3 memantau 3 pemantauan 4
""".split()
PAIRS = list(zip(BY_HAND[::2], map(int, BY_HAND[1::2]), strict=True))


def test_at_least_98_of_100_are_right() -> None:
    wrong = [(word, count) for word, count in PAIRS if syllables(word) != count]
    assert len(PAIRS) > 120
    assert len(wrong) <= 0.02 * len(PAIRS), wrong


@pytest.mark.parametrize("word", ["", "x", "-", "--", "a" * 10_000, "zzz", "é"])
def test_any_string_counts_at_least_one(word: str) -> None:
    assert syllables(word) >= 1
