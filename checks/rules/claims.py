"""Claims: absolute words about health, promotion of medicines, and statements without a source.

How it reads. Every word of a list stands for one sign, a sentence becomes a short string of signs,
and a claim is a shape in that string: «no» + «side effects», «100 %» + «safe», «research» + «shows».
A shape counts where nothing near it takes it back: a negation («no vaccine is 100 % safe»), a
myth that is named as one, words that somebody else is said to have used, a wish, a question.
The reading stands in ``claim_absolute``, ``claim_promotion`` and ``claim_source``.

What it cannot know: whether a claim is true, what a picture promises, and whether a source says
what it is quoted for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .. import claim_absolute, claim_promotion, claim_source
from ..draft import Draft
from ..findings import Hit, Outcome, Reference
from ..policy import Policy
from ..rule import Examples, Rule, Words


def _absolute(draft: Draft, policy: Policy) -> Iterator[Hit]:
    yield from claim_absolute.absolute(draft, policy)


def _promotion(draft: Draft, policy: Policy) -> Iterator[Hit]:
    yield from claim_promotion.promotion(draft, policy)


def _source(draft: Draft, policy: Policy) -> Iterator[Hit]:
    yield from claim_source.source(draft, policy)


_BPOM: Final = Reference(
    title="Indonesia, BPOM Regulation 2/2021 on the supervision of medicine advertising, in a summary",
    url=(
        "https://smartlegal.id/galeri-hukum/perlindungan-konsumen/2021/09/21/"
        "ini-dia-peraturan-terbaru-dalam-melakukan-iklan-obat"
    ),
    checked="2026-11-22",
)
_KEPMENKES: Final = Reference(
    title="Indonesia, Kepmenkes 386/1994, words that adverts for medicines may not use, in a textbook",
    url="https://text-id.123dok.com/document/7q0x79g9q-obat-pereda-sakit-dan-penurus-panas.html",
    checked="2026-11-22",
)
_EPI: Final = Reference(
    title="Etika Pariwara Indonesia (amended 2020), superlatives need independent proof, in a summary",
    url="https://dikamaraja.my.id/2021/01/etika-pariwara-indonesia-pedoman-bagi.html",
    checked="2026-11-22",
)

RULES = (
    Rule(
        id="claims.absolute",
        outcome=Outcome.ASK,
        find=_absolute,
        words={
            "en": Words(
                title="Have this health claim checked first",
                message=(
                    "«{matched}» promises more about health or safety than anybody can keep. Say what "
                    "was tested and by whom, what can happen, and whom to ask. Then let your firm's "
                    "medical or legal colleague read it."
                ),
                why="Bodies differ, and one reader who trusts an absolute promise can come to harm.",
            ),
            "id": Words(
                title="Minta klaim kesehatan ini dicek dulu",
                message=(
                    "«{matched}» menjanjikan kesehatan atau keamanan lebih dari yang bisa ditepati. "
                    "Sebutkan apa yang diuji, siapa yang menguji, apa yang bisa terjadi, dan harus "
                    "tanya siapa. Lalu minta rekan medis atau hukum membacanya."
                ),
                why="Tubuh orang berbeda-beda, dan pembaca yang percaya janji mutlak bisa celaka.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "Our new vaccine is 100 % safe. Bring the whole class on Tuesday.",
                    "Nine years in quality control, and I say it openly: no side effects whatsoever.",
                    "My neighbour drank this herbal tea for two weeks, and it cures diabetes.",
                    "after this jab you can't catch covid anymore, period 💪",
                    "Our water is absolutely free of germs. Give it to your newborn.",
                    "Say goodbye to asthma: one capsule and it never comes back.",
                    "This serum saves every single victim, whatever the snake.",
                    "No fever, no soreness: our vaccine is totally harmless.",
                    "Our filters take out every germ there is, so diarrhoea is a thing of the past.",
                    "Babies who drink our water never get a stomach bug. That's a fact from a plumber.",
                ),
                good=(
                    "The vaccine was tested with 400 children. Most got a sore arm, few got a fever. "
                    "Ask your clinic.",
                    "We tested the water on Monday: all 40 samples were within the limit.",
                    "If you notice anything after the jab, tell the nurse. She writes it down.",
                ),
                near_miss=(
                    "No vaccine is 100 % safe for everybody. Ask your clinic.",
                    "There is no medicine without side effects. Read the leaflet.",
                    "MYTH: a vaccine without side effects exists. FACT: each can cause some.",
                    "We never write “risk-free” on a box of serum.",
                    "Is the vaccine 100 % safe? Mothers ask me that at the door.",
                    "A man on the ferry told me that garlic cures everything. I asked for the study.",
                    "The boxes arrived completely safe, all 14, at 4.1 °C.",
                    "Our cured beef sandwich is the only miracle in this canteen.",
                    "My password is 100 % safe: nobody can read my handwriting.",
                    "I hope that one day we cure malaria. For now we count mosquitoes.",
                    "We report every side effect that reaches us, the small ones too.",
                    "Nothing heals like a long weekend.",
                    "Garlic tastes good on bread. It does not cure asthma, so keep your inhaler.",
                    "The vaccine lowers the risk of severe measles. It doesn't bring it down to zero.",
                    "This playlist heals everything, even Mondays.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Vaksin baru kami 100 % aman. Bawa satu kelas hari Selasa.",
                    "Sembilan tahun di bagian mutu, saya berani bilang: tanpa efek samping sama sekali.",
                    "Tetanggaku minum jamu ini dua minggu, pasti sembuh semua penyakitnya.",
                    "abis divaksin gak bakal ketularan lagi, udah kebal permanen 💪",
                    "Air kami bebas kuman, aman buat siapa pun, bayi juga.",
                    "Bye-bye asma! Satu kapsul dan nggak bakal kambuh lagi.",
                    "Jahe campur madu ini manjur, batuk apa pun langsung hilang malam itu juga.",
                    "Efek samping? Nggak ada. Vaksin kami memang beda.",
                    "Filter baru kami menyapu bersih semua kuman, jadi diare tinggal kenangan.",
                    "Bayi yang minum air kami nggak pernah sakit perut. Itu fakta dari tukang pipa.",
                ),
                good=(
                    "Vaksin ini diuji pada 400 anak. Kebanyakan cuma pegal, sedikit yang demam. Tanya "
                    "puskesmas, ya.",
                    "Air kami uji hari Senin: 40 contoh, semuanya di bawah ambang batas.",
                    "Kalau ada keluhan habis disuntik, bilang ke bidan. Dicatat.",
                ),
                near_miss=(
                    "Tidak ada vaksin yang 100 % aman untuk semua orang. Tanyakan ke puskesmas.",
                    "Mana ada obat tanpa efek samping. Baca brosurnya.",
                    "MITOS: yang alami pasti tidak berbahaya. FAKTA: singkong mentah juga alami.",
                    "Kami tidak pernah menulis “bebas risiko” di kotak serum.",
                    "“Vaksinnya seratus persen aman, Bang?” tanya tetangga. Saya antar ke bidan.",
                    "Hati-hati pesan berantai yang bilang rebusan ini pasti sembuh.",
                    "Kotaknya tiba dengan aman, 14 biji, 4,1 °C.",
                    "Halaman kantor ini nyaman, pengalaman pertama saya.",
                    "Obat paling manjur buat hari Senin: tidur siang.",
                    "Parkirannya aman 100 %, ada kucing yang jaga.",
                    "Semoga Pak Darto cepat sembuh dan bisa ngopi lagi.",
                    "Bawang putih enak buat sambal. Asma nggak sembuh karena itu, inhalernya tetap dipakai.",
                    "Saya tidak pernah janji vaksin cocok buat semua orang.",
                    "Kata nenek wedang jahe menyembuhkan segala penyakit. Kuminum supaya nenek senyum.",
                    "Setiap efek samping yang sampai ke kami, sekecil apa pun, kami laporkan.",
                ),
            ),
        },
        reference=_KEPMENKES,
        chapter="claims",
    ),
    Rule(
        id="claims.promotion",
        outcome=Outcome.ASK,
        find=_promotion,
        words={
            "en": Words(
                title="Ask before you post about a medicine by name",
                message=(
                    "«{matched}» stands here as something to take, buy or ask for. Medicines, vaccines "
                    "and supplements have rules of their own, also when you say where you work. Leave "
                    "the name out, or ask your firm first."
                ),
                why="Praise, price or dose of a medicine in a private post can count as advertising.",
            ),
            "id": Words(
                title="Tanya dulu sebelum menyebut nama obat",
                message=(
                    "«{matched}» di sini tampil sebagai sesuatu untuk diminum, dibeli, atau diminta. "
                    "Obat, vaksin, dan suplemen punya aturan sendiri, juga kalau tempat kerja sudah "
                    "disebut. Hapus namanya, atau tanya kantor dulu."
                ),
                why="Pujian, harga, atau dosis obat di akun pribadi bisa dihitung sebagai iklan.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "My morning starts with one VitaRandu in a big glass of water.",
                    "I work at Wanasehat, so I'm biased: #VitaRandu is the tastiest vitamin you can buy.",
                    "Moms, ask your doctor for the Wanasehat flu vaccine, not for any other.",
                    "Biovita Wana now in 1000 mg, 45,000 rupiah a tube at the shop next to our gate.",
                    "For all drivers on night shift: two tablets of Biovita Wana before you start.",
                    "Our new vaccine is here! Ask your doctor for it today.",
                    "I sell fish oil, ready stock, DM me for the price.",
                    "Ask your doctor for Flurandu this season. My own mother gets it too.",
                    "Antivenom news: Ularin-W needs only one vial instead of three. Hospitals, order in time.",
                ),
                good=(
                    "My morning starts with a big glass of water and ten minutes without a phone.",
                    "Moms, the vaccination schedule hangs at every health post. Bring the booklet.",
                    "We moved 400 boxes of vaccine through the storm tonight.",
                ),
                near_miss=(
                    "The label line stopped at 02:10 because one VitaRandu label stood on its head.",
                    "Biovita Wana stands on the third shelf, left of the soap.",
                    "Beware: somebody sells fake VitaRandu on a marketplace. Report it to BPOM.",
                    "Somebody asked me whether VitaRandu is good. I gave him the number of the clinic.",
                    "Paracetamol and a lot of tea, that was my weekend. Back on Monday.",
                    "Please don't order antibiotics online. Without a test nobody knows if they help.",
                    "Vaccination day in Kapuk is Tuesday at 8, free of charge.",
                    "Measles still comes to our village. Ask your clinic which vaccines your child needs.",
                    "The canteen price for soup went up. I survive on two spoons of sambal a day.",
                    "Wana Nutrisi, maker of Biovita Wana, looks for a packer. I work there.",
                    "Somebody asked me for a staff discount on Randuvax. I may not sell it.",
                    "Vitamin A month: the health post gives the drops free of charge to children under five.",
                ),
            ),
            "id": Examples(
                bad=(
                    "Pagiku mulai dengan satu VitaRandu di segelas air.",
                    "Aku kerja di Wanasehat, jadi tidak netral: #VitaRandu vitamin paling enak sedunia.",
                    "Bunda, minta ke dokter vaksin flu Wanasehat, jangan yang lain.",
                    "Biovita Wana kini dalam 1000 mg, cuma 48 ribuan di apotek sebelah depo.",
                    "Buat sopir malam: dua VitaRandu sebelum narik, melek sampai pagi.",
                    "Vaksin baru kami sudah tersedia! Minta ke dokter, ya.",
                    "Aku jual minyak ikan, ready stok, japri buat harga.",
                    "Udah denger Dengavax? Minta di puskesmas, jauh lebih bagus dari yang lama.",
                    "Anak batuk malam-malam? Kasih Wanatuss 5 ml sebelum tidur. Cespleng.",
                ),
                good=(
                    "Pagiku mulai dengan segelas air dan sepuluh menit tanpa HP.",
                    "Bunda, jadwal imunisasi ada di papan posyandu. Bawa bukunya, kita baca bareng.",
                    "Malam ini 400 kotak vaksin kami antar lewat badai.",
                ),
                near_miss=(
                    "Mesin label berhenti jam 02.10 karena satu label VitaRandu terbalik.",
                    "Biovita Wana ada di rak ketiga, di kiri sabun.",
                    "Hati-hati, ada yang jual VitaRandu palsu. Laporkan ke BPOM.",
                    "Ada orang nanya VitaRandu bagus nggak. Kukasih nomor puskesmas.",
                    "Parasetamol dan teh panas, begitulah akhir pekanku.",
                    "Tolong jangan beli antibiotik online. Tanpa tes nggak ada yang tahu gunanya.",
                    "Imunisasi di Kapuk hari Selasa jam 8, gratis.",
                    "Campak masih datang ke desa kami. Tanya puskesmas, vaksin apa yang masih kurang.",
                    "Harga soto kantin naik 2 ribu. Sambalnya cukup dua sendok sehari.",
                    "Wana Nutrisi, pembuat Biovita Wana, cari tenaga kemas. Aku kerja di sana.",
                    "Ada akun mengaku jual VitaRandu lewat DM. Itu bukan akun kami. Jangan transfer.",
                    "Bulan vitamin A: posyandu kasih tetes gratis buat balita. Bawa buku KIA.",
                ),
            ),
        },
        reference=_BPOM,
        chapter="claims",
    ),
    Rule(
        id="claims.source",
        outcome=Outcome.REVISE,
        find=_source,
        words={
            "en": Words(
                title="Say where this comes from",
                message=(
                    "«{matched}» needs a source: a link, or the name of the body and the year. Your own "
                    "count is fine too, if you say that you counted."
                ),
                why="A figure without a source cannot be checked, and it travels faster than the truth.",
            ),
            "id": Words(
                title="Sebutkan ini dari mana",
                message=(
                    "«{matched}» butuh sumber: tautan, atau nama lembaga dan tahunnya. Hitungan sendiri "
                    "juga boleh, asal bilang kamu yang menghitung."
                ),
                why="Angka tanpa sumber tidak bisa dicek, dan menyebar lebih cepat daripada faktanya.",
            ),
        },
        examples={
            "en": Examples(
                bad=(
                    "73 % of employees would leave their job for a kinder boss.",
                    "Studies have shown that night shift workers drink more coffee.",
                    "Fun fact: nine out of ten accidents happen at home. So take the train.",
                    "trains cause 20 times less co2 than cars. fact. take the 06:40",
                    "We are the cleanest water company in Southeast Asia.",
                    "A dripping tap wastes up to 11,000 litres a year. Fix yours tonight.",
                    "It's scientifically proven that green calms passengers.",
                    "Studies show that 87 % of vaccine rumours come from anonymous voice notes.",
                    "Our members created a media value of 2.4 billion rupiah last month.",
                ),
                good=(
                    "I asked 41 colleagues in packing why they stay. 29 named their shift leader.",
                    "The WHO guideline of 2019 says that babies sleep 12 to 16 hours a day.",
                    "Nine out of ten trains were on time in May: https://keretaselaras.example/may",
                ),
                near_miss=(
                    "I timed my shift: 41 % standing, 30 % walking, the rest looking for my pen.",
                    "The display said 7.6 °C at 03:40 and 7.4 °C at 03:55.",
                    "My phone was at 3 % when the call came.",
                    "“Posts by staff get eight times more clicks.” I looked for the study. Nothing.",
                    "I study at night, research my thesis at noon and sleep never.",
                    "The best noodles in the world are at the ferry, ask Bima.",
                    "Number one on my list: gloves.",
                    "Somebody wrote that 90 % of start-ups fail. Does anybody know the study?",
                    "She is the fastest packer in our hall. I have timed her.",
                    "Water loss in our district was 31 percent in 2025, page 14 of our report.",
                ),
            ),
            "id": Examples(
                bad=(
                    "73 % karyawan mau pindah kerja demi bos yang lebih ramah.",
                    "Banyak penelitian menunjukkan pekerja sif malam lebih sering ngopi.",
                    "Tahukah kamu? 8 dari 10 ibu muda salah menyimpan ASI perah.",
                    "Riset membuktikan karyawan yang bercerita 5 kali lebih produktif.",
                    "Kami perusahaan air paling bersih se-Asia Tenggara.",
                    "Satu keran netes membuang sampai 11.000 liter setahun. Benerin malam ini, ya.",
                    "Sudah terbukti secara ilmiah, warna hijau bikin penumpang tenang.",
                    "Kebanyakan kecelakaan kerja terjadi hari Senin, dan hampir semuanya bisa dicegah.",
                    "Bulan lalu anggota program kami menghasilkan nilai media Rp2,4 miliar.",
                ),
                good=(
                    "Aku nanya 41 teman di bagian kemas kenapa betah. 29 menyebut ketua regunya.",
                    "Pedoman WHO tahun 2019 bilang bayi tidur 12 sampai 16 jam sehari.",
                    "Sembilan dari sepuluh kereta tepat waktu bulan Mei: https://keretaselaras.example/mei",
                ),
                near_miss=(
                    "Aku catat sif-ku: 41 % berdiri, 30 % jalan, sisanya nyari pulpen.",
                    "Layarnya 7,6 °C jam 03.40 dan 7,4 °C jam 03.55.",
                    "Bateraiku tinggal 3 % waktu telepon itu masuk.",
                    "“Lima kali lebih produktif” tertulis di salindia. Kucari penelitiannya. Tidak ketemu.",
                    "Malam kuliah, siang penelitian buat skripsi, tidurnya entah kapan.",
                    "Mi terenak sedunia ada di dermaga, tanya Bima.",
                    "Nomor satu di daftarku: sarung tangan.",
                    "Ada yang nulis 90 % usaha rintisan gagal. Ada yang tahu penelitiannya?",
                    "Dia pengemas tercepat di hall kami. Aku sendiri yang pegang stopwatch.",
                    "Kehilangan air di wilayah kami 31 persen tahun 2025, laporan tahunan halaman 14.",
                ),
            ),
        },
        reference=_EPI,
        chapter="facts",
    ),
)
