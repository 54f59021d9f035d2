import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { ones, setBackend, type Tensor, tensor } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

describe('what cannot be set is refused, where it would be a property that nobody reads', () => {
  it('values, by data', () => {
    const x = tensor([1, 2]);
    expect(() => Object.assign(x, { data: tensor([3, 4]) })).toThrow('in noGrad(), x.copy_(values) writes them');
    expect(x.tolist()).toEqual([1, 2]);
    expect(typeof x.data).toBe('function');
  });

  it('an element, by its index', () => {
    const x: object = tensor([1, 2]);
    expect(() => Object.assign(x, { 0: 5 })).toThrow('select(0, 0).copy_(values) to write it');
  });

  it.each([
    ['an array', [1, 2], 'grad: the gradient must be a Tensor, not an array of 2'],
    ['a number', 0, 'grad: the gradient must be a Tensor, not 0'],
    ['nothing', undefined, 'grad: the gradient must be a Tensor, not undefined'],
  ])('%s as a gradient', (_, value, message) => {
    const x = ones(1, 2);
    expect(() => Object.assign(x, { grad: value })).toThrow(message);
    expect(x.grad).toBeNull();
  });

  it('a gradient of another shape, of which an optimizer would read what lies behind it', () => {
    const x = ones(1, 2);
    for (const wrong of [ones(1), ones(3), ones(2, 1)]) {
      expect(() => set(x, wrong)).toThrow('not [1, 2]');
    }
    set(x, ones(1, 2));
    expect(x.grad?.tolist()).toEqual([[1, 1]]);
    set(x, null);
    expect(x.grad).toBeNull();
  });
});

function set(x: Tensor, grad: Tensor | null): void {
  x.grad = grad;
}
