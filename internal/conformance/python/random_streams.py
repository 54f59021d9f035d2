"""Writes values/random/*.json: what PyTorch and NumPy draw from given seeds.

Run on Debian 12: /usr/bin/python3 internal/conformance/python/random_streams.py
(It is not called random.py, because Python would then import it instead of its own module of that name.)
"""
import json
import math
import os
import pathlib
import struct

# Float32 normals depend on the instruction set; AVX2 is what PyTorch's builds use where it is there.
os.environ["ATEN_CPU_CAPABILITY"] = "avx2"

import numpy as np  # noqa: E402
import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "values" / "random"
DTYPES = {"float32": torch.float32, "float64": torch.float64}


def numbers(values):
    """A list of JSON numbers that read back to the very same values."""
    array = values.detach().numpy() if isinstance(values, torch.Tensor) else np.asarray(values)
    if array.dtype == np.float32:
        return [float(f"{x:.9g}") for x in array.ravel()]
    return array.ravel().tolist()


# ---- PyTorch ---------------------------------------------------------------------------------------------------------

def torch_uniform(n, low, high, dtype):
    return torch.empty(n, dtype=DTYPES[dtype]).uniform_(low, high)


def torch_normal(n, mean, std, dtype):
    return torch.empty(n, dtype=DTYPES[dtype]).normal_(mean, std)


def torch_bernoulli(n, p, dtype):
    if isinstance(p, list):
        return torch.bernoulli(torch.tensor(p, dtype=DTYPES[dtype])).to(torch.uint8)
    return torch.empty(n).bernoulli_(p).to(torch.uint8)


def torch_multinomial(weights, num_samples, replacement, dtype):
    return torch.multinomial(torch.tensor(weights, dtype=DTYPES[dtype]), num_samples, replacement)


def torch_trunc_normal(n, mean, std, a, b, dtype):
    return torch.nn.init.trunc_normal_(torch.empty(n, dtype=DTYPES[dtype]), mean, std, a, b)


def torch_data_loader(n):
    data = torch.utils.data.TensorDataset(torch.arange(n))
    loader = torch.utils.data.DataLoader(data, batch_size=3, shuffle=True)
    return torch.cat([batch[0] for batch in loader])


def torch_linear(inputs, outputs):
    layer = torch.nn.Linear(inputs, outputs)
    return torch.cat([layer.weight.ravel(), layer.bias])


TORCH = {
    "uniform": torch_uniform,
    "normal": torch_normal,
    "integers": lambda n, low, high: torch.randint(low, high, (n,)),
    "permutation": lambda n: torch.randperm(n),
    "bernoulli": torch_bernoulli,
    "dropout": lambda n, p: F.dropout(torch.ones(n), p).ne(0).to(torch.uint8),
    "multinomial": torch_multinomial,
    "truncNormal": torch_trunc_normal,
    "drawSeed": lambda: str(torch.empty((), dtype=torch.int64).random_().item()),
    "dataLoader": torch_data_loader,
    "linear": torch_linear,
}


def torch_state():
    raw = torch.get_rng_state().numpy().tobytes()
    seed, left, _, position = struct.unpack_from("<QiiQ", raw, 0)
    key = struct.unpack_from("<624Q", raw, 24)
    _, cached, _, valid = struct.unpack_from("<dddi", raw, 24 + 624 * 8)
    return {
        "seed": str(seed),
        "position": 624 if left == 1 else position,
        "key": [key[0], key[1], key[311], key[622], key[623]],
        "cachedNormal": cached if valid else None,
    }


def torch_scenario(seed, *steps):
    torch.manual_seed(seed)
    done = []
    for op, *args in steps:
        out = TORCH[op](*args)
        done.append({"op": op, "args": args, "out": out if isinstance(out, str) else numbers(out)})
    return {"seed": str(seed), "initialSeed": str(torch.initial_seed()), "steps": done, "state": torch_state()}


SIZES = [0, 1, 2, 15, 16, 17, 31, 32, 33, 100]
SEEDS = [0, 1, 42, 2**31, 2**32 - 1, 2**32, 2**32 + 5, 123456789012345, 2**63, 2**64 - 1, -1, -42, -(2**63)]
BOUND = 1 / math.sqrt(3)


def torch_scenarios():
    scenarios = []
    # One word after each draw shows that just as much of the stream was used.
    after = ("integers", 1, 0, 1000000)
    for dtype in DTYPES:
        for n in SIZES + [1000]:
            scenarios.append(torch_scenario(n + 7, ("normal", n, 0, 1, dtype), after))
        for n in [3, 16, 50]:
            scenarios.append(torch_scenario(n, ("normal", n, 0.3, 1.7, dtype), after))
            scenarios.append(torch_scenario(n, ("normal", n, -2, 0, dtype), after))
        for n in SIZES:
            scenarios.append(torch_scenario(n + 11, ("uniform", n, 0, 1, dtype), after))
        scenarios.append(torch_scenario(12, ("uniform", 1000, 0, 1, dtype), after))
        for low, high in [(-0.37, 0.71), (-BOUND, BOUND), (5, 5), (1e-3, 1e3), (-1, 0)]:
            scenarios.append(torch_scenario(13, ("uniform", 200, low, high, dtype), after))
        for mean, std, a, b in [(0, 1, -2, 2), (0, 0.02, -2, 2), (0, 0.02, -0.04, 0.04), (1, 2, 0, 5), (0, 1, 3, 4)]:
            scenarios.append(torch_scenario(14, ("truncNormal", 300, mean, std, a, b, dtype), after))
    for seed in SEEDS:
        scenarios.append(torch_scenario(
            seed, ("uniform", 3, 0, 1, "float32"), ("permutation", 10), ("normal", 3, 0, 1, "float32"),
            ("normal", 20, 0, 1, "float32"), ("normal", 1, 0, 1, "float64"), ("drawSeed",), ("drawSeed",)))
    for n in SIZES + [1000]:
        scenarios.append(torch_scenario(n, ("permutation", n), after))
        scenarios.append(torch_scenario(n, ("bernoulli", n, 0.3, "float32"), after))
        scenarios.append(torch_scenario(n, ("integers", n, 0, 10), after))
    for low, high in [(-5, 5), (0, 1), (0, 2**31), (-(2**31), 2**31), (-(2**31), 2**31 - 1), (7, 8)]:
        scenarios.append(torch_scenario(15, ("integers", 50, low, high), after))
    ramp = [i / 39 for i in range(40)]
    for dtype in DTYPES:
        scenarios.append(torch_scenario(16, ("bernoulli", 40, ramp, dtype), after))
        weights = [0.5, 0, 3, 1.25, 0, 7, 0.125, 2]
        for count, replacement in [(1, False), (1, True), (3, False), (6, False), (50, True)]:
            scenarios.append(torch_scenario(17, ("multinomial", weights, count, replacement, dtype), after))
        scenarios.append(torch_scenario(18, ("multinomial", list(range(1, 201)), 100, False, dtype), after))
        scenarios.append(torch_scenario(18, ("multinomial", list(range(1, 201)), 200, True, dtype), after))
    for p in [0, 0.1, 0.5, 0.9, 1]:
        scenarios.append(torch_scenario(19, ("dropout", 64, p), after))
    scenarios.append(torch_scenario(20, ("dataLoader", 20), ("dataLoader", 20), after))
    scenarios.append(torch_scenario(42, ("linear", 2, 100), ("linear", 100, 1), ("normal", 10, 0, 1, "float32"), after))
    # Everything in turn: a cached normal must wait through the other draws, and long draws must leave it alone.
    mixed = [
        ("normal", 3, 0, 1, "float32"), ("uniform", 5, 0, 1, "float64"), ("normal", 17, 0, 1, "float32"),
        ("normal", 1, 5, 2, "float64"), ("integers", 4, 0, 2**31), ("normal", 1, 0, 1, "float32"),
        ("permutation", 7), ("normal", 16, 1, 0.5, "float64"), ("normal", 7, 0, 1, "float64"),
        ("bernoulli", 9, 0.25, "float32"), ("normal", 2, 0, 1, "float32"), ("multinomial", [1, 2, 3], 2, False, "float32"),
        ("dropout", 6, 0.5), ("truncNormal", 5, 0, 1, -1, 1, "float32"), ("normal", 33, 0, 1, "float32"),
        ("uniform", 3, -1, 1, "float32"), ("normal", 15, 0, 1, "float32"),
    ]
    for seed in (0, 1, 2):
        scenarios.append(torch_scenario(seed, *mixed * 3))
    return scenarios


def digest(values):
    """FNV-1a over the bytes of many values, for what is too long to list."""
    result = 0x811C9DC5
    for byte in values.detach().numpy().tobytes():
        result = ((result ^ byte) * 0x01000193) & 0xFFFFFFFF
    return result


def torch_digests():
    """Long draws, bit for bit: [operation, arguments, digest], each from seed 7."""
    draws = [
        ("normal", 200003, 0, 1, "float32"),
        ("normal", 100001, 0.3, 1.7, "float32"),
        ("uniform", 200000, -0.37, 0.71, "float32"),
        ("uniform", 100000, -0.37, 0.71, "float64"),
        ("truncNormal", 100000, 0, 1, -2, 2, "float32"),
    ]
    cases = []
    for op, *args in draws:
        torch.manual_seed(7)
        cases.append({"op": op, "args": args, "digest": digest(TORCH[op](*args))})
    return cases


# ---- NumPy -----------------------------------------------------------------------------------------------------------

def shuffled(rng, n):
    items = np.arange(n)
    rng.shuffle(items)
    return items


NUMPY = {
    "randomSample": lambda rng, n: rng.random_sample(n),
    "rand": lambda rng, n: rng.rand(n),
    "uniform": lambda rng, low, high, n: rng.uniform(low, high, n),
    "randn": lambda rng, n: rng.randn(n),
    "normal": lambda rng, loc, scale, n: rng.normal(loc, scale, n),
    "randint": lambda rng, low, high, n: rng.randint(low, high, n),
    "bigInteger": lambda rng, low, high: [int(rng.randint(low, high))],
    "shuffle": shuffled,
    "permutation": lambda rng, n: rng.permutation(n),
    "choice": lambda rng, size, n, replace, p: rng.choice(size, n, replace, p),
}


def numpy_scenario(seed, *steps):
    rng = np.random.RandomState(seed)
    done = []
    for op, *args in steps:
        done.append({"op": op, "args": args, "out": numbers(NUMPY[op](rng, *args))})
    _, key, position, has_gauss, cached = rng.get_state()
    state = {
        "position": position,
        "key": [int(key[i]) for i in (0, 1, 311, 622, 623)],
        "hasGauss": bool(has_gauss),
        "cachedGaussian": cached,
    }
    return {"seed": seed, "steps": done, "state": state}


def numpy_scenarios():
    scenarios = []
    seeds = [0, 1, 42, 2**31, 2**32 - 1, [0], [1, 2, 3], list(range(700)), [2**32 - 1, 5]]
    for seed in seeds:
        scenarios.append(numpy_scenario(
            seed, ("randomSample", 5), ("randn", 5), ("randint", 0, 100, 5), ("permutation", 10), ("randn", 1)))
    for n in SIZES + [1000]:
        scenarios.append(numpy_scenario(n, ("randn", n), ("randomSample", 1)))
        scenarios.append(numpy_scenario(n, ("permutation", n), ("randomSample", 1)))
        scenarios.append(numpy_scenario(n, ("shuffle", n), ("randomSample", 1)))
        scenarios.append(numpy_scenario(n, ("uniform", -0.37, 0.71, n), ("rand", 1)))
        scenarios.append(numpy_scenario(n, ("normal", 0.3, 1.7, n), ("rand", 1)))
    for low, high in [(0, 1), (0, 2), (0, 3), (-5, 5), (0, 256), (0, 257), (0, 2**31), (-(2**31), 2**31), (-(2**31), 2**31 - 1)]:
        scenarios.append(numpy_scenario(3, ("randint", low, high, 50), ("rand", 1)))
    for low, high in [(0, 2**31 - 1), (0, 2**32), (0, 2**32 + 1), (-(2**40), 2**40), (0, 2**53 - 1), (5, 6)]:
        scenarios.append(numpy_scenario(4, *[("bigInteger", low, high)] * 10, ("rand", 1)))
    p = [0.1, 0, 0.2, 0.05, 0.3, 0.35]
    for n, replace, probabilities in [(20, True, None), (4, False, None), (10, False, None), (40, True, p), (3, False, p), (5, False, p)]:
        size = 10 if probabilities is None else len(p)
        scenarios.append(numpy_scenario(5, ("choice", size, n, replace, probabilities), ("rand", 1)))
    many = (np.arange(1, 201) / np.arange(1, 201).sum()).tolist()
    scenarios.append(numpy_scenario(6, ("choice", 200, 150, False, many), ("choice", 200, 150, True, many), ("rand", 1)))
    mixed = [
        ("randn", 3), ("randint", 0, 10, 4), ("randn", 1), ("permutation", 6), ("normal", 2, 0.5, 3), ("uniform", 0, 5, 2),
        ("choice", 9, 4, False, None), ("randn", 1), ("choice", len(p), 3, False, p), ("bigInteger", 0, 2**31 - 1), ("shuffle", 5),
    ]
    for seed in (0, 1, 2):
        scenarios.append(numpy_scenario(seed, *mixed * 3))
    return scenarios


def write(name, scenarios):
    OUT.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(scenario, separators=(",", ":")) for scenario in scenarios)
    (OUT / name).write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    write("torch.json", torch_scenarios())
    write("torch-digests.json", torch_digests())
    write("numpy.json", numpy_scenarios())
