import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-webgpu';
import { makeProduct, type Steps, type Task, type Values } from './task.ts';

type Batch = { readonly x: tf.Tensor; readonly y: tf.Tensor };

/** Weights as TensorFlow.js has them: [in, out], and kernels [height, width, in, out]. */
function variable({ shape, values }: Values): tf.Variable {
  const given = tf.tensor(values, [...shape]);
  if (shape.length === 1) return tf.variable(given);
  return tf.variable(shape.length === 2 ? given.transpose() : given.transpose([2, 3, 1, 0]));
}

function lossOf(task: Task, params: readonly tf.Variable[], { x, y }: Batch): tf.Scalar {
  const hidden = task.hidden === 'relu' ? tf.relu : tf.sigmoid;
  let z = x;
  let first = 0;
  if (task.images) {
    const columns = hidden(
      tf.add(tf.conv2d(x as tf.Tensor4D, params[0] as unknown as tf.Tensor4D, 1, 'same'), params[1]!),
    );
    z = tf.maxPool(columns as tf.Tensor4D, 2, 2, 'valid').reshape([x.shape[0]!, -1]);
    first = 2;
  }
  for (let i = first; i < params.length; i += 2) {
    z = tf.add(tf.matMul(z, params[i] as tf.Tensor), params[i + 1]!);
    if (i + 2 < params.length) z = hidden(z);
  }
  if (task.images) return tf.neg(tf.mean(tf.sum(tf.mul(y, tf.logSoftmax(z)), 1)));
  const p = tf.sigmoid(z);
  const likelihood = tf.add(tf.mul(y, tf.log(p)), tf.mul(tf.sub(1, y), tf.log(tf.sub(1, p))));
  return tf.neg(tf.mean(likelihood));
}

/** TensorFlow.js on one of its backends that run on GPUs. */
export async function tfjs(backend: 'webgl' | 'webgpu', task: Task): Promise<Steps> {
  if (!(await tf.setBackend(backend))) throw new Error(`the ${backend} backend did not start`);
  await tf.ready();
  const params = task.params.map(variable);
  const batches = task.batches.map(({ x, y }): Batch => {
    if (!task.images) return { x: tf.tensor(x.values, [...x.shape]), y: tf.tensor(y.values, [...y.shape]) };
    const [n, , h, w] = x.shape as [number, number, number, number];
    const classes = tf.tensor1d([...y.values], 'int32');
    return { x: tf.tensor(x.values, [n, h, w, 1]), y: tf.cast(tf.oneHot(classes, 10), 'float32') };
  });
  const { lr, optimizer: kind } = task;
  const optimizer =
    kind === 'adam' ? tf.train.adam(lr) : kind === 'momentum' ? tf.train.momentum(lr, 0.9) : tf.train.sgd(lr);
  let next = 0;
  return async (count) => {
    await tf.setBackend(backend);
    let last: tf.Scalar | null = null;
    for (let i = 0; i < count; i++) {
      last?.dispose();
      const batch = batches[next++ % batches.length]!;
      last = optimizer.minimize(() => lossOf(task, params, batch), true, params);
    }
    const [value] = await last!.data();
    last!.dispose();
    return value!;
  };
}

/** Products one after the other; gives an element of the last. */
export async function tfjsProduct(backend: 'webgl' | 'webgpu'): Promise<Steps> {
  if (!(await tf.setBackend(backend))) throw new Error(`the ${backend} backend did not start`);
  await tf.ready();
  const [a, b] = makeProduct().map(({ shape, values }) => tf.tensor(values, [...shape])) as [tf.Tensor, tf.Tensor];
  return async (count) => {
    await tf.setBackend(backend);
    let last = tf.matMul(a, b);
    for (let i = 1; i < count; i++) {
      last.dispose();
      last = tf.matMul(a, b);
    }
    const [value] = await last.data();
    last.dispose();
    return value!;
  };
}
