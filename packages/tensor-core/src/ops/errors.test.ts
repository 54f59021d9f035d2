import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import * as core from '../index.js';
import { ones, setBackend, type Tensor, tensor, zeros } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

const { conv2d } = core;
const int = (values: number[]): Tensor => tensor(values, { dtype: 'int32' });

const image = (): Tensor => zeros(1, 2, 4, 4);
const grouped = (): Tensor => zeros(8, 2, 3, 3);

/** What is called, and the message of the error; the error's class is in front. */
const cases: readonly (readonly [string, () => unknown])[] = [
  ['ShapeError: matmul: inner sizes differ: [2, 3] x [4, 5] (3 != 4)', () => zeros(2, 3).matmul(zeros(4, 5))],
  ['ShapeError: matmul: inner sizes differ: [3] x [4, 5] (3 != 4)', () => zeros(3).matmul(zeros(4, 5))],
  [
    'ShapeError: matmul: shapes do not broadcast: [2] and [3] (2 != 3 in dimension -1)',
    () => zeros(2, 3, 4).matmul(zeros(3, 4, 5)),
  ],
  ['ShapeError: matmul: both must have a dimension: [] x [2]; use mul() for scalars', () => tensor(1).matmul(zeros(2))],
  [
    'DTypeError: matmul: bool matrices have no product; convert with int() or float()',
    () => tensor([true]).matmul(tensor([true])),
  ],
  ['ShapeError: dot: two vectors of one length are needed, not [2] and [3]', () => zeros(2).dot(zeros(3))],
  ['ShapeError: outer: two vectors are needed, not [2, 2] and [3]', () => zeros(2, 2).outer(zeros(3))],
  ['ShapeError: Conv2d(3 -> 8): got 1 channels, [20, 1, 8, 8]', () => conv2d(zeros(20, 1, 8, 8), zeros(8, 3, 3, 3))],
  [
    'ShapeError: Conv2d(4 -> 8): got 3 channels, [3, 8, 8]',
    () => conv2d(zeros(3, 8, 8), grouped(), null, { groups: 2 }),
  ],
  [
    'ShapeError: Conv2d(2 -> 8): the images must be [n, c, h, w] or [c, h, w], not [2, 8]',
    () => conv2d(zeros(2, 8), grouped()),
  ],
  ['ShapeError: conv2d: the weight must be [o, c / groups, kh, kw], not [8, 3]', () => conv2d(image(), zeros(8, 3))],
  [
    'ArgumentError: Conv2d(6 -> 8): 3 groups do not divide 8 channels',
    () => conv2d(image(), grouped(), null, { groups: 3 }),
  ],
  ['ShapeError: Conv2d(2 -> 8): the bias is [2], not [8]', () => conv2d(image(), grouped(), zeros(2))],
  ['DTypeError: Conv2d(2 -> 8): the input is float64, the weight float32', () => conv2d(image().double(), grouped())],
  [
    'ShapeError: Conv2d(2 -> 8): a window of [3, 3] (dilation [2, 2]) does not fit into [4, 4] (padding [0, 0])',
    () => conv2d(image(), grouped(), null, { dilation: 2 }),
  ],
  [
    "ArgumentError: Conv2d(2 -> 8): padding 'same' needs a stride of 1, not [2, 2]",
    () => conv2d(image(), grouped(), null, { padding: 'same', stride: 2 }),
  ],
  [
    'ArgumentError: Conv2d(2 -> 8): the stride must be a whole number from 1, or two, not 0',
    () => conv2d(image(), grouped(), null, { stride: 0 }),
  ],
  ['ShapeError: unfold: the images must be [n, c, h, w] or [c, h, w], not [4]', () => core.unfold(zeros(4), 2)],
  [
    'ArgumentError: unfold: the kernel size must be a whole number from 1, or two, not [2, 0.5]',
    () => core.unfold(image(), [2, 0.5]),
  ],
  ['DTypeError: fold: bool elements have no sum; convert with int() or float()', () => core.fold(image().bool(), 4, 2)],
  [
    'ShapeError: fold: the columns must be [n, c * kh * kw, windows], or without n, not [1, 2, 4, 4]',
    () => core.fold(image(), 4, 2),
  ],
  [
    'ShapeError: fold: the columns [1, 6, 9] have 6 rows, which windows of [2, 2] do not divide',
    () => core.fold(zeros(1, 6, 9), 4, 2),
  ],
  ['ShapeError: fold: [4, 4] has 3 x 3 windows, the columns [1, 4, 8] have 8', () => core.fold(zeros(1, 4, 8), 4, 2)],
  [
    'ShapeError: add: shapes do not broadcast: [2, 3] and [2] (3 != 2 in dimension -1)',
    () => zeros(2, 3).add(zeros(2)),
  ],
  [
    'ArgumentError: isclose: rtol and atol must be 0 or more',
    () => core.isclose(core.ones(1), core.ones(1), { rtol: -1 }),
  ],
  ['DTypeError: add: one operand must be a tensor, got two numbers', () => core.add(1, 2)],
  ['DTypeError: eq: one operand must be a tensor, got two numbers', () => core.eq(1, 2)],
  [
    'ShapeError: where: shapes do not broadcast: [2] and [3] (2 != 3 in dimension -1)',
    () => core.where(tensor([true, false]), zeros(3), 0),
  ],
  [
    'DTypeError: where: the condition must be bool, not float32; compare or use bool()',
    () => core.where(ones(2), 1, zeros(2)),
  ],
  ['ArgumentError: clamp: give a lower bound, an upper one, or both', () => zeros(2).clamp()],
  ['ShapeError: sum: dimension 2 is out of range for 2 dimensions (-2 to 1)', () => zeros(2, 3).sum(2)],
  ['ShapeError: sum: a dimension appears twice in [0, -2]', () => zeros(2, 3).sum([0, -2])],
  ['ArgumentError: sum: the dimension must be a whole number, not 0.5', () => zeros(2).sum(0.5)],
  ['DTypeError: mean: the mean of int32 has fractions; convert with float(), or give a dtype', () => int([1]).mean()],
  ['ShapeError: max: nothing to choose from: reduced dimensions of [0] are empty', () => zeros(0).max()],
  ['ShapeError: argmin: nothing to choose from: reduced dimensions of [2, 0] are empty', () => zeros(2, 0).argmin(1)],
  ['ShapeError: softmax: dimension 1 is out of range for 1 dimensions (-1 to 0)', () => zeros(2).softmax(1)],
  ['ShapeError: cumsum: dimension -2 is out of range for 1 dimensions (-1 to 0)', () => zeros(2).cumsum(-2)],
  ['ShapeError: reshape: [4] does not hold the 6 elements of [2, 3]', () => zeros(2, 3).reshape(4)],
  ['ShapeError: reshape: [-1, 4] does not hold the 6 elements of [2, 3]', () => zeros(2, 3).reshape(-1, 4)],
  ['ShapeError: reshape: [-1, -1] does not hold the 6 elements of [2, 3]', () => zeros(2, 3).reshape(-1, -1)],
  ['ShapeError: reshape: [-1, 0] does not hold the 0 elements of [0, 3]', () => zeros(0, 3).reshape(-1, 0)],
  ['ShapeError: expand: [2, 3] does not repeat to [4, 3]', () => zeros(2, 3).expand(4, 3)],
  ['ShapeError: expand: [2, 3] does not repeat to [3]', () => zeros(2, 3).expand(3)],
  ['ShapeError: permute: [0, 0] does not name each dimension of [2, 3] once', () => zeros(2, 3).permute(0, 0)],
  ['ShapeError: permute: [0] does not name each dimension of [2, 3] once', () => zeros(2, 3).permute(0)],
  ['ShapeError: t: at most 2 dimensions, not [1, 2, 3]; use transpose(dim0, dim1) or mT', () => zeros(1, 2, 3).t()],
  ['ShapeError: transpose: dimension 2 is out of range for 2 dimensions (-2 to 1)', () => zeros(2, 3).transpose(0, 2)],
  ['ShapeError: unsqueeze: dimension 3 is out of range for 3 dimensions (-3 to 2)', () => zeros(2, 3).unsqueeze(3)],
  ['ShapeError: flatten: start 1 comes after end 0', () => zeros(2, 3).flatten(1, 0)],
  ['ShapeError: select: index 3 is out of range for dimension 1 of [2, 3]', () => zeros(2, 3).select(1, 3)],
  ['ShapeError: select: a scalar has no dimension to select from', () => tensor(1).select(0, 0)],
  ['ShapeError: narrow: 3 elements from 2 are not inside dimension 0 of [4]', () => zeros(4).narrow(0, 2, 3)],
  ['ArgumentError: slice: the step must be a whole number from 1, not -1', () => zeros(4).slice(0, 3, 0, -1)],
  ['ShapeError: split: [1, 2] add up to 3, dimension 0 of [4] is 4', () => zeros(4).split([1, 2])],
  ['ArgumentError: split: the size of a part must be a whole number from 1, not 0', () => zeros(4).split(0)],
  ['ArgumentError: chunk: the number of chunks must be a whole number from 1, not 0', () => zeros(4).chunk(0)],
  ['ShapeError: cat: no tensors were given', () => core.cat([])],
  [
    'ShapeError: cat: tensor 1 is [3, 2], the first [2, 3]: they may differ in dimension 0 only',
    () => core.cat([zeros(2, 3), zeros(3, 2)]),
  ],
  ['ShapeError: cat: tensor 0 is a scalar; use stack()', () => core.cat([tensor(1), tensor(2)])],
  ['ShapeError: stack: tensor 1 is [3], the first [2]', () => core.stack([zeros(2), zeros(3)])],
  ['ShapeError: meshgrid: tensor 1 is [1, 2], not a vector', () => core.meshgrid([zeros(2), zeros(1, 2)])],
  ['ShapeError: pad: [1] is not a pair of whole numbers for each last dimension of [2]', () => zeros(2).pad([1])],
  ['ShapeError: pad: [-2, -1] cuts more than there is off [2]', () => zeros(2).pad([-2, -1])],
  ['ShapeError: tril: a matrix is needed, not [3]', () => zeros(3).tril()],
  ['DTypeError: gather: the index must be int32, not float32; convert with int()', () => zeros(3).gather(0, zeros(1))],
  ['ShapeError: gather: index 3 is out of range for size 3', () => zeros(3).gather(0, int([0, 3]))],
  ['ShapeError: gather: index -1 is out of range for size 3', () => zeros(3).gather(0, int([-1]))],
  [
    'ShapeError: gather: the index is [1], the tensor [2, 3]: apart from dimension 0 it must fit inside',
    () => zeros(2, 3).gather(0, int([0])),
  ],
  ['ShapeError: indexSelect: the index is [1, 1], not a vector', () => zeros(3).indexSelect(0, int([0]).unsqueeze(0))],
  ['ShapeError: gather: index 5 is out of range for size 3', () => zeros(3).indexSelect(0, [5])],
  ['ShapeError: scatterAdd: index 2 is out of range for size 2', () => zeros(2).scatterAdd(0, int([2]), ones(1))],
  [
    'ShapeError: scatterAdd: the source [1] does not cover the index [2]',
    () => zeros(2).scatterAdd(0, int([0, 1]), ones(1)),
  ],
  [
    'DTypeError: maskedSelect: the mask must be bool, not float32; compare or use bool()',
    () => zeros(2).maskedSelect(ones(2)),
  ],
  ['ArgumentError: topk: k is 4, dimension -1 of [3] has 3 elements', () => zeros(3).topk(4)],
  ['DTypeError: oneHot: classes must be int32, not float32; convert with int()', () => core.oneHot(zeros(2))],
  ['ArgumentError: oneHot: class 3 is not between 0 and 2', () => core.oneHot(int([1, 3]), 3)],
  ['ArgumentError: oneHot: class -1 is not between 0 and 2', () => core.oneHot(int([-1]), 3)],
  [
    'DTypeError: sub: bool tensors have no difference; use logicalXor(), or convert with int()',
    () => tensor([true]).sub(tensor([true])),
  ],
  ['DTypeError: neg: bool tensors are no numbers; convert with int() or float()', () => tensor([true]).neg()],
  ['DTypeError: round: bool tensors are no numbers; convert with int() or float()', () => tensor([true]).round()],
  ['DTypeError: softmax: a float tensor is needed, not int32; convert with float()', () => int([1]).softmax(0)],
  ['DTypeError: leakyRelu: a float tensor is needed, not int32; convert with float()', () => int([1]).leakyRelu()],
  ['DTypeError: elu: a float tensor is needed, not bool; convert with float()', () => tensor([true]).elu()],
  ['DTypeError: norm: a float tensor is needed, not int32; convert with float()', () => int([1]).norm()],
  [
    'DTypeError: round: a float tensor is needed, not int32; convert with float()',
    () => int([1]).round({ decimals: 1 }),
  ],
  ['ArgumentError: round: decimals must be a whole number, not 0.5', () => zeros(1).round({ decimals: 0.5 })],
  [
    'DTypeError: sub: bool tensors have no difference; use logicalXor(), or convert with int()',
    () => core.sub(1, tensor([true])),
  ],
  ['DTypeError: pow: whole numbers to the power of -1 are fractions; convert with float()', () => int([1, 2]).pow(-1)],
  [
    'DTypeError: pow: bool tensors have no powers; convert with int() or float()',
    () => tensor([true]).pow(tensor([true])),
  ],
  [
    'DTypeError: add: the result is int32, alpha must be a whole number, not 0.5',
    () => int([1]).add(1, { alpha: 0.5 }),
  ],
  [
    "ArgumentError: gelu: approximate must be 'none' or 'tanh', not a string 'tan'; did you mean 'tanh'?",
    () => zeros(1).gelu({ approximate: 'tan' as 'tanh' }),
  ],
  [
    "ArgumentError: meshgrid: indexing must be 'ij' or 'xy', not a string 'ji'; did you mean 'ij'?",
    () => core.meshgrid([zeros(1)], { indexing: 'ji' as 'ij' }),
  ],
  ["ArgumentError: norm: p must be a number or 'fro', not a string 'nuc'", () => zeros(2, 2).norm('nuc' as 'fro')],
  ["ArgumentError: norm: p must be a number or 'fro', not NaN", () => zeros(2).norm(Number.NaN)],
  ['ShapeError: mm: two matrices are needed, not [2] and [2]; use matmul()', () => zeros(2).mm(zeros(2))],
  ['ShapeError: unbind: a scalar has no dimension to select from', () => tensor(1).unbind()],
  ['ShapeError: gather: dimension 1 is out of range for 1 dimensions (-1 to 0)', () => tensor(1).gather(1, int([0]))],
  [
    'ShapeError: gather: the index is [1, 1], the tensor [1]: apart from dimension 0 it must fit inside',
    () => tensor(1).gather(0, tensor([[0]], { dtype: 'int32' })),
  ],
  ['ShapeError: scatterAdd: index 5 is out of range for size 1', () => tensor(1).scatterAdd(0, int([5]), zeros(1))],
  [
    'DTypeError: scatterAdd: the source is int32, the tensor float32; convert one of them',
    () => zeros(3).scatterAdd(0, int([0]), int([1])),
  ],
  ['ArgumentError: arange: no steps of -99 lead from 1 to 3', () => core.arange(1, 3, -99)],
  ['ArgumentError: arange: a step of 0.5 is 0 as int32', () => core.arange(0, 3, 0.5, { dtype: 'int32' })],
  ['ArgumentError: split: the size of a part must be a whole number from 1, not 0', () => zeros(3).split(0)],
  [
    "ArgumentError: div: roundingMode must be 'trunc' or 'floor', not a string 'flor'; did you mean 'floor'?",
    () => zeros(1).div(2, { roundingMode: 'flor' as 'floor' }),
  ],
  ['ArgumentError: div: whole numbers cannot be divided by 0', () => int([1]).div(0, { roundingMode: 'floor' })],
  ['DTypeError: mean: the mean of int32 has fractions; convert with float(), or give a dtype', () => int([1]).mean()],
  ['ShapeError: zeros: sizes must be whole numbers from 0, not [2, -1]', () => zeros(2, -1)],
  ['ShapeError: eye: sizes must be whole numbers from 0, not [2, 1.5]', () => core.eye(2, 1.5)],
  ['ArgumentError: arange: no steps of 0 lead from 0 to 3', () => core.arange(0, 3, 0)],
  ['ArgumentError: arange: no steps of 1 lead from 3 to 0', () => core.arange(3, 0)],
  ['ArgumentError: linspace: the number of steps must be a whole number from 0, not -1', () => core.linspace(0, 1, -1)],
  [
    'ShapeError: tensor: arrays of one level must have one length: found 1 at depth 1 of [2, 2]',
    () => tensor([[1, 2], [3]]),
  ],
  [
    'ShapeError: tensor: arrays of one level must have one length: found a single value at depth 1 of [2, 2]',
    () => tensor([[1, 2], 3]),
  ],
  [
    'ShapeError: tensor: arrays of one level must have one length: found 2 at depth 1 of [2]',
    () => tensor([1, [2, 3]]),
  ],
  [
    "TypeError: tensor: values must be numbers or booleans, not a string '3'",
    () => tensor([1, '3' as unknown as number]),
  ],
  ['TypeError: tensor: values must be numbers or booleans, not null', () => tensor(null as unknown as number)],
];

describe('an error says what was wrong, with the values', () => {
  test.each(cases)('%s', (message, run) => {
    let caught: unknown;
    try {
      run();
    } catch (error) {
      caught = error;
    }
    expect(String(caught)).toBe(message);
  });
});
