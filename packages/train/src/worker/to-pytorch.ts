import type { Points } from './messages.js';
import { layersOf } from './network-code.js';
import { scriptParts } from './script-parts.js';
import type { ExperimentOptions, ExperimentSpec } from './spec.js';

const FEATURE: Record<ExperimentSpec['features'][number], string> = {
  x: 'x',
  y: 'y',
  xx: 'x * x',
  yy: 'y * y',
  xy: 'x * y',
  sinX: 'math.sin(math.pi * x)',
  sinY: 'math.sin(math.pi * y)',
};

/**
 * An experiment as a PyTorch script, with its points. With the engine `torch` it prints the losses that a session gives, but
 * for the last digits; with `seedrandom` its first weights are others.
 *
 * @param epochs - how long it trains; 100 when left out.
 * @throws `ExperimentError` for what {@link experiment} refuses, and for points that are none.
 * @example
 * ```ts
 * import { toPyTorch } from '@kindling/train/worker';
 * const points = {
 *   xy: Float32Array.of(0, 0, 1, 1),
 *   labels: Uint8Array.of(0, 1),
 *   heldOut: Uint8Array.of(0, 0),
 * };
 * const code = toPyTorch({ engine: 'torch', seed: 7 }, points);
 * console.log(code.includes('torch.manual_seed(7)')); // => true
 * ```
 */
export function toPyTorch(options: ExperimentOptions, points: Points, epochs = 100): string {
  const { spec, train, heldOut } = scriptParts('toPyTorch', options, points, epochs);
  const { optimizer, schedule, penalty, loss, seed, engine, batchSize } = spec;
  const decay = penalty.name === 'L2' ? penalty.rate : 0;
  const momentum = optimizer.name === 'SGD' && optimizer.momentum > 0 ? `, momentum=${optimizer.momentum}` : '';
  const scheduled = schedule.name !== 'none';
  const logits = loss === 'BCEWithLogitsLoss' ? 'model(x)' : 'torch.sigmoid(model(x))';
  const note =
    engine === 'torch' ? '' : '# The first weights are not those of the page, which drew them with seedrandom.\n';
  return `${note}import math

import torch
from torch import nn

${spec.inputs > 0 ? '# What the network is shown of each point, and its class.' : '# x, y and the class of each point.'}
train_rows = [${train}
]
held_out_rows = [${heldOut}
]

torch.manual_seed(${seed})


${
  spec.inputs > 0
    ? ''
    : `def features(x, y):
    return [${spec.features.map((name) => FEATURE[name]).join(', ')}]


`
}def to_data(rows):
    x = torch.tensor([${spec.inputs > 0 ? 'row[:-1]' : 'features(row[0], row[1])'} for row in rows], dtype=torch.float32)
    y = torch.tensor([[row[${spec.inputs || 2}]] for row in rows], dtype=torch.float32)
    return x, y


train_x, train_y = to_data(train_rows)
held_out = to_data(held_out_rows) if held_out_rows else None

model = nn.Sequential(
${layersOf(spec, 'nn.')
  .map((line) => `    ${line},\n`)
  .join('')})
criterion = nn.${loss}()
optimizer = torch.optim.${optimizer.name}(model.parameters(), lr=${optimizer.lr}${momentum}, weight_decay=${decay})
${scheduled ? `schedule = ${scheduleOf(spec)}\n` : ''}

def loss_of(x, y):
    return criterion(${logits}, y)


rows = len(train_rows)
batch_size = ${batchSize === 0 ? 'rows' : `min(${batchSize}, rows)`}
for epoch in range(1, ${epochs} + 1):
    model.train()
    order = torch.randperm(rows) if batch_size < rows else torch.arange(rows)
    total = 0.0
    for start in range(0, rows, batch_size):
        own = order[start:start + batch_size]
        loss = loss_of(train_x[own], train_y[own])
        optimizer.zero_grad()
${
  penalty.name === 'L1'
    ? `        (loss + ${penalty.rate} * sum(weight.abs().sum() for weight in model.parameters())).backward()\n`
    : '        loss.backward()\n'
}        optimizer.step()
        total += loss.item() * len(own)
${scheduled ? '    schedule.step()\n' : ''}    model.eval()
    with torch.no_grad():
        held = loss_of(*held_out).item() if held_out else math.nan
    print(f"epoch {epoch} loss {total / rows:.6f} held-out {held:.6f}")
`;
}

function scheduleOf({ schedule: { name, every, gamma } }: ExperimentSpec): string {
  const of = 'torch.optim.lr_scheduler';
  if (name === 'StepLR') return `${of}.StepLR(optimizer, step_size=${every}, gamma=${gamma})`;
  if (name === 'ExponentialLR') return `${of}.ExponentialLR(optimizer, gamma=${gamma} ** (1 / ${every}))`;
  return `${of}.CosineAnnealingLR(optimizer, T_max=${every})`;
}
