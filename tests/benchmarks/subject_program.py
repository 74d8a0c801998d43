"""The program as it is started, on the data folder named on the command line."""

import sys
from pathlib import Path

from tests.benchmarks.painting import FirstPaint

from constructive_rest.main import application

app = application()

from constructive_rest.compose import Options  # noqa: E402 - in the order of a real start
from constructive_rest.opening import open_program  # noqa: E402

program, problem = open_program(Options(Path(sys.argv[1])))
if program is None:
    sys.exit(problem)
FirstPaint(program.window)
program.window.show()
sys.exit(app.exec())
