"""A bug is written down without what a person wrote, told once in a sentence, and survived."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from constructive_rest import fault_report
from constructive_rest.fault_report import LOG_FILE, FaultReport

SECRET = "my left hip hurts"
private = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")


class Ear:
    """A report with what it told."""

    def __init__(self, folder: Path) -> None:
        self.told: list[str] = []
        self.report = FaultReport(folder, self.told.append)
        self.log = folder / LOG_FILE

    def take(self, error: BaseException) -> None:
        try:
            raise error
        except BaseException as raised:  # noqa: BLE001 - whatever is raised is reported
            self.report.take(type(raised), raised, raised.__traceback__)


@pytest.fixture
def ear(tmp_path: Path, qapp: object) -> Iterator[Ear]:
    made = Ear(tmp_path)
    yield made
    handler = made.report._handler
    if handler is not None:
        handler.close()


@pytest.fixture
def hook() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


def test_the_person_is_told_where_to_look(ear: Ear) -> None:
    ear.take(ValueError(SECRET))
    assert len(ear.told) == 1
    assert ear.told[0].startswith("Something in the program went wrong.")
    assert str(ear.log) in ear.told[0]


def test_the_log_says_what_failed_and_where(ear: Ear) -> None:
    ear.take(ValueError(SECRET))
    text = ear.log.read_text()
    assert "ValueError" in text
    assert "test_fault_report.py" in text
    assert "raise error" in text


def test_nothing_that_a_person_wrote_enters_the_log(ear: Ear) -> None:
    ear.take(ValueError(SECRET))
    try:
        raise KeyError(SECRET)
    except KeyError as cause:
        ear.take(RuntimeError(SECRET).with_traceback(cause.__traceback__))
    assert SECRET not in ear.log.read_text()
    assert SECRET not in "".join(ear.told)


def test_each_fault_is_added_with_its_time(ear: Ear) -> None:
    ear.take(ValueError())
    ear.take(LookupError())
    lines = ear.log.read_text().splitlines()
    assert [line.split()[-1] for line in lines if line.startswith("20")] == [
        "ValueError", "LookupError",
    ]  # fmt: skip


@private
def test_the_log_is_its_owners_alone(ear: Ear) -> None:
    ear.take(ValueError())
    assert ear.log.stat().st_mode & 0o777 == 0o600


@private
def test_so_is_the_next_one_when_it_is_full(ear: Ear, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fault_report, "LOG_BYTES", 200)
    for _ in range(4):
        ear.take(ValueError())
    logs = sorted(ear.log.parent.glob(f"{LOG_FILE}*"))
    assert len(logs) == 1 + fault_report.LOG_COPIES
    assert {log.stat().st_mode & 0o777 for log in logs} == {0o600}


def test_nothing_is_written_while_nothing_fails(ear: Ear) -> None:
    assert not ear.log.exists()


def test_where_no_log_can_be_written_the_terminal_gets_it(
    tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = Ear(tmp_path / "gone")
    lost.take(ValueError(SECRET))
    written = capsys.readouterr().err
    assert "ValueError" in written
    assert SECRET not in written
    assert len(lost.told) == 1


def test_an_interrupt_from_the_terminal_is_no_fault(
    ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, _error, _trace: passed.append(kind))
    ear.take(KeyboardInterrupt())
    assert passed == [KeyboardInterrupt]
    assert ear.told == []
    assert not ear.log.exists()


def test_installed_it_gets_what_nobody_else_catches(ear: Ear, hook: None) -> None:
    ear.report.install()
    sys.excepthook(ValueError, ValueError(SECRET), None)
    assert len(ear.told) == 1


def test_other_logging_stays_as_it_is(ear: Ear) -> None:
    before = list(logging.getLogger().handlers)
    ear.take(ValueError())
    assert logging.getLogger().handlers == before
