"""Options of operations, and what they make of nothing."""

from .cases import Cases
from .inputs import INF, NAN, Input, boolean, f32, f64, i32


def options():
    cases = Cases()
    for name in ("addAlpha", "subAlpha"):
        cases.add(name, [f32([2, 3]), f32([3])], {"alpha": -2.5})
        cases.add(name, [f64([4]), i32([4])], {"alpha": 0.5})
        cases.add(name, [i32([4]), i32([4])], {"alpha": 3})
    cases.add("addAlpha", [boolean([4]), boolean([4])], {"alpha": 2})
    for decimals in (0, 1, 3, -2):
        cases.add("roundDecimals", [f32([12], -900, 900)], {"decimals": decimals})
        cases.add("roundDecimals", [Input([0.25, -0.35, 2.5, 150, 250, NAN, INF, -0.0], "f64")], {"decimals": decimals})
    for mode in ("floor", "trunc"):
        cases.add("divRounded", [f32([24], -9, 9), f32([24], 0.1, 4)], {"mode": mode})
        cases.add("divRounded", [Input([7.0, -7.0, 1.0, -1.0, 0.0, NAN, 3.0], "f32"), Input([2.0, 2.0, 0.0, 0.0, 0.0, 1.0, -1.0], "f32")], {"mode": mode})
        cases.add("divRounded", [Input([7, -7, 7, -7, 2147483647, -2147483647], "i32"), Input([2, 2, -2, -2, 3, 1], "i32")], {"mode": mode})
        cases.add("divRounded", [Input([7, -7], "i32"), f32([2], 1, 2)], {"mode": mode})
    cases.add("clampBetween", [f32([3, 4]), f32([4], -2, 0), f32([3, 1], 0, 2)])
    cases.add("clampBetween", [f64([6]), f64([6], -1, 1), f64([6], -1, 1)])
    cases.add("clampBetween", [f32([6]), f32([])])
    cases.add("clampBetween", [Input([1.0, 2.0, NAN, 0.0, 5.0], "f32"), Input([1.0, NAN, 0.0, 2.0, 6.0], "f32"), Input([1.0, 3.0, 0.0, 2.0, 4.0], "f32")])
    cases.add("clampBelow", [f32([3, 4]), f32([4])])
    cases.add("clampBetween", [i32([6]), i32([6])])
    cases.add("nonzeroTuple", [i32([3, 4], -1, 2)])
    cases.add("nonzeroTuple", [Input(3.0, "f32")])
    cases.add("nonzeroTuple", [Input(0.0, "f32")])
    cases.add("nonzeroTuple", [boolean([2, 2, 3])])
    for mode in ("reflect", "replicate", "circular"):
        for shape, padding in (([4], [2, 1]), ([2, 4], [3, 3]), ([2, 3, 4], [1, 2, 2, 0]), ([2, 3, 4], [0, 0, 1, 1]), ([5], [-1, 2]), ([2, 4, 4], [2, -1, -2, 1])):
            cases.add("padMode", [f32(shape)], {"padding": padding, "mode": mode})
    cases.add("padMode", [f32([4, 3], view=[["transpose", 0, 1]])], {"padding": [1, 1], "mode": "replicate"})
    cases.add("padMode", [f32([2])], {"padding": [4, 7], "mode": "replicate"})
    for dtype in ("f32", "f64"):
        for name in ("sumAs", "prodAs", "meanAs"):
            cases.add(name, [i32([2, 3])], {"dtype": dtype})
            cases.add(name, [f32([2, 3])], {"dtype": dtype})
        for name in ("cumsumAs", "softmaxAs", "logSoftmaxAs"):
            cases.add(name, [i32([2, 3])], {"dim": 1, "dtype": dtype})
            cases.add(name, [f32([2, 3])], {"dim": 0, "dtype": dtype})
    for name in ("sumAs", "prodAs"):
        cases.add(name, [f32([4])], {"dtype": "i32"}, grad=False)
    cases.add("cumsumAs", [f32([4])], {"dim": 0, "dtype": "i32"}, grad=False)
    for dim in (0, 1, [0, 1]):
        for keepdim in (False, True):
            cases.add("logsumexp", [f32([0, 3])], {"dim": dim, "keepdim": keepdim})
    cases.add("norm", [f32([0, 3])], {"p": INF, "dim": [0]})
    cases.add("chunk", [f32([0, 3])], {"chunks": 3})
    cases.add("chunk", [f32([2, 0])], {"chunks": 2, "dim": 1})
    cases.add("split", [f32([0, 3])], {"sizes": 0})
    cases.add("split", [f32([0, 3])], {"sizes": 2})
    for start, end, step in ((-0.9, 2.1, 2), (1.5, 4.2, 1.5), (5.9, -3, -1.9), (1, 1, -1)):
        for dtype in ("i32", "f32", "f64"):
            cases.add("arange", [], {"start": start, "end": end, "step": step, "dtype": dtype})
    cases.add("sign", [boolean([4])])
    cases.add("gather", [Input(3.0, "f32"), Input([0, 0], "i32")], {"dim": -1})
    cases.add("scatterAdd", [Input(3.0, "f32"), Input([0, 0], "i32"), f32([2])], {"dim": 0})
    for kind in ("f32", "f64"):
        cases.add("elu", [Input([NAN, -0.0, 0.0], kind)])
        cases.add("eluSlope", [Input([-1.0, -0.0, 0.0, 1.0, NAN, -INF, 800.0], kind)])
    cases.save("options")
