"""Which part lies over which, as depth tells, for any camera and any posture."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.depth import NOWHERE, Field, Overlap, field, overlap
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.loft import Loft

NOTICED = 8
"""From so many cells on, an overlap is more than a touch."""
_ALWAYS, _RATHER = 1e6, 1e3
_AROUND = 0.003
_BOTH_WAYS = 0.15
_BESIDE = 2


@dataclass(frozen=True, slots=True)
class Joint:
    """Where two surfaces grow into each other: around it neither lies before the other."""

    point: Array
    radius: float


class Surfaces:
    """Named surfaces as one camera sees them, and how any two of them overlap."""

    def __init__(
        self,
        lofts: Mapping[str, Sequence[Loft]],
        joints: Mapping[tuple[str, str], Joint],
        camera: Camera,
    ) -> None:
        self.lofts = lofts
        self._camera = camera
        self._fields = {name: field(parts, camera) for name, parts in lofts.items()}
        self._spare = {
            pair: (camera.project(joint.point), joint.radius) for pair, joint in joints.items()
        }
        self._found: dict[tuple[str, str], Overlap] = {}

    def overlap(self, first: str, second: str) -> Overlap:
        """In how many cells the first surface lies before the second, and behind it."""
        pair = first, second
        if pair not in self._found:
            spare = self._spare.get(pair, self._spare.get((second, first)))
            found = overlap(self._fields[first], self._fields[second], spare)
            self._found[pair] = found
            self._found[second, first] = Overlap(found.behind, found.before, found.apart)
        return self._found[pair]

    def runs(self, name: str, other: str, *, before: bool) -> list[Loft]:
        """The runs of rings of one surface that lie before another one, or behind it."""
        there = self._fields[other]
        spare = self._spare.get((name, other))
        return [run for loft in self.lofts[name] for run in self._runs(loft, there, spare, before)]

    def _runs(
        self, loft: Loft, other: Field, spare: tuple[Array, float] | None, wanted: bool
    ) -> Iterator[Loft]:
        points = self._camera.project_deep(loft.vertices)
        rings, around, _ = points.shape
        behind = other.at(points[..., :2].reshape(-1, 2)).reshape(rings, around)
        deep = points[..., 2]
        facing = deep >= np.median(deep, axis=1, keepdims=True)
        met = facing & np.isfinite(behind)
        count = met.sum(axis=1)
        ahead = (deep > behind - _AROUND) & met
        if spare is not None:
            ahead &= np.hypot(*np.moveaxis(points[..., :2] - spare[0], 2, 0)) > spare[1]
        before = ahead.sum(axis=1)
        known = np.flatnonzero(count > 0)
        if not len(known):
            return
        nearest = known[np.abs(np.arange(rings)[:, None] - known[None]).argmin(axis=1)]
        close = np.abs(nearest - np.arange(rings)) <= _BESIDE
        seen = (((before[nearest] * 2 > count[nearest]) == wanted) & close).astype(np.int8)
        edges = np.flatnonzero(np.diff(np.concatenate([[0], seen, [0]])))
        for start, stop in zip(edges[::2], edges[1::2], strict=True):
            if stop - start > 1:
                yield Loft(loft.vertices[start:stop])


@dataclass(frozen=True, slots=True)
class Part:
    """What is drawn in one step: of which surfaces it consists.

    A `limb` may lie partly before and partly behind another part; others are whole.
    """

    name: str
    surfaces: tuple[str, ...]
    limb: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A part to draw, without what lies behind the parts `under` which it is drawn over.

    With `over`, only again what of it lies before that one.
    """

    part: Part
    over: Part | None = None
    under: tuple[Part, ...] = ()


class Sorting:
    """Parts from back to front.

    `settled` names pairs of which the first is drawn first whatever depth tells, as a sleeve is
    before the arm that comes out of it; of pairs in `first`, what lies before is drawn again.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        surfaces: Surfaces,
        settled: Collection[tuple[str, str]] = (),
        first: Collection[tuple[str, str]] = (),
    ) -> None:
        self._parts, self._surfaces = parts, surfaces
        size = len(parts)
        self._before = np.zeros((size, size))
        for one, two in combinations(range(size), 2):
            found = self.overlap(parts[one], parts[two])
            self._before[one, two], self._before[two, one] = found.before, found.behind
        self._wish = self._before.copy()
        self._mixed = np.minimum(self._before, self._before.T) >= np.maximum(
            NOTICED, np.maximum(self._before, self._before.T) * _BOTH_WAYS
        )
        for one, two in combinations(range(size), 2):
            self._decide(one, two)
        self._settle(settled, first)

    def _settle(
        self, settled: Collection[tuple[str, str]], first: Collection[tuple[str, str]]
    ) -> None:
        names = {part.name: index for index, part in enumerate(self._parts)}
        for pair in (*settled, *first):
            if pair[0] in names and pair[1] in names:
                one, two = names[pair[0]], names[pair[1]]
                self._wish[one, two], self._wish[two, one] = 0.0, _ALWAYS
                if pair in settled:
                    self._mixed[one, two] = self._mixed[two, one] = False
                    self._before[one, two] = 0.0

    def overlap(self, first: Part, second: Part) -> Overlap:
        """How two parts lie to each other, over all their surfaces."""
        before = behind = 0
        for one in first.surfaces:
            for two in second.surfaces:
                found = self._surfaces.overlap(one, two) if one != two else NOWHERE
                before, behind = before + found.before, behind + found.behind
        return Overlap(before, behind)

    def _decide(self, one: int, two: int) -> None:
        """Of two parts that lie both ways, the limb is drawn first, and then in part again."""
        if not self._mixed[one, two]:
            return
        limbs = self._parts[one].limb, self._parts[two].limb
        if limbs == (True, False):
            self._wish[one, two], self._wish[two, one] = 0.0, _RATHER
        elif limbs == (False, True):
            self._wish[one, two], self._wish[two, one] = _RATHER, 0.0

    def turns(self) -> Iterator[Turn]:
        """Every part once, and after it what of earlier limbs lies before it."""
        left = list(range(len(self._parts)))
        drawn: list[int] = []
        while left:
            costs = [sum(self._wish[one, other] for other in left) for one in left]
            here = left.pop(int(np.argmin(costs)))
            yield Turn(self._parts[here], under=tuple(self._hiding(here, drawn)))
            for earlier in drawn:
                if self._parts[earlier].limb and self._before[earlier, here] >= NOTICED:
                    others = (part for part in drawn if part != earlier)
                    hiding = [one for one in others if self._before[one, earlier] >= NOTICED]
                    under = tuple(self._parts[one] for one in hiding)
                    yield Turn(self._parts[earlier], self._parts[here], under)
            drawn.append(here)

    def _hiding(self, limb: int, drawn: Sequence[int]) -> Iterator[Part]:
        """What was drawn already though it hides some of a limb that comes now."""
        for earlier in drawn if self._parts[limb].limb else ():
            if not self._parts[earlier].limb and self._mixed[earlier, limb]:
                yield self._parts[earlier]
