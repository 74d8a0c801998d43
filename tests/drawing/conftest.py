"""Scenes, a plain picture, and stand-ins for the drawing process."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.figure.mark import Form, Mark, Overlay

FAKE = """
import sys
from pathlib import Path
from PySide6.QtGui import QImage
from constructive_rest.drawing.picture import Picture
from constructive_rest.drawing.protocol import read_request, write_error, write_picture

notes = Path(sys.argv[1])

def note(word):
    with notes.open("a", encoding="utf-8") as file:
        file.write(word + "\\n")

note("start")
starts = notes.read_text(encoding="utf-8").split().count("start")
for line in iter(sys.stdin.buffer.readline, b""):
    number, scene = read_request(line)
    note(f"{scene.pose}-{scene.width}")
    MISBEHAVE
    image = QImage(scene.width, scene.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0xFF336699)
    sys.stdout.buffer.write(write_picture(number, Picture(scene, image, {"floor": (1.0, 2.0)})))
    sys.stdout.buffer.flush()
"""

MakeRenderer = Callable[..., Renderer]


def plain(scene: Scene) -> Picture:
    """A picture that took no drawing: one colour with a transparent corner."""
    width, height = round(scene.width * scene.dpr), round(scene.height * scene.dpr)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.darkCyan)
    image.setPixel(0, 0, 0)
    image.setDevicePixelRatio(scene.dpr)
    bracket = Mark(Overlay.GAP, Form.BRACKET, ((10.0, 28.5), (22.25, 28.5)), "gap")
    return Picture(scene, image, {"floor": (12.5, 30.0), "knee": (4.0, 5.0)}, (bracket,))


@pytest.fixture
def scene() -> Scene:
    return Scene("side", "morning", 60, 30)


@pytest.fixture
def make_plain() -> Callable[[Scene], Picture]:
    return plain


@pytest.fixture
def notes(tmp_path: Path) -> Callable[[], list[str]]:
    """What the stand-in was started for and asked, in order."""

    def read() -> list[str]:
        file = tmp_path / "notes"
        return file.read_text(encoding="utf-8").split() if file.exists() else []

    return read


@pytest.fixture
def renderer_with(tmp_path: Path, qapp: object) -> Iterator[MakeRenderer]:
    """A renderer whose process is a quick stand-in that may misbehave; closed at the end."""
    made: list[Renderer] = []

    def make(misbehave: str = "pass", command: list[str] | None = None) -> Renderer:
        script = tmp_path / "fake.py"
        script.write_text(FAKE.replace("MISBEHAVE", misbehave), encoding="utf-8")
        line = command or [sys.executable, str(script), str(tmp_path / "notes")]
        made.append(Renderer(tmp_path / "cache", command=line))
        return made[-1]

    yield make
    for renderer in made:
        renderer.close()
