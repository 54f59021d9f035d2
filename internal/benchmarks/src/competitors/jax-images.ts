import { jit, lax, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { CLASSES, classes, IMAGES, type ImageNetwork, imageWeights, lastSize, pixels } from '../tasks/images.ts';
import type { ImageWork, Trial } from '../tasks/work.ts';

type Params = np.Array[];

/** The largest of each two by two; takes over what it is given. */
function pool(x: np.Array): np.Array {
  const [n, c, h, w] = x.shape as [number, number, number, number];
  const [rows, columns] = [h >> 1, w >> 1];
  const even = h % 2 === 0 && w % 2 === 0 ? x : x.slice([], [], [0, 2 * rows], [0, 2 * columns]);
  return np.max(np.max(even.reshape([n, c, rows, 2, columns, 2]), 5), 3);
}

/** The scores; takes over what it is given. */
function forward(params: Params, network: ImageNetwork, x: np.Array): np.Array {
  let images = x;
  for (let i = 0; i < 4; i += 2) {
    const sums = lax.conv(images, params[i]!, [1, 1], 'VALID').add(params[i + 1]!.reshape([-1, 1, 1]));
    images = pool(nn.relu(sums));
  }
  const features = network.channels[2] * lastSize(network) ** 2;
  return np.matmul(images.reshape([IMAGES, features]), params[4]!.transpose()).add(params[5]!);
}

/** Steps on images, each one call of one jitted function; batch normalisation there is none of. */
export function trainImages({ network, lr, checkSteps }: ImageWork): Trial | undefined {
  if (network.batchNorm) return undefined;
  const { size, channels } = network;
  const x = np.array(pixels(network)).reshape([IMAGES, channels[0], size, size]);
  const hot = Float32Array.from({ length: IMAGES * CLASSES }, (_, i) =>
    Number(i % CLASSES === classes()[Math.floor(i / CLASSES)]),
  );
  const y = np.array(hot).reshape([IMAGES, CLASSES]);
  const lossOf = (params: Params, images: np.Array, wanted: np.Array): np.Array =>
    np.sum(nn.logSoftmax(forward(params, network, images), -1).mul(wanted)).mul(-1 / IMAGES);
  const step = jit((params: Params, images: np.Array, wanted: np.Array) => {
    const [loss, gradients] = valueAndGrad(lossOf)(
      params.map((p) => p.ref),
      images,
      wanted,
    );
    return [loss, params.map((p, i) => p.sub((gradients as Params)[i]!.mul(lr)))] as [np.Array, Params];
  });
  let params: Params = imageWeights(network).flatMap(({ weight, bias, shape }) => [
    np.array(weight).reshape(shape),
    np.array(bias),
  ]);
  const next = (): np.Array => {
    const [loss, changed] = step(params, x.ref, y.ref);
    params = changed;
    return loss;
  };
  const run = async (n: number): Promise<void> => {
    for (let i = 0; i < n; i++) {
      const loss = next();
      // What nobody waits for is never computed.
      await loss.blockUntilReady();
      loss.dispose();
    }
    await params[0]!.blockUntilReady();
  };
  return {
    run,
    check: () => Array.from({ length: checkSteps }, () => next().item()),
    release() {
      for (const array of [...params, x, y]) array.dispose();
    },
  };
}
