"""How numbers and tensors are written as JSON; ops.py says what the letters mean."""

import pathlib

import numpy as np
import torch

OUT = pathlib.Path(__file__).resolve().parent.parent.parent / "values" / "ops"
DTYPES = {"f32": torch.float32, "f64": torch.float64, "i32": torch.int32, "b": torch.bool}
NAMES = {torch.float32: "f32", torch.float64: "f64", torch.int32: "i32", torch.int64: "i32", torch.bool: "b"}


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


def encode(value):
    if isinstance(value, float):
        return number(value, "f64")
    return [encode(item) for item in value] if isinstance(value, (list, tuple)) else value
