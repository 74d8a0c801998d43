"""Where a figure is on a page: standing on the floor line, hanging on the wall, or between."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from constructive_rest.drawing.passage import Fit
from constructive_rest.ui.palette import Palette, faded

CORNER = 16
PAPER = 0.82
POPPING_OUT = 0.3
"""How far a figure that only begins to hang may reach over the edge of its print, in widths."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a picture goes: `rect` hangs on the wall, or its upper edge lies on the floor line."""

    rect: QRectF
    hung: bool


@dataclass(frozen=True, slots=True)
class View:
    """How the picture plane lies on the page: px a metre, and where its origin is.

    `paper` is the print on the wall, `hanging` 0–1 how far it is one.
    """

    scale: float
    origin: QPointF
    paper: QRectF
    hanging: float

    def toward(self, other: "View", share: float) -> "View":
        """`share` 0–1 of the way to `other`."""
        return View(
            self.scale * (other.scale / self.scale) ** share,
            self.origin + (other.origin - self.origin) * share,
            _between(self.paper, other.paper, share),
            self.hanging + (other.hanging - self.hanging) * share,
        )

    def moved(self, before: QRectF, after: QRectF) -> "View":
        """The same view on a page whose place `before` has become the place `after`."""
        ratio = after.width() / before.width()
        corner = after.topLeft() + (self.paper.topLeft() - before.topLeft()) * ratio
        return View(
            self.scale * ratio,
            after.topLeft() + (self.origin - before.topLeft()) * ratio,
            QRectF(corner, self.paper.size() * ratio),
            self.hanging,
        )

    def picture(self, fit: Fit) -> tuple[QPointF, float]:
        """Where the corner of a picture lies, and how wide it is, whose plane is to lie so."""
        grown = self.scale / fit.scale
        return self.origin - QPointF(fit.x, fit.y) * grown, fit.width * grown


def view_at(place: Place, fit: Fit) -> View:
    """The view of a picture at rest in its place."""
    grown = place.rect.width() / fit.width
    raised = 0.0 if place.hung else fit.floor * grown
    paper = place.rect.translated(0, -raised)
    origin = paper.topLeft() + QPointF(fit.x, fit.y) * grown
    return View(fit.scale * grown, origin, paper, float(place.hung))


@contextmanager
def on_paper(painter: QPainter, paper: QRectF, hanging: float, palette: Palette) -> Iterator[None]:
    """What is drawn within is a print on the wall, as far as it hangs there, 0–1."""
    if hanging <= 0.0:
        yield
        return
    there = min(1.0, 2.0 * hanging)
    outline = QPainterPath()
    outline.addRoundedRect(paper, CORNER, CORNER)
    painter.fillPath(outline, faded(palette.surface, PAPER * there))
    painter.save()
    if hanging < 1.0:
        beyond = (1.0 - hanging) * POPPING_OUT * paper.width()
        cut = paper.adjusted(-beyond, -beyond, beyond, beyond)
        painter.setClipRect(cut, Qt.ClipOperation.IntersectClip)
    else:
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    yield
    painter.restore()
    edge = palette.soft_edge
    painter.setPen(QPen(faded(edge, edge.alphaF() * there), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(paper, CORNER, CORNER)


def _between(first: QRectF, second: QRectF, share: float) -> QRectF:
    corner = first.topLeft() + (second.topLeft() - first.topLeft()) * share
    size = first.size() + (second.size() - first.size()) * share
    return QRectF(corner, size)
