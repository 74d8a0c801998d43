import subprocess
from pathlib import Path

import pytest

from preparing.checkout import Checkout
from preparing.stages import CHECKS, TESTS, Stage, chosen_tests, run_stages


class FakeRun:
    """Runs nothing: the tools named in `failing` fail."""

    def __init__(self) -> None:
        self.tools: list[str] = []
        self.folders: list[Path] = []
        self.failing: set[str] = set()

    def __call__(
        self, command: list[str], *, cwd: Path, check: bool
    ) -> subprocess.CompletedProcess[bytes]:
        assert not check
        self.tools.append(" ".join(command[2:]))
        self.folders.append(cwd)
        return subprocess.CompletedProcess(command, 1 if command[2] in self.failing else 0)


@pytest.fixture
def fake_run(monkeypatch: pytest.MonkeyPatch) -> FakeRun:
    fake = FakeRun()
    monkeypatch.setattr(subprocess, "run", fake)
    return fake


def test_every_stage_runs_in_order_in_the_project(checkout: Checkout, fake_run: FakeRun) -> None:
    assert run_stages(checkout, [*CHECKS, TESTS]) == 0
    assert fake_run.tools == [
        "ruff check",
        "ruff format --check",
        "mypy",
        "pytest -ra -n auto --maxprocesses 4 --no-loadscope-reorder",
    ]
    assert set(fake_run.folders) == {checkout.root}


def test_a_failure_does_not_hide_the_next(
    checkout: Checkout, fake_run: FakeRun, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_run.failing = {"ruff"}
    assert run_stages(checkout, [*CHECKS, TESTS]) == 1
    assert len(fake_run.tools) == 4
    said = capsys.readouterr().err
    assert "== lint: failed in 0 s" in said
    assert "== types: passed in 0 s" in said
    assert said.endswith("Failed: lint, format.\n")


def test_success_is_said(
    checkout: Checkout, fake_run: FakeRun, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_stages(checkout, [Stage("types", ("mypy",))]) == 0
    assert capsys.readouterr().err.startswith("== types: mypy\n")
    assert fake_run.tools == ["mypy"]


def test_chosen_tests_take_arguments_as_they_are() -> None:
    chosen = chosen_tests(["-k", "phase and not cue", "tests/practice"])
    assert chosen.arguments == ("pytest", "-k", "phase and not cue", "tests/practice")
