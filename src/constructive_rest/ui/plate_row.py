"""Prints side by side: right beside wrong, or one after the other."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.plate import Shape
from constructive_rest.settings import Settings
from constructive_rest.ui.plate_card import PlateCard, Shown
from constructive_rest.ui.theme import Theme

GAP = 20
NARROW_GAP = 12
NARROW_BELOW = 760
"""Width of a row in px under which its prints move closer together."""
RATIOS = {Shape.WIDE: 264 / 168, Shape.SQUARE: 1.0, Shape.TALL: 0.72}
"""Width of a print for each pixel of its height."""
WIDEST = {Shape.WIDE: 560, Shape.SQUARE: 520, Shape.TALL: 300}


class PlateRow(QWidget):
    """As many cards as there are plates, all equally wide and high; prints shrink to fit.

    With `whole` they don't: the row takes the height that they want.
    """

    def __init__(
        self,
        theme: Theme,
        renderer: Renderer,
        shown: Sequence[Shown],
        parent: QWidget | None = None,
        *,
        whole: bool = False,
    ) -> None:
        super().__init__(parent)
        self._whole = whole
        shape = min((one.plate.shape for one in shown), key=lambda one: RATIOS[one])
        self._ratio, self._widest = RATIOS[shape], WIDEST[shape]
        self.cards = [PlateCard(theme, renderer, one, self) for one in shown]
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_settings(self, settings: Settings) -> None:
        """Draw the body and its arrangement that are chosen."""
        for card in self.cards:
            card.show_settings(settings)

    def heightForWidth(self, width: int) -> int:
        """The prints as wide as there is room, and the words under them."""
        across = self._across(width)
        return self._picture(across) + self.words_height(width)

    def words_height(self, width: int) -> int:
        """The height of the longest words under a print."""
        return max(card.words_height(self._across(width)) for card in self.cards)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew."""
        super().resizeEvent(event)
        if self._whole:
            self.setFixedHeight(self.heightForWidth(self.width()))
        self._arrange(self.width(), self.height())

    def _arrange(self, width: int, height: int) -> None:
        across = self._across(width)
        words = self.words_height(width)
        picture = max(1, min(self._picture(across), height - words))
        gap = self._gap(width)
        used = len(self.cards) * (across + gap) - gap
        left = (width - used) // 2
        for number, card in enumerate(self.cards):
            card.setGeometry(left + number * (across + gap), 0, across, picture + words)
            card.arrange(across, picture, min(across, round(picture * self._ratio)))

    def _picture(self, across: int) -> int:
        pictured = any(card.print is not None for card in self.cards)
        return round(across / self._ratio) if pictured else 0

    def _across(self, width: int) -> int:
        count, gap = len(self.cards), self._gap(width)
        return min(self._widest, (width - gap * (count - 1)) // count)

    @staticmethod
    def _gap(width: int) -> int:
        return NARROW_GAP if width < NARROW_BELOW else GAP
