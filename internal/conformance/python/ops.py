"""Writes values/ops/*.json: what PyTorch 1.13.1 says of every operation, forward and gradient.

Run with Debian 12's own Python: /usr/bin/python3 internal/conformance/python/ops.py

A file is a list of cases, one a line:
  op    what to run (our name for it), a what it is called with besides tensors
  in    the tensors: t dtype, s shape, v values (or n, m, d: arange(n) % m / d), w views to take of it, one after the other
  out   the results: t, s, v
  g     the gradients given to the float results (in order); gin those expected for the inputs (null: not connected)
Floats are written with just the digits that tell them apart in their dtype; nan, inf, -inf and -0 are strings.
PyTorch's int64 results are called i32, since Kindling's integers are 32 bits wide.
"""

import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

OUT = pathlib.Path(__file__).resolve().parent.parent / "values" / "ops"
DTYPES = {"f32": torch.float32, "f64": torch.float64, "i32": torch.int32, "b": torch.bool}
NAMES = {torch.float32: "f32", torch.float64: "f64", torch.int32: "i32", torch.int64: "i32", torch.bool: "b"}
NAN, INF = float("nan"), float("inf")

rng = np.random.RandomState(20221215)


# ---- writing -------------------------------------------------------------------------------------------------------


def number(x, kind):
    if kind == "b":
        return int(x)
    if kind == "i32":
        return int(x)
    if np.isnan(x):
        return "nan"
    if np.isinf(x):
        return "inf" if x > 0 else "-inf"
    if x == 0 and np.signbit(x):
        return "-0"
    value = float(str(np.float32(x))) if kind == "f32" else float(x)
    assert kind == "f64" or np.float32(value) == np.float32(x)
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def flat(t):
    kind = NAMES[t.dtype]
    return [number(x, kind) for x in t.detach().contiguous().view(-1).numpy()]


def tensor(t):
    return {"t": NAMES[t.dtype], "s": list(t.shape), "v": flat(t)}


class Input:
    """A tensor that a case begins with, and the views that are taken of it before the operation."""

    def __init__(self, values, kind="f32", view=(), generated=None):
        self.values = torch.tensor(np.asarray(values), dtype=DTYPES[kind])
        self.view = [list(step) for step in view]
        self.generated = generated

    def json(self):
        entry = tensor(self.values)
        if self.generated is not None:
            del entry["v"]
            entry.update(zip("nmd", self.generated))
        if self.view:
            entry["w"] = self.view
        return entry


def apply_view(x, step):
    name, *args = step
    if name == "slice":
        dim, start, stop, stride = args
        index = [slice(None)] * x.ndim
        index[dim] = slice(start, stop, stride)
        return x[tuple(index)]
    return getattr(x, {"flip": "flip"}.get(name, name))(*args)


class Cases(list):
    """The cases of one file."""

    def add(self, op, inputs, a=None, grad=True):
        a = a or {}
        leaves = [i.values.clone() for i in inputs]
        for leaf in leaves:
            if grad and leaf.is_floating_point():
                leaf.requires_grad_()
        seen = []
        for leaf, given in zip(leaves, inputs):
            for step in given.view:
                leaf = apply_view(leaf, step)
            seen.append(leaf)
        out = OPS[op](*seen, **a)
        out = list(out) if isinstance(out, (tuple, list)) else [out]
        case = {"op": op, "in": [i.json() for i in inputs]}
        if a:
            case["a"] = {key: encode(value) for key, value in a.items()}
        case["out"] = [tensor(o) for o in out]
        tracked = [o for o in out if o.requires_grad]
        if tracked:
            gs = [torch.tensor(draw(o.shape, -2, 2), dtype=o.dtype) for o in tracked]
            wanted = [leaf for leaf in leaves if leaf.requires_grad]
            found = iter(torch.autograd.grad(tracked, wanted, gs, allow_unused=True))
            grads = [next(found) if leaf.requires_grad else None for leaf in leaves]
            case["g"] = [flat(g) for g in gs]
            case["gin"] = [None if g is None else flat(g) for g in grads]
        self.append(case)

    def save(self, name):
        OUT.mkdir(parents=True, exist_ok=True)
        lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in self)
        (OUT / f"{name}.json").write_text(f"[\n{lines}\n]\n")
        print(f"ops/{name}.json: {len(self)} cases")


def encode(value):
    if isinstance(value, float):
        return number(value, "f64")
    return [encode(item) for item in value] if isinstance(value, (list, tuple)) else value


# ---- drawing -------------------------------------------------------------------------------------------------------


def draw(shape, low=-3.0, high=3.0):
    """Three decimals: short to write, and yet mantissas of all kinds."""
    return np.round(rng.uniform(low, high, tuple(shape)), 3)


def ints(shape, low, high):
    return rng.randint(low, high, tuple(shape))


def f32(shape, low=-3.0, high=3.0, view=()):
    return Input(draw(shape, low, high), "f32", view)


def f64(shape, low=-3.0, high=3.0, view=()):
    return Input(draw(shape, low, high), "f64", view)


def i32(shape, low=-5, high=6, view=()):
    return Input(ints(shape, low, high), "i32", view)


def boolean(shape, view=()):
    return Input(ints(shape, 0, 2), "b", view)


def ramp(kind, shape, modulus, divisor):
    """Many values without writing them down."""
    n = int(np.prod(shape))
    values = (torch.arange(n) % modulus).to(DTYPES[kind]) / divisor
    return Input(values.reshape(shape), kind, generated=(n, modulus, divisor))


# Shapes with a view of them each, for every way in which memory can be walked.
VIEWS = [
    ([3, 4], [["transpose", 0, 1]]),
    ([4, 6], [["slice", 1, 1, 6, 2]]),
    ([5, 3], [["slice", 0, 1, 5, 3], ["transpose", 0, 1]]),
    ([3, 1], [["expand", [3, 4]]]),
    ([2, 3, 2], [["permute", [2, 0, 1]]]),
    ([3, 4], [["select", 1, 2]]),
    ([2, 5], [["flip", [0, 1]]]),
    ([6], [["view", [2, 3]], ["narrow", 1, 1, 2]]),
]
SHAPES = [[], [1], [5], [2, 3], [1, 1], [2, 1, 3], [2, 3, 2, 2], [0], [2, 0, 3]]
EDGES = [NAN, INF, -INF, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -1.5, -2.5, 3.5, 20.5, -20.5, 1e-7, -1e-7, 3e4, -3e4]
EDGES_F32 = EDGES + [1e-40, -1e-40, 3e38, -3e38, 88.5, 89.5, -87.0, -103.0, -104.5, 1e-20]
EDGES_F64 = EDGES + [5e-310, -5e-310, 1e308, -1e308, 709.5, 710.5, -708.0, -745.5, 1e-200]


def edges(kind):
    return EDGES_F32 if kind == "f32" else EDGES_F64


# ---- the operations under our names --------------------------------------------------------------------------------

unary = {
    "neg": torch.neg, "abs": torch.abs, "sign": torch.sign, "exp": torch.exp, "expm1": torch.expm1, "log": torch.log,
    "log1p": torch.log1p, "sqrt": torch.sqrt, "rsqrt": torch.rsqrt, "reciprocal": torch.reciprocal, "sin": torch.sin,
    "cos": torch.cos, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "erf": torch.erf, "relu": torch.relu,
    "floor": torch.floor, "ceil": torch.ceil, "round": torch.round, "isnan": torch.isnan, "isfinite": torch.isfinite,
    "logicalNot": torch.logical_not, "silu": F.silu,
}  # fmt: skip
DOMAIN = {"log": (0.001, 9), "log1p": (-0.999, 5), "sqrt": (0, 9), "rsqrt": (0.001, 9), "expm1": (-2, 4), "exp": (-9, 9), "sin": (-9, 9), "cos": (-9, 9)}  # fmt: skip

binary = {
    "add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div, "pow": torch.pow,
    "maximum": torch.maximum, "minimum": torch.minimum,
}  # fmt: skip
comparison = {
    "eq": torch.eq, "ne": torch.ne, "lt": torch.lt, "le": torch.le, "gt": torch.gt, "ge": torch.ge,
}  # fmt: skip
logical = {"logicalAnd": torch.logical_and, "logicalOr": torch.logical_or, "logicalXor": torch.logical_xor}


def variance(f):
    def run(x, dim=None, correction=1, keepdim=False):
        return f(x, dim=dim, correction=correction, keepdim=keepdim)

    return run


def all_or_dims(f):
    def run(x, dim=None, keepdim=False):
        return f(x) if dim is None else f(x, dim=dim, keepdim=keepdim)

    return run


OPS = {
    **unary, **binary, **comparison, **logical,
    "rsubNumber": lambda x, n: n - x, "rdivNumber": lambda x, n: n / x, "rpowNumber": lambda x, n: torch.pow(n, x),
    "addNumber": lambda x, n: x + n, "subNumber": lambda x, n: x - n, "mulNumber": lambda x, n: x * n,
    "divNumber": lambda x, n: x / n, "powNumber": lambda x, n: torch.pow(x, n),
    "gtNumber": lambda x, n: x > n, "eqNumber": lambda x, n: x == n,
    "leakyRelu": lambda x, slope=0.01: F.leaky_relu(x, slope), "elu": lambda x, alpha=1.0: F.elu(x, alpha),
    "gelu": lambda x, approximate="none": F.gelu(x, approximate=approximate),
    "softplus": lambda x, beta=1, threshold=20: F.softplus(x, beta, threshold),
    "clamp": lambda x, min=None, max=None: torch.clamp(x, min, max),
    "where": torch.where, "cast": lambda x, to: x.to(DTYPES[to]),
    "sum": all_or_dims(torch.sum), "mean": all_or_dims(torch.mean), "prod": all_or_dims(torch.prod),
    "all": all_or_dims(torch.all), "any": all_or_dims(torch.any),
    "var": variance(torch.var), "std": variance(torch.std),
    "max": all_or_dims(torch.max), "min": all_or_dims(torch.min),
    "argmax": lambda x, dim=None, keepdim=False: torch.argmax(x, dim, keepdim),
    "argmin": lambda x, dim=None, keepdim=False: torch.argmin(x, dim, keepdim),
    "cumsum": lambda x, dim: torch.cumsum(x, dim),
    "logsumexp": lambda x, dim, keepdim=False: torch.logsumexp(x, dim, keepdim),
    "softmax": lambda x, dim: torch.softmax(x, dim), "logSoftmax": lambda x, dim: torch.log_softmax(x, dim),
    "norm": lambda x, p=2, dim=None, keepdim=False: torch.norm(x, p, dim, keepdim),
    "matmul": torch.matmul, "dot": torch.dot, "outer": torch.outer,
    "linear": F.linear,
    "cat": lambda *xs, dim=0: torch.cat(xs, dim), "stack": lambda *xs, dim=0: torch.stack(xs, dim),
    "hstack": lambda *xs: torch.hstack(xs), "vstack": lambda *xs: torch.vstack(xs),
    "meshgrid": lambda *xs, indexing="ij": torch.meshgrid(*xs, indexing=indexing),
    "indexSelect": lambda x, index, dim: torch.index_select(x, dim, index),
    "gather": lambda x, index, dim: torch.gather(x, dim, index.long()),
    "scatterAdd": lambda x, index, source, dim: torch.scatter_add(x, dim, index.long(), source),
    "maskedSelect": torch.masked_select, "nonzero": torch.nonzero,
    "sort": lambda x, dim=-1, descending=False: torch.sort(x, dim=dim, descending=descending, stable=True),
    "argsort": lambda x, dim=-1, descending=False: torch.argsort(x, dim=dim, descending=descending),
    "topk": lambda x, k, dim=-1, largest=True: torch.topk(x, k, dim, largest),
    "flip": lambda x, dims: torch.flip(x, dims), "pad": lambda x, padding, value=0: F.pad(x, padding, value=value),
    "tril": lambda x, diagonal=0: torch.tril(x, diagonal), "triu": lambda x, diagonal=0: torch.triu(x, diagonal),
    "oneHot": lambda x, n=-1: F.one_hot(x.long(), n),
    "reshape": lambda x, shape: torch.reshape(x, shape), "transpose": lambda x, dim0, dim1: torch.transpose(x, dim0, dim1),
    "permute": lambda x, dims: torch.permute(x, dims), "expand": lambda x, shape: x.expand(shape),
    "squeeze": lambda x, dim=None: torch.squeeze(x) if dim is None else torch.squeeze(x, dim),
    "unsqueeze": lambda x, dim: torch.unsqueeze(x, dim), "select": lambda x, dim, index: torch.select(x, dim, index),
    "narrow": lambda x, dim, start, length: torch.narrow(x, dim, start, length),
    "slice": lambda x, dim, start, end, step: apply_view(x, ["slice", dim, start, end, step]),
    "split": lambda x, sizes, dim=0: torch.split(x, sizes, dim), "chunk": lambda x, chunks, dim=0: torch.chunk(x, chunks, dim),
    "unbind": lambda x, dim=0: torch.unbind(x, dim), "flatten": lambda x, start=0, end=-1: torch.flatten(x, start, end),
    "unflatten": lambda x, dim, sizes: x.unflatten(dim, sizes), "clone": torch.clone,
    "arange": lambda start, end, step, dtype: torch.arange(start, end, step, dtype=DTYPES[dtype]),
    "linspace": lambda start, end, steps, dtype: torch.linspace(start, end, steps, dtype=DTYPES[dtype]),
    "eye": lambda n, m, dtype: torch.eye(n, m, dtype=DTYPES[dtype]),
    "full": lambda shape, value, dtype: torch.full(shape, value, dtype=DTYPES[dtype]),
}  # fmt: skip


# ---- the cases -----------------------------------------------------------------------------------------------------


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
            cases.add(name, [Input(EDGES_F32, "f32")], a)
            cases.add(name, [Input(EDGES_F64, "f64")], a)
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


def products():
    cases = Cases()
    shapes = [
        ([2, 3], [3, 4]), ([1, 3], [3, 1]), ([3], [3]), ([3], [3, 4]), ([2, 3], [3]), ([2, 2, 3], [3, 4]), ([2, 3], [5, 3, 2]),
        ([2, 2, 3], [2, 3, 2]), ([2, 1, 2, 3], [3, 3, 2]), ([4, 1, 2, 3], [1, 2, 3, 2]), ([3], [2, 3, 4]), ([2, 2, 3], [3]),
        ([2, 3, 1, 4], [4]), ([5, 7], [7, 6]), ([2, 0], [0, 3]), ([0, 3], [3, 2]), ([2, 3], [3, 0]), ([0], [0]), ([2, 3, 0], [0, 2]),
        ([0, 2, 3], [3, 2]), ([2, 3], [0, 3, 2]), ([2, 0, 3], [3, 2]), ([1, 2, 3], [4, 3, 2]),
    ]  # fmt: skip
    for a, b in shapes:
        cases.add("matmul", [f32(a), f32(b)])
        cases.add("matmul", [f64(a), f64(b)])
    t = [["transpose", 0, 1]]
    cases.add("matmul", [f32([3, 2], view=t), f32([3, 4])])
    cases.add("matmul", [f32([2, 3]), f32([4, 3], view=t)])
    cases.add("matmul", [f32([3, 2], view=t), f32([4, 3], view=t)])
    cases.add("matmul", [f32([4, 6], view=[["slice", 1, 0, 6, 2]]), f32([6, 2], view=[["slice", 0, 1, 6, 2]])])
    cases.add("matmul", [f32([3], view=[["expand", [2, 3]]]), f32([3, 1], view=[["expand", [3, 4]]])])
    cases.add("matmul", [f32([2, 3, 4], view=[["permute", [1, 0, 2]]]), f32([4, 2])])
    cases.add("matmul", [f32([2, 3, 4], view=[["permute", [0, 2, 1]]]), f32([2, 3, 4])])
    cases.add("matmul", [f32([2, 3], view=[["flip", [0, 1]]]), f32([3, 3], view=[["flip", [0]]])])
    cases.add("matmul", [Input([[1, NAN], [INF, 1], [0, 2]], "f32"), Input([[1, 0], [2, 0]], "f32")])
    cases.add("matmul", [Input([[3e38, 3e38]], "f32"), Input([[1.0], [1.0]], "f32")])
    cases.add("matmul", [i32([2, 3]), i32([3, 2])])
    for kind in ("f32", "f64"):
        cases.add("matmul", [ramp(kind, [37, 53], 101, 7), ramp(kind, [53, 29], 89, 11)], grad=False)
    for n in (1, 5, 0, 40):
        cases.add("dot", [f32([n]), f32([n])])
        cases.add("dot", [f64([n]), f64([n])])
    cases.add("dot", [f32([3, 8], view=[["select", 0, 1]]), f32([8, 3], view=[["select", 1, 2]])])
    for n, m in ((3, 4), (1, 1), (0, 2)):
        cases.add("outer", [f32([n]), f32([m])])
        cases.add("outer", [f64([n]), f64([m])])
    cases.add("linear", [f32([4, 3]), f32([5, 3]), f32([5])])
    cases.add("linear", [f64([4, 3]), f64([5, 3]), f64([5])])
    cases.add("linear", [f32([3, 4], view=t), f32([5, 3]), f32([5])])
    cases.save("products")


def indexing():
    cases = Cases()

    def index(shape, size, view=()):
        return Input(ints(shape, 0, size), "i32", view)

    for kind, make in (("f32", f32), ("f64", f64), ("i32", i32), ("b", lambda shape, view=(): boolean(shape, view))):
        cases.add("indexSelect", [make([3, 4]), index([5], 3)], {"dim": 0})
        cases.add("indexSelect", [make([2, 3, 4]), index([2], 4)], {"dim": -1})
        cases.add("indexSelect", [make([4]), index([0], 4)], {"dim": 0})
        cases.add("gather", [make([3, 4]), index([3, 2], 4)], {"dim": 1})
        cases.add("gather", [make([3, 4]), index([5, 4], 3)], {"dim": 0})
        cases.add("gather", [make([2, 3, 4]), index([1, 3, 2], 3)], {"dim": 1})
        cases.add("maskedSelect", [make([3, 4]), boolean([3, 4])])
        cases.add("maskedSelect", [make([3, 1]), boolean([4])])
        cases.add("nonzero", [make([3, 4])])
        cases.add("flip", [make([2, 3, 2])], {"dims": [0, 2]})
        cases.add("tril", [make([3, 4])])
        cases.add("pad", [make([2, 3])], {"padding": [1, 2], "value": 1})
    cases.add("indexSelect", [f32([4, 3], view=[["transpose", 0, 1]]), index([5], 4)], {"dim": 1})
    cases.add("indexSelect", [f32([4, 3, 2], view=[["permute", [2, 0, 1]]]), index([6], 4, [["slice", 0, 0, 6, 2]])], {"dim": 1})
    cases.add("gather", [f32([4, 3], view=[["transpose", 0, 1]]), index([4, 3], 4, [["transpose", 0, 1]])], {"dim": 1})
    cases.add("gather", [f32([3, 4]), index([3, 0], 4)], {"dim": 1})
    cases.add("gather", [f32([5]), index([7], 5)], {"dim": 0})
    cases.add("gather", [f32([5, 1], view=[["expand", [5, 3]]]), index([2, 3], 5)], {"dim": 0})
    for kind, make in (("f32", f32), ("f64", f64), ("i32", i32)):
        cases.add("scatterAdd", [make([3, 4]), index([3, 6], 4), make([3, 6])], {"dim": 1})
        cases.add("scatterAdd", [make([3, 4]), index([5, 2], 3), make([6, 4])], {"dim": 0}, grad=False)
        cases.add("scatterAdd", [make([6]), index([9], 6), make([9])], {"dim": 0})
    cases.add("scatterAdd", [f32([4, 3], view=[["transpose", 0, 1]]), index([3, 2], 4), f32([2, 3], view=[["transpose", 0, 1]])], {"dim": 1})
    cases.add("scatterAdd", [f32([3, 2]), index([0, 2], 3), f32([0, 2])], {"dim": 0})
    # PyTorch 1.13 puts the gradients of a transposed tensor in the wrong places here.
    cases.add("maskedSelect", [f32([4, 3], view=[["transpose", 0, 1]]), boolean([3, 4])], grad=False)
    cases.add("maskedSelect", [f32([3]), Input([0, 0, 0], "b")])
    cases.add("maskedSelect", [f32([0]), boolean([0])])
    cases.add("nonzero", [Input([[0, 1, -0.0], [NAN, 0, 2]], "f32")])
    cases.add("nonzero", [Input([0, 0], "f32")])
    for name in ("sort", "topk"):
        for descending in (False, True):
            def a(dim, k=2, descending=descending, name=name):
                return {"dim": dim, "descending": descending} if name == "sort" else {"k": k, "dim": dim, "largest": descending}

            for kind, make in (("f32", f32), ("f64", f64)):
                cases.add(name, [make([2, 3, 4])], a(-1))
                cases.add(name, [make([2, 3, 4])], a(1))
                cases.add(name, [make([7])], a(0, 3))
            cases.add(name, [f32([4, 3], view=[["transpose", 0, 1]])], a(0))
            cases.add(name, [f32([3, 8], view=[["slice", 1, 0, 8, 2]])], a(1))
            cases.add(name, [f32([])], a(0, 1))
            cases.add(name, [f32([0, 3])], a(1))
            cases.add(name, [Input(rng.permutation(12).reshape(3, 4), "i32")], a(1))
            cases.add(name, [Input([3, NAN, -INF, INF, 1, -1], "f32")], a(0, 4))
            if name == "sort":
                cases.add(name, [Input(ints([4, 9], 0, 3).astype(float), "f32")], a(1))
                cases.add(name, [Input([0.0, -0.0, 1, -0.0, 0.0, NAN, 1, NAN], "f32")], a(0))
            else:
                cases.add(name, [f32([5])], a(0, 0))
                cases.add(name, [f32([5])], a(0, 5))
    cases.add("argsort", [f32([3, 4])])
    cases.add("argsort", [f32([3, 4])], {"dim": 0, "descending": True})
    for a in ({"padding": [1, 0]}, {"padding": [0, 2, 1, 1]}, {"padding": [-1, 2], "value": 0.5}, {"padding": [-1, -1, 2, -1], "value": NAN}, {"padding": [0, 0]}):
        cases.add("pad", [f32([2, 4])], a)
        cases.add("pad", [f32([3, 4, 2], view=[["permute", [2, 0, 1]]])], a)
    cases.add("pad", [f32([0, 2])], {"padding": [1, 1, 1, 1], "value": 2})
    for name in ("tril", "triu"):
        for diagonal in (-4, -1, 0, 1, 5):
            cases.add(name, [f32([3, 4])], {"diagonal": diagonal})
            cases.add(name, [f32([2, 3, 3], view=[["transpose", 1, 2]])], {"diagonal": diagonal})
        cases.add(name, [f32([0, 3])])
        cases.add(name, [Input([[NAN, INF], [-INF, NAN]], "f32")])
    cases.add("flip", [f32([2, 3])], {"dims": []})
    cases.add("flip", [f32([2, 0, 3])], {"dims": [0, 1]})
    cases.add("flip", [f32([3, 4], view=[["transpose", 0, 1]])], {"dims": [-1]})
    cases.add("flip", [f32([3, 4], view=[["flip", [1]]])], {"dims": [1]})
    cases.add("oneHot", [i32([5], 0, 4)])
    cases.add("oneHot", [i32([2, 3], 0, 4)], {"n": 6})
    cases.add("oneHot", [i32([], 0, 4)], {"n": 4})
    cases.add("oneHot", [Input(np.zeros([0]), "i32")], {"n": 3})
    cases.save("indexing")


def shaping():
    cases = Cases()
    for kind, make in (("f32", f32), ("f64", f64), ("i32", i32)):
        for dim in (0, 1, -1):
            cases.add("cat", [make([2, 3, 2]), make([2, 3, 2])], {"dim": dim})
            cases.add("stack", [make([2, 3]), make([2, 3])], {"dim": dim})
        cases.add("cat", [make([2, 3]), make([0, 3]), make([1, 3])], {"dim": 0})
        cases.add("hstack", [make([2]), make([3])])
        cases.add("hstack", [make([2, 1]), make([2, 3])])
        cases.add("vstack", [make([3]), make([3])])
        cases.add("vstack", [make([2, 3]), make([1, 3])])
        cases.add("meshgrid", [make([2]), make([3])], {"indexing": "ij"})
        cases.add("meshgrid", [make([2]), make([3])], {"indexing": "xy"})
    cases.add("meshgrid", [f32([2]), f32([3]), f32([2])], {"indexing": "xy"})
    cases.add("meshgrid", [f32([2]), f32([])], {"indexing": "ij"})
    cases.add("stack", [f32([]), f32([])])
    cases.add("hstack", [f32([]), f32([])])
    cases.add("vstack", [f32([]), f32([])])
    cases.add("cat", [f32([3, 2], view=[["transpose", 0, 1]]), f32([2, 6], view=[["slice", 1, 0, 6, 2]]), f32([2, 1], view=[["expand", [2, 3]]])], {"dim": 1})
    for p in DTYPES:
        for q in DTYPES:
            makes = {"f32": f32([2]), "f64": f64([2]), "i32": i32([2]), "b": boolean([2])}
            cases.add("cat", [makes[p], makes[q]])
    one = [
        ("reshape", [2, 3, 4], {"shape": [4, 6]}), ("reshape", [2, 3, 4], {"shape": [-1]}), ("reshape", [2, 3, 4], {"shape": [3, -1, 2]}),
        ("reshape", [1], {"shape": []}), ("reshape", [0, 3], {"shape": [3, 0]}), ("reshape", [], {"shape": [1, 1]}),
        ("transpose", [2, 3, 4], {"dim0": 0, "dim1": 2}), ("transpose", [2, 3], {"dim0": -1, "dim1": -2}), ("permute", [2, 3, 4], {"dims": [2, 0, 1]}),
        ("permute", [2, 3, 4], {"dims": [-1, 1, 0]}), ("permute", [], {"dims": []}), ("expand", [3, 1], {"shape": [2, 3, 4]}), ("expand", [], {"shape": [2, 2]}),
        ("expand", [1, 3], {"shape": [-1, 3]}), ("expand", [1], {"shape": [0]}), ("squeeze", [1, 2, 1, 3], {}), ("squeeze", [1, 2, 1], {"dim": 0}),
        ("squeeze", [2, 3], {"dim": 1}), ("squeeze", [1], {}), ("unsqueeze", [2, 3], {"dim": 0}), ("unsqueeze", [2, 3], {"dim": -1}), ("unsqueeze", [], {"dim": 0}),
        ("select", [2, 3, 4], {"dim": 1, "index": 2}), ("select", [2, 3, 4], {"dim": -1, "index": -4}), ("select", [3], {"dim": 0, "index": 1}),
        ("narrow", [4, 3], {"dim": 0, "start": 1, "length": 2}), ("narrow", [4, 3], {"dim": 1, "start": 3, "length": 0}), ("narrow", [4, 3], {"dim": 1, "start": 0, "length": 3}),
        ("slice", [6, 3], {"dim": 0, "start": 1, "end": 6, "step": 2}), ("slice", [6, 3], {"dim": 0, "start": -4, "end": -1, "step": 1}),
        ("slice", [6], {"dim": 0, "start": 4, "end": 2, "step": 1}), ("slice", [6], {"dim": 0, "start": -100, "end": 100, "step": 4}),
        ("split", [5, 2], {"sizes": 2}), ("split", [2, 6], {"sizes": [1, 2, 3], "dim": 1}), ("split", [0, 2], {"sizes": 2}),
        ("chunk", [7], {"chunks": 3}), ("chunk", [2, 5], {"chunks": 4, "dim": -1}), ("chunk", [3], {"chunks": 5}), ("unbind", [2, 3], {"dim": 1}),
        ("flatten", [2, 3, 4], {}), ("flatten", [2, 3, 4], {"start": 1}), ("flatten", [2, 3, 4], {"start": 0, "end": 1}), ("flatten", [], {}),
        ("unflatten", [6, 2], {"dim": 0, "sizes": [2, -1]}), ("clone", [2, 3], {}),
    ]  # fmt: skip
    for name, shape, a in one:
        cases.add(name, [f32(shape)], a)
        if len(shape) > 1:
            # The same of a tensor whose memory runs the other way.
            turned = [["permute", list(range(len(shape) - 1, -1, -1))]]
            cases.add(name, [f32(shape[::-1], view=turned)], a)
    cases.save("shaping")


def creation():
    cases = Cases()
    for kind in ("f32", "f64", "i32"):
        for start, end, step in ((0, 5, 1), (1, 10, 3), (5, 0, -2), (0, 0, 1)):
            cases.add("arange", [], {"start": start, "end": end, "step": step, "dtype": kind})
    for kind in ("f32", "f64"):
        for start, end, step in ((0, 1, 0.1), (-1.5, 2.0, 0.3), (1, 0, -0.25), (0, 3, 0.01)):
            cases.add("arange", [], {"start": start, "end": end, "step": step, "dtype": kind})
        for start, end, steps in ((0, 1, 5), (0, 1, 11), (-3, 7, 23), (1, 1, 3), (2, -2, 1), (0, 1, 0), (0.1, 0.7, 50), (-1, 1, 2)):
            cases.add("linspace", [], {"start": start, "end": end, "steps": steps, "dtype": kind})
    for kind in DTYPES:
        cases.add("eye", [], {"n": 3, "m": 2, "dtype": kind})
        cases.add("eye", [], {"n": 0, "m": 2, "dtype": kind})
        cases.add("full", [], {"shape": [2, 2], "value": 1, "dtype": kind})
    cases.add("full", [], {"shape": [], "value": NAN, "dtype": "f32"})
    cases.add("full", [], {"shape": [3], "value": 0.1, "dtype": "f32"})
    cases.add("full", [], {"shape": [0, 2], "value": 1, "dtype": "f32"})
    cases.save("creation")


# ---- printing ------------------------------------------------------------------------------------------------------


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
                if op == "add1":
                    OPS["add1"] = lambda x: x + 1
                show(Input(draw(shape), kind), grad=op)
    for shape in ([3], [6], [7], [8], [9], [10], [11], [20], [2, 7], [2, 8]):
        show(Input(draw(shape), "f64"))
        show(Input(ints(shape, 0, 100000), "i32"))
    OUT.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    (OUT / "printing.json").write_text(f"[\n{lines}\n]\n")
    print(f"ops/printing.json: {len(cases)} cases")


if __name__ == "__main__":
    torch.set_num_threads(1)
    elementwise()
    activations()
    binaries()
    reductions()
    choices()
    products()
    indexing()
    shaping()
    creation()
    printing()
