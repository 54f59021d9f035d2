import { describe, expect, it } from 'vitest';
import { glslFloat, polynomial, scalarFunctions } from './scalar.js';

describe('glslFloat', () => {
  it('always has a point or an exponent, as GLSL takes 1 for an integer', () => {
    expect([1, -2, 0.5, 1e-8, 1 / 3, 1e21].map(glslFloat)).toEqual([
      '1.0',
      '-2.0',
      '0.5',
      '1e-8',
      '0.333333333',
      '1e+21',
    ]);
  });

  it('keeps the float', () => {
    for (const x of [1 / 3, 1 / 5040, 2 / 11, Math.PI, 1.128379167]) {
      expect(Math.fround(Number(glslFloat(x)))).toBe(Math.fround(x));
    }
  });
});

describe('polynomial', () => {
  it("is Horner's rule", () => {
    expect(polynomial('z', [1, 0.5, -0.25])).toBe('1.0 + z * (0.5 + z * (-0.25))');
  });
});

describe('scalarFunctions', () => {
  it('say what they call', () => {
    for (const { name, body, uses = [] } of scalarFunctions) {
      const called = new Set([...body.matchAll(/\b(kd\w+)\(/g)].map((match) => match[1]));
      expect([...called].sort(), name).toEqual([...uses].sort());
    }
  });
});
