import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from preparing import commands

BOOTSTRAP = Path(__file__).parents[2] / "packaging" / "bootstrap.py"


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 13)])
def test_an_old_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setattr(sys, "argv", [str(BOOTSTRAP), "run"])
    with pytest.raises(SystemExit) as ending:
        runpy.run_path(str(BOOTSTRAP), run_name="__main__")
    sentence = str(ending.value.code)
    assert sentence.startswith("Python 3.11 or newer is needed; this is Python ")
    assert ".".join(map(str, version)) in sentence
    assert sentence.endswith("start bootstrap.py with that.")


def test_nothing_newer_than_old_pythons_stands_before_the_check() -> None:
    text = BOOTSTRAP.read_text(encoding="utf-8")
    text.encode("ascii")
    for new in ('f"', "f'", "->", ":=", "match ", "nonlocal", "pathlib import"):
        assert new not in text


def test_this_python_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "main", lambda words: 40 + len(words))
    monkeypatch.setattr(sys, "argv", [str(BOOTSTRAP), "run", "--version"])
    with pytest.raises(SystemExit) as ending:
        runpy.run_path(str(BOOTSTRAP), run_name="__main__")
    assert ending.value.code == 42


def test_it_runs_from_anywhere_and_says_how_it_is_used(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, BOOTSTRAP], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert run.stdout == ""
    assert "run [ARGS...]" in run.stderr
    assert "test [ARGS...]" in run.stderr
    assert "--yes" in run.stderr
