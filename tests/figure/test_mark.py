from constructive_rest.figure.mark import Form, Mark, Overlay


def test_a_mark_is_moved_whole() -> None:
    mark = Mark(Overlay.GAP, Form.BRACKET, ((0.0, 1.0), (2.0, 1.0)), "gap")
    moved = mark.placed(lambda point: (point[0] * 10 + 1, point[1] * 10))
    assert moved == Mark(Overlay.GAP, Form.BRACKET, ((1.0, 10.0), (21.0, 10.0)), "gap")
    assert mark.points[0] == (0.0, 1.0)
