"""A page to read as a column of words and pictures."""

from itertools import groupby

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.pages import ReadingPage, Section
from constructive_rest.settings import Settings
from constructive_rest.ui.picture_words import PictureWords
from constructive_rest.ui.plate_row import PlateRow
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.text import Paragraph, Role

CORNER = 16
INNER = 20


class Article(QWidget):
    """Title, then each section: heading, paragraphs, pictures, sources.

    Pictures of one shape stand side by side.
    """

    def __init__(
        self,
        theme: Theme,
        renderer: Renderer,
        words: PictureWords,
        page: ReadingPage,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._renderer = renderer
        self._words = words
        self._settings = settings
        self.rows: list[PlateRow] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._title = Paragraph(theme, Role.TITLE, 42, page.title, self)
        self._title.setObjectName("reading_title")
        self.column.addWidget(self._title)
        self.column.addSpacing(8)
        for section in page.sections:
            self._add(section)

    def set_narrow(self, *, narrow: bool) -> None:
        """Write the title smaller in a narrow window."""
        self._title.set_size(28 if narrow else 34)
        self._title.set_leading(36 if narrow else 42)

    def show_settings(self, settings: Settings) -> None:
        """Draw the body that is chosen in every picture."""
        self._settings = settings
        for row in self.rows:
            row.show_settings(settings)

    def _add(self, section: Section) -> None:
        self.column.addSpacing(22)
        if section.urgent:
            box = UrgentBox(self._theme, self)
            self._fill(box.column, section)
            self.column.addWidget(box)
        else:
            self._fill(self.column, section)

    def _fill(self, column: QVBoxLayout, section: Section) -> None:
        role = Role.URGENT if section.urgent else Role.HEADING
        column.addWidget(Paragraph(self._theme, role, 26, section.heading))
        for paragraph in section.paragraphs:
            column.addSpacing(6)
            column.addWidget(Paragraph(self._theme, Role.BODY, 27, paragraph))
        for _, plates in groupby(section.plates, key=lambda plate: plate.shape):
            shown = self._words.noted(((plate, "") for plate in plates), self._settings)
            row = PlateRow(self._theme, self._renderer, shown, whole=True)
            row.show_settings(self._settings)
            column.addSpacing(14)
            column.addWidget(row)
            column.addSpacing(6)
            self.rows.append(row)
        for source in section.sources:
            column.addSpacing(4)
            said = self.tr("Source: {0}").format(source)
            column.addWidget(Paragraph(self._theme, Role.CAPTION, 20, said))


class UrgentBox(QWidget):
    """A frame round what may not be overlooked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(INNER, INNER - 4, INNER, INNER)
        self.column.setSpacing(0)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame in the colour of danger."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.palette.danger, 1.5))
        painter.setBrush(self._theme.palette.surface)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, CORNER, CORNER)
