"""A guide to print, small or whole."""

from dataclasses import replace
from itertools import cycle

from constructive_rest import content
from constructive_rest.drawing.paper.document import (
    Choice,
    Closing,
    Document,
    Entry,
    Figure,
    Trouble,
)
from constructive_rest.practice.guide import Overlay
from constructive_rest.practice.setup import Arms, HeadSupport, Legs, Setup
from constructive_rest.settings import Settings
from constructive_rest.ui import paper_words

SMALL = Document(
    title="Constructive Rest",
    subtitle="Step by step",
    choices=(Choice("Head", "Thin firm books"), Choice("", "20 min")),
    hero=Figure("side"),
    entries=(
        Entry(
            "Support your head",
            ("Under the bone.", "Face level."),
            Figure("head-book", Overlay.SUPPORT, "3–5 cm"),
            Choice("", "Thin firm books", "Easy to add one."),
            (Trouble("The chin is high", "Add a thin book."),),
        ),
        Entry("Bend your knees", ("Heels near.",), Figure("heels-right", Overlay.GAP, "30–40 cm")),
    ),
    closings=(Closing("Getting up", ("Roll to one side first.",)),),
    safety="Nothing here should hurt.",
    footer="A rest, not a treatment",
    page_words="{0} of {1}",
    author="Constructive Rest",
    language="en",
    body="reed",
    setup=Setup(),
)


def whole(body: str, setup: Setup, minutes: int = 20) -> Document:
    """The guide as a person prints it."""
    settings = Settings(minutes=minutes, body=body, setup=setup)
    return paper_words.document(content.load_guide(), content.load_page("safety"), settings)


def drawn_legs() -> list[Legs]:
    """All ways to hold the legs of which there is a picture."""
    poses = content.load_pose_keys()
    return [legs for legs in Legs if f"legs-{legs}" in poses]


def sample_setups() -> list[tuple[str, Setup]]:
    """Every body, with choices that together show every one of them."""
    arms, legs, heads = cycle(Arms), cycle(drawn_legs()), cycle(HeadSupport)
    return [
        (person.key, replace(Setup(), arms=next(arms), legs=next(legs), head_support=next(heads)))
        for person in content.load_people()
    ]
