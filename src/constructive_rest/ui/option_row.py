"""The choices of one step: by picture where there is one to show, by word otherwise."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QWidget

from constructive_rest.practice.guide import Choice, GuideStep, Option
from constructive_rest.practice.setup import Setup
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.painted import connect_clicks, place
from constructive_rest.ui.widgets.picture_card import PictureCard, WordCard

GAP = 16
NARROW_GAP = 6
CARD_WIDTH = 122
CARD_HEIGHT = 92
BESIDE_HEIGHT = 40
WORD_HEIGHT = 44
EDGE = 8


class OptionRow(QWidget):
    """A row of cards, or two by two in a narrow window; `chosen` carries field and value."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice: Choice | None = None
        self._cards: list[PictureCard | WordCard] = []
        self._group = QButtonGroup(self)

    @property
    def choice(self) -> Choice | None:
        """What is offered at the moment."""
        return self._choice

    def offered(self) -> tuple[str, ...]:
        """The values on offer, in the order of the cards."""
        return tuple(card.key for card in self._cards)

    def offer(self, step: GuideStep, setup: Setup) -> None:
        """Offer the options of `step`, the one in `setup` chosen."""
        if step.choice is not self._choice:
            self._rebuild(step)
        self.setVisible(self._choice is not None)
        if self._choice is not None:
            current = getattr(setup, self._choice)
            for card in self._cards:
                card.setChecked(card.key == current)

    def show_pictures(self, pictures: Sequence[QPixmap | None]) -> None:
        """Give each card its drawing, None while it is being made."""
        for card, picture in zip(self._cards, pictures, strict=False):
            if isinstance(card, PictureCard):
                card.set_picture(picture)

    def arrange(self, top: int, width: int, *, narrow: bool) -> None:
        """Lay the cards out from `top`, within `width` px."""
        gap = NARROW_GAP if narrow else GAP
        words = self._choice is Choice.EYES
        columns = 2 if narrow or words else max(1, len(self._cards))
        card_width = (width - gap * (columns - 1)) / columns
        if not narrow:
            card_width = min(card_width, 200 if words else CARD_WIDTH)
        height = WORD_HEIGHT if words else BESIDE_HEIGHT if narrow else CARD_HEIGHT
        rows = -(-len(self._cards) // columns)
        self.setGeometry(0, top, width + 2 * EDGE, rows * (height + gap) + 2 * EDGE)
        for number, card in enumerate(self._cards):
            if isinstance(card, PictureCard):
                card.set_beside(beside=narrow)
            row, column = divmod(number, columns)
            place(
                card, EDGE + column * (card_width + gap), EDGE + row * (height + gap),
                card_width, height,
            )  # fmt: skip

    def _rebuild(self, step: GuideStep) -> None:
        for card in self._cards:
            self._group.removeButton(card)
            card.hide()
            card.deleteLater()
        self._choice = step.choice
        self._cards = [self._card(option) for option in step.options]
        for card in self._cards:
            self._group.addButton(card)
            card.show()
        self._follow_in_tab_order()

    def _follow_in_tab_order(self) -> None:
        """Let Tab reach the cards here, in the order of reading, though they were made last."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for first, second in pairwise((self, *self._cards)):
            QWidget.setTabOrder(first, second)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _card(self, option: Option) -> PictureCard | WordCard:
        kind = WordCard if self._choice is Choice.EYES else PictureCard
        card = kind(self._theme, option.key, option.name, self)
        card.setObjectName(f"{self._choice}_{option.key}")
        card.setToolTip(option.hint)
        card.setAccessibleDescription(option.hint)
        connect_clicks(card, lambda: self.chosen.emit(str(self._choice), str(option.key)))
        return card
