import type { Points } from './messages.js';
import { layersOf } from './network-code.js';
import { scriptParts } from './script-parts.js';
import { type ExperimentOptions, type ExperimentSpec, widthOf } from './spec.js';

const FEATURE: Record<ExperimentSpec['features'][number], string> = {
  x: 'x',
  y: 'y',
  xx: 'x * x',
  yy: 'y * y',
  xy: 'x * y',
  sinX: 'Math.sin(Math.PI * x)',
  sinY: 'Math.sin(Math.PI * y)',
};

/**
 * An experiment as a program of its own, with its points: it prints the losses that a session gives for it.
 *
 * @param epochs - how long it trains; 100 when left out.
 * @throws `ExperimentError` for what {@link experiment} refuses, and for points that are none.
 * @example
 * ```ts
 * import { toTypeScript } from '@kindling/train/worker';
 * const points = {
 *   xy: Float32Array.of(0, 0, 1, 1),
 *   labels: Uint8Array.of(0, 1),
 *   heldOut: Uint8Array.of(0, 0),
 * };
 * const code = toTypeScript({ layers: [{ units: 3, activation: 'Tanh' }] }, points);
 * console.log(code.includes('new Linear(2, 3),\n  new Tanh(),\n  new Linear(3, 1),')); // => true
 * ```
 */
export function toTypeScript(options: ExperimentOptions, points: Points, epochs = 100): string {
  const { spec, train, heldOut } = scriptParts('toTypeScript', options, points, epochs);
  const { optimizer, schedule, penalty, loss, seed, engine, batchSize } = spec;
  const layers = layersOf(spec);
  const nn = new Set([...layers.map((line) => /new (\w+)/.exec(line)![1]!), 'Sequential', loss]);
  const decay = penalty.name === 'L2' ? `, weightDecay: ${penalty.rate}` : '';
  const momentum = optimizer.name === 'SGD' && optimizer.momentum > 0 ? `, momentum: ${optimizer.momentum}` : '';
  const scheduled = schedule.name !== 'none';
  const logits = loss === 'BCEWithLogitsLoss' ? 'model(x)' : 'sigmoid(model(x))';
  const core = ['defaultGenerator', 'manualSeed', 'noGrad', 'setBackend', 'tensor'];
  if (loss !== 'BCEWithLogitsLoss') core.push('sigmoid');
  const setup = engine === 'torch' ? `manualSeed(${seed}, { engine: TorchGenerator });` : `manualSeed(${seed});`;
  const whole = batchSize === 0;
  return `// npm install @kindling/tensor-core @kindling/backend-cpu @kindling/nn @kindling/optim
import { cpu } from '@kindling/backend-cpu';
import { ${[...nn].sort().join(', ')} } from '@kindling/nn';
import { ${optimizer.name} } from '@kindling/optim';
${scheduled ? `import { ${schedule.name} } from '@kindling/optim/lr-scheduler';\n` : ''}import { ${core.sort().join(', ')} } from '@kindling/tensor-core';
${engine === 'torch' ? "import { TorchGenerator } from '@kindling/tensor-core/torch';\n" : ''}
${spec.inputs > 0 ? '// What the network is shown of each point, and its class.' : '// x, y and the class of each point.'}
const trainRows: number[][] = [${train}
];
const heldOutRows: number[][] = [${heldOut}
];

setBackend(await cpu());
${setup}

const features = ${
    spec.inputs > 0
      ? '(row: number[]) => row.slice(0, -1)'
      : `([x, y]: number[]) => [${spec.features.map((name) => FEATURE[name]).join(', ')}]`
  };
const toData = (rows: number[][]) => ({
  x: tensor(rows.flatMap((row) => features(row))).reshape(rows.length, ${widthOf(spec)}),
  y: tensor(rows.map((row) => row[${spec.inputs || 2}]!)).reshape(rows.length, 1),
});
const train = toData(trainRows);
const heldOut = heldOutRows.length > 0 ? toData(heldOutRows) : null;

const model = new Sequential(
${layers.map((line) => `  ${line},\n`).join('')});
const criterion = new ${loss}();
const optimizer = new ${optimizer.name}(model.parameters(), { lr: ${optimizer.lr}${momentum}${decay} });
${scheduled ? `const schedule = ${scheduleOf(spec)};\n` : ''}const lossOf = ({ x, y }: typeof train) => criterion(${logits}, y);

const rows = trainRows.length;
const batchSize = ${whole ? 'rows' : `Math.min(${batchSize}, rows)`};
for (let epoch = 1; epoch <= ${epochs}; epoch++) {
  model.train();
  const order = batchSize < rows ? defaultGenerator().permutation(rows) : null;
  let total = 0;
  for (let start = 0; start < rows; start += batchSize) {
    const end = Math.min(start + batchSize, rows);
    const own = order === null ? null : tensor(order.slice(start, end));
    const batch =
      own === null ? train : { x: train.x.indexSelect(0, own), y: train.y.indexSelect(0, own) };
    const loss = lossOf(batch);
    optimizer.zeroGrad();
${
  penalty.name === 'L1'
    ? `    let wanted = loss;
    for (const weight of model.parameters()) wanted = wanted.add(weight.abs().sum().mul(${penalty.rate}));
    wanted.backward();
`
    : '    loss.backward();\n'
}    optimizer.step();
    total += loss.item() * (end - start);
  }
${scheduled ? '  schedule.step();\n' : ''}  model.eval();
  const held = heldOut === null ? Number.NaN : noGrad(() => lossOf(heldOut)).item();
  console.log(\`epoch \${epoch} loss \${(total / rows).toFixed(6)} held-out \${held.toFixed(6)}\`);
}
`;
}

function scheduleOf({ schedule: { name, every, gamma } }: ExperimentSpec): string {
  if (name === 'StepLR') return `new StepLR(optimizer, { stepSize: ${every}, gamma: ${gamma} })`;
  if (name === 'ExponentialLR') return `new ExponentialLR(optimizer, { gamma: ${gamma} ** (1 / ${every}) })`;
  return `new CosineAnnealingLR(optimizer, { tMax: ${every} })`;
}
