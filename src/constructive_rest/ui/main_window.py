"""The one window: the rail, the pages behind it, and what lies over them."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from constructive_rest.ui.banner import Banner
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.rail import Rail

SMALLEST = QSize(800, 600)
USUAL = QSize(1280, 800)
_RAIL_KEY = {"reflect": "rest"}


class MainWindow(QMainWindow):
    """Shows one page at a time by its key; the rail hides while a rest is in progress.

    `page_asked` carries the key that the rail was asked for; `leaving` is emitted when the person
    closes the window while `hold_open` is set.
    """

    page_asked = Signal(str)
    leaving = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Constructive Rest"))
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.hold_open = False
        self._pages: dict[str, QWidget] = {}
        self.ground = QWidget(self)
        self.setCentralWidget(self.ground)
        self._stack = QStackedWidget(self.ground)
        self.rail = Rail(theme, self.ground)
        self.rail.chosen.connect(self.page_asked)
        self.banner = Banner(theme, self.ground)

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        shown = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def set_pages(self, pages: Mapping[str, QWidget]) -> None:
        """Take the pages, each under its key."""
        for key, page in pages.items():
            self._pages[key] = page
            self._stack.addWidget(page)

    def show_page(self, key: str) -> None:
        """Show a page and mark it on the rail. Raises KeyError for a key without a page."""
        self._stack.setCurrentWidget(self._pages[key])
        self.rail.choose(_RAIL_KEY.get(key, key))
        self._pages[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rail(self, *, shown: bool) -> None:
        """Show the way to other pages, or leave the room to the rest."""
        self.rail.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages fill the window; the rail lies on its left side."""
        super().resizeEvent(event)
        size = self.ground.size()
        self._stack.setGeometry(0, 0, size.width(), size.height())
        self.rail.arrange(size.width(), size.height())
        self.rail.raise_()
        self.banner.arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first where a rest is in progress."""
        if self.hold_open:
            event.ignore()
            self.leaving.emit()
        else:
            super().closeEvent(event)
