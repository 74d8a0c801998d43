"""The finished guide, as other programs read it."""

import re
from collections.abc import Callable

import pytest
from tests.drawing.paper.conftest import GUIDES, Printed
from tests.drawing.paper.samples import whole

from constructive_rest.drawing.paper.document import Document

MOST_BYTES = 450_000
POINTS = {"A4": (595, 842), "Letter": (612, 792)}
Make = Callable[[str], Printed]


def in_order(document: Document) -> list[str]:
    """Every sentence of a step in the order in which it is to be read."""
    words = []
    for entry in document.entries:
        words += [entry.title, *entry.lines]
        if entry.choice is not None:
            words += [f"{entry.choice.name}.", entry.choice.hint]
        words += [frame.caption for frame in entry.frames]
        for trouble in entry.trouble:
            words += [f"{trouble.wrong}.", trouble.helps]
    for closing in document.closings:
        words += [closing.heading, *closing.paragraphs]
    return [*words, document.safety]


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("body", GUIDES)
def test_it_stays_well_below_half_a_megabyte(printed: Make, body: str) -> None:
    assert printed(body).file.stat().st_size < MOST_BYTES


@pytest.mark.parametrize("body", GUIDES)
@pytest.mark.parametrize("mode", [(), ("-raw",)], ids=["plain", "raw"])
def test_the_words_stand_in_reading_order(printed: Make, mode: tuple[str, ...], body: str) -> None:
    guide = printed(body)
    text, at = flat(guide.text(*mode)), 0
    for words in in_order(whole(body, guide.setup)):
        found = text.find(flat(words), at)
        assert found >= 0, f"{words!r} is missing or out of order"
        at = found + len(words)


def test_choices_minutes_and_page_numbers_are_there(printed: Make) -> None:
    guide = printed("oak")
    document = whole("oak", guide.setup)
    first, second = flat(guide.text()).split("1 of 2")
    assert document.title in first
    assert document.subtitle in first
    for choice in document.choices:
        assert choice.name in first
    assert "20 min" in first
    assert "2 of 2" in second


def test_no_letter_is_lost_to_a_ligature(printed: Make) -> None:
    text = printed("oak").text()
    assert "Softer" in text
    assert "feels" in text
    assert not re.search("[ﬀﬁﬂﬃﬄ\ufffd]", text)


@pytest.mark.parametrize("body", GUIDES)
def test_the_type_of_the_look_is_embedded(printed: Make, body: str) -> None:
    rows = printed(body).ask("pdffonts").splitlines()[2:]
    names = {row.split()[0].partition("+")[2] or row.split()[0] for row in rows}
    assert names == {
        "SourceSerifPro-Light",
        "SourceSerifPro-Regular",
        "SourceSerifPro-It",
        "SourceSansPro-Regular",
        "SourceSansPro-Semibold",
    }
    for row in rows:
        embedded, _, to_unicode = row.split()[-5:-2]
        assert (embedded, to_unicode) == ("yes", "yes"), row


@pytest.mark.parametrize("body", GUIDES)
def test_nothing_is_a_bitmap(printed: Make, body: str) -> None:
    guide = printed(body)
    assert guide.ask("pdfimages", "-list").splitlines()[2:] == []
    assert b"/Subtype /Image" not in guide.file.read_bytes()


@pytest.mark.parametrize("body", GUIDES)
def test_two_pages_of_the_paper_asked_for(printed: Make, body: str) -> None:
    guide = printed(body)
    information = guide.ask("pdfinfo")
    assert re.search(r"Pages: +2\b", information)
    width, height = POINTS[guide.paper]
    assert re.search(rf"Page size: +{width}(\.\d+)? x {height}(\.\d+)? pts", information)


def test_title_author_and_language(printed: Make) -> None:
    guide = printed("reed")
    information = guide.ask("pdfinfo")
    assert re.search(r"Title: +Constructive Rest: Your set-up, step by step", information)
    assert re.search(r"Author: +Constructive Rest", information)
    assert "<dc:language><rdf:Bag><rdf:li>en</rdf:li>" in guide.ask("pdfinfo", "-meta")


@pytest.mark.parametrize("body", GUIDES)
def test_all_words_stay_between_the_margins(printed: Make, body: str) -> None:
    guide = printed(body)
    width, height = POINTS[guide.paper]
    boxes = re.findall(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"',
        guide.text("-bbox"),
    )
    assert len(boxes) > 200
    for box in boxes:
        left, top, right, bottom = map(float, box)
        assert left > 40
        assert right < width - 40
        assert top > 30
        assert bottom < height - 18
