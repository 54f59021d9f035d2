import { cpu } from '@kindling/backend-cpu';
import * as nn from '@kindling/nn';
import { avgPool2d, batchNorm, hardsigmoid, maxPool2d, pad, selu } from '@kindling/nn/functional';
import { arange, grad, meshgrid, ones, setBackend, type Tensor, tensor, zeros } from '@kindling/tensor-core';
import { beforeAll, expect, it } from 'vitest';

// One sample of each kind in which a replay of PyTorch's OpInfo and ModuleInfo samples differed, with PyTorch's answer.
// biome-ignore lint/suspicious/noExplicitAny: what PyTorch refuses, the types refuse too.
type Any = any;

beforeAll(async () => setBackend(await cpu()));

const ints = (values: Any): Tensor => tensor(values, { dtype: 'int32' });
const gradient = (run: (x: Tensor) => Tensor, value: number): unknown => {
  const x = tensor([value], { requiresGrad: true });
  run(x).sum().backward();
  return x.grad!.tolist();
};
const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

it.each<readonly [name: string, run: () => unknown, answer: unknown]>([
  ['elu at NaN', () => gradient((x) => x.elu(), nan), [1]],
  ['selu at NaN', () => gradient(selu, nan), [1.0507010221481323]],
  ['hardsigmoid at NaN', () => gradient(hardsigmoid, nan), [0]],
  ['sign of bool', () => tensor([true]).sign().dtype, 'bool'],
  ['arange in int32', () => arange(-0.9, 2.1, 2, { dtype: 'int32' }).tolist(), [0, 2]],
  ['a logit of Infinity', () => new nn.BCEWithLogitsLoss()(tensor([inf]), tensor([0])).item(), inf],
  ['huber at Infinity', () => gradient((x) => new nn.HuberLoss()(x, tensor([0])), inf), [1]],
  ['smooth L1 at Infinity', () => gradient((x) => new nn.SmoothL1Loss()(x, tensor([0])), inf), [1]],
  ['logsumexp of nothing', () => zeros(2, 0).logsumexp(1).tolist(), [-inf, -inf]],
  ['chunk of nothing', () => zeros(0).chunk(3).length, 3],
  [
    'klDiv of a negative target',
    () => new nn.KLDivLoss({ reduction: 'none' })(tensor([0.5]), tensor([-3])).tolist(),
    [nan],
  ],
  ['round({ decimals })', () => tensor([1.25]).round({ decimals: 1 }).mul(10).round().tolist(), [12]],
  ['div({ roundingMode })', () => tensor([-7]).div(2, { roundingMode: 'floor' }).tolist(), [-4]],
  [
    'clamp by tensors',
    () =>
      tensor([1, 5])
        .clamp(tensor([2, 2]), tensor([3, 3]))
        .tolist(),
    [2, 3],
  ],
  [
    'nonzero({ asTuple })',
    () =>
      tensor([0, 1])
        .nonzero({ asTuple: true })
        .map((x) => x.tolist()),
    [[1]],
  ],
  ['softmax({ dtype })', () => tensor([1, 2]).softmax(0, { dtype: 'float64' }).dtype, 'float64'],
  [
    'add({ alpha })',
    () =>
      tensor([1])
        .add(tensor([1]), { alpha: 3 })
        .tolist(),
    [4],
  ],
  [
    'sub({ alpha })',
    () =>
      tensor([1])
        .sub(tensor([1]), { alpha: 3 })
        .tolist(),
    [-2],
  ],
  ['prod({ dtype })', () => ints([2, 3]).prod(undefined, { dtype: 'float64' }).dtype, 'float64'],
  ['cumsum({ dtype })', () => ints([2, 3]).cumsum(0, { dtype: 'float64' }).dtype, 'float64'],
  [
    "prelu's weight at Infinity",
    () => {
      const prelu = new nn.PReLU();
      prelu(tensor([inf]))
        .sum()
        .backward();
      return prelu.weight.grad!.tolist();
    },
    [0],
  ],
  [
    'the second gradient of elu at 0',
    () => {
      const x = tensor([0], { requiresGrad: true });
      const [first] = grad(x.elu().sum(), [x], { createGraph: true });
      return grad(first!.sum(), [x])[0]!.tolist();
    },
    [0],
  ],
  ['pad, reflect', () => pad(tensor([[1, 2, 3]]), [1, 1], { mode: 'reflect' }).tolist(), [[2, 1, 2, 3, 2]]],
  ['pad, replicate', () => pad(tensor([[1, 2, 3]]), [1, 1], { mode: 'replicate' }).tolist(), [[1, 1, 2, 3, 3]]],
  ['pad, circular', () => pad(tensor([[1, 2, 3]]), [1, 1], { mode: 'circular' }).tolist(), [[3, 1, 2, 3, 1]]],
  ['ceilMode', () => maxPool2d(ones(1, 1, 5, 5), 2, { ceilMode: true }).shape, [1, 1, 3, 3]],
  [
    'divisorOverride',
    () =>
      avgPool2d(ones(1, 1, 4, 4), 2, { divisorOverride: 2 })
        .sum()
        .item(),
    8,
  ],
  [
    'countIncludePad',
    () =>
      avgPool2d(ones(1, 1, 4, 4), 2, { padding: 1, countIncludePad: false })
        .mean()
        .item(),
    1,
  ],
])('%s', (_, run, answer) => {
  expect(run()).toEqual(answer);
});

it.each<readonly [name: string, run: () => unknown, ...words: string[]]>([
  [
    'a BCE weight beyond the shape',
    () => new nn.BCELoss({ weight: ones(4, 1) })(ones(4), ones(4)),
    'BCELoss: the weight',
  ],
  ['scatterAdd on a scalar', () => tensor(1).scatterAdd(0, ints([5]), tensor([1])), 'index 5 is out of range'],
  ['scatterAdd of another dtype', () => tensor([1]).scatterAdd(0, ints([0]), ints([1])), 'the source is int32'],
  ["norm('nuc')", () => ones(2, 2).norm('nuc' as Any), "'nuc'"],
  ['norm(NaN)', () => ones(2).norm(nan), 'not NaN'],
  ['gelu', () => ones(2).gelu({ approximate: 'x' as Any }), "'none' or 'tanh'"],
  ['meshgrid', () => (meshgrid as Any)(ones(2), ones(2), { indexing: 'x' }), "'ij' or 'xy'"],
  [
    'batchNorm',
    () => (batchNorm as Any)(ones(2, 2), null, null, { weight: ints([1, 1]), training: true }),
    'weight is int32',
  ],
  ['arange the wrong way', () => arange(1, 3, -99), 'no steps of -99'],
  ['gather on a scalar', () => tensor(1).gather(5, ints(0)), 'dimension 5 is out of range'],
  ['paddingIdx', () => new nn.Embedding(3, 2, { paddingIdx: 7 }), 'no row 7'],
  ['unbind', () => tensor(1).unbind(), 'a scalar has no dimension'],
  ['neg of bool', () => tensor([true]).neg(), 'bool tensors are no numbers'],
  ['mm of vectors', () => ones(2).mm(ones(2)), 'two matrices are needed'],
  ['gelu of int32', () => ints([1]).gelu(), 'a float tensor is needed, not int32'],
  ['softmax of int32', () => ints([1]).softmax(0), 'int32'],
  ['no outputs', () => new nn.Conv2d(1, 0, 2), 'output channels'],
])('%s is refused', (_, run, words) => {
  expect(run).toThrow(words);
});
