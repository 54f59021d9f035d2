"""Functions of each element."""

from .cases import Cases
from .inputs import EDGES, EDGES_F32, EDGES_F64, INF, NAN, SHAPES, VIEWS, Input, boolean, edges, f32, f64
from .table import unary
from .writing import DTYPES

DOMAIN = {"log": (0.001, 9), "log1p": (-0.999, 5), "sqrt": (0, 9), "rsqrt": (0.001, 9), "expm1": (-2, 4), "exp": (-9, 9), "sin": (-9, 9), "cos": (-9, 9)}


def elementwise():
    cases = Cases()
    for name in unary:
        low, high = DOMAIN.get(name, (-3, 3))
        for kind, make in (("f32", f32), ("f64", f64)):
            cases.add(name, [make([24], low, high)])
            values = edges(kind)
            if name == "log1p":  # PyTorch's vectorised one says inf of numbers near the largest.
                values = [x for x in values if not 1e38 < x < INF]
            if name == "relu":  # The gradient at NaN: PyTorch lets it through, backends need not.
                values = values[1:]
            cases.add(name, [Input(values, kind)])
        for shape in SHAPES:
            cases.add(name, [f32(shape, low, high)])
        for shape, view in VIEWS:
            cases.add(name, [f32(shape, low, high, view)])
        if name in ("abs", "neg", "sign", "relu", "isnan", "isfinite", "logicalNot"):
            cases.add(name, [Input([-2, -1, 0, 1, 2**31 - 1], "i32")])
        elif name not in ("floor", "ceil", "round", "silu"):
            cases.add(name, [Input([1, 2, 3, 7], "i32")])
            cases.add(name, [Input([1, 0, 1], "b")])
        if name in ("isnan", "isfinite", "logicalNot"):
            cases.add(name, [boolean([4])])
    cases.save("elementwise")


def activations():
    cases = Cases()
    variants = {
        "leakyRelu": [{}, {"slope": 0.25}, {"slope": -0.5}],
        "elu": [{}, {"alpha": 0.5}],
        "gelu": [{}, {"approximate": "tanh"}],
        "softplus": [{}, {"beta": 2.0}, {"beta": 0.5, "threshold": 3.0}],
        "clamp": [{"min": -1.0}, {"max": 0.5}, {"min": -1.0, "max": 1.0}, {"min": 1.0, "max": -1.0}, {"min": 0.5, "max": 0.5}],
    }
    for name, arguments in variants.items():
        for a in arguments:
            cases.add(name, [f32([24], -4, 4)], a)
            cases.add(name, [f64([24], -4, 4)], a)
            # The gradient at NaN: PyTorch's vectorised code for elu gives NaN, its plain code lets it through, as we do.
            first = [2.25] if name == "elu" else EDGES[:1]
            cases.add(name, [Input(first + EDGES_F32[1:], "f32")], a)
            cases.add(name, [Input(first + EDGES_F64[1:], "f64")], a)
        for shape in SHAPES:
            cases.add(name, [f32(shape)], arguments[-1])
        for shape, view in VIEWS:
            cases.add(name, [f32(shape, view=view)], arguments[0])
    cases.add("clamp", [Input([-5, -1, 0, 3, 9], "i32")], {"min": -1, "max": 3})
    cases.add("clamp", [Input([-5, -1, 0, 3, 9], "i32")], {"min": 0.5})
    for kind in DTYPES:
        for to in DTYPES:
            values = [0, 1, 2, -3] if kind == "i32" else [0, 1, 1, 0] if kind == "b" else [0.0, -0.0, 1.75, -1.75, 0.1, 2e9]
            cases.add("cast", [Input(values, kind)], {"to": to})
    cases.add("cast", [Input([NAN, INF, -INF, 1e-40], "f32")], {"to": "f64"})
    cases.add("cast", [Input([NAN, INF, -INF, 1e39, 1e-46, 0.1], "f64")], {"to": "f32"})
    cases.add("cast", [Input([NAN, INF, 1e-40, 0.0], "f32")], {"to": "b"})
    cases.save("activations")
