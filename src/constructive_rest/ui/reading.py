"""Opens what there is to read, and gives the focus back afterwards."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from constructive_rest.practice.pages import MovementCue, ReadingPage, movement_page
from constructive_rest.ui.main_window import READING, MainWindow
from constructive_rest.ui.page_titles import page_titles
from constructive_rest.ui.reading_page import PageToRead


class Reading(QObject):
    """Leads from wherever the person is to a page to read, and back."""

    def __init__(
        self,
        window: MainWindow,
        page: PageToRead,
        load_page: Callable[[str], ReadingPage],
        movement_cues: Sequence[MovementCue],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._load_page = load_page
        self._movement_cues = movement_cues
        self._origin = ""
        self._focus: QWidget | None = None

    def open_page(self, key: str) -> None:
        """Open the page called `key`. Raises ContentError where there is none."""
        if key == "movement":
            article = movement_page(page_titles()[key], tuple(self._movement_cues))
        else:
            article = self._load_page(key)
        if self._window.page != READING:
            self._origin = self._window.page
            self._focus = self._window.focusWidget()
        self._page.show_article(article)
        self._window.show_page(READING)

    def close(self) -> None:
        """Back to where reading began."""
        if self._window.page != READING:
            return
        self._window.show_page(self._origin)
        focus = self._focus
        if focus is not None and isValid(focus) and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
