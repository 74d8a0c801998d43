"""A body part as a tube of rings with its own radius to the front, the back and the side."""

from dataclasses import dataclass, field

import numpy as np

from constructive_rest.figure.interpolation import Array, pchip, unit

RING = 26
_ANGLES = np.linspace(0.0, 2.0 * np.pi, RING, endpoint=False)
_CAP_STEPS = (0.35, 0.62, 0.82, 0.94, 0.995)


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

    def rows(self, count: int) -> Array:
        """All measures as `count` rows of 13 columns, resampled along the knots."""
        k = len(self.centres)
        table = np.concatenate(
            [
                self.centres,
                np.broadcast_to(self.front, (k, 3)),
                np.broadcast_to(self.side, (k, 3)),
                np.broadcast_to(self.radii, (k, 3)),
                np.broadcast_to(self.shear, (k,))[:, None],
            ],
            axis=1,
        )
        if count <= k:
            return table
        knots = np.linspace(0.0, 1.0, k) if self.knots is None else self.knots
        return pchip(knots, table, np.linspace(knots[0], knots[-1], count))


def sweep(
    shape: Sweep,
    count: int,
    *,
    caps: tuple[float, float] = (0.0, 0.0),
    floor: float | None = None,
    squareness: float = 1.0,
) -> Loft:
    """The loft of `shape` in `count` rings, its ends rounded over `caps` metres.

    What would lie below the height `floor` is pressed flat onto it, as weight does.
    `squareness` under 1 fills out the corners of each ring.
    """
    rows = shape.rows(count)
    before = _cap(rows[0], rows[1], caps[0])[::-1] if caps[0] else []
    after = _cap(rows[-1], rows[-2], caps[1]) if caps[1] else []
    vertices = _rings(np.array([*before, *rows, *after]), squareness)
    if floor is not None:
        vertices[..., 1] = np.maximum(vertices[..., 1], floor)
    return Loft(vertices)


def _cap(end: Array, inner: Array, length: float) -> list[Array]:
    outward = unit(end[:3] - inner[:3])
    rows = []
    for step in _CAP_STEPS:
        row = end.copy()
        row[:3] += outward * length * step
        row[9:12] *= np.sqrt(1.0 - step * step)
        rows.append(row)
    return rows


def _rings(rows: Array, squareness: float) -> Array:
    centres, front, side = rows[:, :3], unit(rows[:, 3:6]), unit(rows[:, 6:9])
    axis = unit(np.gradient(centres, axis=0))
    cosine, sine = np.cos(_ANGLES), np.sin(_ANGLES)
    cosine = np.sign(cosine) * np.abs(cosine) ** squareness
    sine = np.sign(sine) * np.abs(sine) ** squareness
    forward = np.where(cosine > 0, rows[:, 9:10], rows[:, 10:11]) * cosine
    sideways = rows[:, 11:12] * sine
    lean = rows[:, 12:13] * cosine
    vertices: Array = (
        centres[:, None]
        + front[:, None] * forward[..., None]
        + side[:, None] * sideways[..., None]
        + axis[:, None] * lean[..., None]
    )
    return vertices
