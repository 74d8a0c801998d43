"""What a person may keep as they like it, and where their data is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.guide import Person
from constructive_rest.settings import (
    MINUTES_MAX,
    MINUTES_MIN,
    WALK_DOWN_MAX_S,
    Settings,
    ThemeChoice,
)
from constructive_rest.ui.body_choice import BodyChoice
from constructive_rest.ui.page import Page
from constructive_rest.ui.page_titles import page_titles
from constructive_rest.ui.sound_settings import SoundSettings
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import LinkButton
from constructive_rest.ui.widgets.calm_bars import CalmBars
from constructive_rest.ui.widgets.choices import Segmented, Switch
from constructive_rest.ui.widgets.painted import connect_clicks
from constructive_rest.ui.widgets.setting_row import SettingRow
from constructive_rest.ui.widgets.slider import setting_slider
from constructive_rest.ui.widgets.text import Role, TextLabel

WALK_DOWN_STEP_S = 15


class SettingsPage(Page):
    """Every setting at once; each takes effect as it is changed.

    `settings_changed` carries new settings, `reading_asked` the key of a page to read.
    """

    settings_changed = Signal(object)
    reading_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        renderer: Renderer,
        settings: Settings,
        people: Sequence[Person],
        history_file: Path,
        version: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._settings = settings
        self._file = history_file
        self._title = TextLabel(theme, Role.TITLE, self.tr("Settings"), self)
        self._make_controls()
        self.body = BodyChoice(theme, renderer, people)
        self.body.chosen.connect(lambda key: self._change(body=key))
        self._body = QWidget()
        self._columns = QHBoxLayout(self._body)
        self._columns.setContentsMargins(0, 0, 8, 16)
        self._columns.setSpacing(64)
        self._left, self._right = self._make_columns(version)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self._right, 1)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("settings_scroll")
        CalmBars(theme, self._scroll)
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.setAutoFillBackground(False)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Show the settings in force."""
        self._settings = settings
        for widget in (self.minutes, self.walk_down, self.motion):
            widget.blockSignals(True)
        self.minutes.setValue(settings.minutes)
        self.walk_down.setValue(settings.walk_down_s // WALK_DOWN_STEP_S)
        self.motion.setChecked(settings.gentle_motion)
        for widget in (self.minutes, self.walk_down, self.motion):
            widget.blockSignals(False)
        self.light.choose(settings.theme)
        self.body.choose(settings.body)
        self.sound.show_settings(settings)
        self._say_values()

    def arrange(self) -> None:
        """Two columns where there is room, one in a narrow window."""
        width, left = self.width(), self.left()
        inner = 24 if self.narrow else 48
        most = 1200 if width > 1400 else 1088
        content = min(most, width - left - 2 * inner)
        x = left + (width - left - content) // 2
        self._title.set_size(28 if self.narrow else 34)
        self._title.setGeometry(x, 24 if self.narrow else 30, content, 48)
        direction = QHBoxLayout.Direction.TopToBottom
        wide = QHBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction if self.narrow else wide)
        self._columns.setSpacing(8 if self.narrow else 64)
        top = 84 if self.narrow else 100
        self._scroll.setGeometry(x - 8, top, content + 24, self.height() - top - 8)
        self._columns.setContentsMargins(8, 0, 16, 16)

    def paint_ground(self, painter: QPainter, size: object) -> None:
        """Plain ground."""
        painter.fillRect(self.rect(), self.theme.palette.ground)

    def _make_controls(self) -> None:
        theme = self.theme
        self.minutes = setting_slider(
            theme, self.tr("Length"), MINUTES_MIN, MINUTES_MAX, "set_minutes"
        )
        most = WALK_DOWN_MAX_S // WALK_DOWN_STEP_S
        self.walk_down = setting_slider(
            theme, self.tr("Time to lie down"), 0, most, "set_walk_down"
        )
        self.sound = SoundSettings(theme)
        choices = (
            (ThemeChoice.SYSTEM, self.tr("As system")),
            (ThemeChoice.MORNING, self.tr("Morning")),
            (ThemeChoice.DUSK, self.tr("Dusk")),
        )
        self.light = Segmented(theme, choices, self.tr("Light"))
        for key, _text in choices:
            self.light.segment(key).setObjectName(f"theme_{key}")
        self.motion = Switch(theme, self.tr("Gentle motion"))
        self.motion.setObjectName("set_motion")
        self.minutes.valueChanged.connect(lambda value: self._change(minutes=value))
        self.walk_down.valueChanged.connect(
            lambda value: self._change(walk_down_s=value * WALK_DOWN_STEP_S)
        )
        self.sound.changed.connect(lambda name, value: self._change(**{name: value}))
        self.motion.toggled.connect(lambda on: self._change(gentle_motion=on))
        self.light.chosen.connect(lambda key: self._change(theme=ThemeChoice(key)))

    def _make_columns(self, version: str) -> tuple[QWidget, QWidget]:
        theme = self.theme
        folder = LinkButton(theme, self.tr("Open folder"), 15)
        folder.setObjectName("open_folder")
        connect_clicks(folder, self._open_folder)
        self._minutes_row = SettingRow(theme, self.tr("Length"), "", self.minutes)
        self._walk_down_row = SettingRow(
            theme, self.tr("Time to lie down"), "", self.walk_down, last=True
        )
        motion_hint = self.tr("Off keeps every picture still")
        left = self._column(
            (
                (self.tr("The rest"), (self._minutes_row, self._walk_down_row)),
                (self.tr("Sound"), (self.sound,)),
            )
        )
        data_row = SettingRow(
            theme, self.tr("Kept only on this computer"), str(self._file), folder, last=True
        )
        right = self._column(
            (
                (
                    self.tr("View"),
                    (
                        SettingRow(theme, self.tr("Light"), "", self.light),
                        SettingRow(
                            theme, self.tr("Gentle motion"), motion_hint, self.motion, last=True
                        ),
                    ),
                ),
                (self.tr("In the pictures"), (self.body,)),
                (self.tr("Your data"), (data_row,)),
                (self.tr("To read"), tuple(self._reading_links())),
            ),
        )
        about = TextLabel(theme, Role.CAPTION, self.tr("Constructive Rest {0}").format(version))
        layout = right.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.count() - 1, about)
        return left, right

    def _reading_links(self) -> list[QWidget]:
        links: list[QWidget] = []
        for key, title in page_titles().items():
            link = LinkButton(self.theme, title, 15)
            link.setContentsMargins(0, 0, 0, 0)
            link.setObjectName(f"read_{key}")
            link.clicked.connect(lambda _checked, key=key: self.reading_asked.emit(key))
            links.append(link)
        return links

    def _column(self, groups: Sequence[tuple[str, Sequence[QWidget]]]) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for heading, rows in groups:
            layout.addWidget(TextLabel(self.theme, Role.HEADING, heading))
            layout.addSpacing(4)
            for row in rows:
                layout.addWidget(row, 0, self._side(row))
            layout.addSpacing(28)
        layout.addStretch(1)
        return column

    @staticmethod
    def _side(row: QWidget) -> Qt.AlignmentFlag:
        whole = Qt.AlignmentFlag(0)
        return Qt.AlignmentFlag.AlignLeft if isinstance(row, LinkButton) else whole

    def _change(self, **changes: object) -> None:
        settings: Settings = replace(self._settings, **changes)  # type: ignore[arg-type]
        self.show_settings(settings)
        self.settings_changed.emit(settings)

    def _say_values(self) -> None:
        settings = self._settings
        self._minutes_row.set_hint(self.tr("%n minute(s); 15–20 suit most", "", settings.minutes))
        minutes, seconds = divmod(settings.walk_down_s, 60)
        words = self.tr("{0}:{1} min before the clock starts").format(minutes, f"{seconds:02d}")
        none = self.tr("The clock starts at once")
        self._walk_down_row.set_hint(words if settings.walk_down_s else none)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))
