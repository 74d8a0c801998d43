"""The way of the figure from one picture to the next, moment by moment."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from constructive_rest.drawing.easing import in_out_cubic, out_cubic
from constructive_rest.drawing.moment import Moment, moment_of
from constructive_rest.drawing.picture import Scene
from constructive_rest.drawing.scene_painter import (
    body_of,
    choices_of,
    contact_book,
    placing_of,
    plan_of,
)
from constructive_rest.figure import anchors
from constructive_rest.figure.body import Body, Theme
from constructive_rest.figure.framing import Placing
from constructive_rest.figure.keyframes import Keyframes
from constructive_rest.figure.loft import MOVING
from constructive_rest.figure.mannequin import flesh
from constructive_rest.figure.route import Route
from constructive_rest.figure.skeleton import solve
from constructive_rest.figure.stage import BELT, PostureKeys, posture_keys, stage_with
from constructive_rest.figure.surface import Surface, between, surface_of

_KNOWN = 6


@dataclass(frozen=True, slots=True)
class End:
    """A picture at rest as one end of a way: `floor` is how far down its floor line lies, px."""

    scene: Scene
    body: Body
    keys: PostureKeys
    moment: Moment
    placing: Placing
    floor: float


class Ends:
    """The ends that were asked for last, so that each is worked out once."""

    def __init__(self) -> None:
        self._known: OrderedDict[Scene, End] = OrderedDict()

    def of(self, scene: Scene) -> End:
        """The end that shows `scene`. Raises as `paint_scene` does."""
        end = self._known.get(scene) or _end(scene)
        self._known[scene] = end
        self._known.move_to_end(scene)
        while len(self._known) > _KNOWN:
            self._known.popitem(last=False)
        return end


class Course:
    """The way from `start` to `end`; from `underway` on, the figure is moving already."""

    def __init__(self, start: End, end: End, underway: Moment | None = None) -> None:
        self._start = start.moment if underway is None else underway
        self._end = end.moment
        self._ease = in_out_cubic if underway is None else out_cubic
        self._underway = underway is not None
        self._posture = _posture(start, end)

    def eased(self, share: float) -> float:
        """How much of the way is done after `share` 0–1 of the time."""
        return self._ease(share)

    def at(self, eased: float) -> Moment:
        """The moment at which `eased` 0–1 of the way is done."""
        surface = self._posture(eased)
        if self._underway:
            surface = between(self._start.surface, surface, eased)
        return self._start.toward(self._end, eased, surface)


def _posture(start: End, end: End) -> Callable[[float], Surface]:
    """The surface at each share of a change of posture."""
    first, second = start.moment.surface, end.moment.surface
    if start.body != end.body or start.keys == end.keys:
        return lambda share: between(first, second, share)
    route = Route(start.body, contact_book().way(start.keys, end.keys))
    return Keyframes(route, (start.keys.legs == BELT, end.keys.legs == BELT)).at


def _end(scene: Scene) -> End:
    plan, body = plan_of(scene), body_of(scene)
    keys = posture_keys(plan, choices_of(scene))
    figure = flesh(solve(body, contact_book().contacts(*keys)), MOVING)
    stage = stage_with(plan, figure, keys)
    placing = placing_of(stage, scene)
    _, floor = placing.place(anchors.project(stage)["floor"])
    surface = surface_of(figure, belt=keys.legs == BELT)
    moment = moment_of(stage, surface, Theme(scene.theme))
    return End(scene, body, keys, moment, placing, floor)
