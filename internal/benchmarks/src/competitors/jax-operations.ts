import { grad, jit, nn, numpy as np, scipySpecial as special } from '@jax-js/jax';
import { sample } from '../tasks/inputs.ts';
import { type OperationName, operands, ROW, SHORT_ROW } from '../tasks/operations.ts';
import type { OperationWork, Trial } from '../tasks/work.ts';

/** The operations that jax-js has, each as one jitted function; reading and writing tensors is not compared. */
export function operate({ name, size }: OperationWork): Trial | undefined {
  const made = operations[name]?.(size);
  if (made === undefined) return undefined;
  const operation = jit(made.operation);
  const call = (): np.Array => operation(...made.inputs.map((input) => input.ref));
  const run = async (n: number): Promise<void> => {
    for (let i = 0; i < n; i++) {
      const result = call();
      // What nobody waits for is never computed.
      await result.blockUntilReady();
      result.dispose();
    }
  };
  const release = (): void => {
    for (const input of made.inputs) input.dispose();
  };
  return { run, check: () => sample(call().dataSync()), release };
}

interface Prepared {
  readonly inputs: readonly np.Array[];
  readonly operation: (...inputs: np.Array[]) => np.Array;
}

const flat = (size: number): np.Array => np.array(operands.x(size));
const other = (size: number): np.Array => np.array(operands.other(size));
const rows = (size: number, row: number): np.Array => flat(size).reshape([-1, row]);
const whole = (size: number, below: number): np.Array => np.array(operands.indices(size, below));
const onFlat =
  (operation: (x: np.Array) => np.Array) =>
  (size: number): Prepared => ({ inputs: [flat(size)], operation });
const onRows =
  (operation: (x: np.Array) => np.Array, row = ROW) =>
  (size: number): Prepared => ({ inputs: [rows(size, row)], operation });
const rowsByIndex = (size: number): Prepared => ({
  inputs: [rows(size, SHORT_ROW), whole(size / SHORT_ROW, size / SHORT_ROW)],
  operation: (x, index) => np.take(x!, index!, 0),
});

const operations: Readonly<Partial<Record<OperationName, (size: number) => Prepared>>> = {
  relu: onFlat(nn.relu),
  add: (size) => ({ inputs: [flat(size), other(size)], operation: (x, y) => np.add(x!, y!) }),
  'times a number': onFlat((x) => x.mul(1.5)),
  sqrt: (size) => ({ inputs: [np.array(operands.positive(size))], operation: (x) => np.sqrt(x!) }),
  exp: onFlat(np.exp),
  sigmoid: onFlat(nn.sigmoid),
  tanh: onFlat(np.tanh),
  'softmax of rows of 100': onRows((x) => nn.softmax(x, -1), SHORT_ROW),
  'softmax of rows of 1000': onRows((x) => nn.softmax(x, -1)),
  'cross entropy, both ways'(size) {
    const count = size / ROW;
    const loss = (x: np.Array, classes: np.Array): np.Array =>
      nn
        .logSoftmax(x, -1)
        .mul(nn.oneHot(classes, ROW))
        .sum()
        .mul(-1 / count);
    const gradient = grad(loss);
    return { inputs: [rows(size, ROW), whole(count, ROW)], operation: (x, classes) => gradient(x!, classes!) };
  },
  sum: onFlat((x) => np.sum(x)),
  'sum(0)': onRows((x) => np.sum(x, 0)),
  'sum(1)': onRows((x) => np.sum(x, 1)),
  mean: onFlat((x) => np.mean(x)),
  'mean(0)': onRows((x) => np.mean(x, 0)),
  'mean(1)': onRows((x) => np.mean(x, 1)),
  max: onFlat((x) => np.max(x)),
  'max(0)': onRows((x) => np.max(x, 0)),
  'max(1)': onRows((x) => np.max(x, 1)),
  gt: (size) => ({ inputs: [flat(size), other(size)], operation: (x, y) => np.greater(x!, y!) }),
  where(size) {
    const [x, y] = [flat(size), other(size)];
    const condition = np.greater(x.ref, y.ref);
    return { inputs: [condition, x, y], operation: (c, a, b) => np.where(c!, a!, b!) };
  },
  gelu: onFlat((x) => nn.gelu(x, { approximate: false })),
  erf: onFlat((x) => special.erf(x)),
  cumsum: onFlat((x) => np.cumsum(x)),
  sort: onFlat((x) => np.sort(x)),
  indexSelect: rowsByIndex,
  cat: (size) => ({
    inputs: [flat(size / 2), other(size / 2)],
    operation: (a, b) => np.concatenate([a!, b!]),
  }),
  Embedding: rowsByIndex,
  gather: (size) => ({
    inputs: [rows(size, ROW), whole(size, ROW).reshape([-1, ROW])],
    operation: (x, index) => np.takeAlongAxis(x!, index!, 1),
  }),
  transpose: onRows((x) => np.transpose(x)),
};
