"""The command line: what it takes, what it refuses, and the window it opens."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.ui.stand_ins import HandRenderer

from constructive_rest import __version__, compose, main, screenshots, selftest
from constructive_rest.desktop.instance import claim
from constructive_rest.ui.main_window import MainWindow

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command sets for its process stays out of the other tests."""
    monkeypatch.setenv("QT_QPA_PLATFORM", os.environ.get("QT_QPA_PLATFORM", "offscreen"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


def refused(capsys: Captured, *arguments: str) -> str:
    """The usage and the reason, after ending with code 2."""
    with pytest.raises(SystemExit) as ended:
        main.main(arguments)
    assert ended.value.code == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    return streams.err


def test_without_arguments_the_guide_opens_at_its_own_pace() -> None:
    options = main.parse([])
    assert (options.page, options.speed, options.data_dir) == ("guide", 1.0, None)
    assert not options.self_test
    assert options.command is None


@pytest.mark.parametrize("page", ["guide", "rest", "history", "settings"])
def test_it_opens_on_any_page(page: str) -> None:
    assert main.parse(["--page", page]).page == page


def test_pages_are_those_that_the_program_has() -> None:
    assert main.PAGES == compose.PAGES


@pytest.mark.parametrize("page", ["reflect", "start", ""])
def test_no_other_page_can_be_opened(capsys: Captured, page: str) -> None:
    assert "--page" in refused(capsys, "--page", page)


def test_a_trial_runs_faster_in_a_folder_of_its_own(tmp_path: Path) -> None:
    options = main.parse(["--data-dir", str(tmp_path), "--speed", "60"])
    assert (options.data_dir, options.speed) == (tmp_path, 60.0)


@pytest.mark.parametrize(
    "arguments",
    [("--data-dir", ""), ("export", "rests.csv", "--data-dir", ""), ("screenshots", "")],
)
def test_a_forgotten_folder_is_not_the_one_where_one_stands(
    capsys: Captured, arguments: tuple[str, ...]
) -> None:
    assert "names no folder" in refused(capsys, *arguments)


def test_no_trial_enters_a_real_history(capsys: Captured) -> None:
    assert "--speed needs --data-dir" in refused(capsys, "--speed", "60")


def test_the_usual_speed_needs_no_folder() -> None:
    assert main.parse(["--speed", "1"]).speed == 1.0


@pytest.mark.parametrize("speed", ["0", "-1", "nan", "inf", "1001", "fast", ""])
def test_no_clock_runs_at_such_a_speed(capsys: Captured, tmp_path: Path, speed: str) -> None:
    said = refused(capsys, "--data-dir", str(tmp_path), f"--speed={speed}")
    assert "--speed" in said
    assert "_speed" not in said


@pytest.mark.parametrize(
    "arguments", [("export",), ("import",), ("screenshots",), ("dance",), ("--loud",)]
)
def test_wrong_usage_ends_with_code_two(capsys: Captured, arguments: tuple[str, ...]) -> None:
    assert refused(capsys, *arguments).startswith("usage: constructive-rest")


@pytest.mark.parametrize("command", ["export", "import"])
def test_files_are_taken_out_and_in(command: str, tmp_path: Path) -> None:
    options = main.parse([command, "rests.csv", "--data-dir", str(tmp_path)])
    assert (options.command, options.file) == (command, Path("rests.csv"))
    assert options.data_dir == tmp_path


def test_screenshots_go_into_a_folder() -> None:
    options = main.parse(["screenshots", "pictures"])
    assert (options.command, options.folder) == ("screenshots", Path("pictures"))


def test_screenshots_are_taken_without_a_screen(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[Path] = []

    def take_all(folder: Path) -> int:
        folders.append(folder)
        return 0

    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(screenshots, "take_all", take_all)
    assert main.main(["screenshots", "pictures"]) == 0
    assert folders == [Path("pictures")]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_the_version_is_told(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"constructive-rest {__version__}\n"


def test_the_self_test_gives_its_own_code(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "self_test", lambda _app: 1)
    assert main.main(["--self-test"]) == 1


def test_without_a_screen_it_says_so_in_one_line(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main.main([]) == 1
    streams = capsys.readouterr()
    assert streams.err.startswith("constructive-rest: There is no screen")
    assert streams.err.count("\n") == 1
    assert streams.out == ""


def test_there_is_one_application(qapp: QApplication) -> None:
    assert main.application() is qapp


def test_a_folder_that_is_in_use_is_said_in_one_line(
    capsys: Captured, tmp_path: Path, qapp: QApplication
) -> None:
    held = claim(tmp_path)
    assert held is not None
    assert main.main(["--data-dir", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        "constructive-rest: Constructive Rest is already open. Look for its window.\n"
    )
    held.release()


def test_the_window_stays_until_it_is_closed(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compose, "Renderer", HandRenderer)
    seen: list[tuple[str, str]] = []

    others = qapp.topLevelWidgets()

    def close() -> None:
        for window in qapp.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible() and window not in others:
                seen.append((window.page, window.windowTitle()))
                window.close()

    closing = QTimer(interval=20)
    closing.timeout.connect(close)
    closing.start()
    assert main.main(["--data-dir", str(tmp_path), "--page", "history"]) == 0
    assert seen == [("history", "Constructive Rest")]
    again = claim(tmp_path)
    assert again is not None
    again.release()


def test_the_console_command_hands_its_code_to_the_system(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(sys, "argv", ["constructive-rest", "--page", "nowhere"])
    with pytest.raises(SystemExit) as ended:
        main.run()
    assert ended.value.code == 2


def failing_import(name: str) -> ImportError:
    return ModuleNotFoundError(f"No module named '{name}'", name=name)


def test_an_installation_that_lacks_a_package_says_so_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def lacking(_arguments: object) -> int:
        raise failing_import("PySide6")

    monkeypatch.setattr(main, "main", lacking)
    with pytest.raises(SystemExit) as ended:
        main.run()
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert said.startswith("constructive-rest: This installation is not whole (No module named 'Py")
    assert said.count("\n") == 1


def test_a_wrong_import_of_our_own_is_a_mistake_and_shows_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def mistaken(_arguments: object) -> int:
        raise failing_import("constructive_rest.ui.rested")

    monkeypatch.setattr(main, "main", mistaken)
    with pytest.raises(ImportError):
        main.run()
