"""The timeline of constructive rest and of small practices made for the purpose."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constructive_rest.content import load_practice
from constructive_rest.practice.model import Cue, Glow, Phase, Practice
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup
from constructive_rest.practice.timeline import (
    LEAD_MS,
    TAIL_MS,
    CueDensity,
    TimedCue,
    Timeline,
    comfort,
    fit,
    walk_down,
    walk_down_steps,
)

PRACTICE = load_practice()
MINUTE_MS = 60_000

any_length_ms = st.integers(5 * MINUTE_MS, 30 * MINUTE_MS)
any_eyes = st.sampled_from(Eyes)


def _lengths_s(timeline: Timeline) -> list[float]:
    return [(phase.end_ms - phase.start_ms) / 1_000 for phase in timeline.phases]


@pytest.mark.parametrize(
    ("minutes", "seconds", "cues"),
    [
        (5, [45, 60, 45, 45, 45, 60], 10),
        (10, [60, 105, 75, 120, 150, 90], 14),
        (15, [90, 150, 120, 180, 240, 120], 17),
        (20, [120, 180, 150, 240, 360, 150], 20),
        (30, [120, 240, 180, 360, 720, 180], 24),
    ],
)
@pytest.mark.parametrize("eyes", Eyes)
def test_the_given_lengths_are_kept(
    minutes: int, seconds: list[int], cues: int, eyes: Eyes
) -> None:
    timeline = fit(PRACTICE, minutes * MINUTE_MS, eyes)
    assert _lengths_s(timeline) == seconds
    assert len(timeline.cues) == cues


def test_a_length_between_two_lies_on_the_straight_line() -> None:
    timeline = fit(PRACTICE, 25 * MINUTE_MS, Eyes.OPEN)
    assert _lengths_s(timeline) == [120, 210, 165, 300, 540, 165]


@settings(deadline=None)
@given(any_length_ms, any_eyes)
def test_phases_fill_the_planned_length_to_the_millisecond(planned_ms: int, eyes: Eyes) -> None:
    timeline = fit(PRACTICE, planned_ms, eyes)
    assert timeline.phases[0].start_ms == 0
    assert timeline.phases[-1].end_ms == timeline.planned_ms == planned_ms
    assert sum(phase.end_ms - phase.start_ms for phase in timeline.phases) == planned_ms
    for before, after in pairwise(timeline.phases):
        assert before.start_ms < before.end_ms == after.start_ms
    assert [phase.index for phase in timeline.phases] == list(range(6))


@settings(deadline=None)
@given(any_length_ms, any_length_ms)
def test_a_longer_rest_shortens_no_phase_and_loses_no_cue(one_ms: int, other_ms: int) -> None:
    short, long = (fit(PRACTICE, ms, Eyes.OPEN) for ms in sorted((one_ms, other_ms)))
    for before, after in zip(_lengths_s(short), _lengths_s(long), strict=True):
        assert before <= after + 0.001  # each boundary is rounded down to a millisecond
    assert {cue.text for cue in short.cues} <= {cue.text for cue in long.cues}


@settings(deadline=None)
@given(any_length_ms, any_eyes)
def test_cues_keep_their_distance_from_bells_and_from_each_other(
    planned_ms: int, eyes: Eyes
) -> None:
    timeline = fit(PRACTICE, planned_ms, eyes)
    for timed in timeline.phases:
        times = [cue.at_ms for cue in timeline.cues if cue.phase_index == timed.index]
        assert times[0] == timed.start_ms + LEAD_MS
        assert times[-1] <= timed.end_ms - TAIL_MS - 1
        least, most = timed.phase.gap_s
        assert all(least * 1_000 <= b - a <= most * 1_000 for a, b in pairwise(times))


def test_cues_are_close_early_and_farther_apart_in_the_middle() -> None:
    gaps = {phase.key: phase.gap_s for phase in PRACTICE.phases}
    assert gaps["settle"] == gaps["weight"] == (20, 30)
    assert gaps["breath"] == gaps["hips-and-back"] == (40, 60)
    assert gaps["quiet"] == (120, 180)


@pytest.mark.parametrize("minutes", range(5, 31))
def test_no_silence_in_quiet_lasts_over_three_minutes(minutes: int) -> None:
    timeline = fit(PRACTICE, minutes * MINUTE_MS, Eyes.CLOSED)
    quiet = next(timed for timed in timeline.phases if timed.phase.key == "quiet")
    times = [cue.at_ms for cue in timeline.cues if cue.phase_index == quiet.index]
    assert all(b - a <= 3 * MINUTE_MS for a, b in pairwise([*times, quiet.end_ms]))


@settings(deadline=None)
@given(any_length_ms)
def test_both_choices_of_eyes_have_their_cues_at_the_same_moments(planned_ms: int) -> None:
    opened, closed = (fit(PRACTICE, planned_ms, eyes) for eyes in Eyes)
    assert [cue.at_ms for cue in opened.cues] == [cue.at_ms for cue in closed.cues]
    assert [cue.text for cue in opened.cues] != [cue.text for cue in closed.cues]


@pytest.mark.parametrize("planned_ms", [0, 5 * MINUTE_MS - 1, 30 * MINUTE_MS + 1, -1])
def test_other_lengths_are_refused(planned_ms: int) -> None:
    with pytest.raises(ValueError, match="must be from 300000 to 1800000 ms"):
        fit(PRACTICE, planned_ms, Eyes.OPEN)


@settings(deadline=None)
@given(any_length_ms, st.data())
def test_the_phase_at_a_position_holds_it(planned_ms: int, data: st.DataObject) -> None:
    timeline = fit(PRACTICE, planned_ms, Eyes.OPEN)
    position = data.draw(st.integers(0, planned_ms - 1))
    found = timeline.phase_at(position)
    assert found.start_ms <= position < found.end_ms


def test_outside_the_rest_the_nearest_phase_is_found() -> None:
    timeline = fit(PRACTICE, 15 * MINUTE_MS, Eyes.OPEN)
    assert timeline.phase_at(-30_000) is timeline.phases[0]
    assert timeline.phase_at(15 * MINUTE_MS) is timeline.phases[-1]
    assert timeline.phase_at(99 * MINUTE_MS) is timeline.phases[-1]


def test_a_cue_stays_until_the_next_one_or_the_next_phase() -> None:
    timeline = fit(PRACTICE, 15 * MINUTE_MS, Eyes.OPEN)
    first, second, third = timeline.cues[:3]
    assert timeline.cue_at(-1) is None
    assert timeline.cue_at(first.at_ms - 1) is None
    assert timeline.cue_at(first.at_ms) is first
    assert timeline.cue_at(second.at_ms - 1) is first
    assert timeline.cue_at(timeline.phases[0].end_ms - 1) is second
    assert timeline.cue_at(timeline.phases[1].start_ms) is None
    assert timeline.cue_at(third.at_ms) is third
    assert timeline.cue_at(15 * MINUTE_MS) is timeline.cues[-1]


def _one_phase(cues: tuple[Cue, ...], gap_s: tuple[int, int]) -> Practice:
    phase = Phase("lie", "Lie", Glow.WHOLE, (60, 120), cues, gap_s)
    return Practice("small", "Small", (1, 2), (phase,), (), ())


def test_cues_share_a_phase_evenly_within_the_bounds() -> None:
    cues = (Cue("a", 1), Cue("b", 1), Cue("c", 1))
    even = fit(_one_phase(cues, (5, 60)), MINUTE_MS, Eyes.OPEN)
    assert even.cues == (
        TimedCue(6_000, "a", 0),
        TimedCue(24_000, "b", 0),
        TimedCue(42_000, "c", 0),
    )
    near = fit(_one_phase(cues, (5, 10)), MINUTE_MS, Eyes.OPEN)
    assert [cue.at_ms for cue in near.cues] == [6_000, 16_000, 26_000]
    far = fit(_one_phase(cues, (22, 60)), MINUTE_MS, Eyes.OPEN)
    assert [cue.at_ms for cue in far.cues] == [6_000, 28_000, 50_000]


def test_a_phase_without_cues_is_silent() -> None:
    assert fit(_one_phase((), (5, 60)), 90_000, Eyes.OPEN).cues == ()


def test_a_phase_too_short_for_its_cues_is_refused() -> None:
    practice = _one_phase((Cue("a", 1), Cue("b", 1)), (50, 60))
    with pytest.raises(ValueError, match="“lie” has no room for 2 cues in a rest of 60000 ms"):
        fit(practice, MINUTE_MS, Eyes.OPEN)
    assert len(fit(practice, MINUTE_MS + 4_001, Eyes.OPEN).cues) == 2


def test_the_walk_down_follows_the_setup() -> None:
    usual = walk_down_steps(PRACTICE, Setup())
    assert len(usual) == 5
    for other in (
        Setup(arms=Arms.CHEST),
        Setup(legs=Legs.CHAIR),
        Setup(head_support=HeadSupport.TOWEL),
    ):
        steps = walk_down_steps(PRACTICE, other)
        assert sum(a != b for a, b in zip(usual, steps, strict=True)) == 1
    assert walk_down_steps(PRACTICE, replace(Setup(), eyes=Eyes.CLOSED)) == usual


@pytest.mark.parametrize("arms", Arms)
@pytest.mark.parametrize("legs", Legs)
@pytest.mark.parametrize("head_support", HeadSupport)
def test_every_setup_is_led_to_the_floor(arms: Arms, legs: Legs, head_support: HeadSupport) -> None:
    setup = Setup(arms, legs, head_support)
    steps = walk_down_steps(PRACTICE, setup)
    assert len(steps) == len(set(steps)) == (3 if setup.on_side else 5)


def test_on_the_side_arms_and_head_lie_as_they_like() -> None:
    walks = {
        walk_down_steps(PRACTICE, Setup(arms, Legs.SIDE, head))
        for arms in Arms
        for head in HeadSupport
    }
    (steps,) = walks
    assert "side" in steps[1]
    assert not any(word in " ".join(steps) for word in ("skull", "elbows", "hip bones"))


@pytest.mark.parametrize("minutes", [5, 10, 20, 30])
def test_sparse_speaks_what_opens_each_phase_and_all_that_leads_up(minutes: int) -> None:
    timeline = fit(PRACTICE, minutes * MINUTE_MS, Eyes.OPEN, CueDensity.SPARSE)
    for timed in timeline.phases:
        said = [cue.spoken for cue in timeline.cues if cue.phase_index == timed.index]
        last = timed.index == timeline.phases[-1].index
        assert said == [True] + [last] * (len(said) - 1)
    assert sum(cue.spoken for cue in timeline.cues) in (8, 9)


@settings(deadline=None)
@given(any_length_ms, any_eyes, st.sampled_from(CueDensity))
def test_the_density_moves_and_hides_no_cue(
    planned_ms: int, eyes: Eyes, density: CueDensity
) -> None:
    full = fit(PRACTICE, planned_ms, eyes)
    other = fit(PRACTICE, planned_ms, eyes, density)
    assert all(cue.spoken for cue in full.cues)
    assert tuple(replace(cue, spoken=True) for cue in other.cues) == full.cues


def test_with_bells_only_nothing_is_spoken() -> None:
    timeline = fit(PRACTICE, 15 * MINUTE_MS, Eyes.OPEN, CueDensity.BELLS)
    with_steps = walk_down(timeline, ("Sit.", "Lie."), 30_000)
    assert not any(cue.spoken for cue in (*with_steps.cues, *with_steps.walk_down))


@given(st.integers(1, 300_000), st.integers(1, 9))
def test_the_steps_to_the_floor_have_even_shares(walk_down_ms: int, count: int) -> None:
    steps = [str(number) for number in range(count)]
    timeline = walk_down(fit(PRACTICE, 5 * MINUTE_MS, Eyes.OPEN), steps, walk_down_ms)
    times = [cue.at_ms for cue in timeline.walk_down]
    assert times[0] == -walk_down_ms
    shares = [after - before for before, after in pairwise([*times, 0])]
    assert max(shares) - min(shares) <= 1
    assert [cue.text for cue in timeline.walk_down] == steps
    for cue, following in pairwise(timeline.walk_down):
        if following.at_ms > cue.at_ms:
            assert timeline.cue_at(following.at_ms - 1) is cue
    assert timeline.cue_at(-1) is timeline.walk_down[-1]
    assert timeline.cue_at(0) is None


def test_no_time_to_lie_down_leaves_no_step() -> None:
    timeline = fit(PRACTICE, 5 * MINUTE_MS, Eyes.OPEN)
    assert walk_down(timeline, ("Sit.",), 0).walk_down == ()


def test_comforts_come_in_turn_without_what_is_chosen_already() -> None:
    setup = Setup(arms=Arms.SIDES, legs=Legs.CHAIR)
    said = [comfort(PRACTICE, setup, number) for number in range(8)]
    assert len(set(said)) == 4
    assert said[:4] == said[4:]
    assert not any("chair" in text or "by your sides" in text for text in said)


@pytest.mark.parametrize("setup", [Setup(arms, legs) for arms in Arms for legs in Legs], ids=str)
def test_everyone_is_offered_some_comfort(setup: Setup) -> None:
    assert comfort(PRACTICE, setup, 0)


@settings(deadline=None)
@given(any_length_ms, any_eyes)
def test_on_the_side_only_the_words_differ(planned_ms: int, eyes: Eyes) -> None:
    back = fit(PRACTICE, planned_ms, eyes)
    side = fit(PRACTICE, planned_ms, eyes, on_side=True)
    assert [cue.at_ms for cue in side.cues] == [cue.at_ms for cue in back.cues]
    assert side.phases == back.phases
    for word in ("shoulder blades", "back of the pelvis", "Roll to one side"):
        assert any(word in cue.text for cue in back.cues)
        assert not any(word in cue.text for cue in side.cues)
