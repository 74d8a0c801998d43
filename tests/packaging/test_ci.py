import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).parents[2] / ".ci" / "run"


@pytest.mark.skipif(sys.platform == "win32", reason="the runner's script is bash")
def test_the_runner_starts_the_tests_from_the_project(tmp_path: Path) -> None:
    project = tmp_path / "with space"
    (project / ".ci").mkdir(parents=True)
    (project / ".ci" / "run").write_bytes(RUN.read_bytes())
    (project / "packaging").mkdir()
    (project / "packaging" / "bootstrap.py").write_text(
        "import os, sys; print(os.getcwd(), sys.argv[1:]); sys.exit(5)", encoding="utf-8"
    )
    run = subprocess.run(
        ["bash", project / ".ci" / "run"], capture_output=True, text=True, check=False, cwd="/"
    )
    assert run.returncode == 5
    assert run.stdout.strip() == f"{project} ['test']"


def test_the_runner_can_be_executed() -> None:
    assert RUN.stat().st_mode & 0o111
