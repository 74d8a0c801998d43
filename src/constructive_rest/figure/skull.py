"""The skull inside the head: brain case, face and jaw, with the hollows of eyes and nose."""

import numpy as np

from constructive_rest.figure.head import Head
from constructive_rest.figure.interpolation import Array, columns, perpendicular, unit
from constructive_rest.figure.loft import RING, Loft, Sweep, sweep
from constructive_rest.figure.sides import Side

_FLESH = 0.0085
_HIGHEST, _RINGS = 0.101, 28
_BASE, _JAW_TOP = -0.030, -0.072
# front, up, outward: middle of the eye's hollow, and its half height and width
_EYE, _EYE_SIZE = (0.0640, 0.006, 0.0310), (0.0150, 0.0170)
# up, half width
_NOSE = columns(((-0.010, 0.003), (-0.028, 0.0105), (-0.036, 0.0105)))
_NOSE_FRONT = 0.0735
# front, up, outward, radius: one half of the lower jaw, from its joint to the chin
_JAW = columns(
    (
        (-0.002, -0.020, 0.0520, 0.0055),
        (0.000, -0.045, 0.0500, 0.0100),
        (0.006, -0.068, 0.0470, 0.0110),
        (0.034, -0.084, 0.0360, 0.0105),
        (0.060, -0.091, 0.0150, 0.0105),
        (0.064, -0.092, 0.0000, 0.0105),
    )
)
# front, up, outward: the arch of the cheek bone
_CHEEK = columns(((-0.006, -0.014, 0.062), (0.024, -0.020, 0.061), (0.052, -0.026, 0.046)))
# front, up, outward: the row of the teeth, one half
_TEETH = columns(((0.030, -0.072, 0.030), (0.054, -0.0735, 0.021), (0.065, -0.0745, 0.0)))


def brain_case(head: Head) -> Loft:
    """Brain case and upper jaw, as far under the skin as flesh is thick."""
    ups = np.linspace(_JAW_TOP, _HIGHEST, _RINGS)
    angles = np.linspace(0.0, 2.0 * np.pi, RING, endpoint=False)
    skin = head.surface(np.repeat(ups[:, None], RING, axis=1), angles[None, :])
    middle = head.point(np.full(_RINGS, 0.002), ups, np.zeros(_RINGS))[:, None]
    offset = skin - middle
    length = np.linalg.norm(offset, axis=-1, keepdims=True)
    under = np.maximum(length - _FLESH * head.body.scale, length * 0.3)
    under_skin = middle + offset / (length + 1e-9) * under
    behind = np.minimum((under_skin - middle) @ head.front, 0.0)
    kept = np.clip((ups - _JAW_TOP) / (_BASE - _JAW_TOP), 0.0, 1.0)[:, None]
    return Loft(under_skin - (behind * (1.0 - kept))[..., None] * head.front)


def jaw(head: Head) -> Loft:
    """The lower jaw, from joint to joint."""
    half = _JAW
    left = half[:-1][::-1] * np.array((1.0, 1.0, -1.0, 1.0))
    whole = np.concatenate([half, left])
    centres = head.point(whole[:, 0], whole[:, 1], whole[:, 2] * head.body.jaw)
    radii = np.outer(whole[:, 3], (1.0, 1.0, 0.62)) * head.body.scale
    ways = unit(np.gradient(centres, axis=0))
    high = np.array([perpendicular(head.up + head.front * 0.2, way) for way in ways])
    return sweep(Sweep(centres, high, np.cross(ways, high), radii), 40, caps=(0.004, 0.004))


def eye_hollow(head: Head, side: Side) -> Array:
    """The edge of the hollow of one eye (n, 3)."""
    turns = np.linspace(0.0, 2.0 * np.pi, 24, endpoint=False)
    front, up, out = _EYE
    high, wide = _EYE_SIZE
    across = np.cos(turns)
    return head.point(
        front - 0.010 * across, up + high * np.sin(turns), (out + wide * across) * side.sign
    )


def nose_hollow(head: Head) -> Array:
    """The edge of the hollow of the nose (n, 3)."""
    ups = np.concatenate([_NOSE[:, 0], _NOSE[::-1, 0]])
    out = np.concatenate([_NOSE[:, 1], -_NOSE[::-1, 1]])
    return head.point(np.full(len(ups), _NOSE_FRONT), ups, out)


def cheek_bone(head: Head, side: Side) -> Array:
    """The arch from ear to cheek on `side`, as a line (n, 3)."""
    return head.point(_CHEEK[:, 0], _CHEEK[:, 1], _CHEEK[:, 2] * side.sign)


def teeth(head: Head) -> Array:
    """The arch where the jaws meet, as a line (n, 3)."""
    left = _TEETH[:-1][::-1] * np.array((1.0, 1.0, -1.0))
    whole = np.concatenate([_TEETH, left])
    return head.point(whole[:, 0], whole[:, 1], whole[:, 2])
