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
rumah 2 jalan 2 sekarang 3 kemarin 3 besok 2 pagi 2 malam 2 hujan 2 banjir 2 pompa 2 pipa 2 katup 2
kereta 3 stasiun 3 penumpang 3 masinis 3 jadwal 2 tiket 2 gerbong 2 rel 1 terlambat 3 menunggu 3
berangkat 3 perjalanan 4 pelanggan 3 pelayanan 4 petugas 3 pengemudi 4 mengemudi 4 kendaraan 4
gudang 2 kardus 2 termometer 4 derajat 3 celsius 3 laboratorium 6 analis 3 sampel 2 tabung 2
jarum 2 suntik 2 penyuntikan 4 disuntik 3 imun 2 demam 2 batuk 2 dokumen 3 formulir 3 laporan 3
melaporkan 4 dilaporkan 4 kegiatan 4 pelatihan 4 latihan 3 peserta 3 mahasiswa 4 magang 2 kuliah 3
universitas 5 komunikasi 5 informasi 4 organisasi 5 pemerintah 4 pemerintahan 5 peraturan 4
undang-undang 4 kebijakan 4 keputusan 4 keselamatan 5 keamanan 4 kesejahteraan 6 kebersihan 4
lingkungan 3 pendidikan 4 perempuan 4 laki 2 anak-anak 4 bapak 2 ibu 2 kakak 2 adik 2 nenek 2
kakek 2 paman 2 bibi 2 saudaranya 4 kekuatan 4 menguatkan 4 berbuah 3 pembuatan 4 membuat 3
buatan 3 luas 2 meluas 3 tuas 2 ruang 2 ruangan 3 uang 2 keuangan 4 peluang 3 juang 2 berjuang 3
perjuangan 4 siap 2 persiapan 4 menyiapkan 4 setiap 3 tiap 2 kiat 2 giat 2 semangat 3
menyemangati 5 dingin-dingin 4 pelan-pelan 4 hati-hati 4 kira-kira 4 sungai-sungai 4 pulau-pulau 4
dinilai 3 penilaian 4 menilai 3 bernilai 3 memakai 3 dipakai 3 terpakai 3 pemakai 3 menyampaikan 4
penyampaian 4 kesampaian 4 tersampaikan 4 berantai 3 merantau 3 perantauan 4 engkaulah 3
hijaunya 3 penghijauan 4 menghijau 3 kilauan 3 berkilau 3 silaunya 3 kacaunya 3 mengacau 3
kerusakan 4 rusak 2 perbaikan 4 memperbaiki 5 diperbaiki 5 baiknya 3 kebaikan 4 sebaiknya 4
kaitan 3 berkaitan 4 mengaitkan 4 lautan 3 kelautan 4 pelaut 3 airnya 3 pengairan 4 mengairi 4
daunnya 3 dedaunan 4 mainan 3 bermain 3 pemain 3 dimainkan 4 naikkan 3 menaikkan 4 kenaikan 4
lainnya 3 selain 3 melainkan 4 kelainan 4 bait 2 jahit 2 menjahit 3 tahu 2 mengetahuinya 6
pengetahuan 5 berita 3 memberitakan 5 pemberitaan 5 pesan 2 pesanan 3 memesan 3 bangga 2
membanggakan 4 kebanggaan 4 bahagia 4 kebahagiaan 6 gembira 3 kegembiraan 5 terima 3 kasih 2
maaf 2 permisi 3 silakan 3 tolong 2 izin 2 kopi 2 teh 1 gula 2 nasi 2 goreng 2 sambal 2
""".split()
PAIRS = list(zip(BY_HAND[::2], map(int, BY_HAND[1::2]), strict=True))


def test_at_least_98_of_100_are_right() -> None:
    wrong = [(word, count) for word, count in PAIRS if syllables(word) != count]
    assert len(PAIRS) >= 300
    assert len(wrong) <= 0.02 * len(PAIRS), wrong


@pytest.mark.parametrize("word", ["", "x", "-", "--", "a" * 10_000, "zzz", "é"])
def test_any_string_counts_at_least_one(word: str) -> None:
    assert syllables(word) >= 1
