import os
import shutil
import subprocess
from collections.abc import Callable

import pytest
from tests.packaging.conftest import FakeSystem

from preparing import systems
from preparing.need import Need
from preparing.system import advise, is_root, provide
from preparing.trouble import PreparationError

INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends", "libnowhere7")
UPDATE = ("apt-get", "update")


def become_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)


def on_an_unknown_system(monkeypatch: pytest.MonkeyPatch) -> None:
    systems.OS_RELEASE.write_text("ID=plan9\n", encoding="utf-8")


def refusal(act: Callable[[], None]) -> str:
    with pytest.raises(PreparationError) as error:
        act()
    return str(error.value)


def test_where_nothing_is_missing_nothing_happens(fake_system: FakeSystem, library: Need) -> None:
    provide([library], allowed=True)
    assert fake_system.ran == []


def test_a_person_is_given_the_one_command(fake_system: FakeSystem, library: Need) -> None:
    fake_system.absent = {library.name}
    sentence = refusal(lambda: provide([library], allowed=False))
    assert "one command" in sentence
    assert "--yes" in sentence
    assert sentence.splitlines()[-1].strip() == (
        "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libnowhere7"
    )
    assert fake_system.ran == []


def test_yes_installs_with_sudo(
    fake_system: FakeSystem, library: Need, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_system.absent = {library.name}
    provide([library], allowed=True)
    assert fake_system.ran == [("sudo", *UPDATE), ("sudo", *INSTALL)]
    assert "Running: sudo apt-get update" in capsys.readouterr().err


def test_root_installs_without_being_asked(
    fake_system: FakeSystem, library: Need, monkeypatch: pytest.MonkeyPatch
) -> None:
    become_root(monkeypatch)
    fake_system.absent = {library.name}
    provide([library], allowed=False)
    assert fake_system.ran == [UPDATE, INSTALL]


def test_installing_asks_no_questions(
    fake_system: FakeSystem, library: Need, monkeypatch: pytest.MonkeyPatch
) -> None:
    environments: list[dict[str, str]] = []
    fake_run = fake_system.run

    def run(command: list[str], *, env: dict[str, str], check: bool) -> object:
        environments.append(env)
        assert not check
        return fake_run(command)

    monkeypatch.setattr(subprocess, "run", run)
    fake_system.absent = {library.name}
    provide([library], allowed=True)
    assert {env["DEBIAN_FRONTEND"] for env in environments} == {"noninteractive"}
    assert all("PATH" in env for env in environments)


def test_without_sudo_root_is_named(
    fake_system: FakeSystem, library: Need, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    fake_system.absent = {library.name}
    sentence = refusal(lambda: provide([library], allowed=True))
    assert "As root, type:\n    apt-get update && apt-get install" in sentence
    assert fake_system.ran == []


def test_an_unknown_system_is_told_the_libraries(
    fake_system: FakeSystem, library: Need, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_an_unknown_system(monkeypatch)
    fake_system.absent = {library.name}
    sentence = refusal(lambda: provide([library], allowed=True))
    assert sentence.startswith("This system lacks libnowhere.so.7. Install the packages")


def test_a_failing_manager_is_reported(fake_system: FakeSystem, library: Need) -> None:
    fake_system.absent = {library.name}
    fake_system.exit_code = 100
    sentence = refusal(lambda: provide([library], allowed=True))
    assert sentence.startswith("apt could not install what is missing.")
    assert fake_system.ran == [("sudo", *UPDATE)]


def test_a_package_that_did_not_help_is_reported(fake_system: FakeSystem, library: Need) -> None:
    fake_system.absent = {library.name}
    fake_system.installs = False
    sentence = refusal(lambda: provide([library], allowed=True))
    assert "libnowhere.so.7 cannot be used even now that libnowhere7 is installed" in sentence


def test_advice_names_the_loss_and_the_command(
    fake_system: FakeSystem, library: Need, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_system.absent = {library.name}
    advise([library], "The bells will be silent")
    said = capsys.readouterr().err
    assert said.startswith("The bells will be silent. To change that: sudo apt-get update && ")
    assert "libnowhere7" in said
    assert fake_system.ran == []


def test_advice_on_an_unknown_system_names_the_library(
    fake_system: FakeSystem,
    library: Need,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on_an_unknown_system(monkeypatch)
    fake_system.absent = {library.name}
    advise([library], "The bells will be silent")
    expected = "The bells will be silent: this system lacks libnowhere.so.7.\n"
    assert capsys.readouterr().err == expected


def test_no_advice_where_nothing_is_lost(
    fake_system: FakeSystem, library: Need, capsys: pytest.CaptureFixture[str]
) -> None:
    advise([library], "The bells will be silent")
    assert capsys.readouterr().err == ""
    assert fake_system.ran == []


def test_who_is_root(monkeypatch: pytest.MonkeyPatch) -> None:
    become_root(monkeypatch)
    assert is_root()
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert not is_root()
    monkeypatch.delattr(os, "geteuid")
    assert not is_root()
