import { expect, describe as group, it } from 'vitest';
import { describe } from './describe.js';

class Adam {}

group('a value in a few words', () => {
  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [-1, '-1'],
    [Number.NaN, 'NaN'],
    [true, 'true'],
    [3n, 'a bigint 3'],
    ['x', "a string 'x'"],
    [Symbol('x'), 'a symbol'],
    [[1, 2, 3], 'an array of 3'],
    [new Float32Array(2), 'a Float32Array of 2'],
    [new Int32Array(2), 'an Int32Array of 2'],
    [new DataView(new ArrayBuffer(2)), 'a DataView'],
    [{ shape: [2, 3], dtype: 'float32' }, 'a Tensor [2, 3]'],
    [{}, 'an empty object'],
    [{ dim: 2 }, 'an object { dim }'],
    [{ a: 1, b: 1, c: 1, d: 1 }, 'an object { a, b, c, … }'],
    [Object.create(null), 'an empty object'],
    [new Map(), 'a Map'],
    [new Adam(), 'an Adam'],
    [Adam, 'a class Adam'],
    [Math.max, 'a function max'],
    [() => 1, 'a function'],
    [async () => 1, 'a function'],
    [Object.setPrototypeOf(() => 1, Adam.prototype), 'an Adam'],
    [Promise.resolve(1), 'a Promise, which `await` would resolve'],
  ])('%o is %s', (value, words) => {
    expect(describe(value)).toBe(words);
  });

  it('is one short line whatever a text holds', () => {
    expect(describe('a\u001b[31mred\n')).toBe("a string 'a\\u001b[31mred\\u000a'");
    expect(describe('x'.repeat(5_000_000)).length).toBeLessThan(60);
    expect(() => encodeURIComponent(describe('😀'.repeat(100)))).not.toThrow();
  });
});
