"""Times the same work on tables as src/tables/child.ts, in pandas and scikit-learn; prints a JSON object of milliseconds."""
import json
import sys
import time
import warnings

import numpy
import pandas
import sklearn.metrics as metrics
from sklearn.model_selection import KFold, cross_val_score
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, QuantileTransformer, RobustScaler, StandardScaler

warnings.filterwarnings('ignore')
file, times = sys.argv[1], int(sys.argv[2])
random = numpy.random.default_rng(0)
matrix = random.normal(3, 2, (50_000, 60))
texts = numpy.array(['Bern', 'Basel', 'Chur', 'Genf', 'Lugano'], dtype=object)[random.integers(0, 5, (50_000, 4))]
scores = random.random(200_000)
truth = (random.random(200_000) < scores).astype(int)
guess = (scores > 0.5).astype(int)
x = random.normal(size=(2000, 20)).astype(numpy.float32)
y = numpy.arange(2000) % 2
network = MLPClassifier(32, batch_size=32, max_iter=20, n_iter_no_change=20)

work = {
    'CSV, 50,000 x 61': lambda: pandas.read_csv(file),
    'StandardScaler, fit': lambda: StandardScaler().fit(matrix),
    'StandardScaler, fit and transform': lambda: StandardScaler().fit_transform(matrix),
    'MinMaxScaler, fit and transform': lambda: MinMaxScaler().fit_transform(matrix),
    'RobustScaler, fit and transform': lambda: RobustScaler().fit_transform(matrix),
    'QuantileTransformer, fit and transform': lambda: QuantileTransformer().fit_transform(matrix),
    'OneHotEncoder, fit and transform': lambda: OneHotEncoder().fit_transform(texts).toarray(),
    'accuracy, 200,000': lambda: metrics.accuracy_score(truth, guess),
    'log loss, 200,000': lambda: metrics.log_loss(truth, scores),
    'ROC curve, 200,000': lambda: metrics.roc_curve(truth, scores),
    'ROC AUC, 200,000': lambda: metrics.roc_auc_score(truth, scores),
    'precision-recall curve, 200,000': lambda: metrics.precision_recall_curve(truth, scores),
    'average precision, 200,000': lambda: metrics.average_precision_score(truth, scores),
    'cross-validation, 5 x 20 epochs of 20-32-1': lambda: cross_val_score(network, x, y, cv=KFold(5)),
}


def median_of(run):
    """The median of some runs, after one that does not count."""
    run()
    found = []
    for _ in range(times):
        began = time.perf_counter()
        run()
        found.append(1000 * (time.perf_counter() - began))
    return sorted(found)[times // 2]


print(json.dumps({name: median_of(run) for name, run in work.items()}))
