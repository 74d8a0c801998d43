"""Light on flat regions: soft shading, rims and shadows from the shape of a mask alone.

A mask holds the coverage 0–1 of each pixel. A copy of it, blurred and moved toward the light,
no longer covers the side away from the light: that is the shade.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Mask: TypeAlias = npt.NDArray[np.float32]
Colour: TypeAlias = tuple[float, float, float]

LIGHT = (-0.30, -0.95)
_SOFTNESS = (0.0045, 0.0150, 0.0330)
# which softness, how far the mask is moved in metres, how strongly it counts
_SHADES = ((0, 0.009, 0.26), (1, 0.022, 0.30), (2, 0.044, 0.30))
_RIMS = ((0, 0.0040, 0.24), (0, 0.0105, 0.15))
_OCCLUSIONS = ((0, 0.0010, 0.30), (1, 0.0030, 0.26), (2, 0.0075, 0.22))


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the picture, from `left` and `top` in metres, in pixels of which `scale` make one.

    Coarse pixels are enough for what is soft.
    """

    left: float
    top: float
    width: int
    height: int
    scale: float

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        """A point of the picture plane in pixels of the window."""
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale


def mask_from(data: bytes | bytearray | memoryview, width: int, height: int, stride: int) -> Mask:
    """The mask in `height` rows of one byte a pixel, `stride` bytes apart."""
    rows = np.frombuffer(data, dtype=np.uint8, count=stride * height).reshape(height, stride)
    mask: Mask = rows[:, :width].astype(np.float32) / np.float32(255.0)
    return mask


def blur(mask: Mask, radius: float) -> Mask:
    """`mask` blurred over about `radius` pixels; outside of it counts as empty."""
    reach = max(0, round(radius * 0.6))
    if reach == 0:
        return mask
    for _ in range(2):
        mask = _box(_box(mask, reach).T, reach).T
    return mask


def _box(mask: Mask, reach: int) -> Mask:
    padded = np.zeros((len(mask) + 2 * reach + 1, mask.shape[1]), dtype=np.float32)
    padded[reach + 1 : reach + 1 + len(mask)] = mask
    sums = np.cumsum(padded, axis=0, dtype=np.float32)
    spread: Mask = (sums[2 * reach + 1 :] - sums[: -2 * reach - 1]) / np.float32(2 * reach + 1)
    return spread


def moved(mask: Mask, right: float, down: float) -> Mask:
    """`mask` moved by whole pixels; what comes in from outside is empty."""
    dx, dy = round(right), round(down)
    height, width = mask.shape
    result: Mask = np.zeros_like(mask)
    if abs(dx) < width and abs(dy) < height:
        result[max(dy, 0) : height + min(dy, 0), max(dx, 0) : width + min(dx, 0)] = mask[
            max(-dy, 0) : height + min(-dy, 0), max(-dx, 0) : width + min(-dx, 0)
        ]
    return result


def ramp(shape: tuple[int, int], start: tuple[float, float], end: tuple[float, float]) -> Mask:
    """0 before `start` and 1 after `end`, both in pixels, on a mask of `shape`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max(dx * dx + dy * dy, 1e-6)
    rows = np.arange(shape[0], dtype=np.float32)[:, None] + np.float32(0.5 - start[1])
    columns = np.arange(shape[1], dtype=np.float32)[None, :] + np.float32(0.5 - start[0])
    along = np.clip((columns * dx + rows * dy) / length, 0.0, 1.0)
    eased: Mask = (along * along * (3 - 2 * along)).astype(np.float32)
    return eased


def softened(mask: Mask, scale: float) -> tuple[Mask, ...]:
    """`mask` in three degrees of softness, from which all its light and shadow come."""
    return tuple(blur(mask, metres * scale) for metres in _SOFTNESS)


def shade(soft: tuple[Mask, ...], scale: float) -> Mask:
    """How dark, 0–1, each pixel of a region is: it has no copy nearer to the light."""
    return _fallen(soft, _SHADES, scale, 1.0)


def rim(soft: tuple[Mask, ...], scale: float) -> Mask:
    """How bright, 0–1, the edge of a region is that the light meets first."""
    return _fallen(soft, _RIMS, scale, -1.0)


def _fallen(
    soft: tuple[Mask, ...], steps: tuple[tuple[int, float, float], ...], scale: float, away: float
) -> Mask:
    total: Mask = np.zeros_like(soft[0])
    for which, metres, weight in steps:
        way = metres * scale * away
        copy = moved(soft[which], LIGHT[0] * way, LIGHT[1] * way)
        total += np.float32(weight) * (np.float32(1.0) - copy)
    return np.clip(total, 0.0, 1.0, out=total)


def occlusion(soft: tuple[Mask, ...], scale: float) -> Mask:
    """The soft shadow, 0–1, that a region throws on what lies behind it."""
    shadow: Mask = np.zeros_like(soft[0])
    for which, metres, weight in _OCCLUSIONS:
        shadow += np.float32(weight) * moved(soft[which], 0.3 * metres * scale, metres * scale)
    return shadow


def stained(alpha: Mask, colour: Colour) -> bytes:
    """One colour, as dense as `alpha`, as premultiplied BGRA bytes."""
    dense = np.arange(256, dtype=np.float32)[:, None]
    inks = np.array([*colour[::-1], 1.0], dtype=np.float32)
    table = (dense * inks + np.float32(0.5)).astype(np.uint8).view(np.uint32)[:, 0]
    levels = (np.clip(alpha, 0.0, 1.0) * np.float32(255.0) + np.float32(0.5)).astype(np.uint8)
    return table[levels].tobytes()
