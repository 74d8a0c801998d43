"""At a second start the figure is there with the window; nothing needs to be drawn for it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QProcess
from PySide6.QtWidgets import QApplication
from tests.desk import Bells, Voice
from tests.drawing.conftest import plain

from constructive_rest import compose
from constructive_rest.compose import Options, Program
from constructive_rest.drawing.cache import PictureCache
from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.drawing.renderer import Renderer


class FirstPaint(QObject):
    """Keeps what the guide shows when it is painted for the first time."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self.painted = False
        self.picture: Picture | None = None
        program.guide.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            self.picture = self._program.guide.figure.picture
        return False


@pytest.fixture
def wanted(monkeypatch: pytest.MonkeyPatch) -> list[Scene]:
    """Every scene that a start asks for; none is drawn, and nothing is heard."""
    monkeypatch.setattr(compose, "open_bells", lambda _resources: Bells())
    monkeypatch.setattr(compose, "open_voice", lambda _parent: Voice())
    scenes: list[Scene] = []
    whole = Renderer.picture

    def noted(self: Renderer, scene: Scene, asker: str = "") -> Picture | None:
        scenes.append(scene)
        self._deaths = 9
        return whole(self, scene, asker)

    monkeypatch.setattr(Renderer, "picture", noted)
    return scenes


def shown(folder: Path) -> tuple[FirstPaint, Program]:
    program = Program(Options(folder / "data"), folder / "cache")
    settings = replace(program.preferences.settings, body="reed", gentle_motion=True)
    program.preferences.take(settings)
    first = FirstPaint(program)
    program.window.show()
    QApplication.processEvents()
    return first, program


def test_the_first_start_shows_the_room_and_the_second_the_figure(
    qapp: QApplication, tmp_path: Path, wanted: list[Scene]
) -> None:
    first, program = shown(tmp_path)
    program.close()
    program.window.close()
    assert first.painted
    assert first.picture is None
    cache = PictureCache(tmp_path / "cache")
    large = [scene for scene in wanted if scene.width > 200 and scene.body == "reed"]
    for scene in large:
        cache.store(plain(scene))
    second, program = shown(tmp_path)
    assert second.picture is not None
    assert second.picture.scene in large
    assert program.renderer.findChildren(QProcess) == []
    program.close()
    program.window.close()
