"""The words of a document as blocks of text, each with the space before it in millimetres."""

from dataclasses import dataclass

from constructive_rest.drawing.paper.document import Closing, Document, Entry
from constructive_rest.drawing.paper.typesetting import Kind, Run, Typesetter


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of one or more runs, and how far it keeps from what stands above it."""

    runs: tuple[Run, ...]
    before: float = 0.0


def height(blocks: tuple[Block, ...], width: float, type_: Typesetter) -> float:
    """How high `blocks` stand under each other in `width`, millimetres."""
    return sum(block.before * type_.scale + type_.height(block.runs, width) for block in blocks)


def put(blocks: tuple[Block, ...], x: float, y: float, width: float, type_: Typesetter) -> float:
    """Sets `blocks` from `y` down and returns where they end."""
    for block in blocks:
        y = type_.paragraph(block.runs, x, y + block.before * type_.scale, width)
    return y


def head(document: Document) -> tuple[Block, ...]:
    """What stands above the large picture."""
    return (
        Block((Run(document.title, Kind.TITLE),)),
        Block((Run(document.subtitle, Kind.SUBTITLE),), 0.6),
    )


def choices(document: Document) -> tuple[Block, ...]:
    """What the person chose, on one line under the large picture."""
    runs: list[Run] = []
    for choice in document.choices:
        if runs:
            runs.append(Run("·", Kind.ABOUT))
        if choice.about:
            runs.append(Run(choice.about, Kind.ABOUT))
        runs.append(Run(choice.name, Kind.CHOSEN))
    return (Block(tuple(runs)),)


def entry(step: Entry, width: float, type_: Typesetter) -> tuple[Block, ...]:
    """One step, from its title to what helps; no single word is left on a line of its own."""
    blocks = [Block((Run(step.title, Kind.STEP),))]
    lines = tuple(Run(words, Kind.BODY) for words in step.lines)
    blocks += _kept_together(lines, 0.4, width, type_)
    if step.choice is not None:
        chosen, hint = Run(f"{step.choice.name}.", Kind.CHOSEN), Run(step.choice.hint, Kind.BODY)
        blocks += _beside(chosen, hint, 1.0, width, type_)
    for number, trouble in enumerate(step.trouble):
        wrong, helps = Run(f"{trouble.wrong}.", Kind.WRONG), Run(trouble.helps, Kind.HELPS)
        blocks += _beside(wrong, helps, 0.5 if number else 1.4, width, type_)
    return tuple(blocks)


def _kept_together(
    lines: tuple[Run, ...], before: float, width: float, type_: Typesetter
) -> list[Block]:
    """Each line on a row of its own where all have room, as on screen; else one paragraph."""
    if all(type_.width(line) <= width for line in lines):
        return [Block((line,), 0.0 if number else before) for number, line in enumerate(lines)]
    return [Block((Run(" ".join(line.words for line in lines), Kind.BODY),), before)]


def _beside(first: Run, second: Run, before: float, width: float, type_: Typesetter) -> list[Block]:
    """Both on one row if there is room, and under each other if not."""
    together = Block((first, second), before)
    if type_.height(together.runs, width) <= type_.leading(first.kind):
        return [together]
    return [Block((first,), before), Block((second,))]


def caption(words: str) -> tuple[Block, ...]:
    """What stands under one picture of a series."""
    return (Block((Run(words, Kind.CAPTION),), 0.8),)


def closing(part: Closing) -> tuple[Block, ...]:
    """A part after the steps."""
    paragraphs = (Block((Run(words, Kind.BODY),), 0.4) for words in part.paragraphs)
    return (Block((Run(part.heading, Kind.STEP),)), *paragraphs)


def safety(document: Document) -> tuple[Block, ...]:
    """The sentence that holds for all of it."""
    return (Block((Run(document.safety, Kind.SAFETY),)),)
