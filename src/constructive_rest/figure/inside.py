"""What lies inside the body, as layers over the drawn figure: bones, psoas, diaphragm."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely

from constructive_rest.figure import diaphragm, hip_bones, skull
from constructive_rest.figure.camera import Camera
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.layers import Glass, Ink, Layer, Line, Lines, Region, Tone, Veil
from constructive_rest.figure.loft import Loft
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.psoas import fibres, iliacus, psoas
from constructive_rest.figure.rib_cage import Rib, breast_bone, ribs
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import Shape, merge, outline, round_corners, seen_through
from constructive_rest.figure.spine import Vertebra, sacrum, spine

_VEIL, _WELD = 0.62, 0.0006
_RIB, _CARTILAGE, _ARCH, _STRAND = 0.0094, 0.0076, 0.0052, 0.0026
_CHEEK, _TEETH = 0.0075, 0.018
_FROM_THE_SIDE = 0.5
Spine = tuple[Vertebra, ...]
_STRANDS = (-0.6, -0.22, 0.18, 0.58)


def with_inside(figure: Mannequin, camera: Camera, drawn: Iterable[Layer]) -> Iterator[Layer]:
    """The layers of a `drawn` figure, a veil over all of it, and what lies inside."""
    covered = []
    for layer in drawn:
        yield layer
        if isinstance(layer, Region):
            covered.append(layer.outline.buffer(_WELD))
    yield Veil(merge(covered), _VEIL)
    yield from Inside(figure, camera).layers()


@dataclass(frozen=True, slots=True)
class Inside:
    """The inside of `figure` as `camera` sees it: from its right side or from its front."""

    figure: Mannequin
    camera: Camera

    @property
    def _sides(self) -> tuple[Side, ...]:
        """From the side only the near half of what comes in pairs is told apart."""
        right = self.figure.torso.frame(0.2).right
        return (Side.RIGHT,) if self.camera.facing(right) > _FROM_THE_SIDE else tuple(Side)

    def layers(self) -> Iterator[Layer]:
        """Everything, from the farthest to the nearest, then what must not be hidden."""
        vertebrae, every = spine(self.figure), ribs(self.figure)
        if len(self._sides) == 1:
            yield from self._from_the_side(vertebrae, every)
        else:
            yield from self._from_the_front(vertebrae, every)

    def _from_the_side(self, vertebrae: Spine, every: tuple[Rib, ...]) -> Iterator[Layer]:
        near = [rib for rib in every if rib.side is Side.RIGHT]
        for rib in every:
            if rib.side is Side.LEFT:
                yield self._rod(Tone.BONE, rib.bone, _RIB, 0.30, 0.30)
        yield from self._spine(vertebrae)
        yield from self._skull()
        yield from self._diaphragm()
        yield from self._iliacus(0.80)
        yield from self._hips(0.50)
        yield from self._psoas()
        yield from self._told_apart(vertebrae)
        yield self._glass(Tone.BONE, [breast_bone(self.figure)], 0.70)
        for rib in near:
            yield from self._cartilage(rib, 0.50)
            yield self._rod(Tone.BONE, rib.bone, _RIB, 0.82, 0.70)

    def _from_the_front(self, vertebrae: Spine, every: tuple[Rib, ...]) -> Iterator[Layer]:
        for rib in every:
            yield self._rod(Tone.BONE, self._half(rib.bone, front=False), _RIB, 0.55, 0.45)
        yield from self._spine(vertebrae)
        yield from self._skull()
        yield from self._hips(0.78)
        yield from self._iliacus(0.78)
        yield from self._psoas()
        yield from self._diaphragm()
        yield from self._arches()
        for rib in every:
            yield from self._cartilage(rib, 0.80)
            yield self._rod(Tone.BONE, self._half(rib.bone, front=True), _RIB, 0.86, 0.70)
        yield self._glass(Tone.BONE, [breast_bone(self.figure)], 0.82)

    def _glass(
        self, tone: Tone, lofts: Iterable[Loft], alpha: float, rounding: float = 0.003
    ) -> Glass:
        shape = round_corners(outline(lofts, self.camera), rounding, 0.0)
        return Glass(tone, shape, alpha)

    def _skull(self) -> Iterator[Layer]:
        head, camera = self.figure.head, self.camera
        yield self._rod(Tone.BONE, skull.teeth(head), _TEETH, 0.84, 0.3)
        yield self._glass(Tone.BONE, [skull.brain_case(head)], 0.84)
        hollows = [skull.eye_hollow(head, side) for side in self._sides]
        if len(self._sides) == 2:
            hollows.append(skull.nose_hollow(head))
        for edge in hollows:
            shape = shapely.Polygon(camera.project(edge)).buffer(0.001)
            yield Glass(Tone.HOLLOW, shape, 0.55, edge=0.4)
        for side in self._sides:
            yield self._rod(Tone.BONE, skull.cheek_bone(head, side), _CHEEK, 0.9, 0.6)
        yield self._glass(Tone.BONE, [skull.jaw(head)], 0.86)

    def _spine(self, vertebrae: Spine) -> Iterator[Layer]:
        both = len(self._sides) == 2
        yield self._glass(Tone.BONE, [sacrum(self.figure)], 0.94)
        for vertebra in reversed(vertebrae):
            if not both:
                yield self._glass(Tone.BONE, [vertebra.spinous], 0.85, 0.0)
        for vertebra in reversed(vertebrae):
            if vertebra.name[0] == "L" or both:
                yield self._glass(Tone.BONE, vertebra.transverse[: len(self._sides)], 0.90, 0.0)
            yield self._glass(Tone.BONE, [vertebra.body], 0.97, 0.0)
        yield from self._discs(vertebrae, 0.85)

    def _discs(self, vertebrae: Spine, alpha: float) -> Iterator[Layer]:
        for lower, upper in pairwise(vertebrae[:6]):
            rims = np.stack([lower.body.vertices[-1], upper.body.vertices[0]])
            yield self._glass(Tone.CARTILAGE, [Loft(rims)], alpha, 0.0)

    def _hips(self, wing: float) -> Iterator[Layer]:
        for side in self._sides:
            bone = hip_bones.hip_bone(self.figure, side)
            whole = merge((outline(bone.parts, self.camera), seen_through(bone.wing, self.camera)))
            yield Glass(Tone.BONE, round_corners(whole, 0.004, 0.002), wing)
            thigh = hip_bones.femur(self.figure, side)
            yield self._glass(Tone.BONE, thigh.parts, 0.88, 0.006)

    def _iliacus(self, alpha: float) -> Iterator[Layer]:
        for side in self._sides:
            fan = iliacus(self.figure, side)
            shape = round_corners(seen_through(fan, self.camera), 0.006, 0.002)
            yield Glass(Tone.ILIACUS, shape, alpha, edge=0.6)
            yield self._strands([fan[:, c] for c in range(1, fan.shape[1] - 1, 2)], shape)

    def _psoas(self) -> Iterator[Layer]:
        for side in self._sides:
            muscle = psoas(self.figure, side)
            shape = round_corners(outline([muscle.surface], self.camera), 0.004, 0.0)
            yield Glass(Tone.PSOAS, shape, 0.94)
            yield self._strands(fibres(muscle, self.camera.toward, _STRANDS), shape)

    def _told_apart(self, vertebrae: Spine) -> Iterator[Layer]:
        """The lumbar bodies again, over what from the side lies before them."""
        yield from self._discs(vertebrae, 0.45)
        for vertebra in vertebrae[:5]:
            yield Glass(Tone.BONE, outline([vertebra.body], self.camera), 0.45, edge=0.9)

    def _diaphragm(self) -> Iterator[Layer]:
        grid = diaphragm.dome(self.figure)
        shape = round_corners(seen_through(grid, self.camera), 0.004, 0.002)
        for side in self._sides:
            yield self._glass(Tone.DIAPHRAGM, [diaphragm.crus(self.figure, side)], 0.55)
        yield Glass(Tone.DIAPHRAGM, shape, 0.50)
        yield self._strands([grid[:, c] for c in range(2, grid.shape[1] - 2, 4)], shape)

    def _arches(self) -> Iterator[Layer]:
        for side in self._sides:
            yield self._rod(Tone.SINEW, diaphragm.medial_arch(self.figure, side), _ARCH, 0.95, 0.9)

    def _cartilage(self, rib: Rib, alpha: float) -> Iterator[Layer]:
        if rib.cartilage is not None:
            yield self._rod(Tone.CARTILAGE, rib.cartilage, _CARTILAGE, alpha, alpha * 0.7)

    def _half(self, line: Array, *, front: bool) -> Array:
        """What of a rib lies before the spine, or behind."""
        torso = self.figure.torso
        ahead = (line - torso.point(0.4)) @ torso.frame(0.4).front
        half: Array = line[ahead > -0.012] if front else line[ahead <= 0.0]
        return half

    def _strands(self, lines: list[Array], inside: Shape) -> Lines:
        width = _STRAND * self.figure.body.scale
        project = self.camera.project
        return Lines(
            tuple(Line(project(line), width, Ink.MUSCLE, 0.6, 0.1, 0.1) for line in lines), inside
        )

    def _rod(self, tone: Tone, line: Array, width: float, alpha: float, edge: float) -> Glass:
        """A rounded bar along `line`; nothing where the line is too short to be one."""
        if len(line) < 2:
            return Glass(tone, shapely.Polygon(), alpha, edge)
        half = width * self.figure.body.scale / 2
        shape = shapely.LineString(self.camera.project(line)).buffer(half, quad_segs=4)
        return Glass(tone, shape, alpha, edge)
