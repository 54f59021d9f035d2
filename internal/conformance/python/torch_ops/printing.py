"""What PyTorch prints."""

import json

import numpy as np

from .inputs import INF, NAN, Input, draw, f32, ints, ramp
from .table import OPS, apply_view
from .writing import OUT


def printing():
    cases = []

    def show(given, grad=None):
        x = given.values.clone()
        if grad is not None:
            x.requires_grad_()
        for step in given.view:
            x = apply_view(x, step)
        if grad:
            x = OPS[grad](x)
        case = {"in": given.json(), "text": str(x)}
        if grad is not None:
            case["grad"] = grad
        cases.append(case)

    for kind in ("f32", "f64"):
        for values in (
            1.0, 0.5, -2.25, NAN, INF, -INF, 0.0, -0.0, 1e-5, 1e10, 123456.0, 12345678.0, 1e8, 1e9, 100000001.0, 0.00012345,
            [1, 2, 3], [1.5, 2, 3], [-1, 2, 3], [-1.5, 2.25], [1, NAN], [1.5, NAN, INF], [NAN, NAN], [INF, -INF], [INF, 1, -2], [NAN, -10],
            [0.0], [0.0, 0.0], [-0.0, 1.0], [-0.0, 0.5], [1e-4, 1], [9.9e-5, 0.5], [1e-4, 0.11], [1, 1000], [1, 1001], [1.5, 1500], [1.5, 1501],
            [1e-3, 1], [0.99e-3, 1], [1e8, 2e8], [1e8, 2e8 + 16], [1e5, 1e8], [1.5e8, 1], [1e-10, 1e-12], [1e-40, 1], [3e38, 1], [1e30, -1e-30],
            [0.03125, 0.09375], [0.00005, 0.5], [2.5, 3.5, 0.12345], [0.99999, 0.5], [9.99996, 1], [1234.56789, 2.0], [-1234.5, 0.001],
            [12345.0, 1.0], [100000, 1], [1000000.5, 1], [16777216, 16777217], [1.00001, 1e3], [0.1, 100.25, 99.9], [1e15, 1], [1e21, 1e21],
            [1.25e-5, 3.75e-5], [100005, 1e9], [100015, 1e9], [2000050, 1, 2000150], [1.03125, 1e6], [1.09375, 1e6], [-0.03125, 8388608.03125], [123456.5], [1e22], [5e-324, 1], [0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625],
            [[1, 2], [3, 4]], [[1.5, -2], [3, 4]], [[[1, 2], [3, 4]], [[5, 6], [7, 8.5]]], [[[[1]]]], [[], []], [],
        ):
            if kind == "f32" and np.any(np.asarray(values) == 1e22):
                continue
            show(Input(values, kind))
    for values in (1, -7, [1, 2, 3], [1, -20, 300], [[1, 2], [30, -4]], [], [[0], [100000]], [2147483647, -2147483648]):
        show(Input(values, "i32"))
    for values in (True, False, [True, False], [True, True], [False], [[True, True], [False, True]], []):
        show(Input(values, "b"))
    # Long lines, many dimensions, and summaries above a thousand elements.
    for kind, divisor in (("f32", 1), ("f32", 7), ("f32", 1000), ("f64", 7), ("i32", 1)):
        def make(shape, modulus=10**6, kind=kind, divisor=divisor):
            given = ramp("f32" if kind == "i32" else kind, shape, modulus, divisor)
            if kind == "i32":
                given = Input(given.values.int(), "i32", generated=given.generated)
            return given

        for shape in ([10], [11], [12], [20], [21], [100], [3, 15], [2, 40], [2, 2, 2], [2, 3, 4, 2], [999], [1000], [1001], [10, 100], [11, 100], [2000, 1],
                      [1, 2000], [40, 40], [3, 400], [400, 3], [7, 7, 30], [2, 3, 200], [11, 11, 11], [1, 1, 1001], [0, 5], [3, 0, 2], [6, 200], [7, 200], [2, 2, 2, 2, 100]):
            show(make(shape))
    wide = Input(np.linspace(-1e6, 1e6, 30).round(1), "f32")
    show(wide)
    show(Input(np.linspace(-1e-6, 1e3, 14), "f64"))
    show(Input((np.arange(1200) % 3 == 0), "b"))
    show(Input(np.arange(30) % 2, "b"))
    show(f32([4, 3], view=[["transpose", 0, 1]]))
    show(f32([3, 8], view=[["slice", 1, 0, 8, 3]]))
    show(f32([3, 1], view=[["expand", [3, 4]]]))
    show(f32([1001], view=[["slice", 0, 0, 1001, 100]]))
    show(f32([12, 100], view=[["transpose", 0, 1]]))
    # What is said behind the elements, and where the line breaks before it.
    for shape in ([], [1], [3], [5], [6], [7], [8], [9], [2, 3], [2, 7], [0], [3, 0]):
        for kind in ("f32", "f64"):
            show(Input(draw(shape), kind), grad="")
            for op in ("exp", "add1", "sum", "neg"):
                show(Input(draw(shape), kind), grad=op)
    for shape in ([3], [6], [7], [8], [9], [10], [11], [20], [2, 7], [2, 8]):
        show(Input(draw(shape), "f64"))
        show(Input(ints(shape, 0, 100000), "i32"))
    OUT.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    (OUT / "printing.json").write_text(f"[\n{lines}\n]\n")
    print(f"ops/printing.json: {len(cases)} cases")
