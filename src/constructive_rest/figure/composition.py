"""Which part lies over which, per view, and the layers that come of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from constructive_rest.figure import clothing, extremities, face
from constructive_rest.figure.camera import Camera
from constructive_rest.figure.layers import Layer, Lines, Region, Tone
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import outline, round_corners


class View(StrEnum):
    """Where a picture is seen from; decides what lies over what."""

    SIDE = "side"
    TOP = "top"
    FEET = "feet"


class Part(StrEnum):
    """What is drawn in one step."""

    ARM = "arm"
    FAR_ARM = "far_arm"
    FAR_HAND = "far_hand"
    FOOT = "foot"
    LEG = "leg"
    SHIN = "shin"
    HIPS = "hips"
    HIPS_AND_LEG = "hips_and_leg"
    BELT = "belt"
    HAIR = "hair"
    SHIRT = "shirt"
    HEAD = "head"
    NECKBAND = "neckband"


@dataclass(frozen=True, slots=True)
class Step:
    """One part in the order from back to front; `far` 0–1 dims it."""

    part: Part
    side: Side = Side.RIGHT
    far: float = 0.0


_R, _L = Side.RIGHT, Side.LEFT
ORDER: Mapping[View, tuple[Step, ...]] = {
    View.SIDE: (
        Step(Part.FAR_ARM, _L, 0.12),
        Step(Part.FOOT, _L, 0.12),
        Step(Part.LEG, _L, 0.20),
        Step(Part.FOOT, _R),
        Step(Part.HIPS_AND_LEG, _R),
        Step(Part.BELT),
        Step(Part.HAIR),
        Step(Part.SHIRT, _R),
        Step(Part.HEAD),
        Step(Part.NECKBAND),
        Step(Part.FAR_HAND, _L),
        Step(Part.ARM, _R),
    ),
    View.TOP: (
        Step(Part.FOOT, _R),
        Step(Part.SHIN, _R),
        Step(Part.FOOT, _L),
        Step(Part.SHIN, _L),
        Step(Part.HIPS),
        Step(Part.BELT),
        Step(Part.HAIR),
        Step(Part.SHIRT),
        Step(Part.HEAD),
        Step(Part.NECKBAND),
        Step(Part.ARM, _L),
        Step(Part.ARM, _R),
    ),
    View.FEET: (
        Step(Part.HAIR),
        Step(Part.HEAD),
        Step(Part.SHIRT),
        Step(Part.HIPS),
        Step(Part.BELT),
        Step(Part.SHIN, _L),
        Step(Part.SHIN, _R),
        Step(Part.FOOT, _L),
        Step(Part.FOOT, _R),
    ),
}


def compose(
    figure: Mannequin, view: View, camera: Camera, parts: frozenset[Part]
) -> Iterator[Layer]:
    """The figure's layers from back to front; only `parts` are drawn."""
    composer = _Composer(figure, view, camera)
    for step in ORDER[view]:
        if step.part in parts:
            yield from composer.layers(step)


@dataclass(frozen=True, slots=True)
class _Composer:
    figure: Mannequin
    view: View
    camera: Camera

    def layers(self, step: Step) -> Iterator[Layer]:
        figure, camera, side = self.figure, self.camera, step.side
        match step.part:
            case Part.ARM:
                return self._arm(step)
            case Part.FAR_ARM:
                return self._far_arm(step)
            case Part.FAR_HAND:
                return extremities.hand_over_torso(figure, side, camera)
            case Part.FOOT:
                return extremities.bare_foot(figure, side, camera, step.far)
            case Part.LEG:
                return self._leg(step)
            case Part.SHIN:
                return self._shin(side)
            case Part.HIPS:
                return self._hips_from_feet() if self.view is View.FEET else self._hips()
            case Part.HIPS_AND_LEG:
                return self._hips_and_leg(step)
            case Part.BELT:
                return clothing.belt(figure, camera)
            case Part.HAIR:
                return face.hair_behind(figure, camera)
            case Part.SHIRT:
                return self._shirt(side)
            case Part.HEAD:
                return face.head_layers(figure, camera)
            case Part.NECKBAND:
                return clothing.neckband(figure, camera)
            case _:
                assert_never(step.part)

    def _arm(self, step: Step) -> Iterator[Layer]:
        from_side = self.view is View.SIDE
        arm = extremities.bare_arm(self.figure, step.side, self.camera, step.far, from_side)
        return clothing.sleeve(self.figure, step.side, self.camera, arm, step.far)

    def _far_arm(self, step: Step) -> Iterator[Layer]:
        yield from extremities.bare_arm(self.figure, step.side, self.camera, step.far, False)
        sleeve = outline([self.figure.arms[step.side].sleeve], self.camera)
        yield Region(Tone.SHIRT, round_corners(sleeve, 0.010, 0.004), far=step.far)

    def _leg(self, step: Step) -> Iterator[Layer]:
        leg = self.figure.legs[step.side]
        shape = round_corners(outline([leg.thigh, leg.shin], self.camera), 0.018, 0.006)
        yield Region(Tone.TROUSERS, shape, far=step.far)

    def _shin(self, side: Side) -> Iterator[Layer]:
        leg = self.figure.legs[side]
        shape = round_corners(outline([leg.shin], self.camera), 0.010, 0.004)
        if self.view is View.FEET:
            yield from clothing.shin_from_feet(self.figure, leg, shape, self.camera)
        else:
            yield Region(Tone.TROUSERS, shape)
        yield from clothing.cuff(leg, self.camera)

    def _hips(self) -> Iterator[Layer]:
        thighs = [leg.thigh for leg in self.figure.legs.values()]
        shape = round_corners(outline([*self.figure.seat, *thighs], self.camera), 0.016, 0.004)
        yield Region(Tone.TROUSERS, shape)
        yield Lines(tuple(clothing.groin_folds(self.figure, self.camera)), shape)

    def _hips_from_feet(self) -> Iterator[Layer]:
        seat = round_corners(outline(self.figure.seat, self.camera), 0.010, 0.004)
        yield Region(Tone.TROUSERS, seat)
        for leg in self.figure.legs.values():
            thigh = round_corners(outline([leg.thigh], self.camera), 0.010, 0.004)
            yield Region(Tone.TROUSERS, thigh, occlusion=0.8)

    def _hips_and_leg(self, step: Step) -> Iterator[Layer]:
        leg = self.figure.legs[step.side]
        whole = outline([*self.figure.seat, leg.thigh, leg.shin], self.camera)
        shape = round_corners(whole, 0.022, 0.006)
        yield Region(Tone.TROUSERS, shape, far=step.far)
        yield Lines(tuple(clothing.knee_folds(self.figure, step.side, self.camera)), shape)
        yield from clothing.cuff(leg, self.camera)

    def _shirt(self, side: Side) -> Iterator[Layer]:
        """Seen from the side, the far sleeve lies behind; from the feet, thighs hide both arms."""
        sleeves: Mapping[View, tuple[Side, ...]] = {View.SIDE: (side,), View.TOP: tuple(Side)}
        return clothing.shirt(self.figure, self.camera, sleeves.get(self.view, ()))
