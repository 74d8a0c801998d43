"""Every word a person reads or hears in the ui goes through the translation."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "src" / "constructive_rest" / "ui"

SHOWING_METHODS = frozenset(
    {
        "addAction",
        "addButton",
        "addItem",
        "addItems",
        "addMenu",
        "addRow",
        "addTab",
        "drawText",
        "setAccessibleDescription",
        "setAccessibleName",
        "setHtml",
        "setInformativeText",
        "setMarkdown",
        "setPlaceholderText",
        "setPlainText",
        "setPrefix",
        "setStatusTip",
        "setSuffix",
        "setText",
        "setTitle",
        "setToolTip",
        "setWhatsThis",
        "setWindowTitle",
        "showMessage",
    }
)
SHOWING_WIDGETS = frozenset(
    {
        "QAction",
        "QCheckBox",
        "QGroupBox",
        "QLabel",
        "QMenu",
        "QMessageBox",
        "QPushButton",
        "QRadioButton",
        "QToolButton",
    }
)


def untranslated(text: str) -> Iterator[tuple[int, str]]:
    """The line and words of each literal in `text` that is shown as it stands."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and _shows(node.func):
            for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
                yield from ((argument.lineno, words) for words in _words(argument))


def _shows(function: ast.expr) -> bool:
    match function:
        case ast.Attribute(attr=name):
            return name in SHOWING_METHODS or name in SHOWING_WIDGETS
        case ast.Name(id=name):
            return name in SHOWING_WIDGETS
    return False


def _words(argument: ast.expr) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(words)):
            if any(letter.isalpha() for letter in words):
                yield words
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from _words(part)
        case ast.BinOp(left=left, right=right):
            yield from _words(left)
            yield from _words(right)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _words(body)
            yield from _words(orelse)


def test_the_ui_shows_no_untranslated_words() -> None:
    found = [
        f"{file.relative_to(UI)}:{line}: {words!r}"
        for file in sorted(UI.rglob("*.py"))
        for line, words in untranslated(file.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "label.setText('Lie down')",
        "self.setToolTip('Pause')",
        "QLabel('Lie down', self)",
        "QtWidgets.QPushButton('Begin')",
        "w.setWindowTitle(f'Rest {n}')",
        "label.setText('Rest ' + digits)",
        "label.setText('Pause' if running else 'Go on')",
        "box.addItems(['Morning', 'Dusk'])",
        "QAction(text='Quit')",
    ],
)
def test_a_planted_literal_is_seen(line: str) -> None:
    assert list(untranslated(line))


@pytest.mark.parametrize(
    "line",
    [
        "label.setText(self.tr('Lie down'))",
        "label.setText(QCoreApplication.translate('Rest', 'Lie down'))",
        "label.setText('15:00')",
        "label.setText(f'{minutes}:{seconds:02}')",
        "button.setObjectName('begin')",
        "label.setText(self.tr('{n} min').format(n=minutes))",
        "label.setText(translated + ' ' + other)",
    ],
)
def test_translated_or_wordless_text_passes(line: str) -> None:
    assert list(untranslated(line)) == []
