import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from constructive_rest.drawing.mark_painter import BELOW, MarkInks, Words, paint_marks
from constructive_rest.figure.mark import Form, Mark, Overlay

INKS = MarkInks(
    line=QColor("#ff0000"),
    thread=QColor("#00ff00"),
    halo=QColor("#0000ff"),
    patch=QColor("#ffff00"),
    glow=QColor("#ff00ff"),
    words=QColor("#000000"),
)
PAPER = QColor("#ffffff")
ACROSS = ((20.0, 60.0), (180.0, 60.0))
SQUARE = ((60.0, 40.0), (120.0, 40.0), (120.0, 90.0), (60.0, 90.0))


def painted(form: Form, points: tuple[tuple[float, float], ...], *, wrong: bool = False,
            words: Words | None = None, label: str = "it") -> QImage:  # fmt: skip
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    paint_marks(painter, [Mark(Overlay.GAP, form, points, label)], INKS, wrong=wrong, words=words)
    painter.end()
    return image


def reddish(image: QImage, y: int) -> list[int]:
    """Where along a row the line's own colour is seen."""
    row = [image.pixelColor(x, y) for x in range(image.width())]
    return [x for x, seen in enumerate(row) if seen.red() > 200 and seen.green() < 60]


def words(qapp: object, text: str = "30 cm") -> Words:
    return Words({"it": text}, QFont())


def test_a_line_is_whole_where_it_is_right_and_broken_where_it_is_wrong() -> None:
    right, wrong = (reddish(painted(Form.LINE, ACROSS, wrong=w), 60) for w in (False, True))
    assert len(right) > 155
    assert 60 < len(wrong) < 130
    assert wrong[0] < 30
    assert wrong[-1] > 165


def test_a_line_is_parted_from_what_is_behind_it() -> None:
    image = painted(Form.LINE, ACROSS)
    assert image.pixelColor(100, 58).blue() > 200
    assert image.pixelColor(100, 58).red() < 120


def test_a_thread_is_thinner_and_stitched() -> None:
    image = painted(Form.THREAD, ACROSS)
    greens = [image.pixelColor(x, 60).green() for x in range(24, 176)]
    assert max(greens) > min(greens) + 60, "it shows and gives way to its halo by turns"
    assert image.pixelColor(100, 57) == PAPER


def test_an_arrow_has_its_head_at_its_end() -> None:
    image = painted(Form.ARROW, ACROSS)

    def thick(x: int) -> int:
        return sum(image.pixelColor(x, y) != PAPER for y in range(120))

    assert thick(176) > thick(30) + 2


def test_a_patch_is_filled_and_a_hollow_is_only_lined() -> None:
    patch, hollow = (painted(form, SQUARE) for form in (Form.PATCH, Form.HOLLOW))
    assert patch.pixelColor(90, 65).blue() < 90, "filled with the patch's yellow"
    assert hollow.pixelColor(90, 65) == INKS.halo
    assert patch.pixelColor(56, 65) != PAPER, "its glow"
    assert hollow.pixelColor(54, 65) == PAPER


def test_a_glow_fades_to_its_rim() -> None:
    image = painted(Form.GLOW, ((100.0, 60.0), (150.0, 60.0)))
    greens = [image.pixelColor(x, 60).green() for x in (100, 115, 130, 149)]
    assert greens == sorted(greens)
    assert greens[0] < 120
    assert image.pixelColor(153, 60) == PAPER


def test_a_bracket_stands_below_its_points_and_makes_room_for_its_words(qapp: object) -> None:
    row = round(60 + BELOW)
    bare, labelled = (painted(Form.BRACKET, ACROSS, words=w) for w in (None, words(qapp)))
    assert len(reddish(bare, row)) > 155
    between = [x for x in range(92, 108) if x in reddish(labelled, row)]
    assert between == []
    assert reddish(labelled, row)[0] < 24
    assert any(labelled.pixelColor(x, y).lightness() < 60 for x in range(80, 120)
               for y in range(row - 8, row + 8))  # fmt: skip


def test_a_narrow_bracket_has_ticks_alone_beside_its_words(qapp: object) -> None:
    image = painted(Form.BRACKET, ((95.0, 60.0), (105.0, 60.0)), words=words(qapp, "thirty"))
    assert set(reddish(image, round(60 + BELOW - 5))) <= set(range(93, 108))


def test_a_leader_without_words_is_not_drawn(qapp: object) -> None:
    blank = QImage(200, 120, QImage.Format.Format_RGB32)
    blank.fill(PAPER)
    points = ((100.0, 100.0), (100.0, 30.0))
    assert painted(Form.LEADER, points) == blank
    assert painted(Form.LEADER, points, words=words(qapp), label="other") == blank
    assert painted(Form.LEADER, points, words=words(qapp)) != blank


@pytest.mark.parametrize(("start", "end", "low"), [(60.0, 20.0, True), (60.0, 100.0, False)])
def test_words_stand_beyond_the_start_of_their_leader(
    qapp: object, start: float, end: float, low: bool
) -> None:
    image = painted(Form.LEADER, ((100.0, start), (100.0, end)), words=words(qapp))
    dark = [y for y in range(120) for x in range(70, 95) if image.pixelColor(x, y).lightness() < 60]
    assert dark
    assert (min(dark) > start) if low else (max(dark) < start)


def test_a_dot_has_its_ring() -> None:
    image = painted(Form.DOT, ((100.0, 60.0),))
    assert image.pixelColor(100, 60) == INKS.line
    assert image.pixelColor(104, 60).blue() > 150
