"""The window's side: a real process makes the pages, and every end is told."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.drawing.paper.samples import SMALL

from constructive_rest.drawing.paper.order import Fault, Order
from constructive_rest.drawing.paper.press import Press

LONG_MS = 120_000


def speaking(*lines: str) -> list[str]:
    """A process that takes the order and says `lines`."""
    script = f"import sys; sys.stdin.readline(); sys.stdout.write({''.join(lines)!r})"
    return [sys.executable, "-c", script]


def test_a_guide_is_made_in_a_process_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    press, busy = Press(), [False]
    moved: list[float] = []
    press.moved.connect(moved.append)
    press.moved.connect(lambda _share: busy.append(press.busy))
    with qtbot.waitSignal(press.finished, timeout=LONG_MS):
        press.make(Order(SMALL, "A4", str(tmp_path / "guide.pdf")))
    assert busy[1:] == [True] * len(moved)
    assert not press.busy
    assert (tmp_path / "guide.pdf").read_bytes().startswith(b"%PDF")
    assert len(moved) == len(SMALL.entries) + 2
    assert moved == sorted(moved)


def test_a_fault_of_the_process_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    press = Press()
    with qtbot.waitSignal(press.failed, timeout=LONG_MS) as told:
        press.make(Order(SMALL, "A4", str(tmp_path / "gone" / "guide.pdf")))
    assert told.args[0] is Fault.NO_PLACE
    assert not press.busy


def test_a_process_that_dies_is_told(qtbot: QtBot) -> None:
    press = Press(command=speaking('{"share": 0.5, "done": false, "fault": null, "detail": ""}\n'))
    moved: list[float] = []
    press.moved.connect(moved.append)
    with qtbot.waitSignal(press.failed, timeout=LONG_MS) as told:
        press.make(Order(SMALL))
    assert moved == [0.5]
    assert told.args[0] is Fault.DRAWING


def test_a_process_that_cannot_start_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    press = Press(command=[str(tmp_path / "nothing")])
    with qtbot.waitSignal(press.failed, timeout=LONG_MS) as told:
        press.make(Order(SMALL))
    assert told.args[0] is Fault.DRAWING
    assert not press.busy


def test_one_at_a_time(qtbot: QtBot) -> None:
    press = Press(command=[sys.executable, "-c", "input()"])
    press.make(Order(SMALL))
    with pytest.raises(RuntimeError, match="one guide"):
        press.make(Order(SMALL))
    press.close()


def test_cancelling_says_nothing_and_frees_the_press(qtbot: QtBot, tmp_path: Path) -> None:
    press, told = Press(), []
    press.finished.connect(lambda: told.append("finished"))
    press.failed.connect(lambda *_: told.append("failed"))
    with qtbot.waitSignal(press.moved, timeout=LONG_MS):
        press.make(Order(SMALL, "A4", str(tmp_path / "guide.pdf")))
    press.cancel()
    assert not press.busy
    press.close()
    assert told == []
    assert list(tmp_path.iterdir()) == []


def test_printers_are_asked_for_beside_the_window(qtbot: QtBot) -> None:
    script = "import sys; assert sys.argv[1:] == ['printers']; print('[\"Laser\"]')"
    press = Press(command=[sys.executable, "-c", script])
    with qtbot.waitSignal(press.printers_found, timeout=LONG_MS) as told:
        press.look_for_printers()
    assert told.args == [["Laser"]]


def test_no_answer_means_no_printer(qtbot: QtBot) -> None:
    press = Press(command=[sys.executable, "-c", ""])
    with qtbot.waitSignal(press.printers_found, timeout=LONG_MS) as told:
        press.look_for_printers()
    assert told.args == [[]]


def test_the_real_process_knows_the_printers(qtbot: QtBot) -> None:
    press = Press()
    with qtbot.waitSignal(press.printers_found, timeout=LONG_MS) as told:
        press.look_for_printers()
    assert all(isinstance(name, str) for name in told.args[0])
