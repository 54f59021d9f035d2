import { cpu } from '@kindling/backend-cpu';
import * as nn from '@kindling/nn';
import * as init from '@kindling/nn/init';
import { clipGradNorm_, vectorToParameters } from '@kindling/nn/utils';
import { SGD } from '@kindling/optim';
import { manualSeed, ones, rand, randn, setBackend, type Tensor, tensor, zeros } from '@kindling/tensor-core';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { describe, expect, test } from 'vitest';
import convolutions from '../values/nn/convolutions.json';
import inits from '../values/nn/inits.json';
import layers from '../values/nn/layers.json';
import losses from '../values/nn/losses.json';
import networks from '../values/nn/networks.json';
import printed from '../values/nn/printed.json';
import utilities from '../values/nn/utilities.json';
import { testLayers } from './nn/layer-tests.js';
import { testLosses } from './nn/loss-tests.js';
import { expectClose, section, title, unpack } from './nn/values.js';
import { expectSame } from './numbers/ledger.js';

const backend = await cpu();
setBackend(backend);
/** The same kernels without the fused ones. */
const composing = await cpu();
Object.defineProperty(composing, 'fused', { value: undefined });

testLayers(layers as unknown as Parameters<typeof testLayers>[0]);

test('Linear composed of single operations gives the same as its kernel, also with an activation', async () => {
  manualSeed(3, { engine: TorchGenerator });
  for (const Activation of [nn.Identity, nn.ReLU, nn.Sigmoid, nn.Tanh]) {
    const model = new nn.Sequential(new nn.Linear(5, 7), new Activation());
    const x = rand(4, 5).mul(4).sub(2);
    const results: number[][][] = [];
    for (const own of [backend, composing]) {
      await model.to(own);
      const input = (await x.to(own)).requiresGrad_();
      // Calling the modules one by one does not fuse them.
      for (const y of [model(input), model.at(1)(model.at(0)(input))]) {
        model.zeroGrad();
        input.grad = null;
        y.mul(y).sum().backward();
        results.push([y, input.grad, ...model.parameters().map((p) => p.grad)].map((v) => [...v!.dataSync()]));
      }
    }
    for (const other of results.slice(1)) {
      other.flat().forEach((value, i) => {
        expect(value).toBeCloseTo(results[0]!.flat()[i]!, 5);
      });
    }
    expect(results[1]).toEqual(results[0]);
  }
});

testLosses(losses as unknown as Parameters<typeof testLosses>[0]);

describe('initialisers', () => {
  test.each(inits.cases.map((c) => ({ ...c, title: `${title(c.name, c.args)} of [${c.shape}]` })))('$title', (c) => {
    for (const dtype of ['float32', 'float64'] as const) {
      manualSeed(11, { engine: TorchGenerator });
      const fill = Reflect.get(init, c.name) as (x: Tensor, ...args: unknown[]) => Tensor;
      const x = zeros(c.shape, { dtype });
      expect(fill(x, ...c.args)).toBe(x);
      expectClose('initialisers', x, { shape: c.shape, values: c.runs[dtype].values }, dtype, dtype);
      if (c.name.startsWith('kaimingUniform') || c.name === 'xavierUniform_' || c.name === 'uniform_') {
        const wanted = c.runs[dtype].values.map(dtype === 'float32' ? Math.fround : Number);
        expectSame(section, 'uniform initialisers', x.dataSync(), wanted);
      }
      expect(rand(1).item()).toBe(c.runs[dtype].after);
    }
  });

  test('gains', () => {
    for (const [name, param, gain] of inits.gains) {
      const found = init.calculateGain(name as 'relu', (param ?? undefined) as number | undefined);
      expect(found).toBe(gain);
    }
  });
});

test.each(networks)('the fresh weights of a network $sizes with seed $seed are PyTorch’s, bit for bit', (c) => {
  manualSeed(c.seed, { engine: TorchGenerator });
  const made = c.sizes.slice(1).map((out, i) => new nn.Linear(c.sizes[i]!, out));
  const parameters = made.flatMap((layer) => layer.parameters());
  parameters.forEach((parameter, i) => {
    const { size, step, values } = c.weights[i]!;
    const own = parameter.dataSync();
    expect(own).toHaveLength(size);
    const sample = [...own].filter((_, at) => at % step === 0);
    expectSame(section, 'initial values', sample, values.map(Math.fround));
  });
  expect(rand(1).item()).toBe(c.after);
});

test.each([
  ['fused', backend],
  ['composed', composing],
] as const)('a network of convolutions trains as in PyTorch (%s)', (_, on) => {
  setBackend(on);
  manualSeed(0, { engine: TorchGenerator });
  const model = new nn.Sequential(
    new nn.Conv2d(1, 4, 3, { padding: 1 }),
    new nn.ReLU(),
    new nn.Conv2d(4, 6, 3, { stride: 2 }),
    new nn.ReLU(),
    new nn.Flatten(),
    new nn.Linear(54, 3),
  );
  expect(String(model)).toBe(convolutions.repr);
  const [x, y] = [randn(5, 1, 8, 8), tensor([0, 1, 2, 1, 0], { dtype: 'int32' })];
  const optimizer = new SGD(model.parameters(), { lr: 0.1, momentum: 0.9 });
  const criterion = new nn.CrossEntropyLoss();
  const losses = convolutions.losses.map(() => {
    optimizer.zeroGrad();
    const loss = criterion(model(x), y);
    loss.backward();
    optimizer.step();
    return loss.item();
  });
  setBackend(backend);
  const expectNear = (what: string, got: number[], values: number[]): void =>
    expectClose('networks of convolutions', tensor(got), { shape: [got.length], values }, 'float32', what, 2e-5);
  expectNear('losses', losses, convolutions.losses);
  model.parameters().forEach((parameter, i) => {
    const values = parameter.detach();
    expectNear(`sums of parameter ${i}`, [values.sum().item(), values.abs().sum().item()], convolutions.sums[i]!);
  });
});

test.each(utilities.clipGradNorm)('clipGradNorm_ to $maxNorm by norm $normType', (c) => {
  const grads = utilities.grads.map((g) => unpack(g, 'float32'));
  const parameters = grads.map((g) => {
    const parameter = zeros(g.shape, { requiresGrad: true });
    parameter.grad = g;
    return parameter;
  });
  const total = clipGradNorm_(parameters, c.maxNorm, { normType: Number(c.normType) });
  expectClose('clipGradNorm_', total, { shape: [], values: [c.total] }, 'float32', 'norm');
  parameters.forEach((p, i) => {
    expectClose('clipGradNorm_', p.grad, c.grads[i]!, 'float32', `gradient ${i}`);
  });
});

describe('printing', () => {
  class Net extends nn.Module {
    hidden = new nn.Sequential(
      new nn.Linear(2, 4),
      new nn.Sequential(new nn.BatchNorm1d(4), new nn.ReLU()),
      new nn.Dropout(0.25),
    );
    empty = new nn.Sequential();
    many = new nn.ModuleList([new nn.Linear(4, 4), new nn.Linear(4, 4)]);
    named = new nn.ModuleDict<nn.Module>({ left: new nn.Identity(), right: new nn.Sequential(new nn.Tanh()) });
    out = new nn.Linear(4, 1, { bias: false });
    forward(x: Tensor): Tensor {
      return x;
    }
  }

  test('nested modules', () => {
    expect(String(new Net())).toBe(printed.net);
    expect(String(new nn.Sequential({ first: new nn.Linear(2, 1), last: new nn.Sigmoid() }))).toBe(printed.named);
    const tied = new nn.ReLU();
    expect(String(new nn.Sequential(new nn.Linear(1, 2), tied, new nn.Linear(2, 2), tied))).toBe(printed.tied);
    expect(String(new nn.Parameter(tensor([1, 2.5])))).toBe(printed.parameter);
  });

  test('results name their last operation as PyTorch does', () => {
    const model = new nn.Sequential(new nn.Linear(2, 1), new nn.Sigmoid());
    vectorToParameters(zeros(3), model.parameters());
    expect(String(model(ones(1, 2)))).toBe('tensor([[0.5000]], grad_fn=<SigmoidBackward0>)');
    expect(String(model.at(0)(ones(1, 2)))).toBe('tensor([[0.]], grad_fn=<AddmmBackward0>)');
    expect(String(new nn.MSELoss()(model(ones(1, 2)), zeros(1, 1)))).toBe('tensor(0.2500, grad_fn=<MseLossBackward0>)');
  });
});
