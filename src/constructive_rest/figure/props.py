"""The things around the body: mat, book, towel and stool, as faces in the picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
import shapely

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import Array, vector
from constructive_rest.figure.layers import Ink, Layer, Line, Lines, Panel, Region, Tone
from constructive_rest.figure.loft import Loft
from constructive_rest.figure.silhouette import Shape, hull, round_corners

MAT_THICKNESS = 0.012
_MAT_CORNER = 0.03
SUPPORT_MIDDLE, SUPPORT_LENGTH, SUPPORT_DEPTH = -0.715, 0.215, 0.29
_COVER = 0.0055
_FOLDS = 3
SEAT_HEIGHT = 0.452


@dataclass(frozen=True, slots=True)
class Block:
    """A box with sides along the axes: from `low` to `high`, metres."""

    low: Array
    high: Array

    def corners(self) -> Array:
        """The eight corners (8, 3)."""
        ends = np.stack([self.low, self.high])
        return np.array(list(product(ends[:, 0], ends[:, 1], ends[:, 2])))

    def loft(self) -> Loft:
        """Its surface, for what has to know how deep it lies."""
        low, high = (self.face(1, high=end) for end in (False, True))
        return Loft(np.stack([low, high]))

    def face(self, axis: int, high: bool) -> Array:
        """The corners (4, 3), in order, of the face at the low or high end of `axis`."""
        first, second = (other for other in range(3) if other != axis)
        at = self.high if high else self.low
        points = np.tile(at, (4, 1)).astype(np.float64)
        for row, (a, b) in enumerate(((0, 0), (1, 0), (1, 1), (0, 1))):
            points[row, first] = (self.low, self.high)[a][first]
            points[row, second] = (self.low, self.high)[b][second]
        return points


_FACES = ((1, True, 0.16), (2, True, -0.04), (0, True, -0.22), (0, False, -0.22), (2, False, -0.3))


def block_panels(
    block: Block, tone: Tone, camera: Camera, *, rounding: float = 0.0, occlusion: float = 0.0
) -> Iterator[Panel]:
    """The faces of a box that the camera sees, its outline rounded."""
    whole = hull(camera.project(block.corners()))
    whole = round_corners(whole, 0.0, rounding)
    for axis, high, light in _FACES:
        normal = np.zeros(3)
        normal[axis] = 1.0 if high else -1.0
        if camera.facing(normal) > 0.01:
            face = shapely.Polygon(camera.project(block.face(axis, high))).buffer(4e-4)
            yield Panel(tone, face.intersection(whole), light, occlusion)


@dataclass(frozen=True, slots=True)
class Mat:
    """A mat: from `head_end` to `foot_end` along x, and as wide to either side."""

    head_end: float
    foot_end: float
    half_width: float

    def edge(self, height: float, inset: float = 0.0) -> Array:
        """The mat's edge (n, 3) with rounded corners at `height`, `inset` metres inward."""
        points = []
        corner = _MAT_CORNER
        for x, z, start in (
            (self.foot_end - corner, self.half_width - corner, 0),
            (self.head_end + corner, self.half_width - corner, 90),
            (self.head_end + corner, corner - self.half_width, 180),
            (self.foot_end - corner, corner - self.half_width, 270),
        ):
            for degrees in np.linspace(start, start + 90, 10):
                reach = corner - inset
                turn = np.radians(degrees)
                points.append((x + reach * np.cos(turn), height, z + reach * np.sin(turn)))
        return np.array(points)

    def top(self, camera: Camera) -> Shape:
        """The mat's upper face in the picture."""
        return shapely.Polygon(camera.project(self.edge(0.0)))

    def whole(self, camera: Camera) -> Shape:
        """Everything the mat covers in the picture."""
        both = np.concatenate([self.edge(0.0), self.edge(-MAT_THICKNESS)])
        return hull(camera.project(both))

    def layers(self, camera: Camera) -> Iterator[Layer]:
        """Edge, face and seam."""
        yield Panel(Tone.MAT_EDGE, self.whole(camera))
        yield Panel(Tone.MAT, self.top(camera))
        seam = camera.project(self.edge(0.0, 0.014))
        closed = np.concatenate([seam, seam[:1]])
        yield Lines((Line(closed, 0.0024, Ink.MAT, 0.45, 0.5, 0.5),))


def book(
    middle: float, heights: tuple[float, float], camera: Camera, scale: float
) -> Iterator[Layer]:
    """A closed book from one height to another, its back toward the crown: cover, pages, cover."""
    cover = _COVER * scale
    low, high = _support_box(middle, heights, scale)
    inset = vector(0.007, 0.0, 0.007) * scale
    bottom = Block(low, vector(high[0], low[1] + cover, high[2]))
    pages = Block(low + inset + vector(0, cover, 0), high - inset - vector(0, cover, 0))
    back = Block(low, vector(low[0] + 0.012 * scale, high[1], high[2]))
    top = Block(vector(low[0], high[1] - cover, low[2]), high)
    yield from block_panels(bottom, Tone.BOOK, camera, rounding=0.0015)
    yield from block_panels(pages, Tone.PAGE, camera)
    yield _page_edges(pages, camera)
    yield from block_panels(back, Tone.BOOK, camera, rounding=0.003)
    yield from block_panels(top, Tone.BOOK, camera, rounding=0.002, occlusion=0.7)
    groove = low[0] + 0.022 * scale
    ends = np.array(((groove, high[1], low[2]), (groove, high[1], high[2])))
    yield Lines((Line(camera.project(ends), 0.0026 * scale, Ink.BOOK, 0.5, 0.5, 0.5),))


def _page_edges(pages: Block, camera: Camera) -> Lines:
    heights = np.linspace(pages.low[1], pages.high[1], 6)[1:-1]
    near = pages.high[2]
    return Lines(
        tuple(
            Line(
                camera.project(np.array(((pages.low[0], y, near), (pages.high[0], y, near)))),
                0.0016,
                Ink.PAGE,
                0.35,
                0.5,
                0.5,
            )
            for y in heights
        )
    )


def towel(middle: float, height: float, camera: Camera, scale: float) -> Iterator[Layer]:
    """A towel folded in three, with two woven stripes at its hem."""
    low, high = _support_box(middle, (0.0, height), scale)
    for fold in range(_FOLDS):
        bottom, top = (height * part / _FOLDS for part in (fold, fold + 1))
        inward = 0.005 * scale * (fold % 2)
        block = Block(
            vector(low[0] + inward, bottom, low[2] + inward),
            vector(high[0] - inward, top, high[2] - inward),
        )
        shape = round_corners(hull(camera.project(block.corners())), 0.0, 0.0062 * scale)
        yield Region(Tone.TOWEL, shape, shade=0.3, occlusion=0.6)
    yield Lines(tuple(_stripes(low, high, camera, scale)))


def _stripes(low: Array, high: Array, camera: Camera, scale: float) -> Iterator[Line]:
    """Across the top, and down the near side of the uppermost fold."""
    fold = (high[1] - low[1]) / _FOLDS
    for inset in (0.018, 0.027):
        x = high[0] - inset * scale
        ends = np.array(((x, high[1], low[2]), (x, high[1], high[2]), (x, high[1] - fold, high[2])))
        yield Line(camera.project(ends), 0.0042 * scale, Ink.TOWEL, 0.55, 0.5, 0.5)


def _support_box(middle: float, heights: tuple[float, float], scale: float) -> tuple[Array, Array]:
    length, depth = SUPPORT_LENGTH * scale, SUPPORT_DEPTH * scale
    low = vector(middle - length / 2, heights[0], -depth / 2)
    return low, vector(middle + length / 2, heights[1], depth / 2)


def stool(camera: Camera, scale: float) -> Iterator[Layer]:
    """A wooden stool that carries the calves; its seat is at SEAT_HEIGHT."""
    *frame, seat = stool_blocks(scale)
    frame.sort(key=lambda block: camera.facing((block.low + block.high) / 2))
    for block in frame:
        yield from block_panels(block, Tone.WOOD, camera, rounding=0.003, occlusion=0.4)
    yield from block_panels(seat, Tone.WOOD, camera, rounding=0.009, occlusion=0.6)


def stool_blocks(scale: float) -> list[Block]:
    """Legs and rails of the stool, and last its seat."""
    left, right, deep = 0.165 * scale, 0.60 * scale, 0.22 * scale
    seat_top, seat_bottom = SEAT_HEIGHT * scale, (SEAT_HEIGHT - 0.036) * scale
    leg, inset = 0.034 * scale, 0.024 * scale
    blocks = []
    for near in (-1.0, 1.0):
        middle = near * (deep - inset)
        for x in (left + inset, right - inset - leg):
            low = vector(x, 0.0, middle - leg / 2)
            blocks.append(Block(low, vector(x + leg, seat_bottom, middle + leg / 2)))
        low = vector(left + inset + leg, 0.14 * scale, middle - leg / 3)
        blocks.append(Block(low, vector(right - inset - leg, 0.165 * scale, middle + leg / 3)))
    return [*blocks, Block(vector(left, seat_bottom, -deep), vector(right, seat_top, deep))]


def support_block(middle: float, height: float, scale: float) -> Block:
    """The space that book or towel take below the head."""
    return Block(*_support_box(middle, (0.0, height), scale))


def stool_footprint(scale: float) -> Array:
    """The floor (4, 3) under the stool."""
    left, right, deep = 0.165 * scale, 0.60 * scale, 0.22 * scale
    return np.array(((left, 0, -deep), (right, 0, -deep), (right, 0, deep), (left, 0, deep)))
