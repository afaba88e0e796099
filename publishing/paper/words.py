"""The sentences that stand in the files and not on the site, in both languages."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "contents": "Contents",
        "edition": "Version {version}, {date}",
        "licence": "Text and drawings: CC BY 4.0. Code: MIT.",
        "how": "The answers to the questions stand at the end of each chapter. The posts show what "
        "the reviewer of the course said about them.",
        "answers": "Answers",
        "to_answer": "Answer to question {number}",
        "back": "Back to question {number}",
        "hints": "Hints and answers",
        "to_hints": "Hints and answers for this step",
        "back_to_step": "Back to this step",
        "summary": "All pictures have a description in words. Marks of the reviewer are numbered "
        "and named in words. The book has a table of contents and headings on each level.",
    },
    "id": {
        "contents": "Isi",
        "edition": "Versi {version}, {date}",
        "licence": "Teks dan gambar: CC BY 4.0. Kode: MIT.",
        "how": "Jawaban pertanyaan ada di akhir setiap bab. Di bawah setiap unggahan ada catatan "
        "dari pemeriksa kursus ini.",
        "answers": "Jawaban",
        "to_answer": "Jawaban pertanyaan {number}",
        "back": "Kembali ke pertanyaan {number}",
        "hints": "Petunjuk dan jawaban",
        "to_hints": "Petunjuk dan jawaban langkah ini",
        "back_to_step": "Kembali ke langkah ini",
        "summary": "Semua gambar punya penjelasan dengan kata-kata. Tanda dari pemeriksa bernomor "
        "dan disebut dengan kata-kata. Buku ini punya daftar isi dan judul di setiap tingkat.",
    },
}
"""Language -> name -> sentence."""
