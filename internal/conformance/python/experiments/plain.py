import math

import torch
from torch import nn

# x, y and the class of each point.
train_rows = [
    [-0.475803763, -1.05735338, 0], [-0.397491783, 0.333482683, 1], [0.898716867, 0.0314247347, 0], [1.01259029, -0.522577643, 0],
    [0.335273147, 0.236092255, 1], [0.750926018, 0.537569821, 0], [-0.0600638688, -0.479169369, 1], [-0.926196039, 0.685227811, 0],
    [0.532254517, -0.122084364, 1], [0.0208863597, 0.254032999, 1], [-0.132818609, 1.0196861, 0], [-0.426153332, 0.88316226, 0],
    [0.213435173, -0.419821799, 1], [-0.537563622, 0.153015584, 1], [-0.833617032, -0.538508236, 0], [0.43230781, -0.80485779, 0],
    [0.328099966, 0.482839435, 1], [-0.47363317, -0.255921245, 1],
]
held_out_rows = [
    [-0.540802419, -0.141230375, 1], [0.00675282069, -1.14247477, 0], [0.498650283, 0.760254323, 0], [-0.271063864, -0.283999205, 1],
    [0.424073249, -0.401304007, 1], [-0.966873646, 0.0975545123, 0],
]

torch.manual_seed(42)


def features(x, y):
    return [x, y]


def to_data(rows):
    x = torch.tensor([features(row[0], row[1]) for row in rows], dtype=torch.float32)
    y = torch.tensor([[row[2]] for row in rows], dtype=torch.float32)
    return x, y


train_x, train_y = to_data(train_rows)
held_out = to_data(held_out_rows) if held_out_rows else None

model = nn.Sequential(
    nn.Linear(2, 4),
    nn.Tanh(),
    nn.Linear(4, 1),
)
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=0)


def loss_of(x, y):
    return criterion(model(x), y)


rows = len(train_rows)
batch_size = rows
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
