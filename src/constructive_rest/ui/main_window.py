"""The one window: the rail, the pages behind it, and what lies over them."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from constructive_rest.ui.banner import Banner
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.rail import Rail

SMALLEST = QSize(800, 600)
USUAL = QSize(1280, 800)
READING = "reading"
"""The key of the page to read; the rail keeps showing where it was opened from."""
WITHOUT_SKY = ("history", "settings", READING)
"""Pages whose controls begin at the very top."""
_RAIL_KEY = {"reflect": "rest"}


class Ground(QWidget):
    """What lies behind every page."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plain colour of the room's floor."""
        QPainter(self).fillRect(self.rect(), self._theme.palette.ground)


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
        self.ground = Ground(theme, self)
        self.setCentralWidget(self.ground)
        self._stack = QStackedWidget(self.ground)
        self.rail = Rail(theme, self.ground)
        self.rail.chosen.connect(self.page_asked)
        self.banner = Banner(theme, self.ground)
        self.banner.toggled.connect(self._place_page)

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
        if key != READING:
            self.rail.choose(_RAIL_KEY.get(key, key))
        self._place_page()
        self._pages[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rail(self, *, shown: bool) -> None:
        """Show the way to other pages, or leave the room to the rest."""
        self.rail.setVisible(shown)

    def fill_screen(self, whole: bool) -> None:
        """Fill the screen, or be again as it was before."""
        state = self.windowState()
        full = Qt.WindowState.WindowFullScreen
        self.setWindowState(state | full if whole else state & ~full)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages fill the window; the rail lies on its left side."""
        super().resizeEvent(event)
        size = self.ground.size()
        self.rail.arrange(size.width(), size.height())
        self.rail.raise_()
        self.banner.arrange()
        self._place_page()

    def _place_page(self) -> None:
        """A page fills the window; one without a sky gives way to the banner."""
        size = self.ground.size()
        covered = self.banner.isVisibleTo(self.ground) and self.page in WITHOUT_SKY
        top = self.banner.geometry().bottom() + 1 if covered else 0
        self._stack.setGeometry(0, top, size.width(), size.height() - top)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first where a rest is in progress."""
        if self.hold_open:
            event.ignore()
            self.leaving.emit()
        else:
            super().closeEvent(event)
