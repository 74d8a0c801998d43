"""Every picture as a file: in each light, at three widths, with every choice that it shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from errno import EIO
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject
from PySide6.QtGui import QColor, QPainter, QPixmap

from constructive_rest.drawing.canonical import canonical
from constructive_rest.drawing.picture import Picture, Scene, UndrawnError
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.alt import Sentence
from constructive_rest.practice.setup import Arms, Legs, Setup
from constructive_rest.ui.palette import DUSK, MORNING

WIDTHS = (400, 800, 1600)
LIGHTS = (MORNING, DUSK)
HEIGHT_SHARE = 0.52
"""Height of a picture for each pixel of its width."""
AHEAD = 4
"""How many pictures are asked for before the first of them has come."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file: its name, what is drawn on it, and the ground on which it is painted."""

    name: str
    scene: Scene
    ground: QColor


class PictureSheets(QObject):
    """Draws every picture that `sentences` tell of with `renderers`, each in its own process."""

    def __init__(
        self, renderers: Sequence[Renderer], sentences: Mapping[str, Sentence], body: str
    ) -> None:
        super().__init__()
        self._renderers = renderers
        self._sheets = list(sheets(sentences, body))
        self._folder = Path()
        self._waiting: dict[Renderer, list[Sheet]] = {renderer: [] for renderer in renderers}
        self._problem: Exception | None = None
        self._loop = QEventLoop(self)
        for renderer in renderers:
            renderer.drawn.connect(self._arrive)
            renderer.failed.connect(lambda words: self._give_up(UndrawnError(words)))

    def write(self, folder: Path) -> int:
        """Write all into `folder`; how many.

        Raises OSError where a file cannot be written, and UndrawnError where one cannot be drawn.
        """
        self._folder = folder
        count = len(self._sheets)
        self._sheets.reverse()
        self._ask()
        if self._busy():
            self._loop.exec()
        for renderer in self._renderers:
            renderer.close()
        if self._problem is not None:
            raise self._problem
        return count

    def _busy(self) -> bool:
        return bool(self._sheets) or any(self._waiting.values())

    def _ask(self) -> None:
        """Keep every process at work."""
        for renderer, waiting in self._waiting.items():
            while self._sheets and len(waiting) < AHEAD:
                sheet = self._sheets.pop()
                picture = renderer.picture(sheet.scene, sheet.name)
                if picture is None:
                    waiting.append(sheet)
                else:
                    self._keep(sheet, picture)

    def _arrive(self, picture: Picture) -> None:
        for waiting in self._waiting.values():
            for sheet in [one for one in waiting if one.scene == picture.scene]:
                waiting.remove(sheet)
                self._keep(sheet, picture)
        self._ask()
        if not self._busy():
            self._loop.quit()

    def _keep(self, sheet: Sheet, picture: Picture) -> None:
        image = QPixmap(picture.image.size())
        image.fill(sheet.ground)
        painter = QPainter(image)
        painter.drawImage(0, 0, picture.image)
        painter.end()
        file = self._folder / f"{sheet.name}.png"
        if not image.save(str(file)):
            self._give_up(OSError(EIO, "cannot be written", str(file)))

    def _give_up(self, problem: Exception) -> None:
        self._problem = self._problem or problem
        self._sheets.clear()
        for waiting in self._waiting.values():
            waiting.clear()
        self._loop.quit()


def sheets(sentences: Mapping[str, Sentence], body: str) -> Iterator[Sheet]:
    """Every file, the largest pictures first."""
    for width, light, pose in product(reversed(WIDTHS), LIGHTS, sentences):
        for choices, setup in setups(sentences[pose]):
            name = "-".join(filter(None, ("picture", pose, light.name, str(width), choices)))
            height = round(width * HEIGHT_SHARE)
            scene = Scene(pose, light.name, width, height, setup=setup, body=body)
            yield Sheet(name, canonical(scene), light.surface)


def setups(sentence: Sentence) -> Iterator[tuple[str, Setup]]:
    """Every arrangement that a picture leaves to the person, and what is chosen in it by name.

    Its `sentence` says what that is.
    """
    every_arms = tuple(Arms) if "{arms}" in sentence.text else (Setup().arms,)
    every_legs = tuple(Legs) if "{legs}" in sentence.text else (Setup().legs,)
    for legs, arms in product(every_legs, every_arms):
        setup = Setup(arms=arms, legs=legs)
        if setup.on_side and arms is not every_arms[0]:
            continue
        named = [] if len(every_arms) == 1 or setup.on_side else [arms.value]
        named += [] if len(every_legs) == 1 else [legs.value]
        yield "-".join(named), setup
