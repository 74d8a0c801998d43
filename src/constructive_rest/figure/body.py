"""How one body is built: proportions, hair and clothes. No body is the default of mankind."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from constructive_rest.figure.reading import Table, read


class Hair(StrEnum):
    """How the hair is worn."""

    SHORT = "short"
    CROP = "crop"
    BUN = "bun"
    LONG = "long"


class Theme(StrEnum):
    """The light the room is in."""

    MORNING = "morning"
    DUSK = "dusk"


@dataclass(frozen=True, slots=True)
class Colours:
    """What is worn and grown, in one theme, as "#RRGGBB"."""

    skin: str
    hair: str
    shirt: str
    trousers: str


@dataclass(frozen=True, slots=True)
class Body:
    """Proportions; all but `height`, `bust`, `belly` (metres) and `age` are factors around 1.

    Lengths are the usual fractions of height: thigh .245, shin .246, ankle height .039, foot
    .152, upper arm .186, forearm .146 (after Drillis and Contini, 1966).
    """

    height: float
    girth: float
    shoulder: float
    hip: float
    waist: float
    chest: float
    bust: float
    belly: float
    thigh_girth: float
    calf_girth: float
    arm_girth: float
    neck: float
    jaw: float
    age: float
    hair: Hair
    sleeve: float
    cuff: float
    colours: Mapping[Theme, Colours]

    @property
    def scale(self) -> float:
        """This height against 1.70 m, for which all tables of the figure are written."""
        return self.height / 1.70

    @property
    def thigh(self) -> float:
        """Hip joint to knee, metres."""
        return 0.245 * self.height

    @property
    def shin(self) -> float:
        """Knee to ankle, metres."""
        return 0.246 * self.height

    @property
    def foot(self) -> float:
        """Heel to toe, metres."""
        return 0.152 * self.height

    @property
    def upper_arm(self) -> float:
        """Shoulder to elbow, metres."""
        return 0.186 * self.height

    @property
    def forearm(self) -> float:
        """Elbow to wrist, metres."""
        return 0.146 * self.height


_FACTORS = ("girth", "shoulder", "hip", "waist", "chest", "neck", "jaw")
_LENGTHS = ("height", "bust", "belly", "age", "sleeve", "cuff")
_GIRTHS = ("thigh", "calf", "arm")


def parse_bodies(text: str, file: str) -> Mapping[str, Body]:
    """Every body of the TOML in `text`, by its key. Raises PoseError."""
    return {key: _body(table) for key, table in read(text, file).tables()}


def _body(table: Table) -> Body:
    table.allow(*_FACTORS, *_LENGTHS, *_GIRTHS, "hair", *Theme)
    factor = {name: table.number(name, 0.7, 1.4) for name in _FACTORS}
    return Body(
        height=table.number("height", 1.3, 2.1),
        girth=factor["girth"],
        shoulder=factor["shoulder"],
        hip=factor["hip"],
        waist=factor["waist"],
        chest=factor["chest"],
        bust=table.number("bust", 0.0, 0.06),
        belly=table.number("belly", 0.0, 0.08),
        thigh_girth=table.number("thigh", 0.7, 1.4),
        calf_girth=table.number("calf", 0.7, 1.4),
        arm_girth=table.number("arm", 0.7, 1.4),
        neck=factor["neck"],
        jaw=factor["jaw"],
        age=table.number("age", 18, 100),
        hair=table.choice("hair", Hair),
        sleeve=table.number("sleeve", 0.2, 0.9),
        cuff=table.number("cuff", 0.5, 0.95),
        colours={theme: _colours(table.table(theme)) for theme in Theme},
    )


def _colours(table: Table) -> Colours:
    table.allow("skin", "hair", "shirt", "trousers")
    return Colours(
        skin=table.colour("skin"),
        hair=table.colour("hair"),
        shirt=table.colour("shirt"),
        trousers=table.colour("trousers"),
    )
