import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { initialWeights, mapInput, matmulInput, predictRows, sample } from '../tasks/inputs.ts';
import { plainStep } from '../tasks/mlp.ts';
import { transposed } from '../tasks/transposed.ts';
import { versionOf } from '../tasks/version.ts';
import { type Competitor, type Network, SOFTMAX_ROW, type TrainWork, type Trial, type Work } from '../tasks/work.ts';
import { trainImages } from './tfjs-images.ts';
import { operate } from './tfjs-operations.ts';

/** TensorFlow.js on one of its backends that run in Node without native code. */
export async function tfjs(backend: 'cpu' | 'wasm'): Promise<Competitor> {
  if (!(await tf.setBackend(backend))) throw new Error(`the ${backend} backend did not start`);
  tf.enableProdMode();
  return { version: versionOf('@tensorflow/tfjs'), start };
}

function start(work: Work): Trial | undefined {
  switch (work.kind) {
    case 'train':
      return train(work);
    case 'images':
      return trainImages(work);
    case 'mlp':
      return work.layers === 'plain' && work.by === 'step' ? train(plainStep(work)) : undefined;
    case 'operation':
      return operate(work);
    case 'predict': {
      const layers = build(work.network);
      const x = tf.tensor2d(predictRows(work.network, work.rows), [work.rows, work.network.sizes[0]!]);
      const predict = (): ArrayLike<number> => {
        const y = tf.tidy(() => tf.sigmoid(forward(layers, work.network, x)));
        const values = y.dataSync();
        y.dispose();
        return values;
      };
      const run = (n: number): void => {
        for (let i = 0; i < n; i++) predict();
      };
      return { run, check: () => sample(predict()), release: () => tf.dispose([x, layers]) };
    }
    case 'matmul': {
      const { m, k, n } = work;
      const [left, right] = matmulInput(m, k, n);
      const a = tf.tensor2d(left, [m, k]);
      const b = tf.tensor2d(right, [k, n]);
      return repeated(() => tf.matMul(a, b), [a, b]);
    }
    case 'map': {
      const x = tf.tensor1d(mapInput(work.size));
      const rows = work.name === 'softmax' ? x.reshape([-1, SOFTMAX_ROW]) : x;
      const operation = {
        exp: () => tf.exp(x),
        sigmoid: () => tf.sigmoid(x),
        sum: () => tf.sum(x),
        softmax: () => tf.softmax(rows),
      }[work.name];
      return repeated(operation, [x, rows]);
    }
  }
}

function repeated(operation: () => tf.Tensor, inputs: tf.Tensor[]): Trial {
  const run = (n: number): void => {
    for (let i = 0; i < n; i++) operation().dispose();
  };
  const check = (): number[] => {
    const result = operation();
    const values = sample(result.dataSync() as Float32Array);
    result.dispose();
    return values;
  };
  return { run, check, release: () => tf.dispose(inputs) };
}

interface Layer {
  [name: string]: tf.Variable;
  weight: tf.Variable<tf.Rank.R2>;
  bias: tf.Variable<tf.Rank.R1>;
}

function build(network: Network): Layer[] {
  return initialWeights(network).map(({ weight, bias, shape: [out, features] }) => ({
    weight: tf.variable(tf.tensor2d(transposed(weight, out, features), [features, out])),
    bias: tf.variable(tf.tensor1d(bias)),
  }));
}

/** The values before the last activation. */
function forward(layers: readonly Layer[], { hidden }: Network, x: tf.Tensor2D): tf.Tensor2D {
  return layers.reduce((input, { weight, bias }, i) => {
    const out = tf.add<tf.Tensor2D>(tf.matMul(input, weight), bias);
    if (i + 1 === layers.length) return out;
    return hidden === 'relu' ? tf.relu(out) : tf.sigmoid(out);
  }, x);
}

function train(work: TrainWork): Trial {
  const features = work.network.sizes[0]!;
  const batches = work.batches.map(({ rows, x, y }) => {
    const labels = tf.tensor2d(y as number[], [rows, 1]);
    return { x: tf.tensor2d(x as number[], [rows, features]), y: labels, notY: tf.sub<tf.Tensor2D>(1, labels) };
  });
  const layers = build(work.network);
  const variables = layers.flatMap(({ weight, bias }): tf.Variable[] => [weight, bias]);
  const optimizer = work.optimizer === 'sgd' ? tf.train.sgd(work.lr) : tf.train.adam(work.lr, 0.9, 0.999, 1e-8);
  let steps = 0;
  const step = (): tf.Scalar => {
    const { x, y, notY } = batches[steps++ % batches.length]!;
    const loss = (): tf.Scalar => {
      const out = forward(layers, work.network, x);
      if (work.network.output === 'none') return tf.losses.sigmoidCrossEntropy(y, out);
      const p = tf.sigmoid(out);
      return tf.neg(tf.mean(tf.add(tf.mul(y, tf.log(p)), tf.mul(notY, tf.log(tf.sub(1, p))))));
    };
    return optimizer.minimize(loss, true, variables)!;
  };
  const run = (n: number): void => {
    for (let i = 0; i < n; i++) step().dispose();
  };
  const check = (): number[] =>
    Array.from({ length: work.checkSteps }, () => {
      const loss = step();
      const [value] = loss.dataSync();
      loss.dispose();
      return value!;
    });
  const release = (): void => {
    tf.dispose([variables, batches.map((batch) => Object.values(batch))]);
    optimizer.dispose();
  };
  return { run, check, release };
}
