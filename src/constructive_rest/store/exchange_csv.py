"""Rests as a table for spreadsheets.

UTF-8, a comma between columns, the schema's names in the first row, dates in ISO 8601. Deleted
rests stay out: a sum over a column should be the truth. A spreadsheet takes text that begins with
certain characters for a formula, so such text gets an apostrophe in front
(https://owasp.org/www-community/attacks/CSV_Injection); so does text in which apostrophes come
before such a character, which makes taking one off again exact for every text.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from constructive_rest.history.record import Rest
from constructive_rest.store.content import FieldFaultError, read_rest
from constructive_rest.store.errors import ContentFaultError
from constructive_rest.store.rows import CAN_BE_LEFT_OUT, COLUMNS, WHOLE_NUMBERS, Plain, to_plain

CSV_COLUMNS = tuple(name for name in COLUMNS if name != "deleted_at")
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
MAY_BE_EMPTY = frozenset({"note", "marks"})
NAMES_SHOWN = 200  # characters of column names that a sentence quotes
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")


def write(rests: Iterable[Rest]) -> tuple[str, int]:
    """The table as text, its line ends included, and how many rests are in it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(CSV_COLUMNS)
    shown = [rest for rest in rests if rest.deleted_at is None]
    for rest in shown:
        plain = to_plain(rest)
        writer.writerow([_cell(plain[name]) for name in CSV_COLUMNS])
    return out.getvalue(), len(shown)


def read(text: str) -> list[Rest]:
    """The rests of a table; `deleted_at` may be among its columns, in any order.

    Raises ContentFaultError, naming the line on which the row begins.
    """
    csv.field_size_limit(max(len(text), 1))
    rows = _rows(text)
    _, header = next(rows, (1, []))
    _check_header(header)
    first_lines: dict[str, int] = {}
    rests: list[Rest] = []
    for line, cells in rows:
        rest = _read_row(line, header, cells)
        if rest.id in first_lines:
            reason = QCoreApplication.translate("Store", "is there already, in line {line}")
            raise ContentFaultError(_place(line, "id"), reason.format(line=first_lines[rest.id]))
        first_lines[rest.id] = line
        rests.append(rest)
    return rests


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty, with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            reason = QCoreApplication.translate("Store", "is not a row of a table ({detail})")
            raise ContentFaultError(_place(begins), reason.format(detail=error)) from error
        if cells:
            yield begins, cells
        begins = reader.line_num + 1


def _check_header(header: Sequence[str]) -> None:
    missing = sorted(set(CSV_COLUMNS) - CAN_BE_LEFT_OUT - set(header))
    unknown = sorted(set(header) - set(COLUMNS))
    twice = sorted({one for one, other in pairwise(sorted(header)) if one == other})
    for names, reason in (
        (missing, QCoreApplication.translate("Store", "the columns {names} are missing")),
        (unknown, QCoreApplication.translate("Store", "the columns {names} are not known")),
        (twice, QCoreApplication.translate("Store", "the columns {names} are there twice")),
    ):
        if names:
            raise ContentFaultError(_place(1), reason.format(names=", ".join(names)[:NAMES_SHOWN]))


def _read_row(line: int, header: Sequence[str], cells: Sequence[str]) -> Rest:
    if len(cells) != len(header):
        text = QCoreApplication.translate("Store", "has {cells} cells where {columns} are needed")
        reason = text.format(cells=len(cells), columns=len(header))
        raise ContentFaultError(_place(line), reason)
    values: dict[str, Plain] = dict.fromkeys(COLUMNS) | dict.fromkeys(CAN_BE_LEFT_OUT, "")
    values |= {name: _value(name, cell) for name, cell in zip(header, cells, strict=True)}
    try:
        return read_rest(values)
    except FieldFaultError as error:
        raise ContentFaultError(_place(line, error.field), error.reason) from error


def _cell(value: Plain) -> str | int:
    """A number as it is; text that a spreadsheet would compute with an apostrophe in front."""
    if isinstance(value, int):
        return value
    text = value or ""
    return f"'{text}" if FORMULA.match(text) else text


def _value(name: str, cell: str) -> Plain:
    """The reverse of `_cell`; what is no number stays text, to be named as a mistake."""
    if name in WHOLE_NUMBERS:
        if not cell:
            return None
        return int(cell) if WHOLE_NUMBER.fullmatch(cell) else cell
    text = cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
    return text if text or name in MAY_BE_EMPTY else None


def _place(line: int, field: str = "") -> str:
    text = QCoreApplication.translate("Store", "line {line}").format(line=line)
    return f"{text}, {field}" if field else text
