"""From a scene to its picture: reads the pose files, sets the stage and paints it."""

from collections.abc import Mapping
from functools import cache

from constructive_rest.drawing.canvas import Canvas
from constructive_rest.drawing.figure_painter import paint
from constructive_rest.drawing.palette import Palette
from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.figure import anchors, marks
from constructive_rest.figure.body import Body, Theme, parse_bodies
from constructive_rest.figure.contact_book import ContactBook, parse_contacts
from constructive_rest.figure.framing import Placing, fit
from constructive_rest.figure.plan import Plan, parse_plan
from constructive_rest.figure.stage import Stage, build_stage
from constructive_rest.paths import resources


def paint_scene(scene: Scene) -> Picture:
    """The picture of `scene`. Raises PoseError for damaged files, KeyError for unknown names."""
    stage = stage_of(scene)
    body = stage.figure.body
    logical = placing_of(stage, scene)
    dpr = scene.dpr
    device = Placing(logical.scale * dpr, logical.x * dpr, logical.y * dpr)
    with Canvas(round(scene.width * dpr), round(scene.height * dpr), device) as canvas:
        paint(stage.layers(), canvas, Palette(body, Theme(scene.theme)))
    image = canvas.image
    image.setDevicePixelRatio(dpr)
    placed = {name: logical.place(point) for name, point in anchors.project(stage).items()}
    pointed_out = tuple(mark.placed(logical.place) for mark in marks.marks(stage))
    return Picture(scene, image, placed, pointed_out)


def stage_of(scene: Scene) -> Stage:
    """What `scene` shows. Raises as `paint_scene` does."""
    plan, book = plan_of(scene), contact_book()
    return build_stage(plan, body_of(scene), book, choices_of(scene))


def placing_of(stage: Stage, scene: Scene) -> Placing:
    """Where the picture plane of `stage` lies in the picture, logical pixels."""
    return fit(
        stage.plan.framing,
        stage.camera,
        stage.extent(),
        stage.figure.body.scale,
        (scene.width, scene.height),
    )


def choices_of(scene: Scene) -> Mapping[str, str]:
    """What the person has chosen, by the names that a pose leaves open."""
    setup = scene.setup
    return {"arms": setup.arms.value, "legs": setup.legs.value, "head": setup.head_support.value}


def plan_of(scene: Scene) -> Plan:
    """The plan of a scene's pose."""
    return _plan(scene.pose)


def body_of(scene: Scene) -> Body:
    """The body of a scene, or the one that its pose asks for."""
    return _bodies()[plan_of(scene).body or scene.body]


@cache
def _bodies() -> dict[str, Body]:
    return dict(parse_bodies(_text("bodies"), "bodies.toml"))


@cache
def contact_book() -> ContactBook:
    """Every posture's contacts."""
    return parse_contacts(_text("contacts"), "contacts.toml")


@cache
def _plan(pose: str) -> Plan:
    return parse_plan(_text(pose), f"{pose}.toml")


def _text(name: str) -> str:
    return (resources() / "poses" / f"{name}.toml").read_text(encoding="utf-8")
