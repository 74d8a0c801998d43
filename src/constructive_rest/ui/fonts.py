"""The type of the look, grown with the system's text."""

import sys

from PySide6.QtGui import QGuiApplication

from constructive_rest.drawing.typefaces import (
    SANS_FAMILIES,
    SERIF_FAMILIES,
    load_fonts,
    sans,
    serif,
)

__all__ = ["SANS_FAMILIES", "SERIF_FAMILIES", "load_fonts", "sans", "serif", "system_scale"]

_NOMINAL_POINTS = {"win32": 9.0, "darwin": 13.0}
_LINUX_NOMINAL_POINTS = 11.0


def system_scale() -> float:
    """How much larger than usual the person has set the system's text: 1 to 1.6."""
    nominal = _NOMINAL_POINTS.get(sys.platform, _LINUX_NOMINAL_POINTS)
    points = QGuiApplication.font().pointSizeF()
    return min(1.6, max(1.0, points / nominal))
