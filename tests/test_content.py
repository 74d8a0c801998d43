"""What ships: every content file loads, and says what it must and nothing stronger."""

import re
import tomllib
from itertools import product
from pathlib import Path

import pytest

from constructive_rest import content
from constructive_rest.content import (
    load_alt_texts,
    load_guide,
    load_movement_cues,
    load_page,
    load_people,
    load_pose_keys,
    load_practice,
)
from constructive_rest.paths import resources
from constructive_rest.practice.alt import FIELDS
from constructive_rest.practice.guide import Choice, Overlay, View
from constructive_rest.practice.pages import ReadingPage
from constructive_rest.practice.parse import ContentError
from constructive_rest.practice.setup import Arms, HeadSupport, Legs, Setup

PAGES = ("safety", "psoas", "ease")


def _page_text(page: ReadingPage) -> str:
    return " ".join(text for section in page.sections for text in section.paragraphs)


def _all_text() -> str:
    practice = load_practice()
    cues = [cue for phase in practice.phases for cue in phase.cues]
    parts = [*(cue.text for cue in cues), *(cue.on_side for cue in cues)]
    parts += [step.text for step in practice.walk_down]
    parts += [comfort.text for comfort in practice.comforts]
    for step in load_guide():
        parts += [step.title, *step.lines, *(option.hint for option in step.options)]
        parts += [text for pair in step.trouble for text in (pair.wrong, pair.helps)]
    parts += [line for cue in load_movement_cues() for line in cue.lines]
    parts += [_page_text(load_page(key)) for key in PAGES]
    return " ".join(parts)


def test_the_practice_has_its_six_phases() -> None:
    practice = load_practice()
    assert practice.key == "constructive-rest"
    assert practice.lengths_min == (5, 10, 15, 20, 30)
    names = ["Settle", "Weight", "Breath", "Hips & back", "Quiet", "Return"]
    assert [phase.name for phase in practice.phases] == names


def test_even_the_shortest_rest_says_what_to_do_when_it_hurts() -> None:
    settle = load_practice().phases[0]
    hurts = next(cue for cue in settle.cues if cue.text.startswith("If anything hurts"))
    assert hurts.text == "If anything hurts, move, adjust, or stop."
    assert (hurts.from_minutes, hurts.eyes) == (5, None)


def test_silence_is_announced_before_it_comes() -> None:
    quiet = next(phase for phase in load_practice().phases if phase.key == "quiet")
    first = quiet.cues[0]
    assert first.from_minutes == 5
    assert first.text.startswith("Silence comes now")


def test_even_the_shortest_rest_says_how_to_rise() -> None:
    rising = load_practice().phases[-1]
    text = " ".join(cue.text for cue in rising.cues if cue.from_minutes == 5)
    words = ["eyes open", "fingers", "feet", "to one side", "hands", "sit a while", "stand slowly"]
    assert all(word in text.lower() for word in words)


def test_cues_are_short_and_each_is_said_once() -> None:
    texts = [cue.text for phase in load_practice().phases for cue in phase.cues]
    assert len(texts) == len(set(texts))
    assert max(map(len, texts)) <= 65
    assert all(text.endswith((".", "?")) for text in texts)


def test_the_guide_has_its_steps_in_order() -> None:
    steps = load_guide()
    keys = [
        "ground", "down", "head", "knees", "feet", "back", "arms", "legs", "notice", "up",
    ]  # fmt: skip
    assert [step.key for step in steps] == keys
    assert [step.choice for step in steps if step.choice] == [
        Choice.BODY,
        Choice.HEAD_SUPPORT,
        Choice.ARMS,
        Choice.LEGS,
        Choice.EYES,
    ]
    assert {step.picture for step in steps if step.picture} == set(View) - {View.LYING}
    assert {pointer.overlay for step in steps for pointer in step.pointers} == set(Overlay)


def test_every_picture_is_told_in_one_sentence() -> None:
    texts = load_alt_texts()
    assert set(load_pose_keys()) <= set(texts.sentences)
    for sentence in texts.sentences.values():
        for text in filter(None, (sentence.text, sentence.on_side)):
            assert text.endswith(".")
            assert ". " not in text
            assert len(text.split()) >= 10


def test_steps_can_be_followed_without_seeing_the_picture() -> None:
    texts = load_alt_texts()
    for step in load_guide():
        if step.picture is None:
            continue
        for arms, legs, head in product(Arms, Legs, HeadSupport):
            told = texts.fill(step.alt, Setup(arms, legs, head), "Oak")
            assert told.endswith(".")
            assert ". " not in told
            assert 25 <= len(told.split()) <= 80


def test_what_a_picture_leaves_to_the_person_its_words_leave_open() -> None:
    texts = load_alt_texts().sentences
    for pose in ("side", "top"):
        assert all("{" + field + "}" in texts[pose].text for field in FIELDS)
        assert texts[pose].on_side
    for step in load_guide():
        if step.picture in (View.SIDE, View.TOP):
            assert "{legs}" in step.alt or step.overlay is Overlay.CONTACTS
            assert "{body}" in step.alt


def test_on_the_side_no_step_speaks_of_what_does_not_apply() -> None:
    for step in load_guide():
        lying = step.lying_on_side()
        assert lying.choice not in (Choice.ARMS, Choice.HEAD_SUPPORT)
        assert lying.picture in (View.LYING, None)
        assert lying.pointers == ()


def test_the_usual_setup_is_offered_first() -> None:
    setup = Setup()
    for step in load_guide():
        if step.options:
            assert step.options[0].key == getattr(setup, str(step.choice))


def test_what_goes_wrong_has_something_that_helps() -> None:
    wrong = " ".join(pair.wrong for step in load_guide() for pair in step.trouble)
    for words in ("knees", "slide", "back flat", "chin", "throat", "hunch", "asleep", "pain"):
        assert words in wrong


def test_there_are_four_movement_cues() -> None:
    cues = load_movement_cues()
    keys = ["separate-legs", "hip-socket", "fold-at-the-hip", "sit-bones"]
    assert [cue.key for cue in cues] == keys


@pytest.mark.parametrize("key", PAGES)
def test_a_page_bears_the_name_of_its_file(key: str) -> None:
    page = load_page(key)
    assert page.key == key
    headings = [section.heading for section in page.sections]
    assert len(headings) == len(set(headings)) >= 3


def test_only_the_call_for_urgent_help_is_urgent() -> None:
    urgent = [section for section in load_page("safety").sections if section.urgent]
    assert len(urgent) == 1
    text = " ".join(urgent[0].paragraphs)
    for words in ("emergency", "both legs", "genitals", "urine", "stool", "major injury"):
        assert words in text
    assert not any(
        section.urgent for key in ("psoas", "ease") for section in load_page(key).sections
    )


@pytest.mark.parametrize(
    "words",
    [
        "move, adjust, or stop",
        "fever",
        "gets worse",
        "breathlessness or reflux",
        "surgery",
        "fracture",
        "osteoporosis",
        "get up from the floor",
        "16 weeks",
        "midwife",
        "never straight up",
        "dizzy",
        "about 8 in 100",
        "Open your eyes",
    ],
)
def test_the_safety_page_leaves_nothing_out(words: str) -> None:
    assert words in _page_text(load_page("safety"))


@pytest.mark.parametrize(
    ("claim", "hedge"),
    [
        ("poor breathing", "Some teachers say"),
        ("supple muscles", "Some teachers say"),
        ("jaw and pelvis mirror", "Teachers often say"),
        ("muscle of fear", "Some teachers call"),
        ("no other position", "Some say"),
        ("couple of weeks", "Some teachers say"),
        ("sacroiliac", "some teachers are sure"),
        ("3 to 5 millimetres", "partly supported"),
        ("did not test lying down alone", "Alexander technique"),
    ],
)
def test_a_claim_stands_beside_what_limits_it(claim: str, hedge: str) -> None:
    paragraphs = [text for part in load_page("psoas").sections for text in part.paragraphs]
    (paragraph,) = [text for text in paragraphs if claim in text]
    assert hedge in paragraph


@pytest.mark.parametrize("words", ["only", "most important", "tips the pelvis", "tug-of-war"])
def test_what_is_overstated_is_called_so(words: str) -> None:
    (overstated,) = [
        part for part in load_page("psoas").sections if part.heading == "What is often overstated"
    ]
    assert words in " ".join(overstated.paragraphs)


def test_ease_is_said_not_to_be_validated() -> None:
    text = _page_text(load_page("ease"))
    for words in ("not been validated", "what you expect", "time of day", "ups and downs"):
        assert words in text


def test_nothing_promises_treatment_or_urges_anyone() -> None:
    strong = r"\b(heals?|cures? you|releases?|trauma|guarantee\w*|proven|you must|you should)\b"
    assert re.findall(strong, _all_text(), re.IGNORECASE) == []


def test_every_file_of_the_guide_is_one_that_is_loaded() -> None:
    names = {path.stem for path in (resources() / "guide").glob("*.toml")}
    assert names == {"steps", "movement", "bodies", "pictures", *PAGES}


def test_a_missing_file_is_named() -> None:
    with pytest.raises(ContentError, match=r"^guide/nowhere\.toml: file: cannot be read"):
        load_page("nowhere")


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / "steps.toml").write_bytes(b"\xff\xfe")
    monkeypatch.setattr(content, "resources", lambda: tmp_path)
    with pytest.raises(ContentError, match=r"^guide/steps\.toml: file: cannot be read"):
        load_guide()


def test_a_fault_is_passed_on_with_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "practices").mkdir()
    (tmp_path / "practices" / "constructive-rest.toml").write_text("key = 1", encoding="utf-8")
    monkeypatch.setattr(content, "resources", lambda: tmp_path)
    with pytest.raises(ContentError, match=r"^practices/constructive-rest\.toml: lengths_min: "):
        load_practice()


def _named_pictures() -> set[str]:
    """Every picture that a content file names."""
    steps = load_guide()
    plates = [plate for step in steps for plate in step.frames]
    plates += [plate for key in PAGES for part in load_page(key).sections for plate in part.plates]
    plates += [plate for cue in load_movement_cues() for plate in cue.plates]
    named = {plate.picture for plate in plates} | {step.picture for step in steps if step.picture}
    for trouble in (trouble for step in steps for trouble in step.trouble):
        named |= {trouble.wrong_picture, trouble.right_picture}
    chosen = {"arms": Arms, "legs": Legs, "head": HeadSupport}
    named |= {f"{kind}-{key}" for kind, keys in chosen.items() for key in keys}
    return named - {""}


def test_every_picture_that_is_named_can_be_drawn_and_is_told() -> None:
    named = _named_pictures()
    assert len(named) >= 40
    assert named <= set(load_pose_keys())
    assert named <= set(load_alt_texts().sentences)


def test_no_words_are_left_of_a_picture_that_is_gone() -> None:
    assert set(load_alt_texts().sentences) <= set(load_pose_keys())


def test_every_trouble_that_can_be_seen_is_shown_wrong_and_right() -> None:
    troubles = [trouble for step in load_guide() for trouble in step.trouble]
    pictured = [trouble for trouble in troubles if trouble.wrong_picture]
    assert len(pictured) >= 9
    assert all(trouble.right_picture for trouble in pictured)


@pytest.mark.parametrize("card", [*Arms, *Legs, *HeadSupport], ids=repr)
def test_every_way_to_lie_can_be_drawn_on_its_card(card: Arms | Legs | HeadSupport) -> None:
    part = {Arms: "arms", Legs: "legs", HeadSupport: "head"}[type(card)]
    assert f"{part}-{card}" in load_pose_keys()


def test_everyone_offered_has_a_body_and_a_small_picture() -> None:
    keys = [person.key for person in load_people()]
    bodies = tomllib.loads((resources() / "poses" / "bodies.toml").read_text(encoding="utf-8"))
    assert sorted(keys) == sorted(bodies)
    assert {f"body-{key}" for key in keys} <= set(load_pose_keys())
