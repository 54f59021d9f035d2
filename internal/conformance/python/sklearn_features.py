"""Writes values/sklearn-features/features.json: scikit-learn's transformers that change distributions, make or choose columns, or fill
them from neighbours. The cases of TargetEncoder, which scikit-learn has had since 1.3 only, follow the formulas of its documentation.

Run on Debian 12: /usr/bin/python3 internal/conformance/python/sklearn_features.py
"""
import json
import pathlib
import warnings

import numpy as np
from sklearn import decomposition, feature_selection, impute, preprocessing
from sklearn.model_selection import KFold, StratifiedKFold

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "values" / "sklearn-features"

NAMES = {
    "n_components": "nComponents", "n_quantiles": "nQuantiles", "output_distribution": "outputDistribution",
    "random_state": "randomState", "n_bins": "nBins", "interaction_only": "interactionOnly",
    "include_bias": "includeBias", "n_neighbors": "nNeighbors", "add_indicator": "addIndicator",
    "keep_empty_features": "keepEmptyFeatures", "score_func": "scoreFunc", "svd_solver": None,
}


def plain(values):
    """A table as rows, NaN and infinity as null."""
    rows = np.asarray(values, dtype=float)
    return [plain(row) if rows.ndim > 1 else (float(row) if np.isfinite(row) else None) for row in rows]


def renamed(options):
    return {NAMES.get(k, k): (v if not callable(v) else v.__name__) for k, v in options.items() if NAMES.get(k, k)}


def tables(missing, positive=False):
    """Columns that are normal, skewed, of few values, near one another, all but one equal; some missing on request."""
    rng = np.random.RandomState(3)
    fit = np.round(np.c_[
        rng.randn(24) * 3 + 1, np.exp(rng.randn(24)) * 5, rng.randint(0, 4, 24), 1000 + rng.randn(24), rng.randn(24) ** 3,
    ], 3)
    other = np.round(np.c_[
        rng.randn(5) * 4, np.exp(rng.randn(5)) * 7, rng.randint(0, 5, 5), 1000 + rng.randn(5), rng.randn(5) ** 3,
    ], 3)
    if positive:
        fit, other = np.abs(fit) + 0.25, np.abs(other) + 0.25
    if missing:
        fit[rng.rand(*fit.shape) < 0.15] = np.nan
        other[rng.rand(*other.shape) < 0.25] = np.nan
    return fit, other


def case(kind, options, learned, module=preprocessing, missing=False, positive=False, back=True, empty=False):
    fit, other = tables(missing, positive)
    if empty:
        fit[:, 2] = np.nan
    y = [int(v) for v in np.random.RandomState(5).randint(0, 3, len(fit))]
    made = getattr(module, kind)(**options).fit(fit, y)
    out = np.asarray(made.transform(other))
    return {
        "kind": kind, "options": renamed(options), "table": [bool(missing), bool(positive), bool(empty)], "y": y,
        "learned": {ours: plain(np.ravel(getattr(made, theirs))) for ours, theirs in learned.items()},
        "out": plain(out), "back": plain(made.inverse_transform(out)) if back else None,
        "names": list(made.get_feature_names_out(list("abcde"))) if kind == "PolynomialFeatures" else None,
    }


def cases():
    pca = {
        "mean": "mean_", "components": "components_", "explainedVariance": "explained_variance_",
        "explainedVarianceRatio": "explained_variance_ratio_", "singularValues": "singular_values_",
        "noiseVariance": "noise_variance_",
    }
    result = [
        case("PCA", {**options, "svd_solver": "full"}, pca, decomposition)
        for options in ({}, {"n_components": 2}, {"n_components": 0.9}, {"n_components": "mle"}, {"n_components": 3, "whiten": True})
    ]
    power = {"lambdas": "lambdas_"}
    result += [
        case("PowerTransformer", {}, power), case("PowerTransformer", {}, power, missing=True),
        case("PowerTransformer", {"standardize": False}, power),
        case("PowerTransformer", {"method": "box-cox"}, power, positive=True),
        case("PowerTransformer", {"method": "box-cox", "standardize": False}, power, positive=True, missing=True),
    ]
    for distribution in ("uniform", "normal"):
        result += [
            case("QuantileTransformer", {"n_quantiles": 10, "output_distribution": distribution}, {}),
            case("QuantileTransformer", {"output_distribution": distribution}, {}, missing=True),
        ]
    result.append(case("QuantileTransformer", {"n_quantiles": 6, "subsample": 12, "random_state": 4}, {}))
    for strategy in ("quantile", "uniform", "kmeans"):
        result.append(case("KBinsDiscretizer", {"n_bins": 4, "strategy": strategy, "encode": "ordinal"}, {}))
    result.append(case("KBinsDiscretizer", {"n_bins": [2, 3, 2, 4, 3], "encode": "onehot-dense"}, {}))
    result[-1]["options"]["encode"] = "onehot"
    for options in ({}, {"degree": 3, "interaction_only": True}, {"degree": [2, 3], "include_bias": False}):
        given = {k: tuple(v) if isinstance(v, list) else v for k, v in options.items()}
        result.append(case("PolynomialFeatures", given, {}, back=False))
    for options in ({}, {"n_neighbors": 2, "weights": "distance"}, {"n_neighbors": 3, "add_indicator": True}):
        result.append(case("KNNImputer", options, {}, impute, missing=True, back=False))
    result.append(case("KNNImputer", {"keep_empty_features": True}, {}, impute, missing=True, back=False, empty=True))
    result.append(case("KNNImputer", {}, {}, impute, missing=True, back=False, empty=True))
    for norm in ("l1", "l2", "max"):
        result.append(case("Normalizer", {"norm": norm}, {}, back=False))
    result.append(case("Binarizer", {"threshold": 1.5}, {}, back=False))
    select = {"scores": "scores_", "pValues": "pvalues_"}
    result += [
        case("SelectKBest", {"k": 2}, select, feature_selection),
        case("SelectKBest", {"k": 3, "score_func": feature_selection.chi2}, select, feature_selection, positive=True),
        case("VarianceThreshold", {}, {"variances": "variances_"}, feature_selection, missing=True, back=False),
        case("VarianceThreshold", {"threshold": 2.0}, {"variances": "variances_"}, feature_selection),
    ]
    return result


def weighted_cases():
    """StandardScaler with weights, and fitted in parts."""
    result = []
    for missing in (False, True):
        fit, _ = tables(missing)
        weight = np.round(np.random.RandomState(1).rand(len(fit)) * 3, 2)
        for given in (None, weight):
            scaler = preprocessing.StandardScaler()
            for part in (slice(0, 9), slice(9, 10), slice(10, 24)):
                scaler.partial_fit(fit[part], sample_weight=None if given is None else given[part])
            whole = preprocessing.StandardScaler().fit(fit, sample_weight=given)
            result.append({
                "missing": missing, "weight": None if given is None else given.tolist(),
                "mean": plain(whole.mean_), "variance": plain(whole.var_),
                "partMean": plain(scaler.mean_), "partVariance": plain(scaler.var_),
            })
    return result


def encode(codes, y, smooth, size):
    """The documentation's formula: each category's mean, shrunk to the mean of all."""
    mean, variance = y.mean(), y.var()
    result = np.full(size, mean)
    for c in range(size):
        own = y[codes == c]
        if len(own) == 0:
            continue
        m = smooth if smooth != "auto" else (own.var() / variance if variance > 0 else np.inf)
        share = len(own) / (len(own) + m)
        result[c] = share * own.mean() + (1 - share) * mean
    return result, mean


def target_cases():
    rng = np.random.RandomState(2)
    towns = rng.randint(0, 4, 30)
    result = []
    for binary in (True, False):
        y = (rng.rand(30) < 0.3 + towns / 10).astype(float) if binary else np.round(rng.randn(30) + towns, 3)
        for smooth in ("auto", 5.0):
            encodings, mean = encode(towns, y, smooth, 4)
            folds = (StratifiedKFold if binary else KFold)(5, shuffle=True, random_state=7)
            crossed = np.zeros(30)
            for train, test in folds.split(towns, y):
                own, _ = encode(towns[train], y[train], smooth, 4)
                crossed[test] = own[towns[test]]
            result.append({
                "smooth": smooth, "towns": ["abcd"[t] for t in towns], "y": plain(y), "mean": float(mean),
                "encodings": plain(encodings), "crossed": plain(crossed),
            })
    return result


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    inputs = {}
    for missing in (False, True):
        for positive in (False, True):
            fit, other = tables(missing, positive)
            inputs[f"{missing},{positive}".lower()] = {"fit": plain(fit), "other": plain(other)}
    lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases())
    parts = [f'"inputs":{json.dumps(inputs, separators=(",", ":"))}', f'"cases":[\n{lines}\n]']
    parts.append(f'"weighted":{json.dumps(weighted_cases(), separators=(",", ":"))}')
    parts.append(f'"target":{json.dumps(target_cases(), separators=(",", ":"))}')
    (OUT / "features.json").write_text("{\n" + ",\n".join(parts) + "\n}\n")
