"""From a document to a PDF file or a printer. A QGuiApplication must exist, the fonts loaded."""

import os
from collections.abc import Callable
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from constructive_rest.drawing.paper.document import Document
from constructive_rest.drawing.paper.job import PrintJob
from constructive_rest.drawing.paper.sheets import Pages, Sheet
from constructive_rest.drawing.paper.typesetting import DOTS_PER_INCH, DOTS_PER_MM

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Told = Callable[[float], None]
PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
_UNFINISHED = ".part"
_FITS = 0.98
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subtitle}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


class PrinterError(Exception):
    """The printer named in the request does not take anything."""


def make_pdf(document: Document, paper: str, told: Told) -> bytes:
    """The guide as a PDF on "A4" or "Letter". Raises PoseError and KeyError as `paint_scene`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageSize(QPageSize(PAPERS[paper]))
    writer.setPageMargins(QMarginsF())
    writer.setTitle(f"{document.title}: {document.subtitle}")
    writer.setAuthor(document.author)
    writer.setCreator(document.author)
    writer.setDocumentXmpMetadata(QByteArray(_metadata(document)))
    _lay_out(writer, paper, document, told)
    return bytes(buffer.data().data())


def save(path: Path, content: bytes) -> None:
    """Writes `content` beside `path` and then puts it in its place, so that no half is left.

    Raises OSError; what was at `path` is then still there.
    """
    unfinished = path.with_name(f".{path.name}{_UNFINISHED}")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def send(job: PrintJob, document: Document, told: Told) -> None:
    """Prints the guide as `job` says. Raises PrinterError where the printer does not take it."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    if not job.file and job.printer not in QPrinterInfo.availablePrinterNames():
        raise PrinterError(job.printer)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _set_up(printer, job)
    printer.setDocName(document.title)
    _lay_out(printer, job.paper, document, told)
    if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise PrinterError(job.printer)


def _set_up(printer: "QPrinter", job: PrintJob) -> None:
    from PySide6.QtPrintSupport import QPrinter

    if job.file:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(job.file)
    else:
        printer.setPrinterName(job.printer)
        printer.setCopyCount(job.copies)
        printer.setCollateCopies(job.collate)
        printer.setDuplex(QPrinter.DuplexMode(job.duplex))
        mode = QPrinter.ColorMode.Color if job.colour else QPrinter.ColorMode.GrayScale
        printer.setColorMode(mode)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QSizeF(*job.page), QPageSize.Unit.Millimeter))


def _lay_out(device: QPagedPaintDevice, paper: str, document: Document, told: Told) -> None:
    """Prints both pages, laid out for `paper` and fitted to the page that `device` has.

    Raises PrinterError where it cannot be drawn on.
    """
    sheet = _sheet(QPageSize(PAPERS[paper]).size(QPageSize.Unit.Millimeter))
    page = _sheet(device.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size())
    share = min(page.width / sheet.width, page.height / sheet.height)
    painter = QPainter()
    if not painter.begin(device):
        raise PrinterError(document.title)
    try:
        dots = device.logicalDpiX() / DOTS_PER_INCH
        painter.scale(dots, dots)
        if share < _FITS:
            spare = (page.width - share * sheet.width) / 2 * DOTS_PER_MM
            painter.translate(spare, (page.height - share * sheet.height) / 2 * DOTS_PER_MM)
            painter.scale(share, share)
            page = sheet
        pages = Pages(document, painter, page, told)
        pages.first()
        if not device.newPage():
            raise PrinterError(document.title)
        pages.second()
    finally:
        painter.end()


def _sheet(size: QSizeF) -> Sheet:
    return Sheet(size.width(), size.height())


def _metadata(document: Document) -> bytes:
    words = {
        "title": document.title,
        "author": document.author,
        "subtitle": document.subtitle,
        "language": document.language,
    }
    return _XMP.format(**{name: escape(text) for name, text in words.items()}).encode()
