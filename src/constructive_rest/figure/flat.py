"""A surface as a camera sees it, in flat tones: cheap enough for every frame of a movement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.layers import Tone
from constructive_rest.figure.ordering import Seen, back_to_front
from constructive_rest.figure.surface import Key, Patch, Rings, Surface

_TURNS = np.linspace(0.0, 2.0 * np.pi, 24, endpoint=False)
_DIRECTIONS = np.stack([np.cos(_TURNS), np.sin(_TURNS)])
_RUN, _OVERLAP = 3, 1
_IN_SHADE = 0.18
"""How much of a body lies in the shade: then a flat tone is the mean of the shaded picture."""
_TONES: Mapping[Patch, Tone] = {
    Patch.LOCKS: Tone.HAIR,
    Patch.FOOT: Tone.SKIN,
    Patch.SHIN: Tone.TROUSERS,
    Patch.THIGH: Tone.TROUSERS,
    Patch.SEAT: Tone.TROUSERS,
    Patch.BELT: Tone.BELT,
    Patch.SHIRT: Tone.SHIRT,
    Patch.HEAD: Tone.SKIN,
    Patch.HAIR: Tone.HAIR,
    Patch.UPPER_ARM: Tone.SKIN,
    Patch.SLEEVE: Tone.SHIRT,
    Patch.FOREARM: Tone.SKIN,
}
_FAR: Mapping[Patch, float] = {
    Patch.FOOT: 0.12,
    Patch.SHIN: 0.20,
    Patch.THIGH: 0.20,
    Patch.UPPER_ARM: 0.12,
    Patch.SLEEVE: 0.12,
    Patch.FOREARM: 0.12,
}

_SUNK: Mapping[Patch, float] = {Patch.SEAT: 0.04}
"""What the shirt is worn over counts as so many metres farther from the viewer."""
_HIDDEN: Mapping[Patch, float] = {Patch.THIGH: 0.5}
"""How much of a patch, from its root, says nothing about what lies over what."""


@dataclass(frozen=True, slots=True)
class Flat:
    """Polygons of one colour, each (n, 2) in metres of the picture plane.

    `far` 0–1 dims it; `light` from -1 to 1 tells how a flat face is turned; `alpha` is 0–1, and
    so is `shade`, how much of it lies in the shade.
    """

    tone: Tone
    polygons: tuple[Array, ...]
    far: float = 0.0
    light: float = 0.0
    alpha: float = 1.0
    shade: float = 0.0


def flat_body(surface: Surface, camera: Camera, presence: Mapping[Patch, float]) -> Iterator[Flat]:
    """The body from back to front; `presence` 0–1 tells how far a patch is there, if not wholly."""
    there = {patch: alpha for patch in Patch if (alpha := presence.get(patch, 1.0)) > 0.0}
    keys = [key for key in surface if key[0] is not Patch.HAIR and key[0] in there]
    projected = {key: camera.project(rings.vertices) for key, rings in surface.items()}
    seen = [_seen(key[0], surface[key], camera) for key in keys]
    for number in back_to_front(seen):
        key = keys[number]
        rings = surface[key]
        skin = Flat(
            _TONES[key[0]],
            _hulls(projected[key], rings.last),
            far=_dimmed(key, camera),
            alpha=there[key[0]],
            shade=_IN_SHADE,
        )
        hair = (Patch.HAIR, None)
        if key[0] is not Patch.HEAD or hair not in surface:
            yield skin
            continue
        behind = _hulls(projected[hair], surface[hair].last)
        yield replace(skin, tone=Tone.HAIR, polygons=behind)
        yield skin
        before = tuple(_facing(surface[hair], projected[hair], camera))
        yield replace(skin, tone=Tone.HAIR, polygons=before)


def _seen(patch: Patch, rings: Rings, camera: Camera) -> Seen:
    first = round(_HIDDEN.get(patch, 0.0) * len(rings.vertices))
    points = rings.vertices[first:, ::2].reshape(-1, 3)
    return Seen(camera.project(points), points @ camera.toward - _SUNK.get(patch, 0.0))


def _hulls(points: Array, last: tuple[int, ...]) -> tuple[Array, ...]:
    """What tubes of projected rings (n, RING, 2) cover: the hulls of short runs of rings.

    Each hull has its farthest points in a fixed number of directions for corners. Neighbouring
    runs overlap, so that no seam shows between them.
    """
    runs = np.array(list(_runs(last)))
    reach = points @ _DIRECTIONS
    farthest = reach.argmax(axis=1)
    tips = np.take_along_axis(points, farthest[..., None], axis=1)[runs]
    reach = np.take_along_axis(reach, farthest[:, None], axis=1)[:, 0][runs]
    best = reach.argmax(axis=1)[:, None, :, None]
    return tuple(np.take_along_axis(tips, best, axis=1)[:, 0])


def _runs(last: tuple[int, ...]) -> Iterator[list[int]]:
    """The rings of each run, as many in each: the end of a tube is repeated."""
    first = 0
    for end in last:
        for start in range(first, end, _RUN):
            yield [min(start + step, end) for step in range(_RUN + _OVERLAP + 1)]
        first = end + 1


def _facing(hair: Rings, points: Array, camera: Camera) -> Iterator[Array]:
    """The part of the hair that the viewer sees before the head, in bands around it."""
    grid = np.concatenate([hair.vertices, hair.vertices[:, :1]], axis=1)
    points = np.concatenate([points, points[:, :1]], axis=1)
    normals = np.cross(grid[1:, :-1] - grid[:-1, 1:], grid[1:, 1:] - grid[:-1, :-1])
    middles = (grid[:-1, :-1] + grid[1:, 1:]) / 2
    outward = np.sign(np.sum(normals * (middles - grid.mean(axis=(0, 1))), axis=-1).mean())
    facing = (normals @ camera.toward) * outward > 0
    for row, cells in enumerate(facing):
        upper = points[min(row + 2, len(points) - 1)]
        for start, end in _stretches(cells.tolist()):
            across = slice(start, end + 1)
            yield np.concatenate([points[row, across], upper[across][::-1]])


def _stretches(cells: list[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for place, cell in enumerate([*cells, False]):
        if cell and start is None:
            start = place
        elif not cell and start is not None:
            yield start, place
            start = None


def _dimmed(key: Key, camera: Camera) -> float:
    """A limb on the far side is dimmed, the more the camera looks from the other side."""
    patch, side = key
    if side is None:
        return 0.0
    away = -camera.facing(np.array((0.0, 0.0, side.sign)))
    return _FAR[patch] * max(0.0, away)
