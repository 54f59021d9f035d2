"""PyTorch's middle of the range: the operations of src/tasks/operations.ts and the network of src/tasks/mlp.ts."""

import numpy as np
import torch
from common import numbers, sample, uniform

ROW, SHORT_ROW, IMAGE = 1000, 100, (16, 25, 25)
FEATURES, HIDDEN, CLASSES, BATCH, TABLE, DROPOUT = 100, 256, 10, 128, 10_000, 0.1


def flat(size):
    return numbers((size,), 4, 101)


def other(size):
    return numbers((size,), 4, 107)


def rows(size, row):
    return flat(size).reshape(-1, row)


def indices(size, below):
    return torch.from_numpy(np.floor(below * uniform(size, 108)).astype(np.int64))


def cross_entropy(size):
    x, classes = rows(size, ROW).requires_grad_(), indices(size // ROW, ROW)
    criterion = torch.nn.CrossEntropyLoss()

    def both_ways():
        x.grad = None
        criterion(x, classes).backward()
        return x.grad

    return both_ways


def rmsprop(size):
    x = flat(size).requires_grad_()
    x.grad = other(size)
    optimizer = torch.optim.RMSprop([x], lr=1e-3)

    def step():
        optimizer.step()
        return x

    return step


def batch_norm(size):
    x, module = flat(size).reshape(-1, *IMAGE), torch.nn.BatchNorm2d(IMAGE[0]).eval()

    def normalized():
        with torch.no_grad():
            return module(x)

    return normalized


def embedding(size):
    count = size // SHORT_ROW
    module, index = torch.nn.Embedding.from_pretrained(rows(size, SHORT_ROW), freeze=False), indices(count, count)
    return lambda: module(index)


def on(make, operation):
    def prepared(size):
        x = make(size)
        return lambda: operation(x)

    return prepared


def on_flat(operation):
    return on(flat, operation)


def on_rows(operation):
    return on(lambda size: rows(size, ROW), operation)


def on_two(operation):
    def prepared(size):
        x, y = flat(size), other(size)
        return lambda: operation(x, y)

    return prepared


def where(size):
    x, y = flat(size), other(size)
    condition = x > y
    return lambda: torch.where(condition, x, y)


def index_select(size):
    x, index = rows(size, SHORT_ROW), indices(size // SHORT_ROW, size // SHORT_ROW)
    return lambda: x.index_select(0, index)


def cat(size):
    halves = [flat(size // 2), other(size // 2)]
    return lambda: torch.cat(halves)


def gather(size):
    x, index = rows(size, ROW), indices(size, ROW).reshape(-1, ROW)
    return lambda: x.gather(1, index)


def upload(size):
    values = flat(size).numpy()
    return lambda: torch.tensor(values)


OPERATIONS = {
    "relu": on_flat(torch.relu),
    "add": on_two(torch.add),
    "times a number": on_flat(lambda x: x * 1.5),
    "copy": on_flat(torch.clone),
    "sqrt": on(lambda size: flat(size) + 5, torch.sqrt),
    "exp": on_flat(torch.exp),
    "sigmoid": on_flat(torch.sigmoid),
    "tanh": on_flat(torch.tanh),
    "softmax of rows of 100": on(lambda size: rows(size, SHORT_ROW), lambda x: torch.softmax(x, -1)),
    "softmax of rows of 1000": on_rows(lambda x: torch.softmax(x, -1)),
    "cross entropy, both ways": cross_entropy,
    "sum": on_flat(torch.sum),
    "sum(0)": on_rows(lambda x: x.sum(0)),
    "sum(1)": on_rows(lambda x: x.sum(1)),
    "mean": on_flat(torch.mean),
    "mean(0)": on_rows(lambda x: x.mean(0)),
    "mean(1)": on_rows(lambda x: x.mean(1)),
    "max": on_flat(torch.max),
    "max(0)": on_rows(lambda x: x.max(0).values),
    "max(1)": on_rows(lambda x: x.max(1).values),
    "gt": on_two(torch.gt),
    "where": where,
    "gelu": on_flat(torch.nn.functional.gelu),
    "erf": on_flat(torch.erf),
    "cumsum": on_flat(lambda x: x.cumsum(0)),
    "sort": on_flat(lambda x: x.sort().values),
    "RMSprop step": rmsprop,
    "batch norm, eval, 4-D": batch_norm,
    "indexSelect": index_select,
    "cat": cat,
    "Embedding": embedding,
    "gather": gather,
    "transpose": on_rows(lambda x: x.t().contiguous()),
    "upload": upload,
    "read": on_flat(lambda x: torch.from_numpy(x.numpy().copy())),
}


class Residual(torch.nn.Module):
    def __init__(self, linear):
        super().__init__()
        self.norm, self.linear = torch.nn.LayerNorm(HIDDEN), linear

    def forward(self, x):
        return x + torch.relu(self.linear(self.norm(x)))


def build(layers, dropout):
    sizes = [FEATURES, HIDDEN, HIDDEN, 1 if layers == "plain" else CLASSES]
    linears = [torch.nn.Linear(i, o) for i, o in zip(sizes, sizes[1:])]
    for i, linear in enumerate(linears):
        bound = 1 / np.sqrt(linear.in_features)
        with torch.no_grad():
            linear.weight.copy_(numbers(tuple(linear.weight.shape), bound, 2 * i + 1))
            linear.bias.copy_(numbers(tuple(linear.bias.shape), bound, 2 * i + 2))
    first, middle, last = linears
    if layers == "layer norm and residual":
        return torch.nn.Sequential(first, torch.nn.ReLU(), Residual(middle), last)
    modules = []
    for linear in (first, middle):
        modules.append(linear)
        if layers != "plain":
            modules.append(torch.nn.BatchNorm1d(HIDDEN))
        modules.append(torch.nn.ReLU())
        if layers != "plain":
            modules.append(torch.nn.Dropout(dropout))
    return torch.nn.Sequential(*modules, last)


class Mlp:
    def __init__(self, work):
        self.work = work
        count = BATCH if work["by"] == "step" else TABLE
        self.x = numbers((count, FEATURES), 1, 105)
        if work["layers"] == "plain":
            self.y = (torch.arange(count) % 2).float().reshape(-1, 1)
            self.criterion = torch.nn.BCEWithLogitsLoss()
        else:
            self.y = torch.arange(count) * 7 % CLASSES
            self.criterion = torch.nn.CrossEntropyLoss()
        self.begin(DROPOUT)

    def begin(self, dropout):
        self.model = build(self.work["layers"], dropout)
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=self.work["lr"])

    def step(self, x, y):
        loss = self.criterion(self.model(x), y)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return loss

    def epoch(self, order):
        total = 0.0
        for at in range(0, TABLE, BATCH):
            batch = order[at : at + BATCH]
            total += self.step(self.x[batch], self.y[batch]).item() * len(batch)
        return total / TABLE

    def run(self, repetitions):
        for _ in range(repetitions):
            if self.work["by"] == "step":
                self.step(self.x, self.y)
            else:
                self.epoch(torch.randperm(TABLE))

    def check(self):
        self.begin(0.0)
        steps = range(self.work["checkSteps"])
        if self.work["by"] == "step":
            return [self.step(self.x, self.y).item() for _ in steps]
        return [self.epoch(torch.arange(TABLE)) for _ in steps]
