"""The icons as Qt's SVG renderer, which knows only a part of SVG, draws them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from constructive_rest import paths

FOLDER = paths.resources() / "icons"
CONTROLS = sorted(path for path in FOLDER.glob("*.svg") if path.stem != "app")
EXPECTED = {
    *("guide", "rest", "history", "settings", "pause", "play", "sound", "sound_off"),
    *("info", "chevron_left", "chevron_right", "close", "floor", "turn"),
}
INK = QColor("#2b2a33")


def drawn(svg: str, size: int = 96) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    assert renderer.isValid()
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def opaque(image: QImage) -> dict[tuple[int, int], QColor]:
    size = range(image.width())
    pixels = {(x, y): image.pixelColor(x, y) for x in size for y in size}
    return {place: colour for place, colour in pixels.items() if colour.alpha() == 255}


def test_every_control_has_its_icon() -> None:
    assert {path.stem for path in CONTROLS} == EXPECTED


@pytest.mark.parametrize("path", [*CONTROLS, FOLDER / "app.svg"], ids=lambda path: path.stem)
def test_an_icon_uses_only_what_qt_draws(path: Path) -> None:
    svg = path.read_text(encoding="utf-8")
    for ignored in ("clipPath", "clip-path", "var(", "rgba(", "<style", "filter", "mask"):
        assert ignored not in svg


@pytest.mark.parametrize("path", CONTROLS, ids=lambda path: path.stem)
def test_an_icon_takes_the_wanted_colour_and_keeps_a_margin(path: Path) -> None:
    svg = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in svg
    assert 'stroke-width="1.75" stroke-linecap="round"' in svg
    inked = opaque(drawn(svg.replace("currentColor", INK.name())))
    assert 150 < len(inked) < 3000
    assert {colour.name() for colour in inked.values()} == {INK.name()}
    edge = {0, 1, 2, 93, 94, 95}
    assert not [place for place in inked if edge & set(place)]


def test_no_two_icons_look_alike() -> None:
    pictures = {frozenset(opaque(drawn(path.read_text(encoding="utf-8")))) for path in CONTROLS}
    assert len(pictures) == len(CONTROLS)


def test_the_app_icon_shows_a_sun_and_a_figure_on_clear_corners() -> None:
    image = drawn((FOLDER / "app.svg").read_text(encoding="utf-8"), 128)
    shown = opaque(image)
    assert image.pixelColor(2, 2).alpha() == 0
    names = [colour.name() for colour in shown.values()]
    assert names.count("#e48f1f") > 150
    assert names.count("#2f6663") > 800
