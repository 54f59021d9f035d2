"""A fresh process until the end of the first training step, in ms on standard output: PyTorch's src/startup/kindling.mjs."""

import time

start = time.perf_counter()
import torch

imported = time.perf_counter()
model = torch.nn.Sequential(torch.nn.Linear(60, 180), torch.nn.ReLU(), torch.nn.Linear(180, 1), torch.nn.Sigmoid())
optimizer = torch.optim.Adam(model.parameters(), lr=1e-4)
x = torch.sin(torch.arange(600, dtype=torch.float32)).reshape(10, 60)
y = (torch.arange(10) % 2).float().reshape(10, 1)
loss = torch.nn.BCELoss()(model(x), y)
loss.backward()
optimizer.step()
value = loss.item()
end = time.perf_counter()
print(f'{{"import": {(imported - start) * 1e3}, "total": {(end - start) * 1e3}, "loss": {value}}}')
