"""The hand: a palm, four fingers and a thumb."""

import math
from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.interpolation import Array, columns, cross, unit
from constructive_rest.figure.loft import Loft, Mesh, Sweep, Sweeps, sweep, sweep_alike

# along the hand from the wrist, half thickness, half width, shift toward the thumb
_PALM = columns(
    (
        (-0.006, 0.0195, 0.0270, 0.000),
        (0.018, 0.0175, 0.0310, 0.002),
        (0.045, 0.0155, 0.0390, 0.002),
        (0.070, 0.0135, 0.0415, 0.000),
        (0.088, 0.0115, 0.0400, -0.001),
    )
)
# offset toward the thumb, length, radius; index to little finger
_FINGERS = columns(
    (
        (0.0300, 0.074, 0.0088),
        (0.0105, 0.083, 0.0090),
        (-0.0095, 0.077, 0.0086),
        (-0.0285, 0.060, 0.0076),
    )
)
_JOINT_SHARES = (0.45, 0.32, 0.23)
_THUMB = np.array((0.0165, 0.0135, 0.0108, 0.0088))
_LARGER = 1.07
_THICK = np.concatenate(
    [_PALM[1:, 1] * 0.9, np.repeat(_FINGERS[:, 2], len(_JOINT_SHARES) + 1), _THUMB]
)


@dataclass(frozen=True, slots=True)
class Hand:
    """Surfaces, and the lines along fingers and thumb that details are drawn from."""

    palm: Loft
    fingers: tuple[Loft, ...]
    thumb: Loft
    finger_lines: tuple[Array, ...]
    thumb_line: Array
    palm_facing: Array

    @property
    def lofts(self) -> list[Loft]:
        """Every surface of the hand."""
        return [self.palm, *self.fingers, self.thumb]


@dataclass(frozen=True, slots=True)
class Grip:
    """How a hand lies: its wrist, where the fingers, the palm and the thumb point."""

    wrist: Array
    fingers: Array
    palm: Array
    thumb: Array


def build_hand(grip: Grip, curl_degrees: float, scale: float, mesh: Mesh) -> Hand:
    """A hand whose finger joints each bend by `curl_degrees` toward the palm."""
    k = scale * _LARGER
    back = -grip.palm
    centres = grip.wrist + k * (
        np.outer(_PALM[:, 0], grip.fingers) + np.outer(_PALM[:, 3], grip.thumb)
    )
    radii = np.stack([_PALM[:, 1], _PALM[:, 1] * 0.9, _PALM[:, 2]], axis=1) * k
    shape = Sweep(centres, back, grip.thumb, radii, knots=_PALM[:, 0])
    palm = sweep(shape, 14, caps=(0.0, 0.008 * k), floor=mesh.floor, detail=mesh.detail)
    lines = _finger_lines(grip, math.radians(curl_degrees), k)
    thumb_line = _thumb_line(grip, k)
    return Hand(
        palm=palm,
        fingers=_fingers(lines, grip, k, mesh),
        thumb=_thumb(thumb_line, grip, k, mesh),
        finger_lines=tuple(lines),
        thumb_line=thumb_line,
        palm_facing=grip.palm,
    )


def hand_points(grip: Grip, curl_degrees: float, scale: float) -> tuple[Array, Array]:
    """Points (n, 3) within a hand, and how thick (n,) the hand is around each, metres."""
    k = scale * _LARGER
    palm = grip.wrist + k * np.outer(_PALM[1:, 0], grip.fingers)
    lines = _finger_lines(grip, math.radians(curl_degrees), k).reshape(-1, 3)
    return np.concatenate([palm, lines, _thumb_line(grip, k)]), _THICK * k


def _finger_lines(grip: Grip, curl: float, k: float) -> Array:
    """The joints (4, 4, 3) of four fingers, from the knuckles to the tips."""
    offset, length, _ = _FINGERS.T
    point = grip.wrist + k * (
        np.outer(0.080 - np.abs(offset) * 0.12, grip.fingers) + np.outer(offset, grip.thumb)
    )
    points = [point]
    direction = unit(grip.fingers + np.outer(offset * 2.3, grip.thumb))
    bend = curl * 0.5
    for share in _JOINT_SHARES:
        direction = unit(direction * math.cos(bend) + grip.palm * math.sin(bend))
        point = point + direction * (length * share * k)[:, None]
        points.append(point)
        bend = curl
    return np.stack(points, axis=1)


def _fingers(lines: Array, grip: Grip, k: float, mesh: Mesh) -> tuple[Loft, ...]:
    radius = _FINGERS[:, 2] * k
    radii = np.multiply.outer(radius, np.outer((1.05, 1.0, 0.94, 0.80), np.ones(3)))
    shapes = Sweeps(lines, -grip.palm, grip.thumb, radii)
    return sweep_alike(shapes, 12, caps=(radius * 0.45, radius * 0.8), mesh=mesh)


def _thumb_line(grip: Grip, k: float) -> Array:
    along = np.outer((0.014, 0.038, 0.066, 0.092), grip.fingers)
    across = np.outer((0.018, 0.041, 0.053, 0.0555), grip.thumb)
    under = np.outer((0.0, 0.0, 0.003, 0.007), grip.palm)
    points: Array = grip.wrist + k * (along + across + under)
    return points


def _thumb(line: Array, grip: Grip, k: float, mesh: Mesh) -> Loft:
    radii = np.outer(_THUMB, (k, k, k))
    shape = Sweep(line, -grip.palm, cross(-grip.palm, grip.fingers), radii)
    return sweep(shape, 12, caps=(0.006 * k, 0.007 * k), floor=mesh.floor, detail=mesh.detail)
