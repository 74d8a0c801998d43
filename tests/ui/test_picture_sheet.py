"""Every picture as a file, whoever draws it and however slowly."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from tests.ui.stand_ins import HandRenderer

from constructive_rest import content
from constructive_rest.drawing.picture import Picture, Scene, UndrawnError
from constructive_rest.practice.alt import Sentence
from constructive_rest.practice.setup import Arms, Legs
from constructive_rest.ui import picture_sheet
from constructive_rest.ui.palette import DUSK, MORNING
from constructive_rest.ui.picture_sheet import AHEAD, PictureSheets, setups, sheets

FIXED, FREE = Sentence("A foot."), Sentence("{body} lies: {arms}, {legs}.", "On the side.")


class SlowRenderer(HandRenderer):
    """Draws each picture a turn of the event loop after it was asked for."""

    def picture(self, scene: Scene, asker: str = "") -> Picture | None:
        self.asked.append(scene)
        QTimer.singleShot(0, lambda: self.finish(scene))
        return None


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_sheet, "WIDTHS", (20, 40, 60))


def names(folder: Path) -> set[str]:
    return {file.stem for file in folder.glob("*.png")}


def test_a_picture_that_leaves_nothing_open_is_drawn_once() -> None:
    assert [name for name, _ in setups(FIXED)] == [""]


def test_every_choice_of_arms_and_legs_is_drawn_where_it_applies() -> None:
    found = dict(setups(FREE))
    on_back = [legs for legs in Legs if legs is not Legs.SIDE]
    assert set(found) == {f"{arms}-{legs}" for arms in Arms for legs in on_back} | {"side"}
    assert found["hips-chair"].arms is Arms.HIPS
    assert found["side"].on_side


def test_every_picture_has_both_lights_and_three_widths() -> None:
    sentences = content.load_alt_texts().sentences
    wanted = list(sheets(sentences, "reed"))
    assert {sheet.scene.width for sheet in wanted} == {400, 800, 1600}
    assert len({sheet.name for sheet in wanted}) == len(wanted)
    for pose in content.load_pose_keys():
        for light in ("morning", "dusk"):
            for width in (400, 800, 1600):
                assert any(
                    sheet.name.startswith(f"picture-{pose}-{light}-{width}") for sheet in wanted
                )


def test_all_are_written_by_whoever_is_free(
    small: None, renderer: HandRenderer, tmp_path: Path
) -> None:
    renderers = [SlowRenderer(tmp_path / "a"), SlowRenderer(tmp_path / "b")]
    made = PictureSheets(renderers, {"feet": FIXED, "side": FREE}, "oak")
    folder = tmp_path / "out"
    folder.mkdir()
    assert made.write(folder) == len(names(folder)) == 6 * (1 + 17)
    assert all(len(renderer.asked) > AHEAD for renderer in renderers)
    image = QImage(str(folder / "picture-side-dusk-40-chest-belt.png"))
    assert (image.width(), image.hasAlphaChannel()) == (40, False)


def test_what_is_at_hand_is_written_at_once(
    small: None, renderer: HandRenderer, tmp_path: Path
) -> None:
    renderer.everything = True
    assert PictureSheets([renderer], {"feet": FIXED}, "oak").write(tmp_path) == 6
    assert "picture-feet-morning-60" in names(tmp_path)


def test_the_ground_is_that_of_the_light() -> None:
    grounds = {sheet.scene.theme: sheet.ground for sheet in sheets({"feet": FIXED}, "oak")}
    assert grounds == {"morning": MORNING.surface, "dusk": DUSK.surface}


def test_a_picture_that_cannot_be_drawn_ends_it(
    small: None, renderer: HandRenderer, tmp_path: Path
) -> None:
    made = PictureSheets([renderer], {"feet": FIXED}, "oak")
    QTimer.singleShot(0, lambda: renderer.failed.emit("No pen."))
    with pytest.raises(UndrawnError, match=r"^No pen\.$"):
        made.write(tmp_path)


def test_a_file_that_cannot_be_written_ends_it(
    small: None, renderer: HandRenderer, tmp_path: Path
) -> None:
    renderer.everything = True
    with pytest.raises(OSError, match="cannot be written") as problem:
        PictureSheets([renderer], {"feet": FIXED}, "oak").write(tmp_path / "nowhere")
    assert "picture-feet" in str(problem.value.filename)
