import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from preparing import environment
from preparing.checkout import Checkout
from preparing.environment import Work, interpreter_is_there, prepare, work_left
from preparing.stamp import Stamp, read_stamp, stamp_now, write_stamp
from preparing.trouble import PreparationError

Make = Callable[[Checkout], None]

NOW = Stamp(root="r", python="p", project="1", lock="2", test_lock="3")
WITHOUT_TESTS = replace(NOW, test_lock="")


@dataclass
class Done:
    """What was done to the environment, in order; `stumble` raises at that step."""

    steps: list[str] = field(default_factory=list)
    stumble: str = ""

    def add(self, step: str) -> None:
        if step == self.stumble:
            raise KeyboardInterrupt
        self.steps.append(step)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch, make_environment: Make) -> Done:
    """Stand-ins for venv and pip."""
    record = Done()

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        assert command[:4] == [sys.executable, "-m", "venv", "--clear"]
        make_environment(Checkout(Path(command[4]).parent))
        record.add("make")
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(environment, "install_lock", lambda _, lock: record.add(lock.name))
    monkeypatch.setattr(environment, "install_project", lambda *_: record.add("project"))
    return record


@pytest.mark.parametrize(
    ("before", "tests", "work"),
    [
        (None, False, Work.EVERYTHING),
        (NOW, False, Work.NOTHING),
        (NOW, True, Work.NOTHING),
        (WITHOUT_TESTS, False, Work.NOTHING),
        (WITHOUT_TESTS, True, Work.TESTS),
        (replace(NOW, project="old"), False, Work.PROJECT),
        (replace(NOW, project="old"), True, Work.PROJECT),
        (replace(WITHOUT_TESTS, project="old"), True, Work.TESTS),
        (replace(NOW, test_lock="old"), True, Work.EVERYTHING),
        (replace(NOW, test_lock="old"), False, Work.NOTHING),
        (replace(NOW, lock="old"), False, Work.EVERYTHING),
        (replace(NOW, python="old"), False, Work.EVERYTHING),
        (replace(NOW, root="moved"), False, Work.EVERYTHING),
    ],
)
def test_the_work_left(before: Stamp | None, tests: bool, work: Work) -> None:
    assert work_left(before, NOW, tests=tests) is work


def test_a_fresh_checkout_gets_everything(
    checkout: Checkout, done: Done, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare(checkout, tests=False)
    assert done.steps == ["make", "requirements.txt", "project"]
    assert read_stamp(checkout) == replace(stamp_now(checkout), test_lock="")
    said = capsys.readouterr().err
    assert f"Making {checkout.venv}." in said
    assert "Installing packages" in said


def test_a_second_time_nothing_is_done_or_said(
    checkout: Checkout, done: Done, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare(checkout, tests=True)
    done.steps.clear()
    capsys.readouterr()
    prepare(checkout, tests=True)
    prepare(checkout, tests=False)
    assert done.steps == []
    assert capsys.readouterr().err == ""


def test_tests_bring_their_tools_into_what_is_there(checkout: Checkout, done: Done) -> None:
    prepare(checkout, tests=False)
    done.steps.clear()
    prepare(checkout, tests=True)
    assert done.steps == ["requirements-test.txt", "project"]
    assert read_stamp(checkout) == stamp_now(checkout)


def test_a_changed_project_keeps_the_packages(checkout: Checkout, done: Done) -> None:
    prepare(checkout, tests=True)
    done.steps.clear()
    checkout.project.write_text("changed\n", encoding="utf-8")
    prepare(checkout, tests=False)
    assert done.steps == ["project"]
    assert read_stamp(checkout) == stamp_now(checkout)


def test_a_stale_test_lock_stays_stale_until_tests_need_it(checkout: Checkout, done: Done) -> None:
    prepare(checkout, tests=True)
    checkout.test_lock.write_text("changed\n", encoding="utf-8")
    checkout.project.write_text("changed\n", encoding="utf-8")
    prepare(checkout, tests=False)
    done.steps.clear()
    prepare(checkout, tests=True)
    assert done.steps == ["make", "requirements-test.txt", "project"]


def test_a_changed_lock_makes_it_all_again(checkout: Checkout, done: Done) -> None:
    prepare(checkout, tests=False)
    done.steps.clear()
    checkout.lock.write_text("changed\n", encoding="utf-8")
    prepare(checkout, tests=False)
    assert done.steps == ["make", "requirements.txt", "project"]


@pytest.mark.parametrize("step", ["make", "requirements.txt", "project"])
def test_what_was_interrupted_is_made_again(checkout: Checkout, done: Done, step: str) -> None:
    done.stumble = step
    with pytest.raises(KeyboardInterrupt):
        prepare(checkout, tests=False)
    assert not checkout.stamp.exists()
    done.stumble = ""
    done.steps.clear()
    prepare(checkout, tests=False)
    assert done.steps == ["make", "requirements.txt", "project"]


def test_an_interrupted_change_is_made_again(checkout: Checkout, done: Done) -> None:
    prepare(checkout, tests=False)
    checkout.project.write_text("changed\n", encoding="utf-8")
    done.stumble = "project"
    with pytest.raises(KeyboardInterrupt):
        prepare(checkout, tests=False)
    done.stumble = ""
    done.steps.clear()
    prepare(checkout, tests=False)
    assert done.steps == ["make", "requirements.txt", "project"]


def test_a_lost_interpreter_is_replaced(checkout: Checkout, done: Done) -> None:
    prepare(checkout, tests=False)
    checkout.python.unlink()
    done.steps.clear()
    prepare(checkout, tests=False)
    assert done.steps == ["make", "requirements.txt", "project"]


def test_an_interpreter_needs_the_python_it_came_from(
    checkout: Checkout, make_environment: Make, tmp_path: Path
) -> None:
    assert not interpreter_is_there(checkout)
    make_environment(checkout)
    assert interpreter_is_there(checkout)
    gone = tmp_path / "gone"
    (checkout.venv / "pyvenv.cfg").write_text(f"home = {gone}\n", encoding="utf-8")
    assert not interpreter_is_there(checkout)
    (checkout.venv / "pyvenv.cfg").write_text("nothing\n", encoding="utf-8")
    assert not interpreter_is_there(checkout)


def test_an_environment_cannot_replace_itself(
    checkout: Checkout, done: Done, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(checkout.venv))
    with pytest.raises(PreparationError, match="Start this with the Python of the system"):
        prepare(checkout, tests=False)
    assert done.steps == []


def test_its_own_python_may_start_what_is_ready(
    checkout: Checkout, done: Done, make_environment: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_environment(checkout)
    write_stamp(checkout, stamp_now(checkout))
    monkeypatch.setattr(sys, "prefix", str(checkout.venv))
    prepare(checkout, tests=True)
    assert done.steps == []


def test_what_venv_complains_of_is_passed_on(
    checkout: Checkout, done: Done, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "", "Error: no room left\n")

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(PreparationError, match=r"^Error: no room left\n.*could not be made"):
        prepare(checkout, tests=False)
    assert done.steps == []
