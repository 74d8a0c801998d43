"""The printing process: `python -m constructive_rest.drawing.paper.worker`.

Reads one order from standard input and tells on standard output how far it is. With the argument
`printers` it only tells, as a JSON list, which printers there are: asking for them may take long.
"""

import errno
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from PySide6.QtGui import QGuiApplication

from constructive_rest.drawing.paper.order import Answer, Fault, Order, read_order, write_answer
from constructive_rest.drawing.paper.output import PrinterError, make_pdf, save, send
from constructive_rest.drawing.typefaces import load_fonts
from constructive_rest.figure.reading import PoseError

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_PLACE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG})


def serve(line: bytes, answers: BinaryIO) -> None:
    """Does the order in `line`, and says on `answers` how it goes."""

    def tell(answer: Answer) -> None:
        answers.write(write_answer(answer))
        answers.flush()

    tell(carry_out(read_order(line), lambda share: tell(Answer(share=share))))


def carry_out(order: Order, told: Callable[[float], None]) -> Answer:
    """Does `order` and returns the last answer."""
    try:
        if order.job is not None:
            send(order.job, order.document, told)
            return Answer(share=1.0, done=True)
        pages = make_pdf(order.document, order.paper, told)
    except PrinterError as problem:
        return Answer(fault=Fault.PRINTER, detail=str(problem))
    except (PoseError, KeyError, OSError) as problem:
        return Answer(fault=Fault.DRAWING, detail=str(problem))
    try:
        save(Path(order.path), pages)
    except OSError as problem:
        return Answer(fault=_fault(problem), detail=problem.strerror or str(problem))
    return Answer(share=1.0, done=True)


def _fault(problem: OSError) -> Fault:
    if problem.errno in _NO_SPACE:
        return Fault.NO_SPACE
    return Fault.NO_PLACE if problem.errno in _NO_PLACE else Fault.NOT_ALLOWED


def printers() -> list[str]:
    """The names of all printers of this system."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return list(QPrinterInfo.availablePrinterNames())


def main(arguments: list[str]) -> None:
    """The process, from its start to its end."""
    application = QGuiApplication(arguments[:1])
    if arguments[1:] == ["printers"]:
        sys.stdout.write(json.dumps(printers()) + "\n")
    else:
        load_fonts()
        serve(sys.stdin.buffer.readline(), sys.stdout.buffer)
    application.quit()


if __name__ == "__main__":
    main(sys.argv)
