"""The figure moves on from where it is, and nothing keeps it from arriving."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, QVariantAnimation
from PySide6.QtGui import QColor, QCursor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.hand_passages import INK, HandPassages
from tests.ui.stand_ins import HandRenderer, drawing, near

from constructive_rest.drawing.passage import DURATION_MS, FRAMES
from constructive_rest.drawing.picture import Scene
from constructive_rest.practice.setup import Arms, Setup
from constructive_rest.settings import ThemeChoice
from constructive_rest.ui.figure_place import Place
from constructive_rest.ui.figure_slot import FADE_MS
from constructive_rest.ui.moving_slot import MovingSlot
from constructive_rest.ui.theme import Theme

SIDE = Scene("side", "morning", 400, 200, body="reed")
TOP = Scene("top", "morning", 320, 168, body="reed")
FEET = replace(TOP, pose="feet")
FLOOR = Place(QRectF(100, 300, 400, 208), hung=False)
WALL = Place(QRectF(140, 40, 320, 168), hung=True)
STILL = QColor("#0000ff")


class Bench:
    """A slot, and hands on everything that it waits for."""

    def __init__(self, renderer: HandRenderer, theme: Theme) -> None:
        self.renderer, self.theme = renderer, theme
        self.passages = HandPassages(renderer)
        renderer.passages = self.passages
        self.slot = MovingSlot(renderer, theme)
        self.place = FLOOR

    def stand(self, scene: Scene, place: Place) -> None:
        self.place = place
        self.slot.stand(scene, place, seen=True)

    def at_rest(self, scene: Scene, place: Place) -> None:
        """Show `scene` without a movement."""
        self.renderer.at_hand[scene] = drawing(scene, STILL)
        self.stand(scene, place)
        self.end_fade()

    def pass_ms(self, now: int) -> None:
        """The movement has taken `now` ms."""
        time = self.slot.moving.findChild(QVariantAnimation)
        assert time is not None
        time.setCurrentTime(now)

    def end_fade(self) -> None:
        for one in self.slot.findChildren(QVariantAnimation):
            if one.parent() is self.slot:
                one.setCurrentTime(FADE_MS)

    def painted(self) -> QImage:
        image = QImage(640, 480, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        self.slot.paint_at(painter, self.place)
        painter.end()
        return image

    def drawn(self) -> QRectF:
        """Where the moving square is, by its pixels."""
        image = self.painted()
        found = [
            (x, y)
            for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)
            if near(image.pixelColor(x, y), INK)
        ]
        if not found:
            return QRectF()
        left, top = min(x for x, _ in found), min(y for _, y in found)
        right, foot = max(x for x, _ in found), max(y for _, y in found)
        return QRectF(left, top, right - left, foot - top)

    def move_to(self, place: int) -> None:
        """Frames up to `place` come, and the time at which it is due."""
        self.passages.bring(*range(place + 1))
        self.pass_ms(round(DURATION_MS * place / FRAMES) + 1)


@pytest.fixture
def bench(tmp_path: Path, theme: Theme) -> Bench:
    theme.choose(ThemeChoice.MORNING, motion=True)
    return Bench(HandRenderer(tmp_path), theme)


@pytest.fixture
def resting(bench: Bench) -> Bench:
    """A slot in which the side view rests on the floor line."""
    bench.at_rest(SIDE, FLOOR)
    return bench


def test_the_first_picture_does_not_move(bench: Bench) -> None:
    bench.at_rest(SIDE, FLOOR)
    assert bench.passages.journal.moves == []
    assert bench.slot.settled


def test_another_step_is_moved_to(resting: Bench) -> None:
    resting.stand(TOP, WALL)
    (asked,) = resting.passages.journal.moves
    assert (asked.start, asked.end, asked.after) == (SIDE, TOP, None)
    assert resting.slot.moving.active
    assert not resting.slot.settled


def test_other_arms_are_moved_to_as_well(resting: Bench) -> None:
    resting.stand(replace(SIDE, setup=Setup(arms=Arms.HIPS)), FLOOR)
    assert len(resting.passages.journal.moves) == 1


@pytest.mark.parametrize(
    "scene",
    [replace(SIDE, width=480, height=240), replace(SIDE, theme="dusk"), replace(SIDE, dpr=2.0)],
)
def test_size_and_light_are_no_movement(resting: Bench, scene: Scene) -> None:
    resting.stand(scene, FLOOR)
    assert resting.passages.journal.moves == []


def test_a_choice_that_the_picture_does_not_show_is_no_movement(bench: Bench) -> None:
    feet = replace(FEET, setup=Setup(arms=Arms.RIBS))
    bench.at_rest(feet, WALL)
    bench.stand(replace(feet, setup=Setup(arms=Arms.HIPS)), WALL)
    assert bench.passages.journal.moves == []


def test_with_reduced_motion_nothing_moves(resting: Bench) -> None:
    resting.theme.choose(ThemeChoice.MORNING, motion=False)
    resting.at_rest(TOP, WALL)
    assert resting.passages.journal.moves == []
    assert resting.slot.picture is not None


def test_where_nobody_sees_it_nothing_moves(resting: Bench) -> None:
    resting.slot.stand(TOP, WALL, seen=False)
    assert resting.passages.journal.moves == []


def test_until_the_first_frame_the_old_picture_stays_where_it_was(resting: Bench) -> None:
    before = resting.painted()
    resting.stand(TOP, WALL)
    assert resting.painted() == before


def test_it_leaves_the_floor_and_arrives_on_the_wall(resting: Bench) -> None:
    resting.stand(TOP, WALL)
    resting.passages.open()
    resting.move_to(FRAMES // 4)
    early = resting.drawn()
    resting.move_to(FRAMES)
    late = resting.drawn()
    assert early.width() == pytest.approx(200, abs=12)
    assert late.width() == pytest.approx(160, abs=4)
    assert late.center().x() == pytest.approx(WALL.rect.center().x(), abs=3)
    assert late.center().y() < early.center().y()


def test_the_shading_it_leaves_fades_out_over_the_first_frames(resting: Bench) -> None:
    resting.stand(TOP, WALL)
    resting.passages.open()
    resting.move_to(0)
    assert near(resting.painted().pixelColor(300, 250), STILL)
    resting.move_to(FRAMES // 3)
    assert near(resting.painted().pixelColor(300, 250), INK)


def test_late_frames_are_left_out(resting: Bench) -> None:
    resting.stand(TOP, WALL)
    resting.passages.open()
    resting.passages.bring(0)
    resting.pass_ms(DURATION_MS // 2)
    resting.passages.bring(1, 2, 3, FRAMES // 2)
    repaints: list[None] = []
    resting.slot.changed.connect(lambda: repaints.append(None))
    resting.pass_ms(DURATION_MS // 2 + 20)
    assert len(repaints) <= 1
    assert resting.drawn().width() == pytest.approx(180, abs=8)


def test_no_frame_is_shown_before_its_time(resting: Bench) -> None:
    resting.stand(TOP, WALL)
    resting.passages.open()
    resting.passages.bring(*range(FRAMES + 1))
    resting.pass_ms(20)
    assert resting.slot.moving.near is False


def test_at_rest_the_shaded_picture_takes_over(resting: Bench) -> None:
    resting.renderer.at_hand[TOP] = drawing(TOP, STILL)
    resting.stand(TOP, WALL)
    too_early = resting.slot.picture
    resting.passages.open()
    resting.move_to(FRAMES)
    assert too_early is None
    assert resting.slot.picture is not None
    assert resting.slot.presence < 1.0
    resting.end_fade()
    assert resting.slot.settled
    assert resting.slot.presence == 1.0
    assert near(resting.painted().pixelColor(300, 120), STILL)


def test_it_waits_at_rest_for_a_picture_that_comes_late(resting: Bench) -> None:
    resting.stand(TOP, WALL)
    resting.passages.open()
    resting.move_to(FRAMES)
    assert resting.slot.moving.active
    assert near(resting.painted().pixelColor(300, 120), INK)
    resting.renderer.finish(TOP)
    resting.end_fade()
    assert resting.slot.settled


def test_redirected_it_goes_on_from_where_it_is(resting: Bench) -> None:
    resting.stand(TOP, WALL)
    resting.passages.open()
    resting.move_to(FRAMES // 2)
    before = resting.drawn()
    resting.stand(SIDE, FLOOR)
    asked = resting.passages.journal.moves[-1]
    assert (asked.start, asked.end) == (TOP, SIDE)
    assert asked.after is not None
    assert asked.after.place == FRAMES // 2
    assert resting.drawn() == before, "nothing jumps while the new frames are awaited"
    resting.passages.open()
    resting.passages.bring(0)
    after = resting.drawn()
    assert after.center().x() == pytest.approx(before.center().x(), abs=3)
    assert after.center().y() == pytest.approx(before.center().y(), abs=3)


def test_pressed_again_before_the_first_frame_it_starts_from_the_picture(resting: Bench) -> None:
    resting.stand(TOP, WALL)
    resting.stand(FEET, WALL)
    asked = resting.passages.journal.moves[-1]
    assert (asked.start, asked.end, asked.after) == (SIDE, FEET, None)
    resting.passages.open()
    resting.move_to(0)
    assert near(resting.painted().pixelColor(300, 250), STILL)


def test_a_picture_of_a_step_that_was_passed_by_is_not_shown(resting: Bench) -> None:
    resting.stand(TOP, WALL)
    resting.stand(FEET, WALL)
    resting.renderer.finish(TOP)
    resting.passages.open()
    resting.move_to(FRAMES)
    assert resting.slot.picture is None


def test_resized_underway_it_arrives_in_the_new_place(resting: Bench) -> None:
    resting.stand(TOP, WALL)
    resting.passages.open()
    resting.move_to(FRAMES // 2)
    larger = Place(QRectF(60, 20, 480, 252), hung=True)
    wider = replace(TOP, width=480, height=252)
    resting.stand(wider, larger)
    assert len(resting.passages.journal.moves) == 1
    grown = resting.drawn()
    assert grown.width() > 200
    resting.passages.bring(*range(FRAMES // 2 + 1, FRAMES + 1))
    resting.pass_ms(DURATION_MS)
    assert resting.drawn().width() == pytest.approx(240, abs=4)
    assert resting.drawn().center().x() == pytest.approx(larger.rect.center().x(), abs=3)


def test_when_the_frames_will_not_come_the_picture_is_shown(resting: Bench) -> None:
    resting.renderer.at_hand[TOP] = drawing(TOP, STILL)
    resting.stand(TOP, WALL)
    resting.passages.open()
    resting.move_to(FRAMES // 3)
    resting.passages.failed.emit()
    resting.end_fade()
    assert resting.slot.settled
    assert resting.slot.picture is not None


def test_without_a_moving_process_pictures_change_as_before(resting: Bench) -> None:
    resting.passages.able = False
    resting.at_rest(TOP, WALL)
    assert resting.passages.journal.moves == []
    assert resting.slot.picture is not None


def test_a_step_without_a_figure_shows_none_and_stops(resting: Bench) -> None:
    resting.stand(TOP, WALL)
    resting.slot.leave()
    assert not resting.slot.moving.active
    assert resting.passages.journal.stops >= 1
    assert resting.slot.picture is None


def test_it_gets_ready_for_what_it_shows_and_only_where_it_may_move(resting: Bench) -> None:
    resting.slot.get_ready()
    resting.theme.choose(ThemeChoice.MORNING, motion=False)
    resting.slot.get_ready()
    assert resting.passages.journal.readied == [SIDE]


def test_a_pointer_that_moves_onto_the_page_has_it_get_ready(resting: Bench) -> None:
    page = QWidget()
    resting.slot.watch(page)
    enter = QEvent(QEvent.Type.Enter)
    QApplication.sendEvent(page, QEvent(QEvent.Type.Show))
    QApplication.sendEvent(page, enter)
    assert resting.passages.journal.readied == [], "the window opened under a pointer at rest"
    QCursor.setPos(QCursor.pos() - QPoint(40, 40))
    QApplication.sendEvent(page, enter)
    assert resting.passages.journal.readied == [SIDE]
