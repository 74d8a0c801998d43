"""Pictures for the interface: from memory, from disk, or from the process that draws them."""

import sys
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from constructive_rest.drawing.cache import PictureCache
from constructive_rest.drawing.canonical import canonical
from constructive_rest.drawing.helper import Helper
from constructive_rest.drawing.passages import Passages
from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.drawing.protocol import (
    Answer,
    read_answer,
    read_picture,
    write_request,
)

_MEMORY_BYTES = 96 * 1024 * 1024
_IDLE_MS = 30_000
_STARTS = 2


class Renderer(QObject):
    """Draws beside the GUI and never in it; `passages` move the figure from picture to picture.

    `drawn` brings each Picture that was not at hand at once; `failed` a sentence, once, when the
    drawing process ended twice in a row, after which only stored pictures are given.
    """

    drawn = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        cache_dir: Path,
        parent: QObject | None = None,
        *,
        command: Sequence[str] | None = None,
        mover: Sequence[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache = PictureCache(cache_dir)
        self._memory: OrderedDict[Scene, Picture] = OrderedDict()
        self._waiting: list[tuple[str, Scene]] = []
        self._asked: dict[Scene, Scene] = {}
        self._drawing: Scene | None = None
        self._number = 0
        self._received = bytearray()
        self._answer: Answer | None = None
        self._deaths = 0
        self._closed = False
        self._helper = Helper(command or worker_command(cache_dir), _IDLE_MS, self)
        self._helper.heard.connect(self._hear)
        self._helper.ended.connect(self._ended)
        self.passages = Passages(self, command=mover)

    def picture(self, scene: Scene, asker: str = "") -> Picture | None:
        """The picture of `scene` if it is at hand; otherwise None, and `drawn` brings it later.

        What the same `asker` waits for in another size is given up.
        """
        if scene.width < 1 or scene.height < 1:
            return None
        same = canonical(scene)
        known = self._memory.get(same) or self._cache.load(same)
        if known is not None:
            self._remember(known)
            return replace(known, scene=scene)
        if self._deaths < _STARTS and not self._closed:
            self._queue(asker, same)
            self._asked[same] = scene
            self._draw_next()
        return None

    @property
    def busy(self) -> bool:
        """Whether a picture is being drawn or waits to be."""
        return self._drawing is not None or bool(self._waiting)

    def close(self) -> None:
        """Gives up what waits and ends the drawing process; only stored pictures are given then."""
        self._closed = True
        self._give_up()
        self.passages.close()
        self._helper.close()

    def _queue(self, asker: str, scene: Scene) -> None:
        for entry in list(self._waiting):
            who, other = entry
            if who == asker and _same_but_size(other, scene):
                self._waiting.remove(entry)
        wanted = {other for _, other in self._waiting} | {self._drawing, scene}
        self._asked = {same: asked for same, asked in self._asked.items() if same in wanted}
        if scene != self._drawing and all(other != scene for _, other in self._waiting):
            self._waiting.append((asker, scene))

    def _draw_next(self) -> None:
        if self._drawing is not None or not self._waiting:
            return
        _, self._drawing = self._waiting.pop(0)
        self._ask()

    def _ask(self) -> None:
        if self._drawing is not None:
            self._number += 1
            self._helper.say(write_request(self._number, self._drawing))

    def _give_up(self) -> None:
        self._waiting.clear()
        self._asked.clear()
        self._drawing = None

    def _ended(self) -> None:
        self._received.clear()
        self._answer = None
        self._deaths += 1
        if self._deaths < _STARTS:
            self._ask()
            return
        self._give_up()
        self.failed.emit(
            self.tr("The figure could not be drawn. Everything else works as it should.")
        )

    def _hear(self, said: bytes) -> None:
        self._received += said
        while self._take_answer():
            pass

    def _take_answer(self) -> bool:
        """Whether a whole answer had come in; it is then done with."""
        if self._answer is None:
            end = self._received.find(b"\n")
            if end < 0:
                return False
            self._answer = read_answer(bytes(self._received[:end]))
            del self._received[: end + 1]
        answer = self._answer
        if len(self._received) < answer.size:
            return False
        pixels = bytes(self._received[: answer.size])
        del self._received[: answer.size]
        self._answer = None
        self._finish(answer, pixels)
        return True

    def _finish(self, answer: Answer, pixels: bytes) -> None:
        scene, self._drawing = self._drawing, None
        self._deaths = 0
        if answer.error:
            self.failed.emit(answer.error)
        elif scene is not None and answer.number == self._number:
            picture = read_picture(answer, pixels, scene)
            self._remember(picture)
            self.drawn.emit(replace(picture, scene=self._asked.pop(scene, scene)))
        self._draw_next()
        if self._drawing is None:
            self._helper.rest()

    def _remember(self, picture: Picture) -> None:
        self._memory[picture.scene] = picture
        self._memory.move_to_end(picture.scene)
        total = sum(known.image.sizeInBytes() for known in self._memory.values())
        while total > _MEMORY_BYTES and len(self._memory) > 1:
            _, oldest = self._memory.popitem(last=False)
            total -= oldest.image.sizeInBytes()


def worker_command(cache_dir: Path) -> list[str]:
    """The command line of the drawing process."""
    return [sys.executable, "-m", "constructive_rest.drawing.worker", str(cache_dir)]


def _same_but_size(first: Scene, second: Scene) -> bool:
    return replace(first, width=1, height=1, dpr=1.0) == replace(second, width=1, height=1, dpr=1.0)
