"""The mannequin is made without a window, and its mathematics stays out of the window's process."""

import subprocess
import sys

import pytest

FIGURE = (
    "anchors", "arm", "body", "brush", "camera", "clothing", "composition", "contact_book",
    "contact_patches", "crossing", "depth", "diaphragm", "elbow_way", "extremities", "face",
    "flat", "foot", "framing", "furniture", "hair", "hand", "head", "hip_bones", "inside",
    "interpolation", "keyframes", "kinematics", "layers", "leg", "limits", "loft", "low_back",
    "mannequin", "mark", "marks", "motion", "order", "ordering", "parts", "plan", "pose", "props",
    "psoas", "reaching", "reading", "rib_cage", "route", "shades", "sides", "silhouette",
    "skeleton", "skull", "spine", "stage", "stations", "surface", "surfaces", "torso",
)  # fmt: skip


def loaded_by(statement: str, library: str) -> bool:
    """Whether a fresh Python that runs `statement` has loaded `library`."""
    code = f"{statement}\nimport sys\nprint({library!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip() == "True"


def test_no_part_of_the_figure_loads_qt() -> None:
    statement = "\n".join(f"import constructive_rest.figure.{name}" for name in FIGURE)
    assert not loaded_by(statement, "PySide6")


def test_every_module_of_the_figure_is_looked_at() -> None:
    from constructive_rest import figure

    (folder,) = figure.__path__
    code = f"import pathlib; print(*sorted(p.stem for p in pathlib.Path({folder!r}).glob('*.py')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) - {"__init__"} == set(FIGURE)


@pytest.mark.parametrize("library", ["numpy", "shapely", "constructive_rest.figure.mannequin"])
@pytest.mark.parametrize("module", ["picture", "renderer", "cache", "protocol", "canonical"])
def test_the_windows_side_of_drawing_loads_no_mathematics(module: str, library: str) -> None:
    assert not loaded_by(f"import constructive_rest.drawing.{module}", library)


def test_the_drawing_process_does() -> None:
    assert loaded_by("import constructive_rest.drawing.worker", "numpy")
