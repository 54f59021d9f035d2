import { cpu } from '@kindling/backend-cpu';
import * as nn from '@kindling/nn';
import { SGD } from '@kindling/optim';
import {
  type DType,
  manualSeed,
  ones,
  rand,
  randn,
  setBackend,
  type Tensor,
  tensor,
  zeros,
} from '@kindling/tensor-core';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { describe, expect, test } from 'vitest';
import convolutions from '../values/nn/convolutions.json';
import inits from '../values/nn/inits.json';
import layers from '../values/nn/layers.json';
import losses from '../values/nn/losses.json';
import networks from '../values/nn/networks.json';
import printed from '../values/nn/printed.json';
import utilities from '../values/nn/utilities.json';
import { expectSame, tally } from './numbers/ledger.js';

const backend = await cpu();
setBackend(backend);
/** The same kernels without the fused ones. */
const composing = await cpu();
Object.defineProperty(composing, 'fused', { value: undefined });

interface Packed {
  shape: number[];
  values: (number | string)[];
}

type Dtype = 'float32' | 'float64';
/** The section of the page about the numbers. */
const section = 'Layers, losses, initialisers';
const tolerances = { float32: 2e-6, float64: 1e-12 } as const;

/** What was float32 in PyTorch, in any dtype; the file holds nine digits, which lead back to the float32 values. */
function unpack({ shape, values }: Packed, dtype: DType): Tensor {
  return tensor(values.map(Number).map(Math.fround), { dtype }).reshape(shape).clone();
}

/**
 * Elements agree within the tolerance, relative to their size; small ones relative to a part of the largest (at most of
 * 1): in float32 all of it for gradients, in which terms cancel, and a tenth for the rest; in float64 a hundredth.
 */
function expectClose(
  subject: string,
  actual: Tensor | null,
  expected: Packed | null,
  dtype: Dtype,
  what: string,
  tolerance: number = tolerances[dtype],
): void {
  if (expected === null) return;
  expect(actual?.shape, what).toEqual(expected.shape);
  const wanted = expected.values.map(Number);
  const largest = wanted.reduce((max, x) => (Number.isFinite(x) ? Math.max(max, Math.abs(x)) : max), 0);
  const part = dtype === 'float64' ? 0.01 : what.startsWith('gradient') ? 1 : 0.1;
  const small = Math.min(largest, 1) * part;
  const got = actual!.dataSync();
  let worst = 0;
  wanted.forEach((value, i) => {
    const found = got[i]!;
    if (Object.is(found, value) || found === value) return;
    const off = Math.abs(found - value) / Math.max(Math.abs(value), small);
    if (!(off < tolerance)) {
      expect.fail(`${what}: element ${i} is ${found}, PyTorch's is ${value} (off by ${off.toExponential(2)})`);
    }
    worst = Math.max(worst, off);
  });
  tally(section, `${subject}, ${dtype}`, { tolerance, values: wanted.length, worst });
}

/** PyTorch has one sixth in float32 here, also for float64. */
const singleInside = new Set(['Hardsigmoid']);

type Make = new (...args: never[]) => nn.Module<Tensor[]>;

function create(name: string, args: readonly unknown[]): nn.Module<Tensor[]> {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: the cases name what they test.
  const Class = nn[name as 'ReLU'] as unknown as Make;
  return new Class(...(args as never[]));
}

const title = (name: string, args: unknown): string => `${name} ${JSON.stringify(args)}`;

describe.each(layers.map((c) => ({ ...c, title: title(c.name, c.args) })))('$title', (c) => {
  const fresh = (): nn.Module<Tensor[]> => {
    manualSeed(c.seed, { engine: TorchGenerator });
    return create(c.name, c.args);
  };
  const state = c.state as unknown as Record<string, Packed>;

  test('is printed as by PyTorch', () => {
    expectSame(section, 'modules printed, as text', [String(fresh())], [c.repr]);
  });

  test('starts from PyTorch’s values and leaves the stream where it does', () => {
    const made = fresh();
    expect([...rand(3).dataSync()]).toEqual(c.after.map(Math.fround));
    const own = made.stateDict();
    expect(Object.keys(own)).toEqual(Object.keys(state));
    for (const [key, value] of Object.entries(own)) {
      expect(value.shape).toEqual(state[key]!.shape);
      const got = [...value.dataSync()];
      const wanted = state[key]!.values.map(Number);
      // Normal draws are within a rounding; everything else is equal bit for bit.
      if (c.name === 'Embedding') expectClose('normal initial values', value, state[key]!, 'float32', key);
      else expectSame(section, 'initial values', got, wanted.map(Math.fround));
    }
  });

  test.each(['float32', 'float64'] as const)('outputs and gradients in %s', (dtype) => {
    const run = c.runs[dtype];
    const made = fresh();
    made.loadStateDict(
      Object.fromEntries(Object.entries(state).map(([key, value]) => [key, unpack(value, 'float64')])),
    );
    if (dtype === 'float64') made.double();
    made.train(c.train);
    manualSeed(c.seed + 2000, { engine: TorchGenerator });
    const index = c.name === 'Embedding';
    const inputs = c.inputs.map((x) => unpack(x, index ? 'int32' : dtype).requiresGrad_(!index));
    inputs.forEach((x, i) => {
      made.zeroGrad();
      const y = made(x);
      expectClose('layers', y.detach(), run.outputs[i]!, dtype, `output ${i}`);
      y.mul(unpack(c.factors[i]!, dtype)).sum().backward();
      const { input, ...gradients } = run.gradients[i]! as Record<string, Packed | null>;
      const [single, looser] = singleInside.has(c.name) ? [`gradient of ${c.name}`, 1e-7] : ['layers'];
      expectClose(single!, x.grad, input!, dtype, `gradient of input ${i}`, looser);
      for (const [key, parameter] of made.namedParameters()) {
        expectClose('layers', parameter.grad, gradients[key]!, dtype, `gradient of ${key}`);
      }
    });
    for (const [key, buffer] of made.namedBuffers()) {
      expectClose('layers', buffer.to(dtype), (run.buffers as Record<string, Packed>)[key]!, dtype, key);
    }
    expectClose('layers', made.eval()(inputs.at(-1)!.detach()), run.evaluated, dtype, 'output in evaluation');
  });
});

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

describe.each(losses.map((c) => ({ ...c, title: title(c.name, c.options) })))('$title', (c) => {
  const make = (dtype: Dtype): nn.Module<Tensor[]> => {
    const options: Record<string, unknown> = { ...c.options };
    for (const key of ['weight', 'posWeight']) {
      if (key in options) options[key] = unpack(options[key] as Packed, dtype);
    }
    return create(c.name, [options]);
  };

  test('is printed as by PyTorch', () => {
    expectSame(section, 'modules printed, as text', [String(make('float32'))], [c.repr]);
  });

  test.each(['float32', 'float64'] as const)('loss and gradients in %s', (dtype) => {
    const run = c.runs[dtype];
    const x = unpack(c.input, dtype).requiresGrad_();
    const follow = run.target !== null;
    const target = unpack(c.target, c.classes ? 'int32' : dtype).requiresGrad_(follow);
    const y = make(dtype)(x, target);
    expectClose('losses', y.detach(), run.output, dtype, 'loss');
    y.mul(unpack(c.factor, dtype)).sum().backward();
    expectClose('losses', x.grad, run.input, dtype, 'gradient of the input');
    expectClose('losses', target.grad, run.target, dtype, 'gradient of the target');
  });
});

describe('initialisers', () => {
  test.each(inits.cases.map((c) => ({ ...c, title: `${title(c.name, c.args)} of [${c.shape}]` })))('$title', (c) => {
    for (const dtype of ['float32', 'float64'] as const) {
      manualSeed(11, { engine: TorchGenerator });
      const fill = nn.init[c.name as 'ones_'] as (x: Tensor, ...args: unknown[]) => Tensor;
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
      const found = nn.init.calculateGain(name as 'relu', (param ?? undefined) as number | undefined);
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
  const total = nn.clipGradNorm_(parameters, c.maxNorm, { normType: Number(c.normType) });
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
    nn.vectorToParameters(zeros(3), model.parameters());
    expect(String(model(ones(1, 2)))).toBe('tensor([[0.5000]], grad_fn=<SigmoidBackward0>)');
    expect(String(model.at(0)(ones(1, 2)))).toBe('tensor([[0.]], grad_fn=<AddmmBackward0>)');
    expect(String(new nn.MSELoss()(model(ones(1, 2)), zeros(1, 1)))).toBe('tensor(0.2500, grad_fn=<MseLossBackward0>)');
  });
});
