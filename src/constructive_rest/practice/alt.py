"""Every picture in one sentence, for those who cannot see it, adapted to what is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter
from typing import TypeVar

from constructive_rest.practice.setup import Arms, HeadSupport, Legs, Setup
from constructive_rest.practice.table import Table, read_toml

FIELDS = ("body", "arms", "legs", "head")
"""What a sentence may leave open, each in braces."""
_LONGEST = 400
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a picture shows; `on_side` where the body that is chosen lies on its side."""

    text: str
    on_side: str = ""


@dataclass(frozen=True, slots=True)
class AltTexts:
    """The sentence of every picture, and the words that fill what a sentence leaves open.

    `parts` names what is labelled inside the body, by the label's key.
    """

    sentences: Mapping[str, Sentence]
    arms: Mapping[Arms, str]
    legs: Mapping[Legs, str]
    heads: Mapping[HeadSupport, str]
    parts: Mapping[str, str]

    def of(self, pose: str, setup: Setup, body: str) -> str:
        """What `pose` shows, arranged as in `setup`, of the person called `body`.

        Raises KeyError for a pose without a sentence.
        """
        sentence = self.sentences[pose]
        lying = sentence.on_side if setup.on_side and sentence.on_side else sentence.text
        return self.fill(lying, setup, body)

    def fill(self, sentence: str, setup: Setup, body: str) -> str:
        """`sentence` with its open places filled."""
        return sentence.format(
            body=body,
            arms=self.arms[setup.arms],
            legs=self.legs[setup.legs],
            head=self.heads[setup.head_support],
        )


def parse_alt_texts(text: str, file: str) -> AltTexts:
    """The sentences under `[[picture]]` and the words for each choice. Raises ContentError."""
    table = read_toml(text, file)
    texts = AltTexts(
        sentences=_sentences(table),
        arms=_words(table, "arms", Arms),
        legs=_words(table, "legs", Legs),
        heads=_words(table, "head_support", HeadSupport),
        parts=table.table("parts").every_text(),
    )
    table.close()
    return texts


def open_sentence(table: Table, key: str) -> str:
    """A sentence that leaves nothing open but `FIELDS`. Raises ContentError."""
    text = table.text(key, _LONGEST)
    try:
        fields = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as fault:
        raise table.error(key, f"has a brace without its other half ({fault})") from fault
    for field in sorted(fields - set(FIELDS)):
        raise table.error(key, f"leaves {{{field}}} open; known are {', '.join(FIELDS)}")
    return text


def _sentences(table: Table) -> Mapping[str, Sentence]:
    sentences: dict[str, Sentence] = {}
    for picture in table.some("picture"):
        pose = picture.text("pose")
        if pose in sentences:
            raise picture.error("pose", f"“{pose}” has a sentence already")
        on_side = open_sentence(picture, "on_side") if "on_side" in picture else ""
        sentences[pose] = Sentence(open_sentence(picture, "alt"), on_side)
        picture.close()
    return sentences


def _words(table: Table, key: str, kind: type[_Choice]) -> Mapping[_Choice, str]:
    group = table.table(key)
    words = {choice: group.text(choice.value) for choice in kind}
    group.close()
    return words
