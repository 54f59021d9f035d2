"""Writes values/sklearn-data/*.json: scikit-learn's splits, generators and preprocessing for given seeds.

Run on Debian 12: /usr/bin/python3 internal/conformance/python/sklearn_data.py
"""
import json
import pathlib
import warnings

import numpy as np
from sklearn import datasets, model_selection, preprocessing

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "values" / "sklearn-data"


def plain(value):
    """JSON for arrays: float32 as the shortest digits that read back to it."""
    if isinstance(value, np.ndarray):
        if value.dtype == np.float32:
            return [float(f"{x:.9g}") for x in value.ravel()]
        return value.ravel().tolist()
    return value


def write(name, cases):
    OUT.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case, separators=(",", ":"), default=plain) for case in cases)
    (OUT / name).write_text(f"[\n{lines}\n]\n")


# ---- splits ----------------------------------------------------------------------------------------------------------

def camel(options):
    names = {"n_splits": "nSplits", "n_repeats": "nRepeats", "test_size": "testSize", "train_size": "trainSize"}
    return {names.get(key, key): value for key, value in options.items()}


LABELS = {
    "binary": lambda n: [i * 7 % 5 % 2 for i in range(n)],
    "sonar": lambda n: ["R" if i < n * 97 // 208 else "M" for i in range(n)],
    "three": lambda n: [["c", "a", "b"][i * i % 7 % 3] for i in range(n)],
    "rare": lambda n: [0 if i % 9 else 1 if i % 18 else -3 for i in range(n)],
}


def splitter_case(kind, n, labels, options, seed):
    """`seed` is the random_state; a list [s] means np.random.seed(s) and no random_state, used twice over."""
    y = LABELS[labels](n) if labels else None
    shared = isinstance(seed, list)
    if shared:
        np.random.seed(seed[0])
    given = dict(options)
    if not shared and seed is not None:
        given["random_state"] = seed
    splitter = getattr(model_selection, kind)(**given)
    rounds = 2 if shared else 1
    splits = [
        {"train": train.tolist(), "test": test.tolist()}
        for _ in range(rounds)
        for train, test in splitter.split(np.zeros(n), y)
    ]
    return {"kind": kind, "n": n, "y": y, "options": camel(options), "seed": seed, "splits": splits,
            "after": np.random.rand() if shared else None}


def train_test_case(n, labels, options, seed):
    y = LABELS[labels](n) if labels else None
    shared = isinstance(seed, list)
    if shared:
        np.random.seed(seed[0])
    given = dict(options)
    if not shared:
        given["random_state"] = seed
    splits = []
    for _ in range(2 if shared else 1):
        train, test = model_selection.train_test_split(np.arange(n), stratify=y, **given)
        splits.append({"train": train.tolist(), "test": test.tolist()})
    return {"kind": "trainTestSplit", "n": n, "y": y, "options": camel(options), "seed": seed, "splits": splits,
            "after": np.random.rand() if shared else None}


def split_cases():
    cases = []
    for n, k in [(2, 2), (10, 3), (23, 5), (100, 10)]:
        cases.append(splitter_case("KFold", n, None, {"n_splits": k}, None))
        for seed in (0, 7, [3]):
            cases.append(splitter_case("KFold", n, None, {"n_splits": k, "shuffle": True}, seed))
    for n, k, labels in [(10, 2, "binary"), (23, 5, "three"), (145, 5, "sonar"), (60, 3, "rare"), (100, 10, "binary")]:
        cases.append(splitter_case("StratifiedKFold", n, labels, {"n_splits": k}, None))
        for seed in (0, 7, [3]):
            cases.append(splitter_case("StratifiedKFold", n, labels, {"n_splits": k, "shuffle": True}, seed))
    for seed in (0, 36851234, [4]):
        cases.append(splitter_case("RepeatedStratifiedKFold", 20, "binary", {"n_splits": 4, "n_repeats": 3}, seed))
        cases.append(splitter_case("RepeatedStratifiedKFold", 31, "three", {"n_splits": 2, "n_repeats": 2}, seed))
    sizes = [{}, {"test_size": 0.3}, {"train_size": 0.7}, {"test_size": 5}, {"train_size": 6, "test_size": 0.25},
             {"test_size": 0.31, "train_size": 0.52}]
    for size in sizes:
        for seed in (0, [5]):
            cases.append(splitter_case("ShuffleSplit", 21, None, {"n_splits": 3, **size}, seed))
            cases.append(splitter_case("StratifiedShuffleSplit", 47, "three", {"n_splits": 3, **size}, seed))
            cases.append(splitter_case("StratifiedShuffleSplit", 54, "rare", {"n_splits": 3, **size}, seed))
            cases.append(train_test_case(47, None, size, seed))
            cases.append(train_test_case(47, "three", size, seed))
    for seed in (0, 1, 2, 42, [0]):
        cases.append(train_test_case(208, None, {"train_size": 0.7, "shuffle": True}, seed))
        cases.append(train_test_case(208, "sonar", {"train_size": 0.7}, seed))
    cases.append(train_test_case(10, None, {"shuffle": False}, None))
    cases.append(train_test_case(11, None, {"shuffle": False, "test_size": 0.2, "train_size": 0.5}, None))
    return cases


# ---- generators ------------------------------------------------------------------------------------------------------

GENERATOR_NAMES = {
    "n_samples": "nSamples", "n_features": "nFeatures", "cluster_std": "clusterStd", "center_box": "centerBox",
    "n_informative": "nInformative", "n_redundant": "nRedundant", "n_repeated": "nRepeated", "n_classes": "nClasses",
    "n_clusters_per_class": "nClustersPerClass", "flip_y": "flipY", "class_sep": "classSep",
}


def generator_case(kind, options, seed):
    shared = isinstance(seed, list)
    if shared:
        np.random.seed(seed[0])
    given = {key: value for key, value in options.items()}
    if not shared:
        given["random_state"] = seed
    x, y = getattr(datasets, kind)(**given)
    return {
        "kind": kind,
        "options": {GENERATOR_NAMES.get(key, key): value for key, value in options.items()},
        "seed": seed,
        "shape": list(x.shape),
        "data": x,
        "target": y.tolist(),
        "after": np.random.rand() if shared else None,
    }


def generator_cases():
    cases = []
    for kind in ("make_circles", "make_moons"):
        for n in (1, 2, 7, 40, [3, 6]):
            cases.append(generator_case(kind, {"n_samples": n, "shuffle": False}, 0))
            for seed in (0, [1]):
                cases.append(generator_case(kind, {"n_samples": n, "noise": 0.1}, seed))
    for seed in (0, 42):
        cases.append(generator_case("make_circles", {"n_samples": 500, "noise": 0.02}, seed))
        cases.append(generator_case("make_circles", {"n_samples": 30, "factor": 0.3}, seed))
        cases.append(generator_case("make_moons", {"n_samples": 31, "noise": 0.05}, seed))
        for options in (
            {},
            {"n_samples": 11, "centers": 2},
            {"n_samples": [3, 0, 5], "n_features": 3},
            {"n_samples": 20, "centers": [[0, 0], [5, 5]], "cluster_std": [0.5, 2], "shuffle": False},
            {"n_samples": 16, "centers": 4, "center_box": [0, 1], "cluster_std": 0.1},
        ):
            cases.append(generator_case("make_blobs", options, seed))
    cases.append(generator_case("make_blobs", {"n_samples": 12}, [6]))
    for seed in (0, 42, [8]):
        for options in (
            {"n_samples": 20},
            {"n_samples": 30, "n_features": 5, "n_informative": 3, "n_redundant": 1, "n_repeated": 1, "n_classes": 3},
            {"n_samples": 25, "n_features": 4, "weights": [0.8], "flip_y": 0.2},
            {"n_samples": 25, "n_features": 6, "weights": [0.2, 0.3, 0.5], "n_classes": 3, "n_informative": 4,
             "n_redundant": 0, "n_clusters_per_class": 1, "class_sep": 2.5, "flip_y": 0},
            {"n_samples": 18, "n_features": 5, "hypercube": False, "shuffle": False},
            {"n_samples": 18, "n_features": 5, "shift": None, "scale": None},
            {"n_samples": 12, "n_features": 4, "shift": [1, 2, 3, 4], "scale": [2, 1, 0.5, 3], "flip_y": -1},
            {"n_samples": 8, "n_features": 12, "n_informative": 12, "n_redundant": 0, "n_clusters_per_class": 1},
            {"n_samples": 8, "n_features": 34, "n_informative": 33, "n_redundant": 0},
            {"n_samples": 16, "n_features": 2, "n_informative": 2, "n_redundant": 0, "n_clusters_per_class": 1},
        ):
            cases.append(generator_case("make_classification", options, seed))
    return cases


# ---- preprocessing ---------------------------------------------------------------------------------------------------

def scaler_case(kind, options, dtype, columns):
    rng = np.random.RandomState(0)
    fit = (rng.randn(30, columns) * 5 + 100).astype(dtype)
    if columns > 2:
        fit[:, 1] = 3
        fit[:, 2] *= 1e-6
    other = (rng.randn(4, columns) * 5 + 100).astype(dtype)
    names = {"with_mean": "withMean", "with_std": "withStd", "feature_range": "featureRange"}
    scaler = getattr(preprocessing, kind)(**options).fit(fit)
    scaled = scaler.transform(other)
    return {
        "kind": kind, "options": {names.get(key, key): value for key, value in options.items()}, "dtype": dtype,
        "columns": columns, "fit": fit, "other": other, "scale": scaler.scale_, "scaled": scaled,
        "fitted": scaler.transform(fit), "back": scaler.inverse_transform(scaled),
        "mean": scaler.mean_ if kind == "StandardScaler" else None,
    }


def scaler_cases():
    cases = []
    for dtype in ("float64", "float32"):
        for columns in (1, 4):
            cases.append(scaler_case("StandardScaler", {}, dtype, columns))
            cases.append(scaler_case("StandardScaler", {"with_mean": False}, dtype, columns))
            cases.append(scaler_case("StandardScaler", {"with_std": False}, dtype, columns))
            cases.append(scaler_case("MinMaxScaler", {}, dtype, columns))
            cases.append(scaler_case("MinMaxScaler", {"feature_range": (-1, 2), "clip": True}, dtype, columns))
    return cases


def label_cases():
    cases = []
    for labels in (["R", "M", "M", "R"], [3, -1, 10, 3, 2], [2.5, -0.5, 2.5], [True, False, True], ["b", "B", "a10", "a9", ""]):
        encoder = preprocessing.LabelEncoder()
        codes = encoder.fit_transform(labels)
        cases.append({"labels": labels, "classes": encoder.classes_.tolist(), "codes": codes.tolist()})
    return cases


if __name__ == "__main__":
    write("splits.json", split_cases())
    write("generators.json", generator_cases())
    write("scalers.json", scaler_cases())
    write("labels.json", label_cases())
