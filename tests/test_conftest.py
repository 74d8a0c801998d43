"""The rules that conftest.py lays on every test do catch what they are there to catch."""

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

LOGS = """
import logging, pytest

def test_quiet():
    logging.getLogger("a.room").info("nothing much")

def test_loud():
    logging.getLogger("a.room").warning("the disk is nearly full")

@pytest.mark.expects_log("nearly full")
def test_expected():
    logging.getLogger("a.room").warning("the disk is nearly full")

@pytest.mark.expects_log("nearly full")
def test_expected_in_vain():
    pass

@pytest.mark.expects_log("nearly full")
def test_another_one():
    logging.getLogger("a.room").error("the disk is nearly full")
    logging.getLogger("a.room").error("the disk is gone")
"""

QT = """
from PySide6.QtCore import QTimer, qWarning

def test_warning(qtbot):
    qWarning(b"something is off")

def test_slot(qtbot):
    def slot():
        assert 1 == 2
    QTimer.singleShot(0, slot)
    qtbot.wait(20)
"""


@pytest.fixture
def as_here(pytester: pytest.Pytester) -> pytest.Pytester:
    """An empty project with this project's settings and conftest.py."""
    shutil.copy(ROOT / "pyproject.toml", pytester.path)
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    return pytester


def test_a_log_nobody_expected_fails(as_here: pytest.Pytester) -> None:
    file = as_here.makepyfile(LOGS)
    result = as_here.runpytest_subprocess(file)
    result.assert_outcomes(passed=5, errors=3)
    result.stdout.fnmatch_lines_random(
        [
            "*unexpected log: ?'WARNING a.room: the disk is nearly full'?*",
            "*expected a log that matches 'nearly full'*",
            "*unexpected log: ?'ERROR a.room: the disk is gone'?*",
        ]
    )


def test_qt_warnings_and_failing_slots_fail(as_here: pytest.Pytester) -> None:
    file = as_here.makepyfile(QT)
    result = as_here.runpytest_subprocess(file)
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines_random(["*something is off*", "*assert 1 == 2*"])


def test_no_test_sees_the_real_home(as_here: pytest.Pytester) -> None:
    file = as_here.makepyfile(
        """
        from pathlib import Path
        from constructive_rest.paths import cache_dir, data_dir

        def test_places():
            for place in (Path.home(), cache_dir(), data_dir()):
                print("\\nPLACE", place)
        """
    )
    result = as_here.runpytest_subprocess("-s", file)
    result.assert_outcomes(passed=1)
    places = [Path(line[6:]) for line in result.outlines if line.startswith("PLACE ")]
    assert len(places) == 3
    assert all("constructive-rest-tests-" in str(place) for place in places)
    assert not any(place.exists() for place in places)


def test_the_platform_is_offscreen_unless_chosen(
    as_here: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = as_here.makepyfile(
        """
        def test_platform(qapp):
            print("PLATFORM", qapp.platformName())
        """
    )
    monkeypatch.delenv("QT_QPA_PLATFORM")
    result = as_here.runpytest_subprocess("-s", file)
    result.stdout.fnmatch_lines(["*PLATFORM offscreen*"])


def test_what_watches_a_clock_keeps_to_one_of_several_processes(as_here: pytest.Pytester) -> None:
    folders = ("endtoend", "faults", "sound", "figure")
    for folder in folders:
        for file in ("test_a", "test_b", "test_c"):
            path = as_here.path / folder / f"{file}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text("def test_one(): pass\ndef test_two(): pass\n", encoding="utf-8")
    result = as_here.runpytest_subprocess("-v", "-n", "2", "--no-loadscope-reorder", *folders)
    result.assert_outcomes(passed=24)
    passed = re.compile(r"\[(gw\d)\].* PASSED (\w+)/")
    ran = {found.groups() for line in result.outlines if (found := passed.match(line))}
    in_real_time = {worker for worker, folder in ran if folder != "figure"}
    assert {folder for _, folder in ran} == set(folders)
    assert len(in_real_time) == 1
    assert {worker for worker, _ in ran} == {"gw0", "gw1"}
