"""Long hair: locks that leave the head and come to rest on what the head rests on."""

import numpy as np

from constructive_rest.figure.head import Head
from constructive_rest.figure.interpolation import (
    Array,
    cross,
    pchip,
    perpendicular,
    smooth_step,
    unit,
    vector,
)
from constructive_rest.figure.loft import Loft, Mesh, Sweep, sweep
from constructive_rest.figure.props import SUPPORT_DEPTH, SUPPORT_LENGTH, SUPPORT_MIDDLE

# degrees to the side of the crown, height of the root, reach, half width; metres
_LOCKS = (
    (-80, -0.030, 0.134, 0.040),
    (-58, -0.006, 0.158, 0.050),
    (-34, 0.016, 0.190, 0.056),
    (-10, 0.032, 0.214, 0.060),
    (14, 0.034, 0.226, 0.060),
    (38, 0.018, 0.216, 0.058),
    (62, -0.004, 0.184, 0.050),
    (84, -0.030, 0.146, 0.040),
)
STRANDS_A_LOCK = 4
_ROOT = 0.062
_THICKNESS = 0.024
_SLOPE = 0.060
_STRETCH = 1.35
_ALONG = np.linspace(0.0, 1.0, 12)


def locks(head: Head, support: float, mesh: Mesh) -> tuple[Loft, ...]:
    """The locks, spread over the support and hanging from its edge onto the floor."""
    return tuple(_lock(head, support, mesh, *lock) for lock in _LOCKS)


def _lock(
    head: Head, support: float, mesh: Mesh, degrees: float, up: float, reach: float, width: float
) -> Loft:
    k, floor = head.body.scale, mesh.floor
    way = _way(head, np.radians(degrees), up, reach)
    thickness = _THICKNESS * (1.0 - 0.66 * _ALONG)
    lies = floor + (support - floor) * _on_support(way, k) + thickness * 0.8 * k
    fall = smooth_step(_ALONG / 0.62)
    way[:, 1] = np.maximum(way[:, 1] * (1 - fall) + lies * fall, lies)
    way = _no_longer(way, reach * k)
    along = unit(np.gradient(way, axis=0))
    fronts = np.array([perpendicular(vector(0.0, 1.0, 0.001), step) for step in along])
    taper = width * np.sqrt(np.clip(1.0 - _ALONG**2.2, 0.02, 1.0))
    radii = np.stack([thickness, thickness, taper], axis=1) * k
    shape = Sweep(way, fronts, cross(along, fronts), radii)
    return sweep(shape, 20, caps=(0.01 * k, 0.004 * k), floor=floor, detail=mesh.detail)


def _way(head: Head, turn: float, up: float, reach: float) -> Array:
    """The middle line from the back of the head outward, a little wavy, not yet fallen."""
    outward = unit(head.up * np.cos(turn) + head.right * np.sin(turn))
    outward = unit(outward * (1.0, 0.0, 1.0))
    across = np.cross(outward, vector(0.0, 1.0, 0.0))
    root = head.point(np.array(-0.030), np.array(up), np.array(0.0))
    away = (_ROOT * 0.4 + (reach - _ROOT * 0.4) * _ALONG) * head.body.scale
    wave = 0.007 * head.body.scale * np.sin(_ALONG * 2.4 * np.pi + turn * 2.0) * _ALONG
    way: Array = root + np.outer(away, outward) + np.outer(wave, across)
    return way


def _no_longer(way: Array, length: float) -> Array:
    """The line cut to `length` metres: under a head held high, a lock hangs and ends in the air."""
    steps = np.diff(way, axis=0)
    whole = np.concatenate([[0.0], np.cumsum(np.linalg.norm(steps, axis=1))])
    if whole[-1] <= length * _STRETCH:
        return way
    at = np.linspace(0.0, length, len(way))
    return np.stack([np.interp(at, whole, way[:, axis]) for axis in range(3)], axis=1)


def _on_support(points: Array, scale: float) -> Array:
    """1 over the support, 0 beyond its edge, with a slope between."""
    x = np.abs(points[:, 0] - SUPPORT_MIDDLE * scale) - SUPPORT_LENGTH / 2 * scale
    z = np.abs(points[:, 2]) - SUPPORT_DEPTH / 2 * scale
    beyond = np.maximum(np.maximum(x, z) - 0.004 * scale, 0.0)
    return 1.0 - smooth_step(beyond / (_SLOPE * scale))


def sheet(lofts: tuple[Loft, ...]) -> Array:
    """The sheet (across, along, 3) that the locks form, through their middle lines."""
    middles = np.array([loft.vertices[3:-5].mean(axis=1) for loft in lofts])
    count, points, _ = middles.shape
    across = np.linspace(0.0, count - 1.0, (count - 1) * STRANDS_A_LOCK + 1)
    flat = pchip(np.arange(count, dtype=np.float64), middles.reshape(count, -1), across)
    return flat.reshape(len(across), points, 3)
