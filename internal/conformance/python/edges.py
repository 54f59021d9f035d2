"""Writes values/sklearn-edges.json: what scikit-learn says of inputs at the edge: one class only, ties, columns that do not vary,
all missing, no rows; what it refuses is "refused". And its searches, its DummyClassifier and LeaveOneOut.

Run on Debian 12: /usr/bin/python3 internal/conformance/python/edges.py
"""
import json
import math
import pathlib
import warnings

import numpy as np
from sklearn import dummy, metrics, model_selection, preprocessing, feature_selection
from sklearn.base import BaseEstimator

warnings.simplefilter("ignore")
OUT = pathlib.Path(__file__).resolve().parent.parent / "values" / "sklearn-edges.json"
NAN = math.nan


def plain(value):
    """NaN as null, the infinite as texts."""
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(one) for one in value]
    if isinstance(value, (float, np.floating)):
        return None if math.isnan(value) else str(value) if math.isinf(value) else float(value)
    return value.item() if isinstance(value, np.generic) else value


def asked(ask):
    try:
        return plain(ask())
    except (ValueError, IndexError):
        return "refused"


# ---- metrics ---------------------------------------------------------------------------------------------------------

CLASSES = {
    "no rows": ([], []), "one row": ([1], [1]), "one row, wrong": ([1], [0]), "only 0": ([0, 0, 0], [0, 0, 0]),
    "only 1": ([1, 1, 1], [1, 1, 1]), "1 never predicted": ([0, 1, 1, 0], [0, 0, 0, 0]),
    "1 never true": ([0, 0, 0, 0], [0, 1, 1, 0]), "all wrong": ([0, 1, 0, 1], [1, 0, 1, 0]),
}
SCORES = {
    "no rows": ([], []), "one row": ([1], [0.5]), "only 0": ([0, 0, 0], [0.1, 0.9, 0.9]), "only 1": ([1, 1, 1], [0.1, 0.9, 0.9]),
    "all tied": ([0, 1, 0, 1, 1], [0.5] * 5), "some tied": ([0, 1, 0, 1, 1], [0.2, 0.2, 0.7, 0.7, 0.7]),
    "certain": ([0, 1, 0, 1], [0.0, 1.0, 0.0, 1.0]), "certain and wrong": ([0, 1, 0, 1], [1.0, 0.0, 0.0, 1.0]),
}
MARKS = {
    "no label": ([[0, 0], [0, 0]], [[0, 0], [0, 0]]), "one label always": ([[1, 0], [1, 1]], [[1, 0], [1, 0]]),
    "half right": ([[1, 0], [0, 1]], [[1, 1], [0, 1]]), "all wrong": ([[1, 0], [0, 1]], [[0, 1], [1, 0]]),
}
OF_CLASSES = {
    "accuracyScore": metrics.accuracy_score, "balancedAccuracyScore": metrics.balanced_accuracy_score,
    "cohenKappaScore": metrics.cohen_kappa_score, "matthewsCorrcoef": metrics.matthews_corrcoef, "f1Score": metrics.f1_score,
    "precisionScore": metrics.precision_score, "recallScore": metrics.recall_score, "jaccardScore": metrics.jaccard_score,
    "hammingLoss": metrics.hamming_loss, "zeroOneLoss": metrics.zero_one_loss,
    "confusionMatrix": lambda y, p: metrics.confusion_matrix(y, p, labels=[0, 1]),
}
OF_SCORES = {
    "rocAucScore": metrics.roc_auc_score, "averagePrecisionScore": metrics.average_precision_score,
    "brierScoreLoss": lambda y, s: metrics.brier_score_loss(y, s, pos_label=1), "logLoss": lambda y, s: metrics.log_loss(y, s, labels=[0, 1]),
    "rocCurve": lambda y, s: list(metrics.roc_curve(y, s)), "precisionRecallCurve": lambda y, s: list(metrics.precision_recall_curve(y, s)),
    "detCurve": lambda y, s: list(metrics.det_curve(y, s)),
}
OF_MARKS = {
    "accuracyScore": metrics.accuracy_score, "zeroOneLoss": metrics.zero_one_loss, "hammingLoss": metrics.hamming_loss,
    "right": lambda y, p: metrics.accuracy_score(y, p, normalize=False), "wrong": lambda y, p: metrics.zero_one_loss(y, p, normalize=False),
    "weighted": lambda y, p: metrics.accuracy_score(y, p, sample_weight=[1, 3]),
}


def walk(inputs, functions):
    return [
        {"of": of, "name": name, "truth": y, "other": other, "is": asked(lambda: ask(y, other))}
        for of, (y, other) in inputs.items() for name, ask in functions.items()
    ]


# ---- transformers and splits -----------------------------------------------------------------------------------------

TABLES = {
    "one row": [[1.5, -2.0]], "constant": [[3.0, 0.0], [3.0, 0.0], [3.0, 0.0]], "tied": [[1.0, 2.0], [1.0, 2.0], [4.0, 2.0], [4.0, 5.0]],
    "one column missing": [[NAN, 1.0], [NAN, 2.0], [NAN, 4.0]], "all missing": [[NAN, NAN], [NAN, NAN]], "no rows": [],
    "tiny range": [[1.0, 1e-300], [1.0 + 2.0**-52, 2e-300]],
}
TRANSFORMERS = {
    "StandardScaler": preprocessing.StandardScaler, "MinMaxScaler": preprocessing.MinMaxScaler, "MaxAbsScaler": preprocessing.MaxAbsScaler,
    "RobustScaler": preprocessing.RobustScaler, "Normalizer": preprocessing.Normalizer, "Binarizer": preprocessing.Binarizer,
    "QuantileTransformer": lambda: preprocessing.QuantileTransformer(n_quantiles=2),
    "PolynomialFeatures": preprocessing.PolynomialFeatures, "VarianceThreshold": feature_selection.VarianceThreshold,
}


def transformed():
    for of, rows in TABLES.items():
        for name, make in TRANSFORMERS.items():
            table = np.array(rows, dtype=float).reshape(len(rows), 2)
            yield {"of": of, "name": name, "table": plain(rows), "is": asked(lambda: make().fit_transform(table))}


SPLITS = {
    "KFold": lambda: model_selection.KFold(3), "StratifiedKFold": lambda: model_selection.StratifiedKFold(3),
    "TimeSeriesSplit": lambda: model_selection.TimeSeriesSplit(n_splits=3), "LeaveOneOut": model_selection.LeaveOneOut,
}


def splits():
    for y in ([0], [0, 1], [0, 0, 0], [0, 1, 0], [0, 1, 0, 1, 1], [0, 0, 0, 1, 0], [2, 2, 1, 0, 1, 2, 0, 1, 0]):
        for name, make in SPLITS.items():
            ask = lambda: [[train, test] for train, test in make().split(np.zeros(len(y)), y)]
            yield {"name": name, "y": y, "is": asked(ask)}


# ---- searches and DummyClassifier ------------------------------------------------------------------------------------

class Near(BaseEstimator):
    """Says a number made of its parameters and of the mean of the rows that it saw."""

    def __init__(self, shift=0.0, factor=1.0):
        self.shift, self.factor = shift, factor

    def fit(self, x, y):
        self.mean_ = float(np.mean(y))
        return self

    def score(self, x, y):
        return -abs(self.factor * self.mean_ + self.shift - float(np.mean(y)))


def searches():
    y = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0]
    grid = {"shift": [-1.0, 0.0, 0.5], "factor": [1.0, 0.8]}
    folds = model_selection.KFold(3)
    for name, search in (
        ("gridSearch", model_selection.GridSearchCV(Near(), grid, cv=folds)),
        ("randomizedSearch", model_selection.RandomizedSearchCV(Near(), grid, n_iter=6, cv=folds, random_state=0)),
    ):
        found = search.fit(np.zeros((len(y), 1)), y)
        yield {
            "name": name, "y": y, "grid": grid, "params": list(found.cv_results_["params"]), "best": found.best_params_,
            "bestScore": float(found.best_score_), "scores": plain(found.cv_results_["mean_test_score"]),
            "ranks": plain(found.cv_results_["rank_test_score"]),
        }


def dummies():
    for y in ([1], [0, 0, 0], [1, 0, 0, 1], ["b", "a", "c", "b"]):
        for strategy, ours in (("prior", "prior"), ("most_frequent", "mostFrequent"), ("uniform", "uniform"), ("constant", {"constant": y[0]})):
            made = dummy.DummyClassifier(strategy=strategy, constant=y[0] if strategy == "constant" else None, random_state=0)
            made.fit(np.zeros((len(y), 1)), y)
            drawn = strategy == "uniform"
            yield {
                "y": y, "strategy": ours, "classes": plain(made.classes_), "prior": plain(made.class_prior_),
                "predict": None if drawn else plain(made.predict(np.zeros((2, 1)))), "proba": plain(made.predict_proba(np.zeros((2, 1)))),
            }


def mutual():
    rng = np.random.default_rng(20260301)
    for rows, kinds, classes in ((12, 2, 2), (30, 3, 2), (60, 5, 4)):
        y = np.concatenate([np.arange(classes), rng.integers(0, classes, rows - classes)])
        table = np.column_stack([rng.integers(0, kinds, rows), y * 2 - 1, (y + (rng.random(rows) < 0.3)) % classes, np.full(rows, 3)])
        scores = feature_selection.mutual_info_classif(table, y, discrete_features=True)
        yield {"y": plain(y), "table": plain(table), "scores": plain(scores)}


def main():
    parts = {
        "classes": walk(CLASSES, OF_CLASSES), "scores": walk(SCORES, OF_SCORES), "marks": walk(MARKS, OF_MARKS),
        "tables": transformed(), "splits": splits(), "searches": searches(), "dummies": dummies(), "mutual": mutual(),
    }
    lines = [
        f'"{name}":[\n' + ",\n".join(json.dumps(one, separators=(",", ":"), allow_nan=False) for one in cases) + "\n]"
        for name, cases in parts.items()
    ]
    OUT.write_text("{" + ",\n".join(lines) + "}\n")


if __name__ == "__main__":
    main()
