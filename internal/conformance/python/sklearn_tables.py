"""Writes values/sklearn-data/transformers.json, encoders.json and folds.json: scikit-learn's transformers with missing values,
its encoders, and splits by groups.

Run on Debian 12: /usr/bin/python3 internal/conformance/python/sklearn_tables.py
"""
import json
import pathlib
import warnings

import numpy as np
from sklearn import impute, model_selection, preprocessing

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "values" / "sklearn-data"

NAMES = {
    "feature_range": "featureRange", "quantile_range": "quantileRange", "with_centering": "withCentering",
    "with_scaling": "withScaling", "fill_value": "fillValue", "add_indicator": "addIndicator",
    "handle_unknown": "handleUnknown", "min_frequency": "minFrequency", "max_categories": "maxCategories",
    "unknown_value": "unknownValue", "encoded_missing_value": "encodedMissingValue", "n_splits": "nSplits",
    "n_repeats": "nRepeats", "test_size": "testSize", "train_size": "trainSize",
}


def plain(values):
    """A table as rows, NaN as null."""
    rows = np.asarray(values, dtype=float)
    return [plain(row) if rows.ndim > 1 else (None if np.isnan(row) else float(row)) for row in rows]


def tables():
    """Columns that are plain, missing here and there, constant, large and near one another, of few values; all missing."""
    rng = np.random.RandomState(0)
    fit = np.round(rng.randn(11, 6) * 5 + 2, 3)
    fit[rng.rand(11) < 0.3, 1] = np.nan
    fit[:, 2] = 0.1
    fit[:, 3] = 1e6 + fit[:, 3] * 1e-3
    fit[:, 4] = rng.randint(0, 3, 11)
    fit[[1, 5], 4] = np.nan
    fit[:, 5] = np.nan
    other = np.round(rng.randn(4, 6) * 9, 3)
    other[1, :] = np.nan
    return fit, other


def scaler_case(kind, options, learned):
    fit, other = tables()
    scaler = getattr(preprocessing, kind)(**options).fit(fit)
    scaled = scaler.transform(other)
    return {
        "kind": kind, "options": {NAMES.get(key, key): value for key, value in options.items()},
        "fit": plain(fit), "other": plain(other),
        "learned": {ours: plain(getattr(scaler, theirs)) for ours, theirs in learned.items()},
        "out": plain(scaled), "back": plain(scaler.inverse_transform(scaled)),
    }


def scaler_cases():
    standard = {"mean": "mean_", "variance": "var_", "scale": "scale_"}
    ranges = {"dataMin": "data_min_", "dataMax": "data_max_", "scale": "scale_", "min": "min_"}
    robust = {"center": "center_", "scale": "scale_"}
    return [
        scaler_case("StandardScaler", {}, standard),
        scaler_case("MinMaxScaler", {}, ranges),
        scaler_case("MinMaxScaler", {"feature_range": (-1, 2), "clip": True}, ranges),
        scaler_case("MaxAbsScaler", {}, {"maxAbs": "max_abs_", "scale": "scale_"}),
        scaler_case("RobustScaler", {}, robust),
        scaler_case("RobustScaler", {"quantile_range": (10.0, 95.0)}, robust),
        scaler_case("RobustScaler", {"with_centering": False}, {"scale": "scale_"}),
        scaler_case("RobustScaler", {"with_scaling": False}, {"center": "center_"}),
    ]


def imputer_cases():
    cases = []
    for options in (
        {}, {"strategy": "median"}, {"strategy": "most_frequent"}, {"strategy": "constant", "fill_value": -1.5},
        {"add_indicator": True}, {"strategy": "most_frequent", "add_indicator": True},
    ):
        fit, other = tables()
        imputer = impute.SimpleImputer(**options).fit(fit)
        ours = {NAMES.get(key, key): "mostFrequent" if value == "most_frequent" else value for key, value in options.items()}
        cases.append({
            "kind": "SimpleImputer", "options": ours, "fit": plain(fit), "other": plain(other),
            "learned": {"statistics": plain(imputer.statistics_)}, "out": plain(imputer.transform(other)), "back": None,
        })
    return cases


TOWNS = ["Ulm", "Bonn", "Ulm", "Jena", "Ulm", "Bonn", "Köln", "Ulm", "\U0001f600", "\uffee"]
SIZES = [3, 1, 3, 2, 1, 1, 7, 3, 3, 3]
YES = ["yes", "no", "no", "yes", "yes", "no", "no", "no", "yes", "no"]


def encoder_case(kind, options, unknown):
    fit = np.array([TOWNS, SIZES, YES], dtype=object).T
    other = np.array([["Bonn", 7, "no"], ["Ulm", 1, "yes"], ["Jena", 2, "no"]], dtype=object)
    if unknown:
        other[1] = ["Rom", 5, "maybe"]
    given = dict(options)
    if kind == "OneHotEncoder":
        given["sparse_output"] = False
    words = {"if_binary": "ifBinary", "infrequent_if_exist": "infrequentIfExist", "use_encoded_value": "useEncodedValue"}
    encoder = getattr(preprocessing, kind)(**given).fit(fit)
    return {
        "kind": kind, "options": {NAMES.get(k, k): words.get(v, v) for k, v in options.items()},
        "fit": fit.tolist(), "other": other.tolist(), "categories": [list(one) for one in encoder.categories_],
        "out": plain(encoder.transform(other)),
    }


def encoder_cases():
    one, numbered = "OneHotEncoder", "OrdinalEncoder"
    return [
        encoder_case(one, {}, False),
        encoder_case(one, {"handle_unknown": "ignore"}, True),
        encoder_case(one, {"drop": "first"}, False),
        encoder_case(one, {"drop": "if_binary"}, False),
        encoder_case(one, {"min_frequency": 2}, False),
        encoder_case(one, {"min_frequency": 0.25, "handle_unknown": "infrequent_if_exist"}, True),
        encoder_case(one, {"max_categories": 3, "handle_unknown": "infrequent_if_exist"}, True),
        encoder_case(one, {"max_categories": 2, "min_frequency": 3}, False),
        encoder_case(numbered, {}, False),
        encoder_case(numbered, {"handle_unknown": "use_encoded_value", "unknown_value": -1}, True),
    ]


def fold_case(kind, options, seed):
    n = 23
    y = [i * 7 % 5 % 2 for i in range(n)]
    groups = [i * i % 11 for i in range(n)]
    given = dict(options) if seed is None else {**options, "random_state": seed}
    splits = getattr(model_selection, kind)(**given).split(np.zeros(n), y, groups)
    return {
        "kind": kind, "options": {**{NAMES.get(k, k): v for k, v in options.items()}},
        "seed": seed, "y": y, "groups": groups,
        "splits": [{"train": train.tolist(), "test": test.tolist()} for train, test in splits],
    }


def fold_cases():
    cases = [fold_case("StratifiedGroupKFold", {"n_splits": 3}, None)]
    for seed in (0, 7):
        cases.append(fold_case("StratifiedGroupKFold", {"n_splits": 3, "shuffle": True}, seed))
        cases.append(fold_case("RepeatedKFold", {"n_splits": 3, "n_repeats": 2}, seed))
        cases.append(fold_case("GroupShuffleSplit", {}, seed))
        cases.append(fold_case("GroupShuffleSplit", {"n_splits": 2, "train_size": 0.5}, seed))
    return cases


def write(name, cases):
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    (OUT / name).write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    write("transformers.json", scaler_cases() + imputer_cases())
    write("encoders.json", encoder_cases())
    write("folds.json", fold_cases())
