import subprocess
from pathlib import Path

import pytest

from preparing.installer import advice, install_lock, install_project
from preparing.trouble import PreparationError

PYTHON = Path("/a project/.venv/bin/python")
LOCK = Path("/a project/packaging/requirements.txt")


class FakePip:
    """Remembers how it was called and ends as it is told."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.folders: list[Path] = []
        self.code = 0
        self.complaint = b""

    def __call__(
        self, command: list[str], *, cwd: Path, **_: object
    ) -> subprocess.CompletedProcess[bytes]:
        self.commands.append(command)
        self.folders.append(cwd)
        return subprocess.CompletedProcess(command, self.code, b"", self.complaint)


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch) -> FakePip:
    fake = FakePip()
    monkeypatch.setattr(subprocess, "run", fake)
    return fake


def test_the_lock_is_installed_as_it_is_with_hashes_and_without_building(pip: FakePip) -> None:
    install_lock(PYTHON, LOCK)
    [command] = pip.commands
    assert command[:3] == [str(PYTHON), "-m", "pip"]
    assert {"--require-hashes", "--no-deps"} <= set(command)
    assert command[command.index("--only-binary") + 1] == ":all:"
    assert command[-2:] == ["--requirement", str(LOCK)]


def test_the_project_is_used_in_place_and_brings_nothing(pip: FakePip) -> None:
    install_project(PYTHON, Path("/a project"))
    [command] = pip.commands
    assert {"--no-deps", "--no-build-isolation"} <= set(command)
    assert command[-2:] == ["--editable", "."]
    assert pip.folders == [Path("/a project")]


def test_a_failure_shows_what_pip_said_and_what_to_do(pip: FakePip) -> None:
    pip.code = 1
    pip.complaint = b"WARNING: Retrying (Retry(total=0)) after connection broken\n\xff"
    with pytest.raises(PreparationError) as error:
        install_lock(PYTHON, LOCK)
    first, *_, last = str(error.value).splitlines()
    assert first.startswith("WARNING: Retrying")
    assert last.startswith("The network does not answer")


@pytest.mark.parametrize(
    ("complaint", "sentence"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "is not the one that the lock"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("WARNING: Retrying (Retry(total=4)\nERROR: No matching distribution", "The network"),
        ("requests.exceptions.ConnectionError: refused", "The network does not answer"),
        ("ReadTimeoutError: ReadTimeout", "The network does not answer"),
        ("ERROR: No matching distribution found for x==1", "There is no package for this system"),
        ("ERROR: something new", "Packages could not be installed. pip says above why"),
        ("", "Packages could not be installed"),
    ],
)
def test_each_complaint_has_its_advice(complaint: str, sentence: str) -> None:
    said = advice(complaint)
    assert sentence in said
    assert said.endswith(".")
