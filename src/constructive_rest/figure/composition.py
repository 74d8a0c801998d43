"""A figure's layers from back to front, in the order that depth gives."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from constructive_rest.figure import clothing, extremities, face, surfaces
from constructive_rest.figure.camera import Camera
from constructive_rest.figure.depth import NOWHERE
from constructive_rest.figure.extremities import Span
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.kinematics import Chain
from constructive_rest.figure.layers import Layer, Lines, Panel, Region
from constructive_rest.figure.loft import Loft
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.order import NOTICED, Part, Sorting, Turn
from constructive_rest.figure.sides import Side
from constructive_rest.figure.silhouette import Shape, Sight, round_corners
from constructive_rest.figure.surfaces import (
    HEAD,
    LOCKS,
    NECK,
    SEAT,
    TRUNK,
    foot,
    fore,
    shin,
    sleeve,
    thigh,
    upper,
)

_BELT, TROUSERS, SHIRT = "belt", "trousers", "shirt"
_FOLDED = 1.45
"""How much more than the next one a bone faces the viewer where a limb seems to end."""
_LEGS_PART = 25
"""Cells that one leg may hide of the other before it is drawn apart."""
_LEAVES_SEAT = 40
_COLLAR, _BEHIND_CHEST = 0.54, -0.93
"""How far the neck points away where the chest hides it."""
_FAR, _FARTHEST, _FAR_SKIN = 0.18, 0.20, 0.60
_CUT, _ROUND, _SHADED = 0.003, 0.006, 0.045
_MOSTLY, _VEIL = 0.45, 0.032

Draw = Callable[[], Iterator[Layer]]


class Group(StrEnum):
    """What a picture may leave out of a figure."""

    HEAD = "head"
    TRUNK = "trunk"
    ARMS = "arms"
    LEGS = "legs"
    BELT = "belt"


@dataclass(frozen=True, slots=True)
class Prop:
    """Something around the figure that takes its place in depth: its surfaces and its layers."""

    name: str
    lofts: Sequence[Loft]
    layers: Sequence[Layer]


def compose(
    figure: Mannequin, camera: Camera, groups: frozenset[Group], props: Sequence[Prop] = ()
) -> Iterator[Layer]:
    """The layers of the figure's `groups` and of `props`, from back to front."""
    return _Composer(figure, camera, groups, props).layers()


class _Composer:
    def __init__(
        self,
        figure: Mannequin,
        camera: Camera,
        groups: frozenset[Group],
        props: Sequence[Prop],
    ) -> None:
        self.figure, self.camera, self.sight = figure, camera, Sight(camera)
        more: dict[str, Sequence[Loft]] = {prop.name: prop.lofts for prop in props}
        if Group.BELT in groups:
            more[_BELT] = [clothing.belt_loft(figure)]
        self.surfaces = surfaces.surfaces(figure, more, camera)
        self.parts: list[Part] = []
        self.draws: dict[str, Draw] = {}
        self.settled: set[tuple[str, str]] = set()
        self.first: set[tuple[str, str]] = set()
        for prop in props:
            self._add(Part(prop.name, (prop.name,)), partial(iter, prop.layers))
        for group, add in (
            (Group.LEGS, self._add_legs),
            (Group.BELT, self._add_belt),
            (Group.TRUNK, partial(self._add_shirt, Group.ARMS in groups)),
            (Group.HEAD, self._add_head),
            (Group.ARMS, self._add_arms),
        ):
            if group in groups:
                add()

    def layers(self) -> Iterator[Layer]:
        for turn in Sorting(self.parts, self.surfaces, self.settled, self.first).turns():
            only = self._shown(turn)
            for place, layer in enumerate(self.draws[turn.part.name]()):
                yield layer if only is None else _kept_inside(layer, only, place == 0)

    def _shown(self, turn: Turn) -> Shape | None:
        """Where in the picture a part is drawn in this turn; None where it is drawn whole."""
        veil = self._veil(turn.part)
        if turn.over is None and not turn.under and veil is None:
            return None
        if turn.over is None:
            shown = self._outline(turn.part).buffer(_ROUND)
        else:
            shown = self._runs(turn.part, turn.over.surfaces, before=True)
            shown = shown.intersection(self._outline(turn.over).buffer(_SHADED))
        for other in (*turn.under, *((turn.over,) if turn.over is not None else ())):
            for name in other.surfaces:
                shown = shown.difference(self._hidden(turn.part, name))
        return shown if veil is None else shown.difference(veil)

    def _veil(self, part: Part) -> Shape | None:
        """Around the hand that hides the part's own: fingertips beside it would read as its own."""
        for side in Side:
            mine, other = fore(side), fore(side.other)
            if mine in part.surfaces:
                found = self.surfaces.overlap(mine, other)
                hands = [
                    self.sight.outline(self.figure.arms[s].hand.lofts) for s in (side, side.other)
                ]
                hidden = hands[0].intersection(hands[1]).area > _MOSTLY * hands[0].area
                if hidden and found.behind > found.before:
                    return hands[1].buffer(_VEIL)
        return None

    def _hidden(self, part: Part, surface: str) -> Shape:
        """What of a limb's outline one surface hides."""
        behind = self._runs(part, (surface,), before=False)
        if behind.is_empty:
            return behind
        hiding = self.sight.outline(self.surfaces.lofts[surface]).buffer(_CUT / 2)
        return behind.intersection(hiding).difference(self._runs(part, (surface,), before=True))

    def _outline(self, part: Part) -> Shape:
        lofts = (loft for name in part.surfaces for loft in self.surfaces.lofts[name])
        return self.sight.outline(lofts)

    def _runs(self, part: Part, names: Sequence[str], *, before: bool) -> Shape:
        """What of a limb's outline belongs to rings that lie before surfaces, or behind them."""
        runs = [
            run
            for mine in part.surfaces
            for theirs in names
            if self.surfaces.overlap(mine, theirs) != NOWHERE
            for run in self.surfaces.runs(mine, theirs, before=before)
        ]
        return round_corners(Sight(self.camera).outline(runs), _ROUND, 0.0).buffer(_CUT)

    def _add(self, part: Part, draw: Draw) -> None:
        self.parts.append(part)
        self.draws[part.name] = draw

    def _add_legs(self) -> None:
        figure, sight = self.figure, self.sight
        apart = {side for side in Side if self._leaves_seat(side)} | self._hiding_legs()
        folded = {side for side in Side if self._folds(side)}
        names, whole = [SEAT], []
        for side in Side:
            if side not in apart:
                names += [thigh(side)] if side in folded else [thigh(side), shin(side)]
                whole.append(side)
        self._add(
            Part(TROUSERS, tuple(names)),
            lambda: clothing.trousers(figure, sight, whole, folded),
        )
        for side in Side:
            owner = self._add_leg(side, side in folded) if side in apart else TROUSERS
            if side in folded:
                owner = self._add_shin(side, owner)
            self._add_foot(side, owner)

    def _add_leg(self, side: Side, folded: bool) -> str:
        """A leg that is drawn apart from the seat, into which it fades."""
        name = f"{side} leg"
        far = self._far(_leg(self.figure, side), _leg(self.figure, side.other), _FARTHEST)
        names = (thigh(side),) if folded else (thigh(side), shin(side))
        self._add(
            Part(name, names, limb=True),
            lambda: clothing.leg(self.figure, side, self.sight, folded, far),
        )
        self.settled.add((TROUSERS, name))
        return name

    def _add_shin(self, side: Side, owner: str) -> str:
        """A shin that lies before its thigh, or behind it."""
        name = shin(side)
        found = self.surfaces.overlap(name, thigh(side))
        before = found.before > found.behind
        far = self._far(_leg(self.figure, side), _leg(self.figure, side.other), _FARTHEST)
        self._add(
            Part(name, (name,), limb=True),
            lambda: clothing.shin(self.figure, side, self.sight, before, far),
        )
        self.settled.add((owner, name) if before else (name, owner))
        return name

    def _add_foot(self, side: Side, owner: str) -> None:
        name, chain = foot(side), _leg(self.figure, side)
        far = self._far(chain, _leg(self.figure, side.other), _FARTHEST * _FAR_SKIN)
        self._add(
            Part(name, (name,), limb=True),
            lambda: extremities.bare_foot(self.figure, side, self.sight, far),
        )
        out = self.camera.facing(chain.lower) > clothing.TOWARD
        self.settled.add((owner, name) if out else (name, owner))

    def _leaves_seat(self, side: Side) -> bool:
        before_seat = self.surfaces.overlap(thigh(side), SEAT).before
        before_shirt = self.surfaces.overlap(thigh(side), TRUNK).before
        return before_seat > _LEAVES_SEAT or before_shirt > NOTICED

    def _hiding_legs(self) -> set[Side]:
        """Both sides where one leg hides much of the other."""
        cells = 0
        for one in (thigh(Side.RIGHT), shin(Side.RIGHT)):
            for two in (thigh(Side.LEFT), shin(Side.LEFT)):
                found = self.surfaces.overlap(one, two)
                cells += found.before + found.behind
        return set(Side) if cells > _LEGS_PART else set()

    def _crosses(self, lower: str, higher: str) -> bool:
        """Whether one half of a limb passes before the other one."""
        return self.surfaces.overlap(lower, higher).apart > NOTICED

    def _folds(self, side: Side) -> bool:
        """Whether a shin is drawn apart, for the leg seems to end in the knee or crosses itself."""
        chain = _leg(self.figure, side)
        turned = self.camera.facing(chain.upper) - self.camera.facing(chain.lower)
        return turned > _FOLDED or self._crosses(shin(side), thigh(side))

    def _far(self, mine: Chain, other: Chain, limit: float) -> float:
        """How much a limb is dimmed, for it lies farther from the viewer than its fellow."""
        behind = self.camera.facing(_middle(other) - _middle(mine)) / _FAR
        return limit * min(1.0, max(0.0, behind))

    def _add_belt(self) -> None:
        self._add(Part(_BELT, (_BELT,)), lambda: clothing.belt(self.figure, self.camera))
        self.settled |= {(name, _BELT) for name in (TROUSERS, *(f"{side} leg" for side in Side))}

    def _add_shirt(self, sleeved: bool) -> None:
        draw = partial(clothing.shirt, self.figure, self.sight, sleeved)
        self._add(Part(SHIRT, (TRUNK,)), draw)
        self.settled.add((TROUSERS, SHIRT))
        self.first |= {(f"{side} leg", SHIRT) for side in Side}

    def _add_head(self) -> None:
        if self.figure.locks:
            self._add(Part(LOCKS, (LOCKS,)), lambda: face.spread_locks(self.figure, self.sight))
        self._add(Part(HEAD, (NECK, HEAD)), self._head)
        hidden = self.surfaces.overlap(TRUNK, HEAD).before > 2 * NOTICED
        away = self.camera.facing(self.figure.torso.frame(_COLLAR).up)
        if away > _BEHIND_CHEST and not hidden:
            self.settled.add((SHIRT, HEAD))

    def _head(self) -> Iterator[Layer]:
        yield from face.head_layers(self.figure, self.sight)
        yield from clothing.neckband(self.figure, self.camera)

    def _add_arms(self) -> None:
        for side in Side:
            chain, other = _arm(self.figure, side), _arm(self.figure, side.other)
            far = self._far(chain, other, _FARTHEST * _FAR_SKIN)
            owner = self._add_arm(side, far)
            found = self.surfaces.overlap(sleeve(side), TRUNK)
            over = found.before > NOTICED
            self._add(
                Part(sleeve(side), (sleeve(side),)),
                partial(clothing.sleeve, self.figure, side, self.sight, over, far),
            )
            self.settled.add((SHIRT, sleeve(side)))
            if self.camera.facing(chain.upper) > clothing.TOWARD:
                self.settled.add((sleeve(side), owner))
            else:
                self.settled.add((owner, sleeve(side)))
                if not over:
                    self.first.add((owner, SHIRT))

    def _add_arm(self, side: Side, far: float) -> str:
        """Arm and hand; returns the name of the part that comes out of the sleeve."""
        draw = partial(extremities.bare_arm, self.figure, side, self.sight, far)
        if not self._crosses(fore(side), upper(side)):
            name = f"{side} arm"
            self._add(Part(name, (upper(side), fore(side)), limb=True), partial(draw, Span.WHOLE))
            return name
        found = self.surfaces.overlap(fore(side), upper(side))
        before = found.before > found.behind
        self._add(Part(upper(side), (upper(side),), limb=True), partial(draw, Span.UPPER))
        span = Span.FORE_BEFORE if before else Span.FORE_BEHIND
        self._add(Part(fore(side), (fore(side),), limb=True), partial(draw, span))
        pair = upper(side), fore(side)
        self.settled.add(pair if before else pair[::-1])
        return upper(side)


def _leg(figure: Mannequin, side: Side) -> Chain:
    return figure.legs[side].chain


def _arm(figure: Mannequin, side: Side) -> Chain:
    return figure.arms[side].chain


def _middle(chain: Chain) -> Array:
    return (chain.root + chain.middle + chain.end) / 3


def _kept_inside(layer: Layer, shape: Shape, ground: bool) -> Layer:
    """Of a part, the layer inside `shape`; its `ground` is dense, and what lies on it may fade."""
    match layer:
        case Region():
            return replace(layer, only=shape, fade=None if ground else layer.fade)
        case Lines():
            inside = shape if layer.inside is None else layer.inside.intersection(shape)
            return replace(layer, inside=inside)
        case Panel():
            return replace(layer, outline=layer.outline.intersection(shape))
        case _:
            return layer
