"""What the interface asks to have drawn, and what it gets. Light: no geometry is loaded here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QImage

from constructive_rest.figure.mark import Mark
from constructive_rest.practice.setup import Setup


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: `pose` names a file of resources/poses, sizes are logical pixels.

    `theme` is "morning" or "dusk"; `body` names a body of resources/poses/bodies.toml.
    """

    pose: str
    theme: str
    width: int
    height: int
    dpr: float = 1.0
    setup: Setup = field(default_factory=Setup)
    body: str = "reed"


@dataclass(frozen=True)
class Picture:
    """A drawn scene on a transparent ground, with named points and marks in logical pixels.

    No mark is drawn on the image: whoever shows it paints those that belong to the moment.
    """

    scene: Scene
    image: QImage
    anchors: Mapping[str, tuple[float, float]]
    marks: tuple[Mark, ...] = ()


class UndrawnError(Exception):
    """A picture that could not be drawn; `str()` is a sentence that says why."""


def picture_now(scene: Scene) -> Picture:
    """Draws `scene` here and now, in this process: about half a second, loading included.

    Raises PoseError when the files of resources/poses are damaged, and KeyError for a body
    that they do not name.
    """
    from constructive_rest.drawing.scene_painter import paint_scene

    return paint_scene(scene)
