"""The moving process sends a passage whole, gives way to the next, and leaves out what is late."""

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count, pairwise
from queue import SimpleQueue

import pytest

from constructive_rest.drawing.mover import OVER, Inbox, Mover, listen
from constructive_rest.drawing.passage import (
    DURATION_MS,
    FRAMES,
    Answer,
    Frame,
    Opening,
    Refusal,
    Wish,
    write_wish,
)
from constructive_rest.drawing.passage import Inbox as Answers
from constructive_rest.drawing.passages import mover_command
from constructive_rest.drawing.picture import Scene
from constructive_rest.practice.setup import Arms, Setup

SIDE = Scene("side", "morning", 400, 208)
TOP = replace(SIDE, pose="top", width=300, height=158)
FEET = replace(TOP, pose="feet")
HALF = FRAMES // 2


def still() -> float:
    return 0.0


def queue(*wishes: Wish) -> Inbox:
    inbox: Inbox = SimpleQueue()
    for wish in wishes:
        inbox.put(write_wish(wish))
    inbox.put(OVER)
    return inbox


class Calm(SimpleQueue[bytes]):
    """One wish after the other: the next comes only when the one before has been answered."""

    def empty(self) -> bool:
        return True


def hurried() -> Callable[[], float]:
    """A clock that leaves time for few frames: they come at 0, 10, 21, 31 and 42."""
    now = count()
    return lambda: next(now) * DURATION_MS / 1000 / 4


def answered(*wishes: Wish, clock: Callable[[], float] | None = None) -> list[Answer]:
    inbox: Inbox = Calm()
    listen([write_wish(wish) for wish in wishes], inbox)
    answers = io.BytesIO()
    Mover(answers, clock or hurried()).serve(inbox)
    return list(Answers().take(answers.getvalue()))


def frames_of(answers: list[Answer], number: int) -> list[Frame]:
    return [one for one in answers if isinstance(one, Frame) and one.number == number]


def spots(frame: Frame) -> list[tuple[float, float]]:
    return [
        (point.x(), point.y())
        for _, polygons in frame.shapes
        for polygon in polygons
        for point in polygon.toList()
    ]


def middle(frame: Frame) -> tuple[float, float]:
    points = spots(frame)
    return (
        sum(x for x, _ in points) / len(points),
        sum(y for _, y in points) / len(points),
    )


def test_a_passage_has_its_opening_and_every_frame_in_order() -> None:
    answers = answered(Wish(1, SIDE, TOP), clock=still)
    assert isinstance(answers[0], Opening)
    frames = frames_of(answers, 1)
    assert [frame.place for frame in frames] == list(range(FRAMES + 1))
    assert [frames[0].eased, frames[-1].eased] == [0.0, 1.0]
    assert all(a.eased <= b.eased for a, b in pairwise(frames))


def test_getting_ready_answers_nothing() -> None:
    assert answered(Wish(1, SIDE)) == []


def test_a_newer_wish_is_served_instead_of_those_before() -> None:
    answers = io.BytesIO()
    Mover(answers, still).serve(queue(Wish(1, SIDE, TOP), Wish(2, SIDE, FEET)))
    found = list(Answers().take(answers.getvalue()))
    assert found == [], "the end came after both, so nobody waits for an answer"


def test_a_passage_breaks_off_when_another_is_wanted() -> None:
    class Once(SimpleQueue[bytes]):
        """Something new lies in it from the fourth frame on."""

        asked = 0

        def empty(self) -> bool:
            self.asked += 1
            return self.asked < 5

    once = Once()
    listen([write_wish(Wish(1, SIDE, TOP))], once)
    answers = io.BytesIO()
    Mover(answers, still).serve(once)
    assert len(frames_of(list(Answers().take(answers.getvalue())), 1)) == 4


def test_frames_whose_time_is_over_are_left_out_but_never_the_last() -> None:
    frames = frames_of(answered(Wish(1, SIDE, TOP), clock=hurried()), 1)
    assert [frame.place for frame in frames] == [
        0,
        FRAMES // 4,
        FRAMES // 2,
        FRAMES * 3 // 4,
        FRAMES,
    ]


def test_redirected_it_goes_on_from_where_it_is() -> None:
    answers = answered(Wish(1, SIDE, TOP), Wish(2, TOP, FEET, (1, HALF)))
    left = next(frame for frame in frames_of(answers, 1) if frame.place == HALF)
    on = frames_of(answers, 2)
    assert middle(on[0]) == pytest.approx(middle(left), abs=1e-6)
    assert on[0].eased == 0.0
    assert middle(on[-1]) == pytest.approx(middle(frames_of(answered(Wish(1, SIDE, FEET)), 1)[-1]))


def test_redirected_before_anything_was_drawn_it_starts_from_the_picture() -> None:
    answers = answered(Wish(5, SIDE, TOP, (3, 9)))
    assert middle(frames_of(answers, 5)[0]) == pytest.approx(
        middle(frames_of(answered(Wish(1, SIDE, TOP)), 1)[0])
    )


def test_redirected_twice_it_still_ends_where_it_should() -> None:
    chest = replace(SIDE, setup=Setup(arms=Arms.CHEST))
    answers = answered(
        Wish(1, SIDE, TOP), Wish(2, TOP, FEET, (1, HALF)), Wish(3, FEET, chest, (2, HALF))
    )
    direct = frames_of(answered(Wish(1, SIDE, chest)), 1)[-1]
    assert middle(frames_of(answers, 3)[-1]) == pytest.approx(middle(direct), abs=1e-6)


@pytest.mark.parametrize(
    "wrong",
    [replace(SIDE, pose="flying"), replace(SIDE, body="cactus"), replace(SIDE, pose="bodies")],
)
def test_what_cannot_be_drawn_is_refused_and_the_next_is_served(wrong: Scene) -> None:
    answers = answered(Wish(1, wrong, TOP), Wish(2, SIDE, TOP))
    assert isinstance(answers[0], Refusal)
    assert answers[0].number == 1
    assert frames_of(answers, 2)[-1].place == FRAMES


def test_as_a_process_it_needs_no_display_and_ends_with_its_input() -> None:
    done = subprocess.run(
        mover_command(),
        input=write_wish(Wish(1, SIDE)),
        capture_output=True,
        check=True,
        env={"PATH": "", "SYSTEMROOT": "C:\\Windows"},
        timeout=60,
    )
    assert (done.stdout, done.stderr) == (b"", b"")
    assert mover_command()[0] == sys.executable
