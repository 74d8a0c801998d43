"""The choices of one step: by picture where there is one to show, by word otherwise."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QWidget

from constructive_rest.practice.guide import Choice, Option
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.painted import connect_clicks, place
from constructive_rest.ui.widgets.picture_card import PictureCard, WordCard

GAP = 14
NARROW_GAP = 6
CARD_WIDTH = 122
PICTURE_HEIGHT = 64
LEAST_PICTURE = 34
WORD_WIDTH = 200
WORD_HEIGHT = 44
EDGE = 8


class OptionRow(QWidget):
    """A row of cards; `chosen` carries the choice and its value."""

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

    def offer(self, choice: Choice | None, options: Sequence[Option], current: str) -> None:
        """Offer the options of a choice with the `current` one chosen; None offers nothing."""
        if choice is not self._choice:
            self._rebuild(choice, options)
        self.setVisible(self._choice is not None)
        for card in self._cards:
            card.setChecked(card.key == current)

    def show_pictures(self, pictures: Sequence[QPixmap | None]) -> None:
        """Give each card its drawing, None while it is being made."""
        for card, picture in zip(self._cards, pictures, strict=False):
            if isinstance(card, PictureCard):
                card.set_picture(picture)

    def describe(self, descriptions: Sequence[str]) -> None:
        """Say of each card what its picture shows, after its hint."""
        for card, words in zip(self._cards, descriptions, strict=True):
            card.setAccessibleDescription(f"{card.toolTip()} {words}".strip())

    def arrange(self, top: int, width: int, height: int, *, narrow: bool) -> None:
        """Lay the cards out from `top`, within `width` × `height` px."""
        gap = NARROW_GAP if narrow else GAP
        count = max(1, len(self._cards))
        words = self._choice is Choice.EYES
        card_width = min((width - gap * (count - 1)) / count, WORD_WIDTH if words else CARD_WIDTH)
        card_height = WORD_HEIGHT if words else self._card_height(card_width, height)
        self.setGeometry(0, top, width + 2 * EDGE, round(card_height) + 2 * EDGE)
        for number, card in enumerate(self._cards):
            place(card, EDGE + number * (card_width + gap), EDGE, card_width, card_height)

    def _card_height(self, width: float, room: int) -> float:
        """Pictures as high as the rows of the longest name leave them."""
        cards = [card for card in self._cards if isinstance(card, PictureCard)]
        for card in cards:
            place(card, 0, 0, width, room)
        rows = max((card.rows_for(width) for card in cards), default=1)
        name = max((card.name_height(rows) for card in cards), default=0.0)
        for card in cards:
            card.set_rows(rows)
        return name + min(PICTURE_HEIGHT, max(LEAST_PICTURE, room - name))

    def _rebuild(self, choice: Choice | None, options: Sequence[Option]) -> None:
        for card in self._cards:
            self._group.removeButton(card)
            card.hide()
            card.deleteLater()
        self._choice = choice
        self._cards = [self._card(option) for option in options]
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
