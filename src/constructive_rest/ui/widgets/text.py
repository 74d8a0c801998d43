"""Text in the roles of the look."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QTextLayout
from PySide6.QtWidgets import QLabel, QWidget

from constructive_rest.ui.palette import Palette, faded
from constructive_rest.ui.theme import Theme

FontOf = Callable[[Theme], QFont]
ColorOf = Callable[[Palette], QColor]
_SEMIBOLD = QFont.Weight.DemiBold
_LIGHT = QFont.Weight.Light


class Role(Enum):
    """What a piece of text is; each role has one font and one colour."""

    TITLE = "title"
    QUESTION = "question"
    FIGURE = "figure"
    BODY = "body"
    CUE = "cue"
    PHASE = "phase"
    HEADING = "heading"
    URGENT = "urgent"
    LABEL = "label"
    LABEL_SOFT = "label soft"
    CONTROL = "control"
    CAPTION = "caption"
    CAPTION_INK = "caption ink"
    NOTE = "note"
    ACCENT = "accent"


_LOOKS: dict[Role, tuple[FontOf, ColorOf]] = {
    Role.TITLE: (lambda t: t.serif(34), lambda p: p.ink),
    Role.QUESTION: (lambda t: t.serif(32), lambda p: p.ink),
    Role.FIGURE: (lambda t: t.serif(44, _LIGHT), lambda p: p.ink),
    Role.BODY: (lambda t: t.sans(17), lambda p: p.ink),
    Role.CUE: (lambda t: t.sans(20), lambda p: p.ink),
    Role.PHASE: (lambda t: t.serif(30), lambda p: p.ink),
    Role.HEADING: (lambda t: t.sans(17, _SEMIBOLD), lambda p: p.ink),
    Role.URGENT: (lambda t: t.sans(17, _SEMIBOLD), lambda p: p.danger),
    Role.LABEL: (lambda t: t.sans(14, _SEMIBOLD), lambda p: p.ink),
    Role.LABEL_SOFT: (lambda t: t.sans(14), lambda p: p.muted),
    Role.CONTROL: (lambda t: t.sans(15), lambda p: p.ink),
    Role.CAPTION: (lambda t: t.sans(13), lambda p: p.muted),
    Role.CAPTION_INK: (lambda t: t.sans(13), lambda p: p.ink),
    Role.NOTE: (lambda t: t.serif(16, italic=True), lambda p: p.ink),
    Role.ACCENT: (lambda t: t.sans(13, _SEMIBOLD), lambda p: p.accent),
}


class TextLabel(QLabel):
    """Plain text in one role, following the theme."""

    def __init__(
        self, theme: Theme, role: Role, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._role = role
        self._size: float | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_size(self, px: float) -> None:
        """Draw this text `px` logical pixels high in place of its role's size."""
        if px != self._size:
            self._size = px
            self._restyle()

    def _restyle(self) -> None:
        font_of, color_of = _LOOKS[self._role]
        font = font_of(self._theme)
        if self._size is not None:
            font.setPixelSize(round(self._theme.px(self._size)))
        self.setFont(font)
        palette = self.palette()
        color = color_of(self._theme.palette)
        palette.setColor(QPalette.ColorRole.WindowText, color)
        palette.setColor(
            QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, faded(color, 0.62)
        )
        self.setPalette(palette)


class Paragraph(TextLabel):
    """Text that wraps at its width with the generous line spacing of the look."""

    def __init__(
        self,
        theme: Theme,
        role: Role,
        leading: float,
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, role, text, parent)
        self._leading = leading
        self.setWordWrap(True)

    def set_leading(self, leading: float) -> None:
        """Put lines `leading` logical pixels apart, baseline to baseline."""
        self._leading = leading
        self.update()

    def height_for(self, width: int) -> int:
        """The height that the text takes at `width` pixels."""
        return round(len(self._lines(width)) * self._theme.px(self._leading))

    def heightForWidth(self, width: int) -> int:
        """The same, for Qt's layouts."""
        return self.height_for(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line under line, each centred in its leading."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        step = self._theme.px(self._leading)
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        for number, line in enumerate(self._lines(self.width())):
            box = QRectF(0, number * step, self.width(), step)
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, line)

    def _lines(self, width: int) -> list[str]:
        return [
            line
            for paragraph in self.text().split("\n")
            for line in broken(paragraph, self.font(), width)
        ]


def broken(text: str, font: QFont, width: float) -> list[str]:
    """`text` broken into the lines that fit into `width` px."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines
