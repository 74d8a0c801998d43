import json
import sys
from dataclasses import replace

import pytest

from preparing.checkout import Checkout, this_checkout
from preparing.stamp import read_stamp, stamp_now, write_stamp


def test_this_checkout_is_the_project() -> None:
    here = this_checkout()
    assert 'name = "constructive-rest"' in here.project.read_text(encoding="utf-8")
    assert here.lock.is_file()
    assert here.test_lock.is_file()
    assert here.venv == here.root / ".venv"


def test_the_interpreter_is_where_the_system_puts_it(checkout: Checkout) -> None:
    inside = checkout.python.relative_to(checkout.venv).as_posix()
    assert inside == ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def test_a_stamp_comes_back_as_it_was_written(checkout: Checkout) -> None:
    stamp = replace(stamp_now(checkout), test_lock="")
    checkout.venv.mkdir()
    write_stamp(checkout, stamp)
    assert read_stamp(checkout) == stamp


@pytest.mark.parametrize("name", ["project", "lock", "test_lock"])
def test_a_changed_file_changes_its_part_alone(checkout: Checkout, name: str) -> None:
    before = stamp_now(checkout)
    getattr(checkout, name).write_text("something else\n", encoding="utf-8")
    after = stamp_now(checkout)
    assert getattr(after, name) != getattr(before, name)
    assert replace(after, **{name: getattr(before, name)}) == before


def test_another_python_changes_the_stamp(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stamp_now(checkout)
    monkeypatch.setattr(sys, "version", "3.99.0 (main)")
    newer = stamp_now(checkout)
    monkeypatch.setattr(sys, "base_prefix", "/elsewhere")
    elsewhere = stamp_now(checkout)
    assert len({before.python, newer.python, elsewhere.python}) == 3


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', "{}", '{"root": "r"}', '{"strange": "x"}'])
def test_a_spoilt_stamp_counts_as_none(checkout: Checkout, text: str) -> None:
    checkout.venv.mkdir()
    checkout.stamp.write_text(text, encoding="utf-8")
    assert read_stamp(checkout) is None


def test_no_stamp_is_none(checkout: Checkout) -> None:
    assert read_stamp(checkout) is None


def test_a_stamp_can_be_read_by_a_person(checkout: Checkout) -> None:
    checkout.venv.mkdir()
    write_stamp(checkout, stamp_now(checkout))
    fields = json.loads(checkout.stamp.read_text(encoding="utf-8"))
    assert fields["root"] == str(checkout.root)
    assert sys.version in fields["python"]
