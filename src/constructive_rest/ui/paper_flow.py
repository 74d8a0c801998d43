"""From *Print or save the guide* to a file or a printer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QStandardPaths

from constructive_rest.drawing.paper.document import Document
from constructive_rest.drawing.paper.job import PrintJob
from constructive_rest.drawing.paper.order import Fault, Order
from constructive_rest.drawing.paper.press import Press
from constructive_rest.drawing.paper.sizes import usual_paper
from constructive_rest.ui.main_window import MainWindow
from constructive_rest.ui.paper_overlay import PaperOverlay
from constructive_rest.ui.system_dialogs import SystemDialogs
from constructive_rest.ui.theme import Theme


class PaperFlow(QObject):
    """Opens the panel, asks where to, has the pages made beside the window and tells how it went.

    `document` gives what stands on the pages when it is asked.
    """

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        press: Press,
        document: Callable[[], Document],
        dialogs: SystemDialogs,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._press = window, theme, press
        self._document, self._dialogs = document, dialogs
        self._panel: PaperOverlay | None = None
        self._made = ""
        press.moved.connect(self._moved)
        press.finished.connect(self._finished)
        press.failed.connect(self._failed)
        press.printers_found.connect(self._offer_printing)

    def open(self) -> None:
        """Open the panel over the window."""
        if self._panel is not None:
            return
        words = self.tr(
            "Two pages to keep beside the mat: every step with your own arms, legs and head "
            "support, what helps when it feels wrong, and how to get up."
        )
        panel = self._panel = PaperOverlay(self._theme, words, self._window.ground)
        panel.save_asked.connect(self._ask_where)
        panel.print_asked.connect(self._ask_printer)
        panel.cancelled.connect(self._press.cancel)
        panel.closed.connect(self._forget)
        panel.open()
        self._press.look_for_printers()

    def _forget(self) -> None:
        self._panel = None

    def _ask_where(self) -> None:
        kind = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(kind) or Path.home())
        name = self.tr("Constructive Rest guide")
        self._dialogs.ask_file(self._window, folder / f"{name}.pdf", self._save)

    def _ask_printer(self) -> None:
        self._dialogs.ask_printer(self._window, self._print)

    def _save(self, path: Path) -> None:
        self._made = self.tr("Saved as {0}.").format(path.name)
        self._make(Order(self._document(), usual_paper(QLocale.system()), path=str(path)))

    def _print(self, job: PrintJob) -> None:
        self._made = self.tr("Sent to the printer.")
        self._make(Order(self._document(), job.paper, job=job))

    def _make(self, order: Order) -> None:
        if self._panel is not None and not self._press.busy:
            self._panel.show_working()
            self._press.make(order)

    def _offer_printing(self, names: list[str]) -> None:
        if names and self._panel is not None:
            self._panel.offer_printing()

    def _moved(self, share: float) -> None:
        if self._panel is not None:
            self._panel.line.show_share(share)

    def _finished(self) -> None:
        if self._panel is not None:
            self._panel.show_result(self._made)

    def _failed(self, fault: Fault, detail: str) -> None:
        if self._panel is not None:
            self._panel.show_result(self._sentence(fault).format(detail))

    def _sentence(self, fault: Fault) -> str:
        match fault:
            case Fault.NO_SPACE:
                return self.tr("There is not enough space left there. Choose another folder.")
            case Fault.NO_PLACE:
                return self.tr("That folder is not there. Choose another one.")
            case Fault.NOT_ALLOWED:
                return self.tr("Nothing can be written there ({0}). Choose another folder.")
            case Fault.PRINTER:
                return self.tr(
                    "The printer takes nothing just now. See that it is on, or save a PDF."
                )
            case Fault.DRAWING:
                return self.tr("The pages could not be drawn ({0}). Nothing was saved.")
