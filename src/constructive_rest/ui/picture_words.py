"""Every picture in words, as the person has chosen it to be."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from constructive_rest.practice.alt import AltTexts
from constructive_rest.practice.guide import GuideStep, Person
from constructive_rest.practice.plate import Plate
from constructive_rest.settings import Settings
from constructive_rest.ui.plate_card import Shown


class PictureWords:
    """Says what a picture shows, with the arrangement and the person's name that are chosen."""

    def __init__(self, alts: AltTexts, people: Sequence[Person]) -> None:
        self._alts = alts
        self.people = people

    def of(self, pose: str, settings: Settings) -> str:
        """What `pose` shows; empty without one. Raises KeyError where it has no words."""
        if not pose:
            return ""
        return self._alts.of(pose, settings.setup, self._name(settings))

    def of_step(self, step: GuideStep, settings: Settings) -> str:
        """What the picture of `step` shows; empty for a series, whose pictures have their own."""
        if step.picture is None:
            return ""
        if settings.setup.on_side or not step.alt:
            return self.of(step.picture, settings)
        return self._alts.fill(step.alt, settings.setup, self._name(settings))

    def series(self, plates: Iterable[Plate], settings: Settings) -> list[Shown]:
        """Plates one after the other, counted from 1."""
        return [
            Shown(plate, self.of(plate.picture, settings), number=number)
            for number, plate in enumerate(plates, 1)
        ]

    def noted(self, plates: Iterable[tuple[Plate, str]], settings: Settings) -> list[Shown]:
        """Plates, each with what stands under its caption."""
        return [
            Shown(plate, self.of(plate.picture, settings), note, parts=self._alts.parts)
            for plate, note in plates
        ]

    def _name(self, settings: Settings) -> str:
        names = {person.key: person.name for person in self.people}
        someone = QCoreApplication.translate("PictureWords", "A person")
        return names.get(settings.body, someone)
