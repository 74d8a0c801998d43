"""Outlines of body parts in a picture: merged, then rounded as cloth and skin are."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import numpy as np
import shapely

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import Array, perpendicular, unit
from constructive_rest.figure.loft import Loft

Shape: TypeAlias = Any  # a shapely polygon or several; shapely carries no types
_WELD = 2e-5
_DETAIL = 1.5e-4
_SEGMENTS = 5


def outline(lofts: Iterable[Loft], camera: Camera) -> Shape:
    """What `lofts` cover in the picture: the hulls of neighbouring rings, merged."""
    pairs = [_ring_pairs(camera.project(loft.vertices)) for loft in lofts]
    if not pairs:
        return shapely.Polygon()
    hulls = shapely.convex_hull(shapely.linestrings(np.concatenate(pairs)))
    lean = shapely.simplify(hulls, _DETAIL, preserve_topology=False)
    return shapely.union_all(shapely.buffer(lean, _WELD, quad_segs=1))


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
    facing = (unit(normals) @ camera.toward) * outward
    cells = facing[:-1, :-1] + facing[1:, 1:] + facing[1:, :-1] + facing[:-1, 1:]
    return _grid_cells(camera.project(grid), cells > 0)


def seen_through(grid: Array, camera: Camera) -> Shape:
    """Everything that a grid surface covers in the picture."""
    cells = np.ones((grid.shape[0] - 1, grid.shape[1] - 1), dtype=bool)
    return _grid_cells(camera.project(grid), cells)


def _grid_cells(points: Array, wanted: "np.ndarray[Any, np.dtype[np.bool_]]") -> Shape:
    corners = np.stack([points[:-1, :-1], points[:-1, 1:], points[1:, 1:], points[1:, :-1]], axis=2)
    cells = shapely.convex_hull(shapely.linestrings(corners[wanted]))
    return shapely.union_all(shapely.buffer(cells, 3e-4, quad_segs=1))


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
