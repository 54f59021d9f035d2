"""Writes values/metrics/more.json: what scikit-learn 1.2.1 and SciPy say of random cases, for the metrics that metrics.py leaves out.

Run with Debian 12's own Python: /usr/bin/python3 internal/conformance/python/more_metrics.py
Curves with dropped points follow scikit-learn 1.3's rule, written out here, because 1.2.1 has no such option.
"""

import json
import warnings

import numpy as np
import sklearn
from scipy import stats
from sklearn import metrics as m
from sklearn.calibration import calibration_curve

from metrics import OUT, draw_scores, draw_weights, plain

warnings.simplefilter("ignore")


def label_case(rng, labels, n, weights_kind, zero_division):
    y_true = rng.choice(labels, n)
    y_pred = np.where(rng.random(n) < 0.5, y_true, rng.choice(labels, n))
    weights = draw_weights(rng, weights_kind, n)
    w = {"sample_weight": weights}
    averages = ["macro", "micro", "weighted"]
    if len(np.union1d(y_true, y_pred)) == 2 and len(labels) == 2:
        averages.append("binary")
    return {
        "yTrue": y_true, "yPred": y_pred, "sampleWeight": weights, "zeroDivision": zero_division, "posLabel": labels[-1],
        "zeroOne": m.zero_one_loss(y_true, y_pred, **w),
        "wrong": m.zero_one_loss(y_true, y_pred, normalize=False, **w),
        "hamming": m.hamming_loss(y_true, y_pred, **w),
        "jaccard": {
            a: m.jaccard_score(y_true, y_pred, average=a, pos_label=labels[-1], zero_division=zero_division, **w)
            for a in averages
        },
    }


def label_cases():
    rng = np.random.default_rng(20260201)
    for labels in ([0, 1], [-1, 1], [0, 1, 2], [3, 7, 11, 20]):
        for n in (1, 3, 12, 30):
            for weights in (None, "reals", "zeros"):
                yield label_case(rng, labels, n, weights, int(rng.integers(2)))


def mark_cases():
    rng = np.random.default_rng(20260202)
    for n, width in ((2, 2), (5, 3), (9, 4)):
        for kind in (None, "reals"):
            y_true, y_pred = rng.integers(0, 2, (2, n, width))
            weights = draw_weights(rng, kind, n)
            yield {
                "yTrue": y_true, "yPred": y_pred, "sampleWeight": weights,
                "hamming": m.hamming_loss(y_true, y_pred, sample_weight=weights),
            }


def multilabel_cases():
    rng = np.random.default_rng(20260212)
    for n, width, share in ((2, 2, 0.5), (6, 3, 0.5), (12, 4, 0.3), (9, 3, 0.1), (30, 5, 0.6)):
        for kind in (None, "reals"):
            for zero_division in (0, 1):
                y_true = (rng.random((n, width)) < share).astype(int)
                y_pred = np.where(rng.random((n, width)) < 0.6, y_true, rng.random((n, width)) < share)
                y_score = np.round(rng.random((n, width)) + 0.4 * y_true, 1)
                weights = draw_weights(rng, kind, n)
                w = {"sample_weight": weights}
                z = {"zero_division": zero_division, **w}
                averages = ("macro", "micro", "weighted", "samples")
                one = {
                    "yTrue": y_true, "yPred": y_pred, "yScore": y_score, "sampleWeight": weights, "zeroDivision": zero_division,
                    "f1": {a: m.f1_score(y_true, y_pred, average=a, **z) for a in averages},
                    "precision": {a: m.precision_score(y_true, y_pred, average=a, **z) for a in averages},
                    "recall": {a: m.recall_score(y_true, y_pred, average=a, **z) for a in averages},
                    "jaccard": {a: m.jaccard_score(y_true, y_pred, average=a, **z) for a in averages},
                    "someF2": m.fbeta_score(y_true, y_pred, beta=2, labels=[0, 1], average="macro", **z),
                    "averagePrecision": {a: m.average_precision_score(y_true, y_score, average=a, **w) for a in averages},
                }
                area = {}
                for a in averages:
                    try:
                        area[a] = m.roc_auc_score(y_true, y_score, average=a, **w)
                    except ValueError:
                        area[a] = None
                yield {**one, "rocAuc": area}


def row_cases():
    rng = np.random.default_rng(20260203)
    for classes in (3, 5):
        for n in (8, 20):
            for kind in ("fine", "ties"):
                for weights_kind in (None, "reals"):
                    y_true = np.concatenate([np.arange(classes), rng.integers(0, classes, n - classes)])
                    scores = np.round(rng.normal(size=(n, classes)) + np.eye(classes)[y_true], 4 if kind == "fine" else 0)
                    weights = draw_weights(rng, weights_kind, n)
                    w = {"sample_weight": weights}
                    yield {
                        "yTrue": y_true, "scores": scores, "sampleWeight": weights,
                        "hinge": m.hinge_loss(y_true, scores, **w),
                        "topK": [m.top_k_accuracy_score(y_true, scores, k=k, **w) for k in range(1, classes)],
                    }


def drop_intermediate(y_true, scores, positive, weights):
    """scikit-learn 1.3: of points with the same true positives only the first and the last stay."""
    precision, recall, thresholds = m.precision_recall_curve(y_true, scores, pos_label=positive, sample_weight=weights)
    fps, tps, t = m._ranking._binary_clf_curve(y_true, scores, pos_label=positive, sample_weight=weights)
    if len(fps) > 2:
        keep = np.concatenate([[True], np.logical_or(np.diff(tps[:-1]), np.diff(tps[1:])), [True]])
        fps, tps, t = fps[keep], tps[keep], t[keep]
    return [np.append((tps / (tps + fps))[::-1], 1), np.append((tps / tps[-1])[::-1], 0), t[::-1]]


def ranking_case(rng, labels, n, kind, weights_kind):
    truth = np.concatenate([[0, 1], rng.integers(0, 2, n - 2)])
    scores = draw_scores(rng, truth, kind)
    weights = draw_weights(rng, weights_kind, n)
    y_true = np.array(labels)[truth]
    kw = {"pos_label": labels[1], "sample_weight": weights}
    fps, tps, t = m._ranking._binary_clf_curve(y_true, scores, **kw)
    counts = [tps, fps, tps[-1] - tps, fps[-1] - fps]
    return {
        "yTrue": y_true, "yScore": scores, "sampleWeight": weights, "posLabel": labels[1],
        "det": m.det_curve(y_true, scores, **kw),
        "prDropped": drop_intermediate(y_true, scores, labels[1], weights),
        "hinge": m.hinge_loss(y_true, scores, sample_weight=weights),
        "top1": m.top_k_accuracy_score(y_true, scores, k=1, sample_weight=weights),
        "ks": stats.ks_2samp(scores[truth == 1], scores[truth == 0]).statistic if weights is None else None,
        "counts": [c[::-1] for c in counts], "thresholds": t[::-1],
        "gain": [np.append(0, (fps + tps) / (fps + tps)[-1]), np.append(0, tps / tps[-1])],
    }


def ranking_cases():
    rng = np.random.default_rng(20260204)
    for labels in ([0, 1], [1, 2]):
        for n in (3, 8, 25):
            for kind in ("fine", "few", "ties", "constant"):
                for weights in (None, "reals"):
                    yield ranking_case(rng, labels, n, kind, weights)


def weighted_calibration(y_true, prob, weight, bins, strategy):
    """The curve and both errors with weights, in scikit-learn's bins."""
    edges = np.linspace(0, 1, bins + 1) if strategy == "uniform" else np.percentile(prob, np.linspace(0, 1, bins + 1) * 100)
    place = np.searchsorted(edges[1:-1], prob)
    held = [place == bin for bin in range(bins) if (place == bin).any()]
    true = [np.average(y_true[one], weights=weight[one]) for one in held]
    pred = [np.average(prob[one], weights=weight[one]) for one in held]
    gaps = np.abs(np.array(true) - pred)
    sums = [weight[one].sum() for one in held]
    return {"probTrue": true, "probPred": pred, "counts": sums, "expected": [float(np.average(gaps, weights=sums)), float(gaps.max())]}


def calibration_error(y_true, prob, bins, strategy):
    """From scikit-learn's own bins: its curve, with the number of samples a bin counted beside it."""
    true, pred = calibration_curve(y_true, prob, n_bins=bins, strategy=strategy)
    if strategy == "uniform":
        edges = np.linspace(0.0, 1.0, bins + 1)
    else:
        edges = np.percentile(prob, np.linspace(0, 1, bins + 1) * 100)
    counts = np.bincount(np.searchsorted(edges[1:-1], prob), minlength=bins)
    counts = counts[counts > 0]
    gaps = np.abs(true - pred)
    return [(counts * gaps).sum() / len(prob), gaps.max()]


def probability_cases():
    rng = np.random.default_rng(20260205)
    for n in (2, 10, 40):
        for digits in (1, 5):
            y_true = np.concatenate([[0, 1], rng.integers(0, 2, n - 2)])
            prob = np.round(1 / (1 + np.exp(-(2 * y_true - 1 + rng.normal(size=n) * 1.5))), digits)
            weight = np.round(np.random.default_rng(n + digits).random(n) + 0.05, 2)
            yield {
                "yTrue": y_true, "yProb": prob,
                "errors": [
                    {"nBins": bins, "strategy": s, "expected": calibration_error(y_true, prob, bins, s)}
                    for bins in (1, 10, 15) for s in ("uniform", "quantile")
                ],
                "weight": weight,
                "weighted": [{"nBins": bins, "strategy": s, **weighted_calibration(y_true, prob, weight, bins, s)} for bins in (1, 6) for s in ("uniform", "quantile")],
            }


def main():
    assert sklearn.__version__ == "1.2.1", sklearn.__version__
    parts = {
        "labels": label_cases, "marks": mark_cases, "multilabel": multilabel_cases, "rows": row_cases, "ranking": ranking_cases,
        "probabilities": probability_cases,
    }
    lines = []
    for name, cases in parts.items():
        text = ",\n".join(json.dumps(plain(case), separators=(",", ":"), allow_nan=False) for case in cases())
        lines.append(f'"{name}":[\n{text}\n]')
    (OUT / "more.json").write_text("{" + ",\n".join(lines) + "}\n")


if __name__ == "__main__":
    main()
