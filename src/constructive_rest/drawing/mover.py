"""The process that moves the figure: `python -m constructive_rest.drawing.mover`.

Reads wishes from standard input until it ends and answers each with an opening and its frames,
ahead of the time at which they are due. A newer wish ends the one before it.
"""

import os
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import BinaryIO

from constructive_rest.drawing.course import Course, End, Ends
from constructive_rest.drawing.passage import (
    DURATION_MS,
    FRAMES,
    Fit,
    Opening,
    Refusal,
    Wish,
    read_wish,
    write_frame,
    write_opening,
    write_refusal,
)
from constructive_rest.figure.reading import PoseError

_MS = 1000.0
_KNOWN = 4
Inbox = SimpleQueue[bytes]
OVER = b""


class Mover:
    """Answers wishes; `clock` gives seconds and tells which frames would come too late."""

    def __init__(self, answers: BinaryIO, clock: Callable[[], float]) -> None:
        self._answers, self._clock = answers, clock
        self._ends = Ends()
        self._known: OrderedDict[int, tuple[End, Course]] = OrderedDict()

    def serve(self, inbox: Inbox) -> None:
        """Answers what comes in until it is over."""
        while (line := inbox.get()) != OVER:
            if inbox.empty():
                self._answer(read_wish(line), inbox)

    def _answer(self, wish: Wish, inbox: Inbox) -> None:
        try:
            if wish.end is None:
                self._ends.of(wish.start)
                return
            start, end = self._ends.of(wish.start), self._ends.of(wish.end)
        except (PoseError, OSError, KeyError) as error:
            self._say(write_refusal(Refusal(wish.number, str(error))))
            return
        self._say(write_opening(Opening(wish.number, _fit(start), _fit(end))))
        course = self._course(wish, start, end)
        for place in self._due():
            eased = course.eased(place / FRAMES)
            self._say(write_frame(wish.number, place, eased, course.at(eased).shapes()))
            if not inbox.empty():
                return

    def _course(self, wish: Wish, start: End, end: End) -> Course:
        """The way to `end`, from where the figure is underway if it is."""
        number, place = wish.after or (0, 0)
        underway = None
        if number in self._known:
            start, before = self._known[number]
            underway = before.at(before.eased(place / FRAMES))
        course = Course(start, end, underway)
        self._known[wish.number] = end, course
        while len(self._known) > _KNOWN:
            self._known.popitem(last=False)
        return course

    def _due(self) -> Iterator[int]:
        """The frames, without those whose time is over before they could be drawn."""
        began = self._clock()
        place = 0
        while place < FRAMES:
            yield place
            passed = (self._clock() - began) * _MS / DURATION_MS * FRAMES
            place = max(place + 1, min(int(passed), FRAMES))
        yield FRAMES

    def _say(self, message: bytes) -> None:
        self._answers.write(message)
        self._answers.flush()


def _fit(end: End) -> Fit:
    place = end.placing
    return Fit(place.scale, place.x, place.y, end.floor, end.scene.width)


def listen(requests: Iterable[bytes], inbox: Inbox) -> None:
    """Puts every line of `requests` into `inbox`, and then that it is over."""
    for line in requests:
        inbox.put(line)
    inbox.put(OVER)


def main() -> None:
    """Serve standard input."""
    inbox: Inbox = SimpleQueue()
    Thread(target=listen, args=(sys.stdin.buffer, inbox), daemon=True).start()
    Mover(sys.stdout.buffer, monotonic).serve(inbox)


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        # The window is gone. Python flushes once more at its end, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
