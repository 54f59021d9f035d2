"""PyTorch's operations under our names; src/ops/table.ts has the same table for Kindling."""

import torch
import torch.nn.functional as F

from .writing import DTYPES


def apply_view(x, step):
    name, *args = step
    if name == "slice":
        dim, start, stop, stride = args
        index = [slice(None)] * x.ndim
        index[dim] = slice(start, stop, stride)
        return x[tuple(index)]
    return getattr(x, {"flip": "flip"}.get(name, name))(*args)


unary = {
    "neg": torch.neg, "abs": torch.abs, "sign": torch.sign, "exp": torch.exp, "expm1": torch.expm1, "log": torch.log,
    "log1p": torch.log1p, "sqrt": torch.sqrt, "rsqrt": torch.rsqrt, "reciprocal": torch.reciprocal, "sin": torch.sin,
    "cos": torch.cos, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "erf": torch.erf, "relu": torch.relu,
    "floor": torch.floor, "ceil": torch.ceil, "round": torch.round, "isnan": torch.isnan, "isfinite": torch.isfinite,
    "logicalNot": torch.logical_not, "silu": F.silu,
}  # fmt: skip

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


def padded(x, padding, mode):
    """PyTorch pads with parts of a tensor only behind two more dimensions; ours takes any."""
    given = x.ndim
    while x.ndim < len(padding) // 2 + 2:
        x = x.unsqueeze(0)
    x = F.pad(x, padding, mode)
    return x.reshape(x.shape[x.ndim - given:])


def all_or_dims(f):
    def run(x, dim=None, keepdim=False):
        return f(x) if dim is None else f(x, dim=dim, keepdim=keepdim)

    return run


OPS = {
    "square": torch.square, "remainder": torch.remainder,
    "remainderNumber": lambda x, n: torch.remainder(x, n), "rremainderNumber": lambda x, n: torch.remainder(n, x),
    "isclose": lambda a, b, **options: torch.isclose(a, b, **{{"equalNan": "equal_nan"}.get(k, k): v for k, v in options.items()}),
    "repeat": lambda x, counts: x.repeat(counts), "roll": lambda x, shifts, dims=None: torch.roll(x, shifts, dims),
    "maskedFill": lambda x, mask, value: x.masked_fill(mask, value), "maskedFillScalar": lambda x, mask, value: x.masked_fill(mask, value),
    "rows": lambda x, mask: x[mask],
    **unary, **binary, **comparison, **logical,
    "rsubNumber": lambda x, n: n - x, "rdivNumber": lambda x, n: n / x, "rpowNumber": lambda x, n: torch.pow(n, x),
    "addNumber": lambda x, n: x + n, "subNumber": lambda x, n: x - n, "mulNumber": lambda x, n: x * n,
    "divNumber": lambda x, n: x / n, "powNumber": lambda x, n: torch.pow(x, n),
    "add1": lambda x: x + 1, "gtNumber": lambda x, n: x > n, "eqNumber": lambda x, n: x == n,
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
    "unfold": lambda x, kernel, stride=1, padding=0, dilation=1: F.unfold(x, kernel, dilation, padding, stride),
    "fold": lambda x, size, kernel, stride=1, padding=0, dilation=1: F.fold(x, size, kernel, dilation, padding, stride),
    "conv2d": lambda x, w, b=None, stride=1, padding=0, dilation=1, groups=1: F.conv2d(x, w, b, stride, padding, dilation, groups),
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
    "addAlpha": lambda x, y, alpha: torch.add(x, y, alpha=alpha), "subAlpha": lambda x, y, alpha: torch.sub(x, y, alpha=alpha),
    "roundDecimals": lambda x, decimals: torch.round(x, decimals=decimals),
    "divRounded": lambda x, y, mode: torch.div(x, y, rounding_mode=mode),
    "clampBetween": lambda x, low=None, high=None: torch.clamp(x, low, high), "clampBelow": lambda x, high: torch.clamp(x, max=high),
    "nonzeroTuple": lambda x: torch.nonzero(x, as_tuple=True),
    "padMode": lambda x, padding, mode: padded(x, padding, mode),
    "sumAs": lambda x, dtype: torch.sum(x, dtype=DTYPES[dtype]), "prodAs": lambda x, dtype: torch.prod(x, dtype=DTYPES[dtype]),
    "meanAs": lambda x, dtype: torch.mean(x, dtype=DTYPES[dtype]),
    "cumsumAs": lambda x, dim, dtype: torch.cumsum(x, dim, dtype=DTYPES[dtype]),
    "softmaxAs": lambda x, dim, dtype: torch.softmax(x, dim, dtype=DTYPES[dtype]),
    "logSoftmaxAs": lambda x, dim, dtype: torch.log_softmax(x, dim, dtype=DTYPES[dtype]),
    "eluSlope": lambda x: torch.autograd.grad(F.elu(x).sum(), x, create_graph=True)[0],
    "full": lambda shape, value, dtype: torch.full(shape, value, dtype=DTYPES[dtype]),
}  # fmt: skip
