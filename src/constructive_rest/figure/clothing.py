"""Shirt, trousers and belt: their regions, hems and folds."""

from collections.abc import Collection, Iterator

import numpy as np
import shapely

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import Array, unit
from constructive_rest.figure.layers import Fade, Ink, Layer, Line, Lines, Region, Tone
from constructive_rest.figure.leg import Leg
from constructive_rest.figure.loft import Loft
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import (
    Shape,
    Sight,
    hull,
    merge,
    round_corners,
    seen_from_front,
    visible_half,
)

_BELT_FROM, _BELT_TO, _BELT_EASE = 0.60, 0.69, 0.004
_BELT_POINTS = 97
_BESIDE_THE_NECK = 1.0
_STUB, _HEM = 0.66, 0.06
_FROM_FEET = -0.9
"""How far the trunk points away where seat and thighs hide its flanks."""
TOWARD = 0.05
"""Tubes of cloth that face the viewer more than this show their inside."""


def shirt(figure: Mannequin, sight: Sight, sleeved: bool = True) -> Iterator[Layer]:
    """The shirt, with both its sleeves where it is `sleeved`; seen from below, its hem is open.

    Without sleeves, a flank that comes out beside the legs on its own is left out too.
    """
    shapes = [round_corners(sight.outline([figure.shirt]), 0.010, 0.009)]
    shapes += [_sleeve_shape(figure, side, sight) for side in Side if sleeved]
    tension = _BESIDE_THE_NECK * figure.torso.bend.shrug
    whole = round_corners(merge(shapes), 0.014 + tension, 0.003)
    away = sight.camera.facing(figure.torso.frame(_HEM).up)
    if away < 0:
        opening = hull(sight.camera.project(figure.shirt.vertices[0])).buffer(-0.001)
        if not sleeved and away < _FROM_FEET:
            opening = merge([opening, _hiding_flanks(figure, sight)])
        whole = round_corners(whole.difference(opening), 0.0, 0.009)
        if not sleeved:
            whole = max(getattr(whole, "geoms", [whole]), key=lambda piece: piece.area)
    yield Region(Tone.SHIRT, whole, occlusion=0.5)
    yield Lines(tuple(_shirt_folds(figure, sight.camera)), whole)


def _hiding_flanks(figure: Mannequin, sight: Sight) -> Shape:
    """What hides the flanks from one at the feet: the seat, and the thighs outward of the hips."""
    legs = figure.legs.values()
    hips = hull(np.array([sight.camera.project(leg.chain.root) for leg in legs]))
    left, _, right, _ = hips.bounds
    thighs = sight.outline(leg.thigh for leg in legs)
    low, high = thighs.bounds[1::2]
    outward = thighs.difference(shapely.box(left, low, right, high))
    return round_corners(merge([sight.outline(figure.seat), outward]), 0.020, 0.0)


def _sleeve_shape(figure: Mannequin, side: Side, sight: Sight) -> Shape:
    return round_corners(sight.outline([figure.arms[side].sleeve]), 0.008, 0.003)


def neckband(figure: Mannequin, camera: Camera) -> Iterator[Layer]:
    """The rib of the crew neck, where it faces the viewer."""
    rings = figure.neck.vertices
    run = visible_half(rings[0], unit(rings[3].mean(axis=0) - rings[0].mean(axis=0)), camera)
    if run is None:
        return
    line = shapely.LineString(camera.project(run))
    band = line.buffer(0.0052 * figure.body.scale, cap_style="flat", join_style="round")
    yield Region(Tone.SHIRT_BAND, band, occlusion=0.0, shade=0.3, rim=False)


def sleeve(figure: Mannequin, side: Side, sight: Sight, over: bool, far: float) -> Iterator[Layer]:
    """What of a sleeve is seen on the shirt: it fades in from the shoulder, without a seam.

    A sleeve that is not `over` the trunk shows its hem alone, and its dark inside where it
    points at the viewer.
    """
    camera, arm = sight.camera, figure.arms[side]
    chain, hem, rings = arm.chain, figure.body.sleeve, arm.sleeve.vertices
    shape = _sleeve_shape(figure, side, sight)
    if over:
        yield Region(
            Tone.SHIRT,
            shape,
            occlusion=0.7,
            far=far,
            fade=_along(chain.root, chain.middle, hem - 0.22, hem - 0.06, camera),
            shade_fade=_along(chain.root, chain.middle, hem - 0.42, hem - 0.08, camera),
        )
    else:
        shape = shape.difference(sight.outline([figure.shirt]))
    toward = camera.facing(chain.upper) > TOWARD
    if toward:
        opening = hull(camera.project(rings[-1])).buffer(-0.002).intersection(shape)
        yield Region(
            Tone.SLEEVE_INSIDE, opening, occlusion=0.0, shade=0.3, rim=False, contour=False
        )
    edge = visible_half(rings[-3 if toward else -2], chain.upper, camera)
    if edge is not None:
        line = Line(camera.project(edge), 0.0020, Ink.SHIRT, 0.40, 0.04, 0.04)
        yield Lines((line,), None if over else shape)


def _along(root: Array, end: Array, start: float, stop: float, camera: Camera) -> Fade:
    way = end - root
    return fade_between(root + way * start, root + way * stop, camera)


def fade_between(start: Array, stop: Array, camera: Camera, least: float = 0.030) -> Fade:
    """A fade from one point of the body to another, in the picture at least `least` metres long."""
    first, last = camera.project(start), camera.project(stop)
    way = last - first
    length = float(np.hypot(way[0], way[1]))
    if length < least:
        last = first + way / max(length, 1e-6) * least
    return Fade((float(first[0]), float(first[1])), (float(last[0]), float(last[1])))


def _shirt_folds(figure: Mannequin, camera: Camera) -> Iterator[Line]:
    right = figure.torso.frame(0.0).right
    for side in Side:
        if camera.facing(right * side.sign) > -0.2:
            for stations, width, alpha in (
                (((0.066, 1.25), (0.090, 1.05), (0.125, 0.92)), 0.0040, 0.36),
                (((0.072, 0.70), (0.098, 0.62), (0.130, 0.58)), 0.0034, 0.30),
                (((0.42, 1.10), (0.385, 1.17), (0.35, 1.37)), 0.0044, 0.36),
                (((0.20, 1.5), (0.225, 1.25), (0.26, 1.15)), 0.0034, 0.28),
            ):
                points = [figure.torso.surface(q, a * side.sign, 0.008)[0] for q, a in stations]
                line = camera.project(np.array(points))
                yield Line(line, width * figure.body.scale, Ink.SHIRT, alpha)


def cuff(leg: Leg, camera: Camera) -> Iterator[Layer]:
    """The hem line of a trouser leg; seen from its end, the dark inside of it."""
    rings = leg.shin.vertices
    if camera.facing(leg.chain.lower) > TOWARD:
        opening = hull(camera.project(rings[-1])).buffer(-0.002)
        yield Region(Tone.CUFF_INSIDE, opening, occlusion=0.0, shade=0.3, rim=False, contour=False)
    hem = visible_half(rings[-3], leg.chain.lower, camera)
    if hem is not None:
        yield Lines((Line(camera.project(hem), 0.0020, Ink.TROUSERS, 0.5, 0.04, 0.04),))


def knee_folds(figure: Mannequin, side: Side, camera: Camera) -> Iterator[Line]:
    """Creases behind a bent knee and in the crease of the hip, seen from the side."""
    leg, k = figure.legs[side], figure.body.scale
    turned = camera.facing(leg.hinge)
    outward = leg.hinge if turned > 0 else -leg.hinge
    seen = min(1.0, (abs(turned) - 0.40) * 4)
    if seen <= 0:
        return
    if leg.chain.inner_angle < 130:
        behind = -unit(leg.thigh_front + leg.shin_front)
        across = unit(np.cross(behind, leg.hinge))
        base = leg.chain.middle + (behind * 0.140 + outward * 0.02) * k
        for lean, length, width, alpha in (
            (0.30, 0.075, 0.0050, 0.42),
            (-0.42, 0.058, 0.0040, 0.34),
        ):
            way = unit(across * lean - behind)
            points = [
                base + way * 0.004 * k,
                base + (way * length * 0.5 + across * lean * 0.006) * k,
                base + way * length * k,
            ]
            yield Line(camera.project(np.array(points)), width * k, Ink.TROUSERS, alpha * seen)
    if turned * side.sign < 0:
        return
    hip, frame = leg.chain.root + outward * 0.085 * k, figure.torso.frame(0.0)
    for steps, width, alpha in (
        (((0.084, 0.050), (0.056, 0.022), (0.022, -0.002), (-0.012, -0.008)), 0.0052, 0.50),
        (((0.080, 0.022), (0.052, 0.000), (0.024, -0.016)), 0.0036, 0.32),
    ):
        points = [hip + (frame.front * forward + frame.up * up) * k for forward, up in steps]
        yield Line(camera.project(np.array(points)), width * k, Ink.TROUSERS, alpha * seen)


def groin_folds(figure: Mannequin, camera: Camera) -> Iterator[Line]:
    """The creases where the thighs leave the pelvis, for one who faces it."""
    k, frame = figure.body.scale, figure.torso.frame(0.0)
    seen = min(1.0, (camera.facing(frame.front) - 0.35) * 3)
    if seen <= 0:
        return
    for side, leg in figure.legs.items():
        outward = frame.right * side.sign
        for lower, width, alpha in ((0.0, 0.0050, 0.5), (0.018, 0.0036, 0.32)):
            points = [
                leg.chain.root + (outward * out + frame.up * (up - lower) + frame.front * front) * k
                for out, up, front in (
                    (-0.070, 0.000, 0.060),
                    (-0.030, 0.018, 0.085),
                    (0.020, 0.030, 0.085),
                    (0.055, 0.036, 0.070),
                )
            ]
            yield Line(camera.project(np.array(points)), width * k, Ink.TROUSERS, alpha * seen)


def trousers(
    figure: Mannequin,
    sight: Sight,
    whole: Collection[Side],
    folded: Collection[Side],
) -> Iterator[Layer]:
    """The seat with the legs that are seen `whole`, of others the part that fades into it.

    The shin of a `folded` leg is drawn apart.
    """
    lofts = list(figure.seat)
    for side, leg in figure.legs.items():
        lofts.append(leg.thigh if side in whole else _first(leg.thigh, _STUB))
        if side in whole and side not in folded:
            lofts.append(leg.shin)
    shape = round_corners(sight.outline(lofts), 0.020, 0.005)
    yield Region(Tone.TROUSERS, shape)
    folds = list(groin_folds(figure, sight.camera))
    for side in whole:
        folds += knee_folds(figure, side, sight.camera)
    yield Lines(tuple(folds), shape)
    for side in whole:
        if side not in folded:
            yield from cuff(figure.legs[side], sight.camera)


def _first(loft: Loft, share: float) -> Loft:
    return Loft(loft.vertices[: round(len(loft.vertices) * share)])


def leg(figure: Mannequin, side: Side, sight: Sight, folded: bool, far: float) -> Iterator[Layer]:
    """A leg drawn apart: it grows out of the seat without a seam. Of a folded one, the thigh."""
    limb, camera = figure.legs[side], sight.camera
    chain = limb.chain
    lofts = [limb.thigh] if folded else [limb.thigh, limb.shin]
    shape = round_corners(sight.outline(lofts), 0.020, 0.006)
    fade = _along(chain.root, chain.middle, 0.08, 0.44, camera)
    yield Region(Tone.TROUSERS, shape, far=far, fade=fade, shade_fade=fade)
    yield Lines(tuple(knee_folds(figure, side, camera)), shape)
    if not folded:
        yield from cuff(limb, camera)


def shin(figure: Mannequin, side: Side, sight: Sight, before: bool, far: float) -> Iterator[Layer]:
    """A shin drawn apart; `before` its thigh, it grows out of the knee without a seam."""
    limb, k = figure.legs[side], figure.body.scale
    shape = round_corners(sight.outline([limb.shin]), 0.010, 0.004)
    if before:
        knee, along = limb.chain.middle, limb.chain.lower * k
        fade = fade_between(knee - along * 0.04, knee + along * 0.045, sight.camera, 0.018)
        yield Region(Tone.TROUSERS, shape, far, occlusion=0.8, fade=fade, shade_fade=fade)
        yield Lines(tuple(_kneecap(limb, sight.camera, k)), shape)
    else:
        yield Region(Tone.TROUSERS, shape, far)
    yield from cuff(limb, sight.camera)


def _kneecap(leg: Leg, camera: Camera, scale: float) -> Iterator[Line]:
    """Two soft creases beside the kneecap, seen from the feet."""
    for sign in (1.0, -1.0):
        points = [
            leg.chain.middle
            + (leg.shin_front * front + leg.hinge * sign * out + leg.chain.lower * down) * scale
            for front, out, down in (
                (0.045, 0.020, 0.002),
                (0.046, 0.027, 0.026),
                (0.046, 0.018, 0.048),
            )
        ]
        yield Line(camera.project(np.array(points)), 0.0036 * scale, Ink.TROUSERS, 0.32)


def belt_loft(figure: Mannequin) -> Loft:
    """A belt drawn round both thighs, snug, a little above the middle."""
    return Loft(belt_loops(figure, _BELT_POINTS))


def belt(figure: Mannequin, camera: Camera) -> Iterator[Layer]:
    """The side of the belt that is turned to the viewer."""
    loops = belt_loft(figure).vertices
    seen = seen_from_front(loops, loops.mean(axis=(0, 1)), camera)
    yield Region(Tone.BELT, round_corners(seen, 0.0, 0.003), occlusion=0.9, shade=0.6)


def belt_loops(figure: Mannequin, points: int) -> Array:
    """Both edges of the belt (2, points, 3), each a closed loop."""
    return np.stack([_loop(figure, share, points) for share in (_BELT_FROM, _BELT_TO)])


def _loop(figure: Mannequin, share: float, points: int) -> Array:
    """The closed loop (n, 3) that lies tight around both thighs at a share of their length."""
    legs = list(figure.legs.values())
    middle = np.mean(
        [leg.chain.root + leg.chain.upper * share * figure.body.thigh for leg in legs], axis=0
    )
    front, across = unit(legs[0].thigh_front + legs[1].thigh_front), figure.torso.frame(0.0).right
    around = []
    for leg in legs:
        rings = leg.thigh.vertices
        along = (rings.mean(axis=1) - leg.chain.root) @ leg.chain.upper
        around.append(rings[int(np.argmin(np.abs(along - share * figure.body.thigh)))])
    offsets = np.concatenate(around) - middle
    tight = hull(np.stack([offsets @ across, offsets @ front], axis=1)).buffer(_BELT_EASE)
    edge = tight.exterior
    turns = [edge.interpolate(part, normalized=True) for part in np.linspace(0.0, 1.0, points)]
    return np.array([middle + across * point.x + front * point.y for point in turns])
