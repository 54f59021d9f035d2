import { describe, expect, it } from 'vitest';
import { checkChoice } from './choice.js';

const check = (value: unknown) => () => checkChoice(RangeError, 'gelu', 'approximate', value, ['none', 'tanh']);

describe('a choice of words', () => {
  it('takes each of them', () => {
    expect(check('tanh')).not.toThrow();
  });

  it('names the nearest', () => {
    expect(check('tahn')).toThrow(
      "gelu: approximate must be 'none' or 'tanh', not a string 'tahn'; did you mean 'tanh'?",
    );
    expect(check('tahn')).toThrow(RangeError);
  });

  it('takes nothing else', () => {
    expect(check(undefined)).toThrow("gelu: approximate must be 'none' or 'tanh', not undefined");
    expect(check(['tanh'])).toThrow('not an array of 1');
  });
});
