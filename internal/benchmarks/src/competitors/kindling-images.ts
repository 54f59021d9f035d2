import { BatchNorm2d, Conv2d, CrossEntropyLoss, Flatten, Linear, MaxPool2d, ReLU, Sequential } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { scope, type Tensor, tensor } from '@kindling/tensor-core';
import { CLASSES, classes, IMAGES, type ImageNetwork, imageWeights, lastSize, pixels } from '../tasks/images.ts';
import type { ImageWork, Trial } from '../tasks/work.ts';

/** Steps on images, as Kindling's users write them, each in a scope, as `fit` has it. */
export function trainImages({ network, lr, checkSteps }: ImageWork): Trial {
  const { size, channels } = network;
  const x = tensor(pixels(network)).reshape([IMAGES, channels[0], size, size]);
  const y = tensor(classes(), { dtype: 'int32' });
  const model = build(network);
  const criterion = new CrossEntropyLoss();
  const optimizer = new SGD(model.parameters(), { lr });
  const step = (): Tensor => {
    const loss = criterion(model(x), y);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    return loss;
  };
  const run = (n: number): void => {
    for (let i = 0; i < n; i++) scope(() => void step());
  };
  return { run, check: () => Array.from({ length: checkSteps }, () => step().item()) };
}

function build(network: ImageNetwork): Sequential {
  const [c, a, b] = network.channels;
  const norm = (features: number) => (network.batchNorm ? [new BatchNorm2d(features)] : []);
  const layers = [new Conv2d(c, a, 3), new Conv2d(a, b, 3), new Linear(b * lastSize(network) ** 2, CLASSES)];
  imageWeights(network).forEach(({ weight, bias, shape }, i) => {
    layers[i]!.loadStateDict({ weight: tensor(weight).reshape(shape), bias: tensor(bias) });
  });
  const [first, second, last] = layers as [Conv2d, Conv2d, Linear];
  const part = (conv: Conv2d) => [conv, ...norm(conv.outChannels), new ReLU(), new MaxPool2d(2)];
  return new Sequential(...part(first), ...part(second), new Flatten(), last);
}
