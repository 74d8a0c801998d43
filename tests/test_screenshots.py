"""Pictures of every page, in each light and size."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from tests.desk import Voice
from tests.ui.stand_ins import HandRenderer

from constructive_rest import compose, screenshots
from constructive_rest.content import load_guide, load_pose_keys
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.settings import ThemeChoice
from constructive_rest.sound.bells import SilentBells
from constructive_rest.ui import photographer, picture_sheet

SIZE = QSize(800, 600)
PAGES = (
    "guide-1-ground", "guide-other-body", "guide-on-side-arms", "reading-safety",
    "reading-psoas-end",    "reading-movement", "rest", "rest-walk-down", "rest-quiet",
    "rest-paused", "rest-end", "rest-slept", "rest-turning-to-quiet", "rest-from-floor-90",
    "reflect", "history-empty", "history-one", "history", "settings",
)  # fmt: skip


class ReadyRenderer(HandRenderer):
    """Has every picture at hand."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.everything = True


@pytest.fixture
def one_size(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """One light in one size, with figures that need no drawing."""
    monkeypatch.setattr(compose, "Renderer", ReadyRenderer)
    monkeypatch.setattr(compose, "open_bells", lambda _resources: SilentBells(""))
    monkeypatch.setattr(compose, "open_voice", lambda _parent: Voice())
    monkeypatch.setattr(photographer, "SIZES", (SIZE,))
    monkeypatch.setattr(picture_sheet, "WIDTHS", (40,))
    monkeypatch.setattr(photographer, "LIGHTS", (ThemeChoice.MORNING,))


def names(folder: Path) -> set[str]:
    return {file.stem for file in folder.glob("*.png")}


def test_every_page_is_written(
    one_size: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "deep" / "pictures"
    assert screenshots.take_all(folder) == 0
    written = names(folder)
    assert {f"{page}-morning-800x600" for page in PAGES} <= written
    assert capsys.readouterr().out == f"{len(written)} pictures in {folder}\n"
    images = {name: QImage(str(folder / f"{name}.png")) for name in written}
    drawn = {name: images.pop(name) for name in written if name.startswith("picture-")}
    assert len(drawn) > len(load_pose_keys())
    assert {image.width() for image in drawn.values()} == {40}
    assert any(name.endswith("-troubles-morning-800x600") for name in images)
    assert {(image.width(), image.height()) for image in images.values()} == {(800, 600)}
    pixels = {bytes(image.constBits()) for image in images.values()}
    assert len(pixels) == len(images)


def test_a_renderer_with_nothing_to_draw_is_not_waited_for(
    qapp: QApplication, tmp_path: Path
) -> None:
    assert Renderer(tmp_path).busy is False


def test_pictures_are_taken_of_both_lights_and_three_sizes() -> None:
    assert set(photographer.LIGHTS) == {ThemeChoice.MORNING, ThemeChoice.DUSK}
    sizes = [(size.width(), size.height()) for size in photographer.SIZES]
    assert sizes == [(800, 600), (1280, 800), (1920, 1080)]


def test_no_picture_enters_a_real_history(
    one_size: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[Path | None] = []

    class Noted(compose.Program):
        def __init__(self, options: compose.Options, cache: Path | None = None) -> None:
            folders.append(options.data_dir)
            super().__init__(options, cache)

    monkeypatch.setattr(screenshots, "Program", Noted)
    monkeypatch.setattr(photographer, "LIGHTS", ())
    assert screenshots.take_all(tmp_path) == 0
    assert folders[0] is not None
    assert not folders[0].exists()


def test_a_folder_that_cannot_be_made_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file" / "pictures"
    assert screenshots.take_all(folder) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith(f"constructive-rest: {folder} cannot be made (")
    assert streams.err.endswith("Choose another folder.\n")
    assert streams.err.count("\n") == 1


def test_a_picture_that_cannot_be_kept_is_said_in_one_line(
    one_size: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / f"guide-2-{load_guide()[1].key}-morning-800x600.png"
    in_the_way.mkdir()
    assert screenshots.take_all(tmp_path) == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith(f"constructive-rest: {in_the_way} cannot be written. ")
    assert streams.err.count("\n") == 1
    assert sum(file.is_file() for file in tmp_path.iterdir()) == 1
