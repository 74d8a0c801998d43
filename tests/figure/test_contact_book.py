import numpy as np
import pytest

from constructive_rest.figure.contact_book import ContactBook, parse_contacts
from constructive_rest.figure.pose import HandOnFloor, HandOnThigh, HandOnTorso, Lie
from constructive_rest.figure.reading import PoseError
from constructive_rest.figure.sides import Side
from constructive_rest.figure.torso import Bend
from constructive_rest.practice.setup import Arms, HeadSupport, Legs

TRUNK = "[trunk.t]\npelvis = [0, 0.09, 0]\npelvis_lies = { rise = 3 }\nlumbar = 0.01\nroll = 0.02\n"
HEAD = "[head.book]\nheight = 0.04\nreach = 0.15\ncrown = [-1, 0.1, 0]\nface = [0, 1, 0]\n"
ON_TORSO = (
    "station = 0.2\nangle = 0.8\nfingers_up = 0\nfingers_out = -1\nlift = 0.02\n"
    "wrist_lift = 0.01\nelbow_height = 0.04\ncurl = 12\n"
)
ON_FLOOR = (
    "wrist = [0.1, 0.02, 0.3]\nfingers = [1, 0, 0.1]\npalm = [0, 1, -0.2]\n"
    "elbow_height = 0.04\ncurl = 12\n"
)
LEG = "ankle = [0.5, 0.066, 0.1]\nknee = [0, 1, 0.2]\ntoe = [1, 0, 0.05]\ninstep = [0, 1, 0]\n"


def text(arm: str = f"[arms.a]\n{ON_TORSO}", leg: str = f"[legs.l]\n{LEG}") -> str:
    return f"{TRUNK}{HEAD}{arm}{leg}"


def parse(source: str) -> ContactBook:
    return parse_contacts(source, "contacts.toml")


def test_every_choice_of_the_practice_and_every_mistake_has_its_contacts(book: ContactBook) -> None:
    assert set(book.arms) >= set(Arms)
    assert set(book.legs) >= set(Legs) | {"far", "near", "out", "in", "side"}
    assert set(book.heads) >= set(HeadSupport) | {"low", "high"}
    assert set(book.trunks) >= {"easy", "small-gap", "pressed", "arched", "hunched"}


def test_one_side_written_once_is_mirrored() -> None:
    leg = parse(text()).legs["l"]
    right, left = leg[Side.RIGHT], leg[Side.LEFT]
    for name in ("ankle", "knee", "toe", "instep"):
        assert np.allclose(getattr(right, name) * (1, 1, -1), getattr(left, name)), name


def test_a_hand_on_the_floor_is_told_by_its_wrist() -> None:
    arm = parse(text(arm=f"[arms.a]\n{ON_FLOOR}")).arms["a"]
    left = arm[Side.LEFT]
    assert isinstance(left, HandOnFloor)
    assert left.wrist[2] == -0.3


def test_a_hand_on_the_torso_is_the_same_on_both_sides() -> None:
    arm = parse(text()).arms["a"]
    assert isinstance(arm[Side.RIGHT], HandOnTorso)
    assert arm[Side.RIGHT] == arm[Side.LEFT]


def test_sides_may_be_written_apart() -> None:
    right = f"[arms.a.right]\n{ON_TORSO}"
    left = f"[arms.a.left]\n{ON_TORSO.replace('station = 0.2', 'station = 0.3')}"
    arm = parse(text(arm=right + left)).arms["a"]
    stations = [hand.station for hand in arm.values() if isinstance(hand, HandOnTorso)]
    assert stations == [0.2, 0.3]


def test_contacts_put_a_posture_together(book: ContactBook) -> None:
    posture = book.contacts("ribs", "chair", "none", "arched")
    assert posture.head.height == 0.0
    assert posture.legs[Side.RIGHT].ankle[1] > 0.4
    assert posture.trunk == book.trunks["arched"]


def test_a_trunk_is_read_whole() -> None:
    trunk = parse(text()).trunks["t"]
    assert trunk.pelvis.tolist() == [0.0, 0.09, 0.0]
    assert trunk.pelvis_lies == trunk.ribs_lie == Lie(rise=3.0)
    assert trunk.rest == 0.0
    assert trunk.bend == Bend(lumbar=0.01, shrug=0.0, roll=0.02)


def test_an_unknown_posture_is_a_key_error(book: ContactBook) -> None:
    with pytest.raises(KeyError, match="wings"):
        book.contacts("wings", "floor", "book", "easy")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (text().replace("pelvis = [0, 0.09, 0]", ""), r"trunk\.t\.pelvis: is missing"),
        (
            text().replace("rise = 3", "rise = 190"),
            r"trunk\.t\.pelvis_lies\.rise: must be from -90",
        ),
        (text().replace("rise = 3", "sink = 3"), r"trunk\.t\.pelvis_lies\.sink: is not known here"),
        (text().replace("lumbar = 0.01", "lumbar = 1"), r"trunk\.t\.lumbar: must be from -0\.03"),
        (text().replace("reach = 0.15", "reach = 0.5"), r"head\.book\.reach: must be from 0\.08"),
        (text().replace("curl = 12", "curl = 90"), r"arms\.a\.curl: must be from 0 to 60"),
        (text().replace("lift = 0.02\n", "", 1), r"arms\.a\.lift: is missing"),
        (text().replace("ankle = [0.5,", "ankle = [5,"), r"legs\.l\.ankle: must be three numbers"),
        (text().replace("knee", "kneee"), r"legs\.l\.kneee: is not known here"),
        (text().replace("[head.book]", "[heads.book]"), r"heads: is not known here"),
        (text(arm=f"[arms.a.right]\n{ON_TORSO}"), r"arms\.a\.left: is missing"),
        (text(arm=f"[arms.a]\n{ON_FLOOR}station = 0.2\n"), r"arms\.a\.station: is not known here"),
        ("arms = 3\n" + text(arm=""), r"arms: must be a table"),
    ],
)
def test_a_wrong_posture_names_file_key_and_reason(source: str, message: str) -> None:
    with pytest.raises(PoseError, match=rf"contacts\.toml: .*({message})"):
        parse(source)


def test_sides_written_apart_are_taken_as_they_stand() -> None:
    leg = f"[legs.l.right]\n{LEG}[legs.l.left]\n{LEG}"
    both = parse(text().replace(f"[legs.l]\n{LEG}", leg)).legs["l"]
    assert np.allclose(both[Side.LEFT].ankle, both[Side.RIGHT].ankle)


def test_a_hand_on_the_thigh_and_one_on_a_chair() -> None:
    lap = (
        "share = 0.6\nangle = 0.1\nfingers_out = 0\nlift = 0.02\nelbow = [-1, 0, 0.5]\ncurl = 12\n"
    )
    hand = parse(text(arm=f"[arms.a]\n{lap}")).arms["a"][Side.LEFT]
    assert isinstance(hand, HandOnThigh)
    assert hand.elbow.tolist() == [-1.0, 0.0, -0.5]
    seat = ON_FLOOR.replace("elbow_height = 0.04", "elbow = [-1, 0, 0.5]\nrest = 0.45")
    held = parse(text(arm=f"[arms.a]\n{seat}")).arms["a"][Side.RIGHT]
    assert isinstance(held, HandOnFloor)
    assert held.rest == 0.45
    assert held.elbow is not None


def test_a_head_may_be_held_free_or_level() -> None:
    free = parse(text().replace("\nheight = 0.04\n", "\n")).heads["book"]
    assert free.height is None
    assert not free.level
    assert parse(text().replace("\nheight = 0.04\n", "\nlevel = true\n")).heads["book"].level
    with pytest.raises(PoseError, match=r"head\.book\.level: must be true or false"):
        parse(text().replace("\nheight = 0.04\n", "\nlevel = 1\n"))
