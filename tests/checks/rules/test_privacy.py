"""What the properties of all rules do not prove for the family «privacy»."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import Draft, Outcome, Policy, load_policy, review
from checks.draft import CAP
from checks.registry import rules_by_id
from checks.rules.privacy import _plain

POLICY = load_policy(Path(__file__).parents[3] / "policy.yml")
PRIVACY = [rule for rule in rules_by_id().values() if rule.id.startswith("privacy.")]


def found(text: str, lang: str = "en", policy: Policy = POLICY) -> list[tuple[str, str]]:
    """Return (rule without its family, words) of every finding, in the order of the text."""
    draft = Draft.of(text, lang)
    hits = [
        (hit.span.start, rule.id.partition(".")[2], hit.span.of(draft.text))
        for rule in PRIVACY
        for hit in rule.find(draft, policy)
    ]
    return [(name, words) for _, name, words in sorted(hits)]


def test_all_six_ask_a_human() -> None:
    assert {rule.id for rule in PRIVACY} == {
        f"privacy.{name}" for name in ("email", "phone", "nik", "card", "address", "birthday")
    }
    assert {rule.outcome for rule in PRIVACY} == {Outcome.ASK}


@pytest.mark.parametrize(
    "number",
    [
        "0812-3456-7890",
        "081234567890",
        "0812 3456 7890",
        "0812.3456.7890",
        "0812\u20133456\u20137890",
        "+62 812-3456-7890",
        "62 812 3456 7890",
        "6281234567890",
        "(021) 555 0101",
        "(0274) 512345",
        "+62 (0)21 555 0101",
        "+44 20 7946 0958",
        "０８１２３４５６７８９０",
        "٠٨١٢٣٤٥٦٧٨٩٠",
        "𝟎𝟖𝟏𝟐 𝟑𝟒𝟓𝟔 𝟕𝟖𝟗𝟎",
    ],
)
@pytest.mark.parametrize("around", ["{}", "😀👩🏽‍🔬 {}!", "Ok.\r\n\r\n({})", "Cafe\u0301: {}, ya."])
def test_telephones_in_many_hands(number: str, around: str) -> None:
    for lang in ("en", "id"):
        [(name, words)] = found(around.format(number), lang)
        assert name == "phone"
        assert words == number or (around.endswith("({})") and words.strip("()") in number)


@pytest.mark.parametrize(
    "text",
    [
        "112, 119 and 14045",
        "1500-567",
        "021-1500567",
        "0800 123 4567",
        "08.00-16.30",
        "22-11-2026 08.00",
        "2026-11-22",
        "-6.2088, 106.8456",
        "Rp15.000.000",
        "Rp 812.345.678.900",
        "0812-xxxx-7890",
        "0812345678901x",
        "PRX0812345678",
        "VR-0812345678",
        "0812/34",
        "555 0101",
        "https://toko.example/barang/081234567890",
        "@bima.081234567890",
        "invoice no. 081234567890",
        "nomor resi: 081234567890",
    ],
)
def test_numbers_that_call_nobody(text: str) -> None:
    assert found(text, "en") == found(text, "id") == []


def test_two_telephones_side_by_side() -> None:
    assert found("0812 3456 7890 0813 4567 8901") == [
        ("phone", "0812 3456 7890"),
        ("phone", "0813 4567 8901"),
    ]


def test_a_chat_link_holds_a_number() -> None:
    for link in ("wa.me/6281234567890", "https://wa.me/6281234567890?text=hai"):
        assert found(link) == [("phone", "6281234567890")]


def test_public_words_belong_to_their_own_number() -> None:
    text = "Press office: 0812-3456-7890. Bu Ani: 0813-4567-8901"
    assert found(text) == [("phone", "0813-4567-8901")]
    text = "Humas 0812-3456-7890, Bu Ani 0813-4567-8901"
    assert found(text, "id") == [("phone", "0813-4567-8901")]
    assert found("Nomor pribadi kepala humas: 0812-3456-7890", "id") == [
        ("phone", "0812-3456-7890")
    ]
    assert found("Layanan pelanggan\n0812-3456-7890", "id") == []


def test_contacts_of_the_policy_in_any_spelling() -> None:
    policy = Policy(public_contacts=("+62 812 3456 7890", "Ani.Wijaya@Mail.Example"))
    for text in ("0812-3456-7890", "6281234567890", "(0812) 3456 7890", "ani.wijaya@mail.example"):
        assert found(text)
        assert found(text, policy=policy) == []
    assert found("0812-3456-7891", policy=policy) == [("phone", "0812-3456-7891")]


@pytest.mark.parametrize(
    "address",
    ["info@x.example", "humas.jatim@x.example", "press-id@x.example", "wanasehat@x.example"],
)
def test_role_mailboxes(address: str) -> None:
    assert found(address) == []
    assert found(f"ani.{address}") == [("email", f"ani.{address}")]


def test_a_version_is_no_address() -> None:
    assert found("See html-manager@1.0.15 for the rest.") == []


def test_one_finding_a_number() -> None:
    assert found("3199991708450001") == [("nik", "3199991708450001")]
    assert found("4111 1111 1111 1111 12/27") == [("card", "4111 1111 1111 1111")]
    # The first Luhn-valid NIK of a day: still one finding, the NIK.
    both = next(
        f"317101170845{tail:04d}" for tail in range(10_000) if _luhn(f"317101170845{tail:04d}")
    )
    assert found(both) == [("nik", both)]


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


@pytest.mark.parametrize("join", ["", " ", "-", ".", "\u2009", "\u2013"])
def test_groups_of_a_number(join: str) -> None:
    card = join.join(("5555", "5555", "5555", "4444"))
    assert found(f"Card {card}, please") == [("card", card)]
    nik = join.join(("3171", "0117", "0845", "0001"))
    assert found(f"It says {nik}.") == [("nik", nik)]


def test_a_card_needs_issuer_length_and_check_digit() -> None:
    assert found("9999999999999995") == []
    assert found("4111111111111112") == []
    assert found("411111111111") == []
    assert found("4111111111111111" + "0" * 8) == []
    assert found("2223000048400011") == [("card", "2223000048400011")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bu Ani, Jl. Melati 3 No. 12A, Tirtagiri", "Jl. Melati 3 No. 12A"),
        ("Jalan Kenanga, no 7", "Jalan Kenanga, no 7"),
        ("Jl. Melati No. 12\nRT 03/RW 05", "Jl. Melati No. 12\nRT 03/RW 05"),
        ("gang buntu no 7", "gang buntu no 7"),
        ("RT 3/5", "RT 3/5"),
        ("Blok AB/12", "Blok AB/12"),
        ("12A Old Mill Road.", "12A Old Mill Road"),
        ("apt 12c", "apt 12c"),
    ],
)
def test_addresses(text: str, words: str) -> None:
    assert found(text, "en") == found(text, "id") == [("address", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Jl. Sudirman macet",
        "Jalan Sudirman 3 jam macet",
        "Jalan Panjang Menuju 2030",
        "jalankan no 5",
        "jalan ke loket no 5",
        "Jalan Tol KM 72",
        "RT 03",
        "Blok M",
        "a flat 4 percent",
        "In 2019 Market Street flooded.",
        "Stasiun Tirtagiri\nJl. Stasiun No. 1",
        "Wanasehat, Jl. Industri No. 5",
    ],
)
def test_streets_where_nobody_is_found(text: str) -> None:
    assert found(text, "en") == found(text, "id") == []


def test_a_home_beside_a_public_place_is_a_home() -> None:
    assert found("My house is 12 Melati Street, opposite the clinic.")
    assert found("Rumahnya Jl. Melati No. 12, dekat puskesmas.", "id")
    assert found("SD 2 Tirtagiri, Jl. Mawar No. 5", "id") == []
    assert found("Anaknya di SD 2 Tirtagiri, Jl. Mawar No. 5", "id")


def test_messages_name_the_remedy_and_never_the_number_of_a_law() -> None:
    text = "Bu Ani, 0812-3456-7890, 12 Melati Street, NIK 3199991708450001, ani@mail.example"
    for reader, remedy in (("en", "Leave it out|Name the town"), ("id", "Hapus|Cukup sebut")):
        report = review(text, "en", policy=POLICY, reader=reader)
        ours = [each for each in report.findings if each.rule.startswith("privacy.")]
        assert len(ours) == 4
        for each in ours:
            assert each.matched in each.message
            assert any(word in each.message for word in remedy.split("|"))


def test_libraries_are_read_only_where_there_are_digits() -> None:
    code = (
        "import sys; from checks import review;"
        "review('Nurse Ani called at 03:40 about 12 boxes.', 'en');"
        "assert not {'phonenumbers', 'stdnum'} & set(sys.modules), 'too early';"
        "review('Call 0812-3456-7890', 'en');"
        "assert 'phonenumbers' in sys.modules, 'too late'"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@given(st.text(max_size=200))
def test_plain_keeps_every_place(text: str) -> None:
    plain = _plain(text)
    assert len(plain) == len(text)
    for before, after in zip(text, plain, strict=True):
        if before.isdecimal():
            assert after == str(unicodedata.decimal(before))


@pytest.mark.parametrize("numbers", ["0812-3456-7890 ", "4111 1111 1111 1111, ", "a@b.example "])
def test_at_most_the_cap_is_read(numbers: str) -> None:
    draft = Draft.of("x" * (CAP - 5) + " " + numbers * 3, "en")
    for rule in PRIVACY:
        assert all(hit.span.end <= CAP for hit in rule.find(draft, POLICY))


HOSTILE = (
    "0",
    "@",
    "a@",
    "1 ",
    "08-",
    "(0",
    "+62",
    "4111 ",
    "0812-3456-7890 ",
    "Jl a ",
    "Jalan Raya ",
    "RT 03/",
    "12 Aa ",
    "Flat ",
    "a.b@c.id ",
    "62 8",
)


def steps(text: str, lang: str) -> int:
    """Count the calls that the family makes, as a measure of its work that no clock disturbs."""
    draft = Draft.of(text, lang)
    count = 0

    def tick(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += 1

    for rule in PRIVACY:
        list(rule.find(draft, POLICY))
    sys.setprofile(tick)
    try:
        for rule in PRIVACY:
            list(rule.find(draft, POLICY))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_is_at_most_twice_the_work(piece: str) -> None:
    text = (piece * 8000)[:8000]
    for lang in ("en", "id"):
        assert steps(text, lang) <= 2.5 * steps(text[:4000], lang) + 500


@pytest.mark.parametrize("piece", ["0", "@", "7 "])
def test_a_megabyte_gives_a_report(piece: str) -> None:
    draft = Draft.of((piece * 1_000_000)[:1_000_000], "en")
    for rule in PRIVACY:
        assert list(rule.find(draft, POLICY)) == []
