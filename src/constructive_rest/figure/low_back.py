"""The gap under the low back, as the eye sees it from the side."""

from collections.abc import Iterator

import numpy as np
import shapely

from constructive_rest.figure.contact_patches import Place, patches
from constructive_rest.figure.interpolation import Array, vector
from constructive_rest.figure.mark import Form, Mark, Overlay, Point
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import Shape, merge, outline, round_corners
from constructive_rest.figure.stage import Stage

_LEAST_WIDTH, _LEAST_HEIGHT = 0.06, 0.020
_DETAIL, _ROUND = 0.0008, 0.004
_ARROW, _FORCED, _TAIL = 0.055, 0.040, 0.06


def low_back(stage: Stage) -> Iterator[Mark]:
    """The outline of the gap with its leader, or a line where the back is pressed flat.

    An arrow shows where a back is pushed that is pressed flat or forced into an arch.
    """
    ends = _between_ribs_and_pelvis(stage)
    gap = gap_shape(stage)
    down = stage.figure.body.scale * _ARROW
    if gap.is_empty:
        yield Mark(Overlay.LOW_BACK, Form.LINE, _plain(ends))
        middle = ends.mean(axis=0)
        push = np.array((middle - (0.0, down * 1.4), middle - (0.0, down * 0.4)))
        yield Mark(Overlay.LOW_BACK, Form.ARROW, _plain(push))
        return
    edge = np.asarray(gap.simplify(_DETAIL).exterior.coords)[:-1]
    yield Mark(Overlay.LOW_BACK, Form.HOLLOW, _plain(edge))
    inside = np.array(gap.representative_point().coords[0])
    words = stage.camera.project(vector(0.0, 0.0, stage.mat.half_width))
    leader = np.array(((inside[0], words[1]), inside))
    yield Mark(Overlay.LOW_BACK, Form.LEADER, _plain(leader), "low_back")
    if (gap.bounds[3] - gap.bounds[1]) > _FORCED * stage.figure.body.scale:
        top = np.array((inside[0], gap.bounds[1] - down * 0.4))
        push = np.array((top, top - (0.0, down)))
        yield Mark(Overlay.LOW_BACK, Form.ARROW, _plain(push))


def gap_shape(stage: Stage) -> Shape:
    """The part of the picture between low back and floor, metres; empty where there is none."""
    figure, camera = stage.figure, stage.camera
    (x0, y0), (x1, y1) = _between_ribs_and_pelvis(stage)
    tall = 0.2 * figure.body.scale
    under = shapely.Polygon(((x0, y0), (x1, y1), (x1, y1 - tall), (x0, y0 - tall)))
    arm = figure.arms[Side.RIGHT]
    nearer = [arm.upper, arm.fore, arm.sleeve, *arm.hand.lofts]
    trunk = round_corners(outline([figure.shirt, *figure.seat], camera), 0.022, 0.006)
    body = merge((trunk, outline(nearer, camera)))
    empty = shapely.Polygon()
    parts = getattr(under.difference(body), "geoms", [under.difference(body)])
    floor = shapely.LineString(((x0, y0), (x1, y1)))
    low = [part for part in parts if part.distance(floor) < 1e-6]
    gap = max(low, key=lambda part: part.area, default=empty)
    if gap.is_empty:
        return gap
    left, top, right, bottom = gap.bounds
    seen = right - left > _LEAST_WIDTH and bottom - top > _LEAST_HEIGHT
    return round_corners(gap, 0.0, _ROUND) if seen else empty


def _between_ribs_and_pelvis(stage: Stage) -> Array:
    """Where the near side of ribs and pelvis leaves the floor, in the picture (2, 2)."""
    found = patches(stage.figure)
    ribs = [p.outline for p in found if p.place is Place.UPPER_BACK]
    seat = [p.outline for p in found if p.place is Place.PELVIS]
    near = max(float(outline[:, 2].max()) for outline in ribs)
    start = max(float(outline[:, 0].max()) for outline in ribs)
    tail = float(stage.figure.torso.point(_TAIL)[0])
    end = min((float(outline[:, 0].min()) for outline in seat), default=tail)
    ends = np.array(((start, 0.0, near), (end, 0.0, near)))
    flat: Array = stage.camera.project(ends)
    return flat


def _plain(points: Array) -> tuple[Point, ...]:
    return tuple((float(x), float(y)) for x, y in points)
