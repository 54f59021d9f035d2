"""PyTorch's process: `python3 worker.py THREADS`, speaking the protocol of src/measure/protocol.ts."""

import json
import sys
import time

import kernels

kernels.begin_with_the_best()

import numpy as np
import torch
from common import numbers, sample
from middle import OPERATIONS, Mlp

torch.set_num_threads(int(sys.argv[1]))
SOFTMAX_ROW = 1000


def build(network):
    sizes = network["sizes"]
    modules = []
    for i, (features, out) in enumerate(zip(sizes, sizes[1:])):
        linear = torch.nn.Linear(features, out)
        bound = 1 / np.sqrt(features)
        with torch.no_grad():
            linear.weight.copy_(numbers((out, features), bound, 2 * i + 1))
            linear.bias.copy_(numbers((out,), bound, 2 * i + 2))
        modules.append(linear)
        if i + 2 < len(sizes):
            modules.append(torch.nn.ReLU() if network["hidden"] == "relu" else torch.nn.Sigmoid())
        elif network["output"] == "sigmoid":
            modules.append(torch.nn.Sigmoid())
    return torch.nn.Sequential(*modules)


class Train:
    def __init__(self, work):
        self.work = work
        features = work["network"]["sizes"][0]
        self.batches = [
            (torch.tensor(b["x"]).reshape(b["rows"], features), torch.tensor(b["y"], dtype=torch.float32).reshape(-1, 1))
            for b in work["batches"]
        ]
        self.model = build(work["network"])
        self.criterion = torch.nn.BCELoss() if work["network"]["output"] == "sigmoid" else torch.nn.BCEWithLogitsLoss()
        optimizer = torch.optim.SGD if work["optimizer"] == "sgd" else torch.optim.Adam
        self.optimizer = optimizer(self.model.parameters(), lr=work["lr"])
        self.steps = 0

    def step(self):
        x, y = self.batches[self.steps % len(self.batches)]
        self.steps += 1
        loss = self.criterion(self.model(x), y)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return loss

    def run(self, repetitions):
        for _ in range(repetitions):
            self.step()

    def check(self):
        return [self.step().item() for _ in range(self.work["checkSteps"])]


class Images:
    """A step on one batch of images: the sizes and streams of src/tasks/images.ts."""

    def __init__(self, work):
        self.work, network = work, work["network"]
        (c, a, b), size = network["channels"], network["size"]
        last = ((size - 2) // 2 - 2) // 2
        conv = torch.nn.Conv2d
        layers = [conv(c, a, 3), conv(a, b, 3), torch.nn.Linear(b * last * last, 10)]
        for i, layer in enumerate(layers):
            bound = 1 / np.sqrt(layer.weight[0].numel())
            with torch.no_grad():
                layer.weight.copy_(numbers(tuple(layer.weight.shape), bound, 2 * i + 1))
                layer.bias.copy_(numbers(tuple(layer.bias.shape), bound, 2 * i + 2))
        modules = []
        for layer in layers[:2]:
            norm = [torch.nn.BatchNorm2d(layer.out_channels)] if network["batchNorm"] else []
            modules += [layer, *norm, torch.nn.ReLU(), torch.nn.MaxPool2d(2)]
        self.model = torch.nn.Sequential(*modules, torch.nn.Flatten(), layers[2])
        self.x = numbers((32, c, size, size), 0.5, 104) + 0.5
        self.y = torch.arange(32) * 7 % 10
        self.criterion = torch.nn.CrossEntropyLoss()
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=work["lr"])

    def step(self):
        loss = self.criterion(self.model(self.x), self.y)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return loss

    def run(self, repetitions):
        for _ in range(repetitions):
            self.step()

    def check(self):
        return [self.step().item() for _ in range(self.work["checkSteps"])]


class Predict:
    def __init__(self, work):
        network, rows = work["network"], work["rows"]
        self.model = build(network).eval()
        self.x = numbers((rows, network["sizes"][0]), 0.5, 100) + 0.5

    def predict(self):
        with torch.no_grad():
            return self.model(self.x).numpy()

    def run(self, repetitions):
        for _ in range(repetitions):
            self.predict()

    def check(self):
        return sample(torch.from_numpy(self.predict()))


class Repeated:
    def __init__(self, operation):
        self.operation = operation

    def run(self, repetitions):
        for _ in range(repetitions):
            self.operation()

    def check(self):
        return sample(self.operation())


def start(work):
    if work["kind"] == "train":
        return Train(work)
    if work["kind"] == "images":
        return Images(work)
    if work["kind"] == "mlp":
        return Mlp(work)
    if work["kind"] == "operation":
        return Repeated(OPERATIONS[work["name"]](work["size"]))
    if work["kind"] == "predict":
        return Predict(work)
    if work["kind"] == "matmul":
        a = numbers((work["m"], work["k"]), 1, 102)
        b = numbers((work["k"], work["n"]), 1, 103)
        return Repeated(lambda: a @ b)
    x = numbers((work["size"],), 4, 101)
    if work["name"] == "softmax":
        rows = x.reshape(-1, SOFTMAX_ROW)
        return Repeated(lambda: torch.softmax(rows, -1))
    return Repeated({"exp": lambda: torch.exp(x), "sigmoid": lambda: torch.sigmoid(x), "sum": lambda: x.sum()}[work["name"]])


def reply(**message):
    print(json.dumps(message), flush=True)


def answer(request, state):
    if request["command"] == "prepare":
        state["work"], state["trial"] = request["work"], start(request["work"])
        begin = time.perf_counter()
        values = state["trial"].check()
        return {"values": values, "ms": (time.perf_counter() - begin) * 1e3 / request["work"].get("checkSteps", 1)}
    if request["command"] == "time":
        if state["work"]["kind"] in ("train", "images", "mlp"):
            state["trial"] = start(state["work"])
        if request["first"]:
            state["trial"].run(1)
        begin = time.perf_counter()
        state["trial"].run(request["repetitions"])
        return {"ms": (time.perf_counter() - begin) * 1e3}
    state.clear()
    return {"ms": 0}


def main():
    reply(version=f"{torch.__version__} (OpenBLAS's kernels for {kernels.chosen()})")
    state = {}
    for line in sys.stdin:
        try:
            reply(**answer(json.loads(line), state))
        except Exception as error:
            reply(error=f"{type(error).__name__}: {error}")


main()
