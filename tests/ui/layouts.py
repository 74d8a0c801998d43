"""Finds what overlaps, is cut off or lies outside a page, by what is really painted."""

from collections.abc import Callable
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QSlider, QWidget

from constructive_rest.ui.widgets.buttons import LinkButton, PillButton
from constructive_rest.ui.widgets.choices import Segment
from constructive_rest.ui.widgets.icon_label import IconLabel
from constructive_rest.ui.widgets.painted import PaintedButton
from constructive_rest.ui.widgets.picture_card import MOST_ROWS, PictureCard, WordCard
from constructive_rest.ui.widgets.step_dots import StepDots
from constructive_rest.ui.widgets.text import Paragraph, broken

SIZES = (QSize(800, 600), QSize(1280, 800), QSize(1920, 1080))
SEEN = (QAbstractButton, QLabel, QSlider, QPlainTextEdit, IconLabel, StepDots)
SLACK = 2
Ignore = Callable[[QWidget], bool]


def size_name(size: QSize) -> str:
    """An id for tests that are run once for each size."""
    return f"{size.width()}x{size.height()}"


def seen(page: QWidget, ignore: Ignore = lambda _widget: False) -> list[QWidget]:
    """Everything on `page` that shows something."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, SEEN) and widget.isVisibleTo(page) and not ignore(widget)
        if not (isinstance(widget, QLabel) and not widget.text())
    ]


def painted(widget: QWidget) -> QRect:
    """What `widget` paints of its own rectangle, in its own coordinates."""
    match widget:
        case PaintedButton():
            return widget.body().toRect()
        case Paragraph():
            metrics = QFontMetricsF(widget.font())
            lines = widget._lines(widget.width())
            width = max(map(metrics.horizontalAdvance, lines))
            return _aligned(widget, QSize(round(width), widget.height_for(widget.width())))
        case QLabel():
            metrics = QFontMetricsF(widget.font())
            flags = int(Qt.TextFlag.TextWordWrap) if widget.wordWrap() else 0
            room = QRectF(0, 0, widget.width(), 10_000)
            box = metrics.boundingRect(room, flags, widget.text())
            ink = metrics.tightBoundingRect(widget.text()).height()
            single = box.height() < 1.5 * metrics.height()
            return _aligned(
                widget, QSize(round(box.width()), round(ink if single else box.height()))
            )
        case _:
            return widget.rect()


def _aligned(label: QLabel, size: QSize) -> QRect:
    box = QRect(QPoint(0, 0), size)
    middle = label.rect().center()
    if label.alignment() & Qt.AlignmentFlag.AlignHCenter:
        box.moveLeft(middle.x() - size.width() // 2)
    elif label.alignment() & Qt.AlignmentFlag.AlignRight:
        box.moveRight(label.width() - 1)
    if not isinstance(label, Paragraph) and not label.alignment() & Qt.AlignmentFlag.AlignTop:
        box.moveTop(middle.y() - size.height() // 2)
    return box


def name(widget: QWidget) -> str:
    """What to call a widget in a message."""
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName() or words!r}"


def overlaps(page: QWidget, ignore: Ignore = lambda _widget: False) -> list[str]:
    """Each pair that paints over each other."""
    places = [
        (widget, painted(widget).translated(widget.mapTo(page, QPoint(0, 0))))
        for widget in seen(page, ignore)
    ]
    return [
        f"{name(one)} {a.getRect()} over {name(other)} {b.getRect()}"
        for (one, a), (other, b) in combinations(places, 2)
        if a.adjusted(1, 1, -1, -1).intersects(b.adjusted(1, 1, -1, -1))
    ]


def outside(page: QWidget, ignore: Ignore = lambda _widget: False) -> list[str]:
    """Whatever reaches over the border of `page`."""
    borders = page.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    found = []
    for widget in seen(page, ignore):
        place = painted(widget).translated(widget.mapTo(page, QPoint(0, 0)))
        if not borders.contains(place):
            found.append(f"{name(widget)} {place.getRect()} outside {page.rect().getRect()}")
    return found


def clipped(page: QWidget, ignore: Ignore = lambda _widget: False) -> list[str]:
    """Whatever has more to paint than it or a widget around it has room for."""
    found = []
    for widget in seen(page, ignore):
        if not _fits(widget):
            found.append(f"{name(widget)} does not fit into {widget.size().toTuple()}")
        ancestor = widget.parentWidget()
        if ancestor is not None and ancestor is not page:
            place = painted(widget).translated(widget.pos())
            room = ancestor.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
            if not room.contains(place):
                found.append(f"{name(widget)} {place.getRect()} cut by {type(ancestor).__name__}")
    return found


def _fits(widget: QWidget) -> bool:
    match widget:
        case PillButton() | LinkButton() | Segment() | WordCard():
            return widget.sizeHint().width() <= widget.width() + SLACK
        case PictureCard():
            return _name_fits(widget)
        case QLabel():
            room = widget.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
            return room.contains(painted(widget))
        case _:
            return True


def _name_fits(card: PictureCard) -> bool:
    font = card._font(bold=True)
    rows = broken(card.text(), font, card._name_width(card.body().width()))
    widest = max(QFontMetricsF(font).horizontalAdvance(row) for row in rows)
    return len(rows) <= MOST_ROWS and widest <= card._name_width(card.body().width()) + SLACK
