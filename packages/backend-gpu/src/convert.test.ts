import { describe, expect, it } from 'vitest';
import { fromDevice, scalarFor, toDevice } from './convert.js';

describe('toDevice', () => {
  it('makes floats of every dtype', () => {
    const values = new Float32Array([1, 2]);
    expect(toDevice(values, 'float32')).toBe(values);
    expect(toDevice(new Float64Array([0.1]), 'float32')).toEqual(new Float32Array([0.1]));
    expect(toDevice(new Int32Array([-3, 16777215]), 'int32')).toEqual(new Float32Array([-3, 16777215]));
    expect(toDevice(new Uint8Array([0, 1, 2]), 'bool')).toEqual(new Float32Array([0, 1, 1]));
  });

  it('refuses integers that floats do not hold', () => {
    expect(() => toDevice(new Int32Array([16777216]), 'int32')).toThrow(
      'gpu: int32 16777216 is outside -16777215 to 16777215, where this backend is exact',
    );
  });
});

describe('scalarFor', () => {
  it('converts as elements are', () => {
    expect(scalarFor(-2.7, 'int32')).toBe(-2);
    expect(scalarFor(Number.NaN, 'int32')).toBe(0);
    expect(scalarFor(0.5, 'bool')).toBe(1);
    expect(scalarFor(0.5, 'float32')).toBe(0.5);
    expect(() => scalarFor(-(2 ** 24), 'int32')).toThrow('outside');
  });
});

describe('fromDevice', () => {
  it('gives an array of its own size', () => {
    const whole = new Float32Array([1, 2, 3, 4]);
    expect(fromDevice(whole, 'float32')).toBe(whole);
    const part = fromDevice(whole.subarray(0, 3), 'float32');
    expect(part).toEqual(new Float32Array([1, 2, 3]));
    expect(part.buffer.byteLength).toBe(12);
  });

  it('makes the dtype of floats', () => {
    expect(fromDevice(new Float32Array([-3, 4]), 'int32')).toEqual(new Int32Array([-3, 4]));
    expect(fromDevice(new Float32Array([0, 1]), 'bool')).toEqual(new Uint8Array([0, 1]));
    expect(() => fromDevice(new Float32Array([2 ** 24]), 'int32')).toThrow('outside');
  });
});
