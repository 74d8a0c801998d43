"""Bells and lines take turns: the cases by name, and what holds for any of them."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constructive_rest.practice import turns as taking
from constructive_rest.practice.turns import (
    BELL_MS,
    CUT_MS,
    OVERDUE,
    PATIENCE_MS,
    Hush,
    Line,
    Speak,
    Step,
    Turns,
)

LINE = Line("Feel the floor.", 10_000, 4_000)
OTHER = Line("And the feet.", 12_000, 3_000)


def after(*steps: Step) -> Turns:
    return steps[-1].turns


def test_a_line_is_spoken_at_once_where_nothing_sounds() -> None:
    assert taking.say(Turns(), LINE, 10_000).actions == (Speak(LINE),)


def test_a_line_waits_for_the_bell_to_die_away() -> None:
    turns = taking.ring(Turns(), 6_000).turns
    turns, actions = taking.say(turns, LINE, 10_000)
    assert actions == ()
    assert taking.next_moment_ms(turns, 10_000) == 6_000 + BELL_MS
    assert taking.advance(turns, 6_000 + BELL_MS).actions == (Speak(LINE),)


def test_a_line_waits_for_the_one_before_it() -> None:
    turns = taking.say(Turns(), LINE, 10_000).turns
    turns, actions = taking.say(turns, OTHER, 12_000)
    assert actions == ()
    assert taking.voice_ended(turns, 14_100).actions == (Speak(OTHER),)


def test_a_line_that_would_run_into_a_bell_waits_until_after_it() -> None:
    turns = taking.expect_bell(Turns(), 13_000, 5_000).turns
    patient = Line("Feel the floor.", 10_000, 4_000, 20_000)
    turns, actions = taking.say(turns, patient, 10_000)
    assert actions == ()
    assert taking.next_moment_ms(turns, 10_000) == 13_000 + BELL_MS
    turns, actions = taking.ring(turns, 13_000)
    assert actions == ()
    assert taking.advance(turns, 13_000 + BELL_MS).actions == (Speak(patient),)


def test_a_line_that_would_begin_too_late_is_dropped_at_once() -> None:
    turns = taking.expect_bell(Turns(), 13_000, 5_000).turns
    turns, actions = taking.say(turns, LINE, 10_000)
    assert (actions, turns.waiting) == ((), ())


def test_a_dropped_line_holds_up_none_behind_it() -> None:
    turns = taking.expect_bell(Turns(), 13_000, 5_000).turns
    turns = taking.say(turns, LINE, 10_000).turns
    short = Line("Rest.", 10_500, 1_000)
    assert taking.say(turns, short, 10_500).actions == (Speak(short),)


def test_the_voice_is_cut_before_a_bell_it_would_run_into() -> None:
    turns = taking.say(Turns(), LINE, 10_000).turns
    turns, actions = taking.expect_bell(turns, 12_000, 10_000)
    assert actions == ()
    assert taking.next_moment_ms(turns, 10_000) == 12_000 - CUT_MS
    assert taking.advance(turns, 12_000 - CUT_MS - 1).actions == ()
    assert taking.advance(turns, 12_000 - CUT_MS).actions == (Hush(),)


def test_a_bell_that_nobody_foresaw_silences_the_voice() -> None:
    turns = taking.say(Turns(), LINE, 10_000).turns
    assert taking.ring(turns, 11_000).actions == (Hush(),)


def test_a_bell_in_silence_silences_nothing() -> None:
    assert taking.ring(Turns(), 11_000).actions == ()


def test_a_voice_that_never_ends_is_given_up() -> None:
    turns = taking.say(Turns(), LINE, 10_000).turns
    given_up = 10_000 + OVERDUE * LINE.length_ms
    assert taking.next_moment_ms(turns, 10_000) == given_up
    assert taking.advance(turns, given_up).actions == (Hush(),)


def test_silence_asked_for_lasts() -> None:
    turns = taking.say(Turns(), LINE, 10_000).turns
    turns = taking.say(turns, OTHER, 12_000).turns
    turns, actions = taking.hush(turns, 12_500)
    assert actions == (Hush(),)
    assert taking.advance(turns, 20_000) == (turns, ())
    assert taking.next_moment_ms(turns, 20_000) is None


def test_silence_asked_for_in_silence_asks_nothing_of_the_voice() -> None:
    assert taking.hush(Turns(), 5) == (Turns(), ())


def test_after_being_cut_the_voice_gets_time_to_fall_silent() -> None:
    turns = taking.hush(taking.say(Turns(), LINE, 10_000).turns, 11_000).turns
    turns, actions = taking.say(turns, Line("Next.", 11_100, 1_000), 11_100)
    assert actions == ()
    assert taking.next_moment_ms(turns, 11_100) == 11_000 + CUT_MS


@dataclass
class Room:
    """Does what the turns ask, with a voice whose lines take as long as the test says."""

    lengths: list[int]
    announced: bool
    turns: Turns = field(default_factory=Turns)
    now_ms: int = 0
    bells: list[int] = field(default_factory=list)
    spoken: list[tuple[Line, int, int]] = field(default_factory=list)
    ends_ms: int | None = None

    def take(self, step: Step) -> None:
        self.turns = step.turns
        for action in step.actions:
            if isinstance(action, Hush):
                self.end()
            else:
                assert self.ends_ms is None, "two lines at once"
                length = self.lengths[len(self.spoken) % len(self.lengths)]
                self.ends_ms = self.now_ms + length
                self.spoken.append((action.line, self.now_ms, self.ends_ms))

    def end(self) -> None:
        line, start, _end = self.spoken[-1]
        self.spoken[-1] = (line, start, min(self.now_ms, self.spoken[-1][2]))
        self.ends_ms = None

    def run_until(self, until_ms: int) -> None:
        while True:
            mine = taking.next_moment_ms(self.turns, self.now_ms)
            coming = [at for at in (mine, self.ends_ms) if at is not None and at <= until_ms]
            if not coming:
                break
            at = min(coming)
            assert at > self.now_ms or at == self.ends_ms, "it would spin"
            self.now_ms = at
            if at == self.ends_ms:
                self.ends_ms = None
                self.take(taking.voice_ended(self.turns, at))
            else:
                self.take(taking.advance(self.turns, at))
        self.now_ms = until_ms

    def play(self, moments: list[tuple[int, Line | None]]) -> None:
        """Each moment is a bell or a line; the next bell is announced where they are."""
        for number, (at_ms, line) in enumerate(moments):
            bells = [at for at, later in moments[number:] if later is None]
            if self.announced:
                self.take(taking.expect_bell(self.turns, bells[0] if bells else None, self.now_ms))
            self.run_until(at_ms)
            if line is None:
                self.bells.append(at_ms)
                self.take(taking.ring(self.turns, at_ms))
            else:
                self.take(taking.say(self.turns, line, at_ms))
        self.take(taking.expect_bell(self.turns, None, self.now_ms))
        self.run_until(self.now_ms + 100_000)


@st.composite
def any_moments(draw: st.DrawFn) -> list[tuple[int, Line | None]]:
    at_ms, moments = 0, []
    for number in range(draw(st.integers(1, 12))):
        at_ms += draw(st.integers(1, 20_000))
        length, patience = draw(st.integers(500, 9_000)), draw(st.sampled_from([5_000, 15_000]))
        line = Line(str(number), at_ms, length, patience) if draw(st.booleans()) else None
        moments.append((at_ms, line))
    return moments


some_lengths = st.lists(st.integers(100, 30_000), min_size=1, max_size=5)


@settings(deadline=None)
@given(any_moments(), some_lengths)
def test_nothing_ever_sounds_beside_an_announced_bell(
    moments: list[tuple[int, Line | None]], lengths: list[int]
) -> None:
    room = Room(lengths, announced=True)
    room.play(moments)
    for bell in room.bells:
        for _line, start, end in room.spoken:
            assert end <= bell - CUT_MS or start >= bell + BELL_MS or start == end


@settings(deadline=None)
@given(any_moments(), some_lengths, st.booleans())
def test_lines_keep_their_order_and_no_line_is_late(
    moments: list[tuple[int, Line | None]], lengths: list[int], announced: bool
) -> None:
    room = Room(lengths, announced=announced)
    room.play(moments)
    for line, start, _end in room.spoken:
        assert line.due_ms <= start <= line.latest_ms
    due = [line.due_ms for line, _start, _end in room.spoken]
    assert due == sorted(due)
    for (_line, _start, end), (_next, start, _next_end) in zip(
        room.spoken, room.spoken[1:], strict=False
    ):
        assert end <= start


@settings(deadline=None)
@given(any_moments(), some_lengths)
def test_in_the_end_nothing_waits_and_nothing_is_given_up_for_nothing(
    moments: list[tuple[int, Line | None]], lengths: list[int]
) -> None:
    room = Room(lengths, announced=True)
    room.play(moments)
    assert room.turns.waiting == ()
    lone = [
        line
        for at, line in moments
        if line and all(abs(at - other) > 45_000 for other, what in moments if what is not line)
    ]
    spoken = {line.due_ms: start for line, start, _end in room.spoken}
    assert all(spoken.get(line.due_ms) == line.due_ms for line in lone)


@pytest.mark.parametrize("patience_ms", [PATIENCE_MS, 15_000])
def test_a_line_may_be_as_late_as_its_patience_and_no_later(patience_ms: int) -> None:
    line = Line("Feel the floor.", 10_000, 1_000, patience_ms)
    bell_ms = 10_000 + patience_ms - BELL_MS
    assert taking.say(taking.ring(Turns(), bell_ms).turns, line, 10_000).turns.waiting == (line,)
    late = taking.ring(Turns(), bell_ms + 1).turns
    assert taking.say(late, line, max(10_000, bell_ms + 1)).turns.waiting == ()
