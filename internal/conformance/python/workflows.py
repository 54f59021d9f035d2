"""Writes values/workflows/*.json: the blobs and Sonar tutorials run in PyTorch and scikit-learn for given seeds.

The fold losses of Sonar are recorded for the first 50 epochs. Run on Debian 12:
/usr/bin/python3 internal/conformance/python/workflows.py [blobs|sonar|circles]
"""
import copy
import csv
import json
import pathlib
import subprocess
import sys

import numpy as np
import torch
from sklearn.datasets import make_circles
from sklearn.metrics import auc, roc_curve
from sklearn.model_selection import StratifiedKFold, train_test_split
from torch import nn

torch.set_num_threads(1)
HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "values" / "workflows"


def rounded(value):
    """Nine digits, which a float32 needs."""
    return float(f"{value:.9g}")


def write(name, cases):
    OUT.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    (OUT / f"{name}.json").write_text(f"[\n{lines}\n]\n")


def blobs(seed, n, epochs=100):
    torch.manual_seed(seed)
    a = torch.randn(n // 2, 1)
    b = torch.randn(n // 2, 1) + 5
    x = torch.cat([torch.hstack([a, b]), torch.hstack([b, a])])
    y = torch.cat([torch.ones(n // 2, 1), torch.zeros(n // 2, 1)])
    model = nn.Sequential(nn.Linear(2, 100), nn.Sigmoid(), nn.Linear(100, 1), nn.Sigmoid())
    model(torch.randn(5, 2))
    fresh = model(torch.randn(5, 2)).detach().ravel()
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    losses, gradients, updates = [], [], []
    for _ in range(epochs):
        loss = criterion(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        before = model[0].weight.detach().clone()
        gradients.append(rounded(model[0].weight.grad.abs().sum()))
        optimizer.step()
        updates.append(rounded((model[0].weight.detach() - before).abs().sum()))
        losses.append(rounded(loss))
    with torch.no_grad():
        p = model(x)
    return {
        "seed": seed, "n": n, "fresh": [rounded(v) for v in fresh], "loss": losses, "gradient": gradients,
        "update": updates, "accuracy": float(((p > 0.5) == y).float().mean()),
        "class1": rounded(p[y == 1].mean()), "class0": rounded(p[y == 0].mean()),
    }


def sonar_table():
    """UCI's rows, from r-cran-mlbench."""
    script = "library(mlbench); data(Sonar); write.table(Sonar, sep=',', row.names=FALSE, col.names=FALSE, quote=FALSE)"
    rows = list(csv.reader(subprocess.run(["Rscript", "-e", script], check=True, capture_output=True, text=True).stdout.splitlines()))
    x = np.array([[float(v) for v in row[:-1]] for row in rows])
    y = np.array([1 if row[-1] == "R" else 0 for row in rows])
    assert x.shape == (208, 60) and y.sum() == 97
    return x, y


def wide():
    return nn.Sequential(nn.Linear(60, 180), nn.ReLU(), nn.Linear(180, 1), nn.Sigmoid())


def deep():
    layers = []
    for _ in range(3):
        layers += [nn.Linear(60, 60), nn.ReLU()]
    return nn.Sequential(*layers, nn.Linear(60, 1), nn.Sigmoid())


def fit(model, x, y, x_val, y_val, epochs, batch=10):
    criterion = nn.BCELoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.0001)
    best, weights, losses = -np.inf, None, []
    for _ in range(epochs):
        model.train()
        total = 0.0
        for start in range(0, len(x), batch):
            xb, yb = x[start:start + batch], y[start:start + batch]
            loss = criterion(model(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += float(loss) * len(xb)
        losses.append(rounded(total / len(x)))
        model.eval()
        with torch.no_grad():
            accuracy = float((model(x_val).round() == y_val).float().mean())
        if accuracy > best:
            best, weights = accuracy, copy.deepcopy(model.state_dict())
    model.load_state_dict(weights)
    return best, losses


def sonar(seed, epochs=300, recorded=50):
    torch.manual_seed(seed)
    np.random.seed(seed)
    x, y = sonar_table()
    index = np.arange(len(x))
    train, test = train_test_split(index, train_size=0.7, shuffle=True)
    xs = torch.tensor(x, dtype=torch.float32)
    ys = torch.tensor(y, dtype=torch.float32).reshape(-1, 1)
    result = {"seed": seed, "epochs": epochs, "train": train.tolist(), "test": test.tolist(), "cv": {}}
    for name, make in [("wide", wide), ("deep", deep)]:
        folds, accuracies, losses = [], [], []
        for rest, held in StratifiedKFold(n_splits=5, shuffle=True).split(x[train], y[train]):
            best, curve = fit(make(), xs[train][rest], ys[train][rest], xs[train][held], ys[train][held], epochs)
            folds.append(held.tolist())
            accuracies.append(best)
            losses.append(curve[:recorded])
        result["cv"][name] = {"folds": folds, "accuracy": accuracies, "loss": losses}
    mean = {name: np.mean(own["accuracy"]) for name, own in result["cv"].items()}
    result["winner"] = "deep" if mean["deep"] > mean["wide"] else "wide"
    model = deep() if result["winner"] == "deep" else wide()
    best, _ = fit(model, xs[train], ys[train], xs[test], ys[test], epochs)
    with torch.no_grad():
        probabilities = model(xs[test]).ravel().numpy()
    fpr, tpr, _ = roc_curve(y[test], probabilities)
    result["final"] = {"accuracy": best, "auc": auc(fpr, tpr), "probabilities": [rounded(p) for p in probabilities]}
    return result


def circles(seed, epochs=20):
    """The small and the middling network's first epochs; the wide ones differ only in size."""
    torch.manual_seed(seed)
    np.random.seed(seed)
    data, target = make_circles(500, noise=0.02)
    x = torch.tensor(data, dtype=torch.float32)
    y = torch.tensor(target, dtype=torch.float32).reshape(-1, 1)
    models = []
    for hidden in [[2], [1024, 1024]]:
        sizes = [2, *hidden]
        layers = []
        for i, o in zip(sizes, sizes[1:]):
            layers += [nn.Linear(i, o), nn.ReLU()]
        model = nn.Sequential(*layers, nn.Linear(sizes[-1], 1))
        criterion = nn.BCEWithLogitsLoss()
        optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
        losses = []
        for _ in range(epochs):
            loss = criterion(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(rounded(loss))
        models.append({"hidden": hidden, "loss": losses})
    return {"seed": seed, "models": models}


if __name__ == "__main__":
    chosen = sys.argv[1:] or ["blobs", "sonar", "circles"]
    if "blobs" in chosen:
        write("blobs", [blobs(seed, n) for seed, n in [(42, 20), (0, 20), (1, 7), (7, 100), (123456789, 33), (3, 2), (5, 400)]])
    if "sonar" in chosen:
        write("sonar", [sonar(seed) for seed in [0, 1, 2]])
    if "circles" in chosen:
        write("circles", [circles(seed) for seed in [42]])
