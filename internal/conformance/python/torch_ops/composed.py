"""Functions that are made of others."""

from .cases import Cases
from .inputs import INF, NAN, Input, boolean, f32, f64, i32


def composed():
    cases = Cases()
    for kind, make in (("f32", f32), ("f64", f64), ("i32", i32)):
        cases.add("square", [make([2, 3])])
        cases.add("repeat", [make([2, 3])], {"counts": [2, 2]})
        cases.add("roll", [make([2, 3])], {"shifts": 2})
        cases.add("maskedFill", [make([3, 4]), boolean([4])], {"value": 2})
        cases.add("rows", [make([5, 2]), boolean([5])])
    cases.add("square", [f32([4, 3], view=[["transpose", 0, 1]])])
    cases.add("square", [Input([NAN, INF, -INF, 3e38, 0.0], "f32")])
    for counts in ([3, 1, 2], [2, 1, 3, 2], [1, 0, 1]):
        cases.add("repeat", [f32([2, 3, 1])], {"counts": counts})
    cases.add("repeat", [f32([])], {"counts": [2, 3]})
    cases.add("repeat", [f32([])], {"counts": []})
    cases.add("repeat", [f32([4, 3], view=[["transpose", 0, 1]])], {"counts": [1, 2]})
    for a in ({"shifts": -1}, {"shifts": 7, "dims": 0}, {"shifts": [1, -2], "dims": [1, -1]}, {"shifts": [1, 1], "dims": [0, 0]}):
        cases.add("roll", [f32([2, 3, 4])], a)
    cases.add("roll", [f32([0, 3])], {"shifts": 1, "dims": 0})
    cases.add("roll", [f32([4, 3], view=[["transpose", 0, 1]])], {"shifts": 1, "dims": 0})
    for value in (0.5, INF, NAN):
        cases.add("maskedFill", [f32([2, 3]), boolean([2, 1])], {"value": value})
    cases.add("maskedFillScalar", [f32([2, 3]), boolean([2, 3]), f32([])])
    cases.add("maskedFill", [boolean([4]), boolean([4])], {"value": 1})
    cases.add("rows", [f32([2, 3, 4]), boolean([2, 3])])
    cases.add("rows", [f32([2, 3]), boolean([2, 3])])
    cases.add("rows", [f32([3, 2]), Input([0, 0, 0], "b")])
    cases.add("rows", [f32([4, 3], view=[["transpose", 0, 1]]), Input([1, 0, 1], "b")])
    cases.add("remainder", [f32([24], -9, 9), f32([24], 0.1, 4)])
    cases.add("remainder", [f32([24], -9, 9), f32([24], -4, -0.1)])
    cases.add("remainder", [f64([3, 4], -9, 9), f64([4], 0.1, 4)])
    cases.add("remainder", [i32([6], -50, 50), Input([3, -3, 7, -7, 11, -11], "i32")])
    cases.add("remainder", [i32([6], -50, 50), f32([6], 0.5, 4)])
    cases.add("remainder", [Input([7.5, -7.5, NAN, INF, 1.0, -1.0, 1.0, -1.0, 0.0, 5.0], "f32"), Input([2.0, 2.0, 1.0, 2.0, INF, INF, -INF, -INF, INF, 0.0], "f32")], grad=False)
    cases.add("remainderNumber", [f32([8], -9, 9)], {"n": 2.5})
    cases.add("remainderNumber", [i32([8], -50, 50)], {"n": -7})
    cases.add("rremainderNumber", [f32([8], 0.5, 4)], {"n": 7.5}, grad=False)
    first = Input([1.0, 2.0, 100.0, INF, -INF, INF, NAN, 0.0], "f32")
    second = Input([1.000001, 2.1, 100.0005, INF, INF, 1.0, NAN, 1e-9], "f32")
    for a in ({}, {"rtol": 0.1}, {"atol": 0.5, "rtol": 0.0}, {"equalNan": True}):
        cases.add("isclose", [first, second], a)
    cases.add("isclose", [f64([3, 1]), f64([4])], {"atol": 1.0})
    cases.add("isclose", [i32([6]), i32([6])], {"atol": 2.0})
    cases.save("composed")
