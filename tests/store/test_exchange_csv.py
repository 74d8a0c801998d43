"""The table for spreadsheets: harmless there, exact on the way back, strict about mistakes."""

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.store.errors import ContentFaultError
from constructive_rest.store.exchange_csv import CSV_COLUMNS, read, write

Make = Callable[..., Rest]
HEADER = ",".join(CSV_COLUMNS)
ROW = {
    "id": "one",
    "practice": "constructive-rest",
    "started_at": "2026-03-29T12:00:00+00:00",
    "utc_offset_s": "7200",
    "planned_s": "900",
    "rested_s": "900",
    "outcome": "completed",
    "ease_before": "3",
    "ease_after": "",
    "head_support": "book",
    "arms": "",
    "legs": "",
    "eyes": "",
    "note": "",
    "updated_at": "2026-03-29T12:15:00+00:00",
}


def table(*rows: dict[str, str], columns: tuple[str, ...] = CSV_COLUMNS) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def fault(text: str) -> tuple[str, str]:
    with pytest.raises(ContentFaultError) as caught:
        read(text)
    return caught.value.place, caught.value.reason


def outcome(text: str) -> tuple[str, str]:
    """Place and reason of the fault; both empty where the text is sound."""
    try:
        read(text)
    except ContentFaultError as error:
        return error.place, error.reason
    return "", ""


def test_the_first_row_has_the_names_of_the_schema(make_rest: Make) -> None:
    text, count = write([make_rest()])
    assert count == 1
    assert text.splitlines()[0] == (
        "id,practice,started_at,utc_offset_s,planned_s,rested_s,outcome,ease_before,ease_after,"
        "head_support,arms,legs,eyes,note,updated_at,marks"
    )
    assert "2026-03-29T12:00:00.000000+00:00,7200,900,900,completed,,," in text


@pytest.mark.parametrize("column", ["note", "practice", "arms", "id"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_begins_a_formula(make_rest: Make, column: str, start: str) -> None:
    rest = make_rest(**{column: f"{start}SUM(A1)"})
    text, _ = write([rest])
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row[column] == f"'{start}SUM(A1)"
    assert read(text) == [rest]


def test_a_table_need_not_tell_of_marks(make_rest: Make) -> None:
    without = tuple(name for name in CSV_COLUMNS if name != "marks")
    (rest,) = read(table(ROW, columns=without))
    assert rest.marks == ()


def test_a_mark_that_makes_no_sense_is_named() -> None:
    assert fault(table(ROW | {"marks": "nap@3"})) == (
        "line 2, marks",
        "is no list like pause@312+45 hurt@600",
    )


def test_a_negative_number_is_no_formula(make_rest: Make) -> None:
    rest = make_rest(utc_offset_s=-18000)
    text, _ = write([rest])
    assert ",-18000," in text
    assert read(text) == [rest]


@pytest.mark.parametrize(
    "note", ["'", "''", "'=1", "''=1", "'tis", "''tis", '"', "a,b", "a\r\nb\rc\n", "\u2028", " ="]
)
def test_notes_that_could_be_mistaken_come_back_exactly(make_rest: Make, note: str) -> None:
    rest = make_rest(note=note)
    assert read(write([rest])[0]) == [rest]


def test_an_apostrophe_typed_by_hand_stays() -> None:
    (rest,) = read(table(ROW | {"note": "'tis better"}))
    assert rest.note == "'tis better"


@given(note=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_note_comes_back_and_none_begins_a_formula(make_rest: Make, note: str) -> None:
    rest = make_rest(note=note)
    text, _ = write([rest])
    assert read(text) == [rest]
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert not row["note"].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_columns_may_come_in_any_order_and_line_ends_of_any_kind() -> None:
    swapped = table(ROW, columns=tuple(reversed(CSV_COLUMNS)))
    assert read(swapped) == read(table(ROW)) == read(table(ROW).replace("\r\n", "\n"))
    assert read(table(ROW) + "\r\n\n\r\n") == read(table(ROW))


def test_a_column_of_deletions_is_understood() -> None:
    columns = (*CSV_COLUMNS, "deleted_at")
    (there,) = read(table(ROW | {"deleted_at": ""}, columns=columns))
    (gone,) = read(table(ROW | {"deleted_at": ROW["updated_at"]}, columns=columns))
    assert there.deleted_at is None
    assert gone.deleted_at == gone.updated_at


def test_moments_of_other_zones_are_the_same_moments() -> None:
    (rest,) = read(table(ROW | {"started_at": "2026-03-29T14:00:00+02:00"}))
    assert rest == read(table(ROW))[0]
    (rest,) = read(table(ROW | {"started_at": "2026-03-29 12:00Z"}))
    assert rest == read(table(ROW))[0]


def test_a_row_in_progress_is_an_interrupted_rest() -> None:
    (rest,) = read(table(ROW | {"outcome": "resting"}))
    assert rest.outcome is Outcome.INTERRUPTED


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("planned_s", "9 min", "is not a whole number"),
        ("planned_s", "9_0", "is not a whole number"),
        ("planned_s", "٩", "is not a whole number"),
        ("rested_s", "", "is missing"),
        ("rested_s", "-1", "must lie between 0 and 86400"),
        ("rested_s", "9" * 5000, "is not a whole number"),
        ("ease_before", "11", "must lie between 0 and 10"),
        ("ease_after", "3.5", "is not a whole number"),
        ("utc_offset_s", "99999", "must lie between -64800 and 64800"),
        ("outcome", "slept", "is none of resting, completed"),
        ("outcome", "", "is missing"),
        ("id", "", "is missing"),
        ("note", "a\0b", "holds a character that cannot be kept"),
        ("started_at", "29.03.2026 12:00", "is not a date and time with its time zone"),
        ("started_at", "2026-03-29T12:00:00", "is not a date and time with its time zone"),
        ("started_at", "2026-03-29", "is not a date and time with its time zone"),
        ("started_at", "2026-02-30T12:00:00Z", "is not a date and time with its time zone"),
        ("started_at", "0000-01-01T00:00:00Z", "is not a date and time with its time zone"),
        ("started_at", "0001-01-01T00:00:00+14:00", "is not a date and time with its time zone"),
        ("started_at", "9999-12-31T23:59:59Z", "must lie in the years 1900 to 2999"),
        ("updated_at", "", "is missing"),
    ],
)
def test_a_mistake_is_named_by_line_and_column(column: str, value: str, reason: str) -> None:
    sound = ROW | {"id": "sound", "note": "two\nlines"}
    place, said = fault(table(sound, ROW | {column: value}))
    assert place == f"line 4, {column}"
    assert said.startswith(reason)


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("", "line 1", "are missing"),
        ("a;b;c\n", "line 1", "are missing"),
        (HEADER + ",mood\n", "line 1", "the columns mood are not known"),
        (HEADER + ",note\n", "line 1", "the columns note are there twice"),
        (HEADER.replace(",note", "") + "\n", "line 1", "the columns note are missing"),
        (HEADER + "\na,b\n", "line 2", "has 2 cells where 16 are needed"),
        (HEADER + "\n\n" + "," * 16 + "\n", "line 3", "has 17 cells where 16 are needed"),
        (HEADER + '\n"a"b\n', "line 2", "is not a row of a table"),
        (HEADER + '\n"never closed\n', "line 2", "is not a row of a table"),
    ],
)
def test_a_broken_table_is_named_by_its_line(text: str, place: str, reason: str) -> None:
    found, said = fault(text)
    assert found == place
    assert reason in said


def test_an_id_that_comes_twice_is_named_with_both_lines() -> None:
    assert fault(table(ROW, ROW | {"id": "two"}, ROW)) == (
        "line 4, id",
        "is there already, in line 2",
    )


def test_a_note_longer_than_the_csv_modules_own_limit_is_read(make_rest: Make) -> None:
    rest = make_rest(note="long " * 100_000)
    assert read(write([rest])[0]) == [rest]


@given(text=st.text() | st.text(st.sampled_from(HEADER + '\n\r"')).map(lambda t: HEADER + t))
def test_no_text_at_all_breaks_the_reader(text: str) -> None:
    place, reason = outcome(text)
    assert reason or not place
    assert place.startswith("line ") or read(text) == []
