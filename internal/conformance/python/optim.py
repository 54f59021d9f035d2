"""Writes values/optim/*.json: 20 steps of every optimizer and 50 of every schedule, as PyTorch 1.13.1 makes them.

Run on Debian 12: /usr/bin/python3 internal/conformance/python/optim.py
"""
import json
import os
import pathlib
import re
import warnings

# Normal draws depend on the instruction set; AVX2 is what PyTorch's builds use where it is there.
os.environ["ATEN_CPU_CAPABILITY"] = "avx2"

import torch  # noqa: E402
from torch import optim  # noqa: E402
from torch.optim import lr_scheduler as schedules  # noqa: E402

OUT = pathlib.Path(__file__).resolve().parent.parent / "values" / "optim"
STEPS = 20
torch.set_num_threads(1)
warnings.simplefilter("ignore")


def numbers(values):
    """A list of JSON numbers that read back to the very same values."""
    flat = values.detach().reshape(-1)
    if flat.dtype == torch.float32:
        return [float(f"{x:.9g}") for x in flat.tolist()]
    return flat.tolist()


def write(name, content):
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{name}.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")


def camel(name):
    special = {"T_max": "tMax", "T_0": "t0", "T_mult": "tMult"}
    return special.get(name) or re.sub(r"_(\w)", lambda m: m[1].upper(), name)


def options(kwargs):
    return {camel(k): v for k, v in kwargs.items()}


# ---- Optimizers ------------------------------------------------------------------------------------------------------

torch.manual_seed(5)
SHAPES = [[3, 2], [2], [4]]
START = [torch.randn(shape, dtype=torch.float64).float().double() for shape in SHAPES]
GRADS = [[torch.randn(shape, dtype=torch.float64).float().double() for shape in SHAPES] for _ in range(STEPS)]
# The second parameter has no gradient at times, also at first; the third one at times is not moved at all.
MISSING = [[0, 1], [1, 1], [7, 1], [12, 1], [12, 2]]
for step in (4, 5):
    GRADS[step][2].zero_()

CASES = [
    ("SGD", {"lr": 0.1}),
    ("SGD", {"lr": 0.1, "momentum": 0.9}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "dampening": 0.5}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "nesterov": True}),
    ("SGD", {"lr": 0.1, "weight_decay": 0.1}),
    ("SGD", {"lr": 0.1, "momentum": 0.8, "dampening": 0.1, "weight_decay": 0.05, "maximize": True}),
    ("SGD", {"lr": 0.05, "momentum": 0.7, "weight_decay": 0.02, "nesterov": True, "maximize": True}),
    ("SGD", {"lr": 0.1, "maximize": True}),
]
for name in ("Adam", "AdamW"):
    CASES += [
        (name, {}),
        (name, {"lr": 0.05}),
        (name, {"lr": 0.05, "betas": [0.8, 0.9]}),
        (name, {"lr": 0.05, "eps": 0.01}),
        (name, {"lr": 0.05, "weight_decay": 0.2}),
        (name, {"lr": 0.05, "amsgrad": True}),
        (name, {"lr": 0.05, "maximize": True}),
        (name, {"lr": 0.05, "betas": [0.7, 0.95], "weight_decay": 0.1, "amsgrad": True, "maximize": True}),
    ]
CASES += [
    ("RMSprop", {}),
    ("RMSprop", {"lr": 0.05, "alpha": 0.9}),
    ("RMSprop", {"lr": 0.05, "eps": 0.01}),
    ("RMSprop", {"lr": 0.05, "weight_decay": 0.1}),
    ("RMSprop", {"lr": 0.05, "momentum": 0.8}),
    ("RMSprop", {"lr": 0.05, "alpha": 0.9, "centered": True, "eps": 0.001}),
    ("RMSprop", {"lr": 0.05, "alpha": 0.8, "centered": True, "momentum": 0.5, "weight_decay": 0.1, "eps": 0.01, "maximize": True}),
    ("Adagrad", {}),
    ("Adagrad", {"lr": 0.5, "lr_decay": 0.1}),
    ("Adagrad", {"lr": 0.5, "weight_decay": 0.1}),
    ("Adagrad", {"lr": 0.5, "initial_accumulator_value": 0.5}),
    ("Adagrad", {"lr": 0.5, "eps": 0.1, "maximize": True}),
    ("Adadelta", {}),
    ("Adadelta", {"lr": 0.5, "rho": 0.8}),
    ("Adadelta", {"eps": 0.01, "weight_decay": 0.1}),
    ("Adadelta", {"eps": 0.01, "maximize": True}),
    ("NAdam", {}),
    ("NAdam", {"lr": 0.05, "betas": [0.8, 0.9], "eps": 0.01}),
    ("NAdam", {"lr": 0.05, "weight_decay": 0.1, "momentum_decay": 0.05}),
    ("Adamax", {}),
    ("Adamax", {"lr": 0.05, "betas": [0.8, 0.9], "eps": 0.01}),
    ("Adamax", {"lr": 0.05, "weight_decay": 0.1, "maximize": True}),
    ("RAdam", {}),
    ("RAdam", {"lr": 0.05, "betas": [0.8, 0.9], "eps": 0.01}),
    ("RAdam", {"lr": 0.05, "weight_decay": 0.1}),
]


def run_optimizer(name, kwargs, dtype):
    params = [torch.nn.Parameter(x.to(dtype).clone()) for x in START]
    # The third parameter is a group of its own with another learning rate.
    lr = kwargs.get("lr", 0.01)
    groups = [{"params": params[:2]}, {"params": params[2:], "lr": lr / 2}]
    optimizer = getattr(optim, name)(groups, **kwargs)
    history = []
    for step in range(STEPS):
        for i, param in enumerate(params):
            param.grad = None if [step, i] in MISSING else GRADS[step][i].to(dtype)
        optimizer.step()
        history.append(sum((numbers(param) for param in params), []))
    return history


def optimizers():
    cases = []
    for name, kwargs in CASES:
        cases.append({
            "optimizer": name,
            "options": options(kwargs),
            "float32": run_optimizer(name, kwargs, torch.float32),
            "float64": run_optimizer(name, kwargs, torch.float64),
        })
    write("optimizers", {
        "shapes": SHAPES,
        "start": [numbers(x) for x in START],
        "grads": [[numbers(g) for g in step] for step in GRADS],
        "missing": MISSING,
        "cases": cases,
    })


# ---- Schedules -------------------------------------------------------------------------------------------------------

SCHEDULES = [
    ("StepLR", {"step_size": 7}),
    ("StepLR", {"step_size": 3, "gamma": 0.8}),
    ("MultiStepLR", {"milestones": [5, 12, 30]}),
    ("MultiStepLR", {"milestones": [2, 2, 9], "gamma": 0.5}),
    ("ConstantLR", {}),
    ("ConstantLR", {"factor": 0.3, "total_iters": 11}),
    ("LinearLR", {}),
    ("LinearLR", {"start_factor": 0.9, "end_factor": 0.1, "total_iters": 30}),
    ("LinearLR", {"start_factor": 0.1, "total_iters": 13}),
    ("ExponentialLR", {"gamma": 0.93}),
    ("PolynomialLR", {}),
    ("PolynomialLR", {"total_iters": 35, "power": 2.5}),
    ("CosineAnnealingLR", {"T_max": 50}),
    ("CosineAnnealingLR", {"T_max": 8, "eta_min": 0.01}),
    ("CosineAnnealingWarmRestarts", {"T_0": 7}),
    ("CosineAnnealingWarmRestarts", {"T_0": 4, "T_mult": 2, "eta_min": 0.01}),
    ("OneCycleLR", {"max_lr": 0.5, "total_steps": 50}),
    ("OneCycleLR", {"max_lr": [0.5, 0.2], "epochs": 5, "steps_per_epoch": 10, "anneal_strategy": "linear", "pct_start": 0.4}),
    ("OneCycleLR", {"max_lr": 0.5, "total_steps": 50, "three_phase": True, "div_factor": 10.0, "final_div_factor": 100.0,
                    "base_momentum": 0.7, "max_momentum": 0.99}),
    ("OneCycleLR", {"max_lr": 0.5, "total_steps": 60, "cycle_momentum": False}),
]
PLATEAUS = [
    {},
    {"patience": 2},
    {"patience": 1, "factor": 0.5, "cooldown": 3},
    {"patience": 2, "threshold": 0.05, "threshold_mode": "abs"},
    {"patience": 2, "mode": "max", "factor": 0.7},
    {"patience": 1, "mode": "max", "threshold_mode": "abs", "threshold": 0.1},
    {"patience": 0, "factor": 0.3, "min_lr": [0.001, 0.01]},
    {"patience": 0, "factor": 0.9, "eps": 0.005},
]


def fresh(kind):
    groups = [{"params": [torch.zeros(1)]}, {"params": [torch.zeros(2)], "lr": 0.03}]
    if kind == "Adam":
        return optim.Adam(groups, lr=0.1)
    return optim.SGD(groups, lr=0.1, momentum=0.9)


def momenta(optimizer):
    return [group["betas"][0] if "betas" in group else group["momentum"] for group in optimizer.param_groups]


def follow(optimizer, scheduler, steps=50, metrics=None):
    """Learning rates, and momenta, of the groups at first and after each step."""
    rates, momentum = [], []
    for i in range(steps + 1):
        rates.append([group["lr"] for group in optimizer.param_groups])
        momentum.append(momenta(optimizer))
        if i == steps:
            break
        optimizer.step()
        if metrics is None:
            scheduler.step()
        else:
            scheduler.step(metrics[i])
    return {"lr": rates, "momentum": momentum}


def run_schedule(name, kwargs, kind="SGD"):
    optimizer = fresh(kind)
    scheduler = getattr(schedules, name)(optimizer, **kwargs)
    return {"schedule": name, "options": options(kwargs), "optimizer": kind, **follow(optimizer, scheduler)}


def chained():
    """Two recurrences of one optimizer, stepped one after the other."""
    optimizer = fresh("SGD")
    first = schedules.ConstantLR(optimizer, factor=0.2, total_iters=6)
    second = schedules.ExponentialLR(optimizer, gamma=0.9)
    third = schedules.CosineAnnealingLR(optimizer, T_max=20, eta_min=0.001)
    rates = []
    for _ in range(50):
        rates.append([group["lr"] for group in optimizer.param_groups])
        optimizer.step()
        for scheduler in (first, second, third):
            scheduler.step()
    return rates


def sequential():
    runs = []
    parts = [
        ([("LinearLR", {"total_iters": 4}), ("ExponentialLR", {"gamma": 0.9})], [5]),
        ([("ConstantLR", {"factor": 0.1, "total_iters": 3}), ("CosineAnnealingLR", {"T_max": 10}), ("StepLR", {"step_size": 4, "gamma": 0.5})], [6, 30]),
        ([("LinearLR", {"total_iters": 10, "start_factor": 0.1}), ("CosineAnnealingWarmRestarts", {"T_0": 6, "T_mult": 2}), ("PolynomialLR", {"total_iters": 8})], [10, 35]),
    ]
    for children, milestones in parts:
        optimizer = fresh("SGD")
        made = [getattr(schedules, name)(optimizer, **kwargs) for name, kwargs in children]
        scheduler = schedules.SequentialLR(optimizer, schedulers=made, milestones=milestones)
        runs.append({
            "children": [{"schedule": name, "options": options(kwargs)} for name, kwargs in children],
            "milestones": milestones,
            **follow(optimizer, scheduler),
        })
    return runs


def warm_restart_positions():
    """step(epoch) with fractions, and plain steps in between."""
    runs = []
    for kwargs in ({"T_0": 5, "T_mult": 2}, {"T_0": 4, "eta_min": 0.02}):
        optimizer = fresh("SGD")
        scheduler = schedules.CosineAnnealingWarmRestarts(optimizer, **kwargs)
        positions = [0.25, 0.5, 3.75, 4.5, 5, 9.5, None, None, 20.25, None, 40, 3, None]
        rates = []
        for position in positions:
            scheduler.step(position) if position is not None else scheduler.step()
            rates.append([group["lr"] for group in optimizer.param_groups])
        runs.append({"options": options(kwargs), "positions": positions, "lr": rates})
    return runs


def lambdas():
    optimizer = fresh("SGD")
    scheduler = schedules.LambdaLR(optimizer, lr_lambda=[lambda e: 1 / (1 + e), lambda e: 0.95**e])
    first = follow(optimizer, scheduler)["lr"]
    optimizer = fresh("SGD")
    scheduler = schedules.MultiplicativeLR(optimizer, lr_lambda=lambda e: 1 - 1 / (e + 2))
    return {"LambdaLR": first, "MultiplicativeLR": follow(optimizer, scheduler)["lr"]}


def plateaus():
    torch.manual_seed(1)
    falling = [2 / (1 + i) + 0.3 * torch.rand(()).item() for i in range(50)]
    rising = [1 - x / 3 for x in falling]
    runs = []
    for kwargs in PLATEAUS:
        metrics = rising if kwargs.get("mode") == "max" else falling
        optimizer = fresh("SGD")
        scheduler = schedules.ReduceLROnPlateau(optimizer, **kwargs)
        runs.append({"options": options(kwargs), "metrics": metrics, **follow(optimizer, scheduler, 50, metrics)})
    return runs


if __name__ == "__main__":
    optimizers()
    write("schedules", {
        "single": [run_schedule(name, kwargs) for name, kwargs in SCHEDULES] + [
            run_schedule("OneCycleLR", {"max_lr": 0.5, "total_steps": 50}, "Adam")
        ],
        "chained": chained(),
        "sequential": sequential(),
        "warmRestartPositions": warm_restart_positions(),
        "lambdas": lambdas(),
        "plateaus": plateaus(),
    })
