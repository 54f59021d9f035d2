"""Writes values/sklearn-more-edges.json: what scikit-learn says at the edge (one class only, ties, columns that do not vary, all
missing, no rows) of rows of scores, calibration, decompositions, imputers, bins, encoders, scores of columns and splits by groups,
and what SciPy says of proportions of nothing and of all. What it refuses is "refused".

Run on Debian 12: /usr/bin/python3 internal/conformance/python/more_edges.py
"""
import json
import math
import pathlib

import numpy as np
from scipy import stats
from sklearn import calibration, decomposition, feature_selection, impute, isotonic, metrics, model_selection, preprocessing

from edges import asked, plain

OUT = pathlib.Path(__file__).resolve().parent.parent / "values" / "sklearn-more-edges.json"
NAN = math.nan


# ---- scores ----------------------------------------------------------------------------------------------------------

DECISIONS = {
    "no rows": ([], []), "one row": ([1], [0.5]), "only 0": ([0, 0, 0], [-1.0, 0.5, 2.0]), "all tied": ([0, 1, 0, 1], [0.25] * 4),
    "all 0": ([0, 1, 1], [0.0, 0.0, 0.0]), "at the margin": ([0, 1, 1], [-1.0, 1.0, 1.0]), "certain and wrong": ([0, 1], [1e300, -1e300]),
    "lengths": ([0, 1, 1], [0.5, 0.5]), "three classes, one score": ([0, 1, 2], [0.1, 0.2, 0.3]),
}
ROWS = {
    "all tied": ([0, 1, 2, 1], [[0.5] * 3] * 4), "one class of three": ([1, 1], [[0.2, 0.5, 0.3], [0.6, 0.2, 0.2]]),
    "tied with the best": ([0, 1, 2], [[0.4, 0.4, 0.2], [0.4, 0.4, 0.2], [0.2, 0.4, 0.4]]), "no rows": ([], []),
    "as many classes as asked for": ([0, 1, 2], [[0.6, 0.3, 0.1], [0.6, 0.3, 0.1], [0.6, 0.3, 0.1]]),
    "two columns": ([0, 1, 1], [[0.6, 0.4], [0.5, 0.5], [0.9, 0.1]]), "a column too few": ([0, 1, 2], [[0.6, 0.4], [0.5, 0.5], [0.9, 0.1]]),
    "an unknown class": ([0, 1, 3], [[0.6, 0.3, 0.1], [0.6, 0.3, 0.1], [0.6, 0.3, 0.1]]),
}
THREE = [0, 1, 2]


def of_scores():
    for of, (y, s) in DECISIONS.items():
        yield {"of": of, "name": "hinge", "y": y, "s": s, "is": asked(lambda: metrics.hinge_loss(y, s))}
        yield {"of": of, "name": "top1", "y": y, "s": s, "is": asked(lambda: metrics.top_k_accuracy_score(y, s, k=1))}
        yield {"of": of, "name": "auc", "y": y, "s": s, "is": asked(lambda: metrics.roc_auc_score(y, s))}
    for of, (y, s) in ROWS.items():
        yield {"of": of, "name": "hingeOfThree", "y": y, "s": s, "is": asked(lambda: metrics.hinge_loss(y, np.array(s), labels=THREE))}
        for k in (1, 2, 3):
            yield {"of": of, "name": f"top{k}OfThree", "y": y, "s": s, "is": asked(lambda: metrics.top_k_accuracy_score(y, s, k=k, labels=THREE))}
        for kind in ("ovr", "ovo"):
            yield {"of": of, "name": f"{kind}OfThree", "y": y, "s": s, "is": asked(lambda: metrics.roc_auc_score(y, s, multi_class=kind, labels=THREE))}


CALIBRATION = {
    "no rows": ([], []), "one row": ([1], [0.5]), "only 0": ([0, 0, 0], [0.1, 0.9, 0.9]), "only 1": ([1, 1], [0.2, 0.7]),
    "all tied": ([0, 1, 0, 1, 1], [0.5] * 5), "on the edges": ([0, 1, 0, 1, 1, 0], [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
    "certain": ([0, 1, 0, 1], [0.0, 1.0, 0.0, 1.0]), "above 1": ([0, 1], [0.5, 1.5]), "below 0": ([0, 1], [-0.5, 0.5]),
}


def of_calibration():
    for of, (y, p) in CALIBRATION.items():
        for strategy in ("uniform", "quantile"):
            for bins in (1, 5):
                ask = lambda: list(calibration.calibration_curve(y, p, n_bins=bins, strategy=strategy, pos_label=1))
                yield {"of": of, "y": y, "p": p, "nBins": bins, "strategy": strategy, "is": asked(ask)}


def of_isotonic():
    cases = {
        "two rows": ([0.0, 1.0], [0, 1]), "two rows, wrong": ([0.0, 1.0], [1, 0]), "all tied": ([0.5] * 4, [0, 1, 1, 1]), "all wrong": ([1.0, 2.0, 3.0, 4.0], [1, 1, 0, 0]),
        "tied ends": ([0.0, 0.0, 1.0, 2.0, 2.0], [0, 1, 0, 1, 0]), "far apart": ([-1e300, 0.0, 1e300], [0, 1, 1]), "near": ([1.0, 1.0 + 2**-52, 1.0 + 2**-51], [0, 1, 0]),
    }
    for of, (scores, y) in cases.items():
        grid = [-2.0, 0.0, 0.5, 1.0, 1.5, 2.5, 9.0]
        made = isotonic.IsotonicRegression(out_of_bounds="clip").fit(scores, y)
        yield {"of": of, "scores": scores, "y": y, "grid": grid, "is": plain(made.predict(grid))}


def of_proportions():
    for k, n in ((0, 1), (1, 1), (0, 1000000), (1000000, 1000000), (1, 1000000), (0, 0), (3, 2), (-1, 2)):
        for name in ("wilson", "exact"):
            yield {"k": k, "n": n, "method": name, "is": asked(lambda: list(stats.binomtest(k, n).proportion_ci(0.95, name)))}


# ---- transformers ----------------------------------------------------------------------------------------------------

TABLES = {
    "no rows": [], "one row": [[1.5, 2.0, 0.5]], "two rows": [[1.0, 2.0, 8.0], [2.0, 4.0, 1.0]],
    "constant": [[3.0, 1.0, 7.0]] * 4, "one column constant": [[3.0, 1.0, 2.0], [3.0, 2.0, 9.0], [3.0, 4.0, 4.0], [3.0, 8.0, 1.0]],
    "tied": [[1.0, 2.0, 5.0], [1.0, 2.0, 5.0], [4.0, 2.0, 5.0], [4.0, 5.0, 1.0], [4.0, 5.0, 1.0]],
    "one column missing": [[NAN, 1.0, 2.0], [NAN, 2.0, 1.0], [NAN, 4.0, 9.0]], "all missing": [[NAN] * 3] * 2,
    "one row missing": [[1.0, 2.0, 3.0], [NAN] * 3, [3.0, 2.0, 7.0], [5.0, 8.0, 1.0]],
    "below 0": [[-1.0, -2.0, 0.0], [-4.0, -2.0, 1.0], [3.0, 2.0, -7.0]],
    "one far off": [[0.0, 1.0, 1.0], [1.0, 0.0, 1.0], [1e12, 1.0, 0.0], [0.0, 1e-12, 2.0]],
}
MADE = {
    "PCA": ({}, lambda: decomposition.PCA(svd_solver="full")),
    "PCA, one": ({"nComponents": 1, "whiten": True}, lambda: decomposition.PCA(1, whiten=True, svd_solver="full")),
    "PCA, share": ({"nComponents": 0.9}, lambda: decomposition.PCA(0.9, svd_solver="full")),
    "PCA, too many": ({"nComponents": 4}, lambda: decomposition.PCA(4, svd_solver="full")),
    **{
        f"SimpleImputer, {ours}": ({"strategy": ours, "addIndicator": indicator, "keepEmptyFeatures": keep}, lambda theirs=theirs, indicator=indicator, keep=keep:
            impute.SimpleImputer(strategy=theirs, add_indicator=indicator, keep_empty_features=keep))
        for ours, theirs, indicator, keep in (("mean", "mean", False, False), ("median", "median", True, False), ("mostFrequent", "most_frequent", False, True))
    },
    "SimpleImputer, constant": ({"strategy": "constant", "fillValue": 7}, lambda: impute.SimpleImputer(strategy="constant", fill_value=7)),
    "KNNImputer": ({}, lambda: impute.KNNImputer()),
    "KNNImputer, near": ({"nNeighbors": 1, "weights": "distance"}, lambda: impute.KNNImputer(n_neighbors=1, weights="distance")),
    "KNNImputer, kept": ({"keepEmptyFeatures": True, "addIndicator": True}, lambda: impute.KNNImputer(keep_empty_features=True, add_indicator=True)),
    "PowerTransformer": ({}, lambda: preprocessing.PowerTransformer()),
    "PowerTransformer, plain": ({"standardize": False}, lambda: preprocessing.PowerTransformer(standardize=False)),
    "PowerTransformer, box-cox": ({"method": "box-cox"}, lambda: preprocessing.PowerTransformer(method="box-cox")),
    **{
        f"KBinsDiscretizer, {strategy}": ({"nBins": 3, "encode": "ordinal", "strategy": strategy}, lambda strategy=strategy:
            preprocessing.KBinsDiscretizer(3, encode="ordinal", strategy=strategy, subsample=None))
        for strategy in ("quantile", "uniform", "kmeans")
    },
    "KBinsDiscretizer, onehot": ({"nBins": 2, "strategy": "uniform"}, lambda: preprocessing.KBinsDiscretizer(2, encode="onehot-dense", strategy="uniform")),
}


def of_tables():
    for of, rows in TABLES.items():
        for name, (options, make) in MADE.items():
            table = np.array(rows, dtype=float).reshape(len(rows), 3)
            yield {"of": of, "name": name, "options": options, "table": plain(rows), "is": asked(lambda: make().fit_transform(table))}


def of_columns():
    labels = {"two classes": [0, 1, 0, 1, 1], "one class": [0] * 5, "one row a class": [0, 1, 2, 3, 4], "all but one": [0, 0, 0, 0, 1]}
    tables = {name: TABLES[name] for name in ("tied", "constant", "no rows", "one column constant", "below 0", "one column missing", "two rows")}
    for of, rows in tables.items():
        for which, y in labels.items():
            for name, ours, function in (("f_classif", "fClassif", feature_selection.f_classif), ("chi2", "chi2", feature_selection.chi2)):
                table, truth = np.array(rows, dtype=float).reshape(len(rows), 3), y[: len(rows)]
                ask = lambda: [*function(table, truth), feature_selection.SelectKBest(function, k=2).fit(table, truth).get_support().astype(float)]
                yield {"of": of, "which": which, "name": ours, "table": plain(rows), "y": truth, "is": asked(ask)}


# ---- encoders --------------------------------------------------------------------------------------------------------

CATEGORIES = {
    "no rows": ([], ["a"]), "one row": (["a"], ["a"]), "constant": (["a", "a", "a"], ["a"]), "new": (["a", "b"], ["c", "a"]),
    "empty text": (["", "a", " a"], ["", " a"]), "case": (["A", "a"], ["a", "A"]), "code points": (["\U0001f600", "\uffee", "z"], ["\uffee", "\U0001f600"]),
    "all as often": (["b", "a", "b", "a"], ["a", "b"]), "one rare": (["b", "a", "b", "a", "c"], ["c", "a", "b"]),
}
ENCODERS = {
    "OneHotEncoder": ({}, {}), "OneHotEncoder, ignore": ({"handleUnknown": "ignore"}, {"handle_unknown": "ignore"}),
    "OneHotEncoder, first": ({"drop": "first"}, {"drop": "first"}), "OneHotEncoder, ifBinary": ({"drop": "ifBinary"}, {"drop": "if_binary"}),
    "OneHotEncoder, rare": ({"minFrequency": 2, "handleUnknown": "infrequentIfExist"}, {"min_frequency": 2, "handle_unknown": "infrequent_if_exist"}),
    "OneHotEncoder, one": ({"maxCategories": 1}, {"max_categories": 1}), "OneHotEncoder, two": ({"maxCategories": 2}, {"max_categories": 2}),
    "OrdinalEncoder": ({}, {}),
    "OrdinalEncoder, -1": ({"handleUnknown": "useEncodedValue", "unknownValue": -1}, {"handle_unknown": "use_encoded_value", "unknown_value": -1}),
    "OrdinalEncoder, taken": ({"handleUnknown": "useEncodedValue", "unknownValue": 0}, {"handle_unknown": "use_encoded_value", "unknown_value": 0}),
}


def of_encoders():
    for of, (fit, other) in CATEGORIES.items():
        for name, (options, theirs) in ENCODERS.items():
            kind = name.split(",")[0]
            given = {**theirs, **({"sparse_output": False} if kind == "OneHotEncoder" else {})}
            column = lambda values: np.array(values, dtype=object).reshape(-1, 1)
            ask = lambda: getattr(preprocessing, kind)(**given).fit(column(fit)).transform(column(other))
            yield {"of": of, "name": name, "options": options, "fit": fit, "other": other, "is": asked(ask)}
        ask = lambda: preprocessing.LabelEncoder().fit(fit).transform(other)
        yield {"of": of, "name": "LabelEncoder", "options": {}, "fit": fit, "other": other, "is": asked(ask)}


# ---- splits ----------------------------------------------------------------------------------------------------------

GROUPED = {
    "one row": ([0], [0]), "one group": ([0, 1, 0, 1], [7, 7, 7, 7]), "two groups": ([0, 1, 0, 1], [1, 1, 2, 2]), "a group a row": ([0, 1, 0, 1, 1, 0], [3, 1, 4, 9, 5, 2]),
    "one class": ([0, 0, 0, 0, 0, 0], [1, 1, 2, 2, 3, 3]), "as large": ([0, 1, 0, 1, 0, 1], [1, 1, 2, 2, 3, 3]), "one large": ([0, 1, 0, 1, 0, 1, 1], [1, 1, 1, 1, 1, 2, 3]),
    "one row of a class": ([0, 0, 0, 0, 1], [1, 2, 3, 4, 5]), "a class a group": ([0, 0, 1, 1, 2, 2], [1, 1, 2, 2, 3, 3]),
}
SPLITS = {
    "GroupKFold": ({"nSplits": 3}, lambda: model_selection.GroupKFold(3)), "StratifiedGroupKFold": ({"nSplits": 3}, lambda: model_selection.StratifiedGroupKFold(3)),
    "StratifiedGroupKFold, shuffled": ({"nSplits": 2, "shuffle": True}, lambda: model_selection.StratifiedGroupKFold(2, shuffle=True, random_state=5)),
    "GroupShuffleSplit": ({"nSplits": 2}, lambda: model_selection.GroupShuffleSplit(2, random_state=5)),
    "GroupShuffleSplit, half": ({"nSplits": 2, "testSize": 0.5}, lambda: model_selection.GroupShuffleSplit(2, test_size=0.5, random_state=5)),
    "ShuffleSplit": ({"nSplits": 2}, lambda: model_selection.ShuffleSplit(2, random_state=5)),
    "ShuffleSplit, two": ({"nSplits": 2, "testSize": 2, "trainSize": 2}, lambda: model_selection.ShuffleSplit(2, test_size=2, train_size=2, random_state=5)),
    "StratifiedShuffleSplit": ({"nSplits": 2}, lambda: model_selection.StratifiedShuffleSplit(2, random_state=5)),
    "StratifiedShuffleSplit, half": ({"nSplits": 2, "testSize": 0.5}, lambda: model_selection.StratifiedShuffleSplit(2, test_size=0.5, random_state=5)),
    "RepeatedKFold": ({"nSplits": 2, "nRepeats": 2}, lambda: model_selection.RepeatedKFold(n_splits=2, n_repeats=2, random_state=5)),
    "RepeatedStratifiedKFold": ({"nSplits": 2, "nRepeats": 2}, lambda: model_selection.RepeatedStratifiedKFold(n_splits=2, n_repeats=2, random_state=5)),
    "PredefinedSplit": (None, None),
}
SEEDED = ("shuffled", "Shuffle", "Repeated")


def of_splits():
    for of, (y, groups) in GROUPED.items():
        for name, (options, make) in SPLITS.items():
            made = make or (lambda: model_selection.PredefinedSplit(groups))
            ask = lambda: [[train, test] for train, test in made().split(np.zeros(len(y)), y, groups)]
            seed = 5 if any(word in name for word in SEEDED) else None
            yield {"of": of, "name": name, "options": options, "seed": seed, "y": y, "groups": groups, "is": asked(ask)}


# ---- mutual information ----------------------------------------------------------------------------------------------

def of_information():
    rng = np.random.default_rng(20261126)
    for rows, classes, neighbors in ((24, 2, 3), (40, 2, 3), (80, 3, 5), (60, 4, 1)):
        y = np.concatenate([np.arange(classes), rng.integers(0, classes, rows - classes)])
        table = np.round(np.column_stack([rng.normal(size=rows) + y, np.repeat(7.5, rows), np.round(rng.normal(size=rows) + 0.3 * y, 1)]), 6)
        for discrete in (False, [False, True, False]):
            given = table if discrete is False else np.column_stack([table[:, 0], rng.integers(0, 3, rows), table[:, 2]])
            scores = feature_selection.mutual_info_classif(given, y, discrete_features=discrete, n_neighbors=neighbors, random_state=3)
            yield {"y": plain(y), "table": plain(given), "discreteFeatures": discrete, "nNeighbors": neighbors, "scores": plain(scores)}


def main():
    parts = {
        "scores": of_scores(), "calibration": of_calibration(), "isotonic": of_isotonic(), "proportions": of_proportions(), "tables": of_tables(), "columns": of_columns(),
        "encoders": of_encoders(), "splits": of_splits(), "information": of_information(),
    }
    lines = [
        f'"{name}":[\n' + ",\n".join(json.dumps(one, separators=(",", ":"), allow_nan=False) for one in cases) + "\n]"
        for name, cases in parts.items()
    ]
    OUT.write_text("{" + ",\n".join(lines) + "}\n")


if __name__ == "__main__":
    main()
