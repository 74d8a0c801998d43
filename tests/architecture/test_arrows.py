"""The arrows of the house hold, and the reader that says so does see what breaks them."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.architecture.arrows import DEVICES, MAY_IMPORT, OWNERS, PURE, violations

PACKAGE = Path(__file__).parents[2] / "src" / "constructive_rest"
HEAVY = ("numpy", "shapely", "pyqtgraph", "PySide6.QtMultimedia", "PySide6.QtTextToSpeech")

PLANTED = [
    ("practice.timeline", "import PySide6.QtCore", "is pure and imports PySide6.QtCore"),
    ("practice.timeline", "from time import monotonic", "is pure and imports time.monotonic"),
    ("practice.parse", "from pathlib import Path", "is pure and imports pathlib.Path"),
    ("practice.parse", "open('x')", "is pure and calls open"),
    ("practice.clock", "import random", "is pure and imports random"),
    ("history.days", "from datetime import date\ndate.today()", "is pure and calls today"),
    ("history.days", "import sqlite3", "is pure and imports sqlite3"),
    ("figure.loft", "import logging", "is pure and imports logging"),
    ("settings", "import os", "is pure and imports os"),
    ("practice.setup", "import constructive_rest.history", "practice may not"),
    ("figure.loft", "from constructive_rest.practice import setup", "figure may not"),
    ("history.days", "from constructive_rest.store import database", "history may not"),
    ("store.database", "from constructive_rest.drawing import picture", "store may not"),
    ("drawing.picture", "from constructive_rest.store.store import Store", "drawing may not"),
    ("drawing.picture", "from constructive_rest.ui import theme", "drawing may not"),
    ("sound.bells", "import constructive_rest.desktop", "sound may not"),
    ("desktop.tray", "import constructive_rest.sound", "desktop may not"),
    ("paths", "import constructive_rest.settings", "paths may not"),
    ("ui.rest", "from constructive_rest.store import store", "ui may not"),
    ("ui.rest", "from constructive_rest import sound", "ui may not"),
    ("ui.rest", "from constructive_rest.desktop import tray", "ui may not"),
    ("ui.rest", "from constructive_rest import compose", "ui may not"),
    ("ui.rest", "from ..store import store", "ui may not"),
    ("ui.rest", "def late():\n    from ..store import store", "ui may not"),
    ("ui.rest", "from importlib import import_module as load\n", None),
    ("ui.rest", "import importlib\nimportlib.import_module('constructive_rest.store')", "ui may"),
    ("main", "import constructive_rest.ui.window", "only compose may"),
    ("selftest", "from constructive_rest import ui", "only compose may"),
    ("compose", "import constructive_rest.ui.window, constructive_rest.store.store", None),
    ("main", "from constructive_rest import __version__, store", None),
    ("ui.history", "import pyqtgraph", "only ui.charts may"),
    ("ui.charts", "import pyqtgraph, numpy", None),
    ("ui.charts.minutes", "import pyqtgraph", None),
    ("ui.rest", "import numpy as np", "only figure, drawing, ui.charts may"),
    ("ui.charts", "import shapely", "only figure, drawing may"),
    ("figure.loft", "import numpy\nimport shapely.geometry", None),
    ("main", "import sqlite3", "only store may"),
    ("main", "import appdirs", "only paths may"),
    ("ui.rest", "from PySide6 import QtMultimedia", "only sound may"),
    ("ui.rest", "from PySide6.QtTextToSpeech import QTextToSpeech", "only sound may"),
    ("ui.rest", "from PySide6.QtWidgets import QWidget\nfrom . import theme", None),
    ("sound.bells", "from wakepy import keep", "only desktop may"),
]


def plant(package: Path, module: str, text: str) -> None:
    """Write `text` as the module of that dotted name."""
    file = package.joinpath(*module.split(".")).with_suffix(".py")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_the_arrows_hold() -> None:
    broken = violations(PACKAGE)
    assert not broken, "\n".join(broken)


def test_every_room_has_its_arrows() -> None:
    rooms = {folder.parent.name for folder in PACKAGE.glob("*/__init__.py")}
    assert rooms <= MAY_IMPORT.keys()
    assert set(PURE | DEVICES) <= MAY_IMPORT.keys()


@pytest.mark.parametrize(("module", "text", "broken"), PLANTED)
def test_a_planted_import_is_judged(
    tmp_path: Path, module: str, text: str, broken: str | None
) -> None:
    plant(tmp_path, module, text)
    found = violations(tmp_path)
    if broken is None:
        assert found == []
    else:
        assert len(found) >= 1
        assert any(broken in sentence for sentence in found)
        assert all(sentence.startswith(f"{module}: ") for sentence in found)


@pytest.mark.parametrize("library", OWNERS)
def test_every_owned_library_is_kept_from_the_top(tmp_path: Path, library: str) -> None:
    plant(tmp_path, "main", f"import {library}")
    assert len(violations(tmp_path)) == 1


def test_a_package_file_resolves_relative_imports_from_itself(tmp_path: Path) -> None:
    plant(tmp_path, "ui.__init__", "from . import theme\nfrom ..store import store")
    assert violations(tmp_path) == ["ui: imports constructive_rest.store.store, and ui may not"]


def test_nothing_heavy_is_loaded_before_the_first_frame() -> None:
    script = (
        f"import sys, constructive_rest.compose; print([m for m in {HEAVY} if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == "[]"
