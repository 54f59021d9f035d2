"""Writes values/sklearn-data/transformers.json: what scikit-learn's transformers learn and give, with missing values.

Run on Debian 12: /usr/bin/python3 internal/conformance/python/sklearn_tables.py
"""
import json
import pathlib
import warnings

import numpy as np
from sklearn import preprocessing

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "values" / "sklearn-data"

NAMES = {
    "feature_range": "featureRange", "quantile_range": "quantileRange", "with_centering": "withCentering",
    "with_scaling": "withScaling", "with_std": "withStd",
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


def write(name, cases):
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    (OUT / name).write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    write("transformers.json", scaler_cases())
