"""What goes on which page, and how it gives way where there is less room."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from tests.drawing.paper.samples import whole

from constructive_rest.drawing.paper import sheets
from constructive_rest.drawing.paper.document import Document, Entry, Figure, Frame
from constructive_rest.drawing.paper.sheets import Pages, Sheet
from constructive_rest.drawing.paper.typesetting import Kind
from constructive_rest.drawing.typefaces import load_fonts
from constructive_rest.practice.setup import Legs, Setup

A4, LETTER = Sheet(210.0, 297.0), Sheet(215.9, 279.4)


class Laid:
    """The places of pictures and the words of a guide, laid out and not drawn."""

    def __init__(self, painter: QPainter, monkeypatch: pytest.MonkeyPatch) -> None:
        self.painter = painter
        self.pictures: list[tuple[str, QRectF]] = []
        self.told: list[float] = []
        monkeypatch.setattr(
            sheets,
            "print_figure",
            lambda figure, _document, place, *_: self.pictures.append((figure.pose, place)),
        )

    def pages(self, document: Document, sheet: Sheet) -> Pages:
        return Pages(document, self.painter, sheet, self.told.append)


@pytest.fixture
def laid(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Laid]:
    load_fonts()
    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    yield Laid(painter, monkeypatch)
    painter.end()


@pytest.mark.parametrize("sheet", [A4, LETTER], ids=["A4", "Letter"])
def test_every_picture_has_a_place_of_its_own(laid: Laid, sheet: Sheet) -> None:
    document = whole("reed", Setup())
    pages = laid.pages(document, sheet)
    counts = []
    for draw in (pages.first, pages.second):
        laid.pictures.clear()
        draw()
        counts.append(len(laid.pictures))
        places = [place for _, place in laid.pictures]
        for place in places:
            assert place.left() >= 17
            assert place.right() <= sheet.width - 17
            assert place.bottom() <= sheet.foot + 0.01
        for number, one in enumerate(places):
            assert not any(one.intersects(other) for other in places[number + 1 :])
    pictures = [(entry.figure is not None) + len(entry.frames) for entry in document.entries]
    assert sum(counts) == sum(pictures) + 1


def test_a_series_stands_in_a_row_under_its_words(laid: Laid) -> None:
    document = whole("reed", Setup())
    frames = tuple(Frame(Figure(pose), "Some words.") for pose in ("side", "top", "back"))
    series = Entry("Getting up", ("Never straight up.",), frames=frames)
    pages = laid.pages(replace(document, entries=(*document.entries, series)), A4)
    pages.first()
    pages.second()
    places = [place for _, place in laid.pictures[-3:]]
    assert [pose for pose, _ in laid.pictures[-3:]] == ["side", "top", "back"]
    assert len({(place.top(), place.height()) for place in places}) == 1
    assert [place.left() for place in places] == sorted(place.left() for place in places)
    assert places[0].right() < places[1].left()
    assert laid.told[-1] == 1.0


def test_words_without_a_picture_take_the_whole_width(laid: Laid) -> None:
    document = whole("reed", Setup())
    bare = replace(document.entries[0], figure=None)
    pages = laid.pages(document, A4)
    assert pages._width_of(bare) > pages._width_of(document.entries[0]) + 60


def test_progress_ends_at_the_whole(laid: Laid) -> None:
    pages = laid.pages(whole("reed", Setup()), A4)
    pages.first()
    pages.second()
    assert laid.told == sorted(laid.told)
    assert laid.told[-1] == 1.0


def test_usual_words_stand_in_usual_type(laid: Laid) -> None:
    assert laid.pages(whole("reed", Setup()), A4)._type.scale == 1.0


def test_a_wordier_language_is_set_smaller_and_still_fits(laid: Laid) -> None:
    document = whole("reed", Setup())
    wordy = replace(
        document,
        closings=tuple(
            replace(part, paragraphs=tuple(words * 3 for words in part.paragraphs))
            for part in document.closings
        ),
        entries=tuple(
            replace(entry, lines=tuple(words * 2 for words in entry.lines))
            for entry in document.entries
        ),
    )
    pages = laid.pages(wordy, LETTER)
    assert pages._type.scale < laid.pages(document, LETTER)._type.scale
    pages.first()
    pages.second()
    assert all(place.bottom() <= LETTER.foot for _, place in laid.pictures)


def test_a_guide_of_two_steps_has_two_pages(laid: Laid) -> None:
    document = whole("reed", Setup())
    pages = laid.pages(replace(document, entries=document.entries[2:4]), A4)
    pages.first()
    assert len(laid.pictures) == 2
    pages.second()
    assert len(laid.pictures) == 3


@pytest.mark.parametrize("sheet", [A4, LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize("legs", [Legs.FLOOR, Legs.SIDE])
def test_no_type_is_smaller_than_is_comfortable(laid: Laid, sheet: Sheet, legs: Legs) -> None:
    """9.5 points for what is to be read lying down."""
    pages = laid.pages(whole("reed", Setup(legs=legs)), sheet)
    assert pages._type.scale * Kind.BODY.value.points >= 9.5


def test_on_the_side_the_pictures_take_the_room(laid: Laid) -> None:
    heights = []
    for legs in (Legs.FLOOR, Legs.SIDE):
        laid.pictures.clear()
        pages = laid.pages(whole("reed", Setup(legs=legs)), A4)
        pages.first()
        pages.second()
        places = dict(laid.pictures)
        heights.append((laid.pictures[0][1].height(), places["down-1"].width()))
    (hero, frame), (lying, larger) = heights
    assert lying > hero * 1.05
    assert larger > frame * 1.5


@pytest.mark.parametrize("sheet", [A4, LETTER], ids=["A4", "Letter"])
def test_a_short_series_has_its_words_beside_it_and_no_lower(laid: Laid, sheet: Sheet) -> None:
    document = whole("reed", Setup())
    pages = laid.pages(document, sheet)
    down = pages._series(document.entries[1])
    assert down._beside
    assert down._words_height <= down._frame_height
    wordy = replace(document.entries[1], lines=("Many words. " * 30,))
    above = pages._series(wordy)
    assert not above._beside
    assert above.height() > down.height()
