import { cpu } from '@kindling/backend-cpu';
import * as core from '@kindling/tensor-core';
import { describe, expect, test } from 'vitest';
import * as F from './functional.js';
import * as nn from './index.js';
import * as init from './init.js';

core.setBackend(await cpu());
const { ones, tensor, zeros } = core;

/** A function or class as a caller without types sees it. */
type Untyped = ((...args: unknown[]) => unknown) & (new (...args: unknown[]) => (...args: unknown[]) => unknown);
const untyped = (names: object): [string, Untyped][] =>
  Object.entries(names).filter((entry): entry is [string, Untyped] => typeof entry[1] === 'function');

/** What a layer is made with that cannot be made with nothing. */
const needed: Record<string, unknown[]> = {
  AdaptiveAvgPool2d: [1],
  AdaptiveMaxPool2d: [1],
  AvgPool1d: [1],
  AvgPool2d: [1],
  BatchNorm1d: [2],
  BatchNorm2d: [2],
  Bilinear: [1, 1, 1],
  Conv1d: [1, 1, 1],
  Conv2d: [1, 1, 1],
  ConvTranspose2d: [1, 1, 1],
  Embedding: [2, 2],
  Fold: [1, 1],
  GroupNorm: [1, 2],
  InstanceNorm2d: [2],
  LayerNorm: [2],
  Linear: [2, 1],
  LogSoftmax: [0],
  MaxPool1d: [1],
  MaxPool2d: [1],
  Parameter: [ones(1)],
  Softmax: [0],
  Softmin: [0],
  Threshold: [0, 0],
  Unflatten: [0, [1, 2]],
  Unfold: [1],
  Upsample: [{ scaleFactor: 2 }],
};
/** No layers: a base, errors, containers that are not called, and the identity, which takes anything. */
const noLayers = [
  'Module',
  'StateDictError',
  'Parameter',
  'ModuleDict',
  'ModuleList',
  'ParameterList',
  'Sequential',
  'Identity',
];

/** Said when they are called. */
const madeOfNothing = ['AdaptiveAvgPool2d', 'AdaptiveMaxPool2d'];

/** What the engine says where nobody checked. */
const unchecked = /^(Cannot|undefined|null)|is not (iterable|a function)|not a constructor/;

function expectWords(call: () => unknown): void {
  expect(call).toThrow();
  expect(call).not.toThrow(unchecked);
}

describe('every class', () => {
  const classes = untyped(nn).filter(([name]) => /^[A-Z]/.test(name));

  test.each(classes)('%s', (name, Class) => {
    if (name in needed && !madeOfNothing.includes(name)) expectWords(() => new Class());
    if (noLayers.includes(name)) return;
    const layer = new Class(...(needed[name] ?? []));
    // Losses take arrays.
    const arrays = name.endsWith('Loss') ? [] : [[[1, 2]], new Float32Array(2)];
    for (const wrong of [undefined, ...arrays, '1', 1]) {
      expectWords(() => layer(wrong, wrong, wrong));
    }
  });
});

describe('every function', () => {
  // What tensor-core exports is tested there.
  const own = [nn, F, init]
    .flatMap((names) => untyped(names))
    .filter(([name, value]) => !/^[A-Z]/.test(name) && Reflect.get(core, name) !== value);

  test.each(own)('%s', (name, call) => {
    const arrays = /Loss$|ropy|klDiv/.test(name) ? [] : [[[1, 2]]];
    for (const wrong of [undefined, ...arrays, '1', 1]) expectWords(() => call(wrong, wrong, wrong));
  });
});

test.each<[() => unknown, string]>([
  [() => new nn.Linear(2, 1, { Bias: false } as object), "Linear: unknown option 'Bias'; did you mean 'bias'?"],
  [
    () => new nn.Linear('2' as never, 1),
    "Linear: the number of inputs must be a whole number from 0, not a string '2'",
  ],
  [
    () => new nn.Dropout({ p: 0.5 } as never),
    'Dropout: the probability must be a number between 0 and 1, not an object { p }',
  ],
  [() => new nn.Softmax({ dim: 1 } as never), 'Softmax: dim must be a number, not an object { dim }'],
  [
    () => new nn.BatchNorm1d(2, { Momentum: 1 } as object),
    "BatchNorm1d: unknown option 'Momentum'; did you mean 'momentum'?",
  ],
  [() => new nn.Sequential(nn.ReLU as never), "Sequential: '0' must be a module, not a class ReLU"],
  [() => new nn.Sequential(new Map() as never), "Sequential: '0' must be a module, not a Map"],
  [() => new nn.Sequential(Promise.resolve() as never), "Sequential: '0' must be a module, not a Promise"],
  [() => new nn.Sequential(null as never), "Sequential: '0' must be a module, not null"],
  [() => new nn.Sequential({}), "Sequential: '0' must be a module, not an empty object"],
  [
    () => new nn.MSELoss({ reduction: 'avg' } as never),
    "the reduction must be 'none', 'mean' or 'sum', not a string 'avg'",
  ],
  [() => new nn.BCELoss({ posWeight: 3 } as object), "BCELoss: unknown option 'posWeight'"],
  [
    () => new nn.Linear(1, 1).zeroGrad({ set_to_none: true } as object),
    "Linear.zeroGrad: unknown option 'set_to_none'",
  ],
  [
    () => new nn.Linear(1, 1).loadStateDict({}, { Strict: false } as object),
    "unknown option 'Strict'; did you mean 'strict'?",
  ],
  [
    () => new nn.BCEWithLogitsLoss({ posWeight: tensor([1, 3]) })(ones(4, 1), zeros(4, 1)),
    "BCEWithLogitsLoss: posWeight is [2], which does not repeat to the input's [4, 1]",
  ],
  [
    () => new nn.BCEWithLogitsLoss({ posWeight: 3 as never })(ones(4, 1), zeros(4, 1)),
    'posWeight must be a tensor, not 3',
  ],
  [
    () => F.binaryCrossEntropy(ones(4), ones(4), { weight: ones(4, 1) }),
    "binaryCrossEntropy: the weight is [4, 1], which does not repeat to the input's [4]",
  ],
  [
    () => F.batchNorm(ones(2, 1), null, null, { training: true, weight: ones([1], { dtype: 'int32' }) }),
    'batchNorm: weight is int32, not float32 or float64',
  ],
  [() => F.conv1d(ones(1, 2, 5), zeros(0, 2, 3)), 'Conv2d(2 -> 0): the weight [0, 2, 1, 3] has no filter'],
  [() => core.conv2d(ones(1, 2, 5, 5), zeros(0, 2, 3, 3)), 'Conv2d(2 -> 0): the weight [0, 2, 3, 3] has no filter'],
  [
    () => F.convTranspose2d(ones(1, 2, 5, 5), zeros(2, 0, 3, 3)),
    'ConvTranspose2d(2 -> 0): the weight [2, 0, 3, 3] has no filter',
  ],
  [
    () => F.embedding(zeros([1], { dtype: 'int32' }), ones(2, 2), { paddingIdx: 2 }),
    'paddingIdx must be a row of the table',
  ],
])('%#', (call, message) => {
  expect(call).toThrow(message);
});

test('a target of a model that is no dtype or backend', async () => {
  await expect(new nn.Linear(1, 1).to('int64' as never)).rejects.toThrow(
    "Linear.to: the target must be a backend, 'float32' or 'float64', not a string 'int64'",
  );
});

describe('what a module would drop in silence', () => {
  class Masked extends nn.Module<[core.Tensor, (core.Tensor | null)?]> {
    forward(x: core.Tensor, mask: core.Tensor | null = null): core.Tensor {
      return mask === null ? x : x.mul(mask);
    }
  }
  class Rest extends nn.Module<core.Tensor[]> {
    forward(...inputs: core.Tensor[]): core.Tensor {
      return core.cat(inputs);
    }
  }
  class Old extends nn.Module<core.Tensor[]> {
    forward(x: core.Tensor): core.Tensor {
      // biome-ignore lint/complexity/noArguments: what a compiler for old engines writes.
      return x.mul(arguments.length);
    }
  }
  const x = ones(3, 2);

  test.each<[() => unknown, string]>([
    [() => (new nn.ReLU() as unknown as Untyped)(x, x), 'ReLU: forward takes 1 arguments, not 2'],
    [() => (new nn.Sequential(new nn.ReLU()) as unknown as Untyped)(x, x), 'Sequential: forward takes 1 arguments'],
    [() => (new nn.MSELoss() as unknown as Untyped)(x, x, x), 'MSELoss: forward takes 2 arguments, not 3'],
    [
      () => (new nn.Linear(2, 1) as unknown as Untyped)(x, x),
      "the activation must be 'identity', 'relu', 'sigmoid' or 'tanh', not a Ten",
    ],
    [() => (new nn.Linear(2, 1).eval as Untyped)(false), 'eval: takes no mode; use train()'],
  ])('%#', (call, message) => {
    expect(call).toThrow(message);
  });

  test('but not where forward may take it', () => {
    expect(new Masked()(x, core.zeros(3, 2)).sum().item()).toBe(0);
    expect(new Rest()(x, x).shape).toEqual([6, 2]);
    expect(new Old()(x, x).sum().item()).toBe(12);
  });
});

describe('what would be no whole number of an int32 tensor', () => {
  const x = tensor(
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
    { dtype: 'int32' },
  );
  test.each(
    Object.entries({
      celu: () => F.celu(x),
      hardshrink: () => F.hardshrink(x),
      hardsigmoid: () => F.hardsigmoid(x),
      hardswish: () => F.hardswish(x),
      softshrink: () => F.softshrink(x),
      glu: () => F.glu(x),
      logSigmoid: () => F.logSigmoid(x),
      cosineSimilarity: () => F.cosineSimilarity(x, x),
      convTranspose2d: () => F.convTranspose2d(x, x),
      interpolate: () => F.interpolate(x, { size: 3, mode: 'bilinear' }),
      maxPool2d: () => F.maxPool2d(x, 2),
    }),
  )('%s refuses it, as in PyTorch', (_, call) => {
    expect(call).toThrow('a float tensor is needed, not int32; convert with float()');
  });
});

describe('an error inside a model says in which layer', () => {
  class Net extends nn.Module {
    body = new nn.Sequential(new nn.Linear(2, 3), new nn.ReLU(), new nn.Linear(4, 1));
    forward(x: core.Tensor): core.Tensor {
      return this.body(x);
    }
  }

  test('by its path below the model that was called', () => {
    const net = new Net();
    const message = 'Linear(4 -> 1): got 3 features, [1, 3]';
    expect(() => net(ones(1, 2))).toThrow(`${message} (in the layer 'body.2' of Net)`);
    expect(() => net.body(ones(1, 2))).toThrow(`${message} (in the layer '2' of Sequential)`);
    expect(() => net.body.at(2)(ones(1, 3))).toThrow(/^Linear\(4 -> 1\): got 3 features, \[1, 3\]$/);
  });

  test('and keeps its class', () => {
    expect(() => new Net()(ones(1, 2))).toThrow(core.ShapeError);
    expect(() => (new Net() as unknown as (x: unknown) => unknown)([[1, 2]])).toThrow(
      "linear: the input must be a Tensor, not an array of 1; make one of it with tensor() (in the layer 'body.0' of Net)",
    );
  });
});

describe('losses and activations at infinity, as PyTorch', () => {
  const gradient = (make: (x: core.Tensor) => core.Tensor, value: number): number => {
    const x = tensor([value], { requiresGrad: true });
    make(x).sum().backward();
    return x.grad!.item() as number;
  };

  test('gradients of a difference without bounds', () => {
    expect(gradient((x) => F.huberLoss(x, zeros(1)), Number.POSITIVE_INFINITY)).toBe(1);
    expect(gradient((x) => F.smoothL1Loss(x, zeros(1)), Number.NEGATIVE_INFINITY)).toBe(-1);
  });

  test('hardsigmoid passes nothing on at its ends, nor at NaN', () => {
    expect([Number.NaN, -3, 3, 0].map((x) => gradient(F.hardsigmoid, x))).toEqual([0, 0, 0, Math.fround(1 / 6)]);
  });

  test.each([{}, { posWeight: ones(1) }])(
    'logits without bounds cost nothing that is a number but where they are wrong',
    (options) => {
      const inf = Number.POSITIVE_INFINITY;
      const x = tensor([inf, -inf, inf, -inf, Number.NaN, -1000, 1000]);
      const targets = tensor([1, 1, 0, 0, 1, 1, 0]);
      const losses = F.binaryCrossEntropyWithLogits(x, targets, { reduction: 'none', ...options });
      // PyTorch's values.
      expect(losses.tolist()).toEqual([Number.NaN, Number.NaN, inf, Number.NaN, Number.NaN, 1000, 1000]);
    },
  );

  test('celu and its kin pass the gradient at NaN', () => {
    // PyTorch's values in float32.
    const slopes = [F.celu, F.elu, F.selu, F.hardswish, F.hardshrink].map((f) => gradient((x) => f(x), Number.NaN));
    expect(slopes).toEqual([1, 1, Math.fround(1.0507010221481323), 1, 1]);
    expect([-1, 0, 2].map((x) => gradient((one) => F.celu(one, 2), x))).toEqual([Math.fround(Math.exp(-0.5)), 1, 1]);
  });

  test('the slope of prelu', () => {
    expect(gradient((w) => F.prelu(tensor([Number.POSITIVE_INFINITY]), w), 0.25)).toBe(0);
  });

  test('klDiv has no logarithm of a target below 0', () => {
    expect(F.klDiv(zeros(1), tensor([-1]), { reduction: 'sum' }).item()).toBeNaN();
    expect(F.klDiv(zeros(1), zeros(1), { reduction: 'sum' }).item()).toBe(0);
  });
});
