"""Outlines of body parts in a picture: merged, then rounded as cloth and skin are."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import numpy as np
import shapely

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import Array, perpendicular
from constructive_rest.figure.loft import Loft

Shape: TypeAlias = Any  # a shapely polygon or several; shapely carries no types
_DETAIL = 1.5e-4
_SEGMENTS = 5


class Sight:
    """Surfaces as one camera sees them; what was asked for once is kept."""

    def __init__(self, camera: Camera) -> None:
        self.camera = camera
        self._outlines: dict[int, tuple[Loft, Shape]] = {}

    def outline(self, lofts: Iterable[Loft]) -> Shape:
        """What `lofts` cover in the picture."""
        return shapely.union_all([self._outline(loft) for loft in lofts])

    def _outline(self, loft: Loft) -> Shape:
        kept = self._outlines.get(id(loft))
        if kept is None:
            kept = self._outlines[id(loft)] = (loft, _outline(loft, self.camera))
        return kept[1]


def outline(lofts: Iterable[Loft], camera: Camera) -> Shape:
    """What `lofts` cover in the picture."""
    return Sight(camera).outline(lofts)


def _outline(loft: Loft, camera: Camera) -> Shape:
    """The hulls of neighbouring rings, merged."""
    pairs = _ring_pairs(camera.project(loft.vertices))
    hulls = shapely.convex_hull(shapely.linestrings(pairs))
    return shapely.union_all(shapely.simplify(hulls, _DETAIL, preserve_topology=False))


def _ring_pairs(rings: Array) -> Array:
    return np.concatenate([rings[:-1], rings[1:]], axis=1)


def hull(points: Array) -> Shape:
    """The convex outline around points (…, 2)."""
    return shapely.convex_hull(shapely.linestrings(points.reshape(-1, 2)))


def merge(shapes: Iterable[Shape]) -> Shape:
    """The union of `shapes`."""
    return shapely.union_all(list(shapes))


def round_corners(shape: Shape, closing: float, opening: float) -> Shape:
    """`shape` with hollows rounded to the radius `closing` and tips to `opening`, metres."""
    if closing:
        grown = shape.buffer(closing, quad_segs=_SEGMENTS)
        shape = grown.buffer(-closing, quad_segs=_SEGMENTS)
    if opening:
        shrunk = shape.buffer(-opening, quad_segs=_SEGMENTS)
        shape = shrunk.buffer(opening, quad_segs=_SEGMENTS)
    return shape


def visible_half(ring: Array, axis: Array, camera: Camera) -> Array | None:
    """The run of a ring's points (n, 3) on the viewer's side of a tube along `axis`.

    None where the ring is seen whole or not at all: then no half of it is a line.
    """
    centre = ring.mean(axis=0)
    seen = np.array([camera.facing(perpendicular(p - centre, axis)) > -0.02 for p in ring])
    if seen.all() or not seen.any():
        return None
    first = int(np.flatnonzero(seen & ~np.roll(seen, 1))[0])
    run: Array = ring[(first + np.arange(int(seen.sum()))) % len(ring)]
    return run


def seen_from_front(grid: Array, centre: Array, camera: Camera) -> Shape:
    """The part of a grid surface (rows, columns, 3) around `centre` that faces the viewer."""
    normals = np.cross(np.gradient(grid, axis=0), np.gradient(grid, axis=1))
    outward = np.sign(np.sum(normals * (grid - centre), axis=-1).mean())
    facing = (normals @ camera.toward) * outward
    cells = facing[:-1, :-1] + facing[1:, 1:] + facing[1:, :-1] + facing[:-1, 1:]
    points = camera.project(grid)
    corners = np.stack([points[:-1, :-1], points[:-1, 1:], points[1:, 1:], points[1:, :-1]], axis=2)
    return _hulls(corners[cells > 0])


def seen_through(grid: Array, camera: Camera) -> Shape:
    """Everything that a grid surface covers in the picture."""
    points = camera.project(grid)
    corners = np.stack([points[:-1, :-1], points[:-1, 1:], points[1:, 1:], points[1:, :-1]], axis=2)
    return _hulls(corners.reshape(-1, 4, 2))


def seen_in_strips(grid: Array, camera: Camera) -> Shape:
    """What a grid surface covers whose columns each bend one way only, such as hair: cheaper."""
    columns = camera.project(grid).swapaxes(0, 1)
    middle = columns.shape[1] // 2
    strips = np.concatenate([columns[:-1], columns[1:]], axis=1)
    halves = np.arange(strips.shape[1]) % columns.shape[1]
    return merge([_hulls(strips[:, halves <= middle]), _hulls(strips[:, halves >= middle])])


def _hulls(points: Array) -> Shape:
    hulls = shapely.convex_hull(shapely.linestrings(points))
    return shapely.union_all(shapely.buffer(hulls, 3e-4, quad_segs=1))


def rings(shape: Shape, detail: float = 0.0005) -> Iterator[Array]:
    """Every closed ring (n ≥ 3, 2) of `shape`, simplified to `detail` metres."""
    parts = getattr(shape, "geoms", [shape])
    for polygon in parts:
        if polygon.geom_type != "Polygon" or polygon.is_empty:
            continue
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.asarray(ring.simplify(detail).coords, dtype=np.float64)[:-1]
            if len(points) >= 3:
                yield points
