"""A picture as a screen reader meets it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class AltPicture(QLabel):
    """Tells assistive technology that a picture is here and what it shows; paints nothing.

    Qt takes a label for a picture only while it holds one, so it holds a clear pixel.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        clear = QPixmap(1, 1)
        clear.fill(Qt.GlobalColor.transparent)
        self.setPixmap(clear)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def tell(self, alt: str) -> None:
        """Take the picture in words."""
        if alt != self.accessibleName():
            self.setAccessibleName(alt)
