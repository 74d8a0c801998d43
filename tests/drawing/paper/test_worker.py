"""The printing process: one order in, answers out."""

import io
import json
import sys
from pathlib import Path

import pytest
from tests.drawing.paper.samples import SMALL

from constructive_rest.drawing.paper import worker
from constructive_rest.drawing.paper.order import Answer, Order, read_answer, write_order


def test_an_order_is_answered_to_its_end(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drawn(_document: object, paper: str, told: object) -> bytes:
        told(0.5)  # type: ignore[operator]
        return paper.encode()

    monkeypatch.setattr(worker, "make_pdf", drawn)
    answers = io.BytesIO()
    worker.serve(write_order(Order(SMALL, "Letter", str(tmp_path / "guide.pdf"))), answers)
    lines = answers.getvalue().splitlines()
    assert [read_answer(line) for line in lines] == [Answer(0.5), Answer(1.0, done=True)]
    assert (tmp_path / "guide.pdf").read_bytes() == b"Letter"


def test_asked_for_printers_it_lists_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Application:
        def __init__(self, _arguments: list[str]) -> None:
            pass

        def quit(self) -> None:
            pass

    monkeypatch.setattr(worker, "QGuiApplication", Application)
    monkeypatch.setattr(worker, "printers", lambda: ["Laser"])
    worker.main([sys.argv[0], "printers"])
    assert json.loads(capsys.readouterr().out) == ["Laser"]
