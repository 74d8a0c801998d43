"""The two type families of the look, and the system's own behind them."""

import importlib.util
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

SERIF_FAMILIES = (
    "Source Serif Pro",
    "Source Serif 4",
    "Iowan Old Style",
    "Charter",
    "Georgia",
    "Noto Serif",
)
SANS_FAMILIES = ("Source Sans Pro", "Source Sans 3", "Segoe UI", "Helvetica Neue", "Noto Sans")
_FILES = {
    "font_source_serif_pro": (
        "SourceSerifPro-Light",
        "SourceSerifPro-Regular",
        "SourceSerifPro-It",
    ),
    "font_source_sans_pro": ("SourceSansPro-Regular", "SourceSansPro-Semibold"),
}


def load_fonts() -> None:
    """Make the families known to Qt; where a package is missing, the system's own stand in."""
    for package, names in _FILES.items():
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            continue
        folder = Path(spec.origin).parent / "files"
        for name in names:
            QFontDatabase.addApplicationFont(str(folder / f"{name}.ttf"))


def serif(px: float, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False) -> QFont:
    """The serif for titles, notes and large numerals, `px` pixels high."""
    return _font(SERIF_FAMILIES, QFont.StyleHint.Serif, px, weight, italic=italic)


def sans(px: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The humanist sans for everything else, `px` pixels high."""
    return _font(SANS_FAMILIES, QFont.StyleHint.SansSerif, px, weight, italic=False)


def _font(
    families: tuple[str, ...],
    hint: QFont.StyleHint,
    px: float,
    weight: QFont.Weight,
    *,
    italic: bool,
) -> QFont:
    font = QFont(list(families))
    font.setStyleHint(hint)
    font.setPixelSize(max(1, round(px)))
    font.setWeight(weight)
    font.setItalic(italic)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setFeature(QFont.Tag("lnum"), 1)
    return font
