"""The outline of a brush line: thin at its ends, swelling between."""

import numpy as np

from constructive_rest.figure.interpolation import Array, pchip

_SAMPLES = 20


def brush_outline(points: Array, width: float, start: float, end: float) -> Array:
    """The outline (n, 2) of a line through `points` (k ≥ 2, 2) that is `width` at its fullest.

    `start` and `end`, 0–.5, cut off that share of its swelling: 0 comes to a point.
    """
    share = np.linspace(0.0, 1.0, _SAMPLES)
    line = pchip(np.linspace(0.0, 1.0, len(points)), points, share)
    way = np.gradient(line, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
    across = np.stack([-way[:, 1], way[:, 0]], axis=1)
    swell = np.sin(np.pi * (start + (1 - start - end) * share))
    half = (width / 2) * np.maximum(swell, 0.0) ** 0.8
    offset = across * half[:, None]
    return np.concatenate([line + offset, (line - offset)[::-1]])
