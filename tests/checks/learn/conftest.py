"""Small steps to try the engine on, apart from the exercises that authors write."""

from __future__ import annotations

import pytest

from checks import Policy
from checks.learn import Exercise
from checks.learn.steps import Decoy, Fault, Length, Repair, Spot, Write, to_data

POLICY = {
    "names": ["Air Randu"],
    "products": [],
    "disclosure_phrases": [],
    "disclosure_tags": [],
    "public_contacts": [],
}


@pytest.fixture
def spot() -> Spot:
    return Spot(
        id="spot",
        title="Spot: the valve",
        lang="en",
        platform="instagram",
        draft=(
            "Dear valued followers, we don't rest! At 03:40 the pipe split in Market Street.\n\n"
            "I counted 38 turns before the water stopped. In order to thank everyone, our "
            "world-class team will leverage synergies tomorrow!!! #ProudTeam"
        ),
        faults=(
            Fault("Dear valued followers", "hook.warm_up", "A greeting takes the first line."),
            Fault("In order to", "plain_words.office", "One short word would do."),
            Fault("!!!", "punctuation.repeated", "One mark is enough."),
        ),
        decoys=(
            Decoy("At 03:40 the pipe split", "This is the scene: leave it."),
            Decoy("I counted 38 turns", "A number that can be checked is a strength."),
            Decoy("in Market Street", "A place lets readers see it."),
        ),
        find=2,
        hints=("Where does the story begin?", "Look at the first line.", "It is the greeting."),
        reason="Greeting and office words hide the scene.",
    )


@pytest.fixture
def repair() -> Repair:
    return Repair(
        id="repair",
        title="Repair: the valve",
        lang="en",
        platform="instagram",
        draft=(
            "Good morning, dear friends! In order to fix the pipe, I turned the valve 38 times. "
            "The water in Market Street was back at 05:10, and the noodle shop could open."
        ),
        hints=("Read the first line aloud.", "Begin with 38."),
        reason="The number opens the scene.",
        clear=("hook.warm_up", "plain_words.office"),
        keep=("38", "Market Street"),
        show=("hook.scene_opening",),
        words=Length(12, 40),
        solution=(
            "38 turns. That is what it took to close the valve in Market Street.\n\n"
            "At 05:10 the water was back, and the noodle shop could open."
        ),
    )


@pytest.fixture
def write() -> Write:
    return Write(
        id="write",
        title="Write: the pump",
        lang="en",
        platform="instagram",
        brief="Tell neighbours on Instagram about one night at the pump.",
        facts=("The pump stopped at 02:10.", "It took three hours."),
        hints=("Begin with a time.", "02:10 is a good first word."),
        reason="The time opens the scene.",
        clear=("hook.warm_up",),
        keep=(),
        show=("hook.scene_opening",),
        words=Length(10, 40),
        solution="02:10. The pump is silent. I kneel in the mud and count the bolts: twelve.",
    )


@pytest.fixture
def policy() -> Policy:
    return Policy(names=("Air Randu",))


@pytest.fixture
def exercise(spot: Spot, repair: Repair, write: Write) -> Exercise:
    data = {
        "title": "The valve",
        "minutes": 15,
        "platform": "instagram",
        "policy": POLICY,
        "steps": [to_data(task) for task in (spot, repair, write)],
    }
    return Exercise("valve", "en", data)
