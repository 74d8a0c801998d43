"""The spine from the fifth lumbar vertebra to the first of the neck, and the sacrum below it.

Five lumbar vertebrae lie over the hip line, twelve thoracic ones over those, seven in the neck;
the lumbar bodies are the largest and carry broad transverse processes (Gray, Anatomy of the Human
Body, 1918, II.3). Sizes are those of an adult of 1.70 m, scaled to the body.
"""

from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.interpolation import Array, columns, pchip, perpendicular, unit
from constructive_rest.figure.loft import Loft, Sweep, sweep
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side

# station over the hip line, the vertebral bodies' middle in front of the trunk's axis
_CURVE = columns(
    (
        (0.085, -0.030), (0.110, -0.018), (0.142, -0.008), (0.175, -0.004), (0.207, -0.006),
        (0.238, -0.012), (0.267, -0.019), (0.315, -0.031), (0.360, -0.039), (0.403, -0.042),
        (0.445, -0.038), (0.483, -0.028), (0.503, -0.022), (0.520, -0.016),
    )
)  # fmt: skip
_LUMBAR, _THORACIC, _NECK = (0.110, 0.238, 5), (0.267, 0.503, 12), 7
# along the body, share of its full width: waisted between its rims
_WAIST = columns(((-1.0, 0.86), (-0.8, 1.0), (0.0, 0.88), (0.8, 1.0), (1.0, 0.86)))
# station, front, reach to front and back, half width
_SACRUM = columns(
    (
        (0.092, -0.028, 0.018, 0.030),
        (0.070, -0.038, 0.017, 0.042),
        (0.040, -0.056, 0.013, 0.033),
        (0.010, -0.064, 0.010, 0.021),
        (-0.020, -0.058, 0.006, 0.010),
        (-0.035, -0.048, 0.003, 0.004),
    )
)


@dataclass(frozen=True, slots=True)
class Build:
    """Sizes of a vertebra, metres at a height of 1.70 m: how far each process reaches and falls."""

    half_width: float
    half_depth: float
    spinous: tuple[float, float]
    transverse: float


@dataclass(frozen=True, slots=True)
class Vertebra:
    """One vertebra, by its name such as "L5": middle of its body and its surfaces."""

    name: str
    centre: Array
    up: Array
    front: Array
    body: Loft
    spinous: Loft
    transverse: tuple[Loft, Loft]


def spine_point(figure: Mannequin, station: float) -> Array:
    """The middle of the spine at `station` of the trunk, metres."""
    front = float(pchip(_CURVE[:, 0], _CURVE[:, 1], np.array([station]))[0])
    return figure.torso.point(station, front)


def spine(figure: Mannequin) -> tuple[Vertebra, ...]:
    """Every vertebra from L5 up to C1."""
    stations = [*np.linspace(*_LUMBAR), *np.linspace(*_THORACIC)]
    trunk = [spine_point(figure, float(station)) for station in stations]
    centres = np.array([*trunk, *_neck(figure)])
    ups = unit(np.gradient(centres, axis=0))
    heights = np.linalg.norm(np.gradient(centres, axis=0), axis=1)
    names = _names()
    return tuple(
        _vertebra(figure, name, (centre, up, float(height)))
        for name, centre, up, height in zip(names, centres, ups, heights, strict=True)
    )


def sacrum(figure: Mannequin) -> Loft:
    """The sacrum and the tail bone as one wedge."""
    torso, k = figure.torso, figure.body.scale
    frame = torso.frame(0.04)
    centres = np.array([torso.point(station, front) for station, front, _, _ in _SACRUM])
    radii = np.stack([_SACRUM[:, 2], _SACRUM[:, 2], _SACRUM[:, 3]], axis=1) * k
    shape = Sweep(centres, frame.front, frame.right, radii, knots=-_SACRUM[:, 0])
    return sweep(shape, 16, caps=(0.004 * k, 0.004 * k))


def _names() -> list[str]:
    lumbar, thoracic = _LUMBAR[2], _THORACIC[2]
    return [
        *(f"L{number}" for number in range(lumbar, 0, -1)),
        *(f"T{number}" for number in range(thoracic, 0, -1)),
        *(f"C{number}" for number in range(_NECK, 0, -1)),
    ]


def _neck(figure: Mannequin) -> list[Array]:
    """Seven middles on a curve from the trunk to the base of the skull."""
    head, k = figure.head, figure.body.scale
    base = head.point(np.array(-0.016), np.array(-0.035), np.array(0.0))
    frame = figure.torso.frame(0.52)
    start = spine_point(figure, 0.520)
    bend = start + (frame.up * 0.045 + frame.front * 0.008) * k
    shares = np.arange(_NECK) / (_NECK - 0.3)
    return [(1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t * t * base for t in shares]


def _build(name: str) -> Build:
    level = int(name[1:])
    match name[0]:
        case "L":
            return Build(0.0225, 0.0168, (0.046, 0.004), 0.042 if level == 3 else 0.038)
        case "T":
            size = 0.0150 + 0.00042 * (level - 1)
            return Build(size * 1.1, size * 0.95, (0.038, 0.018), 0.030)
        case _:
            return Build(0.0118, 0.0088, (0.019, 0.003), 0.022)


def _vertebra(figure: Mannequin, name: str, place: tuple[Array, Array, float]) -> Vertebra:
    centre, up, spacing = place
    k, build = figure.body.scale, _build(name)
    lying = figure.head.front if name[0] == "C" else figure.torso.frame(_frame_station(name)).front
    front = perpendicular(lying, up)
    right = np.cross(front, up)
    width, depth = build.half_width * k, build.half_depth * k
    radii = np.outer(_WAIST[:, 1], (depth, depth, width))
    body = Sweep(centre + np.outer(_WAIST[:, 0] * spacing * 0.37, up), front, right, radii)
    back, fall = (length * k for length in build.spinous)
    behind = centre - front * depth * 0.7
    tip = centre - front * back - up * fall
    ends = tuple(
        _process(centre - front * depth * 0.9 + right * side.sign * width * 0.5,
                 centre - front * depth * 1.15 + right * side.sign * build.transverse * k,
                 up, 0.0052 * k)
        for side in Side
    )  # fmt: skip
    return Vertebra(
        name=name,
        centre=centre,
        up=up,
        front=front,
        body=sweep(body, 9),
        spinous=_process(behind, tip, up, 0.0075 * k if name[0] == "L" else 0.0050 * k),
        transverse=(ends[0], ends[1]),
    )


def _frame_station(name: str) -> float:
    return 0.17 if name[0] == "L" else 0.40


def _process(start: Array, end: Array, up: Array, radius: float) -> Loft:
    """A bony spur that ends round; `radius` in metres."""
    axis = unit(end - start)
    high = perpendicular(up, axis)
    centres = np.array((start, (start + end) / 2, end))
    radii = np.outer((1.25, 0.9, 0.75), (radius, radius, radius * 0.8))
    return sweep(Sweep(centres, high, np.cross(axis, high), radii), 6, caps=(0.0, radius * 0.7))
