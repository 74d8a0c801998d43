"""Fitting a picture measured in metres into a box of pixels."""

from dataclasses import dataclass

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.plan import Align, Framing

SHADOW_MARGIN = 12.0
_AIR = 0.02


@dataclass(frozen=True, slots=True)
class Extent:
    """A rectangle of the picture plane in metres, y down."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Placing:
    """Pixels a metre, and where the picture plane's origin comes to lie."""

    scale: float
    x: float
    y: float

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        """A point of the picture plane in pixels."""
        return self.x + point[0] * self.scale, self.y + point[1] * self.scale


def fit(
    framing: Framing, camera: Camera, extent: Extent, body_scale: float, box: tuple[int, int]
) -> Placing:
    """The largest placing in a `box` of pixels that shows what `framing` asks for.

    A picture that stands at the bottom leaves SHADOW_MARGIN pixels below for the mat's shadow.
    """
    width, height = box
    across = framing.width * body_scale
    focus = camera.project(framing.focus * body_scale)
    if framing.align is Align.BOTTOM:
        tall = (
            extent.bottom - extent.top + _AIR
            if framing.height is None
            else (framing.height * body_scale)
        )
        scale = min(width / across, max(height - SHADOW_MARGIN, 1.0) / tall)
        y = height - SHADOW_MARGIN - extent.bottom * scale
    else:
        tall = extent.bottom - extent.top if framing.height is None else framing.height * body_scale
        scale = min(width / across, height / tall)
        y = height / 2 - float(focus[1]) * scale
    return Placing(scale, width / 2 - float(focus[0]) * scale, y)
