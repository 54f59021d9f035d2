"""Times the same training as src/growth/child.ts, in PyTorch; prints JSON of milliseconds. Arguments: ms of repetition, the sizes, the usual sizes."""
import json
import sys
import time

import torch

limit = float(sys.argv[1])
sizes, usual = json.loads(sys.argv[2]), json.loads(sys.argv[3])
torch.set_num_threads(1)
torch.manual_seed(0)
FEATURES = usual["features"]


def network(width, depth):
    layers = []
    for i in range(depth):
        layers += [torch.nn.Linear(FEATURES if i == 0 else width, width), torch.nn.ReLU()]
    model = torch.nn.Sequential(*layers, torch.nn.Linear(width, 1))
    return model, torch.optim.Adam(model.parameters(), lr=1e-3)


def labels(rows):
    return (torch.arange(rows) % 2).float().reshape(-1, 1)


criterion = torch.nn.BCEWithLogitsLoss()


def train(model, optimizer, x, y):
    loss = criterion(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss


def step(batch, width, depth):
    model, optimizer = network(width, depth)
    x, y = torch.randn(batch, FEATURES), labels(batch)

    def once():
        train(model, optimizer, x, y)

    once()
    for part in (0.5, 1):
        found = []
        end = time.perf_counter() + part * limit / 1000
        while not found or time.perf_counter() < end:
            began = time.perf_counter()
            once()
            found.append(1000 * (time.perf_counter() - began))
    return sorted(found)[len(found) // 2]


def epoch(rows):
    model, optimizer = network(usual["width"], usual["depth"])
    x, y = torch.randn(rows, FEATURES), labels(rows)

    def once():
        total = 0.0
        order = torch.randperm(rows)
        for at in range(0, rows, usual["batch"]):
            chosen = order[at : at + usual["batch"]]
            total += train(model, optimizer, x[chosen], y[chosen]).item() * len(chosen)
        return total / rows

    if rows <= 100_000:
        once()
    began = time.perf_counter()
    once()
    return 1000 * (time.perf_counter() - began)


usual_step = {key: usual[key] for key in ("batch", "width", "depth")}
found = {axis: [step(**{**usual_step, axis: size}) for size in sizes[axis]] for axis in ("batch", "width", "depth")}
found["rows"] = [epoch(rows) for rows in sizes["rows"]]
print(json.dumps(found))
