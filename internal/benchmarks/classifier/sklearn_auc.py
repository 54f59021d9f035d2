"""The five-fold AUC of scikit-learn's logistic regression and MLP on the CSV files here, with the usual preprocessing; writes folds.json.

The folds are drawn twice, or as often as an argument says."""
import glob
import json
import sys
import warnings

import numpy
import pandas
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

warnings.filterwarnings('ignore')


def preprocessing(data):
    numbers = [name for name in data if data[name].dtype != object]
    texts = [name for name in data if data[name].dtype == object]
    return ColumnTransformer([
        ('n', make_pipeline(SimpleImputer(strategy='median', add_indicator=True), StandardScaler()), numbers),
        ('c', make_pipeline(SimpleImputer(strategy='constant', fill_value='missing'), OneHotEncoder(handle_unknown='ignore')), texts),
    ])


repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 2
found = {}
for file in sorted(glob.glob('*.csv')):
    data = pandas.read_csv(file)
    labels = data.pop('y')
    positive = sorted(labels.unique())[1]
    y = (labels == positive).astype(int).values
    areas, folds = {'lr': [], 'mlp': []}, []
    for seed in range(repeats if len(data) < 5000 else 1):
        for train, test in StratifiedKFold(5, shuffle=True, random_state=seed).split(data, y):
            folds.append({'train': train.tolist(), 'test': test.tolist()})
            for name, model in (('lr', LogisticRegression(max_iter=1000)), ('mlp', MLPClassifier(random_state=0))):
                pipeline = make_pipeline(preprocessing(data), model).fit(data.iloc[train], y[train])
                areas[name].append(roc_auc_score(y[test], pipeline.predict_proba(data.iloc[test])[:, 1]))
    means = {name: numpy.mean(values) for name, values in areas.items()}
    found[file[:-4]] = {'folds': folds, 'positive': positive, **means}
    print(file, len(data), means, flush=True)
with open('folds.json', 'w') as out:
    json.dump(found, out)
