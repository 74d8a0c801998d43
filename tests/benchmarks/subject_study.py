"""The side view as the study draws it and as the program does, in turn: milliseconds, a line each.

The folder of the study is named on the command line; its modules are read, never changed.
"""

import importlib
import sys
from time import process_time

from PySide6.QtGui import QGuiApplication
from tests.benchmarks.painting import tell

from constructive_rest.drawing.picture import Scene
from constructive_rest.drawing.scene_painter import paint_scene
from constructive_rest.practice.setup import Arms, HeadSupport, Setup

WIDTH, HEIGHT = 1600, 760
MS_PER_S = 1000
ROUNDS = 5
CHOICES = Setup(Arms.SIDES, head_support=HeadSupport.TOWEL)
SCENE = Scene("side", "morning", WIDTH, HEIGHT, setup=CHOICES)

app = QGuiApplication([])
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
study = importlib.import_module("scenes")


def study_ms() -> float:
    """The study's side view, built and drawn anew: mat, towel, shadow and figure."""
    began = process_time()
    figure = study.Figure(study.B0, study.crp(study.B0, "sides"))
    stage = study.Stage(
        WIDTH, HEIGHT, study.LIGHT, scale=800, origin=(866, 580), cam=study.Cam(0, 7)
    )
    study.dress(stage, figure, 0.40)
    study.side_figure(stage, figure)
    stage.p.end()
    return (process_time() - began) * MS_PER_S


def program_ms() -> float:
    """The same posture by the program, built and drawn anew."""
    began = process_time()
    paint_scene(SCENE)
    return (process_time() - began) * MS_PER_S


study_ms()
program_ms()
for _ in range(ROUNDS):
    tell(study_ms())
    tell(program_ms())
