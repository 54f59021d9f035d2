import * as tf from '@tensorflow/tfjs';
import { sample } from '../tasks/inputs.ts';
import { IMAGE, type OperationName, operands, ROW, SHORT_ROW } from '../tasks/operations.ts';
import type { OperationWork, Trial } from '../tasks/work.ts';

/** The operations that TensorFlow.js has, each in a `tidy`; reading and writing tensors is not compared. */
export function operate({ name, size }: OperationWork): Trial | undefined {
  let made: Prepared | undefined;
  tf.tidy(() => {
    made = operations[name]?.(size);
    for (const input of made?.inputs ?? []) tf.keep(input);
  });
  if (made === undefined) return undefined;
  const { operation, inputs, compared = (y) => y } = made;
  const run = (n: number): void => {
    for (let i = 0; i < n; i++) tf.tidy(() => void operation(...inputs));
  };
  const check = (): number[] => tf.tidy(() => sample(compared(operation(...inputs)).dataSync() as Float32Array));
  return { run, check, release: () => tf.dispose([...inputs]) };
}

interface Prepared {
  readonly inputs: readonly tf.Tensor[];
  // biome-ignore lint/suspicious/noExplicitAny: tensors of any rank, whose types TensorFlow.js tells apart
  readonly operation: (...inputs: any[]) => tf.Tensor;
  /** The result in the order of the others, which is not timed. */
  readonly compared?: (result: tf.Tensor) => tf.Tensor;
}

const flat = (size: number): tf.Tensor => tf.tensor1d(operands.x(size));
const other = (size: number): tf.Tensor => tf.tensor1d(operands.other(size));
const rows = (size: number, row: number): tf.Tensor => flat(size).reshape([-1, row]);
const whole = (size: number, below: number): tf.Tensor => tf.tensor1d(operands.indices(size, below), 'int32');
const onFlat =
  (operation: (x: tf.Tensor) => tf.Tensor) =>
  (size: number): Prepared => ({ inputs: [flat(size)], operation });
const onRows =
  (operation: (x: tf.Tensor) => tf.Tensor, row = ROW) =>
  (size: number): Prepared => ({ inputs: [rows(size, row)], operation });

const operations: Readonly<Partial<Record<OperationName, (size: number) => Prepared>>> = {
  relu: onFlat(tf.relu),
  add: (size) => ({ inputs: [flat(size), other(size)], operation: tf.add }),
  'times a number': onFlat((x) => tf.mul(x, 1.5)),
  sqrt: (size) => ({ inputs: [tf.tensor1d(operands.positive(size))], operation: tf.sqrt }),
  exp: onFlat(tf.exp),
  sigmoid: onFlat(tf.sigmoid),
  tanh: onFlat(tf.tanh),
  'softmax of rows of 100': onRows((x) => tf.softmax(x), SHORT_ROW),
  'softmax of rows of 1000': onRows((x) => tf.softmax(x)),
  'cross entropy, both ways'(size) {
    const classes = tf.oneHot(whole(size / ROW, ROW), ROW);
    const gradient = tf.grad((x) => tf.losses.softmaxCrossEntropy(classes, x as tf.Tensor2D));
    return { inputs: [rows(size, ROW), classes], operation: (x: tf.Tensor) => gradient(x) };
  },
  sum: onFlat((x) => tf.sum(x)),
  'sum(0)': onRows((x) => tf.sum(x, 0)),
  'sum(1)': onRows((x) => tf.sum(x, 1)),
  mean: onFlat((x) => tf.mean(x)),
  'mean(0)': onRows((x) => tf.mean(x, 0)),
  'mean(1)': onRows((x) => tf.mean(x, 1)),
  max: onFlat((x) => tf.max(x)),
  'max(0)': onRows((x) => tf.max(x, 0)),
  'max(1)': onRows((x) => tf.max(x, 1)),
  gt: (size) => ({ inputs: [flat(size), other(size)], operation: tf.greater }),
  where(size) {
    const [x, y] = [flat(size), other(size)];
    return { inputs: [tf.greater(x, y), x, y], operation: tf.where };
  },
  erf: onFlat(tf.erf),
  cumsum: onFlat((x) => tf.cumsum(x)),
  'batch norm, eval, 4-D'(size) {
    const x = flat(size)
      .reshape([-1, ...IMAGE])
      .transpose([0, 2, 3, 1]);
    const [zeros, ones] = [tf.zeros([IMAGE[0]]), tf.ones([IMAGE[0]])];
    const operation = (v: tf.Tensor4D, mean: tf.Tensor1D, variance: tf.Tensor1D): tf.Tensor =>
      tf.batchNorm4d(v, mean, variance, mean, variance, 1e-5);
    return { inputs: [x, zeros, ones], operation, compared: (y) => y.transpose([0, 3, 1, 2]) };
  },
  indexSelect: (size) => ({
    inputs: [rows(size, SHORT_ROW), whole(size / SHORT_ROW, size / SHORT_ROW)],
    operation: (x: tf.Tensor, index: tf.Tensor1D) => tf.gather(x, index),
  }),
  cat: (size) => ({
    inputs: [flat(size / 2), other(size / 2)],
    operation: (a: tf.Tensor1D, b: tf.Tensor1D) => tf.concat([a, b]),
  }),
  Embedding: (size) => ({
    inputs: [rows(size, SHORT_ROW), whole(size / SHORT_ROW, size / SHORT_ROW)],
    operation: (x: tf.Tensor, index: tf.Tensor1D) => tf.gather(x, index),
  }),
  transpose: onRows((x) => tf.transpose(x)),
};
