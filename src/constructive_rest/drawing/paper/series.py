"""A step shown as a series of pictures: where its pictures and its words stand."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from constructive_rest.drawing.paper import blocks
from constructive_rest.drawing.paper.document import Entry, Figure, Frame
from constructive_rest.drawing.paper.typesetting import Kind, Run, Typesetter

GUTTER, NUMBER_WIDTH = 8.0, 7.5
"""Between pictures and the words beside them, and for a step's number; millimetres."""
_FRAME_GAP, _OVER_FRAMES, _ROW_GAP = 3.0, 2.0, 3.0
_SHAPES = {3: 0.66, 5: 0.82}
_LEAST_WORDS = 48.0


@dataclass(frozen=True, slots=True)
class Series:
    """The frames of `entry` within `inner` millimetres, at most `row` of them in a row.

    Three of five may leave room for the words beside them, no lower than the pictures, so that
    the words are read before the captions; else the words stand above.
    """

    entry: Entry
    inner: float
    row: int
    type_: Typesetter

    def height(self) -> float:
        """How high it stands, millimetres."""
        rows = sum(self._row_height(row) for row in self._rows) + _ROW_GAP * (len(self._rows) - 1)
        return rows if self._beside else self._words_height + rows

    def put(
        self, number: int, left: float, y: float, draw: Callable[[Figure, QRectF], None]
    ) -> float:
        """Sets words and pictures from `y` down, and returns where they end."""
        x = left + self.inner - self._width
        top = y + (self._frame_height - self._words_height) / 2 if self._beside else y
        self.type_.line(Run(str(number), Kind.NUMBER), x - NUMBER_WIDTH, top)
        blocks.put(self._words, x, top, self._width, self.type_)
        below = y if self._beside else y + self._words_height
        for row in self._rows:
            for place_in_row, frame in enumerate(row):
                corner = left + place_in_row * (self._frame_width + _FRAME_GAP)
                place = QRectF(corner, below, self._frame_width, self._frame_height)
                blocks.put(
                    blocks.caption(frame.caption),
                    corner,
                    place.bottom(),
                    self._frame_width,
                    self.type_,
                )
                draw(frame.figure, place)
            below += self._row_height(row) + _ROW_GAP
        return y + self.height()

    @property
    def _rows(self) -> list[tuple[Frame, ...]]:
        frames = self.entry.frames
        return [frames[at : at + self.row] for at in range(0, len(frames), self.row)]

    @property
    def _beside(self) -> bool:
        width = self._beside_width
        if width < _LEAST_WORDS:
            return False
        words = blocks.entry(self.entry, width, self.type_)
        return blocks.height(words, width, self.type_) <= self._frame_height

    @property
    def _beside_width(self) -> float:
        taken = min(self.row, len(self.entry.frames)) * (self._frame_width + _FRAME_GAP)
        return self.inner - taken + _FRAME_GAP - GUTTER - NUMBER_WIDTH

    @property
    def _width(self) -> float:
        return self._beside_width if self._beside else self.inner - NUMBER_WIDTH

    @property
    def _words(self) -> tuple[blocks.Block, ...]:
        return blocks.entry(self.entry, self._width, self.type_)

    @property
    def _words_height(self) -> float:
        words = blocks.height(self._words, self._width, self.type_)
        return words if self._beside else words + _OVER_FRAMES

    @property
    def _frame_width(self) -> float:
        return (self.inner - _FRAME_GAP * (self.row - 1)) / self.row

    @property
    def _frame_height(self) -> float:
        return self._frame_width * _SHAPES[self.row] * self.type_.scale

    def _row_height(self, row: tuple[Frame, ...]) -> float:
        captions = (blocks.caption(frame.caption) for frame in row)
        under = max(blocks.height(each, self._frame_width, self.type_) for each in captions)
        return self._frame_height + under
