"""The tensors that cases begin with: drawn from one stream, or special ones."""

import numpy as np
import torch

from .writing import DTYPES, tensor

NAN, INF = float("nan"), float("inf")

rng = np.random.RandomState(20221215)


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
