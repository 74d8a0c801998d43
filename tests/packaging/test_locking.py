import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from preparing.checkout import Checkout, this_checkout
from preparing.locking import addresses, renew_locks
from preparing.trouble import PreparationError

GOOD = "appdirs==1.4.4 \\\n    --hash=sha256:7d5d\n"


class FakeUv:
    """Writes `text` to the output file it is given."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.environments: list[dict[str, str]] = []
        self.text = GOOD
        self.code = 0

    def __call__(
        self, command: list[str], *, cwd: Path, env: dict[str, str], check: bool
    ) -> subprocess.CompletedProcess[bytes]:
        assert not check
        self.commands.append(command)
        self.environments.append(env)
        [output] = [word for word in command if word.startswith("--output-file=")]
        (cwd / output.partition("=")[2]).write_text(self.text, encoding="utf-8")
        return subprocess.CompletedProcess(command, self.code)


@pytest.fixture
def uv(monkeypatch: pytest.MonkeyPatch) -> FakeUv:
    fake = FakeUv()
    monkeypatch.setattr(subprocess, "run", fake)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/uv")
    return fake


def test_both_files_are_written_the_second_within_the_first(checkout: Checkout, uv: FakeUv) -> None:
    renew_locks(checkout, ["--upgrade"])
    first, second = uv.commands
    assert "--output-file=packaging/requirements.txt" in first
    assert "--extra=test" not in first
    assert "--output-file=packaging/requirements-test.txt" in second
    assert {"--extra=test", "--constraint=packaging/requirements.txt"} < set(second)
    for command in uv.commands:
        assert {"--universal", "--generate-hashes", "--no-header", "--group=build"} < set(command)
        assert command[-1] == "--upgrade"


def test_no_index_of_this_machine_reaches_uv(
    checkout: Checkout, uv: FakeUv, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("UV_INDEX", "UV_INDEX_URL", "UV_DEFAULT_INDEX", "UV_EXTRA_INDEX_URL"):
        monkeypatch.setenv(name, "https://packages.example")
    renew_locks(checkout, [])
    for environment in uv.environments:
        assert "https://packages.example" not in environment.values()
        assert "PATH" in environment


def test_a_lock_that_names_a_place_is_refused(checkout: Checkout, uv: FakeUv) -> None:
    uv.text = f"--index-url https://packages.example\n{GOOD}"
    with pytest.raises(PreparationError, match=r"requirements\.txt names a place"):
        renew_locks(checkout, [])


def test_uv_failing_is_said(checkout: Checkout, uv: FakeUv) -> None:
    uv.code = 2
    with pytest.raises(PreparationError, match="uv could not write"):
        renew_locks(checkout, [])


def test_without_uv_it_says_how_to_get_it(
    checkout: Checkout, uv: FakeUv, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(PreparationError, match="pipx install uv"):
        renew_locks(checkout, [])
    assert uv.commands == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://packages.example",
        "--extra-index-url https://packages.example",
        "--find-links /some/wheels",
        "appdirs @ file:///some/appdirs.whl",
        "/some/appdirs.whl",
    ],
)
def test_places_are_seen(line: str) -> None:
    assert addresses(f"{GOOD}{line}\n") == [line]
    assert addresses(GOOD) == []


def locked(lock: Path) -> set[str]:
    """The names of the packages in a lock file."""
    return set(re.findall(r"^([\w.-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE))


def names(requirements: list[str]) -> set[str]:
    """The normalised names of what pyproject.toml asks for."""
    return {re.split(r"[^\w.-]", one)[0].lower().replace("_", "-") for one in requirements}


def test_the_lock_files_hold_all_that_the_project_asks_for() -> None:
    here = this_checkout()
    settings = tomllib.loads(here.project.read_text(encoding="utf-8"))
    runtime = names(settings["project"]["dependencies"] + settings["dependency-groups"]["build"])
    tools = names(settings["project"]["optional-dependencies"]["test"])
    assert runtime <= locked(here.lock)
    assert tools.isdisjoint(locked(here.lock) - runtime)
    assert runtime | tools <= locked(here.test_lock)


def test_the_tests_lock_pins_the_same_versions() -> None:
    here = this_checkout()
    pins = re.compile(r"^([\w.-]+==.*?) ?\\?$", re.MULTILINE)
    runtime = set(pins.findall(here.lock.read_text(encoding="utf-8")))
    assert runtime <= set(pins.findall(here.test_lock.read_text(encoding="utf-8")))
