"""A quiet face with closed eyes, drawn in few lines."""

from collections.abc import Iterator

import numpy as np
import shapely

from constructive_rest.figure.body import Hair
from constructive_rest.figure.camera import Camera
from constructive_rest.figure.hair import sheet
from constructive_rest.figure.head import Head
from constructive_rest.figure.interpolation import Array, unit
from constructive_rest.figure.layers import Blush, Ink, Layer, Line, Lines, Region, Tone
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import (
    Shape,
    Sight,
    hull,
    merge,
    round_corners,
    seen_from_front,
    seen_in_strips,
    seen_through,
)

_FROM_BELOW, _AWAY = -0.5, -0.35
_CHEEK = 0.50
"""A cheek that faces the viewer less is at the edge of the face: its blush would lie beside it."""
# points on the face (up, right), width, alpha of the lines that come with the years
_LINES_OF_YEARS = (
    (((0.006, 0.0485), (0.010, 0.0525), (0.015, 0.0550)), 0.0020, 0.55),
    (((0.000, 0.0490), (0.000, 0.0535), (0.001, 0.0570)), 0.0020, 0.55),
    (((-0.0085, 0.020), (-0.0125, 0.029), (-0.0110, 0.038)), 0.0020, 0.45),
    (((-0.036, 0.0175), (-0.048, 0.0255), (-0.060, 0.0290)), 0.0026, 0.60),
)


def head_layers(figure: Mannequin, sight: Sight) -> Iterator[Layer]:
    """Hair behind the face, neck, face, hair over the forehead and ears.

    Seen from the feet, the chin and the nostrils come before the rest of the face.
    """
    camera = sight.camera
    yield from _hair_behind(figure, sight)
    skull = round_corners(sight.outline(figure.skull), 0.0016, 0.0008)
    whole = round_corners(merge([_neck(figure, sight), skull]), 0.0022, 0.0008)
    yield Region(Tone.SKIN, whole, occlusion=0.5, shade=0.75)
    yield Lines(tuple(_jaw(figure.head, camera)), whole)
    yield from _features(figure.head, camera)
    if camera.facing(figure.head.up) < _FROM_BELOW:
        yield Lines(tuple(_from_below(figure.head, camera)), whole)
    yield from _hair_in_front(figure, camera)
    yield from _ears(figure.head, camera)


def _neck(figure: Mannequin, sight: Sight) -> Shape:
    """The neck; where it points away, the chest hides the end that the collar is around."""
    shape, rings = sight.outline([figure.neck]), figure.neck.vertices
    if sight.camera.facing(unit(rings[3].mean(axis=0) - rings[0].mean(axis=0))) >= _AWAY:
        return shape
    return shape.difference(hull(sight.camera.project(rings[0])))


def _hair_behind(figure: Mannequin, sight: Sight) -> Iterator[Layer]:
    """The mass of the hair, which the face is drawn over."""
    grid = figure.head.hair(figure.support)
    mass = round_corners(seen_in_strips(grid, sight.camera), 0.012, 0.010)
    if figure.body.hair is Hair.BUN:
        yield Region(Tone.HAIR, sight.outline([figure.head.bun()]), shade=0.8, contour=False)
    yield Region(Tone.HAIR, mass, shade=0.8, contour=False)


def spread_locks(figure: Mannequin, sight: Sight) -> Iterator[Layer]:
    """Long hair, where it lies spread around the head."""
    spread, camera = sheet(figure.locks), sight.camera
    whole = merge([sight.outline(figure.locks), seen_through(spread, camera)])
    shape = round_corners(whole, 0.120, 0.010)
    yield Region(Tone.HAIR, shape, shade=0.8, contour=False)
    lines = (camera.project(strand) for strand in spread[::2])
    shine = tuple(Line(line, 0.0022, Ink.HAIR_SHINE, 0.30) for line in lines)
    yield Lines(shine, shape)


def _turned(head: Head, camera: Camera, front: float, up: float, right: float) -> float:
    return camera.facing(unit(head.front * front + head.up * up + head.right * right))


def _jaw(head: Head, camera: Camera) -> Iterator[Line]:
    front = np.array((-0.010, -0.004, 0.008, 0.028, 0.048, 0.060))
    up = np.array((-0.050, -0.070, -0.086, -0.1005, -0.108, -0.110))
    out = np.array((0.060, 0.057, 0.052, 0.040, 0.026, 0.016))
    for side in Side:
        seen = _turned(head, camera, 0.3, 0.0, 0.85 * side.sign)
        if seen > 0.15:
            points = camera.project(head.point(front, up, out * side.sign))
            alpha = 0.30 * min(1.0, (seen - 0.15) * 3)
            yield Line(points, 0.0040 * head.body.scale, Ink.SKIN, alpha, 0.1)


def _from_below(head: Head, camera: Camera) -> Iterator[Line]:
    k = head.body.scale
    side = np.array(((-0.004, -0.070, 0.058), (0.012, -0.090, 0.050), (0.036, -0.103, 0.036)))
    tip = np.array(((0.058, -0.110, 0.018), (0.064, -0.111, 0.0), (0.058, -0.110, -0.018)))
    chin = np.concatenate([side, tip, side[::-1] * (1, 1, -1)])
    yield Line(camera.project(head.point(*chin.T)), 0.0044 * k, Ink.SKIN, 0.26, 0.1, 0.1)
    for sign in (1.0, -1.0):
        front = np.array((0.0905, 0.0935, 0.0965))
        right = np.array((0.0085, 0.0080, 0.0055)) * sign
        nostril = camera.project(head.point(front, np.full(3, -0.043), right))
        yield Line(nostril, 0.0034 * k, Ink.SKIN, 0.65, 0.1, 0.1)


def _features(head: Head, camera: Camera) -> Iterator[Layer]:
    for side in Side:
        seen = _turned(head, camera, 0.72, 0.0, 0.62 * side.sign)
        if seen > 0.10:
            yield from _eye(head, camera, side.sign, min(1.0, (seen - 0.10) * 4))
        if seen > _CHEEK:
            yield _cheek(head, camera, side.sign, min(1.0, (seen - _CHEEK) * 6))
    yield Lines((*_mouth(head, camera), *_nose(head, camera), *_years(head, camera)))


def _eye(head: Head, camera: Camera, sign: float, alpha: float) -> Iterator[Layer]:
    k = head.body.scale
    up = np.array((0.0035, -0.0005, -0.0022, -0.0008, 0.0022))
    right = np.array((0.0185, 0.024, 0.031, 0.038, 0.0435)) * sign
    lid = camera.project(head.on_face(up, right, 0.0012))
    lines = [Line(lid, 0.0036 * k, Ink.LID, 0.95 * alpha, 0.08, 0.02)]
    for index, (out, height) in enumerate(((0.0435, 0.0022), (0.041, 0.0004), (0.0375, -0.0008))):
        ups = np.array((height, height - 0.0045))
        rights = np.array((out, out + 0.004 - 0.0012 * index)) * sign
        lash = camera.project(head.on_face(ups, rights, 0.0015))
        lines.append(Line(lash, 0.0016 * k, Ink.LID, 0.8 * alpha, 0.35))
    up = np.array((0.0215, 0.0250, 0.0268, 0.0245, 0.0185))
    right = np.array((0.014, 0.022, 0.031, 0.040, 0.047)) * sign
    brow = camera.project(head.on_face(up, right, 0.0015))
    lines.append(Line(brow, 0.0050 * k, Ink.BROW, 0.85 * alpha, 0.16))
    yield Lines(tuple(lines))


def _cheek(head: Head, camera: Camera, sign: float, alpha: float) -> Layer:
    middle = camera.project(head.on_face(np.array([-0.034]), np.array([0.040 * sign]), 0.0))[0]
    return Blush((float(middle[0]), float(middle[1])), 0.024 * head.body.scale, 0.20 * alpha)


def _mouth(head: Head, camera: Camera) -> Iterator[Line]:
    """Closed and at ease; the corners turn up a little, from the feet as well."""
    right = np.linspace(-0.021, 0.021, 9)
    up = -0.0637 + 0.0040 * (np.abs(right) / 0.021) ** 2.2
    round_the_teeth = 0.010 if camera.facing(head.up) > _FROM_BELOW else -0.0014
    front = 0.0838 - round_the_teeth * (np.abs(right) / 0.021) ** 2
    seen = [_turned(head, camera, 0.8, 0.0, float(r) * 22) > 0.02 for r in right]
    points = camera.project(head.point(front, up, right))[np.array(seen)]
    if len(points) > 2:
        yield Line(points, 0.0026 * head.body.scale, Ink.MOUTH, 0.80, 0.02, 0.02)


def _nose(head: Head, camera: Camera) -> Iterator[Line]:
    k = head.body.scale
    for side in Side:
        seen = _turned(head, camera, 0.6, 0.0, 0.7 * side.sign)
        if seen > 0.12:
            wing = head.point(
                np.array((0.0890, 0.0858, 0.0868, 0.0900)),
                np.array((-0.029, -0.034, -0.0405, -0.0425)),
                np.array((0.0125, 0.0155, 0.0150, 0.0115)) * side.sign,
            )
            alpha = 0.55 * min(1.0, (seen - 0.12) * 3)
            yield Line(camera.project(wing), 0.0024 * k, Ink.SKIN, alpha)
    if _turned(head, camera, 1.0, 0.0, 0.0) > 0.5:
        yield from _nose_from_front(head, camera)


def _years(head: Head, camera: Camera) -> Iterator[Line]:
    """What the years leave: lines beside the eye, under it, and from nose to mouth."""
    strength = min(1.0, max(0.0, (head.body.age - 35.0) / 40.0))
    if not strength:
        return
    for side in Side:
        seen = _turned(head, camera, 0.72, 0.0, 0.62 * side.sign)
        if seen <= 0.10:
            continue
        for points, width, alpha in _LINES_OF_YEARS:
            up, right = np.array(points).T
            line = camera.project(head.on_face(up, right * side.sign, 0.0012))
            faint = alpha * strength * min(1.0, (seen - 0.10) * 4)
            yield Line(line, width * head.body.scale, Ink.SKIN, faint)


def _nose_from_front(head: Head, camera: Camera) -> Iterator[Line]:
    k = head.body.scale
    ridge = head.point(
        np.array((0.088, 0.0895, 0.094, 0.098)),
        np.array((0.016, 0.002, -0.014, -0.026)),
        np.array((0.0105, 0.0085, 0.0092, 0.0122)),
    )
    yield Line(camera.project(ridge), 0.0022 * k, Ink.SKIN, 0.30, 0.1)
    tip = head.point(
        np.array((0.100, 0.099, 0.100)),
        np.array((-0.0395, -0.0425, -0.0395)),
        np.array((-0.0085, 0.0, 0.0085)),
    )
    yield Line(camera.project(tip), 0.0026 * k, Ink.SKIN, 0.55)
    under_lip = head.point(
        np.array((0.083, 0.084, 0.083)),
        np.array((-0.0745, -0.0762, -0.0745)),
        np.array((-0.010, 0.0, 0.010)),
    )
    yield Line(camera.project(under_lip), 0.0022 * k, Ink.SKIN, 0.30)


def _hair_in_front(figure: Mannequin, camera: Camera) -> Iterator[Layer]:
    grid = figure.head.hair(figure.support)
    seen = [seen_from_front(grid[::2], figure.head.centre, camera)]
    if camera.facing(figure.head.up) > 0.0:
        seen.append(hull(camera.project(grid[-1])))
    front = round_corners(merge(seen), 0.012, 0.010)
    if front.is_empty:
        return
    yield Region(Tone.HAIR, front, occlusion=0.0, shade=0.7, contour=False)
    yield Lines(tuple(_strands(grid, figure.head.centre, camera)), front)


def _strands(grid: Array, centre: Array, camera: Camera) -> Iterator[Line]:
    normals = np.cross(np.gradient(grid, axis=0), np.gradient(grid, axis=1))
    outward = np.sign(np.sum(normals * (grid - centre), axis=-1).mean())
    for column in range(2, grid.shape[1] - 2, 4):
        if camera.facing(unit(normals[4, column] * outward)) > -0.1:
            strand = camera.project(grid[0:11, column])
            yield Line(strand, 0.0022, Ink.HAIR_SHINE, 0.30)


def _ears(head: Head, camera: Camera) -> Iterator[Layer]:
    for side in Side:
        seen = camera.facing(head.right * side.sign)
        if seen < -0.25:
            continue
        shape = _ear_shape(head, camera, side, seen)
        yield Region(Tone.SKIN, shape, shade=0.6, occlusion=0.4, rim=False)
        if seen > 0.3:
            yield Lines(tuple(_ear_folds(head, camera, side)), shape)


def _ear_shape(head: Head, camera: Camera, side: Side, seen: float) -> object:
    turn = np.linspace(0.0, 2.0 * np.pi, 40, endpoint=False)
    swell = 1 + 0.10 * np.cos(turn - 1.0)
    front = -0.012 + (0.0145 * np.cos(turn) * swell + 0.004 * np.sin(turn))
    up = -0.012 + 0.028 * np.sin(turn) * (1 + 0.06 * np.sin(turn))
    out = (0.0735 + 0.008 * np.clip(-(front + 0.010) / 0.02, -0.2, 1.0)) * side.sign
    edge = camera.project(head.point(front, up, out))
    if abs(seen) >= 0.6:
        return shapely.Polygon(edge).buffer(0)
    root = camera.project(head.point(front * 0.7, up * 0.85, out * 0.93))
    return hull(np.concatenate([edge, root]))


def _ear_folds(head: Head, camera: Camera, side: Side) -> Iterator[Line]:
    for start, end, middle, reach, width in (
        (0.1, 3.6, (-0.012, -0.004), (0.0095, 0.021), 0.0026),
        (2.4, 5.2, (-0.009, -0.014), (0.006, 0.010), 0.0024),
    ):
        turn = np.linspace(start, end, 12)
        fold = head.point(
            middle[0] + reach[0] * np.cos(turn),
            middle[1] + reach[1] * np.sin(turn),
            np.full(12, 0.079) * side.sign,
        )
        yield Line(camera.project(fold), width * head.body.scale, Ink.SKIN, 0.5)
