"""The system's own dialogs, behind a small face that a test can stand in for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from constructive_rest.drawing.paper.job import PrintJob
from constructive_rest.drawing.paper.sizes import nearer_paper


class SystemDialogs:
    """Asks, and calls back when there is an answer; a dialog that is closed gives none."""

    def ask_file(self, parent: QWidget, suggested: Path, then: Callable[[Path], None]) -> None:
        """Ask where to save a PDF; the system warns where there is one already."""
        words = QCoreApplication.translate("Paper", "Save the guide")
        kinds = QCoreApplication.translate("Paper", "PDF files (*.pdf)")
        dialog = QFileDialog(parent, words, str(suggested), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def ask_printer(self, parent: QWidget, then: Callable[[PrintJob], None]) -> None:
        """Ask on which printer, and how."""
        from PySide6.QtGui import QPageLayout
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)

        def answer(_printer: QPrinter) -> None:
            size = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
            then(
                PrintJob(
                    printer=printer.printerName(),
                    paper=nearer_paper(size.width(), size.height()),
                    page=(size.width(), size.height()),
                    copies=printer.copyCount(),
                    collate=printer.collateCopies(),
                    duplex=printer.duplex().value,
                    colour=printer.colorMode() is QPrinter.ColorMode.Color,
                    file=printer.outputFileName(),
                )
            )

        dialog.accepted.connect(answer)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)
