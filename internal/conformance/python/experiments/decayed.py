import math

import torch
from torch import nn

# x, y and the class of each point.
train_rows = [
    [0.338333726, 1.08063304, 0], [0.380155593, 0.197150424, 0], [0.0233200602, 1.01618922, 0], [-0.766661406, -0.419035673, 0],
    [-0.751872003, -0.142601103, 0], [-0.162928715, -0.877373457, 0], [-0.222275972, -0.896493971, 0], [-0.252940744, -0.422151595, 0],
    [-0.307841152, -1.09819102, 0], [-0.148348913, 0.983059704, 1], [-0.902089179, 0.831199944, 1], [-0.975400746, 0.667191744, 1],
    [0.333921432, -0.767956436, 1], [-0.92662257, 0.247774392, 1], [1.05259728, -0.868993878, 1], [0.183827549, -1.02102757, 1],
    [0.0315349661, -0.469640315, 1], [-0.307120681, 0.225065067, 1],
]
held_out_rows = [
    [0.0782489106, 0.320183188, 0], [0.822144747, 0.278752983, 0], [-0.52702409, -0.611441851, 0], [0.390989631, -0.718437135, 1],
    [-0.564842701, 0.573741436, 1], [0.333488584, -0.738418877, 1],
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
    nn.Linear(2, 6),
    nn.SiLU(),
    nn.Linear(6, 1),
)
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.AdamW(model.parameters(), lr=0.03, weight_decay=0.1)
schedule = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5 ** (1 / 4))


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
    schedule.step()
    model.eval()
    with torch.no_grad():
        held = loss_of(*held_out).item() if held_out else math.nan
    print(f"epoch {epoch} loss {total / rows:.6f} held-out {held:.6f}")
