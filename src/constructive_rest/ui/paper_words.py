"""The guide's words for paper: the steps of the screen with what the person chose."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from constructive_rest.drawing.paper.document import (
    Choice,
    Closing,
    Document,
    Entry,
    Figure,
    Frame,
    Trouble,
)
from constructive_rest.practice import guide
from constructive_rest.practice.guide import GuideStep, Option, View
from constructive_rest.practice.pages import ReadingPage
from constructive_rest.practice.setup import HeadSupport, Setup
from constructive_rest.settings import Settings

CLOSING_HEADINGS = ("Getting up", "Ask first")
"""The parts of the page about safety that stand on paper too, in this order."""

_CLOSE_UPS = {
    guide.Choice.LEGS: "legs",
    guide.Choice.HEAD_SUPPORT: "head",
}
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def document(steps: Sequence[GuideStep], safety: ReadingPage, settings: Settings) -> Document:
    """Everything that stands on the two pages. `safety` is the page about who it is for."""
    setup = settings.setup
    shown = [step.lying_on_side() if setup.on_side else step for step in steps]
    title = _tr("Constructive Rest")
    return Document(
        title=title,
        subtitle=_tr("Your set-up, step by step"),
        choices=(*_choices(shown, setup), Choice("", _minutes(settings.minutes))),
        hero=Figure(str(View.SIDE)),
        entries=tuple(_entry(step, setup) for step in shown),
        closings=_closings(safety, shown),
        safety=_tr("Nothing here should hurt. If it does, change something or stop."),
        footer=_tr("Constructive Rest · a rest, not a treatment"),
        page_words=_tr("{0} of {1}"),
        author=title,
        # translators put the code of their own language here
        language=_tr("en"),
        body=settings.body,
        setup=setup,
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Paper", words)


def _minutes(count: int) -> str:
    return QCoreApplication.translate("Paper", "%n min", "", count)


def _choices(steps: Sequence[GuideStep], setup: Setup) -> list[Choice]:
    about = {
        guide.Choice.HEAD_SUPPORT: _tr("Head"),
        guide.Choice.ARMS: _tr("Arms"),
        guide.Choice.LEGS: _tr("Legs"),
        guide.Choice.EYES: "",
    }
    return [
        Choice(about[step.choice], option.name)
        for step in steps
        if step.choice in about and (option := _chosen(step, setup)) is not None
    ]


def _chosen(step: GuideStep, setup: Setup) -> Option | None:
    """The option that is chosen at `step`; None for the body, whom the pictures show."""
    value = getattr(setup, str(step.choice), None)
    return next((option for option in step.options if option.key == value), None)


def _entry(step: GuideStep, setup: Setup) -> Entry:
    option = _chosen(step, setup)
    return Entry(
        title=step.title,
        lines=tuple(map(_typographic, step.lines)),
        figure=_figure(step, setup),
        choice=Choice("", option.name, _typographic(option.hint)) if option else None,
        trouble=tuple(
            Trouble(_typographic(trouble.wrong), _typographic(trouble.helps))
            for trouble in step.trouble
        ),
        frames=tuple(
            Frame(Figure(frame.picture), _typographic(frame.caption)) for frame in step.frames
        ),
    )


def _figure(step: GuideStep, setup: Setup) -> Figure | None:
    """Closer than on screen, where there is something to see close up.

    For a body on its side, the large picture shows all there is to see.
    """
    if step.picture is None or setup.on_side:
        return None
    if step.choice is guide.Choice.HEAD_SUPPORT and setup.head_support is HeadSupport.NONE:
        return Figure(_pose(step, setup))
    return Figure(_pose(step, setup), step.pointers)


def _pose(step: GuideStep, setup: Setup) -> str:
    if step.choice in _CLOSE_UPS:
        return f"{_CLOSE_UPS[step.choice]}-{getattr(setup, str(step.choice))}"
    if step.overlay is guide.Overlay.GAP:
        return "heels-right"
    if step.picture is View.FEET:
        return "knees-over-feet"
    if step.picture is View.SIDE and step.overlay is None:
        return str(View.TOP)
    return str(step.picture)


def _closings(page: ReadingPage, steps: Sequence[GuideStep]) -> tuple[Closing, ...]:
    """The parts of `page` that no step is about. Raises StopIteration where one is missing."""
    titles = {step.title for step in steps}
    return tuple(_closing(page, heading) for heading in CLOSING_HEADINGS if heading not in titles)


def _closing(page: ReadingPage, heading: str) -> Closing:
    section = next(section for section in page.sections if section.heading == heading)
    return Closing(section.heading, tuple(map(_typographic, section.paragraphs)))


def _typographic(words: str) -> str:
    return _APOSTROPHE.sub("’", words)
