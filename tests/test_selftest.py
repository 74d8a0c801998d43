"""The self-test passes where all is well, and names what is not."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from tests.desk import Voice
from tests.ui.stand_ins import HandRenderer, drawing

from constructive_rest import compose, content, paths, selftest
from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.practice.parse import ContentError
from constructive_rest.sound.bells import SilentBells

Captured = pytest.CaptureFixture[str]
CHECKS = ("Python and Qt", "content", "database", "pictures", "sounds", "pages")


@pytest.fixture(autouse=True)
def quick(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are drawn by a stand-in but where a test draws them for real."""
    monkeypatch.setattr(compose, "Renderer", HandRenderer)
    monkeypatch.setattr(selftest, "picture_now", drawing)
    for module in (selftest, compose):
        monkeypatch.setattr(module, "open_bells", lambda _resources: SilentBells(""))
    monkeypatch.setattr(compose, "open_voice", lambda _parent: Voice())


def run(qapp: QApplication, capsys: Captured) -> tuple[int, list[str]]:
    code = selftest.self_test(qapp)
    return code, capsys.readouterr().out.splitlines()


def failing(qapp: QApplication, capsys: Captured, name: str) -> str:
    """The line of the one check that fails."""
    code, lines = run(qapp, capsys)
    assert code == 1
    assert lines[-1] == f"Failed: {name}."
    found = [line for line in lines if line.startswith("FAIL")]
    assert len(found) == 1
    assert found[0].startswith(f"FAIL  {name}: ")
    return found[0]


def test_all_is_well_here(qapp: QApplication, capsys: Captured) -> None:
    code, lines = run(qapp, capsys)
    assert code == 0
    assert lines == [*(f"ok    {name}" for name in CHECKS), "All is well."]


def test_this_python_and_qt_lose_no_references(qapp: QApplication) -> None:
    assert selftest.lost_references(2_000) < 100


def test_lost_references_are_named_with_a_way_out(
    qapp: QApplication, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "lost_references", lambda calls: calls)
    code, lines = run(qapp, capsys)
    assert code == 1
    assert len(lines) == 1
    line = lines[0]
    assert line.startswith("FAIL  Python and Qt: PySide6 ")
    assert ".".join(map(str, sys.version_info[:3])) in line
    assert "Install PySide6 6.11.3, or use Python 3.12 or newer." in line


def test_a_few_references_that_come_and_go_are_no_fault(
    qapp: QApplication, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "lost_references", lambda calls: calls // 10)
    assert run(qapp, capsys)[0] == 0


def test_a_faulty_content_file_is_named(
    qapp: QApplication, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(key: str) -> object:
        raise ContentError(f"guide/{key}.toml", "title", "is missing")

    monkeypatch.setattr(content, "load_page", faulty)
    assert "guide/safety.toml" in failing(qapp, capsys, "content")


def test_a_picture_that_comes_out_empty_is_named(
    qapp: QApplication, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def empty(scene: Scene) -> Picture:
        picture = drawing(scene)
        return Picture(scene, QImage(), {}) if scene.pose == "top" else picture

    monkeypatch.setattr(selftest, "picture_now", empty)
    assert "“top” came out empty" in failing(qapp, capsys, "pictures")


def test_every_pose_is_drawn(
    qapp: QApplication, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def note(scene: Scene) -> Picture:
        drawn.append(scene.pose)
        return drawing(scene)

    monkeypatch.setattr(selftest, "picture_now", note)
    assert run(qapp, capsys)[0] == 0
    assert tuple(drawn) == content.load_pose_keys()


def test_a_sound_that_is_none_is_named(
    qapp: QApplication, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in ("practices", "guide", "poses", "icons"):
        (tmp_path / part).symlink_to(paths.resources() / part)
    (tmp_path / "sounds").mkdir()
    for name in ("begin", "phase", "end"):
        (tmp_path / "sounds" / f"{name}.wav").write_bytes(b"RIFF")
    (tmp_path / "sounds" / "phase.wav").write_bytes(b"MP3!")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    assert "phase.wav is not a sound file" in failing(qapp, capsys, "sounds")


def test_a_computer_without_a_speaker_is_no_fault(
    qapp: QApplication, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "open_bells", lambda _resources: SilentBells("No speaker."))
    code, lines = run(qapp, capsys)
    assert code == 0
    assert "note  No speaker." in lines


def test_every_fault_is_told_and_not_only_the_first(
    qapp: QApplication, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> object:
        raise RuntimeError("broken")

    monkeypatch.setattr(selftest, "picture_now", broken)
    monkeypatch.setattr(selftest, "Program", broken)
    code, lines = run(qapp, capsys)
    assert code == 1
    assert lines[-1] == "Failed: pictures, pages."
