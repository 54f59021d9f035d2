"""The numbers that all processes begin with, and those that are compared."""

import numpy as np
import torch


def uniform(size, stream):
    """As uniform() in src/tasks/inputs.ts."""
    with np.errstate(over="ignore"):
        h = np.arange(size, dtype=np.uint32) + np.uint32(stream) * np.uint32(0x9E3779B9)
        h = (h ^ (h >> np.uint32(16))) * np.uint32(0x7FEB352D)
        h = (h ^ (h >> np.uint32(15))) * np.uint32(0x846CA68B)
        h = h ^ (h >> np.uint32(16))
    return h.astype(np.float64) / 4294967296


def numbers(shape, bound, stream):
    values = bound * (2 * uniform(int(np.prod(shape)), stream) - 1)
    return torch.from_numpy(values.astype(np.float32).reshape(shape))


def sample(values):
    values = values.detach().flatten()
    count = min(16, len(values))
    return [float(values[(i * (len(values) - 1)) // max(1, count - 1)]) for i in range(count)]
