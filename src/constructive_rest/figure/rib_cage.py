"""Ribs, their cartilages and the breast bone.

Twelve pairs leave the thoracic vertebrae and slope down as they come forward; seven reach the
breast bone by cartilages of their own, the eighth to tenth join the seventh, the last two end free
(Gray, Anatomy of the Human Body, 1918, II.4a-c). Metres at a height of 1.70 m.
"""

from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.interpolation import Array, columns, pchip
from constructive_rest.figure.loft import Loft, Sweep, sweep
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side

# station, reach to front and back, half width of the inside of the cage
_CAGE = columns(
    (
        (0.170, 0.068, 0.060, 0.105),
        (0.230, 0.074, 0.062, 0.119),
        (0.290, 0.084, 0.066, 0.133),
        (0.350, 0.090, 0.070, 0.134),
        (0.400, 0.088, 0.072, 0.124),
        (0.440, 0.076, 0.068, 0.103),
        (0.475, 0.056, 0.058, 0.075),
        (0.505, 0.036, 0.046, 0.048),
    )
)
# of each rib: station behind, how far it falls, degrees from the front where bone ends
_RIBS = (
    (0.499, 0.026, 30), (0.479, 0.038, 27), (0.458, 0.050, 25), (0.437, 0.062, 25),
    (0.415, 0.074, 26), (0.393, 0.086, 28), (0.371, 0.096, 31), (0.350, 0.102, 38),
    (0.329, 0.102, 46), (0.308, 0.096, 55), (0.288, 0.074, 80), (0.268, 0.046, 118),
)  # fmt: skip
_BEHIND = 168.0
_POINTS = 22
_TO_THE_BREAST_BONE, _FREE = 7, 10
BREAST_BONE = (0.474, 0.462, 0.360, 0.338)
"""Stations of its upper end, its widest place, the end of its body and its tip."""


@dataclass(frozen=True, slots=True)
class Rib:
    """One rib of `number` 1-12: the middle line of its bone and of its cartilage, if any."""

    number: int
    side: Side
    bone: Array
    cartilage: Array | None


def cage_radii(figure: Mannequin, stations: Array) -> Array:
    """Reach to the front, to the back and sideways (n, 3), metres at a height of 1.70 m."""
    body = figure.body
    held = np.clip(stations, _CAGE[0, 0], _CAGE[-1, 0])
    chest = np.clip((held - 0.20) / 0.12, 0.0, 1.0)
    wide = (body.chest * chest + body.waist * (1 - chest)) * (1 + body.girth) / 2
    reach: Array = pchip(_CAGE[:, 0], _CAGE[:, 1:], held)
    reach[..., 2] *= wide
    return reach


def cage_point(figure: Mannequin, station: float, degrees: float, share: float = 1.0) -> Array:
    """A point on the cage, `degrees` from the front toward the right; `share` 0-1 lies inside."""
    front, back, side = cage_radii(figure, np.array([station]))[0] * share
    angle = np.radians(degrees)
    cosine = float(np.cos(angle))
    forward = (front if cosine > 0 else back) * cosine
    return figure.torso.point(station, forward, side * float(np.sin(angle)))


def ribs(figure: Mannequin) -> tuple[Rib, ...]:
    """All twenty-four."""
    return tuple(_rib(figure, number, side) for side in Side for number in range(1, 13))


def breast_bone(figure: Mannequin) -> Loft:
    """The breast bone with its tip."""
    k = figure.body.scale
    stations = np.array(BREAST_BONE)
    frame = figure.torso.frame(0.42)
    centres = np.array([cage_point(figure, float(station), 0.0) for station in stations])
    radii = columns(
        ((0.004, 0.004, 0.022), (0.005, 0.005, 0.026), (0.004, 0.004, 0.018), (0.002, 0.002, 0.005))
    )
    shape = Sweep(centres, frame.front, frame.right, radii * k, knots=-stations)
    return sweep(shape, 14, caps=(0.004 * k, 0.003 * k))


def _rib(figure: Mannequin, number: int, side: Side) -> Rib:
    station, fall, end = _RIBS[number - 1]
    way = np.linspace(0.0, 1.0, _POINTS)
    degrees = _BEHIND + (end - _BEHIND) * way
    rise = 0.008 * np.sin(np.pi * way)
    stations = station + rise - fall * way**1.35
    bone = np.array(
        [
            cage_point(figure, float(s), float(d) * side.sign)
            for s, d in zip(stations, degrees, strict=True)
        ]
    )
    return Rib(number, side, bone, _cartilage(figure, number, side, float(stations[-1]), end))


def _cartilage(
    figure: Mannequin, number: int, side: Side, station: float, degrees: float
) -> Array | None:
    """From the bone's end up to the breast bone, or to the cartilage above."""
    if number > _FREE:
        return None
    goal, near = _goal(number, station)
    stations = np.linspace(station, goal, 8) - 0.006 * np.sin(np.linspace(0, np.pi, 8))
    turns = np.linspace(degrees, near, 8)
    return np.array(
        [
            cage_point(figure, float(s), float(d) * side.sign)
            for s, d in zip(stations, turns, strict=True)
        ]
    )


def _goal(number: int, station: float) -> tuple[float, float]:
    top, end = BREAST_BONE[0] - 0.008, BREAST_BONE[2]
    if number <= _TO_THE_BREAST_BONE:
        return top + (end - top) * (number - 1) / (_TO_THE_BREAST_BONE - 1), 11.0
    return station + 0.028, {8: 20.0, 9: 29.0, 10: 38.0}[number]
