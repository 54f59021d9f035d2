"""Functions of pairs: broadcasting, numbers, and dtypes that meet."""

import numpy as np

from .cases import Cases
from .inputs import EDGES_F32, INF, NAN, Input, boolean, f32, f64, i32, ints
from .table import binary, comparison, logical

PAIRS = [
    ([5], [5]), ([2, 3], [2, 3]), ([3, 1], [1, 4]), ([2, 3, 4], [4]), ([2, 3, 4], [3, 1]), ([2, 3], []), ([], [2, 3]),
    ([], []), ([1], [3]), ([1, 1], [2, 3]), ([0, 3], [1, 3]), ([2, 0], [2, 1]), ([0], []), ([2, 1, 3, 1], [4, 1, 2]),
]  # fmt: skip
EDGE_PAIR = [NAN, INF, -INF, 0.0, -0.0, 1.0, -1.0, 2.0, -2.5, 0.5, 1e-40, 3e38]


def binaries():
    cases = Cases()
    square = np.array([(p, q) for p in EDGE_PAIR for q in EDGE_PAIR])
    for name in [*binary, *comparison, *logical]:
        arithmetic = name in binary
        low = 0.05 if name == "pow" else -3
        for first, second in PAIRS:
            cases.add(name, [f32(first, low), f32(second)])
        cases.add(name, [f64([12], low), f64([12])])
        cases.add(name, [Input(square[:, 0], "f32"), Input(square[:, 1], "f32")])
        if arithmetic:
            cases.add(name, [Input(square[:, 0], "f64"), Input(square[:, 1], "f64")])
        cases.add(name, [f32([3, 4], low, view=[["transpose", 0, 1]]), f32([4, 3])])
        cases.add(name, [f32([4, 3], low), f32([3, 8], view=[["slice", 1, 0, 8, 2], ["transpose", 0, 1]])])
        cases.add(name, [f32([2, 1], low, view=[["expand", [3, 2, 4]]]), f32([4, 2], view=[["transpose", 0, 1], ["flip", [1]]])])
        ties = Input(ints([8], 0, 3).astype(float), "f32"), Input(ints([8], 0, 3).astype(float), "f32")
        cases.add(name, list(ties), grad=name != "pow")
        cases.add(name, [i32([6], 1 if name == "div" else -5), i32([6], 1 if name in ("div", "pow") else -5)])
        # dtypes that meet
        kinds = {"f32": f32([3], 0.5), "f64": f64([3], 0.5), "i32": i32([3], 1, 5), "b": Input([1, 0, 1], "b")}
        scalars = {"f32": f32([], 0.5), "f64": f64([], 0.5), "i32": i32([], 1, 5), "b": Input(1, "b")}
        for p in kinds:
            for q in kinds:
                if "b" in (p, q) and (name == "sub" or p == q and name == "pow"):
                    continue  # PyTorch refuses
                # PyTorch cannot differentiate some of what it computes of truth values.
                grad = "b" not in (p, q)
                cases.add(name, [kinds[p], kinds[q]], grad=grad)
                cases.add(name, [kinds[p], scalars[q]], grad=grad)
                cases.add(name, [scalars[p], kinds[q]], grad=grad)
    for name, values in {
        "addNumber": [2, 0.5], "subNumber": [2, 0.5], "mulNumber": [2, -0.5, 0], "divNumber": [3, 0.7],
        "powNumber": [0, 1, 2, 3, 0.5, -1, -2, 2.5], "rsubNumber": [1, 0.3], "rdivNumber": [1, 0.3],
        "rpowNumber": [2, 0.5, 0, 1], "gtNumber": [0, 0.5], "eqNumber": [1, 0.5],
    }.items():  # fmt: skip
        for n in values:
            low = 0.05 if "pow" in name else -3
            cases.add(name, [f32([8], low)], {"n": n})
            cases.add(name, [f64([8], low)], {"n": n})
            cases.add(name, [Input(EDGES_F32, "f32")], {"n": n})
            if name == "powNumber" and n < 0:
                continue
            cases.add(name, [Input([1, 2, 5], "i32")], {"n": n})
            if name not in ("subNumber", "rsubNumber"):
                cases.add(name, [Input([1, 0, 1], "b")], {"n": n})
    condition = boolean([2, 3])
    cases.add("where", [condition, f32([2, 3]), f32([2, 3])])
    cases.add("where", [condition, f32([3]), f32([])])
    cases.add("where", [boolean([4, 1]), f32([1, 3]), f32([4, 3])])
    cases.add("where", [boolean([3, 2], view=[["transpose", 0, 1]]), f32([2, 3]), f64([2, 3])])
    cases.add("where", [boolean([0, 2]), f32([1, 2]), f32([2])])
    cases.add("where", [Input([1, 0, 1, 0], "b"), Input([NAN, 1, INF, 2], "f32"), Input([1, NAN, 2, -INF], "f32")])
    cases.add("where", [Input([1, 0, 1], "b"), i32([3]), i32([3])])
    cases.add("where", [Input([1, 0, 1], "b"), i32([3]), f32([3])])
    cases.save("binary")
