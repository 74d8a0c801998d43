"""The diaphragm: a dome from the lower ribs and the lumbar spine.

It arises from the tip of the breast bone, the lower six ribs, and behind from two crura on the
bodies of L1-L3 (right) and L1-L2 (left). Over the top of each psoas its edge is a band, the medial
arcuate ligament, from the body of L1 or L2 to the transverse process of L1 (Gray, Anatomy of the
Human Body, 1918, IV.6b). Metres at a height of 1.70 m.
"""

import numpy as np

from constructive_rest.figure.interpolation import Array, columns, pchip
from constructive_rest.figure.loft import Loft, Sweep, sweep
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.rib_cage import cage_point
from constructive_rest.figure.sides import Side
from constructive_rest.figure.spine import spine_point

# degrees from the front, station of the rim there
_RIM = columns(
    ((0.0, 0.340), (30.0, 0.300), (60.0, 0.250), (90.0, 0.232), (120.0, 0.236), (150.0, 0.250),
     (180.0, 0.262))
)  # fmt: skip
_TOP, _DOME = 0.372, 0.018
_INSIDE = 0.93
_AROUND, _RISE = 49, 11
# station and front of the spine's middle; right and left crus end at different heights
_CRURA = {Side.RIGHT: (0.300, 0.250, 0.178), Side.LEFT: (0.300, 0.250, 0.208)}
_ARCH = columns(
    ((0.216, 0.008, 0.021), (0.236, 0.010, 0.026), (0.244, 0.008, 0.033), (0.240, -0.002, 0.040),
     (0.230, -0.016, 0.043))
)  # fmt: skip


def dome(figure: Mannequin) -> Array:
    """The dome as a grid (rows from rim to crown, around from the front, 3)."""
    around = np.linspace(-180.0, 180.0, _AROUND)
    rim = pchip(_RIM[:, 0], _RIM[:, 1], np.abs(around))
    rows = []
    for rise in np.linspace(0.0, 1.0, _RISE):
        share = _INSIDE * np.cos(rise * np.pi / 2) ** 0.9
        sides = _DOME * np.sin(np.radians(np.abs(around))) ** 2 * np.sin(np.pi * rise)
        stations = rim + (_TOP - rim) * np.sin(rise * np.pi / 2) + sides
        rows.append(
            [
                cage_point(figure, float(s), float(d), float(share))
                for s, d in zip(stations, around, strict=True)
            ]
        )
    return np.array(rows)


def crus(figure: Mannequin, side: Side) -> Loft:
    """The muscle leg of the diaphragm on the front of the lumbar spine."""
    k, frame = figure.body.scale, figure.torso.frame(0.22)
    stations = _CRURA[side]
    ahead = (0.030, 0.018, 0.015)
    centres = np.array(
        [
            spine_point(figure, s) + (frame.front * f + frame.right * side.sign * o) * k
            for s, f, o in zip(stations, ahead, (0.016, 0.011, 0.008), strict=True)
        ]
    )
    radii = np.outer((0.009, 0.0065, 0.003), (k, k, k)) * np.array((0.5, 0.5, 1.0))
    shape = Sweep(centres, frame.front, frame.right, radii)
    return sweep(shape, 12, caps=(0.0, 0.004 * k))


def medial_arch(figure: Mannequin, side: Side) -> Array:
    """The medial arcuate ligament over the psoas on `side`: a line (n, 3)."""
    points = [
        figure.torso.point(float(station), float(front), float(out) * side.sign)
        for station, front, out in _ARCH
    ]
    return np.array(points)
