"""Strict reading: right values come through, wrong ones are named with file, key and reason."""

import pytest

from constructive_rest.practice.setup import Eyes
from constructive_rest.practice.table import ContentError, Table, read_toml


def _table(text: str) -> Table:
    return read_toml(text, "a.toml")


def test_an_error_reads_as_file_key_and_reason() -> None:
    error = ContentError("a.toml", "name", "is missing")
    assert (error.file, error.key, error.reason) == ("a.toml", "name", "is missing")
    assert str(error) == "a.toml: name: is missing"


def test_text_that_is_no_toml_is_named_with_its_line() -> None:
    with pytest.raises(ContentError, match=r"^a\.toml: TOML: .*line 2"):
        _table('key = "a"\nname = \n')


def test_values_are_read_as_they_stand() -> None:
    table = _table('a = "words"\nb = ["x", "y"]\nc = 3\nd = [1, 2]\ne = true\nf = "open"\n')
    assert table.text("a") == "words"
    assert table.texts("b") == ("x", "y")
    assert table.integer("c", 0, 5) == 3
    assert table.integers("d", 0, 5) == (1, 2)
    assert table.flag("e") is True
    assert table.choice("f", Eyes) is Eyes.OPEN
    table.close()


def test_a_flag_that_is_absent_is_false() -> None:
    assert _table("").flag("urgent") is False


def test_a_flag_must_be_true_or_false() -> None:
    with pytest.raises(ContentError, match="urgent: must be true or false"):
        _table("urgent = 1").flag("urgent")


@pytest.mark.parametrize("text", ['a = ""', 'a = "  "', 'a = "x "', 'a = "x  y"', 'a = "x\\ny"'])
def test_text_must_be_one_clean_line(text: str) -> None:
    with pytest.raises(ContentError, match="a: must be one line of words"):
        _table(text).text("a")


def test_text_has_a_longest_length() -> None:
    table = _table('a = "12345"')
    assert table.text("a", 5) == "12345"
    with pytest.raises(ContentError, match="a: has 5 characters; at most 4"):
        table.text("a", 4)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a = 3", "a: must be text"),
        ("a = true", "a: must be text"),
        ("b = 3", "a: is missing"),
    ],
)
def test_text_that_is_none_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ContentError, match=reason):
        _table(text).text("a")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a = 0", "a: is 0; it must be from 1 to 9"),
        ("a = 10", "a: is 10; it must be from 1 to 9"),
        ("a = true", "a: must be a whole number"),
        ("a = 1.5", "a: must be a whole number"),
    ],
)
def test_numbers_out_of_bounds_or_kind_are_refused(text: str, reason: str) -> None:
    with pytest.raises(ContentError, match=reason):
        _table(text).integer("a", 1, 9)


def test_an_item_of_a_list_is_named_by_its_index() -> None:
    with pytest.raises(ContentError, match=r"a\[1\]: is 12; it must be from 1 to 9"):
        _table("a = [1, 12]").integers("a", 1, 9)
    with pytest.raises(ContentError, match=r"a\[0\]: must be text"):
        _table("a = [1]").texts("a")


def test_a_list_must_be_one() -> None:
    with pytest.raises(ContentError, match="a: must be a list"):
        _table("a = 1").integers("a", 1, 9)


def test_a_choice_names_what_could_have_been_chosen() -> None:
    with pytest.raises(ContentError, match="eyes: is “half”; it must be one of open, closed"):
        _table('eyes = "half"').choice("eyes", Eyes)


def test_tables_are_found_in_order_and_absent_ones_are_none() -> None:
    table = _table("[[a]]\nn = 1\n[[a]]\nn = 2\n")
    assert [found.integer("n", 0, 9) for found in table.tables("a")] == [1, 2]
    assert table.tables("b") == ()


def test_the_path_leads_through_nested_tables() -> None:
    outer = _table("[[a]]\n[[a.b]]\nn = 1\n[[a.b]]\nn = true\n").tables("a")[0]
    with pytest.raises(ContentError, match=r"^a\.toml: a\[0\]\.b\[1\]\.n: must be a whole number"):
        outer.tables("b")[1].integer("n", 0, 9)


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(ContentError, match=r"a\[1\]: must be a table"):
        _table("a = [{}, 2]").tables("a")


def test_a_key_that_nobody_read_is_an_error() -> None:
    table = _table("a = 1\nsurprise = 2\n")
    table.integer("a", 0, 9)
    with pytest.raises(ContentError, match="surprise: is not a key that is known here"):
        table.close()


def test_asking_whether_a_key_is_there_does_not_count_as_reading_it() -> None:
    table = _table("a = 1")
    assert "a" in table
    assert "b" not in table
    with pytest.raises(ContentError, match="a: is not a key"):
        table.close()
