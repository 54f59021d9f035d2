import { cpu } from '@kindling/backend-cpu';
import * as more from '@kindling/tensor-core/more';
import { checkGradient } from '@kindling/tensor-core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { manualSeed, ones, randn, setBackend, type Tensor, tensor, zeros } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

const ints = (values: number[]): Tensor => tensor(values, { dtype: 'int32' });
const x = (): Tensor => ones(2, 3);
/** What plain JavaScript may be given. */
const wrong = (value: unknown): never => value as never;

describe('wrong arguments are named', () => {
  it.each<[string, () => unknown]>([
    ['the equation must be a string', () => more.einsum(wrong(3), x())],
    ['"ij,jk" has 2 operands, 1 were given', () => more.einsum('ij,jk', x())],
    ['"ij" in "ij->ji" does not name the dimensions of [3]', () => more.einsum('ij->ji', ones(3))],
    ['k of the result is in no operand', () => more.einsum('ij->ik', x())],
    ['i is twice in the result', () => more.einsum('ij->ii', x())],
    ['must be letters and ...', () => more.einsum('i1->i', x())],
    ['must be letters and ...', () => more.einsum('ij->i->j', x())],
    ['j is 3 in one operand, 2 in [2, 3]', () => more.einsum('ij,jk->ik', x(), x())],
    ['i is twice in an operand, whose shape [2, 3]', () => more.einsum('ii', x())],
    ['tensor 1 must be a Tensor', () => more.einsum('i,i', ones(2), wrong([1, 2]))],
    ['expects [b, m, k] and [b, k, n], got [2, 3] and [2, 3]', () => more.bmm(x(), x())],
    ["unknown option 'keepDim'; did you mean 'keepdim'?", () => more.amax(x(), 1, wrong({ keepDim: true }))],
    ['dimension 2 is out of range', () => more.amin(x(), 2)],
    ['nothing to choose from', () => more.median(zeros(0))],
    ['dimension -3 is out of range', () => more.median(x(), -3)],
    ['q must be a number from 0 to 1, or an array of them, not 1.5', () => more.quantile(x(), [0.5, 1.5])],
    ['the interpolation', () => more.quantile(x(), 0.5, 1, wrong({ interpolation: 'linar' }))],
    ['a float tensor is needed, not int32', () => more.quantile(ints([1]), 0.5)],
    ['all must be of one dtype', () => more.lerp(x(), ones([2, 3], { dtype: 'float64' }), 0.5)],
    ['the weight must be a Tensor or a number', () => more.lerp(x(), x(), wrong('half'))],
    ['a float tensor is needed, not int32', () => more.logaddexp(ints([1]), ints([1]))],
    ['index 3 is out of range for size 3', () => more.scatter(zeros(3), 0, ints([3]), 1)],
    ['does not cover the index [2]', () => more.scatter(zeros(3), 0, ints([0, 1]), ones(1))],
    ['the source must be [2, 3], not [3]', () => more.indexAdd(x(), 0, ints([0, 1]), ones(3))],
    ['alpha must be a number', () => more.indexAdd(x(), 0, ints([0, 1]), x(), wrong({ alpha: '2' }))],
    ['as many dimensions as the tensor [2, 3]', () => more.takeAlongDim(x(), ints([0]), 1)],
    ['each number of repeats must be a whole number from 0, not -1', () => more.repeatInterleave(x(), -1)],
    ['2 numbers of repeats for 3 entries', () => more.repeatInterleave(x(), [1, 2], 1)],
    ['the numbers of them differ', () => more.movedim(x(), [0, 1], 0)],
    ['a dimension appears twice', () => more.movedim(x(), [0, -2], [0, 1])],
    ['the destination must be a whole number', () => more.movedim(x(), 0, wrong(undefined))],
    ['numbers must be 0 or more, not -1', () => more.bincount(ints([-1]))],
    ['the weights are [1], the numbers [2]', () => more.bincount(ints([0, 1]), { weights: ones(1) })],
    ['bins must be a whole number from 1', () => more.histc(x(), 0)],
    ['max is 1, below min 2', () => more.histc(x(), 3, { min: 2, max: 1 })],
    ['the range must be finite', () => more.histc(tensor([1, Number.NaN]))],
    ['got [2, 3] and [3]', () => more.searchsorted(x(), ones(3))],
    ['right must be true or false', () => more.searchsorted(ones(3), 1, wrong({ right: 1 }))],
    ['dimension 5 is out of range', () => more.countNonzero(x(), 5)],
    ["unknown option 'returnInverse'", () => more.unique(x(), wrong({ returnInverse: true }))],
    ['the weights must be [n] or [rows, n], not [1, 1, 1]', () => more.multinomial(ones(1, 1, 1), 1)],
    ['weights must be finite and 0 or more, got -1 at 1', () => more.multinomial(tensor([1, -1]), 1)],
    ['the dimension must be a whole number', () => more.cumprod(x(), wrong(undefined))],
    ['bool tensors are no numbers', () => more.trunc(tensor([true]))],
    ['posinf must be a number', () => more.nanToNum(x(), wrong({ posinf: 'large' }))],
    ...Object.entries(more).map(([name, run]): [string, () => unknown] => [
      `${name}: `,
      () => (run as (...all: unknown[]) => unknown)(...(name === 'einsum' ? ['i', [1]] : [[1, 2]])),
    ]),
  ])('%s', (message, run) => {
    expect(run).toThrow(message);
  });
});

const double = (...shape: number[]): Tensor => randn(shape, { dtype: 'float64' });

it.each<[string, (...inputs: Tensor[]) => Tensor, () => Tensor[]]>([
  ['einsum', (a, b) => more.einsum('bij,bkj->ik', a!, b!), () => [double(2, 2, 3), double(2, 2, 3)]],
  ['quantile', (a) => more.quantile(a!.mul(a!), [0.3, 0.7], 1), () => [double(2, 4)]],
  ['median', (a) => more.median(a!.mul(a!), 0).values, () => [double(3, 2)]],
  ['lerp', (a, b, w) => more.lerp(a!, b!, w!), () => [double(3), double(3), double(3)]],
  ['logaddexp', (a, b) => more.logaddexp(a!, b!), () => [double(3), double(3)]],
  ['scatter', (a, b) => more.scatter(a!.mul(a!), 0, ints([2, 2, 0]), b!.mul(b!)), () => [double(3), double(3)]],
  ['amax', (a) => more.amax(a!.mul(a!), 1), () => [double(2, 3)]],
  ['cumprod', (a) => more.cumprod(a!, 0), () => [double(4)]],
  ['log2', (a) => more.log2(a!.mul(a!).add(1)), () => [double(3)]],
])('%s has the derivatives that differences give, second ones too', async (_, run, make) => {
  manualSeed(1);
  await checkGradient(run, make(), { second: true });
});

it('the largest numbers of a dtype stand for infinities', () => {
  expect(more.nanToNum(tensor([Infinity, -Infinity])).tolist()).toEqual([
    3.4028234663852886e38, -3.4028234663852886e38,
  ]);
});
