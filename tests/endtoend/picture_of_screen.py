"""The pixels of the screen, out of the file in which Xvfb keeps them.

The file is a window dump of X11, which Xvfb writes to with every stroke (its option -fbdir). The
header's layout is that of X11/XWDFile.h.
"""

import struct
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.endtoend.screen_reader import Box

WORDS = 25
COLOR_BYTES = 12
PIXEL_BYTES = 4
HEADER_SIZE, WIDTH, HEIGHT, BITS_PER_PIXEL, BYTES_PER_LINE, COLORS = 0, 4, 5, 11, 12, 19


@dataclass(frozen=True, slots=True)
class Shot:
    """A piece of the screen; each pixel is a whole number 0xRRGGBB."""

    pixels: tuple[tuple[int, ...], ...]

    def differing(self, other: "Shot") -> int:
        """How many pixels differ from those of `other`, which is as large."""
        rows = zip(self.pixels, other.pixels, strict=True)
        return sum(one != two for row, its in rows for one, two in zip(row, its, strict=True))

    def count(self, color: int) -> int:
        """How many pixels have exactly this colour."""
        return sum(row.count(color) for row in self.pixels)

    def commonest(self) -> int:
        """The colour of the most pixels."""
        ((color, _),) = Counter(one for row in self.pixels for one in row).most_common(1)
        return color


def shot(dump: bytes, box: Box) -> Shot:
    """The part of a window dump that lies in `box`. Raises ValueError for an unknown format."""
    words = struct.unpack(f">{WORDS}I", dump[: WORDS * 4])
    if words[BITS_PER_PIXEL] != PIXEL_BYTES * 8:
        raise ValueError(f"{words[BITS_PER_PIXEL]} bits a pixel")
    start = words[HEADER_SIZE] + words[COLORS] * COLOR_BYTES
    left, right = max(0, box.x), min(words[WIDTH], box.x + box.width)
    rows = range(max(0, box.y), min(words[HEIGHT], box.y + box.height))
    found = []
    for y in rows:
        at = start + y * words[BYTES_PER_LINE] + left * PIXEL_BYTES
        row = struct.unpack_from(f"<{right - left}I", dump, at)
        found.append(tuple(pixel & 0xFFFFFF for pixel in row))
    return Shot(tuple(found))


def read_shot(frame_buffer: Path, box: Box) -> Shot:
    """What is in `box` on the screen now."""
    return shot(frame_buffer.read_bytes(), box)
