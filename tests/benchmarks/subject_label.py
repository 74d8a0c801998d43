"""The floor of a countdown: one label that is set once a second."""

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from tests.benchmarks.painting import FirstPaint

SECONDS = 900

app = QApplication([])
label = QLabel("15:00")
label.setAlignment(Qt.AlignmentFlag.AlignCenter)
font = label.font()
font.setPixelSize(200)
label.setFont(font)
label.resize(1280, 800)
left = iter(range(SECONDS - 1, 0, -1))


def count_down() -> None:
    """One second less."""
    seconds = next(left)
    label.setText(f"{seconds // 60}:{seconds % 60:02d}")


timer = QTimer()
timer.timeout.connect(count_down)
timer.start(1000)
FirstPaint(label)
label.show()
sys.exit(app.exec())
