import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from constructive_rest.drawing import renderer as renderer_module
from constructive_rest.drawing.cache import PictureCache
from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.setup import Arms, Setup

MakeRenderer = Callable[..., Renderer]
Notes = Callable[[], list[str]]
DIE_ONCE = "if starts == 1: sys.exit(3)"
DIE = "sys.exit(3)"
REFUSE = (
    "sys.stdout.buffer.write(write_error(number, 'No such plant.')); "
    "sys.stdout.buffer.flush(); continue"
)


def collect(renderer: Renderer) -> list[Picture]:
    """Every picture that the renderer brings from now on."""
    pictures: list[Picture] = []
    renderer.drawn.connect(pictures.append)
    return pictures


def test_a_picture_comes_later_and_is_at_hand_from_then_on(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene
) -> None:
    renderer = renderer_with()
    with qtbot.waitSignal(renderer.drawn) as arrived:
        assert renderer.picture(scene) is None
    assert arrived.args is not None
    picture: Picture = arrived.args[0]
    assert picture.scene == scene
    assert picture.anchors == {"floor": (1.0, 2.0)}
    assert picture.image.pixelColor(5, 5).name() == "#336699"
    again = renderer.picture(scene)
    assert again is not None
    assert again.image == picture.image


def test_a_stored_picture_is_at_hand_at_once_without_a_process(
    renderer_with: MakeRenderer,
    tmp_path: Path,
    scene: Scene,
    make_plain: Callable[[Scene], Picture],
    notes: Notes,
) -> None:
    PictureCache(tmp_path / "cache").store(make_plain(scene))
    picture = renderer_with().picture(scene)
    assert picture is not None
    assert picture.image == make_plain(scene).image
    assert notes() == []


def test_no_process_is_started_before_it_is_needed(
    renderer_with: MakeRenderer, notes: Notes
) -> None:
    renderer = renderer_with()
    assert renderer.findChildren(QProcess) == []
    assert notes() == []


@pytest.mark.parametrize("change", [{"width": 0}, {"height": -4}])
def test_a_picture_without_size_is_never_asked_for(
    renderer_with: MakeRenderer, scene: Scene, change: dict[str, int]
) -> None:
    renderer = renderer_with()
    assert renderer.picture(replace(scene, **change)) is None  # type: ignore[arg-type]
    assert renderer.findChildren(QProcess) == []


def test_waiting_sizes_of_the_same_picture_are_given_up_for_the_last(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene, notes: Notes
) -> None:
    renderer = renderer_with()
    pictures = collect(renderer)
    for width in (60, 61, 62, 63):
        renderer.picture(replace(scene, width=width))
    qtbot.waitUntil(lambda: len(pictures) == 2)
    assert [picture.scene.width for picture in pictures] == [60, 63]
    assert notes() == ["start", "side-60", "side-63"]


def test_going_back_to_the_size_being_drawn_gives_up_the_other(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene, notes: Notes
) -> None:
    renderer = renderer_with()
    pictures = collect(renderer)
    for width in (60, 61, 60):
        renderer.picture(replace(scene, width=width))
    renderer.picture(replace(scene, pose="top"))
    qtbot.waitUntil(lambda: len(pictures) == 2)
    assert notes() == ["start", "side-60", "top-60"]


def test_other_poses_themes_and_bodies_all_wait_their_turn(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene
) -> None:
    renderer = renderer_with()
    pictures = collect(renderer)
    wanted = [
        scene,
        replace(scene, pose="top", width=50),
        replace(scene, theme="dusk", width=51),
        replace(scene, body="oak", width=52),
        replace(scene, setup=Setup(arms=Arms.SIDES), width=53),
    ]
    for each in wanted:
        renderer.picture(each)
    qtbot.waitUntil(lambda: len(pictures) == len(wanted))
    assert [picture.scene for picture in pictures] == wanted


def test_one_process_draws_everything(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene, notes: Notes
) -> None:
    renderer = renderer_with()
    for pose in ("side", "top"):
        with qtbot.waitSignal(renderer.drawn):
            renderer.picture(replace(scene, pose=pose))
    assert notes().count("start") == 1


def test_scenes_that_look_the_same_are_drawn_once_and_named_as_asked(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene, notes: Notes
) -> None:
    renderer = renderer_with()
    hips = replace(scene, pose="arms-ribs", setup=Setup(arms=Arms.HIPS))
    sides = replace(hips, setup=Setup(arms=Arms.SIDES))
    with qtbot.waitSignal(renderer.drawn) as arrived:
        renderer.picture(hips)
    assert arrived.args is not None
    assert arrived.args[0].scene == hips
    known = renderer.picture(sides)
    assert known is not None
    assert known.scene == sides
    assert notes() == ["start", "arms-ribs-60"]


def test_a_process_that_dies_is_started_again_and_draws(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene, notes: Notes
) -> None:
    renderer = renderer_with(DIE_ONCE)
    with qtbot.waitSignal(renderer.drawn) as arrived:
        renderer.picture(scene)
    assert arrived.args is not None
    assert arrived.args[0].scene == scene
    assert notes() == ["start", "side-60", "start", "side-60"]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_process_that_was_killed_is_started_again(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene, notes: Notes
) -> None:
    renderer = renderer_with()
    with qtbot.waitSignal(renderer.drawn):
        renderer.picture(scene)
    (process,) = renderer.findChildren(QProcess)
    os.kill(process.processId(), signal.SIGKILL)
    with qtbot.waitSignal(renderer.drawn):
        renderer.picture(replace(scene, pose="top"))
    assert notes().count("start") == 2


def test_a_process_that_dies_twice_is_told_once_and_left_alone(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene, notes: Notes
) -> None:
    renderer = renderer_with(DIE)
    told: list[str] = []
    renderer.failed.connect(told.append)
    with qtbot.waitSignal(renderer.failed):
        renderer.picture(scene)
    assert renderer.picture(replace(scene, pose="top")) is None
    assert notes().count("start") == 2
    assert told == ["The figure could not be drawn. Everything else works as it should."]


def test_a_program_that_cannot_be_started_is_told(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene, tmp_path: Path
) -> None:
    renderer = renderer_with(command=[str(tmp_path / "nowhere")])
    with qtbot.waitSignal(renderer.failed):
        renderer.picture(scene)


def test_stored_pictures_are_given_even_when_none_can_be_drawn(
    renderer_with: MakeRenderer,
    qtbot: QtBot,
    scene: Scene,
    tmp_path: Path,
    make_plain: Callable[[Scene], Picture],
) -> None:
    renderer = renderer_with(DIE)
    with qtbot.waitSignal(renderer.failed):
        renderer.picture(scene)
    stored = replace(scene, pose="top")
    PictureCache(tmp_path / "cache").store(make_plain(stored))
    assert renderer.picture(stored) is not None


def test_what_the_process_refuses_is_told_in_its_words(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene
) -> None:
    renderer = renderer_with(REFUSE)
    with qtbot.waitSignal(renderer.failed) as told:
        renderer.picture(scene)
    assert told.args == ["No such plant."]


def test_an_idle_process_is_let_go_and_comes_back(
    renderer_with: MakeRenderer,
    qtbot: QtBot,
    scene: Scene,
    notes: Notes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(renderer_module, "_IDLE_MS", 1)
    renderer = renderer_with()
    with qtbot.waitSignal(renderer.drawn):
        renderer.picture(scene)
    qtbot.waitUntil(lambda: renderer.findChildren(QProcess) == [])
    with qtbot.waitSignal(renderer.drawn):
        renderer.picture(replace(scene, pose="top"))
    assert notes().count("start") == 2


def test_closing_gives_up_what_waits_and_tells_nobody(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene
) -> None:
    renderer = renderer_with()
    with qtbot.assertNotEmitted(renderer.failed), qtbot.assertNotEmitted(renderer.drawn):
        renderer.picture(scene)
        renderer.picture(replace(scene, pose="top"))
        renderer.close()
    qtbot.waitUntil(lambda: renderer.findChildren(QProcess) == [])


def test_it_is_busy_until_the_last_picture_has_come(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene
) -> None:
    renderer = renderer_with()
    pictures = collect(renderer)
    renderer.picture(scene)
    renderer.picture(replace(scene, pose="top"))
    assert renderer.busy
    qtbot.waitUntil(lambda: not renderer.busy)
    assert len(pictures) == 2


def test_it_is_not_busy_once_it_has_failed(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene
) -> None:
    renderer = renderer_with(DIE)
    with qtbot.waitSignal(renderer.failed):
        renderer.picture(scene)
    assert not renderer.busy


def test_closing_twice_or_unused_is_no_trouble(renderer_with: MakeRenderer) -> None:
    renderer = renderer_with()
    renderer.close()
    renderer.close()


def test_memory_lets_the_longest_unused_go(
    renderer_with: MakeRenderer,
    tmp_path: Path,
    scene: Scene,
    make_plain: Callable[[Scene], Picture],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(renderer_module, "_MEMORY_BYTES", 60 * 30 * 4 * 2)
    cache = PictureCache(tmp_path / "cache")
    renderer = renderer_with(DIE)
    scenes = [scene, replace(scene, theme="dusk"), replace(scene, pose="top")]
    for each in scenes:
        cache.store(make_plain(each))
        assert renderer.picture(each) is not None
    for path in (tmp_path / "cache").glob("*.picture"):
        path.unlink()
    at_hand = [renderer.picture(each) is not None for each in scenes[1:]]
    assert at_hand == [True, True]
    assert renderer.picture(scenes[0]) is None


def test_the_real_process_draws_and_stores(tmp_path: Path, qtbot: QtBot) -> None:
    scene = Scene("side", "dusk", 120, 64, 1.5, Setup(arms=Arms.CHEST), "willow")
    renderer = Renderer(tmp_path)
    with qtbot.waitSignal(renderer.drawn, timeout=30_000) as arrived:
        assert renderer.picture(scene) is None
    renderer.close()
    assert arrived.args is not None
    picture: Picture = arrived.args[0]
    assert picture.image.size().toTuple() == (180, 96)
    later = Renderer(tmp_path).picture(scene)
    assert later is not None
    assert later.anchors == picture.anchors
    assert later.image == picture.image


def test_two_places_may_wait_for_one_picture_in_different_sizes(
    renderer_with: MakeRenderer, qtbot: QtBot, scene: Scene, notes: Notes
) -> None:
    renderer = renderer_with()
    pictures = collect(renderer)
    renderer.picture(scene)
    renderer.picture(replace(scene, width=61), "guide")
    renderer.picture(replace(scene, width=62), "rest")
    renderer.picture(replace(scene, width=63), "rest")
    qtbot.waitUntil(lambda: len(pictures) == 3)
    assert notes() == ["start", "side-60", "side-61", "side-63"]


def test_once_closed_nothing_is_drawn_any_more(
    renderer_with: MakeRenderer, scene: Scene, notes: Notes
) -> None:
    renderer = renderer_with()
    renderer.close()
    assert renderer.picture(scene) is None
    assert not renderer.busy
    assert notes() == []
