import type { BinaryOp, UnaryOp } from '@kindling/tensor-core/backend';
import { describe, expect, it } from 'vitest';
import { link } from './function.js';
import { binaryFunction, givesBool, isComparison, library, reduction, unaryFunction } from './operations.js';

describe('library', () => {
  it('has all that its functions call, and they say what that is', () => {
    for (const item of library.values()) {
      const linked = new Set(link(library, [item.name]).map(({ name }) => name));
      for (const [, called] of item.body.matchAll(/\b((?:kd|op_|to_|beats_)\w+)\(/g)) {
        expect(linked, `${item.name} calls ${called}`).toContain(called);
      }
    }
  });
});

describe('the function of an operation', () => {
  it('is in the library', () => {
    for (const op of ['neg', 'erf', 'logicalNot'] satisfies UnaryOp[])
      expect(library.has(unaryFunction(op))).toBe(true);
    for (const op of ['add', 'pow', 'lt', 'logicalXor'] satisfies BinaryOp[]) {
      expect(library.has(binaryFunction(op, 'float32'))).toBe(true);
      expect(library.has(binaryFunction(op, 'int32'))).toBe(true);
    }
  });

  it('of bool is logic, or an error', () => {
    expect(binaryFunction('add', 'bool')).toBe('op_logicalOr');
    expect(binaryFunction('minimum', 'bool')).toBe('op_logicalAnd');
    expect(binaryFunction('eq', 'bool')).toBe('op_eq');
    expect(() => binaryFunction('pow', 'bool')).toThrow('gpu: pow: bool has none');
  });

  it('may give bool', () => {
    expect([givesBool('isnan'), givesBool('exp')]).toEqual([true, false]);
    expect([isComparison('ge'), isComparison('maximum')]).toEqual([true, false]);
  });
});

describe('reduction', () => {
  it('starts from what changes nothing', () => {
    expect(reduction('sum', 'float32')).toEqual({ fold: 'op_add', identity: '0.0' });
    expect(reduction('prod', 'int32')).toEqual({ fold: 'op_mul', identity: '1.0' });
    expect(reduction('max', 'float32')).toEqual({ fold: 'op_maximum', identity: '-kdInf()' });
    expect(reduction('sum', 'bool')).toEqual(reduction('max', 'bool'));
    expect(reduction('prod', 'bool')).toEqual(reduction('min', 'bool'));
  });
});
