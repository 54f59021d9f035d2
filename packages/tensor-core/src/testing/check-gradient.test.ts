import { cpu } from '@kindling/backend-cpu';
import { defineOp, setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { checkGradient } from '@kindling/tensor-core/testing';
import { beforeAll, describe, expect, test } from 'vitest';

beforeAll(async () => setBackend(await cpu()));

const double = (values: number[] | number[][]): Tensor => tensor(values, { dtype: 'float64' });

/** x ** 3 with a derivative of one's choice. */
const cube = (slope: (g: Tensor, x: Tensor) => Tensor) => {
  const op = defineOp<undefined>({
    name: 'cube',
    forward: ([x]) => x!.mul(x!).mul(x!),
    backward: [(g, { a }) => slope(g, a)],
  });
  return (x: Tensor): Tensor => op([x], undefined);
};

describe('checkGradient', () => {
  test('passes a right derivative, and the second', async () => {
    const right = cube((g, x) => g.mul(x.mul(x).mul(3)));
    await checkGradient(right, [double([0.5, -2, 3])], { second: true });
    await checkGradient((a, b) => a.matmul(b).exp(), [double([[0.1, 0.2]]), double([[0.3], [-0.4]])], { second: true });
  });

  test('catches a wrong derivative, naming the element and both numbers', async () => {
    const wrong = cube((g, x) => g.mul(x.mul(x).mul(2)));
    await expect(checkGradient(wrong, [double([1, -2])])).rejects.toThrow(
      /the derivative by element 0 of input 0 \(\[2\]\) is -?\d.*, the difference quotient -?\d/,
    );
  });

  test('catches an error of a hundredth of a per cent', async () => {
    await expect(
      checkGradient(
        cube((g, x) => g.mul(x.mul(x).mul(3.0003))),
        [double([1])],
      ),
    ).rejects.toThrow('element 0');
  });

  test('catches a derivative that is right but cannot be differentiated', async () => {
    const constant = cube((g, x) => g.mul(x.detach().mul(x.detach()).mul(3)));
    await checkGradient(constant, [double([1, -2])]);
    await expect(checkGradient(constant, [double([1, -2])], { second: true })).rejects.toThrow('checkGradient: ');
  });

  test('catches a missing dependence', async () => {
    await expect(checkGradient((x) => x.detach().mul(2), [double([1])])).rejects.toThrow(
      'is 0, the difference quotient',
    );
  });

  test('catches NaN', async () => {
    await expect(
      checkGradient(
        cube((g) => g.mul(Number.NaN)),
        [double([1])],
      ),
    ).rejects.toThrow('is NaN');
  });

  test('takes several results, views, and inputs that are not differentiated', async () => {
    const x = double([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const index = tensor([2, 0], { dtype: 'int32' });
    await checkGradient((a, i) => [a.indexSelect(0, i), a.gt(2), a.sum(0)], [x.T, index], { second: true });
  });

  test('refuses float32, and nothing to differentiate', async () => {
    await expect(checkGradient((x) => x, [tensor([1])])).rejects.toThrow('input 0 is float32, too coarse');
    await expect(checkGradient((x) => x, [tensor([1], { dtype: 'int32' })])).rejects.toThrow('no input is float64');
  });
});
