"""Writes values/optim/lbfgs.json: steps of LBFGS, and averages of weights, as PyTorch 1.13.1 makes them.

Run on Debian 12: /usr/bin/python3 internal/conformance/python/lbfgs.py
"""
import torch
from torch.optim import LBFGS
from torch.optim.swa_utils import AveragedModel

from optim import numbers, options, write

STEPS = 6


def rosenbrock(params):
    x, y = params[0][0], params[1].reshape(())
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2


# A logistic regression with a penalty: a weight of 2 x 2 and a bias.
X = [[0.5, -1.2], [1.5, 0.3], [-0.7, 0.9], [2.0, -0.4], [-1.1, -0.6], [0.2, 1.7]]
T = [[1, 0], [1, 1], [0, 1], [1, 0], [0, 0], [0, 1]]


def logistic(params):
    w, b = params
    x = torch.tensor(X, dtype=w.dtype)
    t = torch.tensor(T, dtype=w.dtype)
    z = x @ w + b
    return torch.nn.functional.binary_cross_entropy_with_logits(z, t) + 0.01 * (w * w).sum()


PROBLEMS = {
    "rosenbrock": (rosenbrock, [[-1.2], [[1.0]]]),
    "logistic": (logistic, [[[0.1, -0.2], [0.3, 0.4]], [0.0, 0.5]]),
}
WOLFE = {"line_search_fn": "strong_wolfe"}
CASES = [
    ("logistic", {}),
    ("logistic", {"lr": 0.3, "max_iter": 4}),
    ("logistic", WOLFE),
    ("logistic", {**WOLFE, "max_iter": 5, "max_eval": 4, "history_size": 2}),
    ("logistic", {**WOLFE, "lr": 20, "max_iter": 3}),
    ("logistic", {**WOLFE, "tolerance_grad": 0.01, "tolerance_change": 1e-4}),
    ("rosenbrock", {"lr": 0.001, "max_iter": 5}),
    ("rosenbrock", {**WOLFE, "max_iter": 2}),
    ("rosenbrock", {**WOLFE, "max_iter": 3, "history_size": 1}),
    ("rosenbrock", WOLFE),
]


def run(problem, kwargs, dtype):
    loss_of, start = PROBLEMS[problem]
    params = [torch.tensor(x, dtype=dtype, requires_grad=True) for x in start]
    optimizer = LBFGS(params, **kwargs)

    def closure():
        optimizer.zero_grad()
        loss = loss_of(params)
        loss.backward()
        return loss

    steps = []
    for _ in range(STEPS):
        loss = optimizer.step(closure)
        evaluations = optimizer.state[params[0]]["func_evals"]
        steps.append([evaluations, *numbers(loss), *sum((numbers(p) for p in params), [])])
    return steps


def averages(avg_fn):
    torch.manual_seed(0)
    model = torch.nn.Linear(2, 1).double()
    averaged = AveragedModel(model, avg_fn=avg_fn)
    steps = []
    with torch.no_grad():
        for step in range(5):
            model.weight.copy_(torch.tensor([[step * 0.5, 1 - step * step]]))
            model.bias.copy_(torch.tensor([3.0 - step]))
            averaged.update_parameters(model)
            steps.append(sum((numbers(p) for p in averaged.module.parameters()), []))
    return steps


if __name__ == "__main__":
    cases = []
    for problem, kwargs in CASES:
        named = options(kwargs)
        if "lineSearchFn" in named:
            named["lineSearchFn"] = "strongWolfe"
        values = {name: run(problem, kwargs, getattr(torch, name)) for name in ("float32", "float64")}
        cases.append({"problem": problem, "options": named, **values})
    write("lbfgs", {
        "x": X,
        "t": T,
        "start": {name: start for name, (_, start) in PROBLEMS.items()},
        "cases": cases,
        "averages": averages(None),
        "ema": averages(lambda mean, value, _: 0.9 * mean + 0.1 * value),
    })
