"""Frames of the passage that is wanted, none of another, and a word when they will not come."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from constructive_rest.drawing import passages as passages_module
from constructive_rest.drawing.passage import Frame, Opening
from constructive_rest.drawing.passages import Passages
from constructive_rest.drawing.picture import Scene

FAKE = """
import sys
from pathlib import Path
from constructive_rest.drawing.passage import (
    Fit, Opening, Refusal, read_wish, write_frame, write_opening, write_refusal,
)

notes = Path(sys.argv[1])

def note(word):
    with notes.open("a", encoding="utf-8") as file:
        file.write(word + "\\n")

def say(message):
    sys.stdout.buffer.write(message)
    sys.stdout.buffer.flush()

note("start")
fit = Fit(100.0, 10.0, 20.0, 5.0, 60.0)
for line in iter(sys.stdin.buffer.readline, b""):
    wish = read_wish(line)
    note(f"{wish.start.pose}-{wish.end.pose if wish.end else 'ready'}-{wish.after}")
    if wish.end is None:
        continue
    MISBEHAVE
    say(write_opening(Opening(wish.number, fit, fit)))
    for place in range(3):
        say(write_frame(wish.number, place, place / 2, []))
"""
SIDE, TOP, FEET = (Scene(pose, "morning", 60, 30) for pose in ("side", "top", "feet"))
DIE = "sys.exit(3)"
REFUSE = "say(write_refusal(Refusal(wish.number, 'No such plant.'))); continue"
HALF = "say(write_opening(Opening(wish.number, fit, fit))); sys.exit(3)"

MakePassages = Callable[..., Passages]


@pytest.fixture
def passages_with(tmp_path: Path, qapp: object) -> Iterator[MakePassages]:
    """Passages whose process is a quick stand-in that may misbehave; closed at the end."""
    made: list[Passages] = []

    def make(misbehave: str = "pass") -> Passages:
        script = tmp_path / "fake.py"
        script.write_text(FAKE.replace("MISBEHAVE", misbehave), encoding="utf-8")
        made.append(Passages(command=[sys.executable, str(script), str(tmp_path / "notes")]))
        return made[-1]

    yield make
    for passages in made:
        passages.close()


def heard(passages: Passages) -> list[object]:
    """What comes from now on."""
    found: list[object] = []
    passages.opened.connect(found.append)
    passages.came.connect(found.append)
    return found


def test_a_passage_opens_and_its_frames_come(passages_with: MakePassages, qtbot: QtBot) -> None:
    passages = passages_with()
    found = heard(passages)
    passages.move(SIDE, TOP)
    qtbot.waitUntil(lambda: len(found) == 4)
    assert isinstance(found[0], Opening)
    assert [frame.place for frame in found[1:] if isinstance(frame, Frame)] == [0, 1, 2]


def test_no_process_is_started_before_it_is_needed(
    passages_with: MakePassages, tmp_path: Path
) -> None:
    assert passages_with().findChildren(QProcess) == []
    assert not (tmp_path / "notes").exists()


def test_it_gets_ready_without_a_passage(
    passages_with: MakePassages, qtbot: QtBot, tmp_path: Path
) -> None:
    passages = passages_with()
    found = heard(passages)
    passages.get_ready(SIDE)
    passages.move(SIDE, TOP)
    qtbot.waitUntil(lambda: len(found) == 4)
    notes = (tmp_path / "notes").read_text(encoding="utf-8").split("\n")
    assert notes[:3] == ["start", "side-ready-None", "side-top-None"]


def test_what_comes_of_an_earlier_passage_is_dropped(
    passages_with: MakePassages, qtbot: QtBot
) -> None:
    passages = passages_with()
    found = heard(passages)
    passages.move(SIDE, TOP)
    passages.move(SIDE, FEET)
    qtbot.waitUntil(lambda: len(found) == 4)
    assert {answer.number for answer in found if isinstance(answer, Frame | Opening)} == {2}


def test_it_tells_from_which_frame_the_figure_goes_on(
    passages_with: MakePassages, qtbot: QtBot, tmp_path: Path
) -> None:
    passages = passages_with()
    found = heard(passages)
    passages.move(SIDE, TOP)
    qtbot.waitUntil(lambda: len(found) == 4)
    shown = found[2]
    assert isinstance(shown, Frame)
    passages.move(TOP, FEET, shown)
    qtbot.waitUntil(lambda: len(found) == 8)
    assert (tmp_path / "notes").read_text(encoding="utf-8").split("\n")[2] == "top-feet-(1, 1)"


def test_what_is_stopped_comes_no_more(passages_with: MakePassages, qtbot: QtBot) -> None:
    passages = passages_with()
    found = heard(passages)
    passages.move(SIDE, TOP)
    passages.stop()
    passages.move(SIDE, FEET)
    qtbot.waitUntil(lambda: len(found) == 4)
    assert {answer.number for answer in found if isinstance(answer, Frame | Opening)} == {3}


@pytest.mark.parametrize("misbehave", [DIE, HALF, REFUSE])
def test_a_passage_that_will_not_come_is_told(
    passages_with: MakePassages, qtbot: QtBot, misbehave: str
) -> None:
    passages = passages_with(misbehave)
    with qtbot.waitSignal(passages.failed):
        passages.move(SIDE, TOP)


def test_after_two_deaths_it_is_left_alone(passages_with: MakePassages, qtbot: QtBot) -> None:
    passages = passages_with(DIE)
    for _ in range(2):
        assert passages.possible
        with qtbot.waitSignal(passages.failed):
            passages.move(SIDE, TOP)
    assert not passages.possible


def test_a_refusal_is_no_death(passages_with: MakePassages, qtbot: QtBot) -> None:
    passages = passages_with(REFUSE)
    for _ in range(3):
        with qtbot.waitSignal(passages.failed):
            passages.move(SIDE, TOP)
    assert passages.possible


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_process_that_was_killed_comes_back(passages_with: MakePassages, qtbot: QtBot) -> None:
    passages = passages_with()
    found = heard(passages)
    passages.move(SIDE, TOP)
    qtbot.waitUntil(lambda: len(found) == 4)
    (process,) = passages.findChildren(QProcess)
    with qtbot.waitSignal(passages.failed):
        os.kill(process.processId(), signal.SIGKILL)
    passages.move(SIDE, FEET)
    qtbot.waitUntil(lambda: len(found) == 8)


def test_a_program_that_cannot_be_started_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    passages = Passages(command=[str(tmp_path / "nowhere")])
    with qtbot.waitSignal(passages.failed):
        passages.move(SIDE, TOP)


def test_an_idle_process_is_let_go(
    passages_with: MakePassages, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passages_module, "_IDLE_MS", 1)
    passages = passages_with()
    found = heard(passages)
    passages.move(SIDE, TOP)
    qtbot.waitUntil(lambda: len(found) == 4)
    passages.stop()
    qtbot.waitUntil(lambda: passages.findChildren(QProcess) == [])


def test_once_closed_nothing_moves_any_more(passages_with: MakePassages) -> None:
    passages = passages_with()
    passages.close()
    assert not passages.possible
    passages.get_ready(SIDE)
    assert passages.findChildren(QProcess) == []
