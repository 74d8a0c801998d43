"""Where the pages to read are read: one column, a way back, and what else there is."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.pages import ReadingPage
from constructive_rest.settings import Settings
from constructive_rest.ui.article import Article
from constructive_rest.ui.page import Page
from constructive_rest.ui.picture_words import PictureWords
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import Kind, LinkButton, PillButton
from constructive_rest.ui.widgets.calm_bars import BAR, CalmBars
from constructive_rest.ui.widgets.painted import RING, connect_clicks
from constructive_rest.ui.widgets.text import Paragraph, Role

COLUMN = 680
HEADER = 72
FOOT = 56


class PageToRead(Page):
    """Shows one page to read; `closed` when the person is done, `asked` for another by its key.

    `titles` names every page by its key.
    """

    closed = Signal()
    asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        renderer: Renderer,
        words: PictureWords,
        titles: Mapping[str, str],
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._renderer = renderer
        self._words = words
        self._titles = titles
        self._settings = settings
        self.article: Article | None = None
        self.back = PillButton(theme, self.tr("Back"), Kind.PLAIN, icon="chevron_left", parent=self)
        self.back.setObjectName("close_reading")
        connect_clicks(self.back, self.closed.emit)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("reading_scroll")
        CalmBars(theme, self._scroll)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self._scroll)

    def show_settings(self, settings: Settings) -> None:
        """Take the choices that are in force."""
        self._settings = settings
        if self.article is not None:
            self.article.show_settings(settings)

    def show_article(self, page: ReadingPage) -> None:
        """Show `page` from its beginning."""
        self.article = Article(self.theme, self._renderer, self._words, page, self._settings)
        self._add_links(self.article, page.key)
        self.article.column.addSpacing(FOOT)
        self.article.column.addStretch(1)
        self._scroll.setWidget(self.article)
        self.article.setAutoFillBackground(False)
        self._scroll.setAccessibleName(page.title)
        self.setAccessibleName(page.title)
        self._scroll.verticalScrollBar().setValue(0)
        if self.width() > 0:
            self.arrange()

    def scroll_to_end(self) -> None:
        """Show the last lines."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())

    def arrange(self) -> None:
        """The way back on top, the column under it, both in the middle."""
        width, left = self.width(), self.left()
        room = width - left - 2 * (24 if self.narrow else 48)
        column = min(COLUMN, room)
        x = left + (width - left - column) // 2
        hint = self.back.sizeHint()
        self.back.setGeometry(x - RING, (HEADER - hint.height()) // 2, hint.width(), hint.height())
        self._scroll.setGeometry(left, HEADER, width - left, self.height() - HEADER)
        if self.article is not None:
            self.article.set_narrow(narrow=self.narrow)
            aside = x - left
            self.article.column.setContentsMargins(aside, 0, max(0, aside - BAR), 0)

    def paint_ground(self, painter: QPainter, size: QRectF) -> None:
        """Plain ground."""
        painter.fillRect(size, self.theme.palette.ground)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; Home, End and the space bar scroll as they do elsewhere."""
        bar = self._scroll.verticalScrollBar()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_Back:
                self.closed.emit()
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                self.scroll_to_end()
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep() * (-1 if back else 1))
            case _:
                super().keyPressEvent(event)

    def _add_links(self, article: Article, key: str) -> None:
        """What else there is to read."""
        article.column.addSpacing(36)
        heading = Paragraph(self.theme, Role.LABEL_SOFT, 22, self.tr("More to read"))
        article.column.addWidget(heading)
        links = QVBoxLayout()
        links.setContentsMargins(-RING, 0, 0, 0)
        article.column.addLayout(links)
        for other, title in self._titles.items():
            if other != key:
                link = LinkButton(self.theme, title, 15)
                link.setObjectName(f"more_{other}")
                link.clicked.connect(lambda _checked, other=other: self.asked.emit(other))
                links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
