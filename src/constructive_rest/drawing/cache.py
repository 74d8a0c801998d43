"""Drawn pictures on disk: bounded, safe to damage, safe to delete at any time.

Picture, anchors and marks are one file with a checksum, so that they cannot part or be half read.
"""

import json
import os
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from constructive_rest import paths
from constructive_rest.drawing.mark_text import read_marks, write_marks
from constructive_rest.drawing.picture import Picture, Scene

LIMIT_BYTES = 64 * 1024 * 1024
_FORMAT = b"png"
_SUFFIX, _UNFINISHED = ".picture", ".part"
_BROKEN_OFF_S = 60
_Entry = tuple[float, int, Path]


class PictureCache:
    """The pictures in `folder`, at most `limit` bytes of them; the longest unused go first."""

    def __init__(self, folder: Path, limit: int = LIMIT_BYTES) -> None:
        self._folder, self._limit = folder, limit

    def load(self, scene: Scene) -> Picture | None:
        """The stored picture of `scene`; None where there is none that can be read."""
        path = self._path(scene)
        try:
            picture = _unpacked(path.read_bytes(), scene)
        except OSError:
            return None
        with suppress(OSError):
            if picture is None:
                path.unlink()
            else:
                path.touch()
        return picture

    def store(self, picture: Picture) -> bool:
        """Keeps `picture`; False where the disk does not let it."""
        path = self._path(picture.scene)
        unfinished = path.with_suffix(f".{os.getpid()}{_UNFINISHED}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(_packed(picture))
            unfinished.replace(path)
            self._trim(keep=path)
        except OSError:
            return False
        return True

    def _path(self, scene: Scene) -> Path:
        return self._folder / f"{scene_key(scene)}{_SUFFIX}"

    def _trim(self, keep: Path) -> None:
        """Remove what is beyond the limit, and what a write that broke off long ago left behind."""
        pictures, unfinished = self._files()
        now = keep.stat().st_mtime
        lost = [path for written, _, path in unfinished if written < now - _BROKEN_OFF_S]
        total = 0
        for _, size, path in sorted(pictures, key=lambda entry: entry[0], reverse=True):
            total += size
            if total > self._limit and path != keep:
                lost.append(path)
        for path in lost:
            path.unlink(missing_ok=True)

    def _files(self) -> tuple[list[_Entry], list[_Entry]]:
        """When each picture was used last, its size and its path; then what is unfinished."""
        found: dict[str, list[_Entry]] = {_SUFFIX: [], _UNFINISHED: []}
        with os.scandir(self._folder) as entries:
            for entry in entries:
                path = Path(entry.path)
                if path.suffix in found:
                    with suppress(FileNotFoundError):
                        status = entry.stat()
                        found[path.suffix].append((status.st_mtime, status.st_size, path))
        return found[_SUFFIX], found[_UNFINISHED]


def scene_key(scene: Scene) -> str:
    """A name for all that decides how `scene` looks, this program's drawing code included."""
    setup = scene.setup
    parts = (
        scene.pose, scene.theme, scene.body, setup.arms, setup.legs, setup.head_support,
        scene.width, scene.height, scene.dpr, drawing_version(),
    )  # fmt: skip
    return sha256(json.dumps(parts).encode()).hexdigest()[:32]


@cache
def drawing_version() -> str:
    """Changes whenever the drawing code or a pose file changes."""
    package = Path(__file__).parents[1]
    sources = [
        *sorted((package / "figure").glob("*.py")),
        *sorted((package / "drawing").glob("*.py")),
        *sorted((paths.resources() / "poses").glob("*.toml")),
    ]
    digest = sha256()
    for source in sources:
        digest.update(source.name.encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _packed(picture: Picture) -> bytes:
    """One line of JSON, with the anchors and a checksum of what follows: the PNG."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(_FORMAT)).write(picture.image)
    png = buffer.data().data()
    header = {
        "check": crc32(png),
        "anchors": dict(picture.anchors),
        "marks": write_marks(picture.marks),
    }
    return json.dumps(header).encode() + b"\n" + png


def _unpacked(data: bytes, scene: Scene) -> Picture | None:
    line, _, png = data.partition(b"\n")
    try:
        header = json.loads(line)
        anchors = {str(name): (float(x), float(y)) for name, (x, y) in header["anchors"].items()}
        marks = read_marks(header["marks"])
        whole = header["check"] == crc32(png)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if not whole:
        return None
    buffer = QBuffer()
    buffer.setData(png)
    image = QImageReader(buffer, QByteArray(_FORMAT)).read()
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scene.dpr)
    return Picture(scene, image, anchors, marks)
