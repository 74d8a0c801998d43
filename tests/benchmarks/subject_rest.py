"""The program in a rest of half an hour, whose phases stand still for longer than one measures."""

import sys
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.painting import FirstPaint

from constructive_rest.compose import Options
from constructive_rest.main import application
from constructive_rest.opening import open_program

app = application()
program, problem = open_program(Options(Path(sys.argv[1]), "rest"))
if program is None:
    sys.exit(problem)
settings = program.preferences.settings
program.preferences.take(replace(settings, minutes=30, walk_down_s=0))
FirstPaint(program.window)
program.window.show()
program.rest.begin_asked.emit()
sys.exit(app.exec())
