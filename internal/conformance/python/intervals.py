"""Writes values/metrics/intervals.json: what SciPy and R's pROC say of intervals and tests.

Run with Debian 12's own Python: /usr/bin/python3 internal/conformance/python/intervals.py
It asks Rscript (r-base-core, r-cran-proc) for DeLong's intervals and tests.
"""

import json
import pathlib
import subprocess

import numpy as np
from scipy import stats

OUT = pathlib.Path(__file__).resolve().parent.parent / "values" / "metrics" / "intervals.json"
rng = np.random.default_rng(7)

R = """
suppressMessages(library(pROC))
cases <- jsonlite::fromJSON(file("stdin"), simplifyVector = FALSE)
out <- lapply(cases, function(case) {
  y <- unlist(case$yTrue); a <- unlist(case$a); b <- unlist(case$b)
  ra <- roc(y, a, levels = c(0, 1), direction = "<", quiet = TRUE)
  rb <- roc(y, b, levels = c(0, 1), direction = "<", quiet = TRUE)
  test <- suppressWarnings(roc.test(ra, rb, method = "delong", paired = TRUE))
  list(interval = as.numeric(suppressWarnings(ci.auc(ra, conf.level = case$confidence, method = "delong"))),
       areas = c(as.numeric(auc(ra)), as.numeric(auc(rb))), z = as.numeric(test$statistic), p = as.numeric(test$p.value))
})
cat(jsonlite::toJSON(out, digits = 17, auto_unbox = TRUE))
"""


def delong_cases():
    for n, decimals, confidence in ((12, 1, 0.95), (40, 2, 0.9), (80, 1, 0.99), (200, 3, 0.95)):
        y = (rng.random(n) < 0.4).astype(int)
        y[:4] = [0, 1, 0, 1]
        a = np.round(rng.normal(size=n) + y, decimals)
        b = np.round(0.5 * a + rng.normal(size=n), decimals)
        yield {"yTrue": y.tolist(), "a": a.tolist(), "b": b.tolist(), "confidence": confidence}
    # All tied, all in order and in the wrong one: areas that do not vary.
    certain, wrong = [0.1, 0.2, 0.8, 0.9], [0.9, 0.8, 0.2, 0.1]
    for a, b in ((certain, [0.9, 0.2, 0.1, 0.8]), (certain, certain), (wrong, wrong), ([0.5] * 4, [0.5] * 4), ([0.5] * 4, [0.9, 0.2, 0.1, 0.8])):
        yield {"yTrue": [0, 0, 1, 1], "a": a, "b": b, "confidence": 0.95}


def proportions():
    for k, n in ((0, 1), (1, 1), (0, 20), (20, 20), (45, 50), (3, 1000), (500, 1000), (7, 9)):
        for confidence in (0.9, 0.95, 0.999):
            test = stats.binomtest(k, n)
            wilson = test.proportion_ci(confidence, "wilson")
            exact = test.proportion_ci(confidence, "exact")
            yield {"k": k, "n": n, "confidence": confidence, "wilson": list(wilson), "exact": list(exact)}


def mcnemar():
    for only_a, only_b in ((0, 0), (5, 1), (0, 9), (30, 12), (100, 101), (60, 20)):
        n = only_a + only_b
        exact = 1.0 if n == 0 else stats.binomtest(min(only_a, only_b), n, 0.5).pvalue
        corrected = 1.0 if n == 0 else stats.chi2.sf(max(0, abs(only_a - only_b) - 1) ** 2 / n, 1)
        yield {"onlyA": only_a, "onlyB": only_b, "exact": float(exact), "corrected": float(corrected)}


def t_tests():
    for k, ratio, confidence in ((5, 0.25, 0.95), (10, 1 / 9, 0.9), (30, 1 / 9, 0.99), (2, 1.0, 0.95)):
        a = rng.normal(0.85, 0.03, k)
        b = a - rng.normal(0.01, 0.02, k)
        d = a - b
        deviation = np.sqrt(d.var(ddof=1) * (1 / k + ratio))
        t = d.mean() / deviation
        reach = deviation * stats.t.ppf(0.5 + confidence / 2, k - 1)
        yield {
            "a": a.tolist(), "b": b.tolist(), "testOverTrain": ratio, "confidence": confidence,
            "t": float(t), "p": float(2 * stats.t.sf(abs(t), k - 1)),
            "low": float(d.mean() - reach), "high": float(d.mean() + reach),
            "student": [float(x) for x in stats.t.interval(confidence, k - 1, a.mean(), stats.sem(a))],
        }


delong = list(delong_cases())
answers = json.loads(
    subprocess.run(["Rscript", "-e", R], input=json.dumps(delong), capture_output=True, text=True, check=True).stdout
)
for case, answer in zip(delong, answers):
    case["expected"] = answer
OUT.write_text(
    json.dumps({"delong": delong, "proportions": list(proportions()), "mcnemar": list(mcnemar()), "tTests": list(t_tests())})
    + "\n"
)
print(OUT)
