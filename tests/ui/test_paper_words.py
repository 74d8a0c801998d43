"""The words that go to paper are those of the screen."""

from dataclasses import replace
from itertools import product

import pytest

from constructive_rest import content
from constructive_rest.drawing.paper.document import Document, Figure
from constructive_rest.drawing.picture import Scene
from constructive_rest.drawing.scene_painter import plan_of
from constructive_rest.practice.guide import GuideStep, Overlay
from constructive_rest.practice.pages import ReadingPage
from constructive_rest.practice.plate import Plate
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup
from constructive_rest.settings import Settings
from constructive_rest.ui.paper_words import CLOSING_HEADINGS, document

CHOSEN = Setup(Arms.HIPS, Legs.CHAIR, HeadSupport.TOWEL, Eyes.CLOSED)
SETTINGS = Settings(minutes=25, body="oak", setup=CHOSEN)


def figures(paper: Document) -> list[Figure]:
    """Every picture of the steps."""
    series = [frame.figure for entry in paper.entries for frame in entry.frames]
    return [entry.figure for entry in paper.entries if entry.figure is not None] + series


@pytest.fixture(scope="module")
def safety() -> ReadingPage:
    return content.load_page("safety")


def test_every_step_is_there_in_order(steps: tuple[GuideStep, ...], safety: ReadingPage) -> None:
    paper = document(steps, safety, SETTINGS)
    assert [entry.title for entry in paper.entries] == [step.title for step in steps]
    for entry, step in zip(paper.entries, steps, strict=True):
        assert [line.replace("’", "'") for line in entry.lines] == list(step.lines)
        assert len(entry.trouble) == len(step.trouble)
        for told, trouble in zip(entry.trouble, step.trouble, strict=True):
            assert told.helps.replace("’", "'") == trouble.helps


def test_what_was_chosen_is_named(steps: tuple[GuideStep, ...], safety: ReadingPage) -> None:
    paper = document(steps, safety, SETTINGS)
    assert [choice.name for choice in paper.choices] == [
        "Folded towel", "On the hip bones", "Calves on a chair", "Eyes closed", "25 min",
    ]  # fmt: skip
    chosen = [entry.choice.name for entry in paper.entries if entry.choice]
    assert chosen == [choice.name for choice in paper.choices[:-1]]
    assert (paper.body, paper.setup) == ("oak", CHOSEN)


def test_close_ups_show_what_was_chosen(steps: tuple[GuideStep, ...], safety: ReadingPage) -> None:
    poses = [figure.pose for figure in figures(document(steps, safety, SETTINGS))]
    assert {"head-towel", "top", "legs-chair"} <= set(poses)


def test_every_picture_is_one_that_can_be_drawn(
    steps: tuple[GuideStep, ...], safety: ReadingPage
) -> None:
    known = set(content.load_pose_keys())
    drawn = [legs for legs in Legs if f"legs-{legs}" in known]
    for arms, legs, head in product(Arms, drawn, HeadSupport):
        settings = replace(SETTINGS, setup=Setup(arms, legs, head))
        paper = document(steps, safety, settings)
        assert {figure.pose for figure in figures(paper)} <= known
        assert paper.hero.pose in known


def test_a_body_on_its_side_has_lines_of_its_own(
    steps: tuple[GuideStep, ...], safety: ReadingPage
) -> None:
    paper = document(steps, safety, replace(SETTINGS, setup=Setup(legs=Legs.SIDE)))
    for entry, step in zip(paper.entries, steps, strict=True):
        if step.on_side:
            assert tuple(line.replace("’", "'") for line in entry.lines) == step.on_side
            assert (entry.choice, entry.trouble, entry.figure) == (None, (), None)
    assert [choice.name for choice in paper.choices] == ["On your side", "Eyes open", "25 min"]
    assert all(entry.figure is None for entry in paper.entries)


def test_nothing_is_measured_where_nothing_lies_under_the_head(
    steps: tuple[GuideStep, ...], safety: ReadingPage
) -> None:
    setup = Setup(head_support=HeadSupport.NONE)
    every = figures(document(steps, safety, replace(SETTINGS, setup=setup)))
    [head] = [figure for figure in every if figure.pose == "head-none"]
    assert head.pointers == ()


def test_a_series_becomes_frames_and_is_not_told_twice(
    steps: tuple[GuideStep, ...], safety: ReadingPage
) -> None:
    frames = (Plate("side", "Lie down."), Plate("top", "Don't hurry."))
    series = GuideStep("up", CLOSING_HEADINGS[0], ("One.", "Two."), frames=frames)
    others = [step for step in steps if step.title != series.title]
    paper = document([*others, series], safety, SETTINGS)
    last = paper.entries[-1]
    assert last.figure is None
    assert [frame.caption for frame in last.frames] == ["Lie down.", "Don’t hurry."]
    assert [frame.figure.pose for frame in last.frames] == ["side", "top"]
    assert [closing.heading for closing in paper.closings] == list(CLOSING_HEADINGS[1:])


def test_labels_come_along(steps: tuple[GuideStep, ...], safety: ReadingPage) -> None:
    every = figures(document(steps, safety, SETTINGS))
    pointers = [pointer for figure in every for pointer in figure.pointers]
    labels = {pointer.overlay: pointer.label for pointer in pointers}
    assert labels[Overlay.GAP] == "30–40 cm"
    assert labels[Overlay.SUPPORT] == "3–5 cm"
    assert set(labels) == set(Overlay)


def test_every_pointer_of_a_step_has_a_picture_that_shows_it(
    steps: tuple[GuideStep, ...], safety: ReadingPage
) -> None:
    paper = document(steps, safety, SETTINGS)
    for entry, step in zip(paper.entries, steps, strict=True):
        if entry.figure is None:
            assert step.pointers == ()
            continue
        assert entry.figure.pointers == step.pointers
        plan = plan_of(Scene(entry.figure.pose, "morning", 1, 1))
        assert {str(pointer.overlay) for pointer in step.pointers} <= set(plan.overlays)


def test_getting_up_comes_after_the_steps(
    steps: tuple[GuideStep, ...], safety: ReadingPage
) -> None:
    untitled = [step for step in steps if step.title not in CLOSING_HEADINGS]
    closings = document(untitled, safety, SETTINGS).closings
    assert [closing.heading for closing in closings] == list(CLOSING_HEADINGS)
    assert closings[0].paragraphs[0].startswith("Roll to one side")


def test_apostrophes_are_set_as_such(steps: tuple[GuideStep, ...], safety: ReadingPage) -> None:
    words = str(document(steps, safety, SETTINGS).entries)
    assert "Don’t press it flat" in words


def test_the_sentence_about_safety_and_the_language(
    steps: tuple[GuideStep, ...], safety: ReadingPage
) -> None:
    paper = document(steps, safety, SETTINGS)
    assert "stop" in paper.safety
    assert paper.language == "en"
    assert paper.page_words.format(1, 2) == "1 of 2"
