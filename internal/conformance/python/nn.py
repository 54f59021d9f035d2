"""Writes values/nn/*.json: what PyTorch 1.13.1 makes of modules, layers, losses, inits and the blobs network.

Run on Debian 12: /usr/bin/python3 internal/conformance/python/nn.py
"""
import json
import os
import pathlib

# Float32 normals depend on the instruction set; AVX2 is what PyTorch's builds use where it is there.
os.environ["ATEN_CPU_CAPABILITY"] = "avx2"

import torch  # noqa: E402
from torch import nn  # noqa: E402

OUT = pathlib.Path(__file__).resolve().parent.parent / "values" / "nn"
torch.set_num_threads(1)


def numbers(values):
    """A list of JSON numbers that read back to the very same values."""
    flat = values.detach().reshape(-1)
    if flat.dtype == torch.float32:
        return [float(f"{x:.9g}") for x in flat.tolist()]
    return flat.tolist()


def packed(values):
    return {"shape": list(values.shape), "values": numbers(values)}


def write(name, content):
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{name}.json").write_text(json.dumps(content, separators=(",", ":"), allow_nan=False) + "\n")


# ---- The blobs network -----------------------------------------------------------------------------------------------

def blobs(seed, n):
    torch.manual_seed(seed)
    a, b = torch.randn(n // 2, 1), torch.randn(n // 2, 1) + 5
    x = torch.vstack([torch.hstack([a, b]), torch.hstack([b, a])])
    y = torch.vstack([torch.ones(n // 2, 1), torch.zeros(n // 2, 1)])
    model = nn.Sequential(nn.Linear(2, 100), nn.Sigmoid(), nn.Linear(100, 1), nn.Sigmoid())
    weight = model[0].weight
    fresh = numbers(weight)
    state = torch.get_rng_state()
    model(torch.randn(5, 2))
    sample = numbers(model(torch.randn(5, 2)))
    torch.set_rng_state(state)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    criterion = nn.BCELoss()
    result = {"seed": seed, "n": n, "weight": fresh, "sample": sample, "loss": [], "gradient": [], "update": []}
    for _ in range(100):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        before = weight.detach().clone()
        optimizer.step()
        result["loss"].append(loss.item())
        result["gradient"].append(weight.grad.abs().sum().item())
        result["update"].append((weight.detach() - before).abs().sum().item())
    p = model(x)
    result["meanPrediction"] = {"class1": p[: n // 2].mean().item(), "class0": p[n // 2 :].mean().item()}
    return result


if __name__ == "__main__":
    write("blobs", [blobs(42, 20), blobs(0, 20), blobs(7, 6), blobs(123456789, 200)])
