"""Who is drawn in every picture, chosen by picture."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.guide import Person
from constructive_rest.settings import Settings
from constructive_rest.ui.figure_slot import scene_on
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.choices import keep_one_tab_stop
from constructive_rest.ui.widgets.painted import RING, connect_clicks, place
from constructive_rest.ui.widgets.picture_card import PictureCard

THUMBNAIL = QSize(120, 60)
HEIGHT = 88
GAP = 8
WIDEST = 130.0


class BodyChoice(QWidget):
    """A row of people; `chosen` carries the key of a body."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        renderer: Renderer,
        people: Sequence[Person],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._renderer = renderer
        self._group = QButtonGroup(self)
        self._cards = [PictureCard(theme, person.key, person.name, self) for person in people]
        for card in self._cards:
            card.setObjectName(f"body_{card.key}")
            self._group.addButton(card)
            connect_clicks(card, partial(self.chosen.emit, card.key))
        self.setAccessibleName(self.tr("Who is in the pictures"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT + 2 * RING)
        renderer.drawn.connect(self._take)
        theme.changed.connect(self._show_pictures)

    def choose(self, key: str) -> None:
        """Show `key` as chosen, without a signal."""
        for card in self._cards:
            if card.key == key:
                card.setChecked(True)
        keep_one_tab_stop(self._group)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All cards in one row."""
        super().resizeEvent(event)
        count = len(self._cards)
        width = min(WIDEST, (self.width() - 2 * RING - GAP * (count - 1)) / count)
        for number, card in enumerate(self._cards):
            place(card, RING + number * (width + GAP), RING, width, HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """The drawings are made only for those who see them."""
        super().showEvent(event)
        self._show_pictures()

    def _show_pictures(self) -> None:
        if not self.isVisible():
            return
        for card in self._cards:
            picture = self._renderer.picture(self._scene(card.key))
            card.set_picture(QPixmap.fromImage(picture.image) if picture else None)

    def _take(self, picture: Picture) -> None:
        for card in self._cards:
            if picture.scene == self._scene(card.key):
                card.set_picture(QPixmap.fromImage(picture.image))

    def _scene(self, key: str) -> Scene:
        return scene_on(self, self._theme, f"body-{key}", THUMBNAIL, Settings(body=key))
