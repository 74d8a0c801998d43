"""Passages of the figure for the interface: from the process that draws their frames."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from constructive_rest.drawing.helper import Helper
from constructive_rest.drawing.passage import Frame, Inbox, Opening, Wish, write_wish
from constructive_rest.drawing.picture import Scene

_IDLE_MS = 30_000
_STARTS = 2


class Passages(QObject):
    """Has the frames of one passage drawn at a time; a new one ends the one before.

    `opened` brings an Opening, `came` each Frame of the passage that was asked for last; `failed`
    is emitted when it will not come, or not to its end.
    """

    opened = Signal(object)
    came = Signal(object)
    failed = Signal()

    def __init__(
        self, parent: QObject | None = None, *, command: Sequence[str] | None = None
    ) -> None:
        super().__init__(parent)
        self._number = 0
        self._underway = False
        self._deaths = 0
        self._closed = False
        self._inbox = Inbox()
        self._helper = Helper(command or mover_command(), _IDLE_MS, self)
        self._helper.heard.connect(self._hear)
        self._helper.ended.connect(self._ended)

    @property
    def possible(self) -> bool:
        """Whether the figure can move at all."""
        return self._deaths < _STARTS and not self._closed

    def get_ready(self, scene: Scene) -> None:
        """A passage from `scene` is likely soon: have the process up by then."""
        if self.possible and not self._underway:
            self._helper.say(write_wish(Wish(self._number, scene)))
            self._helper.rest()

    def move(self, start: Scene, end: Scene, after: Frame | None = None) -> None:
        """Ask for the way from `start` to `end`, or from the frame `after` which the figure has
        been brought to.
        """
        self._number += 1
        self._underway = True
        place = (after.number, after.place) if after is not None else None
        self._helper.say(write_wish(Wish(self._number, start, end, place)))

    def stop(self) -> None:
        """What still comes of the passage is not wanted."""
        self._number += 1
        self._underway = False
        if self._helper.running:
            self._helper.rest()

    def close(self) -> None:
        """End the process; nothing moves from then on."""
        self._closed = True
        self._helper.close()

    def _hear(self, piece: bytes) -> None:
        for answer in self._inbox.take(piece):
            if answer.number != self._number:
                continue
            self._deaths = 0
            match answer:
                case Opening():
                    self.opened.emit(answer)
                case Frame():
                    self.came.emit(answer)
                case _:
                    self._fail()

    def _ended(self) -> None:
        self._inbox = Inbox()
        self._deaths += 1
        if self._underway:
            self._fail()

    def _fail(self) -> None:
        self.stop()
        self.failed.emit()


def mover_command() -> list[str]:
    """The command line of the process that moves the figure."""
    return [sys.executable, "-m", "constructive_rest.drawing.mover"]
