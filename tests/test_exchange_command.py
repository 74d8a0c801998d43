"""`export` and `import`, as typed on a command line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from constructive_rest import paths
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.main import main
from constructive_rest.store.store import Store

AT = datetime(2026, 6, 13, 7, 0, tzinfo=UTC)
REST = Rest("one", "constructive-rest", AT, 7200, 900, 900, Outcome.COMPLETED, AT, ease_after=7)
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path, qapp: object) -> Path:
    """A data folder with one rest in it."""
    folder = tmp_path / "data"
    folder.mkdir()
    store = Store.open(folder / paths.HISTORY_FILE)
    store.add(REST)
    store.close()
    return folder


def rests(folder: Path) -> list[Rest]:
    store = Store.open(folder / paths.HISTORY_FILE)
    found = store.rests()
    store.close()
    return found


@pytest.mark.parametrize("name", ["rests.csv", "rests.json"])
def test_a_history_goes_out_and_comes_back(
    data: Path, tmp_path: Path, capsys: Captured, name: str
) -> None:
    file, other = tmp_path / name, tmp_path / "other"
    assert main(["export", str(file), "--data-dir", str(data)]) == 0
    assert capsys.readouterr().out == f"Rests written to {file}: 1.\n"
    assert main(["import", str(file), "--data-dir", str(other)]) == 0
    assert capsys.readouterr().out == "1 new, 0 updated, 0 already there.\n"
    assert rests(other) == [REST]


def test_importing_twice_changes_nothing(data: Path, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "rests.json"
    main(["export", str(file), "--data-dir", str(data)])
    capsys.readouterr()
    assert main(["import", str(file), "--data-dir", str(data)]) == 0
    assert capsys.readouterr().out == "0 new, 0 updated, 1 already there.\n"


def test_the_folder_may_be_named_before_the_command(
    data: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "rests.csv"
    assert main(["--data-dir", str(data), "export", str(file)]) == 0
    assert capsys.readouterr().out == f"Rests written to {file}: 1.\n"


def one_line(captured: Captured) -> str:
    """The single line on stderr; nothing may stand on stdout."""
    streams = captured.readouterr()
    assert streams.out == ""
    assert streams.err.startswith("constructive-rest: ")
    assert streams.err.count("\n") == 1
    return streams.err


@pytest.mark.parametrize("command", ["export", "import"])
def test_another_kind_of_file_is_refused(data: Path, capsys: Captured, command: str) -> None:
    assert main([command, "rests.xls", "--data-dir", str(data)]) == 1
    assert "must end in .csv or .json" in one_line(capsys)


def test_a_file_that_is_not_there_is_said(data: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["import", str(tmp_path / "no.csv"), "--data-dir", str(data)]) == 1
    assert "cannot be read" in one_line(capsys)


def test_a_faulty_file_changes_nothing(data: Path, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "bad.json"
    file.write_text('{"rests": "none"}')
    assert main(["import", str(file), "--data-dir", str(data)]) == 1
    assert "nothing was changed" in one_line(capsys)
    assert rests(data) == [REST]


def test_a_place_that_cannot_be_written_is_said(
    data: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "missing" / "rests.csv"
    assert main(["export", str(file), "--data-dir", str(data)]) == 1
    assert "cannot be written" in one_line(capsys)


def test_a_history_that_is_none_is_said(tmp_path: Path, capsys: Captured, qapp: object) -> None:
    (tmp_path / paths.HISTORY_FILE).write_text("not a database, but long enough to be read" * 30)
    assert main(["export", str(tmp_path / "a.csv"), "--data-dir", str(tmp_path)]) == 1
    assert "is not a history" in one_line(capsys)


def test_a_data_folder_that_cannot_be_made_is_said(
    tmp_path: Path, capsys: Captured, qapp: object
) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file" / "data"
    assert main(["export", str(tmp_path / "a.csv"), "--data-dir", str(folder)]) == 1
    assert str(folder) in one_line(capsys)
