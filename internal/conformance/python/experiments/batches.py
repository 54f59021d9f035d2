import math

import torch
from torch import nn

# x, y and the class of each point.
train_rows = [
    [-1.13066447, 0.314421564, 0], [-0.0879067928, -0.715860724, 1], [0.398716897, -0.218575269, 0], [-1.35343516, -0.272577643, 0],
    [-0.513931274, -0.0206402987, 1], [0.344393611, 0.0693023577, 0], [1.28118968, -0.319810182, 1], [-0.417855829, 0.925049245, 0],
    [-0.417745501, 0.127915636, 1], [-0.133974373, -0.701716602, 1], [0.0220421292, 0.525435686, 0], [-0.010738329, 0.676768839, 0],
    [1.44792819, -0.0618429258, 1], [0.209832966, -0.811805844, 1], [-0.883006632, 0.621123791, 0], [-1.5271852, 0.0929001868, 0],
    [-0.238153577, -0.197512805, 1], [0.831493258, -0.690553248, 1],
]
held_out_rows = [
    [0.55151242, -0.881051838, 1], [-1.33450067, 0.148166001, 0], [0.339903802, 0.184869722, 0], [1.10879683, -0.400037348, 1],
    [1.53436184, 0.0736959875, 1], [-0.609188497, 0.837375939, 0],
]

torch.manual_seed(42)


def features(x, y):
    return [x, y, x * x, math.sin(math.pi * y)]


def to_data(rows):
    x = torch.tensor([features(row[0], row[1]) for row in rows], dtype=torch.float32)
    y = torch.tensor([[row[2]] for row in rows], dtype=torch.float32)
    return x, y


train_x, train_y = to_data(train_rows)
held_out = to_data(held_out_rows) if held_out_rows else None

model = nn.Sequential(
    nn.Linear(4, 5),
    nn.LayerNorm(5),
    nn.ReLU(),
    nn.Linear(5, 3),
    nn.GELU(),
    nn.Linear(3, 1),
)
criterion = nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.2, momentum=0.9, weight_decay=0)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=30)


def loss_of(x, y):
    return criterion(torch.sigmoid(model(x)), y)


rows = len(train_rows)
batch_size = min(5, rows)
for epoch in range(1, 20 + 1):
    model.train()
    order = torch.randperm(rows) if batch_size < rows else torch.arange(rows)
    total = 0.0
    for start in range(0, rows, batch_size):
        own = order[start:start + batch_size]
        loss = loss_of(train_x[own], train_y[own])
        optimizer.zero_grad()
        (loss + 0.002 * sum(weight.abs().sum() for weight in model.parameters())).backward()
        optimizer.step()
        total += loss.item() * len(own)
    schedule.step()
    model.eval()
    with torch.no_grad():
        held = loss_of(*held_out).item() if held_out else math.nan
    print(f"epoch {epoch} loss {total / rows:.6f} held-out {held:.6f}")
