"""Vectors and curves in three dimensions: the small mathematics that every part is built with."""

import math
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.float64]
_FLAT, _NOTHING, _SAME = 1e-9, 1e-12, 1e-6


def vector(x: float, y: float, z: float) -> Array:
    """A point or direction in metres: x toward the feet, y up, z to the body's right."""
    return np.array((x, y, z), dtype=np.float64)


def unit(value: Array) -> Array:
    """`value` (…, 3) at length one; a zero vector stays near zero instead of failing."""
    scaled: Array
    if value.ndim == 1:
        scaled = value / (math.sqrt(float(value.dot(value))) + _NOTHING)
    else:
        length = np.sqrt(np.einsum("...i,...i->...", value, value))
        scaled = value / (length[..., None] + _NOTHING)
    return scaled


def cross(first: Array, second: Array) -> Array:
    """The direction square to both, of either (3,) or (n, 3)."""
    a, b, c = first.T
    d, e, f = second.T
    product: Array = np.array((b * f - c * e, c * d - a * f, a * e - b * d)).T
    return product


def slerp(first: Array, second: Array, share: float) -> Array:
    """The unit direction `share` 0–1 of the way from one direction to another, on the sphere.

    Between opposite directions the way leads over an arbitrary side.
    """
    start, end = unit(first), unit(second)
    angle = math.acos(max(-1.0, min(1.0, float(start.dot(end)))))
    if angle < _SAME:
        return unit(start + (end - start) * share)
    aside = end - start * math.cos(angle)
    if math.pi - angle < _SAME:
        aside = cross(start, vector(0.0, 0.0, 1.0) if abs(start[2]) < 0.9 else vector(1, 0, 0))
    swing: Array = start * math.cos(angle * share) + unit(aside) * math.sin(angle * share)
    return swing


def perpendicular(value: Array, axis: Array) -> Array:
    """The unit direction of what remains of `value` once its share along `axis` is removed."""
    along = unit(axis)
    return unit(value - along * float(value.dot(along)))


def smooth_step(value: Array) -> Array:
    """0 below 0, 1 above 1, and a curve without corners between."""
    held = np.clip(value, 0.0, 1.0)
    eased: Array = held * held * (3.0 - 2.0 * held)
    return eased


def angle_between(first: Array, second: Array) -> float:
    """The angle between two directions in degrees, 0–180."""
    cosine = float(np.dot(unit(first), unit(second)))
    return float(np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0))))


def columns(table: Sequence[Sequence[float]]) -> Array:
    """A table of rows as an array, so that one measure is one column."""
    return np.asarray(table, dtype=np.float64)


def pchip(knots: Array, values: Array, at: Array) -> Array:
    """The monotone cubic through `values` (k, …) at rising `knots` (k,), evaluated at `at`.

    Fritsch and Carlson, SIAM J. Numer. Anal. 17 (1980): it never overshoots, so a limb swept
    along it gets no bulge that its table of radii does not have.
    """
    shape = (-1,) + (1,) * (values.ndim - 1)
    steps = knots[1:] - knots[:-1]
    slopes = (values[1:] - values[:-1]) / steps.reshape(shape)
    tangents = _tangents(steps, slopes, values)
    index = np.clip(np.searchsorted(knots, at, side="right") - 1, 0, len(knots) - 2)
    step = steps[index].reshape(shape)
    u = ((at - knots[index]) / steps[index]).reshape(shape)
    start, end = values[index], values[index + 1]
    curve: Array = (
        (2 * u**3 - 3 * u * u + 1) * start
        + (u**3 - 2 * u * u + u) * step * tangents[index]
        + (-2 * u**3 + 3 * u * u) * end
        + (u**3 - u * u) * step * tangents[index + 1]
    )
    return curve


def _tangents(steps: Array, slopes: Array, values: Array) -> Array:
    tangents = np.zeros_like(values)
    tangents[0], tangents[-1] = slopes[0], slopes[-1]
    if len(values) > 2:
        shape = (-1,) + (1,) * (values.ndim - 1)
        before = (2 * steps[1:] + steps[:-1]).reshape(shape)
        after = (steps[1:] + 2 * steps[:-1]).reshape(shape)
        steep = np.abs(slopes) > _FLAT
        same_way = (slopes[:-1] * slopes[1:] > 0) & steep[:-1] & steep[1:]
        low = np.where(same_way, slopes[:-1], 1.0)
        high = np.where(same_way, slopes[1:], 1.0)
        mean = (before + after) / (before / low + after / high)
        tangents[1:-1] = np.where(same_way, mean, 0.0)
    return tangents
