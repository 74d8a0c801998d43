"""One step of the guide in words: the left-hand side of the guide."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from constructive_rest.practice.guide import GuideStep
from constructive_rest.ui.option_row import OptionRow
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import LinkButton, RoundButton
from constructive_rest.ui.widgets.icon_label import IconLabel
from constructive_rest.ui.widgets.painted import RING, connect_clicks, place
from constructive_rest.ui.widgets.step_dots import StepDots
from constructive_rest.ui.widgets.text import Paragraph, Role, TextLabel

EDGE = 8
"""Pixels kept round the contents for the focus rings."""
STEP_BUTTON = 40
_LINES = {
    (False, False): (17, 28),
    (False, True): (16, 24),
    (True, False): (16, 22),
    (True, True): (15, 20),
}
"""Size and leading of the two lines, by narrow window and whether a choice needs the room."""


class StepPanel(QWidget):
    """Counter, title, two lines, the choice that belongs to the step, and the way on.

    `step_asked` carries -1 or 1; `option_chosen` a choice and its new value; `trouble_asked`
    opens or closes what goes wrong; `reading_asked` carries the key of a page to read.
    """

    step_asked = Signal(int)
    option_chosen = Signal(str, str)
    trouble_asked = Signal()
    reading_asked = Signal(str)

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self._narrow = False
        self._step: GuideStep | None = None
        self._counter = TextLabel(theme, Role.LABEL_SOFT, parent=self)
        self._title = TextLabel(theme, Role.TITLE, parent=self)
        self._title.setObjectName("step_title")
        self._lines = Paragraph(theme, Role.BODY, 28, parent=self)
        self.options = OptionRow(theme, self)
        self.options.chosen.connect(self.option_chosen)
        self._back = RoundButton(theme, self.tr("Step back"), "chevron_left", parent=self)
        self._back.setObjectName("step_back")
        self._dots = StepDots(theme, count, self)
        self._next = RoundButton(theme, self.tr("Next step"), "chevron_right", parent=self)
        self._next.setObjectName("step_next")
        self._trouble = LinkButton(theme, self.tr("If it feels wrong"), 14, self)
        self._trouble.setObjectName("step_trouble")
        self._more = LinkButton(theme, self.tr("Read more"), 14, self)
        self._more.setObjectName("read_more")
        self._info = IconLabel(theme, "info", self)
        self._hurts = TextLabel(theme, Role.CAPTION, parent=self)
        self._safety = LinkButton(theme, self.tr("When to ask first"), 13, self)
        self._safety.setObjectName("safety")
        connect_clicks(self._back, lambda: self.step_asked.emit(-1))
        connect_clicks(self._next, lambda: self.step_asked.emit(1))
        connect_clicks(self._trouble, self.trouble_asked.emit)
        connect_clicks(self._safety, partial(self.reading_asked.emit, "safety"))
        connect_clicks(self._more, partial(self.reading_asked.emit, "psoas"))

    @property
    def trouble(self) -> LinkButton:
        """What opens and closes what goes wrong."""
        return self._trouble

    def steps_top(self) -> int:
        """Where the way on begins, in px from the panel's top."""
        return self._next.y()

    def show_step(self, number: int, step: GuideStep, current: str) -> None:
        """Show `step`, the `number`th counted from 0, with the `current` one of its options."""
        self._step = step
        self._counter.setText(self.tr("{0} of {1}").format(number + 1, self._count))
        self._title.setText(step.title)
        self._lines.setText("\n".join(step.lines))
        self._dots.set_current(number)
        self._back.setEnabled(number > 0)
        self._next.setEnabled(number < self._count - 1)
        self._trouble.setVisible(bool(step.trouble))
        self.options.offer(step.choice, step.options, current)

    def show_trouble_open(self, *, is_open: bool) -> None:
        """Say on the link what it does next."""
        opens, closes = self.tr("If it feels wrong"), self.tr("Back to the picture")
        self._trouble.setText(closes if is_open else opens)
        self._trouble.setAccessibleName(self._trouble.text())
        self._arrange_links(self.width() - 2 * EDGE, narrow=self._narrow)

    def show_pictures(self, pictures: Sequence[QPixmap | None]) -> None:
        """Give the choices their drawings."""
        self.options.show_pictures(pictures)

    def arrange(self, width: int, height: int, *, narrow: bool) -> None:
        """Lay out within `width` × `height` px of contents; the widget itself is larger by EDGE."""
        self._narrow = narrow
        choosing = self._step is not None and self._step.choice is not None
        self._title.set_size(26 if narrow else 34)
        size, leading = _LINES[narrow, choosing]
        self._lines.set_size(size)
        self._lines.set_leading(leading)
        self._counter.setGeometry(EDGE, EDGE, width, 20)
        title_height = 34 if narrow else 46
        self._title.setGeometry(EDGE, EDGE + 20, width, title_height)
        lines_top = EDGE + 20 + title_height
        lines_height = self._lines.height_for(width)
        self._lines.setGeometry(EDGE, lines_top, width, lines_height)
        foot = EDGE + height - 24
        steps_top = foot - (50 if narrow else 60)
        options_top = lines_top + lines_height - (4 if narrow else 0)
        room = steps_top - options_top - EDGE - (4 if narrow else 8)
        self.options.arrange(options_top, width, room, narrow=narrow)
        self._arrange_foot(foot, steps_top, narrow=narrow)
        self._arrange_links(width, narrow=narrow)

    def _arrange_foot(self, foot: int, steps_top: int, *, narrow: bool) -> None:
        place(self._back, EDGE, steps_top, STEP_BUTTON, STEP_BUTTON)
        dots_left = EDGE + STEP_BUTTON + 16
        dots_width = self._dots.natural_width()
        self._dots.setGeometry(dots_left, steps_top, dots_width, STEP_BUTTON)
        place(self._next, dots_left + dots_width + 16, steps_top, STEP_BUTTON, STEP_BUTTON)
        sentence = (
            self.tr("If anything hurts, stop.")
            if narrow
            else self.tr("Nothing here should hurt. If it does, change something or stop.")
        )
        self._hurts.setText(sentence)
        sentence_width = self._hurts.sizeHint().width()
        self._info.setGeometry(EDGE, foot + 2, 20, 20)
        self._hurts.setGeometry(EDGE + 28, foot, sentence_width, 24)
        link = self._safety.sizeHint()
        link_left = EDGE + 28 + sentence_width + 8 - RING
        link_top = foot + (24 - link.height()) // 2
        self._safety.setGeometry(link_left, link_top, link.width(), link.height())

    def _arrange_links(self, width: int, *, narrow: bool) -> None:
        """Troubles beside the steps, or beside the counter where that row is full."""
        row = self._counter.geometry()
        hint = self._trouble.sizeHint()
        right = EDGE + width + RING
        if narrow:
            top = row.center().y() - hint.height() // 2 + 1
            self._trouble.setGeometry(right - hint.width(), top, hint.width(), hint.height())
            right -= hint.width() + 4 if self._trouble.isVisibleTo(self) else 0
        else:
            steps = self._next.geometry()
            top = steps.center().y() - hint.height() // 2 + 1
            self._trouble.setGeometry(steps.right() + 20, top, hint.width(), hint.height())
        more = self._more.sizeHint()
        top = row.center().y() - more.height() // 2 + 1
        self._more.setGeometry(right - more.width(), top, more.width(), more.height())
