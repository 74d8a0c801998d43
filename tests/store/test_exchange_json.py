"""The complete document: every mistake named by index and key."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.store.errors import ContentFaultError
from constructive_rest.store.exchange_json import read, write
from constructive_rest.store.rows import COLUMNS, to_plain

Make = Callable[..., Rest]


def document(*sessions: object, **changes: object) -> str:
    return json.dumps({"format": "constructive-rest", "version": 1, "sessions": sessions} | changes)


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


def test_the_document_is_plain_json_and_complete(make_rest: Make) -> None:
    rest = make_rest(note="Rücken \u2028 時", ease_before=0, deleted_at=make_rest().updated_at)
    text, count = write([rest, make_rest(id="two")])
    parsed = json.loads(text)
    assert count == 2
    assert (parsed["format"], parsed["version"]) == ("constructive-rest", 1)
    assert tuple(parsed["sessions"][0]) == COLUMNS
    assert parsed["sessions"][0]["note"] == rest.note
    assert parsed["sessions"][0]["ease_after"] is None
    assert text.count("\n") == 4, "one line a rest"
    assert read(text) == [rest, make_rest(id="two")]


def test_a_document_need_not_tell_of_marks(make_rest: Make) -> None:
    plain = to_plain(make_rest())
    del plain["marks"]
    assert read(document(plain)) == [make_rest()]


def test_a_rest_in_progress_is_an_interrupted_one(make_rest: Make) -> None:
    (rest,) = read(document(to_plain(make_rest(outcome=Outcome.RESTING))))
    assert rest == make_rest(outcome=Outcome.INTERRUPTED)


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("planned_s", "900", "is not a whole number"),
        ("planned_s", 900.0, "is not a whole number"),
        ("planned_s", True, "is not a whole number"),
        ("planned_s", float("nan"), "is not a whole number"),
        ("planned_s", None, "is missing"),
        ("planned_s", 10**30, "must lie between 0 and 86400"),
        ("ease_after", -1, "must lie between 0 and 10"),
        ("note", None, "is missing"),
        ("note", ["a"], "is not text"),
        ("note", "\ud800", "holds a character that cannot be kept"),
        ("note", "a\0", "holds a character that cannot be kept"),
        ("arms", "", "is empty"),
        ("arms", 3, "is not text"),
        ("id", "", "is empty"),
        ("outcome", "Completed", "is none of resting"),
        ("started_at", 1743249600, "is not text"),
        ("deleted_at", "never", "is not a date and time"),
        ("updated_at", "1899-12-31T23:59:59Z", "must lie in the years 1900 to 2999"),
    ],
)
def test_a_mistake_is_named_by_index_and_key(
    make_rest: Make, key: str, value: object, reason: str
) -> None:
    sound = to_plain(make_rest(id="sound"))
    place, said = fault(document(sound, to_plain(make_rest()) | {key: value}))
    assert place == f"sessions[1].{key}"
    assert said.startswith(reason)


def test_a_key_too_many_or_too_few_is_named(make_rest: Make) -> None:
    whole = to_plain(make_rest())
    assert fault(document(whole | {"mood": 1})) == ("sessions[0].mood", "is not known")
    assert fault(document(whole | {"m" * 9999: 1})) == (f"sessions[0].{'m' * 40}", "is not known")
    del whole["eyes"]
    assert fault(document(whole)) == ("sessions[0].eyes", "is missing")


def test_an_id_that_comes_twice_is_named_with_both_places(make_rest: Make) -> None:
    plain = to_plain(make_rest())
    assert fault(document(plain, to_plain(make_rest(id="x")), plain)) == (
        "sessions[2].id",
        "is there already, in sessions[0]",
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "line 1"),
        ("{\n\n]", "line 3"),
        ("[" * 100_000, "the file"),
        ("9" * 10_000, "the file"),
        ("[]", "format"),
        ("null", "format"),
        (document(format="another"), "format"),
        (document(version=2), "version"),
        (document(version="1"), "version"),
        (document(version=True), "version"),
        (document(sessions={}), "sessions"),
        (document(sessions=None), "sessions"),
        (document(7), "sessions[0]"),
        (document([]), "sessions[0]"),
    ],
)
def test_a_document_of_another_kind_is_named(text: str, place: str) -> None:
    found, reason = fault(text)
    assert found == place
    assert reason


plain_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*COLUMNS, "x"]), inner),
    max_leaves=10,
)


@given(sessions=st.lists(plain_json), key=st.sampled_from(COLUMNS), value=plain_json)
def test_nothing_that_is_json_breaks_the_reader(
    make_rest: Make, sessions: list[object], key: str, value: object
) -> None:
    text = document(to_plain(make_rest()) | {key: value}, *sessions)
    place, reason = outcome(text)
    assert reason or not place
    assert place.startswith("sessions[") or len(read(text)) == 1 + len(sessions)
