"""History before the first rest."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from constructive_rest.drawing.renderer import Renderer
from constructive_rest.settings import Settings
from constructive_rest.ui.figure_slot import FigureSlot, scene_on
from constructive_rest.ui.room import paint_floor, paint_glow, paint_sky
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import Kind, PillButton
from constructive_rest.ui.widgets.painted import connect_clicks, place
from constructive_rest.ui.widgets.rail import Rail
from constructive_rest.ui.widgets.text import Paragraph, Role, TextLabel

FLOOR = 0.6
"""Share of the window's height above the floor line, as long as the words below have room."""
_SHARES = (2.0, 3.0, 2.5, 4.0, 6.0, 2.5)
_GAP = 9.0
_LINE = 2.0
_SUN = 13.0
_FIGURE = 0.66
_HEADING, _GAP_SENTENCE, _GAP_PILL, _PILL = 40.0, 8.0, 28.0, 56.0


class EmptyHistory(QWidget):
    """A sky with the way that the sun will take, and an invitation on the floor."""

    begin_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        renderer: Renderer,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._figure = FigureSlot(renderer, theme, self)
        self._figure.changed.connect(self.update)
        self._floor = 0
        self._title = TextLabel(theme, Role.TITLE, self.tr("History"), self)
        self._heading = TextLabel(
            theme, Role.QUESTION, self.tr("Your first rest will appear here"), self
        )
        self._heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence = self.tr(
            "Minutes, how at ease you felt, and any words you keep. "
            "All of it stays on this computer."
        )
        self._sentence = Paragraph(theme, Role.LABEL_SOFT, 26, sentence, self)
        self._sentence.set_size(17)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._begin = PillButton(
            theme, self.tr("Begin the first"), Kind.PRIMARY, size=18, parent=self
        )
        self._begin.setObjectName("begin_first")
        self._begin.setAccessibleName(self.tr("Begin the first rest"))
        connect_clicks(self._begin, self.begin_asked.emit)
        theme.changed.connect(self._restyle)

    def show_settings(self, settings: Settings) -> None:
        """Take the body and its arrangement."""
        self._settings = settings
        self._want_figure()

    def showEvent(self, event: QShowEvent) -> None:
        """The figure is drawn only for those who see it."""
        self._want_figure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words and button on the floor, in the middle beside the rail."""
        px = self._theme.px
        rail = Rail.width_in(self.width())
        stage = self.width() - rail
        narrow = self.width() < 1000
        margin = 24 if narrow else 48
        title_left = rail + max(margin, (stage - 1200) // 2)
        self._title.setGeometry(title_left, 20 if narrow else 32, stage // 2, round(px(40)))
        width = min(stage - 2 * margin, round(px(760)))
        left = rail + (stage - width) // 2
        lines = self._sentence.height_for(width)
        tall = px(_HEADING + _GAP_SENTENCE + _GAP_PILL + _PILL) + lines
        self._floor = min(round(self.height() * FLOOR), round(self.height() - tall - 48))
        top = self._floor + max(20.0, min(px(56), (self.height() - self._floor - tall) * 0.45))
        self._heading.setGeometry(left, round(top), width, round(px(_HEADING)))
        top += px(_HEADING + _GAP_SENTENCE)
        self._sentence.setGeometry(left, round(top), width, lines)
        top += lines + px(_GAP_PILL)
        pill = self._begin.sizeHint().width() + px(44)
        place(self._begin, rail + (stage - pill) / 2, top, pill, px(_PILL))
        self._want_figure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sky, the arc still to come with its sun at the horizon, floor."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, floor = self._theme.palette, self._floor
        sky = QRectF(0, 0, self.width(), floor)
        paint_sky(painter, sky, colors.skies[0])
        arc, start = self._arc()
        painter.setClipRect(sky)
        paint_glow(painter, start, 120, colors.sun_glow, 0.5)
        painter.setPen(self._quiet_pen(arc.length()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(arc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.sun)
        painter.drawEllipse(start, _SUN, _SUN)
        painter.setClipping(False)
        below = QRectF(0, floor, self.width(), self.height() - floor)
        paint_floor(painter, below, colors.ground, colors.floor_line)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._figure.paint(painter, self._figure_place().topLeft())

    def _figure_place(self) -> QRectF:
        rail = Rail.width_in(self.width())
        stage = self.width() - rail
        width = min(_FIGURE * stage, 2.2 * self._floor) // 8 * 8
        return QRectF(rail + (stage - width) / 2, self._floor, width, round(width * 0.52))

    def _want_figure(self) -> None:
        place = self._figure_place()
        if self.isVisible() and place.width() > 0:
            size = place.size().toSize()
            self._figure.want(scene_on(self, self._theme, "side", size, self._settings))

    def _restyle(self) -> None:
        self._want_figure()
        self.update()

    def _arc(self) -> tuple[QPainterPath, QPointF]:
        """The half-ellipse from the left end to the right, and its left end."""
        rail = Rail.width_in(self.width())
        stage = self.width() - rail
        floor = self._floor
        rx = min(680.0, 0.36 * stage)
        ry = max(60.0, min(floor - 128.0, rx * 0.84))
        middle = rail + stage / 2
        path = QPainterPath(QPointF(middle - rx, floor))
        path.arcTo(QRectF(middle - rx, floor - ry, 2 * rx, 2 * ry), 180, -180)
        return path, QPointF(middle - rx, floor)

    def _quiet_pen(self, length: float) -> QPen:
        """A thin line with a gap between each phase and the next; dashes count in line widths."""
        drawn = length - _GAP * (len(_SHARES) - 1)
        dashes = [drawn * share / sum(_SHARES) / _LINE for share in _SHARES]
        pen = QPen(self._theme.palette.arc_ahead, _LINE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([value for dash in dashes for value in (dash, _GAP / _LINE)])
        return pen
