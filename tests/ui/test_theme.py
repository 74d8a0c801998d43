"""The light and the type that the whole window shares."""

import importlib.util
import sys

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from constructive_rest import paths
from constructive_rest.settings import Settings, ThemeChoice
from constructive_rest.ui import fonts
from constructive_rest.ui.icons import paint_icon
from constructive_rest.ui.palette import DUSK, MORNING, Palette
from constructive_rest.ui.preferences import Preferences
from constructive_rest.ui.room import paint_glow, paint_room
from constructive_rest.ui.theme import Theme

ICONS = sorted(file.stem for file in (paths.resources() / "icons").glob("*.svg"))
SIZE = QRectF(0, 0, 800, 600)


@pytest.mark.parametrize(
    ("choice", "palette"), [(ThemeChoice.MORNING, MORNING), (ThemeChoice.DUSK, DUSK)]
)
def test_a_chosen_light_is_in_force(theme: Theme, choice: ThemeChoice, palette: Palette) -> None:
    theme.choose(choice, motion=True)
    assert theme.palette is palette
    assert theme.motion


@pytest.mark.parametrize(
    ("scheme", "palette"),
    [
        (Qt.ColorScheme.Dark, DUSK),
        (Qt.ColorScheme.Light, MORNING),
        (Qt.ColorScheme.Unknown, MORNING),
    ],
)
def test_as_system_follows_the_system(
    theme: Theme, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, palette: Palette
) -> None:
    class Dressed:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - as Qt names it
            return scheme

    monkeypatch.setattr(QGuiApplication, "styleHints", Dressed)
    theme.choose(ThemeChoice.SYSTEM, motion=False)
    assert theme.palette is palette


def test_when_the_system_changes_a_theme_that_follows_it_tells(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(ThemeChoice.SYSTEM, motion=False)
    with qtbot.waitSignal(theme.changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_a_choice_is_told_to_all(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DUSK, motion=False)


def test_preferences_tell_only_what_differs(qtbot: QtBot) -> None:
    preferences = Preferences(Settings(minutes=20))
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.take(Settings(minutes=20))
    with qtbot.waitSignal(preferences.changed) as changed:
        preferences.take(Settings(minutes=10))
    assert changed.args == [Settings(minutes=10)]
    assert preferences.settings.minutes == 10


@pytest.mark.parametrize(("points", "scale"), [(11.0, 1.0), (16.5, 1.5), (40.0, 1.6), (6.0, 1.0)])
def test_type_grows_with_the_systems_text_up_to_a_limit(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, points: float, scale: float
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    font = QFont()
    font.setPointSizeF(points)
    monkeypatch.setattr(QGuiApplication, "font", lambda: font)
    assert fonts.system_scale() == scale
    large = Theme()
    assert large.px(20) == 20 * scale
    assert large.sans(20).pixelSize() == round(20 * scale)


def test_the_families_of_the_look_are_there(theme: Theme) -> None:
    families = QFontDatabase.families()
    assert fonts.SERIF_FAMILIES[0] in families
    assert fonts.SANS_FAMILIES[0] in families


def test_a_missing_font_package_is_no_fault(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _package: None)
    fonts.load_fonts()
    assert fonts.serif(20).families()[-1] == fonts.SERIF_FAMILIES[-1]


def test_digits_are_all_equally_wide(theme: Theme) -> None:
    for font in (theme.serif(120, QFont.Weight.Light), theme.sans(17)):
        metrics = QFontMetricsF(font)
        assert len({round(metrics.horizontalAdvance(str(digit)), 2) for digit in range(10)}) == 1


def test_a_font_is_never_too_small_to_be_one(theme: Theme) -> None:
    assert fonts.sans(0).pixelSize() == 1


def test_notes_are_in_italics(theme: Theme) -> None:
    assert theme.serif(16, italic=True).italic()
    assert not theme.serif(16).italic()


def painted_icon(name: str, color: str) -> QImage:
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, 48, 48), QColor(color))
    painter.end()
    return image


def colors_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", [name for name in ICONS if name != "app"])
def test_an_icon_takes_the_colour_that_is_asked_for(qapp: QApplication, name: str) -> None:
    assert colors_in(painted_icon(name, "#ff0000")) == {"#ff0000"}
    assert colors_in(painted_icon(name, "#0000ff")) == {"#0000ff"}


def test_an_icon_without_a_file_is_a_mistake(qapp: QApplication) -> None:
    painter = QPainter()
    with pytest.raises(FileNotFoundError):
        paint_icon(painter, "nothing", QRectF(), QColor("red"))


@pytest.mark.parametrize("palette", [MORNING, DUSK], ids=lambda palette: palette.name)
def test_the_room_has_a_sky_above_its_floor_line(qapp: QApplication, palette: Palette) -> None:
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_room(painter, SIZE, 300, 72, palette)
    painter.end()
    assert image.pixelColor(400, 0).name() == palette.skies[0].top.name()
    assert image.pixelColor(400, 299).name() == palette.floor_line.name()
    assert image.pixelColor(400, 300).name() == palette.floor_line.name()
    assert image.pixelColor(400, 310).name() == palette.ground.name()


@pytest.mark.parametrize("palette", [MORNING, DUSK], ids=lambda palette: palette.name)
def test_furniture_stands_on_the_floor_and_not_below_it(
    qapp: QApplication, palette: Palette
) -> None:
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_room(painter, SIZE, 300, 72, palette)
    painter.end()
    below = {image.pixelColor(x, 305).name() for x in range(800)}
    assert below == {palette.ground.name()}


def test_a_glow_fades_to_nothing_at_its_rim(qapp: QApplication) -> None:
    image = QImage(100, 100, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_glow(painter, QRectF(0, 0, 100, 100).center(), 40, QColor("red"), 0.8)
    painter.end()
    alphas = [image.pixelColor(50 + x, 50).alpha() for x in range(0, 45, 5)]
    assert abs(alphas[0] - 204) < 8
    assert alphas == sorted(alphas, reverse=True)
    assert alphas[-1] == 0
