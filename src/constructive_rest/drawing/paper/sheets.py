"""Two pages of the guide: what goes where, in the order in which it is to be read.

Qt's QPdfWriter (looked up for 6.11 and 6.12) writes neither tags nor alternative text nor the
language of a document. So the words themselves stand in reading order, which is what a screen
reader falls back to.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from constructive_rest.drawing.paper import blocks
from constructive_rest.drawing.paper.document import Document, Entry, Figure
from constructive_rest.drawing.paper.figures import print_figure
from constructive_rest.drawing.paper.series import GUTTER, NUMBER_WIDTH, Series
from constructive_rest.drawing.paper.typesetting import DOTS_PER_MM, Kind, Run, Typesetter

_SIDE, _TOP, _FOOT, _FOOTER_RISE = 18.0, 15.0, 16.0, 12.0
_HERO_SHARE, _PICTURE_SHARE, _PICTURE_WIDTH = 0.202, 0.121, 60.0
_BESIDE_HERO, _COLUMN_GAP = 4.0, 9.0
_TALLEST_HERO = 0.5
_HAIRLINE = "#E6DBCA"
_LEAST_GAP, _MOST_GAP = 4.0, 13.0

Entries = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """How large the type and the pictures are, 1 as a rule; short series stand `wide`, too."""

    type: float
    pictures: float
    wide: bool = False


# the roomiest first; pictures give way before words do
_WAYS = (
    Way(1.0, 1.0, wide=True),
    *(Way(1.0, pictures) for pictures in (1.0, 0.95, 0.90, 0.86, 0.82, 0.78)),
    *(Way(scale, 0.80 * scale) for scale in (0.96, 0.92, 0.88, 0.84, 0.80, 0.75, 0.70)),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in millimetres."""

    width: float
    height: float

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * _SIDE

    @property
    def foot(self) -> float:
        """Where the contents must end."""
        return self.height - _FOOT

    @property
    def hero(self) -> float:
        """The height of the large picture."""
        return self.height * _HERO_SHARE

    @property
    def picture(self) -> float:
        """The height of a step's picture."""
        return self.height * _PICTURE_SHARE


class Pages:
    """Lays `document` out for `painter`, which counts 720 dots an inch of `sheet`.

    `told` is called after each picture with the share 0–1 that is done.
    """

    def __init__(
        self,
        document: Document,
        painter: QPainter,
        sheet: Sheet,
        told: Callable[[float], None],
    ) -> None:
        self._document, self._painter, self._sheet, self._told = document, painter, sheet, told
        self._pictures = 0
        self._all_pictures = 1 + sum(
            (entry.figure is not None) + len(entry.frames) for entry in document.entries
        )
        self._type = self._fitting()
        self._first, self._second = self._split()

    def first(self) -> None:
        """Prints the large picture, the choices and the first steps."""
        y, inner = _TOP, self._sheet.inner
        y = self._put(blocks.head(self._document), y) + _BESIDE_HERO
        hero = self._hero + self._spare_for_hero()
        self._figure(self._document.hero, QRectF(_SIDE, y, inner, hero))
        y = self._put(blocks.choices(self._document), y + hero + _BESIDE_HERO)
        gap = self._gap(self._first, self._head_height())
        for number, entry in enumerate(self._first, start=1):
            y = self._entry(number, entry, y + gap)
        self._footer(1)

    def second(self) -> None:
        """Prints the other steps, how to get up, and the sentence that holds for all of it."""
        y = _TOP
        gap = self._gap(self._second, self._end_height())
        for number, entry in enumerate(self._second, start=len(self._first) + 1):
            y = self._entry(number, entry, y) + gap
        self._end(y)
        self._footer(2)

    def _fitting(self) -> Typesetter:
        """The largest type with which everything fits: another language may need more room."""
        for self._way in _WAYS:
            self._type = Typesetter(self._painter, self._way.type)
            if self._room(*self._split()) >= 0:
                break
        return self._type

    def _split(self) -> tuple[Entries, Entries]:
        """The steps of both pages: so many on the first that the gaps come out most alike."""
        entries = self._document.entries
        ways = [(entries[:count], entries[count:]) for count in range(1, len(entries))]
        return max(ways, key=lambda way: self._room(*way))

    def _room(self, first: Entries, second: Entries) -> float:
        """What the tighter page has left for each gap, beyond the least."""
        return min(self._left(first, self._head_height()), self._left(second, self._end_height()))

    def _left(self, entries: Entries, other: float) -> float:
        height = sum(map(self._entry_height, entries)) + other
        return (self._sheet.foot - _TOP - height) / max(1, len(entries)) - _LEAST_GAP

    def _gap(self, entries: Entries, other: float) -> float:
        return max(0.0, min(_MOST_GAP, self._left(entries, other) + _LEAST_GAP))

    def _head_height(self) -> float:
        document, inner = self._document, self._sheet.inner
        above = blocks.height(blocks.head(document), inner, self._type)
        below = blocks.height(blocks.choices(document), inner, self._type)
        return above + self._hero + 2 * _BESIDE_HERO + below

    @property
    def _hero(self) -> float:
        return self._sheet.hero * self._way.pictures

    def _spare_for_hero(self) -> float:
        """What is left beyond the widest gaps, as far as the large picture can use it."""
        beyond = self._left(self._first, self._head_height()) + _LEAST_GAP - _MOST_GAP
        tallest = self._sheet.inner * _TALLEST_HERO
        return max(0.0, min(beyond * len(self._first), tallest - self._hero))

    def _put(self, words: tuple[blocks.Block, ...], y: float) -> float:
        return blocks.put(words, _SIDE, y, self._sheet.inner, self._type)

    def _entry_height(self, entry: Entry) -> float:
        if entry.frames:
            return self._series(entry).height()
        width = self._width_of(entry)
        words = blocks.height(blocks.entry(entry, width, self._type), width, self._type)
        return max(words, self._picture_height) if entry.figure else words

    def _entry(self, number: int, entry: Entry, y: float) -> float:
        """Words beside the picture, both centred on each other; returns where they end."""
        if entry.frames:
            return self._series(entry).put(number, _SIDE, y, self._figure)
        width, height = self._width_of(entry), self._entry_height(entry)
        words = blocks.entry(entry, width, self._type)
        text = blocks.height(words, width, self._type)
        top = y + (height - text) / 2 if entry.figure else y
        x = self._sheet.width - _SIDE - width
        self._type.line(Run(str(number), Kind.NUMBER), x - NUMBER_WIDTH, top)
        blocks.put(words, x, top, width, self._type)
        if entry.figure is not None:
            picture = self._picture_height
            place = QRectF(_SIDE, y + (height - picture) / 2, _PICTURE_WIDTH, picture)
            self._figure(entry.figure, place)
        return y + height

    def _series(self, entry: Entry) -> Series:
        row = 3 if self._way.wide and len(entry.frames) <= 3 else 5
        return Series(entry, self._sheet.inner, row, self._type)

    @property
    def _picture_height(self) -> float:
        return self._sheet.picture * self._way.pictures

    def _width_of(self, entry: Entry) -> float:
        """The width of a step's words: beside a picture, or all there is."""
        beside = _PICTURE_WIDTH + GUTTER if entry.figure else 0.0
        return self._sheet.inner - beside - NUMBER_WIDTH

    def _figure(self, figure: Figure, place: QRectF) -> None:
        print_figure(figure, self._document, place, self._type, self._painter)
        self._pictures += 1
        self._told(self._pictures / self._all_pictures)

    def _end_height(self) -> float:
        document, inner, type_ = self._document, self._sheet.inner, self._type
        parts = [blocks.height(blocks.closing(part), inner, type_) for part in document.closings]
        sentence = blocks.height(blocks.safety(document), inner, type_)
        return sum(parts) + sentence + _COLUMN_GAP + _LEAST_GAP * len(parts)

    def _end(self, y: float) -> None:
        self._rule(y)
        y += _LEAST_GAP
        for part in self._document.closings:
            y = self._put(blocks.closing(part), y) + _LEAST_GAP
        self._put(blocks.safety(self._document), y)

    def _rule(self, y: float) -> None:
        self._painter.setPen(QPen(QColor(_HAIRLINE), 0.25 * DOTS_PER_MM))
        at = QPointF(_SIDE, y) * DOTS_PER_MM
        self._painter.drawLine(QLineF(at, at + QPointF(self._sheet.inner * DOTS_PER_MM, 0)))

    def _footer(self, page: int) -> None:
        y = self._sheet.height - _FOOTER_RISE
        self._type.line(Run(self._document.footer, Kind.FOOTER), _SIDE, y)
        words = Run(self._document.page_words.format(page, 2), Kind.FOOTER)
        self._type.line(words, self._sheet.width - _SIDE - self._type.width(words), y)
