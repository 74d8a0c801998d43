"""Files going out and coming back: whole, private, exact, or refused with a sentence."""

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.store import files
from constructive_rest.store.exchange import ExchangeError, export_file, import_file
from constructive_rest.store.merging import ImportSummary
from constructive_rest.store.store import Store

LATER = datetime(2026, 3, 29, 13, tzinfo=UTC)
Make = Callable[..., Rest]
both = pytest.mark.parametrize("ending", ["csv", "json"])


def fresh(folder: Path) -> Store:
    return Store.open(folder / "history.sqlite3")


@both
@settings(max_examples=50)
@given(data=st.data())
def test_a_history_goes_out_and_comes_back_exactly(
    any_rest: st.SearchStrategy[Rest],
    tmp_path_factory: pytest.TempPathFactory,
    ending: str,
    data: st.DataObject,
) -> None:
    rests = data.draw(st.lists(any_rest, max_size=4, unique_by=lambda rest: rest.id))
    folder = tmp_path_factory.mktemp("exchange")
    source, target = fresh(folder / "a"), fresh(folder / "b")
    source.merge(rests)
    travelling = source.every_rest() if ending == "json" else source.rests()
    file = folder / f"out.{ending}"
    assert export_file(source, file) == len(travelling)
    assert import_file(target, file) == ImportSummary(len(travelling), 0, 0)
    assert target.every_rest() == travelling
    assert import_file(target, file) == ImportSummary(0, 0, len(travelling))
    source.close()
    target.close()


@both
def test_an_empty_history_makes_a_sound_file(store: Store, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"out.{ending}"
    assert export_file(store, file) == 0
    assert import_file(store, file) == ImportSummary(0, 0, 0)


@both
def test_a_rest_in_progress_arrives_as_interrupted(
    store: Store, tmp_path: Path, make_rest: Make, ending: str
) -> None:
    going_on = make_rest(outcome=Outcome.RESTING, rested_s=77)
    store.add(going_on)
    file = tmp_path / f"out.{ending}"
    assert export_file(store, file) == 1
    other = fresh(tmp_path / "other")
    import_file(other, file)
    assert other.rests() == [replace(going_on, outcome=Outcome.INTERRUPTED)]
    other.close()
    import_file(store, file)
    assert store.rests() == [going_on]


@both
@pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX matter")
def test_an_export_is_its_owners_alone_and_replaces_whole(
    store: Store, tmp_path: Path, make_rest: Make, ending: str
) -> None:
    store.add(make_rest())
    file = tmp_path / f"out.{ending.upper()}"
    file.write_text("of old")
    file.chmod(0o644)
    export_file(store, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "of old" not in file.read_text()
    assert not list(tmp_path.glob(".*")), "a temporary file was left"


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "Free some space"), (errno.EIO, "Choose another folder")],
)
def test_an_export_that_fails_leaves_the_old_file(
    store: Store,
    tmp_path: Path,
    make_rest: Make,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    store.add(make_rest())
    file = tmp_path / "out.csv"
    file.write_text("of old")

    def failing(_handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(ExchangeError, match=words):
        export_file(store, file)
    monkeypatch.undo()
    assert file.read_text() == "of old"
    assert not list(tmp_path.glob(".*"))


def test_a_folder_that_is_not_there_is_said(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="Choose another folder"):
        export_file(store, tmp_path / "nowhere" / "out.csv")


@pytest.mark.parametrize("name", ["out.xlsx", "out", "history.sqlite3"])
def test_another_ending_is_refused(store: Store, tmp_path: Path, name: str) -> None:
    for exchange in (export_file, import_file):
        with pytest.raises(ExchangeError, match=r"must end in \.csv or \.json"):
            exchange(store, tmp_path / name)


def test_a_file_that_cannot_be_read_is_said(store: Store, tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    for name in ("missing.csv", "folder.csv"):
        with pytest.raises(ExchangeError, match="Check that it is there"):
            import_file(store, tmp_path / name)


def test_a_file_without_end_is_refused(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    file = tmp_path / "big.json"
    file.write_bytes(b" " * 101)
    with pytest.raises(ExchangeError, match="too large"):
        import_file(store, file)


@both
def test_a_wrong_encoding_is_named_by_its_line(store: Store, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"in.{ending}"
    file.write_bytes("first\nsecond\nR\u00fccken".encode("latin-1"))
    with pytest.raises(ExchangeError, match="UTF-8") as caught:
        import_file(store, file)
    assert caught.value.place == "line 3"


@both
def test_one_mistake_in_the_last_rest_keeps_every_rest_out(
    store: Store, tmp_path: Path, make_rest: Make, ending: str
) -> None:
    source = fresh(tmp_path / "source")
    for number in range(20):
        source.add(make_rest(id=f"{number:02}", planned_s=1000 + number))
    file = tmp_path / f"out.{ending}"
    export_file(source, file)
    source.close()
    file.write_bytes(file.read_bytes().replace(b"1019", b"-119"))
    store.add(make_rest(id="mine"))
    with pytest.raises(ExchangeError) as caught:
        import_file(store, file)
    place = {"csv": "line 21, planned_s", "json": "sessions[19].planned_s"}[ending]
    assert (caught.value.place, caught.value.reason) == (place, "must lie between 0 and 86400")
    assert str(file) in caught.value.sentence
    assert place in caught.value.sentence
    assert "nothing was changed" in caught.value.sentence
    assert store.every_rest() == [make_rest(id="mine")]


@both
def test_a_deletion_travels_in_json_only(
    store: Store, tmp_path: Path, make_rest: Make, ending: str
) -> None:
    other = fresh(tmp_path / "other")
    other.add(make_rest())
    store.add(make_rest())
    store.delete(make_rest().id, LATER)
    file = tmp_path / f"out.{ending}"
    assert export_file(store, file) == (1 if ending == "json" else 0)
    import_file(other, file)
    assert other.rests() == ([] if ending == "json" else [make_rest()])
    other.close()
