"""A figure is never replaced by nothing for longer than it must be, and never by a stale one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QVariantAnimation
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import HandRenderer, drawing, timer_of

from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.practice.setup import Arms, Setup
from constructive_rest.ui.figure_slot import FADE_MS, RESIZE_REST_MS, FigureSlot
from constructive_rest.ui.theme import Theme

SIDE = Scene("side", "morning", 400, 200)
TOP = replace(SIDE, pose="top")
DUSK = replace(SIDE, theme="dusk")
WIDER = replace(SIDE, width=480, height=240)
WIDEST = replace(SIDE, width=560, height=280)


@pytest.fixture
def slot(renderer: HandRenderer, theme: Theme) -> FigureSlot:
    return FigureSlot(renderer, theme)


@pytest.fixture
def shown(slot: FigureSlot, renderer: HandRenderer) -> FigureSlot:
    """A slot that shows the side view."""
    slot.want(SIDE)
    renderer.finish(SIDE)
    return slot


def fade_of(slot: FigureSlot) -> QVariantAnimation:
    fade = slot.findChild(QVariantAnimation)
    assert fade is not None
    return fade


def painted(slot: FigureSlot, at: QPointF) -> QImage:
    image = QImage(600, 400, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    slot.paint(painter, at)
    painter.end()
    return image


def scene_of(slot: FigureSlot) -> Scene | None:
    picture: Picture | None = slot.picture
    return picture.scene if picture is not None else None


def test_a_picture_at_hand_is_shown_at_once(slot: FigureSlot, renderer: HandRenderer) -> None:
    renderer.at_hand[SIDE] = drawing(SIDE)
    slot.want(SIDE)
    assert slot.picture is renderer.at_hand[SIDE]
    assert painted(slot, QPointF(0, 200)).pixelColor(10, 100).alpha() == 255


def test_nothing_is_shown_until_the_first_picture_is_drawn(
    slot: FigureSlot, renderer: HandRenderer, qtbot: QtBot
) -> None:
    slot.want(SIDE)
    assert slot.picture is None
    assert painted(slot, QPointF(0, 200)).pixelColor(10, 100).alpha() == 0
    with qtbot.waitSignal(slot.changed):
        renderer.finish(SIDE)
    assert scene_of(slot) == SIDE


def test_a_picture_that_comes_late_fades_in(renderer: HandRenderer, lively: Theme) -> None:
    slot = FigureSlot(renderer, lively)
    slot.want(SIDE)
    renderer.finish(SIDE)
    fade = fade_of(slot)
    assert fade.state() == QVariantAnimation.State.Running
    assert painted(slot, QPointF(0, 200)).pixelColor(10, 100).alpha() < 40
    fade.setCurrentTime(FADE_MS // 2)
    assert 100 < painted(slot, QPointF(0, 200)).pixelColor(10, 100).alpha() < 155
    fade.setCurrentTime(FADE_MS)
    assert painted(slot, QPointF(0, 200)).pixelColor(10, 100).alpha() == 255


def test_the_old_picture_fades_out_while_the_new_one_fades_in(
    renderer: HandRenderer, lively: Theme
) -> None:
    slot = FigureSlot(renderer, lively)
    renderer.at_hand[SIDE] = drawing(SIDE)
    slot.want(SIDE)
    slot.want(DUSK)
    renderer.finish(DUSK)
    assert painted(slot, QPointF(0, 200)).pixelColor(10, 100).alpha() > 200


def test_without_gentle_motion_nothing_fades(shown: FigureSlot) -> None:
    assert fade_of(shown).state() == QVariantAnimation.State.Stopped
    assert painted(shown, QPointF(0, 200)).pixelColor(10, 100).alpha() == 255


def test_the_last_picture_stays_until_the_next_is_drawn(
    shown: FigureSlot, renderer: HandRenderer
) -> None:
    shown.want(DUSK)
    assert scene_of(shown) == SIDE
    renderer.finish(DUSK)
    assert scene_of(shown) == DUSK


def test_another_pose_drops_the_old_picture_at_once(shown: FigureSlot) -> None:
    shown.want(TOP)
    assert shown.picture is None


def test_a_picture_that_is_no_longer_wanted_is_not_shown(
    slot: FigureSlot, renderer: HandRenderer
) -> None:
    slot.want(SIDE)
    slot.want(DUSK)
    renderer.finish(SIDE)
    assert slot.picture is None


def test_the_same_wish_is_asked_for_once(slot: FigureSlot, renderer: HandRenderer) -> None:
    slot.want(SIDE)
    slot.want(SIDE)
    assert renderer.asked == [SIDE]


def test_a_new_arrangement_of_the_body_is_asked_for_at_once(
    shown: FigureSlot, renderer: HandRenderer
) -> None:
    moved = replace(SIDE, setup=Setup(arms=Arms.CHEST))
    shown.want(moved)
    assert renderer.asked[-1] == moved
    assert shown.settled


def test_resizing_waits_until_the_window_rests(shown: FigureSlot, renderer: HandRenderer) -> None:
    shown.want(WIDER)
    shown.want(WIDEST)
    assert not shown.settled
    assert renderer.asked == [SIDE]
    assert timer_of(shown).interval() == RESIZE_REST_MS
    timer_of(shown).timeout.emit()
    assert renderer.asked == [SIDE, WIDEST]


def test_the_wait_ends_by_itself(shown: FigureSlot, renderer: HandRenderer, qtbot: QtBot) -> None:
    shown.want(WIDER)
    qtbot.waitUntil(lambda: shown.settled and renderer.asked[-1] == WIDER)


def test_meanwhile_the_old_picture_is_stretched_to_the_new_size(shown: FigureSlot) -> None:
    shown.want(WIDEST)
    image = painted(shown, QPointF(0, 300))
    assert image.pixelColor(550, 200).alpha() == 255
    assert image.pixelColor(570, 200).alpha() == 0


def test_a_side_view_stands_on_the_floor_line(shown: FigureSlot) -> None:
    image = painted(shown, QPointF(20, 250))
    top, foot = 250 - 150, 250 + 50
    assert image.pixelColor(30, top + 1).alpha() == 255
    assert image.pixelColor(30, top - 2).alpha() == 0
    assert image.pixelColor(30, foot - 1).alpha() == 255
    assert image.pixelColor(30, foot + 2).alpha() == 0


def test_every_other_view_hangs_from_its_corner(slot: FigureSlot, renderer: HandRenderer) -> None:
    slot.want(TOP)
    renderer.finish(TOP)
    image = painted(slot, QPointF(20, 50))
    assert image.pixelColor(30, 51).alpha() == 255
    assert image.pixelColor(30, 48).alpha() == 0


def test_an_anchor_is_measured_from_the_floor_line(shown: FigureSlot) -> None:
    picture = shown.picture
    assert picture is not None
    x, y = picture.anchors["head"]
    at = shown.anchor("head", QPointF(100, 300))
    assert at == QPointF(100 + x, 300 + y - picture.anchors["floor"][1])


def test_an_anchor_grows_with_the_stretched_picture(shown: FigureSlot) -> None:
    before = shown.anchor("feet", QPointF(0, 0))
    shown.want(replace(SIDE, width=800, height=400))
    after = shown.anchor("feet", QPointF(0, 0))
    assert before is not None
    assert after == before * 2


def test_there_is_no_anchor_before_the_first_picture(slot: FigureSlot) -> None:
    slot.want(SIDE)
    assert slot.anchor("head", QPointF(0, 0)) is None
