"""How near to the viewer surfaces are, over a coarse grid of the picture."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.loft import Loft

CELL = 0.008
"""How wide and high a cell is, metres."""
CLEARLY = 0.004
"""Surfaces that are closer than this touch: neither lies in front. Metres."""
_AIR = 0.05
_STEP = 0.75 * CELL


@dataclass(frozen=True, slots=True)
class Field:
    """How near a surface is in every cell of a rectangle: metres toward the viewer.

    `row` and `column` tell where the rectangle begins; a cell that is not covered holds -inf.
    """

    row: int
    column: int
    near: Array

    def at(self, points: Array) -> Array:
        """The nearness at points (n, 2) of the picture; -inf where nothing is."""
        columns = np.floor(points[:, 0] / CELL).astype(np.intp) - self.column
        rows = np.floor(points[:, 1] / CELL).astype(np.intp) - self.row
        high, wide = self.near.shape
        inside = (rows >= 0) & (rows < high) & (columns >= 0) & (columns < wide)
        found = np.full(len(points), -np.inf)
        found[inside] = self.near[rows[inside], columns[inside]]
        return found


def field(lofts: Sequence[Loft], camera: Camera) -> Field:
    """The nearness of the nearest of `lofts`; there must be at least one."""
    samples = np.concatenate([_samples(loft, camera) for loft in lofts])
    cells = np.floor(samples[:, :2] / CELL).astype(np.intp)
    column, row = cells.min(axis=0)
    wide, high = cells.max(axis=0) - (column, row) + 1
    near = np.full(wide * high, -np.inf)
    np.maximum.at(near, (cells[:, 1] - row) * wide + cells[:, 0] - column, samples[:, 2])
    return Field(int(row), int(column), _mended(near.reshape(high, wide)))


def _mended(near: Array) -> Array:
    """`near` without single empty cells amid covered ones, which samples may straddle."""
    sides = np.stack([near[:-2, 1:-1], near[2:, 1:-1], near[1:-1, :-2], near[1:-1, 2:]])
    inner = near[1:-1, 1:-1]
    holes = np.isneginf(inner) & np.isfinite(sides).all(axis=0)
    inner[holes] = sides.max(axis=0)[holes]
    return near


def _samples(loft: Loft, camera: Camera) -> Array:
    """Points all over the loft and its ends, less than a cell apart: right, down, toward."""
    rings = camera.project_deep(loft.vertices)
    middles = rings[[0, -1]].mean(axis=1, keepdims=True)
    ends = np.broadcast_to(middles, (2, *rings.shape[1:]))
    rings = np.concatenate([ends[:1], rings, ends[1:]])
    around = _refined(np.concatenate([rings, rings[:, :1]], axis=1).swapaxes(0, 1))
    return _refined(around.swapaxes(0, 1)).reshape(-1, 3)


def _refined(rows: Array) -> Array:
    """`rows` with others between, so that neighbours lie less than a cell apart in the picture."""
    steps = np.abs(np.diff(rows[..., :2], axis=0)).max(axis=(1, 2))
    counts = np.maximum(1, np.ceil(steps / _STEP)).astype(np.intp)
    index = np.repeat(np.arange(len(counts)), counts)
    firsts = np.repeat(np.cumsum(counts) - counts, counts)
    share = ((np.arange(len(index)) - firsts) / counts[index])[:, None, None]
    between: Array = rows[index] * (1 - share) + rows[index + 1] * share
    return np.concatenate([between, rows[-1:]])


@dataclass(frozen=True, slots=True)
class Overlap:
    """In how many cells the first of two surfaces clearly lies before the second, and behind.

    `apart` counts those in which there is air between them.
    """

    before: int
    behind: int
    apart: int = 0


NOWHERE = Overlap(0, 0)


def overlap(first: Field, second: Field, spare: tuple[Array, float] | None = None) -> Overlap:
    """How two surfaces lie to each other; not counted within a radius of a point to `spare`."""
    top, left = max(first.row, second.row), max(first.column, second.column)
    bottom = min(first.row + first.near.shape[0], second.row + second.near.shape[0])
    right = min(first.column + first.near.shape[1], second.column + second.near.shape[1])
    if bottom <= top or right <= left:
        return NOWHERE
    one, two = (
        one.near[top - one.row : bottom - one.row, left - one.column : right - one.column]
        for one in (first, second)
    )
    both = np.isfinite(one) & np.isfinite(two)
    if spare is not None:
        point, radius = spare
        across = (np.arange(left, right) + 0.5) * CELL - point[0]
        down = (np.arange(top, bottom) + 0.5) * CELL - point[1]
        both &= down[:, None] ** 2 + across[None] ** 2 > radius * radius
    gaps = one[both] - two[both]
    before, behind = int((gaps > CLEARLY).sum()), int((gaps < -CLEARLY).sum())
    return Overlap(before, behind, int((np.abs(gaps) > _AIR).sum()))
