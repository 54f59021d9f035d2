"""Calibration of scores as scikit-learn 1.2.1 does it; the temperature by SciPy's bounded search for the smallest log loss."""

import json
import pathlib

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.calibration import _SigmoidCalibration
from sklearn.isotonic import IsotonicRegression


def case(seed, n, scale, digits):
    rng = np.random.RandomState(seed)
    scores = np.round(rng.randn(n) * scale, digits)
    y = (rng.rand(n) < 1 / (1 + np.exp(-scores / scale - 0.3))).astype(int)
    grid = np.round(np.linspace(scores.min() - 1, scores.max() + 1, 23), 4)
    platt = _SigmoidCalibration().fit(scores, y)
    isotonic = IsotonicRegression(out_of_bounds="clip").fit(scores, y)

    def loss(inverse):
        z = inverse * scores
        return np.mean(np.logaddexp(0, z) - y * z)

    best = minimize_scalar(loss, bounds=(0, 20), method="bounded", options={"xatol": 1e-12})
    return {
        "scores": scores.tolist(),
        "targets": y.tolist(),
        "grid": grid.tolist(),
        "platt": platt.predict(grid).tolist(),
        "isotonic": isotonic.predict(grid).tolist(),
        "temperature": 1 / best.x,
    }


if __name__ == "__main__":
    path = pathlib.Path(__file__).resolve().parent.parent / "values" / "train" / "calibration.json"
    cases = [case(0, 40, 1.0, 3), case(1, 150, 4.0, 1), case(2, 60, 0.5, 1)]
    path.write_text(json.dumps(cases) + "\n")
