"""The drawing process when the program has gone: it ends, and says nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from constructive_rest.drawing.picture import Scene
from constructive_rest.drawing.protocol import write_request
from constructive_rest.drawing.renderer import worker_command

SCENE = Scene(pose="side", theme="morning", width=160, height=83)
PATIENCE_S = 60


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no broken pipes")
def test_it_ends_quietly_when_nobody_reads_its_picture(tmp_path: Path) -> None:
    drawing = subprocess.Popen(
        worker_command(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    if drawing.stdin is None or drawing.stdout is None or drawing.stderr is None:
        raise RuntimeError("the drawing process has no pipes")
    drawing.stdout.close()
    drawing.stdin.write(write_request(1, SCENE))
    drawing.stdin.close()
    said = drawing.stderr.read().decode()
    drawing.stderr.close()
    assert drawing.wait(timeout=PATIENCE_S) == 0
    assert said == ""
