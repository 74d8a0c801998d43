"""The marks of a picture: computed from body and posture, seen by its camera."""

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from constructive_rest.figure import anchors, contact_patches
from constructive_rest.figure.interpolation import Array, unit, vector
from constructive_rest.figure.low_back import low_back
from constructive_rest.figure.mark import Form, Mark, Overlay, Point
from constructive_rest.figure.parts import parts
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import hull
from constructive_rest.figure.stage import Stage

FOREHEAD, CHIN = (0.0785, 0.070), (0.0808, -0.094)
"""How far to the front and up from the ears' axis; metres at a height of 1.70 m."""
_BEYOND_FACE, _OVER_FACE = 0.035, 0.030
_ARC, _ARC_STEPS, _ALONG_ARM = 0.115, 9, 0.17
_TILTED = 0.02
_ASIDE, _CROWN, _COLLAR = 0.03, 0.135, 0.50
_GLOW, _EDGE = 0.15, 0.005

_ON_A_SEAT, _HEEL_RINGS, _LIFTED, _TOO_WIDE = 0.2, 11, 0.02, 95.0
_FROM_ABOVE = 0.9
_ARMS_WORDS, _KNEES_WORDS = (-0.13, 0.22), (0.02, 0.26)

Draw = Callable[[Stage], Iterator[Mark]]


def marks(stage: Stage) -> tuple[Mark, ...]:
    """Every mark of the overlays that the picture names, in the picture plane, metres."""
    return tuple(
        mark
        for overlay in Overlay
        if overlay in stage.plan.overlays
        for mark in _DRAWN[overlay](stage)
    )


def face_line(stage: Stage) -> tuple[Array, Array]:
    """Forehead and chin in space, metres."""
    head = stage.figure.head
    zero = np.array(0.0)
    forehead, chin = (
        head.point(np.array(front), np.array(up), zero) for front, up in (FOREHEAD, CHIN)
    )
    return forehead, chin


def _contacts(stage: Stage) -> Iterator[Mark]:
    """Grown a little in the picture, so that a patch seen edge on is more than a line."""
    for patch in contact_patches.patches(stage.figure):
        if not patch.hidden(stage.camera):
            seen = hull(stage.camera.project(patch.outline))
            edge = seen.buffer(_EDGE * stage.figure.body.scale, quad_segs=3).exterior.coords[:-1]
            yield Mark(Overlay.CONTACTS, Form.PATCH, _plain(np.asarray(edge)))


def _gap(stage: Stage) -> Iterator[Mark]:
    """From pelvis to heel; an arrow shows where a foot goes that is too far away or too near."""
    points, leg = anchors.points(stage), stage.figure.legs[Side.RIGHT]
    heel, k = points["gap_end"], stage.figure.body.scale
    if heel[0] < points["gap_start"][0] or leg.foot.ankle[1] > _ON_A_SEAT:
        return
    yield _seen(stage, Overlay.GAP, Form.BRACKET, np.array((points["gap_start"], heel)), "gap")
    arrow = None
    if float(leg.foot.lofts[0].vertices[:_HEEL_RINGS, :, 1].min()) > _LIFTED * k:
        arrow = (vector(-0.09, -0.02, 0.0), vector(-0.09, 0.07, 0.0))
    elif leg.chain.inner_angle > _TOO_WIDE:
        arrow = (vector(0.225, -0.03, 0.0), vector(0.305, -0.03, 0.0))
    if arrow is not None:
        ends = leg.foot.ankle + np.array(arrow) * k
        yield _seen(stage, Overlay.GAP, Form.ARROW, ends)


def _support(stage: Stage) -> Iterator[Mark]:
    """From below the mat's near edge up to the side of what the skull lies on."""
    book, near = anchors.points(stage)["book"], stage.mat.half_width
    ends = np.array(((book[0], 0.0, near), (book[0], book[1] / 2, 0.0)))
    yield _seen(stage, Overlay.SUPPORT, Form.LEADER, ends, "support")


def _midline(stage: Stage) -> Iterator[Mark]:
    """The line about which left and right are even; the head lies on it uncrossed."""
    mat, head, k = stage.mat, stage.figure.head, stage.figure.body.scale
    crown = head.centre + head.up * _CROWN * k
    collar = stage.figure.torso.point(_COLLAR)
    for start, end in ((mat.head_end + _ASIDE, crown[0]), (collar[0], mat.foot_end - _ASIDE)):
        ends = np.array((vector(start, 0.0, 0.0), vector(end, 0.0, 0.0)))
        yield _seen(stage, Overlay.MIDLINE, Form.THREAD, ends)


def _arms(stage: Stage) -> Iterator[Mark]:
    """At each shoulder the angle between the side of the trunk and the upper arm."""
    k, up = stage.figure.body.scale, stage.figure.torso.frame(0.46).up
    for side, arm in stage.figure.arms.items():
        root = arm.chain.root
        away = unit(arm.chain.upper * np.array((1.0, 0.0, 1.0)))
        turns = np.linspace(0.0, 1.0, _ARC_STEPS)[:, None]
        arc = root + unit(-up * (1 - turns) + away * turns) * _ARC * k
        yield _seen(stage, Overlay.ARMS, Form.THREAD, np.array((root, root - up * _ALONG_ARM * k)))
        yield _seen(
            stage, Overlay.ARMS, Form.THREAD, np.array((root, root + away * _ALONG_ARM * k))
        )
        yield _seen(stage, Overlay.ARMS, Form.LINE, arc)
        if side is Side.RIGHT:
            x, z = _ARMS_WORDS
            words = vector(root[0] + x * k, 0.0, root[2] + z * k)
            leader = np.array((words, arc[_ARC_STEPS // 2]))
            yield _seen(stage, Overlay.ARMS, Form.LEADER, leader, "arms")


def _knees(stage: Stage) -> Iterator[Mark]:
    """From each knee to the middle of its foot; an arrow shows where a fallen knee belongs."""
    k = stage.figure.body.scale
    for side, leg in stage.figure.legs.items():
        knee = leg.chain.middle + leg.shin_front * 0.045 * k
        foot = leg.foot.ankle + (leg.foot.toe * 0.10 - leg.foot.instep * 0.03) * k
        yield _seen(stage, Overlay.KNEES, Form.LINE, np.array((knee, foot)))
        for point in (knee, foot):
            yield _seen(stage, Overlay.KNEES, Form.DOT, point[None])
        aside = float(leg.chain.middle[2] - leg.chain.end[2]) * side.sign
        if abs(aside) > 0.06 * k:
            back = -np.sign(aside) * side.sign
            above = knee + vector(0.0, 0.085, 0.0) * k
            ends = np.array((above, above + vector(0, 0, back) * 0.085 * k))
            yield _seen(stage, Overlay.KNEES, Form.ARROW, ends)
    if stage.camera.facing(vector(0.0, 1.0, 0.0)) > _FROM_ABOVE:
        yield from _knees_words(stage)


def _knees_words(stage: Stage) -> Iterator[Mark]:
    k, chain = stage.figure.body.scale, stage.figure.legs[Side.RIGHT].chain
    middle, (x, z) = (chain.middle + chain.end) / 2, _KNEES_WORDS
    words = vector(middle[0] + x * k, 0.0, middle[2] + z * k)
    yield _seen(stage, Overlay.KNEES, Form.LEADER, np.array((words, middle)), "knees")


def _face(stage: Stage) -> Iterator[Mark]:
    """A rod on forehead and chin, and a level thread to judge it by where it is not level."""
    forehead, chin = face_line(stage)
    k, head = stage.figure.body.scale, stage.figure.head
    along, over = unit(chin - forehead) * _BEYOND_FACE * k, head.front * _OVER_FACE * k
    for point in (forehead, chin):
        yield _seen(stage, Overlay.FACE, Form.THREAD, np.array((point, point + over)))
    start, end = forehead - along + over, chin + along + over
    low, high = (start, end) if start[1] < end[1] else (end, start)
    if high[1] - low[1] > _TILTED * k:
        level = vector(high[0], low[1], high[2])
        yield _seen(stage, Overlay.FACE, Form.THREAD, np.array((low, level)))
        yield _seen(stage, Overlay.FACE, Form.ARROW, np.array((high, (level + high) / 2)))
    yield _seen(stage, Overlay.FACE, Form.LINE, np.array((start, end)))
    for point in (forehead, chin):
        yield _seen(stage, Overlay.FACE, Form.DOT, point[None])


def _attention(stage: Stage) -> Iterator[Mark]:
    middle = anchors.points(stage)["pelvis"]
    rim = middle + stage.camera.right * _GLOW * stage.figure.body.scale
    yield _seen(stage, Overlay.ATTENTION, Form.GLOW, np.array((middle, rim)))


def _seen(stage: Stage, overlay: Overlay, form: Form, points: Array, label: str = "") -> Mark:
    return Mark(overlay, form, _plain(stage.camera.project(points)), label)


def _plain(points: Array) -> tuple[Point, ...]:
    return tuple((float(x), float(y)) for x, y in points)


_DRAWN: Mapping[Overlay, Draw] = {
    Overlay.ATTENTION: _attention,
    Overlay.CONTACTS: _contacts,
    Overlay.GAP: _gap,
    Overlay.SUPPORT: _support,
    Overlay.MIDLINE: _midline,
    Overlay.ARMS: _arms,
    Overlay.KNEES: _knees,
    Overlay.FACE: _face,
    Overlay.LOW_BACK: low_back,
    Overlay.PARTS: parts,
}
