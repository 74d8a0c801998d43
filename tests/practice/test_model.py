"""The values of a practice."""

from dataclasses import FrozenInstanceError

import pytest

from constructive_rest.practice.model import Cue, Glow
from constructive_rest.practice.setup import Eyes


def test_a_cue_belongs_from_its_shortest_rest_on() -> None:
    cue = Cue("Let the floor hold you.", 10)
    assert not cue.belongs(599_999, Eyes.OPEN)
    assert cue.belongs(600_000, Eyes.OPEN)
    assert cue.belongs(1_800_000, Eyes.CLOSED)


def test_a_cue_worded_for_the_eyes_belongs_to_those_eyes_alone() -> None:
    cue = Cue("Let your eyes close.", 5, Eyes.CLOSED)
    assert cue.belongs(300_000, Eyes.CLOSED)
    assert not cue.belongs(300_000, Eyes.OPEN)


def test_values_cannot_be_changed() -> None:
    cue = Cue("Rest.", 5)
    with pytest.raises(FrozenInstanceError):
        cue.text = "Hurry."  # type: ignore[misc]


def test_the_glow_names_are_those_of_the_figure() -> None:
    assert list(Glow) == ["whole", "head", "ribs", "pelvis", "hips", "feet"]
