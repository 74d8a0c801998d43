"""A guide to print, small or whole."""

from constructive_rest import content
from constructive_rest.drawing.paper.document import (
    Choice,
    Closing,
    Document,
    Entry,
    Figure,
    Trouble,
)
from constructive_rest.practice.guide import Overlay, Pointer
from constructive_rest.practice.setup import Setup
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
            Figure("head-book", (Pointer(Overlay.SUPPORT, "3–5 cm"),)),
            Choice("", "Thin firm books", "Easy to add one."),
            (Trouble("The chin is high", "Add a thin book."),),
        ),
        Entry(
            "Bend your knees",
            ("Heels near.",),
            Figure("heels-right", (Pointer(Overlay.GAP, "30–40 cm"),)),
        ),
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
