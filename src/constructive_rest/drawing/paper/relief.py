"""Light and shade for print: a soft mask cut into steps, each one a flat shape.

On screen a blurred mask is moved toward the light. Here the same blur becomes a stack of
outlines between `-REACH` and `+REACH` of its radius, spread as densely as the blur is steep.
All lengths are metres of the body.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import shapely

from constructive_rest.figure.layers import Fade
from constructive_rest.figure.shades import LIGHT
from constructive_rest.figure.silhouette import Shape

REACH = 1.1
_COARSE, _SHADOW_COARSE = 0.4, 1.1
_EDGE = 0.002
_FAR = 3.0
_SEEN = 2.0
_SOFTNESS = (0.0045, 0.0150, 0.0330)
# which softness, how far the mask is moved, how strongly it counts; as on screen
_SHADES = ((2, 0.044, 0.30), (1, 0.022, 0.30), (0, 0.009, 0.26))
_RIMS = ((0, 0.0105, 0.15), (0, 0.0040, 0.24))
_OCCLUSIONS = ((2, 0.0075, 0.22), (1, 0.0030, 0.26), (0, 0.0010, 0.30))


@dataclass(frozen=True, slots=True)
class Fineness:
    """In how many steps each of the three softnesses is cut, from the softest on, and a shadow."""

    steps: tuple[int, int, int]
    shadow: int

    def of(self, softness: int) -> int:
        """The steps of the softness counted from the sharpest, 0."""
        return self.steps[2 - softness]


FINE = Fineness((4, 3, 2), 7)
PLAIN = Fineness((2, 1, 1), 4)
SPARE = Fineness((2, 1, 0), 4)


@dataclass(frozen=True, slots=True)
class Cut:
    """One flat shape of a soft one, and how dense it lies, 0–1."""

    shape: Shape
    alpha: float


def shades(shape: Shape, strength: float, fineness: Fineness, detail: float = 0.0) -> Iterator[Cut]:
    """The side away from the light, the widest cut first; to be kept inside of `shape`.

    `detail` is what print shows at all.
    """
    return _fallen(shape, _SHADES, 1.0, strength, fineness, detail)


def rims(shape: Shape, strength: float, fineness: Fineness, detail: float = 0.0) -> Iterator[Cut]:
    """The thin light along the edge that faces the light; to be kept inside of `shape`."""
    return _fallen(shape, _RIMS, -1.0, strength, fineness, detail)


def occlusions(
    shape: Shape, strength: float, fineness: Fineness, detail: float = 0.0
) -> Iterator[Cut]:
    """What `shape` darkens around itself; the widest cut first."""
    laid = 0.0
    for softness, way, weight in _OCCLUSIONS:
        steps = 2 * fineness.of(softness)
        radius = _SOFTNESS[softness]
        for grown in _offsets(steps)[: steps // 2]:
            swollen = _coarse(shape.buffer(-grown * radius, quad_segs=2), radius, detail)
            moved = shapely.affinity.translate(swollen, 0.3 * way, way)
            share = weight / steps * strength
            yield Cut(moved, _over(share, laid))
            laid += share


def floor_shadow(shape: Shape, softness: float, alpha: float, steps: int) -> Iterator[Cut]:
    """A soft shadow on the floor."""
    laid = 0.0
    for grown in _offsets(steps):
        swollen = _coarse(
            shape.buffer(-grown * softness, quad_segs=2), softness * _SHADOW_COARSE, 0.0
        )
        yield Cut(swollen, _over(alpha / steps, laid))
        laid += alpha / steps


def setting_in(fade: Fade, steps: int) -> Iterator[Cut]:
    """Half planes that together grow from nothing to full along `fade`."""
    for step in range(steps):
        yield Cut(beyond(fade, (step + 0.5) / steps), _over(1 / steps, step / steps))


def beyond(fade: Fade, share: float) -> Shape:
    """The half plane past the point of `fade` at which `share` 0–1 of it has set in."""
    way = (fade.end[0] - fade.start[0], fade.end[1] - fade.start[1])
    length = math.hypot(*way) or 1e-6
    along = (way[0] / length * _FAR, way[1] / length * _FAR)
    x, y = fade.start[0] + way[0] * share, fade.start[1] + way[1] * share
    return shapely.Polygon(
        (
            (x - along[1], y + along[0]),
            (x - along[1] + along[0], y + along[0] + along[1]),
            (x + along[1] + along[0], y - along[0] + along[1]),
            (x + along[1], y - along[0]),
        )
    )


def _fallen(
    shape: Shape,
    steps: tuple[tuple[int, float, float], ...],
    away: float,
    strength: float,
    fineness: Fineness,
    detail: float,
) -> Iterator[Cut]:
    laid = 0.0
    left, top, right, bottom = shape.bounds
    around = shapely.box(left - _EDGE, top - _EDGE, right + _EDGE, bottom + _EDGE)
    for softness, way, weight in steps:
        if way < _SEEN * detail:
            continue
        count = fineness.of(softness)
        for inset in reversed(_offsets(count)):
            radius = _SOFTNESS[softness]
            core = _coarse(shape.buffer(-inset * radius, quad_segs=2), radius, detail)
            moved = shapely.affinity.translate(core, LIGHT[0] * way * away, LIGHT[1] * way * away)
            share = weight / count * strength
            yield Cut(around.difference(moved), _over(share, laid))
            laid += share


def _coarse(shape: Shape, radius: float, detail: float) -> Shape:
    """`shape` in few points: an edge that is soft over `radius` needs no more."""
    return shape.simplify(max(radius * _COARSE, detail))


def _offsets(count: int) -> list[float]:
    """Where `count` steps lie, -REACH outside to +REACH inside, as a twice blurred edge falls."""
    offsets = []
    for step in range(count):
        part = (step + 0.5) / count
        way = math.sqrt(2 * part) - 1 if part < 0.5 else 1 - math.sqrt(2 * (1 - part))
        offsets.append(way * REACH)
    return offsets


def _over(share: float, laid: float) -> float:
    """How dense a cut must be so that it adds `share` where `laid` already lies."""
    return max(0.0, min(1.0, share / max(1.0 - laid, 0.12)))
