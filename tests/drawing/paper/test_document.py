"""A document travels to another process and back; so do orders and answers."""

import json
from dataclasses import replace

import pytest
from tests.drawing.paper.samples import SMALL, whole

from constructive_rest.drawing.paper.document import (
    Entry,
    Figure,
    Frame,
    read_document,
    write_document,
)
from constructive_rest.drawing.paper.job import PrintJob
from constructive_rest.drawing.paper.order import (
    Answer,
    Fault,
    Order,
    read_answer,
    read_order,
    write_answer,
    write_order,
)
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup

JOB = PrintJob("Laser", "Letter", (216.0, 279.0), 3, False, 2, False)
CHOSEN = Setup(Arms.CHEST, Legs.BELT, HeadSupport.TOWEL, Eyes.CLOSED)


SERIES = replace(
    SMALL, entries=(Entry("Up", ("Never straight up.",), frames=(Frame(Figure("side"), "Roll."),)),)
)


@pytest.mark.parametrize(
    "document", [SMALL, SERIES, whole("oak", CHOSEN)], ids=["small", "series", "whole"]
)
def test_a_document_comes_back_as_it_was(document: object) -> None:
    carried = json.loads(json.dumps(write_document(document)))  # type: ignore[arg-type]
    assert read_document(carried) == document


@pytest.mark.parametrize(
    "order", [Order(SMALL, "Letter", "/home/one/guide.pdf"), Order(SMALL, job=JOB)]
)
def test_an_order_is_one_line_and_comes_back(order: Order) -> None:
    line = write_order(order)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert read_order(line) == order


@pytest.mark.parametrize(
    "answer", [Answer(0.25), Answer(1.0, True), Answer(fault=Fault.NO_SPACE, detail="full")]
)
def test_an_answer_is_one_line_and_comes_back(answer: Answer) -> None:
    line = write_answer(answer)
    assert line.count(b"\n") == 1
    assert read_answer(line) == answer
