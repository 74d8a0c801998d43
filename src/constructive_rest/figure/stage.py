"""A body, a posture and a camera put together: everything that one picture shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from constructive_rest.figure import furniture, props
from constructive_rest.figure.body import Body
from constructive_rest.figure.camera import Camera
from constructive_rest.figure.composition import Prop, compose
from constructive_rest.figure.contact_book import ContactBook
from constructive_rest.figure.framing import Extent
from constructive_rest.figure.inside import with_inside
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.layers import Layer, Shadow
from constructive_rest.figure.mannequin import Mannequin, build_mannequin
from constructive_rest.figure.plan import Plan, Thing
from constructive_rest.figure.silhouette import Shape, hull, merge

CHAIR, BELT, BOOK, TOWEL, HIGH = "chair", "belt", "book", "towel", "high"
ON_SIDE = "side"
_ON_SIDE_PITCH, _FROM_FEET = 24.0, 60.0
_MAT_HEAD, _MAT_FOOT, _MAT_FOOT_BEFORE_STOOL, _MAT_HALF_WIDTH = -0.98, 0.80, 0.125, 0.47
_MAT_BEYOND_TOES, _BEFORE_CHAIR = 0.04, 0.03
# up to this height, softness of the shadow, alpha; metres
_SHADOWS = ((0.035, 0.010, 0.30), (0.14, 0.032, 0.20), (0.34, 0.060, 0.10))


class PostureKeys(NamedTuple):
    """The keys of a posture in the book of contacts, in the order that the book asks for."""

    arms: str
    legs: str
    head: str
    trunk: str


@dataclass(frozen=True, slots=True)
class Stage:
    """What a picture shows; `legs` and `head` are the keys of the posture."""

    plan: Plan
    figure: Mannequin
    camera: Camera
    mat: props.Mat
    legs: str
    head: str

    def layers(self) -> Iterator[Layer]:
        """Everything from the back to the front."""
        yield from self._ground()
        groups = self.plan.groups(self.legs == BELT)
        drawn = compose(self.figure, self.camera, groups, tuple(self._things()))
        if Thing.INSIDE in self.plan.draws:
            drawn = with_inside(self.figure, self.camera, drawn)
        yield from drawn

    def extent(self) -> Extent:
        """What body, mat and stool cover in the picture, metres."""
        points = [self.camera.project(loft.vertices).reshape(-1, 2) for loft in self.figure.lofts()]
        points.append(np.array(self.mat.whole(self.camera).exterior.coords))
        every = np.concatenate(points)
        low, high = every.min(axis=0), every.max(axis=0)
        return Extent(float(low[0]), float(low[1]), float(high[0]), float(high[1]))

    def support_top(self) -> Array:
        """The middle of the face that the skull lies on."""
        middle = props.SUPPORT_MIDDLE * self.figure.body.scale
        return np.array((middle, self.figure.support, 0.0))

    def _ground(self) -> Iterator[Layer]:
        draws, camera, k = self.plan.draws, self.camera, self.figure.body.scale
        if Thing.MAT in draws:
            from_mat = self.mat.whole(camera)
            yield Shadow(from_mat, 0.030, 0.16)
            yield from self.mat.layers(camera)
        if self.plan.chair is not None:
            yield Shadow(hull(camera.project(self.plan.chair.footprint(k))), 0.05, 0.16)
        if Thing.STOOL in draws and self.legs == CHAIR:
            yield Shadow(hull(camera.project(props.stool_footprint(k))), 0.05, 0.16)
        yield from self._body_shadows()

    def _things(self) -> Iterator[Prop]:
        """What carries head and calves; each takes its place in depth among the limbs."""
        draws, k, height = self.plan.draws, self.figure.body.scale, self.figure.support
        layers = tuple(support_layers(self.head, height, self.camera, k))
        if Thing.SUPPORT in draws and layers:
            block = props.support_block(self.support_top()[0], height, k)
            yield Prop("support", [block.loft()], layers)
        yield from self._comforts()
        chair = self.plan.chair
        if chair is not None:
            lofts = [block.loft() for block in chair.blocks(k)]
            yield Prop("chair", lofts, tuple(chair.layers(self.camera, k)))
        if Thing.STOOL in draws and self.legs == CHAIR:
            lofts = [block.loft() for block in props.stool_blocks(k)]
            yield Prop("stool", lofts, tuple(props.stool(self.camera, k)))

    def _comforts(self) -> Iterator[Prop]:
        """What makes lying on the side easy: a pillow for the head, a cushion for the knees."""
        figure, camera = self.figure, self.camera
        if Thing.SUPPORT in self.plan.draws and self.head == ON_SIDE:
            space = furniture.pillow_block(figure).loft()
            yield Prop("pillow", [space], tuple(furniture.pillow(figure, camera)))
        if self.legs == ON_SIDE and Thing.LEGS in self.plan.draws:
            space = furniture.cushion_loft(figure)
            yield Prop("cushion", [space], tuple(furniture.cushion(figure, camera)))

    def _body_shadows(self) -> Iterator[Layer]:
        """Soft where the body is high above the mat, close and dark where it touches."""
        inside = self.mat.top(self.camera) if Thing.MAT in self.plan.draws else None
        for height, softness, alpha in reversed(_SHADOWS):
            shape = self._below(height * self.figure.body.scale)
            if not shape.is_empty:
                yield Shadow(shape, softness, alpha, inside)

    def _below(self, height: float) -> Shape:
        hulls = []
        for loft in self.figure.lofts(arms=Thing.ARMS in self.plan.draws):
            points = loft.vertices.reshape(-1, 3)
            low = points[points[:, 1] < height]
            if len(low) > 3:
                dropped = low.copy()
                dropped[:, 0] += low[:, 1] * 0.10
                dropped[:, 1] = 0.0
                hulls.append(hull(self.camera.project(dropped)))
        return merge(shape for shape in hulls if shape.geom_type == "Polygon")


def support_layers(head: str, height: float, camera: Camera, scale: float) -> Iterator[Layer]:
    """What carries the head up to `height` metres: nothing, a book, two books or a towel."""
    middle = props.SUPPORT_MIDDLE * scale
    if head == BOOK:
        yield from props.book(middle, (0.0, height), camera, scale)
    elif head == HIGH:
        below = height * 0.55
        yield from props.book(middle - 0.018 * scale, (0.0, below), camera, scale)
        yield from props.book(middle, (below, height), camera, scale)
    elif head == TOWEL:
        yield from props.towel(middle, height, camera, scale)


def build_stage(plan: Plan, body: Body, book: ContactBook, setup: Mapping[str, str]) -> Stage:
    """The stage of `plan`; `setup` gives arms, legs and head where the plan leaves them open."""
    keys = posture_keys(plan, setup)
    return stage_with(plan, build_mannequin(body, book.contacts(*keys)), keys)


def stage_with(plan: Plan, figure: Mannequin, keys: PostureKeys) -> Stage:
    """The stage of `plan` with a `figure` that is already built, on its way or there."""
    k = figure.body.scale
    foot_end = _MAT_FOOT_BEFORE_STOOL * k if keys.legs == CHAIR else _mat_foot(figure)
    if plan.chair is not None:
        foot_end = (plan.chair.x - _BEFORE_CHAIR) * k
    return Stage(
        plan=plan,
        figure=figure,
        camera=_camera(plan, keys),
        mat=props.Mat(_MAT_HEAD * k, foot_end, _MAT_HALF_WIDTH * k),
        legs=keys.legs,
        head=keys.head,
    )


def _camera(plan: Plan, keys: PostureKeys) -> Camera:
    """As the plan has it; who lies on the side is seen a little from above, knees and all."""
    if plan.legs is None and keys.legs == ON_SIDE:
        return Camera(
            plan.yaw if abs(plan.yaw) < _FROM_FEET else 0.0, max(plan.pitch, _ON_SIDE_PITCH)
        )
    return Camera(plan.yaw, plan.pitch)


def posture_keys(plan: Plan, setup: Mapping[str, str]) -> PostureKeys:
    """Which posture `plan` shows; `setup` gives arms, legs and head where it leaves them open.

    On the side, arms and head lie as that asks, whatever else was chosen.
    """
    if plan.legs is None and setup["legs"] == ON_SIDE:
        return PostureKeys(ON_SIDE, ON_SIDE, ON_SIDE, ON_SIDE)
    return PostureKeys(
        arms=plan.arms or setup["arms"],
        legs=plan.legs or setup["legs"],
        head=plan.head or setup["head"],
        trunk=plan.trunk,
    )


def _mat_foot(figure: Mannequin) -> float:
    """Where the mat ends: always beyond the toes."""
    toes = max(float(line[-1][0]) for leg in figure.legs.values() for line in leg.foot.toe_lines)
    return max(_MAT_FOOT * figure.body.scale, toes + _MAT_BEYOND_TOES)
