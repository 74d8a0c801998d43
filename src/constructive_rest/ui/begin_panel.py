"""How long, how at ease, begin: the right-hand side of the guide."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QWidget

from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import Kind, LinkButton, PillButton
from constructive_rest.ui.widgets.choices import LengthChip, keep_one_tab_stop
from constructive_rest.ui.widgets.ease_scale import EaseScale
from constructive_rest.ui.widgets.painted import RING, connect_clicks, place
from constructive_rest.ui.widgets.text import Role, TextLabel

LENGTHS = (5, 10, 15, 20, 25, 30)
IDEAL = (15, 20)
"""The length that practitioners most often give, in minutes."""
EDGE = 8
"""Pixels kept round the contents for the focus rings."""


class BeginPanel(QWidget):
    """The length, the ease before and the way in.

    `length_chosen` carries minutes; `begin_asked` carries the ease before, or None; `print_asked`
    wants the guide on paper.
    """

    length_chosen = Signal(int)
    print_asked = Signal()
    begin_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._minutes = IDEAL[1]
        self._folded = False
        self._unfolded_by_hand = False
        self._length_question = TextLabel(theme, Role.LABEL, self.tr("How long?"), self)
        self._print = LinkButton(theme, self.tr("Print or save the guide"), 14, self)
        self._print.setObjectName("print_guide")
        connect_clicks(self._print, self.print_asked.emit)
        self._chips = self._make_chips()
        self._ease_question = TextLabel(
            theme, Role.LABEL, self.tr("How at ease does your body feel right now?"), self
        )
        self._optional = TextLabel(theme, Role.LABEL_SOFT, self.tr("Only if you like"), self)
        low, high = self.tr("not at all"), self.tr("completely")
        self.ease = EaseScale(theme, "before", low, high, self)
        self._unfold = LinkButton(theme, self.tr("Note how at ease you are now"), 14, self)
        self._unfold.setObjectName("ease_before_open")
        connect_clicks(self._unfold, self._show_ease)
        self.begin = PillButton(theme, self.tr("Begin"), Kind.PRIMARY, size=20, parent=self)
        self.begin.setObjectName("begin")
        connect_clicks(self.begin, self._ask_to_begin)
        theme.changed.connect(self.update)

    def show_minutes(self, minutes: int) -> None:
        """Show the length that is chosen; one without a chip stands on Begin alone."""
        self._minutes = minutes
        self._group.setExclusive(False)
        for chip in self._chips:
            chip.setChecked(chip.minutes == minutes)
        self._group.setExclusive(True)
        keep_one_tab_stop(self._group)
        self.begin.set_aside(self.tr("%n min", "", minutes))

    def arrange(self, width: int, height: int, *, narrow: bool) -> None:
        """Lay out within `width` × `height` px of contents; the widget itself is larger by EDGE."""
        for chip, (x, chip_width) in zip(self._chips, self._chip_places(width), strict=True):
            chip.set_compact(compact=narrow)
            place(chip, EDGE + x, EDGE + 28, chip_width, 56)
        self._length_question.setGeometry(EDGE, EDGE, width, 20)
        link = self._print.sizeHint()
        link_left = EDGE + width - link.width() + RING
        self._print.setGeometry(
            link_left, EDGE + 10 - link.height() // 2, link.width(), link.height()
        )
        begin_height = 56 if narrow else 64
        place(self.begin, EDGE, EDGE + height - begin_height, width, begin_height)
        self._folded = narrow and not self._unfolded_by_hand
        self._arrange_ease(width, narrow=narrow)

    def paintEvent(self, event: object) -> None:
        """The bracket under the lengths that suit most people."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ideal = [chip for chip in self._chips if chip.minutes in IDEAL]
        left = ideal[0].geometry().left() + EDGE + 6.0
        right = ideal[-1].geometry().right() - EDGE - 6.0
        top = EDGE + 28 + 56 + 6.0
        word = self.tr("ideal")
        font = self._theme.sans(13, QFont.Weight.DemiBold)
        half = QFontMetricsF(font).horizontalAdvance(word) / 2 + 8
        middle = (left + right) / 2
        pen = QPen(self._theme.palette.accent, 1.75)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for outer, inner in ((left, middle - half), (right, middle + half)):
            corner = outer + (4 if inner > outer else -4)
            painter.drawPolyline(
                [QPointF(outer, top), QPointF(outer, top + 4), QPointF(corner, top + 8)]
                + ([QPointF(inner, top + 8)] if abs(inner - middle) < abs(corner - middle) else [])
            )
        painter.setFont(font)
        label = QRectF(middle - half, top - 2, 2 * half, 20)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, word)

    def _make_chips(self) -> list[LengthChip]:
        self._group = QButtonGroup(self)
        chips = [LengthChip(self._theme, minutes, self) for minutes in LENGTHS]
        for chip in chips:
            self._group.addButton(chip)
            chip.clicked.connect(
                lambda _checked, minutes=chip.minutes: self.length_chosen.emit(minutes)
            )
        return chips

    def _chip_places(self, width: int) -> list[tuple[float, float]]:
        gap = 8
        chip_width = (width - gap * (len(self._chips) - 1)) / len(self._chips)
        return [(number * (chip_width + gap), chip_width) for number in range(len(self._chips))]

    def _arrange_ease(self, width: int, *, narrow: bool) -> None:
        top = EDGE + (124 if narrow else 136)
        for widget in (self._ease_question, self._optional, self.ease):
            widget.setVisible(not self._folded)
        self._unfold.setVisible(self._folded)
        if self._folded:
            hint = self._unfold.sizeHint()
            self._unfold.setGeometry(EDGE - 5, top - 4, hint.width(), hint.height())
            return
        question_width = self._ease_question.sizeHint().width() + 6
        fits = question_width + self._optional.sizeHint().width() <= width
        self._ease_question.setGeometry(EDGE, top, width, 20)
        self._optional.setGeometry(EDGE + question_width, top, width - question_width, 20)
        self._optional.setVisible(fits)
        diameter = min(36, (width - 10 * 2) // 11)
        self.ease.arrange(EDGE, top + 28, width, diameter)

    def _show_ease(self) -> None:
        self._unfolded_by_hand = True
        self._folded = False
        self._arrange_ease(self.width() - 2 * EDGE, narrow=True)
        self.ease.circle(0).focus_by_keyboard()

    def _ask_to_begin(self) -> None:
        ease = self.ease.value
        self.ease.clear()
        self.begin_asked.emit(ease)
