"""A chair to get up by or to sit on, a pillow for who lies on the side, a cushion for the knees."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import Array, cross, unit, vector
from constructive_rest.figure.layers import Ink as Drawn
from constructive_rest.figure.layers import Layer, Line, Lines, Region, Tone
from constructive_rest.figure.leg import calf_girth
from constructive_rest.figure.loft import Loft, Sweep, sweep
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.props import SEAT_HEIGHT, Block, block_panels
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import hull, outline, round_corners

SEAT_DEPTH, _HALF_WIDTH, _THICK = 0.43, 0.215, 0.036
_BACK_HEIGHT, _BACK_THICK, _LEG = 0.90, 0.030, 0.034
_RAILS = ((0.62, 0.70), (0.80, 0.90))
_PILLOW_LENGTH, _PILLOW_HALF_DEPTH, _PILLOW_ROUND = 0.26, 0.19, 0.035
_CUSHION_HALF_WIDTH, _CUSHION_FROM, _CUSHION_TO, _CALF = 0.085, -0.12, 0.72, 0.052


class Back(StrEnum):
    """Where a chair has its back: toward the head end, the foot end, or nowhere (a stool)."""

    NEAR = "near"
    FAR = "far"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Chair:
    """A chair whose seat begins at `x` and whose middle is at `z`, metres for a body of 1.70 m."""

    x: float
    z: float
    back: Back

    def blocks(self, scale: float) -> list[Block]:
        """Legs, the bars of the back, and last the seat."""
        left, right, low, high = self.x, self.x + SEAT_DEPTH, -_HALF_WIDTH, _HALF_WIDTH
        boxes = []
        for x in (left, right - _LEG):
            rises = (x == left and self.back is Back.NEAR) or (x > left and self.back is Back.FAR)
            top = _BACK_HEIGHT if rises else SEAT_HEIGHT - _THICK
            for z in (low, high - _LEG):
                boxes.append(((x, 0.0, z), (x + _LEG, top, z + _LEG)))
        if self.back is not Back.NONE:
            x = left if self.back is Back.NEAR else right - _BACK_THICK
            for bottom, top in _RAILS:
                boxes.append(((x, bottom, low + _LEG), (x + _BACK_THICK, top, high - _LEG)))
        seat = ((left, SEAT_HEIGHT - _THICK, low), (right, SEAT_HEIGHT, high))
        aside = vector(0.0, 0.0, self.z)
        return [
            Block((vector(*start) + aside) * scale, (vector(*end) + aside) * scale)
            for start, end in (*boxes, seat)
        ]

    def layers(self, camera: Camera, scale: float) -> Iterator[Layer]:
        """Its parts, those farther away first."""
        *frame, seat = self.blocks(scale)
        parts = [(block, 0.003, 0.4) for block in frame] + [(seat, 0.009, 0.5)]
        for block, rounding, occlusion in sorted(
            parts, key=lambda part: _nearness(part[0], camera)
        ):
            yield from block_panels(
                block, Tone.WOOD, camera, rounding=rounding, occlusion=occlusion
            )

    def footprint(self, scale: float) -> Array:
        """The floor (4, 3) under it."""
        left, right = self.x, self.x + SEAT_DEPTH
        low, high = self.z - _HALF_WIDTH, self.z + _HALF_WIDTH
        corners = ((left, 0, low), (right, 0, low), (right, 0, high), (left, 0, high))
        return np.array(corners) * scale


def _nearness(block: Block, camera: Camera) -> float:
    return float(((block.low + block.high) / 2) @ camera.toward)


def pillow_block(figure: Mannequin) -> Block:
    """The space of the pillow under a head on its side."""
    k, ears = figure.body.scale, figure.head.centre
    middle = ears + figure.head.up * 0.045 * k
    half = vector(_PILLOW_LENGTH / 2, 0.0, _PILLOW_HALF_DEPTH) * k
    low = middle * (1.0, 0.0, 1.0) - half
    return Block(low, low + half * 2 + vector(0.0, figure.support, 0.0))


def pillow(figure: Mannequin, camera: Camera) -> Iterator[Layer]:
    """A folded towel or pillow that keeps a head on its side level, with a fold along its edge."""
    block, k = pillow_block(figure), figure.body.scale
    shape = round_corners(hull(camera.project(block.corners())), 0.0, _PILLOW_ROUND * k)
    yield Region(Tone.TOWEL, shape, shade=0.8)
    front = np.array((block.low * (1, 1, 0) + block.high * (0, 0, 1), block.high * (1, 0, 1)))
    folds = []
    for share in (0.36, 0.68):
        line = front + vector(0.0, block.high[1] * share, 0.0)
        folds.append(Line(camera.project(line), 0.0040 * k, Drawn.TOWEL, 0.45, 0.1, 0.1))
    yield Lines(tuple(folds), shape)


def cushion_loft(figure: Mannequin) -> Loft:
    """The cushion between knees and shins, as thick as the space between them."""
    k = figure.body.scale
    lines = []
    for side in Side:
        chain = figure.legs[side].chain
        ends = (_CUSHION_FROM, _CUSHION_TO)
        lines.append(np.array([chain.middle + (chain.end - chain.middle) * at for at in ends]))
    across = lines[1] - lines[0]
    along = unit(lines[0][1] - lines[0][0])
    over = unit(across[0] - along * float(across[0] @ along))
    shares = np.linspace(0.0, 1.0, 7)[:, None]
    middle = (lines[0] + lines[1]) / 2
    centres = middle[0] * (1 - shares) + middle[1] * shares
    apart = np.linalg.norm(across, axis=1)
    thick = (apart[0] * (1 - shares) + apart[1] * shares)[:, 0] / 2 - _CALF * calf_girth(
        figure.body
    ) * k
    round_ = np.sqrt(np.clip(1.0 - ((shares[:, 0] - 0.5) / 0.56) ** 4, 0.05, 1.0))
    half = np.maximum(thick, 0.012 * k) * round_
    radii = np.stack([half, half, np.full(7, _CUSHION_HALF_WIDTH * k)], axis=1)
    return sweep(Sweep(centres, over, cross(over, along), radii), 18, caps=(0.02 * k, 0.02 * k))


def cushion(figure: Mannequin, camera: Camera) -> Iterator[Layer]:
    """The cushion between the knees."""
    shape = round_corners(outline([cushion_loft(figure)], camera), 0.0, 0.010)
    yield Region(Tone.TOWEL, shape)
