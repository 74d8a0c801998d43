"""PySide6 6.12 on Python 3.11 ends the process after some 10,000 void calls; this one must not."""

import subprocess
import sys

CALLS = 200_000
SCRIPT = f"""
from PySide6.QtCore import QObject
thing = QObject()
for _ in range({CALLS}):
    thing.setObjectName("begin")
print("survived")
"""


def test_many_void_calls_leave_python_alive() -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "survived\n", "")
