"""Of several elements one, or as many as there are: sums, norms, the largest, running sums, softmax."""

from .cases import Cases
from .inputs import INF, NAN, VIEWS, Input, boolean, f32, f64, i32, ints, ramp

REDUCED = [
    ([2, 3, 4], None, False), ([2, 3, 4], [0], False), ([2, 3, 4], [1], True), ([2, 3, 4], [-1], False),
    ([2, 3, 4], [0, 2], False), ([2, 3, 4], [2, 0], True), ([2, 3, 4], [0, 1, 2], True), ([5], None, False),
    ([5], [0], True), ([], None, False), ([1, 1], [0], False), ([2, 3, 2, 2], [1, 3], False),
]  # fmt: skip
REDUCED_EMPTY = [([0], None, False), ([2, 0, 3], [1], False), ([2, 0, 3], [0], True), ([0, 3], None, False)]
SPECIAL_ROWS = [
    [1.0, NAN, 3.0, 2.0], [1.0, INF, -1.0, 2.0], [-INF, 1.0, 2.0, 3.0], [INF, -INF, 1.0, 2.0], [-INF, -INF, -INF, -INF],
    [INF, INF, 1.0, 2.0], [0.0, -0.0, 0.0, -0.0], [-0.0, -0.0, -0.0, -0.0], [2.0, 2.0, 1.0, 2.0], [3e38, 3e38, 1.0, -3e38],
    [1e-40, 2e-40, 1e-40, 0.0], [100.0, 99.0, -200.0, 100.0], [NAN, NAN, INF, 1.0],
]  # fmt: skip


def reductions():
    cases = Cases()
    for name in ("sum", "mean", "prod", "var", "std", "norm", "logsumexp", "all", "any"):
        for kind, make in (("f32", f32), ("f64", f64)):
            for shape, dim, keepdim in REDUCED + ([] if name == "logsumexp" else REDUCED_EMPTY):
                if kind == "f64" and len(shape) == 4:
                    continue
                if name == "logsumexp" and dim is None:
                    dim = list(range(len(shape)))
                dims = [{"dim": dim, "keepdim": keepdim}]
                if name in ("prod", "all", "any"):
                    dims = [{"dim": d, "keepdim": keepdim} for d in (dim or [None])] if dim is None or len(dim) == 1 else []
                for a in dims:
                    given = make(shape)
                    if name in ("all", "any"):
                        given = Input(ints(shape, 0, 2).astype(float), kind)
                    if a["dim"] is None:
                        a = {"keepdim": keepdim} if name in ("var", "std", "norm") and keepdim else {}
                    # The variance of one number is NaN, and so is not worth a gradient.
                    cases.add(name, [given], a, grad=name not in ("var", "std") or given.values.ndim > 0)
        for row in SPECIAL_ROWS:
            # Some intermediate results overflow or underflow in PyTorch, others here.
            if name in ("sum", "mean", "var", "std", "norm") and (3e38 in row or 1e-40 in row):
                continue
            cases.add(name, [Input([row, row[::-1]], "f32")], {"dim": 1 if name in ("prod", "all", "any") else [1]})
        for shape, view in VIEWS:
            last = -1 if name in ("prod", "all", "any") else [-1]
            cases.add(name, [f32(shape, view=view)], {"dim": last, "keepdim": True})
            cases.add(name, [f32(shape, view=view)], {"dim": [0]} if name == "logsumexp" else {})
    for name in ("var", "std"):
        for correction in (0, 1, 2):
            cases.add(name, [f32([3, 4])], {"dim": [1], "correction": correction})
            cases.add(name, [f64([3, 4])], {"dim": [0, 1], "correction": correction, "keepdim": True})
        cases.add(name, [Input([[1e4 + 1, 1e4 + 2, 1e4 + 4]], "f32")], {"dim": [1]})
        cases.add(name, [Input([[3, 3, 3], [1, 2, 3]], "f32")], {"dim": [1]})
    for p in (0, 1, 2, 3, 2.5, 0.5, INF, -INF):
        for kind, make in (("f32", f32), ("f64", f64)):
            cases.add("norm", [make([2, 3, 4])], {"p": p})
            cases.add("norm", [make([2, 3, 4])], {"p": p, "dim": [1]})
            cases.add("norm", [make([2, 3, 4])], {"p": p, "dim": [0, 2], "keepdim": True})
        cases.add("norm", [Input([[1, -2, 2, 0], [0, 0, 0, 0], [2, 1, 1, -2]], "f32")], {"p": p, "dim": [1]}, grad=p not in (0.5, -INF))
        cases.add("norm", [Input([3, -3, 1], "f32")], {"p": p})
    for values in ([[2, 0, 3], [0, 0, 3], [1, 2, 4]], [[0.5, 0, 0], [-1, 2, 0], [3, 1, -2]]):
        cases.add("prod", [Input(values, "f32")], {"dim": 1})
        cases.add("prod", [Input(values, "f64")], {"dim": 0, "keepdim": True})
        cases.add("prod", [Input(values, "f32")])
    for name in ("sum", "prod"):
        cases.add(name, [i32([3, 4])], {"dim": 1 if name == "prod" else [1]})
        cases.add(name, [boolean([3, 4])], {"dim": 0 if name == "prod" else [0]})
    for name in ("all", "any"):
        cases.add(name, [boolean([3, 4])], {"dim": 1})
        cases.add(name, [Input([[0, 0], [1, 1], [0, 1]], "b")], {"dim": 1})
        cases.add(name, [i32([3, 4], -1, 2)], {"dim": 0, "keepdim": True})
    for kind in ("f32", "f64"):
        for name in ("sum", "mean", "var", "std", "norm"):
            cases.add(name, [ramp(kind, [10007], 1009, 7)], grad=False)
            cases.add(name, [ramp(kind, [40, 300], 101, 3)], {"dim": [0]}, grad=False)
    cases.save("reductions")


def choices():
    """max, min and their positions, running sums, softmax."""
    cases = Cases()
    for name in ("max", "min", "argmax", "argmin", "cumsum", "softmax", "logSoftmax"):
        single = name in ("cumsum", "softmax", "logSoftmax")
        shapes = [([2, 3, 4], 0), ([2, 3, 4], 1), ([2, 3, 4], -1), ([5], 0), ([1, 1], 1), ([], 0), ([2, 3, 2, 2], 2), ([0, 3], 1), ([2, 0, 3], 2)]
        for kind, make in (("f32", f32), ("f64", f64)):
            for shape, dim in shapes:
                cases.add(name, [make(shape)], {"dim": dim})
                if not single:
                    cases.add(name, [make(shape)], {"dim": dim, "keepdim": True})
                    if 0 not in shape:
                        cases.add(name, [make(shape)])
        for row in SPECIAL_ROWS:
            signed = 0.0 in row and name in ("max", "min")
            cases.add(name, [Input([row, row[::-1]], "f32")], {"dim": 1}, grad=not signed)
            if not single:
                cases.add(name, [Input(row, "f32")])
        for shape, view in VIEWS:
            cases.add(name, [f32(shape, view=view)], {"dim": -1})
            cases.add(name, [f32(shape, view=view)], {"dim": 0})
        ties = Input(ints([4, 6], 0, 3).astype(float), "f32")
        if single:
            cases.add(name, [ties], {"dim": 0})
        else:
            for a in ({}, {"dim": 0}, {"dim": 1}):
                cases.add(name, [ties], a)
            cases.add(name, [i32([3, 4], 0, 3)], {"dim": 1})
            cases.add(name, [i32([3, 4])])
        if name == "cumsum":
            cases.add(name, [i32([3, 4])], {"dim": 1})
            cases.add(name, [boolean([3, 4])], {"dim": 0})
            cases.add(name, [ramp("f32", [3000], 101, 7)], {"dim": 0}, grad=False)
        if name in ("softmax", "logSoftmax"):
            cases.add(name, [Input([[1000.0, 1001.0, 999.0], [-1000.0, 0.0, 1000.0], [1e4, 1e4, -1e4]], "f32")], {"dim": 1})
            cases.add(name, [Input([[1000.0, 1001.0, 999.0], [-1000.0, 0.0, 1000.0]], "f64")], {"dim": 1})
    cases.save("choices")
