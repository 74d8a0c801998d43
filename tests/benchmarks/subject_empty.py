"""The floor of a start: an empty window of PySide6."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow
from tests.benchmarks.painting import FirstPaint

app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
FirstPaint(window)
window.show()
sys.exit(app.exec())
