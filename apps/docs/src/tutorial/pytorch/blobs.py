# %% 1
import torch

torch.manual_seed(42)

n = 20
a = torch.randn(n // 2, 1)
b = torch.randn(n // 2, 1) + 5
x = torch.cat([torch.hstack([a, b]), torch.hstack([b, a])])
y = torch.cat([torch.ones(n // 2, 1), torch.zeros(n // 2, 1)])
print(x.shape, y.shape)
print(x.narrow(0, 0, 3))

# %% 2
from torch import nn

model = nn.Sequential(nn.Linear(2, 100), nn.Sigmoid(), nn.Linear(100, 1), nn.Sigmoid())
print(model)

# %% 3
print(model(torch.randn(5, 2)).shape)
print(model(torch.randn(5, 2)).detach())

# %% 4
criterion = nn.BCELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
weight = model[0].weight


def step():
    loss = criterion(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    before = weight.detach().clone()
    gradient = weight.grad.abs().sum().item()
    optimizer.step()
    update = (weight.detach() - before).abs().sum().item()
    return loss.item(), gradient, update


first, gradient, update = step()
print(f"{first:.4f}")
print(f"{update / gradient:.4f}")

# %% 5
losses = [first]
for epoch in range(2, 101):
    losses.append(step()[0])
    print(f"Epoch: {epoch}, train loss: {losses[-1]:.4f}")

# %% 6
with torch.no_grad():
    probabilities = model(x)
of_class_1, of_class_0 = probabilities.split(n // 2)
print(of_class_1.mean(), of_class_0.mean())

right = (probabilities > 0.5) == (y > 0.5)
print(right.float().mean().item())

# %% 7
import matplotlib.pyplot as plt
import numpy as np

xs, ys = np.meshgrid(np.linspace(-3, 8, 200), np.linspace(-3, 8, 200))
points = torch.tensor(np.column_stack([xs.ravel(), ys.ravel()]), dtype=torch.float32)
with torch.no_grad():
    scores = model(points).reshape(200, 200)
plt.contourf(xs, ys, scores, levels=20)
plt.scatter(x[:, 0], x[:, 1], c=y[:, 0])

# %% 8
figure, (left, right) = plt.subplots(1, 2)
left.contourf(xs, ys, scores, levels=20)
left.scatter(x[:, 0], x[:, 1], c=y[:, 0])
right.plot(losses)

# %% 9
# PyTorch has no fit: the loop above is what one writes.
