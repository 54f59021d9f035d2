# %% 1
import torch
from sklearn.datasets import make_circles

torch.manual_seed(42)

data, target = make_circles(500, noise=0.02, random_state=42)
x = torch.tensor(data, dtype=torch.float32)
y = torch.tensor(target, dtype=torch.float32).unsqueeze(1)
print(x.shape, y.shape)

# %% 2
from torch import nn


def network(*hidden):
    layers = []
    inputs = 2
    for size in hidden:
        layers += [nn.Linear(inputs, size), nn.ReLU()]
        inputs = size
    return nn.Sequential(*layers, nn.Linear(inputs, 1))


small = network(2)
print(small)


# %% 3
def train(model, epochs):
    criterion = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    for _ in range(epochs):
        loss = criterion(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        right = (model(x) > 0) == (y > 0.5)
    return loss.item(), right.float().mean().item()


# %% 4
loss, accuracy = train(small, 500)
print(f"{loss:.4f} {accuracy:.2f}")

# %% 5
import matplotlib.pyplot as plt
import numpy as np

xs, ys = np.meshgrid(np.arange(-1.2, 1.2, 0.01), np.arange(-1.2, 1.2, 0.01))
grid = torch.tensor(np.column_stack([xs.ravel(), ys.ravel()]), dtype=torch.float32)
with torch.no_grad():
    plt.contourf(xs, ys, torch.sigmoid(small(grid)).reshape(xs.shape))
plt.scatter(x[:, 0], x[:, 1], c=y[:, 0])

# %% 6
loss, accuracy = train(network(1024, 1024), 500)
print(f"{loss:.3f} {accuracy:.2f}")

# %% 7
loss, accuracy = train(network(512, 1024, 512), 500)
print(f"{loss:.3f} {accuracy:.2f}")


# %% 8
def drawn(n):
    data, target = make_circles(n, noise=0.16, factor=0.6, random_state=n)
    x = torch.tensor(data, dtype=torch.float32)
    return x, torch.tensor(target, dtype=torch.float32).unsqueeze(1)


few, others = drawn(40), drawn(400)
able = nn.Sequential(nn.Linear(2, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 1))
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(able.parameters(), lr=0.003)
held_out = []
for _ in range(600):
    with torch.no_grad():
        held_out.append(criterion(able(others[0]), others[1]).item())
    loss = criterion(able(few[0]), few[1])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(held_out[-1] > 1.5 * min(held_out))
