"""What the window and the process that moves the figure say to each other.

A request is one line of JSON. An answer is one line of JSON, and after it as many bytes as its
`size` says: the opening of a passage has none, a frame has its polygons.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QColor, QPolygonF

from constructive_rest.drawing.picture import Scene
from constructive_rest.drawing.protocol import scene_from, scene_message

DURATION_MS = 1200
FRAMES = 42
"""After the first, one for each step of a passage."""
_VERSION = QDataStream.Version.Qt_6_0


class Points(Protocol):
    """An array of points (n, 2); numpy itself is not loaded beside the window."""

    def astype(self, kind: str) -> "Points":
        """The same numbers written in another way."""

    def tobytes(self) -> bytes:
        """The numbers as they are written."""

    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Wish:
    """A passage that is asked for: from a picture at rest, or from where the figure is underway.

    `after` is the number of an earlier passage and the frame of it that is shown. Without an `end`
    nothing moves yet: the process gets ready for a passage that starts at `start`.
    """

    number: int
    start: Scene
    end: Scene | None = None
    after: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """Where the picture plane lies in a picture `width` px wide: px a metre, its origin, px.

    `floor` is how far down the floor line of the room lies, px.
    """

    scale: float
    x: float
    y: float
    floor: float
    width: float


@dataclass(frozen=True, slots=True)
class Opening:
    """A passage begins; it leads from the place `start` in one picture to `end` in another."""

    number: int
    start: Fit
    end: Fit


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame, `eased` 0–1 of the way: polygons in metres, with their colour, back to front."""

    number: int
    place: int
    eased: float
    shapes: Sequence[tuple[QColor, Sequence[QPolygonF]]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """The passage cannot be drawn."""

    number: int
    sentence: str


Answer = Opening | Frame | Refusal


def write_wish(wish: Wish) -> bytes:
    """The request line."""
    message = {
        "number": wish.number,
        "start": scene_message(wish.start),
        "end": scene_message(wish.end) if wish.end is not None else None,
        "after": wish.after,
    }
    return json.dumps(message).encode() + b"\n"


def read_wish(line: bytes) -> Wish:
    """The wish in a request line."""
    message = json.loads(line)
    end = message["end"]
    return Wish(
        number=message["number"],
        start=scene_from(message["start"]),
        end=scene_from(end) if end is not None else None,
        after=tuple(message["after"]) if message["after"] else None,
    )


def write_opening(opening: Opening) -> bytes:
    """The answer that a passage begins."""
    fits = [[fit.scale, fit.x, fit.y, fit.floor, fit.width] for fit in (opening.start, opening.end)]
    return _line({"number": opening.number, "fits": fits}, 0)


def write_refusal(refusal: Refusal) -> bytes:
    """The answer that it does not."""
    return _line({"number": refusal.number, "error": refusal.sentence}, 0)


def write_frame(
    number: int, place: int, eased: float, shapes: Iterable[tuple[QColor, Sequence[Points]]]
) -> bytes:
    """The answer with one frame."""
    body = QByteArray()
    stream = QDataStream(body, QIODevice.OpenModeFlag.WriteOnly)
    stream.setVersion(_VERSION)
    for colour, polygons in shapes:
        stream.writeUInt32(colour.rgba())
        stream.writeInt32(len(polygons))
        for polygon in polygons:
            stream.writeInt32(len(polygon))
            points = polygon.astype(">f8").tobytes()
            stream.writeRawData(points)
    packed = body.data()
    return _line({"number": number, "place": place, "eased": eased}, len(packed)) + packed


def _line(message: Mapping[str, Any], size: int) -> bytes:
    return json.dumps({**message, "size": size}).encode() + b"\n"


class Inbox:
    """Puts answers together that come in pieces."""

    def __init__(self) -> None:
        self._received = bytearray()
        self._head: dict[str, Any] | None = None

    def take(self, piece: bytes) -> Iterator[Answer]:
        """Every answer that is whole once `piece` has come."""
        self._received += piece
        while True:
            if self._head is None:
                end = self._received.find(b"\n")
                if end < 0:
                    return
                self._head = json.loads(self._received[:end])
                del self._received[: end + 1]
            size = self._head["size"]
            if len(self._received) < size:
                return
            head, self._head = self._head, None
            body = bytes(self._received[:size])
            del self._received[:size]
            yield _answer(head, body)


def _answer(head: Mapping[str, Any], body: bytes) -> Answer:
    if "error" in head:
        return Refusal(head["number"], head["error"])
    if "fits" in head:
        start, end = (Fit(*fit) for fit in head["fits"])
        return Opening(head["number"], start, end)
    return Frame(head["number"], head["place"], head["eased"], list(_shapes(body)))


def _shapes(body: bytes) -> Iterator[tuple[QColor, Sequence[QPolygonF]]]:
    stream = QDataStream(QByteArray(body))
    stream.setVersion(_VERSION)
    while not stream.atEnd():
        colour = QColor.fromRgba(stream.readUInt32())
        polygons = []
        for _ in range(stream.readInt32()):
            polygon = QPolygonF()
            stream >> polygon
            polygons.append(polygon)
        yield colour, polygons
