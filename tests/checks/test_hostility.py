"""The hostility reading: what it counts, what it lets pass, and what carries no weight at all."""

from __future__ import annotations

import pytest

from checks import Draft, review
from checks.hostility import FULL, MARKED, Hostility, attacks, hostility, weighed
from checks.tone import Tone
from checks.wordlists import LANGUAGES, entries

GROUPS = {
    "en": (
        "women, men, girls, boys, Muslims, Christians, Hindus, Buddhists, Jews, atheists, "
        "Catholics, Javanese, Papuans, Bataks, Chinese, Indians, Arabs, Africans, Americans, "
        "refugees, migrants, foreigners, villagers, islanders, gays, lesbians, teenagers, "
        "pensioners, widows, boomers, millennials, nurses, drivers, interns, farmers, black "
        "people, white people, trans people, disabled people, blind people, deaf people, poor "
        "people, autistic people, old people, wheelchair users"
    ).split(", "),
    "id": (
        "perempuan, laki-laki, ibu-ibu, bapak-bapak, muslim, nasrani, lansia, remaja, "
        "difabel, tunanetra, pendatang, perantau, pengungsi, gay, lesbian, transpuan, waria, "
        "janda, bule, tionghoa, milenial, boomer, mahasiswa, perawat, sopir, petani, nelayan, "
        "orang Jawa, orang Batak, orang Papua, orang Madura, orang Tionghoa, orang Arab, umat "
        "Hindu, umat Kristen, orang kampung, orang tua, anak muda, penyandang disabilitas, "
        "orang Tuli"
    ).split(", "),
}
CALM = {
    "en": (
        "{} waited at gate two and had tea with us.",
        "On Friday we talked with {} about the new pump.",
        "Our open day is for {} too: come at nine.",
        "Many {} work on the night shift.",
    ),
    "id": (
        "{} menunggu di loket dua sambil minum teh.",
        "Hari Jumat kami bertemu {} untuk membahas pompa.",
        "Ruang tunggu ini dipakai {} juga, datang jam sembilan.",
        "Banyak {} bekerja di regu malam.",
    ),
}


def value(text: str, lang: str) -> float:
    return hostility(Draft.of(text, lang)).value


@pytest.mark.parametrize("lang", LANGUAGES)
def test_calm_sentences_that_name_a_group_stay_at_zero(lang: str) -> None:
    texts = [calm.format(group) for calm in CALM[lang] for group in GROUPS[lang]]
    assert len(texts) >= 60
    assert {text: value(text, lang) for text in texts if value(text, lang) != 0} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_listed_group_carries_a_weight(lang: str) -> None:
    text = {"en": "We met {} on Monday.", "id": "Hari Senin kami bertemu {} di loket."}[lang]
    for entry in entries(lang, "respect_groups"):
        draft = Draft.of(text.format(entry.term), lang)
        assert attacks(draft) == (), entry.term
        assert hostility(draft) == Hostility(0.0, ()), entry.term


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_group_stands_in_the_word_lists(lang: str) -> None:
    groups = {entry.term for entry in entries(lang, "respect_groups")}
    for name in ("hostility", "hostility_phrases", "hostility_sneers"):
        assert not groups & {entry.term for entry in entries(lang, name)}, name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lists_are_as_their_headers_say(lang: str) -> None:
    kinds = {
        "hostility": {"name", "trait", "thing", "swear"},
        "hostility_phrases": {"aim", "order", "threat"},
        "hostility_sneers": {"sneer", "dig"},
    }
    for name, allowed in kinds.items():
        listed = entries(lang, name)
        assert len({entry.term for entry in listed}) == len(listed)
        assert {entry.columns[1] for entry in listed} == allowed
        assert all(0 < float(entry.columns[0]) <= 2 for entry in listed)
    assert 250 <= len(entries(lang, "hostility")) <= 500


HOSTILE = {
    "en": (
        "You are such an idiot.",
        "Can't you idiots read?",
        "fuck off, nobody asked you",
        "Shut up and get a life, you pathetic loser.",
        "Watch your back, we know where you live.",
        "Some customers are lazy and stupid.",
        "@randu_fan you clown, learn to read before you complain",
        "Which moron parked in front of the ambulance?",
    ),
    "id": (
        "Goblok banget lo.",
        "Dasar bego, bisa baca gak sih?",
        "Kalian pada nggak punya otak ya",
        "Diem lo, bacot doang.",
        "Awas lo, gue tau rumah lo.",
        "Pelanggan tolol, makanya baca dulu.",
        "anjing lu, mampus aja",
        "mikir dong, otaknya dipakai",
    ),
}


@pytest.mark.parametrize(("lang", "text"), [(lang, t) for lang in HOSTILE for t in HOSTILE[lang]])
def test_attacks_reach_the_mark(lang: str, text: str) -> None:
    assert value(text, lang) >= MARKED


QUIET = {
    "en": (
        "How silly of me.",
        "I am an idiot: I left the lamp on.",
        "What a fool I was, the key was in my hand.",
        "stupid me forgot the ice",
        "Damn good soup, and a fucking brilliant crew.",
        "A passenger shouted “shut up, you idiot” at me.",
        "He called me an idiot and a liar in front of the ward.",
        "Never call a colleague stupid.",
        "You are not stupid, the form is.",
        "No question is a stupid question.",
        "The garbage truck came at five, the dog barked.",
        "My stupid phone died at noon.",
        "We get lost every time we look for the new depot.",
        "The crook of my arm still shows the needle prick.",
        "Children grow up near this pump.",
    ),
    "id": (
        "Goblok banget aku, kunci ketinggalan.",
        "Bego amat aku tadi pagi.",
        "Bodohnya saya percaya ramalan cuaca.",
        "Gila keren regu malam, anjir enak kopinya.",
        "“Goblok!” teriaknya ke rekan saya.",
        "Aku dibilang bodoh sama penumpang.",
        "Jangan sebut temanmu tolol.",
        "Kamu tidak bodoh, formulirnya yang ribet.",
        "Nggak ada pertanyaan yang bodoh.",
        "Sampah plastik numpuk di kali, anjing tetangga ikut jaga.",
        "Ponselku yang bodoh mati siang tadi.",
        "Ibu jual babi panggang dan burung.",
    ),
}


@pytest.mark.parametrize(("lang", "text"), [(lang, t) for lang in QUIET for t in QUIET[lang]])
def test_what_is_no_attack_stays_far_below_the_mark(lang: str, text: str) -> None:
    assert value(text, lang) < 0.4
    assert sum(weight for _, weight in weighed(Draft.of(text, lang))) < FULL / 2


@pytest.mark.parametrize(
    ("lang", "open_", "damped"),
    [
        ("en", "You are an idiot.", "“You are an idiot.” That is what he wrote."),
        ("en", "You are stupid.", "You are not stupid."),
        ("en", "You idiot, look at the gauge.", "Idiot that I am, I missed the gauge."),
        ("en", "You are damn rude.", "You are damn good."),
        ("en", "She is an idiot.", "She was called an idiot."),
        ("id", "Kamu tolol.", "“Kamu tolol,” tulisnya."),
        ("id", "Kalian bodoh.", "Kalian tidak bodoh."),
        ("id", "Goblok banget lo.", "Goblok banget aku."),
        ("id", "Gila lo.", "Gila keren banget."),
        ("id", "Dia tolol.", "Dia dibilang tolol."),
    ],
)
def test_damping_lowers_the_value(lang: str, open_: str, damped: str) -> None:
    assert value(damped, lang) < value(open_, lang) / 2


@pytest.mark.parametrize(
    ("lang", "aimed", "loose"),
    [
        ("en", "You are a stupid man.", "We bought a stupid printer."),
        ("en", "You garbage, all of you.", "We carried garbage all night."),
        ("id", "Lo anjing.", "Anjing itu tidur di pos."),
        ("id", "Pelanggan bodoh.", "Keputusan bodoh, kata koran."),
    ],
)
def test_a_target_near_an_insult_adds(lang: str, aimed: str, loose: str) -> None:
    assert value(aimed, lang) > value(loose, lang)


def test_the_evidence_adds_up_and_lies_in_the_text() -> None:
    text = "😀 You are lazy, stupid people! Shut up."
    draft = Draft.of(text, "en")
    found = hostility(draft)
    total = sum(weight for _, weight in found.evidence)
    assert found.value == pytest.approx(total / (FULL + total), abs=1e-3)
    words = [span.of(text) for span, _ in found.evidence]
    assert "lazy" in words and "stupid" in words and "Shut up" in words


def test_swearing_and_tone_alone_do_not_reach_the_mark() -> None:
    assert value("fuck this fucking rain, shit, damn, fuck", "en") < MARKED
    assert (
        value("The pump is broken, the night was terrible and sad. We lost. Awful.", "en") < MARKED
    )
    assert value("Sial, hujan lagi, anjir, sialan, tai.", "id") < MARKED


def test_a_tone_that_was_read_already_is_used() -> None:
    draft = Draft.of("The night was terrible and sad.", "en")
    assert hostility(draft).value > hostility(draft, Tone(())).value == 0


def test_the_same_draft_gives_the_same_reading() -> None:
    text = "You people never read, " * 40
    assert hostility(Draft.of(text, "en")) == hostility(Draft.of(text, "en"))


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("You lazy idiots never read the sign. Shut up and queue.", "en", "«lazy», «idiots»"),
        ("Kalian semua goblok. Dasar pemalas, baca dulu.", "id", "«goblok», «pemalas»"),
    ],
)
def test_reading_quotes_the_words(text: str, lang: str, words: str) -> None:
    reading = next(each for each in review(text, lang).readings if each.id == "hostility")
    assert reading.shown
    assert reading.value is not None
    assert reading.value >= MARKED
    assert all(word in reading.display for word in words.split(", "))


@pytest.mark.parametrize("reader", ["en", "id"])
def test_reading_says_what_it_cannot_know(reader: str) -> None:
    report = review("You stupid idiots, shut up.", "en", reader=reader)
    reading = next(each for each in report.readings if each.id == "hostility")
    assert {"en": "Irony", "id": "Sindiran"}[reader] in reading.limits


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The ferry was cancelled at four. A nurse came with ice.", "en"),
        ("What an awful, sad, terrible day. The fire killed two people and I cried.", "en"),
        ("She called me an idiot, and I went home.", "en"),
        ("Feri batal jam empat. Bidan datang membawa es.", "id"),
    ],
)
def test_calm_drafts_have_no_reading_of_hostility(text: str, lang: str) -> None:
    assert "hostility" not in {each.id for each in review(text, lang).readings}
