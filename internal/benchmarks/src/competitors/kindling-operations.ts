import { BatchNorm2d, CrossEntropyLoss, Embedding, Parameter } from '@kindling/nn';
import { RMSprop } from '@kindling/optim';
import { cat, gelu, mul, noGrad, scope, type Tensor, tensor, where } from '@kindling/tensor-core';
import { sample } from '../tasks/inputs.ts';
import { IMAGE, type OperationName, operands, ROW, SHORT_ROW } from '../tasks/operations.ts';
import type { OperationWork, Trial } from '../tasks/work.ts';

/**
 * Operations as Kindling's users write them, each in a scope, as `fit` and `predict` have it, on what was made in one around it, as
 * most of what these compute with is.
 */
export function operate({ name, size }: OperationWork): Trial {
  const { inputs, of } = operations[name](size);
  const run = (n: number): void => {
    scope(() => {
      const inside = inputs.map((x) => x.clone());
      for (let i = 0; i < n; i++) {
        scope(() => {
          of(...inside);
        });
      }
    });
  };
  const check = (): number[] => {
    const result = of(...inputs);
    return sample(result instanceof Float32Array ? result : result.dataSync());
  };
  return { run, check };
}

/** What an operation computes from. */
interface Operation {
  readonly inputs: readonly Tensor[];
  readonly of: (...inputs: Tensor[]) => Tensor | Float32Array;
}

type Make = (size: number) => Operation;

const flat = (size: number): Tensor => tensor(operands.x(size));
const other = (size: number): Tensor => tensor(operands.other(size));
const rows = (size: number, row: number): Tensor => flat(size).reshape([-1, row]);
const whole = (size: number, below: number): Tensor => tensor(operands.indices(size, below), { dtype: 'int32' });

function on(make: (size: number) => readonly Tensor[], of: Operation['of']): Make {
  return (size) => ({ inputs: make(size), of });
}

/** Of elements in a row, in two, or in rows, as most are. */
const onFlat = (of: (x: Tensor) => Tensor): Make => on((size) => [flat(size)], of);
const onPairs = (of: (x: Tensor, y: Tensor) => Tensor): Make => on((size) => [flat(size), other(size)], of);
const onRows = (of: (x: Tensor) => Tensor, row = ROW): Make => on((size) => [rows(size, row)], of);

const operations: Readonly<Record<OperationName, Make>> = {
  relu: onFlat((x) => x.relu()),
  add: onPairs((x, y) => x.add(y)),
  'times a number': onFlat((x) => mul(x, 1.5)),
  copy: onFlat((x) => x.clone()),
  sqrt: on(
    (size) => [tensor(operands.positive(size))],
    (x) => x.sqrt(),
  ),
  exp: onFlat((x) => x.exp()),
  sigmoid: onFlat((x) => x.sigmoid()),
  tanh: onFlat((x) => x.tanh()),
  'softmax of rows of 100': onRows((x) => x.softmax(-1), SHORT_ROW),
  'softmax of rows of 1000': onRows((x) => x.softmax(-1)),
  'cross entropy, both ways'(size) {
    const classes = whole(size / ROW, ROW);
    const criterion = new CrossEntropyLoss();
    const of = (x: Tensor): Tensor => {
      const logits = x.detach().requiresGrad_();
      criterion(logits, classes).backward();
      return logits.grad!;
    };
    return { inputs: [rows(size, ROW)], of };
  },
  sum: onFlat((x) => x.sum()),
  'sum(0)': onRows((x) => x.sum(0)),
  'sum(1)': onRows((x) => x.sum(1)),
  mean: onFlat((x) => x.mean()),
  'mean(0)': onRows((x) => x.mean(0)),
  'mean(1)': onRows((x) => x.mean(1)),
  max: onFlat((x) => x.max()),
  'max(0)': onRows((x) => x.max(0).values),
  'max(1)': onRows((x) => x.max(1).values),
  gt: onPairs((x, y) => x.gt(y)),
  where: on(
    (size) => [flat(size), other(size), flat(size).gt(other(size))],
    (x, y, condition) => where(condition, x, y),
  ),
  gelu: onFlat((x) => gelu(x)),
  erf: onFlat((x) => x.erf()),
  cumsum: onFlat((x) => x.cumsum(0)),
  sort: onFlat((x) => x.sort().values),
  'RMSprop step'(size) {
    const x = new Parameter(flat(size));
    const optimizer = new RMSprop([x], { lr: 1e-3 });
    const of = (grad: Tensor): Tensor => {
      x.grad = grad;
      optimizer.step();
      return x;
    };
    return { inputs: [other(size)], of };
  },
  'batch norm, eval, 4-D'(size) {
    const module = new BatchNorm2d(IMAGE[0]);
    module.eval();
    return { inputs: [flat(size).reshape([-1, ...IMAGE])], of: (x: Tensor) => noGrad(() => module(x)) };
  },
  indexSelect: on(
    (size) => [rows(size, SHORT_ROW), whole(size / SHORT_ROW, size / SHORT_ROW)],
    (x, index) => x.indexSelect(0, index),
  ),
  cat: on(
    (size) => [flat(size / 2), other(size / 2)],
    (...halves) => cat(halves),
  ),
  Embedding(size) {
    const count = size / SHORT_ROW;
    const module = new Embedding(count, SHORT_ROW);
    module.loadStateDict({ weight: rows(size, SHORT_ROW) });
    return { inputs: [whole(count, count)], of: (index: Tensor) => module(index) };
  },
  gather: on(
    (size) => [rows(size, ROW), whole(size, ROW).reshape([-1, ROW])],
    (x, index) => x.gather(1, index),
  ),
  transpose: onRows((x) => x.t().contiguous()),
  upload(size) {
    const values = operands.x(size);
    return { inputs: [], of: () => tensor(values) };
  },
  read: on(
    (size) => [flat(size)],
    (x) => x.dataSync() as Float32Array,
  ),
};
