"""Whose voice it is: a writer who says what the writer saw."""

from __future__ import annotations

from collections.abc import Iterator

from ..draft import Draft
from ..findings import Hit
from ..policy import Policy
from ..rule import Examples, Merit, Rule, Words

RULES: tuple[Rule, ...] = ()


def _first_person(draft: Draft, policy: Policy) -> Iterator[Hit]:
    for term in draft.terms("first_person"):
        if not draft.in_quote(term.span):
            sentence = draft.sentence_of(term.first)
            yield Hit(sentence.span if sentence else term.span)
            return


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
