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
class Look:
    """The colours of a region, 0–1 each, and how strong its shade and its rim of light are."""

    base: Colour
    bright: Colour
    dark: Colour
    rim: Colour
    shade: float
    rim_strength: float


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of pixels."""

    x: int
    y: int
    width: int
    height: int


class Coverage:
    """What of a picture, and of `margin` pixels around it, has been drawn so far."""

    def __init__(self, width: int, height: int, margin: int) -> None:
        self._mask: Mask = np.zeros((height + 2 * margin, width + 2 * margin), dtype=np.float32)
        self._margin = margin

    def add(self, window: Window, mask: Mask) -> None:
        """Notes that `mask` was drawn in `window`."""
        part = self.within(window)
        np.maximum(part, mask, out=part)

    def within(self, window: Window) -> Mask:
        """The part in `window`, as a view."""
        left, top = window.x + self._margin, window.y + self._margin
        return self._mask[top : top + window.height, left : left + window.width]


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
    padded = np.pad(mask, ((reach + 1, reach), (0, 0)))
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


def lit(
    soft: tuple[Mask, ...],
    look: Look,
    scale: float,
    alpha: Mask,
    shading: Mask | float,
) -> bytes:
    """A region in light, from its softened mask, as premultiplied BGRA bytes.

    `scale` is pixels a metre, `alpha` what of the region is seen, `shading` how much of the
    shade shows at each pixel.
    """
    shade = _fallen(soft, _SHADES, scale, 1.0) * np.float32(look.shade) * shading
    rim = _fallen(soft, _RIMS, scale, -1.0) * np.float32(look.rim_strength) * shading
    rows = _vertical(alpha)
    red_green_blue = []
    for base, bright, dark, light in zip(look.base, look.bright, look.dark, look.rim, strict=True):
        ground = np.float32(bright) + np.float32(base - bright) * rows
        ground = ground + (np.float32(dark) - ground) * shade
        red_green_blue.append(ground + (np.float32(light) - ground) * rim)
    return _premultiplied(red_green_blue, alpha)


def _vertical(mask: Mask) -> Mask:
    """0 at the region's top edge, 1 from its middle down: the upper side sees more sky."""
    filled = np.flatnonzero(mask.max(axis=1) > 0.0)
    if not len(filled):
        return np.ones((mask.shape[0], 1), dtype=np.float32)
    top, bottom = int(filled[0]), int(filled[-1]) + 1
    rows = np.arange(mask.shape[0], dtype=np.float32)[:, None]
    fallen: Mask = np.clip((rows - top) / max(1.0, 0.6 * (bottom - top)), 0.0, 1.0)
    return fallen.astype(np.float32)


def _fallen(
    soft: tuple[Mask, ...], steps: tuple[tuple[int, float, float], ...], scale: float, away: float
) -> Mask:
    total: Mask = np.zeros_like(soft[0])
    for which, metres, weight in steps:
        way = metres * scale * away
        copy = moved(soft[which], LIGHT[0] * way, LIGHT[1] * way)
        total += np.float32(weight) * (np.float32(1.0) - copy)
    return np.clip(total, 0.0, 1.0, out=total)


def occlusion(soft: tuple[Mask, ...], covered: Mask, scale: float, strength: float) -> Mask:
    """The soft shadow, 0–1, that a region throws on what is `covered` behind it."""
    shadow: Mask = np.zeros_like(covered)
    for which, metres, weight in _OCCLUSIONS:
        shadow += np.float32(weight) * moved(soft[which], 0.3 * metres * scale, metres * scale)
    dense: Mask = np.clip(shadow * covered * np.float32(strength), 0.0, 1.0)
    return dense


def stained(alpha: Mask, colour: Colour) -> bytes:
    """One colour, as dense as `alpha`, as premultiplied BGRA bytes."""
    plain = [np.full((1, 1), part, dtype=np.float32) for part in colour]
    return _premultiplied(plain, alpha)


def _premultiplied(red_green_blue: list[Mask], alpha: Mask) -> bytes:
    pixels = np.empty((*alpha.shape, 4), dtype=np.uint8)
    half, full = np.float32(0.5), np.float32(255.0)
    for channel, part in zip((2, 1, 0), red_green_blue, strict=True):
        pixels[..., channel] = part * alpha * full + half
    pixels[..., 3] = alpha * full + half
    return pixels.tobytes()
