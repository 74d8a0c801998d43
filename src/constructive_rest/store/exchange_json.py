"""Rests as JSON: complete, deleted ones included, one rest a line."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from constructive_rest.history.record import Rest
from constructive_rest.store.content import FieldFaultError, read_rest
from constructive_rest.store.errors import ContentFaultError
from constructive_rest.store.rows import CAN_BE_LEFT_OUT, COLUMNS, to_plain

FORMAT = "constructive-rest"
VERSION = 1
NAME_SHOWN = 40  # characters of an unknown name that a sentence quotes


def write(rests: Sequence[Rest]) -> tuple[str, int]:
    """The document as text, and how many rests are in it."""
    head = json.dumps({"format": FORMAT, "version": VERSION})[:-1]
    lines = ",\n".join(json.dumps(to_plain(rest), ensure_ascii=False) for rest in rests)
    return f'{head}, "sessions": [\n{lines}\n]}}\n', len(rests)


def read(text: str) -> list[Rest]:
    """The rests of a document. Raises ContentFaultError, naming index (from 0) and key."""
    sessions = _sessions(_parsed(text))
    indexes: dict[str, int] = {}
    rests: list[Rest] = []
    for index, values in enumerate(sessions):
        rest = _read_session(f"sessions[{index}]", values)
        if rest.id in indexes:
            reason = QCoreApplication.translate("Store", "is there already, in {place}")
            place = f"sessions[{indexes[rest.id]}]"
            raise ContentFaultError(f"sessions[{index}].id", reason.format(place=place))
        indexes[rest.id] = index
        rests.append(rest)
    return rests


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = QCoreApplication.translate("Store", "line {line}").format(line=error.lineno)
        reason = QCoreApplication.translate("Store", "is not JSON ({detail})")
        raise ContentFaultError(place, reason.format(detail=error.msg)) from error
    except (ValueError, RecursionError) as error:
        place = QCoreApplication.translate("Store", "the file")
        reason = QCoreApplication.translate("Store", "holds a number or a nesting beyond reason")
        raise ContentFaultError(place, reason) from error


def _sessions(document: object) -> list[object]:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        reason = QCoreApplication.translate("Store", "is not “{format}”: another program's file")
        raise ContentFaultError("format", reason.format(format=FORMAT))
    version = document.get("version")
    if version is True or version != VERSION:
        reason = QCoreApplication.translate(
            "Store", "is not {version}: a newer version of Constructive Rest may read this file"
        )
        raise ContentFaultError("version", reason.format(version=VERSION))
    sessions = document.get("sessions")
    if not isinstance(sessions, list):
        reason = QCoreApplication.translate("Store", "is not a list of rests")
        raise ContentFaultError("sessions", reason)
    return sessions


def _read_session(place: str, values: object) -> Rest:
    if not isinstance(values, dict):
        raise ContentFaultError(place, QCoreApplication.translate("Store", "is not a rest"))
    for name in values:
        if name not in COLUMNS:
            reason = QCoreApplication.translate("Store", "is not known")
            raise ContentFaultError(f"{place}.{name[:NAME_SHOWN]}", reason)
    for name in COLUMNS:
        if name not in values and name not in CAN_BE_LEFT_OUT:
            reason = QCoreApplication.translate("Store", "is missing")
            raise ContentFaultError(f"{place}.{name}", reason)
    try:
        return read_rest(dict.fromkeys(CAN_BE_LEFT_OUT, "") | values)
    except FieldFaultError as error:
        raise ContentFaultError(f"{place}.{error.field}", error.reason) from error
