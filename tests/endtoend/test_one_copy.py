"""Starts that must not succeed: a second copy, no screen, a trial on the real history."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.endtoend.conftest import Start
from tests.endtoend.desktop import Desktop
from tests.endtoend.person import command

Ended = subprocess.CompletedProcess[str]


def end_of(arguments: list[str], environ: dict[str, str]) -> Ended:
    """How such a start ends."""
    return subprocess.run(
        arguments, env=environ, capture_output=True, text=True, timeout=20, check=False
    )


def says_one_sentence(done: Ended) -> str:
    """The one line that says why."""
    (line,) = done.stderr.splitlines()
    assert line.startswith("constructive-rest: ")
    assert line.endswith(".")
    return line


def test_a_second_copy_is_turned_away(start: Start, desktop: Desktop, data: Path) -> None:
    person = start()
    done = end_of(command(data), desktop.environ)
    assert done.returncode == 1
    assert "already open" in says_one_sentence(done)
    person.click("page_settings")
    person.see("theme_dusk")


@pytest.mark.parametrize("display", [None, ":987"])
def test_without_a_screen_it_says_so(desktop: Desktop, data: Path, display: str | None) -> None:
    environ = {name: value for name, value in desktop.environ.items() if name != "DISPLAY"}
    if display is not None:
        environ["DISPLAY"] = display
    done = end_of(command(data), environ)
    assert done.returncode == 1
    assert "DISPLAY" in says_one_sentence(done)
    assert not data.exists()


def test_a_trial_needs_a_history_of_its_own(desktop: Desktop) -> None:
    asked = [sys.executable, "-m", "constructive_rest", "--speed", "60"]
    done = end_of(asked, desktop.environ)
    assert done.returncode == 2
    assert "--data-dir" in done.stderr
    assert not (Path(desktop.environ["XDG_DATA_HOME"]) / "constructive-rest").exists()
