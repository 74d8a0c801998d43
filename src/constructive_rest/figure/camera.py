"""Where the figure is seen from: a parallel projection."""

import math

import numpy as np

from constructive_rest.figure.interpolation import Array, vector

_PLACES = 9
"""Of a degree; a turn far smaller than that lets the geometry underflow."""


class Camera:
    """Looks along a fixed direction; pictures measure in metres, x to the right and y down.

    `yaw` 0 looks at the body's right side and 90 from the feet; `pitch` 90 looks straight down.
    Both in degrees.
    """

    def __init__(self, yaw: float, pitch: float) -> None:
        turn, tilt = math.radians(round(yaw, _PLACES)), math.radians(round(pitch, _PLACES))
        self.toward = vector(
            math.sin(turn) * math.cos(tilt), math.sin(tilt), math.cos(turn) * math.cos(tilt)
        )
        self.right = vector(math.cos(turn), 0.0, -math.sin(turn))
        self.up = np.cross(self.toward, self.right)
        self._axes = np.stack([self.right, -self.up, self.toward], axis=1)

    def project(self, points: Array) -> Array:
        """Points (…, 3) in the picture (…, 2)."""
        return points @ self._axes[:, :2]

    def project_deep(self, points: Array) -> Array:
        """Points (…, 3) in the picture and, third, how far toward the viewer they lie, metres."""
        return points @ self._axes

    def facing(self, direction: Array) -> float:
        """How far a unit direction points at the viewer: 1 straight at, -1 straight away."""
        return float(np.dot(direction, self.toward))
