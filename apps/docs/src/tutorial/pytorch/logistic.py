# %% 1
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)


def gaussian_blobs(n):
    a = torch.randn(n // 2, 1)
    b = torch.randn(n // 2, 1) + 5
    x = torch.cat([torch.hstack([a, b]), torch.hstack([b, a])])
    return x, torch.cat([torch.ones(n // 2, 1), torch.zeros(n // 2, 1)])


loader = DataLoader(TensorDataset(*gaussian_blobs(200)), batch_size=10, shuffle=True)
held_x, held_y = gaussian_blobs(100)

# %% 2
from sklearn.metrics import accuracy_score, f1_score


def fit(model, loss_of, optimizer, epochs=30):
    for _ in range(epochs):
        model.train()
        for x, y in loader:
            loss = loss_of(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    model.eval()
    with torch.no_grad():
        said = (model(held_x) > 0.5).float()
    return f1_score(held_y, said, zero_division=0), accuracy_score(held_y, said)


logistic = nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
f1, _ = fit(logistic, nn.BCELoss(), torch.optim.SGD(logistic.parameters(), lr=0.01))
print(f1 > 0.98)


# %% 3
def size_after(weight_decay, l1):
    model = nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
    weight = model[0].weight
    bce = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, weight_decay=weight_decay)
    fit(model, lambda p, t: bce(p, t) + l1 * weight.abs().sum(), optimizer)
    return weight.detach().abs().sum().item()


free = size_after(0, 0)
print(size_after(0.1, 0) < free, size_after(0, 0.05) < free)

# %% 4
mlp = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1), nn.Sigmoid())
_, accuracy = fit(mlp, nn.BCELoss(), torch.optim.Adam(mlp.parameters(), lr=0.001))
print(accuracy > 0.98)
