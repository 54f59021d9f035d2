import type { Entry } from './catalogue.ts';
import type { MlpLayers } from './mlp.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import type { Network } from './work.ts';

const MLP: Network = { sizes: [100, 256, 256, 1], hidden: 'relu', output: 'none' };

/** Work between a small step and a large product. */
export function middle(predicted: Network, quick: boolean): Entry[] {
  const entries: Entry[] = [
    ...networks(),
    ...OPERATIONS.flatMap((name) =>
      sizesOf(name)
        .filter((size) => !quick || size === 1e5)
        .map((size) => operation(name, size)),
    ),
    {
      id: 'middle: predict 100000 rows',
      title: 'predict 100000 rows (sonar wide)',
      work: { kind: 'predict', network: predicted, rows: 100_000, inParts: true },
      tolerance: 1e-4,
    },
  ];
  return entries.map((entry) => ({ ...entry, section: 'middle' }));
}

function networks(): Entry[] {
  const mlp = (title: string, layers: MlpLayers, by: 'step' | 'epoch'): Entry => ({
    id: `middle: ${title}`,
    title,
    work: { kind: 'mlp', layers, by, lr: 1e-3, checkSteps: by === 'step' ? 10 : 1 },
    tolerance: 1e-3,
  });
  return [
    mlp(`MLP step: 128x${MLP.sizes.join('-')}, Adam`, 'plain', 'step'),
    mlp('MLP epoch: 10000 rows in batches of 128', 'plain', 'epoch'),
    mlp('MLP step with batch norm, dropout, cross entropy', 'batch norm and dropout', 'step'),
    mlp('MLP step with layer norm and residuals', 'layer norm and residual', 'step'),
  ];
}

function sizesOf(name: OperationName): readonly number[] {
  if (name === 'cross entropy, both ways') return [128_000];
  return ['exp', 'sigmoid', 'tanh'].includes(name) ? [1e4, 1e5, 1e6] : [1e5, 1e6];
}

function operation(name: OperationName, size: number): Entry {
  const on = size === 128_000 ? '128 x 1000' : `1e${Math.log10(size)}`;
  const title = `${name} on ${on}`;
  // Sums of terms of both signs are far smaller than their parts.
  const tolerance = /^(sum|mean|cumsum)/.test(name) ? 1e-2 : 1e-4;
  return { id: `middle: ${title}`, title, work: { kind: 'operation', name, size }, tolerance };
}
