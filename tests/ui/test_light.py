"""The light turns slowly around each boundary and is still everywhere else."""

from hypothesis import given
from hypothesis import strategies as st

from constructive_rest import content
from constructive_rest.practice.setup import Eyes
from constructive_rest.practice.timeline import Timeline, fit
from constructive_rest.ui.light import FADE_MS, Light, light_at

REST = fit(content.load_practice(), 20 * 60_000, Eyes.OPEN)
BOUNDARIES = [phase.start_ms for phase in REST.phases[1:]]
HALF = FADE_MS // 2
boundaries = st.sampled_from(BOUNDARIES)
lengths = st.integers(5 * 60, 30 * 60).map(
    lambda seconds: fit(content.load_practice(), seconds * 1000, Eyes.OPEN)
)


def turned(light: Light) -> float:
    """How far the light has come through the whole rest."""
    return light.start + light.fraction


@given(boundary=boundaries, offset=st.integers(-HALF, HALF - 1))
def test_around_a_boundary_the_light_is_between_the_two_phases(boundary: int, offset: int) -> None:
    light = light_at(REST, boundary + offset)
    assert light.moving
    assert (light.start, light.end) == (light.end - 1, BOUNDARIES.index(boundary) + 1)
    assert 0 <= light.fraction < 1


@given(boundary=boundaries)
def test_at_the_boundary_half_of_the_turn_is_done(boundary: int) -> None:
    assert abs(light_at(REST, boundary).fraction - 0.5) < 1e-9


@given(boundary=boundaries, offset=st.integers(1, HALF))
def test_the_turn_is_the_same_on_both_sides_of_its_middle(boundary: int, offset: int) -> None:
    before = light_at(REST, boundary - offset).fraction
    after = turned(light_at(REST, boundary + offset)) - BOUNDARIES.index(boundary)
    assert abs(before + after - 1) < 1e-9


@given(rest=lengths, positions=st.lists(st.floats(0, 1), min_size=2, max_size=2))
def test_the_light_never_turns_back(rest: Timeline, positions: list[float]) -> None:
    earlier, later = sorted(round(share * rest.planned_ms) for share in positions)
    assert turned(light_at(rest, earlier)) <= turned(light_at(rest, later))


@given(position=st.integers(0, REST.planned_ms - 1))
def test_away_from_every_boundary_the_light_is_still(position: int) -> None:
    if all(abs(position - boundary) > HALF for boundary in BOUNDARIES):
        index = REST.phase_at(position).index
        assert light_at(REST, position) == Light(index, index, 0.0)


@given(boundary=boundaries, offset=st.integers(-HALF, HALF - 2))
def test_no_millisecond_makes_the_light_jump(boundary: int, offset: int) -> None:
    step = turned(light_at(REST, boundary + offset + 1)) - turned(light_at(REST, boundary + offset))
    assert 0 <= step < 0.001


def test_in_the_walk_down_it_is_the_light_of_the_first_phase() -> None:
    assert light_at(REST, -30_000) == Light(0, 0, 0.0)


def test_at_the_end_and_beyond_it_is_the_light_of_the_last_phase() -> None:
    last = len(REST.phases) - 1
    assert light_at(REST, REST.planned_ms) == Light(last, last, 0.0)
    assert light_at(REST, REST.planned_ms + 60_000) == Light(last, last, 0.0)


def test_without_gentle_motion_the_light_changes_within_a_millisecond() -> None:
    boundary = BOUNDARIES[0]
    assert light_at(REST, boundary - 1, fade_ms=1) == Light(0, 0, 0.0)
    assert light_at(REST, boundary + 1, fade_ms=1) == Light(1, 1, 0.0)
