"""What the window and the printing process say to each other: one JSON line a message.

An order is one line. The answers are one line for each picture that is done, and a last one.
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from constructive_rest.drawing.paper.document import Document, read_document, write_document
from constructive_rest.drawing.paper.job import PrintJob


class Fault(StrEnum):
    """Why nothing was made."""

    NO_SPACE = "no_space"
    NO_PLACE = "no_place"
    NOT_ALLOWED = "not_allowed"
    PRINTER = "printer"
    DRAWING = "drawing"


@dataclass(frozen=True, slots=True)
class Order:
    """The document, and where it goes: into the file `path` on `paper`, or to the `job`."""

    document: Document
    paper: str = "A4"
    path: str = ""
    job: PrintJob | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """How much is done, 0–1; with `fault` and `detail` where nothing will come of it."""

    share: float = 0.0
    done: bool = False
    fault: Fault | None = None
    detail: str = ""


def write_order(order: Order) -> bytes:
    """The order line."""
    message = {
        "document": write_document(order.document),
        "paper": order.paper,
        "path": order.path,
        "job": asdict(order.job) if order.job else None,
    }
    return json.dumps(message).encode() + b"\n"


def read_order(line: bytes) -> Order:
    """The order in a line."""
    message: dict[str, Any] = json.loads(line)
    job = message["job"]
    return Order(
        document=read_document(message["document"]),
        paper=message["paper"],
        path=message["path"],
        job=PrintJob(**job | {"page": tuple(job["page"])}) if job else None,
    )


def write_answer(answer: Answer) -> bytes:
    """The answer line."""
    return json.dumps(asdict(answer)).encode() + b"\n"


def read_answer(line: bytes) -> Answer:
    """The answer in a line."""
    message: dict[str, Any] = json.loads(line)
    fault = message["fault"]
    return Answer(
        message["share"], message["done"], Fault(fault) if fault else None, message["detail"]
    )
