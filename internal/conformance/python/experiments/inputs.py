import math

import torch
from torch import nn

# What the network is shown of each point, and its class.
train_rows = [
    [0, 1.546875, 0.765625, 0.625, 1.375, 1],
    [-1.5625, -1.5625, 1.5625, 1.4375, -0.796875, 0],
    [0.546875, -1.5625, -0.375, -1.546875, 0.296875, 0],
    [1.546875, 1.421875, -0.453125, 1.125, -1.296875, 1],
    [0.9375, -0.90625, 1.5625, 1.078125, -0.421875, 1],
    [-0.0625, 0.109375, 0.546875, -1.21875, -1.546875, 0],
    [-0.90625, -1.421875, 1.546875, 1.546875, -1.453125, 0],
    [-0.984375, -0.125, -1.390625, 1.078125, -1.09375, 0],
    [0.84375, -1.5625, -0.953125, 0.125, -0.359375, 0],
    [0.28125, -1.546875, 0.4375, -1.171875, 1.546875, 0],
    [1.140625, -0.703125, -0.5625, 0.796875, 1.28125, 1],
    [-1.5625, -0.84375, -0.921875, -1.359375, -0.953125, 0],
    [-0.96875, 1.359375, 1.546875, -0.828125, 0.875, 1],
    [-1.40625, 0.8125, -0.96875, 1.5625, 1.15625, 1],
    [-0.609375, -0.34375, 0.46875, 0.9375, -1.484375, 0],
]
held_out_rows = [
    [-1.09375, 1.5625, 1.46875, -1.328125, -1.390625, 0],
    [0.578125, -1.265625, 0.90625, -1.46875, -0.265625, 0],
    [0.4375, 0.125, 0.578125, 1.390625, -1.359375, 1],
    [-0.765625, -1.546875, 1.375, 0.984375, -0.8125, 0],
    [-1.34375, -0.125, -1.546875, 0.09375, -1.515625, 0],
]

torch.manual_seed(42)


def to_data(rows):
    x = torch.tensor([row[:-1] for row in rows], dtype=torch.float32)
    y = torch.tensor([[row[5]] for row in rows], dtype=torch.float32)
    return x, y


train_x, train_y = to_data(train_rows)
held_out = to_data(held_out_rows) if held_out_rows else None

model = nn.Sequential(
    nn.Linear(5, 4),
    nn.ReLU(),
    nn.Linear(4, 1),
)
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.02, weight_decay=0)


def loss_of(x, y):
    return criterion(model(x), y)


rows = len(train_rows)
batch_size = min(4, rows)
for epoch in range(1, 20 + 1):
    model.train()
    order = torch.randperm(rows) if batch_size < rows else torch.arange(rows)
    total = 0.0
    for start in range(0, rows, batch_size):
        own = order[start:start + batch_size]
        loss = loss_of(train_x[own], train_y[own])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * len(own)
    model.eval()
    with torch.no_grad():
        held = loss_of(*held_out).item() if held_out else math.nan
    print(f"epoch {epoch} loss {total / rows:.6f} held-out {held:.6f}")
