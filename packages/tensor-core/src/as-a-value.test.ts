import { inspect } from 'node:util';
import vm from 'node:vm';
import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { arange, full, ones, setBackend, tensor } from './index.js';

beforeAll(async () => setBackend(await cpu()));

describe('a tensor as a value', () => {
  const x = (): never => tensor([1, 2]) as never;

  it.each([
    ['x > 0.5', () => x() > 0.5],
    ['x * 2', () => x() * 2],
    ['x + x', () => x() + x()],
    ['Number(x)', () => Number(x())],
  ])('%s is an error that names the methods', (_, run) => {
    expect(run).toThrow('use x.gt(0.5), x.mul(2), x.add(y), or item() for a number');
  });

  it.each([
    ['x.length', () => (x() as unknown[]).length],
    ['Array.from(x)', () => Array.from(x())],
    ['new Float32Array(x)', () => new Float32Array(x())],
  ])('%s is an error that names the methods', (_, run) => {
    expect(run).toThrow(
      'a Tensor has no length: take size(0) or numel(), tolist() for an array, unbind() for the rows',
    );
  });

  it('is compared and shown by test runners and Node without being asked for a length', () => {
    const made = tensor([[1, 2]]);
    expect(made).toEqual(tensor([[1, 2]]));
    expect({ a: [made] }).toMatchObject({ a: [tensor([[1, 2]])] });
    expect(made).not.toStrictEqual(tensor([[1, 3]]));
    expect(() => expect(made).toEqual(tensor([[1, 3]]))).toThrow('to deeply equal');
    expect(inspect([made])).toContain('tensor([[1., 2.]])');
    expect(() => structuredClone(made)).toThrow('could not be cloned');
  });

  it('is a text where one is wanted', () => {
    expect(`${tensor([1, 2])}`).toBe('tensor([1., 2.])');
  });

  it('is shape, dtype and values in JSON, without the engine', () => {
    expect(JSON.stringify({ w: tensor([[1, 2]]), b: tensor([true]) })).toBe(
      '{"w":{"shape":[1,2],"dtype":"float32","values":[[1,2]]},"b":{"shape":[1],"dtype":"bool","values":[true]}}',
    );
  });
});

describe('what int32 does not hold', () => {
  it.each([[3e9], [4294967297], [Number.NaN], [Number.POSITIVE_INFINITY], [-2147483649]])('%d is an error', (value) => {
    const message = `int32 holds whole numbers from -2147483648 to 2147483647, not ${value} (element`;
    expect(() => tensor([0, value], { dtype: 'int32' })).toThrow(`tensor: ${message} 1)`);
    expect(() => full([2], value, { dtype: 'int32' })).toThrow(`full: ${message} 0)`);
  });

  it('fractions are cut off, and the ends are in', () => {
    expect(tensor([1.7, -1.7, 2147483647, -2147483648, -0.2], { dtype: 'int32' }).tolist()).toEqual([
      1, -1, 2147483647, -2147483648, 0,
    ]);
  });
});

describe('typed arrays of another realm', () => {
  it.each([
    ['Float32Array', 'float32'],
    ['Float64Array', 'float64'],
    ['Int32Array', 'int32'],
    ['Uint8Array', 'int32'],
  ])('%s keeps its dtype', (name, dtype) => {
    const foreign = tensor(vm.runInNewContext(`new ${name}([1, 2])`));
    expect(foreign.dtype).toBe(dtype);
    expect(foreign.tolist()).toEqual([1, 2]);
    expect(tensor(vm.runInNewContext(`[[1, 2]]`)).shape).toEqual([1, 2]);
  });

  it('bigints are named', () => {
    expect(() => tensor(new BigInt64Array(2) as never)).toThrow(
      'tensor: values must be numbers or booleans, not a BigInt64Array of 2; use Array.from(values, Number)',
    );
  });
});

describe('a second copy of the package', () => {
  it('says so', async () => {
    const file = './index.js?copy';
    const { vi } = await import('vitest');
    vi.resetModules();
    const copy = (await import(/* @vite-ignore */ file)) as typeof import('./index.js');
    expect(() => copy.tensor([1])).toThrow('but one is in another');
    copy.setBackend(await cpu());
    expect(() => ones(1).add(copy.tensor([1]))).toThrow(
      'add: the second operand is a Tensor of another copy of @kindling/tensor-core',
    );
    expect(() => arange(2).add(copy.tensor([1]))).toThrow('another copy');
  });
});
