"""A body part as a tube of rings with its own radius to the front, the back and the side."""

from dataclasses import dataclass, field
from functools import cache

import numpy as np

from constructive_rest.figure.interpolation import Array, pchip, unit

RING = 26


@dataclass(frozen=True, slots=True)
class Detail:
    """How finely a body is modelled: vertices a ring, rings a part (a share), rings a cap."""

    ring: int
    rings: float
    cap_steps: tuple[float, ...]


FULL = Detail(RING, 1.0, (0.35, 0.62, 0.82, 0.94, 0.995))
MOVING = Detail(16, 0.6, (0.55, 0.90, 0.995))


@dataclass(frozen=True, slots=True)
class Mesh:
    """How a surface is made: the height in metres that it is pressed flat on, and how finely."""

    floor: float = 0.0
    detail: Detail = FULL

    def on(self, floor: float) -> "Mesh":
        """The same on a thing as high as `floor`."""
        return Mesh(floor, self.detail)


@dataclass(frozen=True, slots=True)
class Loft:
    """A swept surface: `vertices` (rings, RING, 3) in metres."""

    vertices: Array


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a loft is swept from; every field may hold one value for all rings.

    `centres` (k, 3); `front` and `side` are directions, (3,) or (k, 3); `radii` (k, 3) holds the
    reach to the front, to the back and sideways; `shear` (k,) leans the front along the axis.
    """

    centres: Array
    front: Array
    side: Array
    radii: Array
    knots: Array | None = None
    shear: Array = field(default_factory=lambda: np.zeros(1))

    def rows(self, count: int, detail: Detail = FULL) -> Array:
        """All measures as `count` rows of 13 columns, resampled along the knots.

        Short of full detail they follow a plainer curve, which a table of weights gives at once.
        """
        k = len(self.centres)
        table = np.empty((k, 13))
        table[:, :3], table[:, 3:6], table[:, 6:9] = self.centres, self.front, self.side
        table[:, 9:12], table[:, 12] = self.radii, self.shear
        if count <= k:
            return table
        if detail is not FULL:
            knots = None if self.knots is None else tuple(self.knots.tolist())
            plain: Array = _weights(k, knots, count) @ table
            return plain
        even = np.linspace(0.0, 1.0, k) if self.knots is None else self.knots
        return pchip(even, table, np.linspace(even[0], even[-1], count))


@cache
def _weights(k: int, knots: tuple[float, ...] | None, count: int) -> Array:
    """What (count, k) of each of `k` rows goes into `count` rows between them: a cubic spline.

    Its tangents are the mean of the slopes on either side (Catmull and Rom, 1974).
    """
    at = np.linspace(0.0, 1.0, k) if knots is None else np.array(knots)
    where = np.linspace(at[0], at[-1], count)
    tangents = np.gradient(np.eye(k), at, axis=0)
    index = np.clip(np.searchsorted(at, where, side="right") - 1, 0, k - 2)
    step = (at[index + 1] - at[index])[:, None]
    u = (where - at[index])[:, None] / step
    same = np.eye(k)
    weights: Array = (
        (2 * u**3 - 3 * u * u + 1) * same[index]
        + (u**3 - 2 * u * u + u) * step * tangents[index]
        + (3 * u * u - 2 * u**3) * same[index + 1]
        + (u**3 - u * u) * step * tangents[index + 1]
    )
    return weights


def sweep(
    shape: Sweep,
    count: int,
    *,
    caps: tuple[float, float] = (0.0, 0.0),
    floor: float | None = None,
    squareness: float = 1.0,
    detail: Detail = FULL,
) -> Loft:
    """The loft of `shape` in `count` rings, its ends rounded over `caps` metres.

    What would lie below the height `floor` is pressed flat onto it, as weight does.
    `squareness` under 1 fills out the corners of each ring. `detail` says how many of the rings
    are made.
    """
    fewer = count if detail is FULL else max(2, round(count * detail.rings))
    rows = shape.rows(fewer, detail)
    parts = [rows]
    if caps[0]:
        parts.insert(0, _cap(rows[0], rows[1], caps[0], detail)[::-1])
    if caps[1]:
        parts.append(_cap(rows[-1], rows[-2], caps[1], detail))
    vertices = _rings(np.concatenate(parts), squareness, detail.ring)
    if floor is not None:
        np.maximum(vertices[..., 1], floor, out=vertices[..., 1])
    return Loft(vertices)


@dataclass(frozen=True, slots=True)
class Sweeps:
    """Like `Sweep`, for m tubes at once, with evenly spaced knots.

    `centres` and `radii` are (m, k, 3); `front` and `side` are one direction (3,) for all.
    """

    centres: Array
    front: Array
    side: Array
    radii: Array


def sweep_alike(
    shapes: Sweeps, count: int, *, caps: tuple[Array | None, Array], mesh: Mesh
) -> tuple[Loft, ...]:
    """As `sweep` makes them, one loft for each of `shapes`; `caps` (m,) may lack the first."""
    detail = mesh.detail
    fewer = count if detail is FULL else max(2, round(count * detail.rings))
    table = np.concatenate([shapes.centres, shapes.radii], axis=2)
    number, k, _ = table.shape
    if fewer > k and detail is FULL:
        even = np.linspace(0.0, 1.0, k)
        rows = pchip(even, table.swapaxes(0, 1), np.linspace(0.0, 1.0, fewer)).swapaxes(0, 1)
    else:
        rows = _weights(k, None, fewer) @ table if fewer > k else table
    parts = [rows, _caps(rows[:, -1], rows[:, -2], caps[1], detail)]
    if caps[0] is not None:
        parts.insert(0, _caps(rows[:, 0], rows[:, 1], caps[0], detail)[:, ::-1])
    every = np.concatenate(parts, axis=1)
    cosine, sine = _circle(detail.ring, 1.0)
    forward = np.where(cosine > 0, every[..., 3:4], every[..., 4:5]) * cosine
    vertices = forward[..., None] * unit(shapes.front)
    vertices += (every[..., 5:6] * sine)[..., None] * unit(shapes.side)
    vertices += every[:, :, None, :3]
    np.maximum(vertices[..., 1], mesh.floor, out=vertices[..., 1])
    return tuple(Loft(vertices[each]) for each in range(number))


def _caps(ends: Array, inner: Array, lengths: Array, detail: Detail) -> Array:
    steps, roundness = _dome(detail)
    outward = unit(ends[:, :3] - inner[:, :3]) * lengths[:, None]
    rows = np.repeat(ends[:, None], len(steps), axis=1)
    rows[..., :3] += steps * outward[:, None]
    rows[..., 3:] *= roundness
    return rows


def _cap(end: Array, inner: Array, length: float, detail: Detail) -> Array:
    outward = unit(end[:3] - inner[:3])
    steps, roundness = _dome(detail)
    rows = np.empty((len(steps), 13))
    rows[:] = end
    rows[:, :3] += steps * (outward * length)
    rows[:, 9:12] *= roundness
    return rows


@cache
def _dome(detail: Detail) -> tuple[Array, Array]:
    """How far out (n, 1) each ring of a rounded end lies, and how wide it is."""
    steps = np.array(detail.cap_steps)[:, None]
    return steps, np.sqrt(1.0 - steps * steps)


@cache
def _circle(count: int, squareness: float) -> tuple[Array, Array]:
    """Cosines and sines around a ring."""
    angles = np.linspace(0.0, 2.0 * np.pi, count, endpoint=False)
    cosine, sine = np.cos(angles), np.sin(angles)
    return (
        np.sign(cosine) * np.abs(cosine) ** squareness,
        np.sign(sine) * np.abs(sine) ** squareness,
    )


def _rings(rows: Array, squareness: float, count: int) -> Array:
    centres = rows[:, :3]
    front, side = unit(rows[:, 3:9].reshape(-1, 2, 3)).transpose(1, 0, 2)
    cosine, sine = _circle(count, squareness)
    forward = np.where(cosine > 0, rows[:, 9:10], rows[:, 10:11]) * cosine
    sideways = rows[:, 11:12] * sine
    vertices: Array = forward[..., None] * front[:, None]
    vertices += sideways[..., None] * side[:, None]
    vertices += centres[:, None]
    if rows[:, 12].any():
        axis = unit(np.gradient(centres, axis=0))
        vertices += (rows[:, 12:13] * cosine)[..., None] * axis[:, None]
    return vertices
