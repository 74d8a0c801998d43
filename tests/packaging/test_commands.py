import os
import subprocess
import sys
from collections.abc import Iterable

import pytest

from preparing import commands
from preparing.checkout import Checkout, this_checkout
from preparing.commands import Order, main, parse
from preparing.lists import (
    ACTING_AS_A_PERSON,
    DRAWING,
    HEARING,
    READING_PAPER,
    SOUND,
    VIRTUAL_ENVIRONMENT,
    VOICE,
)
from preparing.need import Need
from preparing.stages import CHECKS, TESTS, Stage, chosen_tests
from preparing.trouble import PreparationError


class Recorder:
    """In the place of everything that touches the system."""

    def __init__(self) -> None:
        self.provided: set[Need] = set()
        self.allowed: list[bool] = []
        self.advised: set[Need] = set()
        self.prepared: list[bool] = []
        self.started: list[list[str]] = []
        self.stages: list[Stage] = []
        self.displays_reached = 0

    def provide(self, needs: Iterable[Need], *, allowed: bool) -> None:
        self.provided.update(needs)
        self.allowed.append(allowed)

    def advise(self, needs: Iterable[Need], loss: str) -> None:
        assert loss
        self.advised.update(needs)

    def prepare(self, _: Checkout, *, tests: bool) -> None:
        self.prepared.append(tests)

    def execv(self, program: str, command: list[str]) -> None:
        assert program == command[0]
        self.started.append(command)
        raise SystemExit(0)

    def run_stages(self, _: Checkout, stages: Iterable[Stage]) -> int:
        self.stages.extend(stages)
        return 3

    def reach_display(self, _: object) -> None:
        self.displays_reached += 1


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """An ordinary person on Linux in front of a display."""
    record = Recorder()
    for name in ("provide", "advise", "prepare", "run_stages", "reach_display"):
        monkeypatch.setattr(commands, name, getattr(record, name))
    monkeypatch.setattr(commands, "is_root", lambda: False)
    monkeypatch.setattr(os, "execv", record.execv)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return record


@pytest.mark.parametrize(
    ("words", "order"),
    [
        (["run"], Order("run", (), False)),
        (["test"], Order("test", (), False)),
        (["--yes", "run"], Order("run", (), True)),
        (["run", "--yes", "--version"], Order("run", ("--version",), True)),
        (["run", "--page", "history"], Order("run", ("--page", "history"), False)),
        (["test", "-k", "a b"], Order("test", ("-k", "a b"), False)),
        (["run", "export", "--yes"], Order("run", ("export", "--yes"), False)),
        (["--yes", "test", "--yes"], Order("test", ("--yes",), True)),
    ],
)
def test_the_command_line(words: list[str], order: Order) -> None:
    assert parse(words) == order


@pytest.mark.parametrize("words", [[], ["--yes"], ["walk"], ["--help"], ["--yes", "--yes"]])
def test_nonsense_gets_the_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert parse(words) is None
    assert main(words) == 2
    assert capsys.readouterr().err.startswith("usage: bootstrap.py")


def started(recorder: Recorder, *words: str) -> list[str]:
    with pytest.raises(SystemExit):
        main(["run", *words])
    [command] = recorder.started
    return command


def test_run_becomes_the_program(recorder: Recorder) -> None:
    command = started(recorder, "--page", "history")
    assert command[0].startswith(str(this_checkout().venv))
    assert command[1:] == ["-P", "-m", "constructive_rest", "--page", "history"]
    assert recorder.prepared == [False]
    assert set(DRAWING) | set(VIRTUAL_ENVIRONMENT) < recorder.provided
    assert recorder.displays_reached == 1


def test_run_only_advises_sound(recorder: Recorder) -> None:
    started(recorder)
    assert recorder.advised == {*SOUND, *VOICE}
    assert recorder.provided.isdisjoint({*SOUND, *VOICE})
    assert recorder.provided.isdisjoint(ACTING_AS_A_PERSON)


@pytest.mark.parametrize(
    ("root", "words", "audible"),
    [(True, [], True), (False, ["--yes"], True), (True, ["--version"], False)],
)
def test_run_brings_sound_where_it_may_install(
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    root: bool,
    words: list[str],
    audible: bool,
) -> None:
    monkeypatch.setattr(commands, "is_root", lambda: root)
    started(recorder, *words)
    assert (set(SOUND) <= recorder.provided) is audible
    assert recorder.allowed == [not root]


def test_run_without_window_needs_no_display(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    started(recorder, "--version")
    assert recorder.provided == {*VIRTUAL_ENVIRONMENT, *DRAWING}
    assert recorder.displays_reached == 0
    assert recorder.advised == set()


def test_run_without_display_ends_before_anything_is_installed(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DISPLAY")
    assert main(["run"]) == 1
    assert "There is no display" in capsys.readouterr().err
    assert recorder.prepared == []
    assert recorder.started == []


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_bring_everything(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("DISPLAY")
    started(recorder)
    assert main(["test"]) == 3
    assert recorder.provided == set()
    assert recorder.prepared == [False, True]


def test_windows_starts_the_program_beside_itself(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []

    def run(command: list[str], *, check: bool) -> subprocess.CompletedProcess[bytes]:
        assert not check
        ran.append(command)
        return subprocess.CompletedProcess(command, 7)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(commands, "CAN_BECOME", False)
    assert main(["run", "--version"]) == 7
    assert ran[0][-1] == "--version"
    assert recorder.started == []


def test_test_runs_every_stage(recorder: Recorder) -> None:
    assert main(["test"]) == 3
    assert recorder.stages == [*CHECKS, TESTS]
    assert recorder.prepared == [True]


def test_test_with_arguments_runs_these_tests_alone(recorder: Recorder) -> None:
    assert main(["test", "tests/practice", "-x"]) == 3
    assert recorder.stages == [chosen_tests(["tests/practice", "-x"])]


def test_test_demands_hands_and_eyes_but_only_advises_ears(recorder: Recorder) -> None:
    main(["test"])
    assert {*DRAWING, *ACTING_AS_A_PERSON} < recorder.provided
    assert recorder.advised == {*SOUND, *VOICE, *HEARING, *READING_PAPER}
    assert recorder.provided.isdisjoint(recorder.advised)


def test_root_and_yes_bring_ears_too(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    main(["test", "--yes"])
    assert {*SOUND, *VOICE, *HEARING, *READING_PAPER} < recorder.provided
    recorder.provided.clear()
    monkeypatch.setattr(commands, "is_root", lambda: True)
    main(["test"])
    assert {*SOUND, *VOICE, *HEARING, *READING_PAPER} < recorder.provided
    assert recorder.allowed == [True, False]
    assert recorder.advised == set()


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (PreparationError("The network does not answer."), 1, "The network does not answer."),
        (PermissionError(13, "Permission denied", ".venv"), 1, "Mend that, and start again."),
        (KeyboardInterrupt(), 130, "Start again at any time"),
    ],
)
def test_what_stands_in_the_way_is_one_sentence(
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    sentence: str,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(commands, "prepare", fail)
    assert main(["run"]) == code
    assert sentence in capsys.readouterr().err
    assert recorder.started == []
