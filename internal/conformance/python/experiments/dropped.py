import math

import torch
from torch import nn

# x, y and the class of each point.
train_rows = [
    [0.121768378, 0.0177210309, 0], [0.169170976, -0.124876067, 0], [0.0727156699, -0.447635114, 0], [-0.203443885, -0.328027725, 0],
    [-0.58451277, -0.0677835494, 0], [0.664947927, 0.576193869, 0], [0.961263418, -0.190893516, 0], [0.716216505, -0.840207696, 0],
    [-0.262326837, -1.00312543, 0], [-0.023059994, -0.132717997, 1], [-0.153542563, 0.100011542, 1], [-0.117322303, 0.406699866, 1],
    [0.165438831, 0.396183401, 1], [0.423122168, 0.0177610945, 1], [0.105969653, -0.769764841, 1], [-0.910712063, 0.0541318096, 1],
    [-0.719674885, 0.741281927, 1], [0.262085766, 1.25972545, 1],
]
held_out_rows = [
    [0.14462769, 0.0708035231, 0], [-0.452726185, 0.419253498, 0], [-0.0145649444, 0.662805498, 0], [-0.166972145, -0.183651462, 1],
    [0.41079095, -0.347216368, 1], [-0.581229091, -0.57956022, 1],
]

torch.manual_seed(7)


def features(x, y):
    return [x, y]


def to_data(rows):
    x = torch.tensor([features(row[0], row[1]) for row in rows], dtype=torch.float32)
    y = torch.tensor([[row[2]] for row in rows], dtype=torch.float32)
    return x, y


train_x, train_y = to_data(train_rows)
held_out = to_data(held_out_rows) if held_out_rows else None

model = nn.Sequential(
    nn.Linear(2, 6),
    nn.BatchNorm1d(6),
    nn.ReLU(),
    nn.Dropout(0.25),
    nn.Linear(6, 1),
)
criterion = nn.HuberLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=0.01)
schedule = torch.optim.lr_scheduler.StepLR(optimizer, step_size=5, gamma=0.5)


def loss_of(x, y):
    return criterion(torch.sigmoid(model(x)), y)


rows = len(train_rows)
batch_size = min(6, rows)
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
    schedule.step()
    model.eval()
    with torch.no_grad():
        held = loss_of(*held_out).item() if held_out else math.nan
    print(f"epoch {epoch} loss {total / rows:.6f} held-out {held:.6f}")
