import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');
const here = join(import.meta.dirname, '..');
const require = createRequire(join(here, 'package.json'));

/** What a stranger runs first: it trains on exclusive or, plots, and prints what must be the same everywhere. */
export const program = `import { cpu } from '@kindling/backend-cpu';
import { StandardScaler } from '@kindling/data';
import { accuracy } from '@kindling/metrics';
import { BCELoss, Linear, Sequential, Sigmoid } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { StepLR } from '@kindling/optim/lr-scheduler';
import { manualSeed, setBackend, tensor } from '@kindling/tensor-core';
import { fit } from '@kindling/train';
import { lossCurve, toSvg } from '@kindling/viz';

setBackend(await cpu({ threads: 1 }));
manualSeed(42);
const rows = new StandardScaler().fitTransform([[0, 0], [0, 2], [2, 0], [2, 2]]);
const x = tensor(rows);
const y = tensor([[0], [1], [1], [0]]);
const model = new Sequential(new Linear(2, 8), new Sigmoid(), new Linear(8, 1), new Sigmoid());
const optimizer = new SGD(model.parameters(), { lr: 2, momentum: 0.9 });
const schedule = new StepLR(optimizer, { stepSize: 100 });
const { loss } = await fit(model, { loss: new BCELoss(), optimizer, trainData: { x, y }, epochs: 200 });
const guess = Array.from(await model(x).round().data());
const drawn = toSvg(lossCurve({ series: [{ values: loss }] })).startsWith('<svg');
const result = [accuracy([0, 1, 1, 0], guess), Math.min(...loss) < 0.05, typeof schedule.step, drawn].join(' ');
console.log(result);
if (typeof document === 'object' && document.body) document.body.textContent = result;
else if (typeof postMessage === 'function') postMessage(result);
`;

/** What {@link program} prints. */
export const expected = '1 true function true';

/** A program of a package that the matrix installs: the file that its command runs. */
export function tool(name: string, command = name): string {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest) as { bin: string | Record<string, string> };
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]!);
}

/** The folder of a package that the matrix installs. */
export const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** The Nodes that packages are run on, by version. */
export const nodes: Record<string, string> = {
  '20.19': nodeIn(join(root, 'internal/oldest-node')),
  '22': nodeIn(here),
  '24': nodeIn(root),
};

function nodeIn(folder: string): string {
  const file = join(folder, 'node_modules/node/bin/node');
  if (!existsSync(file)) throw new Error(`no Node was installed in ${file}`);
  return file;
}

/** Runs a Node program and returns what it prints; what it says on standard error is part of the error. */
export function run(
  cwd: string,
  args: readonly string[],
  node = process.execPath,
  env: NodeJS.ProcessEnv = {},
): string {
  return execFileSync(node, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NEXT_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      ...env,
    },
  });
}

/** npm, with nothing but what it is told. */
export function npm(cwd: string, args: readonly string[]): string {
  return execFileSync('npm', [...args, '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
