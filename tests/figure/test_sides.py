from constructive_rest.figure.sides import Side


def test_right_is_where_z_is_positive() -> None:
    assert (Side.RIGHT.sign, Side.LEFT.sign) == (1.0, -1.0)


def test_a_side_is_written_by_its_name() -> None:
    assert [Side("right"), Side("left")] == list(Side)


def test_each_side_is_the_other_of_the_other() -> None:
    assert [side.other for side in Side] == [Side.LEFT, Side.RIGHT]
