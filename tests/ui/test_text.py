"""Text in its roles: font, colour, wrapping."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPalette
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import count_near

from constructive_rest.settings import ThemeChoice
from constructive_rest.ui.palette import DUSK, MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.text import Paragraph, Role, TextLabel

LONG = "Let the floor carry the weight of the head, the ribs and the pelvis. " * 4
relaxed = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def ink(label: TextLabel, group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> object:
    return label.palette().color(group, QPalette.ColorRole.WindowText)


@pytest.mark.parametrize("role", Role)
def test_each_role_has_a_colour_of_the_light(theme: Theme, qtbot: QtBot, role: Role) -> None:
    label = TextLabel(theme, role, "words")
    qtbot.addWidget(label)
    morning = {
        MORNING.ink.name(),
        MORNING.muted.name(),
        MORNING.danger.name(),
        MORNING.accent.name(),
    }
    assert label.palette().color(QPalette.ColorRole.WindowText).name() in morning


@pytest.mark.parametrize("role", Role)
def test_a_new_light_gives_it_another_colour(theme: Theme, qtbot: QtBot, role: Role) -> None:
    label = TextLabel(theme, role, "words")
    qtbot.addWidget(label)
    before = ink(label)
    theme.choose(ThemeChoice.DUSK, motion=False)
    assert ink(label) != before


def test_what_is_urgent_is_marked_by_its_colour(theme: Theme, qtbot: QtBot) -> None:
    label = TextLabel(theme, Role.URGENT, "Stop")
    qtbot.addWidget(label)
    assert ink(label) == MORNING.danger


def test_titles_are_in_the_serif_and_text_is_not(theme: Theme, qtbot: QtBot) -> None:
    title, body = TextLabel(theme, Role.TITLE, "a"), TextLabel(theme, Role.BODY, "a")
    qtbot.addWidget(title)
    qtbot.addWidget(body)
    assert "Serif" in title.font().families()[0]
    assert "Sans" in body.font().families()[0]


def test_a_size_of_its_own_outlasts_a_new_light(theme: Theme, qtbot: QtBot) -> None:
    label = TextLabel(theme, Role.TITLE, "Arms")
    qtbot.addWidget(label)
    label.set_size(26)
    theme.choose(ThemeChoice.DUSK, motion=False)
    assert label.font().pixelSize() == 26
    assert ink(label) == DUSK.ink


def test_markup_is_shown_as_it_stands(theme: Theme, qtbot: QtBot) -> None:
    label = TextLabel(theme, Role.BODY, "<b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_disabled_text_is_paler(theme: Theme, qtbot: QtBot) -> None:
    label = TextLabel(theme, Role.FIGURE, "12:00")
    qtbot.addWidget(label)
    color = label.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    assert abs(color.alphaF() - 0.62) < 0.01


@pytest.fixture
def paragraph(theme: Theme, qtbot: QtBot) -> Paragraph:
    made = Paragraph(theme, Role.BODY, 26, LONG.strip())
    qtbot.addWidget(made)
    return made


@relaxed
@given(width=st.integers(120, 1200))
def test_no_line_is_wider_than_the_paragraph(paragraph: Paragraph, width: int) -> None:
    metrics = QFontMetricsF(paragraph.font())
    lines = paragraph._lines(width)
    assert all(metrics.horizontalAdvance(line) <= width + 1 for line in lines)
    assert " ".join(lines) == paragraph.text()


@relaxed
@given(narrow=st.integers(80, 1200), wide=st.integers(80, 1200))
def test_a_wider_paragraph_is_never_higher(paragraph: Paragraph, narrow: int, wide: int) -> None:
    narrow, wide = sorted((narrow, wide))
    assert paragraph.height_for(wide) <= paragraph.height_for(narrow)


def test_its_height_is_its_lines_times_their_leading(paragraph: Paragraph) -> None:
    lines = len(paragraph._lines(300))
    assert paragraph.height_for(300) == lines * 26
    assert paragraph.heightForWidth(300) == lines * 26
    paragraph.set_leading(20)
    assert paragraph.height_for(300) == lines * 20


def test_line_breaks_of_the_text_are_kept(theme: Theme, qtbot: QtBot) -> None:
    paragraph = Paragraph(theme, Role.BODY, 20, "one\ntwo\nthree")
    qtbot.addWidget(paragraph)
    assert paragraph.height_for(800) == 60


def test_one_long_word_is_broken_rather_than_cut_off(theme: Theme, qtbot: QtBot) -> None:
    path = "/home/someone/with/a/very/long/path/" * 4
    paragraph = Paragraph(theme, Role.CAPTION, 18, path)
    qtbot.addWidget(paragraph)
    metrics = QFontMetricsF(paragraph.font())
    lines = paragraph._lines(160)
    assert "".join(lines) == path
    assert all(metrics.horizontalAdvance(line) <= 161 for line in lines)


def test_every_line_is_painted(paragraph: Paragraph) -> None:
    paragraph.resize(300, paragraph.height_for(300))
    image = paragraph.grab().toImage()
    for number in range(len(paragraph._lines(300))):
        rows = range(number * 26, (number + 1) * 26)
        dark = sum(image.pixelColor(x, y).lightness() < 100 for y in rows for x in range(0, 300, 2))
        assert dark > 20


def test_centred_text_is_painted_in_the_middle(theme: Theme, qtbot: QtBot) -> None:
    paragraph = Paragraph(theme, Role.BODY, 26, "rest")
    qtbot.addWidget(paragraph)
    paragraph.resize(300, 26)
    paragraph.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    image = paragraph.grab().toImage()
    dark = [x for x in range(300) for y in range(26) if image.pixelColor(x, y).lightness() < 120]
    assert abs((min(dark) + max(dark)) / 2 - 150) < 4
    assert count_near(paragraph, MORNING.ink, 60) > 20
