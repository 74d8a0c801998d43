"""Arms, hands and feet as regions, and the lines that part fingers and toes."""

from collections.abc import Iterator
from enum import StrEnum

import numpy as np
import shapely

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.clothing import fade_between
from constructive_rest.figure.foot import Foot
from constructive_rest.figure.hand import Hand
from constructive_rest.figure.layers import Fade, Ink, Layer, Line, Lines, Region, Tone
from constructive_rest.figure.loft import Loft
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import Sight, merge, round_corners

_WRIST = 0.55
_NAIL_RADII = (0.0070, 0.0045, 0.0042, 0.0040, 0.0038)
_NAIL_HEIGHTS = (0.0105, 0.0075, 0.0070, 0.0068, 0.0064)


class Span(StrEnum):
    """How much of an arm is drawn: of one that crosses itself, each half in its turn."""

    WHOLE = "whole"
    UPPER = "upper"
    FORE_BEFORE = "fore before"
    FORE_BEHIND = "fore behind"


def bare_arm(
    figure: Mannequin, side: Side, sight: Sight, far: float, span: Span
) -> Iterator[Layer]:
    """Upper arm, forearm and hand as one region; finger lines; the thumb over the palm.

    A forearm before its upper arm grows out of the elbow without a seam.
    """
    arm, camera = figure.arms[side], sight.camera
    upper = [] if span in (Span.FORE_BEFORE, Span.FORE_BEHIND) else [arm.upper]
    if span is Span.UPPER:
        yield Region(Tone.SKIN, round_corners(sight.outline(upper), 0.0035, 0.0012), far=far)
        return
    palm = arm.hand.palm.vertices
    skin = sight.outline([*upper, arm.fore, *arm.hand.lofts])
    wrist = merge(
        [sight.outline([arm.fore]), sight.outline([Loft(palm[: round(len(palm) * _WRIST)])])]
    )
    shape = merge([round_corners(skin, 0.0035, 0.0012), round_corners(wrist, 0.035, 0.0)])
    fade = None
    if span is Span.FORE_BEFORE:
        elbow, along = arm.chain.middle, arm.chain.lower * figure.body.scale
        fade = fade_between(elbow - along * 0.03, elbow + along * 0.03, camera, 0.014)
    yield Region(Tone.SKIN, shape, far=far, fade=fade, shade_fade=fade)
    yield Lines(tuple(_finger_lines(arm.hand, camera, figure.body.scale)), shape)
    yield from _thumb(arm.hand, sight, far)


def _finger_lines(hand: Hand, camera: Camera, scale: float) -> Iterator[Line]:
    facing = camera.facing(hand.palm_facing)
    if abs(facing) <= 0.15:
        return
    outward = hand.palm_facing * (1.0 if facing > 0 else -1.0)
    for first, second in zip(hand.finger_lines[:-1], hand.finger_lines[1:], strict=True):
        between = (first[:3] + second[:3]) / 2 + outward * 0.006 * scale
        yield Line(camera.project(between), 0.0028 * scale, Ink.SKIN, 0.55, 0.25)


def _thumb(hand: Hand, sight: Sight, far: float) -> Iterator[Layer]:
    """The thumb again, faded in from its root, so that it reads as a digit of its own."""
    camera = sight.camera
    line = camera.project(hand.thumb_line)
    start, end = line[0] * 0.4 + line[1] * 0.6, line[2]
    if float(np.hypot(*(end - start))) < 0.006:
        return
    fade = Fade((float(start[0]), float(start[1])), (float(end[0]), float(end[1])))
    shape = round_corners(sight.outline([hand.thumb]), 0.002, 0.001)
    yield Region(Tone.SKIN, shape, far=far, occlusion=0.75, shade=0.8, fade=fade, shade_fade=fade)


def bare_foot(figure: Mannequin, side: Side, sight: Sight, far: float) -> Iterator[Layer]:
    """Ankle and foot, with toes, nails and the ankle bone."""
    leg, camera = figure.legs[side], sight.camera
    foot = leg.foot
    shape = round_corners(sight.outline([leg.ankle, *foot.lofts]), 0.006, 0.002)
    yield Region(Tone.SKIN, shape, far=far, shade=0.9)
    k = figure.body.scale
    lines = [*_toe_lines(foot, camera, k, 1 - far), *_ankle_bone(foot, camera, k, 1 - far)]
    yield Lines(tuple(lines), shape)
    if camera.facing(foot.instep) > 0.4:
        for nail in _nails(foot, camera, k):
            yield Region(Tone.NAIL, nail, occlusion=0.0, shade=0.2, rim=False, contour=False)


def _toe_lines(foot: Foot, camera: Camera, k: float, strength: float) -> Iterator[Line]:
    if camera.facing(foot.instep) <= -0.2:
        return
    for first, second in zip(foot.toe_lines[:-1], foot.toe_lines[1:], strict=True):
        between = (first + second) / 2
        points = [
            between[3] + (foot.instep * 0.005 + foot.toe * 0.002) * k,
            between[2] + foot.instep * 0.007 * k,
            between[1] + (foot.instep * 0.0085 - foot.toe * 0.004) * k,
        ]
        yield Line(camera.project(np.array(points)), 0.0026 * k, Ink.SKIN, 0.55 * strength, 0.45)


def _ankle_bone(foot: Foot, camera: Camera, k: float, strength: float) -> Iterator[Line]:
    facing = camera.facing(foot.outer)
    if abs(facing) <= 0.5:
        return
    middle = foot.ankle + foot.outer * (0.036 if facing > 0 else -0.036) * k
    points = [
        middle + (foot.toe * forward + foot.instep * up) * k
        for forward, up in ((-0.009, -0.004), (0.0, -0.011), (0.010, -0.003))
    ]
    yield Line(camera.project(np.array(points)), 0.0026 * k, Ink.SKIN, 0.45 * strength)


def _nails(foot: Foot, camera: Camera, k: float) -> Iterator[object]:
    turn = np.linspace(0.0, 2.0 * np.pi, 14)
    for line, radius, height in zip(foot.toe_lines, _NAIL_RADII, _NAIL_HEIGHTS, strict=True):
        middle = line[-1] + foot.instep * height * k
        edge = middle + radius * k * (
            np.outer(np.cos(turn), foot.toe) + np.outer(np.sin(turn), foot.outer)
        )
        yield shapely.Polygon(camera.project(edge)).buffer(0)
