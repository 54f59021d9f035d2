import { describe, expect, it } from 'vitest';
import { oneOf } from './kinds.js';
import { checkOptions, type Known } from './options.js';

interface LinearOptions {
  bias?: boolean;
  dtype?: string;
}

const known: Known<LinearOptions> = { bias: 1, dtype: 1 };

const check = (options: unknown) => () => checkOptions(RangeError, 'Linear', options as LinearOptions, known);

describe('options', () => {
  it.each([[undefined], [{}], [{ bias: false }], [{ bias: undefined, dtype: 'float64' }], [Object.create(null)]])(
    'takes %o',
    (options) => {
      expect(check(options)).not.toThrow();
    },
  );

  it('names the nearest where one is unknown', () => {
    expect(check({ Bias: false })).toThrow("Linear: unknown option 'Bias'; did you mean 'bias'?");
    expect(check({ Bias: false })).toThrow(RangeError);
    expect(check({ d_type: 'float64' })).toThrow("did you mean 'dtype'?");
  });

  it('lists all where none is near', () => {
    expect(check({ momentum: 1 })).toThrow("Linear: unknown option 'momentum'; there are 'bias', 'dtype'");
  });

  it('knows no names that all objects have', () => {
    expect(check({ constructor: 1 })).toThrow("unknown option 'constructor'");
    expect(check(JSON.parse('{ "__proto__": 1 }'))).toThrow("unknown option '__proto__'");
  });

  it.each([
    [3, '3'],
    [null, 'null'],
    [false, 'false'],
    ['x', "a string 'x'"],
    [[1], 'an array of 1'],
    [new Map([[1, 2]]), 'a Map'],
    [Promise.resolve(1), 'a Promise, which `await` would resolve'],
    [new Float32Array(2), 'a Float32Array of 2'],
    [
      new (class Adam {
        lr = 1;
      })(),
      'an Adam',
    ],
  ])('must be an object, not %o', (options, words) => {
    expect(check(options)).toThrow(`Linear: the options must be an object, not ${words}`);
  });
});

describe('kinds of options', () => {
  interface Options {
    bias?: boolean;
    eps?: number;
    name?: string;
    done?: () => void;
    mode?: string;
    dtype?: string;
  }
  const kinds: Known<Options> = {
    bias: 'boolean',
    eps: 'number',
    name: 'string',
    done: 'function',
    mode: oneOf('min', 'max'),
    dtype: 1,
  };
  const checkKinds = (options: object) => () => checkOptions(RangeError, 'Layer', options as Options, kinds);

  it.each([
    [{}],
    [{ bias: false, eps: 0, name: '', done: () => {}, mode: 'max', dtype: 5 }],
    [{ bias: undefined, eps: undefined, mode: undefined }],
    [{ eps: Number.POSITIVE_INFINITY }],
  ])('takes %o', (options) => {
    expect(checkKinds(options)).not.toThrow();
  });

  it.each([
    [{ bias: 1 }, 'Layer: bias must be a boolean, not 1'],
    [{ bias: null }, 'Layer: bias must be a boolean, not null'],
    [{ eps: '1e-5' }, "Layer: eps must be a number, not a string '1e-5'"],
    [{ eps: Number.NaN }, 'Layer: eps must be a number, not NaN'],
    [{ name: 5 }, 'Layer: name must be a string, not 5'],
    [{ done: {} }, 'Layer: done must be a function, not an empty object'],
    [{ mode: 'mean' }, "Layer: mode must be 'min' or 'max', not a string 'mean'"],
  ])('refuses %o', (options, message) => {
    expect(checkKinds(options)).toThrow(message);
    expect(checkKinds(options)).toThrow(RangeError);
  });
});
