from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure.reading import PoseError, Table, read


class Fruit(StrEnum):
    APPLE = "apple"
    PEAR = "pear"


def table(text: str) -> Table:
    return read(text, "pose.toml")


def refused(error: pytest.ExceptionInfo[PoseError]) -> tuple[str, str, str]:
    return error.value.file, error.value.key, error.value.reason


def test_what_is_no_toml_is_refused_with_the_line() -> None:
    with pytest.raises(PoseError) as error:
        table("a = = 1")
    file, key, reason = refused(error)
    assert (file, key) == ("pose.toml", "TOML")
    assert "line 1" in reason


def test_an_error_reads_as_file_key_and_reason() -> None:
    assert str(PoseError("a.toml", "arms.curl", "is missing")) == "a.toml: arms.curl: is missing"


def test_a_missing_key_is_named_with_the_way_to_it() -> None:
    with pytest.raises(PoseError, match=r"pose\.toml: arms\.ribs\.curl: is missing"):
        table("[arms.ribs]\n").table("arms").table("ribs").number("curl", 0, 1)


@given(st.floats(-10, 10, allow_nan=False))
def test_a_number_is_taken_in_its_range_alone(value: float) -> None:
    source = table(f"x = {value!r}")
    if -1 <= value <= 1:
        assert source.number("x", -1, 1) == value
    else:
        with pytest.raises(PoseError, match="must be from -1 to 1"):
            source.number("x", -1, 1)


@pytest.mark.parametrize("value", ['"1"', "true", "[1]", "nan"])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(PoseError, match=r"pose\.toml: x: must be"):
        table(f"x = {value}").number("x", 0, 2)


def test_a_whole_number_is_a_number() -> None:
    assert table("x = 1").number("x", 0, 2) == 1.0


@pytest.mark.parametrize("value", ["[1, 2]", "[1, 2, 3, 4]", '[1, 2, "3"]', "[1, true, 0]", "3"])
def test_a_point_is_three_numbers(value: str) -> None:
    with pytest.raises(PoseError, match="must be three numbers"):
        table(f"p = {value}").point("p")


def test_a_point_far_from_the_body_is_refused() -> None:
    with pytest.raises(PoseError, match="from -2 to 2"):
        table("p = [0.0, 2.5, 0.0]").point("p")
    assert list(table("p = [0, -2, 0.5]").point("p")) == [0.0, -2.0, 0.5]


def test_text_is_text() -> None:
    assert table('t = "ribs"').text("t") == "ribs"
    with pytest.raises(PoseError, match="must be text"):
        table("t = 3").text("t")


@pytest.mark.parametrize("value", ["#FFF", "D9A283", "#D9A28G", "red", "#D9A2833"])
def test_what_is_no_colour_is_refused(value: str) -> None:
    with pytest.raises(PoseError, match="must be a colour"):
        table(f'c = "{value}"').colour("c")


def test_a_colour_is_kept_as_it_is_written() -> None:
    assert table('c = "#d9A283"').colour("c") == "#d9A283"


def test_a_choice_is_one_of_the_known() -> None:
    assert table('f = "pear"').choice("f", Fruit) is Fruit.PEAR
    with pytest.raises(PoseError, match='must be one of apple, pear, not "plum"'):
        table('f = "plum"').choice("f", Fruit)


def test_choices_are_a_list_of_the_known() -> None:
    assert table('f = ["pear", "apple"]').choices("f", Fruit) == [Fruit.PEAR, Fruit.APPLE]
    with pytest.raises(PoseError, match="must be a list"):
        table('f = "pear"').choices("f", Fruit)
    with pytest.raises(PoseError, match=r"f\.plum: must be one of"):
        table('f = ["plum"]').choices("f", Fruit)


def test_a_misspelt_key_is_refused() -> None:
    with pytest.raises(PoseError, match=r"pose\.toml: crul: is not known here; known are curl"):
        table("crul = 1").allow("curl")


def test_a_table_is_no_number() -> None:
    with pytest.raises(PoseError, match="must be a table"):
        table("a = 1").table("a")


def test_all_tables_come_with_their_keys() -> None:
    source = table("[one]\nx = 1\n[two]\nx = 2\n")
    assert {key: inner.number("x", 0, 9) for key, inner in source.tables()} == {"one": 1, "two": 2}


def test_texts_alone_and_in_rows() -> None:
    source = table('one = ["a", "b"]\nrows = [["a"], ["b", "c"]]')
    assert source.texts("one") == ["a", "b"]
    assert source.text_rows("rows") == [["a"], ["b", "c"]]


@pytest.mark.parametrize("value", ['"a"', "[1]", '["a", 2]'])
def test_what_is_no_list_of_texts_is_refused(value: str) -> None:
    with pytest.raises(PoseError, match=r"pose\.toml: x: must be a list of texts"):
        table(f"x = {value}").texts("x")
    with pytest.raises(PoseError, match=r"pose\.toml: x\.0: must be a list of texts"):
        table(f"x = [{value}]" if value != '"a"' else "x = 3").text_rows("x")
