"""Text on a page: real letters, broken into lines that stand on one rhythm.

The painter counts in dots; sizes are points and millimetres of paper.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from constructive_rest.drawing.typefaces import sans, serif

DOTS_PER_INCH = 720
DOTS_PER_MM = DOTS_PER_INCH / 25.4
_DOTS_PER_POINT = DOTS_PER_INCH / 72

INK, MUTED, ACCENT, PRIMARY = "#2B2A33", "#645E61", "#8A4F12", "#2C5A57"
_SEMIBOLD = QFont.Weight.DemiBold


@dataclass(frozen=True, slots=True)
class Style:
    """A size in points, the distance of baselines in millimetres, and the look."""

    points: float
    leading: float
    colour: str
    serif: bool = False
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False


class Kind(Enum):
    """What a piece of text is."""

    TITLE = Style(27, 11.2, INK, serif=True, weight=QFont.Weight.Light)
    SUBTITLE = Style(11, 4.8, MUTED)
    STEP = Style(14.5, 6.4, INK, serif=True)
    NUMBER = Style(14.5, 6.4, ACCENT, serif=True, weight=QFont.Weight.Light)
    BODY = Style(10, 4.8, INK)
    CHOSEN = Style(10, 4.8, PRIMARY, weight=_SEMIBOLD)
    ABOUT = Style(10, 4.8, MUTED)
    WRONG = Style(8.8, 4.1, INK, weight=_SEMIBOLD)
    HELPS = Style(8.8, 4.1, MUTED)
    CAPTION = Style(8.2, 3.8, MUTED)
    SAFETY = Style(11.5, 5.6, INK, serif=True, italic=True)
    FOOTER = Style(8, 4.0, MUTED)
    LABEL = Style(7.6, 3.6, ACCENT, weight=_SEMIBOLD)


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one kind."""

    words: str
    kind: Kind


class Typesetter:
    """Sets text with `painter`, all of it `scale` times as large as usual."""

    def __init__(self, painter: QPainter, scale: float = 1.0) -> None:
        self._painter = painter
        self.scale = scale

    def font(self, kind: Kind) -> QFont:
        """The font of `kind`, in dots, without ligatures, so that each letter can be read out."""
        style: Style = kind.value
        size = style.points * _DOTS_PER_POINT * self.scale
        if style.serif:
            font = serif(size, style.weight, italic=style.italic)
        else:
            font = sans(size, style.weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for feature in ("liga", "clig", "dlig"):
            font.setFeature(QFont.Tag(feature), 0)
        return font

    def leading(self, kind: Kind) -> float:
        """Millimetres from baseline to baseline."""
        style: Style = kind.value
        return style.leading * self.scale

    def width(self, run: Run) -> float:
        """How wide `run` is on one line, millimetres."""
        return QFontMetricsF(self.font(run.kind)).horizontalAdvance(run.words) / DOTS_PER_MM

    def height(self, runs: tuple[Run, ...], width: float) -> float:
        """How high `runs`, one after the other as one paragraph, are in `width` millimetres."""
        return len(_lines(self._layout(runs, width))) * self.leading(runs[0].kind)

    def paragraph(self, runs: tuple[Run, ...], x: float, y: float, width: float) -> float:
        """Sets `runs` as one paragraph with its upper edge at `y`; returns its lower edge."""
        layout = self._layout(runs, width)
        leading = self.leading(runs[0].kind)
        ascent = self._rise(runs[0].kind)
        for number, (start, end) in enumerate(_lines(layout)):
            baseline = y + number * leading + ascent
            self._line(runs, start, end, x, baseline)
            y_end = y + (number + 1) * leading
        return y_end

    def line(self, run: Run, x: float, y: float) -> None:
        """Sets `run` on one line with its upper edge at `y`."""
        self._words(run.words, run.kind, x, y + self._rise(run.kind))

    def _rise(self, kind: Kind) -> float:
        """From the upper edge of a line to its baseline: the letters stand in its middle."""
        style: Style = kind.value
        cap = QFontMetricsF(self.font(kind)).capHeight() / DOTS_PER_MM
        return (style.leading * self.scale + cap) / 2

    def _layout(self, runs: tuple[Run, ...], width: float) -> QTextLayout:
        layout = QTextLayout(_whole(runs), self.font(runs[0].kind), self._painter.device())
        formats, start = [], 0
        for run in runs:
            part = QTextLayout.FormatRange()
            part.start, part.length = start, len(run.words)
            part.format.setFont(self.font(run.kind))
            formats.append(part)
            start += len(run.words) + 1
        layout.setFormats(formats)
        layout.setTextOption(QTextOption())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * DOTS_PER_MM)
        layout.endLayout()
        return layout

    def _line(self, runs: tuple[Run, ...], start: int, end: int, x: float, baseline: float) -> None:
        """Sets the characters from `start` to `end` of `runs`."""
        at = 0
        for run in runs:
            first, last = max(start, at), min(end, at + len(run.words))
            if first < last:
                words = run.words[first - at : last - at]
                x += self._words(words, run.kind, x, baseline)
            if start <= at + len(run.words) < end:
                x += self.width(Run(" ", run.kind))
            at += len(run.words) + 1

    def _words(self, words: str, kind: Kind, x: float, baseline: float) -> float:
        """Sets `words` on `baseline` and returns how wide they are, millimetres."""
        style: Style = kind.value
        self._painter.setFont(self.font(kind))
        self._painter.setPen(QColor(style.colour))
        self._painter.drawText(QPointF(x * DOTS_PER_MM, baseline * DOTS_PER_MM), words)
        return self.width(Run(words, kind))


def _whole(runs: tuple[Run, ...]) -> str:
    return " ".join(run.words for run in runs)


def _lines(layout: QTextLayout) -> list[tuple[int, int]]:
    """Start and end of every line, without the space at its end."""
    text, lines = layout.text(), []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = line.textStart()
        words = text[start : start + line.textLength()].rstrip()
        lines.append((start, start + len(words)))
    return lines
