"""Taking a history out of the program and bringing it back, by the ending of the file's name."""

import errno
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from constructive_rest.history.record import Rest
from constructive_rest.store import errors, exchange_csv, exchange_json, files
from constructive_rest.store.errors import ContentFaultError, ExchangeError
from constructive_rest.store.merging import ImportSummary
from constructive_rest.store.store import Store

__all__ = ["ExchangeError", "ImportSummary", "export_file", "import_file"]


class Form(NamedTuple):
    """How one kind of file is written and read."""

    write: Callable[[Sequence[Rest]], tuple[str, int]]
    read: Callable[[str], list[Rest]]


FORMS = {
    ".csv": Form(exchange_csv.write, exchange_csv.read),
    ".json": Form(exchange_json.write, exchange_json.read),
}


def export_file(store: Store, path: Path) -> int:
    """Write the history to a CSV or JSON file; how many rests are in it.

    An existing file is replaced at the end, in one step. Raises ExchangeError, and StoreError where
    the history cannot be read.
    """
    form = _form(path)
    text, count = form.write(store.every_rest())
    try:
        files.write_private(path, text)
    except OSError as error:
        raise ExchangeError(_cannot_write(path, error)) from error
    return count


def import_file(store: Store, path: Path) -> ImportSummary:
    """Merge a CSV or JSON file into the history: all of it, or nothing.

    Raises ExchangeError for a file that is not sound from first to last, and StoreError where the
    history cannot be written.
    """
    form = _form(path)
    try:
        rests = form.read(_decoded(_content(path)))
    except ContentFaultError as fault:
        text = QCoreApplication.translate(
            "Store",
            "“{file}” was not imported, and nothing was changed. Please look at {place}: {reason}.",
        )
        sentence = text.format(file=path, place=fault.place, reason=fault.reason)
        raise ExchangeError(sentence, fault.place, fault.reason) from fault
    return store.merge(rests)


def _form(path: Path) -> Form:
    form = FORMS.get(path.suffix.lower())
    if form is None:
        text = QCoreApplication.translate(
            "Store", "“{file}” must end in .csv or .json. Choose a name that does."
        )
        raise ExchangeError(text.format(file=path))
    return form


def _content(path: Path) -> bytes:
    try:
        return files.read_bytes(path)
    except OSError as error:
        text = QCoreApplication.translate(
            "Store", "“{file}” cannot be read. Check that it is there and that you may open it."
        )
        raise ExchangeError(text.format(file=path)) from error
    except files.TooLargeError as error:
        text = QCoreApplication.translate(
            "Store", "“{file}” is too large to be a history. Split it into smaller files."
        )
        raise ExchangeError(text.format(file=path)) from error


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        place = QCoreApplication.translate("Store", "line {line}").format(line=line)
        reason = QCoreApplication.translate(
            "Store", "is not in UTF-8; save the file with that encoding"
        )
        raise ContentFaultError(place, reason) from error


def _cannot_write(path: Path, error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return errors.disk_full(path)
    text = QCoreApplication.translate(
        "Store", "“{file}” cannot be written. Choose another folder, where you may save files."
    )
    return text.format(file=path)
