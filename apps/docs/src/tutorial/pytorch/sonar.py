# %% 1
import numpy as np
import pandas as pd
import torch
from sklearn.preprocessing import LabelEncoder

torch.manual_seed(0)
np.random.seed(0)

sonar = pd.read_csv("sonar.csv", header=None)
encoder = LabelEncoder()
x = torch.tensor(sonar.iloc[:, :60].values, dtype=torch.float32)
y = torch.tensor(encoder.fit_transform(sonar[60]), dtype=torch.float32).reshape(-1, 1)
print(x.shape, y.shape, encoder.classes_)

# %% 2
from sklearn.model_selection import train_test_split

train_x, test_x, train_y, test_y = train_test_split(x, y, train_size=0.7, shuffle=True)
print(len(train_x), len(test_x))

# %% 3
from torch import nn


def wide():
    return nn.Sequential(nn.Linear(60, 180), nn.ReLU(), nn.Linear(180, 1), nn.Sigmoid())


def deep():
    return nn.Sequential(
        nn.Linear(60, 60),
        nn.ReLU(),
        nn.Linear(60, 60),
        nn.ReLU(),
        nn.Linear(60, 60),
        nn.ReLU(),
        nn.Linear(60, 1),
        nn.Sigmoid(),
    )


def size(model):
    return sum(p.numel() for p in model.parameters())


print(size(wide()), size(deep()))

# %% 4
torch.manual_seed(0)

# %% 5
import copy

from sklearn.model_selection import StratifiedKFold


def fit(model, train, validation, epochs, batch_size=10):
    criterion = nn.BCELoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-4)
    best, weights = -1.0, None
    for _ in range(epochs):
        model.train()
        for start in range(0, len(train[0]), batch_size):
            loss = criterion(model(train[0][start:start + batch_size]), train[1][start:start + batch_size])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        model.eval()
        with torch.no_grad():
            accuracy = (model(validation[0]).round() == validation[1]).float().mean().item()
        if accuracy > best:
            best, weights = accuracy, copy.deepcopy(model.state_dict())
    model.load_state_dict(weights)
    return best


folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)
train_rows, test_rows = next(folds.split(train_x, train_y))
print(len(train_rows), len(test_rows))
own = (train_x[train_rows], train_y[train_rows])
print(fit(wide(), own, (train_x[test_rows], train_y[test_rows]), 30))


# %% 6
def cross_validate(design, epochs=300):
    scores = []
    for rows, held in StratifiedKFold(n_splits=5, shuffle=True).split(train_x, train_y):
        own, others = (train_x[rows], train_y[rows]), (train_x[held], train_y[held])
        scores.append(fit(design(), own, others, epochs))
    return np.mean(scores), np.std(scores)


torch.manual_seed(0)
of_wide, of_deep = cross_validate(wide), cross_validate(deep)
print(f"wide: {of_wide[0]:.1%} (+/- {of_wide[1]:.1%})")
print(f"deep: {of_deep[0]:.1%} (+/- {of_deep[1]:.1%})")

# %% 7
design = deep if of_deep[0] > of_wide[0] else wide
model = design()
fit(model, (train_x, train_y), (test_x, test_y), 300)

# %% 8
from sklearn.metrics import roc_auc_score, roc_curve

with torch.no_grad():
    probabilities = model(test_x)
for p, label in zip(probabilities[:5], test_y[:5]):
    print(f"{p.item():.4f} -> {int(p > 0.5)} (expected {int(label)})")
print(f"{roc_auc_score(test_y, probabilities):.3f}")
fpr, tpr, _ = roc_curve(test_y, probabilities)

# %% 9
own_x, inner_x, own_y, inner_y = train_test_split(train_x, train_y, train_size=0.8, stratify=train_y, random_state=0)
honest = design()
fit(honest, (own_x, own_y), (inner_x, inner_y), 300)
with torch.no_grad():
    print(roc_auc_score(test_y, honest(test_x)) > 0.75)
