import { cpu } from '@kindling/backend-cpu';
import * as nn from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { noGrad, setBackend, tensor } from '@kindling/tensor-core';
import { beforeAll, describe, expect, test } from 'vitest';
import calls from '../values/nn/calls.json';
import cnn from '../values/nn/cnn.json';
import layers from '../values/nn/image-layers.json';
import { testCalls } from './nn/call-tests.js';
import { testLayers } from './nn/layer-tests.js';
import { expectClose, unpack } from './nn/values.js';

/** A state dict of PyTorch's. */
const unpackState = (state: typeof cnn.state): nn.StateDict =>
  Object.fromEntries(
    Object.entries(state).map(([key, value]) => [
      key,
      unpack(value, key.endsWith('num_batches_tracked') ? 'int32' : 'float32'),
    ]),
  );

describe.each([false, 'simd', 'relaxed'] as const)('kernels: %s', (wasm) => {
  beforeAll(async () => setBackend(await cpu({ wasm })));

  testLayers(layers as unknown as Parameters<typeof testLayers>[0]);
  testCalls(calls as unknown as Parameters<typeof testCalls>[0]);

  const model = (): nn.Sequential =>
    new nn.Sequential(
      new nn.Conv2d(1, 4, 3, { padding: 1 }),
      new nn.BatchNorm2d(4),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Conv2d(4, 6, 3),
      new nn.ReLU(),
      new nn.AdaptiveAvgPool2d(2),
      new nn.Flatten(),
      new nn.Linear(24, 3),
    );

  test('a network that PyTorch saved predicts the same', () => {
    const made = model();
    expect(String(made)).toBe(cnn.repr);
    made.loadStateDict(unpackState(cnn.state));
    const y = noGrad(() => made.eval()(unpack(cnn.images, 'float32')));
    expectClose('networks of convolutions', y, cnn.output, 'float32', 'predictions', 1e-5);
  });

  test('and trains as there, with what it keeps', () => {
    const made = model();
    made.loadStateDict(unpackState(cnn.initial));
    const optimizer = new SGD(made.parameters(), { lr: 0.05, momentum: 0.9 });
    const criterion = new nn.CrossEntropyLoss();
    const classes = tensor([0, 1, 2, 1], { dtype: 'int32' });
    const losses = cnn.losses.map(() => {
      optimizer.zeroGrad();
      const loss = criterion(made(unpack(cnn.images, 'float32')), classes);
      loss.backward();
      optimizer.step();
      return loss.item();
    });
    const expected = { shape: [losses.length], values: cnn.losses };
    expectClose('networks of convolutions', tensor(losses), expected, 'float32', 'losses', 2e-5);
    for (const [key, value] of Object.entries(made.stateDict())) {
      expectClose(
        'networks of convolutions',
        value.float(),
        cnn.state[key as keyof typeof cnn.state],
        'float32',
        `gradient and ${key}`,
        2e-5,
      );
    }
  });
});
