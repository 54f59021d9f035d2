"""Writes values/metrics/*.json: what scikit-learn 1.2.1 says of random cases.

Run with Debian 12's own Python: /usr/bin/python3 internal/conformance/python/metrics.py
A number that is not finite (an undefined score) is written as null; a list of cases a file, each with its inputs and every expected number.
"""

import json
import pathlib
import warnings

import numpy as np
import sklearn
from sklearn import metrics as m
from sklearn.calibration import calibration_curve

OUT = pathlib.Path(__file__).resolve().parent.parent / "values" / "metrics"
warnings.simplefilter("ignore")


def plain(value):
    """NumPy values as JSON's: arrays as lists, NaN as null."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(item) for item in value]
    if isinstance(value, (np.bool_, bool)):
        return bool(value)
    if isinstance(value, (np.integer, int)):
        return int(value)
    if isinstance(value, (np.floating, float)):
        return float(value) if np.isfinite(value) else None
    return value


def draw_weights(rng, kind, n):
    if kind is None:
        return None
    if kind == "counts":
        return rng.integers(1, 4, n)
    weights = np.round(rng.gamma(1.0, 1.0, n), 4)
    if kind == "zeros":
        weights[rng.random(n) < 0.3] = 0.0
        weights[rng.integers(n)] = 1.0
    return weights


def label_case(rng, labels, n, weights_kind, zero_division, skill):
    labels = np.array(labels)
    y_true = rng.choice(labels, n)
    y_pred = np.where(rng.random(n) < skill, y_true, rng.choice(labels, n))
    weights = draw_weights(rng, weights_kind, n)
    w = {"sample_weight": weights}
    z = {"zero_division": zero_division}
    present = np.union1d(y_true, y_pred)
    expected = {
        "accuracy": m.accuracy_score(y_true, y_pred, **w),
        "right": m.accuracy_score(y_true, y_pred, normalize=False, **w),
        "matthews": m.matthews_corrcoef(y_true, y_pred, **w),
        "kappa": {str(k): m.cohen_kappa_score(y_true, y_pred, weights=k, **w) for k in (None, "linear", "quadratic")},
        "balanced": m.balanced_accuracy_score(y_true, y_pred, **w),
        "adjusted": m.balanced_accuracy_score(y_true, y_pred, adjusted=True, **w),
        "confusion": {str(k): m.confusion_matrix(y_true, y_pred, normalize=k, **w) for k in (None, "true", "pred", "all")},
        "perClass": m.precision_recall_fscore_support(y_true, y_pred, **w, **z),
        "averages": {},
        "specificity": {},
        "report": m.classification_report(y_true, y_pred, digits=3, **z) if weights is None else None,
    }
    positive = max(labels)
    averages = ["macro", "micro", "weighted"] + (["binary"] if len(present) == 2 and positive in present else [])
    if len(labels) > 2:
        subset = [int(v) for v in labels[1:]]
        if np.isin(y_true, subset).any():
            expected["subset"] = {
                "labels": subset,
                "confusion": m.confusion_matrix(y_true, y_pred, labels=subset, **w),
                "macro": m.f1_score(y_true, y_pred, labels=subset, average="macro", **w, **z),
                "micro": m.f1_score(y_true, y_pred, labels=subset, average="micro", **w, **z),
                "weighted": m.f1_score(y_true, y_pred, labels=subset, average="weighted", **w, **z),
                "report": m.classification_report(y_true, y_pred, labels=subset, **z) if expected["report"] else None,
            }
    mcm = m.multilabel_confusion_matrix(y_true, y_pred, **w)
    tn, fp, tp, fn = mcm[:, 0, 0], mcm[:, 0, 1], mcm[:, 1, 1], mcm[:, 1, 0]
    for average in averages:
        kw = dict(average=average, pos_label=positive, **w, **z)
        expected["averages"][average] = [
            m.precision_score(y_true, y_pred, **kw),
            m.recall_score(y_true, y_pred, **kw),
            m.f1_score(y_true, y_pred, **kw),
            m.fbeta_score(y_true, y_pred, beta=2, **kw),
            m.fbeta_score(y_true, y_pred, beta=0.5, **kw),
        ]
        with np.errstate(all="ignore"):
            each = np.where(tn + fp == 0, zero_division, tn / (tn + fp))
            expected["specificity"][average] = {
                "macro": lambda: each.mean(),
                "micro": lambda: tn.sum() / (tn + fp).sum() if (tn + fp).sum() else zero_division,
                "weighted": lambda: np.average(each, weights=tp + fn),
                "binary": lambda: m.recall_score(y_true, y_pred, pos_label=min(present), **w, **z),
            }[average]()
    return {
        "yTrue": y_true, "yPred": y_pred, "sampleWeight": weights, "zeroDivision": zero_division,
        "posLabel": positive, "expected": expected,
    }


def label_cases():
    rng = np.random.default_rng(20260101)
    sets = [[0, 1], [-1, 1], [0, 1, 2], [3, 7, 11], [0, 1, 2, 3, 4], list(range(9))]
    for labels in sets:
        for n in (1, 2, 5, 17, 60):
            for weights in (None, "counts", "reals", "zeros"):
                yield label_case(rng, labels, n, weights, int(rng.integers(2)), rng.choice([0.0, 0.5, 0.8]))


def draw_scores(rng, y, kind):
    n = len(y)
    scores = rng.normal(size=n) + y
    if kind == "ties":
        return np.round(scores)
    if kind == "few":
        return np.round(scores, 1)
    if kind == "constant":
        return np.full(n, 0.25)
    return np.round(scores, 6)


def ranking_case(rng, labels, n, kind, weights_kind):
    while True:
        truth = rng.integers(0, 2, n)
        weights = draw_weights(rng, weights_kind, n)
        live = truth if weights is None else truth[weights != 0]
        if len(np.unique(live)) == 2:
            break
    scores = draw_scores(rng, truth, kind)
    y_true = np.array(labels)[truth]
    positive = labels[1]
    kw = {"pos_label": positive, "sample_weight": weights}
    return {
        "yTrue": y_true, "yScore": scores, "sampleWeight": weights, "posLabel": positive,
        "expected": {
            "roc": m.roc_curve(y_true, scores, **kw),
            "rocAll": m.roc_curve(y_true, scores, drop_intermediate=False, **kw),
            "auc": m.roc_auc_score(y_true, scores, sample_weight=weights),
            "partial": [m.roc_auc_score(y_true, scores, max_fpr=f, sample_weight=weights) for f in (0.1, 0.5, 1.0)],
            "pr": m.precision_recall_curve(y_true, scores, **kw),
            "ap": m.average_precision_score(y_true, scores, **kw),
        },
    }


def ranking_cases():
    rng = np.random.default_rng(20260102)
    for labels in ([0, 1], [-1, 1], [1, 2]):
        for n in (2, 5, 20, 50):
            for kind in ("fine", "few", "ties", "constant"):
                for weights in (None, "reals", "zeros") if n > 2 else (None,):
                    yield ranking_case(rng, labels, n, kind, weights)


def probability_case(rng, n, kind, weights_kind):
    y_true = rng.integers(0, 2, n)
    y_true[:2] = [0, 1]
    prob = 1 / (1 + np.exp(-(2 * y_true - 1 + rng.normal(size=n) * 1.5)))
    prob = {"fine": np.round(prob, 6), "few": np.round(prob, 1), "extreme": np.round(prob)}[kind]
    weights = draw_weights(rng, weights_kind, n)
    return {
        "yTrue": y_true, "yProb": prob, "sampleWeight": weights,
        "expected": {
            "logLoss": m.log_loss(y_true, prob, sample_weight=weights),
            "logLossSum": m.log_loss(y_true, prob, sample_weight=weights, normalize=False),
            "logLossEps": m.log_loss(y_true, prob, sample_weight=weights, eps=1e-3),
            "brier": m.brier_score_loss(y_true, prob, sample_weight=weights),
            "calibration": [
                {"nBins": bins, "strategy": s, "curve": calibration_curve(y_true, prob, n_bins=bins, strategy=s)}
                for bins in (1, 5, 10) for s in ("uniform", "quantile")
            ],
        },
    }


def multiclass_case(rng, classes, n, kind, weights_kind):
    y_true = np.concatenate([np.arange(classes), rng.integers(0, classes, n - classes)])
    logits = rng.normal(size=(n, classes)) + 1.5 * np.eye(classes)[y_true]
    prob = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    if kind == "few":
        prob = np.array([rng.multinomial(10, row) for row in prob]) / 10
    weights = draw_weights(rng, weights_kind, n)
    auc = {}
    for average in ("macro", "micro", "weighted"):
        auc["ovr " + average] = m.roc_auc_score(y_true, prob, multi_class="ovr", average=average, sample_weight=weights)
        if average != "micro":
            auc["ovo " + average] = m.roc_auc_score(y_true, prob, multi_class="ovo", average=average)
    return {
        "yTrue": y_true, "yProb": prob, "sampleWeight": weights,
        "expected": {"auc": auc, "logLoss": m.log_loss(y_true, prob, sample_weight=weights)},
    }


def probability_cases():
    rng = np.random.default_rng(20260103)
    for n in (2, 10, 60):
        for kind in ("fine", "few", "extreme"):
            for weights in (None, "reals", "zeros"):
                yield probability_case(rng, n, kind, weights)


def multiclass_cases():
    rng = np.random.default_rng(20260104)
    for classes in (3, 5):
        for n in (12, 40):
            for kind in ("fine", "few"):
                for weights in (None, "reals"):
                    yield multiclass_case(rng, classes, n, kind, weights)


def main():
    assert sklearn.__version__ == "1.2.1", sklearn.__version__
    OUT.mkdir(parents=True, exist_ok=True)
    files = {
        "labels": label_cases, "ranking": ranking_cases, "probabilities": probability_cases,
        "multiclass": multiclass_cases,
    }
    for name, cases in files.items():
        text = ",\n".join(json.dumps(plain(case), separators=(",", ":"), allow_nan=False) for case in cases())
        (OUT / f"{name}.json").write_text(f"[\n{text}\n]\n")


if __name__ == "__main__":
    main()
