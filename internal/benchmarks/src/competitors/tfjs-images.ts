import * as tf from '@tensorflow/tfjs';
import { CLASSES, classes, IMAGES, imageWeights, pixels } from '../tasks/images.ts';
import type { ImageWork, Trial } from '../tasks/work.ts';

/** Added to variances, as PyTorch does. */
const EPS = 1e-5;

/** Steps on images; of the backends that run in Node without native code, only `cpu` has the gradients of convolutions. */
export function trainImages({ network, lr, checkSteps }: ImageWork): Trial | undefined {
  if (tf.getBackend() !== 'cpu') return undefined;
  const { size, channels } = network;
  // Their images have their channels last.
  const x = tf.tidy(() =>
    tf.tensor4d(pixels(network), [IMAGES, channels[0], size, size]).transpose<tf.Tensor4D>([0, 2, 3, 1]),
  );
  const y = tf.oneHot(tf.tensor1d(classes(), 'int32'), CLASSES);
  const [first, second, last] = imageWeights(network).map(({ weight, bias, shape }) => ({
    weight: tf.variable(
      tf.tidy(() => {
        const values = tf.tensor(weight, shape);
        return shape.length === 4 ? values.transpose([2, 3, 1, 0]) : values.transpose();
      }),
    ),
    bias: tf.variable(tf.tensor1d(bias)),
    scale: tf.variable(tf.ones([shape[0]!])),
    shift: tf.variable(tf.zeros([shape[0]!])),
  })) as [Layer, Layer, Layer];
  const part = (input: tf.Tensor4D, { weight, bias, scale, shift }: Layer): tf.Tensor4D => {
    const sums = tf.add<tf.Tensor4D>(tf.conv2d(input, weight as unknown as tf.Tensor4D, 1, 'valid'), bias);
    return tf.maxPool(tf.relu(network.batchNorm ? normalize(sums, scale, shift) : sums), 2, 2, 'valid');
  };
  const optimizer = tf.train.sgd(lr);
  const trained = [first, second].flatMap(({ weight, bias, scale, shift }) =>
    network.batchNorm ? [weight, bias, scale, shift] : [weight, bias],
  );
  const variables = [...trained, last.weight, last.bias];
  const step = (): tf.Scalar => {
    const loss = (): tf.Scalar => {
      const images = part(part(x, first), second).transpose([0, 3, 1, 2]);
      const scores = tf.add(tf.matMul(images.reshape([IMAGES, -1]), last.weight as unknown as tf.Tensor2D), last.bias);
      return tf.losses.softmaxCrossEntropy(y, scores);
    };
    return optimizer.minimize(loss, true, variables)!;
  };
  const run = (n: number): void => {
    for (let i = 0; i < n; i++) step().dispose();
  };
  const check = (): number[] =>
    Array.from({ length: checkSteps }, () => {
      const loss = step();
      const [value] = loss.dataSync();
      loss.dispose();
      return value!;
    });
  const release = (): void => {
    tf.dispose([x, y, first, second, last] as tf.TensorContainer);
    optimizer.dispose();
  };
  return { run, check, release };
}

interface Layer {
  readonly weight: tf.Variable;
  readonly bias: tf.Variable;
  /** Of the batch normalisation behind it. */
  readonly scale: tf.Variable;
  readonly shift: tf.Variable;
}

/** By the mean and variance of each channel over the batch. */
function normalize(x: tf.Tensor4D, scale: tf.Tensor, shift: tf.Tensor): tf.Tensor4D {
  const { mean, variance } = tf.moments(x, [0, 1, 2]);
  return tf.add(tf.mul(tf.sub(x, mean), tf.mul(tf.rsqrt(tf.add(variance, EPS)), scale)), shift);
}
