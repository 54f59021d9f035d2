"""Writes values/ops/more.json: what PyTorch 1.13.1 says of the operations of @kindling/tensor-core/more, forward and gradient.

Run with Debian 12's own Python: /usr/bin/python3 internal/conformance/python/more_ops.py
ops.py says what the letters of a case mean.
"""

import os
import warnings

# Float32 functions depend on the instruction set; AVX2 is what PyTorch's builds use where it is there.
os.environ.setdefault("ATEN_CPU_CAPABILITY", "avx2")

import torch  # noqa: E402

from torch_ops.cases import Cases  # noqa: E402
from torch_ops.inputs import INF, NAN, Input, boolean, f32, f64, i32, ints  # noqa: E402
from torch_ops.table import OPS  # noqa: E402


def drawn(weights, n, replacement=False, seed=0):
    torch.manual_seed(seed)
    return torch.multinomial(weights, n, replacement)


def over(f):
    return lambda x, dim=None, keepdim=False: f(x, list(range(x.ndim)) if dim is None else dim, keepdim)


OPS.update({
    "amax": over(torch.amax), "amin": over(torch.amin),
    "bincount": lambda x, w=None, minlength=0: torch.bincount(x, w, minlength),
    "bmm": torch.bmm,
    "countNonzero": lambda x, dim=None: torch.count_nonzero(x, dim),
    "cumprod": lambda x, dim: torch.cumprod(x, dim),
    "cumprodSlope": lambda x, dim: torch.autograd.grad(torch.cumprod(x, dim).square().sum(), x, create_graph=True)[0],
    "einsum": lambda *xs, equation: torch.einsum(equation, *xs),
    "histc": lambda x, bins=100, min=0, max=0: torch.histc(x, bins, min, max),
    "indexAdd": lambda x, index, source, dim, alpha=1: torch.index_add(x, dim, index, source, alpha=alpha),
    "lerp": torch.lerp, "lerpNumber": lambda a, b, weight: torch.lerp(a, b, weight),
    "log2": torch.log2, "log10": torch.log10, "logaddexp": torch.logaddexp,
    "logaddexpSlope": lambda a, b: torch.autograd.grad(torch.logaddexp(a, b).square().sum(), a, create_graph=True)[0],
    "median": lambda x, dim=None, keepdim=False: torch.median(x) if dim is None else torch.median(x, dim, keepdim),
    "movedim": lambda x, source, destination: torch.movedim(x, source, destination),
    "multinomial": drawn,
    "nanToNum": lambda x, nan=None, posinf=None, neginf=None: torch.nan_to_num(x, nan, posinf, neginf),
    "quantile": lambda x, q, dim=None, keepdim=False, interpolation="linear": torch.quantile(
        x, q if isinstance(q, float) else torch.tensor(q, dtype=x.dtype), dim, keepdim, interpolation=interpolation),
    "repeatInterleave": lambda x, repeats, dim=None: torch.repeat_interleave(x, torch.tensor(repeats), dim),
    "scatter": lambda x, index, source, dim: torch.scatter(x, dim, index.long(), source),
    "scatterNumber": lambda x, index, dim, value: torch.scatter(x, dim, index.long(), value),
    "searchsorted": lambda a, v, right=False: torch.searchsorted(a, v, right=right),
    "takeAlongDim": lambda x, index, dim=None: torch.take_along_dim(x, index.long(), dim),
    "trunc": torch.trunc,
    "unique": lambda x, dim=None: torch.unique(x, return_inverse=True, return_counts=True, dim=dim),
})  # fmt: skip

BOTH = (f32, f64)


def elementwise(cases):
    numbers = [NAN, INF, -INF, 0.0, -0.0, 1.0, 2.5, -2.5, 0.5, -0.5, 8.0, 1000.0, 1e-7, 1e10]
    for kind in ("f32", "f64"):
        cases.add("trunc", [Input(numbers, kind)])
        cases.add("nanToNum", [Input(numbers, kind)])
        cases.add("nanToNum", [Input(numbers, kind)], {"nan": 1.5, "posinf": 7.0, "neginf": -8.0})
        for name in ("log2", "log10"):
            cases.add(name, [Input(numbers, kind)])
            cases.add(name, [Input([0.001, 0.01, 0.1, 10.0, 100.0, 1e5, 0.25, 64.0, 3.0, 1.0009766], kind)])
        pairs = [(INF, INF), (-INF, -INF), (INF, -INF), (INF, 1.0), (1000.0, 1000.0), (-1000.0, 3.0), (NAN, 1.0)]
        cases.add("logaddexp", [Input([a for a, _ in pairs], kind), Input([b for _, b in pairs], kind)], grad=False)
    cases.add("trunc", [i32([4])])
    cases.add("nanToNum", [i32([4])])
    cases.add("log2", [Input([1, 8, 10], "i32")])
    for make in BOTH:
        for a, b in (([2, 3], [2, 3]), ([2, 1], [3]), ([], [4])):
            cases.add("logaddexp", [make(a), make(b)])
            cases.add("lerp", [make(a), make(b), make([], 0, 1)])
            cases.add("lerp", [make(a), make(b), make(b, -1, 2)])
            for weight in (0.0, 0.3, 0.5, 0.9, 1.0, 2.5):
                cases.add("lerpNumber", [make(a), make(b)], {"weight": weight})
        cases.add("logaddexpSlope", [make([4]), make([4])])
        cases.add("logaddexpSlope", [make([2, 3], view=[["transpose", 0, 1]]), make([3, 2])])
        same = make([3])
        cases.add("logaddexp", [same, same])


def products(cases):
    equations = [
        ("ij,jk->ik", [2, 3], [3, 4]), ("ij,jk", [2, 3], [3, 4]), ("bij,bjk->bik", [2, 2, 3], [2, 3, 2]), ("i,j->ij", [2], [3]),
        ("i,i->", [4], [4]), ("ij->ji", [2, 3]), ("ij->", [2, 3]), ("ij->j", [2, 3]), ("ii->i", [3, 3]), ("ii", [3, 3]),
        ("iji->ij", [2, 3, 2]), ("ij,ij->ij", [2, 3], [2, 3]), ("ba", [2, 3]), ("...ij,...jk->...ik", [2, 2, 3], [3, 2]),
        ("...i,i", [2, 3], [3]), ("i...->...", [2, 3, 2]), ("bn,anm,bm->ba", [2, 3], [4, 3, 2], [2, 2]), ("ij,jk->ik", [2, 1], [3, 4]),
        ("ik,kj,jl->il", [2, 3], [3, 2], [2, 2]), ("ij,kj->ikj", [2, 3], [2, 3]), (",i->i", [], [3]), ("i,i->", [0], [0]),
        ("bhid, bhjd -> bhij", [1, 2, 3, 2], [1, 2, 2, 2]), ("Ab,bA->b", [2, 3], [3, 2]), ("Ab,bc", [2, 3], [3, 2]),
    ]  # fmt: skip
    for make in BOTH:
        for equation, *shapes in equations:
            cases.add("einsum", [make(shape) for shape in shapes], {"equation": equation})
        cases.add("bmm", [make([2, 3, 4]), make([2, 4, 2])])
        cases.add("bmm", [make([2, 4, 3], view=[["transpose", 1, 2]]), make([2, 4, 2])])
        for shape, dim in (([5], 0), ([2, 3, 4], 1), ([2, 3, 4], -1), ([], 0), ([0, 3], 0), ([1], 0)):
            cases.add("cumprod", [make(shape)], {"dim": dim})
        cases.add("cumprod", [make([4, 3], view=[["transpose", 0, 1]])], {"dim": 1})
        cases.add("cumprodSlope", [make([2, 4])], {"dim": 1})
        cases.add("cumprodSlope", [make([3])], {"dim": 0})
    for kind in ("f32", "f64"):
        cases.add("cumprod", [Input([[2.0, 0.0, 3.0, 4.0], [0.0, 1.0, 0.0, 5.0]], kind)], {"dim": 1})
        cases.add("cumprod", [Input([1.0, NAN, 2.0, INF], kind)], {"dim": 0}, grad=False)
    cases.add("cumprod", [i32([3, 4])], {"dim": 1})
    cases.add("cumprod", [boolean([3, 4])], {"dim": 0})


def choices(cases):
    for make in BOTH:
        for name in ("amax", "amin"):
            for shape, dim, keepdim in (([2, 3, 4], None, False), ([2, 3, 4], [0, 2], False), ([2, 3, 4], [1], True), ([], None, False), ([5], [0], True)):
                cases.add(name, [make(shape)], {"dim": dim, "keepdim": keepdim} if dim else {})
        for shape, dim in (([5], 0), ([4], 0), ([2, 3, 4], 1), ([2, 3, 4], -1), ([], 0), ([1, 3], 0)):
            cases.add("median", [make(shape)])
            for keepdim in (False, True):
                cases.add("median", [make(shape)], {"dim": dim, "keepdim": keepdim})
                for q in (0.3, [0.0, 0.25, 0.5, 0.9, 1.0]):
                    cases.add("quantile", [make(shape)], {"q": q, "dim": dim, "keepdim": keepdim})
            cases.add("quantile", [make(shape)], {"q": [0.2, 0.8]})
            cases.add("quantile", [make(shape)], {"q": 0.6, "keepdim": True})
        for interpolation in ("lower", "higher", "nearest", "midpoint"):
            cases.add("quantile", [make([3, 7])], {"q": [0.0, 0.25, 0.4, 0.75, 1.0], "dim": 1, "interpolation": interpolation})
            cases.add("quantile", [make([4], view=[["flip", [0]]])], {"q": 0.5, "interpolation": interpolation})
    ties = Input(ints([4, 6], 0, 3).astype(float), "f32")
    for name in ("amax", "amin"):
        for a in ({}, {"dim": [0]}, {"dim": [1], "keepdim": True}):
            cases.add(name, [ties], a)
        cases.add(name, [i32([3, 4])], {"dim": [1]})
        cases.add(name, [Input([[1.0, NAN], [2.0, 3.0]], "f32")], {"dim": [1]}, grad=False)
    cases.add("median", [ties])
    cases.add("median", [i32([6])])
    cases.add("median", [Input([[1.0, NAN, 0.0], [2.0, 3.0, INF]], "f32")], {"dim": 1}, grad=False)
    cases.add("median", [Input([1.0, NAN, 0.0], "f32")], grad=False)
    cases.add("quantile", [Input([[1.0, NAN, 0.0], [2.0, 3.0, 4.0]], "f32")], {"q": [0.1, 0.5], "dim": 1}, grad=False)


def positions(cases):
    for make in BOTH:
        cases.add("scatter", [make([3, 5]), Input([[0, 1, 2], [2, 0, 1]], "i32"), make([2, 3])], {"dim": 0})
        cases.add("scatter", [make([3, 5]), Input([[4, 1, 0], [2, 0, 3]], "i32"), make([2, 3])], {"dim": 1})
        cases.add("scatter", [make([5, 3], view=[["transpose", 0, 1]]), Input([[4], [1]], "i32"), make([2, 1])], {"dim": -1})
        # PyTorch has no gradient of a source that is larger than the index.
        cases.add("scatter", [make([3, 5]), Input([[4, 1, 0], [2, 0, 3]], "i32"), make([3, 4])], {"dim": 1}, grad=False)
        cases.add("scatter", [make([]), Input(0, "i32"), make([])], {"dim": 0})
        cases.add("scatter", [make([4]), Input([1, 1, 1], "i32"), make([3])], {"dim": 0}, grad=False)
        cases.add("scatterNumber", [make([3, 5]), Input([[0, 1, 2], [2, 0, 1]], "i32")], {"dim": 0, "value": 1.5})
        cases.add("scatterNumber", [make([4]), Input([1, 1], "i32")], {"dim": 0, "value": -2})
        index = Input([2, 0, 2, 1], "i32")
        cases.add("indexAdd", [make([3, 2]), index, make([4, 2])], {"dim": 0})
        cases.add("indexAdd", [make([2, 3]), index, make([2, 4])], {"dim": -1, "alpha": -2.5})
        cases.add("indexAdd", [make([3]), index, make([4])], {"dim": 0, "alpha": 2})
        cases.add("takeAlongDim", [make([3, 4]), Input([[2, 0, 1, 1]], "i32")], {"dim": 0})
        cases.add("takeAlongDim", [make([3, 1]), Input([[0, 0], [0, 0], [0, 0]], "i32")], {"dim": 1})
        cases.add("takeAlongDim", [make([1, 4]), Input([[3, 0], [1, 1]], "i32")], {"dim": 1})
        cases.add("takeAlongDim", [make([3, 4]), Input([11, 0, 5], "i32")])
        for repeats, dim in ((2, None), (3, 1), ([1, 0, 2], 1), (2, -1), (0, 0)):
            cases.add("repeatInterleave", [make([2, 3])], {"repeats": repeats} if dim is None else {"repeats": repeats, "dim": dim})
        cases.add("repeatInterleave", [make([3])], {"repeats": [2, 0, 1]})
        for source, destination in ((0, 2), (-1, 0), ([0, 1], [-1, -2]), ([2, 0], [0, 1]), ([], [])):
            cases.add("movedim", [make([2, 3, 4])], {"source": source, "destination": destination})
        cases.add("movedim", [make([])], {"source": 0, "destination": -1})
    cases.add("scatterNumber", [i32([3]), Input([1], "i32")], {"dim": 0, "value": 7})


def counts(cases):
    cases.add("bincount", [Input([0, 3, 3, 1, 3], "i32")])
    cases.add("bincount", [Input([0, 3, 3, 1, 3], "i32")], {"minlength": 6})
    cases.add("bincount", [Input([0, 3, 3, 1, 3], "i32")], {"minlength": 2})
    cases.add("bincount", [Input(ints([0], 0, 2), "i32")], {"minlength": 2})
    for make in BOTH:
        cases.add("bincount", [Input([0, 3, 3, 1, 3], "i32"), make([5])], grad=False)
        cases.add("histc", [make([40])], {"bins": 7}, grad=False)
        cases.add("histc", [make([6, 5])], {"bins": 10, "min": -2.0, "max": 1.5}, grad=False)
    for kind in ("f32", "f64"):
        edges = Input([0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, -0.1, 1.1], kind)
        cases.add("histc", [edges], {"bins": 10, "min": 0.0, "max": 1.0}, grad=False)
        cases.add("histc", [Input([2.0, 2.0, 2.0], kind)], {"bins": 3}, grad=False)
        # PyTorch counts NaN in a bin of whatever number it becomes.
        sorted_values = Input([1.0, 3.0, 3.0, 5.0, 7.0, 9.0, 9.0], kind)
        for right in (False, True):
            values = Input([[3.0, 6.0, 9.0, 0.0], [10.0, 1.0, 5.0, NAN]], kind)
            cases.add("searchsorted", [sorted_values, values], {"right": right}, grad=False)
            rows = Input([[1.0, 2.0, 2.0], [3.0, 4.0, NAN]], kind)
            cases.add("searchsorted", [rows, Input([[2.0, 0.0], [4.0, INF]], kind)], {"right": right}, grad=False)
            for size in (0, 1, 2, 3, 4, 5, 8):
                cases.add("searchsorted", [Input(list(range(0, 2 * size, 2)), kind), Input(list(range(-1, 2 * size + 1)), kind)], {"right": right}, grad=False)
        cases.add("unique", [Input([[3.0, 1.0, 2.0], [1.0, 3.0, -1.0]], kind)], grad=False)
        cases.add("unique", [Input([[1.0, 2.0], [0.0, 2.0], [1.0, 2.0], [0.0, 1.0]], kind)], {"dim": 0}, grad=False)
        cases.add("unique", [Input([[1.0, 2.0, 1.0], [0.0, 2.0, 0.0]], kind)], {"dim": 1}, grad=False)
        cases.add("countNonzero", [Input([[0.0, 1.0, NAN], [0.0, -0.0, 2.0]], kind)], grad=False)
        cases.add("countNonzero", [Input([[0.0, 1.0, NAN], [0.0, -0.0, 2.0]], kind)], {"dim": 1}, grad=False)
    cases.add("searchsorted", [Input([1, 3, 5], "i32"), Input([3, 6, 0], "i32")])
    cases.add("unique", [i32([12], 0, 4)])
    cases.add("unique", [i32([2, 3, 2], 0, 2)], {"dim": 2})
    cases.add("unique", [boolean([4])])
    cases.add("unique", [Input(ints([0], 0, 2), "i32")])
    cases.add("countNonzero", [boolean([2, 3])], {"dim": 0})
    cases.add("countNonzero", [i32([2, 3, 2], 0, 2)], {"dim": [0, 2]})


def draws(cases):
    for kind in ("f32", "f64"):
        weights = Input([0.1, 2.0, 0.0, 0.7, 3.0], kind)
        rows = Input([[0.1, 2.0, 0.4], [1.0, 0.0, 5.0]], kind)
        for seed in (0, 7):
            cases.add("multinomial", [weights], {"n": 3, "seed": seed}, grad=False)
            cases.add("multinomial", [weights], {"n": 1, "seed": seed}, grad=False)
            cases.add("multinomial", [weights], {"n": 12, "replacement": True, "seed": seed}, grad=False)
            cases.add("multinomial", [rows], {"n": 2, "seed": seed}, grad=False)
            cases.add("multinomial", [rows], {"n": 5, "replacement": True, "seed": seed}, grad=False)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    cases = Cases()
    for part in (elementwise, products, choices, positions, counts, draws):
        part(cases)
    cases.save("more")
